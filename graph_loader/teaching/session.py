"""A document that somebody is annotating: its words, its marks so far, the records that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..documents import DocumentError, read_document
from ..minutes import parse
from ..minutes.labelling.models import Models
from .annotations import TextMark, annotate, annotation_file, read_annotation, save
from .documents import ShownDocument, marks_from_records, people_by

_PIECE = re.compile(r"(?P<gap>\s*)(?P<word>[^\W_]+(?:['’\-][^\W_]+)*\.?|\S)")


class Session:
    """Annotating one document. Raises what reading it raises, and `TeachingError` for an annotation that is there."""

    def __init__(self, path: Path, by: str, labellers: Models | None) -> None:
        self.path, self.by = path, by
        self.shown = ShownDocument(read_document(path, path.name))
        self.text = self.shown.document.text
        self.file = annotation_file(path)
        if self.file.exists():
            self.marks = read_annotation(self.file, self.text).marks
        else:
            self.marks = self._as_read(labellers)

    def _as_read(self, labellers: Models | None) -> tuple[TextMark, ...]:
        """The marks of what is read today: what to begin with."""
        try:
            meetings = parse(self.shown.document, lambda: labellers)
        except DocumentError:
            return ()
        records = [a.model_dump(mode="json") for meeting in meetings for a in meeting.attendance]
        return marks_from_records(self.shown, records)[0]

    def pieces(self) -> Iterator[tuple[str, str, int, int]]:
        """The words and signs of the text: the blanks before each, itself, from where to where it stands."""
        for found in _PIECE.finditer(self.text):
            yield found["gap"], found["word"], found.start("word"), found.end("word")

    def checked(self, told: Any) -> tuple[TextMark, ...]:
        """Marks as a page gives them. Raises `TeachingError` where they cannot be, `TypeError` where they are none."""
        marks = [TextMark(int(m["start"]), int(m["end"]), str(m["status"]), str(m["part"])) for m in told]
        return annotate(self.path.name, self.text, marks, self.by, "").marks

    def records(self, marks: Iterable[TextMark]) -> list[Mapping[str, str | None]]:
        """Who was there and away by these marks, as the labellers would make records of them."""
        people = people_by(self.shown, tuple(marks))
        return [
            {
                "person": self._words(person.name),
                "status": person.status,
                "role": self._words(person.role),
                "organisation": self._words(person.organisation),
            }
            for person in people
        ]

    def _words(self, stretch: tuple[int, int] | None) -> str | None:
        return self.shown.words_of(*stretch) if stretch else None

    def save(self, marks: Iterable[TextMark]) -> int:
        """Writes the annotation beside the document; gives how many people it names. Raises `OSError`."""
        today = datetime.now(UTC).date().isoformat()
        annotation = annotate(self.path.name, self.text, marks, self.by, today)
        save(annotation, self.text, self.file)
        self.marks = annotation.marks
        return sum(mark.part == "name" for mark in annotation.marks)
