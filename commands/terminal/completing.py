"""What TAB offers for bodies, people, rules, query modules and views.

Names are asked of a store that runs; none is started for them, and one that does not answer at once says nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import typer

Completion = Callable[[typer.Context, str], list[str]]

_SECONDS = 1.0
"""How long a store is waited for."""
_TITLES = re.compile(r"^(?:(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Rev|Alderman)\.? )+")


class _Offered(str):
    """A name as the shell takes it, which may differ from how the beginning was typed, in case or by a backslash."""

    def startswith(self, *_: Any) -> bool:
        """Whether it begins as was typed: it is offered for that alone."""
        return True


def offering(names: Callable[[typer.Context], Iterable[str]]) -> Completion:
    """The completion of a parameter from what `names` gives: those that begin with what was typed, in any case."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        begun = incomplete.casefold()
        found = dict.fromkeys(name for name in names(ctx) if name.casefold().startswith(begun))
        return [_Offered(_for_shell(name)) for name in found]

    return complete


def _bodies(ctx: typer.Context) -> list[str]:
    return _named(ctx, "bodies")


def _people(ctx: typer.Context) -> list[str]:
    """Names with and without their titles: people are asked for in both ways."""
    known = _named(ctx, "people")
    return [*known, *(_TITLES.sub("", name) for name in known)]


def _people_and_bodies(ctx: typer.Context) -> list[str]:
    return [*_people(ctx), *_bodies(ctx)]


def _rules(ctx: typer.Context) -> list[str]:  # noqa: ARG001
    from ...queries.audit import rules

    return [rule.name for rule in rules()]


def _modules(ctx: typer.Context) -> list[str]:  # noqa: ARG001
    from ...queries.catalogue import catalogue

    return list(catalogue())


def _views(ctx: typer.Context) -> Sequence[str]:  # noqa: ARG001
    from ...visualise.model import VIEWS

    return VIEWS


bodies, people, people_and_bodies = offering(_bodies), offering(_people), offering(_people_and_bodies)
rules, modules, views = offering(_rules), offering(_modules), offering(_views)


def _named(ctx: typer.Context, module: str) -> list[str]:
    """The names in the column of a module of the store that is meant; none where none runs or answers in time."""
    found: list[str] = []

    def ask() -> None:
        try:
            found.extend(_asked(ctx.params.get("store"), ctx.params.get("store_dir"), module))
        except Exception:  # whatever is wrong, somebody is typing
            return

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(_SECONDS)
    return list(found)


def _asked(uri: str | None, store_dir: Any, module: str) -> list[str]:
    from ...graph_loader.store import open_store
    from ...graph_loader.store.connect import local_neo4j, open_running, server_uri
    from ...queries.catalogue import run

    folder = Path(store_dir) if store_dir else None
    given = server_uri(uri, folder)
    store = open_store(given) if given else open_running(local_neo4j(folder))
    if store is None:
        return []
    with store:
        return [str(row["name"]) for row in run(store, module)]


def _for_shell(name: str) -> str:
    """A name as the shell takes it in its line: bash takes what it is given as it stands."""
    typed = os.environ.get("COMP_WORDS", "").rpartition("\n")[2]
    if os.environ.get("_GOVGRAPH_COMPLETE") != "complete_bash" or typed[:1] in {'"', "'"}:
        return name
    return re.sub(r"([^\w@%+=:,./-])", r"\\\1", name)
