"""`govgraph parse --why LINE`: labels, how sure, the features that weigh, and which rule read what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Govgraph

TEXT = (
    "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 3 May 2018\n\n"
    "Present: Cllr Zoe Odum (Chair), Mr Tom Quill, Nell Orme\n\nThe minutes were agreed.\n"
)


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "may.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_line_of_people_is_told_word_by_word(govgraph: Govgraph, minutes: Path) -> None:
    ended = govgraph("parse", minutes, "--why", "5", "-f", "json")
    assert ended.code == 0, ended.err
    rows = ended.rows()
    assert [row["what"] for row in rows[:2]] == ["line", "word"]
    assert (rows[0]["text"], rows[0]["says"]) == (TEXT.splitlines()[4], "present")
    words = {row["text"]: row for row in rows if row["what"] == "word"}
    assert [words[w]["says"] for w in ("Cllr", "Zoe", "Odum", "Chair")] == [
        "present title",
        "present name",
        "present name goes on",
        "present role",
    ]
    assert all(0 < row["sure"] <= 1 and "+" in row["for"] for row in rows if row["what"] == "word")
    assert any(" -" in row["against"] for row in words.values())
    assert {(r["text"], r["for"]) for r in rows if r["what"] == "attendance"} == {
        (name, "attendance.list") for name in ("Cllr Zoe Odum", "Mr Tom Quill", "Nell Orme")
    }


def test_a_line_without_people_is_told_too(govgraph: Govgraph, minutes: Path) -> None:
    rows = govgraph("parse", minutes, "--why", "1", "-f", "json").rows()
    assert rows[0]["what"] == "line"
    assert ("meeting", "HARBOUR COMMITTEE") in {(r["what"], r["text"].upper()) for r in rows}


def test_what_is_no_line_of_one_document_is_refused(govgraph: Govgraph, minutes: Path) -> None:
    ended = govgraph("parse", minutes, "--why", "9")
    assert (ended.code, "has lines 1 to" in ended.err) == (2, True)
    (minutes.parent / "june.txt").write_text(TEXT, "utf-8")
    assert govgraph("parse", minutes.parent, "--why", "5").code == 2
    records = minutes.parent / "records.json"
    records.write_text("{}", "utf-8")
    assert govgraph("parse", records, "--why", "1").code == 2
