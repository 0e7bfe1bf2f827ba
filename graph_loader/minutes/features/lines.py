"""The features of a line: its layout, place, words and labels, and those of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Line
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


def line_features(lines: Sequence[Line]) -> list[list[str]]:
    """The features of each line, in order."""
    own = [_own(lines, i) for i in range(len(lines))]
    above = labels_above(lines)
    found: list[list[str]] = []
    for i, features in enumerate(own):
        last, telling, since = above[i]
        context = [f"above:{last}", f"telling:{telling}", f"telling:{telling}:{min(since, 9)}"]
        for step in (-2, -1, 1, 2):
            if 0 <= i + step < len(lines):
                context += [f"{step}:{f}" for f in own[i + step]]
        found.append(["bias", *features, *context, *position(i, len(lines))])
    return found


def _own(lines: Sequence[Line], at: int) -> list[str]:
    line = lines[at]
    counts = dict.fromkeys(_COUNTED.values(), 0)
    shapes = {"Xx": 0, "X.": 0, "xx": 0}
    words = line.words[:40]
    for word in words:
        classes = word_classes(word.text)
        for name, short in _COUNTED.items():
            counts[short] += name in classes
        form = shape(word)
        if form in shapes:
            shapes[form] += 1
    label = label_of(line)
    found = [f"{name}{step_of(n, _STEPS)}" for name, n in [*counts.items(), *shapes.items()]]
    found += [f"label:{label}", *layout(lines, at)]
    if label and speaks(label):
        found.append("telling")
    for i, word in enumerate(words[:4]):
        found.append(f"shape{i}:{shape(word)}")
        if known := known_word(word.text):
            found.append(f"word{i}:{known}")
    found += sorted({f"word:{known}" for w in words[:12] if (known := known_word(w.text))})
    return found
