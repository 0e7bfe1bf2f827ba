"""The body that met and the body that it belongs to: the likeliest of the candidates, where it is likely enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal

from ...folding import fold_body
from ...lexicon.entries import of_class
from ..dates.written import dates
from ..labelling.models import Models
from ..labelling.ranking import rank
from ..names.bodies import body_kind, body_mentions
from ..names.tokens import WRAP
from ..page.reading import Reading
from ..page.vocabulary import any_of
from .candidate_features import body_features
from .candidates import BodyCandidate, candidates
from .heading import Cell, cells, foot_title
from .heading_names import HeadingBody, bodies_in, is_weak

RULE = "meeting.body"
SHARE = 0.3
"""Of what is likely among the candidates, how much must be for one, so that it is the body that met."""
FITS = 0.25
"""How likely a candidate must be by itself: in a text that names no body, the best is not good enough."""
FITS_IN_PROSE = 0.5
"""The same for a name that stands in no heading, title or `meeting of`: minutes name many bodies that did not meet."""
_PROSE = frozenset({"mention", "end", "initials"})
_DOUBTED = 0.1
"""Share of a candidate that is worth naming where none is likely enough."""
_NAMED = 3


@dataclass(frozen=True)
class NamedBody:
    """A body as the document names it, and where."""

    name: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class MeetingBody:
    """The body that met, the one that it belongs to, and whether the document says that it does.

    `doubted` says that there are candidates, none of which is likely enough, and that a warning names them.
    """

    body: NamedBody | None
    parent: NamedBody | None = None
    basis: Literal["stated", "inferred"] | None = None
    doubted: bool = False


def read_body(reading: Reading, top: int, models: Models | None) -> MeetingBody:
    """The body that met, by a heading that ends at `top`; without models, the first organ of the heading."""
    text = reading.flow.replace(WRAP, " ").replace("\n", " ")
    if at_foot := _at_foot(reading, text):
        return MeetingBody(at_foot)
    found = candidates(reading, top, text)
    ranked = _ranked(reading, top, text, found, models) if models else _first(found)
    if not ranked or not _sure(reading, ranked[0]):
        doubted = models is not None and _doubt(reading, ranked)
        return MeetingBody(None, doubted=doubted)
    chosen = ranked[0].candidate.body
    body = NamedBody(chosen.name, chosen.start, chosen.end, f"body/{models.version}:name" if models else RULE)
    named = [c.body for c in found if c.source in {"heading", "below"} and not c.change]
    parent = _parent_field(reading, top) or _parent(named, body)
    if parent:
        return MeetingBody(body, parent, "stated")
    parent = _only_council(reading, body) if body_kind(body.name) not in {"council", "other", "external_body"} else None
    return MeetingBody(body, parent, "inferred" if parent else None)


def _at_foot(reading: Reading, text: str) -> NamedBody | None:
    """The body in the title at the foot of a page, before or after the date, where no heading stands above."""
    foot = foot_title(reading)
    if foot is None:
        return None
    days = dates(reading.flow, *foot)
    for low, high in zip([foot[0], *(d.end for d in days)], [*(d.start for d in days), foot[1]], strict=True):
        for body in bodies_in(reading.words, text, Cell(*reading.trim(low, high), whole=False, line=0)):
            if body.named:
                return NamedBody(body.name, body.start, body.end, RULE)
    return None


# -- the choice ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Choice:
    """A name, where it is likeliest that it is the body that met, and how likely."""

    candidate: BodyCandidate
    share: float
    fits: float


def _sure(reading: Reading, choice: _Choice) -> bool:
    body = choice.candidate.body
    plain = _is_plain(body.name)
    if plain and reading.flow[body.end : body.end + 1] == ".":
        return False  # a sentence
    weak = choice.candidate.source in _PROSE or plain
    return choice.share >= SHARE and choice.fits >= (FITS_IN_PROSE if weak else FITS)


def _is_plain(name: str) -> bool:
    """Whether a phrase is in small letters but for its first word, and no word in it is one for a body."""
    words = name.split()
    return len(words) > 2 and body_kind(name) == "other" and not any(w[0].isupper() for w in words[1:])


def _ranked(reading: Reading, top: int, text: str, found: Sequence[BodyCandidate], models: Models) -> list[_Choice]:
    """Each name once, where it is likeliest, the likeliest name first."""
    by_name: dict[str, list[_Choice]] = {}
    for candidate, how in zip(found, rank(models.body, body_features(reading, top, text, found)), strict=True):
        by_name.setdefault(fold_body(candidate.body.name), []).append(_Choice(candidate, how.share, how.fits))
    best = [max(same, key=lambda c: c.share) for same in by_name.values()]
    total = sum(c.share for c in best)
    ranked = sorted((replace(c, share=c.share / total) for c in best), key=lambda c: -c.share)
    fuller = _fuller(ranked)
    if fuller is None:
        return ranked
    whole = replace(fuller, share=ranked[0].share + fuller.share)
    return [whole, *(c for c in ranked[1:] if c is not fuller)]


def _fuller(ranked: Sequence[_Choice]) -> _Choice | None:
    """Where the likeliest is a kind of community alone, `Municipal District`: which one the text says that it is."""
    kind = ranked[0].candidate.body.name.casefold().split() if ranked else []
    if not 0 < len(kind) < 3 or kind[-1] not in of_class("communities", "before_of"):
        return None
    named = (c for c in ranked[1:] if c.candidate.body.name.casefold().split()[: len(kind) + 1] == [*kind, "of"])
    return next((c for c in named if c.fits >= FITS), None)


def _first(found: Sequence[BodyCandidate]) -> list[_Choice]:
    """The first organ that the heading names, else the first body: what reads where there is no model."""
    named = [c for c in found if c.body.named and not c.change and not c.body.outer]
    return [_Choice(min(named, key=_plainest), 1.0, 1.0)] if named else []


def _plainest(candidate: BodyCandidate) -> tuple[bool, ...]:
    body = candidate.body
    weak = is_weak(body.name) and not body.met
    apart = candidate.source not in {"heading", "title"}
    return apart, body.short, weak, body.level == "community", body.level != "organ", not body.met


def _doubt(reading: Reading, ranked: Sequence[_Choice]) -> bool:
    """Warns of the names that may be the body that met, where none is sure; false where none is worth it."""
    likely = [c for c in ranked[:_NAMED] if c.share >= _DOUBTED and c.fits >= FITS]
    if not likely:
        return False
    names = ", ".join(f"“{c.candidate.body.name}” ({c.share:.0%} likely)" for c in likely)
    place = likely[0].candidate.body
    reading.warn("unsure", f"the body that met may be {names}: left out", place.start, place.end, RULE)
    return True


# -- what it belongs to ----------------------------------------------------------------------------------------------


def _parent(named: Sequence[HeadingBody], body: NamedBody) -> NamedBody | None:
    """What the heading names beside the body: what it belongs to, the nearest before it first."""
    own = fold_body(body.name)
    if body_kind(body.name) == "council" and not _short_name(named, body):
        return None
    others = [
        b
        for b in named
        if (not fold_body(b.name).endswith(own) or _short_name(named, body))
        and fold_body(b.name) != own
        and not b.short
        and b.named
        and not (b.start >= body.start and b.end <= body.end)
    ]
    before = [b for b in others if b.end <= body.start]
    after = [b for b in others if b.start >= body.end]
    outer = [b for b in others if b.outer]
    nearest = [*reversed(before), *after]
    tops = [b for b in nearest if b.level != "organ"]
    chosen = outer or tops or ([] if body_kind(body.name) in {"council", "external_body"} else nearest)
    return NamedBody(chosen[0].name, chosen[0].start, chosen[0].end, "meeting.parent") if chosen else None


def _short_name(named: Sequence[HeadingBody], body: NamedBody) -> bool:
    return any(b.short for b in named if b.start == body.start)


@cache
def _parent_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', 'of_parent'))})\s{{0,3}}[:;]?$", re.IGNORECASE)


def _parent_field(reading: Reading, top: int) -> NamedBody | None:
    """A field of a form that names what the body belongs to: `COUNCIL: Saltby Borough Council`."""
    for cell, value in pairwise(cells(reading, reading.start, top)):
        label, between = reading.flow[cell.start : cell.end].strip(), reading.flow[cell.end : value.start]
        if not _parent_label().match(label) or not (cell.whole or set(":;|") & {*between, label[-1:]}):
            continue
        name = reading.words(value.start, value.end).strip(" .;:")
        if body_kind(name) in {"council", "external_body"}:
            return NamedBody(name, value.start, value.end, "meeting.field")
    return None


def _only_council(reading: Reading, body: NamedBody) -> NamedBody | None:
    """The only council that the document names."""
    councils: dict[str, NamedBody] = {}
    for start, end in body_mentions(reading.flow, reading.start, reading.end):
        name = reading.words(start, end)
        if re.search(r"\b(?:county|city|district|borough|metropolitan)\s+council$", name, re.IGNORECASE):
            short = re.search(r"(?:[A-Z][\w'-]*\s+){1,3}Council$", name)
            at = start + (name.index(short[0]) if short and name.index(short[0]) else 0)
            kept = reading.words(at, end)
            councils.setdefault(kept.casefold(), NamedBody(kept, at, end, "meeting.parent"))
    found = next(iter(councils.values())) if len(councils) == 1 else None
    return found if found and fold_body(found.name) != fold_body(body.name) else None
