"""Tables of people: columns such as Member, Role, Present, Reason, Substitute, told by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...folding import fold
from ...lexicon.name_words import is_given_name
from ...parsed_minutes import OrganisationKind
from ..dates.clock import PLAIN_TIME
from ..dates.written import times
from ..lists.beside.notes import NO_NOTES, VIRTUAL, Notes, tail_notes
from ..lists.entries import Entry, Listed, is_nobody, is_public
from ..lists.people import read_people
from ..names.beside import Stretch, told_beside
from ..names.name_spans import name_from, title_at
from ..names.role_words import is_post_phrase
from ..names.tokens import tokens
from ..page.column_headings import column_of, is_column_heading
from ..page.head_forms import SectionKind
from ..page.headed_tables import Cell, HeadedTable, TableRow, headed_tables
from ..page.labelled_tables import STATUS, label_of, labelled_tables, list_beside, people_beside, tables_of_names
from ..page.outline import Section
from ..page.reading import Reading
from ..page.vocabulary import is_post
from ..votes.tables import side_tables
from .table_marks import TICKS, Marks, is_marks

_KINDS: dict[str, OrganisationKind | None] = {"body": "body", "employer": "employer", "ward": "ward", "party": "party"}
UNDECIDED = "attendance.table.marks"
"""The rule of warnings about people whom a table names without a mark that says who was there."""
_LONGEST_NAME = 60
_ANNOUNCED = re.compile(
    r"(?:(?P<present>\bpresent|\bmembers?\s+(?:who\s+)?attend(?:ed|ing))|\bin\s+attendance|\balso\s+attend(?:ed|ing))"
    r"[^.\n]{0,40}$",
    re.IGNORECASE,
)
_NEAR = 200
_LONGEST_LINE = 90
_DID_NOT = re.compile(r"\b(?:did not|unable|not present|no substitute)\b", re.IGNORECASE)
"""Who was named to stand in, and was not there."""


@dataclass(frozen=True)
class PeopleTables:
    """The people of all tables, and where the tables stand, so that no other rule reads them."""

    entries: tuple[Entry, ...]
    places: tuple[tuple[int, int], ...]


def _what(heading: str) -> str | None:
    if is_marks(heading):
        return "status"
    return column_of(heading, "attendance") if heading else "unused"


def _columns(table: HeadedTable) -> list[str | None]:
    """What stands below each heading; a title behind the name is the office of the person: `Name | Title`."""
    what = [_what(cell.text) for cell in table.header.cells]
    if "title" in what and "name" in what and what.index("title") > what.index("name"):
        what[what.index("title")] = "role"
    return what


def _is_header(headings: Sequence[str]) -> bool:
    """Whether the headings are those of a table of people, and of nothing else."""
    what = [_what(heading) for heading in headings]
    if "foreign" in what or any(_names_somebody(heading) for heading in headings if _what(heading) is None):
        return False
    named = [w for w in what if w == "name"] or (["first"] if {"first", "last"} <= {*what} else [])
    known = [w for w in what if w and w != "unused"]
    if not named:
        beside = [w for w in known if w in _KINDS]
        if beside and (what[0] not in _KINDS or "present" not in known or len(beside) > 1):
            return False
        return len(known) > 1 and all(w in {*TICKS, *beside} for w in what if w != "unused")
    return len(named) == 1 and len(known) > 1 and len(known) * 2 >= len(what)


def _names_somebody(heading: str) -> bool:
    """Whether a cell is a name with a title, initials or a known given name, which no heading is: `D. Wray`."""
    row = tokens(heading, 0, len(heading))
    title = title_at(row, 0) if row else None
    if not row or name_from(row, title.last if title else 0, title is not None) != len(row):
        return False
    return title is not None or row[0].kind == "initials" or (len(row) > 1 and is_given_name(fold(row[0].text)))


def read_tables(reading: Reading) -> PeopleTables:
    """The people in the tables of a meeting: those in a list of people, and those that say who was there.

    Tables under apologies and declarations are read with these.
    """
    entries: list[Entry] = []
    places = [(table.start, table.end) for table, _ in side_tables(reading)]
    for table in headed_tables(reading, reading.start, reading.last, _is_header):
        section = _section(reading, table) or _announced(reading, table)
        what = _columns(table)
        if section is None and not {*what} & {*TICKS, "status"}:
            continue
        if section is not None and section.kind in {"apologies", "declarations"}:
            continue
        places.append((table.start, table.end))
        if section is None:
            section = Section("present", (table.start, table.start), table.start, table.end)
        entries += _rows(reading, table, what, section)
    for table, within in _without_headings(reading):
        if not any(start < table.end and table.start < end for start, end in places):
            places.append((table.start, table.end))
            entries += _rows(reading, table, ["name", *["beside"] * (len(table.header.cells) - 1)], within)
    return PeopleTables(tuple(entries), tuple(places))


def _without_headings(reading: Reading) -> Iterator[tuple[HeadedTable, Section | None]]:
    """The tables that labels of lists stand in, and those of names in a list of people, with its section."""
    for table in labelled_tables(reading):
        yield table, None
    for table in tables_of_names(reading):
        section = _section(reading, table) or _announced(reading, table)
        if section and section.kind in STATUS and section.kind != "apologies":
            yield table, section


def _section(reading: Reading, table: HeadedTable) -> Section | None:
    """The list of people that a table stands in: the last head above it, where no other heading stands between."""
    above = [s for s in reading.outline.sections if s.label[0] <= table.start]
    if not above:
        return None
    last = max(above, key=lambda s: s.label[0])
    between = any(last.label[1] < item.begin <= table.start for item in reading.outline.items)
    return None if between else last


def _announced(reading: Reading, table: HeadedTable) -> Section | None:
    """The section that a line directly above a table begins: `The following members were present:`."""
    norm = reading.view.norm
    end = len(norm[max(0, table.start - _NEAR) : table.start].rstrip(" \t\n|")) + max(0, table.start - _NEAR)
    start = norm.rfind("\n", 0, end) + 1
    found = _ANNOUNCED.search(norm, start, end) if end - start <= _LONGEST_LINE else None
    if found is None:
        return None
    kind: SectionKind = "present" if found["present"] else "in_attendance"
    return Section(kind, reading.view.trim(start, end), table.start, table.end)


def _rows(reading: Reading, table: HeadedTable, what: Sequence[str | None], section: Section | None) -> Iterator[Entry]:
    """The entries of a table; without a section only those below and beside labels in it."""
    if section and not {"name", "first"} & {*what}:
        yield from _lists_side_by_side(reading, table, what, section)
        return
    key_of = {w: i for i, w in enumerate(what) if w and w != "unused"}
    marks = Marks(table.header, table.rows, key_of)
    if marks.is_empty:
        message = "the columns that say who was there are empty in every row: marks may have been lost"
        reading.warn("unparsed_line", message, table.start, table.end, UNDECIDED)
    headless = "beside" in what and table.header is table.rows[0]
    label: Section | None = None
    for row in table.rows:
        if found := label_of(reading, row):
            section = label = found
            yield from list_beside(reading, row, label)
            continue
        if label and (row.cells[0].spans or not row.cells[0].text):
            yield from list_beside(reading, row, label)
            continue
        listed = _person(reading, row, key_of) if section else None
        if listed is None or section is None:
            continue
        if headless and (others := people_beside(reading, row)):
            yield Entry(listed, section, listed.notes.status or STATUS.get(section.kind, "present"))
            yield from (Entry(o, section, o.notes.status or STATUS.get(section.kind, "present")) for o in others)
            continue
        listed = _told(reading, listed, row, what)
        status = marks.status(row) or listed.notes.status
        if status is not None or not marks.given or listed.notes.suspended:
            yield Entry(listed, section, status or STATUS.get(section.kind, "present"))
        elif not marks.is_empty:
            message = "no mark says whether this person was there: not recorded"
            reading.warn("unparsed_line", message, listed.start, listed.end, UNDECIDED)


def _lists_side_by_side(
    reading: Reading, table: HeadedTable, what: Sequence[str | None], section: Section
) -> Iterator[Entry]:
    """Lists that stand beside each other under `Present`, `Apologies` and the like, which may span columns."""
    for row in table.rows:
        status: str | None = None
        for cell, said in zip(row.cells, what, strict=True):
            status = status if said == "unused" else said
            if status not in TICKS or not cell.text:
                continue
            for listed in read_people(reading.view, reading.view.norm, cell.start, cell.end).people:
                yield Entry(_sent_by(listed, row, what), section, status)


def _sent_by(listed: Listed, row: TableRow, what: Sequence[str | None]) -> Listed:
    """The entry with the body that sends it, where a column of the table gives one: `Council | Present | Apologies`."""
    said = next(
        ((cell.text, str(w)) for cell, w in zip(row.cells, what, strict=True) if w in _KINDS and cell.text), None
    )
    if said is None or listed.organisation:
        return listed
    return replace(listed, organisation=said[0], organisation_kind=_KINDS[said[1]])


def _person(reading: Reading, row: TableRow, key_of: dict[str, int]) -> Listed | None:
    """The person of a row; none where it names nobody, which is warned about unless the row says so."""
    columns = ("title", "name") if "name" in key_of else ("title", "first", "last")
    parts = [cell for c in columns if c in key_of and (cell := row.cells[key_of[c]]).text and not cell.spans]
    if not parts:
        return None
    start, end = parts[0].start, parts[-1].end
    text = " ".join(p.text for p in parts)
    cells = tokens(reading.view.norm, parts[-1].start, parts[-1].end)
    if not cells or is_nobody(cells) or is_public(cells) or is_column_heading(text, "attendance"):
        return None
    if len(parts) == 1:
        found = read_people(reading.view, reading.view.norm, start, end, members=True).people
        if len(found) == 1:
            return found[0]
        if apart := _before_comma(reading, parts[0]):
            return apart
    plain = tokens(text, 0, len(text))
    title = title_at(plain, 0)
    stop = name_from(plain, title.last if title else 0, True)
    if stop == len(plain) and len(text) < _LONGEST_NAME and not any(is_post(t.text) for t in plain[1:]):
        return Listed(text, start, end, end, title=None if title is None else text[: plain[title.last - 1].end])
    reading.warn("unparsed_line", "no rule reads this name in a table", start, end, "attendance.table")
    return None


def _before_comma(reading: Reading, cell: Cell) -> Listed | None:
    """The person of a cell that names somebody and, after a comma, what they are or whom they come from."""
    comma = reading.view.norm.find(",", cell.start, cell.end)
    row = tokens(reading.view.norm, cell.start, comma) if comma > 0 else []
    title = title_at(row, 0) if row else None
    if not row or name_from(row, title.last if title else 0, True) != len(row) or len(row) < 2:
        return None
    start, end = reading.view.trim(comma + 1, cell.end)
    name, beside = reading.words(cell.start, comma), reading.words(start, end)
    told = told_beside(reading.view, (Stretch(start, end, "comma"),))
    role = (told.role or beside) if is_post_phrase(tokens(beside, 0, len(beside))) else None
    said_title = None if title is None else reading.words(cell.start, row[title.last - 1].end)
    organisation = None if role else beside
    return Listed(name, cell.start, comma, cell.end, title=said_title, role=role, organisation=organisation)


def _told(reading: Reading, listed: Listed, row: TableRow, what: Sequence[str | None]) -> Listed:
    """The entry with what the other cells of its row say."""
    for cell, said in zip(row.cells, what, strict=True):
        if not cell.text or said in {None, "unused", "name", "first", "last", "title"}:
            continue
        listed = _with_cell(reading, listed, cell, str(said))
    return replace(listed, entry_end=max(listed.entry_end, row.end))


def _with_cell(reading: Reading, listed: Listed, cell: Cell, said: str) -> Listed:
    notes = listed.notes
    if (marked := tail_notes(cell.text, NO_NOTES)) and marked.suspended:
        return replace(listed, notes=replace(notes, suspended=True))
    if said == "role":
        marked = tail_notes(cell.text, notes)
        return replace(listed, notes=marked) if marked else replace(listed, role=listed.role or _office(cell.text))
    if said == "beside" and (away := tail_notes(cell.text, NO_NOTES)) and away.reason:
        return replace(listed, notes=replace(notes, reason=away.reason))
    if said in {"beside", "sort"}:
        told = told_beside(reading.view, (Stretch(cell.start, cell.end, "column"),))
        if is_post_phrase(tokens(cell.text, 0, len(cell.text))):
            return replace(listed, role=listed.role or _office(told.role or cell.text))
        return replace(listed, organisation=cell.text) if said == "beside" else listed
    if said in _KINDS:
        return replace(listed, organisation=cell.text, organisation_kind=_KINDS[said])
    if said == "reason":
        return replace(listed, notes=_timed(cell.text, notes) or replace(notes, reason=cell.text))
    if said == "substitute":
        return _stood_in(reading, listed, cell)
    if said == "initials":
        return replace(listed, notes=replace(notes, initials=cell.text))
    if said in {"present", "status"} and len(cell.text.split()) > 1:
        after = cell.text.split(maxsplit=1)[1].strip("()-–,; ")
        for marked in (tail_notes(after, notes), tail_notes(cell.text, notes)):
            if marked and (marked.arrived or marked.left or marked.mode or marked.stands_in_for):
                return replace(listed, notes=marked)
        return listed
    if said in {"arrived", "left"}:
        if PLAIN_TIME.fullmatch(cell.text.strip()):
            return replace(listed, notes=replace(notes, said=f"{said} {cell.text.strip()}"))
        found = times(cell.text, 0, len(cell.text))
        if found and said == "arrived":
            return replace(listed, notes=replace(notes, arrived=found[0].value))
        return replace(listed, notes=replace(notes, left=found[0].value)) if found else listed
    if said == "mode" or VIRTUAL.search(cell.text):
        virtual = VIRTUAL.search(cell.text) is not None
        mode = "virtual" if virtual else "in_person" if "person" in cell.text.casefold() else notes.mode
        return replace(listed, notes=replace(notes, mode=mode))
    return listed


def _stood_in(reading: Reading, listed: Listed, cell: Cell) -> Listed:
    """The entry with its substitute, or with what a cell below `Substitute / notes` says of the member."""
    notes = listed.notes
    if marked := _timed(cell.text, notes):
        return replace(listed, notes=marked)
    if _DID_NOT.search(cell.text):
        return listed
    people = read_people(reading.view, reading.view.norm, cell.start, cell.end).people
    name = people[0].person if people else _name(cell.text)
    return replace(listed, notes=replace(notes, stood_in_by=name, substitute_column=True)) if name else listed


def _timed(text: str, notes: Notes) -> Notes | None:
    """The notes with a time that a cell gives."""
    marked = tail_notes(text, NO_NOTES)
    return tail_notes(text, notes) if marked and (marked.arrived or marked.left) else None


def _office(text: str) -> str:
    """A role without a bracket that names another one: `Chair (Vice-Chairman of the Board)`."""
    main, _, inside = text.partition("(")
    inner = tokens(inside, 0, len(inside))
    return main.strip() if main.strip() and inner and is_post_phrase(inner) else text


def _name(text: str) -> str | None:
    """The name that a text begins with: `Cllr A Name deputised`."""
    row = tokens(text, 0, len(text))
    title = title_at(row, 0) if row else None
    stop = name_from(row, title.last if title else 0, title is not None) if row else None
    return text[: row[stop - 1].end] if stop else None
