"""Who was in the chair, where a sentence and no list says so, and the office of whoever presided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..folding import fold
from ..parsed_minutes import Attendance
from .reading import Reading
from .roster import known
from .tagging import Mention, rule
from .vocabulary import any_of, data

_CHAIRED = (
    rule(r"(?:meeting was|was) chaired by <N:who>"),
    rule(
        r"<N:who>,? (?:(?:as )?(?:vice-?\s?chair\w*|deputy),? )?(?:chaired the meeting|took the chair|was in the chair|in the chair|presided|was elected to the chair|would chair the meeting)(?! (?:for|while|during))"
    ),
    rule(r"\b(?:in the absence of the chair\w*,? )<N:who> (?:took|chaired)"),
)
_CALLED = rule(r"<N:who> (?:called|opened) the [^.\n]{0,60}?meeting (?:to order|at|and)")
_OFFICE_BEFORE = re.compile(rf"(?P<office>(?:{any_of(data('titles')['offices'])}))\s*$")
_OFFICE_NEAR = rule(r"(?P<office><O>),? <N:who>|<N:who2>,? (?P<office2><O>)")


def with_chair(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """The records with the role of whoever was in the chair: the office that the text names, else `Chair`."""
    result = list(records)
    if not any(_is_chair(r.role) for r in result if r.status == "present"):
        for pattern in _CHAIRED:
            for m in reading.finditer(pattern):
                who = reading.tagged.one(m, "who")
                if who and _give(reading, result, who, "Chair", m.start(), m.end()):
                    break
            else:
                continue
            break
    for m in reading.finditer(_CALLED):
        who = reading.tagged.one(m, "who")
        office = _office_of(who.text) if who else None
        if who and office:
            _give(reading, result, who, office, m.start(), m.end())
            break
    return _named_office(reading, result)


def _office_of(text: str) -> str | None:
    words = text.split()
    for length in (3, 2, 1):
        if len(words) > length and " ".join(words[:length]) in data("titles")["offices"]:
            return " ".join(words[:length])
    return None


def _is_chair(role: str | None) -> bool:
    return (
        role is not None
        and re.match(
            r"(?:acting )?chair|mayor|cathaoirleach|provost|convener|convenor|president|lord mayor", role, re.IGNORECASE
        )
        is not None
    )


def _give(reading: Reading, records: list[Attendance], who: Mention, role: str, start: int, end: int) -> bool:
    wanted = known(reading.roster.initials.get(who.text, who.text))
    for i, r in enumerate(records):
        if (
            r.status == "present"
            and fold(known(r.person).surname) == fold(wanted.surname)
            and (not wanted.given or not known(r.person).given or known(r.person).given[:1] == wanted.given[:1])
        ):  # type: ignore[index]
            if r.role is None:
                places = reading.evidence(("statement", reading.sentence(start, end), "attendance.chair"))
                records[i] = r.model_copy(update={"role": role, "evidence": (*r.evidence, *places)})
            return True
    return False


def _named_office(reading: Reading, records: list[Attendance]) -> list[Attendance]:
    """`The outgoing Cathaoirleach, Councillor O'Donnell`: who is only `Chair` in a list has the office that the text gives."""
    chairs = [
        i
        for i, r in enumerate(records)
        if r.role == "Chair"
        and r.status == "present"
        and any(
            e.span.rule == "attendance.heading" and re.search(r"chair", e.span.text, re.IGNORECASE) for e in r.evidence
        )
    ]
    for i in chairs:
        surname = fold(known(records[i].person).surname)
        for m in reading.finditer(_OFFICE_NEAR):
            group = "who" if m["who"] else "who2"
            who, office = reading.tagged.one(m, group), reading.tagged.one(m, "office" if m["who"] else "office2")
            if who and office and fold(known(who.text).surname) == surname:
                title = re.sub(r"^(?:the|an|outgoing|acting|retiring)\s+", "", office.text, flags=re.IGNORECASE)
                title = re.sub(r"^(?:outgoing|acting|retiring|the|an)\s+", "", title, flags=re.IGNORECASE)
                if not re.match(r"chair|vice|leas|deputy", title, re.IGNORECASE):
                    places = reading.evidence(("continuation", (m.start(), m.end()), "attendance.office"))
                    records[i] = records[i].model_copy(
                        update={"role": title, "evidence": (*records[i].evidence, *places)}
                    )
                break
    return records
