"""From the facts of a scope to all that follows from them: identity first, then the derived nodes and edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .blocks import blocks_of
from .blocks.kept import block_rows, decided_row, sighting_rows
from .decisions import Judgement
from .graph.contexts import names_of
from .graph.derive import derive
from .graph.fact_rows import Council, FactRow
from .graph.rows import Rows
from .identity import resolve_bodies
from .identity.bodies.own_council import council_key, may_be_councils, meetings_of_council
from .identity.judgements import Constraints
from .identity.resolve_people import people_of
from .identity.seen import Seen, seen_at


def what_follows(
    scope: str, facts: Sequence[FactRow], council: Council | None, judgements: tuple[Judgement, ...]
) -> Rows:
    """People, bodies, roles, seats and shortcuts, from these facts and these decisions of humans and nothing else.

    With them what each meeting says of a name, by blocks, from which a single document is followed up later.
    """
    names = names_of(facts)
    constraints = Constraints.of(judgements)
    bodies = resolve_bodies(names, scope, judgements, council.names if council else ())
    if council:
        bodies = replace(bodies, of_meetings=meetings_of_council(names, bodies, council_key(scope)))
    seen = seen_at(names, bodies, constraints)
    blocks = blocks_of(seen, names)
    people = people_of(Seen.of(seen.values()), constraints)
    rows = derive(scope, facts, bodies, people, council, judgements)
    block_rows(rows, scope, blocks, people, constraints)
    sighting_rows(rows, scope, blocks, {f.meeting for f in facts})
    if facts:
        unnamed = bool(bodies.of_meetings) or may_be_councils(names, bodies, council_key(scope))
        decided_row(rows, scope, council, unnamed)
    return rows
