"""How the pages are made and what their words mean."""

from __future__ import annotations

from collections.abc import Iterator

from ...visualise.page import read_appearance
from ..page import Page
from .context import Context


def pages(context: Context) -> Iterator[Page]:
    """The page about the site."""
    meanings = [
        (look["label"], look["why"]) for name, look in read_appearance()["certainties"].items() if name != "unknown"
    ]
    content = {"title": "About these pages", "certainties": meanings, "withheld": len(context.records.withheld)}
    yield Page("about.html", "about", lambda: content)
