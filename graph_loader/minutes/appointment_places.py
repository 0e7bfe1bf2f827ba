"""Places taken: on a body named in the sentence, by somebody not named, in its chair, or in a role alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Outcome
from .appointment_sentences import is_interest, is_told, place_in, placing_in, placings_in, role_in
from .placing import Placing, action_of, clean_role, is_place, place_of
from .reading import Reading
from .tagging import rule

_APPOINTED_TO = rule(
    r"<PP:person>,? (?:(?:was|were|be|is|are|has been|have been|had been|would be|will be|being|to be|should be) )?"
    r"(?:(?:duly|unanimously|hereby|formally|also|all|both) )*"
    r"(?P<verb>re-?appointed|appointed|re-?elected|elected|nominated|re-?nominated|added|co-?opted|selected)"
    r"(?: as (?:(?:a|an|the|our|its|this council's|the council's|council) )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?))? "
    r"(?:on(?:to)?|to(?: (?:serve|sit) on| the membership of)?|of|for) (?:the )?<B:body>"
)
_TO_BODY_FIRST = rule(
    r"\bappoint(?:ed)? <PP:person>,? (?:as (?:(?:a|an|the|our|its) )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?) )?"
    r"(?:on(?:to)?|to(?: serve on| sit on)?|of|for) (?:the )?<B:body>"
)
_JOINED = rule(
    r"<PP:person>,? (?:agreed to|would|will|to|has|had|volunteered to|was happy to|offered to)? ?"
    r"(?:join|joined|serve on|sit on|be (?:on|a member of)|represent (?:the )?(?:council|committee|board) on"
    r"|become a member of) (?:the )?<B:body>"
)
_WELCOMED = rule(
    r"\bwelcomed <PP:person> (?:on)?to (?:the )?(?:<B:body>|(?P<short>[A-Z]\. ?(?:Committee|Group|Board|Panel)))"
)
_JOIN_UNNAMED = rule(
    r"(?P<holder>(?:an? |one |two |three )(?:\w+ )?(?:members?|councillors?|representatives?)"
    r"(?: (?:of|from) (?:the )?<B>)?) (?:would|will|should|is to|was to|to|be appointed to) "
    r"(?:join|serve on|sit on|be appointed (?:on)?to|attend) (?:the )?<B:body>"
)
_CHAIRED_BY = rule(
    r"(?:(?P<group>the (?:group|committee|panel|board|forum|working group|sub-?committee))|<B:body>) "
    r"(?:being|to be|would be|will be|be|is to be) chaired by "
    r"(?P<holder>the (?:vice-?|deputy )? ?(?:chair(?:man|person|woman)?|leader|mayor)(?: of (?:the )?<B:of>)?"
    r"|<N:person>)"
)
_ROLE_ONLY = rule(
    r"<PP:person>,? (?:was|were|is|has been|and he was|and she was) (?:(?:duly|also|unanimously|re-?) ?)*"
    r"(?:appointed|elected|ratified|agreed|confirmed)(?: as)? (?:the |a |an |our )?"
    r"(?P<role>(?:[A-Z][\w/&'-]* ?){0,5}(?:Governor|Lead|Champion|Representative|Rep|Trustee|Member|Liaison|Link"
    r"|Safeguarding Lead))(?: and <N:second> as (?:the |a )?(?P<role2>(?:[A-Z][\w/&'-]* ?){1,6}))?",
    0,
)
_VOLUNTEERED = rule(
    r"<N:person> (?:had )?volunteered (?:to be|as|to become|to act as) (?:the |a |an |our )?"
    r"(?P<role>[^.;,\n\ue000-\ue009]{3,60}?) and (?:he|she|they) (?:was|were) (?:duly )?(?:appointed|elected|accepted)"
)
_DECIDED = re.compile(r"\b(?:agreed|resolved|would|will|volunteer|appointed|noted)\b", re.IGNORECASE)
"""Words without which `A joined the committee` tells only of the past."""


def read_places_taken(reading: Reading) -> Iterator[Placing]:
    """Everybody who takes a place on a body that the sentence names."""
    for name, pattern in (
        ("appointed", _APPOINTED_TO),
        ("appoint", _TO_BODY_FIRST),
        ("joined", _JOINED),
    ):
        for m in reading.finditer(pattern):
            sentence = reading.sentence_text(m)
            role = role_in(m)
            if is_interest(sentence) or is_told(sentence) or not (role == "member" or is_place(role)):
                continue
            if name == "joined" and not _DECIDED.search(sentence):
                continue
            action = action_of(m["verb"]) if name == "appointed" else "appoint"
            if action == "elect" and "chair" not in role.lower():
                action = "appoint"  # "elected to the committee": a place on it, not an office
            yield from placings_in(reading, m, name, action, role)
    yield from _welcomed(reading)


def _welcomed(reading: Reading) -> Iterator[Placing]:
    """`welcomed A to the F. Committee`: a body by its short name was chosen earlier, and the place is only noted."""
    for m in reading.finditer(_WELCOMED):
        if is_interest(reading.sentence_text(m)):
            continue
        short = reading.words(*m.span("short")) if m["short"] else None
        outcome: Outcome | None = "noted" if short else None
        yield from placings_in(reading, m, "welcomed", "appoint", "member", body=short, outcome=outcome)


def read_unnamed_places(reading: Reading) -> Iterator[Placing]:
    """`two members of the Parish Council to join the Working Group`: a place whose holder is not named."""
    for m in reading.finditer(_JOIN_UNNAMED):
        place = place_in(reading, m, "body")
        if place:
            holder = reading.words(m.start("holder"), m.end("holder"))
            yield placing_in(reading, m, "unnamed", "appoint", None, holder=holder, place=place, role="member")


def read_chairs(reading: Reading) -> Iterator[Placing]:
    """`The Small Schools Steering Group be reconvened …, with the Group being chaired by the vice-Chair of …`"""
    for m in reading.finditer(_CHAIRED_BY):
        place = place_in(reading, m, "body")
        if place is None and m["group"]:
            low, _ = reading.sentence(m.start(), m.end())
            kind = m["group"].split()[-1].casefold()
            before = [b for b in reading.tagged.within(low, m.start(), "body") if kind in b.text.casefold()]
            place = place_of(before[-1]) if before else None
        named = reading.tagged.one(m, "person")
        person = named.text if named else None
        holder = None if named else reading.words(m.start("holder"), m.end("holder"))
        yield placing_in(reading, m, "chaired", "appoint", person, holder=holder, place=place, role="chair")


def read_roles(reading: Reading) -> Iterator[Placing]:
    """`A was appointed Safeguarding Governor and B as Health and Safety Link`: roles on the meeting's own body."""
    for m in reading.finditer(_ROLE_ONLY):
        role = clean_role(reading.words(m.start("role"), m.end("role")))
        if not is_place(role):
            continue
        yield from placings_in(reading, m, "role", "appoint", role)
        second = reading.tagged.one(m, "second")
        if second and m["role2"]:
            other = clean_role(reading.words(m.start("role2"), m.end("role2")))
            yield placing_in(reading, m, "role", "appoint", second.text, role=other)
    for m in reading.finditer(_VOLUNTEERED):
        volunteer, role = reading.tagged.one(m, "person"), clean_role(m["role"])
        if volunteer and is_place(role):
            yield placing_in(reading, m, "volunteered", "appoint", volunteer.text, role=role)
