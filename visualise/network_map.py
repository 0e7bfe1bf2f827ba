"""From the store to a page."""

from __future__ import annotations

from ..graph_loader.store import Store
from .origin import read_origin
from .page import Page, build_page
from .read_view import read_view


def network_map(
    store: Store,
    *,
    view: str | None = None,
    body: str | None = None,
    person: str | None = None,
    on: str | None = None,
    from_: str | None = None,
    to: str | None = None,
    public: bool = False,
    named_once: bool = False,
) -> Page:
    """An interactive page of everything in the store, or of one of the views that docs/maps.md describes.

    `view` is one of `model.VIEWS`; without it, what is around `body` or `person` where one is given, else everything.
    `body` and `person` are names or ids; `on`, or `from_` and `to`, ISO days, are the time that the page shows when it
    opens. Members of the public are left out unless `public`, and unless `named_once` bodies that are named once, never
    met, and nobody was put on. In a notebook the page shows itself. Raises `UnknownName`, `SeveralMatch`, `ViewError`,
    `StoreError`.
    """
    found = read_view(
        store,
        view=view,
        body=body,
        person=person,
        on=on,
        from_=from_,
        to=to,
        public=public,
        named_once=named_once,
    )
    return build_page(found, read_origin(store, {node.scope for node in found.nodes if node.scope}).sentence)


__all__ = ["network_map"]
