"""Annotations: a plain file beside a document of minutes, one stretch of its text a line, with what it is.

    # What people taught govgraph about minutes.txt ...
    document = minutes.txt
    sha256 = 7f83b165...
    by = Ada Clerk
    when = 2026-11-30

    62-77 present name "Cllr Ada Birch"
    79-84 present role "Chair"

Characters count from 0 in the text as `govgraph parse --text` prints it; `sha256` is the hash of that text. Whoever
annotates says everybody whom the document lists: a name without a line here is nobody who was there or away.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ..minutes.labelling.labels import STATUSES

SUFFIX = ".teaching"
PARTS = ("name", "role", "organisation")
STATUS_NAMES = tuple(STATUSES.values())
_LINE = re.compile(r'(?P<start>\d+)-(?P<end>\d+)\s+(?P<status>\w+)\s+(?P<part>\w+)\s+(?P<quote>".*")')
_FIELD = re.compile(r"(?P<name>document|sha256|by|when)\s*=\s*(?P<value>.*)")


class TeachingError(Exception):
    """Teaching that cannot be used: what is wrong, where, and what to do."""


@dataclass(frozen=True, order=True)
class TextMark:
    """A stretch of the read text: whose list it stands in, and which part of an entry it is."""

    start: int
    end: int
    status: str
    part: str


@dataclass(frozen=True)
class Annotation:
    """What somebody said of one document."""

    document: str
    sha256: str
    by: str
    when: str
    marks: tuple[TextMark, ...]


def annotation_file(document: Path) -> Path:
    """Where the annotation of a document lies: beside it."""
    return document.with_name(document.name + SUFFIX)


def text_hash(text: str) -> str:
    """The hash of a read text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def annotate(document: str, text: str, marks: Iterable[TextMark], by: str, when: str) -> Annotation:
    """An annotation of a text, its marks in the order of the text. Raises `TeachingError` where two overlap."""
    ordered = tuple(sorted(set(marks)))
    for mark in ordered:
        _check(mark, text, document)
    for one, other in pairwise(ordered):
        if other.start < one.end:
            words = text[one.start : one.end], text[other.start : other.end]
            raise TeachingError(
                f"{document}: “{words[0]}” and “{words[1]}” overlap: a word can be only one thing; take one of them out"
            )
    return Annotation(document, text_hash(text), " ".join(by.split()), when, ordered)


def _check(mark: TextMark, text: str, where: str) -> None:
    if mark.status not in STATUS_NAMES or mark.part not in PARTS:
        known = f"{', '.join(STATUS_NAMES)}, and {', '.join(PARTS)}"
        raise TeachingError(f"{where}: “{mark.status} {mark.part}” is no label; known are {known}")
    if not 0 <= mark.start < mark.end <= len(text):
        raise TeachingError(
            f"{where}: characters {mark.start}-{mark.end} are not in the text ({len(text)} characters); teach it again"
        )


def written(annotation: Annotation, text: str) -> str:
    """An annotation as its file has it."""
    head = (
        f"# What people taught govgraph about {annotation.document}: everybody whom it lists, one stretch of the\n"
        "# text a line. `govgraph train` learns from it; keep it beside the document, and under version control.\n"
    )
    fields = "".join(f"{name} = {getattr(annotation, name)}\n" for name in ("document", "sha256", "by", "when"))
    lines = [
        f"{m.start}-{m.end} {m.status} {m.part} {json.dumps(text[m.start : m.end], ensure_ascii=False)}\n"
        for m in annotation.marks
    ]
    return f"{head}{fields}\n{''.join(lines)}"


def save(annotation: Annotation, text: str, path: Path) -> None:
    """Writes an annotation. Raises `OSError`."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(written(annotation, text), "utf-8")
    fresh.replace(path)


def read_annotation(path: Path, text: str) -> Annotation:
    """The annotation in a file, about a document with this text.

    Raises `TeachingError` with the line where something else stands in the text, or the line is none.
    """
    fields: dict[str, str] = {}
    marks: list[TextMark] = []
    try:
        content = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise TeachingError(f"{path}: no UTF-8 text ({error}); save it as UTF-8") from error
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if field := _FIELD.fullmatch(line.strip()):
            fields[field["name"]] = field["value"].strip()
        else:
            marks.append(_mark(line.strip(), text, f"{path}, line {number}"))
    return annotate(path.name.removesuffix(SUFFIX), text, marks, fields.get("by", ""), fields.get("when", ""))


def _mark(line: str, text: str, where: str) -> TextMark:
    found = _LINE.fullmatch(line)
    try:
        quote = json.loads(found["quote"]) if found else None
    except ValueError:
        quote = None
    if found is None or quote is None:
        raise TeachingError(f'{where}: write as in 62-77 present name "Cllr Ada Birch"')
    mark = TextMark(int(found["start"]), int(found["end"]), found["status"], found["part"])
    _check(mark, text, where)
    if text[mark.start : mark.end] != quote:
        stands = text[mark.start : mark.end]
        raise TeachingError(
            f"{where}: at {mark.start}-{mark.end} stands “{stands}”, not “{quote}”: the document has changed, or how "
            "it is read; teach it again"
        )
    return mark
