"""What the store holds in other programs' formats, and the list of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from ...exports.formats import FORMATS, export_several
from ...exports.read import Selection
from ...graph_loader.store import Store
from ..page import Page

FILES = {
    "csv": "csv",
    "sqlite": "minutes.sqlite",
    "popolo": "popolo.json",
    "gexf": "network.gexf",
    "graphml": "network.graphml",
    "org": "organisations.ttl",
    "jsonl": "facts.jsonl",
}
"""The file of each format, and the folder of the one that is several."""
_NAMES = {"csv": "CSV", "sqlite": "SQLite", "popolo": "Popolo", "gexf": "GEXF", "graphml": "GraphML"} | {
    "org": "W3C ORG",
    "jsonl": "JSON Lines",
}


def made(store: Store, public: bool) -> Iterator[tuple[str, bytes]]:
    """Each file: its path below the folder of downloads, and its bytes."""
    for name, content in export_several(store, FILES, Selection(public=public)):
        if isinstance(content, Mapping):
            for part, text in content.items():
                yield f"{FILES[name]}/{part}", text.encode("utf-8")
        else:
            yield FILES[name], content.encode("utf-8") if isinstance(content, str) else content


def page(written: Callable[[], Mapping[str, int]]) -> Page:
    """The list of the files; `written` gives the bytes of each, by its path below the folder of downloads."""
    return Page("downloads/index.html", "downloads", partial(_content, written))


def _content(sizes: Callable[[], Mapping[str, int]]) -> Mapping[str, Any]:
    written = sizes()
    formats = []
    for name, file in FILES.items():
        own = {p: size for p, size in written.items() if p == file or p.startswith(f"{file}/")}
        if own:
            parts = [
                {"file": path, "name": path.rpartition("/")[2], "size": _size(s)} for path, s in sorted(own.items())
            ]
            formats.append({"name": _NAMES[name], "title": FORMATS[name].title, "files": parts})
    return {"title": "Downloads", "formats": formats}


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1000))} kB"
