"""The examples in the help of every command, from `examples.txt`."""

from __future__ import annotations

import shlex
from functools import cache
from importlib.resources import files


@cache
def examples() -> tuple[str, ...]:
    """All examples, a command line each."""
    lines = (files(__package__) / "examples.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def examples_of(command: str) -> tuple[str, ...]:
    """The examples of a command by its name, of a command in a group by both names: `store start`."""
    words = command.split()
    return tuple(line for line in examples() if shlex.split(line)[1 : 1 + len(words)] == words)


def below_help(command: str) -> str:
    """What stands at the end of a command's help: each example on a line of its own."""
    shown = examples_of(command)
    return "\n\n".join(("Example:" if len(shown) == 1 else "Examples:", *shown)) if shown else ""
