"""What the store as a whole holds: one typed function a module of `explore/` that is not a map's."""

from __future__ import annotations

import networkx as nx

from ..graph_loader.store import Store
from .catalogue import Row, run


def counts(store: Store) -> Row:
    """How many documents, meetings, facts, people, bodies, open names and warnings there are."""
    return run(store, "counts")[0]


def origin(store: Store) -> list[Row]:
    """What everything in the store rests on, a row a source: council, days, documents, day of loading."""
    return run(store, "origin")


def path(store: Store, a_id: str, b_id: str, steps: int) -> list[Row]:
    """The shortest way from a person or body to another, a row a step; none where there is none of so many steps."""
    return run(store, "path", a_id=a_id, b_id=b_id, steps=steps)


def bridging_people(store: Store, body_id: str | None = None, limit: int | None = None) -> list[Row]:
    """People who are the only ones to sit on two bodies, with these."""
    return run(store, "bridging_people", body_id=body_id, limit=limit)


def bodies_sharing_people(store: Store, body_id: str | None = None, limit: int | None = None) -> list[Row]:
    """Pairs of bodies with the people who sat on both."""
    return run(store, "bodies_sharing_people", body_id=body_id, limit=limit)


def people_sharing_bodies(store: Store, person_id: str | None = None, limit: int | None = None) -> list[Row]:
    """Pairs of people with the bodies on which they sat at the same time; of all people only pairs of two bodies."""
    return run(store, "people_sharing_bodies", person_id=person_id, limit=limit)


def substitute_pairs(
    store: Store, person_id: str | None = None, body_id: str | None = None, limit: int | None = None
) -> list[Row]:
    """Who substituted for whom, and how often."""
    return run(store, "substitute_pairs", person_id=person_id, body_id=body_id, limit=limit)


def longest_serving(store: Store, body_id: str | None = None, limit: int | None = None) -> list[Row]:
    """Who has sat on which body for how many days; where nothing ended it, up to the body's latest meeting."""
    return run(store, "longest_serving", body_id=body_id, limit=limit)


def memberships(store: Store, from_: str | None = None, to: str | None = None) -> list[Row]:
    """Who sat on which body in a time."""
    return run(store, "memberships", **{"from": from_, "to": to})


def centrality(store: Store, from_: str | None = None, to: str | None = None) -> list[Row]:
    """How central people and bodies are in the graph of who sat where, the most central first; Cypher has no measure.

    `degree`: on how many bodies a person, how many people on a body; `between`: the share of shortest ways between all
    others that lead through (0 to 1); `closeness`: how near all those are that can be reached (0 to 1).
    """
    graph: nx.Graph[str] = nx.Graph()
    for row in memberships(store, from_, to):
        graph.add_node(row["person_id"], name=row["person"], kind="person")
        graph.add_node(row["body_id"], name=row["body"], kind="body")
        graph.add_edge(row["person_id"], row["body_id"])
    between = nx.betweenness_centrality(graph)
    closeness = nx.closeness_centrality(graph)
    rows = [
        {
            "name": node["name"],
            "id": key,
            "kind": node["kind"],
            "degree": graph.degree[key],
            "between": round(between[key], 6),
            "closeness": round(closeness[key], 6),
        }
        for key, node in graph.nodes(data=True)
    ]
    return sorted(rows, key=lambda r: (-r["between"], -r["degree"], r["name"], r["id"]))
