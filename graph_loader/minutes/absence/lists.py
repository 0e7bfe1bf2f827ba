"""Who a sentence, or a list under a heading, says is away; with the reason and the substitute beside each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...lexicon.entries import word_set
from ...parsed_minutes import AttendanceStatus
from ..lists.entries import Listed
from ..lists.people import read_people
from ..names.mentions import Mention
from ..names.subjects import clause_verbs
from ..names.tagging import rule
from ..names.tokens import WRAP
from ..page.reading import Reading
from ..page.vocabulary import is_field, is_post
from .asides import Aside, read_asides, reason_words, role_in

_RECEIVED = rule(
    r"\b(?:apolog(?:y|ies)|regrets)\b(?:(?P<gap>[^.;\n]{0,140}?)\b(?:from|on behalf of)\b ?:?"
    r"|(?P<short>(?: for (?:(?:his|her|their) )?(?:absence|non-attendance|inability to attend))?"
    r"(?: (?:were|was|had been|have been|has been))?(?: (?:also|duly))?"
    r"(?: (?:received|sent|given|tendered|submitted|conveyed|noted|recorded|made|offered|accepted|intimated))?)"
    r" (?:for|by|of) (?=<N>|(?:the )?<O>,? <N>|the [a-z]+ <N>))"
)
_LEAVE = rule(r"\bleave of absence\b(?P<gap>[^.;\n\ue000-\ue005]{0,80}?)\b(?:to|for|from) (?=<N>|(?:the )?<O>,? <N>)")
_SENT = rule(
    r",? (?:(?:who|all|both|each|also|had|has|have|having|did|subsequently|previously|earlier) )*"
    r"(?:sen[dt]|sends|sending|gave|given|giving|tendered|offered|submitted|conveyed|presented|made|extended|forwarded"
    r"|expressed|registered|intimated|asked (?:for|that)) "
    r"(?:(?:in|his|her|their|the|an|that|some|his/her) )*(?P<what>apolog(?:y|ies)|regrets)\b"
)
_EXCUSED = rule(
    r",? (?:(?:had|has|have|all|both|also|who) )*(?:asked to be|was|were|is|are|be|been) excused\b"
    r"(?! (?:from|at|himself|herself|themselves|for (?:the )?(?:item|remainder|rest|this)))"
    r"|,? (?:was|were|is|are|had been|has been|have been|being) (?:granted |given )?(?:on )?leave of absence\b"
)
_APOLOGISED = rule(
    r",? (?:(?:had|has|have|also|all|both) )*apologi[sz]ed"
    r"(?= ?(?:[.;,)\n]|$|and\b|as\b|for (?:(?:his|her|their) )?(?:absence|non-attendance|being (?:unable|absent))))"
)
_UNABLE = rule(
    r",? (?:(?:had|has|have) (?:sent word|sent a message|indicated|advised|notified \S+|e-?mailed|informed \S+) "
    r"(?:that )?(?:he|she|they) )?(?:(?:was|were|is|are|would be|regretted being) (?:unable|not able) to "
    r"(?:attend|be present|be there|make|join|come)|could not (?:attend|be present|come|make)|cannot attend)\b"
)
_ABSENT = rule(
    r",? (?:(?:was|were) (?:also |both |all |recorded as |noted as |marked )?(?:absent|not present|not in attendance)"
    r"|did not attend|failed to attend)\b(?! (?:during|for|when|while|on|at|from (?!th(?:e|is) meeting)))"
)
_POSSESSIVE = rule(r"(?P<who><N>)(?:'s?)? (?:own )?apologies\b")
_WHOM = rule(r"(?P<who><N>),? (?:and )?from whom (?:an? |written |his |her )*apolog(?:y|ies)\b")
_NO_APOLOGY = rule(r"\bno apolog(?:y|ies)\b[^.;\n\ue000-\ue009]{0,60}? from (?=<N>)")
_IN_ABSENCE = rule(r"\bin the (?:continued |unavoidable )?absence of (?:both )?(?P<who>(?:the )?(?:<O>,? )?<PP>)")

_TOPIC = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?for\s+(?P<topic>[^.;\n]{1,120}?)(?=\s(?:from|were|was|had|have|on behalf)\b|$)"
)
_ABOUT_ATTENDING = re.compile(
    r"\b(?:absen\w+|attend\w*|non-?attendance|inabilit\w+|unable|today|tonight|this|missing (?:this|the) meeting"
    r"|be(?:ing)? (?:present|there|here))\b|[\ue000\ue004]",
    re.IGNORECASE,
)
_ABOUT_LATENESS = re.compile(
    r"\b(?:lateness|late\s+arriv\w+|arriv\w+\s+late|being\s+late|early|leaving|having\s+to\s+leave|late\s+attendance)\b",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:to be (?:sent|made|given)|message|card|complain\w*|request\w*|read|read out|correspondence|report"
    r"|question|public|written\s+apology"
    r"|demand\w*|sought|seek|issue\w*|owed?|expect\w*|delay\w*|error\w*|mistake\w*|inconvenience|confusion)\b",
    re.IGNORECASE,
)
_ONLY_PARTLY = re.compile(
    r"\b(?:as|because|since|that|for)\b[^.\n]{0,40}\b(?:leave|leaving|late|step\s+out|early|part\s+of|delayed)\b",
    re.IGNORECASE,
)
_LEFT_OR_TO_COME = re.compile(r"\s*(?:and|,)\s+(?:then\s+)?(?:left|withdrew|retired|leaving)\b|\bwill\b")
_CLAUSE_BEGIN = re.compile(r"[;:]\s|\bthat\s|\b(?:noted|reported|advised|recorded)\s+(?:the\s+)?(?=[\ue000-\ue005])")
_BRACKETS = re.compile(r"\([^()\n]{0,160}\)")
_TOGETHER = re.compile(
    r"(?P<who>both|all)\s+(?:(?:of\s+)?(?:whom|them)\s+|were\s+|are\s+|for\s+|due\s+to\s+|on\s+)*", re.IGNORECASE
)
_STANDS_FOR = rule(r"\b(?:substitut\w*|deput\w*|place|stead|behalf|absence|alternate) (?:for|of) <P>")
_SEPARATOR = re.compile(r"[,;]|\band\b|[.](?=\s)|\n")


@dataclass(frozen=True)
class Away:
    """Somebody who is away: the entry as listed, why, in which office the text says so, and who stands in."""

    listed: Listed
    status: AttendanceStatus
    reason: str | None = None
    role: str | None = None
    substitutes: tuple[Mention, ...] = ()
    place: tuple[int, int] | None = None


@dataclass(frozen=True)
class AwayList:
    """The people whom one statement says to be away; `joint` are substitutes that it names for them together."""

    away: tuple[Away, ...]
    rule: str
    joint: Aside | None = None


@dataclass(frozen=True)
class _Statement:
    """A stretch of a sentence whose people are away, as what, and by which rule."""

    start: int
    end: int
    status: AttendanceStatus
    rule: str


def read_sentence(reading: Reading, start: int, end: int, *, opening: bool) -> list[AwayList]:
    """The people whom the statements of one sentence say to be away.

    `opening` says that the sentence stands where minutes record who came: only there does being absent, or unable to
    attend, mean the meeting.
    """
    found = read_asides(reading, start, end)
    lists = [
        _people(reading, s.start, s.end, found, s.status, s.rule)
        for s in _statements(reading, start, end, found, opening=opening)
    ]
    return [x for x in lists if x.away]


def read_bare(reading: Reading, start: int, end: int) -> AwayList | None:
    """The people of a list without a verb, as it stands under a heading; none where the text is no such list."""
    found = read_asides(reading, start, end)
    if not _is_bare(reading, start, end, found):
        return None
    return _people(reading, start, end, found, "apologies", "apologies.list")


# -- statements ------------------------------------------------------------------------------------------------------


def _statements(reading: Reading, start: int, end: int, found: Sequence[Aside], *, opening: bool) -> list[_Statement]:
    text = reading.tagged.text
    statements: list[_Statement] = []
    late = [a for a in found if a.kind == "late"]

    def take(low: int, high: int, status: AttendanceStatus, name: str) -> None:
        if not any(s.start < high and low < s.end for s in statements):
            statements.append(_Statement(low, high, status, name))

    for m in [*_NO_APOLOGY.finditer(text, start, end)]:
        take(m.end(), end, "absent", "apologies.absent")
    if not statements and re.match(r"\s*(?:there (?:were|was) )?no(?:ne)?\b", text[start:end], re.IGNORECASE):
        return []
    for pattern in (_POSSESSIVE, _WHOM):
        for m in pattern.finditer(text, start, end):
            if _about_this(reading, m.end(), end):
                low = _with_office(text, start, m.start("who"))
                take(low, m.end("who"), "apologies", "apologies.said")
    marks = [m for pattern in (_RECEIVED, _LEAVE) for m in pattern.finditer(text, start, end)]
    marks.sort(key=lambda m: m.start())
    ends = [*(n.start() for n in marks[1:]), end]
    for m, following in zip(marks, ends, strict=False):
        if any(a.start <= m.start() < a.end for a in late) or not _received(reading, m):
            continue
        take(m.end(), max(following, m.end()), "apologies", "apologies.sentence")
    verbs: list[tuple[re.Pattern[str], AttendanceStatus, str]] = [
        (_SENT, "apologies", "apologies.said"),
        (_EXCUSED, "apologies", "apologies.said"),
    ]
    if opening:
        verbs += [(_APOLOGISED, "apologies", "apologies.said")]
        verbs += [(_UNABLE, "apologies", "apologies.said"), (_ABSENT, "absent", "apologies.absent")]
        for m in _IN_ABSENCE.finditer(text, start, end):
            take(m.start("who"), m.end("who"), "absent", "apologies.absent")
    for pattern, status, name in verbs:
        for m in pattern.finditer(text, start, end):
            subject = _subject(reading, _clause_begin(text, start, m.start(), statements), m.start())
            if subject is None or (pattern is _SENT and not _sent(reading, m, end)):
                continue
            take(subject, m.start(), status, name)
    return sorted(statements, key=lambda s: s.start)


def _received(reading: Reading, m: re.Match[str]) -> bool:
    """Whether an apology is one for being away, and not for a delay, for coming late or for another meeting."""
    if m["gap"] is None:
        return True
    gap = reading.flow[m.start("gap") : m.end("gap")]
    if _ABOUT_LATENESS.search(gap) and "absence" not in gap.casefold():
        return False
    if _OTHER_MATTER.search(gap) and "absence" not in gap.casefold():
        return False
    topic = _TOPIC.match(reading.tagged.text[m.start("gap") : m.end("gap")])
    return topic is None or _ABOUT_ATTENDING.search(topic["topic"]) is not None


def _about_this(reading: Reading, at: int, end: int) -> bool:
    topic = _TOPIC.match(reading.tagged.text[at:end])
    if topic is None:
        return True
    return _ABOUT_ATTENDING.search(topic["topic"]) is not None and not _ABOUT_LATENESS.search(topic["topic"])


def _sent(reading: Reading, m: re.Match[str], end: int) -> bool:
    rest = reading.flow[m.end() : end]
    if _ABOUT_LATENESS.search(rest) or _ONLY_PARTLY.search(rest) or _LEFT_OR_TO_COME.search(rest):
        return False
    return _about_this(reading, m.end(), end)


def _clause_begin(text: str, start: int, verb: int, before: Sequence[_Statement]) -> int:
    """Where the clause begins whose verb stands at an offset."""
    low = max([start, *(s.end for s in before if s.end <= verb)])
    begins = [m.end() for m in _CLAUSE_BEGIN.finditer(text, low, verb)]
    return begins[-1] if begins else low


def _subject(reading: Reading, start: int, verb: int) -> int | None:
    """Where the names begin that are the subject of a verb: back from it as long as they make one list."""
    text = reading.tagged.text
    people = reading.tagged.within(start, verb, "person", "weak")
    low: int | None = None
    stop = verb
    for person in reversed(people):
        between = _BRACKETS.sub(" ", text[person.end : stop])
        words = re.findall(r"[A-Za-z][\w'-]*", between)
        if " - " in between or "–" in between or any(not _in_list(w) for w in words):
            break
        low, stop = person.start, person.start
    return None if low is None else _with_office(text, start, low)


def _in_list(word: str) -> bool:
    """Whether a word between two names leaves them one list: `and`, or a word of a post."""
    return word in {"and", "the", "of", "for", "both", "also"} or is_post(word) or is_field(word)


def _with_office(text: str, start: int, at: int) -> int:
    """Where the office begins that stands before a name: `the Chairman, Mr Hext`."""
    found = rule(r"(?:the )?<O>,? ?$").search(text[max(start, at - 60) : at])
    return at - (len(text[max(start, at - 60) : at]) - found.start()) if found else at


# -- lists -----------------------------------------------------------------------------------------------------------


def _blanked(text: str, start: int, end: int, found: Sequence[Aside]) -> str:
    """The text between two offsets with the asides as blanks that separate nothing."""
    plain = list(text[start:end])
    for a in found:
        low, high = max(a.start, start) - start, min(a.end, end) - start
        if low < high:
            plain[low:high] = WRAP * (high - low)
    return "".join(plain)


def _people(
    reading: Reading, start: int, end: int, found: Sequence[Aside], status: AttendanceStatus, name: str
) -> AwayList:
    inside = [a for a in found if start <= a.start < end]
    stop = start + _other_clause(_blanked(reading.tagged.text, start, end, inside))
    text = " " * start + _blanked(reading.flow, start, end, inside)
    people = read_people(reading.view, text, start, stop)
    for u, v in people.unread:
        reading.warn("unparsed_line", "no rule reads this among the apologies", u, v, "apologies.list")
    posts = any(is_post(word) for word in re.findall(r"[A-Za-z]+", text[start:stop]))
    kept = [p for p in people.people if not (posts and _is_loose_word(reading, p))]
    return _with_asides(reading, kept, [a for a in inside if a.start < stop], status, name)


def _is_loose_word(reading: Reading, listed: Listed) -> bool:
    """Whether an entry is one word without title that nothing else calls a name: `Leisure` of a director's post."""
    if listed.title or listed.distributed or len(listed.person.split()) > 1:
        return False
    return not reading.tagged.within(listed.start, listed.end, "person", "weak")


def _other_clause(text: str) -> int:
    """Where a list stops because a clause with a verb of its own begins: before the last separator before the verb."""
    verb = clause_verbs().search(text)
    if verb is None:
        return len(text)
    before = [m.start() for m in _SEPARATOR.finditer(text, 0, verb.start())]
    return before[-1] if before else 0


def _with_asides(
    reading: Reading, listed: Sequence[Listed], found: Sequence[Aside], status: AttendanceStatus, name: str
) -> AwayList:
    said: dict[int, dict[str, Aside]] = {}
    joint: Aside | None = None
    for a in found:
        before = [i for i, p in enumerate(listed) if p.start < a.start]
        if a.kind == "substitute" and len(a.people) > 1:
            joint = a
        elif before and not (a.kind == "late" and a.people):
            said.setdefault(before[-1], {}).setdefault(a.kind, a)
    away: list[Away] = []
    for i, p in enumerate(listed):
        asides = said.get(i, {})
        if "late" in asides:
            continue
        reason, substitute = asides.get("reason"), asides.get("substitute")
        words = reason_words(reading, reason) if reason else None
        if words and (together := _TOGETHER.match(words)):
            words = words[together.end() :]
            first = max(0, i - 1) if together["who"].casefold() == "both" else 0
            away[first:] = [a if a.reason else replace(a, reason=words) for a in away[first:]]
        away.append(
            Away(
                listed=p,
                status=status,
                reason=words,
                role=role_in(reading, reason) if reason else None,
                substitutes=substitute.people if substitute else (),
                place=(substitute.start, substitute.end) if substitute else None,
            )
        )
    return AwayList(tuple(away), name, joint)


def _is_bare(reading: Reading, start: int, end: int, found: Sequence[Aside]) -> bool:
    """Whether a sentence under a heading lists names without a verb: `Cllrs Hext and Pym (both on holiday)`."""
    brackets = [a for a in found if reading.tagged.text[a.start] == "("]
    if _STANDS_FOR.search(_blanked(reading.tagged.text, start, end, brackets)):
        return False
    left = _BRACKETS.sub(" ", _blanked(reading.tagged.text, start, end, found))
    if clause_verbs().search(left):
        return False
    known = (*word_set("list_words", "not_prose"), *word_set("list_words", "openings"))
    lower = re.findall(r"(?<![\w'-])[a-z][a-z'-]+", left)
    return sum(1 for w in lower if not (w in known or is_post(w) or is_field(w))) < 3
