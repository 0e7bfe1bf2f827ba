"""What a page is made of, as a person sees it: headings, paragraphs, list items, tables, page furniture.

Every format gives the same kinds of block. Blocks are in the order of the read text and do not overlap, but that
furniture, such as the numbers of lines, may stand inside another block; `start` and `end` count characters of the read
text, blanks and marks (`#`, `-`, `|`) around the content left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from typing import Any, Literal

FurnitureKind = Literal["running_head", "page_number", "line_number", "watermark"]


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 6."""

    start: int
    end: int
    level: int


@dataclass(frozen=True)
class Paragraph:
    """Running text, or one line of text that is nothing else; `bold` where all of it is set in bold."""

    start: int
    end: int
    bold: bool = False


@dataclass(frozen=True)
class ListItem:
    """An item of a list with its bullet or number, `depth` from 0."""

    start: int
    end: int
    mark: str
    depth: int = 0


@dataclass(frozen=True)
class TableCell:
    """A cell: its content's offsets (`start == end` where it is empty) and the rows and columns that it covers."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    is_header: bool = False


@dataclass(frozen=True)
class Table:
    """A table laid out: all rows are equally long, and a cell that spans stands in every place that it covers."""

    start: int
    end: int
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True)
class Furniture:
    """What belongs to the page and not to the minutes."""

    start: int
    end: int
    kind: FurnitureKind


Block = Heading | Paragraph | ListItem | Table | Furniture


def laid_out(cells: Iterable[TableCell]) -> tuple[tuple[TableCell, ...], ...]:
    """The rows of a table from its cells: spans repeated, places that no cell covers filled with empty cells."""
    placed: dict[tuple[int, int], TableCell] = {}
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                placed.setdefault((row, column), cell)
    if not placed:
        return ()
    height, width = max(row for row, _ in placed) + 1, max(column for _, column in placed) + 1
    rows: list[tuple[TableCell, ...]] = []
    at = 0
    for row in range(height):
        line: list[TableCell] = []
        for column in range(width):
            cell = placed.get((row, column)) or TableCell(at, at, row, column)
            line.append(cell)
            at = cell.end
        rows.append(tuple(line))
    return tuple(rows)


def moved(block: Block, by: int) -> Block:
    """The same block, so many characters further on."""
    return fitted(block, lambda offset: offset + by)


def fitted(block: Block, place: Callable[[int], int]) -> Block:
    """The same block in another form of the text; `place` says where an offset of the one stands in the other."""
    if not isinstance(block, Table):
        return replace(block, start=place(block.start), end=place(block.end))
    own = {id(cell): cell for row in block.rows for cell in row}
    cells = {key: replace(cell, start=place(cell.start), end=place(cell.end)) for key, cell in own.items()}
    rows = tuple(tuple(cells[id(cell)] for cell in row) for row in block.rows)
    return Table(place(block.start), place(block.end), rows)


def to_plain(block: Block) -> dict[str, Any]:
    """A block as JSON can hold it, for the process that reads PDFs."""
    plain = {f.name: getattr(block, f.name) for f in fields_of(block)}
    if isinstance(block, Table):
        plain["rows"] = [[{f.name: getattr(c, f.name) for f in fields_of(c)} for c in row] for row in block.rows]
    return plain | {"block": type(block).__name__}


def from_plain(kind: type[Block], plain: Mapping[str, Any]) -> Block:
    """The block that `to_plain` has written."""
    values = {k: v for k, v in plain.items() if k != "block"}
    if "rows" in values:
        values["rows"] = tuple(tuple(TableCell(**cell) for cell in row) for row in values["rows"])
    return kind(**values)


def blocks_from_plain(found: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    """The blocks that a process has written as JSON."""
    return tuple(from_plain(_KINDS[plain["block"]], plain) for plain in found)


_KINDS: dict[str, type[Block]] = {kind.__name__: kind for kind in (Heading, Paragraph, ListItem, Table, Furniture)}
