"""From the store to a folder of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ..graph_loader.store import Store
from ..queries import site
from ..visualise.origin import Origin
from .addresses import Addresses, addresses
from .inputs import digest
from .page import Page, maker_hash
from .pages import about, audits, bodies, changes, documents, downloads, front, maps, meetings, people, search
from .pages.context import Context
from .reading import read_records
from .records import Records
from .shown import Shown
from .standing import Standing
from .style import icon, style
from .writing import Before, Counts, Writer, read_manifest

_OTHER_PAGES = 12
"""Pages that are of no person, body, meeting or document, about."""
_FILES_OF = {"maps/": 5, "downloads/": 40}
"""Files in the folders of maps and downloads, about."""
KINDS = (front, people, bodies, meetings, documents, audits, changes, maps, search, about)


def build_site(
    store: Store,
    folder: Path,
    public: bool = False,
    title: str | None = None,
    url: str | None = None,
    made: Callable[[str, int], None] = lambda _, __: None,
    with_downloads: bool = True,
) -> Counts:
    """Writes the site of everything in a store into a folder, and tells how many files that changed.

    Members of the public are left out, and their names blanked, unless `public`. `title` is what the site is called,
    else its councils; `url` is where it will be published, for feeds. `made` is told each page, and how
    many there will be, about; `with_downloads` adds
    the exports. Files whose bytes are the same are not written, files of the last build that are no more are removed,
    and the same store gives the same bytes. Raises `SiteError`, `StoreError`.
    """
    before = read_manifest(folder)
    state = digest((site.state(store), public, title, url, with_downloads, maker_hash())).hex()
    if Writer(folder, before).all_kept(state):
        return Counts(unchanged=len(before.files))
    records = read_records(store, public)
    drawn: dict[str, Callable[[], Iterable[tuple[str, bytes]]]] = {"maps/": lambda: maps.interactive(store, public)}
    if with_downloads:
        drawn["downloads/"] = lambda: downloads.made(store, public)
    return write_site(records, folder, drawn, title, url, made, state)


def write_site(
    records: Records,
    folder: Path,
    drawn: Mapping[str, Callable[[], Iterable[tuple[str, bytes]]]],
    title: str | None = None,
    url: str | None = None,
    made: Callable[[str, int], None] = lambda _, __: None,
    state: str = "",
) -> Counts:
    """Writes the site of these records.

    `drawn` are folders of files that are made from the store itself, each with what makes them: paths below it and
    bytes. They are made again where `state`, the hash of what the store follows from, differs. Else as `build_site`.
    """
    before = read_manifest(folder)
    at = addresses(records)
    context = Context(records, Shown(records, at), Standing(records), url)
    frame = frame_of(records, title)
    writer = Writer(folder, before)

    subjects = (records.people, records.bodies, records.meetings, records.documents)
    expected = sum(map(len, subjects)) + _OTHER_PAGES + sum(_FILES_OF[room] for room in drawn)

    def add(page: Page) -> None:
        key = page.key(frame)
        if not writer.kept(page.path, key):
            writer.write(page.path, page.html(frame), key)
        made(page.path, expected)

    for kind in KINDS:
        for page in kind.pages(context):
            add(page)
    for room, making in drawn.items():
        if not (state and writer.kept_below(room, state)):
            for path, content in making():
                writer.write(room + path, content)
                made(room + path, expected)
            writer.keys[room] = state
    add(downloads.page(lambda: writer.sizes("downloads/")))
    writer.write("site.css", style().encode("utf-8"))
    writer.write("icon.svg", icon())
    moved = _moved(before, at)
    for path, ident in moved.items():
        writer.write(path, Page(path, "moved", partial(dict, title="Moved", target=at[ident])).html(frame))
    return writer.finish(at.of, moved, state)


def frame_of(records: Records, title: str | None) -> Mapping[str, Any]:
    """What every page says: whose minutes, of which days, of how many documents, and as of which day.

    `desk` are the pages to work in that a page leads to: none from a site that is published.
    """
    origin = Origin(records.councils, records.days, len(records.documents), records.as_of)
    return {"site": name_of(records.councils, title), "desk": None, "origin": origin}


def name_of(councils: Sequence[str], title: str | None) -> str:
    """What a site is called: its title, else its councils."""
    return title or Origin(tuple(councils)).whose or "Minutes"


def _moved(before: Before, at: Addresses) -> dict[str, str]:
    """Old addresses of things whose name changed, each with the thing's id; what is no more is left out."""
    taken = set(at.of.values())
    known = {path: ident for ident, path in before.addresses.items()} | dict(before.moved)
    return {path: ident for path, ident in sorted(known.items()) if ident in at.of and path not in taken}
