"""Long output at a terminal goes through the pager that `PAGER` names, `less` without it; into a pipe never."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from shutil import get_terminal_size

import typer


def put(text: str, pager: bool = True) -> None:
    """Prints a text that ends with its line end; by way of a pager where a person would see only the end of it."""
    if not (pager and _watched() and text.count("\n") >= get_terminal_size().lines and paged(text)):
        typer.echo(text, nl=False)


def paged(text: str) -> bool:
    """Whether there is a pager, which then has shown the text."""
    command = os.environ.get("PAGER") or shutil.which("less") or shutil.which("more")
    if not command:
        return False
    settings = {"LESS": "FRX"} | os.environ  # as it stands, and gone where it fits
    try:
        subprocess.run(shlex.split(command), input=text, encoding="utf-8", env=settings, check=False)
    except OSError:
        return False
    return True


def _watched() -> bool:
    asked = os.environ.get("PAGER") != "" and os.environ.get("TERM") != "dumb"
    return asked and sys.stdin.isatty() and sys.stdout.isatty()
