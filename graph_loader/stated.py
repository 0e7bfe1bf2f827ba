r"""What is stated about a folder of minutes in its `govgraph.toml`: their council, where they were published, and when.

    council = "Wexmoorshire County Council"
    uri = "https://example.org/minutes/{name}"
    published = "published (\\d{4}-\\d{2}-\\d{2})"
    taught = "ab12cd34..."

`{name}` is the file's name; `published` is a pattern whose first group is an ISO date, looked for in the file's name;
`taught` is the hash of the models that these minutes taught govgraph: `govgraph train` writes it.
The file of the folder itself counts before those of the folders above it, up to the folder that is loaded.

What is known of one document alone stands beside it, in a file of its name with `.toml` after it (`a.pdf.toml`), and
counts before all others; there `published` is the ISO date itself.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

FILE_NAME = "govgraph.toml"
_ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class StatedError(Exception):
    """A `govgraph.toml` that cannot be used, with the file and what to mend."""


@dataclass(frozen=True)
class Stated:
    """What a folder states; every field may be missing."""

    council: str | None = None
    uri: str | None = None
    published: str | None = None
    profile: str | None = None
    taught: str | None = None
    published_on: str | None = None

    def uri_of(self, name: str) -> str | None:
        """The address of a file of this name."""
        return self.uri.replace("{name}", name) if self.uri else None

    def published_of(self, name: str) -> str | None:
        """The date of publication that is stated for a file or that its name holds, ISO, or none."""
        if self.published_on:
            return self.published_on
        found = re.search(self.published, name) if self.published else None
        return found[1] if found and found.groups() and _ISO_DATE.fullmatch(found[1]) else None


def stated_for(file: Path, root: Path) -> Stated:
    """What is stated for a file: the nearest `govgraph.toml` between its folder and `root`, both included, and the
    file beside it.

    Raises `StatedError` where one of them is no TOML, or holds an unknown name, a value of another type or a bad
    pattern.
    """
    path = stating_file(file, root)
    of_folder = _read(path) if path else Stated()
    beside = file.with_name(file.name + ".toml")
    return _with_own(of_folder, beside) if beside.is_file() else of_folder


def _with_own(of_folder: Stated, beside: Path) -> Stated:
    """What a folder states with what stands beside one document."""
    values = _values(beside)
    published = values.pop("published", None)
    if published and not _ISO_DATE.fullmatch(published):
        raise StatedError(f"{beside}: “published” must be a date as in 2024-05-31, 2024-05 or 2024")
    return replace(of_folder, **values, **({"published_on": published} if published else {}))


def stating_file(file: Path, root: Path) -> Path | None:
    """The nearest `govgraph.toml` between a file's folder and `root`, both included."""
    for folder in (file.parent, *file.parent.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
        if folder == root:
            break
    return None


def _values(path: Path) -> dict[str, str]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StatedError(f"{path}: not readable as TOML: {error}; correct it with an editor") from error
    known = {f.name for f in fields(Stated)} - {"published_on"}
    for name, value in values.items():
        if name not in known:
            raise StatedError(f"{path}: unknown name “{name}”; known are {', '.join(sorted(known))}")
        if not isinstance(value, str):
            raise StatedError(f"{path}: “{name}” must be a text in quotes")
    return values


def _read(path: Path) -> Stated:
    stated = Stated(**_values(path))
    if stated.published:
        try:
            re.compile(stated.published)
        except re.error as error:
            raise StatedError(f"{path}: “published” is no pattern: {error}") from error
    return stated
