"""A folder and the store in step: what is new or changed is loaded, what is gone from the folder is withdrawn.

What a folder gave to a store is noted beside the store, in a file of JSON: the keys of its documents by the folder.
Only what stands there is ever withdrawn: documents that were loaded otherwise stay.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .decisions import Judgement
from .pipeline import Loaded, load, remove
from .sources import Source, find_sources
from .stated import StatedError, stated_for
from .store import Store, StoreError
from .whose.claims import document_key


@dataclass(frozen=True)
class Withdrawn:
    """A document that was taken out of the store, as its file is gone."""

    key: str


class SyncError(StoreError):
    """The note of what folders gave to the store cannot be read or written, with the file and what to do."""


@dataclass(frozen=True)
class SyncNote:
    """The file that notes which documents each folder gave to a store."""

    path: Path

    def keys(self, folder: Path) -> list[str]:
        """The documents that a folder gave. Raises `SyncError`."""
        return self._read().get(_name(folder), [])

    def keep(self, folder: Path, keys: Sequence[str]) -> None:
        """Notes the documents that a folder gives now. Raises `SyncError`."""
        noted = {**self._read(), _name(folder): sorted(set(keys))}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(f"{self.path.name}.new")
            fresh.write_text(json.dumps(noted, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
            fresh.replace(self.path)
        except OSError as error:
            raise SyncError(
                f"{self.path}: cannot be written: {error.strerror or error}; see who may write there"
            ) from error

    def _read(self) -> dict[str, list[str]]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SyncError(f"{self.path}: cannot be read ({error}); move it away to begin anew") from error
        is_note = isinstance(found, dict) and all(
            isinstance(keys, list) and all(isinstance(key, str) for key in keys) for keys in found.values()
        )
        if not is_note:
            raise SyncError(f"{self.path}: not what govgraph wrote; move it away to begin anew")
        return dict(found)


def sync(
    folder: Path,
    store: Store,
    note: SyncNote,
    council: str | None = None,
    judgements: Sequence[Judgement] | None = None,
    workers: int = 1,
) -> Iterator[Loaded | Withdrawn]:
    """Brings a store in step with a folder: what became of each file, then what is withdrawn.

    A file that cannot be read is told, and what the store has of it stays. Raises `SourceError` for a folder that is
    not there or holds no minutes, which withdraws nothing: a folder that was not mounted looks like that. Nor is
    anything withdrawn while what is stated about a file cannot be read: any document may be that file's then.
    """
    keys = [_key(source) for source in find_sources([folder])]
    present = {key for key in keys if key is not None}
    before = note.keys(folder)
    note.keep(folder, [*before, *present])  # whatever is cut short, what was given is noted
    yield from load([folder], store, council, replace_other=True, judgements=judgements, workers=workers)
    if None in keys:
        return
    gone = [key for key in before if key not in present]
    unknown = set(remove(gone, store)) if gone else set()
    yield from (Withdrawn(key) for key in gone if key not in unknown)
    note.keep(folder, sorted(present))


def _key(source: Source) -> str | None:
    """The key of a file's document, or none where what is stated about it cannot be read: `load` says so."""
    try:
        return document_key(source, stated_for(source.path, source.root))
    except StatedError:
        return None


def _name(folder: Path) -> str:
    return folder.resolve().as_posix()
