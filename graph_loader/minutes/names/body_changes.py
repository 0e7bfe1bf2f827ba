"""Sentences that say that a body has another name now, or that another took its place: both bodies as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...folding import fold_body
from ...parsed_minutes import BodyChange, BodyChangeKind
from ..page.reading import Reading
from .mentions import Mention
from .tokens import WRAP

_MOST = 90
"""Signs between the names of two bodies of which a sentence says that the one became the other."""
_BEFORE = 40
_THE = r"(?:the )?(?:new )?[\"'“‘]?$"
_BE = (
    r"(?:(?:be|is|was|were|been|being|has|had|have|will|would|should|shall|to) |"
    r"(?:now|henceforth|hereafter|formally|accordingly) ){0,4}"
)
_LATER_RENAMED = re.compile(
    rf"^ ?(?:\([\w&]{{2,8}}\) )?,?(?:"
    rf" {_BE}(?:re-?named|re-?titled|re-?designated|restyled)(?: (?:as|to))? "
    rf"| {_BE}(?:known|called|styled)(?: (?:henceforth|in future|from now on))?(?: as)? "
    r"| (?:has |had |have |shall |will )?chang(?:e|es|ed|ing) its (?:name|title) to "
    r"| ?\(?(?:now|henceforth)(?: known as| called| the)? ?"
    rf"){_THE}",
    re.IGNORECASE,
)
_EARLIER_RENAMED = re.compile(
    rf"^ ?,? ?\(?(?:formerly|previously|until recently)(?: (?:known|called|styled)(?: as)?)? {_THE}", re.IGNORECASE
)
_LATER_SUCCEEDED = re.compile(
    rf"^ ?,? {_BE}(?:replaced|superseded|succeeded|subsumed) (?:by|into) {_THE}"
    rf"|^ ?,? {_BE}(?:dissolved|disbanded|abolished|wound up) and (?:its (?:functions|duties|remit|powers) )?{_BE}"
    rf"(?:replaced|superseded|succeeded|transferred|passed) (?:by|to) {_THE}",
    re.IGNORECASE,
)
_EARLIER_SUCCEEDED = re.compile(
    rf"^ ?,? (?:which )?(?:(?:has|had|will|would|to|should|shall) )?"
    rf"(?:replac(?:e|es|ed)|supersed(?:e|es|ed)|succeed(?:s|ed)?|takes? the place of|took the place of) {_THE}",
    re.IGNORECASE,
)
_OF_RENAMING = re.compile(
    r"\b(?:re-?nam(?:e|ed|ing)|re-?titl(?:e|ed|ing)|re-?designat(?:e|ed|ing)|(?:name|title) of|renaming of)"
    r" (?:the )?[\"'“‘]?$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"^[\"'”’]? (?:(?:{_BE}(?:changed|amended|altered) )?(?:to|as)(?: be)?(?: that of)? )?{_THE}", re.IGNORECASE
)
_FORMS: tuple[tuple[re.Pattern[str], bool, BodyChangeKind], ...] = (
    (_LATER_RENAMED, False, "renamed"),
    (_EARLIER_RENAMED, True, "renamed"),
    (_LATER_SUCCEEDED, False, "succeeded"),
    (_EARLIER_SUCCEEDED, True, "succeeded"),
)
_NOT = re.compile(r"\b(?:not|never|whether|if|defer\w*|rejected|refused)\b", re.IGNORECASE)


def read_body_changes(reading: Reading) -> list[BodyChange]:
    """Which body has another name now, or took another's place, with the sentence that says it; each pair once."""
    found: dict[tuple[str, str], BodyChange] = {}
    for earlier, later, kind, start, end in _stated(reading):
        if fold_body(earlier) != fold_body(later):
            low, high = reading.sentence(start, end)
            if not _NOT.search(reading.flow, low, high):
                span = reading.span(low, high, "body_change")
                change = BodyChange(earlier=earlier, later=later, kind=kind, span=span)
                found.setdefault((earlier, later), change)
    return list(found.values())


def _stated(reading: Reading) -> Iterator[tuple[str, str, BodyChangeKind, int, int]]:
    bodies = [m for m in reading.tagged.mentions if m.kind == "body" and m.start < reading.last]
    for one, other in pairwise(bodies):
        if not 0 < other.start - one.end <= _MOST:
            continue
        between = _plain(reading.flow[one.end : other.start])
        told = next(((first, kind) for form, first, kind in _FORMS if form.match(between)), None)
        if told is None and _is_renamed(reading, one) and _TO.match(between):
            told = (False, "renamed")
        if told:
            later_first, kind = told
            earlier, later = (other, one) if later_first else (one, other)
            yield earlier.text, later.text, kind, one.start, other.end


def _is_renamed(reading: Reading, body: Mention) -> bool:
    return _OF_RENAMING.search(_plain(reading.flow[max(0, body.start - _BEFORE) : body.start])) is not None


def _plain(text: str) -> str:
    return text.replace(WRAP, " ").replace("\n", " ").replace("  ", " ")
