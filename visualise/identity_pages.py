"""Who is who as pages to read: why two names are one person or not, as a waterfall, and the questions that are open.

Neither page has a script; like a map they ask a network for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..graph_loader.store.mentions import Written
from ..graph_loader.who_is_who.deciding import Line, Side
from ..graph_loader.who_is_who.open_cases import Case
from ..queries.output.published import published_at
from .model import Quote, documents_of
from .page import Page, reading_page

_WIDTH = 640
_LEFT = 20
_ROW = 46


@dataclass(frozen=True)
class Step:
    """One step of the waterfall, in pixels: from where the sum stood to where the reason takes it."""

    kind: str
    reason: str
    label: str
    x: float
    width: float
    y: int
    end: float


@dataclass(frozen=True)
class Waterfall:
    """The weights of all reasons, one below the other, each beginning where the one before ended."""

    bars: tuple[Step, ...]
    zero: float
    width: int
    height: int


def waterfall(lines: Sequence[Line]) -> Waterfall:
    """The picture of an explanation: its weighted reasons and their sum; vetoes and decisions have no weight."""
    weighted = [line for line in lines if line.weight is not None]
    result = next((line for line in lines if line.kind == "result"), None)
    stops = [0.0, *(line.total or 0.0 for line in weighted)]
    low, high = min(stops), max(*stops, min(stops) + 1)
    scale = (_WIDTH - 2 * _LEFT - 60) / (high - low)

    def at(value: float) -> float:
        return round(_LEFT + (value - low) * scale, 1)

    steps = [
        (line.kind, line.reason, f"{line.weight:+.1f}", (line.total or 0.0) - line.weight, line.total or 0.0)
        for line in weighted
        if line.weight is not None
    ]
    if result is not None:
        steps.append(("result", f"sum: {result.reason}", f"{result.total or 0.0:+.1f}", 0.0, result.total or 0.0))
    bars = tuple(
        Step(kind, reason, label, at(min(a, b)), round(max(abs(b - a) * scale, 1), 1), 8 + i * _ROW, at(b))
        for i, (kind, reason, label, a, b) in enumerate(steps)
    )
    return Waterfall(bars, at(0), _WIDTH, 16 + _ROW * len(bars))


def explanation_page(one: Side, other: Side, lines: Sequence[Line], origin: str = "") -> Page:
    """Why two sides are taken for one person or not: decisions, vetoes, the waterfall, and the names of both."""
    shown = {"one": one, "other": other, "lines": lines, "waterfall": waterfall(lines)}
    return _page("identity_explanation.html.j2", origin, [*one.written, *other.written], **shown)


def review_page(cases: Sequence[Case], origin: str = "") -> Page:
    """The open questions, most useful first, each with its places and the commands that answer it."""
    return _page("identity_review.html.j2", origin, [w for case in cases for w in case.written], cases=cases)


def _page(template: str, origin: str, written: Iterable[Written], **content: object) -> Page:
    quotes = {
        w: Quote(w.text, w.document, w.line, page=w.page, uri=published_at(w.uri, w.text, w.page)) for w in written
    }
    return reading_page(
        template, ["identity.css"], origin=origin, documents=documents_of(quotes.values()), quotes=quotes, **content
    )
