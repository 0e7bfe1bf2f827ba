"""One line of a list of appointments: its cells, and which of them is the body or office, which the people."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ....documents.text.cells import breaks
from ....folding import fold
from ....lexicon.entries import of_class
from ....lexicon.moving import moving_words
from ....lexicon.name_words import is_given_name
from ....lexicon.offices import CHAIR, office
from ....lexicon.verbs import finite
from ...names.bodies import body_kind
from ...names.name_spans import title_at
from ...names.tokens import tokens
from ...page.heads import head_at
from ...page.reading import Reading
from ...page.vocabulary import any_of
from ..placing import is_place
from .labels import Part, counted
from .seats import Seats, is_count, is_vacant, role_label, seats_in

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


@cache
def _chairs() -> re.Pattern[str]:
    """What the bracket after a name says of a member who is in the chair, or of the term."""
    return re.compile(rf"\((?:{office(*CHAIR)}|(?:term|until|expir|to serve)[^()]{{0,60}})\)", re.IGNORECASE)


_VERB_BEFORE = re.compile(r"(?:re-?)?appoint[ \x1f]+(?=[A-Z])", re.IGNORECASE)
_MONEY = re.compile(r"[£€$]\s?\d")
_SMALL = frozenset({"&", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
"""Words of a body's name without a capital."""
_WORD_OR_NUMBER = re.compile(r"[^\W\d_]{2}|\d")
_BRACKETS = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+", re.IGNORECASE)
_TASK = re.compile(r"\bto\s+(?:be|contact|arrange|report|check|write|ask|look|speak|get|find|send)\b")
"""What somebody is to do."""
_SUBJECT = re.compile(r"(?:we|it|they|he|she|there|i|this|that|these)\b", re.IGNORECASE)
"""A pronoun that begins a sentence."""
_LONGEST_LABEL = 14
"""Words of a label; more are a sentence."""


@dataclass(frozen=True)
class ListRow:
    """A row: its labels and its seats, in the order of the text."""

    start: int
    end: int
    labels: tuple[Part, ...]
    seats: tuple[Part, ...]
    label_first: bool


@cache
def _no_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', 'no_seats'))})(?![\w-])", re.IGNORECASE)


def rows_in(reading: Reading, start: int, end: int) -> Iterator[ListRow]:
    """The rows between two offsets: one, or several that are run together with semicolons or full stops, or that stand
    side by side.
    """
    gaps = (b for a, b in breaks(reading.flow, start, end) if reading.flow[a - 1] not in ":-–—")
    beside = [start, *gaps, end]
    if len(beside) > 2 and all(_SIGN.search(reading.flow, a, b) for a, b in itertools.pairwise(beside)):
        for a, b in itertools.pairwise(beside):
            if (row := read_row(reading, a, b)) is not None:
                yield row
        return
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
    if any(c.kind == "other" for c in cells) or any(_is_no_label(text) for text in labels_here):
        return None
    labels = tuple(c for c in cells if c.kind == "label")
    seats = tuple(c for c in cells if c.kind == "seats")
    if not labels and not seats:
        return None
    first = next(c for c in cells if c.kind in {"label", "seats"})
    return ListRow(start, end, labels, seats, first.kind == "label")


def _is_no_label(text: str) -> bool:
    """Whether words name no body and no office: those of another list, money, a mark of a vote, `18; Roe`."""
    return (
        _no_label().match(text) is not None
        or _MONEY.search(text) is not None
        or ";" in text
        or _WORD_OR_NUMBER.search(_BRACKETS.sub(" ", text)) is None
    )


def _cells(reading: Reading, start: int, end: int) -> Iterator[Part]:
    at = start
    depth = 0
    signs = ((m.start(), m.end()) for m in _SIGN.finditer(reading.flow, start, end))
    for stop, after in [*sorted([*signs, *breaks(reading.flow, start, end)]), (end, end)]:
        depth = reading.flow.count("(", at, stop) - reading.flow.count(")", at, stop)
        if stop < end and (depth > 0 or _is_inner_role(reading, at, after)):
            continue  # inside a bracket, or `Harbour Board  Cllr Roe  Substitute: Cllr Poe`
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


def _is_inner_role(reading: Reading, start: int, after: int) -> bool:
    """Whether the sign that ends at an offset stands behind a role inside a list of people that begins before it."""
    m = next((m for m in role_label().finditer(reading.flow, start, after) if m.end() == after), None)
    return (
        m is not None
        and reading.flow[start : m.start()].strip(" \x1f\t.,;") != ""
        and _titled(reading, start, m.start())
    )


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
    if not cells:
        return cells
    cell = cells[0]
    at = _people_after_body(reading, cell) or _people_after_name(reading, cell)
    rest = _cell(reading, at, cell.end) if at else None
    if at is None or rest is None or rest.kind != "seats":
        return cells
    low, high = reading.trim(cell.start, at)
    return [Part("label", low, high, Seats((), 0)), rest, *cells[1:]]


def _people_after_body(reading: Reading, cell: Part) -> int | None:
    """Where people begin in a cell that begins with the name of a body that is known for one."""
    bodies = reading.tagged.within(cell.start, cell.start + 1, "body")
    if not bodies or bodies[0].end >= cell.end - 3:
        return None
    people = reading.tagged.within(bodies[0].end, cell.end, "person")
    between = reading.flow[bodies[0].end : people[0].start].strip(" \x1f,(") if people else "-"
    if not people or (between and not is_count(reading, bodies[0].end, people[0].start)):
        return None
    return people[0].start


def _people_after_name(reading: Reading, cell: Part) -> int | None:
    """Where titled people begin in a cell that begins with two or more words as names of bodies have them."""
    row = tokens(reading.flow, cell.start, cell.end)
    titles = ((i, t) for i in range(1, len(row)) if (t := title_at(row, i)) is not None)
    first = next((i for i, t in titles if t.office is None), None)
    if first is None or title_at(row, 0) is not None:
        return None
    words = counted().sub("", reading.words(cell.start, row[first].start)).split()
    named = all(w[0].isupper() or w in _SMALL for w in words) and words[-1][0].isupper()
    return row[first].start if named and 1 < len(words) <= _LONGEST_LABEL else None


def _settled(reading: Reading, cells: Sequence[Part]) -> list[Part]:
    """The cells with those decided that can be a body's name as well as a person's: at most one is the people."""
    if any(c.kind == "seats" for c in cells):
        return list(cells)
    possible = [
        c
        for i, c in enumerate(cells)
        if c.kind == "label" and _may_be_people(reading, c) and (not _is_label(reading, c) or (i and _is_full_name(c)))
    ]
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


def _is_full_name(cell: Part) -> bool:
    """Whether a cell is a given name and a surname, whatever else the surname means: `Ian Church`."""
    words = [h.person.split() for h in cell.seats.held if h.person]
    return len(words) == 1 == len(cell.seats.held) and len(words[0]) == 2 and is_given_name(fold(words[0][0]))


def _is_label(reading: Reading, cell: Part) -> bool:
    """Whether the words of a cell are those of a body or an office."""
    text = _chairs().sub("", reading.words(cell.start, cell.end)).strip(" .,;:")
    return body_kind(text) != "other" or is_place(text) or "(" in text
