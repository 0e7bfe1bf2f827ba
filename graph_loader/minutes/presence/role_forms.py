"""The roles of those who were there as they are to be given: without what stands with a role and is none, such as an
aside, a count of others, a body or the plural of a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...lexicon.entries import word_set
from ...parsed_minutes import Attendance
from ..names.bodies import organisation_kind
from ..names.organisations import is_acronym, is_organisation_name, may_be_affiliation
from ..names.role_words import is_post_phrase, singular_role
from ..names.tokens import tokens
from ..page.vocabulary import bare, is_field, is_post

_ASIDE = re.compile(r"\s*\((?P<said>[^()]*)\)\s*$")
_LETTERS = re.compile(r"[A-Z]{1,4}$|[^()]*\d[^()]*$")
"""Initials, or anything with a figure in it."""
_COUNT = re.compile(
    r"(?:\d+|about|some|around|approximately|one|two|three|four|five|six|seven|eight|nine|ten|several)\s", re.IGNORECASE
)
"""How many others were there."""
_NONE = re.compile(
    r"(?:for|on\s+behalf|came|left|arrived|joined|stayed|unable|absent|present|apologies|substitut\w+|as\s+substitute"
    r"|minutes)\b|.*\b(?:by|absence)\b",
    re.IGNORECASE,
)
"""What is said of somebody and is no role."""
_BEFORE = re.compile(
    r"(?:in\s+the\s+chair,?\s+(?:the\s+)?|(?:acting\s+)?as\s+(?:the\s+|an?\s+)?|our\s+|(?:the\s+)?outgoing\s+|retiring\s+"
    r"|(?:right\s+)?worshipful\s+(?:the\s+)?)",
    re.IGNORECASE,
)
_OF_HEADING = re.compile(
    r"^(?:also\s+)?(?P<kept>.+?)[\s,]+(?:present|attending|in\s+attendance|also|online|remotely)\.?$", re.IGNORECASE
)
_PLURALS = frozenset(
    {"members", "governors", "trustees", "representatives", "nominees", "residents", "visitors", "guests", "observers"}
    | {"officers"}
)
_QUARTERS = frozenset({"north", "south", "east", "west", "central"})
"""Words that end the name of a part of the area that a post is for."""
_INITIALS = re.compile(r".*\b(?:[A-Za-z]\.){2,}")
_ALONE = frozenset({"members", "officers", "officer", "councillors", "others", "attendees", "people"})
"""Headings that are no role of anybody below them."""
_VOTING = frozenset({"voting", "non-voting", "non voting", "ex officio", "ex-officio"})
"""In brackets behind a post they are no part of it."""
_LEAST_LETTERS = 3
"""Capital letters of an organisation that are told from those of a post."""
_NUMBER = re.compile(r",?\s+\d+$")
"""The number of a house or a seat behind a role."""
_SENT = re.compile(r"(?P<post>[^,()]{3,40}?)\s+(?:to|for|from)\s+(?P<body>(?!the\b)[A-Z].*)$")
_DELEGATE = re.compile(
    r"(?P<post>(?:[A-Z][a-z]+\s)?(?:representative|rep\.?|delegate|guest|spokesperson))\s+(?:of|from|for)\s+(?:the\s+)?"
    r"(?P<body>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class RoleForm:
    """A role as it is to be given, or none, and the body that stood with it, or none."""

    role: str | None
    organisation: str | None = None


def with_role_forms(records: Iterable[Attendance]) -> list[Attendance]:
    """The records with their roles in that form; a body that stood with a role is where the person comes from."""
    return [_formed(record) for record in records]


def _formed(record: Attendance) -> Attendance:
    if record.role is None:
        return record
    form = RoleForm(None, record.role) if _is_employer(record) else role_form(record.role)
    if form.role == record.role:
        return record
    changed: dict[str, str | None] = {"role": form.role}
    if record.organisation is None and form.organisation:
        changed |= {"organisation": form.organisation, "organisation_kind": organisation_kind(form.organisation)}
    return record.model_copy(update=changed)


def role_form(role: str) -> RoleForm:
    """The role that words beside a name or in a heading give; the body in them apart."""
    text = " ".join(role.split()).strip(" ,;:–-/")
    text = text if _INITIALS.fullmatch(text) else text.rstrip(".")
    text = text.split("; ")[0]
    text = _NUMBER.sub("", _without_asides(text))
    if before := _BEFORE.match(text):
        text = text[before.end() :]
    if _COUNT.match(text) or _NONE.match(text) or "=" in text:
        return RoleForm(None)
    if heading := _OF_HEADING.match(text):
        text = heading["kept"]
    if not text or text.casefold() in _ALONE:
        return RoleForm(None)
    text = _of_one(text)
    if _is_department(text):
        return RoleForm(None, text)
    first, _, rest = text.partition(", ")
    if _is_department(first) and any(is_post(word) for word in rest.split()):
        return RoleForm(rest, first)
    text, organisation = _before_comma(text)
    for pattern in (_DELEGATE, _SENT):
        if (sent := pattern.match(text)) and (pattern is _DELEGATE or _is_body(sent["body"])):
            return RoleForm(sent["post"], organisation or sent["body"])
    return RoleForm(text or None, organisation)


def _without_asides(text: str) -> str:
    """The text without a bracket at its end that says no part of the post: `(minutes)`, `(item 4)`, `(KB)`."""
    while aside := _ASIDE.search(text):
        said = aside["said"].strip()
        words = said.split()
        field = bool(words) and is_field(words[0]) and not any(is_post(word) for word in words)
        field = field and said.casefold() not in _VOTING
        if not text[: aside.start()] or field or (said[:1].isupper() and not _LETTERS.match(said)):
            break
        text = text[: aside.start()]
    return text


def _of_one(text: str) -> str:
    """A role in the plural of a heading as that of one: `Staff Governors`."""
    words = text.split()
    if words and bare(words[-1]) in _PLURALS:
        if len(words) > 1 and words[-2] in {"of", "to", "the", "for"}:
            return text
        words[-1] = words[-1].rstrip(".")[:-1]
        return " ".join(words)
    return singular_role(text) if words and words[0].casefold().endswith("s") else text


def _before_comma(text: str) -> tuple[str, str | None]:
    """The role before a comma behind which a body, a place or an aside stands, and the body; else all of it."""
    first, comma, rest = text.partition(", ")
    if not comma or not any(is_post(word) for word in first.split()):
        return text, None
    words = rest.split()
    if rest[0].islower() and words[0] not in {"and", "of"}:
        return first, None
    if any(is_post(word) for word in words) or (len(words) == 1 and not may_be_affiliation(rest)):
        return text, None
    last = bare(words[-1])
    named = not (
        is_field(words[0]) or "and" in words or last in word_set("bodies", "service_ends") or last in _QUARTERS
    )
    department = last == "department" or (is_organisation_name(tokens(rest, 0, len(rest))) and named)
    if named or department:
        return first, rest
    return text, None


def _is_department(text: str) -> bool:
    """Whether words beside a name say where somebody works, and name no post: `Home Office`, `Democratic Services`."""
    row = tokens(text.replace("’", "'"), 0, len(text))
    return "," not in text and bool(row) and is_organisation_name(row) and not is_post_phrase(row)


def _is_employer(record: Attendance) -> bool:
    """Whether letters beside a name are where somebody comes from, and no post: `NHS`; of an officer, `DCS` is one.

    Two letters may be a post of anybody, `MD`.
    """
    role = record.role or ""
    letters = len(role) >= _LEAST_LETTERS and is_acronym(role)
    return letters and record.capacity != "officer" and not is_post(role)


def _is_body(text: str) -> bool:
    row = tokens(text, 0, len(text))
    first, _, last = text.rpartition(" ")
    service = bare(last) in word_set("bodies", "service_ends")
    return bool(row) and is_organisation_name(row) and bool(first) and not service
