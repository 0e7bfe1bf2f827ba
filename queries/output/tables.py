"""Rows as a table for people, as wide as their terminal: who and what first, the place in the minutes under it.

Columns in which no row says anything are left out. Where the rows are wider than the terminal their evidence goes
under them, as `file:line` and the quotation; where that is still too wide each row becomes a record, a line a column.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

Cells = Mapping[str, str]

EVIDENCE = ("document", "line", "quote")
_SENTENCES = ("message", "why")
"""Columns of sentences: where the rows are wider than the terminal these go under them, before the evidence."""
_GAP = "  "
_INDENT = "    "
_CONSOLE = Console(file=io.StringIO(), color_system=None)
_NARROWEST = 8
"""Characters that a column of long words may be folded to."""
_TALLEST = 8
"""Lines a row may take before rows become records."""
_WHOLE = frozenset({"date", "from", "to", "line", "verdict", "start", "end", "id"})
"""Columns that are never folded."""
_QUOTE = 90


def table(rows: Sequence[Cells], columns: Sequence[str], width: int) -> str:
    """The rows as lines of at most `width` characters, under the names of their columns; ends in a line end.

    Cells are plain text without line ends. Words longer than `width` are broken.
    """
    told = [c for c in columns if not rows or any(row.get(c) for row in rows)]
    if not told:
        return ""
    short = [dict(row) | {"quote": _shortened(row.get("quote", ""), _QUOTE)} for row in rows]
    if sum(_natural(short, c) for c in told) + len(_GAP) * (len(told) - 1) <= width:
        return _lines(_grid(short, told, [_natural(short, c) for c in told]))
    under = [c for c in told if c in EVIDENCE or c in _SENTENCES]
    apart = [c for c in told if c not in under]
    widths = _shared(short, apart, width) if apart else None
    if widths is None:
        return _lines(_records(rows, told, width))
    return _lines(_grid(rows, apart, widths, under, width))


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _natural(rows: Sequence[Cells], column: str) -> int:
    return max([cell_len(column), *(cell_len(row.get(column, "")) for row in rows)])


def _narrowest(rows: Sequence[Cells], column: str) -> int:
    """The least width of a column: its name and its words whole, long words folded."""
    if column in _WHOLE:
        return _natural(rows, column)
    words = max((cell_len(word) for row in rows for word in row.get(column, "").split()), default=0)
    return max(cell_len(column), min(words, 2 * _NARROWEST), min(_natural(rows, column), _NARROWEST))


def _shared(rows: Sequence[Cells], columns: Sequence[str], width: int) -> list[int] | None:
    """The width of each column, so that all fit: what is left over goes to those that want it. None: they can't."""
    room = width - len(_GAP) * (len(columns) - 1)
    widths = [_narrowest(rows, c) for c in columns]
    wanted = [_natural(rows, c) for c in columns]
    while sum(widths) < room and widths != wanted:
        # The column whose tallest cell takes the most lines gets the next character.
        tallest = max((i for i in range(len(columns)) if widths[i] < wanted[i]), key=lambda i: wanted[i] / widths[i])
        widths[tallest] += 1
    fits = sum(widths) <= room and all(w <= _TALLEST * g for w, g in zip(wanted, widths, strict=True))
    return widths if fits else None


def _grid(
    rows: Sequence[Cells], columns: Sequence[str], widths: Sequence[int], under: Sequence[str] = (), width: int = 0
) -> list[str]:
    out = [_GAP.join(set_cell_size(c, w) for c, w in zip(columns, widths, strict=True))]
    for row in rows:
        cells = [_folded(row.get(c, ""), w) for c, w in zip(columns, widths, strict=True)]
        for i in range(max(len(cell) for cell in cells)):
            parts = (cell[i] if i < len(cell) else "" for cell in cells)
            out.append(_GAP.join(set_cell_size(part, w) for part, w in zip(parts, widths, strict=True)))
        for sentence in _SENTENCES:
            if sentence in under and row.get(sentence):
                out += _indented(row[sentence], width)
        if under:
            out += _indented(_place(row, under), width)
    return out


def _records(rows: Sequence[Cells], columns: Sequence[str], width: int) -> list[str]:
    evidence = [c for c in columns if c in EVIDENCE]
    names = [c for c in columns if c not in evidence]
    indent = max((cell_len(c) for c in names), default=0) + len(_GAP)
    out: list[str] = []
    for row in rows:
        for column in names:
            if text := row.get(column):
                first, *more = _folded(text, max(width - indent, _NARROWEST))
                out.append(set_cell_size(column, indent) + first)
                out += [" " * indent + line for line in more]
        out += [*_indented(_place(row, evidence), width), ""]
    return out[:-1]


def _place(row: Cells, evidence: Sequence[str]) -> str:
    """Where a row stands, as `file:line` and what stands there."""
    place = ":".join(row[c] for c in ("document", "line") if c in evidence and row.get(c))
    quote = _shortened(row.get("quote", ""), 2 * _QUOTE) if "quote" in evidence else ""
    return " ".join(part for part in (place, f"“{quote}”" if quote else "") if part)


def _indented(text: str, width: int) -> list[str]:
    return [_INDENT + line for line in _folded(text, max(width - len(_INDENT), _NARROWEST))] if text else []


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _folded(text: str, width: int) -> list[str]:
    """A cell as lines of its width, between words where it can be; wide letters count twice."""
    return [line.plain.rstrip() for line in Text(text).wrap(_CONSOLE, width, overflow="fold")] or [""]
