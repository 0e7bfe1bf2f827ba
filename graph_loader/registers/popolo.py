"""A register as Popolo JSON: its memberships, with the people, organizations and posts that they point at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from ..parsed_minutes import BodyKind
from .entry import Entry, said

RULE = "register.popolo"
_BLANK = re.compile(r"[ \t\r\n]*")
_KINDS: frozenset[str] = frozenset(get_args(BodyKind))
Records = Mapping[str, Mapping[str, Any]]


def is_popolo(data: Any) -> bool:
    """Whether JSON is Popolo: an object with memberships and with people or organizations."""
    return (
        isinstance(data, dict)
        and isinstance(data.get("memberships"), list)
        and any(isinstance(data.get(name), list) for name in ("persons", "people", "organizations"))
    )


def entries(text: str, data: Mapping[str, Any]) -> Iterator[Entry]:
    """The memberships of Popolo, in order, each at its place in the text."""
    people = {**_by_id(data.get("persons")), **_by_id(data.get("people"))}
    organizations, posts = _by_id(data.get("organizations")), _by_id(data.get("posts"))
    for start, end, membership in items_of(text, "memberships"):
        if isinstance(membership, dict):
            yield _entry(membership, people, organizations, posts, start, end)


def _by_id(records: Any) -> Records:
    listed = records if isinstance(records, list) else []
    return {r["id"]: r for r in listed if isinstance(r, dict) and isinstance(r.get("id"), str)}


def _entry(
    membership: Mapping[str, Any], people: Records, organizations: Records, posts: Records, start: int, end: int
) -> Entry:
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
        char_start=start,
        char_end=end,
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


def items_of(text: str, wanted: str) -> Iterator[tuple[int, int, Any]]:
    """The items of the list under a key of a JSON object, each with its first character and the one after its last."""
    decoder = json.JSONDecoder()
    at = _after(text, text.index("{") + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _after(text, _after(text, at) + 1)
        if key == wanted and text[at] == "[":
            at = _after(text, at + 1)
            while text[at] != "]":
                value, end = decoder.raw_decode(text, at)
                yield at, end, value
                at = _after(text, end)
                at = _after(text, at + 1) if text[at] == "," else at
            at += 1
        else:
            _, at = decoder.raw_decode(text, at)
        at = _after(text, at)
        at = _after(text, at + 1) if text[at] == "," else at


def _after(text: str, at: int) -> int:
    """The next character that is no blank."""
    found = _BLANK.match(text, at)
    return found.end() if found else at
