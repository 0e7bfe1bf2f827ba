"""`path` and `central`: how people and bodies hang together."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ..queries import explore
from ..queries.dates import days
from ..queries.evidence import with_evidence
from ..queries.subjects import find_subject
from .asking import (
    EVIDENCE,
    FormatOption,
    FromOption,
    StoreDirOption,
    StoreOption,
    ToOption,
    answering,
    show,
)
from .terminal import completing


def path(
    one: Annotated[
        str,
        typer.Argument(
            help="A person or a body: the name or id.", metavar="A", autocompletion=completing.people_and_bodies
        ),
    ],
    other: Annotated[
        str, typer.Argument(help="Another, in the same way.", metavar="B", autocompletion=completing.people_and_bodies)
    ],
    steps: Annotated[int, typer.Option("--steps", help="At most so many steps.", metavar="N", min=1, max=8)] = 6,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """How two people or bodies are connected: the shortest way, and the lines that each step rests on."""
    with answering(store, store_dir) as opened:
        a, b = (find_subject(opened, given).id for given in (one, other))
        rows = with_evidence(opened, explore.path(opened, a, b, steps))
        show(rows, ["step", "from", "kind", "to", "role", "since", "until", *EVIDENCE], format_)


def central(
    of: Annotated[
        Literal["people", "bodies"] | None, typer.Option("--of", help="Only these.", metavar="people|bodies")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="Only the first so many.", metavar="N", min=1)] = 20,
    from_: FromOption = None,
    to: ToOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Which people and bodies are most central in the graph of who sat where."""
    with answering(store, store_dir) as opened:
        rows = explore.centrality(opened, *days(from_, to))
        kind = {"people": "person", "bodies": "body"}.get(of or "")
        chosen = [row for row in rows if kind in (None, row["kind"])][:limit]
        show(chosen, ["name", "kind", "degree", "between", "closeness"], format_)
