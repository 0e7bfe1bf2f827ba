"""One person in another's place: `A to replace B on …`, `A was appointed in place of B`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .appointment_sentences import in_item_about_places, is_interest, place_in, placing_in, role_in
from .placing import Placing, action_of, clean_role
from .reading import Reading
from .tagging import rule

_ON = (
    r"(?:on(?:to)?|to(?: (?:join|serve on|sit on|the membership of))?"
    r"|as (?:a |an |the )?(?:new )?(?:member|representative|co-opted member|substitute|substitute member)s? "
    r"(?:of|on|to|for)|from)"
)
_REPLACE = rule(
    rf"<N:person>,? (?:would|will|should|is to|was to|to|be appointed to|has|had|had agreed to|agreed to)? ?"
    rf"(?:replace[sd]?|take over from|succeed(?:s|ed)?|take the place of) <N:old>"
    rf"(?: as (?:the |a |an )?(?P<role>[^.;,\n\ue000-\ue009]{{3,60}}?))?(?: {_ON} (?:the )?<B:body>)?(?=[ .,;)\n]|$)"
)
_MOVED_REPLACE = rule(
    r"<N:by>,? (?:seconded by <N>,? )?(?:proposed|moved) that (?:(?P<self>he|she)|<N:person>) replace <N:old> as "
    r"(?:a |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,40}?) (?:of|on) (?:the )?<B:body>"
)
_IN_PLACE = rule(
    rf"<N:person>,? (?:(?:was|be|has been|had been|would be|is) )?(?:(?:duly|hereby) )*"
    rf"(?P<verb>appointed|elected|nominated|co-?opted|added) (?:{_ON} (?:the )?<B:body> )?"
    rf"(?:in (?:the )?(?:place|stead) of|to replace|in succession to|vice) <N:old>(?: {_ON} (?:the )?<B:body2>)?"
)
_FOR_THIS_MEETING = re.compile(r"\bfor (?:the purposes of )?(?:this|the) meeting\b|\bsubstitut", re.IGNORECASE)
"""A replacement that is a substitution."""


def read_replacements(reading: Reading) -> Iterator[Placing]:
    """Everybody who takes the place of somebody named."""
    yield from _moved(reading)
    yield from _told(reading)
    yield from _in_place(reading)


def _moved(reading: Reading) -> Iterator[Placing]:
    """`A moved that he replace B as …`"""
    for m in reading.finditer(_MOVED_REPLACE):
        person = reading.tagged.one(m, "by") if m["self"] else reading.tagged.one(m, "person")
        old = reading.tagged.one(m, "old")
        if person and old:
            place, role = place_in(reading, m, "body"), clean_role(m["role"])
            yield placing_in(reading, m, "replace", "appoint", person.text, replaces=old.text, place=place, role=role)


def _told(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_REPLACE):
        person, old = reading.tagged.one(m, "person"), reading.tagged.one(m, "old")
        sentence = reading.sentence_text(m)
        if not person or not old or _FOR_THIS_MEETING.search(sentence) or is_interest(sentence):
            continue
        place = place_in(reading, m, "body")
        if place is None and not m["role"] and not in_item_about_places(reading, m.start()):
            continue
        yield placing_in(reading, m, "replace", "appoint", person.text, replaces=old.text, place=place, role=role_in(m))


def _in_place(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_IN_PLACE):
        person, old = reading.tagged.one(m, "person"), reading.tagged.one(m, "old")
        if not person or not old:
            continue
        action = action_of(m["verb"])
        yield placing_in(
            reading,
            m,
            "in_place",
            "appoint" if action == "nominate" else action,
            person.text,
            replaces=old.text,
            place=place_in(reading, m, "body", "body2"),
            role="member",
        )
