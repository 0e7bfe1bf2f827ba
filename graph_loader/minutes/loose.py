"""Text in a list that stands on a line of its own and is no person: a post, a body, several of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
