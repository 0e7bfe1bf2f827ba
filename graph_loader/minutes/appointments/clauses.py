"""Sentences that give somebody a place by a verb of appointing: `A was elected Chairman`, `to appoint A to the Board`.

A sentence is read from its verb: who stands before it (or after it, where it is active), and then, in any order, what
the words after it say of office, body, term and predecessor (`appointment_complements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ...lexicon.entries import of_class, values
from ...lexicon.moving import moving_words
from ...parsed_minutes import Action, Outcome
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import any_of
from .complements import complement
from .placing import Placing, place_of
from .placings import APART, AUX, PEOPLE, placings
from .sentences import Decided, is_hedged, is_news, is_past

_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "declared"})
_CLEAR = re.compile(r"(?:re-?){0,2}(?:elect|appoint|co-?\s?opt|nominat)", re.IGNORECASE)
"""Verbs that are of appointing also without an auxiliary: `A therefore elected as Chair`."""
_BACKED = r"(?:,?(?: -| –)? ?(?:(?:was|were|then) )?(?:proposed|nominated) by <P>(?:,| and|, and)? ?seconded by <P>,?)?"
_THAT = re.compile(r"\bthat\b[,\s]*$", re.IGNORECASE)
_NOUN_BEFORE = frozenset({"chair", "chairman", "president", "mayor", "newly", "the", "of", "recently", "jointly"})
"""Words before `elect` or `elected` that make it no verb of the meeting: `the newly elected`."""
_ACTS = rule(
    rf"\b(?P<act>(?:re-?)?(?:election|appointment|nomination)|co-?option|selection) of (?P<who>{PEOPLE}){APART}"
)
_ACT_DECIDED = re.compile(
    r"\b(?:approv|agreed|confirm|ratif|endors|accept|support|defer|carried|resolved|noted|unanimous|propos|moved"
    r"|next meeting|next agenda|agenda item)",
    re.IGNORECASE,
)
_ACT_TOLD = re.compile(
    r"\b(?:following|after|since|until|before|upon|on|prior to|pending)\s+(?:the\s+)?$", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:next meeting|next agenda|agenda item|future meeting|future agenda)\b", re.IGNORECASE)
_OF_APPOINTING = (
    "elect",
    "appoint",
    "co-opt",
    "coopt",
    "co opt",
    "nominat",
    "select",
    "choos",
    "chosen",
    "confirm",
    "install",
    "add",
    "approv",
    "ratif",
    "named",
    "designat",
    "voted",
)
_ACTIONS: tuple[Action, ...] = ("elect", "co_opt", "nominate")
_OF_ACTS = ("election of", "appointment of", "nomination of", "option of", "selection of")


@cache
def _by() -> re.Pattern[str]:
    """What stands before somebody who only moves: `proposed by`."""
    return re.compile(rf"\b(?:{moving_words('past')})\s+(?:by|as)\s+$", re.IGNORECASE)


def _verbs(*kinds: str) -> str:
    return any_of(of_class("appointments", *kinds))


@cache
def _passive() -> re.Pattern[str]:
    return rule(
        rf"(?P<who>{PEOPLE}){APART}{_BACKED}(?:,| -| –)? ?(?P<aux>(?:{AUX},? ){{0,9}})"
        rf"(?P<verb>{_verbs('verbs')})(?![\w-])"
        r"(?: and declared)?"
    )


@cache
def _active() -> re.Pattern[str]:
    return rule(
        rf"(?:(?:on|to|for|onto) (?:the )?<B:before>,? (?:that )?(?:to )?|(?P<lead>\b[\w'-]+) )?"
        rf"(?P<verb>{_verbs('infinitives', 'verbs')}|appointing|electing|(?:re-?)?appoints|elects|nominates"
        rf"|co-?opts)(?: again| back)? (?P<who>{PEOPLE})"
    )


def read_clauses(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Every place that a sentence with a verb, or a noun, of appointing gives to somebody."""
    yield from _passives(reading, own, decided)
    yield from _actives(reading, own, decided)
    yield from _acts(reading, own, decided)


def _action(verb: str) -> Action:
    plain = " ".join(verb.casefold().split())
    said = "elect" if plain == "electing" else values("appointments").get(plain)
    return next((action for action in _ACTIONS if action == said), "appoint")


def _passives(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A was appointed …`, `that A be elected …`, `A duly elected`."""
    for m in reading.finditer(_passive()):
        aux = set(m["aux"].casefold().replace(",", " ").split())
        if not aux & _BE and not _CLEAR.match(m["verb"]):
            continue
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        if _by().search(reading.flow[low : m.start("who")]):
            continue  # "seconded by A and elected": somebody else was
        said = complement(reading, own, m.end(), high)
        bare = said.end == m.end() and not ("seconded" in m[0] and _action(m["verb"]) == "co_opt")
        if not aux & _BE and (bare or _is_active(reading, m.end())):
            continue  # "A nominated B"
        action = _action(m["verb"])
        if not said.states_place and action != "co_opt":
            continue
        told = bool(aux & {"had", "has", "have"})
        if told and not is_news(reading, low, m.start("who")):
            continue
        fact = "be" not in aux and not _THAT.search(reading.flow[low : m.start("who")])
        yield from placings(reading, own, decided, m, said, action, "appointed", told, fact=fact)


def _is_active(reading: Reading, end: int) -> bool:
    """Whether somebody's name follows a verb directly."""
    following = reading.tagged.within(end, end + 3, "person", "weak", "office")
    return bool(following) and not reading.flow[end : following[0].start].strip()


def _actives(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`It was agreed to appoint A …`, `The Council elected A …`; not `A nominated B`, which decides nothing."""
    for m in reading.near(_OF_APPOINTING, _active()):
        at = m.start("verb")
        named = reading.tagged.within(at - 90, at, "person", "weak")
        if named and not reading.flow[named[-1].end : at].strip(" ,\x1f\t"):
            continue
        if (m["lead"] or "").casefold() in _NOUN_BEFORE:
            continue
        low, high = reading.sentence(at, m.end())
        if is_hedged(reading, low, at) or is_past(reading, low, at):
            continue
        said = complement(reading, own, m.end(), high)
        before = reading.tagged.one(m, "before") if m["before"] else None
        if before and not said.places:
            said = replace(said, places=(place_of(before),))
        action = _action(m["verb"])
        if not said.states_place and action != "co_opt":
            continue
        yield from placings(reading, own, decided, m, said, action, "appoint", False)


def _acts(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`The appointment of A as Chair was approved`, `The co-option of A would be on the next agenda`."""
    for m in reading.near(_OF_ACTS, _ACTS):
        low, high = reading.sentence(m.start(), m.end())
        if is_past(reading, low, m.start()) or _ACT_TOLD.search(reading.flow[low : m.start()]):
            continue
        if not _ACT_DECIDED.search(reading.flow, low, high):
            continue
        act = m["act"].casefold()
        action: Action = (
            "elect" if "elect" in act and "sel" not in act else "co_opt" if act.startswith("co") else "appoint"
        )
        action = "nominate" if "nomin" in act else action
        said = complement(reading, own, m.end(), high)
        if not said.states_place and action != "co_opt":
            continue
        who = reading.tagged.people(m, "who")
        if who and who[0].kind == "weak" and not said.places and action != "co_opt":
            continue  # staff are appointed too
        outcome: Outcome | None = "deferred" if _NOT_YET.search(reading.flow, low, high) else None
        yield from placings(reading, own, decided, m, said, action, "act", False, outcome)
