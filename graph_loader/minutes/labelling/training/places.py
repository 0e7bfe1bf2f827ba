"""Where in a text the words of a record stand: names, bodies, and the roles and organisations beside names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ....folding import fold
from ...features.lexicon import word_classes
from ...text import Line, WordPlace
from ..labels import OUTSIDE

_BESIDE = 14
"""Words after or before a name in which its role stands."""


def name_words(person: str) -> list[str]:
    """The words of a name as texts are searched for them: folded, without titles where anything else is left."""
    words = fold(person).replace("'", "").split()
    bare = [w for w in words if "titles" not in word_classes(w)]
    return bare or words


def word_index(lines: Sequence[Line]) -> dict[str, list[tuple[int, int]]]:
    """Where each folded word stands, by line and number."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, line in enumerate(lines):
        for j, word in enumerate(line.words):
            if word.kind == "word":
                first = fold(word.text).replace("'", "").split()
                if first:
                    found[first[0]].append((i, j))
    return found


def occurrences(
    lines: Sequence[Line], index: Mapping[str, list[tuple[int, int]]], name: list[str]
) -> Iterator[WordPlace]:
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


def mark_beside(
    labels: list[list[str]], lines: Sequence[Line], place: WordPlace, label: str, wanted: list[str]
) -> None:
    """Labels the words of a role or organisation, folded as `wanted`, that stand nearest after or before a name.

    `labels` are those of the words of each line: they are changed where the words are found and have none yet, or that
    of a title.
    """
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
            if all(labels[i][j] == OUTSIDE or labels[i][j].endswith("-T") for i, j in chosen):
                for i, j in chosen:
                    labels[i][j] = label
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
