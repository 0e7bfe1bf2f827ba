"""The body that met and the body that it belongs to: from the heading, from a form, else from what the text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from ...folding import fold_body
from ...lexicon.entries import of_class
from ..dates.written import dates, times
from ..names.bodies import body_kind, body_mentions
from ..names.tokens import WRAP
from ..page.reading import Reading
from ..page.vocabulary import any_of
from .heading import Cell, cells, later_cells, without_places
from .heading_names import HeadingBody, bodies_in, is_weak

_FRONT_TITLE = re.compile(r"^title:\s*['\"]?(?P<t>[^\"\n]+)", re.MULTILINE)
_MEETING_BEFORE = re.compile(
    r"\b(?:next|last|previous|this|(?:ordinary|monthly|annual|regular))\s+(?:\w+\s+)?(?:meeting|minutes)\s+of\s+(?:the\s+)?$"
    r"|\b(?:welcomed|opened|convened|called)\b[^.\n]{0,40}\bmeeting\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:next|previous|last|this)\s+(?:(?:ordinary|regular|monthly|annual)\s+)?$"
    r"|\b(?:called|opened|convened)\s+(?:the\s+|this\s+)?$|\bminutes\s+of\s+(?:the\s+)?(?:last\s+|previous\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"['’]?s?\s+(?:(?:next|monthly|annual|ordinary|regular|\w+day|\w+uary|\w+ber)\s+){0,2}(?:meetings?|minutes)\b"
    r"|\s+(?:met|will\s+(?:next\s+)?meet|convened)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:report(?:ed)?|attend(?:ed|ing)?|invited|informed)\b", re.IGNORECASE)
"""Words of sentences that tell of the meetings of others."""
_FRINGE = 0.1
"""How much of the minutes, at each end, may say which body met."""
_NEAR = 8
"""Lines of a heading that may name a body without saying that it met, or one that belongs to the body before."""


@dataclass(frozen=True)
class NamedBody:
    """A body as the document names it, and where."""

    name: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class MeetingBody:
    """The body that met, the one that it belongs to, and whether the document says that it does."""

    body: NamedBody | None
    parent: NamedBody | None = None
    basis: Literal["stated", "inferred"] | None = None


def read_body(reading: Reading, top: int) -> MeetingBody:
    """The body that met, by a heading that ends at `top`."""
    text = reading.flow.replace(WRAP, " ").replace("\n", " ")
    heading = cells(reading, reading.start, top)
    form = _labelled(reading, heading)
    named = [body for cell in without_places(reading, heading) for body in bodies_in(reading, text, cell)]
    body = form.body or _dated_line(reading) or _chosen(named)
    if body is None:
        below = [
            body
            for cell in later_cells(reading, top)
            for body in bodies_in(reading, text, cell)
            if body.met and body.named
        ]
        body, named = _chosen(below), [*named, *below]
    body = body or _front_matter(reading) or _in_text(reading)
    if body is None:
        return MeetingBody(None)
    parent = form.parent or _parent(named, body)
    if parent:
        return MeetingBody(body, parent, "stated")
    parent = _only_council(reading, body) if body_kind(body.name) not in {"council", "other", "external_body"} else None
    return MeetingBody(body, parent, "inferred" if parent else None)


def _as_named(body: HeadingBody | None, rule: str) -> NamedBody | None:
    return NamedBody(body.name, body.start, body.end, rule) if body else None


def _chosen(named: Sequence[HeadingBody]) -> NamedBody | None:
    """The body among those that a heading names: the organ before what it is an organ of."""
    rule = "meeting.heading"
    own = [b for b in named if b.named and not b.outer and (b.met or b.line < _NEAR)]
    organs = [b for b in own if b.level == "organ" and not b.short and (b.met or b.bare or not is_weak(b.name))]
    if any(b.met and b.level == "organisation" and not b.short for b in own):
        organs = [b for b in organs if b.met or body_kind(b.name) != "other"]
    if organs:
        met = [b for b in organs if b.met]
        first = (met or organs)[0]
        inner = [b for b in organs if first.start < b.start and b.line <= first.line + _NEAR]
        return _as_named(inner[-1] if inner and not (met and not inner[-1].met) else first, rule)
    alone = [b for b in own if b.short and b.bare]
    tops = [b for b in own if b.level == "organisation" and not b.short]
    inner = [
        b for b in own if b.short and b.met and b.level == "organ" and " " in b.name and tops and tops[0].end <= b.start
    ]
    if inner and body_kind(tops[0].name) != "council":
        return _as_named(inner[0], rule)
    if alone and (not tops or tops[0].line <= alone[0].line):
        return _as_named(alone[0], rule)
    strong = [b for b in tops if b.met or not is_weak(b.name)]
    if strong:
        first = min(strong, key=lambda b: (not b.met, body_kind(b.name) != "council", b.line))
        inner = [
            b
            for b in strong
            if first.start < b.start and b.line <= first.line + _NEAR and body_kind(b.name) != "council"
        ]
        return _as_named(inner[-1] if inner and not (first.met and not inner[-1].met) else first, rule)
    rest = [b for b in named if not b.short and not b.outer and b.line < _NEAR]
    short = [b for b in own if b.short and " " in b.name]
    framed = [b for b in rest if b.met and b.level != "community"]
    communities = [b for b in rest if b.level == "community"]
    plain = [b for b in own if b.short and b.met and b.level == "organ"]
    return _as_named(next(iter([*short, *communities, *framed, *rest, *plain]), None), rule)


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
    return _as_named(chosen[0], "meeting.parent") if chosen else None


def _short_name(named: Sequence[HeadingBody], body: NamedBody) -> bool:
    return any(b.short for b in named if b.start == body.start)


# -- forms -----------------------------------------------------------------------------------------------------------


@cache
def _labels(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', kind))})\s{{0,3}}[:;]?$", re.IGNORECASE)


def _labelled(reading: Reading, heading: Sequence[Cell]) -> MeetingBody:
    """A form that names the body in a field: `COMMITTEE: Board of Governors`."""
    found: dict[str, NamedBody] = {}
    for cell, value in pairwise(heading):
        label = reading.flow[cell.start : cell.end].strip()
        between = reading.flow[cell.end : value.start]
        colon = ":" in between or ";" in between or label.endswith((":", ";"))
        for kind in ("labels", "parent_labels"):
            if kind in found or not _labels(kind).match(label) or not (colon or "|" in between or cell.whole):
                continue
            name = reading.words(value.start, value.end).strip(" .;:")
            known = body_kind(name) != "other" and (kind == "labels" or body_kind(name) in {"council", "external_body"})
            if _can_be_name(reading, value) and (known or (colon and not cell.whole)):
                found[kind] = NamedBody(name, value.start, value.end, "meeting.field")
    return MeetingBody(found.get("labels"), found.get("parent_labels"))


_DATED_LINE = re.compile(
    r"Meeting:\s{1,3}\d{1,2}/\d{1,2}/\d{4}\s{1,3}-\s{1,3}(?P<a>[A-Z][^\n()]{2,90}?)\s*(?:\((?:Item|Minute)\b|$)"
    r"|(?P<b>[A-Z][^\n:,]{2,90}?)\s{1,3}[-–]\s{1,3}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s{1,3}\d{1,2}(?:st|nd|rd|th)?\b"
)
"""A line of a page of minutes that gives body and day: `Council - Wednesday, 19th October, 2022`."""


def _dated_line(reading: Reading) -> NamedBody | None:
    for paragraph in reading.outline.paragraphs[:_NEAR]:
        m = _DATED_LINE.match(reading.flow, paragraph.start, paragraph.end)
        if m:
            start, end = m.span("a" if m["a"] else "b")
            if body_kind(name := reading.words(start, end)) != "other":
                return NamedBody(name, start, end, "meeting.line")
    return None


def _can_be_name(reading: Reading, cell: Cell) -> bool:
    text = reading.flow[cell.start : cell.end]
    return (
        len(text) < 90
        and text[:1].isupper()
        and not dates(text, 0, len(text), 2000)
        and not times(text, 0, len(text))
        and not text.endswith(".")
    )


# -- elsewhere in the document ---------------------------------------------------------------------------------------


def _front_matter(reading: Reading) -> NamedBody | None:
    """The title in a page's front matter, where the heading names no body."""
    document = reading.view.document.text
    if reading.start > 0 or not document.startswith("---"):
        return None
    title = _FRONT_TITLE.search(document[:2000])
    if not title:
        return None
    for start, end in body_mentions(document, title.start("t"), title.end("t")):
        return NamedBody(" ".join(document[start:end].split()), start, end, "meeting.title")
    return None


def _in_text(reading: Reading) -> NamedBody | None:
    """The body of which the running text says that it met or will meet next, where it says so of one body only."""
    found = list(_meeting_in_text(reading))
    names = Counter(fold_body(b.name) for b in found)
    if not names:
        return None
    (name, count), *others = names.most_common(2)
    if others and others[0][1] == count:
        return None
    return next(b for b in found if fold_body(b.name) == name)


def _meeting_in_text(reading: Reading) -> Iterator[NamedBody]:
    """Where the first or last words of the minutes say of a body that it meets: further in, they speak of others."""
    flow, far = reading.flow, (reading.last - reading.start) * _FRINGE
    for start, end in body_mentions(flow, reading.start, reading.last):
        fringe = start < reading.start + far or start > reading.last - far
        dated = (item := reading.outline.item_at(start)) is not None and "next meeting" in item.title.casefold()
        before = flow[max(reading.start, start - 60) : start].replace(WRAP, " ")
        if _OF_OTHERS.search(reading.flow[slice(*reading.sentence(start, end))]):
            continue
        if (fringe or dated) and (
            _MEETING_BEFORE.search(before) or (_BEFORE.search(before) and _AFTER.match(flow, end))
        ):
            yield NamedBody(reading.words(start, end), start, end, "meeting.text")


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
