"""Processes that read: they end with the one that loads, however that ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from govgraph.graph_loader import parsing
from govgraph.graph_loader.sources import Source, find_sources

_LOADER = """
import sys
from pathlib import Path
from govgraph.graph_loader.parsing import parse_sources
from govgraph.graph_loader.sources import find_sources

if __name__ == "__main__":
    for parsed in parse_sources(find_sources([Path(sys.argv[1])]), 2):
        print(parsed.source.key, flush=True)
        sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed otherwise here")
def test_readers_of_a_killed_loader_end(tmp_path: Path) -> None:
    for n in range(12):
        (tmp_path / f"{n:02}.txt").write_text(f"Note {n}\n", "utf-8")
    script = tmp_path / "loader.py"
    script.write_text(_LOADER, "utf-8")
    loader = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert loader.stdout
    assert loader.stdout.readline().strip() == "00.txt"
    started = psutil.Process(loader.pid).children(recursive=True)
    assert len(started) >= 2
    loader.kill()
    loader.wait()
    end = time.monotonic() + 20
    while time.monotonic() < end and any(p.is_running() and p.status() != psutil.STATUS_ZOMBIE for p in started):
        time.sleep(0.1)
    assert not [p for p in started if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


def test_a_reader_that_fails_ends_no_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Note\n", "utf-8")

    def fails(source: Source, *_: object) -> None:
        raise KeyError(source.key)

    monkeypatch.setattr(parsing, "_parse_bytes", fails)
    first, second = parsing.parse_sources(find_sources([tmp_path]))
    assert first.error
    assert first.error.startswith("a.txt: not read, by a fault of govgraph (KeyError in ")
    assert second.error
