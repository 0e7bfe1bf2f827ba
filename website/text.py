"""The text of a document line by line, every passage that is a fact marked, names in it as links, with notes beside."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from .records import Document, Fact, Named, Place
from .shown import WITHHELD, Shown, markup
from .wording import statement

KINDS = {
    "Attendance": "people",
    "Substitution": "people",
    "OtherName": "people",
    "Appointment": "places",
    "Departure": "places",
    "Declaration": "interests",
    "Motion": "decisions",
    "Vote": "decisions",
    "Resolution": "decisions",
    "Delegation": "decisions",
    "Contribution": "said",
    "Warning": "unsure",
}
"""How facts are marked; all others are marked as what the meeting is and deals with."""
_ORDER = ("unsure", "people", "places", "interests", "decisions", "said", "frame")
_QUIET = frozenset({"Naming", "AgendaItem", "MeetingRecord", "OtherName"})
"""Facts without a note: their words say all."""
_BLANK = "withheld"
"""Stands where a name would say whom it means, and is to be blanked."""

Mark = tuple[int, int, str]
Name = tuple[int, int, str]
Piece = tuple[str, str, str | None]


@dataclass(frozen=True)
class Note:
    """What a line states: its kind, the fact in words, and where the record of its meeting has it."""

    kind: str
    words: Markup
    record: str


@dataclass(frozen=True)
class Line:
    """One line of a document: its number from 1, its words with marks and links, what it states, the page it begins."""

    number: int
    words: Markup
    notes: tuple[Note, ...] = ()
    page: int | None = None


def mark_of(fact: Fact) -> str:
    """How a fact is marked."""
    return KINDS.get(fact.kind, "frame")


def lines_of(document: Document, shown: Shown, first: int = 1, last: int | None = None) -> list[Line]:
    """The lines of a document, or some of them, with marks and notes; none where the store does not hold its text."""
    words = words_of(document, shown)
    stated = _stated(document, shown)
    notes, pages = notes_of(stated, shown), _pages(stated)
    return [
        Line(number, words[number - 1], tuple(notes.get(number, ())), pages.get(number))
        for number in range(first, min(last or len(words), len(words)) + 1)
    ]


def words_of(document: Document, shown: Shown) -> list[Markup]:
    """The words of each line with marks and links; those of the last document are kept: its meetings show them too."""
    if document.text is None:
        return []
    if document.version not in shown.words:
        shown.words.clear()
        shown.words[document.version] = _words_of(document.text, document, shown)
    return shown.words[document.version]


def _words_of(text: str, document: Document, shown: Shown) -> list[Markup]:
    stated = _stated(document, shown)
    marks, names = _flat(stated), _names(stated, document, shown)
    found, at, mark, name = [], 0, 0, 0
    for line in text.split("\n"):
        end = at + len(line)
        while mark < len(marks) and marks[mark][1] <= at:
            mark += 1
        while name < len(names) and names[name][1] <= at:
            name += 1
        pieces = _pieces(text, at, end, marks, mark, names, name)
        found.append(markup("".join(_shown(piece, shown) for piece in pieces)))
        at = end + 1
    return found


def _stated(document: Document, shown: Shown) -> list[tuple[Fact, Place]]:
    """What is stated in a document and lies within its text."""
    length = len(document.text or "")
    return [fp for fp in shown.records.facts_of_version.get(document.version, ()) if fp[1].end <= length]


def notes_of(stated: Sequence[tuple[Fact, Place]], shown: Shown) -> dict[int, list[Note]]:
    """What is stated, by the line in which the statement begins."""
    found: dict[int, dict[str, Note]] = defaultdict(dict)
    for fact, place in stated:
        if place.part == "statement" and fact.kind not in _QUIET and fact.statement == place:
            found[place.line].setdefault(fact.id, note_of(fact, shown))
    return {line: list(of.values()) for line, of in found.items()}


def note_of(fact: Fact, shown: Shown) -> Note:
    """What a fact says, as it stands beside a line."""
    address = shown.addresses.get(fact.meeting)
    return Note(mark_of(fact), statement(fact, shown), f"{shown.root}{address}#{fact.id}" if address else "")


def _flat(stated: Sequence[tuple[Fact, Place]]) -> list[Mark]:
    """Stretches that do not overlap, in order, each with the first by `_ORDER` of the kinds of facts stated there."""
    edges: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for fact, place in stated:
        if place.end > place.start:
            kind = mark_of(fact) if place.part == "statement" else "basis"
            edges[place.start].append((1, kind))
            edges[place.end].append((-1, kind))
    found: list[Mark] = []
    active: dict[str, int] = defaultdict(int)
    for at, end in pairwise(sorted(edges)):
        for step, kind in edges[at]:
            active[kind] += step
        if kind := next((k for k in (*_ORDER, "basis") if active[k]), ""):
            found.append((at, end, kind))
    return found


def _names(stated: Sequence[tuple[Fact, Place]], document: Document, shown: Shown) -> list[Name]:
    """Names in statements that mean a person or a body, in order and without overlap; those to be blanked first."""
    text = document.text or ""
    pattern = shown.blanks(document.version)
    blanked = {match.span(): _BLANK for match in pattern.finditer(text)} if pattern else {}
    linked: dict[tuple[int, int], str] = {}
    for fact, place in stated:
        for named in fact.names if place.part == "statement" else ():
            if named.means and (where := _find(named, place, text)):
                (blanked if named.means in shown.records.withheld else linked).setdefault(where, named.means)
    chosen: list[Name] = []
    for (start, end), means in (*sorted(blanked.items()), *sorted(linked.items(), key=lambda f: (f[0][0], -f[0][1]))):
        at = bisect_left(chosen, (start, end, ""))
        free = (at == 0 or chosen[at - 1][1] <= start) and (at == len(chosen) or end <= chosen[at][0])
        if free:
            chosen.insert(at, (start, end, _BLANK if (start, end) in blanked else means))
    return chosen


def _find(named: Named, place: Place, text: str) -> tuple[int, int] | None:
    """Where a passage has a name as it is written; none where it is put together from several places."""
    at = text.find(named.text, place.start, place.end)
    return (at, at + len(named.text)) if at >= 0 else None


def _pieces(
    text: str, start: int, end: int, marks: Sequence[Mark], mark: int, names: Sequence[Name], name: int
) -> list[Piece]:
    """A line cut wherever a mark or a name begins or ends: words, mark, and whom they name."""
    cuts = {start, end}
    last_mark, last_name = mark, name
    while last_mark < len(marks) and marks[last_mark][0] < end:
        cuts |= {max(start, marks[last_mark][0]), min(end, marks[last_mark][1])}
        last_mark += 1
    while last_name < len(names) and names[last_name][0] < end:
        cuts |= {max(start, names[last_name][0]), min(end, names[last_name][1])}
        last_name += 1
    found: list[Piece] = []
    for a, b in pairwise(sorted(cuts)):
        while mark < last_mark and marks[mark][1] <= a:
            mark += 1
        while name < last_name and names[name][1] <= a:
            name += 1
        kind = marks[mark][2] if mark < last_mark and marks[mark][0] <= a else ""
        means = names[name][2] if name < last_name and names[name][0] <= a else None
        if found and found[-1][1:] == (kind, means):
            found[-1] = (found[-1][0] + text[a:b], kind, means)
        else:
            found.append((text[a:b], kind, means))
    return found


def _shown(piece: Piece, shown: Shown) -> Markup:
    text, kind, means = piece
    words = WITHHELD if means == _BLANK else escape(text)
    if address := shown.addresses.get(means):
        words = markup(f'<a href="{shown.root}{address}">{words}</a>')
    return markup(f'<mark class="{kind}">{words}</mark>') if kind else words


def _pages(stated: Sequence[tuple[Fact, Place]]) -> dict[int, int]:
    """The first line of each page of which something is known."""
    found: dict[int, int] = {}
    for _, place in stated:
        if place.page and (place.page not in found or place.line < found[place.page]):
            found[place.page] = place.line
    lines: dict[int, int] = {}
    for page, line in sorted(found.items()):
        lines.setdefault(line, page)
    return lines
