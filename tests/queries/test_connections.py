"""How people and bodies hang together: the shortest way, and who is in the middle."""

from __future__ import annotations

from pathlib import Path

from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store
from govgraph.queries import explore
from govgraph.queries.subjects import find_body, find_person

from .made_minutes import write


def meeting(body: str, date: str, *present: str, **more: object) -> dict[str, object]:
    return {"body": body, "date": date, "present": list(present), **more}


def test_the_shortest_way_and_who_is_in_the_middle(store: Store, tmp_path: Path) -> None:
    write(
        tmp_path,
        [
            meeting("Harbour Committee", "2023-01-10", "Cllr A Bold", "Cllr C Dare"),
            meeting("Transport Committee", "2023-02-14", "Cllr C Dare", "Cllr E Fair"),
            meeting("Schools Committee", "2023-03-14", "Cllr E Fair", "Cllr G Hale"),
            meeting("Allotments Committee", "2023-04-11", "Cllr I Jolly"),
        ],
    )
    (tmp_path / "govgraph.toml").write_text('council = "Harbour District Council"\n', "utf-8")
    assert [r.error for r in load([tmp_path], store) if r.error] == []
    bold, hale = find_person(store, "Cllr A Bold").id, find_person(store, "Cllr G Hale").id
    # Every committee is part of the council, which is a shorter way than from member to member.
    assert [(r["from"], r["kind"], r["to"]) for r in explore.path(store, bold, hale, 6)] == [
        ("Cllr A Bold", "sat on", "Harbour Committee"),
        ("Harbour Committee", "is part of", "Harbour District Council"),
        ("Harbour District Council", "has as part", "Schools Committee"),
        ("Schools Committee", "had as member", "Cllr G Hale"),
    ]
    dare = find_person(store, "Cllr C Dare").id
    way = explore.path(store, bold, dare, 2)
    assert [r["to"] for r in way] == ["Harbour Committee", "Cllr C Dare"]
    assert all(r["facts"] for r in way)
    assert explore.path(store, bold, dare, 1) == []
    assert explore.path(store, bold, bold, 6) == []
    bridges = {(r["person"], *sorted((r["body"], r["other"]))) for r in explore.bridging_people(store)}
    assert bridges == {
        ("Cllr C Dare", "Harbour Committee", "Transport Committee"),
        ("Cllr E Fair", "Schools Committee", "Transport Committee"),
    }
    most = explore.centrality(store)
    assert {r["name"] for r in most[:3]} == {"Transport Committee", "Cllr C Dare", "Cllr E Fair"}
    # In a line of seven the middle lies on 9 of the 15 ways between the six others.
    assert (most[0]["name"], most[0]["degree"], round(most[0]["between"] * 28)) == ("Transport Committee", 2, 9)
    assert find_body(store, "Allotments Committee").id in {r["id"] for r in most}
