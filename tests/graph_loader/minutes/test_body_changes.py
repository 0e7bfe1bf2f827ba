"""Sentences that say that a body has another name now, or that another took its place."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

from ..without_store import graph_of_texts

TEXT = """Eastmere District Council

HIGHWAYS COMMITTEE

Minutes of the meeting held on Tuesday 12 March 2024 at 7.00 pm

Present: Councillors Hester Quell (Chair) and Dunstan Odum.

1. NAMES

{}
"""
ROADS, HIGHWAYS = "Roads Committee", "Highways Committee"
GROUP, BOARD = "Harbour Working Group", "Harbour Board"


@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("RESOLVED that the Roads Committee be renamed the Highways Committee.", (ROADS, HIGHWAYS, "renamed")),
        ("The Highways Committee, formerly the Roads Committee, met first in May.", (ROADS, HIGHWAYS, "renamed")),
        ("The Highways Committee (previously known as the Roads Committee) met.", (ROADS, HIGHWAYS, "renamed")),
        ("It was agreed to rename the Roads Committee as the Highways Committee.", (ROADS, HIGHWAYS, "renamed")),
        ("The Roads Committee will henceforth be known as the Highways Committee.", (ROADS, HIGHWAYS, "renamed")),
        ("Agreed that the name of the Roads Committee be changed to the Highways Committee.",
         (ROADS, HIGHWAYS, "renamed")),
        ("The Harbour Working Group had been replaced by the Harbour Board.", (GROUP, BOARD, "succeeded")),
        ("The Harbour Board replaces the Harbour Working Group.", (GROUP, BOARD, "succeeded")),
        ("The Harbour Working Group was dissolved and its functions transferred to the Harbour Board.",
         (GROUP, BOARD, "succeeded")),
    ],
)  # fmt: skip
def test_a_sentence_that_tells_of_a_change(sentence: str, change: tuple[str, str, str]) -> None:
    document = read_bytes(TEXT.format(sentence).encode(), "minutes.txt")
    (minutes,) = parse(document)
    (told,) = minutes.body_changes
    assert (told.earlier, told.later, told.kind) == change
    assert document.text[told.span.char_start : told.span.char_end] == told.span.text
    assert told.span.text in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The Roads Committee was not renamed the Highways Committee.",
        "Minutes of the Roads Committee and the Highways Committee were noted.",
        "Members of the Roads Committee were called to the Highways Committee.",
        "The Roads Committee reports to the Highways Committee.",
        "Whether the Roads Committee be renamed the Highways Committee was deferred.",
    ],
)
def test_other_sentences_tell_of_none(sentence: str) -> None:
    (minutes,) = parse(read_bytes(TEXT.format(sentence).encode(), "minutes.txt"))
    assert minutes.body_changes == ()


def test_a_body_is_linked_with_the_one_that_came_after_it() -> None:
    graph = graph_of_texts(
        {"0.txt": TEXT.format("RESOLVED that the Roads Committee be renamed the Highways Committee.")}
    )
    (rows,) = graph.derived.values()
    names = {key: row["name"] for key, row in rows.nodes["Body"].items()}
    (edge,) = rows.edges["Body", "SUCCEEDED_BY", "Body"].values()
    assert (names[edge.start], names[edge.end], edge.properties["kind"]) == (ROADS, "Highways Committee", "renamed")
    assert len(edge.properties["facts"]) == 1
