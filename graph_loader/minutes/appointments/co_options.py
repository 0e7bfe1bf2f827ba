"""Co-options and elections decided by a vote between candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.agreement import same_surname
from ..dates.number_words import count_pattern
from ..names.tagging import rule
from ..page.reading import Reading
from .placing import Placing
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
