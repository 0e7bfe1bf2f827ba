"""Popolo into a store and out again: nothing that Popolo can say is lost, nor does a second round change that.

docs/exports.md lists what is beyond it: attendance of people who were away, and what is not Popolo's at all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from govgraph.exports.formats import export
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store

GIVEN: dict[str, Any] = {
    "persons": [{"id": "p1", "name": "Cllr Ada Marrow"}, {"id": "p2", "name": "Mr Bilal Thorne"}],
    "organizations": [
        {"id": "o1", "name": "Oakham Vale Council", "classification": "council"},
        {"id": "o2", "name": "Parks Committee", "classification": "committee", "parent_id": "o1"},
        {"id": "o3", "name": "Friends of the Vale Association", "classification": "external_body"},
    ],
    "posts": [{"id": "t1", "role": "Chair", "label": "Chair of the Parks Committee", "organization_id": "o2"}],
    "memberships": [
        {"person_id": "p1", "organization_id": "o2", "post_id": "t1", "role": "Chair", "start_date": "2023-05-16",
         "end_date": "2024-05-14"},
        {"person_id": "p1", "organization_id": "o1", "role": "Councillor", "start_date": "2021-05-07"},
        {"person_id": "p2", "organization_id": "o2", "role": "member", "start_date": "2023-05-16",
         "end_date": "2023-12-31", "on_behalf_of_id": "o3"},
        {"person_id": "p2", "organization_id": "o2", "role": "member", "start_date": "2024-02-01"},
    ],
    "events": [
        {"id": "e1", "name": "Parks Committee", "organization_id": "o2", "start_date": "2023-06-13",
         "end_date": "2023-06-13", "start_time": "18:30", "end_time": "20:05", "location": "Village Hall",
         "classification": "special", "status": "held", "attendees": [{"id": "p1"}, {"id": "p2"}]},
        {"id": "e2", "organization_id": "o1", "start_date": "2023-07-04", "status": "cancelled"},
    ],
    "motions": [
        {"id": "m1", "organization_id": "o2", "event_id": "e1", "creator_id": "p1", "seconder_id": "p2",
         "text": "that the gates be painted green", "identifier": "4", "result": "pass"},
        {"id": "m2", "organization_id": "o2", "event_id": "e1", "creator_id": "p2", "text": "that they be left",
         "result": "fail"},
    ],
    "vote_events": [
        {"id": "v1", "organization_id": "o2", "motion_id": "m1", "event_id": "e1", "result": "pass",
         "counts": [{"option": "yes", "value": 4}, {"option": "no", "value": 1}, {"option": "abstain", "value": 0}],
         "votes": [{"voter_id": "p1", "option": "yes"}, {"voter_id": "p2", "option": "no"}]},
    ],
}  # fmt: skip


def said(popolo: dict[str, Any]) -> set[tuple[Any, ...]]:
    """What memberships say, with names for ids."""
    people = {p["id"]: p["name"] for p in popolo["persons"]}
    bodies = {o["id"]: o for o in popolo["organizations"]}
    posts = {p["id"]: p for p in popolo["posts"]}

    def name(key: str | None) -> str | None:
        return bodies[key]["name"] if key else None

    return {
        (
            people[m["person_id"]],
            name(m["organization_id"]),
            name(bodies[m["organization_id"]].get("parent_id")),
            bodies[m["organization_id"]]["classification"],
            m["role"],
            m.get("start_date"),
            m.get("end_date"),
            name(m.get("on_behalf_of_id")),
            posts[m["post_id"]]["role"] if m.get("post_id") and m["role"] == "Chair" else None,
        )
        for m in popolo["memberships"]
    }


def test_nothing_that_memberships_say_is_lost(store: Store, tmp_path: Path) -> None:
    first = tmp_path / "vale.json"
    first.write_text(json.dumps(GIVEN, indent=2), "utf-8")
    assert [r.error for r in load([first], store, "Oakham Vale Council")] == [None]
    once = _exported(store)
    assert said(once) == said(GIVEN)
    assert happened(once) == happened(GIVEN)
    assert all(m["why"].startswith("certain by the register of vale.json") for m in once["memberships"])
    assert all(m["sources"][0]["note"].startswith("vale.json, line ") for m in once["memberships"])

    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    second = tmp_path / "again.json"
    second.write_text(json.dumps(once), "utf-8")
    assert [r.error for r in load([second], store, "Oakham Vale Council")] == [None]
    twice = _exported(store)
    assert (said(twice), happened(twice)) == (said(GIVEN), happened(GIVEN))


def happened(popolo: dict[str, Any]) -> list[Any]:
    """What events, motions and vote events say, with names for ids."""
    names = {r["id"]: r["name"] for r in (*popolo["persons"], *popolo["organizations"])}
    events = {e["id"]: (names[e["organization_id"]], e["start_date"]) for e in popolo["events"]}
    texts = {m["id"]: m["text"] for m in popolo["motions"]}
    plain = ("end_time", "start_time", "location", "status")
    return [
        {
            (
                *events[e["id"]],
                e.get("end_date", e["start_date"]),
                e.get("classification", "meeting"),
                *(e.get(k) for k in plain),
                *sorted(names[a["id"]] for a in e.get("attendees", ())),
            )
            for e in popolo["events"]
        },
        {
            (
                events[m["event_id"]],
                *(m.get(k) for k in ("text", "identifier", "result")),
                *(names.get(m.get(k, "")) for k in ("creator_id", "seconder_id")),
            )
            for m in popolo["motions"]
        },
        [
            (
                texts[v["motion_id"]],
                v.get("result"),
                {c["option"]: c["value"] for c in v["counts"]},
                {names[c["voter_id"]]: c["option"] for c in v["votes"]},
            )
            for v in popolo["vote_events"]
        ],
    ]


def _exported(store: Store) -> dict[str, Any]:
    made = export(store, "popolo")
    assert isinstance(made, str)
    found: dict[str, Any] = json.loads(made)
    return found
