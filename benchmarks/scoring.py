"""Read records beside the reference's: which facts are found, read though they are none, and missed.

What a fact is says the reference's own scorer, which is run and not copied.
"""

from __future__ import annotations

import math
import runpy
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govgraph.graph_loader.teaching.measure import Count

Facts = Mapping[str, "Counter[Any]"]
FactsOf = Callable[[Mapping[str, Any]], Facts]
FEW = 20
"""A kind with fewer records than this is judged by its counts: no more than one record may be wrong."""


@dataclass(frozen=True)
class Compared:
    """The facts of one kind in one document."""

    found: Counter[Any]
    extra: Counter[Any]
    missed: Counter[Any]

    @property
    def count(self) -> Count:
        """How many there are."""
        return Count(self.found.total(), self.extra.total(), self.missed.total())


def facts_of(shared: Path) -> FactsOf:
    """What the reference's scorer counts as a fact."""
    facts: FactsOf = runpy.run_path(str(shared / "gold" / "score.py"))["facts"]
    return facts


def compared(gold: Mapping[str, Any], read: Mapping[str, Any], facts: FactsOf) -> dict[str, Compared]:
    """The facts of a document, kind by kind; kinds that the reference leaves out are left out.

    What the reference says to ignore counts neither way.
    """
    got, ignored, skipped = facts(read), facts(gold.get("ignore", {})), set(gold.get("not_annotated", []))
    done: dict[str, Compared] = {}
    for kind, wanted in facts(gold).items():
        if kind not in skipped:
            given = Counter({k: n for k, n in got[kind].items() if k in wanted or k not in ignored[kind]})
            found = wanted & given
            done[kind] = Compared(found, given - found, wanted - found)
    return done


def f1(count: Count) -> float:
    """F1; 1 where there is nothing to find and nothing was read."""
    return 1.0 if count.f1 is None else count.f1


def reaches(count: Count, bar: float) -> bool:
    """Whether a bar for F1 is reached; by counts where there are few records."""
    return f1(count) >= bar or (count.said < FEW and bar < 1 and count.extra + count.missed <= 1)


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share; all from 0 to 1 where there is nothing to count."""
    if not of:
        return 0.0, 1.0
    z = 1.959964
    share, spread = hits / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def shares(count: Count) -> str:
    """Precision and recall with their intervals, as tables print them."""
    return " ".join(
        f"{count.found / of if of else 1:6.3f} ({interval(count.found, of)[0]:.3f}–{interval(count.found, of)[1]:.3f})"
        for of in (count.found + count.extra, count.said)
    )
