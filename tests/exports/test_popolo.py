"""Popolo: valid by its schemas, every record with a source, every id that of a record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from govgraph.exports.model import Exported
from govgraph.exports.popolo import popolo
from jsonschema import Draft202012Validator, FormatChecker

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "popolo.json").read_text("utf-8"))
CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "memberships": "membership",
    "posts": "post",
    "events": "event",
    "motions": "motion",
    "vote_events": "vote_event",
    "areas": "area",
}
OWN = {
    "persons": {"kind"},
    "organizations": {"succeeded_by"},
    "memberships": {"certainty", "why", "known_until", "listed_on"},
    "posts": {"vacancies"},
    "events": {"start_time", "end_time"},
    "motions": {"event_id", "seconder_id"},
    "vote_events": {"event_id"},
    "areas": {"person_ids"},
}
"""Fields that Popolo has no word for."""


@pytest.fixture(scope="module")
def records(exported: Exported) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = json.loads(popolo(exported))
    return found


@pytest.mark.parametrize("name", CLASSES)
def test_records_are_valid(name: str, records: dict[str, list[dict[str, Any]]]) -> None:
    schema = SCHEMA | {"$ref": f"#/$defs/{CLASSES[name]}"}
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [e.message for record in records[name] for e in validator.iter_errors(record)] == []
    known = set(SCHEMA["$defs"][CLASSES[name]]["properties"]) | OWN[name]
    assert {field for record in records[name] for field in record} <= known


def test_every_record_has_a_source(records: dict[str, list[dict[str, Any]]]) -> None:
    without = [r["id"] for of in records.values() for r in of if not r.get("sources")]
    assert without == []
    assert all(": “" in s["note"] for of in records.values() for r in of for s in r["sources"])


def test_ids_lead_to_records(records: dict[str, list[dict[str, Any]]]) -> None:
    ids = {r["id"] for of in records.values() for r in of}
    assert len(ids) == sum(len(of) for of in records.values())
    for of in records.values():
        for record in of:
            pointed = [v for k, v in record.items() if k.endswith("_id")]
            pointed += [v["voter_id"] for v in record.get("votes", ()) if "voter_id" in v]
            assert set(pointed) <= ids, record


def test_memberships_are_the_tenures(exported: Exported, records: dict[str, list[dict[str, Any]]]) -> None:
    assert [
        (m["person_id"], m["organization_id"], m["start_date"], m.get("end_date")) for m in records["memberships"]
    ] == [(t.person, t.body, t.start, t.end) for t in exported.tenures if t.person]
    posts = {p["id"]: p for p in records["posts"]}
    vacant = [t for t in exported.tenures if t.state == "vacant"]
    assert sum(len(p.get("vacancies", ())) for p in posts.values()) == len(vacant) > 0


def test_votes_are_counted_and_named(exported: Exported, records: dict[str, list[dict[str, Any]]]) -> None:
    named = sum(len(e.get("votes", ())) for e in records["vote_events"])
    assert named == sum(1 for _ in exported.of_kind("Vote")) > 0
    assert any(e.get("counts") for e in records["vote_events"])
