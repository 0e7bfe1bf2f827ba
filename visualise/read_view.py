"""What a view holds, read from the store, in the words of `model`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from ..graph_loader.store import Store
from ..graph_loader.store.mentions import undecided_pairs
from ..queries import maps
from ..queries.catalogue import QueryError, Row, run
from ..queries.lasting import lasting
from ..queries.output.published import published_at
from ..queries.profiles import term_ends
from ..queries.subjects import Subject, find_body, find_person
from .model import VIEWS, Attendance, Edge, Fact, Name, Node, Quote, View
from .views.appointments import chain_view
from .views.namesakes import undecided
from .views.parts import hanging
from .views.roles import one_each
from .views.shared_bodies import shared_edges

_MANY_ROLES = 100
"""So many posts of officers hide everything else until somebody asks for them."""
_MOST = 50_000
"""Up to so many nodes pages were measured (docs/maps.md)."""
_PERSON_KIND = {"other": "other_person"}


class ViewError(QueryError):
    """A view that does not exist, or that lacks what it is a view of; the message says what to give."""


@dataclass(frozen=True)
class _Asked:
    """What somebody wants to see: the view, its subjects, and who and what is shown of those that are often left out.

    `public` are members of the public, `named_once` bodies of which the minutes say no more than their name.
    """

    kind: str
    body: Subject | None
    person: Subject | None
    public: bool
    named_once: bool

    @property
    def body_id(self) -> str | None:
        return self.body.id if self.body else None

    @property
    def person_id(self) -> str | None:
        return self.person.id if self.person else None

    @property
    def centre(self) -> str | None:
        one = self.person if self.kind == "person" or not self.body else self.body
        return one.id if one else None


def read_view(
    store: Store,
    *,
    view: str | None = None,
    body: str | None = None,
    person: str | None = None,
    on: str | None = None,
    from_: str | None = None,
    to: str | None = None,
    public: bool = False,
    named_once: bool = False,
) -> View:
    """The view behind `network_map`, as data."""
    asked = _asked(store, view, body, person, public, named_once)
    nodes, edges, hidden = _chains(store, asked) if asked.kind == "appointments" else _graph(store, asked)
    nodes = undecided(nodes, undecided_pairs(store))
    shown = {node.id for node in nodes}
    ids = sorted(shown)
    facts = sorted({fact for edge in edges for fact in edge.facts})
    return View(
        title=_title(asked, nodes, edges),
        nodes=nodes,
        edges=edges,
        facts=tuple(_fact(row) for row in maps.map_facts(store, facts)),
        notes=_notes(*hidden, len(nodes)),
        meetings=tuple((row["date"], row["body"]) for row in maps.map_meetings(store, ids)),
        attendance=tuple(
            Attendance(row["person"], row["body"], row["date"], row["status"])
            for row in maps.map_attendance(store, ids)
            if row["body"] in shown
        ),
        kind=asked.kind,
        centre=asked.centre,
        off=("role",) if sum(n.kind == "role" for n in nodes) > _MANY_ROLES else (),
        on=on,
        start=from_,
        end=to,
    )


def _asked(
    store: Store, view: str | None, body: str | None, person: str | None, public: bool, named_once: bool
) -> _Asked:
    if view is not None and view not in VIEWS:
        raise ViewError(f"there is no view “{view}”; the views are {', '.join(VIEWS)}")
    for kind, given, option in (("body", body, "--body"), ("person", person, "--person")):
        if view == kind and not given:
            raise ViewError(f"the view “{kind}” needs a name: {option} NAME")
    council = body
    if view == "council" and not body:
        found = sorted({row["council"] for row in run(store, "councils") if row["council"]})
        if len(found) != 1:
            which = "; ".join(found) or "none is known in the store"
            raise ViewError(f"say which council with --body NAME: {which}")
        council = found[0]
    of_body = find_body(store, council) if council else None
    of_person = find_person(store, person) if person else None
    kind = view or ("person" if of_person else "body" if of_body else "all")
    return _Asked(kind, of_body, of_person, public, named_once)


_Drawn = tuple[tuple[Node, ...], tuple[Edge, ...], tuple[int, int]]
"""Nodes, edges, and how many people and bodies were left out."""


def _chains(store: Store, asked: _Asked) -> _Drawn:
    rows = maps.appointments(store, asked.body_id, asked.person_id, asked.public)
    nodes, edges, hidden = chain_view(rows, lambda ids: _nodes(store, ids))
    return nodes, edges, (hidden, 0)


def _graph(store: Store, asked: _Asked) -> _Drawn:
    found = _SUBJECTS.get(asked.kind, _around)(store, asked)
    ids = {row["id"] for row in found if not row["left_out"]}
    rows = maps.map_nodes(store, sorted(ids))
    kept = [row for row in rows if asked.named_once or not row["named_once"] or row["id"] == asked.body_id]
    hidden = len({row["id"] for row in found if row["left_out"]}), len(rows) - len(kept)
    nodes = tuple(_node(row) for row in kept)
    shown = {node.id for node in nodes}
    if asked.kind == "co-membership":
        people = {n.id for n in nodes if n.sort_name}
        edges = shared_edges(maps.shared_bodies(store, asked.public), people, asked.body_id)
        meeting = {e.source for e in edges} | {e.target for e in edges}
        return tuple(n for n in nodes if n.id in meeting), edges, (hidden[0], 0)
    spells = lasting(store, term_ends(store))
    lines = (_as_long(row, spells) for row in maps.map_edges(store, sorted(shown)) if row["target"] in shown)
    nodes, edges = hanging(*one_each(nodes, [_edge(line) for line in lines if line is not None]))
    if asked.kind == "substitutions":
        edges = tuple(e for e in edges if e.kind == "substituted_for" and _on_body(e, asked))
        meeting = {e.source for e in edges} | {e.target for e in edges}
        return tuple(n for n in nodes if n.id in meeting), _named_bodies(store, edges), (hidden[0], 0)
    held = {e.target for e in edges}
    nodes = tuple(n for n in nodes if n.kind != "role" or n.id in held)
    shown = {node.id for node in nodes}
    return nodes, _named_bodies(store, tuple(e for e in edges if e.source in shown)), hidden


def _around(store: Store, asked: _Asked) -> list[Row]:
    rows: list[Row] = []
    if asked.body:
        rows += maps.around_body(store, asked.body.id, asked.public)
    if asked.person:
        rows += maps.around_person(store, asked.person.id, asked.public)
    return rows if asked.body or asked.person else maps.everything(store, asked.public)


def _council(store: Store, asked: _Asked) -> list[Row]:
    return maps.around_council(store, asked.body_id or "", asked.public)


def _substitutions(store: Store, asked: _Asked) -> list[Row]:
    return maps.substitutions(store, asked.body_id, asked.person_id, asked.public)


_SUBJECTS: Mapping[str, Callable[[Store, _Asked], list[Row]]] = {
    "council": _council,
    "substitutions": _substitutions,
}


def _on_body(edge: Edge, asked: _Asked) -> bool:
    if asked.body and edge.body != asked.body.id:
        return False
    return asked.person is None or asked.person.id in {edge.source, edge.target}


def _named_bodies(store: Store, edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """The same with the name of the body on which two people met, where the store has its id."""
    wanted = sorted({e.body for e in edges if e.body})
    names = {row["id"]: row["label"] for row in maps.map_nodes(store, wanted)} if wanted else {}
    return tuple(_with_body(e, names.get(e.body, "")) if e.body else e for e in edges)


def _with_body(edge: Edge, name: str) -> Edge:
    return replace(edge, body=name, why=f"at a meeting of {name}" if name else edge.why)


def _title(asked: _Asked, nodes: Iterable[Node], edges: Iterable[Edge]) -> str:
    of = " and ".join(s.name for s in (asked.body, asked.person) if s)
    if asked.kind in {"co-membership", "substitutions", "appointments"}:
        what = {"co-membership": "Who sits with whom", "substitutions": "Substitutions"}.get(asked.kind, "Appointments")
        return f"{what}: {of}" if of else what
    return of or _councils(nodes, edges)


def _councils(nodes: Iterable[Node], edges: Iterable[Edge]) -> str:
    """What the whole map is called: the councils that have bodies of their own in it, or how many these are."""
    heads = {edge.target for edge in edges if edge.kind == "part_of"}
    councils = {node.label: node.id in heads for node in nodes if node.kind == "council"}
    names = sorted(name for name, head in councils.items() if head or not any(councils.values()))
    if not names:
        return "Network map"
    return " and ".join(names) if len(names) <= 2 else f"{len(names)} councils"


def _notes(public: int, named_once: int, size: int) -> tuple[str, ...]:
    found = []
    if public:
        people = "One member of the public is" if public == 1 else f"{public} members of the public are"
        found.append(f"{people} left out.")
    if named_once:
        bodies = "One body that is only named once is" if named_once == 1 else f"{named_once} bodies named once are"
        found.append(f"{bodies} left out; --all shows {'it' if named_once == 1 else 'them'}.")
    if size > _MOST:
        found.append(
            f"{size} nodes are more than a browser moves smoothly; --view council --body NAME maps one council."
        )
    return tuple(found)


def _nodes(store: Store, ids: Iterable[str]) -> tuple[Node, ...]:
    return tuple(_node(row) for row in maps.map_nodes(store, sorted(ids)))


def _node(row: Mapping[str, object]) -> Node:
    kind = str(row["kind"])
    is_person = bool(row["sort_name"])
    part_of = row["part_of"]
    return Node(
        id=str(row["id"]),
        kind=_PERSON_KIND.get(kind, kind) if is_person else kind,
        label=str(row["label"]),
        sort_name=str(row["sort_name"] or ""),
        hint=str(row["hint"] or ""),
        details=(("Part of", str(part_of)),) if part_of and kind != "role" else (),
        names=tuple(row["names"]),  # type: ignore[arg-type]
        scope=str(row["scope"]),
    )


def _as_long(row: Row, spells: Mapping[str, Row | None]) -> Row | None:
    """The row of a spell up to the last day that the store can tell of, with what is not known; others as they are."""
    if row["id"] not in spells:
        return row
    spell = spells[row["id"]]
    if spell is None:
        return None
    state = f"{spell['state']}: " if spell["state"] else ""
    return row | {"to": spell["until"], "why": f"{state}{spell['why']}"}


def _edge(row: Row) -> Edge:
    return Edge(
        id=row["id"],
        kind=row["kind"],
        source=row["source"],
        target=row["target"],
        role=row["role"] or "",
        start=row["from"],
        end=row["to"],
        certainty=row["certainty"] or "",
        on=tuple(dict.fromkeys(row["on"] or ())),
        why=row["why"] or "",
        body=row["body"] or "",
        facts=tuple(dict.fromkeys(row["facts"] or ())),
    )


def _fact(row: Row) -> Fact:
    return Fact(
        id=row["id"],
        label=row["label"],
        date=row["date"],
        quotes=tuple(
            Quote(
                q["text"],
                q["document"],
                q["line"],
                q["rule"],
                q["part"],
                q["page"],
                published_at(q["uri"], q["text"], q["page"]),
            )
            for q in row["quotes"]
        ),
        names=tuple(Name(n["text"], n["means"] or "", n["basis"] or "") for n in row["names"]),
    )
