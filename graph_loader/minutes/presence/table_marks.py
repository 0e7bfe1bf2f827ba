"""What the cells of a table say of somebody's presence: ticks, crosses, boxes, letters and words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from ...lexicon.entries import word_set
from ...parsed_minutes import AttendanceStatus
from ..lists.beside.notes import NO_NOTES, tail_notes
from ..page.headed_tables import Cell, TableRow

TICKS: tuple[AttendanceStatus, ...] = ("present", "apologies", "absent", "in_attendance")
"""The columns that hold a mark for one status each."""
_STATUSES: tuple[AttendanceStatus, ...] = ("apologies", "in_attendance", "absent", "present")
"""The more telling first: `No - apologies`."""
_CROSSES = frozenset({"x", "✗", "✘", "✕", "✖", "☓", "☒", "❌", "❎", "×"})
"""Signs that mark a place where places are marked or left empty, and say no where others are ticked."""
_EMPTY = re.compile(r"[☐□▢◻⬜▫○◯_.\s]*$")
_TOLD = re.compile(r"[?(:]")
"""What a column is about stands before it, and its marks after it: `In attendance? Yes/No`."""
_PART = re.compile(r"\s*(?:[-–—,;:(/]|\bwith\b)\s*")


def is_marks(heading: str) -> bool:
    """Whether a heading only lists the marks of its column: `P/A/N`, `Yes or No`."""
    parts = _marks_in(heading)
    return len(parts) > 1 and all(_of_words(part) or part in {"a", "n"} for part in parts)


def _marks_in(heading: str) -> list[str]:
    told = _TOLD.split(heading.casefold().rstrip(" .:?*)"))[-1]
    return [part.strip() for part in re.split(r"/|,|\bor\b|\|", told) if part.strip()]


class Marks:
    """The marks of one table: its columns of presence, and how its signs are to be taken."""

    def __init__(self, header: TableRow, rows: Sequence[TableRow], columns: Mapping[str, int]):
        self._columns = {name: at for name, at in columns.items() if name in {*TICKS, "status"}}
        cells = [row.cells[at] for row in rows for at in self._columns.values()]
        found = {cell.text.strip().casefold() for cell in cells}
        self.is_empty = bool(cells) and all(_EMPTY.match(text) for text in found)
        """Whether there are columns of presence and nobody is marked in any."""
        boxes = any("☐" in text or "□" in text for text in found)
        ticked = found & {"✓", "✔", "√", "☑", "✅", "yes", "y", "p", "present"}
        alone = {text for text in found if not _EMPTY.match(text)}
        crossed = {at for at in self._columns.values() for row in rows if row.cells[at].text.strip() in _CROSSES}
        self._ticks = set(alone) if len(alone) == 1 and len(crossed) > 1 else set()
        if "☒" in found and (boxes or alone == {"☒"}) and not ticked:
            self._ticks.add("☒")
        present = {row.cells[columns["present"]].text.casefold() for row in rows} if "present" in columns else set()
        others = any(name in columns for name in ("apologies", "absent"))
        self._crosses_mark = bool(present) and (not present - {"x", ""} or not others)
        listed = {part for at in self._columns.values() for part in _marks_in(header.cells[at].text)}
        self._a_is_absent = {_plain(text) for text in found | listed}.isdisjoint({"n", "no", "ab", "absent", "x"})

    def status(self, row: TableRow) -> AttendanceStatus | None:
        """The status that the cells of a row give; none where they give none."""
        ticked = [name for name in TICKS if name in self._columns and not _EMPTY.match(self._cell(row, name).text)]
        refused = False
        for name in ticked:
            said = self._said(self._cell(row, name), in_column=True)
            if said == "present":
                return name
            if said in {"apologies", "in_attendance"}:
                return said
            refused = refused or (said == "absent" and name == "present")
        if refused:
            return "absent"
        return self._said(self._cell(row, "status"), in_column=False) if "status" in self._columns else None

    @property
    def given(self) -> bool:
        """Whether the table says who was there."""
        return bool(self._columns)

    def _cell(self, row: TableRow, name: str) -> Cell:
        return row.cells[self._columns[name]]

    def _said(self, cell: Cell, in_column: bool) -> AttendanceStatus | None:
        plain = _plain(cell.text)
        if not plain or _EMPTY.match(plain):
            return None
        if plain in self._ticks:
            return "present"
        if plain in _CROSSES:
            return "present" if plain == "x" and (not in_column or self._crosses_mark) else "absent"
        if plain == "a":
            return "absent" if self._a_is_absent else "apologies"
        if said := _of_words(plain, *_PART.split(plain), plain.split()[0]):
            return said
        notes = tail_notes(cell.text, NO_NOTES)
        return None if notes is None or notes.suspended else notes.status or "present"


def _of_words(*words: str) -> AttendanceStatus | None:
    """The status that the most telling of these words gives."""
    plain: Collection[str] = {word.strip(" .,;:*()") for word in words}
    return next((s for s in _STATUSES if not word_set("presence_marks", s).isdisjoint(plain)), None)


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .*").split())
