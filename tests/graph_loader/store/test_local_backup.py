"""A backup comes back as it was; what is no sound backup changes nothing."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store, StoreError, open_store
from govgraph.graph_loader.store.connect import backup_store, local_neo4j, restore_store
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.local.backup import MANIFEST
from govgraph.graph_loader.store.local.progress import Progress, Silent
from govgraph.graph_loader.store.local.starting import LocalNeo4j
from govgraph.graph_loader.store.local.state import ServerState

from ...faults.made import clean_dump, made_minutes


def constraints(store: Store) -> list[dict[str, str]]:
    return store.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name")


def test_there_and_back(spare_dir: Path, tmp_path: Path) -> None:
    file = tmp_path / "minutes.tar.gz"
    with open_store(None, spare_dir) as store:
        graph, named = clean_dump(store, made_minutes(tmp_path, 1, 2)), constraints(store)
        assert named
        with pytest.raises(StoreError, match="open to the store"):
            backup_store(spare_dir, file, False, Silent())
        assert not file.exists()
    size = backup_store(spare_dir, file, False, Silent())
    assert size == file.stat().st_size
    assert file.stat().st_mode & 0o077 == 0
    assert local_neo4j(spare_dir).running(), "it ran before, so it runs again"
    with pytest.raises(StoreError, match="give --replace"):
        backup_store(spare_dir, file, False, Silent())

    with open_store(None, spare_dir) as store:
        store.query("MATCH (p:Person) DETACH DELETE p", write=True)
        assert list(dump(store)) != graph
    with pytest.raises(StoreError, match="give --replace"):
        restore_store(spare_dir, file, False, Silent())
    password = local_neo4j(spare_dir).folder.password()
    restore_store(spare_dir, file, True, Silent())
    with open_store(None, spare_dir) as store:
        assert list(dump(store)) == graph
        assert constraints(store) == named
    assert local_neo4j(spare_dir).folder.password() == password
    assert not local_neo4j(spare_dir).folder.data_before.exists()


@pytest.mark.long
def test_a_sound_archive_whose_database_does_not_open_is_tried_and_changes_nothing(
    spare_dir: Path, tmp_path: Path
) -> None:
    file, broken = tmp_path / "sound.tar.gz", tmp_path / "broken.tar.gz"
    local_neo4j(spare_dir).start(Silent())
    local_neo4j(spare_dir).stop(Silent())
    before = contents(spare_dir)
    backup_store(spare_dir, file, False, Silent())
    rewrite(file, broken, {"databases/neo4j/neostore": b"\xff" * 8192})
    with pytest.raises(StoreError, match="database is not available"):
        restore_store(spare_dir, broken, True, Silent())
    assert contents(spare_dir) == before


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((folder / "data").rglob("*")) if path.is_file()}


def rewrite(source: Path, target: Path, changed: dict[str, bytes], listed: bool = True) -> None:
    """A copy of a backup in which some files hold something else, which its list knows of unless `listed` is false."""
    import hashlib

    with tarfile.open(source) as old, tarfile.open(target, "w:gz") as new:
        members = [(member.name, old.extractfile(member).read()) for member in old]  # type: ignore[union-attr]
        for name, original in members:
            content = changed.get(name, original)
            if name == MANIFEST and listed:
                manifest = json.loads(original)
                for other, text in changed.items():
                    manifest["files"][other] = {"size": len(text), "sha256": hashlib.sha256(text).hexdigest()}
                content = json.dumps(manifest).encode()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            new.addfile(member, io.BytesIO(content))


def archive(path: Path, files: dict[str, bytes], members: list[tarfile.TarInfo | str] | None = None) -> Path:
    """A backup made by hand: its list names `files`; `members` are what is really in it, usually just those."""
    import hashlib

    manifest = {
        "kind": MANIFEST,
        "format": 1,
        "neo4j": "5.26.12",
        "made": "2026-01-01T00:00:00Z",
        "files": {n: {"size": len(c), "sha256": hashlib.sha256(c).hexdigest()} for n, c in files.items()},
    }
    with tarfile.open(path, "w:gz") as made:
        text = json.dumps(manifest).encode()
        first = tarfile.TarInfo(MANIFEST)
        first.size = len(text)
        made.addfile(first, io.BytesIO(text))
        for entry in files if members is None else members:
            if isinstance(entry, str):
                member = tarfile.TarInfo(entry)
                member.size = len(files[entry])
                made.addfile(member, io.BytesIO(files[entry]))
            else:
                made.addfile(entry)
    return path


@pytest.fixture
def stopped_dir(tmp_path: Path) -> Path:
    """A store that never ran, with a file in its data."""
    folder = local_neo4j(tmp_path / "store").folder
    folder.make()
    folder.prepare()
    (folder.data / "databases" / "neo4j").mkdir(parents=True)
    (folder.data / "databases" / "neo4j" / "neostore").write_text("old", "utf-8")
    return folder.path


def refused(store_dir: Path, file: Path) -> str:
    with pytest.raises(StoreError) as error:
        restore_store(store_dir, file, True, Silent())
    data = store_dir / "data"
    assert [path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()] == [
        "databases/neo4j/neostore"
    ]
    assert not (store_dir / "restoring").exists()
    assert str(file) in str(error.value)
    return str(error.value)


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/etc/outside",
        "databases/neo4j/../../../outside",
        "databases/other/file",
        "databases/system/file",
        "dbms/auth.ini",
        "databases/neo4j/C:outside",
        "databases\\neo4j\\..\\..\\outside",
    ],
)
def test_a_file_that_would_lie_outside_the_store(stopped_dir: Path, tmp_path: Path, name: str) -> None:
    assert "outside the store" in refused(stopped_dir, archive(tmp_path / "x.tar.gz", {name: b"x"}))
    assert not list(tmp_path.rglob("outside"))


def test_links_and_files_that_are_not_listed(stopped_dir: Path, tmp_path: Path) -> None:
    name = "databases/neo4j/neostore"
    link = tarfile.TarInfo(name)
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/hosts"
    assert "does not belong" in refused(stopped_dir, archive(tmp_path / "l.tar.gz", {name: b""}, [link]))
    other = tarfile.TarInfo("../outside")
    assert "does not belong" in refused(stopped_dir, archive(tmp_path / "o.tar.gz", {name: b"x"}, [other, name]))
    assert not (tmp_path / "outside").exists()


def test_a_backup_that_is_damaged_or_cut_off(stopped_dir: Path, tmp_path: Path) -> None:
    files = {"databases/neo4j/neostore": b"x" * 50_000, "databases/neo4j/other": bytes(range(256)) * 200}
    whole = archive(tmp_path / "whole.tar.gz", files)
    assert "is missing" in refused(stopped_dir, archive(tmp_path / "m.tar.gz", files, ["databases/neo4j/other"]))
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(whole.read_bytes()[:-60])
    refused(stopped_dir, cut)
    changed = tmp_path / "changed.tar.gz"
    rewrite(whole, changed, {"databases/neo4j/other": bytes(51_200)}, listed=False)
    assert "not as it was" in refused(stopped_dir, changed)


def test_data_that_does_not_open_is_given_up_for_the_data_from_before(
    stopped_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def launch(self: LocalNeo4j, progress: Progress) -> ServerState:
        assert (self.folder.data / "databases" / "neo4j" / "neostore").read_text("utf-8") == "new"
        raise StoreError("the database is not available")

    monkeypatch.setattr(LocalNeo4j, "launch", launch)
    new = archive(tmp_path / "new.tar.gz", {"databases/neo4j/neostore": b"new"})
    before = contents(stopped_dir)
    with pytest.raises(StoreError, match="database is not available"):
        restore_store(stopped_dir, new, True, Silent())
    assert contents(stopped_dir) == before
    assert not local_neo4j(stopped_dir).folder.data_before.exists()


def test_what_is_no_backup(stopped_dir: Path, tmp_path: Path) -> None:
    assert "no such file" in refused(stopped_dir, tmp_path / "missing.tar.gz")
    text = tmp_path / "notes.txt"
    text.write_text("Present: Cllr Lee", "utf-8")
    assert "not a backup of govgraph" in refused(stopped_dir, text)
    empty = tmp_path / "empty.tar.gz"
    empty.touch()
    assert "not a backup of govgraph" in refused(stopped_dir, empty)
    other = tmp_path / "other.tar.gz"
    with tarfile.open(other, "w:gz") as made:
        made.add(text, "notes.txt")
    assert "does not begin with" in refused(stopped_dir, other)


def test_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        backup_store(tmp_path / "none", tmp_path / "b.tar.gz", False, Silent())
    assert list(tmp_path.iterdir()) == []
