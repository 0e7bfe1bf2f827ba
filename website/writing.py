"""Files of a site: only those whose bytes changed are written, and only those that a site wrote are ever removed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "site-manifest.json"
_FORMAT = 1


class SiteError(Exception):
    """A folder that a site cannot be written to, with what to do."""


@dataclass(frozen=True)
class Before:
    """What the last build wrote: the hash of each file, of what each page was made, and the addresses of things."""

    files: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    state: str = ""


@dataclass
class Counts:
    """What a build did, in files."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0


def read_manifest(folder: Path) -> Before:
    """What the last build in a folder wrote; nothing where there was none. Raises `SiteError`."""
    if folder.exists() and not folder.is_dir():
        raise SiteError(f"{folder}: a file; give a folder for the site")
    file = folder / MANIFEST
    if not file.is_file():
        return Before()
    try:
        found: dict[str, Any] = json.loads(file.read_text("utf-8"))
        known = found["format"] == _FORMAT
        before = Before(found["files"], found["keys"], found["addresses"], found["moved"], found["state"])
    except (ValueError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise SiteError(f"{file}: damaged; remove it and the pages beside it, or give another folder") from error
    return before if known else Before(files=before.files)


class Writer:
    """Writes files below a folder and notes their hashes. Raises `SiteError` for a file that is no site's."""

    def __init__(self, folder: Path, before: Before):
        self._folder = folder
        self._before = before
        self.files: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self.counts = Counts()

    def kept(self, path: str, key: str) -> bool:
        """Whether a page made of the same is there as it was written; it is then noted and need not be made."""
        known = self._before.files.get(path)
        if known is None or self._before.keys.get(path) != key or self._on_disk(path) != known:
            return False
        self.files[path], self.keys[path] = known, key
        self.counts.unchanged += 1
        return True

    def kept_below(self, folder: str, key: str) -> bool:
        """Whether the files of a folder of the site were made of the same and are there as they were written."""
        paths = [p for p in self._before.files if p.startswith(folder) and not p.endswith("/index.html")]
        if self._before.keys.get(folder) != key or any(self._on_disk(p) != self._before.files[p] for p in paths):
            return False
        self.files |= {path: self._before.files[path] for path in paths}
        self.keys[folder] = key
        self.counts.unchanged += len(paths)
        return True

    def all_kept(self, state: str) -> bool:
        """Whether the last build was made of this state, and all its files are there as they were written."""
        files = self._before.files
        return bool(state) and self._before.state == state and all(self._on_disk(p) == h for p, h in files.items())

    def write(self, path: str, content: bytes, key: str = "") -> None:
        """Writes a file where its bytes differ from what is there."""
        made = hashlib.sha256(content).hexdigest()
        there = self._on_disk(path)
        if there is not None and path not in self._before.files and there != made:
            raise SiteError(
                f"{self._folder / path}: there already, and not written by govgraph site; give an empty folder, or one "
                "that holds a site"
            )
        if there == made:
            self.counts.unchanged += 1
        else:
            target = self._folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self.counts.written += 1
        self.files[path] = made
        if key:
            self.keys[path] = key

    def finish(self, addresses: Mapping[str, str], moved: Mapping[str, str], state: str) -> Counts:
        """Removes files of the last build that are no more, and writes the manifest."""
        for path in sorted(set(self._before.files) - set(self.files)):
            target = self._folder / path
            if target.is_file():
                target.unlink()
                self.counts.removed += 1
        manifest = {
            "format": _FORMAT,
            "state": state,
            "files": dict(sorted(self.files.items())),
            "keys": dict(sorted(self.keys.items())),
            "addresses": dict(sorted(addresses.items())),
            "moved": dict(sorted(moved.items())),
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        file = self._folder / MANIFEST
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
        return self.counts

    def sizes(self, folder: str) -> dict[str, int]:
        """The bytes of each file that was noted below a folder, by its path below it."""
        below = (path for path in self.files if path.startswith(folder))
        return {path.removeprefix(folder): (self._folder / path).stat().st_size for path in below}

    def _on_disk(self, path: str) -> str | None:
        target = self._folder / path
        return hashlib.sha256(target.read_bytes()).hexdigest() if target.is_file() else None
