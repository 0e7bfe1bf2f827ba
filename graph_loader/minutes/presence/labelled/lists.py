"""Lists that the labellers find, read by the rules for lists: the labellers know where a list is and of whom, the rules
where each name in it begins and ends, and which title a plural gives to all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...features.labels import speaks, spoken
from ...labelling.people import Person
from ...lists.entries import Listed
from ...lists.people import read_people
from ...page.reading import Reading
from ...text import words_between

_APART = 220
"""Signs between two people of one list at most."""
_LINES = 3
"""Line ends between two people of one list at most."""
_SENTENCE = re.compile(r"[a-z)]\.\s+(?=[A-Z])")


def read_by_rules(reading: Reading, people: Sequence[Person], sure: float) -> list[Person]:
    """The people, in the order of the text, with their names as the rules for lists read them at their places.

    A name that the rules read as well, in a list most of whose labels are at least `sure`, is as sure as that; those
    whom only the rules read between two labelled ones of a list are added.
    """
    found: list[Person] = []
    for group in _groups(reading, people):
        firm = [p for p in group if p.sure >= sure]
        if len(firm) < 2 or len(firm) * 2 < len(group):
            found += group
            continue
        start, end = _stretch(reading, group)
        status = group[0].status
        listed = read_people(reading.view, reading.flow, start, end, members=status in {"present", "absent"}).people
        found += _matched(group, listed, sure)
    return found


def _groups(reading: Reading, people: Sequence[Person]) -> Iterator[list[Person]]:
    """Those of one status that stand near one another, with no label that tells of presence between them."""
    group: list[Person] = []
    for person in sorted(people, key=lambda p: p.name):
        if group and not _goes_on(reading, group[-1], person):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _goes_on(reading: Reading, before: Person, after: Person) -> bool:
    between = reading.flow[before.name[1] : after.name[0]]
    if before.status != after.status or len(between) > _APART or between.count("\n") > _LINES:
        return False
    return not speaks("+".join(spoken(words_between(reading.flow, before.name[1], after.name[0]))))


def _stretch(reading: Reading, group: Sequence[Person]) -> tuple[int, int]:
    """From the first name of a list to the end of the line, or of the sentence, of the last."""
    start, last = group[0].name[0], group[-1].name[1]
    line = reading.flow.find("\n", last, reading.last)
    line = line if line >= 0 else reading.last
    stop = _SENTENCE.search(reading.flow, last - 2, line)
    return start, stop.start() + 1 if stop else line


def _matched(group: Sequence[Person], listed: Sequence[Listed], sure: float) -> Iterator[Person]:
    taken: set[int] = set()
    for person in group:
        at = next((i for i, one in enumerate(listed) if one.start < person.name[1] and person.name[0] < one.end), None)
        if at is None or "/" in listed[at].person:
            yield person  # read from behind its beginning, a list may take `Clerk/Auditor Ann Roe` for a name
        elif at not in taken:
            taken.add(at)
            yield _as_listed(person, listed[at], max(person.sure, sure))
    edges = group[0].name[0], group[-1].name[1]
    for i, one in enumerate(listed):
        if i not in taken and edges[0] < one.start < edges[1]:
            yield _as_listed(Person((one.start, one.end), group[0].status, sure), one, sure)


def _as_listed(person: Person, one: Listed, sure: float) -> Person:
    """The person with the name, and with what is said beside it, as the rules for lists read them."""
    return replace(person, name=(one.start, one.end), written=one.person, sure=sure, listed=one)
