"""Interests that people declared: in sentences, in lists, in tables, together, or under a heading without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ...documents.text.cells import breaks
from ...folding import fold
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Declaration
from ..lists.people import read_people
from ..names.bodies import body_mentions
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from .tables import declared_rows

_KINDS = re.compile(
    r"\b((?:(?:less than |non-)?significant )?(?:disclosable |non-?disclosable )?(?:non-?)?pecuniary"
    r"(?: and (?:conflicts? of |prejudicial |non-pecuniary )?interests?)?|personal and prejudicial"
    r"|personal and non-prejudicial|personal but not prejudicial|prejudicial|personal|other(?: registrable)?"
    r"|registrable|general|non-registrable"
    r"|business|financial|(?:non-)?beneficial|direct|indirect|significant|potential|perceived|material|proximity|impartiality"
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
    r"(?:interests?\b|conflicts?\b|dispensation)\"?(?=(?P<rest>[^\n]*))"
)
_VERB = re.compile(
    r"\b(declared|indicated|disclosed|stated|registered|notified|made|gave|advised of|announced|expressed)\b",
    re.IGNORECASE,
)
_DISQUALIFIED = rule(
    r"<PP:who>,? (?:was|were|is|are) (?:disqualified|recused|conflicted)"
    r"(?! (?:from (?:office|membership|being|holding|sitting as|acting as|the (?:council|board|office))|as an? ))"
    r"(?P<rest>[^.\n]*(?:\.\d[^.\n]*)*)"
    r"|<PP:who2>,? (?:recused|disqualified) (?:himself|herself|themselves)(?P<rest2>[^.\n]*)"
)
_OF_PERSON = rule(
    r"\b(?:declarations?|disclosures?) of (?P<kind>[^.\n]{0,40}?)? ?interests? (?:was|were) "
    r"(?:made|received|declared|given|noted|recorded)(?: (?:by|from))? <PP:who>(?P<rest>[^\n]*)"
)
_RE = rule(
    r"[ \-•]*"
    r"(?P<label>(?:non-?)?(?:disclosable )?(?:pecuniary|personal|prejudicial|financial)(?: interests?)? ?[:–-] ?)?"
    r"<PP:who>,? ?(?:(?:re|regarding|concerning|item|items|minute|for item|on item|in respect of|in relation to"
    r"|with regard to|[-–:]|\((?=(?:agenda )?(?:items?|minutes?)\b)) ?)(?P<rest>[^\n]*)"
)
_NEXT_LINE = rule(r"\n|\x1f(?=<P>,? ?(?:[-–] |\(|items?\b))|(?<=\.)\x1f(?=<S>,? )")
"""Where a line of a list ends, also where it looks like a sentence that was wrapped."""
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
    r"\b(?:agenda\s+)?(?:items?|minutes?|min)\s*(?:no\.?|number)?\s*(?P<n>[A-Z]{0,3}\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\b"
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


_CORRECTED = re.compile(
    r"\b(?:to show|to read|to record|should (?:show|read|state)|corrected|amended)\b", re.IGNORECASE
)
"""Minutes of an earlier meeting being put right, which declare nothing today."""
_MEMBER_OF = rule(
    r"<PP:who>,? (?:(?:each|both|all|also) )?declared that (?:he|she|they) (?:was|were|is|are)"
    r"(?= (?P<rest>(?:an? |the )?(?:[\w'-]+ ){0,3}?(?:members?|trustees?|governors?|directors?|employ|friends?|related"
    r"|acquainted|owners?|volunteers?|shareholders?|representatives?|patrons?|tenants?|treasurer|secretary)[^\n]*))"
)
_LEADING = rule(r" ?(?:and )?<PP:who>")
_THEN = re.compile(
    r"(?:[,;]?\s+(?:and|who|but)\s+|[,;]\s+|\A\W*(?:and\s+)?)(?:(?:would|then|also|he|she|they)\s+){0,2}(?:stated|indicated|said|left|leave|withdrew|withdraw"
    r"|vacated?|remained?|stayed|took|take|did|keep|kept|abstain\w*|advised|declared|recused)\b.*$"
    r"|\.\s+[A-Z].*$",
    re.IGNORECASE,
)
"""What a member who declared then did, which is no reason."""
_IN_ITEM = re.compile(
    r"\W*(?:(?:in|on|re|for|regarding|concerning|with\s+regard\s+to|in\s+(?:respect|relation)\s+(?:of|to))\s+)?(?:the\s+)?"
    r"(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?|number)?\s*[A-Z]{0,3}\d[\w./]*(?:\s*\([^()]{0,80}\))?[\s,:–-]*",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[–-]\s")


@dataclass(frozen=True)
class _Found:
    person: str
    start: int
    end: int
    kind: str | None
    rest: str
    rule: str
    item: str | None = None


def read_declarations(reading: Reading) -> list[Declaration]:
    """All declarations of a meeting, one for each person and paragraph."""
    rows = list(_rows(reading))
    places = [(f.start, f.end) for f in rows]
    told = [*_sentences(reading), *_members_of(reading), *_under_headings(reading), *_collective(reading)]
    found = [*rows, *(f for f in told if not any(f.start < b and f.end > a for a, b in places))]
    records: list[Declaration] = []
    seen: set[tuple[str, str, int]] = set()
    for f in sorted(found, key=lambda f: (f.start, f.rule)):
        paragraph = reading.paragraph(f.start)[0]
        key = fold(parse_name(f.person).plain), _item(f.rest) or "", paragraph
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
            or _CORRECTED.search(reading.flow, low, m.start("who"))
        ):
            continue
        rest = reading.flow[m.start("rest") : max(high, m.start("rest"))]
        others = list(_ALSO.finditer(reading.tagged.text, m.start("rest"), high))
        if others:
            rest = reading.flow[m.start("rest") : others[0].start()]
        for who in _declaring(reading, m):
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


def _declaring(reading: Reading, m: re.Match[str]) -> list[Mention]:
    """The people of a match, without the office that one of them is named after: `The Chair, Councillor A`."""
    people = reading.tagged.people(m, "who")
    if len(people) == 2 and people[0].kind == "office" and reading.flow[people[0].end : people[1].start].strip() == ",":
        return people[1:]
    return people


def _members_of(reading: Reading) -> Iterator[_Found]:
    """`A and B declared that they were members of …`, with no word of an interest."""
    for m in reading.finditer(_MEMBER_OF):
        low, high = reading.sentence(m.start(), m.end("who"))
        if not re.search(r"\binterests?\b", reading.flow[m.end("who") : high]):
            for who in _declaring(reading, m):
                rest = reading.flow[m.start("rest") : high]
                yield _Found(who.text, low, high, None, rest, "declaration.member")


def _rows(reading: Reading) -> Iterator[_Found]:
    for row in declared_rows(reading):
        kind = row.cells.get("kind") or _kind(row.cells.get("reason"))
        rest = ". ".join(row.cells[k] for k in ("reason", "action") if k in row.cells)
        item = re.match(r"\D{0,12}([A-Z]{0,3}\d[\w./]*)", row.cells.get("item", ""))
        number = item[1] if item else None
        yield _Found(row.person, row.start, row.end, kind, rest, "declaration.table", number)


def _following(reading: Reading, m: re.Match[str], high: int) -> Iterator[_Found]:
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
                yield _Found(
                    who.text, low, last, _kind(head), rest, "declaration.following", _item(rest) or _item(head)
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
        above: list[_Found] = []
        cuts = [start, *(m.end() for m in _NEXT_LINE.finditer(reading.tagged.text, start, end)), end + 1]
        for a, b in ((low, high - 1) for low, high in pairwise(cuts)):
            line = reading.flow[a:b]
            if not line.strip() or re.search(
                r"\b(?:declar|disclos|invited|requested|indicated|replied|answered|commented)\w*", line, re.IGNORECASE
            ):
                continue
            found = list(_line(reading, a, b))
            if not found and above and _GOES_ON.match(line):
                rest = line.strip()
                found = [replace(f, start=a, end=b, kind=_kind(rest), rest=rest) for f in above]
                found = [replace(f, start=reading.view.trim(a, b)[0], end=reading.view.trim(a, b)[1]) for f in found]
            above = found or _alone(reading, a, b) or above
            yield from found


_GOES_ON = re.compile(r"[\s•*–-]*(?:agenda\s+)?items?\s+[A-Z]{0,3}\d", re.IGNORECASE)


def _alone(reading: Reading, start: int, end: int) -> list[_Found]:
    """A listed person alone on a line, whose interests stand on the lines below."""
    name = reading.flow[start:end].strip(" \t:*-–")
    if len(name) > 50 or not reading.roster.find(name):
        return []
    people = read_people(reading.view, reading.flow, start, end).people
    names = [p.person for p in people] or [name]
    return [_Found(n, start, end, None, "", "declaration.list") for n in names]


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
        others = list(_ALSO.finditer(text, m.start("rest"), m.end("rest")))
        ends = [*(o.start() for o in others), m.end()]
        for part, last in zip([m, *others], ends, strict=True):
            rest = reading.flow[part.end("who") : last]
            label = part.groupdict().get("label")
            for who in reading.tagged.people(part, "who"):
                place = reading.view.trim(part.start("who"), last)
                yield _Found(who.text, *place, _kind(rest) or _kind(label), rest, "declaration.list")
        return
    start, end = reading.view.trim(start, end)
    dashes = [(m.start(), m.end()) for m in _DASH.finditer(reading.flow, start, end)]
    cuts = sorted(cut for cut in [*dashes, *breaks(reading.flow, start, end)] if cut[0] > start)
    if cuts:
        name, rest = reading.flow[start : cuts[0][0]].strip(), reading.flow[cuts[0][1] : end]
        people = read_people(reading.view, reading.flow, start, cuts[0][0]).people
        single = re.fullmatch(r"[A-Z][\w'-]+", name)
        named = [p for p in people if p.title or " " in p.person or reading.roster.find(p.person)]
        if named or (single and reading.roster.find(name)):
            for one in [p.person for p in named] or [name]:
                yield _Found(one, start, end, _kind(rest), rest, "declaration.row")


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
        if following := list(_following(reading, m, high)):
            yield from following
            continue
        who = re.sub(r"\s+present$", "", " ".join(m["who"].split()), flags=re.IGNORECASE)
        yield _Found(
            who, low, high, _kind(m["rest"][:60]), reading.flow[m.start("rest") : high], "declaration.collective"
        )


def _item(rest: str) -> str | None:
    found = _ITEM.search(rest)
    return (found["n"] or found["m"]) if found else None


def _record(reading: Reading, f: _Found) -> Declaration:
    said = f.rest[item.end() :] if (item := _IN_ITEM.match(f.rest)) else f.rest
    reason = _REASON.search(said)
    words = " ".join(_THEN.sub("", reason["r"] if reason else said).split()).strip(' .,;:()-–"')
    left = True if _LEFT.search(f.rest) else False if _STAYED.search(f.rest) else None
    about = next((reading.words(a, b) for a, b in body_mentions(reading.flow, f.start, f.end)), None)
    return Declaration(
        person=f.person,
        kind=f.kind,
        item=f.item or _item(f.rest),
        reason=words or None,
        about=about,
        left_meeting=left,
        span=reading.span(f.start, f.end, f.rule),
    )
