"""Signs beside names that the label of their list, or a line near it, explains: `Present († = by telephone):`.

What a sign says holds for those who have it and for nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..parsed_minutes import Mode
from .notes import VIRTUAL
from .outline import Section
from .reading import Reading

_SIGN = r"[*†‡§¶#^+~]{1,3}"
_EXPLAINED = re.compile(
    rf"(?P<sign>{_SIGN}|(?<=[(,;\s])[A-Z]{{1,2}})\s{{0,3}}(?:=|:(?=\s)|[–-](?=\s)|denotes|indicates|means|signifies|marks)"
    r"\s{0,3}(?P<said>[^\n,;)=*†‡§¶#^+~]{3,80})"
)
_OWN_LINE = re.compile(rf"(?:^|\n)[ \t\\]*(?P<sign>{_SIGN})[ \t]?(?P<said>[a-zA-Z][^\n]{{2,60}})(?=\n|\Z)")
_NEAR = 400
"""Signs after a list in which a line explains what stood beside its names."""
_BESIDE = 60
"""Signs after a name in which its marks stand."""


def legend_of(reading: Reading, section: Section) -> Mapping[str, str]:
    """What each sign of a list means, by the sign; empty where the label, and the lines about the list, say nothing."""
    text = reading.view.document.text
    found = {m["sign"]: m["said"].strip() for m in _EXPLAINED.finditer(text, section.label[0], section.label[1])}
    end = min(section.end + _NEAR, reading.last)
    for m in _OWN_LINE.finditer(text, section.start, end):
        if VIRTUAL.search(m["said"]) and len(m["said"].split()) < 9:
            found.setdefault(m["sign"], m["said"].strip())
    return found


def without_legend(reading: Reading, section: Section) -> str:
    """The words of a label without what it explains of signs."""
    text = reading.view.document.text[section.label[0] : section.label[1]]
    return _EXPLAINED.sub(" ", text)


def marked_mode(reading: Reading, legend: Mapping[str, str], start: int, end: int, stop: int) -> Mode | None:
    """How somebody attended by the signs beside the name, which stand before `start` or between `end` and `stop`."""
    text = reading.view.document.text
    after = re.split(r"[,;\n]", text[end : min(stop, end + _BESIDE)], maxsplit=1)[0]
    before = re.search(rf"{_SIGN}[ \t]?\Z", text[max(0, start - 4) : start])
    marks = after + (before[0] if before else "")
    for sign, said in legend.items():
        has = sign in marks if not sign.isalpha() else re.search(rf"\(\s?{sign}\s?\)", marks) is not None
        if has and VIRTUAL.search(said):
            return "virtual"
        if has and re.search(r"\bin[- ]person\b", said, re.IGNORECASE):
            return "in_person"
    return None
