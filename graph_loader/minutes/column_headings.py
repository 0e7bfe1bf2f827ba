"""What stands in the columns of a table, told from their headings by the list in `data/column_headings.txt`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

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


def column_beginning(heading: str, kind: TableKind) -> str | None:
    """The same for a heading that begins with one that is known: `Details of the interest declared`."""
    words = _plain(heading).split()
    columns = _columns()[kind]
    return next((c for n in range(len(words), 0, -1) if (c := columns.get(" ".join(words[:n])))), None)


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().replace("(s)", "s").strip(" .:?*|").split())


@cache
def _columns() -> dict[TableKind, dict[str, str]]:
    text = (files(__package__) / "data" / "column_headings.txt").read_text("utf-8")
    found: dict[TableKind, dict[str, str]] = {"attendance": {}, "apologies": {}, "declarations": {}, "appointments": {}}
    for line in text.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        heading, _, classes = line.rpartition(":")
        for one in classes.split():
            for kind, columns in found.items():
                if one.startswith(f"{kind}."):
                    columns[heading] = one.removeprefix(f"{kind}.")
    return found
