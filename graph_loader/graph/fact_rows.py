"""Facts, their names and their council as a store gives them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class NameRow:
    """A name as written in one slot of a fact."""

    id: str
    slot: str
    of: str
    text: str


@dataclass(frozen=True)
class FactRow:
    """A current fact as the store gives it back."""

    id: str
    label: str
    meeting: str
    date: str | None
    order: int
    properties: Mapping[str, Any]
    names: tuple[NameRow, ...]

    def name(self, slot: str) -> NameRow | None:
        """The name in a slot, or none."""
        return next((n for n in self.names if n.slot == slot), None)


@dataclass(frozen=True)
class Council:
    """The council that documents of this scope belong to, how that is known, and all names by which they call it."""

    name: str
    basis: str
    names: tuple[str, ...] = ()
