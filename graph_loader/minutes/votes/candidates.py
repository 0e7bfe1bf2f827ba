"""Votes for one of several candidates: a list under the name of each, or told in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..names.tagging import rule
from ..page.reading import Reading
from .lists import names_alone
from .words import SIDE, Cast, Stated

_LABEL = rule(
    r"(?<![^\n])[ *•]{0,4}(?:the following (?:members |councillors )?)?"
    r"(?P<for>(?:votes? |voting |voted |those )?(?:cast )?(?:in favou?r of|for) )?"
    r"<P:candidate>\*{0,2} ?(?:[(\[](?P<n>\d{1,3})(?: votes?)?[)\]]|[–-] ?(?P<m>\d{1,3})(?: votes?)?)?"
    r"\*{0,2} ?[:–-]-?\*{0,2} "
)
"""`For Councillor A (3):`, `Cllr. A:`, `Voting for Cllr A - ` before those who voted so."""
_TOLD = rule(r"<PP:who>,? (?:(?:then|all|both|each) )?(?:voted|voting) (?:for|in favou?r of) <P:candidate>(?! to |'s)")
_BALLOT = re.compile(r"\b(?:poll|ballot|recorded\s+vote|vot(?:e|es|ed|ing)|roll[ -]?call|division)\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*[(\[](\d{1,3})(?:\s+votes?)?[)\]][.;]?\s*\Z|\s*[-–=]\s*(\d{1,3})(?:\s+votes?)?[.;]?\s*\Z")
_SIDE = re.compile(SIDE, re.IGNORECASE)
_NEAR = 600


def candidate_votes(reading: Reading) -> Iterator[Cast | Stated]:
    """The casts for candidates, each with whom it was for, and the number that stands beside the names of one."""
    for m in reading.finditer(_LABEL):
        candidate = reading.tagged.one(m, "candidate")
        if candidate is not None and candidate.kind == "weak" and not (m["for"] or reading.roster.find(candidate.text)):
            continue  # "Burial Ground - Cllr A and Cllr B"
        found = list(_list(reading, m))
        if found and (m["for"] or _BALLOT.search(reading.flow, max(reading.start, m.start() - _NEAR), m.start())):
            yield from found
    for m in reading.near(("vot",), _TOLD):
        candidate = reading.tagged.one(m, "candidate")
        for who in reading.tagged.people(m, "who"):
            if who.kind != "office" and candidate:
                yield Cast(who.text, "for", who.start, m.end(), "vote.sentence", candidate=candidate.text)


def _list(reading: Reading, m: re.Match[str]) -> Iterator[Cast | Stated]:
    """The casts of the names after a label, where they are all that its line holds."""
    candidate = reading.tagged.one(m, "candidate")
    line = reading.flow.find("\n", m.end(), reading.last)
    line = reading.last if line < 0 else line
    counted = _COUNT.search(reading.flow[m.end() : line])
    end = m.end() + counted.start() if counted else line
    people = names_alone(reading, m.end(), end)
    if candidate is None or _SIDE.fullmatch(candidate.text) or not people:
        return
    said = m["n"] or m["m"] or (counted and (counted[1] or counted[2]))
    if said:
        yield Stated("for", int(said), m.start(), candidate=candidate.text)
        if int(said) != len(people):
            message = f"the list has {len(people)} names and says {said}"
            reading.warn("tally", message, m.start("candidate"), people[-1].end, "vote.list")
    for person in people:
        yield Cast(person.person, "for", person.start, person.end, "vote.list", candidate=candidate.text)
