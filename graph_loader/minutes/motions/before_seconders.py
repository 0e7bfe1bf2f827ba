"""The mover whom no words of his own tell: the person named directly before a seconder, where a motion is spoken of."""

from __future__ import annotations

import re

from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading

_FAR = 120
"""Signs between a mover and the seconder named after him, at most."""
_NEAR = 200
"""Signs before a mover in which a motion is spoken of, in his paragraph or the line before."""
_JOINED = re.compile(
    r"[\s,;:.)\]/&|–-]*(?:(?:and|with|was|is|then|also|duly|so|this|it|which|the|moved|moves|motioned|who|having|been)\b"
    r"[\s,;:.)\]–-]*)*"
    r"|['’]?s?\s(?:motion|amendment|proposal|nomination|resolution|counter-?motion)\b[^.\n]{0,100}",
    re.IGNORECASE,
)
"""What may stand between the two: nothing but what joins them, or the motion of the first."""
_LED = re.compile(
    r"(?:\A|[\n.:;,(\[/|•*–-]|\b(?:by|from|of|mover|proposer|motion|moved|first|1st)\b)\s*\Z", re.IGNORECASE
)
"""What may stand before a mover: in `to elect Ms Roe, seconded by Mr Pine` she moves nothing."""
_SPOKEN_OF = re.compile(
    r"\b(?:motion\w*|mov(?:ed|es|er|ing|e)|propos\w+|nominat(?:ed|or)\b(?!\s+for)|introduced|offered|amendments?|adopt\w*"
    r"|approv\w*|accept\w*|resol\w+)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|from|mover|proposer|proposed|moved|nominated|motion)\b[\s:.,(–-]*\Z", re.IGNORECASE)
_MOVING = rule(
    r"\b(?:motion|proposal|amendment|proposition)\b(?: [^.;\n\ue000-\ue009]{0,60}?)? (?:by|from|of) <P:by>"
    r"|\b(?:moved|moves|proposed|proposes|made (?:a |the )?motion|offered|motion to)\b"
)
_ONE_CLAUSE = re.compile(r"[^;\ue006-\ue009]{0,120}")
"""What may stand between a subject and its verb."""
_LONGEST = 600
"""Signs of the sentence before that of a seconder."""
_NO_MOVER = re.compile(r"\b(?:nominations?|nominees?|candidates?|elect\w*|appoint\w*)\b[^\n]{0,60}\Z", re.IGNORECASE)
"""Before somebody who is rather the one proposed: `Nominations: Ms Roe, seconded by Mr Pine`."""


def mover_before(reading: Reading, seconder: Mention, start: int) -> Mention | None:
    """Who moved what a seconder seconds, whose words begin at `start`: who is named directly before them, else the
    subject of the last verb of moving in the same sentence or the one before.
    """
    return _beside(reading, seconder, start) or _subject(reading, seconder, start)


def _beside(reading: Reading, seconder: Mention, start: int) -> Mention | None:
    people = reading.tagged.within(max(reading.start, start - _FAR), start, "person", "office", "weak")
    people = [p for p in people if p.end <= start and p.start != seconder.start]
    if not people:
        return None
    who = people[-1]
    low = max(reading.start, reading.flow.rfind("\n", reading.start, who.start) + 1, who.start - _NEAR)
    line = reading.flow[low : who.start]
    between = reading.flow[who.end : start]
    if not _JOINED.fullmatch(between) or between.count("\n") > 1 or not _LED.search(line):
        return None
    if _NO_MOVER.search(line) and not _BY.search(line):
        return None
    told = f"{_above(reading, low)} {line} {between}" if not line.strip() else f"{line} {between}"
    return who if _SPOKEN_OF.search(told) else None


def _above(reading: Reading, low: int) -> str:
    """The last words of the line before the one that begins at an offset."""
    begin = max(reading.start, reading.flow.rfind("\n", reading.start, max(reading.start, low - 1)) + 1, low - _NEAR)
    return reading.flow[begin:low]


def _subject(reading: Reading, seconder: Mention, start: int) -> Mention | None:
    low, _ = reading.sentence(start, start + 1)
    paragraph, _ = reading.paragraph(start)
    before = list(reading.sentences(max(paragraph, low - _LONGEST), max(paragraph, low - 1)))
    for begin, end in [(low, start), *before[-1:]]:
        for m in reversed(list(_MOVING.finditer(reading.tagged.text, begin, end))):
            if by := reading.tagged.one(m, "by"):
                return by
            people = reading.tagged.within(begin, m.start(), "person", "office", "weak")
            if (
                people
                and people[-1].start != seconder.start
                and _ONE_CLAUSE.fullmatch(reading.tagged.text, people[-1].end, m.start())
            ):
                return people[-1]
    return None
