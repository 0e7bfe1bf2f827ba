"""From a sentence that gives a place to placings: whom it names, in which role, on which body, and whom it adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..parsed_minutes import Action, Outcome
from .appointment_complements import Complement, complement, term_after
from .appointment_sentences import Decided, is_outside, outcome_in
from .placing import Place, Placing
from .reading import EvidencePlace, Reading
from .tagging import Mention, rule

_BRACKET = r"(?: ?\([^()\n]{1,60}\))?"
PEOPLE = rf"<P>{_BRACKET}(?:(?: ?[,;&/]| and| plus){{1,3}} ?<P>{_BRACKET}){{0,150}}+"
"""People one after another, each perhaps with a bracket."""
APART = r"(?:, (?:the |an? )?[^,.;:\n()\ue000-\ue009]{3,60},)?"
AUX = (
    r"(?:was|were|is|are|be|been|being|has|have|had|would|will|should|to|that|he|she|they|and|therefore|then|also|hereby"
    r"|formally|duly|unanimously|both|all|each|now|subsequently|accordingly|again|once|more|thereupon|declared|by"
    r"|acclamation|consequently|this|year|jointly|it|resolved|agreed|invited|happy|willing|volunteered|offered"
    r"|kindly|prepared|an|invitation|accepted|successfully|recently|newly)"
)
_FURTHER = rule(rf" ?(?:[,;] ?)?(?:and |with |& )?(?P<who>{PEOPLE}),? ?(?P<as>as |to be |be )?")


def people_in(reading: Reading, m: re.Match[str], group: str) -> list[Mention]:
    """The people whom a group of a match names.

    Those meant by their office are left out, and so is what only looks like a name after `of`: `Mrs A of the Union`.
    """
    people = [p for p in reading.tagged.people(m, group) if p.kind != "office"]
    if people and people[0].kind == "weak" and reading.flow.endswith((" of ", " at ", "\x1fof "), 0, people[0].start):
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
