"""The files of `data/`: one entry a line, `entry: classes`, with `-> value` where an entry stands for something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..folding import fold


@dataclass(frozen=True)
class Entry:
    """One line of a file: the word or phrase as it is written, its classes, and what it stands for, if anything."""

    text: str
    classes: tuple[str, ...]
    value: str | None = None


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The entries of a file of `data/`, by its name without ending, in the order of the file."""
    text = (files(__package__) / "data" / f"{name}.txt").read_text("utf-8")
    return tuple(_entry(line) for line in text.splitlines() if line.strip() and line[0] != "#")


def _entry(line: str) -> Entry:
    text, _, rest = line.partition(":")
    classes, _, value = rest.partition("->")
    return Entry(text.strip(), tuple(classes.split()), value.strip() or None)


@cache
def of_class(name: str, *classes: str) -> tuple[str, ...]:
    """The entries of a file that have any of some classes, as they are written, in the order of the file."""
    return tuple(e.text for e in entries(name) if any(c in e.classes for c in classes))


@cache
def word_set(name: str, *classes: str) -> frozenset[str]:
    """The same as a set."""
    return frozenset(of_class(name, *classes))


@cache
def folded(name: str, *classes: str) -> frozenset[str]:
    """The same without case, accents and punctuation."""
    return frozenset(fold(text) for text in of_class(name, *classes))


@cache
def values(name: str, kind: str | None = None) -> Mapping[str, str]:
    """What the entries of a file stand for, of one class or of any, by the entry as it is written."""
    found = (e for e in entries(name) if e.value is not None and (kind is None or kind in e.classes))
    return {e.text: e.value or "" for e in found}


@cache
def classes_of(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of each entry of a file, by the entry in lower case."""
    return {e.text.casefold(): frozenset(e.classes) for e in entries(name)}


@cache
def folded_classes(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of each entry of a file, by the entry folded; of entries that fold alike, those of all."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries(name):
        key = fold(entry.text)
        found[key] = found.get(key, frozenset()) | frozenset(entry.classes)
    return found
