"""People who were there although no list names them: said to be present, heard, or named as a deputation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon.name_words import no_short_word
from ...parsed_minutes import Attendance, AttendanceStatus, Capacity
from ..lists.entries import Listed
from ..lists.people import read_people
from ..names.bodies import organisation_kind
from ..names.capacities import is_no_member, is_officer_role, role_capacity
from ..names.name_spans import title_at
from ..names.subjects import people_between, subject
from ..names.tagging import rule
from ..names.tokens import tokens
from ..page.prose import is_prose
from ..page.reading import Reading

_PRESENT = rule(
    r"(?:,? (?:who|all|both|also|now|then))*,? (?:(?:was|were) (?:also |all |both |there )?"
    r"(?P<how>present|in attendance|there|attending)\b|(?:also )?(?P<came>attended|joined|entered)\b)"
    r"(?P<rest>[^.\n]{0,60})"
)
_WHO_CAME = rule(
    r"\b(?:also )?(?P<how>present|in attendance|attending) (?:at the meeting )?(?:was"
    r"|were)\b:? (?=(?:the )?(?:<O>,? )?<N>)"
)
_ELSEWHERE = re.compile(
    r"\bhad\s+(?:attended|been|joined)\b|\bunable\b|\battended\s+(?:an?|the\s+(?!meeting|council|committee|board|panel)|by)"
    r"|\b(?:will|would|to|should|might)\s+(?:be\s+)?(?:attend|present|join)|\bnot\s+(?:present|attend)|\blast\s+meeting"
    r"|\battending\s+(?:on|next|the\s+next)\b|\bprevious\s+meeting|\bnext\s+meeting|\bwhen\s+\S+\s+(?:was|were)\s+present|\bif\b|\bjoined\s+(?!the\s+meeting|by)",
    re.IGNORECASE,
)
_THE_MEETING = re.compile(
    r"\s*(?:(?:the|this|our|tonight's|today's)\s+(?:\w+\s+)?(?:meeting|council|committee|panel|board|forum)|to\s+\w+|on\s+behalf"
    r"|for|from|as|by|via|and|at|throughout|with|representing|,|\)|$)",
    re.IGNORECASE,
)
_ADDRESSED = rule(
    r"\b(?:(?:addressing|addressed|speaking (?:to|before)|spoke (?:to|before)) the "
    r"(?:<B>|council|committee|board|meeting|panel|commission)|speaking)(?P<how>(?:[^.:\n\ue000-\ue005]|<B>){0,120}?)"
    r"(?: (?:was|were)|:) "
    r"(?=[A-Z\ue000\ue004])(?P<list>[^\n]{3,900}?)(?=\.(?: |\n|$)|\n|$)"
)
_WRITTEN = re.compile(
    r"\bvia\b(?!\s+(?:zoom|teams|webex|skype|video|phone|tele)\w*)|\be-?mail|\bwriting\b|\bletter|\bonline\b|\bcomments?\b",
    re.IGNORECASE,
)
_HEARD = rule(
    r"\b(?:(?:presentations?|talk|briefing|demonstration|verbal (?:report|update)|(?:oral"
    r" )?representations?)\b(?! to )[^.;:\n\ue000-\ue005]{0,60}? (?:by|from)"
    r"|heard (?:from|representations from)|(?:was|were) addressed by"
    r"|(?:testimony|public (?:input|comments?)) (?:was|were) (?:also |then )?(?:received|heard|taken|given) (?:from|by)"
    r"|(?:report|item|paper|presentation|update|application) (?:was|were) (?:then )?(?:introduced|presented|given"
    r"|delivered)"
    r" (?:to (?:the )?[a-z]+ )?by"
    r"|(?:invocation|opening prayers?|prayers?|devotions?|blessing)\b[^.;\n\ue000-\ue005]{0,30}?(?:\bby| [-–—]|:))"
    r" (?=(?:the )?(?:<O>,? )?<N>|(?-i:[A-Z]))(?P<list>[^.;\n]{3,300})"
)
_NOT_HEARD = re.compile(
    r"\b(?:will|would|shall|should|next|future|arrang\w+|invit\w+|postpon\w+|deferr\w+|cancel\w+|delay\w+|unable|no|had\s+(?:been|given|made|attended)"
    r"|letters?|e-?mails?|correspondence|written|previous(?:ly)?|last|minutes|circulated|published|motion|proposed\s+that"
    r"|to\s+be|planning\s+to|looking\s+forward)\b",
    re.IGNORECASE,
)
_DEPUTATION = rule(
    r"\b(?:deputation|delegation|representatives)\b[^.\n]{0,100}? (?:consisted of|comprised(?: of)?|consisting of"
    r"|comprising|was made up of|included|were|namely):? (?=<N>)"
)
_BY_ONE = re.compile(r"invocation|.{0,8}prayer|devotion|blessing|testimony|public (?:input|comment)", re.IGNORECASE)
"""What a person does, and no firm."""
_DASH = re.compile(r"\s[-–—]+\s")
_CHOSEN = re.compile(r"\b(?:appoint|elect|nominat|propos|agreed\s+that|resolved)", re.IGNORECASE)
_LONGEST_LINE = 120
"""Signs of a line that names one speaker."""
_LONGEST_POST = 90
"""Signs of a post before the first name of a list."""
_FOLLOWING = re.compile(
    r"\bfollowing\b[^.:\n]{0,80}\b(?:spoke|addressed|attended|were\s+(?:in\s+attendance|present)|made\s+representations"
    r"|asked\s+questions|speakers?)\b[^.:\n]{0,80}:",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\s+(?:followed\s+by|together\s+with|along\s+with|accompanied\s+by|as\s+well\s+as|with)\s+")
_BLANK = r"\s"


@cache
def _stop() -> re.Pattern[str]:
    """What ends the names of those who attended: a verb, a full stop."""
    return re.compile(
        r"\s(?:who|that|which|on|about|regarding|concerning|in\s+relation|with\s+regard|gave|is|was|were|has|had|attached"
        r"|for\s+(?:his|her|their|\w+ing)|outlining|explaining|updating|seeking|to)\b|\.\s(?<![A-Z]\.\s)(?<!\b[A-Z][a-z]\.\s)"
        rf"{no_short_word(_BLANK)}"
    )


_FROM = re.compile(r"(?:from|of|at|representing|on\s+behalf\s+of)\s+(?:the\s+)?")
_SENT_BY = re.compile(
    r"(?:an?\s+|the\s+)?(?P<role>representative|member|spokesperson|delegate|volunteer|resident)s?\s+(?:from|of|for)\s+(?:the\s+)?"
    r"(?P<body>[A-Z].*)$"
)
_REPRESENTING = rule(r",? representing (?:the )?(?P<body><B>)")


def attending(reading: Reading, *, listed: bool) -> Iterator[Attendance]:
    """Everybody whom a sentence says to be there; `listed` says that the minutes have lists of those present."""
    yield from _addressed(reading)
    yield from _following(reading)
    yield from _present(reading, listed)
    yield from _deputation(reading)
    yield from _heard(reading)


def appearance(
    reading: Reading, listed: Listed, place: tuple[int, int], name: str, capacity: Capacity | None
) -> Attendance:
    """The record of somebody in attendance, from an entry and the place that says so."""
    role, organisation = listed.role, listed.organisation
    role = None if role == "Director" and listed.person.startswith("Director ") else role  # the title of a member
    if organisation:
        organisation = _FROM.sub("", organisation) if _FROM.match(organisation) else organisation
        organisation = organisation if organisation[:1].isupper() or organisation[:1].isdigit() else None
    if role and (sent := _SENT_BY.match(role)):
        role, organisation = sent["role"], organisation or sent["body"]
    return Attendance(
        person=listed.person,
        status="in_attendance",
        role=role,
        capacity="officer" if is_officer_role(role) and capacity != "guest" else capacity,
        organisation=organisation,
        organisation_kind=organisation_kind(organisation) if organisation else None,
        span=reading.span(*place, f"attendance.{name}"),
    )


def _addressed(reading: Reading) -> Iterator[Attendance]:
    """`Addressing the Council in person were A, followed by B`: members of the public; who wrote is left out."""
    for m in reading.finditer(_ADDRESSED):
        if _WRITTEN.search(m["how"]):
            continue
        low, high = reading.sentence(m.start(), m.start("list"))
        end = min(m.end("list"), high)
        for person in _list(reading, m.start("list"), end):
            yield appearance(reading, person, (low, high), "addressed", "public")


def _list(reading: Reading, start: int, end: int) -> Sequence[Listed]:
    """The people of a list in a sentence, in which words such as `followed by` only join."""
    text = reading.flow[:start] + _JOINING.sub(lambda m: "," + "\x1f" * (len(m[0]) - 2) + " ", reading.flow[start:end])
    return read_people(reading.view, text, start, end).people


def _following(reading: Reading) -> Iterator[Attendance]:
    """`The following members of the public spoke:` and the list after it, in the line or in the lines below."""
    for m in _FOLLOWING.finditer(reading.flow, reading.start, reading.last):
        place = reading.sentence(m.start(), m.end())
        if _NOT_HEARD.search(reading.flow, m.start(), m.end()) or _WRITTEN.search(reading.flow, m.start(), m.end()):
            continue
        for low, high in _lines_after(reading, m.end()):
            people = read_people(reading.view, reading.flow, low, high).people
            if not people:
                break
            for person in people:
                yield appearance(reading, person, place, "addressed", "public")


def _lines_after(reading: Reading, at: int) -> Iterator[tuple[int, int]]:
    """The rest of the line after a colon; where there is none, the lines below it as long as they are short."""
    stop = reading.flow.find("\n", at, reading.last)
    stop = stop if stop >= 0 else reading.last
    if reading.flow[at:stop].strip():
        yield at, stop
        return
    while stop < reading.last:
        at = stop + 1
        stop = reading.flow.find("\n", at, reading.last)
        stop = stop if stop >= 0 else reading.last
        if not reading.flow[at:stop].strip():
            continue
        if is_prose(reading.flow[at:stop]) or len(reading.flow[at:stop].strip()) > _LONGEST_LINE:
            return
        yield at, stop


def _present(reading: Reading, listed: bool) -> Iterator[Attendance]:
    for m in reading.finditer(_PRESENT):
        low, high = reading.sentence(m.start(), m.end())
        sentence = reading.flow[low:high]
        if _ELSEWHERE.search(sentence) or (m["came"] and not _THE_MEETING.match(m["rest"])):
            continue
        people = subject(reading, low, m.start())
        representing = _REPRESENTING.search(reading.tagged.text, m.end("how"), high) if m["how"] else None
        body = reading.words(representing.start("body"), representing.end("body")) if representing else None
        status: AttendanceStatus = "in_attendance"
        sat = m["how"] in {"present", "there"} or (
            len(people) > 1 and " also" not in m[0] and all(map(_is_member, people))
        )
        if sat and m["how"] and not listed and _is_head(reading, low):
            status = "present"
            people = [*people, *_with_others(reading, m.end("how"), high)]
        for i, person in enumerate(people):
            record = appearance(reading, person, (low, high), "attended", "guest")
            if body and i < len(people) and record.organisation is None and person.start < m.start():
                record = record.model_copy(update={"organisation": body, "organisation_kind": organisation_kind(body)})
            yield _as_present(record) if status == "present" else record
    for m in reading.finditer(_WHO_CAME):
        low, high = reading.sentence(m.start(), m.end())
        if _ELSEWHERE.search(reading.flow, low, high):
            continue
        stop = _stop().search(reading.flow, m.end(), high)
        for person in people_between(reading, m.end(), stop.start() if stop else high):
            yield appearance(reading, person, (low, high), "attended", "guest")


def _is_member(listed: Listed) -> bool:
    """Whether somebody has the title of a member."""
    row = tokens(listed.person, 0, len(listed.person))
    title = title_at(row, 0) if row else None
    return title is not None and title.civic


def _with_others(reading: Reading, start: int, end: int) -> list[Listed]:
    found = re.search(r"\bwith\s+", reading.flow[start:end])
    return people_between(reading, start + found.end(), end) if found else []


def _is_head(reading: Reading, at: int) -> bool:
    first = next((i for i in reading.outline.items if i.number), None)
    return at < (first.begin if first else reading.start + 3000)


def _as_present(record: Attendance) -> Attendance:
    if is_no_member(record.role) or is_officer_role(record.role):
        return record
    return record.model_copy(update={"status": "present", "capacity": role_capacity(record.role) or "member"})


def _deputation(reading: Reading) -> Iterator[Attendance]:
    for m in reading.finditer(_DEPUTATION):
        low, high = reading.sentence(m.start(), m.end() + 1)
        if _NOT_HEARD.search(reading.flow, low, m.end()) or _CHOSEN.search(reading.flow, low, high):
            continue
        stop = _stop().search(reading.flow, m.end(), high)
        for person in people_between(reading, m.end(), stop.start() if stop else high):
            yield appearance(reading, person, (low, high), "deputation", "guest")


def _heard(reading: Reading) -> Iterator[Attendance]:
    """`a presentation from A, Head of Roads`, `Invocation - A, Church of the Hill`.

    Two words with capitals may as well be a firm: without title they are a person only with something said beside them,
    or where firms do not do such a thing.
    """
    for m in reading.finditer(_HEARD):
        low, high = reading.sentence(m.start(), m.start("list"))
        end = min(m.end("list"), high)
        if _NOT_HEARD.search(reading.flow, low, m.start("list")) or _NOT_HEARD.search(reading.flow, end, high):
            continue
        end = min([end, *(stop.start() for stop in _stop().finditer(reading.flow, m.start("list"), end))])
        by_one = _BY_ONE.match(m[0]) is not None
        last: Listed | None = None
        for person in read_people(reading.view, reading.flow, m.start("list"), _second_dash(reading, m, end)).people:
            joined = reading.flow[last.entry_end if last else m.start("list") : person.start]
            last = person
            if not (person.title or _heard_without_title(reading, person, joined, by_one)):
                continue
            named = len(person.person.split()) > 1 or (by_one and person.role_before)
            if named and person.start - m.start("list") < _LONGEST_POST:
                yield appearance(reading, person, (low, high), "heard", "guest")


def _second_dash(reading: Reading, m: re.Match[str], end: int) -> int:
    """Where a title that is put together with dashes goes on: `Presentation by A — County Clerk — Based on …`."""
    dashes = [d.start() for d in _DASH.finditer(reading.flow, m.start("list"), end)]
    return dashes[1] if len(dashes) > 1 else end


def _heard_without_title(reading: Reading, person: Listed, joined: str, by_one: bool) -> bool:
    first = not joined.strip(" \x1f")
    beside = reading.flow[person.end : person.end + 3].lstrip(" \x1f)")[:1] in {",", "(", "-", "–", "—"}
    said = beside and (person.role or person.organisation)
    return bool(said or (by_one and (first or person.role_before)) or "and" in joined.split())
