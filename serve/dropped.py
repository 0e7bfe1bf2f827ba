"""Files that come in through the page: kept in one folder, under their own names and under no other."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

from ..graph_loader.documents.reading import LIMIT
from ..graph_loader.sources import SUFFIXES

_LONGEST_NAME = 200
"""Bytes of a name; file systems take 255, and `.new` is put after it while it is written."""
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]')


class Dropped:
    """A folder that files are put into, and what was there before, so that a file can be taken back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: dict[str, bytes | None] = {}

    def keep(self, name: str, content: bytes, replacing: bool) -> dict[str, Any]:
        """Writes a file; gives a row as a load does, with `error` in words where it was not kept. Raises `OSError`."""
        error = trouble_with(name) or self._not_taken(name, content, replacing)
        if error is None:
            target = self._folder / name
            if name not in self._before:
                self._before[name] = target.read_bytes() if target.is_file() else None
            self._write(target, content)
        counts = dict.fromkeys(("meetings", "facts", "warnings"), 0)
        return {"document": name, "key": "", "state": "failed", **counts, "error": error, "named": None, "beside": []}

    def take_back(self, name: str) -> None:
        """Makes the folder as it was before a file was kept. Raises `OSError`."""
        before = self._before.pop(name)
        if before is None:
            (self._folder / name).unlink(missing_ok=True)
        else:
            self._write(self._folder / name, before)

    def _not_taken(self, name: str, content: bytes, replacing: bool) -> str | None:
        if len(content) > LIMIT:
            return f"{name}: larger than {LIMIT // 1024 // 1024} MB; split the file into its meetings"
        target = self._folder / name
        if target.is_symlink() or (target.exists() and not target.is_file()):
            return f"{name}: {self._folder} has something of this name that is no ordinary file"
        if not replacing and target.exists() and target.read_bytes() != content:
            return (
                f"{name}: there is another file of this name already; give this one another name, or say that it takes "
                "the place of that one"
            )
        return None

    def _write(self, target: Path, content: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(target.name + ".new")
        fresh.write_bytes(content)
        fresh.replace(target)


def trouble_with(name: str) -> str | None:
    """Why a file cannot be kept under a name, in words; none where it can."""
    if not name or name.startswith(".") or name.endswith((" ", ".")) or _NOT_IN_NAMES.search(name):
        return f"“{name}” is no name of a file that can be kept here: no folders, and no signs that a system forbids"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        return f"“{name[:60]}…” is too long a name; give the file a shorter one"
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        return f"{name}: files that end in “{suffix}” are not read; those that end in {', '.join(sorted(SUFFIXES))} are"
    return None
