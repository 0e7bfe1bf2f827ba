"""The command line as a user meets it: what it prints, and the code that it ends with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from govgraph.cli import app
from typer.testing import CliRunner

Govgraph = Callable[..., "Ended"]


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        import json

        found: list[dict[str, Any]] = json.loads(self.out)
        return found


def run(*arguments: str | Path) -> Ended:
    """Runs a command; whatever it raises that is no exit fails the test."""
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return Ended(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output goes to a pipe, however wide the terminal is in which the tests run."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture
def govgraph() -> Govgraph:
    """Any command, on the run's own store."""
    return run


@pytest.fixture
def ask(examples_dir: Path) -> Govgraph:
    """A command on the store with the example minutes."""
    return lambda *arguments: run(*arguments, "--store-dir", examples_dir)
