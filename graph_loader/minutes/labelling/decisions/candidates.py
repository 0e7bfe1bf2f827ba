"""The bodies that a place may be on: every phrase near whoever takes it that may name one, and the meeting's own.

Which of them is meant is a choice of its own (`choice`); here nothing is decided but what may be looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from ....folding import fold
from ....lexicon.entries import entries, word_set
from ...features.acts import act_of
from ...features.headings import Above, is_heading
from ...features.lexicon import word_classes
from ...names.bodies import body_mentions
from ...text import Line, Word, WordPlace, overlap
from .people import LabelledBody

MOST = 200
"""Candidates of one place at most, the nearest: in a paragraph or table of hundreds of names the cost stays linear.

Most documents have some fifty at most; the most in any that the models learned from is 192."""
_LINES_ABOVE = 12
_LINES_BELOW = 4
_HEADINGS = 4
"""Headings over a line, the nearest first, that may name the body."""
_LABELLED_ABOVE = 60
_LABELLED = 3
_LONGEST = 14
"""Words of a body's name at most."""
_SIGNS_INSIDE = frozenset({"&", "-", "'", "’", ",", "/"})
_SIGNS_CUT = frozenset({",", "&"})
_SIGNS_AROUND = frozenset({":", ";", ",", ".", "-", "–", "—", "*", "_", "#", "|", "'"})
"""Signs inside a body's name, those at which it may be cut, and those around it."""
_KINDS = ("sub_committee", "working_group", "committee", "panel", "board", "council", "external_body")
_ENDS = frozenset({":", ";", "|", "(", ")", "–", "—", ".", "•", "*", "[", "]", "“", "”", '"'})
_VERBS = frozenset({"decide", "open", "join", "leave", "stand", "vote", "lost", "instead"})
"""Acts that no body is called by."""


@dataclass
class PlaceCandidate:
    """A phrase that may name the body: its place, nothing for the meeting's own body, and by what it was found."""

    place: WordPlace | None
    text: str
    kinds: set[str] = field(default_factory=set)
    sure: float = 0.0

    @cached_property
    def key(self) -> str:
        """The phrase as phrases are compared."""
        return body_key(self.text)


@cache
def _inside() -> frozenset[str]:
    return _SIGNS_INSIDE | word_set("function_words", "inside")


@cache
def _cuts() -> frozenset[str]:
    return _SIGNS_CUT | word_set("function_words", "cuts")


@cache
def _leads() -> frozenset[str]:
    return _SIGNS_AROUND | word_set("function_words", "leads")


@cache
def _labels() -> frozenset[str]:
    """The labels of lists and sections, which are no names of bodies."""
    return frozenset(body_key(entry.text) for entry in entries("labels") if "of_body" not in entry.classes)


def _is_no_name(key: str) -> bool:
    """Whether a phrase is the label of a list, or of several bodies: `Outside Bodies`; not `Association of Boards`."""
    words = key.split()
    return key in _labels() or (words[-1] in word_set("bodies", "several") and "of" not in words)


@lru_cache(maxsize=20_000)
def body_key(text: str) -> str:
    """A body's name without case, accents, punctuation and leading article."""
    return " ".join(fold(text).replace("'", "").split()).removeprefix("the ")


class Phrases:
    """The phrases of a document's paragraphs that may name a body; each paragraph is looked through once.

    `lines` are the paragraphs, `flow` the running text in which their offsets count.
    """

    def __init__(self, lines: Sequence[Line], flow: str) -> None:
        self.lines, self.flow = lines, flow
        self._found: dict[int, list[tuple[WordPlace, str]]] = {}

    def near(self, index: int, person: WordPlace) -> list[tuple[WordPlace, str]]:
        """The phrases of a paragraph, each with how it was found: all, or of very many those nearest to a person."""
        if index not in self._found:
            found = list(_phrases(self.lines[index], index, self.flow))
            self._found[index] = found if len(found) <= MOST else sorted(found)
        found = self._found[index]
        if len(found) <= MOST:
            return found
        at = bisect_left(found, person[1], key=lambda phrase: phrase[0][1]) if index == person[0] else 0
        first = max(0, min(at - MOST // 2, len(found) - MOST))
        return found[first : first + MOST]

    def text(self, place: WordPlace) -> str:
        """The words at a place, as they stand in the running text."""
        words = self.lines[place[0]].words
        return self.flow[words[place[1]].start : words[place[2] - 1].end]


def candidates(
    phrases: Phrases,
    above: Sequence[Above],
    person: WordPlace,
    bodies: Sequence[LabelledBody],
    own: str | None,
    ruled: str | None = None,
) -> list[PlaceCandidate]:
    """The candidates for the body of whoever stands at a place, each phrase once.

    `bodies` are those that the labeller marks, in the order of the text; `own` is the body that met, `ruled` what a
    rule says.
    """
    found: dict[tuple[WordPlace | None, str], PlaceCandidate] = {}

    def add(place: WordPlace | None, text: str, kind: str, sure: float = 0.0) -> None:
        key = body_key(text)
        if not key or (place is not None and (_is_no_name(key) or overlap(place, person))):
            return
        one = found.setdefault((place, key), PlaceCandidate(place, text))
        one.kinds.add(kind)
        one.sure = max(one.sure, sure)

    if own:
        add(None, own, "own")
    if ruled:
        add(None, ruled, "rule")
    at = person[0]
    for index, kind in _lines_to_search(phrases.lines, above, at):
        for place, how in phrases.near(index, person):
            add(place, phrases.text(place), f"{kind}:{how}")
    first, here, last = (
        bisect_left(bodies, line, key=lambda body: body.place[0])
        for line in (at - _LABELLED_ABOVE, at, at + _LINES_BELOW + 1)
    )
    for body in [*bodies[max(first, here - _LABELLED) : here], *bodies[here:last]]:
        add(body.place, phrases.text(body.place), "labelled", body.sure)
    return _nearest(list(found.values()), person)


def _nearest(found: list[PlaceCandidate], person: WordPlace) -> list[PlaceCandidate]:
    """The candidates in their order, of very many only the nearest."""
    if len(found) <= MOST:
        return found

    def far(at: int) -> tuple[int, int]:
        place = found[at].place
        if place is None or found[at].sure:
            return -1, 0
        return abs(place[0] - person[0]), abs(place[1] - person[1]) if place[0] == person[0] else 0

    return [found[i] for i in sorted(sorted(range(len(found)), key=far)[:MOST])]


def _lines_to_search(lines: Sequence[Line], above: Sequence[Above], at: int) -> Iterator[tuple[int, str]]:
    """The lines in which the body may be named, with what each is to the line of the person."""
    yield at, "here"
    seen = {at}
    for step in range(1, _LINES_BELOW + 1):
        if at + step >= len(lines) or not (lines[at + step].wrapped or step == 1):
            break
        yield at + step, "below"
        seen.add(at + step)
    for step in range(1, _LINES_ABOVE + 1):
        if at - step < 0:
            break
        if step <= 3 or lines[at - step].words[0].text == "|":
            yield at - step, "near"
            seen.add(at - step)
    if (column := above[at].column) is not None and column not in seen:
        yield column, "column"
        seen.add(column)
    heading = above[at].heading
    for _ in range(_HEADINGS):
        if heading is None:
            break
        if heading not in seen:
            yield heading, "heading"
        heading = above[heading].heading
    if (lead := above[at].lead) is not None and lead not in seen:
        yield lead, "lead"


def _phrases(line: Line, index: int, flow: str) -> Iterator[tuple[WordPlace, str]]:
    """The phrases of a line that may name a body."""
    words = line.words
    for first, last in _cells(words):
        stripped = _strip(words, first, last)
        if stripped and _may_name(words[stripped[0] : stripped[1]]):
            yield (index, *stripped), "cell"
        for begin, end in _runs(words, first, last):
            stripped = _strip(words, begin, end)
            if stripped and _may_name(words[stripped[0] : stripped[1]]):
                yield (index, *stripped), "run"
    for first, last in _plain_bodies(words):
        yield (index, first, last), "plain"
    if is_heading(line):
        stripped = _strip(words, 0, len(words))
        if stripped:
            yield (index, *stripped), "line"
    starts = {w.start: i for i, w in enumerate(words)}
    ends = {w.end: i + 1 for i, w in enumerate(words)}
    for start, end in body_mentions(flow, line.start, line.end):
        if start in starts and end in ends:
            yield (index, starts[start], ends[end]), "mention"


def _cells(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The pieces of a line between bars, gaps, colons, brackets and dashes."""
    first = 0
    for i, word in enumerate(words):
        dash = word.text in {"-", "–", "—"} and 0 < i < len(words) - 1
        if word.kind == "gap" or word.text in _ENDS or dash:
            if i > first:
                yield first, i
            first = i + 1
    if first < len(words):
        yield first, len(words)


def _runs(words: Sequence[Word], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of words with capitals, with the small words that names have inside them; and each cut at such a word."""
    first: int | None = None
    last = begin
    for i in range(begin, end + 1):
        word = words[i] if i < end else None
        capital = word is not None and word.kind == "word" and word.text[0].isupper()
        number = word is not None and word.kind == "number" and first is not None
        if capital or number:
            first = i if first is None else first
            last = i + 1
        elif word is not None and first is not None and word.text.casefold() in _inside() and i - last < 2:
            continue
        elif first is not None:
            yield first, last
            for cut in (k for k in range(first, last) if words[k].text.casefold() in _cuts()):
                yield first, cut
                yield cut + 1, last
            first = None


def _plain_bodies(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Bodies in small letters: `the committee`, `the management committee`, `the board of trustees`."""
    for i, word in enumerate(words):
        if word.kind == "word" and word.text.islower() and word.text in word_set("bodies", *_KINDS):
            yield i, i + 1
            for first in (i - 1, i - 2):
                earlier = words[first] if first >= 0 else None
                if earlier is None or earlier.kind != "word" or earlier.text in _leads() or act_of(earlier.text):
                    break
                yield first, i + 1


def _strip(words: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
    while first < last and (words[first].text.casefold() in _leads() or words[first].kind == "gap"):
        first += 1
    while last - first > 1 and words[first].kind == "number" and words[first].end < words[first + 1].start:
        first += 1  # `2016/17 Committee`
    while first < last and (words[last - 1].text.casefold() in _leads() or words[last - 1].kind == "gap"):
        last -= 1
    return (first, last) if 0 < last - first <= _LONGEST else None


def _may_name(words: Sequence[Word]) -> bool:
    """Whether words may be a body's name: one of them has a capital and is no title, month or act, none speaks of a
    job, and the last is no verb of a decision: `Review and Approve`.
    """
    said = [act_of(w.text) for w in words if w.kind == "word"]
    if "job" in said or (said and said[-1] in _VERBS):
        return False
    return any(
        w.kind == "word"
        and w.text[0].isupper()
        and not {"titles", "months"} & word_classes(w.text)
        and act_of(w.text) in {None, "place"}
        for w in words
    )
