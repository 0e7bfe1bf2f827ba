"""One person in another's place: `A to replace B on …`, `A was replaced by B`, `A moved that he replace B`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from .complements import complement, term_after
from .placing import Place, Placing, place_of
from .sentences import Decided, in_item_about_places, is_hedged, is_outside, is_past, outcome_in

_AUX = (
    r"(?:(?:would|will|should|is|are|was|were|be|to|had|has|have|agreed|appointed|that|he|she|they|duly|also|now|and"
    r"|volunteered) ){0,6}"
)
_LATE = r"(?:(?:the late|the outgoing|(?:his|her|their) \w+,?) )?"
_REPLACE = rule(
    rf"(?P<person><N>),? ?{_AUX}(?:replace[sd]?|replacing|takes? over from|took over from|taken over from"
    rf"|succeed(?:s|ed)?"
    rf"|(?:take|takes|took|taken) the place of|fill(?:s|ed)? the (?:vacancy|place|seat) (?:left|caused|created"
    rf"|vacated) by) "
    rf"{_LATE}<N:old>"
)
_REPLACED = rule(
    r"(?P<old><N>),? (?:(?:be|was|is|has|had|been|to|would|will|should|that|and) ){1,4}(?:replaced|succeeded)"
    r"(?P<where> (?:on|as|in) [^.;\n\ue000-\ue005]{3,90}?)? by <N:person>"
)
_MOVED = rule(
    r"(?P<by><N>),? (?:seconded by <N>,? )?(?:proposed|moved)(?:,? seconded by <N>,?)? that (?:he"
    r"|she) (?:should )?replace "
    rf"{_LATE}<N:old>"
)
_FOR_THIS_MEETING = re.compile(
    r"\bfor (?:this|the) meeting|purposes of this meeting|(?<!as )(?<!as a )(?<!as the )substitut(?!e members?\b)"
)
"""Words of a replacement that is a substitution; somebody may lastingly replace another as a substitute."""
_ON = re.compile(r"\b(?:on|for|in)\s+(?:the\s+)?$", re.IGNORECASE)
_ANOTHER = rule(r",? ?<N> (?:would|will|should|to|is to|had|has) replace[sd]? <N>,? and (?:that )?")
_AND_BY = rule(r" and (?P<old><N>) by <N:person>")
"""What goes on a sentence about one who was replaced: `and B by A on …`."""


def read_replacements(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Everybody who takes the place of somebody named."""
    for pattern, group in ((_MOVED, "by"), (_REPLACE, "person"), (_REPLACED, "person")):
        for m in reading.finditer(pattern):
            further = _further(reading, m) if pattern is _REPLACED else []
            for match in (m, *further):
                person, old = reading.tagged.one(match, group), reading.tagged.one(match, "old")
                if person and old and person.kind != "office":
                    yield from _placings(reading, own, decided, person, old)


def _further(reading: Reading, m: re.Match[str]) -> list[re.Match[str]]:
    """Those of whom the rest of a sentence says that they were replaced too."""
    _, high = reading.sentence(m.start(), m.end())
    return list(_AND_BY.finditer(reading.tagged.text, m.end(), high))


def _place_before(reading: Reading, low: int, person: Mention) -> Place | None:
    """The body that a sentence names before it says who replaces whom: `on the Board A would replace B and C D`.

    In a table it stands in the cell before.
    """
    bodies = reading.tagged.within(low, person.start, "body")
    if not bodies:
        return None
    between = reading.tagged.text[bodies[-1].end : person.start]
    before = reading.flow[max(low, bodies[-1].start - 12) : bodies[-1].start]
    if not between.strip(" ,|\t\x1f"):
        return place_of(bodies[-1]) if "|" in between or _ON.search(before) else None
    return place_of(bodies[-1]) if _ON.search(before) and _ANOTHER.fullmatch(between) else None


def _placings(reading: Reading, own: str | None, decided: Decided, person: Mention, old: Mention) -> Iterator[Placing]:
    low, high = reading.sentence(min(person.start, old.start), max(person.end, old.end))
    if _FOR_THIS_MEETING.search(reading.flow[low:high].casefold().replace("\x1f", " ")):
        return
    if is_hedged(reading, low, person.start) or is_past(reading, low, person.start):
        return
    after = max(person.end, old.end)
    said = complement(reading, own, after, high)
    if not said.states_place and person.start > old.end:  # "A was replaced on the Board by B"
        said = complement(reading, own, _after_replaced(reading, old.end, person.start), person.start)
    if not said.states_place and (place_before := _place_before(reading, low, person)):
        said = replace(said, places=(place_before,))
    if not said.states_place and not in_item_about_places(reading, person.start):
        return
    outcome, lead = outcome_in(reading, low, high, decided)
    term, until, since = term_after(reading, said, after, high)
    for place in said.places or (None,):
        yield Placing(
            low,
            high,
            "appointment.replace",
            "appoint",
            outcome,
            person=person.text,
            place=place,
            role=said.role or ("representative" if place and is_outside(reading, low) else "member"),
            replaces=old.text,
            represents=said.represents,
            since=since,
            until=until,
            term=term,
            evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
        )


def _after_replaced(reading: Reading, start: int, end: int) -> int:
    for word in ("replaced", "succeeded"):
        at = reading.flow.find(word, start, end)
        if at >= 0:
            return at + len(word)
    return start
