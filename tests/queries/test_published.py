"""The address of a passage: the page of a PDF, the words of a web page."""

from __future__ import annotations

import pytest
from govgraph.queries.output.published import published_at, text_fragment


@pytest.mark.parametrize(
    ("uri", "page", "address"),
    [
        ("https://m.example/a.pdf", 3, "https://m.example/a.pdf#page=3"),
        ("https://m.example/a.pdf", None, "https://m.example/a.pdf"),
        ("https://m.example/a.PDF?id=1", None, "https://m.example/a.PDF?id=1"),
        ("https://m.example/a?id=1", None, "https://m.example/a?id=1#:~:text=Cllr%20Ann%20Roe"),
        ("https://m.example/a#top", None, "https://m.example/a#top:~:text=Cllr%20Ann%20Roe"),
        ("https://m.example/a.docx", None, "https://m.example/a.docx"),
        ('https://m.example/a "b".txt', None, "https://m.example/a%20%22b%22.txt#:~:text=Cllr%20Ann%20Roe"),
    ],
)
def test_the_address_of_a_passage(uri: str, page: int | None, address: str) -> None:
    assert published_at(uri, "Cllr Ann Roe", page) == address


def test_the_address_of_a_document() -> None:
    assert published_at("https://m.example/a.txt") == "https://m.example/a.txt"


@pytest.mark.parametrize(
    ("passage", "fragment"),
    [
        ("Ann-Marie Roe, Chair", "Ann%2DMarie%20Roe%2C%20Chair"),
        ("| Ann Roe | Chair |", "Ann%20Roe,Chair"),
        (
            "**one** two three four five six\nseven eight nine ten eleven twelve",
            "one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve",
        ),
        ("", ""),
        ("| --- |", "%2D%2D%2D"),
    ],
)
def test_the_words_of_a_passage(passage: str, fragment: str) -> None:
    assert text_fragment(passage) == fragment


@pytest.mark.parametrize(
    "uri", ["", "javascript:alert(1)", "data:text/html,x", "//x", "https://", "http://[", 'https://a"b', "file:///etc"]
)
def test_what_is_no_address_of_the_web_is_no_link(uri: str) -> None:
    assert published_at(uri, "Ann Roe") is None
