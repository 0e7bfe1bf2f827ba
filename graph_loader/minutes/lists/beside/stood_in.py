"""What is said beside a name in a list about who stood in for whom: `as substitute for Mr A`, `represented by Ms B`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....folding import fold
from ....lexicon.name_words import is_given_name
from ...names.name_spans import name_from, title_at
from ...names.role_words import is_post_phrase
from ...names.tokens import Token, tokens

_FOR = re.compile(
    r"(?:(?:as\s+|(?:acting|present|sitting|serving|attending|here|in\s+attendance)\s+as\s+|named\s+)?(?:an?\s+)?"
    r"(?:(?:nominated|named|designated)\s+)?(?:substitut(?:e|ing)|sub|deput(?:y|ising|izing)|alt(?:ernate)?\.?|proxy|designee"
    r"|seated|sitting)(?:\s+(?:member|trustee|director|governor|delegate),?(?:\s+acting)?)?[)]?\s*(?:[-–]\s*)?(?:for|of|[-:])"
    r"|(?:attending\s+)?(?:in\s+(?:the\s+)?(?:place|absence|stead)\s+of|on\s+behalf\s+of)|replac(?:ing|ement\s+for)"
    r"|(?:covering|acting|attending|sitting|voting|filling\s+in)\s+for"
    r"|st(?:an|oo)d(?:ing)?\s+in\s+for|(?-i:vice(?=\s+[A-Z])))\s*(?P<who>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
SUBSTITUTE = re.compile(
    r"(?:as\s+)?(?:a\s+|named\s+)?(?:substitute|sub|deputy)(?:\s+member)?$|as\s+(?:an\s+)?alternate$", re.IGNORECASE
)
_BY = re.compile(
    r"(?:was\s+)?(?:substituted|replaced|represented|deputised)\s+(?:by|for\s+by)\s+(?P<a>\S.*)$"
    r"|(?:sub|subs|substitute|substitution|substitutes|alternate|replacement)\s*[:.–-]?\s*(?P<b>[A-Z]\S*.*)$"
    r"|with\s+(?P<c>\S.*?)\s+(?:as|attending\s+as|substituting|as\s+his|as\s+her).*$"
    r"|for\s+whom\s+(?P<f>\S.*?)\s+(?:was|is|attended|substituted|deputised).*$"
    r"|(?P<d>\S.*?)[,]?\s+(?:(?:was|is)\s+)?(?:substitut(?:ing|ed)"
    r"|(?:attend(?:ed|ing)|present)\s+as\s+(?:a\s+|his\s+|her\s+|their\s+)?substitute|as\s+substitute"
    r"|deputis(?:ing|ed)"
    r"|(?:attend(?:ed|ing)|present|act(?:ed|ing)|sat|sitting|came)\s+in\s+(?:his|her|their)\s+(?:absence|place|stead)"
    r"|(?:attended|attending)\s+on\s+(?:his|her|their)\s+behalf|substitute|sub)\.?$"
    r"|(?P<e>[A-Z]\S*.*?)\s+to\s+(?:substitute|attend).*$",
    re.DOTALL | re.IGNORECASE,
)
_STOOD_IN_FOR = re.compile(
    r"(?:who\s+)?(?:was\s+)?(?:deputi[sz](?:ed|ing)|substitut(?:ed|ing)|st(?:oo|an)d(?:ing)?\s+in)\s+for|vice|for"
    r"|(?:as\s+)?(?:a\s+)?(?:substitute|sub|deputy|alternate|proxy)\s+for|in\s+(?:the\s+)?(?:place|absence|stead)\s+of",
    re.IGNORECASE,
)
_SENT_FOR = re.compile(
    r"(?P<said>[^()]{2,80}?)(?:(?P<apart>[,;])\s+(?:who\s+)?(?:was\s+|is\s+)?|\s+)"
    rf"(?P<link>{_STOOD_IN_FOR.pattern})\s+(?P<who>[A-Z][^();]{{2,60}})$",
    re.IGNORECASE,
)
"""Where a substitute comes from, or the post, and for whom: `Wexmoor Trust for Ada Quill`, `Clerk, for Mr B`."""
_OFFICE = re.compile(r"(?:the\s+)?(?P<office>[^\W\d][^,;()]{2,50}),\s+", re.IGNORECASE)


def stood_in_for(text: str) -> str | None:
    """The absent member whom a phrase after a name says that its bearer stood in for."""
    found = _FOR.match(text)
    who = _somebody(found["who"]) if found else None
    return who.strip(" .,;") if who else None


def stood_in_by(text: str) -> str | None:
    """The substitute whom a phrase after a name says that its bearer had."""
    found = _BY.match(text)
    who = next(v for v in found.groups() if v) if found else ""
    return who.strip(" .,;") if who and names_somebody(who) else None


def sent_for(text: str) -> tuple[str, str] | None:
    """What a bracket says before it names whom its bearer stood in for, and that name; none where it does not."""
    found = _SENT_FOR.match(text)
    if found is None or not found["who"][0].isupper():
        return None
    who = _somebody(found["who"])
    row = tokens(who, 0, len(who)) if who else []
    full = len(row) > 1 and name_from(row, 0, False) == len(row) and not is_post_phrase(row)
    sure = title_at(row, 0) is not None or (full and (bool(found["apart"]) or is_given_name(fold(row[0].text))))
    return (found["said"].strip(" ,;"), who.strip(" .,;")) if who and sure else None


def links(text: str) -> bool:
    """Whether words are all that stands between a substitute and whoever is stood in for, both with titles."""
    return _STOOD_IN_FOR.fullmatch(text) is not None


def absent_after(row: Sequence[Token]) -> Sequence[Token]:
    """The name with title of whom somebody before these tokens stood in for, where they say so: `for Mr C Dean`."""
    lead = next((i for i, t in enumerate(row) if t.kind != "lower"), 0)
    title = title_at(row, lead) if lead else None
    end = name_from(row, title.last, True) if title else None
    return row[lead:end] if end and links(" ".join(t.text for t in row[:lead])) else ()


def _somebody(text: str) -> str | None:
    """The part of a phrase that begins with a person's name, after the person's office: `the Mayor, Councillor Roe`."""
    if names_somebody(text):
        return text
    before = _OFFICE.match(text)
    office = tokens(before["office"], 0, len(before["office"])) if before else []
    held = before is not None and bool(office) and (is_post_phrase(office) or title_at(office, 0) is not None)
    rest = text[before.end() :] if before and held else ""
    return rest if rest and names_somebody(rest) else None


def names_somebody(text: str) -> bool:
    """Whether a phrase begins with a person's name."""
    row = tokens(text, 0, len(text))
    title = title_at(row, 0)
    return name_from(row, title.last if title else 0, title is not None) is not None
