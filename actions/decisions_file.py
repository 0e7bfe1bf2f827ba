"""Where the decisions of reviewers lie, and the way from that file into the store and back out to people."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..graph_loader.decisions import (
    FactCorrection,
    Judgement,
    Settlement,
    StatedCouncil,
    decision_ids,
    read_decisions,
)
from ..graph_loader.refreshing import refresh
from ..graph_loader.store import Store
from ..graph_loader.store.connect import local_neo4j, server_uri
from ..graph_loader.store.decisions.corrections import keep_corrections, kept_corrections
from ..graph_loader.store.decisions.councils import keep_councils, kept_councils
from ..graph_loader.store.decisions.judgements import keep_judgements, kept_judgements
from .errors import UsageError

SERVER_FILE = "govgraph-decisions.toml"
"""The file for a server of one's own, in the folder where the command runs."""


@dataclass(frozen=True)
class DecisionsFile:
    """The file that is meant, and whether the user named it."""

    path: Path
    named: bool

    @classmethod
    def meant(cls, given: Path | None, store: str | None, store_dir: Path | None) -> DecisionsFile:
        """The file given, set as GOVGRAPH_DECISIONS, or beside the store that is meant."""
        named = given or os.environ.get("GOVGRAPH_DECISIONS")
        if named:
            return cls(Path(named).expanduser(), True)
        if server_uri(store, store_dir):
            return cls(Path(SERVER_FILE), False)
        folder = local_neo4j(store_dir).folder.path
        return cls(folder.with_name(f"{folder.name}.decisions.toml"), False)

    def judgements(self) -> tuple[Judgement, ...]:
        """The decisions about names that stand in the file."""
        return tuple(d for d in read_decisions(self.path) if isinstance(d, Judgement))

    def corrections(self) -> tuple[FactCorrection, ...]:
        """The corrections of misread facts that stand in the file."""
        return tuple(d for d in read_decisions(self.path) if isinstance(d, FactCorrection))

    def councils(self) -> tuple[StatedCouncil, ...]:
        """What stands in the file of whose minutes documents are."""
        return tuple(d for d in read_decisions(self.path) if isinstance(d, StatedCouncil))

    def settlements(self) -> dict[str, Settlement]:
        """The findings of the audit that the file has as settled, by the id of the finding."""
        return {d.finding: d for d in read_decisions(self.path) if isinstance(d, Settlement)}

    def standing_for(self, store: Store) -> tuple[Judgement, ...] | None:
        """The decisions that the store is to hold by this file; none where there is no file and none is in the store.

        Raises `UsageError` where the store holds decisions that this file never had: another file is meant then. Only
        a file that is there and was named takes their place.
        """
        there = self.path.exists()
        if not (there and self.named):
            strange = sorted(_held(store) - decision_ids(self.path))
            if strange and there:
                raise UsageError(
                    f"the store holds decisions that {self.path} does not have ({', '.join(strange[:3])}); "
                    "name their file with --decisions, or name this one to make only its decisions hold"
                )
        return self.judgements() if there else None

    def held_before_loading(self, store: Store) -> tuple[Judgement, ...] | None:
        """Puts what the file says of facts and documents into a store; gives the decisions about names for a load."""
        standing = self.standing_for(store)
        if standing is not None:
            keep_corrections(store, self.corrections())
            keep_councils(store, self.councils())
        return standing

    def check_writable(self, store: Store) -> None:
        """Raises `UsageError` where a decision written here would part the file from what the store holds."""
        if not self.path.exists() and (held := _held(store)):
            raise UsageError(
                f"the store holds {len(held)} decisions of another file, and {self.path} is not there; "
                "name their file with --decisions"
            )


def _held(store: Store) -> set[str]:
    """The ids of all decisions that a store holds."""
    names, facts, councils = kept_judgements(store), kept_corrections(store), kept_councils(store)
    return {j.id for j in names} | {c.id for c in facts} | {s.id for s in councils}


def follow(store: Store, file: DecisionsFile) -> None:
    """Makes a store hold what the file says and rebuilds what that touches."""
    standing = file.held_before_loading(store)
    if standing is not None:
        keep_judgements(store, standing)
    refresh(store)


def who_decides(given: str | None) -> str:
    """Who a decision is by. Raises `UsageError` where nobody can be named."""
    try:
        who = (given or os.environ.get("GOVGRAPH_WHO") or getpass.getuser()).strip()
    except OSError:
        who = ""
    if not who:
        raise UsageError("say who decides with --by, or set GOVGRAPH_WHO")
    return who


def now() -> str:
    """The moment of a decision: fine enough that of two decisions one is the newer."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
