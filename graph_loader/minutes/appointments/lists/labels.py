"""What stands beside people in a row of a list, and what it means: a body, an office, or whom a seat stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ....lexicon.offices import OFFICERS, office
from ...dates.number_words import count_pattern, few_pattern
from ...names.bodies import body_kind
from ...names.role_words import singular_role
from ...page.reading import Reading
from ..placing import Place, clean_role, is_place
from .seats import Seats

CellKind = Literal["label", "seats", "count", "other"]

_OF_BODY = re.compile(
    r"(?:as\s+)?(?P<role>(?i:trustees?|governors?|(?:council\s+)?representatives?|reps?|members?|delegates?|directors?"
    r"|observers?|appointments?|nominees?|nominations?))\s+(?i:of|on|to|for|at)\s+(?i:the\s+)?(?P<body>[A-Z].{2,})$"
)


@cache
def counted() -> re.Pattern[str]:
    """The number of places behind a label: `(2 places)`."""
    return re.compile(
        rf"\s*(?:\(\s*{few_pattern()}\b[^()]{{0,30}}\)"
        r"|[-–—]\s*\d{1,2}\s*(?:members?|places?|seats?)?)\s*$",
        re.IGNORECASE,
    )


_LEADING = re.compile(r"(?:as|to|on|onto|the|for|appointed to|our|council['’]s)\s+", re.IGNORECASE)
_NO_SOLE = ("chairs", "leas-chathaoirleach", "reeve", "spokesman", "spokesperson", "spokeswoman", "vice", "whip")
"""Offices of which a body may have several, or that are cut short, in lists of who holds them."""
_OF_BODIES = ("chair", "secretary", "treasurer")
"""Offices that stand with the body they are of."""


@cache
def _office_alone() -> re.Pattern[str]:
    ending = r"(?:\s*[/&]\s*treasurer|\s+and\s+\w+)?$"
    return re.compile(rf"{office(*OFFICERS, also=_NO_SOLE)}{ending}", re.IGNORECASE)


@cache
def _kept_seat() -> re.Pattern[str]:
    """A seat by whom it is for: `One place for the Harbour Group`."""
    return re.compile(
        rf"(?:an?|the|\d|{count_pattern(1, 6)})\s+(?:\w+\s+)?(?:place|seat|vacancy)\s+(?:\w+\s+)?for\s+(?:the\s+)?"
        r"(?P<sender>[A-Z].{2,60})$",
        re.IGNORECASE,
    )


@cache
def _body_office() -> re.Pattern[str]:
    """A body and its office behind it: `Harbour Group Chairman`."""
    return re.compile(
        r"(?P<body>[A-Z].*?\b(?i:committee|group|panel|board|party|council|forum|trust))\s*[,-]?\s+"
        rf"(?P<role>(?i:{office(*_OF_BODIES)}))$"
    )


@cache
def _office_of_body() -> re.Pattern[str]:
    """An office and its body behind it: `Chairman of the Harbour Group`."""
    role = rf"(?P<role>(?i:{office(*_OF_BODIES)}))"
    return re.compile(rf"{role}\s+(?i:of|to)\s+(?i:the\s+)?(?P<body>[A-Z].{{2,}})$")


_PLURAL_HOLDERS = re.compile(r"\w+\s+(?:governors|trustees|directors)$", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """A part of a row: what it is, where, and the seats in it."""

    kind: CellKind
    start: int
    end: int
    seats: Seats


@dataclass(frozen=True)
class Label:
    """What a label means: a body, an office or role, or whom a seat stands for."""

    place: Place | None = None
    role: str | None = None
    represents: str | None = None
    office: bool = False


def is_office(text: str) -> bool:
    """Whether words are those of an office and of nothing else: `Vice-Chair`, `Town Mayor`."""
    return _office_alone().match(text.strip(" .:*")) is not None


def clean_label(reading: Reading, cell: Part) -> str:
    """The words of a label without its mark, its number of places and the words before a name."""
    text = reading.words(cell.start, cell.end).strip(" .,;:*")
    text = counted().sub("", text).strip(" .,;:-–—")
    return _LEADING.sub("", text) if _LEADING.match(text) and not text.casefold().startswith("the late") else text


def meaning(reading: Reading, cell: Part, fixed: bool, outside: bool) -> Label:
    """What a label means. `fixed`: the people go to one body that is known; `outside`: labels are bodies elsewhere."""
    text = clean_label(reading, cell)
    if kept := _kept_seat().match(text):
        return Label(represents=kept["sender"])
    place = Place(text, cell.start, cell.end)
    if of := _OF_BODY.match(text):
        role = (
            singular_role(of["role"][0].upper() + of["role"][1:])
            if not of["role"].lower().startswith(("rep", "nom", "app"))
            else "representative"
        )
        return Label(
            Place(counted().sub("", of["body"]).strip(), cell.start, cell.end),
            None if role.lower() == "member" else role,
        )
    if (held := _office_of_body().match(text)) and body_kind(held["body"]) != "other":
        return Label(Place(held["body"], cell.end - len(held["body"]), cell.end), clean_role(held["role"]))
    if within := _body_office().match(text):
        return Label(Place(within["body"], cell.start, cell.start + len(within["body"])), clean_role(within["role"]))
    if _office_alone().match(text) and body_kind(text) == "other":
        return Label(role=clean_role(text), office=True)
    if re.match(r"(?:ordinary )?members?$", text, re.IGNORECASE):
        return Label()
    if fixed:
        if is_place(text):
            return Label(role=singular_role(clean_role(text)))
        return Label(represents=text)
    if _PLURAL_HOLDERS.match(text) or not is_place(text) or body_kind(text) != "other":
        return Label(place=place)
    if outside and (m := re.match(r"(?P<body>[A-Z].*?)\s+(?:representatives?|reps?|delegates?|nominees?)$", text)):
        return Label(Place(m["body"], cell.start, cell.start + len(m["body"])), "representative")
    return Label(role=singular_role(clean_role(text)))
