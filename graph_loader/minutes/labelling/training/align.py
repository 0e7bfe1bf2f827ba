"""From what a document says to labels of its words: each person's listing found in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ....folding import fold
from ...features.labels import labels_above, spoken
from ...features.lexicon import word_classes
from ...text import Line, WordPlace
from ..labels import OUTSIDE, status_letter
from .places import mark_beside, name_words, occurrences, word_index

_NEAR = 4
"""Lines around a listing in which others of the same list stand."""
_SAID = {"p": {"there"}, "a": {"apology"}, "x": {"absence"}, "i": {"there"}}
_WITHIN = 14
"""Words between two entries of one list at most."""


@dataclass
class Aligned:
    """A document's labels: one for each word, one for each line; `missed` counts people not found in the text."""

    words: list[list[str]]
    lines: list[str]
    missed: int = 0
    places: dict[str, list[WordPlace]] = field(default_factory=dict)


def align(lines: Sequence[Line], attendance: Sequence[Mapping[str, Any]]) -> Aligned:
    """The labels of a document's words and lines, from the records of who was there."""
    words = [[OUTSIDE] * len(line.words) for line in lines]
    done = Aligned(words, [OUTSIDE] * len(lines))
    index = word_index(lines)
    above = labels_above(lines)
    wanted: list[tuple[Mapping[str, Any], str, list[WordPlace]]] = []
    lines_of: dict[str, list[set[int]]] = defaultdict(list)
    for record in attendance:
        letter = status_letter(record["status"])
        found = list(occurrences(lines, index, name_words(record["person"])))
        wanted.append((record, letter, found))
        lines_of[letter].append({place[0] for place in found})
    for record, letter, found in wanted:
        free = [p for p in found if all(words[p[0]][i] == OUTSIDE for i in range(p[1], p[2]))]
        if not free:
            done.missed += 1
            continue
        best = max(free, key=lambda p: (_score(lines, p, letter, lines_of[letter], above), -p[0], -p[1]))
        if _is_speech(lines, best, letter, above):
            continue
        _mark(done, lines, best, letter, record)
        done.places.setdefault(letter, []).append(best)
    return _finish(done, lines)


def finished(lines: Sequence[Line], words: list[list[str]]) -> Aligned:
    """The labels of a document from those of its names, roles and organisations: separators and lines are added."""
    return _finish(Aligned(words, [OUTSIDE] * len(lines)), lines)


def _finish(done: Aligned, lines: Sequence[Line]) -> Aligned:
    _separators(done.words)
    for i, row in enumerate(done.words):
        inside = [label for label in row if label != OUTSIDE]
        if inside:
            done.lines[i] = max(sorted({label[0] for label in inside}), key=[label[0] for label in inside].count)
    _headings(done, lines)
    return done


def _fits(lines: Sequence[Line], place: WordPlace, letter: str, above: Sequence[tuple[str, str, int]]) -> bool:
    """Whether the label before or above a place speaks of this status."""
    label = set(spoken(lines[place[0]].words[: place[1]])) or set(above[place[0]][1].split("+"))
    return bool(_SAID[letter] & label) and (letter != "p" or "apology" not in label)


def _is_speech(lines: Sequence[Line], place: WordPlace, letter: str, above: Sequence[tuple[str, str, int]]) -> bool:
    """Whether somebody is only said to have spoken: running text of the discussion is no list."""
    return letter == "i" and _strange(lines[place[0]]) > 5 and not _fits(lines, place, letter, above)


def _strange(line: Line) -> int:
    """Words in small letters that no list knows."""
    return sum(1 for w in line.words if w.kind == "word" and w.text.islower() and not word_classes(w.text))


def _score(
    lines: Sequence[Line],
    place: WordPlace,
    letter: str,
    others: Sequence[set[int]],
    above: Sequence[tuple[str, str, int]],
) -> float:
    """How much a place looks like the listing of somebody with this status."""
    at = place[0]
    near = set(range(at - _NEAR, at + _NEAR + 1))
    together = sum(1 for o in others if o & near)
    fits = _fits(lines, place, letter, above)
    prose = _strange(lines[at])
    return min(together, 6) + 3 * fits - min(prose, 12) / 3 - 4 * at / max(1, len(lines)) - 0.01 * at


def _mark(done: Aligned, lines: Sequence[Line], place: WordPlace, letter: str, record: Mapping[str, Any]) -> None:
    at, first, last = place
    row = done.words[at]
    row[first] = f"{letter}-N"
    for i in range(first + 1, last):
        row[i] = f"{letter}-n"
    title = first
    while title > 0 and first - title < 4 and "titles" in word_classes(lines[at].words[title - 1].text):
        title -= 1
        if row[title] != OUTSIDE:
            break
        row[title] = f"{letter}-T"
    for kind, key in (("R", "role"), ("G", "organisation")):
        if record.get(key):
            mark_beside(done.words, lines, place, f"{letter}-{kind}", fold(str(record[key])).replace("'", "").split())


def _separators(words: list[list[str]]) -> None:
    """Labels what stands between two entries of one list."""
    flat = [(i, j) for i, row in enumerate(words) for j in range(len(row))]
    before: int | None = None
    for k, (i, j) in enumerate(flat):
        if words[i][j] == OUTSIDE:
            continue
        if before is not None and k - before <= _WITHIN:
            bi, bj = flat[before]
            if words[bi][bj][0] == words[i][j][0]:
                for mi, mj in flat[before + 1 : k]:
                    words[mi][mj] = f"{words[i][j][0]}-S"
        before = k


def _headings(done: Aligned, lines: Sequence[Line]) -> None:
    """Labels the line above each list that says what it is, and the lines that hold no people by their form."""
    for i, line in enumerate(lines):
        if done.lines[i] != OUTSIDE:
            continue
        below = next((done.lines[k] for k in range(i + 1, min(len(lines), i + 4)) if done.lines[k] != OUTSIDE), None)
        if below and len(below) == 1 and len(line.words) < 12 and spoken(line.words):
            done.lines[i] = f"head-{below}"
            continue
        lower = sum(1 for w in line.words if w.kind == "word" and w.text.islower())
        if line.words[0].text == "|":
            done.lines[i] = "table"
        elif lower > 6 or line.wrapped:
            done.lines[i] = "prose"
        elif any(c.isdigit() for c in line.mark):
            done.lines[i] = "item"
