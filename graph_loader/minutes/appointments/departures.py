"""Who can sit no longer, whatever anybody decides: died, disqualified, or voted out; and who is suspended for a time.

These are no appointments: nobody gives up a place or takes one away. What ends and when follows from them
(`graph/endings.py`); the record keeps what the text says, with the day that it states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.entries import word_set
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Departure, DepartureCause
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import any_of
from .placing import since_in, term_in

_HAVING = (
    r"(?:(?:who|had|has|have|having|was|were|very|so|sadly|recently|suddenly|unexpectedly|peacefully|now|also) ){0,5}"
)
_DIED = rule(rf"(?P<who><P>),? {_HAVING}(?:died|passed away)(?![\w-])")
_DEATH = rule(
    r"\b(?:death|deaths|passing) of (?:(?:the|our|late|former|fellow|serving|long-serving|councillors?|colleagues?"
    r"|member|friend|and|,) ?){0,6}(?P<who><PP>)(?!['’]s)"
)
_LATE = rule(r"\bthe late (?P<who><S>)(?!['’]s (?:wife|husband|widow|family|mother|father|son|daughter))")
_LOST = rule(
    rf"(?P<who><PP>),? {_HAVING}(?:(?:not|failed to be) (?:been )?re-?elected|lost (?:his|her|their) seats?"
    r"|defeated at the (?:[\w'’]+ ){0,3}(?:elections?|polls?))(?![\w-])"
)
_DISQUALIFIED = rule(
    rf"(?P<who><PP>),? {_HAVING}(?:(?:be|been|being|is|are|therefore|automatically|by law|thereby) ){{0,3}}"
    r"(?:disqualified (?=from (?:office|membership|being|holding|sitting|acting|the (?:council|board|office))|as an? "
    r"|for |by |under |pursuant )"
    r"|ceased to be an? (?:qualified )?(?:member|councillor) (?:of the council )?by (?:reason|virtue)"
    r"|vacated (?:his|her|their) (?:seat|office)s?)"
)
_SUSPENDED = rule(
    r"(?P<who><PP>)(?:['’]s?)?,? (?:(?:council )?membership (?:of the (?:council|committee|board) )?)?"
    r"(?:(?:was|were|is|are|be|been|being|has|have|had|hereby|partially|therefore|formally|to|should|shall) ){1,6}"
    r"suspended\b"
)
_SUSPENSION = rule(r"\b(?:suspension of|suspend(?:ed|ing)?) (?P<who><PP>)")
_RULES: tuple[tuple[DepartureCause, tuple[str, ...], tuple[re.Pattern[str], ...]], ...] = (
    ("died", ("died", "passed away", "death", "passing", "the late"), (_DIED, _DEATH, _LATE)),
    ("lost_seat", ("elected", "lost", "defeated"), (_LOST,)),
    ("disqualified", ("disqualified", "ceased to be", "vacated"), (_DISQUALIFIED,)),
    ("suspended", ("suspend", "suspension"), (_SUSPENDED, _SUSPENSION)),
)
_WARNED = ("suspended", "disqualified")
_NO_PLACE = re.compile(r"\bsuspend\w*\s+(?:the\s+)?(?:meeting|standing|sitting|debate|rule|order)", re.IGNORECASE)
_MEMBERS = r"members?|trustees?|governors?|chair\w*|vice[- ]chair\w*|supervisors?|directors?"
_NOT_SO = re.compile(
    r"\b(?:if|whether|unless|should|would be|could be|may be|might be|any|no|not|never|lift\w*|end of the)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_OF_KIN = re.compile(
    r"\b(?:father|mother|brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|niece|nephew|parent|partner|widow"
    r"|widower|relative|grand\w+)s?(?:[- ]in[- ]law)?,?\s+(?:of|to)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a name: whose relative it was that died."""
_FROM_BODY = rule(r"[^.;\n\ue000-\ue005]{0,20}?(?:from|of) (?:the |all meetings of the )?(?P<body><B>)")
_LENGTH = re.compile(
    r"\bfor\s+(?:(?:a|the)\s+(?:(?:maximum|total)\s+)?(?:period|term)\s+of\s+(?:up\s+to\s+)?)?"
    r"(?P<term>(?:an?|\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,6})?)\s+(?:calendar\s+)?(?:days?|weeks?|months?|years?|meetings?))\b",
    re.IGNORECASE,
)


@cache
def _as_member() -> re.Pattern[str]:
    """Words after a name that make its bearer one of the body: minutes tell of the deaths of many others too."""
    titles = any_of(word_set("titles", "civic", "member"))
    before = r",? (?:who (?:had |has )?(?:been|served)(?: as)?|a|an|the|our|former)\b[^.;]{0,30}?\b"
    return re.compile(rf"{before}(?:{titles}|{_MEMBERS})\b", re.IGNORECASE)


def read_departures(reading: Reading) -> list[Departure]:
    """Everybody who died, lost the seat, was disqualified or is suspended, each once for a cause and a sentence.

    Suspensions and disqualifications are warnings as well: people may look for them among the appointments.
    """
    found: dict[tuple[str, str], Departure] = {}
    for cause, stems, patterns in _RULES:
        for pattern in patterns:
            for m in reading.near(stems, pattern):
                for record in _of_match(reading, cause, m):
                    known = found.get((cause, record.person))
                    if known is None or (known.start is None and record.start):
                        found[cause, record.person] = record
    return sorted(found.values(), key=lambda d: (d.span.char_start, d.cause, d.person))


def _of_match(reading: Reading, cause: DepartureCause, m: re.Match[str]) -> Iterator[Departure]:
    low, high = reading.sentence(m.start(), m.end())
    if _NO_PLACE.search(reading.flow, m.start(), high) or _NOT_SO.search(reading.flow[low : m.start()]):
        return
    if cause == "died" and _OF_KIN.search(reading.flow[low : m.start("who")]):
        return
    people = [p for p in reading.tagged.people(m, "who") if _is_of_members(reading, p, cause)]
    body = _FROM_BODY.match(reading.tagged.text, m.end(), high) if cause in _WARNED else None
    term, until = (None, None) if cause != "suspended" else _term(reading, m.end(), high)
    for person in people:
        if cause in _WARNED:
            _warn(reading, person, cause, term, until, low, high)
        of = reading.tagged.one(body, "body") if body else None
        yield Departure(
            person=person.text,
            cause=cause,
            body=of.text if of else None,
            start=since_in(reading, m.end(), high, beside_term=cause == "suspended"),
            end=until,
            term=term,
            span=reading.span(low, high, f"departure.{cause}"),
        )


def _is_of_members(reading: Reading, person: Mention, cause: DepartureCause) -> bool:
    """Whether somebody is one of the body: by the title, by the lists, or by the words after the name."""
    if reading.roster.find(person.text) or cause == "suspended":
        return person.kind != "weak" or bool(reading.roster.find(person.text))
    if person.kind == "office":
        return False
    return parse_name(person.text).civic or _as_member().match(reading.flow, person.end) is not None


def _term(reading: Reading, start: int, high: int) -> tuple[str | None, str | None]:
    term, until = term_in(reading, start, high)
    length = _LENGTH.search(reading.flow, start, high)
    return term or (reading.words(*length.span("term")) if length else None), until


def _warn(
    reading: Reading, person: Mention, cause: DepartureCause, term: str | None, until: str | None, low: int, high: int
) -> None:
    said = f" for {term}" if term else f" until {until}" if until else ""
    message = f"{person.text} is {cause}{said}: no appointment or removal is recorded of it"
    reading.warn("suspended", message, low, high, "suspension")
