"""The folder of a local Neo4j: what lies where, its password, and the rule that nobody else can read it.

store.json    what this folder is, and the Neo4j that wrote it
password      of the user neo4j; readable for the owner only
state.json    the server that runs on it, if one does
used          its time of change is when the store was last used
data/ logs/   Neo4j's own
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError, disk_in_words

NEO4J_VERSION = "5.26.12"
"""The Neo4j that a local store runs; its jars are listed with their hashes in `jars.lock`."""

KIND = "govgraph store"
LEAST_FREE_BYTES = 200_000_000
"""Below this, Neo4j might stop in the middle of a load."""
LEAST_FREE_WHILE_WRITING_BYTES = 100_000_000
"""Enough to write what Neo4j holds in memory (`server.memory.pagecache.size`) and to end cleanly."""

_CLOCK_SECONDS = 2.0
"""By how much the time of a file may lie ahead where no clock was set: file systems round it."""

_BEFORE_MARKER = {"start.lock", "password"}
"""What a start that was killed may leave in a folder that is not yet marked as a store."""


def check_room(folder: Path) -> None:
    """Raises `StoreError` where the disk of a store is nearly full: while there is room, everything ends cleanly."""
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_WHILE_WRITING_BYTES:
        raise StoreError(
            f"{folder}: only {free // 1_000_000} MB are free on this disk, and to write safely it takes "
            f"{LEAST_FREE_WHILE_WRITING_BYTES // 1_000_000} MB; make room and give the command again: what was written "
            "before is safe"
        )


@dataclass(frozen=True)
class StoreFolder:
    """The paths in one store's folder. `prepare` makes it; everything else expects it prepared."""

    path: Path

    @property
    def data(self) -> Path:
        """Neo4j's data: databases and transaction logs."""
        return self.path / "data"

    @property
    def data_before(self) -> Path:
        """The data that a restore replaces, until the new data has proved itself."""
        return self.path / "data.before"

    @property
    def log(self) -> Path:
        """What the server process says, from its last start on."""
        return self.path / "logs" / "server.log"

    @property
    def password_file(self) -> Path:
        """The password of the user neo4j."""
        return self.path / "password"

    @property
    def state_file(self) -> Path:
        """Which server runs; written by the server."""
        return self.path / "state.json"

    @property
    def used_file(self) -> Path:
        """Touched by clients and by the server while anybody is connected."""
        return self.path / "used"

    @property
    def stop_file(self) -> Path:
        """Holds the token of the server that is asked to stop."""
        return self.path / "stop"

    @property
    def start_lock(self) -> Path:
        """Held by whoever starts or stops the server."""
        return self.path / "start.lock"

    @property
    def serving_lock(self) -> Path:
        """Held by the server for as long as it lives; the system frees it even after `kill -9`."""
        return self.path / "serving.lock"

    @property
    def marker(self) -> Path:
        """Marks the folder as a store of govgraph."""
        return self.path / "store.json"

    @property
    def system_database(self) -> Path:
        """Where Neo4j keeps its users; without it, the next start makes it anew with the password of the file."""
        return self.data / "databases" / "system"

    def make(self) -> None:
        """Makes the folder if it is missing. Raises `StoreError` where it cannot, or where it holds something else."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.marker.exists():
                others = {entry.name for entry in self.path.iterdir()} - _BEFORE_MARKER
                if others:
                    raise StoreError(
                        f"{self.path}: this folder holds something else ({min(others)}) and is no store of govgraph; "
                        "give an empty folder, or one that does not exist"
                    )
        except OSError as error:
            raise disk_in_words(error, self.path) from error

    def prepare(self) -> None:
        """Makes what a start needs; the caller holds `start_lock` and no server runs.

        Raises `StoreError` where the folder cannot be written, the disk is nearly full, or a newer Neo4j wrote it.
        """
        try:
            self.path.chmod(0o700)
            free = shutil.disk_usage(self.path).free
            if free < LEAST_FREE_BYTES:
                raise StoreError(
                    f"{self.path}: only {free // 1_000_000} MB are free on this disk, and the store needs at least "
                    f"{LEAST_FREE_BYTES // 1_000_000} MB; make room, or give another folder with --store-dir"
                )
            self._check_version()
            self._undo_half_restore()
            self.log.parent.mkdir(mode=0o700, exist_ok=True)
            self._make_password()
            write_whole(self.marker, json.dumps({"kind": KIND, "format": 1, "neo4j": NEO4J_VERSION}))
        except OSError as error:
            raise disk_in_words(error, self.path) from error

    def password(self) -> str:
        """The password of the user neo4j. Raises `StoreError` where the file is gone."""
        try:
            return self.password_file.read_text("utf-8").strip()
        except OSError as error:
            raise StoreError(
                f"{self.password_file}: the store's password cannot be read ({error.strerror}); "
                "“govgraph store stop” and the next start make a new one and keep the data"
            ) from error

    def touch_used(self) -> None:
        """Notes that the store is in use now."""
        try:
            self.used_file.touch()
        except OSError as error:
            raise disk_in_words(error, self.used_file) from error

    def seconds_unused(self) -> float:
        """Seconds since the store was last used, from now on where the clock was set back since. Raises `OSError`."""
        if not self.used_file.exists() or self.used_file.stat().st_mtime > time.time() + _CLOCK_SECONDS:
            self.used_file.touch()
        return max(0.0, time.time() - self.used_file.stat().st_mtime)

    def size(self) -> int:
        """Bytes that the folder takes up; files that vanish meanwhile count as nothing."""
        total = 0
        for folder, _, names in os.walk(self.path):
            for name in names:
                try:
                    total += (Path(folder) / name).stat().st_size
                except OSError:
                    continue
        return total

    def is_store(self) -> bool:
        """Whether a store is here."""
        return self.marker.exists()

    def _check_version(self) -> None:
        if not self.marker.exists():
            return
        try:
            marker = json.loads(self.marker.read_text("utf-8"))
            written = str(marker["neo4j"])
            known = marker["kind"] == KIND and marker["format"] == 1
            newer = version_key(written) > version_key(NEO4J_VERSION)
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self.marker}: not readable; is this a store of govgraph?") from error
        if newer or not known:
            raise StoreError(
                f"{self.path}: this store was written by Neo4j {written}, this govgraph brings {NEO4J_VERSION}; "
                "use the govgraph that wrote it, or a newer one"
            )

    def _undo_half_restore(self) -> None:
        """A restore that was killed before its data had proved itself leaves the data from before in force."""
        for left_over in ("restoring", "data.gone"):
            shutil.rmtree(self.path / left_over, ignore_errors=True)
        if self.data_before.exists():
            shutil.rmtree(self.data, ignore_errors=True)
            self.data_before.rename(self.data)

    def _make_password(self) -> None:
        if self.password_file.is_symlink():
            raise StoreError(
                f"{self.password_file}: a link, and the store's password is a file that nobody else can name; "
                "delete the link, and the next start makes a new password and keeps the data"
            )
        if self.password_file.exists() and self.password_file.stat().st_size:
            self.password_file.chmod(0o600)
            return
        # Neo4j keeps no readable password: without the file, its users are made anew, which leaves the graph alone.
        forget_users(self)
        self.password_file.unlink(missing_ok=True)
        handle = os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(24) + "\n")


def forget_users(folder: StoreFolder) -> None:
    """Removes Neo4j's own database of users; the next start makes it anew, with the password of the file."""
    for kind in ("databases", "transactions"):
        shutil.rmtree(folder.data / kind / "system", ignore_errors=True)


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that a reader sees all of it or the one before. Raises `OSError`."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text + "\n", "utf-8")
    fresh.chmod(0o600)
    fresh.replace(path)


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, to compare. Raises `ValueError` where it holds anything else."""
    return tuple(int(part) for part in version.split("."))
