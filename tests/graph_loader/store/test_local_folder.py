"""The folder of a local store: who can read it, what it refuses to touch, and the settings that are no settings."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from govgraph.graph_loader.store import StoreError, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local.folder import StoreFolder
from govgraph.graph_loader.store.local.options import LocalOptions, read_options
from govgraph.graph_loader.store.local.progress import Silent


def prepared(path: Path) -> StoreFolder:
    folder = StoreFolder(path)
    folder.make()
    folder.prepare()
    return folder


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "a" / "store")
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600
    folder.path.chmod(0o755)
    folder.password_file.chmod(0o644)
    folder.prepare()
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.password_file.stat().st_mode) == 0o600


def test_a_password_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "store")
    elsewhere = tmp_path / "other"
    folder.password_file.rename(elsewhere)
    folder.password_file.symlink_to(elsewhere)
    with pytest.raises(StoreError, match=r"a link, .* delete the link"):
        folder.prepare()


def test_each_store_has_a_long_password_of_its_own_that_stays(tmp_path: Path) -> None:
    first, second = prepared(tmp_path / "1"), prepared(tmp_path / "2")
    assert len(first.password()) >= 32
    assert first.password() != second.password()
    before = first.password()
    first.prepare()
    assert first.password() == before


def test_a_lost_password_is_made_anew_and_only_the_users_go(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "store")
    for name in ("system", "neo4j"):
        (folder.data / "databases" / name).mkdir(parents=True)
    before = folder.password()
    folder.password_file.unlink()
    with pytest.raises(StoreError, match="password cannot be read"):
        folder.password()
    folder.prepare()
    assert folder.password() != before
    assert not folder.system_database.exists()
    assert (folder.data / "databases" / "neo4j").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("Present: Cllr Lee", "utf-8")
    with pytest.raises(StoreError, match=r"holds something else \(minutes\.txt\)"):
        open_store(None, tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["minutes.txt"]


def test_a_start_that_was_killed_before_the_mark_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "start.lock").touch()
    (tmp_path / "password").touch()
    assert prepared(tmp_path).password()


def test_a_file_where_the_folder_would_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for path in (tmp_path / "file", tmp_path / "file" / "store"):
        with pytest.raises(StoreError, match="a file where a folder would be"):
            open_store(None, path)


_OPEN_AS_NOBODY = """
import os, sys
from pathlib import Path
from govgraph.graph_loader.store import StoreError, open_store
if os.geteuid() == 0:  # root may write anywhere
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    open_store(None, Path(sys.argv[1]))
except StoreError as error:
    sys.exit(str(error))
"""


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    command = [sys.executable, "-c", _OPEN_AS_NOBODY, str(locked / "store")]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert tried.returncode == 1
    assert f"{locked / 'store'}: not writable for this user; give another folder" in tried.stderr
    assert "Traceback" not in tried.stderr


def test_a_nearly_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=5_000_000))
    with pytest.raises(StoreError, match=r"only 5 MB are free.*make room"):
        open_store(None, tmp_path / "store")


def test_a_clock_that_was_set_back_keeps_no_store_up_for_ever(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path / "store")
    folder.make()
    folder.touch_used()
    next_year = time.time() + 365 * 86400
    os.utime(folder.used_file, (next_year, next_year))
    assert folder.seconds_unused() < 1
    assert folder.used_file.stat().st_mtime < time.time() + 1
    ago = time.time() - 60
    os.utime(folder.used_file, (ago, ago))
    assert 59 < folder.seconds_unused() < 62


def test_a_store_of_a_newer_neo4j_is_not_opened(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "store")
    marker = json.loads(folder.marker.read_text("utf-8"))
    folder.marker.write_text(json.dumps(marker | {"neo4j": "5.100.0"}), "utf-8")
    with pytest.raises(StoreError, match=r"written by Neo4j 5\.100\.0.*newer"):
        open_store(None, folder.path)
    folder.marker.write_text("{}", "utf-8")
    with pytest.raises(StoreError, match=r"store\.json: not readable"):
        open_store(None, folder.path)


def test_a_restore_that_was_killed_is_undone_before_anything_starts(tmp_path: Path) -> None:
    folder = prepared(tmp_path / "store")
    for path, name in ((folder.data, "new"), (folder.data_before, "old"), (folder.path / "restoring", "part")):
        path.mkdir(exist_ok=True)
        (path / name).touch()
    folder.prepare()
    assert [entry.name for entry in folder.data.iterdir()] == ["old"]
    assert not folder.data_before.exists()
    assert not (folder.path / "restoring").exists()


def test_where_a_store_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_DIR", str(tmp_path / "by-environment"))
    assert local_neo4j(tmp_path / "given").folder.path == tmp_path / "given"
    assert local_neo4j(None).folder.path == tmp_path / "by-environment"
    monkeypatch.delenv("GOVGRAPH_STORE_DIR")
    assert local_neo4j(None).folder.path.parts[-2:] == ("govgraph", "store")
    monkeypatch.chdir(tmp_path)
    assert local_neo4j(Path("relative")).folder.path == tmp_path / "relative"


def test_stopping_what_never_was_makes_no_folder(tmp_path: Path) -> None:
    assert local_neo4j(tmp_path / "store").stop(Silent()) is False
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("memory", "idle", "expected"),
    [
        (None, None, LocalOptions("1g", 15)),
        ("", "", LocalOptions("1g", 15)),
        (" 2G ", "0.5", LocalOptions("2g", 0.5)),
        ("512m", "0", LocalOptions("512m", 0)),
    ],
)
def test_options(memory: str | None, idle: str | None, expected: LocalOptions) -> None:
    assert read_options(memory, idle) == expected


@pytest.mark.parametrize("memory", ["1", "1024", "much", "-1g", "1.5g", "64m", "1g -XX:Danger"])
def test_a_memory_that_is_none(memory: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_MEMORY", memory)
    with pytest.raises(StoreError, match="GOVGRAPH_STORE_MEMORY is “"):
        open_store(None, tmp_path / "store")


@pytest.mark.parametrize("idle", ["-1", "soon", "nan", "inf"])
def test_an_idle_time_that_is_none(idle: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVGRAPH_STORE_IDLE", idle)
    with pytest.raises(StoreError, match="GOVGRAPH_STORE_IDLE is “"):
        open_store(None, tmp_path / "store")
