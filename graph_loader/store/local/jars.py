"""The jars of Neo4j: which they are, and that each is what it should be, byte for byte.

`jars.lock` was made from Maven's own list of what `org.neo4j:neo4j` needs to run (`python -m
govgraph.commands.store.lock_jars`), so nothing is worked out on a user's machine. A jar is taken only where its hash is
the one in that list: when it is fetched, and again whenever a server starts.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from ..errors import StoreError, disk_in_words
from .progress import Progress

LOCK = Path(__file__).with_name("jars.lock")
_AT_ONCE = 8
"""Downloads at a time: most jars are small, so that waiting for answers takes longer than the bytes."""


@dataclass(frozen=True)
class Jar:
    """One jar: its Maven coordinates, and the hash and size that it must have."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str
    size: int
    """Bytes."""

    @property
    def file_name(self) -> str:
        """Its name in the cache, as in any Maven repository."""
        return f"{self.artifact}-{self.version}{f'-{self.classifier}' if self.classifier else ''}.jar"

    def __str__(self) -> str:
        return ":".join(filter(None, (self.group, self.artifact, self.version, self.classifier)))


Fetch = Callable[[Jar, Path], Path]
"""From a jar and an empty folder to the file that holds it, in that folder or elsewhere. Raises `StoreError`."""


def locked_jars(lock: Path = LOCK) -> tuple[Jar, ...]:
    """The jars of a lock file: `group:artifact:version[:classifier] sha256 bytes`, one a line, `#` for remarks."""
    jars = []
    for line in lock.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            coordinates, sha256, size = line.split()
            group, artifact, version, *classifier = coordinates.split(":")
            jars.append(Jar(group, artifact, version, "".join(classifier), sha256, int(size)))
    return tuple(jars)


def ensure_jars(cache: Path, jars: Sequence[Jar], fetch: Fetch, progress: Progress) -> list[Path]:
    """The files of all jars, each with the hash it must have; what is missing or damaged is fetched.

    Two processes share one download: the second waits for the first. A download that was cut off goes on next time
    where it stopped, since a jar gets its name only when it is whole.
    Raises `StoreError` where a jar cannot be fetched, or what was fetched has another hash.
    """
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "download.lock"):
            missing = [jar for jar in jars if not _is_whole(cache / jar.file_name, jar, progress)]
            if missing:
                _fetch_all(cache, jars, missing, fetch, progress)
    except OSError as error:
        raise disk_in_words(error, cache, "govgraph keeps Neo4j's jars in the user's cache folder") from error
    return [cache / jar.file_name for jar in jars]


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_whole(file: Path, jar: Jar, progress: Progress) -> bool:
    if not file.exists():
        return False
    if sha256_of(file) == jar.sha256:
        return True
    file.unlink()
    progress.say(f"{file} is damaged: its hash is not the one it must have. It was removed and is fetched again.")
    return False


def _fetch_all(cache: Path, jars: Sequence[Jar], missing: Sequence[Jar], fetch: Fetch, progress: Progress) -> None:
    size = sum(jar.size for jar in missing)
    if shutil.disk_usage(cache).free < 2 * size:
        raise StoreError(f"{cache}: not enough room on this disk for {size // 1_000_000 + 1} MB of Neo4j; make room")
    for left_over in cache.glob("fetching-*"):
        shutil.rmtree(left_over, ignore_errors=True)
    progress.say(f"Fetching Neo4j, once: {len(missing)} jars, {max(1, size // 1_000_000)} MB, into {cache}")
    done, have = len(jars) - len(missing), sum(jar.size for jar in jars) - size
    executor = ThreadPoolExecutor(_AT_ONCE)
    try:
        with tempfile.TemporaryDirectory(prefix="fetching-", dir=cache) as staging:
            futures: dict[Future[None], Jar] = {
                executor.submit(_fetch_one, cache, Path(staging) / str(number), jar, fetch): jar
                for number, jar in enumerate(missing)
            }
            try:
                for future in as_completed(futures):
                    future.result()
                    done, have = done + 1, have + futures[future].size
                    progress.count(done, len(jars), have / 1_000_000)
            finally:
                executor.shutdown(wait=True, cancel_futures=True)
    finally:
        progress.close()


def _fetch_one(cache: Path, staging: Path, jar: Jar, fetch: Fetch) -> None:
    staging.mkdir()
    fetched = fetch(jar, staging)
    whole = staging / "whole.jar"
    if staging in fetched.parents:
        fetched.rename(whole)
    else:
        shutil.copyfile(fetched, whole)
    if sha256_of(whole) != jar.sha256:
        whole.unlink()
        raise StoreError(
            f"{jar}: what was fetched is not the file that govgraph expects (its SHA-256 is another), so it was "
            "removed. Give the command again; if this stays, something between here and the Maven repository "
            "changes files, and whoever runs this network should know"
        )
    whole.replace(cache / jar.file_name)
