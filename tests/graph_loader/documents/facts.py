"""What the minutes in a file say, without places: to compare one format with another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from govgraph.graph_loader.documents import read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict

KINDS = {
    "attendance": ("person", "status", "role", "capacity"),
    "substitutions": ("substitute", "absent"),
    "appointments": ("person", "body", "role", "action", "outcome"),
    "declarations": ("person", "item"),
    "motions": ("proposer", "seconder", "outcome"),
    "votes": ("person", "vote"),
}

Facts = dict[str, "Counter[tuple[Any, ...]]"]


def facts(path: Path) -> Facts:
    """The records of all meetings in a file, by kind, and what their headings say."""
    found: Facts = {kind: Counter() for kind in ("meeting", *KINDS)}
    for minutes in map(to_dict, parse(read_document(path))):
        head = minutes["meeting"]
        found["meeting"][_plain(head["body"]), head["date"], head["start"], head["end"]] += 1
        for kind, fields in KINDS.items():
            found[kind].update(tuple(_plain(record[field]) for field in fields) for record in minutes[kind])
    return found


def _plain(value: Any) -> Any:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value
