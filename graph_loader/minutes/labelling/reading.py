"""A meeting read by the labellers: who its lists name, and how sure that is."""

from __future__ import annotations

from ..features.lines import line_features
from ..page.reading import Reading
from ..text import Line, lines_of
from .models import Models
from .people import Person, people_of
from .sequences import blocks

MOST_LINES = 1_500
"""Lines of a meeting that the labellers look at: lists of people stand at its head."""


def shown_lines(reading: Reading) -> tuple[Line, ...]:
    """The lines of a meeting that the labellers look at."""
    return lines_of(reading.flow, reading.view.norm, reading.start, reading.last)[:MOST_LINES]


def labelled_people(reading: Reading, models: Models) -> list[Person]:
    """Everybody whom the labellers find in the lists of a meeting, in the order of the text."""
    lines = shown_lines(reading)
    said = models.lines.marginals(line_features(lines))
    found: list[Person] = []
    for block in blocks(lines, said):
        found += people_of(lines, block, models.person.label(block.rows))
    return found
