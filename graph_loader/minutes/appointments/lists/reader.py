"""Appointments in lists and tables: the words that announce a list, and row by row who goes where.

A list is read in a context (`list_contexts`): what was decided, whether all go to one body or every row names its own,
and the headings inside the list. A heading about appointments is a context as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ....lexicon.verbs import finite
from ....parsed_minutes import Action
from ...lists.run_together import is_run_together, names_apart, seats_run_together
from ...names.bodies import body_kind
from ...names.name_spans import title_at
from ...names.role_words import singular_role
from ...names.tokens import tokens
from ...page.layout import Paragraph
from ...page.outline import Item
from ...page.reading import EvidencePlace, Reading
from ..placing import Place, Placing, is_place, term_in
from .contexts import Context, context_of_title, lead_of
from .labels import Label, Part, clean_label, meaning
from .rows import ListRow, read_row, rows_in
from .seat_tables import SeatRow, seat_rows
from .seats import Held, seats_in

_LONGEST_HEADING = 12
"""Words of a heading inside a list."""


def read_listed_appointments(reading: Reading, own: str | None) -> Iterator[Placing]:
    """All appointments that lists and tables state, in order."""
    yield from _Walk(reading, own).placings()


class _Walk:
    """One pass over the paragraphs; `context` is what the words and headings before a paragraph say of it."""

    def __init__(self, reading: Reading, own: str | None):
        self.reading = reading
        self.own = own
        self.item: Item | None = None
        self.context: Context | None = None
        self.live = False
        self.tables = seat_rows(reading)
        self.people = [(s.start, s.end) for s in reading.sections if s.kind != "declarations"]

    def placings(self) -> Iterator[Placing]:
        for paragraph in self.reading.outline.paragraphs:
            if paragraph.start >= self.reading.last:
                return
            if any(a <= paragraph.start < b for a, b in self.people):
                continue
            item = self.reading.outline.item_at(paragraph.start)
            if item is not self.item:
                if self._goes_on(item, paragraph):
                    self.item = item
                    continue
                self.item, self.live = item, False
                self.context = context_of_title(self.reading, self.own, item) if item else None
            yield from self._paragraph(paragraph)

    def _goes_on(self, item: Item | None, paragraph: Paragraph) -> bool:
        """Whether a heading without number is one inside the list that was announced before it."""
        announced = self.context is not None and self.context.lead is not None and self.live
        return announced and item is not None and item.number is None and self._heading(paragraph, paragraph.start)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Placing]:
        self._number(paragraph)
        first = bisect_left(self.tables, paragraph.first.begin, key=lambda row: row.start)
        table = list(takewhile(lambda row: row.start < paragraph.end, self.tables[first:]))
        if table:
            for row in table:
                yield from self._table_row(row)
            return
        start = self._after_title(paragraph)
        inside = first > 0 and paragraph.start < self.tables[first - 1].end  # a cell of several lines
        if start >= paragraph.end or inside:
            return
        lead = lead_of(self.reading, self.own, start, paragraph.end, self.item)
        if lead is not None:
            self.context, self.live = lead.context, True
            if lead.list_start is not None and not lead.context.silent:
                yield from self._entry(lead.list_start, lead.list_end or paragraph.end)
            return
        if self.context is None or self.context.silent:
            return
        if self._heading(paragraph, start):
            return
        before = self.live
        self.live = False
        for begin, end in self._entries(paragraph, start):
            yield from self._entry(begin, end, before)
        if not self.live and self._is_new_heading(paragraph, start):
            self.context = None

    def _number(self, paragraph: Paragraph) -> None:
        """A numbered paragraph beside the one that announced a list ends the list."""
        number, context = paragraph.first.number, self.context
        if not number or context is None or number == context.number or context.number is None:
            return
        if "/" in number or ("." in number and number.count(".") <= context.number.count(".")):
            self.context, self.live = (
                context_of_title(self.reading, self.own, self.item) if self.item else None,
                False,
            )

    def _after_title(self, paragraph: Paragraph) -> int:
        """Where the words of a paragraph begin after the title of its item."""
        item = self.item
        if item and paragraph.start <= item.span[0] < paragraph.end:
            at = item.span[1]
            while at < paragraph.end and self.reading.flow[at] in " :-–—.\t\x1f":
                at += 1
            return at
        return paragraph.start

    # -- headings inside a list --------------------------------------------------------------------------------------

    def _heading(self, paragraph: Paragraph, start: int) -> bool:
        """Whether a paragraph is a heading inside the list, which the context then has."""
        context, words = self.context, self.reading.words(start, paragraph.end).strip(" .:*-–—")
        if context is None or not words or len(words.split()) > _LONGEST_HEADING or finite().search(words.casefold()):
            return False
        place = start, paragraph.end
        marked = paragraph.first.is_head or words.isupper() or self.reading.flow[place[1] - 1] in ":-–"
        body = self.reading.tagged.within(start, paragraph.end, "body")
        if self._has_people(start, paragraph.end) or any(row.seats for row in rows_in(self.reading, *place)):
            return False
        cell = Part("label", start, paragraph.end, seats_in(self.reading, *place))
        said = meaning(self.reading, cell, context.fixed, context.outside)
        plural_role = is_place(words) and singular_role(words) != words
        if body_kind(words) not in {"other"} or (body and body[0].end - body[0].start > 0.6 * len(words)):
            self.context = replace(context, body=Place(clean_label(self.reading, cell), *place), role=None)
        elif (plural_role and (marked or context.fixed)) or self._is_seat_of_one(context, words, paragraph):
            self.context = replace(context, role=singular_role(words), heading=place)
        elif marked and said.place and not context.fixed and self._people_follow(paragraph):
            self.context = replace(context, body=said.place, role=said.role)
        else:
            return False
        self.live = True
        return True

    def _is_seat_of_one(self, context: Context, words: str, paragraph: Paragraph) -> bool:
        """Whether a line names the kind of seat of the person below it, in a list for one body: `Observer`."""
        announced = context.fixed and context.lead is not None
        return announced and is_place(words) and len(words.split()) < 4 and self._people_follow(paragraph)

    def _is_new_heading(self, paragraph: Paragraph, start: int) -> bool:
        """Whether a short line that ends with a colon begins something else, where headings look like lines."""
        text = self.reading.flow[start : paragraph.end].strip()
        return text.endswith(":") and len(text.split()) <= _LONGEST_HEADING and text[:1].isupper()

    def _people_follow(self, paragraph: Paragraph) -> bool:
        """Whether the next paragraph is of people only, or of an office and who holds it."""
        paragraphs = self.reading.outline.paragraphs
        at = self.reading.outline.paragraph_after(paragraph.start) + 1
        if at >= len(paragraphs):
            return False
        rows = list(rows_in(self.reading, paragraphs[at].start, paragraphs[at].end))
        return any(
            row.seats and all(meaning(self.reading, label, False, False).office for label in row.labels) for row in rows
        )

    def _has_people(self, start: int, end: int) -> bool:
        return bool(self.reading.tagged.within(start, end, "person"))

    # -- rows --------------------------------------------------------------------------------------------------------

    def _entries(self, paragraph: Paragraph, start: int) -> list[tuple[int, int]]:
        """The entries of a paragraph: its lines, a line that only carries on the one before put with it."""
        entries: list[tuple[int, int]] = []
        for row in paragraph.rows:
            begin = max(row.start, start)
            if begin >= row.end:
                continue
            if entries and not self._begins_entry(begin, row.end, entries[-1]):
                entries[-1] = entries[-1][0], row.end
            else:
                entries.append((begin, row.end))
        return entries

    def _begins_entry(self, start: int, end: int, before: tuple[int, int]) -> bool:
        if self.reading.flow[before[0] : before[1]].rstrip().endswith((",", "and", "&", "-", "–")):
            return False
        rows = [row for row in rows_in(self.reading, start, end) if row.labels and row.seats]
        if any(row.label_first for row in rows):
            return True
        return bool(rows) and any(row.labels and row.seats for row in rows_in(self.reading, *before))

    def _entry(self, start: int, end: int, before: bool = True) -> Iterator[Placing]:
        context = self.context
        assert context is not None  # noqa: S101
        if context.fixed and is_run_together(self.reading, start, end):
            seats = seats_run_together(self.reading, start, end)
            for seat in seats:
                held = Held(seat.start, seat.end, seat.person, represents=seat.label)
                yield self._placing(held, Label(represents=seat.label), seat.start, seat.end, "seats")
            self.live = self.live or bool(seats)
            if seats:
                return
        for row in rows_in(self.reading, start, end):
            yield from self._row(row, before)

    def _row(self, row: ListRow, before: bool) -> Iterator[Placing]:
        context = self.context
        if context is None or not row.seats:
            return
        label = Label()
        for cell in row.labels[:2]:
            said = meaning(self.reading, cell, context.fixed, context.outside)
            if said.place and context.own_offices and body_kind(said.place.name) == "other":
                said = Label(role=said.place.name, office=True)  # `Pointscorer: A` among officers
            label = Label(
                label.place or said.place,
                label.role or said.role,
                label.represents or said.represents,
                said.office or label.office,
            )
        if label.place and context.fixed:
            label = replace(label, place=None, represents=label.represents or label.place.name)
        if not (self._labelled_row(row, before) if row.labels else self._plain_row(row, before)):
            return
        if label.place and not context.fixed:
            label = replace(label, place=self._whole_name(label.place))
            self.context = replace(context, body=label.place)
        self.live = True
        for cell in row.seats:
            for held in cell.seats.held or (Held(cell.start, cell.end),):
                for start, end, name in self._names(held):
                    one = replace(held, start=start, end=end, person=name)
                    place = (start, end) if not row.labels else (row.start, row.end)
                    yield self._placing(one, label, *place, "line" if row.labels else "names")

    def _whole_name(self, place: Place) -> Place:
        """A body, with the line before where the name begins there and its last word alone stands beside the people."""
        if body_kind(place.name) == "other" or len(place.name.split()) > 1:
            return place
        ends = [self.reading.flow.rfind(sign, self.reading.start, place.start) for sign in "\n\x1f"]
        begins = [self.reading.flow.rfind(sign, self.reading.start, max(ends)) for sign in "\n\x1f"]
        low, high = self.reading.trim(max(*begins, self.reading.start - 1) + 1, max(*ends, self.reading.start))
        row = read_row(self.reading, low, high) if low < high and self.reading.flow[high - 1].isalpha() else None
        if row is None or row.seats or len(row.labels) > 1:
            return place
        return Place(f"{clean_label(self.reading, row.labels[0])} {place.name}", low, place.end)

    def _labelled_row(self, row: ListRow, before: bool) -> bool:
        """Whether a row with a label belongs to the list: people without title whom nobody knows only right in it."""
        people = [h for cell in row.seats for h in cell.seats.held if h.person]
        return before or all(self._titled(h) or self.reading.roster.find(h.person or "") for h in people)

    def _plain_row(self, row: ListRow, before: bool) -> bool:
        """Whether a row of nothing but people belongs to the list: it follows a row or heading, and a body is known."""
        context = self.context
        if context is None or not before or not (context.fixed or context.body):
            return False
        people = [h for cell in row.seats for h in cell.seats.held if h.person]
        if all(self._titled(h) or self.reading.roster.find(h.person or "") for h in people):
            return True
        return context.fixed and context.lead is not None

    def _titled(self, held: Held) -> bool:
        return title_at(tokens(held.person or "", 0, len(held.person or "")), 0) is not None

    def _names(self, held: Held) -> Iterator[tuple[int, int, str | None]]:
        if held.person is None:
            yield held.start, held.end, None
            return
        parts = list(names_apart(self.reading, held.start, held.end))
        if len(parts) < 2:
            yield held.start, held.end, held.person
            return
        for start, end in parts:
            yield start, end, self.reading.words(start, end)

    def _table_row(self, row: SeatRow) -> Iterator[Placing]:
        """A row of a table whose head names the columns."""
        if self.context is None and not row.telling:
            return
        context = self.context or Context.plain(self.reading, row.start, self.item)
        if context.silent:
            return
        self.context = context
        for seat in row.people:
            label = Label(represents=seat.represents)
            for part in ("body", "role"):
                if part in row.cells:
                    cell = Part("label", *row.cells[part], seats_in(self.reading, *row.cells[part]))
                    said = meaning(self.reading, cell, context.fixed, context.outside)
                    label = Label(
                        said.place or label.place, said.role or label.role, said.represents or label.represents
                    )
                    if part == "role" and said.role is None:
                        label = replace(label, place=None, role=self.reading.words(*row.cells[part]))
            if label.place is None and "body" not in row.cells and context.body and "role" not in row.cells:
                label = replace(label, place=context.body)
            elif "body" in row.cells:
                self.context = context = replace(context, body=label.place)
            elif context.body and not context.offices and "role" not in row.cells:
                label = replace(label, place=context.body)
            if seat.body and not context.fixed:
                label = replace(label, place=Place(self.reading.words(*seat.body), *seat.body))
            if "represents" in row.cells and label.represents is None:
                label = replace(label, represents=self.reading.words(*row.cells["represents"]).strip(" |."))
            for held in seats_in(self.reading, seat.start, seat.end).held:
                old = self.reading.words(*row.cells["replaces"]).strip(" |.") if "replaces" in row.cells else None
                one = replace(held, role=held.role or seat.role, replaces=held.replaces or old)
                yield self._placing(one, label, row.start, row.end, "table")

    # -- records -----------------------------------------------------------------------------------------------------

    def _placing(self, held: Held, label: Label, start: int, end: int, name: str) -> Placing:
        context = self.context
        assert context is not None  # noqa: S101
        term, until = term_in(self.reading, start, end)
        place = (
            context.target
            if context.fixed
            else label.place or (None if label.office and not context.body else context.body)
        )
        role = held.role or label.role or context.role or ("representative" if context.outside else "member")
        places: list[EvidencePlace] = []
        if context.lead:
            places.append(("decision", context.lead, "appointment.decision"))
        if context.heading:
            places.append(("heading", context.heading, "appointment.heading"))
        action: Action = "vacancy" if held.vacant else context.action
        if action == "elect" and role == "member" and not context.fixed:
            action = "appoint"
        return Placing(
            start,
            end,
            f"appointment.{name}",
            action,
            context.outcome,
            person=held.person,
            holder=held.holder,
            represents=label.represents or (held.represents if context.fixed else None),
            place=place,
            role=role,
            replaces=held.replaces,
            term=term or (context.term if not until else None),
            until=until or (context.until if not term else None),
            evidence=self.reading.evidence(*places),
        )
