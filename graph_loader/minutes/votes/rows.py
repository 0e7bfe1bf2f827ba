"""Votes beside each name: roll calls in lines or in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..lists.entries import Listed
from ..lists.people import read_people
from ..page.reading import Reading
from ..page.vocabulary import is_no_name, may_be_surname
from .words import CAST, Cast, side_of

_ROLL = re.compile(r"\b(?:roll[ -]?call|recorded vote|poll(?:ed|ing)?|vot(?:e|es|ed|ing))\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:roll[ -]?call|recorded vote|poll(?:ed)?)\b", re.IGNORECASE)
_SOON = 400
"""Signs after the words for a roll call in which its names begin."""
_SENTENCE = re.compile(r"[a-z]{4}\.[ \x1f]+(?=[A-Z])|\((?=[^)\n]{3,60}\Z)")
"""Where a sentence ends, or a bracket begins, before the first name of a roll call."""
_SECONDED = re.compile(r"\b(?:second(?:ed|s|er)?|2nd|supported by)\b", re.IGNORECASE)
_LINE = re.compile(
    rf"(?:(?<=\n)|(?<=[,;:.|(])|(?<=\s\s))[ \t\x1f*|]*(?P<name>[A-Z][^\n,;:|…\d]{{1,50}}?)"
    r"(?:[ \t\x1f]*[,:|–—=]|[ \t\x1f]*[.…·_-]{2,80}|[ ]+-|-(?=[A-Z])|[ \t\x1f]+voted|(?=[ \t\x1f]))"
    rf"[ \t\x1f*|\"“.…·_-]*(?:(?:voted|votes)\s+)?{CAST}(?=[\"”]?[ \t\x1f*|]*(?:[,;.)]|\n|$|\s\s|and\b))",
    re.IGNORECASE,
)


def roll_calls(reading: Reading) -> Iterator[Cast]:
    """The casts of roll calls: at least two names in a row, each with its vote."""
    found: list[tuple[re.Match[str], Listed]] = []
    for m in _LINE.finditer(reading.flow, reading.start, reading.last):
        if not m["name"].strip() or (m["for"] and m["for"].lower() == "for" and not _ends_line(reading, m)):
            continue
        begin = max((s.end() for s in _SENTENCE.finditer(reading.flow, m.start("name"), m.end("name"))), default=0)
        people = read_people(reading.view, reading.flow, max(begin, m.start("name")), m.end("name")).people
        whole = len(people) == 1 and not reading.flow[people[0].entry_end : m.end("name")].strip(" .")
        if whole and (people[0].title or reading.roster.find(people[0].person) or _called(reading, people[0])):
            found.append((m, people[0]))
    for i, (m, person) in enumerate(found):
        near = [found[j][0] for j in (i - 1, i + 1) if 0 <= j < len(found)]
        beside = any(min(abs(n.start() - m.end()), abs(m.start() - n.end())) < 12 for n in near)
        begun = max(reading.start, person.start - 1200)
        told = m["abstain"] is None and _moved(reading, person.start)  # "present" beside a name may be an attendance
        if beside and (told or _ROLL.search(reading.flow, begun, person.start)):
            yield Cast(person.person, side_of(m), person.start, m.end(), "vote.roll_call")


def _called(reading: Reading, one: Listed) -> bool:
    """Whether somebody whom no list names can be meant: by surname, soon after words for a roll call."""
    surname = re.fullmatch(r"(?:[A-Z]\.? )?[A-Z][\w'-]+", one.person) is not None
    no_name = is_no_name(one.person.split()[-1]) and not may_be_surname(one.person.split()[-1])
    before = reading.flow[max(reading.start, one.start - _SOON) : one.start]
    return surname and not no_name and _CALLED.search(before) is not None


def _moved(reading: Reading, at: int) -> bool:
    """Whether a motion was seconded shortly before: the answers after it are its roll call, called so or not."""
    return _SECONDED.search(reading.flow, max(reading.start, at - 500), at) is not None


def _ends_line(reading: Reading, m: re.Match[str]) -> bool:
    return reading.flow[m.end() : m.end() + 1] in {"\n", "", "|"}
