"""The pages of the site one at a time, made when they are asked for, of what the store holds then.

What pages are made of is read at once, as for the whole site, and kept while the store says that nothing changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..graph_loader.store import Store
from ..queries import site
from .addresses import addresses
from .inputs import digest
from .page import POLICY, Page
from .pages import downloads, maps
from .pages.context import Context
from .reading import read_records
from .records import Records
from .shown import Shown
from .site import KINDS, frame_of
from .standing import Standing

Desk = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """A file of the site as a server gives it: its bytes, its media type, and what it may load."""

    content: bytes
    media_type: str
    policy: str = POLICY


@dataclass(frozen=True)
class LivePages:
    """The pages of one state of the store; `desk` are the pages to work in, with their addresses, that they lead to."""

    records: Records
    desk: Desk = ()
    title: str | None = None

    @cached_property
    def context(self) -> Context:
        """What pages are made from."""
        at = addresses(self.records)
        return Context(self.records, Shown(self.records, at), Standing(self.records))

    @cached_property
    def frame(self) -> Mapping[str, Any]:
        """What every page says."""
        return {**frame_of(self.records, self.title), "desk": self.desk}

    @cached_property
    def _pages(self) -> Mapping[str, Page]:
        """All pages by their paths; none is made yet."""
        return {page.path: page for kind in KINDS for page in kind.pages(self.context)}

    def answer(self, path: str) -> Answer | None:
        """A page of the records; none where there is no such page."""
        page = self._pages.get(path or "index.html")
        if page is None:
            return None
        kind = "application/atom+xml" if page.path.endswith(".atom") else "text/html"
        return Answer(page.html(self.frame), kind, page.policy)


class LiveSite:
    """The site of a store as it is now; members of the public are left out unless `public`."""

    def __init__(self, store: Store, public: bool, title: str | None, desk: Desk) -> None:
        self._store, self._public, self._title, self._desk = store, public, title, desk
        self._state: bytes | None = None
        self._pages: LivePages
        self._files: dict[str, bytes]

    def pages(self) -> LivePages:
        """The pages of what the store holds now: read anew only where that changed. Raises `StoreError`."""
        state = digest(site.state(self._store))
        if state != self._state:
            self._pages = LivePages(read_records(self._store, self._public), self._desk, self._title)
            self._files, self._state = {}, state
        return self._pages

    def answer(self, path: str) -> Answer | None:
        """Any file of the site; maps and exports are made from the store itself. Raises `StoreError`."""
        pages = self.pages()
        room, _, file = path.partition("/")
        if room == "maps" and (made := maps.one(self._store, self._public, file)):
            return Answer(made.html.encode("utf-8"), "text/html", made.policy)
        if room == "downloads" and file == "index.html":
            page = downloads.page(lambda: {name: len(content) for name, content in self._downloads().items()})
            return Answer(page.html(pages.frame), "text/html", page.policy)
        if room == "downloads":
            content = self._downloads().get(file)
            return Answer(content, "application/octet-stream") if content is not None else None
        return pages.answer(path)

    def _downloads(self) -> Mapping[str, bytes]:
        """All exports, made together from one reading when the first of them, or their list, is asked for."""
        if not self._files:
            self._files = dict(downloads.made(self._store, self._public))
        return self._files
