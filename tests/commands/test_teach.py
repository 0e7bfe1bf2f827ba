"""`govgraph teach --from` and `govgraph train`: what the base reads wrong is learned, for its folder alone."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from govgraph.graph_loader.teaching import training

from .conftest import Ended, Govgraph, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "teaching"
HELD_OUT = "2021-12-09.txt"


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Two parts are held out instead of every document: the models that are kept are the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(training, "_PARTS", 2)
        yield


def _minutes(tmp_path: Path) -> Path:
    target = tmp_path / "commons"
    shutil.copytree(EXAMPLE / "minutes", target)
    (target / "govgraph.toml").write_text('council = "Marlhurst"', "utf-8")
    return target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _minutes(tmp_path)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ended]:
    """A folder whose minutes were taught, and how its training ended: no test changes it."""
    folder = _minutes(tmp_path_factory.mktemp("taught"))
    _teach(run, folder)
    return folder, run("train", folder, "--format", "json")


def _teach(govgraph: Govgraph, folder: Path) -> None:
    for meeting in json.loads((EXAMPLE / "corrected.json").read_text("utf-8")):
        records = folder.parent / "corrected.json"
        records.write_text(json.dumps(meeting), "utf-8")
        ended = govgraph("teach", "--from", records, folder / Path(meeting["source"]["name"]).name, "--by", "Ada Clerk")
        assert ended.code == 0, ended.err


def _said(govgraph: Govgraph, *paths: Path) -> set[tuple[str, str, str | None, str]]:
    meetings = govgraph("parse", *paths).rows()
    return {(a["person"], a["status"], a["role"], a["span"]["rule"]) for m in meetings for a in m["attendance"]}


def test_a_form_that_the_base_fails_is_learned_for_its_folder_alone(
    govgraph: Govgraph, tmp_path: Path, trained: tuple[Path, Ended]
) -> None:
    folder, ended = trained
    elsewhere = tmp_path / HELD_OUT
    shutil.copy(folder / HELD_OUT, elsewhere)
    assert {s for _, s, *_ in _said(govgraph, elsewhere)} <= {"present"}  # nobody's apologies are read as such
    assert ended.code == 0, ended.err
    rows = {row["kind"]: row for row in ended.rows()}
    assert rows["apologies"]["before"] <= rows["apologies"]["after"]
    assert rows["present"]["before"] < rows["present"]["after"]
    after = _said(govgraph, folder / HELD_OUT)
    assert {(p, s, r) for p, s, r, _ in after} == {
        ("Ada Birch", "present", "hayward"),
        ("Tom Quill", "present", None),
        ("Rhoda Lamb", "present", None),
        ("Nell Orme", "apologies", None),
        ("Ivy Penfold", "apologies", None),
    }
    assert all("+taught-" in rule for *_, rule in after)


def test_the_same_documents_teach_the_same_bytes(govgraph: Govgraph, folder: Path, trained: tuple[Path, Ended]) -> None:
    _teach(govgraph, folder)
    assert govgraph("train", folder).code == 0
    names = ["govgraph.toml", *(f"govgraph.taught/{n}" for n in ("lines.crfsuite", "person.crfsuite", "taught.toml"))]
    assert [(folder / n).read_bytes() for n in names] == [(trained[0] / n).read_bytes() for n in names]
    assert (folder / "govgraph.toml").read_text("utf-8").startswith('council = "Marlhurst"\ntaught = "')


def test_models_that_are_not_those_stated_are_not_used(
    govgraph: Govgraph, tmp_path: Path, trained: tuple[Path, Ended]
) -> None:
    folder = tmp_path / "copied"
    shutil.copytree(trained[0], folder)
    toml = folder / "govgraph.toml"
    toml.write_text(toml.read_text("utf-8")[:-6] + '0000"\n', "utf-8")
    ended = govgraph("parse", folder / HELD_OUT)
    assert ended.code == 1
    assert "not the models" in ended.err
    (folder / "govgraph.taught" / "taught.toml").write_text('base = "0"\nbase_models = "0"\n', "utf-8")
    toml.write_text('taught = "1"\n', "utf-8")
    ended = govgraph("parse", folder / HELD_OUT)
    assert ended.code == 1
    assert "older govgraph" in ended.err


def test_what_cannot_be_taught_is_said(govgraph: Govgraph, folder: Path) -> None:
    assert "no document here is taught" in govgraph("train", folder).err
    below = folder / "below"
    below.mkdir()
    ended = govgraph("train", below)
    assert (ended.code, "belongs to the council" in ended.err) == (2, True)
    records = folder.parent / "records.json"
    for text, message in (
        ("[1]", "no parsed minutes"),
        ("{", "no parsed minutes"),
        ('{"source": {"name": "x"}, "attendance": [{"person": "Hal Mere", "status": "present"}]}', "nobody"),
        ('{"source": {"name": "x"}, "attendance": [{"person": "Hal Mere", "status": "there"}]}', "there"),
    ):
        records.write_text(text, "utf-8")
        ended = govgraph("teach", "--from", records, folder / HELD_OUT)
        assert ended.code == 1
        assert message in ended.err
    assert govgraph("teach").code == 2
    for path in (folder / "none.txt", folder):
        ended = govgraph("teach", path, "--no-open")
        assert (ended.code, "no such file" in ended.err) == (1, True)


def test_the_commands_of_the_documentation_do_what_it_says(
    govgraph: Govgraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (EXAMPLE.parents[1] / "docs" / "teaching.md").read_text("utf-8")
    blocks = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    shutil.copytree(EXAMPLE, tmp_path / "examples" / "teaching")
    monkeypatch.chdir(tmp_path)
    ran = []
    for block in blocks:
        for line in block.splitlines():
            if line.startswith("govgraph "):
                ended = govgraph(*shlex.split(line)[1:])
                assert ended.code == 0, (line, ended.err)
                ran.append(line.split()[1])
    assert ran[:3] == ["parse", "teach", "train"]
    taught = (tmp_path / "examples/teaching/minutes/2021-03-04.txt.teaching").read_text("utf-8")
    shown = next(block for block in blocks if block.startswith("document = "))
    for line in shown.splitlines():
        assert line.startswith("when") or line in taught.splitlines(), line
