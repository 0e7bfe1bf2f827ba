"""Answers: lists of dicts that become data frames, and show themselves as a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from ..queries.output.render import plain

SHOWN = 20
"""Rows of an answer that a notebook shows."""
_UNSHOWN = frozenset({"facts", "evidence", "sort_name", "open_days"})


class Rows(list[dict[str, Any]]):
    """The rows of an answer, with the fields that the command prints as JSON; `notes` say what is not known."""

    def __init__(self, rows: Iterable[Mapping[str, Any]] = (), notes: Sequence[str] = ()):
        super().__init__(dict(row) for row in rows)
        self.notes = tuple(notes)

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields of all rows, in the order in which they first come."""
        return tuple(dict.fromkeys(name for row in self for name in row))

    def to_pandas(self) -> Any:
        """The rows as a `pandas.DataFrame`. Raises `ImportError` where pandas is not installed."""
        import pandas

        return pandas.DataFrame.from_records(list(self), columns=list(self.columns))

    def to_polars(self) -> Any:
        """The rows as a `polars.DataFrame`. Raises `ImportError` where polars is not installed."""
        import polars

        return polars.DataFrame(list(self), schema=list(self.columns), infer_schema_length=None)

    def _repr_html_(self) -> str:
        """The first rows as a table, without the fields that nobody reads; what is not known stands under it."""
        shown = [c for c in self.columns if not c.endswith("_id") and c not in _UNSHOWN]
        shown = [c for c in shown if any(row.get(c) not in (None, "", []) for row in self)]
        head = "".join(f"<th>{escape(c)}</th>" for c in shown)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(plain(row.get(c)))}</td>" for c in shown) + "</tr>" for row in self[:SHOWN]
        )
        more = [f"{len(self) - SHOWN} more rows"] if len(self) > SHOWN else []
        notes = "".join(f"<p>{escape(note)}</p>" for note in (*more, *self.notes))
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{notes}"
