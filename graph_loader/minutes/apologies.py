"""Apologies and absences, in lists and in sentences; who stood in for the absent is read in `substitutions`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..folding import fold
from ..parsed_minutes import Attendance, AttendanceStatus, Capacity
from .bodies import organisation_kind
from .capacities import is_no_member, is_officer_role, role_capacity
from .entries import Listed
from .outline import Section, is_prose
from .people import read_people
from .reading import Reading
from .roster import known, same_person
from .tagging import rule

_EARLIER = re.compile(
    r"\b(?:minutes? of|previous (?:meeting|minutes)|last meeting|minutes .{0,40}(?:amended|corrected)|inclusion of"
    r"|subject to|had been omitted)\b",
    re.IGNORECASE,
)
_RECEIVED = rule(r"\b(?:apolog(?:y|ies)|regrets)\b[^.\n]{0,90}?\b(?:from|behalf of|by)\s*:? <PP:who>")
_SENT = rule(
    r"<PP:who>,? (?:had )?(?:sent|tendered|gave|given|offered|submitted|conveyed|had sent|has sent) "
    r"(?:his |her |their |in )?(?:apolog(?:y|ies)|regrets)"
)
_EXCUSED = rule(r"<PP:who>,? (?:asked to be|was|were|is|had been|has been|be) excused")
_ABSENT = rule(
    r"(?:noted (?:the|that) )?<PP:who> (?:was|were) (?:absent|not present|unable to attend|unable to be present)"
    r"(?! (?:during|for|from|when) )"
)
_LATE = rule(r"\b(?:apologies for lateness|lateness|would be late|to be late)\b")
_SPOKEN: tuple[tuple[AttendanceStatus, re.Pattern[str]], ...] = (
    ("apologies", _RECEIVED),
    ("apologies", _SENT),
    ("apologies", _EXCUSED),
    ("absent", _ABSENT),
)
_NONE = re.compile(r"^\s*(?:there were )?(?:no|none|nil|n/a)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\s*(?:(?:from|received from|apologies(?: for absence)?(?: were)?(?: also)?(?: received)?(?: from)?)\b"
    r"|[\ue000\ue004])"
)
_UNTIL = rule(
    r"(?:,? (?:and|which) (?:these |they )?(?:were |was )?(?:accepted|noted|approved|sanctioned|agreed|duly)"
    r"|,? with <PP>|,? (?:and )?lateness from|,? and for lateness|,? for whom <P>"
    r"|(?:,|;)? ?(?:who was|who were) (?:substituted|represented|replaced))"
)
_OTHER_TIER = re.compile(r"(?:county|district|borough|city)\s+(?:cllr|councillor)", re.IGNORECASE)
_ABOUT_VOTING = re.compile(r"\bvot\w+|\bmotion\b|\bleft the (?:meeting|room)\b", re.IGNORECASE)
"""Who is absent for a vote is not absent from the meeting."""


@dataclass(frozen=True)
class Apologies:
    """The records that apologies and absences give, and the entries of their lists."""

    attendance: list[Attendance]
    listed: list[Listed]


def is_about_earlier(sentence: str) -> bool:
    """Whether a sentence speaks of an earlier meeting or of its minutes."""
    return _EARLIER.search(sentence) is not None


def read_apologies(reading: Reading) -> Apologies:
    """All apologies and absences of a meeting, those of the sections first; once for each person and status."""
    records: dict[tuple[str, str], Attendance] = {}
    entries: list[Listed] = []
    for section in reading.outline.sections:
        if section.kind == "apologies":
            for listed in _listed(reading, section):
                entries.append(listed)
                _take(records, _record(reading, listed, section, "apologies"))
    for record in _spoken(reading, records):
        _take(records, record)
    return Apologies(list(records.values()), entries)


def _take(records: dict[tuple[str, str], Attendance], record: Attendance) -> None:
    records.setdefault((fold(known(record.person).plain), record.status), record)


# -- lists -----------------------------------------------------------------------------------------------------------


def _listed(reading: Reading, section: Section) -> list[Listed]:
    """The people of an apologies section: its first sentence or list, cut at what says something else."""
    flow, tagged = reading.flow, reading.tagged.text
    found: list[Listed] = []
    for start, end in reading.sentences(section.start, section.end):
        first = _list_begin(reading, section, start, end)
        if first is None or _ABSENT.search(tagged, start, end):
            continue
        cut = _UNTIL.search(tagged, first, end)
        people = read_people(reading.view, flow, first, cut.start() if cut else end)
        found += [p for p in people.people if not _is_substitute(p, people.people)]
        for u, v in people.unread:
            reading.warn("unparsed_line", "no rule reads this among the apologies", u, v, "apologies.list")
    return found


def _list_begin(reading: Reading, section: Section, start: int, end: int) -> int | None:
    """Where the list of names begins in a sentence of an apologies section; none where it has none."""
    text = reading.tagged.text[start:end]
    if _NONE.search(text) or is_about_earlier(reading.flow[start:end]):
        return None
    received = _RECEIVED.search(reading.tagged.text, start, end)
    if received:
        return received.start("who")
    if (section.sentence and start == section.start) or _FROM.match(text):
        return start
    later = start > section.start + 3
    return None if later or is_prose(reading.flow[start:end]) else start


def _is_substitute(listed: Listed, people: Iterable[Listed]) -> bool:
    """Whether a name in the list is only somebody's substitute: `A, substituted by B`."""
    return any(p.notes.stood_in_by and fold(p.notes.stood_in_by).startswith(fold(listed.person)) for p in people)


def _record(reading: Reading, listed: Listed, section: Section | None, status: AttendanceStatus) -> Attendance:
    organisation, reason = listed.organisation, listed.notes.reason
    if organisation and organisation[:1].islower():
        organisation, reason = None, organisation
    return Attendance(
        person=listed.person,
        status=status,
        role=listed.role,
        capacity=_capacity(listed, organisation),
        organisation=organisation,
        organisation_kind=organisation_kind(organisation) if organisation else None,
        reason=reason,
        initials=listed.notes.initials,
        list=reading.outline.list_number(section) if section else None,
        span=reading.span(listed.start, max(listed.end, listed.entry_end), "apologies.list"),
        evidence=reading.evidence(("heading", section.label, "apologies.heading")) if section else (),
    )


def _capacity(listed: Listed, organisation: str | None) -> Capacity | None:
    """An apology alone does not say as what somebody was expected; a substitute, a role or a sender does."""
    if listed.notes.stood_in_by:
        return "member"
    if given := role_capacity(listed.role):
        return given
    if is_officer_role(listed.role) or is_no_member(listed.role):
        return "officer"
    if organisation and organisation_kind(organisation) not in {"ward", "party"}:
        return "guest"
    if _OTHER_TIER.match(listed.person):
        return "guest"
    return "member" if listed.role else None


# -- sentences -------------------------------------------------------------------------------------------------------


def _spoken(reading: Reading, records: dict[tuple[str, str], Attendance]) -> Iterator[Attendance]:
    """Apologies and absences in sentences; `records` are those so far, and grow while this is read."""
    for status, pattern in _SPOKEN:
        for m in reading.finditer(pattern):
            sentence = reading.sentence_text(m)
            if is_about_earlier(sentence) or _LATE.search(sentence) or _ABOUT_VOTING.search(sentence):
                continue
            for mention in reading.tagged.people(m, "who"):
                if mention.kind == "weak" and pattern is not _RECEIVED and not reading.roster.find(mention.text):
                    continue
                if mention.kind == "office" or any(same_person(r.person, mention.text) for r in records.values()):
                    continue
                listed = Listed(mention.text, mention.start, mention.end, mention.end)
                record = _record(reading, listed, None, status)
                name = "apologies.absent" if status == "absent" else "apologies.sentence"
                yield record.model_copy(
                    update={
                        "span": reading.span(*reading.sentence(m.start(), m.end()), name),
                        "capacity": record.capacity or ("member" if status == "absent" else None),
                    }
                )
