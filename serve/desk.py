"""What the pages to work in work on: a store, its file of decisions, a folder of documents, and who decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import Any

from ..actions import facts, findings, names
from ..actions.decisions_file import DecisionsFile, follow
from ..actions.errors import UnknownId
from ..actions.loading import load_files, loaded_row, told
from ..graph_loader.decisions import FactCorrection, Settlement
from ..graph_loader.store import Store
from ..graph_loader.who_is_who.deciding import Line, Scope, Side
from ..graph_loader.who_is_who.open_cases import Case, open_cases
from ..queries import trace
from ..queries.catalogue import Row
from ..queries.site import councils
from ..website.live import LiveSite
from ..website.site import name_of
from .dropped import Dropped

PAGES = (
    ("desk/identities", "Who is who"),
    ("desk/decisions", "Decisions"),
    ("desk/load", "Load"),
    ("desk/teach/", "Teach"),
)
"""The pages to work in that every page leads to."""


@dataclass(frozen=True)
class Desk:
    """One person's place to work: one thing is done at a time, under `lock`.

    Everything raises as what it calls: `StoreError`, `UsageError`, `UnknownName`, `DecisionError` and their like.
    """

    store: Store
    file: DecisionsFile
    who: str
    folder: Path
    public: bool = False
    title: str | None = None

    @cached_property
    def lock(self) -> RLock:
        """Held while something is asked of the store or done to it."""
        return RLock()

    @cached_property
    def _site(self) -> LiveSite:
        return LiveSite(self.store, self.public, self.title, PAGES)

    def name(self) -> str:
        """What the site is called."""
        with self.lock:
            return name_of(councils(self.store), self.title)

    def site(self) -> LiveSite:
        """The site of what the store holds, with the decisions of the file followed."""
        follow(self.store, self.file)
        return self._site

    def cases(self) -> list[Case]:
        """The open questions about who is who."""
        follow(self.store, self.file)
        return open_cases(self.store)

    def explained(self, one: str, other: str) -> tuple[Side, Side, Sequence[Line]]:
        """Two sides of a question, and what speaks for and against."""
        sides = names.find_sides(self.store, one, other)
        return (*sides, Scope.read(self.store, sides[0].scope, sides).explain(*sides))

    def decide(self, answer: str, one: str, other: str, why: str) -> names.Decided:
        """Answers a question: `same`, `different`, or that `one` is nobody."""
        if answer in ("same", "different"):
            return names.decide(self.store, self.file, answer, one, other, self.who, why)  # type: ignore[arg-type]
        return names.nobody(self.store, self.file, one, "person", self.who, why)

    def fact(self, fact: str) -> Row:
        """One fact."""
        follow(self.store, self.file)
        return facts.fact_called(self.store, fact)

    def correct(self, fact: str, values: dict[str, str], wrong: bool, why: str) -> Sequence[FactCorrection]:
        """Corrects those fields that say something else than now, or takes the fact out."""
        found = facts.fact_called(self.store, fact)
        changed = {k: v for k, v in values.items() if v.strip() != (facts.read_value(found, k) or "")}
        return facts.correct(self.store, self.file, found, {} if wrong else changed, wrong, self.who, why)

    def settled(self) -> dict[str, Settlement]:
        """The findings that need nothing more."""
        return self.file.settlements()

    def settle(self, finding: str, why: str) -> Settlement:
        """Marks a finding as looked at."""
        return findings.settle(self.store, self.file, finding, self.who, why)

    def decisions(self) -> tuple[list[Row], list[Row], list[Settlement]]:
        """What was decided: about names, about facts, about findings; the newest first."""
        follow(self.store, self.file)
        made = names.decision_rows(self.store), trace.corrections(self.store), list(self.file.settlements().values())
        return made[0][::-1], made[1][::-1], made[2][::-1]

    def undo(self, decision: str, why: str) -> None:
        """Takes back a decision of any kind, by its id."""
        if decision in {c.id for c in self.file.corrections()}:
            facts.undo(self.store, self.file, decision, self.who, why)
        elif finding := next((f for f, s in self.file.settlements().items() if s.id == decision), None):
            findings.reopen(self.file, finding, self.who, why)
        elif decision in {j.id for j in self.file.judgements()}:
            names.undo(self.store, self.file, decision, self.who, why)
        else:
            raise UnknownId(f"{self.file.path} has no decision “{decision}” that stands")

    def load(
        self, files: Sequence[tuple[str, bytes]], council: str | None, replacing: bool
    ) -> tuple[list[dict[str, Any]], list[str]]:
        """Puts files into the folder and loads them: a row of what became of each, and what is to be said of all.

        A file that cannot be read leaves the folder again.
        """
        dropped = Dropped(self.folder)
        rows = [dropped.keep(name, content, replacing) for name, content in files]
        kept = [self.folder / row["document"] for row in rows if row["error"] is None]
        became = {r["document"]: r for r in map(loaded_row, self._loading(kept, council, replacing))} if kept else {}
        for name, row in became.items():
            if row["error"]:
                dropped.take_back(name)
        rows = [became.get(row["document"], row) for row in rows]
        return rows, told(self.store, rows)

    def _loading(self, paths: Sequence[Path], council: str | None, replacing: bool) -> Any:
        return load_files(self.store, self.file, paths, council, replacing)
