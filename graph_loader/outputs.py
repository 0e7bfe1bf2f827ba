"""Where parsed minutes of many files go: one name each, so that none overwrites another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from .sources import Source, SourceError


def output_names(sources: Sequence[Source]) -> dict[str, Path]:
    """The path below the output folder for each source's key, without an ending.

    Flat (`<stem>`) where all stems differ; where two folders hold files of one stem, the folders are mirrored.
    Raises `SourceError` where two files of one folder share a stem.
    """
    stems = Counter(s.path.stem for s in sources)
    flat = max(stems.values(), default=0) <= 1
    names = {s.key: Path(s.path.stem) if flat else Path(s.key).with_suffix("") for s in sources}
    taken: dict[Path, Source] = {}
    for source in sources:
        other = taken.setdefault(names[source.key], source)
        if other is not source:
            raise SourceError(
                f"{source.path} and {other.path} would both become {names[source.key]}.json; rename one of them"
            )
    return names


def meeting_file(name: Path, index: int) -> Path:
    """The file of one meeting: `<stem>.json` for the first, `<stem>.2.json` for the second."""
    return name.with_name(f"{name.name}.json" if index == 0 else f"{name.name}.{index + 1}.json")
