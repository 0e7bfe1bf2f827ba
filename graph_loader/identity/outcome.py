"""What identity decides: whom each name as written means, or whom it may mean, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Basis = Literal["same_name", "same_meeting", "evidence", "only_one", "office", "initials", "human"]
"""How a name was decided: written alike, by its own meeting, by evidence across meetings, as the only person of the
body whom it can mean, through an office, through a key of initials, or by a human."""

PersonKind = Literal["councillor", "officer", "representative", "public", "other"]


@dataclass(frozen=True)
class Decision:
    """A name means this entity; `reasons` are sentences, the strongest first.

    `spelling` is set where the same minutes write the name otherwise: the form that they use more.
    """

    entity: str
    basis: Basis
    reasons: tuple[str, ...]
    spelling: str | None = None


@dataclass(frozen=True)
class Candidate:
    """A name may mean this entity; `score` runs from 0 to 1 and only ranks the candidates of one name."""

    entity: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class PersonEntity:
    """A person: the fullest name as written, the surname first for sorting, and in what capacity people know them."""

    id: str
    name: str
    sort_name: str
    kind: PersonKind


@dataclass(frozen=True)
class BodyEntity:
    """A body: its name and its kind."""

    id: str
    name: str
    kind: str


@dataclass(frozen=True)
class People:
    """All people of one scope, and what every name of a person means or may mean.

    `undecided` are pairs of people who may be one: their names agree and nothing excludes it, and too little speaks
    for it. `notes` tell of human decisions that contradict a veto or each other.
    """

    entities: Mapping[str, PersonEntity] = field(default_factory=dict)
    refers_to: Mapping[str, Decision] = field(default_factory=dict)
    may_be: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    undecided: frozenset[tuple[str, str]] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bodies:
    """All bodies of one scope, and what every name of a body means or may mean; no pair of them is `undecided`.

    `of_meetings` has the body of each meeting that names none, where that is known all the same.
    """

    entities: Mapping[str, BodyEntity] = field(default_factory=dict)
    refers_to: Mapping[str, Decision] = field(default_factory=dict)
    may_be: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)
    undecided: frozenset[tuple[str, str]] = frozenset()
    of_meetings: Mapping[str, str] = field(default_factory=dict)
