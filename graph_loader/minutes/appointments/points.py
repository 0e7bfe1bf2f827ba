"""Points of a list whose lead has the verb: `That Council appoints: 1. A and B as delegates to …; 2. C to …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parsed_minutes import Action
from ..names.tagging import rule
from ..page.layout import Paragraph
from ..page.reading import Reading
from .complements import complement
from .placing import Placing, action_of
from .placings import PEOPLE, placings
from .sentences import Decided, is_hedged

_LEAD = re.compile(
    r"\b(?:(?:re-?)?appoints?|nominates?|elects?|co-?opts?|confirms?\s+the\s+appointments?\s+of"
    r"|(?:be|are|were)\s+(?P<passive>(?:re-?)?appointed|nominated|elected|co-?opted))\b"
    r"(?:\s+(?:the\s+following|as\s+follows)[^.:\n]{0,60})?\s*:?\s*[-–—]?\s*\Z",
    re.IGNORECASE,
)
"""Words before the points: they end with the verb, or with the following after it."""
_POINT = rule(
    rf"(?:\(?(?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})[.)] )?(?:(?:appoint|re-?appoint|nominate) )?(?P<who>{PEOPLE}),? "
    r"(?=(?:be )?(?:(?:re-?)?appointed |nominated )?(?:as|to|on|onto) )"
)
_FARTHEST = 14
"""Paragraphs between the words before a list and its last point."""


def read_points(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Every place that a point gives to the people it begins with."""
    action: Action | None = None
    left = 0
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            return
        text = reading.flow[max(paragraph.start, paragraph.end - 160) : paragraph.end]
        lead = _LEAD.search(text)
        if lead and (lead["passive"] is None or "follow" in lead[0].casefold()) and not _hedged(reading, paragraph):
            action, left = action_of(lead[0].strip()), _FARTHEST
            continue
        if action is None or left == 0:
            continue
        left -= 1
        m = _POINT.match(reading.tagged.text, paragraph.start, paragraph.end)
        if m is None:
            action = action if paragraph.first.bullet or paragraph.first.letter or paragraph.first.number else None
            continue
        _, high = reading.sentence(m.start(), m.end())
        said = complement(reading, own, m.end(), high)
        if said.places:
            yield from placings(reading, own, decided, m, said, action, "point", False)


def _hedged(reading: Reading, paragraph: Paragraph) -> bool:
    return is_hedged(reading, paragraph.start, paragraph.end)
