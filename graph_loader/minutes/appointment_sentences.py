"""From a rule's match in a sentence about a place to the placing: its body, role, outcome, term and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Action, Outcome
from .outcomes import outcome_of, voted_down
from .placing import Place, Placing, clean_role, place_of, term_in
from .reading import Reading
from .tagging import Mention

_INTEREST = re.compile(
    r"\b(?:expressed (?:an )?interest|interested in|request(?:ed|s)? (?:that|to)|asked (?:to be|that)|shall|may be"
    r"|cease to hold|ten(?:th)? days?|considered|not (?:been )?appointed|unable to appoint|wish(?:ed)? to be)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(r"\b(?:congratulat\w+|had been (?:a|the) member|previously|when|outgoing)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:the\s+)?(?:council|committee|board|panel|group|parish council|community council)$", re.IGNORECASE
)
_PROPOSING = re.compile(r"\bpropos", re.IGNORECASE)
_MOVING = re.compile(r"\bpropos|\bmoved\b", re.IGNORECASE)
_ADVISING = re.compile(r"\bpropos|\brecommend", re.IGNORECASE)
_SAID_AS_FACT = re.compile(r"\b(?:was|were|be|is|are|would|will|has been)\b")
_PLACE_VERBS = re.compile(r"\b(?:appointed|elected|confirmed|received)\b")
"""Verbs of the appointment itself, which say nothing of its outcome."""
_ABOUT_PLACES = re.compile(
    r"appoint|represent|membership|outside bod|external bod|committee|working group", re.IGNORECASE
)


def is_interest(sentence: str) -> bool:
    """Whether a sentence only speaks of interest in a place, of a request for it, or of rules about it."""
    return _INTEREST.search(sentence) is not None


def is_told(sentence: str) -> bool:
    """Whether a sentence only tells of a place taken earlier."""
    return _TOLD_OF.search(sentence) is not None


def in_item_about_places(reading: Reading, at: int) -> bool:
    """Whether an offset stands in an item about appointments, representatives or membership."""
    item = reading.outline.item_at(at)
    return item is not None and _ABOUT_PLACES.search(item.title) is not None


def place_in(reading: Reading, m: re.Match[str], *groups: str) -> Place | None:
    """The body that the first of these groups with one names; none for `the committee`, which is no name."""
    for group in groups:
        if m.groupdict().get(group):
            found = reading.tagged.within(m.start(group), m.end(group), "body")
            if found and not _GENERIC.match(found[0].text):
                return place_of(found[0])
    return None


def people_in(reading: Reading, m: re.Match[str], group: str) -> list[Mention]:
    """The people whom a group of a match names; those meant by their office are left out."""
    return [p for p in reading.tagged.people(m, group) if p.kind != "office"]


def role_in(m: re.Match[str]) -> str:
    """The role that a match states, else that of a plain member."""
    return clean_role(m["role"]) if m.groupdict().get("role") else "member"


def placing_in(
    reading: Reading,
    m: re.Match[str],
    name: str,
    action: Action,
    person: str | None,
    *,
    holder: str | None = None,
    place: Place | None = None,
    body: str | None = None,
    role: str | None = None,
    replaces: str | None = None,
    outcome: Outcome | None = None,
) -> Placing:
    """The placing that a match states, with the term after it; its outcome, where none is given, is the sentence's."""
    low, high = reading.sentence(m.start(), m.end())
    term, until = term_in(reading, m.end(), high)
    lead = _lead_in(reading, low)
    return Placing(
        low,
        high,
        f"appointment.{name}",
        action,
        outcome or _outcome(reading, low, high, lead),
        person=person,
        holder=holder,
        place=place,
        body=body,
        role=role,
        replaces=replaces,
        until=until,
        term=term,
        evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
    )


def placings_in(
    reading: Reading,
    m: re.Match[str],
    name: str,
    action: Action,
    role: str,
    *,
    body: str | None = None,
    outcome: Outcome | None = None,
) -> Iterator[Placing]:
    """A placing, as by `placing_in`, for each person whom a match names, on the body that it names."""
    place = place_in(reading, m, "body")
    for person in people_in(reading, m, "person"):
        yield placing_in(reading, m, name, action, person.text, place=place, body=body, role=role, outcome=outcome)


def _outcome(reading: Reading, low: int, high: int, lead: tuple[int, int] | None) -> Outcome:
    """The document's own word: of the sentence, of the words before a list, of what follows a proposal."""
    sentence = reading.flow[low:high]
    if voted_down(reading.flow[high : high + 200]) and _MOVING.search(sentence):
        return "lost"
    own = outcome_of(_PLACE_VERBS.sub(" ", sentence))
    if own:
        return own
    if lead:
        return outcome_of(reading.flow[slice(*lead)]) or "agreed"
    if _SAID_AS_FACT.search(sentence) and not _PROPOSING.search(sentence):
        return "agreed"
    return "proposed" if _ADVISING.search(sentence) else "agreed"


def _lead_in(reading: Reading, at: int) -> tuple[int, int] | None:
    """The paragraph that a bullet belongs to: `The following changes … were noted:`."""
    outline = reading.outline
    index = next((i for i, p in enumerate(outline.paragraphs) if p.start <= at < p.end), None)
    if index is None:
        return None
    own = outline.paragraphs[index]
    if not (own.first.bullet or own.first.letter) or (own.first.number is not None):
        return None
    for before in reversed(outline.paragraphs[max(0, index - 25) : index]):
        if (
            before.first.number
            or before.first.is_head
            or reading.flow[before.start : before.end].rstrip(" -").endswith((":", ":-", "that"))
        ):
            return before.start, before.end
    return None
