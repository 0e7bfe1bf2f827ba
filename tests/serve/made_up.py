"""A desk of a made-up council without a store, and a client that asks as a browser does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from govgraph.actions.decisions_file import DecisionsFile
from govgraph.actions.names import Decided
from govgraph.graph_loader.decisions import Anchor, Settlement, judge
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.mentions import Written
from govgraph.graph_loader.who_is_who.open_cases import Case, Possible
from govgraph.queries.catalogue import Row
from govgraph.serve.application import application
from govgraph.serve.desk import PAGES, Desk
from govgraph.serve.guard import Keys
from govgraph.serve.teaching import Teaching
from govgraph.website.live import Answer, LivePages
from starlette.testclient import TestClient

from ..website.made_up import HOSTILE, council, rich

PORT = 8123
HOST = f"127.0.0.1:{PORT}"
KEYS = Keys("the-token", "the-csrf")
WRITTEN = Written("n-1", "person", HOSTILE, "fenmarsh", HOSTILE, 2, "f-roe", "2024-03-05", None, None)
CASES = [
    Case("open", HOSTILE, 1, (Possible("p-roe", HOSTILE, 3, (HOSTILE,), HOSTILE),), (WRITTEN,), ("n-1", "p-roe")),
    Case("undecided", HOSTILE, 2, (), (WRITTEN,) * 14, ("p-roe", "n-2,n-3")),
]


class _Site:
    def __init__(self) -> None:
        self.made = LivePages(rich(council(HOSTILE)), PAGES)

    def pages(self) -> LivePages:
        return self.made

    def answer(self, path: str) -> Answer | None:
        return self.made.answer(path)


class MadeUp(Desk):
    """A desk whose answers are made up; what is done at it is noted in `done`."""

    def name(self) -> str:
        return HOSTILE

    def site(self) -> Any:
        return self.__dict__.setdefault("site_", _Site())

    @property
    def done(self) -> list[tuple[Any, ...]]:
        return cast(list[tuple[Any, ...]], self.__dict__.setdefault("done_", []))

    def cases(self) -> list[Case]:
        return CASES

    def decide(self, answer: str, one: str, other: str, why: str) -> Decided:
        self.done.append((answer, one, other, why))
        anchors = (Anchor("n-1", HOSTILE, HOSTILE, 2),)
        return Decided(judge("same", anchors, anchors, self.who, "2026-01-01", why), HOSTILE, [HOSTILE])

    def fact(self, fact: str) -> Row:
        names = [{"slot": "person", "text": HOSTILE}]
        place = {"document": HOSTILE, "line": 2, "quote": HOSTILE}
        return {"fact_id": fact, "label": "Attendance", "properties": {"status": "present"}, "names": names} | place

    def settled(self) -> dict[str, Settlement]:
        return {"a-9": Settlement("d-9", "a-9", "rule", HOSTILE, HOSTILE, "2026-01-01", HOSTILE)}

    def settle(self, finding: str, why: str) -> Settlement:
        self.done.append((finding, why))
        return self.settled()["a-9"]

    def decisions(self) -> Any:
        name = {"id": "d-1", "verdict": "same", "one": HOSTILE, "other": HOSTILE, "note": HOSTILE, "line": 2}
        fact = {"id": "d-2", "field": "status", "was": HOSTILE, "value": HOSTILE, "fact_id": "f-roe", "line": 2}
        said = {"who": HOSTILE, "when": "2026-01-01", "why": HOSTILE, "document": HOSTILE, "applies": False}
        return [name | said], [fact | said], list(self.settled().values())

    def undo(self, decision: str, why: str) -> None:
        self.done.append((decision, why))


def desk_in(folder: Path) -> MadeUp:
    """A desk whose folder of documents is `documents` there."""
    return MadeUp(cast(Store, None), DecisionsFile(folder / "store.decisions.toml", False), "Ada", folder / "documents")


def client_of(desk: MadeUp | None, teaching: Teaching, longest: int = 1_000_000) -> TestClient:
    """Asks with the right host; it follows no redirection, and an unexpected error is raised."""
    served = application(KEYS, PORT, teaching, desk, longest)
    return TestClient(served, base_url=f"http://{HOST}", follow_redirects=False)


def forms_of(html: str) -> list[str]:
    """Where the forms of a page lead that change something."""
    tags = [tag for tag in re.findall(r"<form[^>]*>", html) if 'method="post"' in tag]
    found = [re.search(r'action="([^"]*)"', tag) for tag in tags]
    return [match[1] for match in found if match] + re.findall(r'formaction="([^"]*)"', html)
