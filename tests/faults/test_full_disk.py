"""A disk that fills up: writing stops while there is room; where others fill it, the store opens again, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from govgraph.graph_loader.store import Store, StoreError, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local.progress import Silent

pytestmark = pytest.mark.neo4j

MANY = "UNWIND range(1, 200) AS n CREATE (:A {n: n, t: $t})"


class Usage(NamedTuple):
    """What the system says of a disk."""

    total: int
    used: int
    free: int


def test_writing_stops_while_there_is_room_to_end_cleanly(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.read("MATCH (n) RETURN count(n) AS nodes")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - 60_000_000, 60_000_000))
    with pytest.raises(StoreError, match=r"only 60 MB are free .* takes 100 MB; make room"):
        store.write(lambda tx: tx.run("CREATE (:Lock {id: 'full'})").consume())
    assert store.read("MATCH (n) RETURN count(n) AS nodes") == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a size that is easily filled."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    size = "size=330m"
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", size, "tmpfs", disk], check=False).returncode:
        pytest.skip("no small file system can be mounted by this user")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@pytest.mark.long
def test_a_store_whose_disk_others_filled_opens_again_with_all_that_was_committed(
    small_disk: Path, store_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govgraph.graph_loader.store.connect.check_room", lambda _: None)
    folder, filler = small_disk / "store", small_disk / "other"
    committed = 0
    with open_store(None, folder) as store:
        store.write(lambda tx: tx.run("CREATE (:A)").consume())
        room = os.statvfs(small_disk)
        filler.write_bytes(b"x" * (room.f_bavail * room.f_frsize - 6_000_000))
        said = ""
        while committed < 100_000 and not said:
            try:
                store.write(lambda tx: tx.run(MANY, t="a" * 300).consume())
                committed += 200
            except StoreError as error:
                said = str(error)
        assert "the disk is full; make room" in said
    with pytest.raises(StoreError, match="free on this disk"), open_store(None, folder):
        pass
    filler.unlink()
    with open_store(None, folder) as store:
        assert store.read("MATCH (a:A) RETURN count(a) AS n") == [{"n": committed + 1}]
    local_neo4j(folder).stop(Silent())
