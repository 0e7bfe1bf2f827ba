"""Text in a list that stands on a line of its own and is no person: a post, a body, several of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from .entries import Listed

SOURCE = re.compile(
    r"(?:nominated|appointed|elected)\s+by\s+(?:the\s+)?(?P<whom>[A-Z].*)$|(?:representing|representatives?\s+(?:of|from)|from"
    r"|members?\s+(?:of|from)|on\s+behalf\s+of)\s+(?:the\s+)?(?P<of>[A-Z].*)$",
    re.IGNORECASE,
)
"""A line that says who sends the people below it."""

LooseKind = Literal["post", "organisation", "source"]


@dataclass(frozen=True)
class Loose:
    """Such a text: its place, after how many people it stands, its line and column, and what it is.

    A `source` says itself that it sends the people below it: `Nominated by the Health Board`; `inline` that it sends
    only those of its own line.
    """

    start: int
    end: int
    after: int
    line: int
    column: int
    kind: LooseKind
    inline: bool = False


@dataclass(frozen=True)
class PeopleList:
    """The people of a list, the pieces that no rule reads, and posts or bodies that stand apart from the names."""

    people: tuple[Listed, ...]
    unread: tuple[tuple[int, int], ...]
    loose: tuple[Loose, ...] = ()
