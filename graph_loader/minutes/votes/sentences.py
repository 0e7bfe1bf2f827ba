"""Votes told in sentences: who voted so, who asked for it to be recorded, names in brackets after a count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...folding import fold
from ...parsed_minutes import VoteCast
from ..dates.number_words import count_pattern
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from .tallies import count_of
from .words import SIDE, Cast, Matter, Stated, matter_of, side_of

_TOLD = rule(
    r"<PP:who>(?: ?[)\]])?,? (?:who )?(?:(?:then|all|both|each|had|having|also) )?(?:(?:voted|voting) "
    r"(?:(?P<for>in favou?r|for|\"?yes\"?|\"?aye\"?|affirmatively|in the affirmative)"
    r"|(?P<against>against|\"?no\"?|\"?nay\"?|in opposition|negatively|in the negative))"
    r"|(?P<abstain>abstain(?:ed|ing|s)?(?! from (?:discussion|the discussion)| ?:))"
    r"|(?P<dissent>dissent(?:ed|ing)?|opposed|opposing"
    r"|(?:casting|cast) (?:the|a)"
    r" (?:only |sole |lone )?(?:dissenting|negative|opposing|\"?no\"?|\"?nay\"?) vote"
    r"|(?:recording|registering) (?:his|her|their) votes? against))\b"
)
_TITLED_LIST = rule(
    r"\b(?:(?:those |members |councillors |commissioners |trustees )?(?:who )?(?:voting|voted) |those |votes? )"
    rf"\"?{SIDE}(?:\" ?|\"? ?(?:[(\[]\d{{1,3}}[)\]] ?)?(?:was|were|are|being|:-?|[–-]):? ?)"
    r"(?:(?:was|were) )?<PP:who>"
)
"""`Voting yea were A and B`, `those in favour: A`, `votes against - B`."""
_WERE = rule(
    r"[;,.:] (?:and )?(?:(?P<abstain>abstaining)|(?P<against>opposed|opposing|dissenting|against))"
    r"(?: (?:was|were):?|(?<=against),) <PP:who>"
)
"""`those in favour were A and B; opposed was C`."""
_BY_COUNTS = rule(
    r"\bby \d{1,3}(?: votes?)? ?[(\[] ?<PP:who> ?[)\]],? to \d{1,3}(?: votes?)? ?[(\[] ?<PP:other> ?[)\]]"
)
"""`carried by 3 votes (A, B, C) to 1 (D)`: the ayes first."""
_UNMARKED = rule(rf"(?:\bvot(?:e|es|ing)\b[^.;:\n]{{0,40}}: ?|; ?(?:and )?){SIDE} <PP:who>(?= ?[;.](?:[ \n]|$))")
"""`Vote by partners: for A and B; against C; abstained D`."""
_CAST_BY = rule(rf"\b{SIDE}\"? (?:votes? (?:(?:were|was) )?(?:cast )?|(?:were |was )?cast )(?:by|from) <PP:who>")


@cache
def _counted() -> re.Pattern[str]:
    """`2 Members voted for the amendment - A and B`, `4 in favor (A, B, C and D)`, `one abstention (A)`."""
    return rule(
        rf"(?<![\d.:/-])\b(?P<n>\d{{1,3}}|{count_pattern(1, 15)}) "
        r"(?:members?|councillors?|votes?|trustees|commissioners|directors)?"
        rf" ?,? ?(?:\(\w{{1,12}}\) )?(?:voted |voting |were |was |cast )?{SIDE} ?"
        r"(?:(?:[-–:]|[(\[]) ?(?:(?:being|namely|viz\.?|by|from) ?:? ?)?"
        r"|,? ?(?:being|namely|viz\.?|by|from) ?:? ?)<PP:who>"
    )


_IN_BRACKETS = rule(rf"\b{SIDE} ?[:–-]{{0,2}} ?(?P<n>\d{{1,3}})? ?[(\[] ?<PP:who>(?= ?[)\]])")
"""`against 1 (A)`, `Ayes 3 (A, B, C)`, `opposed (A)`."""
_BY = rule(r"\b(?P<abstain>abstentions?)(?: (?:by|from|of|was|were|being))* <PP:who>")
_BESIDE = rule(
    r"(?:\bwith |\band |[,;:.(] ?)<PP:who> (?:(?:being|were|was) )?"
    r"(?:(?P<against>against|opposed|in opposition)(?= ?(?:[.,;)]|$|and <P>|the (?:motion|amendment|proposal)\b))"
    r"|(?P<for>for|in favou?r)(?= ?[,;]? ?(?:and |with )?<P>[^.\n]{0,60} "
    r"(?:against|opposed|abstain\w*|in opposition)\b))"
)
"""`A and B for, C and D against`, `carried with A against`."""
_ASKED = rule(
    r"<PP:who>,? (?:(?:then|also|both|who) )?"
    r"(?:asked|requested|wished|wanted|asking|requesting|wishing|desired|asks|requests|wishes)\b"
    r"(?P<what>[^.;\n]{0,120})"
)
_HAVING = rule(
    r"<PP:who>(?: ?'s?|,? (?:recorded|registered|noted) (?:his|her|their)) "
    r"(?P<what>(?:votes?|dissent|abstention|opposition)\b[^.;\n]{0,80})"
)
_RECORD = re.compile(r"\b(?:record(?:ed)?|registered|minuted|noted)\b", re.IGNORECASE)
_ASKED_SIDE = re.compile(
    r"\b(?:(?P<against>vot(?:es?|ed|ing)\s+(?:to\s+be\s+|be\s+)?(?:recorded\s+|noted\s+|minuted\s+)?(?:as\s+)?"
    r"(?:being\s+)?against|dissent(?:ed)?|against\s+(?:the|this)\s+(?:motion|decision|proposal|resolution|amendment)"
    r"|opposition\s+to\s+(?:the|this)\s+(?:motion|decision|proposal|resolution)|(?:not|had\s+not)\s+voted\s+for)"
    r"|(?P<abstain>abst(?:ain(?:ed|ing)?|ention))"
    r"|(?P<for>vot(?:es?|ed|ing)\s+(?:to\s+be\s+|be\s+)?(?:recorded\s+)?(?:as\s+)?(?:being\s+)?(?:for|in\s+favou?r)))\b",
    re.IGNORECASE,
)
_WILL_ABSTAIN = re.compile(
    r"\b(?P<they>they|both|all (?:three|four|five))\s+(?:all\s+)?(?:agreed\s+to\s+|would\s+|had\s+)?abstain(?:ed)?\b"
    r"(?:\s+from\s+(?:the\s+)?vot\w+)?",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r" (?:aye|yea|yes|nay|no|for|against|carrie[sd])$", re.IGNORECASE)
"""An answer that looks like a surname: `Hext Aye; Vale abstains`."""
_STATED = re.compile(r"(?:\s+(?:the|this)\s+\w+)?\s*[(\[](?P<n>\d{1,3})[)\]]", re.IGNORECASE)
_CLOSED = re.compile(r"\s*[)\]]")


def told_votes(reading: Reading) -> Iterator[Cast | Stated]:
    """The casts that sentences tell, and the numbers that stand beside them."""
    for m in reading.near(("vot", "abst", "oppos", "dissent"), _TOLD):
        side: VoteCast = "for" if m["for"] else "abstain" if m["abstain"] else "against"
        if number := _STATED.match(reading.flow, m.end()):
            yield Stated(side, int(number["n"]), m.start())
        matter = matter_of(reading.flow[m.end() : m.end() + 24])
        yield from _casts(reading, m, side, m.end(), matter)
    for m in reading.near((" votes", " to "), _BY_COUNTS):
        yield from (
            Cast(who.text, "for", who.start, m.end(), "vote.sentence") for who in reading.tagged.people(m, "who")
        )
        others = reading.tagged.people(m, "other")
        yield from (Cast(who.text, "against", who.start, m.end(), "vote.sentence") for who in others)
    for m in reading.near(("oppos", "dissent", "against", "abst"), _WERE):
        yield from _casts(reading, m, "abstain" if m["abstain"] else "against", m.end(), None)
    for pattern in (_TITLED_LIST, _CAST_BY, _UNMARKED, _counted(), _IN_BRACKETS):
        for m in reading.near(("vot", "favo", "aye", "yea", "abst", "oppos", "against", "no ", "nay", "noes"), pattern):
            if pattern is _IN_BRACKETS and not m["n"] and (m["for"] or "").casefold() in {"for", "yes"}:
                continue  # "a letter for (Mr Hext)"
            if m.re is _counted() and "(" in m[0] and not _CLOSED.match(reading.flow, m.end()):
                continue
            number_said = m.groupdict().get("n")
            if number_said:
                yield Stated(side_of(m), count_of(number_said.casefold()), m.start())
            yield from _casts(reading, m, side_of(m), m.end(), matter_of(m[0]))
    for m in reading.near(("abstention",), _BY):
        yield from _casts(reading, m, "abstain", m.end(), None)
    for m in reading.near((" against", " opposed", " opposition"), _BESIDE):
        yield from _casts(reading, m, "for" if m["for"] else "against", m.end(), None)
    for pattern in (_ASKED, _HAVING):
        for m in reading.near(("record", "regist", "minuted", "noted"), pattern):
            said = _ASKED_SIDE.search(reading.flow, m.start("what"), m.end("what"))
            if said and _RECORD.search(reading.flow, m.start(), m.end()):
                yield from _casts(reading, m, side_of(said), m.end(), None)
    yield from _they(reading)


def _casts(reading: Reading, m: re.Match[str], side: VoteCast, end: int, matter: Matter | None) -> Iterator[Cast]:
    people = reading.tagged.people(m, "who")
    cut = reading.flow.find(";", m.start("who"), m.end("who")) if people else -1
    before = cut >= 0 and m.end("who") == m.end()
    begin = reading.flow.rfind(";", m.start("who"), m.end("who")) if cut >= 0 and not before else 0
    for who in people:
        if before and who.start > cut:
            break
        if who.start >= begin and who.kind != "office" and not _ANSWERED.search(who.text):
            yield Cast(who.text, side, who.start, max(end, who.end), "vote.sentence", matter)


def _they(reading: Reading) -> Iterator[Cast]:
    """`They agreed to abstain from voting`: those who declared an interest in the sentences before."""
    for m in _WILL_ABSTAIN.finditer(reading.flow, reading.start, reading.last):
        low, _ = reading.paragraph(m.start())
        low = max(low, m.start() - 400)
        if not re.search(r"\bdeclared\b|\binterest\b", reading.flow[low : m.start()]):
            continue
        people: dict[str, Mention] = {}
        item = reading.outline.item_at(m.start())
        for p in reading.tagged.within(low, m.start(), "person", "weak"):
            if item is None or p.start >= item.begin:
                people.setdefault(fold(p.text), p)
        for p in people.values():
            yield Cast(p.text, "abstain", m.start(), m.end(), "vote.announced")
