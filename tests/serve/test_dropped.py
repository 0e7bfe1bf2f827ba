"""Files dropped on a page: only plain names of files that are read, and what cannot be read leaves again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.batches import Loaded
from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.parsing import parse_file
from govgraph.graph_loader.sources import find_sources
from govgraph.serve import desk as desk_
from govgraph.serve.teaching import Teaching
from starlette.testclient import TestClient

from .made_up import KEYS, MadeUp, client_of, desk_in

LOAD = f"/{KEYS.token}/desk/load?csrf={KEYS.csrf}"
MINUTES = b"Fenmarsh Parish Council\n\nMinutes of the meeting held on 3 March 2020\n\nPresent: Cllr Ruth Hall (Chair)\n"


def _read_only(store: Any, file: Any, paths: Sequence[Path], council: Any, replacing: bool) -> Iterator[Loaded]:
    """A load that reads and writes nothing."""
    for source in find_sources(paths):
        try:
            parse_file(source)
            yield Loaded(source, "inserted", key=source.key)
        except DocumentError as error:
            yield Loaded(source, None, error=str(error))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MadeUp:
    monkeypatch.setattr(desk_, "load_files", _read_only)
    monkeypatch.setattr(desk_, "told", lambda store, rows: [])
    return desk_in(tmp_path)


@pytest.fixture
def client(desk: MadeUp) -> TestClient:
    return client_of(desk, Teaching(desk.folder, desk.who))


def _files(desk: MadeUp) -> dict[str, bytes]:
    """All files at and around the folder."""
    return {p.relative_to(desk.folder.parent).as_posix(): p.read_bytes() for p in desk.folder.parent.rglob("*.*")}


def test_a_file_is_kept_and_loaded(client: TestClient, desk: MadeUp) -> None:
    answer = client.post(LOAD, files=[("files", ("march.txt", MINUTES)), ("files", ("empty.txt", b" "))])
    assert answer.status_code == 200
    assert "2 documents: 1 inserted" in answer.text
    assert "the file is empty" in answer.text
    assert _files(desk) == {"documents/march.txt": MINUTES}


@pytest.mark.parametrize(
    "name",
    ["../up.txt", "..\\up.txt", "/etc/up.txt", "C:\\up.txt", "a/b.txt", "..", ".hidden.txt", "a\x00.txt", "a\n.txt",
     "\u202etxt.exe.txt", "x" * 300 + ".txt", "up.exe", "up", "up.txt ", "govgraph.toml", "up.txt.teaching"],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder_or_to_what_is_no_document(desk: MadeUp, name: str) -> None:
    rows, _ = desk.load([(name, MINUTES)], None, True)
    assert rows[0]["error"]
    assert _files(desk) == {}


def test_a_path_in_an_upload_is_refused(client: TestClient, desk: MadeUp) -> None:
    answer = client.post(LOAD, files={"files": ("../../up.txt", MINUTES)})
    assert "no name of a file that can be kept here" in answer.text
    assert _files(desk) == {}


def test_what_cannot_be_read_is_said_and_not_kept(client: TestClient, desk: MadeUp) -> None:
    broken = {"a.pdf": b"%PDF-1.7 broken", "b.docx": b"PK\x03\x04broken", "c.txt": b"\x00\x01\x02" * 9}
    for name, content in broken.items():
        answer = client.post(LOAD, files={"files": (name, content)})
        assert answer.status_code == 200
        assert f"{name}: " in answer.text
    assert _files(desk) == {}


def test_another_file_of_the_same_name_is_kept_unless_it_is_to_be_replaced(desk: MadeUp) -> None:
    desk.load([("march.txt", MINUTES)], None, False)
    rows, _ = desk.load([("march.txt", MINUTES + b"More.\n")], None, False)
    assert "there is another file of this name" in rows[0]["error"]
    assert _files(desk) == {"documents/march.txt": MINUTES}
    rows, _ = desk.load([("march.txt", b" ")], None, True)  # cannot be read: what was there comes back
    assert "empty" in rows[0]["error"]
    assert _files(desk) == {"documents/march.txt": MINUTES}
    rows, _ = desk.load([("march.txt", MINUTES + b"More.\n")], None, True)
    assert rows[0]["error"] is None
    assert _files(desk) == {"documents/march.txt": MINUTES + b"More.\n"}


def test_a_link_is_never_written_through(desk: MadeUp) -> None:
    desk.folder.mkdir()
    target = desk.folder.parent / "own.txt"
    target.write_bytes(b"mine")
    (desk.folder / "march.txt").symlink_to(target)
    rows, _ = desk.load([("march.txt", MINUTES)], None, True)
    assert "no ordinary file" in rows[0]["error"]
    assert target.read_bytes() == b"mine"
