"""From the store to a page: what a view holds, in the words of `model`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..graph_loader.store import Store
from ..queries import maps
from ..queries.catalogue import Row
from ..queries.subjects import Subject, find_body, find_person
from .model import Edge, Fact, Name, Node, Quote, View
from .page import Page, build_page

_PERSON_KIND = {"other": "other_person"}


def network_map(
    store: Store,
    *,
    body: str | None = None,
    person: str | None = None,
    on: str | None = None,
    from_: str | None = None,
    to: str | None = None,
    public: bool = False,
) -> Page:
    """An interactive page of everything in the store, or of what is around one body or one person.

    `body` and `person` are names or ids; `on`, or `from_` and `to`, ISO days, are the time that the page shows when it
    opens. Members of the public are left out unless `public`. In a notebook the page shows itself. Raises
    `UnknownName`, `SeveralMatch`, `StoreError`.
    """
    return build_page(read_view(store, body=body, person=person, on=on, from_=from_, to=to, public=public))


def read_view(
    store: Store,
    *,
    body: str | None = None,
    person: str | None = None,
    on: str | None = None,
    from_: str | None = None,
    to: str | None = None,
    public: bool = False,
) -> View:
    """The view behind `network_map`, as data."""
    title, found = _chosen(store, body, person, public)
    ids = {row["id"] for row in found if not row["left_out"]}
    hidden = len({row["id"] for row in found if row["left_out"]})
    node_rows = maps.map_nodes(store, sorted(ids))
    shown = {row["id"] for row in node_rows}
    edge_rows = [row for row in maps.map_edges(store, sorted(shown)) if row["target"] in shown]
    node_rows = [row for row in node_rows if row["kind"] != "role" or any(e["target"] == row["id"] for e in edge_rows)]
    shown = {row["id"] for row in node_rows}
    edge_rows = [row for row in edge_rows if row["source"] in shown]
    facts = sorted({fact for row in edge_rows for fact in row["facts"] or ()})
    return View(
        title=title or _councils(node_rows, edge_rows),
        nodes=tuple(_node(row) for row in node_rows),
        edges=tuple(_edge(row) for row in edge_rows),
        facts=tuple(_fact(row) for row in maps.map_facts(store, facts)),
        notes=_notes(hidden),
        meetings=tuple((row["date"], row["body"]) for row in maps.map_meetings(store, sorted(shown))),
        on=on,
        start=from_,
        end=to,
    )


def _chosen(store: Store, body: str | None, person: str | None, public: bool) -> tuple[str, list[Row]]:
    rows: list[Row] = []
    subjects: list[Subject] = []
    if body:
        subjects.append(find_body(store, body))
        rows += maps.around_body(store, subjects[-1].id, public)
    if person:
        subjects.append(find_person(store, person))
        rows += maps.around_person(store, subjects[-1].id, public)
    if not subjects:
        rows = maps.everything(store, public)
    return " and ".join(s.name for s in subjects), rows


def _councils(nodes: Iterable[Row], edges: Iterable[Row]) -> str:
    """What the whole map is called: the councils that have bodies of their own in it, or how many these are."""
    heads = {edge["target"] for edge in edges if edge["kind"] == "part_of"}
    councils = {row["label"]: row["id"] in heads for row in nodes if row["kind"] == "council"}
    names = sorted(name for name, head in councils.items() if head or not any(councils.values()))
    if not names:
        return "Network map"
    return " and ".join(names) if len(names) <= 2 else f"{len(names)} councils"


def _notes(hidden: int) -> tuple[str, ...]:
    if not hidden:
        return ()
    people = "One member of the public is" if hidden == 1 else f"{hidden} members of the public are"
    return (f"{people} left out.",)


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
        facts=tuple(dict.fromkeys(row["facts"] or ())),
    )


def _fact(row: Row) -> Fact:
    return Fact(
        id=row["id"],
        label=row["label"],
        date=row["date"],
        quotes=tuple(
            Quote(q["text"], q["document"], q["line"], q["rule"], q["part"], q["page"]) for q in row["quotes"]
        ),
        names=tuple(Name(n["text"], n["means"] or "", n["basis"] or "") for n in row["names"]),
    )


__all__ = ["network_map", "read_view"]
