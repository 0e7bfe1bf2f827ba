"""The words of a role: where one ends and the next begins, what stands before a name, one of several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .tokens import Token
from .vocabulary import bare, data, is_field, is_post

_ARTICLES = ("An ", "The ", "the ", "a ", "A ")
_BETWEEN = re.compile(r"\s+and\s+|\s*[/&]\s*|,\s+|\s+[–-]\s+")


def first_role(role: str) -> str:
    """The first of several roles: `Parish Clerk and Responsible Financial Officer` gives `Parish Clerk`."""
    for m in _BETWEEN.finditer(role):
        left, right = role[: m.start()].split(), role[m.end() :].split()
        if left and right and is_post(left[-1]) and (is_post(right[-1]) or bare(right[-1]) in {"person", "rfo"}):
            return role[: m.start()]
    return role


def without_article(role: str) -> str:
    """A role without the article before it."""
    return next((role[len(a) :] for a in _ARTICLES if role.startswith(a)), role)


def singular_role(role: str) -> str:
    """A role for several people as that of one: `Directors of Service` gives `Director of Service`."""
    first, _, rest = role.partition(" of ")
    table: dict[str, str] = data("roles")["singular"]
    last = first.split()[-1]
    one = table.get(last) or (
        last[:-1] if last.endswith("s") and not last.endswith("ss") and is_post(last[:-1]) else last
    )
    return " ".join([*first.split()[:-1], one]) + (f" of {rest}" if rest else "")


def after_post(row: Sequence[Token]) -> int | None:
    """The token after a post that stands before a name without title: `City Manager Haverly`."""
    last = None
    for at, token in enumerate(row):
        if token.kind not in {"word", "lower"} or not (
            is_post(token.text) or is_field(token.text) or token.text in {"of", "to", "the", "for"}
        ):
            break
        if is_post(token.text):
            last = at + 1
    return last if last is not None and last < len(row) else None
