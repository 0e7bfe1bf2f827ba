"""Signs of a page as they are meant: printed once, none of a watermark, none of the raised mark of a footnote.

A sign is a `char` of pdfplumber: its text, font, size, colour, and place in points from the left and from the top.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

Sign = dict[str, Any]

_SURE_COPY = 1.0
"""Points between a sign and its copy that need no further look."""
_COPY = 2.3
"""Points between a sign and its copy where bold is made by printing twice."""
_COPY_SHARE, _NEXT_SHARE = 0.75, 0.5
"""Shares of its width that a copy is away at most; less where it is drawn next, as the second letter of `ll` is."""
_SAME_STEP = 0.2
"""Points by which two copies of one string may be differently far away."""
_STEP_AGO = 5
"""Signs since the last copy after which its distance says nothing of the next."""
_TALL = 1.6
"""Usual sizes from which a sign across others is a watermark; a pale one needs less."""
_PALE_TALL = 1.15
_PALE = 0.6
"""Lightness, from black 0 to white 1, of a colour in which nobody writes minutes."""
_ACROSS = 3
"""Signs of ordinary size that a watermark runs across at least."""
_RAISED_SIZE = 0.84
_RAISED = 0.12
"""Sizes of its neighbour by which the foot of a raised sign stands higher."""
_RAISED_MARKS = frozenset("0123456789*†‡§,")
_UNITS = ("km", "cm", "mm", "m")


def once(signs: Sequence[Sign]) -> list[Sign]:
    """The signs without second printings of a sign up to two points away: fake bold, shadows.

    Two equal letters of a word (`ll`) stand further apart than a copy does, or in another rhythm than the copies of
    the letters before.
    """
    cells: dict[tuple[Any, ...], list[tuple[int, Sign]]] = defaultdict(list)
    kept: list[Sign] = []
    step: tuple[float, float, int, int] | None = None  # the last copy: how far, how many signs since, at which
    for i, sign in enumerate(signs):
        text, x, y = sign["text"], sign["x0"], sign["top"]
        key = text, sign["fontname"], round(sign["size"], 1)
        column, row = int(x // _COPY), int(y // _COPY)
        found: tuple[float, float, int] | None = None
        if not text.isspace():
            near = [
                (x - other["x0"], y - other["top"], i - j)
                for dc in (-1, 0, 1)
                for dr in (-1, 0, 1)
                for j, other in cells.get((key, column + dc, row + dr), ())
            ]
            found = _copied(near, sign["x1"] - x, step if step and i - step[3] <= _STEP_AGO else None)
        if found is None:
            kept.append(sign)
            cells[key, column, row].append((i, sign))
        else:
            step = *found, i
    return kept


def _copied(
    near: Iterable[tuple[float, float, int]], width: float, step: tuple[float, float, int, int] | None
) -> tuple[float, float, int] | None:
    """How far a sign is from the one that it repeats, and how many signs ago that was; none where it repeats none."""
    best: tuple[float, float, int] | None = None
    for dx, dy, since in near:
        if abs(dx) > _COPY or abs(dy) > _COPY:
            continue
        if (
            step is not None
            and (since == 1) == (step[2] == 1)
            and abs(dx - step[0]) <= _SAME_STEP
            and abs(dy - step[1]) <= _SAME_STEP
        ):
            return dx, dy, since
        share = _NEXT_SHARE if since == 1 else _COPY_SHARE
        sure = max(abs(dx), abs(dy)) <= _SURE_COPY
        if (sure or abs(dx) < share * width) and (best is None or abs(dx) + abs(dy) < abs(best[0]) + abs(best[1])):
            best = dx, dy, since
    return best


def without_watermarks(signs: Sequence[Sign]) -> tuple[list[Sign], list[str]]:
    """The signs without those that are drawn large, or pale, across the text; and what these said.

    A large word that runs across nothing, such as a title or a drop capital, stays.
    """
    sizes = [_height(sign) for sign in signs if not sign["text"].isspace()]
    if not sizes:
        return list(signs), []
    usual = median(sizes)
    plain = sorted(
        ((s["top"] + s["bottom"]) / 2, (s["x0"] + s["x1"]) / 2)
        for s in signs
        if _height(s) < _PALE_TALL * usual and not s["text"].isspace()
    )
    gone: set[int] = set()
    said: list[str] = []
    for run in _runs(signs):
        members = [signs[i] for i in run]
        size = _height(members[0])
        if size >= _TALL * usual or (size >= _PALE_TALL * usual and _lightness(members[0]) >= _PALE):
            text = "".join(s["text"] for s in members).strip()
            if text and _runs_across(members, plain):
                gone.update(run)
                said.append(text)
    return [s for i, s in enumerate(signs) if i not in gone], said


def _height(sign: Sign) -> float:
    """The size of a sign's letters whichever way they are turned."""
    return float(sign["size"] if sign["upright"] else max(sign["x1"] - sign["x0"], sign["bottom"] - sign["top"]))


def _runs(signs: Sequence[Sign]) -> Iterator[list[int]]:
    """Signs drawn one after the other in one font and size: the words of one string."""
    run: list[int] = []
    for i, sign in enumerate(signs):
        if run:
            before = signs[run[-1]]
            same = before["fontname"] == sign["fontname"] and before["matrix"][:4] == sign["matrix"][:4]
            if not (same and _goes_on(before, sign)):
                yield run
                run = []
        run.append(i)
    if run:
        yield run


def _goes_on(before: Sign, sign: Sign) -> bool:
    """Whether a sign stands on the line of the one before it, or, where that is turned, next to it."""
    if sign["matrix"][1] == 0:
        return bool(abs(before["bottom"] - sign["bottom"]) < 0.5 and abs(before["size"] - sign["size"]) < 0.5)
    reach = 2 * max(_height(before), _height(sign))
    return bool(abs(before["x0"] - sign["x0"]) < reach and abs(before["top"] - sign["top"]) < reach)


def _runs_across(members: Sequence[Sign], plain: Sequence[tuple[float, float]]) -> bool:
    """Whether signs of ordinary size stand inside the boxes of these."""
    inside = 0
    for sign in members:
        if sign["text"].isspace():
            continue
        for at in range(bisect_left(plain, (sign["top"], float("-inf"))), len(plain)):
            y, x = plain[at]
            if y > sign["bottom"]:
                break
            inside += sign["x0"] <= x <= sign["x1"]
            if inside >= _ACROSS:
                return True
    return False


def _lightness(sign: Sign) -> float:
    """How light the colour of a sign is: 0 for black, and for what is no plain grey, RGB or CMYK."""
    colour = sign.get("non_stroking_color")
    parts = [colour] if isinstance(colour, int | float) else list(colour or ())
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return 0.0
    if len(parts) == 4:  # CMYK: how little ink
        return 1.0 - min(1.0, max(parts[:3]) + parts[3])
    return float(min(parts))


def without_raised_marks(signs: Sequence[Sign]) -> tuple[list[Sign], int]:
    """The signs without the small raised digits and marks that follow a word, and how many words had one.

    Raised endings (1st), powers of units (m2) and fractions stay.
    """
    ends: dict[int, list[int]] = defaultdict(list)
    for i, sign in enumerate(signs):
        ends[int(sign["x1"] // 4)].append(i)
    raised: dict[int, int] = {}
    # From left to right: the second digit of a mark has the first at its left.
    small = [i for i, s in enumerate(signs) if s["text"] in _RAISED_MARKS]
    for i in sorted(small, key=lambda i: (signs[i]["x0"], i)):
        column = int(signs[i]["x0"] // 4)
        near = [j for c in (column - 1, column, column + 1) for j in ends.get(c, ()) if j != i]
        before = next((j for j in near if _touches(signs[j], signs[i], j in raised)), None)
        if before is not None:
            raised[i] = raised.get(before, before)
    kept_words = {word for i, word in raised.items() if _is_unit(signs, word) or _begins_fraction(signs, i)}
    gone = {i for i, word in raised.items() if word not in kept_words}
    words = {raised[i] for i in gone if signs[i]["text"] != ","}
    gone = {i for i in gone if raised[i] in words}
    return [s for i, s in enumerate(signs) if i not in gone], len(words)


def _touches(before: Sign, sign: Sign, before_is_raised: bool) -> bool:
    """Whether a sign hangs at the end of another: beside it if that is raised too, else smaller and higher."""
    gap = sign["x0"] - before["x1"]
    if before_is_raised:
        return bool(abs(before["bottom"] - sign["bottom"]) < 0.5 and -0.5 <= gap <= 0.3 * sign["size"])
    size = before["size"]
    return bool(
        -0.1 * size <= gap <= 0.2 * size
        and sign["size"] <= _RAISED_SIZE * size
        and sign["bottom"] <= before["bottom"] - _RAISED * size
        and sign["bottom"] > before["top"]
        and sign["top"] < before["top"] + 0.5 * size
        and not before["text"].isspace()
    )


def _is_unit(signs: Sequence[Sign], word: int) -> bool:
    """Whether the sign that a raised digit follows ends a unit of length."""
    tail = ""
    for i in range(word, max(-1, word - 4), -1):
        if not signs[i]["text"].isalpha():
            break
        tail = signs[i]["text"] + tail
    return tail in _UNITS


def _begins_fraction(signs: Sequence[Sign], raised: int) -> bool:
    """Whether a bar of a fraction follows a raised digit."""
    return raised + 1 < len(signs) and signs[raised + 1]["text"] in "/⁄"
