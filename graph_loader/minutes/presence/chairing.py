"""Who was in the chair, where a sentence and no list says so, and the office of whoever presided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon.agreement import same_surname
from ...lexicon.offices import office
from ...parsed_minutes import Attendance, AttendanceStatus
from ..names.mentions import Mention
from ..names.subjects import is_person
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import is_post
from .meant import meant

_CHAIR = r"(?:<O>|(?:the )?chair)"
_ASIDE = r"(?:,? ?\((?P<beside>[^()\n]{1,60})\)|, (?:as )?(?P<after>[^.;()\n\ue000\ue001\ue004]{2,60}?)(?=,? ))?"
_MEETING = r"(?: (?:the|this|today's|tonight's) (?:first part of the )?(?:[a-z]+ )?(?:meeting|session|proceedings))"
_WHO = rf"(?P<office><O>,? ?\(?)?(?P<who><N>)\)?{_ASIDE},? (?:who )?(?:(?:then|duly|also|subsequently) )?"
_TOOK = rule(
    rf"{_WHO}(?:(?:was|were|is|being) )?"
    r"(?:took|takes|taking|taken|take|in|assumed|occupied|occupying|called to|voted to|voted into|elected to|sat in"
    rf"|invited to take|asked to take|moved to) {_CHAIR}(?P<rest>[^.\n]{{0,60}})"
)
_CHAIRED = rule(
    rf"{_WHO}(?:(?:was|were|is) )?(?:(?:presided|presiding|presides|officiated|officiating|conducted"
    rf"|conducting)(?! (?:over )?by\b)"
    rf"|(?:chaired|chairing|chairs|would chair|will chair|to chair){_MEETING}?"
    r"|(?:acted|acting|sat|served|serving) as (?:the )?(?:acting )?(?:chair\w*|<O>)"
    rf"|in the absence of [^.\n]{{3,60}}?,? (?:took|chaired|presided)[^.\n]{{0,20}}){_MEETING}?"
    r"(?P<rest>[^.\n]{0,60})"
)
_BY = rule(
    r"(?:chaired|presided over|conducted|chairmanship of|presidency of|(?:the )?(?:<O>|chair) "
    r"(?:(?:was|being|is|having been) )?(?:taken|occupied|filled|assumed)) ?(?:by )?:? ?(?:the )?"
    r"(?P<office><O>,? ?\(?)?(?P<who><N>)(?:,? ?\((?P<beside>[^()\n]{1,60})\))?(?P<rest>[^.\n]{0,60})"
)
_WITH = rule(
    r"\bwith (?:the )?(?P<office><O>,? ?\(?)?(?P<who><N>)(?:,? ?\((?P<beside>[^()\n]{1,60})\))?,? "
    rf"(?:presiding|chairing|(?:in|occupying|taking) {_CHAIR}|as (?:the )?(?:chair\w*|<O>))(?P<rest>[^.\n]{{0,60}})"
)
_CALLED = rule(
    rf"{_WHO}(?:called|calls|brought|convened|opened) (?:the|this) [^.\n]{{0,60}}?meeting (?:to order|at|and|open)"
    r"(?P<rest>)"
)
_CALLED_BY = rule(
    r"meeting (?:was |is )?(?:then )?(?:called to order|opened|convened)[^.\n\ue000-\ue005]{0,40}? by (?:the )?"
    r"(?P<office><O>,? ?\(?)?(?P<who><N>)(?:,? ?\((?P<beside>[^()\n]{1,60})\))?(?P<rest>)"
)
_FOR_IT = rule(
    rf"{_WHO}(?:(?:was|were|is|be|being) )?(?:(?:duly|unanimously) )?(?:elected|appointed|chosen|voted) "
    r"(?:as )?(?:the )?(?:<O>|[Cc]hair) "
    r"(?P<rest>for (?:the |this |today's )(?:purposes? of (?:the |this ))?(?:meeting|hearing|session)\b)"
)
_BY_FORMS = frozenset({_BY, _WITH, _CALLED_BY})
"""Forms in which a preposition stands before the name."""
_FORMS = (_TOOK, _CHAIRED, _BY, _WITH, _CALLED, _CALLED_BY, _FOR_IT)
_HOLDER = rule(r"(?P<office><O>),? ?\(?(?P<who><N>)(?![\ue001\ue005])(?! ?(?:,|&|and) <P>)")

_FOR_A_WHILE = re.compile(
    r"\s*,?\s*(?:for (?!(?:the|this) (?:[a-z]+ )?(?:meeting|evening|session|hearing)\b)|while|whilst|during|at this"
    r"|at that|pending|until|when|as the|thereafter|and (?:thanked|expressed|called for)|of (?!the meeting))",
    re.IGNORECASE,
)
"""What follows where somebody took the chair for a part of the meeting only, or of something else."""
_WON_IT = re.compile(
    r"\b(?:(?:re-?)?elected\b(?=[^.\n]{0,60}\b(?:chair|mayor|conven|president|provost|cathaoirleach|unopposed|unanimous))"
    r"|election\b|nominat\w*|ballot"
    r"|votes?\s+(?:cast|each)|on\s+taking|declaration\s+of\s+acceptance|retir\w+|accepted\s+(?:and|the\s+post))\b",
    re.IGNORECASE,
)
_FOR_THIS_MEETING = re.compile(
    r"\b(?:for|at)\s+(?:the\s+purposes?\s+of\s+)?(?:this|the|today's|tonight's)\s+(?:meeting|hearing|session|evening)\b",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:last|previous|next|future|will|would\s+be|(?:had|has)\s+been(?!\s+(?:received|sent|tendered|given))"
    r"|had\s+(?:taken|chaired|presided)|agreed\s+to"
    r"|committee\s+meetings?|working\s+group|sub-?committee\s+meetings?|vacated|left\s+the\s+chair)\b",
    re.IGNORECASE,
)
_BEFORE_OFFICE = re.compile(r"^(?:the|an|our|outgoing|acting|retiring|current)\s+", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|newly|incoming|former|past|previous|next|elect)\b", re.IGNORECASE)
_PLAIN_OFFICE = re.compile(r"chair|vice|leas|deputy", re.IGNORECASE)
"""What says no more than `Chair`, or is the office of somebody who only presided."""
_OFFICE_NEAR = rule(r"(?P<office><O>),? <N:who>|<N:who2>,? (?P<office2><O>)")


@cache
def _is_office_of_chair() -> re.Pattern[str]:
    heads = office("chair", "mayor", also=_ALSO, prefixed=False)
    return re.compile(rf"(?:acting )?chair|(?:lord |lady |\w+ (?=president))?{heads}", re.IGNORECASE)


_ALSO = ("moderator", "reeve", "speaker")
"""Offices whose holders preside in some bodies, and are no sole office in others."""


@dataclass(frozen=True)
class _Presided:
    """Somebody who is said to have been in the chair: with the office or post that the sentence names, and where."""

    who: Mention
    office: str | None
    post: str | None
    place: tuple[int, int]


def with_chair(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """The records with the role of whoever was in the chair: the office that the text names, else `Chair`.

    Who presided and stands in no list was there nevertheless; an officer who did is none of the members.
    """
    result = list(records)
    found = list(_presided(reading))
    sentences = {p.who.start for p in found}
    listed = any(
        _is_chair(r.role) for r in result if r.status == "present" and reading.place(r.span)[0] not in sentences
    )
    officers = [p for p in found if p.post]
    for officer in officers:
        _give(reading, result, officer)
    presided = next((p for p in found if not p.post and (not listed or p.who.office)), None)
    given = presided is not None and _give(reading, result, presided)
    if not given and not officers and not listed:
        _name_holder(reading, result)
    return _named_office(reading, result)


def _presided(reading: Reading) -> Iterator[_Presided]:
    """Everybody who is said to have been in the chair of the whole meeting, in the order of the text."""
    found = [m for pattern in _FORMS for m in reading.finditer(pattern)]
    for m in sorted(found, key=lambda m: (m.start(), -m.end())):
        who = reading.tagged.one(m, "who")
        sentence = reading.sentence(m.start(), m.end("who"))
        text = reading.flow[sentence[0] : max(m.end(), m.end("who"))]
        post = _post(m)
        if who is None or (not post and _FOR_A_WHILE.match(reading.flow, m.start("rest"), m.end("rest"))):
            continue
        if (
            who.kind == "weak"
            and not reading.roster.find(who.text)
            and not is_person(reading, who, given=m.re in _BY_FORMS)
        ):
            continue
        if _NOT_THEN.search(text) or (not post and _is_won(reading, m) and not _FOR_THIS_MEETING.search(text)):
            continue
        yield _Presided(who, _office(reading, m, who), post, sentence)


def _is_won(reading: Reading, m: re.Match[str]) -> bool:
    """Whether somebody took the chair because this meeting had just elected a chairman: that is an appointment."""
    low = max(reading.paragraph(m.start())[0], m.start() - 600)
    return _WON_IT.search(reading.flow, low, m.end()) is not None or _in_election(reading, m.start())


def _in_election(reading: Reading, at: int) -> bool:
    item = reading.outline.item_at(at)
    return item is not None and re.search(r"\belect|\bnominat|appointment of", item.title, re.IGNORECASE) is not None


def _office(reading: Reading, m: re.Match[str], who: Mention) -> str | None:
    """The office beside the name of whoever presided: `The Vice-Chairman, Mrs Hext, took the chair`."""
    if who.office:
        return who.office
    if m["office"]:
        named = reading.tagged.within(m.start("office"), m.end("office"), "office")
        if named and not _NEW.search(named[0].text):
            return _plain(named[0].text)
    groups = m.groupdict()
    for text in (groups.get("beside"), groups.get("after")):
        start = m.start("beside") if text and text == groups.get("beside") else m.start("after") if text else 0
        words = reading.words(start, start + len(text)) if text else ""
        plain = _plain(words)
        if plain and (_is_office_of_chair().match(plain) or _PLAIN_OFFICE.match(plain)) and len(plain.split()) < 5:
            return plain
    return None


def _plain(office: str) -> str:
    return _BEFORE_OFFICE.sub("", _BEFORE_OFFICE.sub("", office.strip(" ,")))


def _post(m: re.Match[str]) -> str | None:
    """The post of an officer who presided, from the bracket after the name."""
    beside = m.groupdict().get("beside")
    if not beside or _is_office_of_chair().match(beside) or _PLAIN_OFFICE.match(beside) or "\ue000" in beside:
        return None
    return " ".join(beside.split()) if any(is_post(word) for word in beside.split()) else None


_PRESENT: tuple[AttendanceStatus, ...] = ("present",)
_NOT_ABSENT: tuple[AttendanceStatus, ...] = ("present", "in_attendance", "apologies")


def _is_chair(role: str | None) -> bool:
    return role is not None and _is_office_of_chair().match(role) is not None


def _give(reading: Reading, records: list[Attendance], presided: _Presided) -> bool:
    """Gives whoever presided the role, if no list gives another; adds a record where no list has the person.

    Where the sentence itself was read as an entry of a list, that entry goes.
    """
    wanted = reading.roster.initials.get(presided.who.text, presided.who.text)
    role = presided.office or "Chair"
    named = [records[i] for i in meant(records, wanted, _NOT_ABSENT)]
    read_as_entry = [r for r in named if reading.place(r.span)[0] == presided.who.start]
    if read_as_entry and len(named) > 1:
        records[:] = [r for r in records if r is not read_as_entry[0]]
    there = meant(records, wanted, _NOT_ABSENT)
    exact = [i for i in there if len(records[i].person.split()) >= len(wanted.split())]
    for i in sorted(there, key=lambda i: (records[i].status != "present", i not in exact)):
        record = records[i]
        if record.status == "apologies":
            continue
        if record.role is None and record.status == "present":
            places = reading.evidence(("statement", presided.place, "attendance.chair"))
            records[i] = record.model_copy(update={"role": role, "evidence": (*record.evidence, *places)})
        return True
    if presided.who.kind == "weak" and len(wanted.split()) < 2:
        return False
    records.append(
        Attendance(
            person=wanted,
            status="in_attendance" if presided.post else "present",
            role=presided.post or role,
            capacity="officer" if presided.post else "member",
            span=reading.span(*presided.place, "attendance.chair"),
        )
    )
    return True


def _name_holder(reading: Reading, records: list[Attendance]) -> None:
    """Gives somebody present the office of chair that the text names beside the name: `The Mayor, Cllr Hext, said`."""
    for m in reading.finditer(_HOLDER):
        who, office = reading.tagged.one(m, "who"), reading.tagged.one(m, "office")
        if who is None or office is None or _NEW.search(office.text) or not _is_chair(_plain(office.text)):
            continue
        if office.text[:1].islower() and _plain(office.text)[:1].islower():
            continue
        if _in_election(reading, m.start()) or _WON_IT.search(reading.sentence_text(m)):
            continue
        for i in meant(records, who.text, _PRESENT):
            if (r := records[i]).role is None:
                place = reading.sentence(m.start(), m.end())
                places = reading.evidence(("statement", place, "attendance.office"))
                records[i] = r.model_copy(update={"role": _plain(office.text), "evidence": (*r.evidence, *places)})
                return


def _named_office(reading: Reading, records: list[Attendance]) -> list[Attendance]:
    """The records in which who is only `Chair` has the office that the text gives: `The outgoing Cathaoirleach, A`."""
    return [_with_office(reading, r) if _is_only_chair(r) else r for r in records]


def _is_only_chair(record: Attendance) -> bool:
    """Whether somebody present has the role `Chair` from the heading of a list."""
    return (
        record.role == "Chair"
        and record.status == "present"
        and any(
            e.span.rule == "attendance.heading" and re.search(r"chair", e.span.text, re.IGNORECASE)
            for e in record.evidence
        )
    )


def _with_office(reading: Reading, record: Attendance) -> Attendance:
    for m in reading.finditer(_OFFICE_NEAR):
        who, office = reading.tagged.one(m, "who"), reading.tagged.one(m, "office")
        if not m["who"]:
            who, office = reading.tagged.one(m, "who2"), reading.tagged.one(m, "office2")
        if who and office and same_surname(who.text, record.person):
            title = _plain(office.text)
            if _PLAIN_OFFICE.match(title):
                return record
            places = reading.evidence(("continuation", (m.start(), m.end()), "attendance.office"))
            return record.model_copy(update={"role": title, "evidence": (*record.evidence, *places)})
    return record
