"""Where the minutes tell of elections: the items, lines and sentences that name the office which is to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ....lexicon.name_words import sure_titles
from ....lexicon.offices import HEADS, office
from ....lexicon.verbs import finite
from ...names.bodies import body_kind
from ...names.tagging import rule
from ...page.heads import PEOPLE_KINDS
from ...page.layout import Paragraph
from ...page.reading import Reading
from ..complements import role_stop
from ..placing import Place, clean_role, is_place, place_of, same_office
from .candidates import candidates

_ROLE = r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?)"
_TITLE = re.compile(
    r"(?:\b(?:re-?)?(?:election|appointment|nominations?)\s+(?:of|for|to)|^(?:to\s+)?elect(?:ing)?)\s+(?:the\s+)?(?:(?:office|position|post|role)\s+of\s+)?"
    r"(?:a\s+|an\s+|new\s+|the\s+)*(?P<role>[^:.\n(]{3,70}?)"
    r"(?=\s+(?:of|for|to|from|until|at|and\s+(?:to\s+)?(?:sign|receiv|declar))\b|\s+(?:19|20)\d\d|\s*[:(.,]|\s+[–-]|\s*$)",
    re.IGNORECASE,
)
_REPRESENTATIVE = re.compile(
    r"(?P<role>(?:(?!Proposed|Appointment|Election|Nomination)[A-Z][\w'’]*\s+){0,4}(?:[Rr]epresentatives?|[Dd]elegates?))\s+(?:on|to|for)\s+(?:the\s+)?(?P<body>[A-Z][^:\n]{3,70})"
)
_BODIES = re.compile(r"\b(?:bodies|committees|groups|organisations|panels|boards)\b", re.IGNORECASE)


@cache
def _office_alone() -> re.Pattern[str]:
    """A title that is an office and the year of it: `Chairman 2024/25`."""
    return re.compile(rf"{office(*HEADS)}(?:\s+(?:19|20)\d\d\s?[-/]\s?\d{{2,4}})?$", re.IGNORECASE)


@cache
def _asked() -> re.Pattern[str]:
    return rule(
        rf"\b(?:nominations?|proposals?) (?:(?:was|were|had been|be) )?(?:(?:invited|sought|asked|requested|received"
        rf"|taken|called) )?"
        rf"(?:for|to) (?:the )?(?:(?:office|position|post|role|chair) of )?(?:the |a )?{_ROLE}{role_stop()}"
    )


_LABEL = re.compile(r"(?P<role>[A-Z][A-Za-z/ -]{3,30}?)\s*(?::-?|\s[-–—]{1,2})\s+")


@dataclass(frozen=True)
class Scope:
    """Where an election goes on, and to which office: on a body that the words name, or on the one that meets.

    `seat`: it is a seat on another body, of which the heading tells.
    """

    start: int
    end: int
    role: str
    place: Place | None
    headed: bool
    seat: bool = False


def offices_in(title: str) -> list[str]:
    """The offices whose election a heading announces: `Election of Chair and Vice Chair` are two."""
    m = _TITLE.search(title)
    words = clean_role(m["role"]) if m else title.strip(" .:") if _office_alone().match(title.strip(" .:")) else ""
    words = re.split(rf"\s+(?:The|It|A|{sure_titles()}|Nominations)\b", words)[0]
    if not words or not is_place(words) or re.search(r"\bmembers?\b|\bcommittees?\b", words, re.IGNORECASE):
        return []
    parts = [p for p in re.split(r"\s+(?:and|&)\s+(?:the\s+)?|\s*/\s*", words) if is_place(p)]
    return parts or [words]


@dataclass(frozen=True)
class _Section:
    """A heading and what it heads."""

    title: str
    span: tuple[int, int]
    start: int
    end: int


def _sections(reading: Reading) -> list[_Section]:
    """The items of the minutes, and the lines that look like headings though no number or mark says so."""
    items = [(i.begin, i.title, i.span, i.start) for i in reading.outline.items]
    titled = {i.span[0] for i in reading.outline.items}
    for paragraph in reading.outline.paragraphs:
        text = reading.flow[paragraph.start : paragraph.end].strip()
        if paragraph.start >= reading.last or paragraph.start in titled or not _is_heading_line(text):
            continue
        if any(s.start <= paragraph.start < s.end for s in reading.outline.sections if s.kind in PEOPLE_KINDS):
            continue
        if not reading.tagged.within(paragraph.start, paragraph.end, "person"):
            items.append((paragraph.first.begin, text, (paragraph.start, paragraph.end), paragraph.end))
    items.sort()
    ends = [*(i[0] for i in items[1:]), reading.last][: len(items)]
    return [_Section(title, span, start, end) for (_, title, span, start), end in zip(items, ends, strict=True)]


def _is_heading_line(text: str) -> bool:
    """Whether a line without number may be a heading: short, with a colon at its end, or about an election."""
    if len(text) > 90 or not text[:1].isupper() or finite().search(text):
        return False
    return text.endswith(":") or bool(offices_in(text)) or _REPRESENTATIVE.search(text) is not None


def scopes(reading: Reading) -> Iterator[Scope]:
    """The elections of the minutes, one for each office, in order."""
    sections = _sections(reading)
    for section in sections:
        offices = offices_in(section.title)
        seat = _REPRESENTATIVE.search(section.title)
        if seat and not _BODIES.search(seat["body"]):
            name = Place(seat["body"].strip(" .:"), *section.span)
            yield Scope(section.start, section.end, clean_role(seat["role"]), name, True, seat=True)
            continue
        inside = list(_announced(reading, section.start, section.end))
        place = _place_in_title(reading, section.span) if offices else None
        if not inside:
            if offices:
                yield from _shared(reading, section.start, section.end, offices, place)
            continue
        if offices and not any(same_office(inside[0].role, o) for o in offices):
            yield Scope(section.start, inside[0].start, offices[0], place, True)
        for i, scope in enumerate(inside):
            end = inside[i + 1].start if i + 1 < len(inside) else section.end
            yield Scope(scope.start, min(end, scope.end), scope.role, scope.place or place, bool(offices))
    first = sections[0].span[0] if sections else reading.last
    inside = list(_announced(reading, reading.start, first))
    for i, scope in enumerate(inside):
        end = inside[i + 1].start if i + 1 < len(inside) else first
        yield Scope(scope.start, min(end, scope.end), scope.role, scope.place, False)


def _shared(reading: Reading, start: int, end: int, offices: list[str], place: Place | None) -> Iterator[Scope]:
    """The scopes of an item about several offices: each from the nomination, or else the paragraph, that names it."""
    if len(offices) == 1:
        yield Scope(start, end, offices[0], place, True)
        return
    marks = [(c.start, c.role) for c in candidates(reading, start, end) if c.role]
    if not marks:
        for paragraph in _touching(reading, start, end):
            low, high = max(start, paragraph.start), min(end, paragraph.end)
            named = [o for o in offices if re.search(rf"\b{re.escape(o)}\b", reading.flow[low:high], re.IGNORECASE)]
            if len(named) > 1:
                return  # one sentence about several offices is read by its verbs
            if low < high and named:
                marks.append((low, max(named, key=len)))
    changes = [m for i, m in enumerate(marks) if i == 0 or not same_office(m[1], marks[i - 1][1])]
    changes = changes or [(start, offices[0])]
    ends = [*(at for at, _ in changes[1:]), end]
    for i, (at, role) in enumerate(changes):
        yield Scope(start if i == 0 else at, ends[i], role, place, True)


def _touching(reading: Reading, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraphs that hold text between two offsets."""
    outline = reading.outline
    before = max(0, outline.paragraph_after(start + 1) - 1)
    yield from (p for p in outline.paragraphs[before : outline.paragraph_after(end)] if p.end > start)


def _announced(reading: Reading, start: int, end: int) -> Iterator[Scope]:
    """The offices for which nominations are asked between two offsets, or with which a line about them begins."""
    found: dict[int, Scope] = {}
    for m in _asked().finditer(reading.tagged.text, start, end):
        role = clean_role(reading.words(*m.span("role")))
        if is_place(role) and "member" not in role.casefold() and len(role.split()) < 7:
            low, _ = reading.sentence(m.start(), m.end())
            found[low] = Scope(low, end, role, None, False)
    for paragraph in _touching(reading, start, end):
        low = max(start, paragraph.start)
        m2 = _LABEL.match(reading.flow, low, paragraph.end)
        if m2 is None or not is_place(m2["role"]) or body_kind(m2["role"]) != "other":
            continue
        if re.search(
            r"\b(?:proposed|nominated|elected|re-?elected)\b", reading.flow[m2.end() : paragraph.end], re.IGNORECASE
        ):
            found[low] = Scope(low, paragraph.end, clean_role(m2["role"]), None, False)
    yield from (found[at] for at in sorted(found))


def _place_in_title(reading: Reading, span: tuple[int, int]) -> Place | None:
    bodies = reading.tagged.within(*span, "body")
    return place_of(bodies[-1]) if bodies else None


# -- one election ------------------------------------------------------------------------------------------------------
