"""Sentences in which somebody takes a place by what he does: joins, serves, volunteers, goes on, is welcomed to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...folding import fold_body
from ...parsed_minutes import Action
from ..names.tagging import rule
from ..page.reading import Reading
from .complements import complement, generic_body
from .placing import Place, Placing, is_place, place_of
from .placings import APART, AUX, PEOPLE, people_in, placings
from .sentences import Decided, in_item_about_places, is_hedged, is_news, is_past

_ASKED = re.compile(r"\b(?:asked|invited|requested|urged)\s+$", re.IGNORECASE)


@cache
def _joined() -> re.Pattern[str]:
    return rule(
        rf"(?P<who>{PEOPLE}){APART},? ?(?P<aux>(?:{AUX} ){{0,7}})"
        r"(?P<verb>join(?:ed)?|serve|sit|be|become|represent|fill(?:ed)?|take|took|attend|act)"
        r" (?P<what>(?:(?:on|as|an?|the|its|his|her|one of the|up|our|to|additional|new|further|full) ){0,4}"
        r"(?:members? (?:of|on)|representatives? (?:on|of|to|for)"
        r"|(?:place|seat|vacan\w+)(?: (?:for|of) (?:an? |the )?(?P<seat>[^.;,:\n\ue000-\ue009]{3,40}?))? on|meetings of"
        rf"|(?:the |this |our )?(?:<B>|{generic_body()}) (?:on|at meetings of)|(?=(?:the )?<B>)))"
        rf" ?(?:the |this |that |its |our )?(?:<B:body>|(?P<generic>{generic_body()}))"
    )


_IN_OFFICE = rule(
    rf"(?P<who>{PEOPLE}){APART},? ?(?P<aux>(?:{AUX} ){{0,5}})"
    r"(?P<verb>be|act|serve|continue|carry on|remain|stay on|take over|become|took over|becomes|became)"
    r"(?!,? (?:\w+ )?(?:re-?)?(?:elected|appointed|co-?opted|nominated|selected|chosen|confirmed))"
    r"(?: (?:to be|to act|to serve|in (?:the |this |that |his |her |their )?(?:role|post|office|position)(?: of)?))? "
)
_VOLUNTEERED = rule(
    r"(?P<who><N>),? (?:(?:had|has|have|also|kindly) ){0,3}(?:volunteered|offered|agreed|applied|put (?:himself"
    r"|herself|"
    r"themselves|his name|her name) forward) (?=as |to be |to become |to act |for )"
)
_WELCOMED = rule(
    rf"\bwelcomed (?P<who>{PEOPLE})(?:, [^.;,\n\ue000-\ue009]{{3,50}},)? (?:on)?to (?:the )?"
    r"(?:<B:body>|(?P<short>[A-Z]\. ?(?:Committee|Group|Board|Panel))|(?P<council>(?:parish |town |community "
    r"|county )?council)\b)"
    r"(?P<as> as (?:a |the )?(?:new |co-?opted )?[^.;,\n\ue000-\ue009]{3,40})?"
)
_WELCOMED_TOO = rule(rf" and (?P<who>{PEOPLE}) to (?:the )?<B:body>")
_AND_WAS = rule(
    rf",? and (?:he|she|they) (?:{AUX} ){{0,6}}(?:re-?)?(?:appointed|elected|accepted|co-?opted|confirmed|approved)\b"
)
_STAYS = frozenset({"continue", "carry on", "remain", "stay on"})
_DECISION = re.compile(
    r"\b(?:resolved|agreed|decided|propos\w+|moved|noted|recommend\w*|unanimous\w*)\b", re.IGNORECASE
)


def read_service(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Every place that somebody takes by joining, serving, volunteering, staying or being welcomed."""
    yield from _joins(reading, own, decided)
    yield from _in_office(reading, own, decided)
    yield from _volunteers(reading, own, decided)
    yield from _welcomed(reading, own)


def _joins(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A would join the Group`, `A to represent the Council on the Board`, `A agreed to serve on …`."""
    for m in reading.finditer(_joined()):
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        verb, what = m["verb"].casefold(), m["what"].casefold()
        aux = set(m["aux"].casefold().split())
        if verb == "attend" and "meetings of" not in what:
            continue
        if verb in {"be", "take", "took", "fill", "filled", "become", "act"} and not re.search(
            r"member|represent|place|seat|vacan", what
        ):
            continue
        settled = bool(
            aux & {"would", "will", "to", "agreed", "volunteered", "offered", "happy", "willing", "accepted"}
        )
        if not settled and not (verb in {"joined", "took", "filled"} and is_news(reading, low, m.start("who"))):
            continue
        body = complement(reading, own, m.start("body") if m["body"] else m.start("generic"), high)
        place = reading.tagged.one(m, "body")
        said = complement(reading, own, m.end(), high)
        role = "representative" if "represent" in f"{verb} {what}" else said.role
        role = reading.words(*m.span("seat")) if m["seat"] and is_place(m["seat"]) else role
        places = (place_of(place), *said.places) if place else said.places
        said = replace(said, role=role, places=places, generic=place is None or body.generic)
        yield from placings(reading, own, decided, m, said, "appoint", "joined", False)


def _in_office(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A would be the Council's representative on …`, `A to continue as Chairman`."""
    for m in reading.finditer(_IN_OFFICE):
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        if _ASKED.search(reading.flow[low : m.start("who")]):
            continue
        said = complement(reading, own, m.end(), high)
        if said.role is None:
            continue
        verb = m["verb"].casefold()
        aux = set(m["aux"].casefold().split())
        action: Action = "continue" if verb in _STAYS else "appoint"
        told = verb in {"be", "act", "serve", "become"} and not aux & {"would", "will", "to", "agreed", "volunteered"}
        if told and not _is_decision(reading, low, m.start("who")):
            continue
        if verb in {"took over", "became", "becomes"} and not is_news(reading, low, m.start("who")):
            continue
        if re.search(r"\belection\b", _title(reading, m.start()), re.IGNORECASE):
            action = "elect"
        yield from placings(reading, own, decided, m, said, action, "office", False)


def _is_decision(reading: Reading, low: int, start: int) -> bool:
    """Whether the words before somebody in a sentence, or the words before its list, decide something."""
    if _DECISION.search(reading.flow, max(reading.start, low - 60), start):
        return True
    return in_item_about_places(reading, start)


def _volunteers(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A volunteered to be Tree Warden and was appointed`."""
    for m in reading.finditer(_VOLUNTEERED):
        _low, high = reading.sentence(m.start(), m.end())
        said = complement(reading, own, m.end(), high)
        if said.states_place and _AND_WAS.match(reading.tagged.text, said.end, high):
            yield from placings(reading, own, decided, m, said, "appoint", "volunteered", False)


def _welcomed(reading: Reading, own: str | None) -> Iterator[Placing]:
    """`welcomed A to the Council and B to the Harbour Group`: places taken earlier, which the meeting hears of.

    Who is welcomed to the meeting of the body that meets is a guest there, but for new members of a council.
    """
    for m in reading.finditer(_WELCOMED):
        low, high = reading.sentence(m.start(), m.end())
        following = _WELCOMED_TOO.match(reading.tagged.text, m.end(), high)
        for match in [m, following] if following else [m]:
            body = reading.tagged.one(match, "body") if match["body"] else None
            here = body is not None and fold_body(body.text) == fold_body(own or "")
            groups = match.groupdict()
            for person in people_in(reading, match, "who"):
                if (here or groups.get("council")) and not (groups.get("as") or reading.roster.find(person.text)):
                    continue
                place = place_of(body) if body else None
                if groups.get("short"):
                    place = Place(reading.words(*match.span("short")), *match.span("short"))
                yield Placing(
                    low,
                    high,
                    "appointment.welcomed",
                    "appoint",
                    "noted",
                    person=person.text,
                    place=place,
                    role="member",
                )


def _title(reading: Reading, at: int) -> str:
    item = reading.outline.item_at(at)
    return item.title if item else ""


# -- from a match to placings ------------------------------------------------------------------------------------------
