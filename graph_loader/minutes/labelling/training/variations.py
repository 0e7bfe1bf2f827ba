"""Variations of annotated documents: the same form with other people, posts, labels, separators and lines.

A form is learned from them and not the people: names are made up of syllables or taken from the list of given names.
The same document and number give the same variation on every machine.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ....lexicon.entries import of_class
from ...features.labels import label_of, speaks
from ...features.lexicon import word_classes
from ...text import Line, Word
from ...text.words import words_between
from ..labels import OUTSIDE

_AROUND = 12
"""Lines around a list of people that a variation keeps."""
_STARTS = (
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "wh",
    "bl",
    "cr",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo", "ie")
_ENDS = (
    "n",
    "rd",
    "ll",
    "tt",
    "ck",
    "m",
    "son",
    "ley",
    "ton",
    "ham",
    "field",
    "wood",
    "er",
    "by",
    "well",
    "man",
    "s",
    "x",
    "rt",
    "nd",
)
_CIVIC = [
    "Councillor",
    "Cllr",
    "Cllr.",
    "Cr",
    "Cr.",
    "Ald.",
    "Commissioner",
    "Trustee",
    "Mr",
    "Mrs.",
    "Ms",
    "Dr",
    "Director",
    "",
]
_HEADS = {"p": "present", "a": "apologies", "x": "absent", "i": "in_attendance"}


@dataclass(frozen=True)
class Variation:
    """Lines with the labels of their words, and their own."""

    lines: tuple[Line, ...]
    words: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]


@dataclass
class _Row:
    line: Line
    words: list[tuple[str, str]]
    """Text and label."""
    label: str


def vary(lines: Sequence[Line], words: Sequence[Sequence[str]], labels: Sequence[str], seed: str) -> Variation:
    """One variation of a document with its labels."""
    chance = random.Random(seed)  # noqa: S311
    rows = [
        _Row(line, [(w.text, label) for w, label in zip(line.words, row, strict=True)], label)
        for line, row, label in zip(lines, words, labels, strict=True)
    ]
    rows = _kept(rows)
    steps: list[tuple[float, Callable[[list[_Row], random.Random], list[_Row]]]] = [
        (1.0, _people), (0.6, _titles), (0.7, _roles), (0.6, _heads), (0.35, _separators),
        (0.2, _flattened), (0.2, _one_a_line), (0.3, _wrapped), (0.5, _blanks), (0.15, _capitals),
    ]  # fmt: skip
    for likely, step in steps:
        if chance.random() < likely:
            rows = step(rows, chance)
    made = [_line(row) for row in rows if row.words]
    return Variation(
        tuple(line for line, _, _ in made), tuple(tuple(w) for _, w, _ in made), tuple(label for _, _, label in made)
    )


def _kept(rows: list[_Row]) -> list[_Row]:
    people = [i for i, row in enumerate(rows) if row.label in _HEADS]
    near = {k for i in people for k in range(i - _AROUND, i + _AROUND + 1)}
    return [row for i, row in enumerate(rows) if i in near]


def _line(row: _Row) -> tuple[Line, list[str], str]:
    words: list[Word] = []
    labels: list[str] = []
    for text, label in row.words:
        pieces = (
            [Word(text, 0, 0, "gap")]
            if not text.strip() or text.startswith("..")
            else list(words_between(text, 0, len(text)))
        )
        words += pieces
        labels += [label if i == 0 or not label.endswith("-N") else label[:-1] + "n" for i in range(len(pieces))]
    return replace(row.line, words=tuple(words)), labels, row.label


def surname(chance: random.Random) -> str:
    """A surname that nobody need have."""
    parts = chance.choice(_STARTS) + chance.choice(_VOWELS)
    if chance.random() < 0.4:
        parts += chance.choice(_ENDS)[:1] + chance.choice(_VOWELS)
    name = (parts + chance.choice(_ENDS)).capitalize()
    roll = chance.random()
    if roll < 0.04:
        return f"{name}-{surname(chance)}"
    return f"Mc{name}" if roll < 0.07 else f"O'{name}" if roll < 0.09 else name


def _people(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Every name drawn anew, in a style of the whole document: as it was, with initials, in full."""
    given = [n.capitalize() for n in of_class("given_names", "male", "female")]
    style = chance.choice(["same", "same", "same", "initials", "full", "surname"])
    titled = sum(label.endswith("-T") for row in rows for _, label in row.words)
    if style == "surname" and titled < 3:
        style = "full"
    for row in rows:
        made: list[tuple[str, str]] = []
        at = 0
        while at < len(row.words):
            text, label = row.words[at]
            if not label.endswith("-N"):
                made.append((text, label))
                at += 1
                continue
            end = at + 1
            while end < len(row.words) and row.words[end][1] == label[:-1] + "n":
                end += 1
            name = [t for t, _ in row.words[at:end]]
            upper = all(t.isupper() for t in name if len(t) > 2)
            fresh = _name(name, style, given, chance)
            made += [(t.upper() if upper else t, label if i == 0 else label[:-1] + "n") for i, t in enumerate(fresh)]
            at = end
        row.words = made
    return rows


def _name(name: list[str], style: str, given: list[str], chance: random.Random) -> list[str]:
    if style == "full":
        middle = [f"{chance.choice('ABCDEFGHJKLMPRSTW')}."] if chance.random() < 0.15 else []
        return [chance.choice(given), *middle, surname(chance)]
    if style == "initials":
        dot = chance.choice([".", ""])
        return [
            *(f"{chance.choice('ABCDEFGHJKLMPRSTW')}{dot}" for _ in range(chance.choice([1, 1, 2]))),
            surname(chance),
        ]
    if style == "surname":
        return [surname(chance)]
    return [
        chance.choice(given)
        if "given_names" in word_classes(t)
        else _other(t, chance)
        if t[:1].isupper() and len(t) > 2
        else t
        for t in name
    ]


def _other(text: str, chance: random.Random) -> str:
    fresh = surname(chance)
    return fresh.upper() if text.isupper() else fresh


def _titles(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """The titles of members exchanged for others, or left out, throughout."""
    table: dict[str, str] = {}
    for row in rows:
        made = []
        for text, label in row.words:
            if not label.endswith("-T") or not text[:1].isalpha():
                made.append((text, label))
                continue
            fresh = table.setdefault(text, chance.choice(_CIVIC) if chance.random() < 0.6 else text)
            if text.endswith("s") and len(text) > 4 and fresh:
                fresh = chance.choice(["Councillors", "Cllrs", "Crs", "Messrs", "Aldermen"])
            if fresh:
                made.append((fresh, label))
        row.words = made
    return rows


def _roles(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Every role drawn anew from the lists of posts and fields."""
    posts, fields = of_class("words", "post"), of_class("words", "field")
    for row in rows:
        made: list[tuple[str, str]] = []
        for i, (text, label) in enumerate(row.words):
            if not label.endswith("-R") or not text[:1].isupper() or chance.random() < 0.4:
                made.append((text, label))
                continue
            last = i + 1 == len(row.words) or row.words[i + 1][1] != label
            made.append((chance.choice(posts if last else fields).title(), label))
        row.words = made
    return rows


def _heads(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """The labels of lists exchanged for others that mean the same."""
    for row in rows:
        status = row.label[-1] if row.label.startswith("head-") else row.label
        words = 0
        while words < len(row.words) and row.words[words][1] == OUTSIDE and row.words[words][0] not in {":", "-", "("}:
            words += 1
        own = [t for t, _ in row.words[:words]]
        if status not in _HEADS or not 0 < words < 6 or not any(t.isalpha() for t in own):
            continue
        if not speaks(label_of(replace(row.line, words=tuple(Word(t, 0, 0, "word") for t in own)))):
            continue
        if status == "p" and row.label == "p" and words > 3:
            continue
        fresh = [
            h
            for h in of_class("labels", _HEADS[status])
            if speaks(label_of(replace(row.line, words=words_between(h, 0, len(h)))))
        ]
        text = chance.choice(fresh)
        text = text.upper() if all(t.isupper() for t in own) else chance.choice([text.capitalize(), text.title()])
        row.words = [(t, OUTSIDE) for t in text.split()] + row.words[words:]
    return rows


def _separators(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """The signs between entries left out, doubled or exchanged, throughout."""
    way = chance.choice(["drop", "double", "semicolon", "dash", "some"])
    for row in rows:
        made: list[tuple[str, str]] = []
        for text, label in row.words:
            if not label.endswith("-S") or text not in {",", ";", "and", "&"}:
                made.append((text, label))
            elif way == "double":
                made += [(text, label), (text, label)]
            elif way == "semicolon":
                made.append((";", label))
            elif way == "dash":
                made.append(("-", label))
            elif way == "some" and chance.random() < 0.7:
                made.append((text, label))
        row.words = made
    return rows


def _flattened(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Lists of one entry a line on one line, after their label where it stands above."""
    sign = chance.choice([",", ";", ",", "   "])
    found: list[_Row] = []
    for row in rows:
        last = found[-1] if found else None
        if (
            last
            and row.label in _HEADS
            and last.label == row.label
            and row.words[0][1] != OUTSIDE
            and len(last.words) < 60
        ):
            last.words += [(sign, f"{row.label}-S"), *row.words]
        elif last and row.label in _HEADS and last.label == f"head-{row.label}" and len(last.words) < 8:
            colon = [] if last.words[-1][0] == ":" else [(":", OUTSIDE)]
            found[-1] = _Row(last.line, last.words + colon + row.words, row.label)
        else:
            found.append(row)
    return found


def _one_a_line(rows: list[_Row], _: random.Random) -> list[_Row]:
    """Lists of several entries a line with a line for each."""
    found: list[_Row] = []
    for row in rows:
        if row.label not in _HEADS:
            found.append(row)
            continue
        part: list[tuple[str, str]] = []
        named = False
        for text, label in row.words:
            if named and label.endswith("-S") and text in {",", ";", "and"}:
                found.append(
                    _Row(
                        replace(row.line, above=row.line.above if not found or found[-1].line is not row.line else 0),
                        part,
                        row.label,
                    )
                )
                part, named = [], False
                continue
            named = named or label.endswith("-N")
            part.append((text, label))
        if part:
            found.append(_Row(row.line, part, row.label))
    return found


def _wrapped(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Long lines broken."""
    width = chance.choice([8, 12, 16])
    found: list[_Row] = []
    for row in rows:
        for start in range(0, len(row.words), width):
            part = row.words[start : start + width]
            inside = [label[0] for _, label in part if label != OUTSIDE]
            own = row.label if row.label not in _HEADS or inside else "prose"
            line = row.line if start == 0 else replace(row.line, above=0, mark="", wrapped=True)
            found.append(_Row(line, part, own))
    return found


def _blanks(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Empty lines and indentation otherwise, throughout."""
    above, indent = chance.choice([0, 1, None]), chance.choice([0, 5, 20, None])
    for row in rows:
        row.line = replace(
            row.line,
            above=row.line.above if above is None else above,
            indent=row.line.indent if indent is None else indent if row.label in _HEADS else 0,
        )
    return rows


def _capitals(rows: list[_Row], chance: random.Random) -> list[_Row]:
    """Labels, or the people too, in capitals."""
    people = chance.random() < 0.3
    for row in rows:
        if row.label.startswith("head-") or (people and row.label in _HEADS):
            row.words = [(t.upper(), label) for t, label in row.words]
    return rows
