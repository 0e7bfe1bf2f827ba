"""What every rule about appointments finds: a person or holder, a body, a role, and what was done with the place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...folding import fold
from ...lexicon.months import month_beginnings
from ...parsed_minutes import Action, Appointment, Evidence, Outcome
from ..dates.number_words import count_pattern
from ..dates.written import dates, month_number
from ..names.bodies import body_kind
from ..names.mentions import Mention
from ..page.reading import Reading
from ..page.vocabulary import phrase_pattern

_SPAN = r"(?:19|20)\d{2}\s?[-/–]\s?(?:\d{4}|\d{2})\b"


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        r"(?P<t>\bfor\s+(?:the\s+)?(?:purposes?\s+of\s+(?:this|the)\s+meeting|(?:duration\s+of\s+)?(?:this|the)\s+meeting"
        r"(?:\s+only)?)"
        r"|\bfor\s+(?:the\s+|a\s+|an\s+)?(?:(?:further|additional|ensuing|coming|forthcoming|following|next|current|new"
        r"|remainder|rest|whole|full|period|term|of|the|office|municipal|civic|council|mayoral|academic|financial|school)"
        r"[\s-]+){0,7}"
        rf"(?:(?:{count_pattern(1, 5)}|\d{{1,2}})[-\s]{{0,3}}(?:\([\w ]{{1,9}}\)\s+)?years?(?:['’]?\s+terms?)?"
        rf"(?:\s+of\s+office)?|years?\b(?:\s+of\s+office)?(?:\s+{_SPAN})?|term\b(?:\s+of\s+office)?[^.,;\n]{{0,40}}|{_SPAN})"
        r"|\b(?:un)?till?\s+(?:the\s+)?(?:next\s+)?[^.;,\n]{3,70}"
        r"|\bto\s+hold\s+office\s+(?P<hold>[^.\"\n]{3,110})"
        r"|\b(?:for\s+the\s+period\s+)?(?:expiring|ending|expires|to\s+expire|to\s+end)\s+(?:on\s+|at\s+|in\s+)?"
        r"(?:the\s+)?[^.;\n]{3,60})",
        re.IGNORECASE,
    )


_YEAR = re.compile(
    r"\bfor\s+(?:the\s+)?(?:\w+\s+)?(?:year\s+)?(?P<y>(?:19|20)\d{2}\s?[-/–]\s?(?:\d{4}|\d{2}))\b", re.IGNORECASE
)


@cache
def _only_end() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:until|till|expir\w+|ending|to\s+end)(?:\s+(?:on|at|in|by|the|end|of)){0,3}\s+"
        rf"|\bto\s+(?:the\s+end\s+of\s+)?(?=(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{month_beginnings()})"
        r"[a-z]{0,6},?\s+(?:19|20)\d\d)",
        re.IGNORECASE,
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:with\s+effect\s+from|w\.?e\.?f\.?|effective(?:\s+from|\s+on)?|from|as\s+(?:from|of|at)"
        rf"|commencing(?:\s+on)?|on|in)\s+(?:the\s+)?(?=\d|{month_beginnings()})",
        re.IGNORECASE,
    )


@cache
def _from_then() -> re.Pattern[str]:
    """Words beside a term that say when it begins."""
    return re.compile(
        r"\b(?:from|effective|commencing|starting)(?:\s+on)?\s+(?:the\s+)?"
        rf"(?=\d|{month_beginnings()})",
        re.IGNORECASE,
    )


@cache
def _month_and_year() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<m>(?:{month_beginnings()})\w*)\s+(?P<y>(?:19|20)\d{{2}})\b"
        r"|\b(?P<m2>\d{1,2})/(?P<y2>(?:19|20)?\d{2})\b",
        re.IGNORECASE,
    )


_BEFORE_ROLE = re.compile(
    r"^(?:(?:as|to|be|the|a|an|our|its|their|his|her|this|new|outgoing|office|of|position|post|role|councils?['’]s?"
    r"|council['’]s|committee['’]s|board['’]s|authority['’]s)\s+)+",
    re.IGNORECASE,
)


_WITH_BODY = re.compile(r"\b(?:of|on|to|for|at|in|from|with)\b", re.IGNORECASE)
"""A role with its body: `Chairman of the Council`."""


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


def place_of(mention: Mention) -> Place:
    """The body that a mention names."""
    return Place(mention.text, mention.start, mention.end)


def is_place(role: str) -> bool:
    """Whether a role is a place or an office on a body, and not a job or a task."""
    place = phrase_pattern("offices", "place").search(role)
    if place is None:
        return False
    return phrase_pattern("offices", "job").search(role[: place.start()] + role[place.end() :]) is None


def is_job(role: str) -> bool:
    """Whether a role is a job or a task, and no place on a body: `internal auditor`."""
    place, job = (phrase_pattern("offices", kind).search(role) for kind in ("place", "job"))
    return place is None and job is not None


def same_office(one: str | None, other: str | None) -> bool:
    """Whether two roles name one office: `Chairman` and `Chairperson`; so do two that are not stated."""
    return _office_key(one) == _office_key(other)


def _office_key(role: str | None) -> str:
    return re.sub(r"(?:man|person|woman)\b", "", fold(role or "")).replace(" ", "")[:9]


def action_of(verb: str) -> Action:
    """What a verb in the past tense does with a place: `co-opted`, `re-elected`, `nominated`; else it appoints."""
    lower = verb.lower()
    if lower.startswith("co"):
        return "co_opt"
    return "elect" if "elect" in lower else "nominate" if "nominat" in lower else "appoint"


def term_in(reading: Reading, start: int, end: int) -> tuple[str | None, str | None]:
    """The term as written and its end as a date, from the words between two offsets.

    Words that say no more than the date of its end are no term.
    """
    m = _term().search(reading.flow, start, end)
    if not m:
        return None, None
    ends = _only_end().search(reading.flow, m.start(), end)
    until = _date_in(reading, ends.end(), min(end, ends.end() + 90), first=True) if ends else None
    if until and ends and ends.start() == m.start():
        return None, until
    words = " ".join((m["hold"] or m["t"]).replace("\x1f", " ").split()).strip(" .,;:\"'”)")
    year = _YEAR.match(words)
    if year:
        return re.sub(r"\s", "", year["y"]), until
    return re.sub(r"^for\s+(?:a\s+(?:term|period)\s+of\s+)?", "", words, flags=re.IGNORECASE), until


def term_place(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Where the words between two offsets give a term, or none."""
    m = _term().search(reading.flow, start, end)
    return m.span() if m else None


def since_in(reading: Reading, start: int, end: int, beside_term: bool = False) -> str | None:
    """The date from which something holds, from the words between two offsets: `with effect from 1 May 2023`.

    Beside a term only `from` and the like say so, since `on` and `in` may belong to its end.
    """
    m = (_from_then() if beside_term else _from()).search(reading.flow, start, end)
    return _date_in(reading, m.end(), min(end, m.end() + 30), first=True) if m else None


def _date_in(reading: Reading, start: int, end: int, first: bool = False) -> str | None:
    """The first day or month between two offsets; with `first` it must begin there."""
    exact = dates(reading.flow, start, end, reading.year if first else None, reading.month_first)
    if exact and (not first or exact[0].start == start):
        return exact[0].value
    month = _month_and_year().search(reading.flow, start, end)
    return _month_year(month) if month and (not first or month.start() == start) else None


def find_month(text: str) -> str | None:
    """The month that a piece of text names, as `2027-05`."""
    m = _month_and_year().search(text)
    return _month_year(m) if m else None


def _month_year(m: re.Match[str]) -> str:
    """`May 2027` and `5/27` as `2027-05`."""
    number = month_number(m["m"]) if m["m"] else int(m["m2"])
    year = m["y"] or m["y2"]
    return f"{year if len(year) == 4 else '20' + year}-{number:02d}"


def year_term(reading: Reading, start: int, end: int) -> str | None:
    """The year that an item says that its decisions are for: `for the year 2014-15`."""
    m = _YEAR.search(reading.flow, start, end)
    return re.sub(r"\s", "", m["y"]) if m else None


def clean_role(role: str) -> str:
    """A role without the article and the words around it."""
    words = _BEFORE_ROLE.sub("", " ".join(role.replace("\x1f", " ").split()))
    words = re.sub(r"(?<=[a-z])- (?=[a-z])", "-", words)  # a hyphen at the end of a line
    return words.strip(" .,;:\"'“”()-–")


def is_body(role: str) -> bool:
    """Whether a role is the name of a body alone: nobody is `Market Trustees Committee` on another body."""
    return body_kind(role) != "other" and not _WITH_BODY.search(role)


def record(reading: Reading, placing: Placing, meeting_body: str | None) -> Appointment | None:
    """The record of a placing; none where no body is known."""
    name, role = placing.place.name if placing.place else placing.body or meeting_body, placing.role
    represents = placing.represents
    if role and is_body(role):
        if placing.action == "co_opt":  # who is co-opted comes from another body
            represents, role = represents or role, "member"
        else:
            name, role = role, "member"
    if name is None:
        reading.warn("no_body", "an appointment, and no body that it is to", placing.start, placing.end, placing.rule)
        return None
    return Appointment(
        person=placing.person,
        holder=placing.holder,
        represents=represents,
        body=name,
        body_kind=body_kind(name),
        role=role,
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
