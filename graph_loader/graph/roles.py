"""Roles as written: which are an office of the body, which a seat, which a post."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ..folding import fold
from ..lexicon.entries import values
from ..lexicon.offices import presiding_words

RoleKind = Literal["office", "seat", "post"]


@cache
def _offices() -> dict[str, str]:
    return {fold(word): office for word, office in values("offices", "sole").items()}


def office_of(role: str | None) -> str | None:
    """The office that a role as written (or a contract word such as `vice_chair`) means, or none."""
    return _offices().get(fold((role or "").replace("_", " "))) if role else None


def chairing_roles() -> tuple[str, ...]:
    """The words for whoever presides, in lower case: the chair of a body, a mayor, a provost."""
    return tuple(sorted(presiding_words()))


def office_words() -> tuple[str, ...]:
    """The words for all offices, in lower case."""
    return tuple(sorted(_offices()))


def role_kind(role: str, capacity: str | None) -> RoleKind:
    """An office of the body, a post in somebody's employment, or else a seat."""
    if office_of(role):
        return "office"
    return "post" if capacity in {"officer", "guest"} else "seat"
