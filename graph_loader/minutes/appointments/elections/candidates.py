"""Who stands in an election, who is said to have won it, and how many votes each had."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from ....folding import fold
from ....lexicon.agreement import same_person
from ....lexicon.person_name import parse_name
from ...dates.number_words import count_pattern
from ...names.mentions import Mention
from ...names.tagging import rule
from ...page.reading import Reading
from ...votes.tallies import count_of
from ..complements import role_stop
from ..placing import clean_role, is_place

_ROLE = r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?)"


@cache
def _as() -> str:
    return (
        r"(?:,? (?:as|for|to (?:be|become|continue(?: as)?|remain(?: as)?|stand as|take the (?:office|position|post"
        r"|role) of)"
        r"|(?:should |to )?(?:be|continue|remain)(?: as)?(?: (?:re-?)?(?:elected|appointed|nominated)(?: as| to)?)?"
        rf"|is (?:re-?)?(?:elected|appointed)(?: as)?)(?: (?:the|our))?(?: (?:office|position|post"
        rf"|role) of)? {_ROLE}{role_stop()})?"
    )


@cache
def _nominated() -> tuple[re.Pattern[str], ...]:
    return (
        rule(
            r"(?P<by><P>)(?:,? seconded by <P>)?,? (?:(?:then|also|duly|formally) )?(?:proposed|nominated|moved)"
            r"(?:,? (?:and )?<P>,? (?:duly )?seconded,?)?(?:,? and (?:it was )?(?:agreed|resolved),?)?"
            r"(?: that)? (?P<who><N>)"
            rf"(?!,? (?:and )?(?:second|propos|mov)(?:ed)?\b(?! by)){_as()}"
        ),
        rule(
            r"(?P<who><N>)(?: for (?:the )?(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?))?,?(?: -| –)? ?"
            r"(?:(?:was|were|is|be|being|been|had|has|then|also|duly|and) ){0,4}(?:proposed|nominated)"
            r"(?: (?:as|for)(?: the)?(?: (?:office|position|post) of)?"
            r" (?P<role2>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?))? "
            r"by (?P<by><P>)"
        ),
        rule(
            r"\bproposed that (?P<who><N>) (?:(?:be|continue|remain|stay)(?: on)?(?: as)?|is) (?:the )?"
            r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,60}?) by (?P<by><P>)"
        ),
        rule(rf"(?P<by><N>),? (?:proposed|nominated) (?P<self>himself|herself|themselves){_as()}"),
        rule(
            r"\b(?:nominations? (?:(?:(?:were|was|had been) )?received (?:for|of)|(?:were |was |had been )?(?:for|of)"
            r"|(?:were |was |had been )?(?:received ?)?:)|(?:the )?nominees were|candidates were)[: ]*"
            r"(?P<all><P>(?:(?: ?,| and| ?&){1,2} ?<P>)*)"
        ),
        rule(r"(?P<who><N>) ?\((?:proposed|nominated|prop\.?|proposer)(?: by)?:? (?P<by><P>)"),
        rule(r"(?P<all><N>(?:(?: ?,| and| ?&){1,2} ?<N>)+) were (?:both )?nominated\b"),
        rule(
            rf"\bthat,? (?:the nominee,? )?(?P<who><N>)(?=,? (?:be|is|should be) (?:(?:duly|hereby"
            rf"|and is) )?(?:re-?)?(?:elected|appointed|nominated)){_as()}"
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


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    return (
        rule(
            r"(?P<who><N>)[ ,:–-]+(?:(?:received|had|got|polled|with) )?"
            rf"(?P<n>\d{{1,3}}|{count_pattern(1, 10)}) (?:votes?|in favour)\b"
        ),
        rule(
            rf"\b(?P<n>\d{{1,3}}|{count_pattern(1, 10)}|no) votes? (?:were |was )?(?:cast "
            r"|given )?(?:for|to|in favou?r of) (?P<who><N>)"
        ),
    )


_PAST = re.compile(
    r"\b(?:congratulat\w+|outgoing|retiring|last\s+year|having\s+been|on\s+being|on\s+(?:his|her)\s+election|thanked)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_BE = re.compile(r"[ \x1f]be[ \x1f]")
_DECLARED = re.compile(r"\bdeclared\b[ \x1f]", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:resolved|agreed|decided|declared|unanimously)\b", re.IGNORECASE)
OUTGOING = re.compile(r"\b(?:outgoing|retiring|former|past)\b[^.]{0,40}$", re.IGNORECASE)


@dataclass(frozen=True)
class Candidate:
    """Somebody who stands, where the nomination is told, and for which office if it says so."""

    who: Mention
    start: int
    end: int
    role: str | None


def is_meant(one: str, other: str) -> bool:
    """Whether two names inside one election mean one person; a surname may be misspelt there."""
    if same_person(one, other):
        return True
    a, b = parse_name(one), parse_name(other)
    alike = SequenceMatcher(None, fold(a.last_word), fold(b.last_word)).ratio() > 0.9
    return alike and (not a.given or not b.given or a.given[0] == b.given[0]) and bool(a.given)


def candidates(reading: Reading, start: int, end: int) -> list[Candidate]:
    """Everybody who is nominated between two offsets, in order."""
    found: list[Candidate] = []
    for pattern in _nominated():
        for m in pattern.finditer(reading.tagged.text, start, end):
            groups = m.groupdict()
            group = next(g for g in ("who", "all", "self") if groups.get(g))
            people = [p for p in reading.tagged.people(m, "by" if group == "self" else group) if p.kind != "office"]
            stated = next((g for g in ("role", "role2") if groups.get(g)), None)
            role = clean_role(reading.words(*m.span(stated))) if stated else None
            for who in people:
                known = next((i for i, c in enumerate(found) if is_meant(c.who.text, who.text)), None)
                if known is None:
                    found.append(Candidate(who, m.start(), m.end(), role if role and is_place(role) else None))
    return sorted(found, key=lambda c: c.start)


def winners(reading: Reading, start: int, end: int) -> list[tuple[Mention, tuple[int, int]]]:
    """Everybody who is said to have been elected between two offsets, with the place of the sentence."""
    found: list[tuple[Mention, tuple[int, int]]] = []
    for pattern in _ELECTED:
        for m in pattern.finditer(reading.tagged.text, start, end):
            who = reading.tagged.one(m, "who")
            low, high = reading.sentence(m.start("who"), m.end())
            if (
                who is None
                or _BY.search(reading.flow[low : m.start("who")])
                or _PAST.search(reading.flow, low, m.end())
                or (OUTGOING.search(reading.flow[low : m.start()]) and not _DECLARED.search(reading.flow, low, m.end()))
            ):
                continue
            if _BE.search(m[0]) and not _DECIDES.search(reading.flow, max(start, low - 60), m.start("who")):
                continue  # "That A be elected": what is proposed
            if not any(is_meant(w.text, who.text) for w, _ in found):
                found.append((who, (low, high)))
    return found


def counts(reading: Reading, start: int, end: int) -> list[tuple[int, Mention, tuple[int, int]]]:
    """How many votes each is said to have had between two offsets, with the place of the words."""
    found: list[tuple[int, Mention, tuple[int, int]]] = []
    for pattern in _counts():
        for m in pattern.finditer(reading.tagged.text, start, end):
            who = reading.tagged.one(m, "who")
            if who and not any(is_meant(w.text, who.text) for _, w, _ in found):
                found.append((count_of(m["n"]), who, (m.start(), m.end())))
    return found
