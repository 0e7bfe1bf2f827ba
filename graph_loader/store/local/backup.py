"""A copy of the local store in one `.tar.gz` file, and the way back.

A copy holds the graph (its database and transaction logs, as they lie after a clean stop) and a list of its files with
their hashes. It holds no user and no password: the store that it goes into keeps its own.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import shutil
import tarfile
import time
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..errors import StoreError, disk_in_words
from .folder import NEO4J_VERSION, StoreFolder, version_key
from .jars import sha256_of
from .progress import Progress
from .starting import LocalNeo4j
from .state import ServerState, connections, process_of, read_state

MANIFEST = "govgraph-backup.json"
_FOLDERS = ("databases/neo4j", "transactions/neo4j")
_LOCKS = frozenset({"database_lock", "store_lock"})
_LARGEST_MANIFEST = 50_000_000
_BLOCK = 1 << 20


class _File(BaseModel):
    model_config = ConfigDict(frozen=True)
    size: int = Field(ge=0)
    sha256: str


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True)
    kind: str
    format: int
    neo4j: str
    made: str
    files: dict[str, _File]


def backup(local: LocalNeo4j, file: Path, replace: bool, progress: Progress) -> int:
    """Writes a copy of the store into `file` and returns its size in bytes; a server that ran runs again afterwards.

    Raises `StoreError` where there is no store, somebody else is connected, `file` exists and `replace` is not given,
    or it cannot be written. Then `file` is as it was.
    """
    if not local.folder.is_store():
        raise StoreError(f"{local.folder.path}: there is no store here to copy")
    if file.exists() and not replace:
        raise StoreError(f"{file}: this file exists; give --replace to overwrite it")
    with local.locked(progress):
        _refuse_if_in_use(local.folder)
        ran = local.stop_locked(progress)
        fresh = file.with_name(file.name + ".part")
        try:
            _write(local.folder, fresh)
            fresh.replace(file)
        except OSError as error:
            raise disk_in_words(error, file, "give another file") from error
        finally:
            fresh.unlink(missing_ok=True)
            if ran:
                local.start_locked(progress)
    return file.stat().st_size


def restore(
    local: LocalNeo4j, file: Path, replace: bool, prove: Callable[[ServerState], None], progress: Progress
) -> None:
    """Puts the copy in `file` into the store. `prove` asks the new graph something, and raises where it cannot.

    The data that was there is given up only after that. Raises `StoreError` where `file` is no whole backup, where a
    store is there and `replace` is not given, or where the new graph does not open; then the store is as it was.
    """
    folder = local.folder
    with local.locked(progress):
        if _holds_data(folder) and not replace:
            raise StoreError(
                f"{folder.path}: there is a store here already; give --replace to put the backup in its place"
            )
        local.stop_locked(progress)
        folder.prepare()
        staging = folder.path / "restoring"
        try:
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(mode=0o700)
            _unpack(file, staging)
            _swap(local, staging, prove, progress)
        except OSError as error:
            raise disk_in_words(error, folder.path) from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _swap(local: LocalNeo4j, staging: Path, prove: Callable[[ServerState], None], progress: Progress) -> None:
    folder = local.folder
    before = folder.data.exists()
    if before:
        folder.data.rename(folder.data_before)
    staging.rename(folder.data)
    try:
        prove(local.launch(progress))
    except BaseException:
        local.stop_locked(progress)
        shutil.rmtree(folder.data, ignore_errors=True)
        if before:
            folder.data_before.rename(folder.data)
        raise
    if before:
        # Renamed first: a removal that is cut off half-way must not be taken for the data from before.
        gone = folder.path / "data.gone"
        shutil.rmtree(gone, ignore_errors=True)
        folder.data_before.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _refuse_if_in_use(folder: StoreFolder) -> None:
    state = read_state(folder)
    process = process_of(state)
    if state and process and (others := connections(process, state.port)):
        raise StoreError(
            f"{folder.path}: {others} connection{'s are' if others > 1 else ' is'} open to the store, and a copy needs "
            "it to rest; close the other programs, or give “govgraph store stop” first"
        )


def _holds_data(folder: StoreFolder) -> bool:
    return (folder.data / _FOLDERS[0]).exists() or folder.data_before.exists()


def _write(folder: StoreFolder, target: Path) -> None:
    names = [
        path.relative_to(folder.data)
        for part in _FOLDERS
        for path in sorted((folder.data / part).rglob("*"))
        if path.is_file() and path.name not in _LOCKS
    ]
    files = {
        name.as_posix(): _File(size=(folder.data / name).stat().st_size, sha256=sha256_of(folder.data / name))
        for name in names
    }
    made = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    manifest = _Manifest(kind=MANIFEST, format=1, neo4j=NEO4J_VERSION, made=made, files=files)
    target.touch(mode=0o600)
    with tarfile.open(target, "w:gz", compresslevel=6) as archive:
        text = manifest.model_dump_json().encode()
        archive.addfile(_member(MANIFEST, len(text)), io.BytesIO(text))
        for name in names:
            with (folder.data / name).open("rb") as opened:
                archive.addfile(_member(name.as_posix(), files[name.as_posix()].size), opened)


def _member(name: str, size: int) -> tarfile.TarInfo:
    """A plain member: nothing about this machine or its user goes into a file that is handed on."""
    member = tarfile.TarInfo(name)
    member.size = size
    member.mode = 0o600
    return member


def _unpack(file: Path, folder: Path) -> None:
    """Unpacks what the manifest lists, nothing else and all of it, every file with its hash."""
    try:
        with tarfile.open(file, "r:gz") as archive:
            manifest = _manifest(archive, file)
            _check_room(manifest, folder)
            left = dict(manifest.files)
            for member in archive:
                if member.name == MANIFEST:
                    continue
                expected = left.pop(member.name, None)
                if expected is None or not member.isreg() or member.size != expected.size:
                    raise StoreError(f"{file}: not a sound backup: “{member.name}” does not belong in it")
                if hasattr(tarfile, "data_filter"):
                    tarfile.data_filter(member, str(folder))
                source = archive.extractfile(member)
                if source is None or _copy(source, folder / member.name) != expected.sha256:
                    raise StoreError(f"{file}: damaged: “{member.name}” is not as it was when the backup was made")
            if left:
                raise StoreError(f"{file}: not a whole backup: “{min(left)}” is missing")
    except FileNotFoundError as error:
        raise StoreError(f"{file}: there is no such file") from error
    except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise StoreError(f"{file}: not a backup of govgraph, or damaged ({error})") from error


def _manifest(archive: tarfile.TarFile, file: Path) -> _Manifest:
    first = archive.next()
    source = archive.extractfile(first) if first is not None and first.name == MANIFEST and first.isreg() else None
    if first is None or source is None or first.size > _LARGEST_MANIFEST:
        raise StoreError(f"{file}: not a backup of govgraph (it does not begin with {MANIFEST})")
    try:
        manifest = _Manifest.model_validate_json(source.read())
        newer = version_key(manifest.neo4j) > version_key(NEO4J_VERSION)
    except (ValidationError, ValueError) as error:
        raise StoreError(f"{file}: not a backup of govgraph (its {MANIFEST} is not readable)") from error
    if manifest.kind != MANIFEST or manifest.format != 1 or newer:
        raise StoreError(f"{file}: made by a newer govgraph, with Neo4j {manifest.neo4j}; use that one to restore it")
    for name in manifest.files:
        path = PurePosixPath(name)
        inside = any(path.is_relative_to(part) and path != PurePosixPath(part) for part in _FOLDERS)
        if not inside or ".." in path.parts or "\\" in name or ":" in name:
            raise StoreError(f"{file}: not a sound backup: “{name}” would lie outside the store")
    return manifest


def _check_room(manifest: _Manifest, folder: Path) -> None:
    needed = sum(entry.size for entry in manifest.files.values())
    if shutil.disk_usage(folder).free < needed:
        raise StoreError(f"{folder}: not enough room on this disk for {needed // 1_000_000 + 1} MB")


def _copy(source: IO[bytes], target: Path) -> str:
    """Copies a member and returns the SHA-256 of what was written."""
    digest = hashlib.sha256()
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as opened:
        while block := source.read(_BLOCK):
            digest.update(block)
            opened.write(block)
    return digest.hexdigest()
