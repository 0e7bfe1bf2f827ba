"""The documents that models are built from: texts with the records that they state."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from ....documents import Document, DocumentError, read_bytes, read_document
from ....parsed_minutes import to_dict
from ...abridged import abridge
from ...layout import Layout
from ...parse import parse
from ...text import Line, lines_of
from ...view import View
from .align import Aligned, align


@dataclass(frozen=True)
class Sample:
    """A document with its records; `body` is whose minutes it is, `source` where the records come from."""

    name: str
    body: str
    source: str
    document: Document
    records: Mapping[str, Any]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the document."""
        layout = Layout(View(abridge(self.document)))
        return lines_of(layout.flow, layout.view.norm, 0, len(layout.flow))

    @cached_property
    def aligned(self) -> Aligned:
        """Its labels."""
        ignored = [r for r in self.records.get("ignore", {}).get("attendance", []) if r.get("status")]
        return align(self.lines, [*self.records.get("attendance", []), *ignored])

    @property
    def words(self) -> list[list[str]]:
        """The labels of its words."""
        return self.aligned.words

    @property
    def labels(self) -> list[str]:
        """The labels of its lines."""
        return self.aligned.lines

    @property
    def complete(self) -> bool:
        """Whether its records say of everybody in its lists who was there."""
        return not {"present", "in attendance"} & set(self.records.get("not_annotated", []))


def gold(folder: Path) -> Iterator[Sample]:
    """The annotated documents below a folder that holds `forms` and `dev`, with `documents.txt` for the texts of the last."""
    for record in sorted((folder / "forms").glob("*.json")):
        text = next(p for p in sorted(record.parent.glob(record.stem + ".*")) if p.suffix in {".txt", ".md", ".html"})
        yield _sample(record, text)
    for line in (folder / "documents.txt").read_text("utf-8").split():
        record = folder / "dev" / f"{Path(line).stem}.json"
        yield _sample(record, folder.parent / line)


def _sample(record: Path, text: Path) -> Sample:
    stem = record.stem
    body = "norfolk" if text.parent.name == "norfolk" else stem.split("_")[0]
    body = "limerick" if body.startswith("limerick") else body
    return Sample(stem, body, "gold", read_document(text), json.loads(record.read_text("utf-8")))


def cases(folder: Path) -> Iterator[Sample]:
    """The small cases of the project's own tests that list the whole attendance."""
    for file in sorted(folder.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            records = case["expect"]
            if records.get("attendance") and all("status" in r for r in records["attendance"]):
                name = f"{file.stem}-{number}"
                yield Sample(name, name, "cases", read_bytes(case["text"].encode(), f"{name}.txt"), records)


def read_well(folder: Path, most: int = 8) -> Iterator[Sample]:
    """Unannotated documents with what today's rules read in them, where that is surely right: at most so many of a body.

    Surely right is a document with a body and a date, three or more present, and no line of a list left unread.
    """
    counts: dict[str, int] = {}
    for text in sorted(folder.glob("*/*.txt")):
        body = f"{text.parent.name}/{text.stem.split('_')[0]}"
        if counts.get(body, 0) >= most or text.parent.name == "pdf":
            continue
        document = read_document(text)
        try:
            minutes = parse(document)
        except DocumentError:
            continue
        first = minutes[0]
        present = [a for a in first.attendance if a.status == "present"]
        doubt = {"unparsed_line", "names_run_together"} & {w.code for w in first.warnings}
        if len(minutes) > 1 or doubt or len(present) < 3 or first.meeting.body is None or first.meeting.date is None:
            continue
        counts[body] = counts.get(body, 0) + 1
        yield Sample(text.stem, body, "rules", document, to_dict(first))
