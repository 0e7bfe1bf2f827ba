"""Sentences that state another name of somebody: `Councillor X would henceforth be known as Councillor Y`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...folding import fold
from ...lexicon.name_words import is_given_name
from ...parsed_minutes import OtherName
from ..page.reading import Reading
from .mentions import Mention
from .stated_beside import cue_pattern, other_name_in
from .tagging import rule

_WOULD = (
    r"(?:(?:would|will|shall|should|wished|wishes|wanted|asked|requested|prefers?|preferred|is|was|has been|had been) )"
)
_OFTEN = (
    r"(?:(?:now|henceforth|in future|hereafter|from now on|from then on|also|to be|be|been|being|previously|formerly) )"
    r"{0,4}"
)
_MARRIED = r"(?:(?:had |has )?(?:recently )?married,? and )?"
_NAME = r"(?:(?:his|her|their|the) )?(?:(?:last|family|married|maiden|legal|full) )?(?:sur)?names?"
_SURNAME = r"(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
_RULES = (
    # `Councillor Bell would henceforth be known as Councillor Hart`, `Cllr Hart, now known as Cllr Bell`
    rule(
        rf"<N:person>,? (?:who )?{_MARRIED}{_WOULD}{{0,2}}{_OFTEN}"
        r"(?:known|referred to|addressed|styled|recorded) (?:as|by) (?:the name (?:of )?)?<N:other>"
    ),
    # `Councillor Bell had changed her name to Hart`
    rule(
        rf"<N:person>,? (?:who )?(?:(?:had|has|have|was|is) )?(?:(?:recently|formally|legally|now) )?"
        rf"(?:chang(?:ed|ing)|revert(?:ed|ing)) (?:{_NAME} )?(?:from <N:before> )?to (?:the name (?:of )?)?"
        rf"(?:<N:other>|(?P<surname>{_SURNAME}))"
    ),
    # `Councillor Bell had married and was now Councillor Hart`
    rule(
        r"<N:person>,? (?:who )?(?:had |has )?(?:recently )?married,? and (?:(?:is|was|would be) )?"
        r"(?:now |henceforth )?(?:called |known as )?<N:other>"
    ),
)
_STEMS = (
    *("known as", "known by", "referred to", "addressed", "styled", "recorded as", "formerly", "previously"),
    *("née", "nee ", "né ", "now ", "aka", "fka", "f/k/a", "a.k.a", "alias", "maiden", "chang", "revert", "married"),
)


@cache
def _beside() -> re.Pattern[str]:
    """`Mary Hart, formerly Cllr Bell`, `Cllr Hart (née Bell)`, in a sentence or in a list."""
    return rule(
        rf"<N:person>(?:,| [-–])? ?[(\[]?{cue_pattern()},? (?:<N:other>(?!['’]s)|(?P<surname>{_SURNAME})(?![\w'’-]))"
    )


def read_other_names(reading: Reading) -> list[OtherName]:
    """Who is said to have, or have had, another name, with the sentence that says it; each pair of names once."""
    found: dict[tuple[str, str], OtherName] = {}
    for person, other, start, end in _stated(reading):
        if fold(person) != fold(other):
            span = reading.span(*reading.sentence(start, end), "other_name")
            found.setdefault((person, other), OtherName(person=person, other=other, span=span))
    return list(found.values())


def _is_somebody(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is of a person: one with a title, of the lists, or with a known given name."""
    first = mention.text.split()[0]
    return mention.kind != "weak" or bool(reading.roster.find(mention.text)) or is_given_name(fold(first))


def _stated(reading: Reading) -> Iterator[tuple[str, str, int, int]]:
    for form in (*_RULES, _beside()):
        for m in reading.near(_STEMS, form):
            people = reading.tagged.people(m, "person")
            surname = m.groupdict().get("surname")
            if len(people) == 1 and not _is_somebody(reading, people[0]):
                continue  # `The Ferrow Players (formerly Ferrow Drama Club)`
            if surname and form is _beside() and other_name_in(f"née {surname}") is None:
                continue  # `formerly Leader`
            others = [surname] if surname else [other.text for other in reading.tagged.people(m, "other")]
            if len(people) == len(others) == 1:
                yield people[0].text, others[0], m.start(), m.end()
