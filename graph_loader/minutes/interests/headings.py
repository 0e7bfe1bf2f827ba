"""Where interests are declared: the stretches of text under a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...documents.blocks import Heading
from ..page.reading import Reading

_HEADING = re.compile(
    r"\b(?:declarations?|disclosures?|indications?)\b.{0,40}\binterests?\b"
    r"|\b(?:any|business|disclosable|pecuniary|financial|members'?|register of)\s+interests\b"
    r"|\bconflicts?(?: of interests?)?$|\bconflicts? of interests?\b"
    r"|^interests$"
    r"|^(?:members'?\s+|section \d+\s+)?(?:declarations|disclosures?)(?:\s+and\s+transparency statements)?$",
    re.IGNORECASE,
)


def stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The stretches under such headings; what an empty heading heads begins at the item after it."""
    sections = [s for s in reading.outline.sections if s.kind == "declarations"]
    found = {s.start: s.end for s in sections}
    for item in reading.outline.items:
        if _HEADING.search(item.title) and not any(item.begin <= s.label[0] < item.end for s in sections):
            found.setdefault(item.start, item.end)
    below = {item.begin: item.end for item in reading.outline.items}
    headed = dict(_headed(reading))
    for start, end in sorted(found.items()):
        last = end if reading.flow[start:end].strip() else below.get(end, end)
        yield start, max([last, *(after for before, after in headed.items() if before <= start < after)])


def _headed(reading: Reading) -> Iterator[tuple[int, int]]:
    """From where to where such headings reach that the document itself sets as headings: to the next of them.

    The entries of a list below are numbered anew, and none of them is an item of the agenda.
    """
    at, text = reading.view.plain.at, reading.view.document.text
    headings = [b for b in reading.view.document.blocks if isinstance(b, Heading)]
    for one, other in pairwise(headings):
        start = at(one.start)
        if reading.start <= start < reading.last and _HEADING.search(text[one.start : one.end].strip(" #*")):
            yield start, min(at(other.start), reading.last)
