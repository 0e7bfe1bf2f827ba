"""Which files are loaded, under which key, and where their parsed minutes go."""

from pathlib import Path

import pytest
from govgraph.graph_loader.outputs import meeting_file, output_names
from govgraph.graph_loader.sources import SourceError, find_sources


def make(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("minutes", "utf-8")
    return root


def test_a_folder_gives_its_minutes_in_order_and_nothing_else(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/c.md", ".hidden/x.txt", "README.md", "govgraph.toml", "photo.png")
    assert [s.key for s in find_sources([tmp_path])] == ["a/c.md", "b.txt"]


def test_a_named_file_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "README.md")
    assert [s.key for s in find_sources([tmp_path / "README.md"])] == ["README.md"]


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        find_sources([tmp_path / "nowhere.txt"])


def test_an_empty_folder_says_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"no minutes in this folder .*\.txt"):
        find_sources([tmp_path])


def test_two_files_that_would_be_one_document_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "b/x.txt")
    with pytest.raises(SourceError, match=r"would both be the document “x\.txt”"):
        find_sources([tmp_path / "a" / "x.txt", tmp_path / "b" / "x.txt"])


def test_the_same_file_twice_is_one_document(tmp_path: Path) -> None:
    make(tmp_path, "x.txt")
    assert len(find_sources([tmp_path, tmp_path / "x.txt"])) == 1


def test_stems_that_differ_lie_flat(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "b/y.txt")
    assert sorted(str(p) for p in output_names(find_sources([tmp_path])).values()) == ["x", "y"]


def test_one_stem_in_two_folders_mirrors_the_folders(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "b/x.txt")
    assert sorted(p.as_posix() for p in output_names(find_sources([tmp_path])).values()) == ["a/x", "b/x"]


def test_one_stem_twice_in_a_folder_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "x.txt", "x.md")
    with pytest.raises(SourceError, match=r"would both become x\.json"):
        output_names(find_sources([tmp_path]))


def test_several_meetings_of_one_file_are_numbered_from_the_second() -> None:
    assert [meeting_file(Path("x.y"), i).name for i in range(3)] == ["x.y.json", "x.y.2.json", "x.y.3.json"]
