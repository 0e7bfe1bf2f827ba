"""In which capacity somebody took part: told by the role beside the name, and by the heading above it."""

from __future__ import annotations

import re

from ...lexicon.entries import word_set
from ...parsed_minutes import Capacity
from ..page.vocabulary import is_post, phrase_pattern


def is_officer_role(role: str | None) -> bool:
    """Whether a role is a post in somebody's employment rather than an office or a seat."""
    if not role:
        return False
    first = re.split(r"[,/(]| and ", role)[0]
    if phrase_pattern("offices", "member").search(first):
        return False
    return any(is_post(word) for word in role.split())


def is_no_member(role: str | None) -> bool:
    """Whether a role makes somebody listed as present no member: the clerk, an officer, a guest."""
    if not role:
        return False
    first = re.split(r"[,/]| and ", role)[0].strip().casefold()
    if first.startswith(("chief ", "accountable ", "accounting ")) and first not in word_set("offices", "not_member"):
        return False  # the officers who sit on the board of a health body
    return first in word_set("offices", "not_member") or bool(
        re.fullmatch(r"(?:\w+ )?(?:clerk|officer|observer|guest|minute[- ]taker)s?(?: to .*)?", first)
    )


def is_no_councillor(role: str | None) -> bool:
    """Whether a role shows that a title of councillors that a list distributes is not meant for its holder."""
    if not role:
        return False
    return is_no_member(role) or role_capacity(role) is not None or is_officer_role(role)


def heading_capacity(heading: str) -> Capacity | None:
    """What a heading says of the people below it: `Non-Voting Co-opted Advisors` are co-opted."""
    if given := _told_by(heading):
        return given
    if re.search(r"\bobservers?\b|\bguests?\b|\bvisitors?\b", heading, re.IGNORECASE):
        return "guest"
    if re.search(r"\bofficers?\b|\bofficials?\b|\bstaff\b|\bclerk\b|\bmanagement\b", heading, re.IGNORECASE):
        return "officer"
    if re.search(r"\bpublic\b|\bpress\b|\bparishioners?\b", heading, re.IGNORECASE):
        return "public"
    return None


def role_capacity(role: str | None) -> Capacity | None:
    """What a role of a member says: a church representative is a representative."""
    return _told_by(role) if role else None


def _told_by(text: str) -> Capacity | None:
    if phrase_pattern("offices", "co_opted").search(text):
        return "co_opted"
    if phrase_pattern("offices", "representative").search(text):
        return "representative"
    return None
