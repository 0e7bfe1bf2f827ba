"""`site`: everything in the store as pages to publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..actions.said import number_of
from ..website.site import build_site
from .asking import StoreDirOption, StoreOption, answering
from .terminal.progress import counting


def site(
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to write.", metavar="DIR")],
    title: Annotated[
        str | None, typer.Option("--title", help="What the site is called; else the councils.", metavar="TITLE")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", help="Where it will be published, for its feeds.", metavar="URL")
    ] = None,
    downloads: Annotated[
        bool, typer.Option("--downloads/--no-downloads", help="With the exports, which take half of the time.")
    ] = True,
    public: Annotated[bool, typer.Option("--public", help="Shows members of the public too.")] = False,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Writes a static site: a page for each person, body, meeting and document, from a file or any server."""
    with answering(store, store_dir) as opened, counting("pages") as made:
        counts = build_site(opened, output, public=public, title=title, url=url, made=made, with_downloads=downloads)
    pages = counts.written + counts.unchanged
    typer.echo(
        f"{output / 'index.html'}: {number_of(pages, 'file')}, {counts.written} written, {counts.unchanged} as they "
        f"were, {counts.removed} removed"
    )
