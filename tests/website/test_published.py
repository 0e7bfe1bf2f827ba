"""The address of a passage: the page of a PDF, the words of a web page."""

from __future__ import annotations

import pytest
from govgraph.website.published import published_at, text_fragment
from govgraph.website.records import Document, Place


def _document(media_type: str, uri: str = "https://m.example/a") -> Document:
    return Document("k", "d", "a", uri, None, "v", media_type, None, "2024-01-01", 0, None)


def _place(text: str, page: int | None = None) -> Place:
    return Place("statement", "r", "v", 0, len(text), 1, 1, page, text)


@pytest.mark.parametrize(
    ("media_type", "page", "address"),
    [
        ("application/pdf", 3, "https://m.example/a#page=3"),
        ("application/pdf", None, "https://m.example/a"),
        ("text/html", None, "https://m.example/a#:~:text=Cllr%20Ann%20Roe"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", None, "https://m.example/a"),
    ],
)
def test_the_address_of_a_passage(media_type: str, page: int | None, address: str) -> None:
    assert published_at(_document(media_type), _place("Cllr Ann Roe", page)) == address


@pytest.mark.parametrize(
    ("passage", "fragment"),
    [
        ("Ann-Marie Roe, Chair", "Ann%2DMarie%20Roe%2C%20Chair"),
        ("| Ann Roe | Chair |", "Ann%20Roe,Chair"),
        ("**one** two three four five six\nseven eight nine ten eleven twelve", None),
        ("", ""),
        ("| --- |", "%2D%2D%2D"),
    ],
)
def test_the_words_of_a_passage(passage: str, fragment: str | None) -> None:
    made = text_fragment(passage)
    if fragment is None:
        assert made == "one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve"
    else:
        assert made == fragment


@pytest.mark.parametrize(
    "uri", ["javascript:alert(1)", "data:text/html,x", "//x", "https://", "http://[", 'https://a"b']
)
def test_what_is_no_address_of_the_web_is_no_link(uri: str) -> None:
    assert published_at(_document("text/html", uri)) is None
