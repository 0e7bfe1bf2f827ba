"""Which files a command means, and the key under which each is a document: its path below the folder loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .lexicon.months import month_numbers

SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".html", ".htm", ".xhtml", ".xml", ".json", ".csv"}
)
"""Endings that are taken from a folder; a file that is named itself is taken whatever it is called."""

_NOT_MINUTES = frozenset({"readme.md", "readme.txt", "license.txt", "license.md"})


@dataclass(frozen=True)
class Source:
    """A file, the folder that was loaded, and the key of its document."""

    path: Path
    root: Path
    key: str

    @property
    def folder(self) -> str:
        """The folder that the file lies in, from the one that was loaded on: `ormley/planning`.

        Folders of years, months and days are part of the one above: they tell nothing of whose minutes they hold. A
        file that is loaded by itself has the folder that it has when that is loaded.
        """
        root = self.root.resolve()
        while _is_time(root.name) and root.parent != root:
            root = root.parent
        inside = PurePosixPath(self.key).parent.parts if self.path.parent != self.root else ()
        named = [i for i, part in enumerate(inside, 1) if not _is_time(part)]
        return "/".join((root.name, *inside[: max(named, default=0)]))


class SourceError(Exception):
    """A path that cannot be loaded, with what to do."""


def find_sources(paths: Sequence[Path]) -> list[Source]:
    """The files below the paths, those of a folder in the order of their names.

    Raises `SourceError` for a path that is not there, and where two different files would be one document.
    """
    found: dict[str, Source] = {}
    for path in paths:
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if _taken(p, path))
            sources = [Source(p, path, p.relative_to(path).as_posix()) for p in files]
            if not sources:
                raise SourceError(
                    f"{path}: no minutes in this folder (looked for {', '.join(sorted(SUFFIXES))}); "
                    "give the one that holds them"
                )
        elif path.exists():
            sources = [Source(path, path.parent, path.name)]
        else:
            raise SourceError(f"{path}: there is no such file or folder; check how it is spelt")
        for source in sources:
            known = found.setdefault(source.key, source)
            if known.path.resolve() != source.path.resolve():
                raise SourceError(
                    f"{source.path} and {known.path} would both be the document “{source.key}”; "
                    "give the folder above them instead, so that their keys differ"
                )
    return list(found.values())


def _is_time(folder: str) -> bool:
    """Whether the name of a folder is that of a year, a month or a day: `2023`, `03 March`, `2023-24`."""
    words = [word for word in re.split(r"[\W\d_]+", folder.casefold()) if word]
    return all(word in month_numbers() for word in words)


def _taken(path: Path, root: Path) -> bool:
    inside = path.relative_to(root).parts
    hidden = any(part.startswith(".") for part in inside)
    return path.is_file() and not hidden and path.suffix.lower() in SUFFIXES and path.name.lower() not in _NOT_MINUTES
