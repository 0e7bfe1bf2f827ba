"""Who stood in for whom, told beside a name in a list or in a sentence.

The forms are those of `layouts.md`: in brackets after the absent member (a, c, d), after the name of the absent (b, f),
paired by "respectively" (e), in a sentence of its own (g, h), in a welcome (i), without anybody replaced (j), announced
and not come (k).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..parsed_minutes import Attendance, Evidence, Substitution
from .apologies import is_about_earlier
from .entries import Listed
from .reading import Reading
from .roster import same_person
from .tagging import rule

_BY = rule(
    r"<N:absent>[^.;\n\ue000-\ue009]{0,80}?,? (?:\()?(?:who )?(?:was |were |had been |is )?"
    r"(?:substituted|replaced|represented|deputised) (?:for )?by <N:substitute>"
)
_FOR = rule(
    r"<N:substitute>[^.;\n\ue000-\ue009]{0,60}?,? (?:confirmed (?:that )?(?:he|she|they) (?:was|were) )?"
    r"(?:(?:was|were|is|are) )?(?:(?:in attendance|present|attended|attending|acting|sitting|there|welcomed"
    r"|had attended) )?(?:as (?:a |the |his |her )?)?"
    r"(?:substitut(?:e|ing|ed)|deput(?:y|ising|ised|izing)|sub|named substitute|alternate|stand(?:ing)? in|stood in)"
    r"(?: member)? (?:for|of) <N:absent>"
)
_PLACE = rule(
    r"<N:substitute>[^.;\n\ue000-\ue009]{0,40}? (?:attended|attending|was present|present|acting|sat|sitting"
    r"|was in attendance) (?:in (?:the )?(?:place|absence|stead) of|on behalf of|instead of) <N:absent>"
)
_REPLACING = rule(r"<N:substitute> \(?(?:replacing|substituting for|sub for|substitute for|in place of) <N:absent>")
_TEMPORARY = rule(
    r"resignation of <N:absent>[^.\n]{0,160}? appointed <N:substitute> to replace (?:him|her|them) for "
    r"(?:the purposes of )?(?:this|the) meeting"
)
_PRONOUN = rule(
    r"<N:absent>,? with <N:substitute> (?:attending|present|acting|attended|substituting) (?:as|in) "
    r"(?:his|her|their|a) (?:substitute|place|absence|stead)"
)
_FOR_WHOM = rule(
    r"<N:absent>,? for whom <N:substitute> (?:was|attended|is|had) ?(?:present )?(?:as (?:a )?)?"
    r"(?:substitut(?:e|ing|ed)|deputising|present)?"
)
_ONE_FOR_ONE = (
    ("by", _BY),
    ("for", _FOR),
    ("place", _PLACE),
    ("replacing", _REPLACING),
    ("temporary", _TEMPORARY),
    ("pronoun", _PRONOUN),
    ("for_whom", _FOR_WHOM),
)
_RESPECTIVELY = (
    rule(
        r"(?:apologies|apology)[^.\n]{0,80}?(?:from|of) <PP:absent>,? (?:with|and) <PP:substitute> (?:were |are )?"
        r"(?:substituting|attending as substitutes|present as substitutes|acting as substitutes"
        r"|as substitutes)[^.\n]{0,20}? respectively"
    ),
    rule(
        r"<PP:substitute> (?:were|are|attended|was)? ?(?:present |attending |in attendance |acting )?(?:as )?"
        r"(?:substitut(?:es|ing|e)|deputising)(?: members?)? for <PP:absent>,? respectively"
    ),
)
_WHO_PAIR = rule(
    r"<PP:substitute>,? who (?:were|was|are|is) "
    r"(?:substituting|deputising|attending as substitutes?|standing in|substitutes?) for <PP:absent>"
)
_HONOURED = re.compile(r"\S+\s+\S+,\s*(?:MBE|OBE|CBE|JP)")
_AFTER_NAME = re.compile(r"\s*(?:attended|attending|substituting|was|were|who|as|present|in his|in her)\b.*$")


@dataclass(frozen=True)
class _Pair:
    substitute: str
    absent: str | None
    start: int
    end: int
    rule: str
    evidence: tuple[Evidence, ...] = ()


def read_substitutions(reading: Reading, listed: Iterable[Listed]) -> list[Substitution]:
    """All substitutions of a meeting, each once. `listed` are the entries of all lists, whose notes may tell of one."""
    pairs = [pair for entry in listed for pair in _noted(entry)]
    for pattern in _RESPECTIVELY:
        pairs += _paired(reading, pattern, "respectively", warn=True)
    pairs += _paired(reading, _WHO_PAIR, "welcome", warn=False)
    pairs += _told(reading)
    return [
        Substitution(
            substitute=p.substitute, absent=p.absent, span=reading.span(p.start, p.end, p.rule), evidence=p.evidence
        )
        for p in _unique(pairs)
    ]


def _noted(listed: Listed) -> list[_Pair]:
    """What a bracket or a tail beside a name says of substitution."""
    notes = listed.notes
    if notes.stands_in_for:
        absent = _name_in(notes.stands_in_for)
        return [_Pair(listed.person, absent, listed.start, listed.entry_end, "substitution.noted")]
    if notes.stood_in_by:
        substitute = _name_in(notes.stood_in_by)
        if substitute is None:
            return []
        return [_Pair(substitute, listed.person, listed.start, listed.entry_end, "substitution.noted")]
    if notes.substitute:
        return [_Pair(listed.person, None, listed.start, listed.entry_end, "substitution.role")]
    return []


def _name_in(text: str) -> str | None:
    """The first name in a note, as written."""
    first = text if _HONOURED.match(text) else text.split(",", maxsplit=1)[0].strip()
    return _AFTER_NAME.sub("", first).strip(" .;)") or None


def _paired(reading: Reading, pattern: re.Pattern[str], name: str, *, warn: bool) -> Iterator[_Pair]:
    """As many substitutes as absent members, in one order: `A and B were substituting for C and D respectively`."""
    for m in reading.finditer(pattern):
        absent, substitutes = reading.tagged.people(m, "absent"), reading.tagged.people(m, "substitute")
        if len(absent) == len(substitutes):
            for s, a in zip(substitutes, absent, strict=True):
                also = reading.evidence(("subject", (a.start, a.end), "substitution.absent"))
                yield _Pair(s.text, a.text, s.start, s.end, f"substitution.{name}", also)
        elif warn:
            reading.warn(
                "substitutes_uneven",
                f"{len(substitutes)} substitutes for {len(absent)} absent members",
                m.start(),
                m.end(),
                f"substitution.{name}",
            )


def _told(reading: Reading) -> Iterator[_Pair]:
    for name, pattern in _ONE_FOR_ONE:
        for m in reading.finditer(pattern):
            absent, substitute = reading.tagged.one(m, "absent"), reading.tagged.one(m, "substitute")
            if absent and substitute and not is_about_earlier(reading.sentence_text(m)):
                yield _Pair(substitute.text, absent.text, m.start(), m.end(), f"substitution.{name}")


def _unique(pairs: list[_Pair]) -> list[_Pair]:
    """Each substitution once; one without an absent member only where no other names the substitute."""
    kept: list[_Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.absent is None, p.start)):
        if not any(_again(k, pair) for k in kept):
            kept.append(pair)
    return sorted(kept, key=lambda p: p.start)


def _again(kept: _Pair, pair: _Pair) -> bool:
    if not same_person(kept.substitute, pair.substitute):
        return False
    return pair.absent is None or (kept.absent is not None and same_person(kept.absent, pair.absent))


def substitutes_present(records: list[Attendance], substitutions: Sequence[Substitution]) -> list[Attendance]:
    """The records with every substitute as present: who stands in for a member is there in the member's place."""
    names = [s.substitute for s in substitutions if s.absent]
    return [
        r.model_copy(update={"status": "present", "capacity": "member"})
        if r.status == "in_attendance" and any(same_person(r.person, n) for n in names)
        else r
        for r in records
    ]
