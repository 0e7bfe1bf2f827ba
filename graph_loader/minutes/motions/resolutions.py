"""What the meeting resolved, agreed or noted: in the sentence itself, or point by point in the list after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...parsed_minutes import Evidence, Outcome, Resolution
from ..page.layout import Paragraph
from ..page.reading import Reading
from .outcomes import outcome_of

_DECIDED = re.compile(
    r"(?P<word>\bRESOLVED\b|\bAGREED\b|\bDECISION\b(?=\s*[:–-])"
    r"|^\W{0,3}(?:And\s+)?(?:Resolved|Agreed)\b(?=\s*(?:[:–-]|that\b|to\b|unanimously\b|$))"
    r"|(?<=[.;]\s)Resolved\b(?=\s*(?:[:–-]|that\b))"
    r"|\b[Ii]t was (?:unanimously |further |also |then )?(?:resolved|agreed|decided)\b"
    r"|\b(?:[Cc]ommittee|[Cc]ouncil|[Pp]anel|[Bb]oard|[Mm]embers|[Gg]roup|[Ss]ub-?[Cc]ommittee|[Gg]overnors)\s+"
    r"(?:unanimously |also |then |further )?(?:resolved|agreed)\b)"
    r"\s{0,3}[-–:]{0,2}\s{0,3}(?P<that>that|to)?\s{0,3}[-–:]{0,3}"
)
_LIST_NOTED = re.compile(
    r"\bthe following\b[^.\n]{0,90}\b(?:were|was|be)\s+(?P<word>noted|agreed|approved|resolved)\s*[:;-]+\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:that|to|as follows|following|:|-|;)[\s:;–-]*$", re.IGNORECASE)
_STRAY = re.compile(r"(?<!\S)[0o](?!\S)")
"""A bullet that became a zero when a PDF was read."""


def read_resolutions(reading: Reading) -> list[Resolution]:
    """All resolutions of a meeting, in order; the points of a list are one each."""
    found: list[Resolution] = []
    for paragraph in reading.outline.paragraphs:
        if paragraph.start >= reading.last:
            break
        text = reading.flow[paragraph.start : paragraph.end]
        noted = _LIST_NOTED.search(text) if paragraph.first.number or not paragraph.first.bullet else None
        if noted:
            outcome: Outcome = "noted" if noted["word"].lower() == "noted" else "agreed"
            found += _points(reading, paragraph, outcome, "resolution.noted")
            continue
        for m in _DECIDED.finditer(text):
            found += _decision(reading, paragraph, m)
    return found


def _decision(reading: Reading, paragraph: Paragraph, m: re.Match[str]) -> Iterator[Resolution]:
    start = paragraph.start + m.end()
    low, high = reading.trim(start, paragraph.end)
    length = high - low
    if not length or (length < 60 and _OPEN.search(reading.flow, max(paragraph.start, high - 200), paragraph.end)):
        points = list(_points(reading, paragraph, "agreed", "resolution.point"))
        yield from points
        if points:
            return
    if length < 4:
        following = _next(reading, paragraph)
        if following is None or following.first.number:
            return
        yield _resolution(reading, following.start, following.end, paragraph, "resolution.following")
        return
    _, high = reading.sentence(start, min(paragraph.end, start + 2))
    yield _resolution(reading, start, max(high, start), None, "resolution.sentence")


def _next(reading: Reading, paragraph: Paragraph) -> Paragraph | None:
    paragraphs = reading.outline.paragraphs
    following = reading.outline.paragraph_after(paragraph.start) + 1
    return paragraphs[following] if following < len(paragraphs) else None


def _points(reading: Reading, lead: Paragraph, outcome: Outcome, name: str) -> Iterator[Resolution]:
    """The points of the list under a paragraph; what is set deeper than the first point belongs to the point before.

    Points are bullets, letters, or numbers below the paragraph's own: 5.3.1 under 5.3.
    """
    paragraphs = reading.outline.paragraphs
    points: list[list[Paragraph]] = []
    first_indent: int | None = None
    for paragraph in islice(paragraphs, reading.outline.paragraph_after(lead.start) + 1, None):
        row = paragraph.first
        below = row.number and lead.first.number and row.number.startswith(lead.first.number + ".")
        if (row.number and not below) or row.is_head or paragraph.start >= reading.last:
            break
        if below:
            points.append([paragraph])
            continue
        if points and points[-1][0].first.number:
            points[-1].append(paragraph)
            continue
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
    strayed = sum(1 for point in points for p in point if _STRAY.search(reading.words(p.start, p.end)))
    misread = strayed * 2 > sum(len(point) for point in points) - 2 and strayed > 1
    for point in points:
        words = " ".join(reading.words(p.start, p.end) for p in point)
        words = " ".join(_STRAY.sub(" ", words).split()) if misread else words
        yield Resolution(
            item=reading.outline.number_at(point[0].start),
            text=words,
            outcome=_outcome(words, outcome),
            span=reading.span(point[0].start, point[-1].end, name),
            evidence=_lead(reading, lead, name),
        )


def _indent(reading: Reading, at: int) -> int:
    return at - (reading.view.document.text.rfind("\n", 0, at) + 1)


def _resolution(reading: Reading, start: int, end: int, lead: Paragraph | None, name: str) -> Resolution:
    words = reading.words(start, end).strip(' "“”:;-–')
    return Resolution(
        item=reading.outline.number_at(start),
        text=words or reading.words(start, end),
        outcome=_outcome(words, "agreed"),
        span=reading.span(start, end, name),
        evidence=_lead(reading, lead, name) if lead else (),
    )


def _lead(reading: Reading, lead: Paragraph, name: str) -> tuple[Evidence, ...]:
    return reading.evidence(("decision", (lead.start, lead.end), f"{name}.lead"))


def _outcome(words: str, default: Outcome) -> Outcome:
    """A resolution that only takes note is noted; every other one has the outcome of its list."""
    if (
        re.search(r"\b(?:be|is|was|are|were|notes?|to)\s+noted?\b", words[:160], re.IGNORECASE)
        and not re.search(r"\band\s+(?:that|to|an?)\b", words)
        and outcome_of(re.sub(r"\bnoted?\b", " ", words)) is None
    ):
        return "noted"
    return default
