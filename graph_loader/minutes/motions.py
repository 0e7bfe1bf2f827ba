"""Proposals with their proposers and seconders, in every form that minutes write them.

Proposers and seconders are found each by themselves and then paired, because minutes put them in one sentence, in two,
on two lines, or with the whole motion between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..parsed_minutes import Motion, Tally
from .outcomes import outcome_of, tally_of
from .reading import Reading
from .tagging import Mention, rule

_FARTHEST = 1500
"""Signs between a proposer and the seconder of the same motion, at most."""
_NEAR_VERBS = r"(?:propos(?:ed|es|ing)|mov(?:ed|es)|prop)"

_PROPOSERS = (
    (
        "pair",
        rule(
            r"\b(?:on the (?:proposal|proposition|motion) of|(?:prop\.?|pro-?posed|moved)(?: and seconded)?(?: by)?|mover|proposer|(?:a |the )?(?:substitute |original |amended )?motion (?:was )?(?:made )?by|"
            r"(?:prop(?:osed|\.)?|pro-posed|moved) (?:for [^.;:\n\ue000-\ue009]{1,50}?|to be [^.;:\n\ue000-\ue009]{1,60}?|as [^.;:\n\ue000-\ue009]{1,40}?) by) ?[:–-]? ?<P:who>"
        ),
    ),
    (
        "motion",
        rule(
            r"\b(?:motion|amendment|proposal)\b[^.\n]{0,120}? (?:was |were )?(?:made|proposed|moved|put|tabled) by <P:who>"
        ),
    ),
    (
        "verb",
        rule(
            r"<P:who>(?:'s motion)?,? (?:(?:then|also|formally|again|further|subsequently|duly|therefore|hereby) )?(?:proposed|moved|moves|propose[sd]?|made (?:a|the) motion|put forward (?:a|the) motion|offered (?:a|the) motion|Moved|introduced a motion)\b(?! to (?:leave|the next|another) )"
        ),
    ),
    ("seconded_first", rule(r"<P:who>,? seconded by <P>,? (?:proposed|moved|propose[sd]?)\b")),
    ("slash", rule(r"\b(?:resolved|carried|agreed|moved|motion|proposed)[ :]*\(?<P:who> ?/ ?<P:second>\)?")),
)
_SECONDERS = rule(
    r"(?:\b(?:se-?conded|second|2nd|seconder|sec|secd)\b\.?(?: (?:by|as))? ?[:–-]? ?<P:by>|<P:name>,? (?:(?:then|also|duly|formally) )?(?:se-?conded|seconds|second|2nd)(?: (?:the motion|this|it|the proposal|that|the proposition|the amendment))?\b(?! by)(?! <P>))"
)
_PROPOSED_SELF = re.compile(r"\s+(?:himself|herself|themselves|themself)\b")
_MASKS = tuple(chr(code) for code in range(0xE000, 0xE006))
_NO_SECOND = re.compile(
    r"(?:not seconded|no seconder|lack of a? ?second|without a seconder|was not seconded|failed for (?:want|lack))",
    re.IGNORECASE,
)
_NOT_A_MOTION = re.compile(
    r"\s+(?:(?:a |the |that )?(?:vote of thanks|thanks|toast)|to (?:retire|leave))\b", re.IGNORECASE
)
_NOMINATED = rule(
    r"<P:name>,? (?:was|were) (?:then )?(?:proposed|nominated)(?: as [^.;\n]{1,60}?| for [^.;\n]{1,60}?)? by <P:who>"
)


@dataclass(frozen=True)
class _Event:
    who: Mention
    start: int
    end: int
    rule: str
    second: Mention | None = None


@dataclass(frozen=True)
class Proposal:
    """A motion on its way: who proposed and seconded, where, and what it says."""

    proposer: Mention | None
    seconder: Mention | None
    start: int
    end: int
    rule: str
    limit: int = 0


def read_proposals(reading: Reading) -> list[Proposal]:
    """All proposals of a meeting, in order."""
    proposers = _proposers(reading)
    seconders = _seconders(reading, proposers)
    pairs = _paired(reading, proposers, seconders)
    ends = [p.start for p in pairs[1:]] + [reading.last]
    return [replace(p, limit=_limit(reading, p, end)) for p, end in zip(pairs, ends[: len(pairs)], strict=True)]


def motion_records(reading: Reading, proposals: list[Proposal]) -> list[Motion]:
    """The records of these proposals."""
    return [_record(reading, p) for p in proposals]


def _proposers(reading: Reading) -> list[_Event]:
    found: dict[int, _Event] = {}
    for name, pattern in _PROPOSERS:
        for m in reading.finditer(pattern):
            who = reading.tagged.one(m, "who")
            if (
                who is None
                or who.start in found
                or (who.kind == "weak" and name == "verb" and not reading.roster.find(who.text))
            ):
                continue
            if name == "pair" and _nominates(reading, m):
                continue
            if _NOT_A_MOTION.match(reading.flow, m.end()) or _about_the_past(reading, m.start()):
                continue
            second = reading.tagged.one(m, "second") if name == "slash" else None
            found[who.start] = _Event(who, m.start(), m.end(), f"motion.{name}", second)
    for m in reading.finditer(_NOMINATED):
        who = reading.tagged.one(m, "who")
        name = reading.tagged.one(m, "name")
        if who and name:
            found.pop(name.start, None)
            found[who.start] = _Event(who, m.start(), m.end(), "motion.nominated")
    return sorted(found.values(), key=lambda e: e.start)


def _nominates(reading: Reading, m: re.Match[str]) -> bool:
    """Whether `proposed` has its subject before it: in `A proposed B as Chair` B proposes nothing."""
    text = reading.tagged.text
    if not re.match(r"(?:pro|mov)", m[0], re.IGNORECASE) or re.search(
        r"\bby\s|[:–-]\s", text[m.start() : m.start("who")]
    ):
        return False
    before = text[max(0, m.start() - 12) : m.start()].rstrip(" ,\x1f")
    return before[-1:] in _MASKS or before.endswith(("then", "also", "duly", "had"))


def _about_the_past(reading: Reading, at: int) -> bool:
    """Whether a proposal is only told of: `had proposed`, `previously proposed`."""
    before = reading.flow[max(0, at - 30) : at]
    return re.search(r"\b(?:had|previously|has)\s+$", before) is not None


def _seconders(reading: Reading, proposers: list[_Event]) -> list[_Event]:
    taken = {e.second.start for e in proposers if e.second}
    found: dict[int, _Event] = {}
    for m in reading.finditer(_SECONDERS):
        who = reading.tagged.one(m, "by") or reading.tagged.one(m, "name")
        if who is None or who.start in taken or who.start in found:
            continue
        found[who.start] = _Event(who, m.start(), m.end(), "motion.seconded")
    return sorted(found.values(), key=lambda e: e.start)


def _paired(reading: Reading, proposers: list[_Event], seconders: list[_Event]) -> list[Proposal]:
    """Every seconder with the last proposer before who has none, else with one directly after (`A, seconded by B, moved`)."""
    result: list[Proposal] = []
    used: set[int] = set()
    open_seconders = list(seconders)
    for i, event in enumerate(proposers):
        if event.second:
            result.append(Proposal(event.who, event.second, event.start, event.end, event.rule))
            continue
        limit = min(proposers[i + 1].start if i + 1 < len(proposers) else reading.last, event.end + _FARTHEST)
        candidates = [
            s
            for s in open_seconders
            if s.start not in used and event.start <= s.start < limit and s.who.start != event.who.start
        ]
        if i + 1 < len(proposers) and event.rule == "motion.seconded_first":
            candidates = candidates[:1]
        chosen = candidates[0] if candidates and not _broken(reading, event, candidates[0]) else None
        if chosen:
            used.add(chosen.start)
        end = max(event.end, chosen.end if chosen else event.end)
        result.append(Proposal(event.who, chosen.who if chosen else None, event.start, end, event.rule))
    for seconder in open_seconders:
        if seconder.start not in used:
            result.append(Proposal(None, seconder.who, seconder.start, seconder.end, "motion.seconder_only"))
    return sorted(result, key=lambda p: p.start)


def _broken(reading: Reading, proposer: _Event, seconder: _Event) -> bool:
    """Whether something between a proposal and a seconder shows that they are not of one motion."""
    between = reading.flow[proposer.end : seconder.start]
    if _NO_SECOND.search(between):
        return True
    one, other = reading.outline.item_at(proposer.start), reading.outline.item_at(seconder.start)
    return one is not other and one is not None and other is not None and one.number != other.number


def _limit(reading: Reading, proposal: Proposal, following: int) -> int:
    """How far the words go that tell what became of a proposal: to the next one, the next item, or soon."""
    item = reading.outline.item_at(proposal.start)
    end = item.end if item and item.end > proposal.end else reading.last
    return min(following, end, proposal.end + 900)


def _record(reading: Reading, proposal: Proposal) -> Motion:
    text = reading.flow[proposal.start : proposal.limit]
    before = reading.flow[slice(*reading.sentence(proposal.start, proposal.end))]
    outcome = (
        "lost"
        if _NO_SECOND.search(text[:400]) and proposal.seconder is None
        else outcome_of(text) or outcome_of(before)
    )
    place = reading.sentence(proposal.start, proposal.end)
    evidence = []
    if proposal.seconder and not place[0] <= proposal.seconder.start < place[1]:
        evidence.append(("continuation", (proposal.seconder.start, proposal.seconder.end), "motion.seconded"))
    tally = tally_of(text)
    return Motion(
        proposer=proposal.proposer.text if proposal.proposer else None,
        seconder=proposal.seconder.text if proposal.seconder else None,
        item=reading.outline.number_at(proposal.start),
        outcome=outcome,
        text=_words(reading, proposal),
        tally=tally if tally != Tally() else Tally(),
        span=reading.span(*place, proposal.rule),
        evidence=reading.evidence(*evidence),  # type: ignore[arg-type]
    )


_THAT = re.compile(r"(?:[\"“]\s*That\b|\bthat\b|\bto\b|RESOLVED\b:?)", re.IGNORECASE)


def _words(reading: Reading, proposal: Proposal) -> str | None:
    """The motion in its own words: after `that` or `to`, else the quoted text that follows."""
    m = _THAT.search(reading.flow, proposal.end, proposal.limit)
    if not m:
        return None
    low, high = reading.sentence(m.start(), m.end())
    start = m.start() if m[0][0] not in '"“' else m.start() + 1
    words = reading.words(start, min(high, proposal.limit)).strip(' "“”.,;')
    return words or None


def quoted(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches in quotation marks between two offsets."""
    for m in re.finditer(r"\"[^\"]{3,900}\"", reading.flow[start:end]):
        yield start + m.start() + 1, start + m.end() - 1
