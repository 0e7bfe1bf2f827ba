"""The features of a word in a list of people: its own, those of its neighbours, of its line and of the labels above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..text import Line, Word, WordKind
from .affix import affixes
from .clusters import clusters
from .labels import speaks, spoken
from .layout import layout
from .lexicon import known_word, word_classes
from .neighbours import Shown, around
from .position import position
from .shape import length, shape

_WINDOW = (-3, -2, -1, 1, 2, 3)


def word_features(
    lines: Sequence[Line], at: int, above: tuple[str, str, int], said: Mapping[str, float]
) -> list[list[str]]:
    """The features of each word of a line.

    `above` is what `labels_above` gives for the line; `said` how likely each label of lines is for it.
    """
    line = lines[at]
    own = [_own(word.text, word.kind) for word in line.words]
    shared = [f"l:{f}" for f in layout(lines, at)] + [f"l:{f}" for f in position(at, len(lines))]
    shared += [f"said:{label}:{round(p * 4)}" for label, p in sorted(said.items()) if p > 0.12]
    last, telling, since = above
    inline, seen = "", ""
    found: list[list[str]] = []
    begin = 0
    for i, word in enumerate(line.words):
        if word.text in {":", ";", "."} or word.kind == "gap":
            label = "+".join(spoken(line.words[max(begin, i - 7) : i]))
            if speaks(label):
                inline = label
            begin = i + 1
        if (kind := "+".join(spoken([word]))) and speaks(kind):
            seen = kind
        features = [
            f"seen:{seen}",
            f"seen:{seen}:{telling}",
            "bias",
            *own[i].own,
            *shared,
            f"at{min(i, 6)}",
            f"rest{min(len(line.words) - i, 6)}",
        ]
        features += [f"inline:{inline}", f"above:{inline or last}", f"telling:{inline or telling}"]
        if not inline:
            features.append(f"since:{telling}:{min(since, 9)}")
        features += around(own, i, _WINDOW, lambda step: 12 if step == 1 else 6)
        found.append(features)
    return found


@lru_cache(maxsize=50_000)
def _own(text: str, kind: WordKind) -> Shown:
    """What a word shows by itself."""
    known = known_word(text)
    classes = sorted(word_classes(text))
    word = Word(text, 0, len(text), kind)
    found = [f"s:{shape(word)}"]
    if known:
        found.append(f"w:{known}")
    found += [f"c:{c}" for c in classes]
    found += clusters(text)
    if kind == "word" and not known and not classes:
        found.append("unknown")
    return Shown(shape(word), [*found, length(word), *affixes(word)])
