"""What one declaration says: the kind of interest, the item, the reason, whether the member left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...lexicon.entries import of_class
from ...parsed_minutes import Declaration
from ..names.bodies import body_mentions
from ..names.mentions import Mention
from ..page.reading import Reading
from ..page.vocabulary import any_of

KINDS = re.compile(
    r"\b((?:(?:less than |non-)?significant )?(?:disclosable |non-?disclosable )?(?:non-?)?pecuniary"
    r"(?: and (?:conflicts? of |prejudicial |non-pecuniary )?interests?)?|personal and prejudicial"
    r"|personal and non-prejudicial|personal but not prejudicial|prejudicial|personal|other(?: registrable)?"
    r"|registrable|general|non-registrable"
    r"|business|financial|(?:non-)?beneficial|direct|indirect|significant|potential|perceived|material|proximity|remote|impartiality"
    r"|closely associated|fiduciary|conflict of)\s+(?:interests?\b)?",
    re.IGNORECASE,
)
NONE = re.compile(
    r"\b(?:no|none|nil|nothing|not(?!\s+(?:prejudicial|pecuniary|significant|disclosable)\b))\b[^.\n]{0,60}\b(?:declar\w+|disclos\w+|interests?)\b"
    r"|^[\s:–-]*\(?(?:none|nil|n/?a|there were (?:none|no)|no\b)",
    re.IGNORECASE,
)
INVITED = re.compile(
    r"\b(?:invited|asked|reminded|requested|required|should|must|may|wish(?:ed)?)\b[^.\n]{0,60}\b(?:to )?"
    r"(?:declare|disclose|make)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:\bbecause\s+(?:(?:he|she|they)\s+(?:was|were|is|are)\s+)?"
    r"|\bas\s+(?:(?:he|she|they)\s+(?:is|are|was|were|had|has|have)\s+)?(?:an?\s+|the\s+)?|\bdue\s+to\s+"
    r"|\bowing\s+to\s+|\bby\s+(?:virtue|reason)\s+of\s+(?:being\s+)?(?:an?\s+)?"
    r"|\bin\s+that\s+(?:he|she|they)\s+(?:is|was|are|were)\s+"
    r"|\b(?:being|having)\s+(?:an?\s+)?|\bsince\s+|\bin\s+relation\s+to\s+|\bin\s+respect\s+of\s+|\bregarding\s+"
    r"|\bre\s+|\bin\s+(?=item\b)|\bthrough\s+|\bfor\s+(?=the\b)"
    r"|\bthat\s+(?:he|she|they)\s+(?:was|were|is|are)\s+(?:an?\s+)?)(?P<r>[^\n]*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\b(?:agenda\s+)?(?:items?|minutes?|min)\s*(?:no\.?|number)?\s*(?P<n>[A-Z]{0,3}\d{1,4}(?:[./]\d{1,4}){0,2}[a-z]?)\b"
    r"|(?<!/)\b(?P<m>\d{3,4}(?:/\d{2,4})?)\b(?=\s*[(–-])",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:left|withdr[ae]w|would\s+(?:withdraw|leave|vacate)|vacate|leave)\b[^.\n]{0,60}\b"
    r"(?:meeting|room|chamber|chair|while|during|item)\b|\bleft the (?:meeting|room)\b",
    re.IGNORECASE,
)
_STAYED = re.compile(r"\b(?:remained|stayed|did not leave|took part)\b", re.IGNORECASE)
_THEN = re.compile(
    r"(?:[,;]?\s+(?:and|who|but)\s+|[,;]\s+|\A\W*(?:and\s+)?)(?:(?:would|then|also|he|she|they)\s+){0,2}(?:stated|indicated|said|left|leave|withdrew|withdraw"
    r"|vacated?|remained?|stayed|took|take|did|keep|kept|abstain\w*|advised|declared|recused)\b.*$"
    r"|\.\s+[A-Z].*$",
    re.IGNORECASE,
)
"""What a member who declared then did, which is no reason."""
_IN_ITEM = re.compile(
    r"\W*(?:(?:in|on|re|for|regarding|concerning|with\s+regard\s+to|in\s+(?:respect|relation)\s+(?:of|to))\s+)?(?:the\s+)?"
    r"(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?|number)?\s*[A-Z]{0,3}\d[\w./]*(?:\s*\([^()]{0,80}\))?[\s,:–-]*",
    re.IGNORECASE,
)


ADVERBS = r"(?:(?:each|both|all|also|then|therefore|subsequently|further|had|has|have|did) )*"
"""What may stand between somebody and the verb, in a rule."""
TO_WHOM = (
    r"(?: (?:to )?(?:the (?:meeting|committee|chair|council|board|sitting|panel)|members|trustees)(?: (?:that|of))?)?"
)
"""Whom it was told, in a rule."""


@cache
def verbs(*classes: str) -> str:
    """A pattern for the words of some classes of the lexicon's `interests`."""
    return any_of(of_class("interests", *classes))


@dataclass(frozen=True)
class FoundInterest:
    """A declaration as a rule finds it: who, from where to where, what is said after the name, the name of the rule."""

    person: str
    start: int
    end: int
    kind: str | None
    rest: str
    rule: str
    item: str | None = None


def declaring(reading: Reading, m: re.Match[str]) -> list[Mention]:
    """The people of a match, without the office that one of them is named after: `The Chair, Councillor A`."""
    people = reading.tagged.people(m, "who")
    if len(people) == 2 and people[0].kind == "office" and reading.flow[people[0].end : people[1].start].strip() == ",":
        return people[1:]
    return people


def kind_of(text: str | None) -> str | None:
    """The kind of interest that words name, or none."""
    found = KINDS.search(f"{text or ''} interest ")
    if not found or found[1] == "":
        return None
    words = " ".join(found[1].split())
    return f"{words} interest" if "interest" not in words.lower() else words


def item_of(rest: str) -> str | None:
    """The item that words name, or none."""
    found = _ITEM.search(rest)
    return (found["n"] or found["m"]) if found else None


def record(reading: Reading, f: FoundInterest) -> Declaration:
    """The declaration with what its words say."""
    said = f.rest[item.end() :] if (item := _IN_ITEM.match(f.rest)) else f.rest
    reason = _REASON.search(said)
    words = " ".join(_THEN.sub("", reason["r"] if reason else said).split()).strip(' .,;:()-–"')
    left = True if _LEFT.search(f.rest) else False if _STAYED.search(f.rest) else None
    about = next((reading.words(a, b) for a, b in body_mentions(reading.flow, f.start, f.end)), None)
    return Declaration(
        person=f.person,
        kind=f.kind,
        item=f.item or item_of(f.rest),
        reason=words or None,
        about=about,
        left_meeting=left,
        span=reading.span(f.start, f.end, f.rule),
    )


def row_item(cell: str) -> str | None:
    """The item that a cell of a table names, or none."""
    found = re.match(r"\D{0,12}([A-Z]{0,3}\d[\w./]*)", cell)
    return found[1] if found else None
