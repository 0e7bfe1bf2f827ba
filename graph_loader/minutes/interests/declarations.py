"""Interests that people declared: in sentences, in lists, in tables, together, or under a heading without a verb."""

from __future__ import annotations

from collections.abc import Iterator

from ...folding import fold
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Declaration
from ..page.reading import Reading
from .entries import under_headings
from .own import own_ties
from .sentences import in_sentences, of_all
from .tables import declared_rows
from .words import FoundInterest, kind_of, record, row_item


def read_declarations(reading: Reading) -> list[Declaration]:
    """All declarations of a meeting, one for each person and paragraph."""
    rows = list(_rows(reading))
    places = [(f.start, f.end) for f in rows]
    told = [[*in_sentences(reading), *of_all(reading)], [*own_ties(reading)], [*under_headings(reading)]]
    found: dict[tuple[str, int], FoundInterest] = {}
    for group in (rows, *told):
        for f in sorted(group, key=lambda f: (f.start, f.rule)):
            if group is rows or not any(f.start < b and f.end > a for a, b in places):
                found.setdefault((fold(parse_name(f.person).plain), reading.paragraph(f.start)[0]), f)
    return [record(reading, f) for f in sorted(found.values(), key=lambda f: (f.start, f.rule))]


def _rows(reading: Reading) -> Iterator[FoundInterest]:
    for row in declared_rows(reading):
        nature = row.cells.get("kind", "")
        kind = nature if kind_of(nature) else kind_of(row.cells.get("reason"))
        told = [row.cells[k] for k in ("reason", "action") if k in row.cells]
        rest = ". ".join(told if kind or not nature else [nature, *told])
        yield FoundInterest(
            row.person, row.start, row.end, kind, rest, "declaration.table", row_item(row.cells.get("item", ""))
        )
