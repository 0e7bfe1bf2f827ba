"""Elections to an office: who was nominated, by whom, and who was elected; in a contest the others lost.

An election has a scope (`election_scopes`): the item whose heading names the office, the line that begins with it, or
the sentences after nominations for it were asked for.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ....folding import fold
from ....parsed_minutes import Action, Outcome
from ...motions.outcomes import outcome_of
from ...names.mentions import Mention
from ...names.tagging import rule
from ...page.reading import Reading
from ..placing import Placing, is_place, same_office, term_in
from .candidates import OUTGOING, Candidate, candidates, counts, is_meant, winners
from .scopes import Scope, scopes

_ACCEPTED = rule(
    r"(?P<who><N>),? (?:(?:duly|then|kindly|also|gladly) )?(?:accepted|agreed to (?:take|accept|become|be|continue"
    r"|stand)"
    r"|took (?:the|up|over)|would continue|thanked .{0,30} for (?:his|her) (?:re-?)?election)"
    r"(?: (?:the|this|office|position|post|role|nomination|chair|and|as|on))*"
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


def read_elections(reading: Reading) -> list[Placing]:
    """All elections to an office that nominations, counts or a heading tell of."""
    found: list[Placing] = []
    for scope in scopes(reading):
        found += _election(reading, scope)
    return sorted(found, key=lambda p: p.start)


# -- scopes ------------------------------------------------------------------------------------------------------------


def is_misread(role: str, headed: str) -> bool:
    """Whether an office is that of the heading with a letter wrong: `Leas-Chathaoinleach`."""
    ratio = SequenceMatcher(None, fold(role), fold(headed)).ratio()
    return (
        0.85 < ratio < 1 and fold(role).split()[0][:4] == fold(headed).split()[0][:4] and not same_office(role, headed)
    )


def _election(reading: Reading, scope: Scope) -> list[Placing]:
    stood = candidates(reading, scope.start, scope.end)
    won = [] if scope.seat else winners(reading, scope.start, scope.end)
    counted = counts(reading, scope.start, scope.end)
    if len(counted) > 1:
        most = max(n for n, _, _ in counted)
        leading = [who for n, who, _ in counted if n == most]
        won = won or [(who, place) for n, who, place in counted if n == most and len(leading) == 1]
        stood += [
            Candidate(who, place[0], place[1], None)
            for _, who, place in counted
            if not any(is_meant(c.who.text, who.text) for c in stood)
        ]
    if not stood and not won:
        return _headed(reading, scope)
    placings = []
    standing = [c for c in stood if not _fails(reading, scope, c, stood)]
    for one in stood:
        outcome = _outcome(reading, scope, one, standing, won)
        placings.append(_placing(reading, scope, one.who, one.start, one.end, outcome, one.role, "nominated"))
    for who, place in won:
        if not any(is_meant(c.who.text, who.text) for c in stood):
            placings.append(_placing(reading, scope, who, place[0], place[1], "agreed", None, "elected"))
    return placings


def _fails(reading: Reading, scope: Scope, candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether the words after a nomination, up to the next one, say that nobody seconded it or that it was declined."""
    end = min([scope.end, candidate.end + 220, *(c.start for c in others if c.start > candidate.start)])
    return _FAILS.search(reading.flow, candidate.end, end) is not None


def _outcome(
    reading: Reading,
    scope: Scope,
    candidate: Candidate,
    standing: list[Candidate],
    won: list[tuple[Mention, tuple[int, int]]],
) -> Outcome:
    if any(is_meant(candidate.who.text, who.text) for who, _ in won):
        return "agreed"
    if candidate not in standing or won:
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


def _headed(reading: Reading, scope: Scope) -> list[Placing]:
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
        if taker and scope.headed and not OUTGOING.search(reading.flow[scope.start : accepted.start()]):
            return [_placing(reading, scope, taker, accepted.start(), accepted.end(), "agreed", None, "accepted")]
    return []


def _placing(
    reading: Reading, scope: Scope, who: Mention, start: int, end: int, outcome: Outcome, role: str | None, name: str
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
