"""Made-up evidence of who sat on a body, and the spells that come of it in short."""

from __future__ import annotations

from collections.abc import Sequence

from govgraph.graph_loader.graph.tenures.evidence import Departed, Evidence, Listing, Placing, Sitting, Spell, Tenures
from govgraph.graph_loader.graph.tenures.spells import tenures

BODY, COUNCIL = "b-highways", "b-council"

PLACED = Placing(
    fact="f-1",
    person="ann",
    body=BODY,
    date="2022-05-17",
    action="appoint",
    outcome="agreed",
    role="member",
    represents=None,
    holder=None,
    replaces=None,
    start=None,
    end=None,
    term=None,
    seat=None,
    unresolved=None,
)


def listing(person: str, date: str, status: str = "present", role: str | None = None) -> Listing:
    return Listing(f"f-{person}-{date}-{status}", person, BODY, f"m-{date}", date, status, role, "member", None)


def sitting(
    date: str,
    listed: set[str],
    *,
    complete: bool = True,
    substitutes: set[str] | None = None,
    approves: Sequence[str] = (),
    body: str = BODY,
) -> Sitting:
    who = frozenset(listed), frozenset(substitutes or set())
    return Sitting(f"m-{date}", body, date, complete, *who, approves=frozenset(approves))


def gone(person: str, date: str, cause: str, start: str | None = None, end: str | None = None) -> Departed:
    return Departed(f"f-{person}-{cause}", person, date, cause, None, start, end, None)


def found(
    listings: Sequence[Listing] = (),
    sittings: Sequence[Sitting] = (),
    placings: Sequence[Placing] = (),
    departed: Sequence[Departed] = (),
) -> Tenures:
    return tenures(Evidence(tuple(listings), tuple(sittings), tuple(placings), tuple(departed), frozenset({COUNCIL})))


def spells(
    listings: Sequence[Listing] = (), sittings: Sequence[Sitting] = (), placings: Sequence[Placing] = ()
) -> list[Spell]:
    return list(found(listings, sittings, placings).spells)


def shape(of: Sequence[Spell]) -> list[tuple[str | None, str, str | None, str, str]]:
    return [(s.person, s.start, s.end, s.certainty, s.role) for s in of]
