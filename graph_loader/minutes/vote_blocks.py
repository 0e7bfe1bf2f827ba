"""Votes in blocks of lines that a system of minutes writes: labels above their values, a letter beside each name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import VoteCast
from .reading import Reading
from .vote_lists import only_names, people_in
from .vote_words import SIDE, Cast, side_of

_LABEL = re.compile(
    rf"[ \t|*]*(?:(?P<one>RESULT|MOVER|MOVED BY|MOVED|SECONDER|SECONDED BY|SECONDED|INITIATOR|NEXT)|{SIDE}"
    r"|(?P<other>AWAY|ABSENT|EXCUSED|RECUSED|NOT PRESENT))[ ]?:[ \t|*]*",
    re.IGNORECASE,
)
_LETTER = r"(?P<{0}>Y|A|N|yes|aye|yea|no|nay|abs|abstain(?:ed)?)"
_BESIDE = re.compile(
    rf"(?:^|(?<=\n))[ \t\[(|]*(?:{_LETTER.format('left')}[ \t\])|:–-]{{1,12}}(?P<after>[A-Z][^\n\d:;,|]{{1,40}}?)"
    rf"|(?P<before>[A-Z][^\n\d:;,|]{{1,40}}?)[ \t]*(?:[ \t:–|(\[-]|\.{{2,60}}){{1,12}}{_LETTER.format('right')})"
    r"[ \t\])|.]*(?=\n|\Z)"
)
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
    at = reading.start
    while at < reading.last:
        line = reading.view.norm.find("\n", at, reading.last)
        line = reading.last if line < 0 else line
        label = _LABEL.fullmatch(reading.view.norm, at, line) if line - at < 40 else None
        if label:
            labels.append(label)
        elif reading.view.norm[at:line].strip():
            if len(labels) >= _FEWEST and labels[0]["one"]:
                yield from _values(reading, labels, at)
            labels = []
        at = line + 1


def _values(reading: Reading, labels: list[re.Match[str]], at: int) -> Iterator[Cast]:
    """The casts of the values below labels: a value goes on in the next line where its line ends with a comma."""
    values: list[tuple[int, int]] = []
    goes_on = False
    for _ in range(_MOST_VALUES):
        line = reading.view.norm.find("\n", at, reading.last)
        line = reading.last if line < 0 else line
        if at >= reading.last or (not goes_on and len(values) == len(labels)):
            break
        if reading.view.norm[at:line].strip():
            values[-1:] = [(values[-1][0], line)] if goes_on else [*values[-1:], (at, line)]
            goes_on = _UNFINISHED.search(reading.view.norm[at:line]) is not None
        at = line + 1
    read = [people_in(reading, *value) for value in values]
    sides = [(i, label) for i, label in enumerate(labels) if label.lastgroup in {"for", "against", "abstain"}]
    if not sides or len(values) < len(labels):
        return
    if not all(read[i] and only_names(reading, read[i], *values[i]) for i, _ in sides):
        message = "the values below the labels of a vote cannot be told apart"
        reading.warn("unparsed_line", message, labels[0].start(), values[-1][1], "vote.list")
        return
    for i, label in sides:
        for person in read[i]:
            yield Cast(person.person, side_of(label), person.start, person.end, "vote.list")


def _letters_beside(reading: Reading) -> Iterator[Cast]:
    """A letter or word for the vote beside each name, in three lines or more below words about a vote.

    An `A` is an aye, where nobody has a `Y`: else it may be an abstention or an absence, and nothing is read.
    """
    block: list[tuple[re.Match[str], Cast | None, str]] = []
    for m in _BESIDE.finditer(reading.flow, reading.start, reading.last):
        if block and reading.flow[block[-1][0].end() : m.start()].strip():
            yield from _block(reading, block)
            block = []
        group = "after" if m["after"] else "before"
        start, end = m.span(group)
        people = people_in(reading, start, end)
        if not people:
            block = []
            continue
        letter = (m["left"] or m["right"]).casefold()
        side = _SIDES.get(letter, "against" if letter in _AGAINST else "abstain")
        whole = len(people) == 1 and only_names(reading, people, start, end)
        cast = Cast(people[0].person, side, min(m.start(group), people[0].start), m.end(), "vote.roll_call")
        block.append((m, cast if whole else None, letter))
    yield from _block(reading, block)


def _block(reading: Reading, block: list[tuple[re.Match[str], Cast | None, str]]) -> Iterator[Cast]:
    letters = {letter for _, _, letter in block}
    if len(block) < _FEWEST or not _ROLL.search(
        reading.flow, max(reading.start, block[0][0].start() - _NEAR), block[0][0].start()
    ):
        return
    if {"a", "y"} <= letters or {"a", "yes"} <= letters:
        message = "an A beside a name may mean an abstention or an absence"
        reading.warn("unparsed_line", message, block[0][0].start(), block[-1][0].end(), "vote.roll_call")
        return
    yield from (cast for _, cast, _ in block if cast)
