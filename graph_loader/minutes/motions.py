"""Proposals with their proposers and seconders, in every form that minutes write them.

Proposers and seconders are found each by themselves and then paired, because minutes put them in one sentence, in two,
on two lines, or with the whole motion between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..parsed_minutes import Evidence, Motion, Outcome
from .outcomes import outcome_of, tally_of
from .reading import Reading
from .tagging import Mention, rule

_FARTHEST = 1500
"""Signs between a proposer and the seconder of the same motion, at most."""

_PROPOSERS = (
    (
        "pair",
        rule(
            r"\b(?:on the (?:proposal|proposition|motion) of|(?:prop\.?|pro-?posed|moved)(?: and seconded)?(?: by)?"
            r"|mover|proposer|(?:a |the )?(?:substitute |original |amended )?motion (?:was )?(?:made )?by"
            r"|(?:prop(?:osed|\.)?|pro-posed|moved) (?:for [^.;:\n\ue000-\ue009]{1,50}?"
            r"|to be [^.;:\n\ue000-\ue009]{1,60}?|as [^.;:\n\ue000-\ue009]{1,40}?) by) ?[:–-]? ?<P:who>"
        ),
    ),
    (
        "motion",
        rule(
            r"\b(?:motion|amendment|proposal)\b[^.\n]{0,120}? (?:was |were )?(?:made|proposed|moved|put|tabled) by "
            r"<P:who>"
        ),
    ),
    (
        "verb",
        rule(
            r"<P:who>(?:'s motion)?,? (?:(?:then|also|formally|again|further|subsequently|duly|therefore|hereby) )?"
            r"(?:proposed|moved|moves|propose[sd]?|made (?:a|the) motion|put forward (?:a|the) motion"
            r"|offered (?:a|the) motion|Moved|introduced a motion)\b(?! to (?:leave|the next|another) )"
        ),
    ),
    ("seconded_first", rule(r"<P:who>,? seconded by <P>,? (?:proposed|moved|propose[sd]?)\b")),
    ("slash", rule(r"\b(?:resolved|carried|agreed|moved|motion|proposed)[ :]*\(?<P:who> ?/ ?<P:second>\)?")),
)
_SECONDERS = rule(
    r"(?:\b(?:se-?conded|second|2nd|seconder|sec|secd)\b\.?(?: (?:by|as))? ?[:–-]? ?<P:by>"
    r"|<P:name>,? (?:(?:then|also|duly|formally) )?(?:se-?conded|seconds|second|2nd)"
    r"(?: (?:the motion|this|it|the proposal|that|the proposition|the amendment))?\b(?! by)(?! <P>))"
)
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

_THAT = re.compile(r"(?:[\"“]\s*That\b|\bthat\b|\bto\b|RESOLVED\b:?)", re.IGNORECASE)


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
    ends = [*(p.start for p in pairs[1:]), reading.last][: len(pairs)]
    return [replace(p, limit=_limit(reading, p, end)) for p, end in zip(pairs, ends, strict=True)]


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
        who, nominee = reading.tagged.one(m, "who"), reading.tagged.one(m, "name")
        if who and nominee:
            found.pop(nominee.start, None)
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
    """Every seconder with the last proposer before who has none.

    Else with one directly after: `A, seconded by B, moved`.
    """
    result: list[Proposal] = []
    used: set[int] = set()
    for i, event in enumerate(proposers):
        if event.second:
            result.append(Proposal(event.who, event.second, event.start, event.end, event.rule))
            continue
        limit = min(proposers[i + 1].start if i + 1 < len(proposers) else reading.last, event.end + _FARTHEST)
        candidates = [
            s
            for s in seconders
            if s.start not in used and event.start <= s.start < limit and s.who.start != event.who.start
        ]
        chosen = candidates[0] if candidates and not _broken(reading, event, candidates[0]) else None
        if chosen:
            used.add(chosen.start)
        end = max(event.end, chosen.end if chosen else event.end)
        result.append(Proposal(event.who, chosen.who if chosen else None, event.start, end, event.rule))
    result.extend(
        Proposal(None, s.who, s.start, s.end, "motion.seconder_only") for s in seconders if s.start not in used
    )
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
    low, high = reading.sentence(proposal.start, proposal.end)
    seconder = proposal.seconder
    evidence: tuple[Evidence, ...] = ()
    if seconder and not low <= seconder.start < high:
        evidence = reading.evidence(("continuation", (seconder.start, seconder.end), "motion.seconded"))
    outcome: Outcome | None = "lost"
    if seconder or not _NO_SECOND.search(text[:400]):
        outcome = outcome_of(text) or outcome_of(reading.flow[low:high])
    return Motion(
        proposer=proposal.proposer.text if proposal.proposer else None,
        seconder=seconder.text if seconder else None,
        item=reading.outline.number_at(proposal.start),
        outcome=outcome,
        text=_words(reading, proposal),
        tally=tally_of(text),
        span=reading.span(low, high, proposal.rule),
        evidence=evidence,
    )


def _words(reading: Reading, proposal: Proposal) -> str | None:
    """The motion in its own words: after `that` or `to`, else the quoted text that follows."""
    m = _THAT.search(reading.flow, proposal.end, proposal.limit)
    if not m:
        return None
    _, high = reading.sentence(m.start(), m.end())
    start = m.start() if m[0][0] not in '"“' else m.start() + 1
    words = reading.words(start, min(high, proposal.limit)).strip(' "“”.,;')
    return words or None
