"""What identity left open, the most useful question first: names with candidates, people and bodies who may be one.

All of it is read from the graph as it was decided; nothing is decided anew to ask. Where one question stands at several
places it is asked once: people written alike, of whom nothing tells whether they are one, are one case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..folding import fold, fold_body
from ..lexicon.person_name import parse_name
from ..store import Store
from ..store.decisions.nobodies import nobodies_of
from ..store.mentions import Known, Written, known_entities, names_left_open, names_written_for, undecided_pairs
from ..store.shortcuts.rebuild import scopes

SHOWN = 200
"""Names of a case that are read with their places: enough to answer, whatever the number of meetings."""


@dataclass(frozen=True)
class Possible:
    """Somebody whom a name may mean, or one of those who may be one: what is known, and why.

    `told_by` tells people of one name apart: their office, body and years.
    """

    person: str
    name: str
    records: int
    reasons: tuple[str, ...]
    told_by: str = ""


@dataclass(frozen=True)
class Case:
    """An open question: a name whose meaning is open (`open`), or people or bodies who may be one (`undecided`).

    `records` is how many facts an answer would touch, `written` the names that it is about, from the earliest. `sides`
    is what to give to `identity explain`, `same` or `different`, or none where nobody is in question.
    """

    kind: Literal["open", "undecided"]
    title: str
    records: int
    candidates: tuple[Possible, ...]
    written: tuple[Written, ...]
    sides: tuple[str, str] | None

    @property
    def names(self) -> str:
        """The ids of the names that it is about, as a command takes them."""
        return ",".join(w.id for w in self.written)


def open_cases(store: Store) -> list[Case]:
    """All open questions of a store, those that touch most records first."""
    found = [*_open_names(store), *_people(store), *_bodies(store)]
    return sorted(found, key=lambda c: (-c.records, c.kind, c.title, [w.id for w in c.written]))


def _open_names(store: Store) -> Iterator[Case]:
    """One name written at several meetings with the same people in question is one case."""
    grouped: dict[tuple[str, str, tuple[str, ...]], list[Written]] = defaultdict(list)
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    nobodies = {scope: nobodies_of(store.read, scope) for scope in scopes(store)}
    for name, candidates in names_left_open(store):
        if not candidates and parse_name(name.text).collective:
            continue
        if ("person", fold(name.text)) in nobodies.get(name.scope, ()):
            continue
        grouped[name.scope, name.text, tuple(sorted(c for c, _ in candidates))].append(name)
        for person, why in candidates:
            reasons.setdefault((name.text, person), why)
    known = known_entities(store, {person for _, _, people in grouped for person in people})
    for (_, text, people), written in grouped.items():
        candidates_ = [_possible(known[p], reasons[text, p]) for p in people if p in known]
        candidates_.sort(key=lambda c: (-c.records, c.name, c.person))
        names = tuple(written)
        sides = (",".join(w.id for w in names), candidates_[0].person) if candidates_ else None
        yield Case("open", text, len({w.fact for w in names}), tuple(candidates_), names, sides)


def _people(store: Store) -> Iterator[Case]:
    pairs = undecided_pairs(store)
    known = known_entities(store, {person for pair in pairs for person in pair})
    groups = _written_alike(pairs, known)
    between: dict[tuple[tuple[str, ...], ...], None] = {}
    for one, other in pairs:
        a, b = groups[one], groups[other]
        if a != b:
            between[tuple(sorted((a, b), key=lambda g: (-_records(g, known), g)))] = None
    for group in sorted(set(groups.values())):
        if len(group) > 1:
            yield _case_of_one_name(store, group, known)
    for larger, smaller in between:
        yield _case_of_two(store, larger, smaller, known)


def _written_alike(pairs: Sequence[tuple[str, str]], known: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
    """For each person those of the same name of whom nothing tells whether they are one, themselves among them."""
    group = {person: {person} for person in known}
    for one, other in pairs:
        if group[one] is not group[other] and fold(known[one].name) == fold(known[other].name):
            group[one] |= group[other]
            for person in group[other]:
                group[person] = group[one]
    return {person: tuple(sorted(members)) for person, members in group.items()}


def _records(group: Iterable[str], known: Mapping[str, Known]) -> int:
    return sum(known[person].records for person in group)


def _case_of_one_name(store: Store, group: tuple[str, ...], known: Mapping[str, Known]) -> Case:
    """`46 records of “Cllr Evans” in 44 meetings of Fenmarsh Council: one person?`"""
    people = sorted((known[p] for p in group), key=lambda k: (-k.records, k.first or "", k.id))
    written = names_written_for(store, [k.id for k in people[1:]])
    meetings, records = sum(k.meetings for k in people), sum(k.records for k in people)
    bodies = sorted({k.body for k in people if k.body})
    where = f" of {bodies[0]}" if len(bodies) == 1 else f" of {len(bodies)} bodies" if bodies else ""
    title = f"{records} records of “{people[0].name}” in {meetings} meetings{where}: one person?"
    sides = (people[0].id, ",".join(w.id for w in written))
    touched = sum(k.records for k in people[1:])
    return Case("undecided", title, touched, tuple(_possible(k) for k in people), tuple(written[:SHOWN]), sides)


def _case_of_two(store: Store, one: Sequence[str], other: Sequence[str], known: Mapping[str, Known]) -> Case:
    """Two names, each of one or several people: the one of fewer records is what would move."""
    first, second = ([known[p] for p in group] for group in (one, other))
    written = names_written_for(store, [k.id for k in second])
    sides = [
        group[0].id if len(group) == 1 else ",".join(w.id for w in names_written_for(store, [k.id for k in group]))
        for group in (second, first)
    ]
    candidates = tuple(_possible(k) for k in (*first, *second))
    title = f"{second[0].name} and {first[0].name}"
    return Case("undecided", title, _records(other, known), candidates, tuple(written[:SHOWN]), (sides[1], sides[0]))


def _bodies(store: Store) -> Iterator[Case]:
    """Two bodies of one council and kind, one of whose names is the other with one word more."""
    by_words: dict[tuple[str, str, frozenset[str]], Known] = {}
    everyone = known_entities(store, None)
    for body in everyone.values():
        words = frozenset(fold_body(body.name).split())
        if len(words) > 1 and body.records:
            by_words.setdefault((body.scope, body.kind, words), body)
    for (scope, kind, words), body in by_words.items():
        for word in words:
            shorter = by_words.get((scope, kind, words - {word}))
            if shorter is None or word.isdigit() or len(words) < 3:
                continue
            first, second = sorted((body, shorter), key=lambda k: (-k.records, k.name, k.id))
            written = tuple(names_written_for(store, [second.id])[:SHOWN])
            title = f"{second.name} and {first.name}"
            candidates = (_possible(first), _possible(second))
            yield Case("undecided", title, second.records, candidates, written, (first.id, second.id))


def _possible(known: Known, reasons: tuple[str, ...] = ()) -> Possible:
    return Possible(known.id, known.name, known.records, reasons, known.told_by)
