"""What every rule about appointments finds: a person or holder, a body, a role, and what was done with the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..parsed_minutes import Action, Appointment, Evidence, Outcome
from .bodies import body_kind, body_mentions
from .dates import dates
from .outcomes import outcome_of
from .reading import Reading
from .vocabulary import data

_TERM = re.compile(
    r"(?P<t>\bfor\s+(?:the\s+)?(?:purposes?\s+of\s+(?:this|the)\s+meeting|(?:this|the)\s+meeting(?:\s+only)?)|\bfor\s+(?:the\s+|a\s+|an\s+)?(?:further\s+|ensuing\s+|coming\s+|forthcoming\s+|following\s+|next\s+|remainder\s+of\s+the\s+|current\s+|period\s+of\s+)*"
    r"(?:(?:municipal|civic|council|mayoral|academic|financial|ensuing)\s+)*(?:(?:one|two|three|four|five|\d{1,2})[- ]?years?(?:['’]?\s+terms?)?(?:\s+of\s+office)?|years?\b(?:\s+of\s+office)?(?:\s+(?:19|20)\d{2}\s?[-/–]\s?(?:\d{2,4}))?|term\b(?:\s+of\s+office)?[^.,;\n]{0,40}|(?:19|20)\d{2}\s?[-/–]\s?\d{2,4})"
    r"|\b(?:to\s+hold\s+office\s+)?(?:un)?til(?:l)?\s+(?:the\s+)?(?:next\s+)?[^.;\n]{3,70}|\bto\s+hold\s+office\s+(?P<hold>[^.\"\n]{3,110})|\b(?:expiring|ending|expires)\s+(?:on\s+|at\s+|in\s+)?(?:the\s+)?[^.;\n]{3,60})",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\bfor\s+(?:the\s+)?(?:\w+\s+)?(?:year\s+)?(?P<y>(?:19|20)\d{2}\s?[-/–]\s?(?:\d{4}|\d{2}))\b", re.IGNORECASE
)
_END = re.compile(r"\b(?:until|till|to|expir\w+|ending|ends|up to)\b[^.;\n]{0,40}$", re.IGNORECASE)
_MONTH_YEAR = re.compile(
    r"\b(?P<m>jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)\s+(?P<y>(?:19|20)\d{2})\b|\b(?P<m2>\d{1,2})/(?P<y2>(?:19|20)?\d{2})\b",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True)
class Place:
    """The body of an appointment: its name as the text names it, and where."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Placing:
    """An appointment, resignation or vacancy on its way to a record."""

    start: int
    end: int
    rule: str
    action: Action
    outcome: Outcome
    person: str | None = None
    holder: str | None = None
    represents: str | None = None
    place: Place | None = None
    body: str | None = None
    role: str | None = None
    replaces: str | None = None
    made_by: str | None = None
    since: str | None = None
    until: str | None = None
    term: str | None = None
    evidence: tuple[Evidence, ...] = ()


@cache
def _roles(kind: str) -> re.Pattern[str]:
    words = sorted(data("roles")[kind], key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in words)})(?![\w-])", re.IGNORECASE)


def is_place(role: str) -> bool:
    """Whether a role is a place or an office on a body, and not a job or a task."""
    place = _roles("places").search(role)
    return place is not None and _roles("jobs").search(role[: place.start()] + role[place.end() :]) is None


def term_in(reading: Reading, start: int, end: int) -> tuple[str | None, str | None]:
    """The term as written and its end as a date, from the words between two offsets."""
    text = reading.flow[start:end]
    m = _TERM.search(text)
    if not m:
        return None, None
    words = " ".join((m["hold"] or m["t"]).split()).strip(" .,;:\"'”)")
    year = _YEAR.match(words)
    if year:
        return re.sub(r"\s", "", year["y"]), None
    until = (
        _end_date(reading, start + m.start(), start + m.end())
        if re.search(r"\b(?:un)?till?\b|expir|ending", m[0], re.IGNORECASE)
        else None
    )
    if re.match(r"for\s+", words, re.IGNORECASE):
        words = words[4:].strip()
    return words, until


def _end_date(reading: Reading, start: int, end: int) -> str | None:
    exact = dates(reading.flow, start, end)
    if exact:
        return exact[0].value
    month = _MONTH_YEAR.search(reading.flow, start, end)
    return month_year(month) if month else None


def month_year(m: re.Match[str]) -> str:
    """`May 2027` and `5/27` as `2027-05`."""
    number = _MONTHS.index(m["m"][:3].lower()) + 1 if m["m"] else int(m["m2"])
    year = m["y"] or m["y2"]
    return f"{year if len(year) == 4 else '20' + year}-{number:02d}"


def find_month(text: str) -> str | None:
    """The month that a piece of text names, as `2027-05`."""
    m = _MONTH_YEAR.search(text)
    return month_year(m) if m else None


def year_term(reading: Reading, start: int, end: int) -> str | None:
    """The year that an item says that its decisions are for: `for the year 2014-15`."""
    m = _YEAR.search(reading.flow, start, end)
    return re.sub(r"\s", "", m["y"]) if m else None


def bodies_in(reading: Reading, start: int, end: int) -> Iterator[Place]:
    """The bodies named between two offsets."""
    for a, b in body_mentions(reading.flow, start, end):
        yield Place(reading.words(a, b), a, b)


def outcome_near(reading: Reading, start: int, end: int, default: Outcome) -> Outcome:
    """The outcome that the words around an appointment state."""
    return outcome_of(reading.flow[start:end]) or default


def clean_role(role: str) -> str:
    """A role without the article and the words around it."""
    words = re.sub(
        r"^(?:(?:as|to|be|the|a|an|our|its|new|office|of|position|post|role)\s+)+",
        "",
        " ".join(role.split()),
        flags=re.IGNORECASE,
    )
    return words.strip(" .,;:\"'“”()-–")


def record(reading: Reading, placing: Placing, meeting_body: str | None) -> Appointment | None:
    """The record of a placing; none where no body is known."""
    name = placing.place.name if placing.place else placing.body or meeting_body
    if name is None:
        reading.warn("no_body", "an appointment, and no body that it is to", placing.start, placing.end, placing.rule)
        return None
    return Appointment(
        person=placing.person,
        holder=placing.holder,
        represents=placing.represents,
        body=name,
        body_kind=body_kind(name),
        role=placing.role,
        action=placing.action,
        replaces=placing.replaces,
        outcome=placing.outcome,
        made_by=placing.made_by,
        decision=reading.outline.number_at(placing.start),
        start=placing.since,
        end=placing.until,
        term=placing.term,
        span=reading.span(placing.start, placing.end, placing.rule),
        evidence=placing.evidence,
    )
