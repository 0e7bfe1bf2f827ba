"""Places given to somebody who is meant by an office: `the Convener was appointed to the Paths Group`.

Where the minutes list one holder of that office, the record names the office as written, so that identity finds its
holder in the lists; else the office is the description of an unnamed holder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.entries import word_set
from ...parsed_minutes import Action
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import is_post
from .complements import complement
from .placing import Place, Placing, action_of, place_of, same_office
from .placings import AUX
from .sentences import Decided, is_hedged, is_outside, is_past, outcome_in

_STEMS = ("appoint", "elect", "co-opt", "nominat", "represent", "serve on", "sit on", "join")
_SETTLED = frozenset({"would", "will", "to", "agreed", "volunteered", "offered", "be", "was", "were", "is", "are"})
_ARTICLE = re.compile(r"(?:the|an)\s+", re.IGNORECASE)


@cache
def _given() -> re.Pattern[str]:
    return rule(
        r"(?P<who>(?:<O>|\b[Tt]he (?:(?:vice|deputy|depute|acting|interim|immediate|past|lord|group|council|town|parish"
        r"|senior|honorary|hon\.?|office|[A-Z][\w'-]*) ){0,3}?[\w'-]{4,24}))"
        rf"(?P<others>(?:, ?| ?& ?| and |, and )(?:the )?<PP>)?,? (?P<aux>(?:{AUX} ){{0,8}})"
        r"(?:(?P<verb>(?:re-?)?(?:appointed|elected|nominated|co-?opted))(?= )"
        r"|(?P<serves>represent (?:the |our )?(?:<B>|[a-z]+|[A-Z]\w+ Council)|serve|sit|join)"
        r"(?: (?:on|at) (?:the )?| (?:the )?)(?=<B>)(?P<place><B>))"
    )


def read_offices(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Every place on a named body that a sentence gives to the holder of an office."""
    for m in reading.near(_STEMS, _given()):
        office = reading.words(*m.span("who"))
        aux = set(m["aux"].casefold().split())
        if not _is_office(office) or not aux & _SETTLED:
            continue
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.end()):
            continue
        said = complement(reading, own, m.end(), high)
        place = reading.tagged.one(m, "place") if m["serves"] else None
        places: tuple[Place, ...] = (place_of(place),) if place else said.places
        outcome, lead = outcome_in(reading, low, high, decided, fact="be" not in aux)
        outside = m["serves"] is not None and m["serves"].casefold().startswith("represent")
        action: Action = action_of(m["verb"]) if m["verb"] else "appoint"
        named = held_by_one(reading, office)
        for one in places:
            role = said.role or ("representative" if outside or is_outside(reading, low) else "member")
            yield Placing(
                low,
                high,
                "appointment.office",
                "appoint" if action == "elect" and said.role is None else action,
                outcome,
                person=office if named else None,
                holder=None if named else office,
                represents=said.represents,
                place=one,
                role=role,
                since=said.since,
                evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
            )


def _is_office(words: str) -> bool:
    """Whether words with an article name an office of one: `the Vice Convener`, but not `the officer`."""
    last = words.rsplit(maxsplit=1)[-1]
    return is_post(last) and last.casefold() not in word_set("appointments", "no_offices")


def held_by_one(reading: Reading, office: str) -> bool:
    """Whether the lists of the meeting give an office to one person."""
    name = _ARTICLE.sub("", office, count=1)
    return len({person for role, person in reading.roster.offices if same_office(role, name)}) == 1
