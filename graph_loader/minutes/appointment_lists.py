"""Appointments in lists and tables: a body and its people a line, seats and their holders run together, names only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Action, Outcome
from .bodies import body_kind
from .layout import Paragraph
from .names import name_from, title_at
from .outcomes import outcome_of
from .outline import Item
from .people import read_people, singular_role
from .placing import Place, Placing, clean_role, find_month, is_place, term_in, year_term
from .reading import Reading
from .tagging import rule
from .tokens import tokens

_CO_OPTED_AS_FOLLOWS = re.compile(
    r"\b(?P<verb>co-?opted|appointed|elected|re-?appointed|nominated)\b[^.\n]{0,90}?\b(?:on(?:to)?|to|as)\b[^.\n]{0,80}?\b(?:as follows|(?:the following|listed below|set out below)(?=[^\n]*[:;-]\s*$))\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_VACANT = re.compile(
    r"(?:(?:nomination|name|member|representative|appointment|nominee)s?\s+)?(?:to be (?:confirmed|advised|appointed|nominated|notified)|awaited|tbc|tba)\b|vacan(?:t|cy|cies)\b|no (?:nomination|representative|appointment)\b|(?:to be|left) vacant",
    re.IGNORECASE,
)
_LIST_TITLE = re.compile(
    r"\b(?:appointments?|representatives?|representation|membership|nominations?|re-?appointments?|outside bod(?:y|ies)|external bod(?:y|ies)|(?:sub-?)?committees? (?:members|membership|to be set up)|working groups?|election of (?:sub-?)?(?:committee|representatives|members)|officers|co-option)\b",
    re.IGNORECASE,
)
_NO_LIST = re.compile(
    r"\b(?:reports?|updates?|minutes|feedback|questions|staff|planning|burial|internal audit\w*)\b", re.IGNORECASE
)
_LINE = re.compile(r"(?P<label>[^\n:–—|\t]{3,110}?)\s*(?::-?|\s[-–—]|\t|\|)\s*(?P<people>\S[^\n]*)$")
_SET_UP = rule(
    r"\b(?:established|set up|formed|agreed to (?:form|set up|establish)|created) (?:a |an |the |our )?(?P<group>[^.:;\n\ue000-\ue009]{3,60}?(?:group|committee|party|panel|team|task ?force))[^:.\n]{0,40}?: ?(?P<people>[^\n]+)"
)
_OFFICERS = re.compile(
    r"\b(?:officers (?:are|were|will be|for)|following officers|elected (?:as )?officers|officer (?:roles|elections?))\b",
    re.IGNORECASE,
)
_OFFICE_LINE = re.compile(r"(?P<role>[A-Z][\w/' -]{2,40}?)\s*[:–-]\s*(?P<people>[A-Z][^\n]*)$")
_PLACES = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five)\s+(?:places?|representatives?|members?|seats?|vacanc\w+)\b",
    re.IGNORECASE,
)
_AS_ROLE = rule(r"<P:person> as (?:the )?(?P<role>[A-Z][\w '/-]{2,40}?)(?=,| and |\.|;|\n|$)", 0)
_APPROVE_ROLES = re.compile(
    r"\b(?:approve|appoint|elect|confirm)\b[^.\n]{0,60}\b(?:officer roles|officers|following)\b", re.IGNORECASE
)


def read_lists(reading: Reading, meeting_body: str | None) -> Iterator[Placing]:
    """All appointments that a list states."""
    yield from _as_follows(reading, meeting_body)
    for item in reading.outline.items:
        if _LIST_TITLE.search(item.title) and not _NO_LIST.search(item.title) and not _reports(item.title):
            yield from _lines(reading, item)
    yield from _officers(reading)
    yield from _groups(reading)


def _reports(title: str) -> bool:
    return re.search(r"\bfrom\b", title, re.IGNORECASE) is not None


def _inside(reading: Reading, item: Item) -> list[Paragraph]:
    return [p for p in reading.outline.paragraphs if item.start <= p.start < item.end]


# -- "be co-opted onto the committee, as follows" ----------------------------------------------------------------------


def _as_follows(reading: Reading, meeting_body: str | None) -> Iterator[Placing]:
    paragraphs = reading.outline.paragraphs
    for i, paragraph in enumerate(paragraphs):
        text = reading.flow[paragraph.start : paragraph.end]
        m = _CO_OPTED_AS_FOLLOWS.search(text)
        if not m or paragraph.start >= reading.last:
            continue
        verb = m["verb"].lower()
        action: Action = (
            "co_opt"
            if verb.startswith("co")
            else "elect"
            if "elect" in verb
            else "nominate"
            if "nominat" in verb
            else "appoint"
        )
        outcome = outcome_of(text) or "agreed"
        decision = paragraph.start, paragraph.end
        item = reading.outline.item_at(paragraph.start)
        own = reading.words(*item.span) if item else ""
        start = _item_begin(reading, paragraph, own)
        term = term_in(reading, paragraph.start, paragraph.end)[0] or year_term(reading, start, paragraph.end)
        role: tuple[str, tuple[int, int]] | None = None
        for following in paragraphs[i + 1 : i + 40]:
            if following.first.number or following.start >= reading.last:
                break
            line = reading.flow[following.start : following.end]
            if following.first.is_head:
                role = (
                    singular_role(reading.words(following.start, following.end).strip(" :")),
                    (following.start, following.end),
                )
                continue
            yield from (
                _seats(reading, following, role, decision, action, outcome, term)
                if re.search(r"\s[–—-]\s", line)
                else _names(reading, following, role, decision, action, outcome, term)
            )


def _item_begin(reading: Reading, paragraph: Paragraph, title: str) -> int:
    """Where the numbered item begins that a paragraph belongs to."""
    begins = [i.begin for i in reading.outline.items if i.number and i.begin <= paragraph.start]
    return begins[-1] if begins else reading.start


def _placing(
    reading: Reading, start: int, end: int, role: tuple[str, tuple[int, int]] | None, decision: tuple[int, int], action: Action, outcome: Outcome, term: str | None,
    person: str | None, represents: str | None, name: str,
) -> Placing:  # fmt: skip
    places: list[tuple[str, tuple[int, int], str]] = [("decision", decision, "appointment.decision")]
    if role:
        places.append(("heading", role[1], "appointment.heading"))
    return Placing(
        start, end, f"appointment.{name}", action if person else "vacancy", outcome, person=person, represents=represents, role=role[0] if role else "member", term=term,
        evidence=reading.evidence(*places),  # type: ignore[arg-type]
    )  # fmt: skip


def _names(
    reading: Reading,
    paragraph: Paragraph,
    role: tuple[str, tuple[int, int]] | None,
    decision: tuple[int, int],
    action: Action,
    outcome: Outcome,
    term: str | None,
) -> Iterator[Placing]:
    for start, end in _split_names(reading, paragraph.start, paragraph.end):
        yield _placing(
            reading, start, end, role, decision, action, outcome, term, reading.words(start, end), None, "names"
        )


def _split_names(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Names in a line, also run together without titles: known surnames end them, else two words make one."""
    people = read_people(reading.view, reading.flow, start, end).people
    surnames = {k.surname for k in reading.roster.people}
    for person in people:
        row = [t for t in tokens(reading.flow, person.start, person.end) if t.kind in {"word", "initials"}]
        titled = title_at(row, 0) is not None
        if titled or len(row) <= 3 and not (len(row) == 3 and row[1].text in surnames):
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


def _seats(
    reading: Reading,
    paragraph: Paragraph,
    role: tuple[str, tuple[int, int]] | None,
    decision: tuple[int, int],
    action: Action,
    outcome: Outcome,
    term: str | None,
) -> Iterator[Placing]:
    """`Schools Forum – Nomination to be confirmed Norfolk Governors Network – Alex Robinson …`: seats and holders."""
    parts = [
        (m.start(), m.end())
        for m in re.finditer(r"(?:(?!\s[–—-]\s)[^\n])+", reading.flow[paragraph.start : paragraph.end])
    ]
    stretches = [reading.view.trim(paragraph.start + a, paragraph.start + b) for a, b in parts]
    stretches = [(a + (1 if reading.flow[a : a + 1] in "–—-" else 0), b) for a, b in stretches]
    stretches = [reading.view.trim(a, b) for a, b in stretches]
    if len(stretches) < 2:
        return
    label = stretches[0]
    for i, (start, end) in enumerate(stretches[1:], 1):
        cut, person = _holder(reading, start, end, i == len(stretches) - 1)
        if cut is None:
            reading.warn("unparsed_line", "neither a name nor a vacancy after a seat", start, end, "appointment.seats")
            return
        yield _placing(
            reading, label[0], cut, role, decision, action, outcome, term, person, reading.words(*label), "seats"
        )
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
    default = outcome_of(reading.flow[item.start : min(item.end, item.start + 400)]) or "agreed"
    for paragraph in _inside(reading, item):
        for row in paragraph.rows:
            yield from _line(
                reading, item, row.start, row.end if row is not paragraph.rows[-1] else paragraph.end, default
            )


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


# -- officers and groups set up ----------------------------------------------------------------------------------------


def _officers(reading: Reading) -> Iterator[Placing]:
    """`our initial officers are`, and then an office and a name a line; `Amy as Chair, Kate as Vice-chair`."""
    paragraphs = reading.outline.paragraphs
    for i, paragraph in enumerate(paragraphs):
        text = reading.flow[paragraph.start : paragraph.end]
        if paragraph.start >= reading.last:
            break
        if _APPROVE_ROLES.search(text):
            for m in _AS_ROLE.finditer(reading.tagged.text, paragraph.start, paragraph.end):
                person = reading.tagged.one(m, "person")
                if person and is_place(m["role"]):
                    yield Placing(
                        paragraph.start,
                        paragraph.end,
                        "appointment.officers",
                        "appoint",
                        "agreed" if not re.match(r"\s*motion", text, re.IGNORECASE) else "proposed",
                        person=person.text,
                        role=clean_role(m["role"]),
                    )
        if not _OFFICERS.search(text):
            continue
        for following in paragraphs[i + 1 : i + 12]:
            line = _OFFICE_LINE.match(reading.flow[following.start : following.end])
            if not line or not is_place(line["role"]):
                break
            start = following.start + line.start("people")
            names = [p.person for p in read_people(reading.view, reading.flow, start, following.end).people] or [
                line["people"].strip(" .")
            ]
            for name in names:
                if len(name.split()) <= 4:
                    yield Placing(
                        following.start,
                        following.end,
                        "appointment.officers",
                        "appoint",
                        "agreed",
                        person=name,
                        role=clean_role(line["role"]),
                        evidence=reading.evidence(
                            ("decision", (paragraph.start, paragraph.end), "appointment.decision")
                        ),
                    )


def _groups(reading: Reading) -> Iterator[Placing]:
    """`We established a Bylaw writing group: Kate, Lex, Raniere`, and the lines after it that name its officers."""
    paragraphs = reading.outline.paragraphs
    for m in reading.finditer(_SET_UP):
        start, end = m.start("people"), m.end("people")
        names = [p.person for p in read_people(reading.view, reading.flow, start, end).people]
        names = names or [
            n.strip(" .")
            for n in re.split(r",|\band\b", reading.flow[start:end])
            if re.fullmatch(r"\s*[A-Z][\w'-]+\.?\s*", n)
        ]
        place = Place(reading.words(m.start("group"), m.end("group")), m.start("group"), m.end("group"))
        low, high = reading.sentence(m.start(), m.end())
        for name in names:
            yield Placing(low, high, "appointment.group", "appoint", "agreed", person=name, place=place, role="member")
        index = next((i for i, p in enumerate(paragraphs) if p.start <= m.start() < p.end), None)
        for following in paragraphs[index + 1 : index + 4] if index is not None else ():
            line = _OFFICE_LINE.match(reading.flow[following.start : following.end])
            if not line or not is_place(line["role"]):
                break
            yield Placing(
                following.start,
                following.end,
                "appointment.group",
                "appoint",
                "agreed",
                person=line["people"].strip(" ."),
                place=place,
                role=clean_role(line["role"]),
            )


__all__ = ["find_month", "read_lists"]
