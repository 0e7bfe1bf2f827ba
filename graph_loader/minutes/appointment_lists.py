"""Appointments in lists and tables: a body and its people a line, seats and their holders run together, names only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..parsed_minutes import Action, Outcome
from .bodies import body_kind
from .layout import Paragraph
from .names import name_from, title_at
from .outcomes import outcome_of
from .outline import Item
from .people import read_people
from .placing import Place, Placing, action_of, clean_role, is_place, term_in, year_term
from .reading import EvidencePlace, Reading
from .role_words import singular_role
from .tokens import tokens

_CO_OPTED_AS_FOLLOWS = re.compile(
    r"\b(?P<verb>co-?opted|appointed|elected|re-?appointed|nominated)\b[^.\n]{0,90}?\b"
    r"(?:on(?:to)?|to|as)\b[^.\n]{0,80}?\b"
    r"(?:as follows|(?:the following|listed below|set out below)(?=[^\n]*[:;-]\s*$))\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_VACANT = re.compile(
    r"(?:(?:nomination|name|member|representative|appointment|nominee)s?\s+)?"
    r"(?:to be (?:confirmed|advised|appointed|nominated|notified)|awaited|tbc|tba)\b|vacan(?:t|cy|cies)\b"
    r"|no (?:nomination|representative|appointment)\b|(?:to be|left) vacant",
    re.IGNORECASE,
)
_LIST_TITLE = re.compile(
    r"\b(?:appointments?|representatives?|representation|membership|nominations?|re-?appointments?"
    r"|outside bod(?:y|ies)|external bod(?:y|ies)|(?:sub-?)?committees? (?:members|membership|to be set up)"
    r"|working groups?|election of (?:sub-?)?(?:committee|representatives|members)|officers|co-option)\b",
    re.IGNORECASE,
)
_NO_LIST = re.compile(
    r"\b(?:reports?|updates?|minutes|feedback|questions|staff|planning|burial|internal audit\w*)\b", re.IGNORECASE
)
_LINE = re.compile(r"(?P<label>[^\n:–—|\t]{3,110}?)\s*(?::-?|\s[-–—]|\t|\|)\s*(?P<people>\S[^\n]*)$")
_PLACES = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five)\s+(?:places?|representatives?|members?|seats?|vacanc\w+)\b",
    re.IGNORECASE,
)


_REPORTS = re.compile(r"\bfrom\b", re.IGNORECASE)
_DASHED = re.compile(r"\s[–—-]\s")
_STRETCH = re.compile(r"(?:(?!\s[–—-]\s)[^\n])+")
_MOST_PARAGRAPHS = 39
"""Paragraphs after `as follows` that can still be of the list."""


@dataclass(frozen=True)
class _Decision:
    """What the words before a list, and the heading inside it, say of every place in it."""

    place: tuple[int, int]
    action: Action
    outcome: Outcome
    term: str | None
    role: str = "member"
    heading: tuple[int, int] | None = None


def read_listed_appointments(reading: Reading) -> Iterator[Placing]:
    """All appointments that a list states: after a decision, or under a heading about appointments."""
    yield from _as_follows(reading)
    for item in reading.outline.items:
        if _LIST_TITLE.search(item.title) and not _NO_LIST.search(item.title) and not _REPORTS.search(item.title):
            yield from _lines(reading, item)


# -- "be co-opted onto the committee, as follows" ----------------------------------------------------------------------


def _as_follows(reading: Reading) -> Iterator[Placing]:
    paragraphs = reading.outline.paragraphs
    for i, paragraph in enumerate(paragraphs):
        text = reading.flow[paragraph.start : paragraph.end]
        m = _CO_OPTED_AS_FOLLOWS.search(text)
        if not m or paragraph.start >= reading.last:
            continue
        term = term_in(reading, paragraph.start, paragraph.end)[0] or year_term(
            reading, _item_begin(reading, paragraph), paragraph.end
        )
        decision = _Decision((paragraph.start, paragraph.end), action_of(m["verb"]), outcome_of(text) or "agreed", term)
        for following in paragraphs[i + 1 : i + 1 + _MOST_PARAGRAPHS]:
            if following.first.number or following.start >= reading.last:
                break
            place = following.start, following.end
            if following.first.is_head:
                decision = replace(decision, role=singular_role(reading.words(*place).strip(" :")), heading=place)
            elif _DASHED.search(reading.flow[slice(*place)]):
                yield from _seats(reading, following, decision)
            else:
                yield from _names(reading, following, decision)


def _item_begin(reading: Reading, paragraph: Paragraph) -> int:
    """Where the numbered item begins that a paragraph belongs to."""
    begins = [i.begin for i in reading.outline.items if i.number and i.begin <= paragraph.start]
    return begins[-1] if begins else reading.start


def _listed(
    reading: Reading, start: int, end: int, decision: _Decision, name: str, person: str | None, represents: str | None
) -> Placing:
    places: list[EvidencePlace] = [("decision", decision.place, "appointment.decision")]
    if decision.heading:
        places.append(("heading", decision.heading, "appointment.heading"))
    return Placing(
        start,
        end,
        f"appointment.{name}",
        decision.action if person else "vacancy",
        decision.outcome,
        person=person,
        represents=represents,
        role=decision.role,
        term=decision.term,
        evidence=reading.evidence(*places),
    )


def _names(reading: Reading, paragraph: Paragraph, decision: _Decision) -> Iterator[Placing]:
    for start, end in _split_names(reading, paragraph.start, paragraph.end):
        yield _listed(reading, start, end, decision, "names", reading.words(start, end), None)


def _split_names(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names in a line, also run together without titles: known surnames end them, else two words make one."""
    people = read_people(reading.view, reading.flow, start, end).people
    surnames = {k.surname for k in reading.roster.people}
    for person in people:
        row = [t for t in tokens(reading.flow, person.start, person.end) if t.kind in {"word", "initials"}]
        titled = title_at(row, 0) is not None
        if titled or (len(row) <= 3 and not (len(row) == 3 and row[1].text in surnames)):
            yield person.start, person.end
            continue
        first = 0
        for i, token in enumerate(row):
            if (token.text in surnames and i > first) or (
                i - first == 1 and not any(t.text in surnames for t in row[i:])
            ):
                yield row[first].start, token.end
                first = i + 1
        if first < len(row):
            yield row[first].start, row[-1].end
        reading.warn(
            "names_run_together",
            "names run together without a sign between them",
            person.start,
            person.end,
            "appointment.names",
        )


def _seats(reading: Reading, paragraph: Paragraph, decision: _Decision) -> Iterator[Placing]:
    """`Schools Forum – Nomination to be confirmed Norfolk Governors Network – Alex Robinson …`: seats and holders."""
    text = reading.flow[paragraph.start : paragraph.end]
    stretches: list[tuple[int, int]] = []
    for m in _STRETCH.finditer(text):
        start, end = reading.view.trim(paragraph.start + m.start(), paragraph.start + m.end())
        dash = reading.flow[start : start + 1] in "–—-"
        stretches.append(reading.view.trim(start + dash, end))
    if len(stretches) < 2:
        return
    label = stretches[0]
    for i, (start, end) in enumerate(stretches[1:], 1):
        cut, person = _holder(reading, start, end, i == len(stretches) - 1)
        if cut is None:
            reading.warn("unparsed_line", "neither a name nor a vacancy after a seat", start, end, "appointment.seats")
            return
        yield _listed(reading, label[0], cut, decision, "seats", person, reading.words(*label))
        label = reading.view.trim(cut, end)


def _holder(reading: Reading, start: int, end: int, last: bool) -> tuple[int | None, str | None]:
    """Where the holder ends that begins a stretch, and the name; none for a vacancy."""
    vacant = _VACANT.match(reading.flow, start, end)
    if vacant:
        return vacant.end(), None
    row = tokens(reading.flow, start, end)
    title = title_at(row, 0)
    at = title.last if title else 0
    stop = name_from(row, at, title is not None)
    if stop is None:
        return None, None
    surnames = {k.surname for k in reading.roster.people}
    if not last:
        words = [i for i in range(at, stop) if row[i].kind == "word"]
        known_end = next((i + 1 for i in words[0 if title else 1 :] if row[i].text in surnames), None)
        stop = known_end or (words[0 if title and len(words) == 1 else min(1, len(words) - 1)] + 1)
    stop_at = row[stop - 1].end
    return stop_at, reading.words(row[0].start, stop_at)


# -- a body and its people a line --------------------------------------------------------------------------------------


def _lines(reading: Reading, item: Item) -> Iterator[Placing]:
    outcome = outcome_of(reading.flow[item.start : min(item.end, item.start + 400)]) or "agreed"
    for paragraph in reading.outline.paragraphs:
        if item.start <= paragraph.start < item.end:
            for row in paragraph.rows:
                yield from _line(reading, item, row.start, row.end, outcome)


def _line(reading: Reading, item: Item, start: int, end: int, outcome: Outcome) -> Iterator[Placing]:
    text = reading.flow[start:end]
    m = _LINE.match(text)
    if not m or re.search(r"\b(?:proposed|seconded|resolved|agreed|moved|noted)\b", m["label"], re.IGNORECASE):
        return
    label = " ".join(m["label"].split()).strip(" .")
    row = tokens(reading.flow, start, start + m.end("label"))
    title = title_at(row, 0) if row else None
    if row and ((title and name_from(row, title.last, True)) or name_from(row, 0, False) == len(row)):
        return
    first = start + m.start("people")
    places = _PLACES.search(m["people"])
    vacant = _VACANT.match(reading.flow, first, end)
    role = "representative" if re.search(r"represent|outside|external", item.title, re.IGNORECASE) else "member"
    place: Place | None = Place(_body_name(label), start, start + m.end("label"))
    if is_place(label) and body_kind(label) == "other":
        role, place = clean_role(label), None
    if vacant:
        yield Placing(*reading.view.trim(start, end), "appointment.line", "vacancy", "noted", place=place, role=role)
        return
    stop = re.search(r"\.\s|\bfor\s+(?:a|the)\b|\s\(", reading.flow[first:end])
    people = read_people(reading.view, reading.flow, first, end if not stop else first + stop.start()).people
    if places and not people:
        rest = first + places.end()
        people = read_people(reading.view, reading.flow, rest, end).people
    term, until = term_in(reading, first, end)
    for person in people:
        if re.search(r"\bClerk\b", person.person):
            continue
        yield Placing(
            *reading.view.trim(start, end),
            "appointment.line",
            "appoint",
            outcome,
            person=person.person,
            place=place,
            role=person.role if person.role and is_place(person.role) else role,
            term=term,
            until=until,
        )


def _body_name(label: str) -> str:
    return re.sub(
        r"^(?:trustees of|members? of|representatives? (?:on|to)|the)\s+", "", label, flags=re.IGNORECASE
    ).strip()
