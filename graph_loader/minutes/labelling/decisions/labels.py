"""The labels of words that tell of places and offices: the guidelines for annotators say when to give which."""

from __future__ import annotations

FATES = ("j", "l", "f", "v")
"""The first letter of a label: a place is taken or kept (j), given up (l), not got or not yet (f), vacant (v)."""
REPLACED = "x"
"""The letter for whoever had the place before."""
BODY = "B"
"""The letter for the body that the place is on."""
