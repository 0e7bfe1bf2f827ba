"""What a folder's govgraph.toml states."""

from pathlib import Path

import pytest
from govgraph.graph_loader.stated import Stated, StatedError, stated_for


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "govgraph.toml").write_text('council = "Outer Council"', "utf-8")
    assert stated_for(inner / "x.txt", tmp_path).council == "Outer Council"
    (inner / "govgraph.toml").write_text('council = "Inner Council"', "utf-8")
    assert stated_for(inner / "x.txt", tmp_path).council == "Inner Council"


def test_folders_above_the_one_that_is_loaded_say_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "govgraph.toml").write_text('council = "Outer Council"', "utf-8")
    assert stated_for(tmp_path / "a" / "x.txt", tmp_path / "a") == Stated()


def test_address_and_date_come_from_the_file_name() -> None:
    stated = Stated(uri="https://example.org/{name}", published=r"_p(\d{4}-\d{2}-\d{2})")
    assert stated.uri_of("x_p2023-05-01.txt") == "https://example.org/x_p2023-05-01.txt"
    assert stated.published_of("x_p2023-05-01.txt") == "2023-05-01"
    assert stated.published_of("x.txt") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("council = ", "not readable as TOML"),
        ('counsil = "A Council"', "unknown name “counsil”"),
        ("council = 3", "must be a text"),
        ('published = "("', "is no pattern"),
        ('published_on = "2024-05-31"', "unknown name “published_on”"),
    ],
)
def test_mistakes_are_named_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "govgraph.toml").write_text(text, "utf-8")
    with pytest.raises(StatedError, match=message):
        stated_for(tmp_path / "x.txt", tmp_path)


def test_what_stands_beside_a_document_counts_before_its_folder(tmp_path: Path) -> None:
    (tmp_path / "govgraph.toml").write_text('council = "A Council"\nuri = "https://a.example/{name}"', "utf-8")
    (tmp_path / "x.pdf.toml").write_text('uri = "https://a.example/17"\npublished = "2024-05-31"', "utf-8")
    stated = stated_for(tmp_path / "x.pdf", tmp_path)
    assert (stated.council, stated.uri_of("x.pdf")) == ("A Council", "https://a.example/17")
    assert stated.published_of("x.pdf") == "2024-05-31"
    assert stated_for(tmp_path / "y.pdf", tmp_path).uri_of("y.pdf") == "https://a.example/y.pdf"


def test_a_date_beside_a_document_is_a_date(tmp_path: Path) -> None:
    (tmp_path / "x.pdf.toml").write_text('published = "last May"', "utf-8")
    with pytest.raises(StatedError, match="must be a date"):
        stated_for(tmp_path / "x.pdf", tmp_path)
