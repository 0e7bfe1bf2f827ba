"""Signs beside names that the label of their list, or a line near it, explains: `Present († = by telephone):`.

What a sign says holds for those who have it and for nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...page.outline import Section
from ...page.reading import Reading
from .notes import NO_NOTES, Notes, tail_notes

_SIGN = r"(?:\*{1,3}|†{1,3}|‡{1,3}|§{1,3}|¶{1,3}|#{1,3}|\^{1,3}|\+{1,3}|~{1,3})"
_IS = r"(?:=|:(?=\s)|[–-](?=\s)|denot(?:es|ing)|indicat(?:es|ing)|means|signif(?:ies|ying)|marks)"
_EXPLAINED = re.compile(
    rf"(?P<sign>{_SIGN}|(?<=[(,;\s])[A-Z]{{1,2}})\s{{0,3}}{_IS}\s{{0,3}}(?P<said>[^\n,;)=*†‡§¶#^+~]{{3,80}})"
    r"|(?:marked|denoted|indicated|shown)\s+(?:(?:by|with|thus)\s+)?(?:an?\s+)?[\"'“(]?"
    rf"(?P<mark>{_SIGN}|asterisk)[\"'”)]?\s{{1,3}}(?:who\s+)?(?:(?:were|was|are)\s+)?(?P<told>[a-z][^\n,;)=*†‡§¶#^+~]{{3,80}})"
)
_OWN_LINE = re.compile(
    rf"(?:^|(?<=\n))[ \t\\]*(?:(?:Key|Legend|Notes?)\s?:\s?)?(?P<sign>{_SIGN})[ \t]?(?P<is>{_IS})?[ \t]?"
    r"(?P<said>[a-zA-Z][^\n]{2,60})(?=\n|\Z)"
)
_NEAR = 400
"""Signs after a list in which a line explains what stood beside its names."""
_BESIDE = 60
"""Signs after a name in which its marks stand."""
_MOST_WORDS = 8


def legend_of(reading: Reading, section: Section) -> Mapping[str, str]:
    """What each sign of a list means, by the sign; empty where the label, and the lines about the list, say nothing."""
    text = reading.view.document.text
    found: dict[str, str] = {}
    for m in _EXPLAINED.finditer(text, section.label[0], section.label[1]):
        sign = "*" if m["mark"] == "asterisk" else m["mark"] or m["sign"]
        found[sign] = (m["said"] or m["told"]).strip()
    for m in _lines(reading, section):
        found.setdefault(m["sign"], m["said"].strip())
    return found


def _lines(reading: Reading, section: Section) -> Iterator[re.Match[str]]:
    """The lines in a list, or shortly after it, that explain a sign: `** left at 2.15 pm`."""
    end = min(section.end + _NEAR, reading.last)
    for m in _OWN_LINE.finditer(reading.view.document.text, section.start, end):
        said = m["said"].strip()
        explains = m["is"] or said[0].islower() or tail_notes(said.rstrip("."), NO_NOTES) is not None
        if explains and len(said.split()) <= _MOST_WORDS:
            yield m


def without_legend_lines(reading: Reading, section: Section, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list between its lines that explain a sign, which name nobody."""
    parts: list[tuple[int, int]] = []
    for m in _lines(reading, section):
        if start <= m.start() and m.end() <= end:
            parts.append((start, m.start()))
            start = m.end()
    return [(low, high) for low, high in (*parts, (start, end)) if high > low]


def without_legend(reading: Reading, section: Section) -> str:
    """The words of a label without what it explains of signs."""
    text = reading.view.document.text[section.label[0] : section.label[1]]
    return _EXPLAINED.sub(" ", text)


def marks_present(legend: Mapping[str, str]) -> bool:
    """Whether a sign of a list says who was present, so that whoever has none was not: `* denotes present`."""
    said = [tail_notes(s.strip(" ."), NO_NOTES) for sign, s in legend.items() if not sign.isalnum()]
    return any(note is not None and note.status == "present" for note in said)


def marked(reading: Reading, legend: Mapping[str, str], start: int, end: int, stop: int) -> Notes:
    """What the signs beside a name say, which stand before `start` or between `end` and `stop`."""
    text = reading.view.document.text
    after = re.split(r"[,;\n]", text[end : min(stop, end + _BESIDE)], maxsplit=1)[0]
    before = re.search(rf"(?:{_SIGN})+[ \t]?\Z", text[max(0, start - 6) : start])
    marks = after + (before[0] if before else "")
    signs = set(re.findall(_SIGN, marks))
    notes = NO_NOTES
    for sign, said in legend.items():
        has = sign in signs if not sign.isalpha() else re.search(_letter(sign), marks) is not None
        if has:
            notes = tail_notes(said.strip(" ."), notes) or notes
    return notes


def _letter(sign: str) -> str:
    """Where a letter of a legend stands behind a name: in a bracket, or in a column at the end of the line."""
    return rf"\(\s?{sign}\s?\)|(?:\t|\s{{2}}|\s[-–.…:|]|\.\.)\s*{sign}\s*$"
