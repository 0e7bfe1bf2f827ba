"""Groups and their members told in a sentence: `the Group will consist of A and a Member of …`, `A to form it`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..names.tagging import rule
from ..page.reading import Reading
from .complements import body_meant, generic_body
from .lists.seats import seats_in
from .placing import Place, Placing, clean_role, is_place, place_of
from .sentences import Decided, is_hedged, is_past, outcome_in


@cache
def _which() -> str:
    return rf"(?:(?:the |this |that |an? )?(?:<B:body>|(?P<generic>{generic_body()})))"


@cache
def _consist() -> re.Pattern[str]:
    return rule(
        rf"{_which()},? (?:(?:to|would|will|shall|should|now|which|that|and|be|was|established|formed|set up) ){{0,4}}"
        r"(?:consist(?:s|ed|ing)? of|compris(?:e|ed|es|ing)(?: of)?|(?:made up|composed|formed) of"
        r"|have as (?:its )?members|(?:have|with) (?:these|the following) (?:as )?members|with members): ?"
    )


@cache
def _members_be() -> re.Pattern[str]:
    return rule(
        rf"\bmembers(?:hip)? of {_which()} (?:to be|be|were|are|would be|will be|is|was)(?:"
        rf" agreed)?(?: as(?: follows)?)?:? ?-? "
    )


@cache
def _form() -> re.Pattern[str]:
    return rule(
        rf"(?P<people>(?<![\w-])(?:<P>|Cllrs?|councillors)[^.:\n]{{0,200}}?),? (?:to|would|will|agreed to|be asked to"
        rf"|should) "
        rf"(?:form|make up|constitute|comprise) {_which()}"
    )


_SET_UP = rule(
    r"\b(?:established|set up|formed|agreed to (?:form|set up|establish)|created) (?:a |an |the |our )?"
    r"(?P<group>[^.:;\n\ue000-\ue009]{3,60}?(?:group|committee|party|panel|team|task ?force))[^:.\n]{0,40}?: ?"
    r"(?P<people>[^\n]+)"
)
_OF_GROUPS = ("consist", "compris", "made up", "composed", "members", "membership", "formed of")
_OF_FORMING = (" form ", " make up ", " constitute", " comprise")
_OF_SETTING_UP = ("established", "set up", "formed", "establish", "created", "to form")
_GIVEN_NAME = re.compile(r"\s*[A-Z][\w'-]+\.?\s*")
_OFFICE_LINE = re.compile(r"(?P<role>[A-Z][\w/' -]{2,40}?)\s*[:–-]\s*(?P<people>[A-Z][^\n]*)$")
_MOST_OFFICES = 3
"""Lines after a group's members that name its officers."""


def read_groups(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Everybody of whom a sentence says that a group consists, and the officers named after it."""
    for pattern in (_consist(), _members_be()):
        for m in reading.near(_OF_GROUPS, pattern):
            yield from _members(reading, own, decided, m, m.end(), reading.sentence(m.start(), m.end())[1])
    for m in reading.near(_OF_FORMING, _form()):
        yield from _members(reading, own, decided, m, *m.span("people"))
    yield from _set_up(reading)


def _members(
    reading: Reading, own: str | None, decided: Decided, m: re.Match[str], start: int, end: int
) -> Iterator[Placing]:
    low, high = reading.sentence(m.start(), m.end())
    if is_hedged(reading, low, m.start()) or is_past(reading, low, m.start()):
        return
    seats = seats_in(reading, start, end)
    if not seats.is_list and not (seats.held and seats.strange <= 6):
        return
    named = reading.tagged.one(m, "body") if m["body"] else None
    place, is_known = (place_of(named), True) if named else body_meant(reading, own, m["generic"], m.start("generic"))
    if not is_known:
        return
    outcome, lead = outcome_in(reading, low, high, decided)
    for held in seats.held:
        yield Placing(
            low,
            high,
            "appointment.members",
            "vacancy" if held.vacant else "appoint",
            outcome,
            person=held.person,
            holder=held.holder,
            place=place,
            role=held.role or "member",
            replaces=held.replaces,
            evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
        )


def _set_up(reading: Reading) -> Iterator[Placing]:
    """`We established a Bylaw writing group: Kate, Lex, Raniere`, and the lines after it that name its officers."""
    for m in reading.near(_OF_SETTING_UP, _SET_UP):
        start, end = m.span("people")
        held = [h.person for h in seats_in(reading, start, end).held if h.person]
        names = held or [
            n.strip(" .") for n in re.split(r",|\band\b", reading.flow[start:end]) if _GIVEN_NAME.fullmatch(n)
        ]
        place = Place(reading.words(*m.span("group")), *m.span("group"))
        low, high = reading.sentence(m.start(), m.end())
        for name in names:
            yield Placing(low, high, "appointment.group", "appoint", "agreed", person=name, place=place, role="member")
        yield from _officers(reading, m.start(), place)


def _officers(reading: Reading, at: int, place: Place) -> Iterator[Placing]:
    paragraphs = reading.outline.paragraphs
    index = next((i for i, p in enumerate(paragraphs) if p.start <= at < p.end), None)
    if index is None:
        return
    for line in paragraphs[index + 1 : index + 1 + _MOST_OFFICES]:
        office = _OFFICE_LINE.match(reading.flow[line.start : line.end])
        if not office or not is_place(office["role"]):
            return
        yield Placing(
            line.start,
            line.end,
            "appointment.group",
            "appoint",
            "agreed",
            person=office["people"].strip(" ."),
            place=place,
            role=clean_role(office["role"]),
        )
