"""Proposals with their proposers and seconders, in every form that minutes write them.

Proposers and seconders are found each by themselves and then paired, because minutes put them in one sentence, in two,
on two lines, or with the whole motion between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ...lexicon.agreement import same_person
from ...parsed_minutes import Evidence, Motion, Outcome, Tally
from ..appointments.elections.candidates import counts, is_meant
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from ..votes.tallies import tally_of
from .before_seconders import mover_before
from .outcomes import WISHED, outcome_of
from .proposal_rules import NOMINATED, PROPOSERS, SECONDERS
from .whether_moved import about_the_past, closes, may_move, nominates, seconds

_FARTHEST = 1500
"""Signs between a proposer and the seconder of the same motion, at most."""
_NEAR = 100
"""Signs between a nomination and its seconder, at most."""
_SOON = 500
"""Signs after a proposal in which what is carried or lost is the proposal itself."""

_DENIED = re.compile(r"\b(?:not|no)\s+\Z", re.IGNORECASE)
_NO_SECOND = re.compile(
    r"not\s+seconded|no\s+second(?:er)?\b|lack\s+of\s+(?:a\s+)?second|without\s+a\s+second|failed\s+for\s+(?:want|lack)"
    r"|(?:found|received|receive|get)\s+no\s+second",
    re.IGNORECASE,
)
_NOT_A_MOTION = re.compile(
    r"\s+(?:(?:a |the |that )?(?:vote of thanks|thanks|toast)|to (?:retire|leave))\b", re.IGNORECASE
)
_THAT = re.compile(r"(?:[\"“]\s*That\b|\bthat\b|\bto\b|RESOLVED\b:?)", re.IGNORECASE)


_BELOW = re.compile(
    r"[^\n]{0,200}\n(?:[^\S\n]*\n){0,3}[^\S\n]*(?:[-•*–]\s{0,3}|\(?[\divxa-f]{1,4}[.)]\s{0,3})?(?=[\"“]?\s?(?:That|THAT|To|TO)\b"
    r"|RESOLVED\b|that\b|to\b)"
)
"""From the end of a proposal to the paragraph after it, where that begins with the words of the motion."""
_DECIDED = re.compile(
    r"\b(?:carried|agreed|lost|approved|adopted|defeated|passed|unanimous(?:ly)?)\b[^.;\n]{0,40}[.;]\s", re.IGNORECASE
)
"""What became of a motion, at the end of a sentence: what follows is of something else."""
_OUTCOME_LINE = re.compile(
    r"\s*(?:AND\s+)?(?:AGREED|CARRIED|LOST|RESOLVED|DEFEATED|UNANIMOUSLY|ADOPTED|APPROVED)[A-Z \d/:.-]{0,40}(?:\n|$)",
    re.IGNORECASE,
)
_NOMINEE = rule(r" (?:that )?<P:name>(?: (?:as|for|be|to be)\b|[ ,;.&]|$| and )")
_TO_ELECT = rule(r"\bthat <P:name> (?:be|is) (?:(?:\w+ly|so) )?(?:re-?)?(?:elected|appointed|nominated)\b")
"""A motion that names whom to elect, below its proposer and seconder."""
_WINNER = rule(
    r"<P:won>,? (?:(?:was|is|were|having been),? )?(?:then |duly |accordingly |therefore |thereupon |thus )*"
    r"(?:(?:declared|returned|deemed) )?(?:duly )?(?:to be )?(?:elected|appointed)\b"
    r"|\bdeclared (?:that )?<P:declared> (?:(?:was|to be|as|had been|to have been) )?(?:duly )?(?:elected|appointed)\b"
)
_CARRIED_MARK = re.compile(r"\bm/?s/?(?:[cp]/?u?)\b|\bcarried\b", re.IGNORECASE)
_NAMES_ONLY = re.compile(r"\W*(?:(?:this|it|the)\s+)?(?:(?:was|were|adoption|approval|acceptance)\s+)*$", re.IGNORECASE)


@dataclass(frozen=True)
class _Event:
    who: Mention
    start: int
    end: int
    rule: str
    second: Mention | None = None
    nominee: Mention | None = None


@dataclass(frozen=True)
class Proposal:
    """A motion on its way: who proposed and seconded, where, and what it says."""

    proposer: Mention | None
    seconder: Mention | None
    start: int
    end: int
    rule: str
    limit: int = 0
    nominee: Mention | None = None


def read_proposals(reading: Reading) -> list[Proposal]:
    """All proposals of a meeting, in order."""
    proposers = _proposers(reading)
    seconders = _seconders(reading, proposers)
    pairs = _paired(reading, proposers, seconders)
    ends = [*(p.start for p in pairs[1:]), reading.last][: len(pairs)]
    return [replace(p, limit=_limit(reading, p, end)) for p, end in zip(pairs, ends, strict=True)]


def motion_records(reading: Reading, proposals: list[Proposal]) -> list[Motion]:
    """The records of these proposals."""
    return [_record(reading, p) for p in proposals]


def _proposers(reading: Reading) -> list[_Event]:
    found: dict[int, _Event] = {}
    for name, pattern in PROPOSERS:
        for m in reading.finditer(pattern):
            who = reading.tagged.one(m, "who")
            if (
                who is None
                or who.start in found
                or (who.kind == "weak" and name == "verb" and not may_move(reading, who, m))
            ):
                continue
            if who.kind == "weak" and who.text.isupper() and not reading.roster.find(who.text):
                continue  # "PROPOSED CYCLE ROUTE": a heading
            if (name == "pair" and nominates(reading, m)) or (name == "verb" and seconds(reading, m)):
                continue
            if _NOT_A_MOTION.match(reading.flow, m.end()) or about_the_past(reading, m.start()):
                continue
            second = reading.tagged.one(m, "second") if m.groupdict().get("second") else None
            if name == "closing" and not closes(reading, m):
                continue
            proposed = _NOMINEE.match(reading.tagged.text, m.end()) if name == "verb" else None
            nominee = reading.tagged.one(proposed, "name") if proposed else None
            found[who.start] = _Event(who, m.start(), m.end(), f"motion.{name}", second, nominee)
    for m in reading.finditer(NOMINATED):
        who, nominee = reading.tagged.one(m, "who"), reading.tagged.one(m, "name")
        if who and nominee:
            found.pop(nominee.start, None)
            found[who.start] = _Event(
                who,
                m.start(),
                m.end(),
                "motion.nominates" if "nominated" in m[0] else "motion.nominated",
                nominee=nominee,
            )
    named = {e.second.start for e in found.values() if e.second}
    return sorted((e for e in found.values() if e.who.start not in named), key=lambda e: e.start)


def _seconders(reading: Reading, proposers: list[_Event]) -> list[_Event]:
    taken = {start for e in proposers if e.second for start in (e.who.start, e.second.start)}
    found: dict[int, _Event] = {}
    for m in reading.finditer(SECONDERS):
        who = next(
            (
                w
                for group in ("subject", "owner", "by", "with", "from", "brackets", "name")
                if (w := reading.tagged.one(m, group))
            ),
            None,
        )
        if who is None or who.start in taken or who.start in found:
            continue
        if _DENIED.search(reading.flow, max(reading.start, m.start() - 8), m.start()):
            continue
        rule_name = "motion.supported" if m["with"] else "motion.seconded"
        owners = reading.tagged.within(m.end(), m.end() + 3, "person", "office", "weak") if m["owner"] else []
        found[who.start] = _Event(who, m.start(), m.end(), rule_name, next(iter(owners), None))
    return sorted(found.values(), key=lambda e: e.start)


def _paired(reading: Reading, proposers: list[_Event], seconders: list[_Event]) -> list[Proposal]:
    """Every seconder with the last proposer before who has none.

    Else with one directly after: `A, seconded by B, moved`.
    """
    result: list[Proposal] = []
    used: set[int] = set()
    starts = [s.start for s in seconders]
    for i, event in enumerate(proposers):
        if event.second:
            result.append(Proposal(event.who, event.second, event.start, event.end, event.rule))
            continue
        only_named = event.rule == "motion.nominates"
        farthest = event.end + (_NEAR if only_named else _FARTHEST)
        limit = min(proposers[i + 1].start if i + 1 < len(proposers) else reading.last, farthest)
        candidates = [
            s
            for s in seconders[bisect_left(starts, event.start) : bisect_left(starts, limit)]
            if s.start not in used and s.who.start != event.who.start
        ]
        chosen = candidates[0] if candidates and not _broken(reading, event, candidates[0]) else None
        if chosen:
            used.add(chosen.start)
        elif only_named:
            continue  # a nomination is a motion where somebody seconds it
        end = max(event.end, chosen.end if chosen else event.end)
        second = chosen.who if chosen else None
        result.append(Proposal(event.who, second, event.start, end, event.rule, nominee=event.nominee))
    moved = {p.proposer.start for p in result if p.proposer}
    for s in seconders:
        if s.start in used:
            continue
        mover = s.second or mover_before(reading, s.who, s.start)
        if mover and mover.start not in moved:
            result.append(Proposal(mover, s.who, mover.start, s.end, "motion.before_seconder"))
        elif s.rule != "motion.supported":
            result.append(Proposal(None, s.who, s.start, s.end, "motion.seconder_only"))
    return sorted(result, key=lambda p: p.start)


def _broken(reading: Reading, proposer: _Event, seconder: _Event) -> bool:
    """Whether something between a proposal and a seconder shows that they are not of one motion."""
    between = reading.flow[proposer.end : seconder.start]
    if _NO_SECOND.search(between):
        return True
    one, other = reading.outline.item_at(proposer.start), reading.outline.item_at(seconder.start)
    return one is not other and one is not None and other is not None and one.number != other.number


def _limit(reading: Reading, proposal: Proposal, following: int) -> int:
    """How far the words go that tell what became of a proposal: to the next one, the next item, or soon.

    A line that says nothing but the outcome looks like a heading and is none: `AND AGREED`.
    """
    item = reading.outline.item_at(proposal.start)
    end = item.end if item and item.end > proposal.end else reading.last
    while (line := _OUTCOME_LINE.match(reading.flow, end, reading.last)) and end < following:
        end = line.end()
        inside = reading.outline.item_at(min(end + 1, reading.last - 1))
        end = inside.end if inside and inside.begin < line.end() and inside.end > end else end
    return min(following, end, proposal.end + 900)


def nominee_of(reading: Reading, proposal: Proposal) -> Mention | None:
    """Whom a proposal would elect: named beside its proposer, or in the words of the motion after them."""
    if proposal.nominee is not None:
        return proposal.nominee
    found = _TO_ELECT.search(reading.tagged.text, proposal.end, min(proposal.limit, proposal.end + _SOON))
    return reading.tagged.one(found, "name") if found else None


def _tally(reading: Reading, proposal: Proposal) -> Tally:
    """The votes that a proposal had; those for its nominee where the item counts them by candidate."""
    nominee = nominee_of(reading, proposal)
    if nominee is not None:
        for count, who, _ in counts(reading, proposal.start, _item_end(reading, proposal)):
            if is_meant(who.text, nominee.text):
                return Tally(for_=count)
    return tally_of(reading.flow[proposal.start : proposal.limit])


def _item_end(reading: Reading, proposal: Proposal) -> int:
    item = reading.outline.item_at(proposal.start)
    return item.end if item and item.end > proposal.end else min(reading.last, proposal.end + _FARTHEST)


def _record(reading: Reading, proposal: Proposal) -> Motion:
    proposal = replace(proposal, nominee=nominee_of(reading, proposal))
    text = reading.flow[proposal.start : proposal.limit]
    low, high = reading.sentence(proposal.start, proposal.end)
    seconder = proposal.seconder
    evidence: tuple[Evidence, ...] = ()
    if seconder and not low <= seconder.start < high:
        evidence = reading.evidence(("continuation", (seconder.start, seconder.end), "motion.seconded"))
    outcome: Outcome | None = "lost"
    if seconder or not _NO_SECOND.search(text[:400]):
        outcome = _elected(reading, proposal) or _told(reading, proposal, low, high)
        if outcome is None and _CARRIED_MARK.search(reading.flow, proposal.start, proposal.end):
            outcome = "agreed"
    return Motion(
        proposer=proposal.proposer.text if proposal.proposer else None,
        seconder=seconder.text if seconder else None,
        item=reading.outline.number_at(proposal.start),
        outcome=outcome,
        text=_words(reading, proposal),
        tally=_tally(reading, proposal),
        span=reading.span(low, high, proposal.rule),
        evidence=evidence,
    )


def _told(reading: Reading, proposal: Proposal, low: int, high: int) -> Outcome | None:
    """What the words say became of a proposal whose sentence is between two offsets.

    First its own sentence, without what the motion asks for; then what is carried or lost soon after; then whatever
    else the words after or before it tell.
    """
    sentence = reading.flow[low:high]
    own = outcome_of(WISHED.sub(" ", reading.flow[max(low, proposal.start) : high]))
    before = outcome_of(WISHED.sub(" ", sentence[: max(0, proposal.start - low)]))
    if own or before not in {None, "noted"}:
        return own or before
    after = reading.flow[min(high, proposal.limit) : min(proposal.limit, proposal.end + _SOON)]
    soon = outcome_of(WISHED.sub(" ", after))
    if soon in {"agreed", "lost"}:
        return soon
    told = (reading.flow[max(low, proposal.start) : high], reading.flow[proposal.start : proposal.limit], sentence)
    return next((o for words in (*told, _before(reading, proposal, low, high)) if (o := outcome_of(words))), None)


def _elected(reading: Reading, proposal: Proposal) -> Outcome | None:
    """What became of a nomination, told by the first person of the item who is said to be elected after it."""
    low, high = reading.sentence(proposal.start, proposal.end)
    if proposal.nominee is None or outcome_of(WISHED.sub(" ", reading.flow[low:high])):
        return None
    winner = _WINNER.search(reading.tagged.text, proposal.end, _item_end(reading, proposal))
    if winner is None:
        return None
    won = reading.tagged.one(winner, "won") or reading.tagged.one(winner, "declared")
    return ("agreed" if same_person(won.text, proposal.nominee.text) else "lost") if won else None


def _before(reading: Reading, proposal: Proposal, low: int, high: int) -> str:
    """The sentence before one that only names proposer and seconder: `Accepted as a true record. Proposed A, …`."""
    if not _NAMES_ONLY.match(reading.flow[low : proposal.start]) or high > proposal.end + 60:
        return ""
    item = reading.outline.item_at(proposal.start)
    begin = max(reading.start, low - 600, item.begin if item else 0)
    sentences = list(reading.sentences(begin, low))
    return reading.flow[slice(*sentences[-1])] if sentences else ""


def _own_words(reading: Reading, proposal: Proposal) -> int:
    """Where the paragraph of a proposal ends, or of its seconder where one below names only him."""
    end = min(proposal.limit, max(proposal.end, reading.paragraph(proposal.end - 1)[1]))
    decided = _DECIDED.search(reading.flow, proposal.end, end)
    return decided.start() if decided else end


def _words(reading: Reading, proposal: Proposal) -> str | None:
    """The motion in its own words: after `that` or `to`, else the quoted text that follows."""
    m = _THAT.search(reading.flow, proposal.end, _own_words(reading, proposal))
    below = _BELOW.match(reading.flow, proposal.end, proposal.limit) if m is None else None
    m = _THAT.match(reading.flow, below.end(), proposal.limit) if below else m
    if not m:
        return None
    _, high = reading.sentence(m.start(), m.end())
    start = m.start() if m[0][0] not in '"“' else m.start() + 1
    words = reading.words(start, min(high, proposal.limit)).strip(' "“”.,;')
    return words or None
