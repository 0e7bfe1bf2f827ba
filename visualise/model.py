"""What a map shows, without saying how it is drawn: nodes, edges, and the facts behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from ..graph_loader.parsed_minutes import BodyKind

PERSON_KINDS = ("councillor", "officer", "representative", "other_person", "public")
BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)
EDGE_KINDS = (
    "part_of",
    "succeeded_by",
    "sat_on",
    "attended",
    "holds",
    "of",
    "seat_on",
    "represents",
    "substituted_for",
    "shares",
    "decides",
    "has_seat",
    "filled_by",
)
VIEWS = ("all", "council", "body", "person", "co-membership", "substitutions", "appointments")
"""What a map can be of; docs/maps.md says what each shows."""


@dataclass(frozen=True)
class Quote:
    """A passage of a document, as it stands there; `line` counts from 1, `uri` is where it was published."""

    text: str
    document: str
    line: int
    rule: str = ""
    part: str = "statement"
    page: int | None = None
    uri: str | None = None

    @property
    def where(self) -> str:
        """Its place in words."""
        return f"{self.document}, {f'page {self.page}, ' if self.page else ''}line {self.line}"

    @property
    def address(self) -> str:
        """Where the whole document was published, or nothing."""
        return (self.uri or "").partition("#")[0]

    @property
    def fragment(self) -> str:
        """What leads from there to the passage, or nothing."""
        return (self.uri or "").removeprefix(self.address)


def documents_of(quotes: Iterable[Quote]) -> list[tuple[str, str]]:
    """The documents that are quoted, by name, each with its address, where one is known."""
    return sorted({(quote.document, quote.address) for quote in quotes})


@dataclass(frozen=True)
class Name:
    """A name as written, and whom it is taken to mean; `means` is empty while that is open."""

    text: str
    means: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Fact:
    """What one document says: the kind of fact in words, its day, the names in it and the passages that say it."""

    id: str
    label: str
    date: str | None
    quotes: tuple[Quote, ...]
    names: tuple[Name, ...] = ()


@dataclass(frozen=True)
class Node:
    """A person, body, role, seat or resolution.

    `hint` tells namesakes apart (body and years); `details` are shown as they are, in order; `names` are the names as
    written in documents; `facts` are ids of facts that are about the node itself, not about one of its edges.
    """

    id: str
    kind: str
    label: str
    sort_name: str = ""
    hint: str = ""
    details: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    scope: str = ""


@dataclass(frozen=True)
class Edge:
    """One connection, one spell where it lasts: dates are ISO and may be less exact than a day.

    `certainty` is `certain`, `appointed`, `likely` or nothing where the question does not arise; `on` are the days on
    which it is certain whatever the whole spell is. An edge with `on` and no certainty holds on these days alone.
    `body` is the name of the body on which two people meet, where the edge goes from person to person.
    """

    id: str
    kind: str
    source: str
    target: str
    role: str = ""
    start: str | None = None
    end: str | None = None
    certainty: str = ""
    on: tuple[str, ...] = ()
    why: str = ""
    body: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attendance:
    """How the minutes of one day record a person at a body's meeting: a status of `graph_loader`'s `Attendance`."""

    person: str
    body: str
    date: str
    status: str


@dataclass(frozen=True)
class View:
    """Everything that one page shows. `notes` tell the reader what was left out, and why.

    `kind` is one of `VIEWS` and decides how the picture is laid out; `centre` is the id of what the view is about, if
    it is about one thing; `off` are the kinds of nodes that are left out until the reader asks for them.
    """

    title: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    facts: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    meetings: tuple[tuple[str, str], ...] = ()
    attendance: tuple[Attendance, ...] = ()
    kind: str = "all"
    centre: str | None = None
    off: tuple[str, ...] = ()
    on: str | None = None
    start: str | None = None
    end: str | None = None

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}


@dataclass(frozen=True)
class Link:
    """One line of the picture: all edges of one kind between the same two nodes. `bend` keeps lines apart."""

    kind: str
    source: str
    target: str
    edges: tuple[int, ...]
    bend: float

    @property
    def id(self) -> str:
        """What an address on the web names the line by: the same whatever else is in the view."""
        return f"{self.kind}:{self.source}:{self.target}"


def links(view: View) -> tuple[Link, ...]:
    """The lines of the picture, in the order in which their first edge comes.

    Spells of one person on one body are one line, as a dozen lines between two points say less than one.
    """
    grouped: dict[tuple[str, str, str], list[int]] = {}
    for index, edge in enumerate(view.edges):
        grouped.setdefault((edge.kind, edge.source, edge.target), []).append(index)
    between: dict[tuple[str, str], int] = {}
    found = []
    for (kind, source, target), edges in grouped.items():
        pair = (source, target) if source < target else (target, source)
        seen = between[pair] = between.get(pair, -1) + 1
        bend = 0.0 if not seen else (seen + 1) // 2 * 0.14 * (1 if seen % 2 else -1)
        found.append(Link(kind, source, target, tuple(edges), round(bend, 2)))
    return tuple(found)
