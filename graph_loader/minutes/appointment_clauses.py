"""Sentences that give somebody a place: `A was elected Chairman`, `to appoint A to the Board`, `A would join it`.

A sentence is read from its verb: who stands before it (or after it, where it is active), and then, in any order, what
the words after it say of office, body, term and predecessor (`appointment_complements`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ..folding import fold_body
from ..parsed_minutes import Action, Outcome
from .appointment_complements import Complement, complement, generic_body, term_after
from .appointment_sentences import (
    Decided,
    in_item_about_places,
    is_hedged,
    is_news,
    is_outside,
    is_past,
    outcome_in,
)
from .placing import Place, Placing, place_of
from .reading import EvidencePlace, Reading
from .tagging import Mention, rule
from .vocabulary import any_of, data

_BRACKET = r"(?: ?\([^()\n]{1,60}\))?"
PEOPLE = rf"<P>{_BRACKET}(?:(?: ?[,;&/]| and| plus){{1,3}} ?<P>{_BRACKET})*"
"""People one after another, each perhaps with a bracket."""
_APART = r"(?:, (?:the |an? )?[^,.;:\n()\ue000-\ue009]{3,60},)?"
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "declared"})
_AUX = (
    r"(?:was|were|is|are|be|been|being|has|have|had|would|will|should|to|that|he|she|they|and|therefore|then|also|hereby"
    r"|formally|duly|unanimously|both|all|each|now|subsequently|accordingly|again|once|more|thereupon|declared|by"
    r"|acclamation|consequently|this|year|jointly|it|resolved|agreed|invited|happy|willing|volunteered|offered"
    r"|kindly|prepared|an|invitation|accepted|successfully|recently|newly)"
)
_CLEAR = re.compile(r"(?:re-?){0,2}(?:elect|appoint|co-?\s?opt|nominat)", re.IGNORECASE)
"""Verbs that are of appointing also without an auxiliary: `A therefore elected as Chair`."""
_BY = re.compile(r"\b(?:proposed|nominated|seconded|moved)\s+(?:by|as)\s+$", re.IGNORECASE)
_BACKED = r"(?:,?(?: -| –)? ?(?:(?:was|were|then) )?(?:proposed|nominated) by <P>(?:,| and|, and)? ?seconded by <P>,?)?"
_THAT = re.compile(r"\bthat\b[,\s]*$", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:asked|invited|requested|urged)\s+$", re.IGNORECASE)
_NOUN_BEFORE = frozenset({"chair", "chairman", "president", "mayor", "newly", "the", "of", "recently", "jointly"})
"""Words before `elect` or `elected` that make it no verb of the meeting: `the newly elected`."""


def _verbs(*kinds: str) -> str:
    return any_of(verb for kind in kinds for verbs in data("appointments")[kind].values() for verb in verbs)


@cache
def _passive() -> re.Pattern[str]:
    return rule(
        rf"(?P<who>{PEOPLE}){_APART}{_BACKED}(?:,| -| –)? ?(?P<aux>(?:{_AUX},? ){{0,9}})"
        rf"(?P<verb>{_verbs('verbs')})(?![\w-])"
        r"(?: and declared)?"
    )


@cache
def _active() -> re.Pattern[str]:
    return rule(
        rf"(?:(?:on|to|for|onto) (?:the )?<B:before>,? (?:that )?(?:to )?|(?P<lead>\b[\w'-]+) )?"
        rf"(?P<verb>{_verbs('infinitives', 'verbs')}|appointing|electing)(?: again| back)? (?P<who>{PEOPLE})"
    )


_JOINED = rule(
    rf"(?P<who>{PEOPLE}){_APART},? ?(?P<aux>(?:{_AUX} ){{0,7}})"
    r"(?P<verb>join(?:ed)?|serve|sit|be|become|represent|fill|take|took|attend|act)"
    r" (?P<what>(?:(?:on|as|an?|the|its|his|her|one of the|up|our|to|additional|new|further|full) ){0,4}"
    rf"(?:members? (?:of|on)|representatives? (?:on|of|to|for)|(?:place|seat|vacan\w+) on|meetings of"
    rf"|(?:<B>|{generic_body()}) (?:on|at meetings of)|(?=(?:the )?<B>)))"
    rf" ?(?:the |this |that |its |our )?(?:<B:body>|(?P<generic>{generic_body()}))"
)
_IN_OFFICE = rule(
    rf"(?P<who>{PEOPLE}){_APART},? ?(?P<aux>(?:{_AUX} ){{0,5}})"
    r"(?P<verb>be|act|serve|continue|carry on|remain|stay on|take over|become|took over|becomes|became)"
    r"(?!,? (?:\w+ )?(?:re-?)?(?:elected|appointed|co-?opted|nominated|selected|chosen|confirmed))"
    r"(?: (?:to be|to act|to serve|in (?:the |this |that |his |her |their )?(?:role|post|office|position)(?: of)?))? "
)
_ACTS = rule(rf"\b(?P<act>(?:re-?)?(?:election|appointment|nomination)|co-?option|selection) of (?P<who>{PEOPLE})")
_ACT_DECIDED = re.compile(
    r"\b(?:approv|agreed|confirm|ratif|endors|accept|support|defer|carried|resolved|noted|unanimous|propos|moved"
    r"|next meeting|next agenda|agenda item)",
    re.IGNORECASE,
)
_ACT_TOLD = re.compile(
    r"\b(?:following|after|since|until|before|upon|on|prior to|pending)\s+(?:the\s+)?$", re.IGNORECASE
)
_NOT_YET = re.compile(r"\b(?:next meeting|next agenda|agenda item|future meeting|future agenda)\b", re.IGNORECASE)
_FURTHER = rule(rf" ?(?:[,;] ?)?(?:and |with |& )?(?P<who>{PEOPLE}),? ?(?P<as>as |to be |be |to (?:the )?(?=<B>))?")
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
_OF_ACTS = ("election of", "appointment of", "nomination of", "option of", "selection of")
_VOLUNTEERED = rule(
    r"(?P<who><N>),? (?:(?:had|has|have|also|kindly) ){0,3}(?:volunteered|offered|agreed|applied|put (?:himself"
    r"|herself|"
    r"themselves|his name|her name) forward) (?=as |to be |to become |to act |for )"
)
_WELCOMED = rule(
    rf"\bwelcomed (?P<who>{PEOPLE})(?:, [^.;,\n\ue000-\ue009]{{3,50}},)? (?:on)?to (?:the )?"
    r"(?:<B:body>|(?P<short>[A-Z]\. ?(?:Committee|Group|Board|Panel))|(?P<council>(?:parish |town |community "
    r"|county )?council)\b)"
    r"(?P<as> as (?:a |the )?(?:new |co-?opted )?[^.;,\n\ue000-\ue009]{3,40})?"
)
_WELCOMED_TOO = rule(rf" and (?P<who>{PEOPLE}) to (?:the )?<B:body>")
_AND_WAS = rule(
    rf",? and (?:he|she|they) (?:{_AUX} ){{0,6}}(?:re-?)?(?:appointed|elected|accepted|co-?opted|confirmed|approved)\b"
)
_STAYS = frozenset({"continue", "carry on", "remain", "stay on"})


def read_clauses(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Every place that a sentence of the minutes gives to somebody."""
    yield from _passives(reading, own, decided)
    yield from _actives(reading, own, decided)
    yield from _joins(reading, own, decided)
    yield from _in_office(reading, own, decided)
    yield from _acts(reading, own, decided)
    yield from _volunteers(reading, own, decided)
    yield from _welcomed(reading, own)


def _action(verb: str) -> Action:
    plain = " ".join(verb.casefold().split())
    actions: tuple[Action, ...] = ("elect", "co_opt", "nominate")
    for action in actions:
        if any(plain in data("appointments")[kind][action] for kind in ("verbs", "infinitives")):
            return action
    return "elect" if plain == "electing" else "appoint"


def _passives(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A was appointed …`, `that A be elected …`, `A duly elected`."""
    for m in reading.finditer(_passive()):
        aux = set(m["aux"].casefold().replace(",", " ").split())
        if not aux & _BE and not _CLEAR.match(m["verb"]):
            continue
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        if _BY.search(reading.flow[low : m.start("who")]):
            continue  # "seconded by A and elected": somebody else was
        said = complement(reading, own, m.end(), high)
        if not aux & _BE and (said.end == m.end() or _is_active(reading, m.end())):
            continue  # "A nominated B"
        action = _action(m["verb"])
        if not said.states_place and action != "co_opt":
            continue
        told = bool(aux & {"had", "has", "have"})
        if told and not is_news(reading, low, m.start("who")):
            continue
        fact = "be" not in aux and not _THAT.search(reading.flow[low : m.start("who")])
        yield from _placings(reading, own, decided, m, said, action, "appointed", told, fact=fact)


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
        yield from _placings(reading, own, decided, m, said, action, "appoint", False)


def _joins(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A would join the Group`, `A to represent the Council on the Board`, `A agreed to serve on …`."""
    for m in reading.finditer(_JOINED):
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        verb, what = m["verb"].casefold(), m["what"].casefold()
        aux = set(m["aux"].casefold().split())
        if verb == "attend" and "meetings of" not in what:
            continue
        if verb in {"be", "take", "took", "fill", "become", "act"} and not re.search(
            r"member|represent|place|seat|vacan", what
        ):
            continue
        settled = bool(
            aux & {"would", "will", "to", "agreed", "volunteered", "offered", "happy", "willing", "accepted"}
        )
        if not settled and not (verb in {"joined", "took"} and is_news(reading, low, m.start("who"))):
            continue
        body = complement(reading, own, m.start("body") if m["body"] else m.start("generic"), high)
        place = reading.tagged.one(m, "body")
        said = complement(reading, own, m.end(), high)
        role = "representative" if "represent" in f"{verb} {what}" else said.role
        places = (place_of(place), *said.places) if place else said.places
        said = replace(said, role=role, places=places, generic=place is None or body.generic)
        yield from _placings(reading, own, decided, m, said, "appoint", "joined", False)


def _in_office(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A would be the Council's representative on …`, `A to continue as Chairman`."""
    for m in reading.finditer(_IN_OFFICE):
        low, high = reading.sentence(m.start("who"), m.end())
        if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("verb")):
            continue
        if _ASKED.search(reading.flow[low : m.start("who")]):
            continue
        said = complement(reading, own, m.end(), high)
        if said.role is None:
            continue
        verb = m["verb"].casefold()
        aux = set(m["aux"].casefold().split())
        action: Action = "continue" if verb in _STAYS else "appoint"
        told = verb in {"be", "act", "serve", "become"} and not aux & {"would", "will", "to", "agreed", "volunteered"}
        if told and not _is_decision(reading, low, m.start("who")):
            continue
        if verb in {"took over", "became", "becomes"} and not is_news(reading, low, m.start("who")):
            continue
        if re.search(r"\belection\b", _title(reading, m.start()), re.IGNORECASE):
            action = "elect"
        yield from _placings(reading, own, decided, m, said, action, "office", False)


_DECISION = re.compile(
    r"\b(?:resolved|agreed|decided|propos\w+|moved|noted|recommend\w*|unanimous\w*)\b", re.IGNORECASE
)


def _is_decision(reading: Reading, low: int, start: int) -> bool:
    """Whether the words before somebody in a sentence, or the words before its list, decide something."""
    if _DECISION.search(reading.flow, max(reading.start, low - 60), start):
        return True
    return in_item_about_places(reading, start)


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
        outcome: Outcome | None = "deferred" if _NOT_YET.search(reading.flow, low, high) else None
        yield from _placings(reading, own, decided, m, said, action, "act", False, outcome)


def _volunteers(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """`A volunteered to be Tree Warden and was appointed`."""
    for m in reading.finditer(_VOLUNTEERED):
        _low, high = reading.sentence(m.start(), m.end())
        said = complement(reading, own, m.end(), high)
        if said.states_place and _AND_WAS.match(reading.tagged.text, said.end, high):
            yield from _placings(reading, own, decided, m, said, "appoint", "volunteered", False)


def _welcomed(reading: Reading, own: str | None) -> Iterator[Placing]:
    """`welcomed A to the Council and B to the Harbour Group`: places taken earlier, which the meeting hears of.

    Who is welcomed to the meeting of the body that meets is a guest there, but for new members of a council.
    """
    for m in reading.finditer(_WELCOMED):
        low, high = reading.sentence(m.start(), m.end())
        following = _WELCOMED_TOO.match(reading.tagged.text, m.end(), high)
        for match in [m, following] if following else [m]:
            body = reading.tagged.one(match, "body") if match["body"] else None
            here = body is not None and fold_body(body.text) == fold_body(own or "")
            groups = match.groupdict()
            for person in people_in(reading, match, "who"):
                if (here or groups.get("council")) and not (groups.get("as") or reading.roster.find(person.text)):
                    continue
                place = place_of(body) if body else None
                if groups.get("short"):
                    place = Place(reading.words(*match.span("short")), *match.span("short"))
                yield Placing(
                    low,
                    high,
                    "appointment.welcomed",
                    "appoint",
                    "noted",
                    person=person.text,
                    place=place,
                    role="member",
                )


def _title(reading: Reading, at: int) -> str:
    item = reading.outline.item_at(at)
    return item.title if item else ""


# -- from a match to placings ------------------------------------------------------------------------------------------


def people_in(reading: Reading, m: re.Match[str], group: str) -> list[Mention]:
    """The people whom a group of a match names.

    Those meant by their office are left out, and so is what only looks like a name after `of`: `Mrs A of the Union`.
    """
    people = [p for p in reading.tagged.people(m, group) if p.kind != "office"]
    if people and people[0].kind == "weak" and reading.flow[: people[0].start].endswith((" of ", " at ", "\x1fof ")):
        return people[1:]
    return people


def _placings(
    reading: Reading,
    own: str | None,
    decided: Decided,
    m: re.Match[str],
    said: Complement,
    action: Action,
    name: str,
    told: bool,
    outcome: Outcome | None = None,
    fact: bool = False,
) -> Iterator[Placing]:
    """A placing for each person and body, and for those whom the sentence adds: `and B Vice-Chairman`."""
    low, high = reading.sentence(m.start("who"), m.end())
    stated, lead = outcome_in(reading, low, high, decided, fact)
    if told and stated == "agreed":
        stated = "noted"
    places: list[EvidencePlace] = [("decision", lead, "appointment.decision")] if lead else []
    people = people_in(reading, m, "who")
    yield from _each(reading, low, high, people, said, action, outcome or stated, name, places)
    at = said.end
    for _ in range(6):
        further = _FURTHER.match(reading.tagged.text, at, high)
        if further is None:
            return
        more = complement(reading, own, further.end(), high)
        capital = reading.flow[further.end() : further.end() + 1].isupper()
        if not more.states_place or not (further["as"] or capital or more.places):
            return
        if more.role and not more.places and said.places and not more.generic:
            more = replace(more, places=said.places)
        yield from _each(reading, low, high, people_in(reading, further, "who"), more, action, stated, name, places)
        at = more.end


def _each(
    reading: Reading,
    low: int,
    high: int,
    people: Sequence[Mention],
    said: Complement,
    action: Action,
    outcome: Outcome,
    name: str,
    evidence: Sequence[EvidencePlace],
) -> Iterator[Placing]:
    term, until, since = term_after(reading, said, people[-1].end if people else low, high)
    roles = _shared_out(singular(said.role) if said.role else None, len(people))
    for i, person in enumerate(people):
        role = roles[i] or _bracket_role(reading, person)
        office = role is not None and not re.match(r"(?:full |ordinary )?members?$", role, re.IGNORECASE)
        act: Action = "appoint" if action == "elect" and not office else action
        for place in said.places or (None,):
            yield Placing(
                low,
                high,
                f"appointment.{name}",
                act,
                outcome,
                person=person.text,
                represents=said.represents,
                place=place,
                role=role or _plain_role(reading, place, low),
                replaces=said.replaces,
                made_by=said.made_by,
                since=since,
                until=until,
                term=term,
                evidence=reading.evidence(*evidence),
            )


def singular(role: str) -> str:
    """The role of one of several: `parish councillors` are each a parish councillor."""
    return re.sub(
        r"(?i)(councillor|governor|trustee|member|representative|director|delegate|co-optee|chair)s$", r"\1", role
    )


def _plain_role(reading: Reading, place: Place | None, at: int) -> str:
    """What somebody is on a body where the text gives no office: on one outside, a representative."""
    return "representative" if place is not None and is_outside(reading, at) else "member"


def _shared_out(role: str | None, people: int) -> list[str | None]:
    """One role for each person: `Chair and Treasurer respectively` are two."""
    parts = re.split(r"\s+and\s+|,\s*", role) if role else []
    if people > 1 and len(parts) == people:
        return list(parts)
    return [role] * people


def _bracket_role(reading: Reading, person: Mention) -> str | None:
    """The role in the bracket after a name: `A (full member)`."""
    m = re.match(r"\s{0,3}\((?P<role>[^()\n]{3,40})\)", reading.flow[person.end : person.end + 50])
    role = m["role"].strip() if m else ""
    return role if re.search(r"\b(?:member|chair\w*|representative|trustee|governor)\b", role, re.IGNORECASE) else None
