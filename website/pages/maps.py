"""The interactive maps, each a page of its own that works offline, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph_loader.store import Store
from ...visualise.network_map import network_map
from ...visualise.page import Page as Made
from ..page import Page
from .context import Context

VIEWS = (
    ("all", "network.html", "Everybody and everything", "Who sits where, body by body, on any day."),
    ("co-membership", "who-sits-with-whom.html", "Who sits with whom", "People who sat on a body at the same time."),
    ("substitutions", "substitutions.html", "Substitutions", "Who substituted for whom, and at which meetings."),
    ("appointments", "appointments.html", "Appointments", "Which decision put whom in which place."),
)


def pages(context: Context) -> Iterator[Page]:  # noqa: ARG001
    """The list of the maps."""
    maps = [{"file": file, "title": title, "words": words} for _, file, title, words in VIEWS]
    yield Page("maps/index.html", "maps", lambda: {"title": "Maps", "maps": maps})


def one(store: Store, public: bool, file: str) -> Made | None:
    """The map of this file, or none."""
    view = next((view for view, name, _, _ in VIEWS if name == file), None)
    return network_map(store, view=view, public=public) if view else None


def interactive(store: Store, public: bool) -> Iterator[tuple[str, bytes]]:
    """Each map: its path below the folder of maps, and its bytes."""
    for view, file, _, _ in VIEWS:
        yield file, network_map(store, view=view, public=public).html.encode("utf-8")
