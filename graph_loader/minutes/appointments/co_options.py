"""Co-options decided by a vote between candidates, or shown by a signed acceptance of office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.agreement import same_surname
from ..dates.number_words import count_pattern
from ..names.tagging import rule
from ..page.reading import Reading
from .elections.candidates import candidates
from .placing import Placing, clean_role, is_place
from .placings import people_in


@cache
def _candidates() -> re.Pattern[str]:
    return rule(
        rf"\b(?:(?:{count_pattern(2, 4)}|\d) )?(?:candidates|applicants|nominees)"
        r"(?: (?:were|are|for [^.:\n,]{1,40}))?"
        r"[ ,:–-]+"
        r"<PP:people>"
    )


_IN_FAVOUR_OF = rule(
    r"\bin favou?r of <N:person>|<N:won>(?:,? [^.;\n\ue000-\ue005]{0,60}?)? (?:was|is|be) "
    r"(?:(?:duly|unanimously|then|therefore|accordingly) ){0,2}(?:elected|co-?opted)"
)
_CO_OPTED = rule(
    r"<PP:who>,? (?:(?:was|were|is|be|been|being|duly|unanimously|then|therefore|accordingly) ){1,4}co-?opted\b"
)
_SIGNED = rule(
    r"<N:person>,? signed (?:the |his |her |a )?(?:declaration of )?acceptance (?:of office )?(?:to become|as) "
    r"(?:a |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,40}?)(?= and |[.,;\n]|$)"
)
_ABOUT_CO_OPTION = re.compile(r"co-?opt|new councillor|vacanc", re.IGNORECASE)


def read_candidates(reading: Reading) -> Iterator[Placing]:
    """`There were two candidates: A and B. A vote was taken … in favour of A.`"""
    for m in reading.finditer(_candidates()):
        item = reading.outline.item_at(m.start())
        end = min(item.end if item else reading.last, m.end() + 600)
        winner = _IN_FAVOUR_OF.search(reading.tagged.text, m.end(), end)
        chosen = (reading.tagged.one(winner, "person") or reading.tagged.one(winner, "won")) if winner else None
        if winner is None or chosen is None:
            continue
        co_option = item is not None and _ABOUT_CO_OPTION.search(item.title) is not None
        vote = reading.sentence(winner.start(), winner.end())
        for person in people_in(reading, m, "people"):
            yield Placing(
                *reading.sentence(m.start(), m.end()),
                "appointment.candidates",
                "co_opt" if co_option else "elect",
                "agreed" if same_surname(person.text, chosen.text) else "lost",
                person=person.text,
                role="councillor" if co_option else None,
                evidence=reading.evidence(("decision", vote, "appointment.vote")),
            )


def read_nominees(reading: Reading) -> Iterator[Placing]:
    """Candidates of an item about co-option whom members proposed, of whom one or some are said to be co-opted."""
    for item in reading.outline.items:
        if not re.search(r"co-?opt", item.title, re.IGNORECASE):
            continue
        end = min(item.end, reading.last)
        stood = candidates(reading, item.start, end)
        told = _CO_OPTED.finditer(reading.tagged.text, item.start, end)
        chosen = [who for m in told for who in people_in(reading, m, "who")]
        if len(stood) < 2 or not chosen:
            continue
        for one in stood:
            won = any(same_surname(one.who.text, c.text) for c in chosen)
            yield Placing(
                *reading.sentence(one.start, one.end),
                "appointment.candidates",
                "co_opt",
                "agreed" if won else "lost",
                person=one.who.text,
                role="councillor",
            )


def read_signed_acceptances(reading: Reading) -> Iterator[Placing]:
    """`A signed the acceptance of office to become a councillor`."""
    for m in reading.finditer(_SIGNED):
        person, role = reading.tagged.one(m, "person"), clean_role(m["role"])
        if person and is_place(role) and "councillor" in role.lower():
            low, high = reading.sentence(m.start(), m.end())
            yield Placing(low, high, "appointment.signed", "co_opt", "agreed", person=person.text, role=role)
