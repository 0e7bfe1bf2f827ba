"""What the meeting resolved, agreed or noted: in the sentence itself, or point by point in the list after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Outcome, Resolution
from .layout import Paragraph
from .outcomes import outcome_of
from .reading import Reading

_DECIDED = re.compile(
    r"(?P<word>\bRESOLVED\b|\bResolved\b|\bit was (?:unanimously |further |also |then )?(?:resolved|agreed|decided)\b|\b(?:the )?(?:committee|council|panel|board|members|group|sub-?committee|governors)\s+(?:unanimously |also |then |further )?(?:resolved|RESOLVED|agreed)\b|\bAGREED\b|\bDECISION\b)"
    r"\s{0,3}[-–:]{0,2}\s{0,3}(?P<that>that|to)?\s{0,3}[-–:]{0,3}",
    re.IGNORECASE,
)
_LIST_NOTED = re.compile(
    r"\bthe following\b[^.\n]{0,90}\b(?:were|was|be)\s+(?P<word>noted|agreed|approved|resolved)\s*[:;-]+\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:that|to|as follows|following|:|-|;)[\s:;–-]*$", re.IGNORECASE)
_LEFTOVER = re.compile(r"\s{1,3}[0oO](?=\s*$)|(?<=\s)0(?=\s)")


def read_resolutions(reading: Reading) -> list[Resolution]:
    """All resolutions of a meeting, in order; the points of a list are one each."""
    found: list[Resolution] = []
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            break
        text = reading.flow[paragraph.start : paragraph.end]
        noted = _LIST_NOTED.search(text)
        if noted:
            outcome: Outcome = "noted" if noted["word"].lower() == "noted" else "agreed"
            found += _points(reading, paragraph, outcome, "resolution.noted")
            continue
        for m in _DECIDED.finditer(text):
            found += _decision(reading, paragraph, m)
    return found


def _decision(reading: Reading, paragraph: Paragraph, m: re.Match[str]) -> Iterator[Resolution]:
    start = paragraph.start + m.end()
    rest = reading.flow[start : paragraph.end].strip()
    if not rest or (_OPEN.search(reading.flow[paragraph.start : paragraph.end]) and len(rest) < 60):
        points = list(_points(reading, paragraph, "agreed", "resolution.point"))
        yield from points
        if points:
            return
    if len(rest) < 4:
        following = _next(reading, paragraph)
        if following is None or following.first.number:
            return
        yield _resolution(reading, following.start, following.end, paragraph, "resolution.following")
        return
    low, high = reading.sentence(start, min(paragraph.end, start + 2))
    yield _resolution(reading, start, max(high, start), None, "resolution.sentence")


def _next(reading: Reading, paragraph: Paragraph) -> Paragraph | None:
    paragraphs = reading.outline.paragraphs
    index = paragraphs.index(paragraph)
    return paragraphs[index + 1] if index + 1 < len(paragraphs) else None


def _points(reading: Reading, lead: Paragraph, outcome: Outcome, name: str) -> Iterator[Resolution]:
    """The points of the list under a paragraph; what is set deeper than the first point belongs to the point before."""
    paragraphs = reading.outline.paragraphs
    points: list[list[Paragraph]] = []
    first_indent: int | None = None
    for paragraph in paragraphs[paragraphs.index(lead) + 1 :]:
        row = paragraph.first
        if row.number or row.is_head or paragraph.start >= reading.last:
            break
        if not (row.bullet or row.letter):
            if (
                points
                and not reading.flow[points[-1][-1].end - 1].endswith((".", ";"))
                and reading.flow[paragraph.start].islower()
            ):
                points[-1].append(paragraph)
                continue
            break
        indent = _indent(reading, row.begin)
        first_indent = indent if first_indent is None else first_indent
        if indent > first_indent and points:
            points[-1].append(paragraph)
        else:
            first_indent = min(first_indent, indent)
            points.append([paragraph])
    for point in points:
        words = " ".join(_cleaned(reading, p) for p in point)
        places = [("decision", (lead.start, lead.end), f"{name}.lead")]
        yield Resolution(
            item=reading.outline.number_at(point[0].start),
            text=words,
            outcome=_outcome(words, outcome),
            span=reading.span(point[0].start, point[-1].end, name),
            evidence=reading.evidence(*places),  # type: ignore[arg-type]
        )


def _cleaned(reading: Reading, paragraph: Paragraph) -> str:
    """The words of a point, without the list marks that a PDF left at the ends of its lines."""
    lines = (
        [_LEFTOVER.sub("", reading.words(r.start, r.end)) for r in paragraph.rows]
        if not paragraph.first.bullet
        else [_marks_out(reading, paragraph)]
    )
    return " ".join(" ".join(lines).split())


def _marks_out(reading: Reading, paragraph: Paragraph) -> str:
    rows = paragraph.rows
    text = []
    for i, row in enumerate(rows):
        words = reading.words(row.start, row.end)
        stray = i == 0 and re.search(r"\s0$", words) is not None
        text.append(words[:-2] if stray else words)
    return " ".join(text)


def _indent(reading: Reading, at: int) -> int:
    return at - (reading.view.document.text.rfind("\n", 0, at) + 1)


def _resolution(reading: Reading, start: int, end: int, lead: Paragraph | None, name: str) -> Resolution:
    words = reading.words(start, end).strip(' "“”:;-–')
    places = [("decision", (lead.start, lead.end), f"{name}.lead")] if lead else []
    return Resolution(
        item=reading.outline.number_at(start),
        text=words or reading.words(start, end),
        outcome=_outcome(words, "agreed"),
        span=reading.span(start, end, name),
        evidence=reading.evidence(*places),  # type: ignore[arg-type]
    )


def _outcome(words: str, default: Outcome) -> Outcome:
    """A resolution that only takes note is noted; every other one has the outcome of its list."""
    if (
        re.search(r"\b(?:be|is|was|are|were|notes?|to)\s+noted?\b", words[:160], re.IGNORECASE)
        and outcome_of(re.sub(r"\bnoted?\b", " ", words)) is None
    ):
        return "noted"
    return default
