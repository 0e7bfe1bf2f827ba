"""Fetching jars from a Maven repository on loopback: whole or not at all, once for everybody, and never a wrong one."""

from __future__ import annotations

import functools
import hashlib
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from govgraph.graph_loader.store import StoreError
from govgraph.graph_loader.store.local.download import RepositoryFetch
from govgraph.graph_loader.store.local.jars import LOCK, Jar, ensure_jars, locked_jars
from govgraph.graph_loader.store.local.progress import Silent, TerminalProgress


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, notes which jars were asked for, and cuts an answer short where it is told to."""

    asked: list[str]
    cut: set[str]
    busy: set[str]

    def do_GET(self) -> None:
        name = self.path.rpartition("/")[2]
        if name.endswith(".jar"):
            self.asked.append(name)
            # Long enough for a second process to come in between.
            threading.Event().wait(0.2)
        if name in self.busy:
            self.busy.remove(name)
            self.send_error(503)
            return
        if name in self.cut:
            self.send_response(200)
            self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"half")
            return
        super().do_GET()

    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Maven:
    """A Maven repository on loopback and the jars in it."""

    root: Path
    jars: tuple[Jar, ...] = ()
    asked: list[str] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    busy: set[str] = field(default_factory=set)
    address: str = ""

    def file(self, jar: Jar) -> Path:
        return self.root.joinpath(*jar.group.split("."), jar.artifact, jar.version, jar.file_name)


@pytest.fixture
def maven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Maven]:
    found = Maven(tmp_path / "repository")
    for number in range(4):
        content = f"jar {number} ".encode() * 500
        sha256 = hashlib.sha256(content).hexdigest()
        jar = Jar("org.example", f"part{number}", "1.0", "linux" if number == 3 else "", sha256, len(content))
        found.file(jar).parent.mkdir(parents=True)
        found.file(jar).write_bytes(content)
        found.jars += (jar,)
    handler = type("Noting", (Handler,), {"asked": found.asked, "cut": found.cut, "busy": found.busy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(found.root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found.address = f"http://127.0.0.1:{server.server_port}"
    settings(monkeypatch, tmp_path, found.address)
    monkeypatch.setattr("govgraph.graph_loader.store.local.download.time.sleep", lambda seconds: None)
    yield found
    server.shutdown()
    server.server_close()


def settings(monkeypatch: pytest.MonkeyPatch, folder: Path, *addresses: str) -> None:
    """Sets jgo's repositories as a user would, the last in place of the usual one; the own one holds nothing."""
    names = [f"mirror{number}" for number in range(1, len(addresses))] + ["central"]
    lines = [f"{name} = {address}" for name, address in zip(names, addresses, strict=True)]
    (folder / "jgo.conf").write_text("\n".join(["[repositories]", *lines, ""]), "utf-8")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(folder / "jgo.conf"))
    monkeypatch.setenv("M2_REPO", str(folder / "own-m2"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is offline: jgo's repository is a port of loopback where nothing listens."""
    settings(monkeypatch, tmp_path, "http://127.0.0.1:9")
    monkeypatch.setattr("govgraph.graph_loader.store.local.download.time.sleep", lambda seconds: None)


def test_the_lock_names_all_of_neo4j_with_hashes() -> None:
    jars = locked_jars()
    assert len(jars) == 214
    assert len({jar.file_name for jar in jars}) == 214
    assert all(len(jar.sha256) == 64 and jar.size > 0 for jar in jars)
    assert {str(jar) for jar in jars} >= {
        "org.neo4j:neo4j:5.26.12",
        "org.neo4j:neo4j-bolt:5.26.12",
        "io.netty:netty-transport-native-kqueue:4.1.124.Final:osx-aarch_64",
    }
    assert "://" not in LOCK.read_text("utf-8")


def test_jars_are_fetched_once_and_are_whole(maven: Maven, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    files = ensure_jars(cache, maven.jars, RepositoryFetch(), Silent())
    assert [file.read_bytes() for file in files] == [maven.file(jar).read_bytes() for jar in maven.jars]
    assert sorted(maven.asked) == sorted(jar.file_name for jar in maven.jars)
    assert {file.name for file in cache.iterdir()} - {"download.lock"} == {jar.file_name for jar in maven.jars}
    ensure_jars(cache, maven.jars, RepositoryFetch(), Silent())
    assert len(maven.asked) == 4


def test_a_jar_with_another_hash_is_refused_and_removed(maven: Maven, tmp_path: Path) -> None:
    maven.file(maven.jars[1]).write_bytes(b"something else")
    with pytest.raises(StoreError, match=r"org\.example:part1:1\.0: what was fetched is not the file"):
        ensure_jars(tmp_path / "cache", maven.jars, RepositoryFetch(), Silent())
    assert not list((tmp_path / "cache").rglob("*part1*"))


def test_a_jar_that_was_damaged_in_the_cache_is_fetched_again(
    maven: Maven, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path / "cache"
    damaged = ensure_jars(cache, maven.jars, RepositoryFetch(), Silent())[2]
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    ensure_jars(cache, maven.jars, RepositoryFetch(), TerminalProgress())
    assert damaged.read_bytes() == maven.file(maven.jars[2]).read_bytes()
    assert "part2-1.0.jar is damaged" in capsys.readouterr().err
    assert maven.asked.count("part2-1.0.jar") == 2


def test_a_real_jar_that_was_damaged_is_detected_offline(neo4j_dir: Path, nowhere: None, tmp_path: Path) -> None:
    from govgraph.graph_loader.store.connect import local_neo4j

    real = local_neo4j(neo4j_dir).cache
    few = sorted(locked_jars(), key=lambda jar: jar.size)[:3]
    cache = tmp_path / "cache"
    cache.mkdir()
    for jar in few:
        (cache / jar.file_name).write_bytes((real / jar.file_name).read_bytes())
    ensure_jars(cache, few, RepositoryFetch(), Silent())
    damaged = cache / few[0].file_name
    damaged.write_bytes(damaged.read_bytes() + b"\0")
    with pytest.raises(StoreError, match="could not be fetched"):
        ensure_jars(cache, few, RepositoryFetch(), Silent())
    assert not damaged.exists()


def test_offline_with_nothing_fetched_says_what_is_needed(nowhere: None, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:9.*does not answer.*needs the internet.*mirror"):
        ensure_jars(tmp_path / "cache", locked_jars()[:2], RepositoryFetch(), Silent())


def test_a_download_that_was_cut_off_goes_on_where_it_stopped(maven: Maven, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    maven.cut.add("part3-1.0-linux.jar")
    with pytest.raises(StoreError, match="could not be fetched"):
        ensure_jars(cache, maven.jars, RepositoryFetch(), Silent())
    assert not list(cache.rglob("*part3*"))
    before = {file.name for file in cache.glob("*.jar")}
    maven.cut.clear()
    maven.asked.clear()
    (cache / "fetching-killed").mkdir()
    ensure_jars(cache, maven.jars, RepositoryFetch(), Silent())
    assert set(maven.asked) == {jar.file_name for jar in maven.jars} - before
    assert not list(cache.glob("fetching-*"))


def test_a_repository_that_is_down_or_lacks_a_jar_leaves_it_to_the_next(
    maven: Maven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(monkeypatch, tmp_path, "http://127.0.0.1:9", f"{maven.address}/nothing-here/", maven.address)
    ensure_jars(tmp_path / "cache", maven.jars, RepositoryFetch(), Silent())
    assert len(list((tmp_path / "cache").glob("*.jar"))) == 4


def test_a_repository_that_is_busy_is_asked_again(maven: Maven, tmp_path: Path) -> None:
    maven.busy.add("part1-1.0.jar")
    ensure_jars(tmp_path / "cache", maven.jars, RepositoryFetch(), Silent())
    assert maven.asked.count("part1-1.0.jar") == 2


def test_a_jar_that_no_repository_has(maven: Maven, tmp_path: Path) -> None:
    missing = replace(maven.jars[0], version="2.0")
    with pytest.raises(StoreError, match=r"org\.example:part0:2\.0 is in none of the Maven repositories"):
        ensure_jars(tmp_path / "cache", [missing], RepositoryFetch(), Silent())


def test_a_mirrors_password_is_never_printed(nowhere: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(monkeypatch, tmp_path, "http://ann:hunter2@127.0.0.1:9")
    with pytest.raises(StoreError) as failed:
        ensure_jars(tmp_path / "cache", locked_jars()[:1], RepositoryFetch(), Silent())
    assert "127.0.0.1:9" in str(failed.value)
    assert "hunter2" not in str(failed.value)


def test_the_users_own_maven_repository_is_used_where_its_hash_is_right(maven: Maven, tmp_path: Path) -> None:
    own = tmp_path / "own-m2"
    for jar, content in ((maven.jars[0], None), (maven.jars[1], b"not the same")):
        target = own / maven.file(jar).relative_to(maven.root)
        target.parent.mkdir(parents=True)
        target.write_bytes(content or maven.file(jar).read_bytes())
    files = ensure_jars(tmp_path / "cache", maven.jars[:2], RepositoryFetch(), Silent())
    assert maven.asked == ["part1-1.0.jar"]
    assert files[1].read_bytes() == maven.file(maven.jars[1]).read_bytes()
    assert (own / maven.file(maven.jars[0]).relative_to(maven.root)).exists()


_SECOND = """
import sys
from pathlib import Path
from govgraph.graph_loader.store.local.download import RepositoryFetch
from govgraph.graph_loader.store.local.jars import ensure_jars, locked_jars
from govgraph.graph_loader.store.local.progress import Silent
ensure_jars(Path(sys.argv[1]), locked_jars(Path(sys.argv[2])), RepositoryFetch(), Silent())
"""


def test_two_processes_share_one_download(maven: Maven, tmp_path: Path) -> None:
    lock = tmp_path / "jars.lock"
    lock.write_text("# few\n" + "".join(f"{jar} {jar.sha256} {jar.size}\n" for jar in maven.jars), "utf-8")
    command = [sys.executable, "-c", _SECOND, str(tmp_path / "cache"), str(lock)]
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert sorted(maven.asked) == sorted(jar.file_name for jar in maven.jars)


def test_a_full_disk_is_said_before_anything_is_fetched(
    maven: Maven, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1000))
    with pytest.raises(StoreError, match="not enough room"):
        ensure_jars(tmp_path / "cache", maven.jars, RepositoryFetch(), Silent())
    assert maven.asked == []


def test_a_cache_that_cannot_be_written(maven: Maven, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(StoreError, match="there is a file where a folder would be"):
        ensure_jars(tmp_path / "file" / "cache", maven.jars, RepositoryFetch(), Silent())


def test_progress_without_a_terminal_is_a_plain_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    progress = TerminalProgress()
    for done in range(1, 215):
        progress.count(done, 214, done / 2)
    progress.close()
    assert capsys.readouterr().err == "govgraph: 214 of 214 jars, 107 MB\n"
