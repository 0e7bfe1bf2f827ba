"""Who came late and who left early, told in a sentence anywhere in the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon.agreement import same_person
from ...parsed_minutes import Attendance, AttendanceStatus
from ..absence.apologies import is_about_earlier
from ..dates.clock import PLAIN_TIME, MeetingHours, clock_time, is_plain
from ..dates.written import times
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from .meant import are_several, mark_of, meant

_CAME = (
    r"(?:arriv(?:ed|es|ing)|joined|joins|joining|enter(?:ed|s|ing)|came in|came|logged (?:on|in)|took (?:his|her|their)"
    r" seats?|was present from|were present from|attended from|connected)"
)
_WENT = (
    r"(?:left|leaves|leaving|departed|departs|withdrew from|retired from|logged (?:off|out)|vacated"
    r"|was present until|were present until|attended until|was excused|were excused)"
)
_SAID = r"(?:,? ?(?:and |who |then |also |had |has |having |both ){0,3})"
_TOLD = (
    ("arrived", rule(rf"<PP:who>{_SAID}(?P<verb>{_CAME})(?P<rest>[^;\n\ue000-\ue005]{{0,90}})")),
    ("left", rule(rf"<PP:who>{_SAID}(?P<verb>{_WENT})(?P<rest>[^;\n\ue000-\ue005]{{0,90}})")),
    (
        "left",
        rule(
            rf"<PP:who>(?P<between>[^.;:\n\ue000-\ue005]{{3,70}}?)(?: and|,| &) (?:then |he |she )?(?P<verb>{_WENT})"
            r"(?P<rest> the (?:meeting|room|chamber)[^;\n\ue000-\ue005]{0,60})"
        ),
    ),
    ("arrived", rule(r"\b(?P<verb>(?:late )?arrivals?)(?: of)?:? <PP:who>(?P<rest>[^;\n\ue000-\ue005]{0,60})")),
    ("left", rule(r"\b(?P<verb>(?:early )?departures?)(?: of)?:? <PP:who>(?P<rest>[^;\n\ue000-\ue005]{0,60})")),
)
_BETWEEN = re.compile(
    r"\s*(?:(?:late|early|to|at|in|into|from|the|this|meeting|meetings|proceedings|room|chamber|hall|council|committee"
    r"|board|call|session|remotely|virtually|online|via|by|zoom|teams|webex|phone|telephone|during|before|after|for"
    r"|discussion|of|item|agenda|minute|no|number|and|did|not|return|approximately|about|around|circa|on|time"
    r"|\d{1,3}(?![\d:.]))\b[.,]?|[(@,–-]|\s)*$",
    re.IGNORECASE,
)
"""What may stand between such a verb and the time: `joined the meeting during item 3 at`."""
_BACK = rule(r"<PP:who>[^.;\n\ue000-\ue005]{0,40}? (?:returned|rejoined|re-joined|re-entered|came back)\b")
_THERE: tuple[AttendanceStatus, ...] = ("present", "in_attendance")
_RANGE = re.compile(r"\buntil\b|\btill\b|\bleft\b|\bto\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Movement:
    """Somebody's coming or going; `time` is none where the half of the day is not known."""

    who: Mention
    way: str
    time: str | None
    place: tuple[int, int]


def with_movements(reading: Reading, records: Sequence[Attendance], sitting: MeetingHours) -> list[Attendance]:
    """The records with the times at which people came and left; `sitting` is when the meeting began and ended.

    Only those who were there; nobody becomes absent by it. Who came back is not said to have left. A time that may be
    in either half of the day is a warning.
    """
    result = [_with_plain_time(reading, record, sitting) for record in records]
    back = {m.text for found in reading.finditer(_BACK) for m in reading.tagged.people(found, "who")}
    for move in _movements(reading, sitting):
        there = meant(result, _listed(reading, move.who.text), _THERE)
        if move.way == "left" and any(
            same_person(name, move.who.text) and mark_of(name) == mark_of(move.who.text) for name in back
        ):
            continue
        if are_several(result, there):
            message = f"more than one person listed can be “{move.who.text}”: the time is given to nobody"
            reading.warn("ambiguous_person", message, *move.place, "attendance.movement")
            continue
        for i in there[:1]:
            if getattr(result[i], move.way) is not None:
                continue
            if move.time is None:
                reading.warn("undecided_time", _undecided(move.who.text, move.way), *move.place, "attendance.movement")
                continue
            places = reading.evidence(("statement", move.place, "attendance.movement"))
            update = {move.way: move.time, "evidence": (*result[i].evidence, *places)}
            result[i] = result[i].model_copy(update=update)
    return result


def _undecided(person: str, way: str) -> str:
    return f"whether {person} {way} in the morning or in the evening is not said: no time is recorded"


def _listed(reading: Reading, name: str) -> str:
    return reading.roster.initials.get(name, name)


def _movements(reading: Reading, sitting: MeetingHours) -> Iterator[_Movement]:
    for way, pattern in _TOLD:
        for m in reading.finditer(pattern):
            low, high = reading.sentence(m.start("who"), m.end("verb"))
            if is_about_earlier(reading.flow[low:high]):
                continue
            time = _time_after(reading.flow, m.start("rest"), min(m.end("rest"), _next_clause(m)), sitting)
            time = time or _time_before(reading.flow, low, m.start(), sitting)
            if time is None:
                continue
            for who in reading.tagged.people(m, "who"):
                if who.kind != "weak" or reading.roster.find(who.text):
                    yield _Movement(who, way, time.value, (low, high))


def _next_clause(m: re.Match[str]) -> int:
    """Where the words after the verb stop to be about it: at a word for the other way."""
    other = re.search(r"\band (?:left|arrived|departed|returned|joined)\b", m["rest"])
    return m.start("rest") + other.start() if other else m.end("rest")


@dataclass(frozen=True, order=True)
class _Time:
    """A time and where it stands; without a value where the half of the day is not known."""

    start: int
    end: int
    value: str | None


def _times(text: str, start: int, end: int, sitting: MeetingHours) -> list[_Time]:
    """The times between two offsets, in order: those that say their half of the day, then those that do not."""
    found = [_Time(f.start, f.end, f.value) for f in times(text, start, end) if not is_plain(text, f.start, f.end)]
    found += [
        _Time(m.start(), m.end(), clock_time(m["h"], m["m"], sitting))
        for m in PLAIN_TIME.finditer(text, start, end)
        if int(m["h"]) < 24 and not any(f.start <= m.start() < f.end for f in found)
    ]
    return sorted(found, key=lambda time: time.start)


def _time_after(text: str, start: int, end: int, sitting: MeetingHours) -> _Time | None:
    """The time that follows with nothing but the meeting, a room or an item before it."""
    found = next(iter(_times(text, start, end, sitting)), None)
    return found if found and _BETWEEN.match(text[start : found.start]) else None


def _time_before(text: str, low: int, at: int, sitting: MeetingHours) -> _Time | None:
    """The time that begins the sentence: `At 7.15 pm Cllr X left`, `7.15 – Cllr X arrived`."""
    found = next(iter(_times(text, low, at, sitting)), None) if at - low <= 40 else None
    if found is None:
        return None
    around = text[low : found.start] + " " + text[found.end : at]
    return found if re.fullmatch(r"[\s(\[,:;–.-]*(?:[Aa]t|[Tt]ime)?[\s\])(,:;–.-]*", around) else None


def _with_plain_time(reading: Reading, record: Attendance, sitting: MeetingHours) -> Attendance:
    """The record with a time that stands beside the name without `am` or `pm`: `(arrived 7.05)`."""
    if record.reason is None or record.arrived or record.left:
        return record
    came = re.match(r"(?:arriv\w*|arr\.?|joined|from|late|entered)\b", record.reason, re.IGNORECASE)
    went = re.match(r"(?:left|until|till|departed|leaving|to)\b", record.reason, re.IGNORECASE)
    found = list(PLAIN_TIME.finditer(record.reason))
    if not found or not (came or went) or len(record.reason) > 40:
        return record
    values = [clock_time(m["h"], m["m"], sitting) for m in found]
    if None in values:
        reading.say("undecided_time", _undecided(record.person, "arrived" if came else "left"), record.span)
        return record
    if came and len(values) > 1 and _RANGE.search(record.reason):
        return record.model_copy(update={"arrived": values[0], "left": values[-1], "reason": None})
    return record.model_copy(update={("arrived" if came else "left"): values[0], "reason": None})
