"""Ties of their own that people told of, or took no part for, where no word says that it is an interest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..names.tagging import rule
from ..page.reading import Reading
from .words import ADVERBS, INVITED, NONE, TO_WHOM, FoundInterest, declaring, verbs

_SELF = r"(?:he|she|they|his|her|their|my|I)\b"
_NEAR = 90
"""Signs of a sentence in which the first word about the speaker stands."""
_ABOUT = re.compile(rf",?\s*(?:that\b|{_SELF})")
_NO_TIE = re.compile(
    r"\s*(?:that\s+)?(?:he|she|they)\s+(?:would|will|should|could|can|may|might|did|had\s+no|has\s+no|(?:was|were|is)\s+"
    r"(?:not|satisfied|pleased|happy|content|duly|elected|in\s+favou?r|against))\b",
    re.IGNORECASE,
)
"""What people declare of themselves that is no tie to a matter."""
_WHY = re.compile(
    r",?\s*(?:on\s+[\w .]{1,30}?,?\s*|from\s+[\w .]{1,40}?,?\s*)?(?:as|because|since|being|due\s+to|owing\s+to|having"
    r"|by\s+reason\s+of|on\s+account\s+of)\b(?P<why>[^;\n]{0,110})",
    re.IGNORECASE,
)
_TIE = re.compile(
    r"\b(?:(?:his|her|their)\s+\w|(?:he|she|they|it)\s+(?:is|was|are|were)\s+(?:an?|the|his|her|related|employed)\b"
    r"|(?:he|she|they)\s+(?:owns?|leases?|works?|worked|serves?|sits?|knows?|knew|has|have|rents?|holds?|lives?)\b"
    r"|conflicts?\b|interest(?:s|ed)?\b|relat(?:ed|ive|ion)\b|abutters?\b)"
    r"|\A\s+(?:an?\s+)?(?:owners?|members?|trustees?|directors?|tenants?|applicants?|neighbours?|neighbors?)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:absen\w+|apolog\w+|present|attend\w*|unwell|ill|another\s+meeting|information|questions?|concerns?|opinions?|views?"
    r"|votes?|motion|amendment|arrived|not\s+been|minutes)\b",
    re.IGNORECASE,
)
"""Reasons to leave or not to vote that are no ties."""
_BESIDE = re.compile(
    r",\s*(?:being|having|whose|as\s|who\s+(?:is|was|lives|works|has|owns|leases|knows|knew)\b"
    r"|(?:cousin|brother|sister|son|daughter|father|mother|wife|husband|uncle|aunt|nephew|niece)\b)",
    re.IGNORECASE,
)
_OTHER_SENSE = (
    r"(?! (?:his|her|their|the|it|an?|that|this) |(?<=vote) (?:for|against) "
    r"|(?<=down),? (?:after|at|in|as (?:an? |the )?(?!he |she |they )[a-z -]{0,20}(?:<O>|chair|president|secretary"
    r"|treasurer|clerk|member|trustee|governor|director|leader)))"
)
"""After such a verb: `withdrew his motion`, `would not vote for it`, `stood down as chair`."""


@cache
def _told() -> re.Pattern[str]:
    strong, weak = verbs("declares"), verbs("tells", "procedure")
    return rule(
        rf"<PP:who>(?P<by>,[^.;\n\ue000-\ue003]{{1,80}},)?,? ?{ADVERBS}(?:(?P<declares>{strong})|(?:{weak})){TO_WHOM},?"
        rf"(?=(?P<rest>[^\n]*))"
    )


@cache
def _took_no_part() -> re.Pattern[str]:
    return rule(
        rf"<PP:who>(?P<by>,[^.;\n\ue000-\ue003]{{3,90}},)? ?{ADVERBS}(?:{verbs('aside')})\b"
        rf"{_OTHER_SENSE}(?=(?P<rest>[^\n]*))"
    )


@cache
def _aside() -> re.Pattern[str]:
    return rule(rf"\b(?:{verbs('aside')})\b{_OTHER_SENSE}")


def own_ties(reading: Reading) -> Iterator[FoundInterest]:
    """`A disclosed that his wife …`, `B said that her firm … and would not vote`, `C, being …, withdrew`."""
    for m in reading.finditer(_told()):
        low, high = reading.sentence(m.start(), m.end("who"))
        rest = reading.flow[m.start("rest") : max(high, m.start("rest"))]
        about = re.search(rf"(?:\b{_SELF}|\bis\s+{_SELF})", rest[:_NEAR])
        if about is None or NONE.search(rest[:_NEAR]) or INVITED.search(reading.flow[low:high]):
            continue
        if (_NO_TIE.match(rest) or not _ABOUT.match(rest)) if m["declares"] else not _kept_out(reading, m, high):
            continue
        for who in declaring(reading, m):
            yield FoundInterest(who.text, low, high, None, rest, "declaration.own")
    for m in reading.finditer(_took_no_part()):
        low, high = reading.sentence(m.start(), m.end("who"))
        rest = reading.flow[m.start("rest") : max(high, m.start("rest"))]
        beside = m["by"] if m["by"] and _BESIDE.match(m["by"]) else None
        why = _WHY.match(rest)
        said = beside or (why["why"] if why and _TIE.search(why["why"]) else None)
        if said is None or _AWAY.search(said):
            continue
        for who in declaring(reading, m):
            yield FoundInterest(who.text, low, high, None, beside or rest, "declaration.aside")


def _kept_out(reading: Reading, m: re.Match[str], high: int) -> bool:
    """Whether the sentence, or the next one about the same person, says that they took no part."""
    text = reading.tagged.text
    if found := _aside().search(text, m.start("rest"), high):
        before, after = reading.flow[m.start("rest") : found.start()], reading.flow[found.end() : high]
        told = [part for part in (m["by"] if m["by"] and _BESIDE.match(m["by"]) else "", before, after) if part]
        return any(_TIE.search(part) and not _AWAY.search(part) for part in told)
    if _AWAY.search(reading.flow, m.start("rest"), high):
        return False
    following = re.match(r"\s*(?:He|She|They)\b", reading.flow[high : high + 20])
    end = reading.sentence(high + 2, high + 3)[1] if following and high + 3 < reading.last else high
    return following is not None and _aside().search(text, high, end) is not None
