"""The documents that models are built from: texts with the records that they state."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from ....documents import Document, read_bytes, read_document
from ...page.layout import Layout
from ...page.reading import Reading
from ...page.view import View
from ...plain_text import plain_text
from ...reading import readings
from ...text import Line, lines_of
from .align import Aligned, align


@dataclass(frozen=True)
class Sample:
    """A document with its records; `body` is whose minutes it is, `source` is `gold` or `documents`."""

    name: str
    body: str
    source: str
    document: Document
    records: Mapping[str, Any]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the document."""
        layout = Layout(View(plain_text(self.document)))
        return lines_of(layout.flow, layout.view.norm, 0, len(layout.flow))

    @cached_property
    def aligned(self) -> Aligned:
        """Its labels."""
        ignored = [r for r in self.records.get("ignore", {}).get("attendance", []) if r.get("status")]
        people = [r for r in self.records.get("attendance") or [] if r.get("status") and r.get("person")]
        return align(self.lines, [*people, *ignored])

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

    @property
    def met(self) -> str | None:
        """The body that met, where its records give it."""
        if "meeting body" in self.records.get("not_annotated", []):
            return None
        meeting = self.records.get("meeting") or {}
        first = meeting[0] if isinstance(meeting, list) else meeting
        return first.get("body")

    @cached_property
    def reading(self) -> Reading:
        """Its first meeting, on the way to records."""
        return readings(self.document)[0]

    @property
    def decided(self) -> bool:
        """Whether its records say of everybody who takes or gives up a place, and with what body and act."""
        places = self.records.get("appointments") or []
        return "appointment" not in self.records.get("not_annotated", []) and all(
            p.get("body") and p.get("action") for p in places
        )


def gold(folder: Path) -> Iterator[Sample]:
    """The annotated documents of a folder: `forms` has their texts, `documents.txt` says where those of `dev` are."""
    yield from annotated(folder / "forms")
    for line in (folder / "documents.txt").read_text("utf-8").split():
        record = folder / "dev" / f"{Path(line).stem}.json"
        yield _sample(record, folder.parent / line)


def annotated(folder: Path) -> Iterator[Sample]:
    """The annotated documents of a folder and those in it: `BODY_DATE.json` beside its text, as in `gold/forms`."""
    for record in sorted(folder.rglob("*.json")):
        text = next(p for p in sorted(record.parent.glob(record.stem + ".*")) if p.suffix in {".txt", ".md", ".html"})
        yield _sample(record, text)


def _sample(record: Path, text: Path) -> Sample:
    stem = record.stem
    body = "norfolk" if text.parent.name == "norfolk" else stem.split("_")[0]
    body = "limerick" if body.startswith("limerick") else body
    return Sample(stem, body, "gold", read_document(text), json.loads(record.read_text("utf-8")))


def cases(folder: Path) -> Iterator[Sample]:
    """The small cases of the project's tests: which body met in each, where it says so, and nothing more."""
    for file in sorted(folder.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            name = f"{file.stem}-{number}"
            text = read_bytes(case["text"].encode(), f"{name}.txt")
            sample = _of_body(name, name, text, case["expect"].get("meeting"))
            if sample.met:
                yield sample


def _of_body(name: str, whose: str, document: Document, meeting: Any) -> Sample:
    said = {"meeting": meeting, "not_annotated": ["present", "in attendance", "appointment"]}
    return Sample(name, whose, "documents", document, said)


def examples(folder: Path) -> Iterator[Sample]:
    """The fictional minutes that the project shows what it does with: which body met in each, and nothing more."""
    for told in yaml.safe_load((folder / "story.yaml").read_text("utf-8"))["documents"]:
        document = read_document(folder / "minutes" / told["file"])
        yield _of_body(told["file"], told["body"], document, {"body": told["body"]})


def documents(folder: Path) -> Iterator[Sample]:
    """The documents written to learn from, which say of everything what it is: texts with all their records.

    They stand in the files of `folder`, or of the folders in it.
    """
    for file in sorted(folder.rglob("*.yaml")):
        for number, document in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            name = "-".join((*file.relative_to(folder).with_suffix("").parts, str(number)))
            text = read_bytes(document["text"].encode(), f"{name}.txt")
            yield Sample(name, name, "documents", text, document["expect"])
