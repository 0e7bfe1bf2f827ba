"""What the words around a word show."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Shown:
    """What a word shows by itself, its shape first; and the same as the words beside it see it."""

    __slots__ = ("_beside", "own", "shape")

    def __init__(self, shape: str, own: Sequence[str]) -> None:
        self.shape = shape
        self.own = tuple(own)
        self._beside: dict[tuple[int, int], tuple[str, ...]] = {}

    def beside(self, step: int, most: int) -> tuple[str, ...]:
        """The first features, as seen from so many words away."""
        if (found := self._beside.get((step, most))) is None:
            found = self._beside[step, most] = tuple(f"{step}:{f}" for f in self.own[:most])
        return found


def around(own: Sequence[Shown], at: int, window: Sequence[int], most: Callable[[int], int]) -> list[str]:
    """What the words around one show: their first features, `most` of them by the distance, and pairs of shapes.

    `own` are the words of the line, `window` the distances that are looked at.
    """
    found: list[str] = []
    for step in window:
        if 0 <= at + step < len(own):
            found += own[at + step].beside(step, most(abs(step)))
        else:
            found.append(f"{step}:edge")
    if at + 1 < len(own):
        found.append(f"pair:{own[at].shape}|{own[at + 1].shape}")
    if at:
        found.append(f"pair-:{own[at - 1].shape}|{own[at].shape}")
    return found
