"""What a map shows: ids first, then nodes, edges and facts; one typed function a module `map_*` of `explore/`."""

from __future__ import annotations

from collections.abc import Sequence

from ..graph_loader.store import Store
from .catalogue import Row, run


def everything(store: Store, public: bool = False) -> list[Row]:
    """Ids of all people, bodies, roles and open seats; `left_out` marks members of the public unless asked for."""
    return run(store, "map_everything", public=public)


def around_body(store: Store, body_id: str, public: bool = False) -> list[Row]:
    """Ids of a body and of what hangs on it."""
    return run(store, "map_around_body", body_id=body_id, public=public)


def around_person(store: Store, person_id: str, public: bool = False) -> list[Row]:
    """Ids of a person, their bodies and roles, and the people there."""
    return run(store, "map_around_person", person_id=person_id, public=public)


def around_council(store: Store, body_id: str, public: bool = False) -> list[Row]:
    """Ids of a council, the bodies that are part of it or to which it sends people, and who sits on them."""
    return run(store, "map_around_council", body_id=body_id, public=public)


def substitutions(
    store: Store, body_id: str | None = None, person_id: str | None = None, public: bool = False
) -> list[Row]:
    """Ids of everybody who substituted for somebody or was substituted, on one body or around one person."""
    return run(store, "map_substitutions", body_id=body_id, person_id=person_id, public=public)


def shared_bodies(store: Store, public: bool = False) -> list[Row]:
    """Pairs of people who sat on a body together: one row for each two spells that overlap."""
    return run(store, "map_shared_bodies", public=public)


def appointments(
    store: Store, body_id: str | None = None, person_id: str | None = None, public: bool = False
) -> list[Row]:
    """Appointments that were made or noted, as decision, body, seat and person; `left_out` as in `everything`."""
    return run(store, "map_appointments", body_id=body_id, person_id=person_id, public=public)


def map_nodes(store: Store, ids: Sequence[str]) -> list[Row]:
    """Names and kinds of these ids, ordered by id."""
    return run(store, "map_nodes", ids=list(ids))


def map_edges(store: Store, ids: Sequence[str]) -> list[Row]:
    """Every connection that begins at one of these ids; its other end may be another."""
    return run(store, "map_edges", ids=list(ids))


def map_facts(store: Store, facts: Sequence[str]) -> list[Row]:
    """Facts by id, with passages and names."""
    return run(store, "map_facts", facts=list(facts))


def map_meetings(store: Store, ids: Sequence[str]) -> list[Row]:
    """Days of the meetings of these bodies."""
    return run(store, "map_meetings", ids=list(ids))


def map_attendance(store: Store, ids: Sequence[str]) -> list[Row]:
    """How the meetings of bodies record these people."""
    return run(store, "map_attendance", ids=list(ids))
