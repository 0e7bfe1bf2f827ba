"""Interests that a sentence tells of, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.entries import word_set
from ..names.tagging import rule
from ..page.reading import Reading
from .words import ADVERBS, INVITED, KINDS, NONE, TO_WHOM, FoundInterest, declaring, item_of, kind_of, verbs

_OF_PERSON = rule(
    r"(?:\b(?:declarations?|disclosures?) of (?P<kind>[^.\n]{0,40}?)? ?interests? (?:was|were) "
    r"(?:made|received|declared|given|noted|recorded)(?: (?:by|from))?"
    r"|(?P<kind2>[^.;\n\ue000-\ue009]{0,40})\binterests?(?: in [^.;\n\ue000-\ue009]{1,60}?)? (?:was|were) "
    r"(?:declared|disclosed|registered) by"
    r"|\bhaving (?:previously )?(?:declared|disclosed) (?P<kind3>[^.;\n]{0,40}?)interests?[^.;\n\ue000-\ue009]{0,40}?,"
    r"|\bnoted that(?= <PP> (?:had|has|have|held) an? (?P<kind4>(?:[\w-]+ ){0,3})(?:interests?|conflicts?)\b))"
    r" <PP:who>(?P<rest>[^\n]*)"
)
"""Who declared, behind the words for it: `was declared by A`, `having declared an interest, A`."""
_ALSO = rule(
    r"(?:,|;| and|\.) ?<PP:who> (?:in relation to|in respect of|regarding|re|on|for|also|in (?:agenda )?items?)\b"
    r"(?P<rest>(?:(?! and <P>|, <P>)[^.\n])*)"
)
_COLLECTIVE = re.compile(
    r"\b(?P<who>(?:all|the|several|some)\s+(?:\w+\s+){0,3}?(?:members|councillors|governors|group|teachers|trustees"
    r"|commissioners|directors|representatives)(?:\s+of\s+the\s+\w+(?:\s+\w+){0,3}?|\s+and\s+their\s+substitutes)?"
    r"(?:\s+present)?)\s+(?:(?:each|all)\s+)?(?:declared|made|indicated|stated|disclosed|had(?=\s+(?:an?|the)\s))\s+"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\b(?:interest(?:ed)?)\s+(?:in\s+(?:joining|becoming|the\s+(?:post|vacancy|role))|rates?|payments?)\b"
    r"|\bdeclared\s+an?\s+interest\s+in\s+(?:joining|becoming)",
    re.IGNORECASE,
)


_CORRECTED = re.compile(
    r"\b(?:to show|to read|to record|should (?:show|read|state)|corrected|amended)\b", re.IGNORECASE
)
"""Minutes of an earlier meeting being put right, which declare nothing today."""
_FORM = re.compile(r"\b(?:the|a|their|his|her) (?:declarations?|register) of\s*$", re.IGNORECASE)
"""The paper in which interests are declared: `confirmed that the Declaration of Interest was to be reviewed`."""
_LIKEWISE = rule(r"(?<![\w'])<PP:who>,? (?:(?:also|both|each) )?(?:did |do )?(?:likewise|similarly)\b(?P<rest>[^.\n]*)")
"""Who declares the same as the one before: `Councillors Roe and Pine did likewise as members of it`."""
_LEADING = rule(r" ?(?:and )?<PP:who>")


@cache
def _declared() -> re.Pattern[str]:
    return rule(
        rf"<PP:who>(?:,[^.;\n\ue000-\ue003]{{1,80}},| \([^)\n]{{1,60}}\))?,? {ADVERBS}"
        rf"(?P<verb>{verbs('declares', 'tells')})"
        rf"{TO_WHOM}(?: (?:that )?(?:he|she|they) (?:had|has|have|held))?(?: (?:a|an|his|her|their|the|following))?"
        r"(?: (?:declarations? of|disclosures? of))?(?P<kind>,? [^.\n\ue000-\ue009]{0,60}?)? ?\"?"
        r"(?P<what>interests?\b|(?-i:(?:DPI|NPI|ORI|NRI)s?\b)|conflicts?\b|dispensation|transparency statement"
        r"|the same\b)\"?(?=(?P<rest>[^\n]*))"
    )


@cache
def _disqualified() -> re.Pattern[str]:
    return rule(
        r"<PP:who>,? (?:was|were|is|are) (?:disqualified|recused|conflicted)"
        r"(?! (?:from (?:office|membership|being|holding|sitting as|acting as|the (?:council|board|office))|as an? ))"
        r"(?P<rest>[^.\n]*(?:\.\d[^.\n]*)*)"
        rf"|<PP:who2>(?:,[^.;\n\ue000-\ue003]{{1,80}},)?,? {ADVERBS}(?:recuse[sd]?|recusing|disqualified) "
        r"(?:himself|herself|themselves)(?P<rest2>[^.\n]*)"
    )


def in_sentences(reading: Reading) -> Iterator[FoundInterest]:
    """`A declared a personal interest`, `declarations were received from B`, `C recused herself`."""
    for m in reading.finditer(_declared()):
        low, high = reading.sentence(m.start(), m.end("who"))
        sentence = reading.flow[low:high]
        if (
            NONE.search(reading.flow[m.end("who") : min(high, m.end("who") + 80)])
            or (INVITED.search(sentence) and not m["verb"].lower().startswith("wish"))
            or _FAR.search(sentence)
            or _not_declared(m)
            or _FORM.search(m["kind"] or "")
            or _CORRECTED.search(reading.flow, low, m.start("who"))
        ):
            continue
        rest = reading.flow[m.start("rest") : max(high, m.start("rest"))]
        others = list(_ALSO.finditer(reading.tagged.text, m.start("rest"), high))
        same = _LIKEWISE.search(reading.tagged.text, m.start("rest"), high)
        if others:
            rest = reading.flow[m.start("rest") : others[0].start()]
        elif same:
            rest = reading.flow[m.start("rest") : same.start()].rstrip(" ;,")
        for who in declaring(reading, m):
            yield FoundInterest(who.text, low, high, kind_of(m["kind"]) or "interest", rest, "declaration.sentence")
        for also in others:
            for who in reading.tagged.people(also, "who"):
                yield FoundInterest(
                    who.text,
                    low,
                    high,
                    kind_of(m["kind"]) or "interest",
                    reading.flow[also.end("who") : also.end()],
                    "declaration.also",
                )
    yield from _likewise(reading)
    for m in reading.finditer(_disqualified()):
        group = "who" if m["who"] else "who2"
        rest = reading.flow[m.start("rest" if m["who"] else "rest2") : m.end()]
        for who in reading.tagged.people(m, group):
            yield FoundInterest(who.text, m.start(), m.end(), kind_of(rest), rest, "declaration.disqualified")
    for m in reading.finditer(_OF_PERSON):
        for who in reading.tagged.people(m, "who"):
            yield FoundInterest(
                who.text,
                *reading.sentence(m.start(), m.end("who")),
                kind_of(m["kind"] or m["kind2"] or m["kind3"] or m["kind4"]),
                reading.flow[m.start("rest") : m.end()],
                "declaration.received",
            )


def _likewise(reading: Reading) -> Iterator[FoundInterest]:
    """Those who did as the person before them who declared an interest."""
    for m in reading.near(("likewise", "similarly"), _LIKEWISE):
        begin = max(reading.start, m.start() - _BEFORE)
        declared = list(_declared().finditer(reading.tagged.text, begin, m.start()))
        if not declared:
            continue
        before = declared[-1]
        kind = kind_of(before["kind"]) or "interest"
        low, high = reading.view.trim(m.start(), m.end())
        rest = reading.flow[m.start("rest") : m.end()]
        said = reading.flow[before.start("rest") : min(before.end("rest"), m.start())]
        for who in reading.tagged.people(m, "who"):
            item = item_of(rest) or item_of(said)
            yield FoundInterest(who.text, low, high, kind, rest, "declaration.likewise", item)


_BEFORE = 400
"""Signs before `likewise` in which the declaration stands that it repeats."""


def _following(reading: Reading, m: re.Match[str], high: int) -> Iterator[FoundInterest]:
    """Those named one by one after `the following members declared …:`, a reason with each."""
    colon = reading.flow.find(":", m.end("who"), high)
    if colon < 0:
        return
    head = reading.flow[m.end("who") : colon]
    for part in re.finditer(r"[^;]+", reading.flow[colon + 1 : high]):
        start = colon + 1 + part.start()
        led = _LEADING.match(reading.tagged.text, start, colon + 1 + part.end())
        if led:
            for who in reading.tagged.people(led, "who"):
                rest = reading.flow[led.end("who") : colon + 1 + part.end()]
                low, last = reading.view.trim(start, colon + 1 + part.end())
                yield FoundInterest(
                    who.text, low, last, kind_of(head), rest, "declaration.following", item_of(rest) or item_of(head)
                )


def _not_declared(m: re.Match[str]) -> bool:
    """`expressed an interest` and `stated … interest` are declarations only with the words of one."""
    if m["verb"].lower() in word_set("interests", "declares"):
        return False
    said = m[0].lower()
    return (
        not KINDS.search(f"{m['kind'] or ''} interest")
        and not any(word in said for word in ("declaration", "conflict", "transparency"))
        and not (re.search(r"\b(?:his|her|their)\s+interests?\b", said) and "expressed" not in said)
    )


def of_all(reading: Reading) -> Iterator[FoundInterest]:
    """`All members declared an interest`, and those named one by one after `the following members declared:`."""
    for m in _COLLECTIVE.finditer(reading.flow, reading.start, reading.last):
        low, high = reading.sentence(m.start(), m.end("who"))
        if not re.search(
            r"\binterests?\b|\bacquainted\b|\bmembers? of\b|\bknew\b|\bdeclared\b",
            reading.flow[m.end("who") : high],
            re.IGNORECASE,
        ) or NONE.search(reading.flow[m.end("who") : high][:60]):
            continue
        if not re.search(r"\bdeclared\b|\binterest", m[0][:120], re.IGNORECASE):
            continue
        if following := list(_following(reading, m, high)):
            yield from following
            continue
        yield FoundInterest(
            " ".join(m["who"].split()),
            low,
            high,
            kind_of(m["rest"][:60]),
            reading.flow[m.start("rest") : high],
            "declaration.collective",
        )
