"""`init` writes what `load` reads, and nothing over what is there."""

from __future__ import annotations

from pathlib import Path

from govgraph.cli import app
from govgraph.graph_loader.stated import Stated, stated_for
from typer.testing import CliRunner

from .conftest import Govgraph


def test_options_are_written_and_read_back(govgraph: Govgraph, tmp_path: Path) -> None:
    given = ("--council", 'The "Old" Council', "--uri", "https://minutes.example/{name}", "--profile", "england")
    assert govgraph("init", tmp_path, *given).code == 0
    found = stated_for(tmp_path / "a.txt", tmp_path)
    assert found == Stated('The "Old" Council', "https://minutes.example/{name}", profile="england")


def test_what_no_option_gives_is_asked_for_and_may_be_nothing(tmp_path: Path) -> None:
    ended = CliRunner().invoke(app, ["init", str(tmp_path)], input="Quill Parish Council\n\n\n")
    assert ended.exit_code == 0
    assert stated_for(tmp_path / "a.txt", tmp_path) == Stated("Quill Parish Council")


def test_nothing_is_written_over_and_nothing_wrong_is_written(govgraph: Govgraph, tmp_path: Path) -> None:
    all_ = ("--council", "", "--uri", "", "--profile")
    wrong = govgraph("init", tmp_path, *all_, "no-such-profile")
    assert (wrong.code, "there is no profile “no-such-profile”" in wrong.err) == (2, True)
    address = govgraph("init", tmp_path, "--council", "", "--uri", "minutes/{name}", "--profile", "")
    assert (address.code, "is no address" in address.err) == (2, True)
    assert not list(tmp_path.iterdir())
    assert govgraph("init", tmp_path, *all_, "").code == 0
    again = govgraph("init", tmp_path, *all_, "")
    assert (again.code, "is there already" in again.err) == (2, True)
    assert govgraph("init", tmp_path / "nowhere", *all_, "").code == 2
