"""Taught documents: their lines and words with the labels that an annotation, or records, give them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..documents import Document, read_document
from ..minutes.features.lexicon import word_classes
from ..minutes.labelling.labeller import Labelled
from ..minutes.labelling.labels import OUTSIDE, STATUSES, status_letter
from ..minutes.labelling.people import Person, people_of
from ..minutes.labelling.reading import MOST_LINES
from ..minutes.labelling.sequences import Block, block_labels
from ..minutes.labelling.training.align import Aligned, align, finished
from ..minutes.page.layout import Layout
from ..minutes.page.view import View
from ..minutes.plain_text import plain_text
from ..minutes.text import Line, Word, lines_of
from .annotations import SUFFIX, Annotation, TeachingError, TextMark, read_annotation

_LETTERS = {"name": "N", "role": "R", "organisation": "G"}
_PARTS = {"N": "name", "n": "name", "T": "name", "R": "role", "G": "organisation"}


class ShownDocument:
    """A document as the labellers see it: lines of words, and where each word stands in the read text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._view = View(plain_text(document))
        layout = Layout(self._view)
        self.lines: tuple[Line, ...] = lines_of(layout.flow, self._view.norm, 0, len(layout.flow))[:MOST_LINES]

    def place(self, word: Word) -> tuple[int, int]:
        """From where to where a word stands in the read text."""
        plain = self._view.plain
        return plain.origin(word.start), plain.origin_end(word.end)

    def words_of(self, start: int, end: int) -> str:
        """The words between two offsets of the running text, without markup."""
        return self._view.words(start, end)

    @cached_property
    def words(self) -> tuple[tuple[int, int, int, int], ...]:
        """Every word in the order of the read text: where it begins and ends there, its line, and which it is there."""
        return tuple(
            sorted((*self.place(word), i, j) for i, line in enumerate(self.lines) for j, word in enumerate(line.words))
        )

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The words, by line and number, that stand between two offsets of the read text, in its order."""
        at = max(0, bisect_left(self.words, (start,)) - 1)
        found: list[tuple[int, int]] = []
        for begins, ends, i, j in self.words[at:]:
            if begins >= end:
                break
            if ends > start:
                found.append((i, j))
        return found


@dataclass(frozen=True)
class Taught:
    """A document with everything that it says of who was there."""

    name: str
    shown: ShownDocument
    annotation: Annotation

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines."""
        return self.shown.lines

    @cached_property
    def aligned(self) -> Aligned:
        """The labels of its words and lines."""
        return labels_of(self.shown, self.annotation.marks)

    @property
    def words(self) -> list[list[str]]:
        """The labels of its words."""
        return self.aligned.words

    @property
    def labels(self) -> list[str]:
        """The labels of its lines."""
        return self.aligned.lines


def labels_of(shown: ShownDocument, marks: Sequence[TextMark]) -> Aligned:
    """The labels that marks give to the words of a document."""
    rows = [[OUTSIDE] * len(line.words) for line in shown.lines]
    for mark in marks:
        letter, kind = status_letter(mark.status), _LETTERS[mark.part]
        places = shown.between(mark.start, mark.end)
        titles = 0
        if kind == "N":
            texts = [shown.lines[i].words[j].text for i, j in places]
            while titles < len(texts) - 1 and "titles" in word_classes(texts[titles]):
                titles += 1
        for k, (i, j) in enumerate(places):
            own = "T" if k < titles else "n" if kind == "N" and k > titles else kind
            rows[i][j] = f"{letter}-{own}"
    return finished(shown.lines, rows)


def people_by(shown: ShownDocument, marks: Sequence[TextMark]) -> list[Person]:
    """Who was there and away by these marks, as the labellers would find them."""
    labels = labels_of(shown, marks).words
    places: list[tuple[int, int] | None] = []
    for i, line in enumerate(shown.lines):
        places += [(i, j) for j in range(len(line.words))]
        places.append(None)
    block = Block(tuple(places), ())
    row = tuple(block_labels(block, labels))
    return people_of(shown.lines, block, Labelled(row, (1.0,) * len(row)))


def marks_from_records(shown: ShownDocument, records: Sequence[Mapping[str, Any]]) -> tuple[tuple[TextMark, ...], int]:
    """Marks for everybody of these attendance records who is found in the text, and how many are not found."""
    aligned = align(shown.lines, records)
    return tuple(_marks(shown, aligned.words)), aligned.missed


def _marks(shown: ShownDocument, rows: Sequence[Sequence[str]]) -> Iterator[TextMark]:
    """The stretches of words that are one name with its title, one role or one organisation."""
    for i, row in enumerate(rows):
        first: int | None = None
        for j, label in enumerate(row):
            kind = _PARTS.get(label[-1]) if label != OUTSIDE else None
            if kind is None:
                continue
            before = row[j - 1] if j else OUTSIDE
            joins = before[0] == label[0] and _PARTS.get(before[-1]) == kind and before != OUTSIDE
            joins = joins and not (label[-1] in "TN" and before[-1] in "Nn")
            first = j if first is None or not joins else first
            after = row[j + 1] if j + 1 < len(row) else OUTSIDE
            goes_on = after != OUTSIDE and after[0] == label[0] and _PARTS.get(after[-1]) == kind
            if goes_on and not (after[-1] in "TN" and label[-1] in "Nn"):
                continue
            start, end = shown.place(shown.lines[i].words[first])[0], shown.place(shown.lines[i].words[j])[1]
            yield TextMark(start, end, STATUSES[label[0]], kind)
            first = None


def taught_documents(folder: Path) -> list[Taught]:
    """Every annotated document below a folder, in the order of their paths.

    Raises `TeachingError` where an annotation does not fit its document, `DocumentError` where that is not readable.
    """
    found: list[Taught] = []
    for file in sorted(folder.rglob(f"*{SUFFIX}"), key=lambda p: p.relative_to(folder).as_posix()):
        path = file.with_name(file.name.removesuffix(SUFFIX))
        if not path.is_file():
            raise TeachingError(
                f"{file}: its document {path.name} is not beside it; put it there, or delete {file.name}"
            )
        shown = ShownDocument(read_document(path, path.name))
        annotation = read_annotation(file, shown.document.text)
        found.append(Taught(path.relative_to(folder).as_posix(), shown, annotation))
    return found
