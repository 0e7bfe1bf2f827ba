"""What commands about decisions share: their options, and the store that holds what the file of decisions says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from ...actions.decisions_file import DecisionsFile, follow
from ...graph_loader.store import Store, open_store
from ..asking import errors_for_people

DecisionsOption = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        help="The file of decisions; else GOVGRAPH_DECISIONS; else beside the store.",
        metavar="FILE",
    ),
]
ByOption = Annotated[
    str | None, typer.Option("--by", help="Who decides; else GOVGRAPH_WHO; else your user's name.", metavar="WHO")
]


@contextmanager
def deciding(
    decisions: Path | None, store: str | None, store_dir: Path | None
) -> Iterator[tuple[Store, DecisionsFile]]:
    """A store that holds what the file of decisions says, with everything rebuilt that follows from it."""
    with errors_for_people(), open_store(store, store_dir) as opened:
        file = DecisionsFile.meant(decisions, store, store_dir)
        follow(opened, file)
        yield opened, file
