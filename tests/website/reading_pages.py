"""What the pages of a site link to and say, as a browser would read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_RESOURCES = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("form", "action")}


@dataclass
class Read(HTMLParser):
    """A page: ids, links, what it loads, and its words."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        assert not [a for a in given if a.startswith("on")], given
        assert "style" not in given
        if given.get("id"):
            self.ids.append(str(given["id"]))
        for name, value in attrs:
            if (tag, name) in _RESOURCES:
                self.loads.append(value or "")
            elif name == "href":
                self.links.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self.words += data


def read(path: Path) -> Read:
    """A page as it is."""
    page = Read()
    page.feed(path.read_text("utf-8"))
    return page


def read_all(folder: Path) -> dict[str, Read]:
    """All pages of a site but the interactive maps, which are pages of another room, by their paths."""
    pages = (p for p in sorted(folder.rglob("*.html")) if p.parent.name != "maps" or p.name == "index.html")
    return {p.relative_to(folder).as_posix(): read(p) for p in pages}


def broken(folder: Path) -> list[str]:
    """Links that lead nowhere, and what is loaded from elsewhere."""
    pages = read_all(folder)
    found = []
    for path, page in pages.items():
        at = (folder / path).parent
        for link in [*page.links, *page.loads]:
            if link.startswith(("http://", "https://")) and link in page.links:
                continue
            file, _, anchor = link.partition("#")
            target = (at / file).resolve() if file else folder.resolve() / path
            if not target.is_file() or folder.resolve() not in target.parents:
                found.append(f"{path}: {link}")
                continue
            known = pages.get(target.relative_to(folder.resolve()).as_posix())
            if anchor and known and anchor not in known.ids:
                found.append(f"{path}: {link}: no such place")
    return found
