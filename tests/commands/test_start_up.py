"""What a command imports before it does anything: no more than it uses."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
import typer
from govgraph.cli import COMMANDS, app, command

HEAVY = (
    *("pdfplumber", "docx", "lxml", "selectolax", "pycrfsuite"),
    *("networkx", "pyvis", "jinja2", "requests", "jgo", "IPython"),
    *("starlette", "uvicorn", "h11", "python_multipart"),
    *("govgraph.graph_loader.minutes.reading", "govgraph.graph_loader.documents.pdf", "govgraph.visualise"),
    "govgraph.graph_loader.parsing",
)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_line_of_help_is_that_of_the_command(name: str) -> None:
    place, line = COMMANDS[name]
    assert (command(name, place).help or "").strip().splitlines()[0] == line


def _imported(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(told.stderr.strip().splitlines()[-1]))


@pytest.mark.parametrize("given", [["--version"], ["--help"]])
def test_help_and_version_import_no_command(given: list[str]) -> None:
    code = f"from govgraph.cli import app\ntry:\n    app({given!r})\nexcept SystemExit:\n    pass"
    imported = _imported(code)
    assert "neo4j" not in imported
    assert not {m for m in imported if m.startswith("govgraph.") and m != "govgraph.cli"}


@pytest.mark.parametrize("name", ["who-sat", "substitutions", "audit", "query", "store", "serve"])
def test_a_question_imports_no_reader_of_documents_and_no_map(name: str) -> None:
    imported = _imported(f"from govgraph.cli import command, COMMANDS\ncommand({name!r}, COMMANDS[{name!r}][0])")
    assert not imported & set(HEAVY)


def test_after_help_and_completion_commands_are_whole(capsys: pytest.CaptureFixture[str]) -> None:
    group = typer.main.get_group(app)
    found = {c.value for c in group.shell_complete(typer.Context(group), "who")}
    assert found == {"who-sat", "whose"}
    group.get_help(typer.Context(group))
    assert "trace" in capsys.readouterr().out
    assert command("who-sat", COMMANDS["who-sat"][0]).params
