"""Where a page comes from: whose minutes, of which days, how many documents, and when the newest was loaded."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..graph_loader.store import Store
from ..queries import explore
from ..queries.tenures import in_words
from .page import counted


@dataclass(frozen=True)
class Origin:
    """What every page says about itself: `days` are the first and last day of a meeting, `loaded` an ISO day."""

    councils: tuple[str, ...] = ()
    days: tuple[str, str] | None = None
    documents: int = 0
    loaded: str = ""

    @property
    def whose(self) -> str:
        """The councils by name, or how many they are; nothing where none is known."""
        return " and ".join(self.councils) if len(self.councils) <= 2 else f"{len(self.councils)} councils"

    @property
    def words(self) -> str:
        """Days, documents and day of loading as a sentence: the same store gives the same."""
        days = f"Meetings from {in_words(self.days[0])} to {in_words(self.days[1])}, " if self.days else ""
        loaded = f", as loaded on {in_words(self.loaded)}" if self.loaded else ""
        return f"{days}{counted(self.documents, 'document')}{loaded}."

    @property
    def sentence(self) -> str:
        """The same with the councils before it."""
        return f"{self.whose}. {self.words}" if self.whose else self.words


def read_origin(store: Store, scopes: Collection[str] = ()) -> Origin:
    """The origin of what a store tells of these sources, of all without any."""
    rows = [row for row in explore.origin(store) if not scopes or row["scope"] in scopes]
    days = [row[name] for row in rows for name in ("first", "last") if row[name]]
    return Origin(
        tuple(sorted({row["council"] for row in rows if row["council"]})),
        (min(days), max(days)) if days else None,
        sum(row["documents"] for row in rows),
        max((row["loaded"] for row in rows), default=""),
    )
