"""One scope on its way from facts and identity to the derived layer: what is known, and the rows made so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..identity import Bodies, People
from .fact_rows import Council, FactRow, NameRow
from .rows import EdgeKind, Rows


@dataclass
class Scope:
    """One scope on its way: what the functions below read and add to."""

    scope: str
    facts: Sequence[FactRow]
    bodies: Bodies
    people: People
    council: Council | None
    rows: Rows = field(default_factory=Rows)
    body_of_meeting: dict[str, str] = field(default_factory=dict)
    not_held: set[str] = field(default_factory=set)
    inquorate: set[str] = field(default_factory=set)
    body_of_seat: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, scope: str, facts: Sequence[FactRow], bodies: Bodies, people: People, council: Council | None) -> Scope:
        """A scope with its facts in the order of time."""
        ordered = sorted(facts, key=lambda f: (f.date or "", f.meeting, f.order, f.id))
        return cls(scope, ordered, bodies, people, council)

    def person(self, name: NameRow | None) -> str | None:
        """Whom a name means, where that is decided."""
        decision = self.people.refers_to.get(name.id) if name else None
        return decision.entity if decision else None

    def body(self, name: NameRow | None) -> str | None:
        """Which body a name means, where that is decided."""
        decision = self.bodies.refers_to.get(name.id) if name else None
        return decision.entity if decision else None

    def edge(self, kind: EdgeKind, start: str, end: str, properties: dict[str, Any] | None = None) -> None:
        """Adds a derived edge, which carries its id and its scope."""
        self.rows.scoped_edge(kind, start, end, self.scope, properties)

    def by_label(self, *labels: str) -> Iterable[FactRow]:
        """The facts of these kinds."""
        return (f for f in self.facts if f.label in labels)
