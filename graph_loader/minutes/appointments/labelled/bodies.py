"""On which body each holder's place is: of what the labeller of bodies finds likely, only what can be meant counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ....lexicon.entries import word_set
from ...labelling.decisions.candidates import PlaceCandidate, body_key
from ...labelling.decisions.choice import Choice, likeliest
from ...labelling.decisions.people import Holder
from ...labelling.decisions.reading import DecisionText
from ...meeting.heading_names import initials_of
from ...text import WordPlace, overlap
from ..lists.labels import is_office

_ACT = re.compile(
    r"(?:(?:re )?(?:election|appointment)s?|nominations?|co options?|vacanc(?:y|ies)|resignations?|resolved)\b"
    r"(?! (?:committee|panel|board|group|sub committee|commission)$)"
)
"""How a heading or a sentence begins that tells of places, and names no body by all its words."""
_PARTS = frozenset({"|", ":", "–", "—", "-", "("})
"""Signs between the cells of a row."""
_LETTERS = 3
"""Letters at least that stand for a body."""
HOLDS = 0.5
"""Who holds a place by at least so much is no body."""


def held_words(holders: Iterable[Holder]) -> dict[int, set[int]]:
    """By paragraph the words of the names of those who surely take or give up places."""
    found: dict[int, set[int]] = defaultdict(set)
    for holder in holders:
        if holder.sure >= HOLDS and holder.fate != "v":
            line, first, last = holder.place
            found[line].update(range(first, last))
    return found


def meant(text: DecisionText, held: Mapping[int, set[int]], holder: Holder, choice: Choice) -> Choice | None:
    """The choice among those candidates that can be meant: no office, and nobody who holds a place; none without any.

    What names the body that met by its last words, by its letters or with its form in law is that body. `held` are the
    words of holders.
    """
    own = body_key(text.own or "")
    names_own = {key for key, one in choice.candidates.items() if text.own and is_own(one.text, text.own)}
    role = text.place(*holder.role) if holder.role else None
    likely: dict[str, float] = defaultdict(float)
    first: dict[str, PlaceCandidate] = {}
    for key, sure in choice.likely.items():
        one = choice.candidates.get(key, choice.candidate)
        if one.place and (_is_area(text, one.place) or not _may_be_meant(one, one.place, held, role)):
            continue
        meant_key = own if key in names_own else key
        likely[meant_key] += sure
        first.setdefault(meant_key, one)
    return likeliest(likely, first)


def is_own(words: str, own: str) -> bool:
    """Whether words name the body that met, `own`, otherwise than it does: by its last words (`the Committee`), by its
    letters (`SACRE`) or these by all words, or with its form in law (`Ashdale Rowing Club Inc`).
    """
    key, whole = body_key(words), body_key(own)
    if whole.endswith(f" {key}") or _without_form(key) == _without_form(whole):
        return True
    short, full = sorted((words.strip(), own), key=len)
    return len(short) >= _LETTERS and initials_of(full) == short


def _without_form(key: str) -> str:
    first, _, last = key.rpartition(" ")
    return first if last in word_set("bodies", "legal_form") else key


def _may_be_meant(one: PlaceCandidate, place: WordPlace, held: Mapping[int, set[int]], role: WordPlace | None) -> bool:
    if role is not None and overlap(place, role):
        return False
    if not held.get(place[0], set()).isdisjoint(range(place[1], place[2])):
        return False
    return not (_ACT.match(one.key) or is_office(one.text))


def _is_area(text: DecisionText, place: WordPlace) -> bool:
    """Whether a phrase is the place that a seat is for: `member for the Harbour division`."""
    line, _, last = place
    ending = text.lines[line].words[last - 1 : last + 1]
    return any(word.text.casefold() in word_set("bodies", "electoral") for word in ending)


def of_list(text: DecisionText, places: Sequence[WordPlace], choices: Sequence[Choice]) -> list[Choice]:
    """The choices of a list: its names share a body, or each row names its own in the same cell.

    What is likelier on average holds for all.
    """
    if len(choices) == 1:
        return list(choices)
    shared, first = _averaged([(c.likely, c.candidates) for c in choices])
    whole = likeliest(shared, first)
    if len({place[0] for place in places}) < len(places):
        return [whole or c for c in choices]
    cells: dict[tuple[int, bool], list[PlaceCandidate | None]] = {}
    likely: dict[tuple[int, bool], float] = defaultdict(float)
    for row, (place, choice) in enumerate(zip(places, choices, strict=True)):
        best: dict[tuple[int, bool], tuple[float, PlaceCandidate]] = {}
        for key, one in choice.candidates.items():
            if one.place is None or one.place[0] != place[0]:
                continue
            cell = _cell(text, place, one.place)
            sure = choice.likely[key]
            likely[cell] += sure / len(choices)
            if cell not in best or sure > best[cell][0]:
                best[cell] = sure, one
        for cell, (_, one) in best.items():
            cells.setdefault(cell, [None] * len(choices))[row] = one
    top = max(sorted(likely), key=lambda cell: likely[cell], default=None)
    if top is None or (whole and whole.sure >= likely[top]):
        return [whole or c for c in choices]
    return [
        c if one is None else replace(c, candidate=one, sure=likely[top], next=min(c.next, 1 - likely[top]))
        for c, one in zip(choices, cells[top], strict=True)
    ]


def _averaged(
    choices: Sequence[tuple[Mapping[str, float], Mapping[str, PlaceCandidate]]],
) -> tuple[dict[str, float], dict[str, PlaceCandidate]]:
    first: dict[str, PlaceCandidate] = {}
    likely: dict[str, float] = defaultdict(float)
    for likes, candidates in choices:
        for key, sure in likes.items():
            likely[key] += sure / len(choices)
            first.setdefault(key, candidates[key])
    return likely, first


def _cell(text: DecisionText, person: WordPlace, place: WordPlace) -> tuple[int, bool]:
    """How many cells of a row a phrase is away from somebody in it, and whether it stands before."""
    words = text.lines[person[0]].words
    before = place[2] <= person[1]
    between = words[place[2] : person[1]] if before else words[person[2] : place[1]]
    return sum(1 for w in between if w.kind == "gap" or w.text in _PARTS), before
