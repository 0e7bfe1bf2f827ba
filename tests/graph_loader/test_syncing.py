"""A folder and a store in step: new, changed, withdrawn; what was loaded otherwise stays; a folder that is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from govgraph.cli import app
from govgraph.commands.documents.syncing import follow
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.sources import SourceError
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.versions import documents_in
from govgraph.graph_loader.syncing import SyncError, SyncNote, Withdrawn, sync
from typer.testing import CliRunner

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"
FORUM, BOARD = "2025-02-06-harbour-liaison-forum.md", "2023-11-16-joint-school-transport-board.txt"


def states(store: Store, folder: Path, note: SyncNote) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for result in sync(folder, store, note, "Wexmoorshire County Council"):
        if isinstance(result, Withdrawn):
            found[result.key] = "withdrawn"
        else:
            found[result.source.key] = result.state
    return found


def test_a_folder_is_followed(store: Store, tmp_path: Path) -> None:
    folder, note = tmp_path / "minutes", SyncNote(tmp_path / "note.json")
    folder.mkdir()
    shutil.copy(EXAMPLES / FORUM, folder)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(EXAMPLES / BOARD, other)
    assert [r.error for r in load([other], store, "Wexmoorshire County Council")] == [None]

    assert states(store, folder, note) == {FORUM: "inserted"}
    assert states(store, folder, note) == {FORUM: "unchanged"}

    text = (folder / FORUM).read_text("utf-8")
    (folder / FORUM).write_text(text + "\nThe Chairman thanked everybody.\n", "utf-8")
    (folder / "register.csv").write_text("person,body,from\nCllr Ada Marrow,Harbour Forum,2024-05-14\n", "utf-8")
    assert states(store, folder, note) == {FORUM: "updated", "register.csv": "inserted"}

    (folder / "register.csv").unlink()
    assert states(store, folder, note) == {FORUM: "unchanged", "register.csv": "withdrawn"}
    assert set(documents_in(store)) == {FORUM, BOARD}

    (folder / FORUM).write_bytes(b"%PDF-1.4 damaged")
    assert states(store, folder, note) == {FORUM: None}
    assert set(documents_in(store)) == {FORUM, BOARD}, "what cannot be read stays as it was"

    shutil.rmtree(folder)
    with pytest.raises(SourceError):
        states(store, folder, note)
    folder.mkdir()
    with pytest.raises(SourceError):
        states(store, folder, note)
    assert set(documents_in(store)) == {FORUM, BOARD}, "a folder without minutes withdraws nothing"


def test_nothing_is_withdrawn_while_what_is_stated_cannot_be_read(store: Store, tmp_path: Path) -> None:
    folder, note = tmp_path / "minutes", SyncNote(tmp_path / "note.json")
    folder.mkdir()
    shutil.copy(EXAMPLES / FORUM, folder)
    stated = folder / "govgraph.toml"
    stated.write_text('uri = "https://minutes.example/{name}"', "utf-8")
    states(store, folder, note)
    kept = set(documents_in(store))
    stated.write_text('uri = "https://minutes.example/{name}', "utf-8")
    assert states(store, folder, note) == {FORUM: None}
    assert set(documents_in(store)) == kept
    stated.write_text('uri = "https://elsewhere.example/{name}"', "utf-8")
    assert states(store, folder, note) == {FORUM: "inserted"} | dict.fromkeys(kept, "withdrawn")


def test_the_command_tells_what_it_did_and_fails_where_a_file_does(
    neo4j_dir: Path, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    shutil.copy(EXAMPLES / FORUM, folder)
    (folder / "table.csv").write_text("day,amount\n1,2\n", "utf-8")
    note = neo4j_dir.with_name(f"{neo4j_dir.name}.sync.json")
    note.unlink(missing_ok=True)
    given = ["sync", str(folder), "--store-dir", str(neo4j_dir)]
    ended = CliRunner().invoke(app, given)
    assert ended.exit_code == 1
    assert "no register of members" in ended.stderr
    assert ended.stdout == f"new: {FORUM}\n2 documents: 1 new, 1 failed\n"
    (folder / "table.csv").unlink()
    ended = CliRunner().invoke(app, given)
    assert (ended.exit_code, ended.stdout) == (0, "1 document: 1 unchanged\n")
    note.unlink()


def test_each_change_is_followed_and_only_what_it_brought_is_told() -> None:
    answers = iter([[{"state": "unchanged"}], [{"state": "updated"}]])
    told: list[list[dict[str, str]]] = []

    def tell(rows: list[dict[str, str]]) -> bool:
        told.append(rows)
        return False

    follow([{"a"}, {"b"}], lambda: next(answers), tell)
    assert told == [[{"state": "updated"}]]


def test_a_note_that_is_none_is_said(tmp_path: Path) -> None:
    file = tmp_path / "note.json"
    for wrong in ("{", "[]", '{"a": "b"}'):
        file.write_text(wrong, "utf-8")
        with pytest.raises(SyncError, match="move it away"):
            SyncNote(file).keys(tmp_path)
