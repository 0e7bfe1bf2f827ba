"""What stands beside a name, as a post or as a body: `Passenger Transport Manager, Wexmoorshire County Council`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...lexicon.entries import word_set
from ...parsed_minutes import AttendanceStatus
from ..lists.pieces import Before
from ..page.view import View
from ..page.vocabulary import bare, is_field, is_no_name
from .organisations import is_known_organisation, is_organisation_name
from .role_words import is_post_phrase
from .tokens import Token, tokens

_STATUS_AT_END = re.compile(
    r"(?:^|\s)(?P<status>Present|Apologies|Absent|In attendance|Attended|Expected)"
    r"(?:\s+(?:as\s+substitute|virtually|remotely))?[.,]?$"
)
_STATUSES: dict[str, AttendanceStatus | None] = {
    "Present": "present",
    "Attended": "present",
    "Apologies": "apologies",
    "Absent": "absent",
    "In attendance": "in_attendance",
    "Expected": None,
}
_LETTERS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
"""Letters for a post, whose last full stop belongs to them: `S.S.O.`."""
_EDGES = " .,:;-–"


@dataclass(frozen=True)
class Stretch:
    """A stretch of text beside a name, and what separates it from what stands before it."""

    start: int
    end: int
    before: Before


@dataclass(frozen=True)
class Told:
    """The role and the organisation that the text beside a name gives, a status where it ends in one, and the rest."""

    role: str | None = None
    organisation: str | None = None
    status: AttendanceStatus | None = None
    note: str | None = None


def told_beside(view: View, stretches: Sequence[Stretch]) -> Told:
    """What the stretches beside a name tell, in their order.

    The first post is the role; what follows it and is no organisation belongs to it (`Director of Highways, Transport
    and Waste`). What is no post is an organisation where it stands in a column of its own or is known for a body, a
    party, a ward, an employer; else a note.
    """
    role: tuple[int, int] | None = None
    organisation: tuple[int, int] | None = None
    closed = False
    noted: tuple[int, int] | None = None
    status: AttendanceStatus | None = None
    for stretch in stretches:
        end, found = _without_status(view, stretch)
        status = found or status
        if end <= stretch.start:
            continue
        row = tokens(view.norm, stretch.start, end)
        if not row:
            continue
        if is_organisation_name(row) and not is_post_phrase(row) and not (role and _is_service(row)):
            organisation = (organisation[0] if organisation else stretch.start, end)
            closed = True
        elif _is_role(row):
            if role is None:
                role = (stretch.start, end)
                closed = False
            elif stretch.before in {"slash", "and"} or closed:
                closed = True
            else:
                role = (role[0], end)
        elif role is not None and stretch.before == "column":
            organisation = (organisation[0] if organisation else stretch.start, end)
            closed = True
        elif role is not None and not closed:
            role = (role[0], end)
        elif role is None and (
            organisation or stretch.before == "column" or is_known_organisation(row, view.words(stretch.start, end))
        ):
            organisation = (organisation[0] if organisation else stretch.start, end)
        elif role is None:
            noted = (noted[0] if noted else stretch.start, end)
    return Told(_text(view, role), _text(view, organisation), status, _text(view, noted))


def _is_role(row: Sequence[Token]) -> bool:
    """Whether a stretch is a post, by a word for one or by nothing but words that say which post."""
    return is_post_phrase(row) or (
        row[0].kind == "word" and all(is_field(t.text) or t.kind in {"lower", "and"} for t in row)
    )


def _is_service(row: Sequence[Token]) -> bool:
    """Whether a stretch after a post is the service in it: `Children's Services`, but not `Northmoor Health`."""
    last = row[-1].text
    if bare(last) not in word_set("bodies", "service_ends"):
        return False
    return len(row) != 2 or is_no_name(row[0].text)


def _without_status(view: View, stretch: Stretch) -> tuple[int, AttendanceStatus | None]:
    found = _STATUS_AT_END.search(view.norm[stretch.start : stretch.end])
    if found is None:
        return stretch.end, None
    return stretch.start + found.start(), _STATUSES[found["status"]]


def _text(view: View, place: tuple[int, int] | None) -> str | None:
    if place is None:
        return None
    text = view.words(*place).strip(_EDGES)
    if _LETTERS.fullmatch(text) and view.words(place[0], place[1] + 1).rstrip().endswith(f"{text}."):
        text = f"{text}."
    if text.count("(") != text.count(")"):
        text = text.strip("()")
    return text or None
