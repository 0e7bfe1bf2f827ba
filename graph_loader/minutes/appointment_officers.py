"""Officers and groups set up: an office and a name a line, `A as Chair, B as Vice-chair`, a group with its members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Outcome
from .layout import Paragraph
from .people import read_people
from .placing import Place, Placing, clean_role, is_place
from .reading import Reading
from .tagging import rule

_SET_UP = rule(
    r"\b(?:established|set up|formed|agreed to (?:form|set up|establish)|created) (?:a |an |the |our )?"
    r"(?P<group>[^.:;\n\ue000-\ue009]{3,60}?(?:group|committee|party|panel|team|task ?force))[^:.\n]{0,40}?: ?"
    r"(?P<people>[^\n]+)"
)
_OFFICERS = re.compile(
    r"\b(?:officers (?:are|were|will be|for)|following officers|elected (?:as )?officers"
    r"|officer (?:roles|elections?))\b",
    re.IGNORECASE,
)
_OFFICE_LINE = re.compile(r"(?P<role>[A-Z][\w/' -]{2,40}?)\s*[:–-]\s*(?P<people>[A-Z][^\n]*)$")
_AS_ROLE = rule(r"<P:person> as (?:the )?(?P<role>[A-Z][\w '/-]{2,40}?)(?=,| and |\.|;|\n|$)", 0)
_APPROVE_ROLES = re.compile(
    r"\b(?:approve|appoint|elect|confirm)\b[^.\n]{0,60}\b(?:officer roles|officers|following)\b", re.IGNORECASE
)
_MOTION = re.compile(r"\s*motion", re.IGNORECASE)
_GIVEN_NAME = re.compile(r"\s*[A-Z][\w'-]+\.?\s*")
_MOST_OFFICES = 11
"""Lines after the words that announce them."""
_MOST_GROUP_OFFICES = 3
_LONGEST_NAME = 4
"""Words of a name beside an office; more are a sentence."""


def read_officers(reading: Reading) -> Iterator[Placing]:
    """All officers that a list states, and all groups with their members and officers."""
    for index, paragraph in enumerate(reading.outline.paragraphs):
        if paragraph.start >= reading.last:
            break
        yield from _approved(reading, paragraph)
        yield from _announced(reading, paragraph, index)
    yield from _groups(reading)


def _approved(reading: Reading, paragraph: Paragraph) -> Iterator[Placing]:
    """`Motion to approve officer roles: Amy as Chair, Kate as Vice-chair`."""
    text = reading.flow[paragraph.start : paragraph.end]
    if not _APPROVE_ROLES.search(text):
        return
    outcome: Outcome = "proposed" if _MOTION.match(text) else "agreed"
    for m in _AS_ROLE.finditer(reading.tagged.text, paragraph.start, paragraph.end):
        person = reading.tagged.one(m, "person")
        if person and is_place(m["role"]):
            yield Placing(
                paragraph.start,
                paragraph.end,
                "appointment.officers",
                "appoint",
                outcome,
                person=person.text,
                role=clean_role(m["role"]),
            )


def _announced(reading: Reading, paragraph: Paragraph, index: int) -> Iterator[Placing]:
    """`our initial officers are`, and then an office and a name a line."""
    if not _OFFICERS.search(reading.flow[paragraph.start : paragraph.end]):
        return
    decision = reading.evidence(("decision", (paragraph.start, paragraph.end), "appointment.decision"))
    for line, m in _office_lines(reading, index + 1, _MOST_OFFICES):
        people = read_people(reading.view, reading.flow, line.start + m.start("people"), line.end).people
        for name in [p.person for p in people] or [m["people"].strip(" .")]:
            if len(name.split()) <= _LONGEST_NAME:
                yield Placing(
                    line.start,
                    line.end,
                    "appointment.officers",
                    "appoint",
                    "agreed",
                    person=name,
                    role=clean_role(m["role"]),
                    evidence=decision,
                )


def _groups(reading: Reading) -> Iterator[Placing]:
    """`We established a Bylaw writing group: Kate, Lex, Raniere`, and the lines after it that name its officers."""
    for m in reading.finditer(_SET_UP):
        start, end = m.span("people")
        names = [p.person for p in read_people(reading.view, reading.flow, start, end).people]
        names = names or [
            n.strip(" .") for n in re.split(r",|\band\b", reading.flow[start:end]) if _GIVEN_NAME.fullmatch(n)
        ]
        place = Place(reading.words(*m.span("group")), *m.span("group"))
        low, high = reading.sentence(m.start(), m.end())
        for name in names:
            yield Placing(low, high, "appointment.group", "appoint", "agreed", person=name, place=place, role="member")
        index = next((i for i, p in enumerate(reading.outline.paragraphs) if p.start <= m.start() < p.end), None)
        if index is None:
            continue
        for line, office in _office_lines(reading, index + 1, _MOST_GROUP_OFFICES):
            yield Placing(
                line.start,
                line.end,
                "appointment.group",
                "appoint",
                "agreed",
                person=office["people"].strip(" ."),
                place=place,
                role=clean_role(office["role"]),
            )


def _office_lines(reading: Reading, first: int, most: int) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """The paragraphs from one on that are an office and a name, up to the first that is not."""
    for paragraph in reading.outline.paragraphs[first : first + most]:
        m = _OFFICE_LINE.match(reading.flow[paragraph.start : paragraph.end])
        if not m or not is_place(m["role"]):
            return
        yield paragraph, m
