"""A register as Popolo or Open Civic Data JSON: memberships, with the people, organizations and posts of each.

Popolo keeps records in lists by class that point at each other by ids, or inside each other; Open Civic Data's API
gives lists of memberships, people or organizations (in `results`) with the others inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from ..parsed_minutes import BodyKind
from .entry import Entry, said
from .located import Located, listed, objects

RULE = "register.popolo"
_KINDS: frozenset[str] = frozenset(get_args(BodyKind))
Records = Mapping[str, Mapping[str, Any]]


def memberships(data: Any) -> list[Located]:
    """The memberships in JSON whose objects are located, each with the record that it lies in; none without any."""
    return [membership for record in listed(data, "results") for membership in _of(record)]


def _of(record: Located) -> Iterator[Located]:
    if _is_membership(record):
        yield record
        return
    is_person = "name" in record and "classification" not in record
    for membership in objects(record.get("memberships")):
        if "name" not in record:
            yield membership
        else:
            yield _within(membership, "person" if is_person else "organization", record)
    for name, owner in (("persons", "person"), ("people", "person"), ("organizations", "organization")):
        for one in objects(record.get(name)):
            yield from (_within(m, owner, one) for m in objects(one.get("memberships")))


def _is_membership(record: Located) -> bool:
    return isinstance(record.get("organization"), dict) and ("person" in record or "person_name" in record)


def _within(membership: Located, owner: str, record: Located) -> Located:
    """A membership with the record that it lies in."""
    found = Located({owner: record, **membership})
    found.start, found.end = membership.start, membership.end
    return found


def entries(found: Sequence[Located], data: Any) -> Iterator[Entry]:
    """Memberships as entries, in order, with what they point at by ids in the same data."""
    lists = data if isinstance(data, Located) else Located()
    people = {**by_id(lists.get("persons")), **by_id(lists.get("people"))}
    organizations, posts = by_id(lists.get("organizations")), by_id(lists.get("posts"))
    return (_entry(membership, people, organizations, posts) for membership in found)


def by_id(records: Any) -> Records:
    """The objects in a list that have an id, by it."""
    return {r["id"]: r for r in objects(records) if isinstance(r.get("id"), str)}


def _entry(membership: Located, people: Records, organizations: Records, posts: Records) -> Entry:
    post = meant(membership, "post", posts)
    body = meant(membership, "organization", organizations) or meant(post, "organization", organizations)
    person = meant(membership, "person", people)
    sender = meant(membership, "on_behalf_of", organizations)
    parent = meant(body, "parent", organizations)
    name, role, first, last, represents, of, above = said(
        person.get("name") or membership.get("person_name"),
        membership.get("role") or post.get("role") or post.get("label"),
        membership.get("start_date"),
        membership.get("end_date"),
        sender.get("name"),
        body.get("name"),
        parent.get("name"),
    )
    kind = body.get("classification")
    return Entry(
        char_start=membership.start,
        char_end=membership.end,
        person=name or "",
        body=of or "",
        role=role,
        start=first,
        end=last,
        represents=represents,
        kind=kind if kind in _KINDS else None,
        parent=above,
    )


def meant(record: Mapping[str, Any], name: str, records: Records) -> Mapping[str, Any]:
    """What a record points at by its id, or holds itself."""
    inside = record.get(name)
    key = record.get(f"{name}_id")
    found = records.get(key) if isinstance(key, str) else None
    return found or (inside if isinstance(inside, dict) else {})
