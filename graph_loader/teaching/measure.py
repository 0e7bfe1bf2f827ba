"""What models read of documents, beside what these say: facts found, missed and read that are none, kind by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..documents import Document, DocumentError
from ..folding import fold
from ..lexicon.person_name import parse_name
from ..minutes import parse
from ..minutes.labelling.labels import STATUSES
from ..minutes.labelling.models import Models
from .documents import Taught, people_by

KINDS = (*STATUSES.values(), "role")
Facts = Mapping[str, Counter[str]]


@dataclass(frozen=True)
class Count:
    """Facts of a kind: found, read though they are none, missed."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def said(self) -> int:
        """How many facts the documents state."""
        return self.found + self.missed

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; none where there is nothing to find and nothing was found."""
        total = 2 * self.found + self.extra + self.missed
        return 2 * self.found / total if total else None

    def __add__(self, other: Count) -> Count:
        return Count(self.found + other.found, self.extra + other.extra, self.missed + other.missed)


@dataclass
class FactCounts:
    """The counts of several documents, kind by kind."""

    counts: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(KINDS, Count()))

    def add(self, said: Facts, read: Facts) -> None:
        """Counts what was read of one more document."""
        for kind in KINDS:
            got = _roles_of(read[kind], said[kind]) if kind == "role" else read[kind]
            hits = (said[kind] & got).total()
            self.counts[kind] += Count(hits, got.total() - hits, said[kind].total() - hits)

    @property
    def right(self) -> int:
        """Facts found less those that are none: what is weighed."""
        return sum(count.found - count.extra for count in self.counts.values())


def _roles_of(read: Counter[str], said: Counter[str]) -> Counter[str]:
    """The roles read of people of whom one is stated: what stands elsewhere in the text is nothing that lists say."""
    people = {fact.split(": ")[0] for fact in said}
    return Counter({fact: count for fact, count in read.items() if fact.split(": ")[0] in people})


def facts_of(taught: Taught) -> Facts:
    """The facts that an annotation states."""
    words = taught.shown.words_of
    return facts_of_records(
        {"person": words(*p.name), "status": p.status, "role": words(*p.role) if p.role else None}
        for p in people_by(taught.shown, taught.annotation.marks)
    )


def facts_of_records(records: Iterable[Mapping[str, Any]]) -> Facts:
    """The facts that attendance records state."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for record in records:
        name = _key(str(record["person"]))
        found[str(record["status"])][name] = 1
        if record.get("role"):
            found["role"][f"{name}: {fold(str(record['role']))}"] = 1
    return found


def read_facts(document: Document, models: Models | None) -> Facts:
    """The facts that are read of a document with these models; none where it is no minutes to them."""
    try:
        meetings = parse(document, lambda: models)
    except DocumentError:
        return facts_of_records(())
    return facts_of_records(
        {"person": a.person, "status": a.status, "role": a.role} for m in meetings for a in m.attendance
    )


def _key(name: str) -> str:
    return parse_name(name).folded or fold(name)


def parts(count: int, most: int) -> list[Sequence[int]]:
    """Documents, by number, in so many parts at most, each of which is held out in turn."""
    return [range(first, count, min(count, most)) for first in range(min(count, most))]
