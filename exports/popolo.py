"""Popolo (https://www.popoloproject.com/specs/): persons, organizations, memberships, posts, events, motions, votes.

Every record has `sources`: the passages that state it. Popolo allows more fields than its own; those that govgraph adds
(`certainty`, `why`, `known_until`, `listed_on`, `vacancies`, `event_id` of motions) say what it has no word for.
Dates of motions and votes are those of their events: Popolo wants a time of day there, which minutes do not give.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..graph_loader.folding import fold
from ..graph_loader.lexicon.person_name import parse_name
from ..graph_loader.records import digest
from .addresses import place_in_words, place_uri
from .model import Body, Exported, Fact, Meeting, Person, Tenure
from .posts import post_of

Record = dict[str, Any]

_OPTIONS = {"for": "yes", "against": "no", "abstain": "abstain"}
"""Popolo's words for votes (its spec, Vote: `option`)."""
_RESULTS = {"agreed": "pass", "lost": "fail"}
"""Popolo's words for what became of a motion; others stay as they are."""


def popolo(exported: Exported) -> str:
    """All records as one JSON object, a list of records by class, as EveryPolitician has them."""
    return json.dumps(records(exported), ensure_ascii=False, indent=2) + "\n"


def records(exported: Exported) -> dict[str, list[Record]]:
    """The records by class; fields that say nothing are left out."""
    found: dict[str, Iterable[Record]] = {
        "persons": (_person(exported, p) for p in exported.people),
        "organizations": (_organization(exported, b) for b in exported.bodies),
        "memberships": [_membership(exported, t) for t in exported.tenures if t.person],
        "posts": _posts(exported),
        "events": (_event(exported, m) for m in exported.meetings if m.status != "register"),
        "motions": (_motion(exported, f) for f in exported.of_kind("Motion")),
        "vote_events": _vote_events(exported),
        "areas": _areas(exported),
    }
    return {name: [_said(r) for r in of] for name, of in found.items()}


def _said(record: Record) -> Record:
    return {k: v for k, v in record.items() if v not in (None, [], "")}


def _sources(exported: Exported, facts: Iterable[str]) -> list[Record]:
    return [{"url": place_uri(p), "note": place_in_words(p)} for p in exported.places(facts)]


def _first_source(exported: Exported, key: str) -> list[Record]:
    """The first passage that names somebody or something; the others are on what they did."""
    return _sources(exported, exported.naming.get(key, ())[:1])[:1]


def _person(exported: Exported, person: Person) -> Record:
    name = parse_name(person.name)
    return {
        "id": person.id,
        "name": person.name,
        "sort_name": person.sort_name,
        "family_name": name.family,
        "given_name": " ".join(name.forenames),
        "honorific_prefix": name.title,
        "honorific_suffix": ", ".join(name.honours),
        "other_names": [{"name": n} for n in person.names if n != person.name],
        "kind": person.kind,
        "sources": _first_source(exported, person.id),
    }


def _organization(exported: Exported, body: Body) -> Record:
    return {
        "id": body.id,
        "name": body.name,
        "classification": body.kind,
        "parent_id": body.part_of[0].id if body.part_of else None,
        "other_names": [{"name": n} for n in body.names if n != body.name],
        "succeeded_by": [{"organization_id": r.id, "kind": r.how} for r in body.later],
        "sources": _first_source(exported, body.id),
    }


def _membership(exported: Exported, tenure: Tenure) -> Record:
    person, body = exported.by_id.get(tenure.person or ""), exported.by_id.get(tenure.body)
    return {
        "id": tenure.id,
        "label": f"{tenure.role}, {body.name}" if isinstance(body, Body) else tenure.role,
        "role": tenure.role,
        "person_id": person.id if person else None,
        "organization_id": tenure.body,
        "post_id": post_of(tenure),
        "on_behalf_of_id": next(iter(exported.senders(tenure)), None),
        "start_date": tenure.start,
        "end_date": tenure.end,
        "certainty": tenure.certainty,
        "why": tenure.why,
        "known_until": tenure.until if tenure.until != tenure.end else None,
        "listed_on": list(tenure.on),
        "sources": _sources(exported, tenure.facts),
    }


def _posts(exported: Exported) -> Iterator[Record]:
    """The posts that tenures are in, in the order of their ids, each with the times in which it is vacant."""
    found: dict[str, list[Tenure]] = {}
    for tenure in exported.tenures:
        if key := post_of(tenure):
            found.setdefault(key, []).append(tenure)
    for key in sorted(found):
        tenures, first = found[key], found[key][0]
        body = exported.by_id.get(first.body)
        what = f"representing {first.represents}" if first.represents else first.role
        yield {
            "id": key,
            "label": f"{what}, {body.name}" if isinstance(body, Body) else what,
            "role": first.role,
            "organization_id": first.body,
            "vacancies": [
                _said({"start_date": t.start, "end_date": t.end, "sources": _sources(exported, t.facts)})
                for t in tenures
                if t.state == "vacant"
            ],
            "sources": _sources(exported, dict.fromkeys(f for t in tenures for f in t.facts))[:1],
        }


def _event(exported: Exported, meeting: Meeting) -> Record:
    body = exported.by_id.get(meeting.body or "")
    present = (
        f.means("person")
        for f in exported.at_meeting.get(meeting.id, ())
        if f.kind == "Attendance" and f.get("status") in {"present", "in_attendance"}
    )
    attendees = [{"id": key} for key in dict.fromkeys(present) if key]
    return {
        "id": meeting.id,
        "name": f"{body.name}, {meeting.date}" if isinstance(body, Body) else f"Meeting of {meeting.date or '?'}",
        "classification": meeting.kind or "meeting",
        "organization_id": meeting.body,
        "start_date": meeting.date,
        "end_date": max(meeting.dates) if meeting.dates else meeting.date,
        "start_time": meeting.start,
        "end_time": meeting.end,
        "location": meeting.venue,
        "status": meeting.status,
        "attendees": attendees,
        "sources": _sources(exported, meeting.facts),
    }


def _motion(exported: Exported, motion: Fact) -> Record:
    outcome = motion.get("outcome")
    return {
        "id": motion.id,
        "organization_id": motion.body,
        "event_id": motion.meeting,
        "creator_id": motion.means("proposer"),
        "seconder_id": motion.means("seconder"),
        "text": motion.get("text"),
        "identifier": motion.get("item"),
        "result": _RESULTS.get(outcome, outcome),
        "sources": _sources(exported, (motion.id,)),
    }


def _vote_events(exported: Exported) -> Iterator[Record]:
    """One for each motion with counted or named votes, and one for the named votes of a meeting on no motion."""
    votes: dict[tuple[str | None, str], list[Fact]] = {}
    for vote in exported.of_kind("Vote"):
        votes.setdefault((vote.motion, vote.meeting), []).append(vote)
    for motion in exported.of_kind("Motion"):
        counts = {side: motion.get(f"tally_{side}") for side in _OPTIONS}
        named = votes.pop((motion.id, motion.meeting), [])
        if named or any(n is not None for n in counts.values()):
            outcome = motion.get("outcome")
            facts = (motion.id, *(v.id for v in named))
            yield _vote_event(exported, motion, f"vote-{motion.id}", named, facts) | {
                "motion_id": motion.id,
                "result": _RESULTS.get(outcome, outcome),
                "counts": [{"option": _OPTIONS[s], "value": n} for s, n in counts.items() if n is not None],
            }
    for named in votes.values():
        yield _vote_event(exported, named[0], f"vote-{named[0].id}", named, tuple(v.id for v in named))


def _vote_event(exported: Exported, of: Fact, key: str, named: list[Fact], facts: tuple[str, ...]) -> Record:
    return {
        "id": key,
        "organization_id": of.body,
        "event_id": of.meeting,
        "votes": [
            _said(
                {
                    "voter_id": v.means("person"),
                    "voter_name": n.text if (n := v.name("person")) else None,
                    "option": _OPTIONS[v.get("vote")],
                }
            )
            for v in named
        ],
        "sources": _sources(exported, facts),
    }


def _areas(exported: Exported) -> Iterator[Record]:
    """Wards and divisions that lists give for members."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in exported.of_kind("Attendance"):
        if fact.get("organisation_kind") == "ward" and (name := fact.get("organisation")):
            found.setdefault((fact.scope, fold(name) or name), []).append(fact)
    for (scope, key), facts in sorted(found.items()):
        yield {
            "id": "area-" + digest(scope, key),
            "name": facts[0].get("organisation"),
            "classification": "ward",
            "person_ids": sorted({p for f in facts if (p := f.means("person"))}),
            "sources": _sources(exported, tuple(f.id for f in facts))[:1],
        }
