"""Answers beside names: `Hext aye, Vale nay`, `Hext, Vale in favour; Roe opposed`, a letter or word in each line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from ...lexicon.name_words import no_short_word
from ...parsed_minutes import VoteCast
from ..lists.entries import Listed
from ..page.reading import Reading
from ..text import led
from .lists import may_vote, names_alone
from .words import NO_VOTE, SIDES, Cast

_ENDS = r"(?=[\"”'*_]*(?:[,;)\]|\n\x1f]|\Z|[ \t]{2}|\.?[ \t]*(?:\n|\Z)|[ ]and\b))"
"""What stands after one letter that is an answer and no initial."""
_FOR = (
    rf"yea|aye|yes|in\s+(?:favou?r|(?:the\s+)?affirmative)|affirmative|(?-i:Y{_ENDS})"
    r"|for(?=[ \t\"”]*(?:[,;.)\n\x1f]|\Z|[ ]{2}))|\+1"
)
_AGAINST = (
    rf"nay|no|against|oppos(?:ed|ing)|dissent(?:ed|ing)?|in\s+(?:the\s+negative|opposition)|negative|(?-i:N{_ENDS})"
    r"|[-−]1"
)
_ABSTAIN = r"abst(?:ain(?:ed|s|ing)?|entions?|\.)?|present|pass(?:es|ed)?|[+±-]?0"
_WORDS = (
    r"(?:(?:who|all|both|each)[ \x1f])?(?:(?:being|were|was|are|is)[ \x1f])?"
    r"(?:(?:vot(?:ed|es|e|ing)|said)[ \x1f]*[–-]?[ \x1f]?[\"“]?)?"
    rf"(?:(?P<for>{_FOR})|(?P<against>{_AGAINST})|(?P<abstain>{_ABSTAIN})|(?P<unclear>(?-i:A{_ENDS}))|(?P<none>{NO_VOTE}))"
)
_ANSWERS = rf"(?<![\w'/.]){_WORDS}(?![\w/'’]|[ ]?%|-\w|\.\w)"
_ANSWER = re.compile(
    r"(?P<lead>[ \t\x1f]{0,40}[(\[\"“*_]?[ \t\x1f]{0,2}"
    r"|[ \t\x1f]{0,40}(?:[,:|=–—-]|\.{2,80}|…{1,40}|_{2,60}|[.·](?=[ ]))"
    r"[ \t\x1f|*\"“.…·_(\[–—=-]{0,80})"
    rf"{_ANSWERS}",
    re.IGNORECASE,
)
_LEAD = ' \t\x1f(["“*_,:|=–—-.…·'
_CORE = re.compile(rf"(?={_ANSWERS})", re.IGNORECASE)
_CLOSES = re.compile(
    r"[\"”'_*)\]]*(?:[ \t\x1f]*(?=[,;.|)\]\n]|\Z)|[ \t\x1f]{2,}|[ \x1f]+(?=[A-Z\d(|]|(?:and|with|while|but)[ \x1f]))"
)
_APART = re.compile(r"(?:;|\band)[ \x1f]*\Z")
"""What parts an answer from the names before it: `A moved, and all were in favour`."""
_HEADS_A_LIST = re.compile(r"[\"”)\] \t]{0,3}(?::|[–—]|--|\.{2,}|-[ \t\d]|[ ]?[(\[]?\d)")
"""What follows the name of a side that heads the list after it, and is no answer."""


@cache
def _boundary() -> re.Pattern[str]:
    """What the names before the first answer of a run may begin behind."""
    return re.compile(
        rf"[\n;:()\[]|\.{{2,}}|(?<=[^\W\d_]{{3}})\.{no_short_word()}[ \x1f]+(?=[A-Z])"
        r"|(?<=\d)[.,]?[ \x1f]+(?=[A-Z])|[–—-][ \x1f]"
        r"|\b(?:with|by|call|vot(?:e|es|ed|ing)|poll(?:ed)?|members|were|was|follows|carried|carries|passed|failed|and)\b"
        r"[:,]?(?=[ \x1f])",
        re.IGNORECASE,
    )


_JOINING = re.compile(
    r"(?:[\s|,;.)\]\x1f\"”*_:–—•-]|(?:and|with|while|whilst|but|then|also|the)(?=[\s\x1f])"
    r"|(?:dist(?:rict)?|ward|precinct|zone|seat|place)\.?\s{1,2}#?\d{1,2}\b)*",
    re.IGNORECASE,
)
"""What joins one answer to the name after it, the district of whoever it is included."""
_BALLOT = re.compile(
    r"\b(?:roll[ -]?call|recorded\s+vote|poll(?:ed)?|vot(?:e|es|ed|ing)|division|mov(?:ed|es|er)|motion"
    r"|second(?:ed|s|er)?|2nd|carried|passed|m/?s/?c?|ayes|nays|yeas|noes)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?:\b(?:vote[ds]?|carrie[ds]|passe[ds]|fail(?:s|ed)|approved|adopted|agreed|lost|defeated)\b[^\n;:()]{0,30}"
    r"|\d{1,2}[-–]\d{1,2}(?:[-–]\d{1,2})?)[ \x1f]?[,;(:.–-]*[ \x1f]*(?:with[ \x1f]+)?\Z",
    re.IGNORECASE,
)
"""What a single answer must stand behind: `carried 4-1, Roe no`, `passed (Roe nay)`."""
_CALLED = re.compile(
    r"\b(?:roll[ -]?call|recorded\s+vote|poll(?:ed)?|vot(?:e|es|ed|ing)|seconded|second|carried|passed|defeated)\b",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"(?:[A-Z]\.? )?[A-Z][\w'’-]+")
_SHORTEST_RUN = 2
_FEWEST_UNLISTED = 3
"""Answers in a row for which people count whom no list names."""
_LONGEST = 300
"""Signs of the names before one answer."""
_NEAR = 600
"""Signs before the first answer of a run in which a vote is spoken of."""


@dataclass(frozen=True)
class _Answer:
    """An answer in the text: `begin` with the signs that lead to it, `start` the word, `end` with what closes it."""

    begin: int
    start: int
    end: int
    side: VoteCast | None
    word: str


@dataclass(frozen=True)
class _Run:
    """Answers with nothing but names between them."""

    reading: Reading
    answers: tuple[_Answer, ...]

    @cached_property
    def between(self) -> list[Sequence[Listed]]:
        """The people between each answer and the next."""
        return [_names(self.reading, one.end, other.begin) for one, other in pairwise(self.answers)]

    @cached_property
    def before(self) -> Sequence[Listed]:
        """The people directly before the first answer: from the nearest boundary on behind which all is names."""
        first = self.answers[0].begin
        low = max(self.reading.start, first - _LONGEST)
        found: Sequence[Listed] = ()
        joined = False
        for boundary in reversed([low, *(m.end() for m in _boundary().finditer(self.reading.flow, low, first))]):
            if boundary >= first or not self.reading.flow[boundary:first].strip():
                continue
            people = _names(self.reading, boundary, first)
            if not people:
                break
            found, joined = people, _joins(self.reading.flow, boundary)
            if not joined:
                break
        return () if joined else found  # the names before these cannot be read

    @cached_property
    def after(self) -> Sequence[Listed]:
        """The people directly after the last answer, up to the end of its sentence, line or bracket."""
        last = self.answers[-1].end
        end = _END.search(self.reading.flow, last, min(self.reading.last, last + _LONGEST))
        return _names(self.reading, last, end.start() if end else min(self.reading.last, last + _LONGEST))


_LINE_START = re.compile(r"[ \t\x1f|*•(\[-]*")
_END = re.compile(r"[\n;)\]]|(?<=[a-z]{2})\.(?=[ \x1f\n]|\Z)")


def answered_votes(reading: Reading, taken: Sequence[tuple[int, int]]) -> Iterator[Cast]:
    """The casts of people with an answer beside each, or beside each group of them, outside these places.

    Two answers in a row at least, or one behind what became of a motion. An `A` among the letters is an aye where
    nobody has a `Y`; else it may be an abstention or an absence, and nothing is read but for a warning.
    """
    for run in _runs(reading):
        first = run.answers[0].begin
        if any(low <= first < high for low, high in taken):
            continue
        if not _BALLOT.search(reading.flow, max(reading.start, first - _NEAR), first):
            continue
        if run.before:
            pairs = list(zip([run.before, *run.between], run.answers, strict=True))
        elif run.after and len(run.answers) >= _SHORTEST_RUN:
            pairs = list(zip([*run.between, run.after], run.answers, strict=True))
        else:
            continue
        if _counts(reading, run, pairs):
            yield from _casts(reading, pairs)


Pairs = Sequence[tuple[Sequence[Listed], _Answer]]


def _counts(reading: Reading, run: _Run, pairs: Pairs) -> bool:
    """Whether these are votes: enough of them, of people who are listed or called in a roll."""
    sides = [answer for _, answer in pairs if answer.side or answer.word == "A"]
    told = [answer for answer in sides if answer.word.casefold() not in _WEAK]
    if not told:
        return False
    people = [one for group, _ in pairs for one in group]
    if len(people) < _SHORTEST_RUN:
        begin = people[0].start
        single = _DECIDED.search(reading.flow, max(reading.start, begin - 80), begin) is not None
        if not single or run.answers[0].word.casefold() in _TOLD_IN_SENTENCES:
            return False
    if all(one.title or one.distributed or reading.roster.find(one.person) for one in people):
        return True
    called = _CALLED.search(reading.flow, max(reading.start, people[0].start - _NEAR), people[0].start + _NEAR)
    return called is not None and len(sides) >= _FEWEST_UNLISTED


_WEAK = frozenset({"present", "pass", "passes", "passed", "0", "+0", "-0"})
"""Answers that tell of no vote by themselves."""
_TOLD_IN_SENTENCES = frozenset({"opposed", "opposing", "against", "dissenting", "dissented"})


def _casts(reading: Reading, pairs: Pairs) -> Iterator[Cast]:
    letters = {answer.word for _, answer in pairs}
    unclear = [answer for _, answer in pairs if answer.word == "A"]
    ayes = "A" in letters and not {w.casefold() for w in letters} & {"y", "yes", "aye"}
    if unclear and not ayes:
        message = "an A beside a name may mean an abstention or an absence"
        reading.warn("unparsed_line", message, unclear[0].start, unclear[-1].end, "vote.roll_call")
        return
    for people, answer in pairs:
        side = "for" if answer.word == "A" and ayes else answer.side
        if side:
            for one in people:
                low, high = min(one.start, answer.start), max(one.end, answer.end)
                yield Cast(one.person, side, low, high, "vote.roll_call")


def _runs(reading: Reading) -> Iterator[_Run]:
    run: list[_Answer] = []
    for answer in _answers(reading):
        if run and not (answer.begin - run[-1].end < _LONGEST and _names(reading, run[-1].end, answer.begin)):
            yield _Run(reading, tuple(run))
            run = []
        run.append(answer)
    if run:
        yield _Run(reading, tuple(run))


def _answers(reading: Reading) -> Iterator[_Answer]:
    flow = reading.flow
    for m in led(_ANSWER, _CORE, _LEAD, flow, reading.start, reading.last):
        side = next((s for s in SIDES if m[s]), None)
        word = m[side] if side else m["unclear"] or m["none"]
        start = m.start(side or ("unclear" if m["unclear"] else "none"))
        heads = _HEADS_A_LIST.match(flow, m.end()) is not None
        closes = _CLOSES.match(flow, m.end())
        first = _LINE_START.fullmatch(flow, flow.rfind("\n", 0, start) + 1, start) is not None
        apart = _APART.search(flow, max(0, m.start() - 8), m.start()) is not None
        if heads or first or apart or closes is None:
            continue
        yield _Answer(m.start(), start, closes.end(), side, word)


def _joins(flow: str, at: int) -> bool:
    """Whether the words before an offset only join names: `Hext, Vale and`."""
    return re.search(r"(?:\band|[^\W\d_],)[ \x1f]*\Z", flow[max(0, at - 8) : at], re.IGNORECASE) is not None


def _names(reading: Reading, start: int, end: int) -> Sequence[Listed]:
    """The people between two offsets, where nothing else stands there."""
    joining = _JOINING.match(reading.flow, start, end)
    low = joining.end() if joining else start
    if not 0 < end - low < _LONGEST or "\n\n" in reading.flow[low:end]:
        return ()
    people = names_alone(reading, low, end, listed=False)
    return people if all(may_vote(reading, one) and _is_short(reading, one) for one in people) else ()


def _is_short(reading: Reading, one: Listed) -> bool:
    """Whether somebody whom no list names and who has no title is named by the surname, as in a roll call."""
    known = one.title or one.distributed or reading.roster.find(one.person)
    return bool(known) or _SURNAME.fullmatch(one.person) is not None
