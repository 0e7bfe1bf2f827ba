"""A register as Popolo JSON: its memberships, with the people, organizations and posts that they point at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from ..parsed_minutes import BodyKind
from .entry import Entry, said
from .located import Located

RULE = "register.popolo"
_KINDS: frozenset[str] = frozenset(get_args(BodyKind))
Records = Mapping[str, Mapping[str, Any]]


def is_popolo(data: Any) -> bool:
    """Whether JSON is Popolo: an object with memberships and with people or organizations."""
    return (
        isinstance(data, dict)
        and isinstance(data.get("memberships"), list)
        and any(isinstance(data.get(name), list) for name in ("persons", "people", "organizations"))
    )


def entries(data: Mapping[str, Any]) -> Iterator[Entry]:
    """The memberships of Popolo whose objects are located, in order."""
    people = {**_by_id(data.get("persons")), **_by_id(data.get("people"))}
    organizations, posts = _by_id(data.get("organizations")), _by_id(data.get("posts"))
    for membership in data["memberships"]:
        if isinstance(membership, Located):
            yield _entry(membership, people, organizations, posts)


def _by_id(records: Any) -> Records:
    listed = records if isinstance(records, list) else []
    return {r["id"]: r for r in listed if isinstance(r, dict) and isinstance(r.get("id"), str)}


def _entry(membership: Located, people: Records, organizations: Records, posts: Records) -> Entry:
    post = _meant(membership, "post", posts)
    body = _meant(membership, "organization", organizations) or _meant(post, "organization", organizations)
    person = _meant(membership, "person", people)
    sender = _meant(membership, "on_behalf_of", organizations)
    parent = _meant(body, "parent", organizations)
    role, first, last, represents, of, above = said(
        membership.get("role") or post.get("role") or post.get("label"),
        membership.get("start_date"),
        membership.get("end_date"),
        sender.get("name"),
        body.get("name"),
        parent.get("name"),
    )
    kind = body.get("classification")
    name = person.get("name") or membership.get("person_name") or ""
    return Entry(
        char_start=membership.start,
        char_end=membership.end,
        person=str(name).strip(),
        body=of or "",
        role=role,
        start=first,
        end=last,
        represents=represents,
        kind=kind if kind in _KINDS else None,
        parent=above,
    )


def _meant(record: Mapping[str, Any], name: str, records: Records) -> Mapping[str, Any]:
    """What a record points at by its id, or holds itself."""
    inside = record.get(name)
    key = record.get(f"{name}_id")
    found = records.get(key) if isinstance(key, str) else None
    return found or (inside if isinstance(inside, dict) else {})
