"""Rows of tables that begin with the label of a list, as `Present:`: a list beside it, or the rows below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...parsed_minutes import AttendanceStatus
from ..lists.entries import Entry, Listed
from ..lists.people import read_people
from .head_forms import SectionKind
from .headed_tables import HeadedTable, TableRow, all_rows
from .heads import head_at
from .outline import Section
from .reading import Reading

STATUS: dict[SectionKind, AttendanceStatus] = {
    "present": "present",
    "chair": "present",
    "apologies": "apologies",
    "absent": "absent",
    "in_attendance": "in_attendance",
    "clerk": "in_attendance",
}
"""The status of those whom a list of each kind names."""


def label_of(reading: Reading, row: TableRow) -> Section | None:
    """The section that the first cell of a row is the label of; none where it is something else."""
    cell = row.cells[0]
    if cell.spans or not cell.text:
        return None
    head = head_at(reading.view.norm, cell.start, cell.end, False, True)
    if head is None or head.kind not in STATUS or head.form or reading.view.norm[head.end : cell.end].strip(" :.-–"):
        return None
    return Section(head.kind, (cell.start, cell.end), row.start, row.end)


def list_beside(reading: Reading, row: TableRow, section: Section) -> Iterator[Entry]:
    """The people in the cells beside a label; the chair and the clerk have it as their role."""
    for cell in row.cells[1:]:
        if not cell.text or cell.spans:
            continue
        people = read_people(reading.view, reading.view.norm, cell.start, cell.end, members=section.kind == "present")
        for listed in people.people:
            role = row.cells[0].text.strip(" :.*") if section.kind in {"chair", "clerk"} else None
            entry = replace(listed, role=listed.role or role)
            yield Entry(entry, section, listed.notes.status or STATUS[section.kind])


def people_beside(reading: Reading, row: TableRow) -> list[Listed]:
    """The people in the cells after the first, where each of these that is filled holds people with a title."""
    found: list[Listed] = []
    for cell in row.cells[1:]:
        if not cell.text or cell.spans:
            continue
        people = read_people(reading.view, reading.view.norm, cell.start, cell.end, members=True).people
        if not people or not people[0].title or people[0].start != cell.start:
            return []
        found += people
    return found


def labelled_tables(reading: Reading) -> Iterator[HeadedTable]:
    """The tables without headings whose rows begin with labels of lists that no other rule has seen."""
    seen = {
        start for section in reading.outline.sections for start in range(section.label[0] - 3, section.label[0] + 1)
    }
    for table in reading.page_tables:
        rows = all_rows(reading, table)
        labels = [label for row in rows if (label := label_of(reading, row))]
        telling = any(label.kind not in {"chair", "clerk"} for label in labels)
        if telling and not any(label.label[0] in seen for label in labels):
            yield HeadedTable(rows[0], tuple(rows))


def tables_of_names(reading: Reading) -> Iterator[HeadedTable]:
    """The tables between bars without headings whose first column holds one person a row."""
    for table in reading.page_tables:
        rows = all_rows(reading, table)
        if len(rows) > 1 and all("|" in reading.view.norm[row.start : row.end] for row in rows):
            named = [_names_one(reading, row) for row in rows]
            if named[0] and sum(named) * 3 >= len(rows) * 2:
                yield HeadedTable(rows[0], tuple(rows))


def _names_one(reading: Reading, row: TableRow) -> bool:
    cell = row.cells[0]
    return len(read_people(reading.view, reading.view.norm, cell.start, cell.end, members=True).people) == 1
