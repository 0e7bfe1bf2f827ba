"""A meeting read by the labellers of decisions: who takes or gives up a place, and on which body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ....lexicon.entries import word_set
from ...features.decisions import decision_line_features
from ...features.headings import Above, heads_above
from ...features.lines import line_features
from ...page.reading import Reading
from ...text import Line, WordPlace, joined, lines_of
from ..models import Models
from .candidates import Phrases, PlaceCandidate, candidates
from .choice import Choice, choice_rows, choose
from .people import Holder, LabelledBody, holders_of
from .sequences import decision_blocks

_LINES = 4_000
"""Lines of a meeting that the labellers look at."""


@dataclass(frozen=True)
class DecisionText:
    """A meeting's paragraphs with what the labellers find in them: who takes places, and bodies that are named."""

    lines: tuple[Line, ...]
    above: tuple[Above, ...]
    holders: tuple[Holder, ...]
    bodies: tuple[LabelledBody, ...]
    flow: str
    own: str | None

    def candidates(self, person: WordPlace, ruled: str | None = None) -> list[PlaceCandidate]:
        """The bodies that the place of somebody may be on."""
        return candidates(self._phrases, self.above, person, self.bodies, self.own, ruled)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.lines, self.flow)

    def rows(self, person: WordPlace, role: str | None, found: Sequence[PlaceCandidate]) -> list[list[str]]:
        """What the labeller of bodies sees of each candidate."""
        others = [h.place for h in self.holders]
        return choice_rows(self.lines, self.above, person, office_of(role), found, others)

    def place(self, start: int, end: int) -> WordPlace | None:
        """The paragraph and the words between two offsets."""
        i = bisect_right(self.lines, start, key=lambda line: line.start) - 1
        if i < 0 or start >= self.lines[i].end:
            return None
        inside = [k for k, w in enumerate(self.lines[i].words) if w.start >= start and w.end <= end]
        return (i, inside[0], inside[-1] + 1) if inside else None

    def between(self, start: int, end: int) -> range:
        """The paragraphs, by number, that the text between two offsets touches."""
        first = bisect_right(self.lines, start, key=lambda line: line.end)
        return range(first, bisect_left(self.lines, end, key=lambda line: line.start))


def office_of(role: str | None) -> str:
    """The office that a role names, by its last word; `other` for one that no list has, "" for none."""
    words = (role or "").casefold().split()
    if not words:
        return ""
    return words[-1] if words[-1] in word_set("offices", "place") else "other"


def paragraphs(reading: Reading) -> tuple[Line, ...]:
    """The paragraphs of a meeting, each as one line."""
    return joined(lines_of(reading.flow, reading.view.norm, reading.start, reading.last)[:_LINES])


def read_decisions(reading: Reading, models: Models, own: str | None) -> DecisionText:
    """Everybody whom the labellers find to take or give up a place, in the order of the text; `own` is who met."""
    lines = paragraphs(reading)
    above = heads_above(lines)
    said = models.decision_lines.marginals(decision_line_features(lines, above, line_features(lines)))
    holders: list[Holder] = []
    bodies: list[LabelledBody] = []
    for block in decision_blocks(lines, above, said):
        people, named = holders_of(lines, block, models.decision.label(block.rows))
        holders += people
        bodies += named
    return DecisionText(lines, tuple(above), tuple(holders), tuple(bodies), reading.flow, own)


def body_of(
    text: DecisionText, models: Models, person: WordPlace, role: str | None, ruled: str | None
) -> Choice | None:
    """The likeliest body for somebody's place."""
    found = text.candidates(person, ruled)
    return choose(models.body_of_place, text.rows(person, role, found), found)
