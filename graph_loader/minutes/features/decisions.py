"""The features of lines and words that tell of places and offices: their own, and those of headings and acts near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from ..text import Line, Word, WordKind
from .acts import act_of, function_word
from .affix import affixes
from .between import SENTENCE_ENDS, acts_around, between_names
from .clusters import clusters
from .headings import Above, acts, spoken_words
from .layout import layout
from .lexicon import known_word, word_classes
from .neighbours import Shown, around
from .patterns import pattern_features
from .shape import length, shape
from .steps import step_of

_NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
_STEPS = (0, 1, 3, 7, 15)


def decision_line_features(lines: Sequence[Line], above: Sequence[Above], plain: list[list[str]]) -> list[list[str]]:
    """The features of each line; `plain` are those of `line_features`, which have what any line shows."""
    own = [[f"act:{a}" for a in acts(line.words)] for line in lines]
    found: list[list[str]] = []
    for i, features in enumerate(plain):
        rows = [*features, *own[i]]
        for step in (-2, -1, 1, 2):
            if 0 <= i + step < len(lines):
                rows += [f"{step}:{a}" for a in own[i + step]]
        rows += _over(lines, i, above[i])
        found.append(rows)
    return found


def _over(lines: Sequence[Line], at: int, above: Above) -> list[str]:
    found: list[str] = []
    for name, index in (("head", above.heading), ("lead", above.lead), ("column", above.column)):
        if index is None:
            found.append(f"{name}:none")
            continue
        said = spoken_words(lines[index])
        far = step_of(at - index, _STEPS)
        found += [f"{name}:{word}" for word in said]
        found += [f"{name}:{word}:{far}" for word in said if word.startswith("=")]
        found.append(f"{name}:{far}")
    return found


def decision_word_features(
    lines: Sequence[Line],
    at: int,
    above: Above,
    said: Mapping[str, float],
    hints: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> list[list[str]]:
    """The features of each word of a line.

    `said` is how likely each label of lines is for it, `hints` what else is known of the word that begins at an offset.
    """
    line = lines[at]
    words = line.words
    own = [_with_hints(_own(word.text, word.kind), hints.get(word.start)) for word in words]
    shared = [f"l:{f}" for f in layout(lines, at)] + [f"l:{f}" for f in _over(lines, at, above)]
    shared += [f"said:{label}:{round(p * 4)}" for label, p in sorted(said.items()) if p > 0.12]
    shared += pattern_features(lines, at)
    names, acts_beside = between_names(words), acts_around(words)
    before = _acts_before(lines, at)
    after = _acts_after(lines, at)
    found: list[list[str]] = []
    column = 0
    small = ""
    for i, word in enumerate(words):
        if word.text == "|" or word.kind == "gap":
            column += 1
        rows = [
            "bias",
            *own[i].own,
            *shared,
            f"at{min(i, 6)}",
            f"rest{min(len(words) - i, 6)}",
            f"cell{min(column, 6)}",
        ]
        rows += [f"small:{small}", *before[i], *after[i], *names[i], *acts_beside[i]]
        rows += around(own, i, _NEAR, lambda step: 10 if step < 3 else 5)
        if above.column is not None:
            rows += [f"col:{k}" for k in _column_words(lines[above.column], column)]
        found.append(rows)
        small = function_word(word.text) or small
    return found


def _with_hints(shown: Shown, hints: Sequence[str] | None) -> Shown:
    return Shown(shown.shape, (*hints, *shown.own)) if hints else shown


@lru_cache(maxsize=50_000)
def _own(text: str, kind: WordKind) -> Shown:
    """What a word shows by itself."""
    if kind == "person":
        return Shown("person", _of_name(text))
    known = known_word(text)
    classes = sorted(word_classes(text))
    act = act_of(text) if kind == "word" else None
    small = function_word(text)
    word = Word(text, 0, len(text), kind)
    found = [f"s:{shape(word)}"]
    if act:
        found.append(f"act:{act}")
    if small:
        found.append(f"f:{small}")
    if known:
        found.append(f"w:{known}")
    found += [f"c:{c}" for c in classes]
    found += clusters(text)
    if kind == "word" and not known and not classes and not small:
        found.append("unknown")
    return Shown(shape(word), [*found, length(word), *affixes(word)])


def _of_name(text: str) -> list[str]:
    """What a whole name shows: titles, how many words it has, capitals."""
    parts = text.split()
    bare = [p for p in parts if "titles" not in word_classes(p)]
    found = ["s:person", f"name{min(len(bare), 3)}"]
    if len(bare) < len(parts):
        found.append("titled")
    if text.isupper():
        found.append("capitals")
    return found


def _acts_before(lines: Sequence[Line], at: int) -> list[list[str]]:
    """For each word of a line the last act before it in its sentence, and how far it is."""
    carried = lines[at - 1].words if at and lines[at].wrapped else ()
    return _last_acts("after", carried, lines[at].words)


def _acts_after(lines: Sequence[Line], at: int) -> list[list[str]]:
    """For each word of a line the next act after it in its sentence, and how far it is."""
    carried = lines[at + 1].words if at + 1 < len(lines) and lines[at + 1].wrapped else ()
    return _last_acts("before", carried[::-1], lines[at].words[::-1])[::-1]


def _last_acts(name: str, carried: Sequence[Word], words: Sequence[Word]) -> list[list[str]]:
    """For each word the last act passed in its sentence on the way to it; `carried` are passed before the first."""
    found: list[list[str]] = []
    act, since = "", 99
    for i, word in enumerate((*carried, *words)):
        if i >= len(carried):
            found.append([f"{name}:{act}", f"{name}:{act}:{step_of(since, _STEPS)}"] if act else [f"{name}:"])
        own = act_of(word.text) if word.kind == "word" else None
        if word.text in SENTENCE_ENDS:
            act, since = "", 99
        elif own:
            act, since = own, 0
        else:
            since += 1
    return found


def _column_words(header: Line, column: int) -> list[str]:
    """The words of a table's first row that stand in one of its columns."""
    found: list[str] = []
    at = 0
    for word in header.words:
        if word.text == "|" or word.kind == "gap":
            at += 1
        elif at == column:
            known = known_word(word.text) or act_of(word.text)
            if known:
                found.append(known)
    return found or ["other"]
