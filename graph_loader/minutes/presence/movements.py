"""Who came late and who left early, told in a sentence anywhere in the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon.agreement import same_person
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Attendance
from ..absence.apologies import is_about_earlier
from ..dates.written import times
from ..names.tagging import Mention, rule
from ..page.reading import Reading

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
_PLAIN_TIME = re.compile(r"(?<![\d.:/£$])(?P<h>\d{1,2})[.:](?P<m>[0-5]\d)(?![\d.:/%])")
_TIME_FIRST = re.compile(r"(?:^|[.;(\[\n])\s*(?:at\s+)?[^.;()\[\]\n]{0,30}?$", re.IGNORECASE)
_BACK = rule(r"<PP:who>[^.;\n\ue000-\ue005]{0,40}? (?:returned|rejoined|re-joined|re-entered|came back)\b")
_RANGE = re.compile(r"\buntil\b|\btill\b|\bleft\b|\bto\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Movement:
    who: Mention
    way: str
    time: str
    place: tuple[int, int]


def with_movements(reading: Reading, records: Sequence[Attendance], start: str | None) -> list[Attendance]:
    """The records with the times at which people came and left; `start` is when the meeting began.

    Only those who were there; nobody becomes absent by it. Who came back is not said to have left.
    """
    result = [_with_plain_time(record, start) for record in records]
    back = {m.text for found in reading.finditer(_BACK) for m in reading.tagged.people(found, "who")}
    for move in _movements(reading, start):
        there = [
            i
            for i, r in enumerate(result)
            if r.status in {"present", "in_attendance"} and same_person(r.person, _listed(reading, move.who.text))
        ]
        if move.way == "left" and any(same_person(name, move.who.text) for name in back):
            continue
        if len({parse_name(result[i].person).plain for i in there}) > 1:
            message = f"more than one person listed can be “{move.who.text}”: the time is given to nobody"
            reading.warn("ambiguous_person", message, *move.place, "attendance.movement")
            continue
        for i in there[:1]:
            if getattr(result[i], move.way) is None:
                places = reading.evidence(("statement", move.place, "attendance.movement"))
                update = {move.way: move.time, "evidence": (*result[i].evidence, *places)}
                result[i] = result[i].model_copy(update=update)
    return result


def _listed(reading: Reading, name: str) -> str:
    return reading.roster.initials.get(name, name)


def _movements(reading: Reading, start: str | None) -> Iterator[_Movement]:
    for way, pattern in _TOLD:
        for m in reading.finditer(pattern):
            low, high = reading.sentence(m.start("who"), m.end("verb"))
            if is_about_earlier(reading.flow[low:high]):
                continue
            time = _time_after(reading.flow, m.start("rest"), min(m.end("rest"), _next_clause(m)), start)
            time = time or _time_before(reading.flow, low, m.start(), start)
            if time is None:
                continue
            for who in reading.tagged.people(m, "who"):
                if who.kind != "weak" or reading.roster.find(who.text):
                    yield _Movement(who, way, time, (low, high))


def _next_clause(m: re.Match[str]) -> int:
    """Where the words after the verb stop to be about it: at a word for the other way."""
    other = re.search(r"\band (?:left|arrived|departed|returned|joined)\b", m["rest"])
    return m.start("rest") + other.start() if other else m.end("rest")


def _time_after(text: str, start: int, end: int, meeting: str | None) -> str | None:
    """The time that follows with nothing but the meeting, a room or an item before it."""
    found = [(f.start, f.value) for f in times(text, start, end)]
    found += [(m.start(), _clock(m, meeting)) for m in _PLAIN_TIME.finditer(text, start, end)]
    at, value = min(found, default=(0, ""))
    return value if value and _BETWEEN.match(text[start:at]) else None


def _time_before(text: str, low: int, at: int, meeting: str | None) -> str | None:
    """The time that begins the sentence: `At 7.15 pm Cllr X left`, `7.15 – Cllr X arrived`."""
    before = text[low:at]
    if len(before) > 40:
        return None
    found = [(f.start, f.end, f.value) for f in times(text, low, at)]
    found += [(m.start(), m.end(), _clock(m, meeting)) for m in _PLAIN_TIME.finditer(text, low, at)]
    if not found:
        return None
    first, last, value = min(found)
    around = text[low:first] + " " + text[last:at]
    return value if re.fullmatch(r"[\s(\[,:;–.-]*(?:[Aa]t|[Tt]ime)?[\s\])(,:;–.-]*", around) else None


def _clock(m: re.Match[str], meeting: str | None) -> str:
    """A time without `am` and `pm`: in the half of the day in which the meeting began."""
    hour = int(m["h"])
    if hour > 23:
        return ""
    if meeting and hour < 12 and (later := hour + 12) < 24 and int(meeting[:2]) >= 12:
        hour = later
    return f"{hour:02}:{m['m']}"


def _with_plain_time(record: Attendance, meeting: str | None) -> Attendance:
    """The record with a time that stands beside the name without `am` or `pm`: `(arrived 7.05)`."""
    if record.reason is None or record.arrived or record.left:
        return record
    came = re.match(r"(?:arriv\w*|arr\.?|joined|from|late|entered)\b", record.reason, re.IGNORECASE)
    went = re.match(r"(?:left|until|till|departed|leaving|to)\b", record.reason, re.IGNORECASE)
    found = list(_PLAIN_TIME.finditer(record.reason))
    if not found or not (came or went) or len(record.reason) > 40:
        return record
    values = [_clock(m, meeting) for m in found]
    if came and len(values) > 1 and _RANGE.search(record.reason):
        return record.model_copy(update={"arrived": values[0], "left": values[-1], "reason": None})
    return record.model_copy(update={("arrived" if came else "left"): values[0], "reason": None})
