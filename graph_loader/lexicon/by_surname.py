"""Things found by somebody's surname, so that comparing names with names costs no more than there are namesakes."""

from __future__ import annotations

from typing import Generic, TypeVar

from ..folding import fold
from .person_name import parse_name

T = TypeVar("T")


class BySurname(Generic[T]):
    """Things under names; a name finds those whose surname can be its own, in the order in which they were added."""

    def __init__(self) -> None:
        self._items: list[T] = []
        self._at: dict[tuple[str, str], list[int]] = {}

    def add(self, name: str, item: T) -> None:
        """Takes a thing in under a name as written."""
        for key in _keys(name):
            self._at.setdefault(key, []).append(len(self._items))
        self._items.append(item)

    def find(self, name: str) -> list[T]:
        """What is under names with the surname of a name: all for which `same_surname` holds."""
        found = {at for key in _keys(name) for at in self._at.get(key, ())}
        return [self._items[at] for at in sorted(found)]


def _keys(name: str) -> set[tuple[str, str]]:
    one = parse_name(name)
    return {("word", fold(one.last_word)), *([("surname", one.surname)] if one.surname else [])}
