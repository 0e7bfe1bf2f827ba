"""Places whose holder is not named, and bodies chaired by somebody: told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.offices import HEADS, office
from ..dates.number_words import count_pattern
from ..names.tagging import rule
from ..page.reading import Reading
from .complements import body_meant, complement, generic_body
from .placing import Placing, place_of
from .sentences import Decided, is_hedged, outcome_in

_OF_JOINING = ("member", "councillor", "representative", "nominee", "delegate")
_OF_CHAIRING = ("chaired by",)


@cache
def _holder() -> str:
    return (
        rf"(?P<holder>(?:an?|{count_pattern(1, 4)}|the) (?:\w+ ){{0,2}}?(?:members?|councillors?|representatives?"
        r"|nominees?|delegates?)"
        r"(?: (?:of|from) (?:the )?(?:<B>|[A-Z][\w' -]{2,40}?))?)"
    )


@cache
def _join() -> re.Pattern[str]:
    return rule(
        rf"{_holder()} (?:(?:would|will|should|is|are|was|were|to|be|been) ){{0,4}}(?:join|serve on|sit on|(?:appointed"
        r"|added|elected|nominated|co-?opted) (?:on)?to|attend meetings of) (?:the |this )?"
        rf"(?:<B:body>|(?P<generic>{generic_body()}))"
    )


@cache
def _add() -> re.Pattern[str]:
    return rule(
        rf"\b(?:appoint|add|nominate|invite) {_holder()} (?:to (?:join |serve on |sit on )?|on(?:to)? )(?:the |this )?"
        rf"(?:<B:body>|(?P<generic>{generic_body()}))"
    )


@cache
def _chaired_by() -> re.Pattern[str]:
    return rule(
        rf"(?:(?:the |this )?(?P<generic>{generic_body()})|<B:body>|(?P<it>it)),? (?:(?:being|to|be|would|will|is|was"
        rf"|should|shall|that"
        r"|which|and) ){1,4}chaired by "
        rf"(?P<holder>the (?:{office(*HEADS)}|director [^.;,\n]{{2,40}}?)"
        r"(?: of (?:the )?(?:<B:of>|council|committee|board))?|<N:person>)"
    )


def read_unnamed_places(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`two members of the Parish Council to join the Working Group`: a place whose holder is not named."""
    for pattern in (_join(), _add()):
        for m in reading.near(_OF_JOINING, pattern):
            low, high = reading.sentence(m.start(), m.end())
            if is_hedged(reading, low, m.start()):
                continue
            body = reading.tagged.one(m, "body") if m["body"] else None
            place, is_known = (
                (place_of(body), True) if body else body_meant(reading, own, m["generic"], m.start("generic"))
            )
            if not is_known:
                continue
            outcome, lead = outcome_in(reading, low, high, decided)
            yield Placing(
                low,
                high,
                "appointment.unnamed",
                "appoint",
                outcome,
                holder=reading.words(*m.span("holder")),
                place=place,
                role="member",
                evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
            )


def read_chairs(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`The Small Schools Steering Group be reconvened …, with the Group being chaired by the vice-Chair of …`"""
    for m in reading.near(_OF_CHAIRING, _chaired_by()):
        low, high = reading.sentence(m.start(), m.end())
        body = reading.tagged.one(m, "body") if m["body"] else None
        if m["it"]:
            before = reading.tagged.within(low, m.start(), "body")
            body = before[0] if before else None
            if body is None:
                continue
        if "been" in m[0] or "had" in reading.flow[max(low, m.start() - 5) : m.end()].split():
            continue
        place, is_known = (place_of(body), True) if body else body_meant(reading, own, m["generic"], m.start("generic"))
        if not is_known:
            continue
        named = reading.tagged.one(m, "person") if m["person"] else None
        if body is None and place is None and named is not None:
            continue  # "the meeting of the Committee was chaired by A"
        outcome, lead = outcome_in(reading, low, high, decided)
        said = complement(reading, own, m.end(), high)
        yield Placing(
            low,
            high,
            "appointment.chaired",
            "appoint",
            outcome,
            person=named.text if named else None,
            holder=None if named else reading.words(*m.span("holder")),
            place=place,
            role="chair",
            since=said.since,
            evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
        )
