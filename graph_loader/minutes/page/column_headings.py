"""What stands in the columns of a table, told from their headings by the list in the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ...lexicon.entries import entries

_PART = re.compile(r"[/(),&]|\band\b")

TableKind = Literal["attendance", "apologies", "declarations", "appointments"]


def column_of(heading: str, kind: TableKind) -> str | None:
    """What a heading says that stands below it in a table of one kind; none where it is not known.

    Of a heading with several parts, as in `Substitute / notes`, the first that is known counts.
    """
    columns = _columns()[kind]
    plain = _plain(heading)
    parts = (part for part in _PART.split(plain) if part)
    return columns.get(plain) or next((c for part in parts if (c := columns.get(_plain(part)))), None)


def is_column_heading(text: str, kind: TableKind) -> bool:
    """Whether a text is a heading of the list and nothing else, as where headings are repeated on a new page."""
    return _plain(text) in _columns()[kind]


def column_beginning(heading: str, kind: TableKind) -> str | None:
    """The same for a heading that begins with one that is known: `Details of the interest declared`."""
    words = _plain(heading).split()
    columns = _columns()[kind]
    return next((c for n in range(len(words), 0, -1) if (c := columns.get(" ".join(words[:n])))), None)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("(s)", "s").strip(" .:?*|").split())


@cache
def _columns() -> dict[TableKind, dict[str, str]]:
    found: dict[TableKind, dict[str, str]] = {"attendance": {}, "apologies": {}, "declarations": {}, "appointments": {}}
    for entry in entries("column_headings"):
        for kind, columns in found.items():
            named = (c.removeprefix(f"{kind}.") for c in entry.classes if c.startswith(f"{kind}."))
            columns.update((entry.text, column) for column in named)
    return found
