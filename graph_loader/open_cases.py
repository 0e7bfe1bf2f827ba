"""What identity left open, the most useful question first: names with candidates, and people who may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .lexicon.person_name import parse_name
from .store import Store
from .store.mentions import Written, names_with_ids
from .store.rebuild import scopes
from .who_is_who import Scope


@dataclass(frozen=True)
class Possible:
    """Somebody whom a name may mean, or one of two people who may be one: what is known, and why."""

    person: str
    name: str
    records: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """An open question: a name whose meaning is open (`open`), or two people who may be one (`undecided`).

    `records` is how many facts an answer would touch, `written` the names that it is about, from the earliest.
    """

    kind: Literal["open", "undecided"]
    title: str
    records: int
    candidates: tuple[Possible, ...]
    written: tuple[Written, ...]

    @property
    def sides(self) -> tuple[str, str] | None:
        """What to give to `identity explain`, `same` or `different`: two ids, or none where nobody is in question."""
        if self.kind == "undecided":
            return self.candidates[0].person, self.candidates[1].person
        return (self.names, self.candidates[0].person) if self.candidates else None

    @property
    def names(self) -> str:
        """The ids of the names that it is about, as a command takes them."""
        return ",".join(w.id for w in self.written)


def open_cases(store: Store) -> list[Case]:
    """All open questions of a store, those that touch most records first."""
    found = [case for scope in scopes(store) for case in _cases(store, Scope.read(store, scope))]
    return sorted(found, key=lambda c: (-c.records, c.kind, c.title, [w.id for w in c.written]))


def _cases(store: Store, scope: Scope) -> Iterable[Case]:
    people = scope.people(scope.judgements)
    texts = {n.id: n for n in scope.names if n.of == "person"}
    records: dict[str, set[str]] = defaultdict(set)
    named: dict[str, list[str]] = defaultdict(list)
    for mention, decision in people.refers_to.items():
        records[decision.entity].add(texts[mention].fact)
        named[decision.entity].append(mention)

    def known(person: str, reasons: tuple[str, ...] = ()) -> Possible:
        return Possible(person, people.entities[person].name, len(records[person]), reasons)

    # One name written at several meetings with the same people in question is one case.
    grouped: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for mention, name in texts.items():
        if mention in people.may_be:
            in_question = tuple(sorted(c.entity for c in people.may_be[mention]))
            grouped[name.text, in_question].append(mention)
        elif mention not in people.refers_to and name.slot != "holder" and not parse_name(name.text).collective:
            grouped[name.text, ()].append(mention)
    for (text, _), mentions in grouped.items():
        written = tuple(names_with_ids(store, mentions))
        if written:
            candidates = tuple(known(c.entity, c.reasons) for c in people.may_be.get(written[0].id, ()))
            yield Case("open", text, len({w.fact for w in written}), candidates, written)
    for pair in people.undecided:
        # The smaller of the two is what would move.
        two = sorted((known(person) for person in pair), key=lambda c: (-c.records, c.name, c.person))
        written = tuple(names_with_ids(store, named[two[1].person]))
        if written:
            yield Case("undecided", f"{two[1].name} and {two[0].name}", two[1].records, tuple(two), written)
