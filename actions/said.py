"""What is said of a load: the counts, whose minutes the documents are, and what may not be as it seems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..graph_loader.store.belonging import Placed

MOST_LISTED = 3
"""Documents that a line names before it says that there are more."""
_HOW = "`--council` or govgraph.toml states it"
_STATES = ("inserted", "updated", "unchanged", "failed")


def number_of(count: int, thing: str, things: str = "") -> str:
    """How many there are, in words: `1 document`, `3 documents`; `things` where an s is not enough."""
    return f"{count} {thing if count == 1 else things or f'{thing}s'}"


def load_summary(rows: Sequence[Mapping[str, Any]]) -> str:
    """The counts of a load in one line."""
    counted = {state: sum(row["state"] == state for row in rows) for state in _STATES}
    states = ", ".join(f"{n} {state}" for state, n in counted.items() if n or state != "failed")
    meetings, facts, warnings = (sum(row[name] for row in rows) for name in ("meetings", "facts", "warnings"))
    found = ", ".join(
        number_of(n, thing) for n, thing in ((meetings, "meeting"), (facts, "fact"), (warnings, "warning"))
    )
    return f"{number_of(len(rows), 'document')}: {states}; {found}"


def anothers(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """What to say where every document of a load names another council than the one that it is stated to be of."""
    read = [row for row in rows if not row["error"]]
    if not read or not all(row["named"] for row in read):
        return None
    named = ", ".join(sorted({row["named"] for row in read})[:MOST_LISTED])
    stated = ", ".join(sorted({row["council"] for row in read}))
    return f"every document is stated to be of {stated}, and names {named}: is --council right?"


def two_of_an_hour(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """What to say of documents whose body, day and hour are another's, and that say other things."""
    return [
        f"{row['document']} says other things than {', '.join(row['beside'])} of the same body, day and hour: they are "
        "taken for two meetings; if they are one, take one of them out with govgraph remove"
        for row in rows
        if row["beside"]
    ]


def said_of(placed: Sequence[Placed]) -> list[str]:
    """What a load says of whose its documents are: what was inferred, what is nobody's, and how many sources there are.

    Nothing where every document states its council, and they are no more sources than folders.
    """
    by_scope: dict[str, list[Placed]] = defaultdict(list)
    for p in placed:
        by_scope[p.scope].append(p)
    alone = [p for p in placed if p.scope.startswith("document:")]
    said = [
        _of_source(group)
        for scope, group in sorted(by_scope.items())
        if not scope.startswith("document:") and any(p.basis in {"folder", None} for p in group)
    ]
    if alone:
        said.append(_of_nobody(alone))
    folders = {p.folder for p in placed}
    if len(by_scope) > len(folders):
        said.append(_too_many(by_scope, len(folders)))
    return said


def _of_source(group: Sequence[Placed]) -> str:
    beside = [p for p in group if p.basis == "folder"]
    unknown = [p for p in group if p.basis is None]
    if unknown:
        names = "names" if len(unknown) == 1 else "name"
        return (
            f"{number_of(len(unknown), 'document')} of the folder “{unknown[0].folder}” {names} no council, nor does "
            f"any beside {'it' if len(unknown) == 1 else 'them'}: counted as one source; {_HOW}"
        )
    council = next((p.council for p in group if p.basis == "stated"), group[0].council)
    text, stated = (sum(p.basis == basis for p in group) for basis in ("text", "stated"))
    known = f"{number_of(len(group), 'document')}: {council}, " + (
        "from their headings" if text and not stated else "as stated" if stated else "as those beside them say"
    )
    one = len(beside) == 1
    return (
        f"{known}; {len(beside)} {'names' if one else 'name'} no council and {'lies' if one else 'lie'} beside them: "
        f"counted with it; {_HOW}"
    )


def _of_nobody(alone: Sequence[Placed]) -> str:
    names, it_is = ("names", "it is") if len(alone) == 1 else ("name", "they are")
    return (
        f"{number_of(len(alone), 'document')} {names} no council, in a folder of several or with another's address: "
        f"joined with no other; say whose {it_is} with `govgraph whose --council NAME DOCUMENT…` "
        f"({listed(p.name for p in alone)})"
    )


def _too_many(by_scope: Mapping[str, Sequence[Placed]], folders: int) -> str:
    known = sorted(by_scope.values(), key=lambda group: (-len(group), group[0].scope))
    names = [f"{group[0].council or group[0].name} ({len(group)})" for group in known]
    listed = "; ".join(names[:MOST_LISTED]) + ("; …" if len(names) > MOST_LISTED else "")
    return (
        f"{len(by_scope)} sources in {number_of(folders, 'folder')}: {listed}; people and bodies "
        "of two are never one: `govgraph whose` lists them, and `--council` there joins what is one council's"
    )


def listed(names: Iterable[str]) -> str:
    """The first few of these names, and whether there are more."""
    every = list(names)
    return ", ".join(every[:MOST_LISTED]) + (", …" if len(every) > MOST_LISTED else "")
