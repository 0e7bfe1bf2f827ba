"""A meeting read by the labellers of decisions: who takes or gives up a place, and on which body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ....lexicon.entries import word_set
from ....parsed_minutes import Appointment
from ...features.acts import act_of
from ...features.decisions import decision_line_features
from ...features.headings import Above, heads_above
from ...features.lines import line_features
from ...page.reading import Reading
from ...text import Line, Offsets, WordPlace, joined, lines_of
from ..models import Models
from .candidates import Phrases, PlaceCandidate, candidates
from .choice import Choice, choice_rows, choose
from .named import with_names
from .people import Holder, LabelledBody, decision_labels, holders_of
from .sequences import decision_blocks

_APART = 8
"""Words between two names of a list at most."""
_SHORT = 12
"""Words of a list's line at most."""
_PARTING = frozenset({".", ":", "|", "–", "—"})
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
    people: Mapping[int, Sequence[WordPlace]] = field(default_factory=dict)
    """By paragraph where names of people stand."""
    names: Mapping[Offsets, str] = field(default_factory=dict)
    """How the name between two offsets is written in full."""

    def candidates(self, person: WordPlace, ruled: str | None = None) -> list[PlaceCandidate]:
        """The bodies that the place of somebody may be on."""
        return candidates(self._phrases, self.above, person, self.bodies, self.own, ruled)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.lines, self.flow)

    @cached_property
    def _shown(self) -> dict[WordPlace, list[str]]:
        """What the words at each place show that was a candidate."""
        return {}

    def rows(self, person: WordPlace, role: str | None, found: Sequence[PlaceCandidate]) -> list[list[str]]:
        """What the labeller of bodies sees of each candidate."""
        return choice_rows(self.lines, self.above, person, office_of(role), found, self.people, self._shown)

    def place(self, start: int, end: int) -> WordPlace | None:
        """The paragraph and the words between two offsets."""
        i = bisect_right(self.lines, start, key=lambda line: line.start) - 1
        if i < 0 or start >= self.lines[i].end:
            return None
        inside = [k for k, w in enumerate(self.lines[i].words) if w.start < end and w.end > start]
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


def read_decisions(
    reading: Reading, models: Models, own: str | None, ruled: Sequence[Appointment] = ()
) -> DecisionText:
    """Everybody whom the labellers find to take or give up a place, in the order of the text.

    `own` is who met, `ruled` what rules read.
    """
    lines = paragraphs(reading)
    above = heads_above(lines)
    said = models.decision_lines.marginals(decision_line_features(lines, above, line_features(lines)))
    named = with_names(lines, [(reading, ruled)])
    holders: list[Holder] = []
    bodies: list[LabelledBody] = []
    for block in decision_blocks(named, above, said):
        people, places = holders_of(lines, named, block, decision_labels(models.decision, named, block))
        holders += people
        bodies += places
    return DecisionText(
        lines, tuple(above), tuple(holders), tuple(bodies), reading.flow, own, named.people, named.names
    )


def body_of(
    text: DecisionText, models: Models, person: WordPlace, role: str | None, ruled: str | None
) -> Choice | None:
    """The likeliest body for somebody's place."""
    found = text.candidates(person, ruled)
    return choose(models.body_of_place, text.rows(person, role, found), found)


def lists_of(text: DecisionText, places: Sequence[WordPlace]) -> list[list[int]]:
    """The people of one list after the other, by their numbers; `places` are in the order of the text.

    Two are of one list where nothing but names, signs, offices and small words stands between them in a paragraph, or
    where both begin short lines one after the other, with the same heading.
    """
    found: list[list[int]] = []
    for i, place in enumerate(places):
        if found and _go_on(text, places[found[-1][-1]], place):
            found[-1].append(i)
        else:
            found.append([i])
    return found


def _go_on(text: DecisionText, one: WordPlace, other: WordPlace) -> bool:
    """Whether a list goes on from one name to another."""
    if one[0] == other[0]:
        between = text.lines[one[0]].words[one[2] : other[1]]
        return len(between) <= _APART and not any(
            w.kind == "gap"
            or w.text in _PARTING
            or (w.kind == "word" and act_of(w.text) not in {None, "seat", "place"})
            for w in between
        )
    if other[0] - one[0] != 1:
        return False
    lines = [text.lines[one[0]], text.lines[other[0]]]
    above, below = text.above[one[0]], text.above[other[0]]
    return (
        max(one[1], other[1]) <= 1
        and max(len(line.words) for line in lines) <= _SHORT
        and (above.heading, above.lead) == (below.heading, below.lead)
    )
