"""Roles as written: which are an office of the body, which a seat, which a post."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from ..folding import fold

RoleKind = Literal["office", "seat", "post"]


@cache
def _offices() -> dict[str, str]:
    text = files(__package__).joinpath("offices.yaml").read_text("utf-8")
    table: dict[str, list[str]] = yaml.safe_load(text)
    return {fold(word): office for office, words in table.items() for word in words}


def office_of(role: str | None) -> str | None:
    """The office that a role as written (or a contract word such as `vice_chair`) means, or none."""
    return _offices().get(fold((role or "").replace("_", " "))) if role else None


def chairing_roles() -> tuple[str, ...]:
    """The words for whoever presides, in lower case: the chair of a body, a mayor, a provost."""
    text = files(__package__).joinpath("offices.yaml").read_text("utf-8")
    table: dict[str, list[str]] = yaml.safe_load(text)
    return tuple(sorted({*table["chair"], *table["mayor"], *(f"acting {word}" for word in table["chair"])}))


def role_kind(role: str, capacity: str | None) -> RoleKind:
    """An office of the body, a post in somebody's employment, or else a seat."""
    if office_of(role):
        return "office"
    return "post" if capacity in {"officer", "guest"} else "seat"
