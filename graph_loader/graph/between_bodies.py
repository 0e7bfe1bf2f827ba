"""What bodies have to do with one another: of which body each is part, and which came after it."""

from __future__ import annotations

from collections import defaultdict

from ..identity.bodies.forms import form_of
from ..identity.bodies.own_council import council_key
from ..records import digest
from ..whose.names import members_of, scope_of
from .fact_rows import Council, NameRow
from .work import Scope


def add_parts(work: Scope) -> None:
    """A body is part of the body that its documents name as its parent, else of the council that is stated."""
    parents: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for fact in work.by_label("MeetingRecord", "Naming"):
        child = work.body(fact.name("body") or fact.name("name"))
        basis = fact.properties.get("parent_basis") or "stated"
        for parent in _parents(work, fact.name("parent")):
            if child and child != parent:
                known = parents.setdefault((child, parent), (basis, []))
                known[1].append(fact.id)
                if basis == "stated":
                    parents[child, parent] = ("stated", known[1])
    has_parent = {child for child, _ in parents}
    if work.council:
        council = _council_body(work, work.council)
        for body in sorted(set(work.body_of_meeting.values()) - has_parent - {council}):
            parents[body, council] = (work.council.basis, [])
    for (child, parent), (basis, facts) in parents.items():
        work.edge(("Body", "PART_OF", "Body"), child, parent, {"basis": basis, "facts": sorted(facts)})


def add_successors(work: Scope) -> None:
    """A body is followed by the one that a sentence says is its new name, or took its place."""
    told: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for fact in work.by_label("BodyChange"):
        earlier, later = work.body(fact.name("earlier")), work.body(fact.name("later"))
        if earlier and later and earlier != later:
            told[earlier, later, fact.properties["kind"]].append(fact.id)
    for (earlier, later, kind), facts in told.items():
        work.edge(("Body", "SUCCEEDED_BY", "Body"), earlier, later, {"kind": kind, "facts": sorted(facts)})


def _parents(work: Scope, name: NameRow | None) -> list[str]:
    """The bodies that a name of what a body belongs to means: each of its councils, where it is a joint body's."""
    members = members_of(name.text) if name else ()
    found = [_body_named(work, member) for member in members]
    parent = work.body(name)
    return found or ([parent] if parent else [])


def _body_named(work: Scope, name: str) -> str:
    """The council of this name, of which the documents of the scope may say nothing else."""
    form = form_of(name)
    known = next((b.id for b in work.bodies.entities.values() if form_of(b.name) == form), None)
    if known:
        return known
    if work.council and scope_of(name) in {scope_of(n) for n in work.council.names}:
        return _council_body(work, work.council)
    key = "b-" + digest(work.scope, form)
    return work.rows.node("Body", key, {"id": key, "scope": work.scope, "name": name, "kind": "council"})


def _council_body(work: Scope, council: Council) -> str:
    key = council_key(work.scope)
    if key in work.bodies.entities:
        return key
    return work.rows.node("Body", key, {"id": key, "scope": work.scope, "name": council.name, "kind": "council"})
