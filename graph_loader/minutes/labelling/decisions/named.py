"""The paragraphs of a meeting with every name of a person as one word, and what is known of it before any label.

A name that is one word is near to what is said of it, however many words it has: `Mrs A. de Vries was elected`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ....folding import fold
from ....parsed_minutes import Appointment
from ...features.acts import act_of
from ...features.lexicon import known_word
from ...names.mentions import Mention
from ...page.reading import Reading
from ...text import Line, Offsets, Word, WordPlace
from .labels import REPLACED, fate

_KINDS = frozenset({"person", "weak"})


@dataclass(frozen=True)
class NamedLines:
    """Paragraphs in which names are one word; `at` says for each word as written which word it is now.

    `hints` has what is known of the word that begins at an offset: who is listed, and what a rule says of whom.
    `names` has how the name between two offsets is written in full, with a title that a list gives it.
    """

    lines: tuple[Line, ...]
    at: tuple[Sequence[int], ...]
    hints: Mapping[int, tuple[str, ...]]
    names: Mapping[Offsets, str]

    def place(self, written: WordPlace) -> WordPlace:
        """The place among these words of words as written."""
        line, first, last = written
        return line, self.at[line][first], self.at[line][last - 1] + 1

    def written(self, place: WordPlace) -> WordPlace:
        """The place of these words among the words as written."""
        line, first, last = place
        return line, bisect_left(self.at[line], first), bisect_left(self.at[line], last)

    @cached_property
    def people(self) -> dict[int, list[WordPlace]]:
        """By line where names stand among the words as written."""
        return {
            i: [self.written((i, k, k + 1)) for k, word in enumerate(line.words) if word.kind == "person"]
            for i, line in enumerate(self.lines)
        }

    def labels(self, written: Sequence[Sequence[str]], outside: str) -> list[list[str]]:
        """The labels of these words, from those of the words as written: that of a name where one begins in it."""
        found: list[list[str]] = []
        for line, at, labels in zip(self.lines, self.at, written, strict=True):
            row = [outside] * len(line.words)
            for i, label in zip(at, labels, strict=True):
                if label != outside and (row[i] == outside or (label.endswith("-N") and row[i][-2:] != "-N")):
                    row[i] = label
            for i, label in enumerate(row):
                if label.endswith("-n") and (not i or row[i - 1][:1] != label[:1] or row[i - 1][-1] not in "Nn"):
                    row[i] = f"{label[0]}-N"
            found.append(row)
        return found


def with_names(lines: Sequence[Line], readings: Iterable[tuple[Reading, Sequence[Appointment]]]) -> NamedLines:
    """Paragraphs with the people whom rules find in them, meeting by meeting, and the appointments that rules read."""
    mentions: list[Mention] = []
    hints: dict[int, list[str]] = defaultdict(list)
    told: list[tuple[Reading, Sequence[Appointment]]] = list(readings)
    for reading, _ in told:
        for mention in reading.tagged.mentions:
            if mention.kind in _KINDS and (mention.kind == "person" or _is_name(mention.text)):
                mentions.append(mention)
                if reading.roster.find(mention.text):
                    hints[mention.start].append("listed")
    starts = [m.start for m in mentions]
    merged = [_merge(line, mentions[bisect_left(starts, line.start) : bisect_left(starts, line.end)]) for line in lines]
    named = tuple(replace(line, words=words) for line, (words, _) in zip(lines, merged, strict=True))
    for start, said in _ruled(named, told):
        hints[start].append(f"rule:{said}")
    once = {start: tuple(dict.fromkeys(said)) for start, said in hints.items()}
    names = {(m.start, m.end): m.text for m in mentions}
    return NamedLines(named, tuple(at for _, at in merged), once, names)


def _is_name(text: str) -> bool:
    """Whether a run of capitals that looks like a name has no word that labels and acts know."""
    return not any(known_word(word) or act_of(word) for word in text.split())


def _merge(line: Line, mentions: Sequence[Mention]) -> tuple[tuple[Word, ...], list[int]]:
    """A line's words with each name as one, and for each word as written its number among them."""
    words: list[Word] = []
    at: list[int] = []
    left = iter(mentions)
    mention = next(left, None)
    for word in line.words:
        while mention is not None and mention.end <= word.start:
            mention = next(left, None)
        if mention is None or word.start < mention.start or word.end > mention.end:
            words.append(word)
        elif words and words[-1].kind == "person" and words[-1].start >= mention.start:
            words[-1] = Word(f"{words[-1].text} {word.text}", words[-1].start, word.end, "person")
        else:
            words.append(Word(word.text, word.start, word.end, "person"))
        at.append(len(words) - 1)
    return tuple(words), at


def _ruled(lines: Sequence[Line], told: Sequence[tuple[Reading, Sequence[Appointment]]]) -> list[tuple[int, str]]:
    """Where words begin that a rule's record names, with the letter of what it says: taken, given up, vacant …"""
    by_last: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        for word in line.words:
            if word.kind == "person" or (word.kind == "word" and word.text[0].isupper()):
                for last in fold(word.text).split()[-1:]:
                    by_last[last].append(word.start)
            if act_of(word.text) == "vacant":
                by_last[""].append(word.start)
    found: list[tuple[int, str]] = []
    for reading, records in told:
        for record in records:
            start, end = reading.place(record.span)
            letter = fate(record.action, record.outcome, record.person)
            for name, said in ((record.person, letter), (record.replaces, REPLACED)):
                if name is None and said == REPLACED:
                    continue
                starts = by_last.get((fold(name or "").split() or [""])[-1], [])
                at = bisect_left(starts, start)
                if at < len(starts) and starts[at] < end:
                    found.append((starts[at], said))
    return found
