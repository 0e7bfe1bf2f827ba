"""Who was in the chair, where a sentence and no list says so, and the office of whoever presided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..parsed_minutes import Attendance
from .reading import Reading
from .roster import same_person, same_surname
from .tagging import Mention, rule
from .vocabulary import word_set

_CHAIRED = (
    rule(r"(?:meeting was|was) chaired by <N:who>"),
    rule(
        r"<N:who>,? (?:(?:as )?(?:vice-?\s?chair\w*|deputy),? )?"
        r"(?:chaired the meeting|took the chair|was in the chair|in the chair|presided|was elected to the chair"
        r"|would chair the meeting)(?! (?:for|while|during))"
    ),
    rule(r"\b(?:in the absence of the chair\w*,? )<N:who> (?:took|chaired)"),
)
_CALLED = rule(r"<N:who> (?:called|opened) the [^.\n]{0,60}?meeting (?:to order|at|and)")
_CHAIR = re.compile(
    r"(?:acting )?chair|mayor|cathaoirleach|provost|convener|convenor|president|lord mayor", re.IGNORECASE
)
_BEFORE_OFFICE = re.compile(r"^(?:the|an|outgoing|acting|retiring)\s+", re.IGNORECASE)
_PLAIN_OFFICE = re.compile(r"chair|vice|leas|deputy", re.IGNORECASE)
"""What says no more than `Chair`, or is the office of somebody who only presided."""
_OFFICE_NEAR = rule(r"(?P<office><O>),? <N:who>|<N:who2>,? (?P<office2><O>)")


def with_chair(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """The records with the role of whoever was in the chair: the office that the text names, else `Chair`."""
    result = list(records)
    if not any(_is_chair(r.role) for r in result if r.status == "present"):
        for who, m in _said_to_chair(reading):
            if _give(reading, result, who, "Chair", m):
                break
    for m in reading.finditer(_CALLED):
        caller = reading.tagged.one(m, "who")
        office = _office_of(caller.text) if caller else None
        if caller and office:
            _give(reading, result, caller, office, m)
            break
    return _named_office(reading, result)


def _said_to_chair(reading: Reading) -> Iterator[tuple[Mention, re.Match[str]]]:
    for pattern in _CHAIRED:
        for m in reading.finditer(pattern):
            if who := reading.tagged.one(m, "who"):
                yield who, m


def _office_of(text: str) -> str | None:
    words = text.split()
    for length in (3, 2, 1):
        if len(words) > length and " ".join(words[:length]) in word_set("titles", "offices"):
            return " ".join(words[:length])
    return None


def _is_chair(role: str | None) -> bool:
    return role is not None and _CHAIR.match(role) is not None


def _give(reading: Reading, records: list[Attendance], who: Mention, role: str, m: re.Match[str]) -> bool:
    """Whether somebody present is meant, who then has the role if no list gives another."""
    wanted = reading.roster.initials.get(who.text, who.text)
    for i, r in enumerate(records):
        if r.status == "present" and same_person(r.person, wanted):
            if r.role is None:
                place = reading.sentence(m.start(), m.end())
                places = reading.evidence(("statement", place, "attendance.chair"))
                records[i] = r.model_copy(update={"role": role, "evidence": (*r.evidence, *places)})
            return True
    return False


def _named_office(reading: Reading, records: list[Attendance]) -> list[Attendance]:
    """The records in which who is only `Chair` has the office that the text gives: `The outgoing Cathaoirleach, A`."""
    return [_with_office(reading, r) if _is_only_chair(r) else r for r in records]


def _is_only_chair(record: Attendance) -> bool:
    """Whether somebody present has the role `Chair` from the heading of a list."""
    return (
        record.role == "Chair"
        and record.status == "present"
        and any(
            e.span.rule == "attendance.heading" and re.search(r"chair", e.span.text, re.IGNORECASE)
            for e in record.evidence
        )
    )


def _with_office(reading: Reading, record: Attendance) -> Attendance:
    for m in reading.finditer(_OFFICE_NEAR):
        who, office = reading.tagged.one(m, "who"), reading.tagged.one(m, "office")
        if not m["who"]:
            who, office = reading.tagged.one(m, "who2"), reading.tagged.one(m, "office2")
        if who and office and same_surname(who.text, record.person):
            title = _BEFORE_OFFICE.sub("", _BEFORE_OFFICE.sub("", office.text))
            if _PLAIN_OFFICE.match(title):
                return record
            places = reading.evidence(("continuation", (m.start(), m.end()), "attendance.office"))
            return record.model_copy(update={"role": title, "evidence": (*record.evidence, *places)})
    return record
