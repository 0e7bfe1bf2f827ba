"""Annotations: what is written is read back, and what does not fit its document is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.teaching.annotations import (
    TeachingError,
    TextMark,
    annotate,
    annotation_file,
    read_annotation,
    save,
)
from govgraph.graph_loader.teaching.documents import ShownDocument, labels_of, marks_from_records

TEXT = (
    "HARBOUR COMMITTEE\n\nMeeting of 3 May 2018\n\n"
    "Present: Cllr Zoë Odum (Chair), Mr Tom “Tip” Quill,\nNell Orme\nApologies: Basil Stroud, Weston Ward\n"
)
MARKS = (TextMark(51, 64, "present", "name"), TextMark(66, 71, "present", "role"))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = annotation_file(tmp_path / "may.txt")
    assert path.name == "may.txt.teaching"
    made = annotate("may.txt", TEXT, reversed(MARKS), "Ada\nClerk", "2026-11-30")
    save(made, TEXT, path)
    assert read_annotation(path, TEXT) == made
    assert made.by == "Ada Clerk"
    lines = path.read_text("utf-8").splitlines()
    assert lines[-2:] == ['51-64 present name "Cllr Zoë Odum"', '66-71 present role "Chair"']


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('51-64 present name "Cllr Zoe Odum"', "line 1: at 51-64 stands “Cllr Zoë Odum”"),
        ('51-64 presnt name "Cllr Zoë Odum"', "“presnt name” is no label"),
        ('51-640 present name "Cllr Zoë Odum"', "are not in the text"),
        ("51-64 present name Cllr Zoë Odum", "write as in 62-77"),
        ('51-64 present name "Cllr Zoë Odum"\n56-64 present name "Zoë Odum"', "overlap"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "may.txt.teaching"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(TeachingError, match=message):
        read_annotation(path, TEXT)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "may.txt.teaching"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TeachingError, match="no UTF-8"):
        read_annotation(path, TEXT)


def test_records_become_marks_and_marks_the_same_labels() -> None:
    shown = ShownDocument(read_bytes(TEXT.encode(), "may.txt"))
    records = [
        {"person": "Cllr Zoë Odum", "status": "present", "role": "Chair"},
        {"person": "Nell Orme", "status": "present"},
        {"person": "Basil Stroud", "status": "apologies", "organisation": "Weston Ward"},
        {"person": "Hal Mere", "status": "apologies"},
    ]
    marks, missed = marks_from_records(shown, records)
    assert missed == 1
    assert [(TEXT[m.start : m.end], m.status, m.part) for m in marks] == [
        ("Cllr Zoë Odum", "present", "name"),
        ("Chair", "present", "role"),
        ("Nell Orme", "present", "name"),
        ("Basil Stroud", "apologies", "name"),
        ("Weston Ward", "apologies", "organisation"),
    ]
    labels = labels_of(shown, marks)
    listed = next(i for i, line in enumerate(shown.lines) if line.words[0].text == "Present")
    assert labels.words[listed][2:8] == ["p-T", "p-N", "p-n", "p-S", "p-R", "p-S"]
    assert labels.lines[listed] == "p"
    assert labels.lines[-1] == "a"
