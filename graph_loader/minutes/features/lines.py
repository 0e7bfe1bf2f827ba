"""The features of a line: its layout, place, words and labels, and those of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..text import Line, Word, WordKind
from .clusters import clusters
from .labels import label_of, labels_above, speaks
from .layout import layout
from .lexicon import known_word, word_classes
from .position import position
from .shape import shape
from .steps import step_of

_COUNTED = {
    "given_names": "given",
    "titles": "title",
    "words.post": "post",
    "months": "month",
    "words.organisation": "org",
}
_STEPS = (0, 1, 2, 4, 8)
_SHAPES = ("Xx", "X.", "xx")
_BESIDE = (-2, -1, 1, 2)


class _Seen(dict[str, str]):
    """Features as the lines beside theirs see them."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step

    def __missing__(self, feature: str) -> str:
        self[feature] = found = f"{self.step}:{feature}"
        return found


def line_features(lines: Sequence[Line]) -> list[list[str]]:
    """The features of each line, in order."""
    own = [_own(lines, i) for i in range(len(lines))]
    above = labels_above(lines)
    seen = {step: _Seen(step) for step in _BESIDE}
    found: list[list[str]] = []
    for i, features in enumerate(own):
        last, telling, since = above[i]
        context = [f"above:{last}", f"telling:{telling}", f"telling:{telling}:{min(since, 9)}"]
        for step in _BESIDE:
            if 0 <= i + step < len(lines):
                context += map(seen[step].__getitem__, own[i + step])
        found.append(["bias", *features, *context, *position(i, len(lines))])
    return found


def _own(lines: Sequence[Line], at: int) -> list[str]:
    line = lines[at]
    counts = dict.fromkeys((*_COUNTED.values(), *_SHAPES), 0)
    words = line.words[:40]
    for word in words:
        for name in _counted(word.text, word.kind):
            counts[name] += 1
    label = label_of(line)
    found = [f"{name}{step_of(n, _STEPS)}" for name, n in counts.items()]
    found += [f"label:{label}", *layout(lines, at)]
    if label and speaks(label):
        found.append("telling")
    for i, word in enumerate(words[:4]):
        found.append(f"shape{i}:{shape(word)}")
        if known := known_word(word.text):
            found.append(f"word{i}:{known}")
    found += sorted({f"word:{known}" for w in words[:12] if (known := known_word(w.text))})
    found += sorted({f for w in words[:12] for f in clusters(w.text)})
    return found


@lru_cache(maxsize=50_000)
def _counted(text: str, kind: WordKind) -> tuple[str, ...]:
    """What a word counts for in its line: its classes, and its shape."""
    classes = word_classes(text)
    form = shape(Word(text, 0, len(text), kind))
    return (*(short for name, short in _COUNTED.items() if name in classes), *([form] if form in _SHAPES else ()))
