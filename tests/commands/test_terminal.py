"""Examples in every help, names on TAB, a pager, notes and progress where somebody watches."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from govgraph.cli import app
from govgraph.commands.terminal import completing, paging
from govgraph.commands.terminal.examples import examples, examples_of
from govgraph.commands.terminal.progress import counted, counting
from govgraph.docs.generate import leaves

from .conftest import Govgraph

COMMANDS = dict(leaves(typer.main.get_group(app), ""))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_ends_with_an_example(name: str) -> None:
    shown = examples_of(name)
    assert shown
    assert all(line in COMMANDS[name].epilog for line in shown)
    assert {p.metavar for p in COMMANDS[name].params if getattr(p, "is_flag", False)} <= {""}  # a switch has no value


@pytest.mark.parametrize("line", examples())
def test_an_example_is_a_command_with_its_arguments_and_options(line: str) -> None:
    _, *words = shlex.split(line)
    name = next(name for name in (" ".join(words[:2]), words[0]) if name in COMMANDS)
    COMMANDS[name].make_context(name, words[len(name.split()) :])


def _offered(command: str, parameter: str, incomplete: str, **params: Any) -> list[str]:
    found = COMMANDS[command]
    context = typer.Context(found)
    context.params = params
    option = next(p for p in found.params if p.name == parameter)
    return [item.value for item in option.shell_complete(context, incomplete)]


def test_rules_modules_and_views_complete_without_a_store() -> None:
    assert _offered("audit", "names", "quo") == ["quorum"]
    assert _offered("audits", "name", "vac") == ["vacancy"]
    assert _offered("query", "name", "find_b") == ["find_bodies"]
    assert _offered("map", "view", "co") == ["council", "co-membership"]


def test_names_complete_from_a_store_that_runs(examples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {"store_dir": examples_dir}
    assert _offered("who-sat", "body", "small schools w", **given) == ["Small Schools Working Group"]
    assert _offered("audit", "person", "Cllr Kez", **given) == ["Cllr Kezia Lumb"]
    assert _offered("trace", "person", "Kez", **given) == ["Kezia Lumb"]
    monkeypatch.setenv("_GOVGRAPH_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "govgraph who-sat\nChildren\\'s\\ Services\\ C")
    assert _offered("who-sat", "body", "Children's Services C", **given) == [r"Children\'s\ Services\ Committee"]


def test_no_store_is_started_or_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = time.monotonic()
    assert _offered("who-sat", "body", "P", store_dir=tmp_path / "none") == []
    assert _offered("who-sat", "body", "P", store="bolt://127.0.0.1:1") == []
    monkeypatch.setattr(completing, "_SECONDS", 0.05)
    monkeypatch.setattr(completing, "_asked", lambda *_: time.sleep(5))
    assert _offered("who-sat", "body", "P") == []
    assert time.monotonic() - begun < 4
    assert not (tmp_path / "none").exists()


def test_only_what_a_person_watches_and_is_long_goes_through_a_pager(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paged: list[str] = []
    show = paging.paged

    def keep(text: str) -> bool:
        paged.append(text)
        return True

    monkeypatch.setattr(paging, "paged", keep)
    long, short = "line\n" * 200, "line\n"
    paging.put(long)  # into a pipe
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("PAGER", raising=False)
    paging.put(short)
    paging.put(long, pager=False)
    assert paged == []
    paging.put(long)
    assert paged == [long]
    monkeypatch.setenv("PAGER", "")
    paging.put(long)
    assert paged == [long]
    assert capsys.readouterr().out == long + short + long + long
    monkeypatch.setenv("PAGER", "no-such-pager --at-all")
    assert not show(long)


def test_progress_has_a_rate_and_the_time_left_and_is_shown_to_people_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def slow() -> Iterator[int]:
        for number in range(8):
            time.sleep(0.02)
            yield number

    with counted(slow(), 8) as results:
        assert list(results) == list(range(8))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with counted(slow(), 8) as results:
        assert list(results) == list(range(8))
    shown = capsys.readouterr().err
    assert "8/8" in shown
    assert "/s" in shown
    assert "left" in shown
    with counting("pages") as made:
        made("index.html", 4)
    assert "1/4" in capsys.readouterr().err


def test_quiet_says_nothing_beside_the_answer_and_verbose_what_is_asked(ask: Govgraph) -> None:
    plain = ask("who-sat", "small schools working grp", "--on", "2024-07-15", "--quiet")
    assert plain.code == 3
    assert "nothing in the store is called" in plain.err
    loud = ask("trace", "Lumb")
    assert "“Lumb”: read as" in loud.err
    quiet = ask("trace", "Lumb", "--quiet")
    assert (quiet.out, quiet.err) == (loud.out, "")
    told = ask("bodies", "--verbose")
    assert told.out == ask("bodies").out
    assert "govgraph: the store is " in told.err
    assert "govgraph: query bodies: " in told.err


def test_no_color_is_heeded(govgraph: Govgraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in govgraph("who-sat", "--help").out
