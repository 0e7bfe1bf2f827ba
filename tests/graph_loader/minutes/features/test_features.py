from __future__ import annotations

import pytest
from govgraph.graph_loader.minutes.features.affix import LONGEST, affixes
from govgraph.graph_loader.minutes.features.labels import label_of, labels_above, speaks, spoken
from govgraph.graph_loader.minutes.features.layout import layout
from govgraph.graph_loader.minutes.features.lexicon import known_word, word_classes
from govgraph.graph_loader.minutes.features.lines import line_features
from govgraph.graph_loader.minutes.features.position import position
from govgraph.graph_loader.minutes.features.shape import length, shape
from govgraph.graph_loader.minutes.features.words import word_features
from govgraph.graph_loader.minutes.text import Line, Word, lines_of, words_between


def _lines(text: str) -> tuple[Line, ...]:
    return lines_of(text, text, 0, len(text))


def _word(text: str) -> Word:
    return words_between(text, 0, len(text))[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Quill", "Xx"), ("J.", "X."), ("J", "X"), ("QUILL", "XXX"), ("BO", "XX"), ("and", "xx"), ("McQuill", "XxX"),
     ("12", "99"), ("2021", "999"), (",", ",")],
)  # fmt: skip
def test_shape(text: str, expected: str) -> None:
    assert shape(_word(text)) == expected


def test_length_in_steps() -> None:
    assert length(_word("A")) == "len0"
    assert length(_word("Quillington")) == "len4"


def test_affixes_are_short() -> None:
    assert affixes(_word("Quillington")) == ["-on", "-ton", "qu-"]
    assert affixes(_word("Bo")) == []
    assert all(len(a.strip("-")) <= LONGEST for a in affixes(_word("Featherstonehaugh")))


def test_the_lexicon_knows_titles_and_no_surname_that_stands_nowhere() -> None:
    assert "titles" in word_classes("Cllr.")
    assert "words.post" in word_classes("Clerk")
    assert word_classes("Quillington") == frozenset()
    assert known_word("Apologies") == "apologies"
    assert known_word("Quillington") is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("Members present", ("members", "there")), ("Apologies", ("apology",)), ("Not present", ("absence",)),
     ("Also in attendance", ("also", "there")), ("Matters arising", ())],
)  # fmt: skip
def test_labels_speak(text: str, kinds: tuple[str, ...]) -> None:
    assert spoken(_lines(text)[0].words) == kinds


def test_the_label_of_a_line_ends_at_its_colon_and_a_sentence_has_none() -> None:
    assert label_of(_lines("Regrets: Ada Quill")[0]).endswith("apology")
    assert label_of(_lines("The chair thanked all those who were present for their work")[0]) == ""
    assert speaks("members+there")
    assert not speaks("members")


def test_labels_above_are_remembered() -> None:
    above = labels_above(_lines("Apologies\nAda Quill\nBo Marsh"))
    assert above[0] == ("", "", 0)
    assert above[2][1].endswith("apology")
    assert above[2][2] == 1


def test_layout_and_position() -> None:
    lines = _lines("PRESENT\n\n    Ada Quill, Bo Marsh")
    assert "capitals" in layout(lines, 0)
    assert {"indent2", "above1", "commas1"} <= set(layout(lines, 1))
    assert position(0, 10) == ["line0", "tenth0"]
    assert position(99, 100) == ["line6", "tenth9"]


def test_neighbours_are_seen() -> None:
    rows = line_features(_lines("PRESENT\nAda Quill"))
    assert any(f.startswith("-1:label:") and f.endswith("there") for f in rows[1])
    words = word_features(_lines("Apologies: Ada Quill"), 0, ("", "", 0), {"a": 0.9})
    assert "said:a:4" in words[0]
    assert any(f.startswith("inline:") and f.endswith("apology") for f in words[2])
    assert "-1:s:Xx" in words[3]


def test_no_feature_holds_a_name() -> None:
    lines = _lines("Present: Cllr Zebedee Quillington (Chair), Bo Featherstonehaugh")
    rows = [*line_features(lines), *word_features(lines, 0, ("", "", 0), {})]
    assert not [f for row in rows for f in row if "quilling" in f.casefold() or "feather" in f.casefold()]
