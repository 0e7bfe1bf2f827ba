"""Letters that stand apart and make one word: headings set with blanks between the letters, and drop capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from .lines import Word

_FEWEST = 4
"""Single letters in a row from which they are one word."""
_DISTINCT = 3
"""Different letters among them: the marks of a grid (P A P P) have fewer."""
_LETTER_GAP = 0.9
"""Heights of a letter that may stand between two letters of a word."""
_WORD_GAP = 1.45
"""Usual gaps between letters from which a gap parts words."""
_DROP = 1.8
"""Usual heights from which a single letter is a drop capital."""

_MOST_DROPS = 20
"""Drop capitals of a page that are looked at; a page with more is no page of minutes."""


def joined_letters(words: Sequence[Word]) -> list[Word]:
    """The words with letters that were set apart put together; words in the order of reading."""
    result: list[Word] = []
    run: list[Word] = []
    for word in words:
        if len(word.text) == 1 and (not run or _follows(run[-1], word)):
            run.append(word)
            continue
        result += _word_of(run)
        run = [word] if len(word.text) == 1 else []
        if not run:
            result.append(word)
    return result + _word_of(run)


def _follows(before: Word, word: Word) -> bool:
    return abs(before.top - word.top) < 0.3 * word.height and -0.1 < (word.x0 - before.x1) / word.height <= _LETTER_GAP


def _word_of(run: Sequence[Word]) -> list[Word]:
    """The words that a run of single signs makes: itself where it is too short, or the marks of a grid."""
    letters = [w.text.casefold() for w in run if w.text.isalpha()]
    if len(letters) < _FEWEST or len(set(letters)) < _DISTINCT or len(letters) < 0.7 * len(run):
        return list(run)
    gaps = [after.x0 - before.x1 for before, after in pairwise(run)]
    usual = median(gaps)
    groups = [[run[0]]]
    for gap, word in zip(gaps, run[1:], strict=True):
        if gap > _WORD_GAP * usual and gap > usual + 0.1 * word.height:
            groups.append([word])
        else:
            groups[-1].append(word)
    return [_one(group) for group in groups]


def _one(group: Sequence[Word]) -> Word:
    text = "".join(w.text for w in group)
    return Word(text, group[0].x0, group[-1].x1, min(w.top for w in group), max(w.bottom for w in group))


def with_drop_capitals(words: Sequence[Word]) -> list[Word]:
    """The words with each large first letter joined to the rest of its word in the first line beside it."""
    if not words:
        return []
    usual = median(w.height for w in words)
    result = list(words)
    known = Counter(w.text.casefold().strip(".,;:") for w in words)
    caps = [w for w in words if len(w.text) == 1 and w.text.isalpha() and w.height >= _DROP * usual]
    for cap in caps[:_MOST_DROPS]:
        beside = [
            w
            for w in result
            if w.height <= cap.height / 1.5
            and -0.2 * usual <= w.x0 - cap.x1 <= 0.9 * usual
            and cap.top - 0.5 * w.height <= (w.top + w.bottom) / 2 <= cap.bottom
        ]
        first = min(beside, key=lambda w: w.top, default=None)
        if first is None:
            continue
        rest = first.text.casefold().strip(".,;:")
        apart = cap.text in "AIO" and known[rest] > 1 and not known[f"{cap.text.casefold()}{rest}"]
        result.remove(cap)
        if apart:
            result[result.index(first)] = Word(f"{cap.text} {first.text}", cap.x0, first.x1, first.top, first.bottom)
        else:
            result[result.index(first)] = Word(cap.text + first.text, cap.x0, first.x1, first.top, first.bottom)
    return result
