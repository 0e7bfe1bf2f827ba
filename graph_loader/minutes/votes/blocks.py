"""Votes in blocks of lines that a system of minutes writes: labels above their values, a letter beside each name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...parsed_minutes import VoteCast
from ..page.reading import Reading
from .lists import names_alone, only_names, people_in
from .words import SIDE, Cast, side_of

_LABEL = re.compile(
    rf"[ \t|*]*(?:(?P<one>RESULT|MOVER|MOVED BY|MOVED|SECONDER|SECONDED BY|SECONDED|INITIATOR|NEXT)|{SIDE}"
    r"|(?P<other>AWAY|ABSENT|EXCUSED|RECUSED|NOT PRESENT))[ ]?:[ \t|*]*",
    re.IGNORECASE,
)
_LETTER = "(?P<letter>Y|A|N|(?i:yes|aye|yea|no|nay|abs|abstain(?:ed)?))"
_BEFORE_NAME = re.compile(rf"[\[(|]?{_LETTER}[ \t\])|:–-]{{1,12}}(?P<name>[A-Z][^\d:;,|]{{1,40}})")
_AFTER_NAME = re.compile(rf"(?:[ \t:–|(\[-]|\.\.)[ \t:–|(\[.-]*{_LETTER}\Z")
_NAME = re.compile(r"[A-Z][^\d:;,|]{1,40}")
_LONGEST_LINE = 120
_SIDES: dict[str, VoteCast] = {"y": "for", "a": "for", "yes": "for", "aye": "for", "yea": "for"}
_AGAINST = frozenset({"n", "no", "nay"})
_ROLL = re.compile(r"\b(?:roll[ -]?call|recorded\s+vote|voting|votes?|poll)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:[,;&]|\band)\s*\Z")
_FEWEST = 3
_MOST_VALUES = 40
_NEAR = 300


def block_votes(reading: Reading) -> Iterator[Cast]:
    """The casts of both kinds of blocks."""
    yield from _labels_above(reading)
    yield from _letters_beside(reading)


def _labels_above(reading: Reading) -> Iterator[Cast]:
    """Labels one below the other and their values after them in the same order: what columns became as text."""
    labels: list[re.Match[str]] = []
    for at, line in reading.lines(reading.view.norm):
        label = _LABEL.fullmatch(reading.view.norm, at, line) if line - at < 40 else None
        if label:
            labels.append(label)
        elif reading.view.norm[at:line].strip():
            if len(labels) >= _FEWEST and labels[0]["one"]:
                yield from _values(reading, labels, at)
            labels = []


def _values(reading: Reading, labels: list[re.Match[str]], at: int) -> Iterator[Cast]:
    """The casts of the values below labels: a value goes on in the next line where its line ends with a comma."""
    values: list[tuple[int, int]] = []
    goes_on = False
    for start, line in islice(reading.lines(reading.view.norm, at), _MOST_VALUES):
        if not goes_on and len(values) == len(labels):
            break
        if reading.view.norm[start:line].strip():
            values[-1:] = [(values[-1][0], line)] if goes_on else [*values[-1:], (start, line)]
            goes_on = _UNFINISHED.search(reading.view.norm[start:line]) is not None
    sides = [(i, label) for i, label in enumerate(labels) if label.lastgroup in {"for", "against", "abstain"}]
    if not sides or len(values) < len(labels):
        return
    read = [(side_of(label), names_alone(reading, *values[i])) for i, label in sides]
    if not all(people for _, people in read):
        message = "the values below the labels of a vote cannot be told apart"
        reading.warn("unparsed_line", message, labels[0].start(), values[-1][1], "vote.list")
        return
    for side, people in read:
        yield from (Cast(p.person, side, p.start, p.end, "vote.list") for p in people)


def _letters_beside(reading: Reading) -> Iterator[Cast]:
    """A letter or word for the vote beside each name, in three lines or more below words about a vote.

    An `A` is an aye, where nobody has a `Y`: else it may be an abstention or an absence, and nothing is read.
    """
    block: list[_Beside] = []
    for at, line in reading.lines(reading.flow):
        start, end = reading.trim(at, line)
        if start >= end:
            continue
        found = _beside(reading, start, end)
        if found is None:
            yield from _block(reading, block)
            block = []
        else:
            block.append(found)
    yield from _block(reading, block)


@dataclass(frozen=True)
class _Beside:
    """A line with a name and a letter: its place, what it says, or none where the name is not clear."""

    start: int
    end: int
    letter: str
    cast: Cast | None


def _beside(reading: Reading, start: int, end: int) -> _Beside | None:
    """What a line says, where it is a name with a letter or word for a vote before or after it."""
    while end > start and reading.flow[end - 1] in " \t])|.":
        end -= 1
    if end - start > _LONGEST_LINE:
        return None
    text = reading.flow[start:end]
    if m := _BEFORE_NAME.fullmatch(text):
        low, high = m.span("name")
    elif (m := _AFTER_NAME.search(text)) and _NAME.fullmatch(text[: m.start()]):
        low, high = 0, m.start()
    else:
        return None
    people = people_in(reading, start + low, start + high)
    if not people:
        return None
    letter = m["letter"]
    side = _SIDES.get(letter.casefold(), "against" if letter.casefold() in _AGAINST else "abstain")
    whole = len(people) == 1 and only_names(reading, people, start + low, start + high)
    cast = Cast(people[0].person, side, min(start + low, people[0].start), end, "vote.roll_call") if whole else None
    return _Beside(start, end, letter.casefold(), cast)


def _block(reading: Reading, block: list[_Beside]) -> Iterator[Cast]:
    letters = {line.letter for line in block}
    if len(block) < _FEWEST or not _ROLL.search(
        reading.flow, max(reading.start, block[0].start - _NEAR), block[0].start
    ):
        return
    if {"a", "y"} <= letters or {"a", "yes"} <= letters:
        message = "an A beside a name may mean an abstention or an absence"
        reading.warn("unparsed_line", message, block[0].start, block[-1].end, "vote.roll_call")
        return
    yield from (line.cast for line in block if line.cast)
