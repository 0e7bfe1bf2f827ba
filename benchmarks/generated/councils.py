"""Fictional councils: their bodies, their people with the terms that they serve, and the days on which they meet.

Nothing here is of a real place or person: places are put together from syllables, people from lists of names.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

FIRST_YEAR = 2001
TERM = 4
"""Years from election to election, in May."""

_OFFICERS = ("Town Clerk", "Democratic Services Officer", "Head of Finance", "Planning Officer")


@cache
def _words(title: str) -> tuple[str, ...]:
    """A list of words.txt; a hyphen stands for nothing."""
    text = Path(__file__).with_name("words.txt").read_text("utf-8")
    lines = text.partition(f"[{title}]\n")[2].partition("\n\n")[0].splitlines()
    return tuple("" if line == "-" else line for line in lines)


@dataclass(frozen=True)
class Person:
    """A person of a council: `id` is unique among all councils, `name` as written in full, without title."""

    id: str
    name: str

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


@dataclass(frozen=True)
class Place:
    """A place on a body that a person has from one day to another, both counted; the end is none while it lasts."""

    person: Person
    body: str
    start: date
    end: date | None
    chair: bool = False


@dataclass(frozen=True)
class Sitting:
    """A meeting: of which body, when, who was there, who sent apologies, and which officers were there."""

    body: str
    day: date
    chair: Person
    present: tuple[Person, ...]
    apologies: tuple[Person, ...]
    officers: tuple[tuple[Person, str], ...]
    appointed: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Council:
    """A council with all that happened: `sittings` in the order of days."""

    name: str
    places: tuple[Place, ...]
    sittings: tuple[Sitting, ...]


def councils(number: int, meetings: int, seed: int) -> list[Council]:
    """So many councils with so many meetings each; the same for the same seed, and each whatever the number is."""
    return [_council(c, meetings, seed) for c in range(number)]


def _council(index: int, meetings: int, seed: int) -> Council:
    chance = random.Random(f"{seed}:{index}")
    part = (_words("starts"), _words("middles"), _words("ends"))
    steps = index  # no two councils have one name, as long as there are syllables for it
    words = []
    for choices in part:
        words.append(choices[steps % len(choices)])
        steps //= len(choices)
    kinds = _words("types")
    beside = f" {part[2][steps % len(part[2])].title()}" if steps else ""
    name = f"{''.join(words)}{beside} {kinds[index % len(kinds)]}"
    committees = chance.sample(_words("committees"), chance.randint(3, 6))
    size = chance.randint(10, 24)
    names = _names(chance)
    people = [Person(f"{index}.{n}", next(names)) for n in range(size + len(_OFFICERS))]
    officers = [(person, role) for person, role in zip(people[size:], _OFFICERS, strict=True)]
    members = people[:size]
    places: list[Place] = []
    sittings: list[Sitting] = []
    made = len(people)
    year = FIRST_YEAR
    seats: dict[str, list[Person]] = {}
    while len(sittings) < meetings:
        elected = (year - FIRST_YEAR) % TERM == 0
        if elected and year > FIRST_YEAR:  # a quarter do not come back
            for place in chance.sample(range(size), size // 4):
                members[place] = Person(f"{index}.{made}", next(names))
                made += 1
        annual = date(year, 5, 14)
        named = [_places(chance, members, body, annual) for body in committees]
        seats = {body: [p.person for p in group] for body, group in zip(committees, named, strict=True)}
        seats["Council"] = [members[year % size], *(m for m in members if m is not members[year % size])]
        appointed = tuple(p for group in named for p in group)
        for body, day in _days(committees, annual)[: meetings - len(sittings)]:
            there = _sitting(chance, body, day, seats[body], officers)
            first = body == "Council" and day == annual
            sittings.append(Sitting(*there, appointed if first else ()))
        places += appointed
        year += 1
    return Council(name, tuple(places), tuple(sittings))


def _names(chance: random.Random) -> Iterator[str]:
    """Names of people, no surname twice, so that what is true of whom is beyond doubt."""
    first = _words("first")
    last = [f"{a}{b}" for a in _words("surname starts") for b in _words("surname ends")]
    chance.shuffle(last)
    extra = 0
    while True:
        for name in last:
            yield f"{chance.choice(first)} {name}{'' if not extra else '-' + last[extra % len(last)]}"
        extra += 1


def _places(chance: random.Random, members: list[Person], body: str, start: date) -> list[Place]:
    chosen = chance.sample(members, min(len(members), chance.randint(5, 8)))
    end = date(start.year + 1, 5, 13)
    return [Place(person, body, start, end, n == 0) for n, person in enumerate(chosen)]


def _days(committees: list[str], annual: date) -> list[tuple[str, date]]:
    """The meetings of a year from the annual one on: the council six times, each committee eight times."""
    days = [("Council", annual + timedelta(days=60 * n)) for n in range(6)]
    days += [(body, annual + timedelta(days=9 + 2 * c + 42 * n)) for c, body in enumerate(committees) for n in range(8)]
    return sorted(days, key=lambda d: (d[1], d[0]))


def _sitting(
    chance: random.Random, body: str, day: date, seats: list[Person], officers: list[tuple[Person, str]]
) -> tuple[str, date, Person, tuple[Person, ...], tuple[Person, ...], tuple[tuple[Person, str], ...]]:
    away = [p for p in seats[1:] if chance.random() < 0.15]
    present = tuple(p for p in seats if p not in away)
    some = tuple(chance.sample(officers, chance.randint(1, len(officers))))
    return body, day, seats[0], present, tuple(away), some
