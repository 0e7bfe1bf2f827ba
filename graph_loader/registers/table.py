"""A register of members as a plain table: `person, body, role, from, to, source` in CSV, one entry a row.

Columns may stand in any order and be called as people call them (`data/columns.txt`); commas, semicolons and tabs part
them. A row without a person or a body is said and left out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from ..folding import fold
from .entry import Entry, said

RULE = "register.row"
_BETWEEN = (",", ";", "\t")
_NEEDED = frozenset({"person", "body"})


@cache
def _headings() -> dict[str, str]:
    """The field that each heading means."""
    text = (files(__package__) / "data" / "columns.txt").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {fold(heading): field for field, heading in lines}


def is_table(text: str) -> bool:
    """Whether the first line of a text is the head of a register: it has columns for a person and for a body."""
    return _columns(text) is not None


def entries(text: str) -> Iterator[Entry]:
    """The entries of a table, in order."""
    found = _columns(text)
    if found is None:
        return
    between, columns = found
    lines = list(io.StringIO(text, newline=""))
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.reader(lines, delimiter=between)
    next(reader)
    before = reader.line_num
    for row in reader:
        first, before = before, reader.line_num
        fields = {name: row[at] for at, name in columns.items() if at < len(row)}
        if not any(cell.strip() for cell in row):
            continue
        end = starts[first] + len("".join(lines[first:before]).rstrip("\r\n"))
        yield _entry(fields, starts[first], end)


def _columns(text: str) -> tuple[str, Mapping[int, str]] | None:
    head = text.lstrip("\ufeff").partition("\n")[0]
    for between in _BETWEEN:
        try:
            cells = next(csv.reader([head], delimiter=between), [])
        except csv.Error:  # a line longer than any head, or with line ends of old Macintosh computers
            return None
        columns = {at: field for at, cell in enumerate(cells) if (field := _headings().get(fold(cell)))}
        if set(columns.values()) >= _NEEDED and len(set(columns.values())) == len(columns):
            return between, columns
    return None


def _entry(fields: Mapping[str, str], start: int, end: int) -> Entry:
    names = ("role", "from", "to", "represents", "source")
    role, first, last, represents, source = said(*(fields.get(name) for name in names))
    return Entry(
        char_start=start,
        char_end=end,
        person=fields.get("person", "").strip(),
        body=fields.get("body", "").strip(),
        role=role,
        start=first,
        end=last,
        represents=represents,
        register=source,
    )
