"""The catalogue of query modules: every `.cypher` file below this folder, with the header that says what it answers.

A header is the comment lines at the top of the file: `name`, `title`, `params` (name: type, `?` after the type where it
may be null), `returns` (column: type). Audit rules have more: `rests_on`, `severity`, `needs`, `settles`;
`profile` and `lacks` where a line of a profile settles what they cannot judge for want of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from time import monotonic
from typing import Any

from ..graph_loader.store import Store
from .output.published import published_at

Row = dict[str, Any]

_LOG = logging.getLogger(__name__)

FOLDERS = {
    "trace": "Who sat where, who substituted for whom, what is said of somebody",
    "audit": "What is wrong or left open",
    "explore": "How everything hangs together",
    "change": "What differs between two days",
    "site": "Everything of a kind at once, for a site of all pages",
    "export": "What other programs take",
}
"""The folders of modules, with the question that each answers."""
_LINE = re.compile(r"//\s?(?:(?P<key>[a-z_]+):\s*)?(?P<text>.*)$")
_FIELD = re.compile(r"(?P<name>\w+):\s*(?P<type>[\w<>]+\??)")


class QueryError(Exception):
    """A query that cannot be run as asked: what was wrong, and what to give instead."""


@dataclass(frozen=True)
class Module:
    """One query module: its header, taken apart, and its Cypher as it stands in the file."""

    folder: str
    name: str
    title: str
    params: Mapping[str, str]
    returns: Mapping[str, str]
    more: Mapping[str, str]
    text: str

    @property
    def path(self) -> str:
        """Its file below the folder of queries."""
        return f"{self.folder}/{self.name}.cypher"


@cache
def catalogue() -> dict[str, Module]:
    """All modules by name, in the order of folders and names."""
    found: dict[str, Module] = {}
    for folder in FOLDERS:
        room = files(__package__) / folder
        for file in sorted(room.iterdir(), key=lambda f: f.name) if room.is_dir() else ():
            if file.name.endswith(".cypher"):
                module = _read(folder, file)
                found[module.name] = module
    return found


def _read(folder: str, file: Traversable) -> Module:
    text = file.read_text("utf-8")
    header = parse_header(text)
    return Module(
        folder=folder,
        name=header["name"],
        title=header["title"],
        params=_fields(header.get("params", "")),
        returns=_fields(header["returns"]),
        more={k: v for k, v in header.items() if k not in {"name", "title", "params", "returns"}},
        text=text,
    )


def parse_header(text: str) -> dict[str, str]:
    """The fields of a header; a field goes on over the following comment lines."""
    found: dict[str, str] = {}
    key: str | None = None
    for line in text.splitlines():
        m = _LINE.match(line)
        if not m:
            break
        if m["key"]:
            key = m["key"]
            found[key] = m["text"].strip()
        elif key:
            found[key] = f"{found[key]} {m['text'].strip()}".strip()
    return found


def _fields(text: str) -> dict[str, str]:
    return {m["name"]: m["type"] for m in _FIELD.finditer(text)}


def module(name: str) -> Module:
    """A module by its name. Raises `QueryError` where there is none, with those that are there."""
    found = catalogue().get(name)
    if found is None:
        raise QueryError(f"there is no query module “{name}”; `govgraph query --list` lists them")
    return found


def run(store: Store, name: str, **params: Any) -> list[Row]:
    """The rows of a module. Parameters that may be null may be left out. Raises `QueryError`, `StoreError`.

    A column `uri` beside a `quote` is where the passage itself can be opened, null where no such address is known.
    """
    found = module(name)
    unknown = sorted(set(params) - set(found.params))
    if unknown:
        known = ", ".join(f"{k}: {t}" for k, t in found.params.items()) or "none"
        raise QueryError(f"query {name} has no parameter “{unknown[0]}”; its parameters: {known}")
    missing = [k for k, t in found.params.items() if not t.endswith("?") and params.get(k) is None]
    if missing:
        raise QueryError(f"query {name} needs the parameter “{missing[0]}” ({found.params[missing[0]]})")
    begun = monotonic()
    rows = store.read(found.text, **{k: params.get(k) for k in found.params})
    _LOG.info("query %s: %s rows in %.2f s", name, len(rows), monotonic() - begun)
    if {"quote", "uri"} <= found.returns.keys():
        rows = [row | {"uri": published_at(row["uri"], row["quote"] or "", row["page"])} for row in rows]
    return rows
