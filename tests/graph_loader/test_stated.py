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
    ],
)
def test_mistakes_are_named_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "govgraph.toml").write_text(text, "utf-8")
    with pytest.raises(StatedError, match=message):
        stated_for(tmp_path / "x.txt", tmp_path)
