"""Elections to an office: who was nominated, by whom, and who was elected; in a contest the others lost.

An election has a scope: the item whose heading names the office, the line that begins with it, or the sentences after
nominations for it were asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..folding import fold
from ..parsed_minutes import Action, Outcome
from .appointment_complements import role_stop
from .bodies import body_kind
from .outcomes import count_of, outcome_of
from .placing import Place, Placing, clean_role, is_place, place_of, same_office, term_in
from .reading import Reading
from .roster import known, same_person
from .tagging import Mention, rule

_ROLE = r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?)"
_TITLE = re.compile(
    r"\b(?:re-?)?(?:election|appointment|nominations?)\s+(?:of|for|to)\s+(?:the\s+)?(?:(?:office|position|post|role)\s+of\s+)?"
    r"(?:a\s+|an\s+|new\s+|the\s+)*(?P<role>[^:.\n(]{3,70}?)"
    r"(?=\s+(?:of|for|to|from|until|at|and\s+(?:to\s+)?(?:sign|receiv|declar))\b|\s+(?:19|20)\d\d|\s*[:(.,]|\s+[–-]|\s*$)",
    re.IGNORECASE,
)
_OFFICE_ALONE = re.compile(
    r"(?:(?:vice|deputy|lord|depute)[- ])?(?:chair(?:man|person|woman)?|mayor|provost|convener|cathaoirleach|president)"
    r"(?:\s+(?:19|20)\d\d\s?[-/]\s?\d{2,4})?$",
    re.IGNORECASE,
)
_REPRESENTATIVE = re.compile(
    r"(?P<role>(?:(?!Proposed|Appointment|Election|Nomination)[A-Z][\w'’]*\s+){0,4}(?:[Rr]epresentatives?|[Dd]elegates?))\s+(?:on|to|for)\s+(?:the\s+)?(?P<body>[A-Z][^:\n]{3,70})"
)
_BODIES = re.compile(r"\b(?:bodies|committees|groups|organisations|panels|boards)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|proposed|nominated|advised|asked|agreed|reported|thanked|elected)\b"
)
_ASKED = rule(
    rf"\b(?:nominations?|proposals?) (?:(?:was|were|had been|be) )?(?:(?:invited|sought|asked|requested|received"
    rf"|taken|called) )?"
    rf"(?:for|to) (?:the )?(?:(?:office|position|post|role|chair) of )?(?:the |a )?{_ROLE}{role_stop()}"
)
_LABEL = re.compile(r"(?P<role>[A-Z][A-Za-z/ -]{3,30}?)\s*(?::-?|\s[-–—]{1,2})\s+")
_AS = (
    r"(?:,? (?:as|for|to (?:be|become|continue(?: as)?|remain(?: as)?|stand as|take the (?:office|position|post"
    r"|role) of)"
    r"|(?:should |to )?(?:be|continue|remain)(?: as)?(?: (?:re-?)?(?:elected|appointed|nominated)(?: as| to)?)?"
    rf"|is (?:re-?)?(?:elected|appointed)(?: as)?)(?: (?:the|our))?(?: (?:office|position|post"
    rf"|role) of)? {_ROLE}{role_stop()})?"
)
_NOMINATED = (
    rule(
        r"(?P<by><P>)(?:,? seconded by <P>)?,? (?:(?:then|also|duly|formally) )?(?:proposed|nominated|moved)"
        r"(?:,? (?:and )?<P>,? (?:duly )?seconded,?)?(?:,? and (?:it was )?(?:agreed|resolved),?)?"
        r"(?: that)? (?P<who><N>)"
        rf"(?!,? (?:and )?(?:second|propos|mov)(?:ed)?\b(?! by)){_AS}"
    ),
    rule(
        r"(?P<who><N>)(?: for (?:the )?(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?))?,?(?: -| –)? ?"
        r"(?:(?:was|were|is|be|being|been|had|has|then|also|duly|and) ){0,4}(?:proposed|nominated)"
        r"(?: (?:as|for)(?: the)?(?: (?:office|position|post) of)? (?P<role2>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?))? "
        r"by (?P<by><P>)"
    ),
    rule(
        r"\bproposed that (?P<who><N>) (?:(?:be|continue|remain|stay)(?: on)?(?: as)?|is) (?:the )?"
        r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?) by (?P<by><P>)"
    ),
    rule(rf"(?P<by><N>),? (?:proposed|nominated) (?P<self>himself|herself|themselves){_AS}"),
    rule(
        r"\b(?:nominations? (?:were |was |had been )?(?:received )?(?:for|of)|(?:the )?nominees were"
        r"|candidates were)[: ]*"
        r"(?P<all><P>(?:(?: ?,| and| ?&){1,2} ?<P>)*)"
    ),
    rule(r"(?P<all><N>(?:(?: ?,| and| ?&){1,2} ?<N>)+) were (?:both )?nominated\b"),
    rule(
        rf"\bthat,? (?:the nominee,? )?(?P<who><N>)(?=,? (?:be|is|should be) (?:(?:duly|hereby"
        rf"|and is) )?(?:re-?)?(?:elected|appointed|nominated)){_AS}"
    ),
)
_ELECTED = (
    rule(
        r"(?P<who><N>),?(?: -| –)? (?:(?:was|were|then|duly) ){0,2}(?:proposed|nominated) by <P>(?:,| and"
        r"|, and)? ?seconded by <P>,?"
        r" (?:(?:and|was|then|duly|unanimously) ){0,4}(?:re-?)?(?:elected|appointed)\b"
    ),
    rule(
        r"\bdeclared (?:that )?(?P<who><N>)(?:,)? (?:(?:to be|to have been|duly|as|was|were) )*(?:re-?)?(?:elected"
        r"|appointed)\b"
    ),
    rule(
        r"(?P<who><N>),? (?:(?:was|were|is|be|being|been|had|has|therefore|then|thus|accordingly|and|duly|unanimously"
        r"|declared|hereby|subsequently|also|by|a|majority|vote) ){0,7}(?:re-?)?(?:elected|appointed|installed)\b"
        r"(?! (?:by )?<P> )"
    ),
    rule(r"\bin favou?r of (?P<who><N>)(?=[.,;\n]| (?:and|who|as|was)\b)"),
)
_ACCEPTED = rule(
    r"(?P<who><N>),? (?:(?:duly|then|kindly|also|gladly) )?(?:accepted|agreed to (?:take|accept|become|be|continue"
    r"|stand)"
    r"|took (?:the|up|over)|would continue|thanked .{0,30} for (?:his|her) (?:re-?)?election)"
    r"(?: (?:the|this|office|position|post|role|nomination|chair|and|as|on))*"
)
_COUNTS = (
    rule(
        r"(?P<who><N>)[ ,:–-]+(?:(?:received|had|got|polled|with) )?(?P<n>\d{1,3}|one|two|three|four|five|six"
        r"|seven|eight|nine|ten) (?:votes?|in favour)\b"
    ),
    rule(
        r"\b(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|no) votes? (?:were |was )?(?:cast "
        r"|given )?(?:for|to|in favou?r of) (?P<who><N>)"
    ),
)
_FAILS = re.compile(
    r"\b(?:not\s+seconded|no\s+seconders?|without\s+a\s+seconder|(?:did|do|does)\s+not\s+(?:wish|want|accept|feel)|declined"
    r"|not\s+(?:prepared|willing|wishing)\s+to|withdrew|withdrawn|refused|unwilling)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:lost|defeated|not\s+(?:carried|agreed|elected)|fell|rejected|deferred|adjourned)\b", re.IGNORECASE
)
_ACTS = re.compile(
    r"[,\s]*(?:\w+ed\b(?<!proposed)(?<!seconded)|was\b|were\b|had\b|has\b|have\b|asked|invited|then|took)"
)
"""What follows a name that begins a sentence about something else than the election in the heading."""
_HEADED = rule(r" ?[-–:]? ?(?P<who><N>)(?=[. ,\n]| \(|$)")
_PAST = re.compile(
    r"\b(?:congratulat\w+|outgoing|retiring|last\s+year|having\s+been|on\s+being|on\s+(?:his|her)\s+election|thanked)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_BE = re.compile(r"[ \x1f]be[ \x1f]")
_DECIDES = re.compile(r"\b(?:resolved|agreed|decided|declared|unanimously)\b", re.IGNORECASE)
_OUTGOING = re.compile(r"\b(?:outgoing|retiring|former|past)\b[^.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True)
class _Scope:
    """Where an election goes on, and to which office: on a body that the words name, or on the one that meets.

    `seat`: it is a seat on another body, of which the heading tells.
    """

    start: int
    end: int
    role: str
    place: Place | None
    headed: bool
    seat: bool = False


@dataclass(frozen=True)
class _Candidate:
    who: Mention
    start: int
    end: int
    role: str | None


def read_elections(reading: Reading) -> list[Placing]:
    """All elections to an office that nominations, counts or a heading tell of."""
    found: list[Placing] = []
    for scope in _scopes(reading):
        found += _election(reading, scope)
    return sorted(found, key=lambda p: p.start)


# -- scopes ------------------------------------------------------------------------------------------------------------


def offices_in(title: str) -> list[str]:
    """The offices whose election a heading announces: `Election of Chair and Vice Chair` are two."""
    m = _TITLE.search(title)
    words = clean_role(m["role"]) if m else title.strip(" .:") if _OFFICE_ALONE.match(title.strip(" .:")) else ""
    words = re.split(r"\s+(?:The|It|A|Cllrs?|Mrs?|Nominations)\b", words)[0]
    if not words or not is_place(words) or re.search(r"\bmembers?\b|\bcommittees?\b", words, re.IGNORECASE):
        return []
    parts = [p for p in re.split(r"\s+(?:and|&)\s+(?:the\s+)?|\s*/\s*", words) if is_place(p)]
    return parts or [words]


@dataclass(frozen=True)
class _Section:
    """A heading and what it heads."""

    title: str
    span: tuple[int, int]
    start: int
    end: int


def _sections(reading: Reading) -> list[_Section]:
    """The items of the minutes, and the lines that look like headings though no number or mark says so."""
    items = [(i.begin, i.title, i.span, i.start) for i in reading.outline.items]
    titled = {i.span[0] for i in reading.outline.items}
    for paragraph in reading.outline.paragraphs:
        text = reading.flow[paragraph.start : paragraph.end].strip()
        if paragraph.start >= reading.last or paragraph.start in titled or not _is_heading_line(text):
            continue
        if not reading.tagged.within(paragraph.start, paragraph.end, "person"):
            items.append((paragraph.first.begin, text, (paragraph.start, paragraph.end), paragraph.end))
    items.sort()
    ends = [*(i[0] for i in items[1:]), reading.last][: len(items)]
    return [_Section(title, span, start, end) for (_, title, span, start), end in zip(items, ends, strict=True)]


def _is_heading_line(text: str) -> bool:
    """Whether a line without number may be a heading: short, with a colon at its end, or about an election."""
    if len(text) > 90 or not text[:1].isupper() or _FINITE.search(text):
        return False
    return text.endswith(":") or bool(offices_in(text)) or _REPRESENTATIVE.search(text) is not None


def _scopes(reading: Reading) -> Iterator[_Scope]:
    """The elections of the minutes, one for each office, in order."""
    sections = _sections(reading)
    for section in sections:
        offices = offices_in(section.title)
        seat = _REPRESENTATIVE.search(section.title)
        if seat and not _BODIES.search(seat["body"]):
            name = Place(seat["body"].strip(" .:"), *section.span)
            yield _Scope(section.start, section.end, clean_role(seat["role"]), name, True, seat=True)
            continue
        inside = list(_announced(reading, section.start, section.end))
        place = _place_in_title(reading, section.span) if offices else None
        if not inside:
            if offices:
                yield from _shared(reading, section.start, section.end, offices, place)
            continue
        if offices and not any(same_office(inside[0].role, o) for o in offices):
            yield _Scope(section.start, inside[0].start, offices[0], place, True)
        for i, scope in enumerate(inside):
            end = inside[i + 1].start if i + 1 < len(inside) else section.end
            yield _Scope(scope.start, min(end, scope.end), scope.role, scope.place or place, bool(offices))
    first = sections[0].span[0] if sections else reading.last
    inside = list(_announced(reading, reading.start, first))
    for i, scope in enumerate(inside):
        end = inside[i + 1].start if i + 1 < len(inside) else first
        yield _Scope(scope.start, min(end, scope.end), scope.role, scope.place, False)


def _shared(reading: Reading, start: int, end: int, offices: list[str], place: Place | None) -> Iterator[_Scope]:
    """The scopes of an item about several offices: each from the nomination, or else the paragraph, that names it."""
    if len(offices) == 1:
        yield _Scope(start, end, offices[0], place, True)
        return
    marks = [(c.start, c.role) for c in _candidates(reading, _Scope(start, end, "", place, True)) if c.role]
    if not marks:
        for paragraph in reading.outline.paragraphs:
            low, high = max(start, paragraph.start), min(end, paragraph.end)
            named = [o for o in offices if re.search(rf"\b{re.escape(o)}\b", reading.flow[low:high], re.IGNORECASE)]
            if low < high and named:
                marks.append((low, max(named, key=len)))
    changes = [m for i, m in enumerate(marks) if i == 0 or not same_office(m[1], marks[i - 1][1])]
    changes = changes or [(start, offices[0])]
    ends = [*(at for at, _ in changes[1:]), end]
    for i, (at, role) in enumerate(changes):
        yield _Scope(start if i == 0 else at, ends[i], role, place, True)


def _announced(reading: Reading, start: int, end: int) -> Iterator[_Scope]:
    """The offices for which nominations are asked between two offsets, or with which a line about them begins."""
    found: dict[int, _Scope] = {}
    for m in _ASKED.finditer(reading.tagged.text, start, end):
        role = clean_role(reading.words(*m.span("role")))
        if is_place(role) and "member" not in role.casefold() and len(role.split()) < 7:
            low, _ = reading.sentence(m.start(), m.end())
            found[low] = _Scope(low, end, role, None, False)
    for paragraph in reading.outline.paragraphs:
        if not (start <= paragraph.start < end or paragraph.start <= start < paragraph.end):
            continue
        low = max(start, paragraph.start)
        m2 = _LABEL.match(reading.flow, low, paragraph.end)
        if m2 is None or not is_place(m2["role"]) or body_kind(m2["role"]) != "other":
            continue
        if re.search(
            r"\b(?:proposed|nominated|elected|re-?elected)\b", reading.flow[m2.end() : paragraph.end], re.IGNORECASE
        ):
            found[low] = _Scope(low, paragraph.end, clean_role(m2["role"]), None, False)
    yield from (found[at] for at in sorted(found))


def _place_in_title(reading: Reading, span: tuple[int, int]) -> Place | None:
    bodies = reading.tagged.within(*span, "body")
    return place_of(bodies[-1]) if bodies else None


# -- one election ------------------------------------------------------------------------------------------------------


def is_meant(one: str, other: str) -> bool:
    """Whether two names inside one election mean one person; a surname may be misspelt there."""
    if same_person(one, other):
        return True
    a, b = known(one), known(other)
    alike = SequenceMatcher(None, fold(a.surname), fold(b.surname)).ratio() > 0.9
    return alike and (not a.given or not b.given or a.given == b.given) and a.given is not None


def is_misread(role: str, headed: str) -> bool:
    """Whether an office is that of the heading with a letter wrong: `Leas-Chathaoinleach`."""
    ratio = SequenceMatcher(None, fold(role), fold(headed)).ratio()
    return (
        0.85 < ratio < 1 and fold(role).split()[0][:4] == fold(headed).split()[0][:4] and not same_office(role, headed)
    )


def _election(reading: Reading, scope: _Scope) -> list[Placing]:
    candidates = _candidates(reading, scope)
    winners = [] if scope.seat else _winners(reading, scope)
    counts = _counts(reading, scope)
    if len(counts) > 1:
        most = max(n for n, _, _ in counts)
        leading = [who for n, who, _ in counts if n == most]
        winners = winners or [(who, place) for n, who, place in counts if n == most and len(leading) == 1]
        candidates += [
            _Candidate(who, place[0], place[1], None)
            for _, who, place in counts
            if not any(is_meant(c.who.text, who.text) for c in candidates)
        ]
    if not candidates and not winners:
        return _headed(reading, scope)
    placings = []
    standing = [c for c in candidates if not _fails(reading, scope, c, candidates)]
    for candidate in candidates:
        outcome = _outcome(reading, scope, candidate, standing, winners)
        placings.append(
            _placing(
                reading, scope, candidate.who, candidate.start, candidate.end, outcome, candidate.role, "nominated"
            )
        )
    for who, place in winners:
        if not any(is_meant(c.who.text, who.text) for c in candidates):
            placings.append(_placing(reading, scope, who, place[0], place[1], "agreed", None, "elected"))
    return placings


def _candidates(reading: Reading, scope: _Scope) -> list[_Candidate]:
    found: list[_Candidate] = []
    for pattern in _NOMINATED:
        for m in pattern.finditer(reading.tagged.text, scope.start, scope.end):
            groups = m.groupdict()
            group = next(g for g in ("who", "all", "self") if groups.get(g))
            people = [p for p in reading.tagged.people(m, "by" if group == "self" else group) if p.kind != "office"]
            stated = next((g for g in ("role", "role2") if groups.get(g)), None)
            role = clean_role(reading.words(*m.span(stated))) if stated else None
            for who in people:
                known = next((i for i, c in enumerate(found) if is_meant(c.who.text, who.text)), None)
                if known is None:
                    found.append(_Candidate(who, m.start(), m.end(), role if role and is_place(role) else None))
    return sorted(found, key=lambda c: c.start)


def _winners(reading: Reading, scope: _Scope) -> list[tuple[Mention, tuple[int, int]]]:
    found: list[tuple[Mention, tuple[int, int]]] = []
    for pattern in _ELECTED:
        for m in pattern.finditer(reading.tagged.text, scope.start, scope.end):
            who = reading.tagged.one(m, "who")
            low, high = reading.sentence(m.start("who"), m.end())
            if (
                who is None
                or _BY.search(reading.flow[low : m.start("who")])
                or _PAST.search(reading.flow, low, m.end())
                or _OUTGOING.search(reading.flow[low : m.start()])
            ):
                continue
            if _BE.search(m[0]) and not _DECIDES.search(reading.flow, max(scope.start, low - 60), m.start("who")):
                continue  # "That A be elected": what is proposed
            if not any(is_meant(w.text, who.text) for w, _ in found):
                found.append((who, (low, high)))
    return found


def _counts(reading: Reading, scope: _Scope) -> list[tuple[int, Mention, tuple[int, int]]]:
    found: list[tuple[int, Mention, tuple[int, int]]] = []
    for pattern in _COUNTS:
        for m in pattern.finditer(reading.tagged.text, scope.start, scope.end):
            who = reading.tagged.one(m, "who")
            if who and not any(is_meant(w.text, who.text) for _, w, _ in found):
                found.append((count_of(m["n"]), who, (m.start(), m.end())))
    return found


def _fails(reading: Reading, scope: _Scope, candidate: _Candidate, candidates: list[_Candidate]) -> bool:
    """Whether the words after a nomination, up to the next one, say that nobody seconded it or that it was declined."""
    end = min([scope.end, candidate.end + 220, *(c.start for c in candidates if c.start > candidate.start)])
    return _FAILS.search(reading.flow, candidate.end, end) is not None


def _outcome(
    reading: Reading,
    scope: _Scope,
    candidate: _Candidate,
    standing: list[_Candidate],
    winners: list[tuple[Mention, tuple[int, int]]],
) -> Outcome:
    if any(is_meant(candidate.who.text, who.text) for who, _ in winners):
        return "agreed"
    if candidate not in standing or winners:
        return "lost"
    rest = reading.flow[candidate.end : scope.end]
    if len(standing) > 1:
        accepted = list(_ACCEPTED.finditer(reading.tagged.text, candidate.end, scope.end))
        named = [w for m in accepted if (w := reading.tagged.one(m, "who"))]
        if named:
            return "agreed" if is_meant(named[-1].text, candidate.who.text) else "lost"
        return "proposed"
    lost = _LOST.search(rest)
    if lost:
        return "deferred" if lost[0].casefold() in {"deferred", "adjourned"} else "lost"
    settled = outcome_of(rest) or re.search(
        r"second|no\s+(?:other|further)|unopposed|accept|chair", rest, re.IGNORECASE
    )
    return "agreed" if settled else "proposed"


def _headed(reading: Reading, scope: _Scope) -> list[Placing]:
    """`Election of Chairman for 2022/23: Cllr Ashford.`, and somebody who accepts an office without being nominated."""
    at = scope.start
    while at < scope.end and reading.flow[at] in " :-–.\n\x1f\t":
        at += 1
    m = _HEADED.match(reading.tagged.text, at, scope.end) if scope.headed else None
    who = reading.tagged.one(m, "who") if m else None
    if m and who and not _ACTS.match(reading.flow[m.end() : m.end() + 40]):
        return [_placing(reading, scope, who, m.start("who"), m.end("who"), "agreed", None, "heading")]
    for accepted in _ACCEPTED.finditer(reading.tagged.text, scope.start, scope.end):
        taker = reading.tagged.one(accepted, "who")
        if taker and scope.headed and not _OUTGOING.search(reading.flow[scope.start : accepted.start()]):
            return [_placing(reading, scope, taker, accepted.start(), accepted.end(), "agreed", None, "accepted")]
    return []


def _placing(
    reading: Reading, scope: _Scope, who: Mention, start: int, end: int, outcome: Outcome, role: str | None, name: str
) -> Placing:
    low, high = reading.sentence(start, end)
    term, until = term_in(reading, who.end, high)
    action: Action = "appoint" if scope.seat else "elect"
    return Placing(
        low,
        high,
        f"election.{name}",
        action,
        outcome,
        person=who.text,
        role=role if role and is_place(role) and not is_misread(role, scope.role) else scope.role,
        place=scope.place,
        term=term,
        until=until,
    )
