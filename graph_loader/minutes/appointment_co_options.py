"""Co-options: told or resolved, decided by a vote between candidates, or shown by a signed acceptance of office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .appointment_sentences import is_interest, is_told, people_in, placing_in, placings_in, role_in
from .placing import Placing, clean_role, is_place
from .reading import Reading
from .roster import same_surname
from .tagging import rule

_CO_OPTED = rule(
    r"<PP:person>,? (?:(?:was|were|be|is|has been|had been|being|to be|would be) )?"
    r"(?:(?:duly|unanimously|formally|hereby|then|therefore) )*co-?opted"
    r"(?: as (?:a |an |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?))?"
    r"(?: (?:on(?:to)?|to|as a member of) (?:the )?"
    r"(?:<B:body>|council|committee|board|parish council|community council|panel))?(?= |[.,;\n]|$)"
)
_CO_OPT = rule(
    r"\b(?:resolved|agreed|proposed|decided|voted)(?: by [^.\n]{0,40}?)?(?: that| to)? co-?opt <PP:person>"
    r"(?: (?:on(?:to)?|to) (?:the )?<B:body>)?"
)
_CANDIDATES = rule(
    r"\b(?:(?:two|three|four|\d) )?(?:candidates|applicants|nominees)(?: (?:were|are|for [^.:\n]{1,40}))?[ :–-]+"
    r"<PP:people>"
)
_IN_FAVOUR_OF = rule(r"\bin favou?r of <N:person>")
_SIGNED = rule(
    r"<N:person>,? signed (?:the |his |her |a )?(?:declaration of )?acceptance (?:of office )?(?:to become|as) "
    r"(?:a |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,40}?)(?= and |[.,;\n]|$)"
)
_ABOUT_CO_OPTION = re.compile(r"co-?opt|new councillor|vacanc", re.IGNORECASE)


def read_co_options(reading: Reading) -> Iterator[Placing]:
    """Everybody who is said to have been co-opted, or whom the meeting resolved to co-opt."""
    for pattern in (_CO_OPTED, _CO_OPT):
        for m in reading.finditer(pattern):
            sentence = reading.sentence_text(m)
            if is_interest(sentence) or is_told(sentence) or re.search(r"\bas follows\b", sentence):
                continue
            yield from placings_in(reading, m, "co_opted", "co_opt", role_in(m))


def read_candidates(reading: Reading) -> Iterator[Placing]:
    """`There were two candidates: A and B. A vote was taken … in favour of A.`"""
    for m in reading.finditer(_CANDIDATES):
        item = reading.outline.item_at(m.start())
        end = min(item.end if item else reading.last, m.end() + 600)
        winner = _IN_FAVOUR_OF.search(reading.tagged.text, m.end(), end)
        chosen = reading.tagged.one(winner, "person") if winner else None
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


def read_signed_acceptances(reading: Reading) -> Iterator[Placing]:
    """`A signed the acceptance of office to become a councillor`."""
    for m in reading.finditer(_SIGNED):
        person, role = reading.tagged.one(m, "person"), clean_role(m["role"])
        if person and is_place(role) and "councillor" in role.lower():
            yield placing_in(reading, m, "signed", "co_opt", person.text, role=role)
