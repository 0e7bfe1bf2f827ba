"""From a sentence that gives a place to placings: whom it names, in which role, on which body, and whom it adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...folding import fold
from ...lexicon.entries import values
from ...parsed_minutes import Action, Outcome
from ..names.mentions import Mention
from ..names.tagging import MOST_NAMED, rule
from ..page.reading import EvidencePlace, Reading
from .complements import Complement, complement, term_after
from .placing import Place, Placing
from .sentences import Decided, is_outside, outcome_in

_BRACKET = r"(?: ?\([^()\n]{1,60}\))?"
PEOPLE = rf"<P>{_BRACKET}(?:(?: ?[,;&/]| and| plus){{1,3}} ?<P>{_BRACKET}){{0,{MOST_NAMED}}}+"
"""People one after another, each perhaps with a bracket."""
APART = r"(?:, (?:the |an? )?[^,.;:\n()\ue000-\ue009]{3,60},)?"
AUX = (
    r"(?:was|were|is|are|be|been|being|has|have|had|would|will|should|to|that|he|she|they|and|therefore|then|also|hereby"
    r"|formally|duly|unanimously|both|all|each|now|subsequently|accordingly|again|once|more|thereupon|declared|by"
    r"|acclamation|consequently|this|year|jointly|it|resolved|agreed|invited|happy|willing|volunteered|offered"
    r"|kindly|prepared|an|invitation|accepted|successfully|recently|newly)"
)
_AFTER_OF = re.compile(r"[ \x1f](?:of|at)[ \x1f]\Z")
_AFTER_ACT = re.compile(r"(?:resignation|co-?option)[ \x1f]of[ \x1f]\Z", re.IGNORECASE)
_ONE_BODY = re.compile(
    r"(?:\w+ )?(?:delegates?|representatives?|prox(?:y|ies)|alternates?|substitutes?|deput(?:y|ies))\b", re.IGNORECASE
)
"""A role that stands beside another on the same body."""
_SHARING = 2
"""People who may hold an office together of which a body has one."""
_FURTHER = rule(rf" ?(?:[,;] ?)?(?:and |with |& )?(?P<who>{PEOPLE}),? ?(?P<as>as |to be |be )?")


def people_in(reading: Reading, m: re.Match[str], group: str) -> list[Mention]:
    """The people whom a group of a match names.

    Those meant by their office are left out, and so is what only looks like a name after `of`: `Mrs A of the Union`.
    """
    people = [p for p in reading.tagged.people(m, group) if p.kind != "office"]
    before = reading.flow[max(0, people[0].start - 20) : people[0].start] if people else ""
    named = "act" in m.groupdict() and group == "who"  # "the appointment of A to …"
    if people and people[0].kind == "weak" and not named and _AFTER_OF.search(before) and not _AFTER_ACT.search(before):
        return people[1:]
    return people


def placings(
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
    parts = [(people_in(reading, m, "who"), said)]
    at = said.end
    for _ in range(6):
        further = _FURTHER.match(reading.tagged.text, at, high)
        if further is None:
            break
        more = complement(reading, own, further.end(), high)
        capital = reading.flow[further.end() : further.end() + 1].isupper()
        if not more.states_place or not (further["as"] or capital or more.places):
            break
        if more.role and not more.places and said.places and not more.generic:
            more = replace(more, places=said.places)
        parts.append((people_in(reading, further, "who"), more))
        at = more.end
    last = parts[-1][1]
    for i, (people, part) in enumerate(parts):
        without = part.role and not part.places and not part.generic
        shared = without and last.places and _ONE_BODY.match(part.role or "") and _ONE_BODY.match(last.role or "")
        one = replace(part, places=last.places) if shared else part  # "A as delegate, and B as deputy, to the Zone"
        yield from _each(reading, low, high, people, one, action, (outcome if i == 0 else None) or stated, name, places)


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
    if len(people) > _SHARING and said.role and fold(said.role) in values("offices", "sole"):
        people = people[-1:]  # "with A, B and C, C to be Chairman"
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
