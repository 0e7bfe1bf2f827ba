"""Whether what a rule for proposers finds is a proposal: by the words around it, and by who is known."""

from __future__ import annotations

import re

from ..names.mentions import Mention
from ..page.reading import Reading
from .outcomes import WISHED, outcome_of

_SECOND_FOLLOWS = re.compile(r"[^.\n]{0,160}[,.;:][ \x1f]?[^.\n]{0,40}\b(?:second(?:ed|s)?|2nd)\b", re.IGNORECASE)
_SECONDED_BY = re.compile(r"(?:(?:se-?conded|supported)\s+(?:by\s+)?|support\s+of\s+)$", re.IGNORECASE)
_MASKS = tuple(chr(code) for code in range(0xE000, 0xE006))
_ACTION = re.compile(r"\baction\W*\Z", re.IGNORECASE)
_OF_VOTERS = re.compile(
    r"\b(?:favou?r|for|against|opposed|opposition|ayes?|noe?s|nays?|yes|abstain\w*|abstentions?|voting|votes?)\W*\Z",
    re.IGNORECASE,
)
_OF_A_MOTION = re.compile(
    r"\b(?:motion|moved(?!\s+to\b)|moves|seconded|proposed|adjourn(?:ed|ment)|resolved)\b|(?:\A|[.;:]\s)[\"“]?(?-i:That)\b",
    re.IGNORECASE,
)


def may_move(reading: Reading, who: Mention, m: re.Match[str]) -> bool:
    """Whether a name without title before `moved` is somebody's: of somebody listed, or a seconder follows."""
    return bool(reading.roster.find(who.text)) or _SECOND_FOLLOWS.match(reading.flow, m.end()) is not None


def closes(reading: Reading, m: re.Match[str]) -> bool:
    """Whether two names side by side move and second: both are known, and the words before or directly after tell
    of a motion or of what became of one.
    """
    bracketed = m[0][0] in "(["
    if not bracketed and not all(_known(reading, reading.tagged.one(m, group)) for group in ("who", "second")):
        return False
    low, _ = reading.paragraph(m.start())
    after = reading.flow[m.end() : m.end() + 30].lstrip(" \x1f\n.,;:)]–-")
    before = reading.flow[max(low, m.start() - 300) : m.start()]
    if _ACTION.search(before[-20:]) or _OF_VOTERS.search(before[-20:]):
        return False
    if "/" not in m[0]:  # `Agreed. (A, B)` may be those who are to act
        return _OF_A_MOTION.search(before + m[0]) is not None or (
            not before.strip() and after.startswith(("to ", "that "))
        )
    if any(outcome_of(WISHED.sub(" ", words)) for words in (after, before)):
        return True
    return _OF_A_MOTION.search(before) is not None


def _known(reading: Reading, who: Mention | None) -> bool:
    return who is not None and (who.kind == "person" or bool(reading.roster.find(who.text)))


def nominates(reading: Reading, m: re.Match[str]) -> bool:
    """Whether `proposed` has its subject before it: in `A proposed B as Chair` B proposes nothing."""
    text = reading.tagged.text
    if not re.match(r"(?:pro|mov)", m[0], re.IGNORECASE) or re.search(
        r"\bby\s|[:–-]\s", text[m.start() : m.start("who")]
    ):
        return False
    before = text[max(0, m.start() - 12) : m.start()].rstrip(" ,\x1f")
    return before[-1:] in _MASKS or before.endswith(("then", "also", "duly", "had"))


def seconds(reading: Reading, m: re.Match[str]) -> bool:
    """Whether the person before a verb is named as the seconder: `A, seconded by B, moved`."""
    before = reading.tagged.text[max(reading.start, m.start() - 20) : m.start()]
    return _SECONDED_BY.search(before) is not None


def about_the_past(reading: Reading, at: int) -> bool:
    """Whether a proposal is only told of: `had proposed`, `previously proposed`."""
    before = reading.flow[max(0, at - 30) : at]
    return re.search(r"\b(?:had|previously|has)\s+$", before) is not None
