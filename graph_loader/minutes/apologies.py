"""Apologies, absences and substitutions, in lists and in sentences.

The forms are those of `layouts.md`: in brackets after the absent member (a, c, d), after the name of the absent (b, f),
paired by "respectively" (e), in a sentence of its own (g, h), in a welcome (i), without anybody replaced (j), announced
and not come (k).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..folding import fold
from ..parsed_minutes import Attendance, Capacity, Evidence, Substitution
from .attendance import Entry
from .bodies import organisation_kind
from .capacities import is_no_member, is_officer_role, role_capacity
from .outline import Section, is_prose
from .people import Listed, read_people
from .reading import Reading
from .roster import known
from .tagging import Mention, rule

_RULE = "apologies"
_EARLIER = re.compile(
    r"\b(?:minutes? of|previous (?:meeting|minutes)|last meeting|minutes .{0,40}(?:amended|corrected)|inclusion of|subject to|had been omitted)\b",
    re.IGNORECASE,
)
_RECEIVED = rule(r"\b(?:apolog(?:y|ies)|regrets)\b[^.\n]{0,90}?\b(?:from|behalf of|by)\s*:? <PP:who>")
_SENT = rule(
    r"<PP:who>,? (?:had )?(?:sent|tendered|gave|given|offered|submitted|conveyed|had sent|has sent) (?:his |her |their |in )?(?:apolog(?:y|ies)|regrets)"
)
_EXCUSED = rule(r"<PP:who>,? (?:asked to be|was|were|is|had been|has been|be) excused")
_ABSENT = rule(
    r"(?:noted (?:the|that) )?<PP:who> (?:was|were) (?:absent|not present|unable to attend|unable to be present)(?! (?:during|for|from|when) )"
)
_LATE = rule(r"\b(?:apologies for lateness|lateness|would be late|to be late)\b")
_BY = rule(
    r"<N:absent>[^.;\n\ue000-\ue009]{0,80}?,? (?:\()?(?:who )?(?:was |were |had been |is )?(?:substituted|replaced|represented|deputised) (?:for )?by <N:substitute>"
)
_FOR = rule(
    r"<N:substitute>[^.;\n\ue000-\ue009]{0,60}?,? (?:confirmed (?:that )?(?:he|she|they) (?:was|were) )?(?:(?:was|were|is|are) )?(?:(?:in attendance|present|attended|attending|acting|sitting|there|welcomed|had attended) )?(?:as (?:a |the |his |her )?)?"
    r"(?:substitut(?:e|ing|ed)|deput(?:y|ising|ised|izing)|sub|named substitute|alternate|stand(?:ing)? in|stood in)(?: member)? (?:for|of) <N:absent>"
)
_PLACE = rule(
    r"<N:substitute>[^.;\n\ue000-\ue009]{0,40}? (?:attended|attending|was present|present|acting|sat|sitting|was in attendance) (?:in (?:the )?(?:place|absence|stead) of|on behalf of|instead of) <N:absent>"
)
_REPLACING = rule(r"<N:substitute> \(?(?:replacing|substituting for|sub for|substitute for|in place of) <N:absent>")
_TEMPORARY = rule(
    r"resignation of <N:absent>[^.\n]{0,160}? appointed <N:substitute> to replace (?:him|her|them) for (?:the purposes of )?(?:this|the) meeting"
)
_PRONOUN = rule(
    r"<N:absent>,? with <N:substitute> (?:attending|present|acting|attended|substituting) (?:as|in) (?:his|her|their|a) (?:substitute|place|absence|stead)"
)
_FOR_WHOM = rule(
    r"<N:absent>,? for whom <N:substitute> (?:was|attended|is|had) ?(?:present )?(?:as (?:a )?)?(?:substitut(?:e|ing|ed)|deputising|present)?"
)
_RESPECTIVELY = (
    rule(
        r"(?:apologies|apology)[^.\n]{0,80}?(?:from|of) <PP:absent>,? (?:with|and) <PP:substitute> (?:were |are )?(?:substituting|attending as substitutes|present as substitutes|acting as substitutes|as substitutes)[^.\n]{0,20}? respectively"
    ),
    rule(
        r"<PP:substitute> (?:were|are|attended|was)? ?(?:present |attending |in attendance |acting )?(?:as )?(?:substitut(?:es|ing|e)|deputising)(?: members?)? for <PP:absent>,? respectively"
    ),
)
_WHO_PAIR = rule(
    r"<PP:substitute>,? who (?:were|was|are|is) (?:substituting|deputising|attending as substitutes?|standing in|substitutes?) for <PP:absent>"
)
_REASON = re.compile(
    r"(?:\s*[,(–-]\s*|\s+)(?:(?:due to|owing to|because of|as (?:he|she) was|who was|on account of|for)\s+)?(?P<r>(?:work|family|personal|business|prior|other|holiday|illness|ill health|sickness|medical|council|meeting|annual leave|on a|away|unwell)\b[^.,;()\n]{0,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Absences:
    """The records that apologies and substitutions give, and who substituted though listed elsewhere."""

    attendance: list[Attendance]
    substitutions: list[Substitution]
    substitutes: list[Mention]


@dataclass(frozen=True)
class _Pair:
    substitute: str
    absent: str | None
    start: int
    end: int
    rule: str
    evidence: tuple[Evidence, ...] = ()


def read_absences(reading: Reading, entries: Sequence[Entry]) -> Absences:
    """All apologies, absences and substitutions of a meeting."""
    records: dict[tuple[str, str], Attendance] = {}
    pairs: list[_Pair] = []
    for section in reading.outline.sections:
        if section.kind == "apologies":
            for listed in _listed(reading, section):
                _take(records, _record(reading, listed, section))
                pairs += _noted(reading, listed)
    for entry in entries:
        pairs += _noted(reading, entry.listed)
    pairs += list(_sentences(reading))
    for record in _spoken(reading, records):
        _take(records, record)
    unique = _unique(reading, pairs)
    return Absences(list(records.values()), [_substitution(reading, p) for p in unique], [])


def _take(records: dict[tuple[str, str], Attendance], record: Attendance) -> None:
    records.setdefault((fold(known(record.person).plain), record.status), record)


# -- lists -----------------------------------------------------------------------------------------------------------


def _listed(reading: Reading, section: Section) -> list[Listed]:
    """The people of an apologies section: its first sentence or list, cut at what says something else."""
    flow, tagged = reading.flow, reading.tagged.text
    start, end = section.start, section.end
    found: list[Listed] = []
    for a, b in _sentences_of(reading, start, end):
        text = tagged[a:b]
        if _NONE.search(text) or _EARLIER.search(flow[a:b]):
            continue
        received = _RECEIVED.search(tagged, a, b)
        first = a
        if received:
            first = received.start("who")
        elif section.sentence and a == section.start or _FROM.match(text):
            first = a
        elif not _FROM.match(text) and (a > section.start + 3 or is_prose(flow[a:b])):
            continue
        if _ABSENT.search(tagged, a, b):
            continue
        cut = _UNTIL.search(tagged, first, b)
        people = read_people(reading.view, flow, first, cut.start() if cut else b)
        found += [p for p in people.people if not _is_substitute(p, people.people)]
        for u, v in people.unread:
            reading.warn("unparsed_line", "no rule reads this among the apologies", u, v, "apologies.list")
    return found


_NONE = re.compile(r"^\s*(?:there were )?(?:no|none|nil|n/a)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\s*(?:(?:from|received from|apologies(?: for absence)?(?: were)?(?: also)?(?: received)?(?: from)?)\b|[\ue000\ue004])"
)
_UNTIL = rule(
    r"(?:,? (?:and|which) (?:these |they )?(?:were |was )?(?:accepted|noted|approved|sanctioned|agreed|duly)|,? with <PP>|,? (?:and )?lateness from|,? and for lateness|,? for whom <P>|(?:,|;)? ?(?:who was|who were) (?:substituted|represented|replaced))"
)


def _is_substitute(listed: Listed, people: Iterable[Listed]) -> bool:
    """Whether a name in the list is only somebody's substitute: `A, substituted by B`."""
    return any(p.notes.stood_in_by and fold(p.notes.stood_in_by).startswith(fold(listed.person)) for p in people)


def _sentences_of(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    at = start
    while at < end:
        low, high = reading.sentence(at, at + 1)
        low, high = max(low, at), min(max(high, at + 1), end)
        if reading.flow[low:high].strip():
            found.append((low, high))
        at = high + 1 if high >= at else at + 1
        while at < end and reading.flow[at].isspace():
            at += 1
    return found


def _record(reading: Reading, listed: Listed, section: Section | None, status: str = "apologies") -> Attendance:
    organisation = listed.organisation
    reason = listed.notes.reason
    if organisation and organisation[:1].islower():
        organisation, reason = None, organisation
    return Attendance(
        person=listed.person,
        status=status,  # type: ignore[arg-type]
        role=listed.role,
        capacity=_capacity(reading, listed, organisation),
        organisation=organisation,
        organisation_kind=organisation_kind(organisation) if organisation else None,
        reason=reason,
        span=reading.span(listed.start, max(listed.end, listed.entry_end), "apologies.list"),
        evidence=reading.evidence(("heading", section.label, "apologies.heading")) if section else (),
    )


def _capacity(reading: Reading, listed: Listed, organisation: str | None) -> Capacity | None:
    """An apology alone does not say as what somebody was expected; a substitute, a role or a sender does."""
    if listed.notes.stood_in_by:
        return "member"
    if given := role_capacity(listed.role):
        return given
    if is_officer_role(listed.role) or is_no_member(listed.role):
        return "officer"
    if organisation and organisation_kind(organisation) not in {"ward", "party"} or _OTHER_TIER.match(listed.person):
        return "guest"
    return "member" if listed.role else None


_OTHER_TIER = re.compile(r"(?:county|district|borough|city)\s+(?:cllr|councillor)", re.IGNORECASE)


def _noted(reading: Reading, listed: Listed) -> list[_Pair]:
    """What a bracket or a tail beside a name says of substitution."""
    notes = listed.notes
    if notes.stands_in_for:
        absent = _name_in(reading, notes.stands_in_for)
        return [_Pair(listed.person, absent, listed.start, listed.entry_end, "substitution.noted")]
    if notes.stood_in_by:
        substitute = _name_in(reading, notes.stood_in_by)
        if substitute:
            return [_Pair(substitute, listed.person, listed.start, listed.entry_end, "substitution.noted")]
    if notes.substitute and not notes.stood_in_by:
        return [_Pair(listed.person, None, listed.start, listed.entry_end, "substitution.role")]
    return []


def _name_in(reading: Reading, text: str) -> str | None:
    """The first name in a note, as written."""
    row = text.split(",")[0].strip() if not re.match(r"\S+\s+\S+,\s*(?:MBE|OBE|CBE|JP)", text) else text
    cleaned = re.sub(
        r"\s*(?:attended|attending|substituting|was|were|who|as|present|in his|in her)\b.*$", "", row
    ).strip(" .;)")
    return cleaned or None


# -- sentences -------------------------------------------------------------------------------------------------------


def _sentences(reading: Reading) -> Iterable[_Pair]:
    for pattern in _RESPECTIVELY:
        for m in reading.finditer(pattern):
            absent, substitutes = reading.tagged.people(m, "absent"), reading.tagged.people(m, "substitute")
            if len(absent) == len(substitutes):
                yield from (
                    _Pair(s.text, a.text, s.start, s.end, "substitution.respectively", _also(reading, a))
                    for s, a in zip(substitutes, absent, strict=True)
                )
            else:
                reading.warn(
                    "substitutes_uneven",
                    f"{len(substitutes)} substitutes for {len(absent)} absent members",
                    m.start(),
                    m.end(),
                    "substitution.respectively",
                )
    for m in reading.finditer(_WHO_PAIR):
        absent, substitutes = reading.tagged.people(m, "absent"), reading.tagged.people(m, "substitute")
        if len(absent) == len(substitutes):
            yield from (
                _Pair(s.text, a.text, s.start, s.end, "substitution.welcome", _also(reading, a))
                for s, a in zip(substitutes, absent, strict=True)
            )
    for name, pattern in (
        ("by", _BY),
        ("for", _FOR),
        ("place", _PLACE),
        ("replacing", _REPLACING),
        ("temporary", _TEMPORARY),
        ("pronoun", _PRONOUN),
        ("for_whom", _FOR_WHOM),
    ):
        for m in reading.finditer(pattern):
            absent, substitute = reading.tagged.one(m, "absent"), reading.tagged.one(m, "substitute")
            if (
                absent
                and substitute
                and not _EARLIER.search(reading.flow[slice(*reading.sentence(m.start(), m.end()))])
            ):
                yield _Pair(substitute.text, absent.text, m.start(), m.end(), f"substitution.{name}")


def _also(reading: Reading, mention: Mention) -> tuple[Evidence, ...]:
    return reading.evidence(("subject", (mention.start, mention.end), "substitution.absent"))


def _spoken(reading: Reading, records: dict[tuple[str, str], Attendance]) -> Iterable[Attendance]:
    """Apologies and absences in sentences outside the apologies section."""
    for status, pattern in (
        ("apologies", _RECEIVED),
        ("apologies", _SENT),
        ("apologies", _EXCUSED),
        ("absent", _ABSENT),
    ):
        for m in reading.finditer(pattern):
            sentence = reading.sentence(m.start(), m.end())
            if (
                _EARLIER.search(reading.flow[slice(*sentence)])
                or _LATE.search(reading.flow[slice(*sentence)])
                or _is_vote(reading, m)
            ):
                continue
            for mention in reading.tagged.people(m, "who"):
                if mention.kind == "weak" and not reading.roster.find(mention.text) and pattern is not _RECEIVED:
                    continue
                if mention.kind == "office" or _already(records, mention.text):
                    continue
                listed = Listed(mention.text, mention.start, mention.end, mention.end)
                record = _record(reading, listed, None, status)
                if status == "absent" and record.capacity is None:
                    record = record.model_copy(update={"capacity": "member"})
                yield record.model_copy(
                    update={
                        "span": reading.span(*sentence, f"apologies.{'absent' if status == 'absent' else 'sentence'}")
                    }
                )


def _is_vote(reading: Reading, m: re.Match[str]) -> bool:
    return (
        re.search(
            r"\bvot\w+|\bmotion\b|\bleft the (?:meeting|room)\b",
            reading.flow[slice(*reading.sentence(m.start(), m.end()))],
            re.IGNORECASE,
        )
        is not None
    )


def _already(records: dict[tuple[str, str], Attendance], text: str) -> bool:
    """Whether a name in a sentence is somebody whose apology or absence a list has: the fuller form counts."""
    wanted = known(text)
    for record in records.values():
        other = known(record.person)
        if other.surname.casefold() == wanted.surname.casefold() and (
            not wanted.given or not other.given or wanted.given[0] == other.given[0]
        ):
            return True
    return False


def _unique(reading: Reading, pairs: list[_Pair]) -> list[_Pair]:
    """Each substitution once; one without an absent member only where no other names the substitute."""
    kept: list[_Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.absent is None, p.start)):
        same = [
            k
            for k in kept
            if _same(k.substitute, pair.substitute)
            and (pair.absent is None or (k.absent and _same(k.absent, pair.absent)))
        ]
        if not same:
            kept.append(pair)
    return sorted(kept, key=lambda p: p.start)


def _same(one: str, other: str) -> bool:
    a, b = known(one), known(other)
    return a.surname.casefold() == b.surname.casefold() and (not a.given or not b.given or a.given[0] == b.given[0])


def _substitution(reading: Reading, pair: _Pair) -> Substitution:
    return Substitution(
        substitute=pair.substitute,
        absent=pair.absent,
        span=reading.span(pair.start, pair.end, pair.rule),
        evidence=pair.evidence,
    )


def substitutes_present(records: list[Attendance], substitutions: Sequence[Substitution]) -> list[Attendance]:
    """The records with every substitute as present: who stands in for a member is there in the member's place."""
    names = [s.substitute for s in substitutions if s.absent]
    return [
        replace_status(r) if r.status == "in_attendance" and any(_same(r.person, n) for n in names) else r
        for r in records
    ]


def replace_status(record: Attendance) -> Attendance:
    """A record of somebody in attendance as that of a present member."""
    return record.model_copy(update={"status": "present", "capacity": "member"})


__all__ = ["Absences", "read_absences", "replace", "substitutes_present"]
