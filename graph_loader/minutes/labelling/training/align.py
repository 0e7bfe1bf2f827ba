"""From what a document says to labels of its words: each person's listing found in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ....folding import fold
from ...features.labels import labels_above, spoken
from ...features.lexicon import word_classes
from ...text import Line
from ..labels import OUTSIDE, status_letter

_NEAR = 4
"""Lines around a listing in which others of the same list stand."""
_SAID = {"p": {"there"}, "a": {"apology"}, "x": {"absence"}, "i": {"there"}}
_BESIDE = 14
"""Words after or before a name in which its role stands."""
_WITHIN = 14
"""Words between two entries of one list at most."""

Place = tuple[int, int, int]
"""A line, its first word and the word after the last."""


@dataclass
class Aligned:
    """A document's labels: one for each word, one for each line; `missed` counts people not found in the text."""

    words: list[list[str]]
    lines: list[str]
    missed: int = 0
    places: dict[str, list[Place]] = field(default_factory=dict)


def align(lines: Sequence[Line], attendance: Sequence[Mapping[str, Any]]) -> Aligned:
    """The labels of a document's words and lines, from the records of who was there."""
    words = [[OUTSIDE] * len(line.words) for line in lines]
    done = Aligned(words, [OUTSIDE] * len(lines))
    index = _index(lines)
    above = labels_above(lines)
    wanted: list[tuple[Mapping[str, Any], str, list[Place]]] = []
    lines_of: dict[str, list[set[int]]] = defaultdict(list)
    for record in attendance:
        letter = status_letter(record["status"])
        found = list(_occurrences(lines, index, _name(record["person"])))
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


def _name(person: str) -> list[str]:
    words = fold(person).replace("'", "").split()
    bare = [w for w in words if "titles" not in word_classes(w)]
    return bare or words


def _index(lines: Sequence[Line]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(lines):
        for j, word in enumerate(line.words):
            if word.kind == "word":
                first = fold(word.text).replace("'", "").split()
                if first:
                    found[first[0]].append((i, j))
    return found


def _occurrences(lines: Sequence[Line], index: Mapping[str, list[tuple[int, int]]], name: list[str]) -> Iterator[Place]:
    """Where the words of a name stand one after the other, points and commas aside."""
    for i, j in index.get(name[0], ()):
        left = list(name)
        end = j
        for k in range(j, min(len(lines[i].words), j + 2 * len(name) + 3)):
            word = lines[i].words[k]
            if word.kind == "sign" and word.text in ".,’'\"()“”-*":
                continue
            parts = fold(word.text).replace("'", "").split() if word.kind == "word" else [word.text]
            if left[: len(parts)] != parts:
                break
            left = left[len(parts) :]
            end = k + 1
            if not left:
                yield i, j, end
                break


def _fits(lines: Sequence[Line], place: Place, letter: str, above: Sequence[tuple[str, str, int]]) -> bool:
    """Whether the label before or above a place speaks of this status."""
    label = set(spoken(lines[place[0]].words[: place[1]])) or set(above[place[0]][1].split("+"))
    return bool(_SAID[letter] & label) and (letter != "p" or "apology" not in label)


def _is_speech(lines: Sequence[Line], place: Place, letter: str, above: Sequence[tuple[str, str, int]]) -> bool:
    """Whether somebody is only said to have spoken: running text of the discussion is no list."""
    return letter == "i" and _strange(lines[place[0]]) > 5 and not _fits(lines, place, letter, above)


def _strange(line: Line) -> int:
    """Words in small letters that no list knows."""
    return sum(1 for w in line.words if w.kind == "word" and w.text.islower() and not word_classes(w.text))


def _score(
    lines: Sequence[Line], place: Place, letter: str, others: Sequence[set[int]], above: Sequence[tuple[str, str, int]]
) -> float:
    """How much a place looks like the listing of somebody with this status."""
    at = place[0]
    near = set(range(at - _NEAR, at + _NEAR + 1))
    together = sum(1 for o in others if o & near)
    fits = _fits(lines, place, letter, above)
    prose = _strange(lines[at])
    return min(together, 6) + 3 * fits - min(prose, 12) / 3 - 4 * at / max(1, len(lines)) - 0.01 * at


def _mark(done: Aligned, lines: Sequence[Line], place: Place, letter: str, record: Mapping[str, Any]) -> None:
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
            _mark_beside(done, lines, place, f"{letter}-{kind}", fold(str(record[key])).replace("'", "").split())


def _mark_beside(done: Aligned, lines: Sequence[Line], place: Place, label: str, wanted: list[str]) -> None:
    """Labels the words of a role or organisation that stand nearest after or before a name."""
    at, first, last = place
    around = [(at, i) for i in range(last, len(lines[at].words))]
    for step in (1, 2):
        if at + step < len(lines):
            around += [(at + step, i) for i in range(len(lines[at + step].words))]
    before = [(at, i) for i in range(first)]
    if at:
        before = [(at - 1, i) for i in range(len(lines[at - 1].words))] + before
    for places in (around[: _BESIDE + len(wanted)], before[-_BESIDE - len(wanted) :]):
        texts = [fold(lines[i].words[j].text).replace("'", "") for i, j in places]
        filled = [k for k, text in enumerate(texts) if text]
        for k in range(len(filled)):
            end = _last_of(wanted, [texts[j] for j in filled[k : k + len(wanted)]])
            if end is None:
                continue
            chosen = places[filled[k] : filled[k + end] + 1]
            if all(done.words[i][j] == OUTSIDE or done.words[i][j].endswith("-T") for i, j in chosen):
                for i, j in chosen:
                    done.words[i][j] = label
                return


def _last_of(wanted: list[str], texts: Sequence[str]) -> int | None:
    """Which of these words is the last of those wanted, where they begin with them: `vice-chairman` is two words."""
    found: list[str] = []
    for at, text in enumerate(texts):
        found += text.split()
        if found == wanted:
            return at
        if found != wanted[: len(found)]:
            return None
    return None


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
