"""Interests that people declared: in sentences, in lists, in tables, together, or under a heading without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..folding import fold
from ..parsed_minutes import Declaration
from .bodies import body_mentions
from .people import read_people
from .reading import Reading
from .roster import known
from .tagging import rule

_KINDS = re.compile(
    r"\b((?:disclosable |non-?disclosable )?(?:non-?)?pecuniary"
    r"(?: and (?:conflicts? of |prejudicial |non-pecuniary )?interests?)?|personal and prejudicial"
    r"|personal and non-prejudicial|personal but not prejudicial|prejudicial|personal|other(?: registrable)?"
    r"|registrable|general|non-registrable"
    r"|business|financial|direct|indirect|significant|potential|perceived|material|proximity|impartiality"
    r"|closely associated|fiduciary|conflict of)\s+(?:interests?\b)?",
    re.IGNORECASE,
)
_DECLARED = rule(
    r"<PP:who>(?:,? (?:as|in (?:his|her|their) capacity as) [^.,;\n]{1,80},| \([^)\n]{1,60}\))?,? "
    r"(?:(?:each|both|all|also|then|had|has|have|did|further) )*"
    r"(?:declared|indicated|disclosed|stated|registered|notified|made|gave|advised of|announced|expressed)"
    r"(?: (?:to )?(?:the (?:meeting|committee|chair|council|board)|members)(?: (?:that|of))?)?"
    r"(?: (?:that )?(?:he|she|they) (?:had|has|have|held))?(?: (?:a|an|his|her|their|the|following))?"
    r"(?: (?:declarations? of|disclosures? of))?(?P<kind> [^.\n\ue000-\ue009]{0,60}?)? ?\"?"
    r"(?:interests?\b|conflicts?\b|dispensation)\"?(?P<rest>[^\n]*)"
)
_VERB = re.compile(
    r"\b(declared|indicated|disclosed|stated|registered|notified|made|gave|advised of|announced|expressed)\b",
    re.IGNORECASE,
)
_DISQUALIFIED = rule(
    r"<PP:who>,? (?:was|were|is|are) (?:disqualified|recused|conflicted)(?P<rest>[^.\n]*(?:\.\d[^.\n]*)*)"
    r"|<PP:who2>,? (?:recused|disqualified) (?:himself|herself|themselves)(?P<rest2>[^.\n]*)"
)
_OF_PERSON = rule(
    r"\b(?:declarations?|disclosures?) of (?P<kind>[^.\n]{0,40}?)? ?interests? (?:was|were) "
    r"(?:made|received|declared|given|noted|recorded)(?: (?:by|from))? <PP:who>(?P<rest>[^\n]*)"
)
_RE = rule(
    r"[ \-•]*<PP:who>,? ?(?:(?:re|regarding|concerning|item|items|minute|for item|on item|in respect of|in relation to"
    r"|with regard to|[-–:]) ?)(?P<rest>[^\n]*)"
)
_ALSO = rule(r"(?:,|;| and|\.) ?<PP:who> (?:in relation to|in respect of|regarding|re|on|for|also)(?P<rest>[^.\n]*)")
_COLLECTIVE = re.compile(
    r"\b(?P<who>(?:all|the|several|some)\s+(?:\w+\s+){0,3}?(?:members|councillors|governors|group)"
    r"(?:\s+of\s+the\s+\w+(?:\s+\w+){0,3}?)?)\s+(?:present\s+)?(?:declared|made|indicated|stated|disclosed)\s+"
    r"(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no|none|nil|not?)\b[^.\n]{0,60}\b(?:declar\w+|disclos\w+|interests?)\b"
    r"|^\s*(?:none|nil|n/?a|there were (?:none|no)|no\b)",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"\b(?:invited|asked|reminded|requested|required|should|must|may|wish(?:ed)?)\b[^.\n]{0,60}\b(?:to )?"
    r"(?:declare|disclose|make)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:\bbecause\s+(?:(?:he|she|they)\s+(?:was|were|is|are)\s+)?"
    r"|\bas\s+(?:(?:he|she|they)\s+(?:is|are|was|were|had|has|have)\s+)?(?:an?\s+|the\s+)?|\bdue\s+to\s+"
    r"|\bowing\s+to\s+|\bby\s+(?:virtue|reason)\s+of\s+(?:being\s+)?(?:an?\s+)?"
    r"|\bin\s+that\s+(?:he|she|they)\s+(?:is|was|are|were)\s+"
    r"|\b(?:being|having)\s+(?:an?\s+)?|\bsince\s+|\bin\s+relation\s+to\s+|\bin\s+respect\s+of\s+|\bregarding\s+"
    r"|\bre\s+|\bin\s+(?=item\b)|\bthrough\s+|\bfor\s+(?=the\b)"
    r"|\bthat\s+(?:he|she|they)\s+(?:was|were|is|are)\s+(?:an?\s+)?)(?P<r>[^\n]*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|min)\s*(?:no\.?|number)?\s*(?P<n>\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)"
    r"|(?<!/)\b(?P<m>\d{3,4}(?:/\d{2,4})?)\b(?=\s*[(–-])",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:left|withdr[ae]w|would\s+(?:withdraw|leave|vacate)|vacate|leave)\b[^.\n]{0,60}\b"
    r"(?:meeting|room|chamber|chair|while|during|item)\b|\bleft the (?:meeting|room)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(r"\b(?:remained|stayed|did not leave|took part)\b", re.IGNORECASE)
_HEADING = re.compile(
    r"\b(?:declarations?|disclosures?|indications?)\b.{0,40}\binterests?\b|\bconflicts? of interests?\b|^interests$",
    re.IGNORECASE,
)
_FAR = re.compile(
    r"\b(?:interest(?:ed)?)\s+(?:in\s+(?:joining|becoming|the\s+(?:post|vacancy|role))|rates?|payments?)\b"
    r"|\bdeclared\s+an?\s+interest\s+in\s+(?:joining|becoming)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Found:
    person: str
    start: int
    end: int
    kind: str | None
    rest: str
    rule: str


def read_declarations(reading: Reading) -> list[Declaration]:
    """All declarations of a meeting, one for each person and paragraph."""
    found = [*_sentences(reading), *_under_headings(reading), *_collective(reading)]
    records: list[Declaration] = []
    seen: set[tuple[str, str, int]] = set()
    for f in sorted(found, key=lambda f: (f.start, f.rule)):
        paragraph = reading.paragraph(f.start)[0]
        key = fold(known(f.person).plain), _item(f.rest) or "", paragraph
        if any(k[0] == key[0] and k[2] == key[2] for k in seen):
            continue
        seen.add(key)
        records.append(_record(reading, f))
    return records


def _sentences(reading: Reading) -> Iterator[_Found]:
    for m in reading.finditer(_DECLARED):
        low, high = reading.sentence(m.start(), m.end("who"))
        sentence = reading.flow[low:high]
        if (
            _NONE.search(reading.flow[m.end("who") : m.end("who") + 80])
            or _INVITED.search(sentence)
            or _FAR.search(sentence)
            or _not_declared(m)
        ):
            continue
        rest = reading.flow[m.start("rest") : max(high, m.start("rest"))]
        others = list(_ALSO.finditer(reading.tagged.text, m.start("rest"), high))
        if others:
            rest = reading.flow[m.start("rest") : others[0].start()]
        for who in reading.tagged.people(m, "who"):
            yield _Found(who.text, low, high, _kind(m["kind"]) or "interest", rest, "declaration.sentence")
        for also in others:
            for who in reading.tagged.people(also, "who"):
                yield _Found(
                    who.text,
                    low,
                    high,
                    _kind(m["kind"]) or "interest",
                    reading.flow[also.end("who") : also.end()],
                    "declaration.also",
                )
    for m in reading.finditer(_DISQUALIFIED):
        group = "who" if m["who"] else "who2"
        rest = reading.flow[m.start("rest" if m["who"] else "rest2") : m.end()]
        for who in reading.tagged.people(m, group):
            yield _Found(who.text, m.start(), m.end(), _kind(rest), rest, "declaration.disqualified")
    for m in reading.finditer(_OF_PERSON):
        for who in reading.tagged.people(m, "who"):
            yield _Found(
                who.text,
                *reading.sentence(m.start(), m.end("who")),
                _kind(m["kind"]),
                reading.flow[m.start("rest") : m.end()],
                "declaration.received",
            )


def _not_declared(m: re.Match[str]) -> bool:
    """`expressed an interest` and `stated … interest` are declarations only with the words of one."""
    verb = _VERB.search(m[0])
    if verb is None or verb[1].lower() in {"declared", "disclosed", "registered"}:
        return False
    return (
        not _KINDS.search(f"{m['kind'] or ''} interest")
        and "declaration" not in m[0].lower()
        and "conflict" not in m[0].lower()
    )


def _kind(text: str | None) -> str | None:
    found = _KINDS.search(f"{text or ''} interest ")
    if not found or found[1] == "":
        return None
    words = " ".join(found[1].split())
    return f"{words} interest" if "interest" not in words.lower() else words


def _under_headings(reading: Reading) -> Iterator[_Found]:
    """`Cllr Pocock re 2492`, `Lady M. Torrance   Personal interest in Agenda Item 9`, `Dunmore - Member of …`."""
    for start, end in _stretches(reading):
        text = reading.flow[start:end]
        if _NONE.search(text[:90]) and not re.search(r"\bdeclared\b", text):
            continue
        at = start
        for line in text.split("\n"):
            a, b = at, at + len(line)
            at = b + 1
            if not line.strip() or re.search(
                r"\b(?:declar|disclos|invited|requested|indicated)\w*", line, re.IGNORECASE
            ):
                continue
            yield from _line(reading, a, b)


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    sections = [s for s in reading.outline.sections if s.kind == "declarations"]
    yield from ((s.start, s.end) for s in sections)
    known_starts = {s.start for s in sections}
    for item in reading.outline.items:
        if (
            item.start not in known_starts
            and _HEADING.search(item.title)
            and not any(item.begin <= s.label[0] < item.end for s in sections)
        ):
            yield item.start, item.end


def _line(reading: Reading, start: int, end: int) -> Iterator[_Found]:
    text = reading.tagged.text
    m = _RE.match(text, start, end)
    if m:
        for who in reading.tagged.people(m, "who"):
            yield _Found(
                who.text,
                *reading.view.trim(m.start(), m.end()),
                _kind(m["rest"]),
                reading.flow[m.start("rest") : m.end("rest")],
                "declaration.list",
            )
        return
    gap = re.match(r"\s*(\S.*?)(?:\t| {3,}|\s[–-]\s|\s\|\s)(.*)$", reading.flow[start:end])
    if gap:
        people = read_people(reading.view, reading.flow, start + gap.start(1), start + gap.end(1)).people
        single = re.fullmatch(r"[A-Z][\w'-]+", gap[1].strip())
        if people or (single and reading.roster.find(gap[1].strip())):
            for name in [p.person for p in people] or [gap[1].strip()]:
                yield _Found(name, *reading.view.trim(start, end), _kind(gap[2]), gap[2], "declaration.row")


def _collective(reading: Reading) -> Iterator[_Found]:
    for m in _COLLECTIVE.finditer(reading.flow, reading.start, reading.last):
        low, high = reading.sentence(m.start(), m.end("who"))
        if not re.search(
            r"\binterests?\b|\bacquainted\b|\bmembers? of\b|\bknew\b|\bdeclared\b",
            reading.flow[m.end("who") : high],
            re.IGNORECASE,
        ) or _NONE.search(reading.flow[m.end("who") : high][:60]):
            continue
        if not re.search(r"\bdeclared\b|\binterest", m[0][:120], re.IGNORECASE):
            continue
        who = re.sub(r"\s+present$", "", " ".join(m["who"].split()), flags=re.IGNORECASE)
        yield _Found(
            who, low, high, _kind(m["rest"][:60]), reading.flow[m.start("rest") : high], "declaration.collective"
        )


def _item(rest: str) -> str | None:
    found = _ITEM.search(rest)
    return (found["n"] or found["m"]) if found else None


def _record(reading: Reading, f: _Found) -> Declaration:
    reason = _REASON.search(f.rest)
    words = " ".join((reason["r"] if reason else f.rest).split()).strip(' .,;:()-–"') if f.rest.strip() else None
    left = True if _LEFT.search(f.rest) else False if _STAYED.search(f.rest) else None
    about = next((reading.words(a, b) for a, b in body_mentions(reading.flow, f.start, f.end)), None)
    return Declaration(
        person=f.person,
        kind=f.kind,
        item=_item(f.rest),
        reason=words or None,
        about=about,
        left_meeting=left,
        span=reading.span(f.start, f.end, f.rule),
    )
