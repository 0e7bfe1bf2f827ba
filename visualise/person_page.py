"""A person's life in the documents as a page: a timeline, a lane for each body, and every line below it.

The page has no script: each mark of the timeline is a link to its entry, and the entries hold all that the marks show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from .model import Quote, documents_of
from .page import Page, reading_page
from .time_scale import Bar, Scale, scale_of

Row = dict[str, Any]

WIDTH, LEFT, RIGHT = 1000, 250, 20
"""The drawing in its own units: its width, and where the lanes begin and how far before the edge they end."""
TOP, LANE = 34, 36
_NAME_LENGTH = 34
_MOST_YEARS = 20
_NO_BODY = "no body named"
_STATUS = {"present": "came", "apologies": "away", "absent": "away", "in attendance": "came"}
KEY = (
    ("came", "came, or was in attendance"),
    ("away", "apologies, or absent"),
    ("stood", "substituted, or was substituted"),
    ("placed", "an appointment, or the end of one"),
    ("other", "a declaration, a motion, a vote or something said"),
)


@dataclass(frozen=True)
class Mark:
    """One fact on a lane: where it stands, its kind, the entry that it leads to, and its words."""

    x: float
    kind: str
    entry: int
    words: str


@dataclass(frozen=True)
class Lane:
    """A body with its spells and marks; `y` is its middle."""

    name: str
    short: str
    y: int
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline:
    """The drawing: its lanes, the years with their places, and its size."""

    lanes: tuple[Lane, ...]
    years: tuple[tuple[str, float], ...]
    height: int
    width: int = WIDTH
    left: int = LEFT
    top: int = TOP


def person_page(name: str, rows: Sequence[Row], spells: Sequence[Row], origin: str = "") -> Page:
    """The page of a person: `rows` as of `queries.trace.trace_person`, `spells` as of `queries.trace.person_spells`.

    `origin` is what both rest on, in a sentence.
    """
    rows = [
        row | {"quoted": Quote(row["quote"], row["document"], row["line"], page=row["page"], uri=row["uri"])}
        for row in rows
    ]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["fact"]] = counts.get(row["fact"], 0) + 1
    numbered = list(enumerate(rows))
    years = [(year or "No date", list(of)) for year, of in groupby(numbered, key=lambda n: (n[1]["date"] or "")[:4])]
    return reading_page(
        "person.html.j2",
        ["person.css"],
        name=name,
        counts=sorted(counts.items(), key=lambda c: (-c[1], c[0])),
        years=years,
        spells=spells,
        timeline=timeline(rows, spells),
        key=KEY,
        origin=origin,
        documents=documents_of(row["quoted"] for row in rows),
    )


def timeline(rows: Sequence[Row], spells: Sequence[Row]) -> Timeline | None:
    """The drawing of a life; none where nothing has a date."""
    days = [row["date"] for row in rows if row["date"]] + [spell["from"] for spell in spells]
    scale = scale_of(days, LEFT, WIDTH - RIGHT)
    if scale is None:
        return None
    bodies: dict[str, str] = {}
    for row in sorted([*rows, *spells], key=lambda r: r.get("from") or r.get("date") or "9999"):
        bodies.setdefault(row["body_id"] or "", row["body"] or _NO_BODY)
    lanes: list[Lane] = []
    for key, name in bodies.items():
        bars = [_bar(s, scale) for s in spells if s["body_id"] == key]
        marks = [
            Mark(scale.at(row["date"]), kind_of(row["fact"]), entry, f"{row['date']}: {_words(row)}")
            for entry, row in enumerate(rows)
            if row["date"] and (row["body_id"] or "") == key
        ]
        if not bars and not marks:
            continue  # nothing with a date
        short = name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1].rstrip() + "…"
        lanes.append(Lane(name, short, TOP + len(lanes) * LANE + LANE // 2, tuple(bars), tuple(marks)))
    return Timeline(tuple(lanes), scale.years(_MOST_YEARS), TOP + len(lanes) * LANE + 8)


def _bar(spell: Row, scale: Scale) -> Bar:
    x, until = scale.at(spell["from"]), scale.at(spell["until"]) if spell["until"] else scale.end
    to = f"to {spell['to']}" if spell["to"] else f"not known after {spell['until']}"
    words = f"{spell['role']}, from {spell['from']} {to}: {spell['certainty']}, {spell['why']}"
    return Bar(x, round(max(until - x, 2), 2), spell["certainty"], spell["to"] is None, words)


def kind_of(fact: str) -> str:
    """The kind of mark for a fact, as `trace` words it."""
    if fact in _STATUS:
        return _STATUS[fact]
    if "substituted" in fact:
        return "stood"
    return "placed" if fact.endswith(")") or fact == "was replaced" else "other"


def _words(row: Row) -> str:
    return ", ".join(part for part in (row["fact"], row["role"] and f"as {row['role']}", row["detail"]) if part)
