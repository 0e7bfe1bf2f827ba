"""The labels of words that tell of places and offices: the guidelines for annotators say when to give which."""

from __future__ import annotations

FATES = ("j", "l", "f", "v")
"""The first letter of a label: a place is taken or kept (j), given up (l), not got or not yet (f), vacant (v)."""
REPLACED = "x"
"""The letter for whoever had the place before."""
BODY = "B"
"""The letter for the body that the place is on."""
_LOST = frozenset({"lost", "proposed", "deferred"})
LEAVING = frozenset({"remove", "resign"})
"""What is done with a place that is given up."""


def fate(action: str, outcome: str | None, person: str | None) -> str:
    """The letter of an appointment: of its action, its outcome and whom it names."""
    if action == "vacancy" or not person:
        return "v"
    if outcome in _LOST:
        return "f"
    return "l" if action in LEAVING else "j"
