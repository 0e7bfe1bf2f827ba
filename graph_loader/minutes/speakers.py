"""Who spoke: contributions to the discussion, and people whom no list names though they were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..folding import fold
from ..parsed_minutes import Attendance, Capacity, Contribution
from .names import title_at
from .people import read_people
from .reading import Reading
from .roster import known, same_surname
from .tagging import rule
from .tokens import tokens
from .vocabulary import any_of, is_field, is_post, word_set

_ADDRESSED = rule(
    r"\b(?:addressing|addressed|speaking (?:to|before)|spoke (?:to|before)) the "
    r"(?:council|committee|board|meeting|panel|commission)(?P<how>[^.:\n\ue000-\ue005]{0,60}?)(?: (?:was|were)|:) "
    r"(?=[A-Z\ue000\ue004])(?P<list>[^\n]{3,900}?)(?=\.(?: |\n|$)|\n|$)"
)
_WRITTEN = re.compile(r"\bvia\b|\be-?mail|\bwriting\b|\bletter|\bonline\b|\bcomments?\b", re.IGNORECASE)
_WELCOMED = rule(
    r"\bwelcomed <PP:who>(?P<post>,? [^.\n\ue000-\ue009]{0,90}?)? to the (?:meeting|committee|council|panel|board)"
)
_ATTENDED = rule(
    r"<N:who>(?:,? (?:of|from) (?:the )?(?P<org>[^.,;\n]{2,60}?)|,? \((?P<org2>[^)\n]{2,60})\))?,? (?:also )?"
    r"(?:attended|was present|was in attendance|were in attendance|attended the meeting|joined the meeting)"
    r"(?=[ .,;\n])"
)
_HERE = re.compile(r"\battended (?:the|this|our|to)\b|\bpresent\b|\bin attendance\b|\bjoined\b|\battended\s*[.]")
_ELSEWHERE = re.compile(r"\bhad attended\b|\bunable to\b|\battended (?:a|an|the (?!meeting))")
_CORRESPONDENCE = re.compile(r"\bcorrespondence\b|\bletters?\b|\be-?mails\b", re.IGNORECASE)
_POSTED = re.compile(
    r"(?<![\w'-])(?P<post>(?:[A-Z][\w'-]+[ \x1f]+){1,4})(?P<name>[A-Z][a-z][\w'-]+)[ \x1f]+(?P<verb>[a-z]+)\b"
)


@cache
def _verbs(kind: str) -> str:
    return any_of(word_set("speech", kind))


@cache
def _contributing() -> re.Pattern[str]:
    return rule(
        rf"(?P<who><PP>)(?:(?:,| –| -) [^.;\n\ue000-\ue009]{{2,80}},|(?: \([^)\n]{{1,60}}\)))?,? "
        rf"(?:(?:then|also|again|further|formally|kindly|subsequently) )?(?P<verb>{_verbs('said')})\b(?! by )"
    )


@cache
def _there() -> re.Pattern[str]:
    return rule(
        r"<N:who>(?P<beside>(?:,| –| -)? ?\"[^\"\n]{2,50}\"|, [^.,;\n\ue000-\ue009]{3,90},| \([^)\n]{2,60}\))?,? "
        rf"(?:(?:then|also|from the floor|again) )?(?P<verb>{_verbs('there')})\b"
    )


def read_contributions(reading: Reading) -> list[Contribution]:
    """What named people, and whoever was in the chair, are said to have done in the discussion."""
    found = []
    for m in reading.finditer(_contributing()):
        verb = " ".join(m["verb"].casefold().split())
        low, high = reading.sentence(m.start(), m.end())
        for who in reading.tagged.people(m, "who"):
            if who.kind != "weak" or reading.roster.find(who.text):
                span = reading.span(low, high, "contribution")
                item = reading.outline.number_at(m.start())
                found.append(Contribution(person=who.text, item=item, kind=verb, span=span))
    return found


def unlisted(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """People in attendance whom no list names: they spoke, attended or were welcomed."""
    found: list[Attendance] = []
    names = {fold(known(r.person).surname) for r in records}
    full = {fold(known(r.person).plain) for r in records}

    def take(record: Attendance) -> None:
        plain, surname = fold(known(record.person).plain), fold(known(record.person).surname)
        if plain in full or (surname in names and not _another(record.person, records)):
            return
        full.add(plain)
        names.add(surname)
        found.append(record)

    for source in (_addressed, _posted, _attended, _welcomed, _spoke):
        for record in source(reading):
            take(record)
    return found


def _another(person: str, records: Sequence[Attendance]) -> bool:
    """Whether a name with a given name is somebody else than everybody listed of that surname."""
    given = known(person).given
    others = [known(r.person).given for r in records if same_surname(r.person, person)]
    return given is not None and all(other and other[0] != given[0] for other in others)


def _record(
    reading: Reading,
    person: str,
    start: int,
    end: int,
    name: str,
    capacity: Capacity | None,
    role: str | None = None,
    organisation: str | None = None,
) -> Attendance:
    return Attendance(
        person=person,
        status="in_attendance",
        role=role,
        capacity=capacity,
        organisation=organisation,
        span=reading.span(start, end, f"attendance.{name}"),
    )


def _addressed(reading: Reading) -> Iterator[Attendance]:
    """`Addressing the Council in person were A, B and C`: members of the public; those who wrote are left out."""
    for m in reading.finditer(_ADDRESSED):
        if _WRITTEN.search(m["how"]):
            continue
        low, high = reading.sentence(m.start(), m.start("list"))
        for person in read_people(reading.view, reading.flow, m.start("list"), min(m.end("list"), high)).people:
            yield _record(reading, person.person, low, high, "addressed", "public", person.role, person.organisation)


def _wrote(reading: Reading, start: int, end: int) -> bool:
    low, high = reading.sentence(start, end)
    for item in (reading.outline.item_at(start), reading.outline.heading_at(start)):
        if item and _CORRESPONDENCE.search(item.title):
            return True
    return re.search(rf"\b(?:{_verbs('wrote')})\b", reading.flow[low:high], re.IGNORECASE) is not None


def _attended(reading: Reading) -> Iterator[Attendance]:
    for m in reading.finditer(_ATTENDED):
        who = reading.tagged.one(m, "who")
        sentence = reading.sentence_text(m)
        if who is None or not _HERE.search(sentence) or _ELSEWHERE.search(sentence):
            continue
        yield _record(
            reading,
            who.text,
            *reading.sentence(m.start(), m.end()),
            "attended",
            "guest",
            organisation=m["org"] or m["org2"],
        )


def _welcomed(reading: Reading) -> Iterator[Attendance]:
    for m in reading.finditer(_WELCOMED):
        post = (m["post"] or "").strip(" ,")
        for who in reading.tagged.people(m, "who"):
            if who.kind != "office":
                role = post if post and any(is_post(w) for w in post.split()) else None
                yield _record(reading, who.text, *reading.sentence(m.start(), m.end()), "welcomed", "guest", role)


def _spoke(reading: Reading) -> Iterator[Attendance]:
    for m in reading.finditer(_there()):
        who = reading.tagged.one(m, "who")
        if who is None or who.kind == "office" or _wrote(reading, m.start(), m.end()):
            continue
        if who.text in reading.roster.initials:
            continue
        weak = who.kind == "weak"
        if weak and (
            len(who.text.split()) < 2
            or not _begins_sentence(reading, who.start)
            or m["verb"].casefold() in word_set("speech", "also_of_firms")
        ):
            continue
        beside = (m["beside"] or "").strip(' ,()-–"')
        role = beside if any(is_post(w) for w in beside.split()) else None
        title = title_at(tokens(who.text, 0, len(who.text)), 0)
        capacity: Capacity | None = None
        if not (title and title.civic):
            capacity = "officer" if role else "public" if who.kind == "person" else None
        yield _record(
            reading,
            who.text,
            *reading.sentence(m.start(), m.end()),
            "spoke",
            capacity,
            role,
            None if role else beside or None,
        )


def _begins_sentence(reading: Reading, at: int) -> bool:
    before = reading.flow[max(0, at - 40) : at].rstrip(" \t\x1f")
    return not before or before[-1] in '.\n:;?!"'


def _posted(reading: Reading) -> Iterator[Attendance]:
    """`City Attorney Jared addressed …`: a post before a bare surname; the fuller name is looked for in the text."""
    there = word_set("speech", "there")
    for m in _POSTED.finditer(reading.flow, reading.start, reading.last):
        words = m["post"].split()
        if (
            m["verb"] not in there
            or not is_post(words[-1])
            or not all(is_post(w) or is_field(w) for w in words)
            or is_post(m["name"])
            or is_field(m["name"])
        ):
            continue
        if title_at(tokens(" ".join(words), 0, 80), 0) is not None:
            continue
        post = " ".join(words)
        fuller = re.search(
            rf"(?<![\w'-])((?:[A-Z][\w'.-]*\s){{1,2}}{re.escape(m['name'])}),\s+{re.escape(post)}",
            reading.flow[reading.start : reading.last],
        )
        yield _record(
            reading, fuller[1] if fuller else m["name"], *reading.sentence(m.start(), m.end()), "post", "officer", post
        )
