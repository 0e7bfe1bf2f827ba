"""From the facts of a scope to all that follows from them: identity first, then the derived nodes and edges."""

from __future__ import annotations

from collections.abc import Sequence

from .decisions import Judgement
from .graph.contexts import names_of
from .graph.derive import derive
from .graph.fact_rows import Council, FactRow
from .graph.rows import Rows
from .identity import resolve_bodies, resolve_people


def what_follows(
    scope: str, facts: Sequence[FactRow], council: Council | None, judgements: tuple[Judgement, ...]
) -> Rows:
    """People, bodies, roles, seats and shortcuts, from these facts and these decisions of humans and nothing else."""
    names = names_of(facts)
    bodies = resolve_bodies(names, scope, judgements)
    return derive(scope, facts, bodies, resolve_people(names, bodies, judgements), council, judgements)
