"""Votes by named people: roll calls, recorded votes in lists and tables, and votes told in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ...folding import fold
from ...lexicon.name_words import Gender
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Motion, Outcome, Tally, Vote, VoteCast
from ..appointments.elections.candidates import is_meant
from ..motions.reader import Proposal, nominee_of
from ..page.reading import Reading
from .answers import answered_votes
from .blocks import block_votes
from .candidates import candidate_votes
from .columns import column_votes
from .lists import listed_votes
from .sentences import told_votes
from .tables import flattened_votes, roll_tables, side_tables, table_votes, turned_tables, vote_tables
from .words import SIDE, SIDES, Cast, Matter, Stated

_ORIGINAL = re.compile(
    r"\b(?:original|main|substantive)\s+(?:motion|proposition|proposal|recommendation)\b", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:carried|carries|lost|pass(?:ed|es)|fail(?:ed|s)|defeated|motion|amendment|approved|adopted|granted|denied|moved|action)\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(r"\b(?:substitute|amend(?:ed|ing|ment)|counter)\b", re.IGNORECASE)
_MOST_PROPOSALS = 30
"""Proposals of one item among which the one that a vote names is looked for."""
_ONE_ELECTION = 5000
"""Signs between a nomination and the votes for who was nominated, at most."""
_SAID: dict[VoteCast, str] = {"for": "for the motion", "against": "against it", "abstain": "abstaining"}
_SIDE = re.compile(SIDE, re.IGNORECASE)
_FAR = 700
"""Signs between two lists of one side that are of two votes."""


@dataclass(frozen=True)
class Ballots:
    """The votes by name, and the numbers that the minutes give for the sides of a motion beside the names."""

    votes: tuple[Vote, ...]
    stated: dict[int, dict[VoteCast, int]]
    rivals: frozenset[int] = frozenset()
    """The motions that were put against another: of these no count says what became of them."""


def read_votes(reading: Reading, proposals: list[Proposal]) -> Ballots:
    """All votes by named people, each with the index of the motion that it was cast on."""
    found = vote_tables(reading)
    flattened, cells = flattened_votes(reading, found)
    taken = [*((t.start, t.end) for t in found), *cells]
    beside = [cast for _, casts in side_tables(reading) for cast in casts]
    turned = [cast for find in (turned_tables, roll_tables) for _, casts in find(reading) for cast in casts]
    taken += [(cast.start, cast.end) for cast in turned]
    in_columns = list(column_votes(reading))
    in_tables = [*table_votes(reading, found), *flattened, *beside, *turned, *(c for _, c in in_columns)]
    taken += [(headed, cast.end) for headed, cast in in_columns]
    answered = list(answered_votes(reading, taken))
    taken += [(cast.start, cast.end) for cast in answered]
    in_lists = [*listed_votes(reading, taken), *answered, *in_tables]
    lists = [*in_lists, *block_votes(reading), *candidate_votes(reading), *told_votes(reading)]
    casts = sorted(
        (c for c in lists if isinstance(c, Cast) and not _SIDE.fullmatch(c.person)),
        key=lambda c: (c.start, c.candidate is None),
    )
    on_what = _Ballot(reading, proposals)
    votes: list[Vote] = []
    rivals: set[int | None] = set()
    seen: dict[tuple[int | None, str, str, Gender | None, str, int], Cast] = {}
    for cast in casts:
        motion = on_what.motion(cast.start, cast.rule, cast.matter, cast.candidate or cast.mover)
        rivals |= {motion} if cast.mover else set()
        name = parse_name(cast.person)
        key = motion, fold(name.plain), fold(name.mark or ""), name.gender, cast.side, cast.ballot
        before = seen.get(key)
        seen[key] = cast
        if before and (cast.start < before.end or _one_ballot(reading, before, cast)):
            continue
        votes.append(
            Vote(motion=motion, person=cast.person, vote=cast.side, span=reading.span(cast.start, cast.end, cast.rule))
        )
    stated: dict[int, dict[VoteCast, int]] = {}
    for count in sorted((c for c in lists if isinstance(c, Stated)), key=lambda c: c.at):
        on = on_what.motion(count.at, "vote.list", count.matter, count.candidate or count.mover)
        if on is not None:
            stated.setdefault(on, {}).setdefault(count.side, count.number)
    return Ballots(tuple(votes), stated, frozenset(m for m in rivals if m is not None))


_BY_LIST = frozenset({"vote.list", "vote.roll_call", "vote.table"})


def _one_ballot(reading: Reading, one: Cast, other: Cast) -> bool:
    """Whether two lists stand so near that they tell of one vote twice: nothing was carried or lost between them."""
    between = reading.flow[one.end : other.start]
    if other.rule not in _BY_LIST:
        return not reading.outline.begins_item(one.end, other.start)
    if one.rule == other.rule and "\n" in between:
        return False
    return (
        len(between) < _FAR
        and _DECIDED.search(between) is None
        and not reading.outline.begins_item(one.end, other.start)
    )


def counted(motions: list[Motion], ballots: Ballots) -> list[Motion]:
    """The motions with the numbers beside the lists of names, and with the outcome that votes alone tell."""
    named = Counter((v.motion, v.vote) for v in ballots.votes)
    return [
        _counted(motion, ballots.stated.get(i, {}), {side: named[i, side] for side in SIDES}, i in ballots.rivals)
        for i, motion in enumerate(motions)
    ]


def check_tallies(reading: Reading, motions: Sequence[Motion], ballots: Ballots) -> None:
    """Warns of every side of a motion of which the minutes name another number of people than they count."""
    named: dict[tuple[int | None, VoteCast], list[Vote]] = {}
    for vote in ballots.votes:
        named.setdefault((vote.motion, vote.vote), []).append(vote)
    for (motion, side), votes in sorted(named.items(), key=lambda pair: pair[1][0].span.char_start):
        if motion is None:
            continue
        tally = motions[motion].tally
        stated = tally.for_ if side == "for" else tally.against if side == "against" else tally.abstain
        beside = ballots.stated.get(motion, {}).get(side)  # compared with the list that gives it
        if stated is not None and stated not in {len(votes), beside}:
            message = f"{stated} are counted as {_SAID[side]} and {len(votes)} named"
            reading.say("tally", message, votes[0].span)


def _counted(motion: Motion, stated: Mapping[VoteCast, int], named: Mapping[VoteCast, int], rival: bool) -> Motion:
    values = {side: getattr(motion.tally, "for_" if side == "for" else side) for side in SIDES}
    values = {side: stated.get(side) if value is None else value for side, value in values.items()}
    outcome = motion.outcome
    if outcome is None and not rival:
        outcome = _told_by(values["for"], values["against"]) or _told_by(named["for"], named["against"])
    tally = Tally(for_=values["for"], against=values["against"], abstain=values["abstain"])
    return motion.model_copy(update={"tally": tally, "outcome": outcome})


def _told_by(in_favour: int | None, against: int | None) -> Outcome | None:
    """What a count says by itself; nothing where it is even, for a casting vote decides then."""
    if in_favour is None or in_favour == (against or 0):
        return None
    return "agreed" if in_favour > (against or 0) else "lost"


class _Ballot:
    """The proposals of a meeting in the order of the text, and which of them a vote at a place was cast on."""

    def __init__(self, reading: Reading, proposals: list[Proposal]):
        self.reading, self.proposals = reading, proposals
        self.starts = [p.start for p in proposals]
        self.amends = [_is_amendment(reading, p) for p in proposals]
        originals = accumulate((-1 if yes else i for i, yes in enumerate(self.amends)), max)
        self.originals = list(originals)
        """For every proposal the last one up to it that is no amendment, or -1."""

    def motion(self, at: int, name: str, matter: Matter | None, whose: str | None) -> int | None:
        """The motion that a vote at a place was cast on, by the rule that found the vote.

        The last before it; the first after an announcement; the nomination of the candidate whom it was for, or what
        somebody moved; the amendment or the motion where the vote is said to be for one of them, or the original one
        where the words between say so.
        """
        following = bisect_right(self.starts, at)
        if name == "vote.announced":
            soon = following < len(self.starts) and _same_item(self.reading, self.starts[following], at)
            return following if soon else None
        if not following:
            return None
        last = following - 1
        if whose:
            meets = self._moved if matter else self._elects
            near = range(last, max(-1, last - _MOST_PROPOSALS), -1)
            return next((i for i in near if at - self.starts[i] < _ONE_ELECTION and meets(i, whose)), last)
        if matter:
            meant = (i for i in self._of_item(last, at) if self.amends[i] == (matter == "amendment"))
            return next(meant, last)
        if _ORIGINAL.search(self.reading.flow, self.proposals[last].end, at):
            return self.originals[last] if self.originals[last] >= 0 else last
        return last

    def _of_item(self, last: int, at: int) -> Iterator[int]:
        """The proposals of the item of a place, from one backwards."""
        for i in range(last, max(-1, last - _MOST_PROPOSALS), -1):
            if not _same_item(self.reading, self.starts[i], at):
                return
            yield i

    def _elects(self, index: int, candidate: str) -> bool:
        nominee = nominee_of(self.reading, self.proposals[index])
        return nominee is not None and is_meant(nominee.text, candidate)

    def _moved(self, index: int, mover: str) -> bool:
        proposer = self.proposals[index].proposer
        return proposer is not None and is_meant(proposer.text, mover)


def _is_amendment(reading: Reading, proposal: Proposal) -> bool:
    return _SUBSTITUTE.search(reading.flow, *reading.sentence(proposal.start, proposal.end)) is not None


def _same_item(reading: Reading, one: int, other: int) -> bool:
    return reading.outline.item_at(one) == reading.outline.item_at(other)
