"""Members present told in a sentence or by a roll call, where no label heads a list of them.

`On roll call the following were present: A, B and C.`, `Roll Call: A, present; B, absent`, a line for each answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...parsed_minutes import AttendanceStatus
from ..lists.entries import Entry
from ..lists.people import read_people
from ..page.head_forms import SectionKind
from ..page.outline import Section
from ..page.prose import is_prose
from ..page.reading import Reading

_FARTHEST = 6000
"""Signs after the beginning of a meeting in which those present are named."""
_MEMBERS = (
    r"(?:members|councill?ors|council\s*members|board\s+members|committee\s+members|commissioners|trustees|directors"
    r"|aldermen|supervisors|selectmen|governors)"
)
_OF = r"(?:\s+of\s+(?:the\s+)?[\w' -]{2,60}?)?"
_LED = re.compile(
    r"(?<![^\n.:;\x1f ])(?:"
    rf"(?:(?:up)?on\s+)?(?:the\s+)?roll(?:\s+call)?\s*(?:was\s+(?:called|taken),?\s*)?(?:(?:and|with|by\s+the\s+clerk)\s+)?"
    rf"(?:,\s*)?(?:found|showed|shows|indicated|revealed|showing|noted)?\s*(?:the\s+)?(?:following)?\s*(?:{_MEMBERS}{_OF})?"
    r"\s*(?:were\s+|was\s+|being\s+|as\s+|to\s+be\s+)?(?:answered\s+|answering\s+)?(?:present|in\s+attendance)"
    rf"|(?:{_MEMBERS}\s+|those\s+)?answering\s+(?:to\s+)?(?:the\s+)?roll\s+call(?:\s+(?:were|was))?"
    rf"|(?:the\s+)?following\s+(?:\w+\s+)?(?:{_MEMBERS}{_OF}\s+)?(?:were|was|are)\s+(?:found\s+to\s+be\s+)?"
    r"(?:present|in\s+attendance)"
    rf"|(?:with\s+)?(?:the\s+)?following\s+(?:\w+\s+)?{_MEMBERS}{_OF}\s+(?:being\s+)?(?:present|in\s+attendance|attended|sitting)"
    r"|(?:in\s+attendance|present)(?:\s+at\s+(?:the|this)\s+meeting)?\s+(?:were|was)"
    r"(?:\s+(?:at|for|upon)\s+(?:the\s+)?(?:roll\s+call|meeting))?"
    rf"|(?:{_MEMBERS}\s+)?present\s+(?:at|for|upon)\s+(?:the\s+)?roll\s+call(?:\s+were)?"
    r"|(?:there\s+)?(?:were|was)\s+present"
    r"|(?:the\s+)?meeting\s+was\s+attended\s+by"
    rf"|(?:{_MEMBERS}|those)\s+(?:present|in\s+attendance|attending)\s+(?:were|are|includ(?:ed?|ing)|was)"
    r")\s*(?P<sep>:?-?)[ \t\x1f]*(?=\n|(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Words before a list of those present."""
_CLOSED = re.compile(
    r"(?<![^\n.;\x1f ])(?:roll\s+call\s*[:.–-]+|(?:a\s+)?quorum\s+[^.\n]{0,40}?\bwith"
    r"|meeting\s+(?:was\s+)?(?:opened|convened|began|called\s+to\s+order|held)\b[^.\n]{0,60}?\bwith(?=\s(?-i:[A-Z])))"
    r"\s*(?P<list>[A-Z][^\n]{5,600}?),?\s+(?:(?:were|all|was|being)\s+){0,2}(?:present|sitting|in\s+attendance)\b"
    r"(?=\s*(?:[.;]|\n|$))",
    re.IGNORECASE,
)
"""`Roll Call: A, B and C present.`, `The meeting opened at 7 pm with A and B present.`"""
_ANSWER = re.compile(
    r"(?:(?<=\n)|(?<=[,;:.|])|(?<=\s\s))[ \t\x1f*|]*(?P<name>[A-Z][^\n;:|…]{2,80}?)"
    r"(?:[ \t\x1f]*[,:|–—=]|[ \t\x1f]*(?:[.…·_-][ ]?){2,80}|[ ]+-|[ \t\x1f]{2,}|\t)[ \t\x1f*|.…·_-]*"
    r"(?:(?P<apologies>(?:absent[ ]*[,(–-]?[ ]*)?(?:excused|approved)\)?|apologies|regrets)"
    r"|(?P<present>present|here|in\s+attendance|late|tardy|remote|virtual)"
    r"|(?P<absent>(?:absent[ ]*[,(–-]?[ ]*)?unexcused\)?|absent))"
    r"(?=[ \t\x1f*|]*(?:[,;.(]|\n|$|\s\s))",
    re.IGNORECASE,
)
"""One answer to a roll call."""
_ANSWER_WORD = re.compile(
    r"excused|approved|apologies|regrets|present|here|in\s+attendance|late|tardy|remote|virtual|absent", re.IGNORECASE
)
_ROLL = re.compile(r"\b(?:roll|attendance|present|members)\b", re.IGNORECASE)
_ADJACENT = 40
"""Signs between two answers of one roll call: an office or a ward may follow each."""
_MOST_LINES = 40


def stated_present(reading: Reading) -> Iterator[Entry]:
    """The entries of the first sentence that names the members present, or of the roll call that finds them."""
    end = min(reading.last, reading.start + _FARTHEST)
    answers = list(_answers(reading, end))
    if answers:
        yield from answers
        return
    for m in _LED.finditer(reading.flow, reading.start, end):
        places = list(_places(reading, m))
        section = _section("present", m.start(), m.end(), places[-1][1] if places else m.end())
        entries = [e for low, high in places for e in _entries(reading, section, low, high)]
        if entries:
            yield from entries
            return
    for m in _CLOSED.finditer(reading.flow, reading.start, end):
        section = _section("present", m.start(), m.start("list"), m.end("list"))
        yield from _entries(reading, section, m.start("list"), m.end("list"))


def _section(kind: SectionKind, start: int, content: int, end: int) -> Section:
    return Section(kind, (start, content), content, end, True)


def _entries(reading: Reading, section: Section, start: int, end: int) -> Iterator[Entry]:
    for listed in read_people(reading.view, reading.flow, start, end, members=True).people:
        yield Entry(listed, section, listed.notes.status or "present")


def _places(reading: Reading, m: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the names after the words stand: the rest of the sentence, or the lines below that list people."""
    line = reading.flow.find("\n", m.end(), reading.last)
    line = reading.last if line < 0 else line
    if reading.flow[m.end() : line].strip():
        _, high = reading.sentence(m.end(), m.end() + 1)
        yield m.end(), min(high, line)
        return
    for _ in range(_MOST_LINES):
        start, line = line + 1, reading.flow.find("\n", line + 1, reading.last)
        if line < 0:
            return
        text = reading.flow[start:line]
        if text.strip():
            if is_prose(text) or not read_people(reading.view, reading.flow, start, line, members=True).people:
                return
            yield start, line


def _in_lines(flow: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The answers, looked for only in lines that hold the word of one."""
    at = start
    for word in _ANSWER_WORD.finditer(flow, start, end):
        if word.start() < at:
            continue
        low = max(start, flow.rfind("\n", start, word.start()) + 1)
        high = flow.find("\n", word.end(), end)
        high = high if high >= 0 else end
        yield from _ANSWER.finditer(flow, low, high)
        at = high


def _answers(reading: Reading, end: int) -> Iterator[Entry]:
    """The entries of a roll call with an answer beside each name, at least two of them next to each other."""
    found = []
    for m in _in_lines(reading.flow, reading.start, end):
        people = read_people(reading.view, reading.flow, m.start("name"), m.end("name"), members=True).people
        if len(people) == 1 and not reading.flow[people[0].entry_end : m.end("name")].strip(" ."):
            found.append((m, people[0]))
    for i, (m, person) in enumerate(found):
        near = [found[j][0] for j in (i - 1, i + 1) if 0 <= j < len(found)]
        if not any(min(abs(n.start() - m.end()), abs(m.start() - n.end())) < _ADJACENT for n in near):
            continue
        if not _ROLL.search(reading.flow, max(reading.start, found[0][0].start() - 300), m.start()):
            continue
        status: AttendanceStatus = "present" if m["present"] else "absent" if m["absent"] else "apologies"
        kind: SectionKind = status if status != "in_attendance" else "present"
        section = _section(kind, m.start("name"), m.start("name"), m.end())
        yield Entry(person, section, status)
