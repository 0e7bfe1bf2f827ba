"""One line of a list of appointments: its cells, and which of them is the body or office, which the people."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ....documents.text.cells import breaks
from ....lexicon.entries import of_class
from ....lexicon.moving import moving_words
from ....lexicon.offices import CHAIR, OFFICERS, office
from ....lexicon.verbs import finite
from ...dates.number_words import count_pattern
from ...names.bodies import body_kind
from ...names.name_spans import title_at
from ...names.role_words import singular_role
from ...names.tokens import tokens
from ...page.heads import head_at
from ...page.reading import Reading
from ...page.vocabulary import any_of
from ..placing import Place, clean_role, is_place
from .seats import Seats, is_count, is_vacant, seats_in

CellKind = Literal["label", "seats", "count", "other"]

_SIGN = re.compile(
    r"[ \x1f]{0,3}:[-–—]?(?=[\s\x1f])[ \x1f]*|[ \x1f]+[-–—]{1,2}[ \x1f]+|(?<=[a-z)])[-–—]{1,2}[ \x1f]+(?=[A-Z])"
)
"""A colon or dash between a label and people."""
_RUN = re.compile(r"(?<=[;.])[ \x1f]+(?=[A-Z(])|;[ \x1f]*(?=[A-Z(])")
"""Where one row of a list may end and the next begin inside a paragraph."""


@cache
def _tail() -> re.Pattern[str]:
    """Who proposed and seconded somebody, or for how long it is, after the name."""
    return re.compile(
        rf"[,;.\s\x1f–-]*\(?\b(?:{moving_words('past', 'noun', 'short')})\b\.?(?=\s*(?::|by\b))"
        rf"|[,;.(–-][\s\x1f]*(?:{moving_words('past', 'short')})\b"
        r"|[,;][\s\x1f]*for\s+an?\s+(?:\w+[ -]){0,3}(?:years?|term|period)\b",
        re.IGNORECASE,
    )


_OF_BODY = re.compile(
    r"(?:as\s+)?(?P<role>(?i:trustees?|governors?|(?:council\s+)?representatives?|reps?|members?|delegates?|directors?"
    r"|observers?|appointments?|nominees?|nominations?))\s+(?i:of|on|to|for|at)\s+(?i:the\s+)?(?P<body>[A-Z].{2,})$"
)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:\(\s*(?:\d{{1,2}}|{count_pattern(1, 6)})\b[^()]{{0,30}}\)"
        r"|[-–—]\s*\d{1,2}\s*(?:members?|places?|seats?)?)\s*$",
        re.IGNORECASE,
    )


@cache
def _chairs() -> re.Pattern[str]:
    """What the bracket after a name says of a member who is in the chair, or of the term."""
    return re.compile(rf"\((?:{office(*CHAIR)}|(?:term|until|expir|to serve)[^()]{{0,60}})\)", re.IGNORECASE)


_VERB_BEFORE = re.compile(r"(?:re-?)?appoint[ \x1f]+(?=[A-Z])", re.IGNORECASE)
_MONEY = re.compile(r"[£€$]\s?\d")
_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+", re.IGNORECASE)
_LEADING = re.compile(r"(?:as|to|on|onto|the|for|appointed to|our|council['’]s)\s+", re.IGNORECASE)
_NO_SOLE = ("chairs", "leas-chathaoirleach", "reeve", "spokesman", "spokesperson", "spokeswoman", "vice", "whip")
"""Offices of which a body may have several, or that are cut short, in lists of who holds them."""


@cache
def _office_alone() -> re.Pattern[str]:
    ending = r"(?:\s*[/&]\s*treasurer|\s+and\s+\w+)?$"
    return re.compile(rf"{office(*OFFICERS, also=_NO_SOLE)}{ending}", re.IGNORECASE)


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


_OF_BODIES = ("chair", "secretary", "treasurer")
_PLURAL_HOLDERS = re.compile(r"\w+\s+(?:governors|trustees|directors)$", re.IGNORECASE)
_TASK = re.compile(r"\bto\s+(?:be|contact|arrange|report|check|write|ask|look|speak|get|find|send)\b")
"""What somebody is to do."""
_SUBJECT = re.compile(r"(?:we|it|they|he|she|there|i|this|that|these)\b", re.IGNORECASE)
"""A pronoun that begins a sentence."""
_LONGEST_LABEL = 14
"""Words of a label; more are a sentence."""


@dataclass(frozen=True)
class Part:
    """A part of a row: what it is, where, and the seats in it."""

    kind: CellKind
    start: int
    end: int
    seats: Seats


@dataclass(frozen=True)
class ListRow:
    """A row: its labels and its seats, in the order of the text."""

    start: int
    end: int
    labels: tuple[Part, ...]
    seats: tuple[Part, ...]
    label_first: bool


@dataclass(frozen=True)
class Label:
    """What a label means: a body, an office or role, or whom a seat stands for."""

    place: Place | None = None
    role: str | None = None
    represents: str | None = None
    office: bool = False


@cache
def _no_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', 'no_seats'))})(?![\w-])", re.IGNORECASE)


def rows_in(reading: Reading, start: int, end: int) -> Iterator[ListRow]:
    """The rows between two offsets: one, or several that are run together with semicolons or full stops."""
    cuts = [start, *(m.end() for m in _RUN.finditer(reading.flow, start, end)), end]
    pieces = [read_row(reading, a, b) for a, b in itertools.pairwise(cuts) if reading.flow[a:b].strip()]
    whole = [p for p in pieces if p is not None and p.labels and p.seats]
    if len(whole) > 1 and len(whole) >= len(pieces) - 1:
        yield from whole
        return
    one = read_row(reading, start, end)
    if one is not None:
        yield one


def read_row(reading: Reading, start: int, end: int) -> ListRow | None:
    """One row of a list between two offsets; none where the text is a sentence or about something else."""
    start, end = reading.trim(start, end)
    if mark := _MARK.match(reading.flow, start, end):
        start = mark.end()
    if start >= end or (_no_label().match(reading.flow, start, end) and not is_vacant(reading, start, end)):
        return None
    head = head_at(reading.flow, start, end, False, False)
    if head is not None and (head.telling or not head.form):  # but `School Governors`, a body here
        office = head.kind in {"chair", "clerk"} and is_place(reading.words(head.start, head.end))
        if not office:
            return None
    cells = _with_body_first(reading, list(_cells(reading, start, end)))
    if not cells:
        return None
    cells = _settled(reading, cells)
    labels_here = [reading.flow[c.start : c.end] for c in cells if c.kind == "label"]
    if any(c.kind == "other" for c in cells) or any(
        _no_label().match(text) or _MONEY.search(text) for text in labels_here
    ):
        return None
    labels = tuple(c for c in cells if c.kind == "label")
    seats = tuple(c for c in cells if c.kind == "seats")
    if not labels and not seats:
        return None
    first = next(c for c in cells if c.kind in {"label", "seats"})
    return ListRow(start, end, labels, seats, first.kind == "label")


def _cells(reading: Reading, start: int, end: int) -> Iterator[Part]:
    at = start
    depth = 0
    signs = ((m.start(), m.end()) for m in _SIGN.finditer(reading.flow, start, end))
    for stop, after in [*sorted([*signs, *breaks(reading.flow, start, end)]), (end, end)]:
        depth = reading.flow.count("(", at, stop) - reading.flow.count(")", at, stop)
        if stop < end and depth > 0:
            continue  # inside a bracket
        low, high = reading.trim(at, stop)
        if verb := _VERB_BEFORE.match(reading.flow, low, high):
            low = verb.end()
        tail = _tail().search(reading.flow, low, high)
        if tail and (tail.start() == low or at > start):
            if tail.start() > low:
                yield _cell(reading, low, tail.start())
            return
        if high > low:
            yield _cell(reading, low, high)
        at = after


def _cell(reading: Reading, start: int, end: int) -> Part:
    seats = seats_in(reading, start, end)
    if is_count(reading, start, end):
        return Part("count", start, end, seats)
    if is_vacant(reading, start, end) or (seats.is_list and _is_certain(reading, start, end, seats)):
        return Part("seats", start, end, seats)
    text = reading.flow[start:end]
    if (
        len(text.split()) > _LONGEST_LABEL
        or finite().search(text)
        or _TASK.search(text)
        or _SUBJECT.match(text)
        or (seats.held and seats.strange > 2 and _titled(reading, start, end))
    ):
        return Part("other", start, end, seats)
    return Part("label", start, end, seats)


def is_office(text: str) -> bool:
    """Whether words are those of an office and of nothing else: `Vice-Chair`, `Town Mayor`."""
    return _office_alone().match(text.strip(" .:*")) is not None


def is_seats(reading: Reading, start: int, end: int) -> bool:
    """Whether a cell is nothing but seats: people with a title or known, or a vacancy."""
    seats = seats_in(reading, start, end)
    if is_vacant(reading, start, end):
        return True
    known = bool(seats.held) and all(h.person is None or reading.roster.find(h.person) for h in seats.held)
    return seats.is_list and (known or _is_certain(reading, start, end, seats))


def _is_certain(reading: Reading, start: int, end: int, seats: Seats) -> bool:
    """Whether a cell that can be read as seats is nothing else: somebody has a title, is known, or nobody is named."""
    return _titled(reading, start, end) or all(h.person is None for h in seats.held)


def _titled(reading: Reading, start: int, end: int) -> bool:
    row = tokens(reading.flow, start, end)
    return any((t := title_at(row, i)) is not None and not t.office for i in range(len(row)))


def _with_body_first(reading: Reading, cells: list[Part]) -> list[Part]:
    """The cells; a body that people follow without a sign between them is a cell by itself."""
    if len(cells) != 1:
        return cells
    cell = cells[0]
    bodies = reading.tagged.within(cell.start, cell.start + 1, "body")
    if not bodies or bodies[0].end >= cell.end - 3:
        return cells
    people = reading.tagged.within(bodies[0].end, cell.end, "person")
    between = reading.flow[bodies[0].end : people[0].start].strip(" \x1f,(") if people else "-"
    if not people or (between and not is_count(reading, bodies[0].end, people[0].start)):
        return cells
    rest = _cell(reading, people[0].start, cell.end)
    return [Part("label", cell.start, bodies[0].end, Seats((), 0)), rest] if rest.kind == "seats" else cells


def _settled(reading: Reading, cells: Sequence[Part]) -> list[Part]:
    """The cells with those decided that can be a body's name as well as a person's: at most one is the people."""
    if any(c.kind == "seats" for c in cells):
        return list(cells)
    possible = [c for c in cells if c.kind == "label" and _may_be_people(reading, c) and not _is_label(reading, c)]
    if not possible:
        return list(cells)
    known = [c for c in possible if any(h.person and reading.roster.find(h.person) for h in c.seats.held)]
    chosen = (known or possible)[-1]
    return [replace(c, kind="seats") if c is chosen else c for c in cells]


def _may_be_people(reading: Reading, cell: Part) -> bool:
    """Whether a cell without titles can be a list of people; a word in capitals is one only if it is known."""
    words = reading.words(cell.start, cell.end)
    if words.isupper() and len(words.split()) == 1 and words not in reading.roster.initials:
        return False
    return cell.seats.is_list


def _is_label(reading: Reading, cell: Part) -> bool:
    """Whether the words of a cell are those of a body or an office."""
    text = _chairs().sub("", reading.words(cell.start, cell.end)).strip(" .,;:")
    return body_kind(text) != "other" or is_place(text) or "(" in text


def clean_label(reading: Reading, cell: Part) -> str:
    """The words of a label without its mark, its number of places and the words before a name."""
    text = reading.words(cell.start, cell.end).strip(" .,;:*")
    text = _counted().sub("", text).strip(" .,;:-–—")
    return _LEADING.sub("", text) if _LEADING.match(text) and not text.casefold().startswith("the late") else text


def meaning(reading: Reading, cell: Part, fixed: bool, outside: bool) -> Label:
    """What a label means. `fixed`: the people go to one body that is known; `outside`: labels are bodies elsewhere."""
    text = clean_label(reading, cell)
    place = Place(text, cell.start, cell.end)
    if of := _OF_BODY.match(text):
        role = (
            singular_role(of["role"][0].upper() + of["role"][1:])
            if not of["role"].lower().startswith(("rep", "nom", "app"))
            else "representative"
        )
        return Label(
            Place(_counted().sub("", of["body"]).strip(), cell.start, cell.end),
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
