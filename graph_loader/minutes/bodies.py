"""The names of bodies in running text, and what kind of body a name is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..parsed_minutes import BodyKind, OrganisationKind
from .vocabulary import UPPER, any_of, bare, data, is_common

_LEFT = 170
"""Signs to the left of the last word of a body's name in which its first word is looked for."""
_WORD = re.compile(rf"[\w&][\w'’./&-]*")
_SPLIT = re.compile(r"[.;:!?\n\t(]|,(?!\s+[A-Z])|[ ]{4,}")


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((kind, str(end)) for kind, ends in data("bodies")["kinds"].items() for end in ends)


def body_kind(name: str) -> BodyKind:
    """The kind of body that a name's own words give; `other` where they give none."""
    plain = " ".join(re.sub(r"[^\w&\s-]", "", name.casefold()).split())
    for first in ("municipal district", "board of", "friends of"):
        if plain.startswith(first) or plain.startswith(f"the {first}"):
            return {"municipal district": "council", "board of": "board", "friends of": "external_body"}[first]  # type: ignore[return-value]
    for kind, end in _kinds():
        if plain == end or plain.endswith(f" {end}") or (kind == "sub_committee" and end in plain):
            return "working_group" if kind == "working_group_plain" else kind  # type: ignore[return-value]
    return "other"


def organisation_kind(text: str) -> OrganisationKind | None:
    """What the organisation beside a name is, or none where its words do not say."""
    plain = " ".join(text.casefold().split()).strip(" .")
    if (
        plain in data("bodies")["parties"]
        or plain.removesuffix(" group").removesuffix(" party") in data("bodies")["parties"]
    ):
        return "party"
    if plain.endswith((" ward", " division", " electoral division")):
        return "ward"
    last = bare(plain.split()[-1]) if plain else ""
    if last in {"services", "service", "education", "department", "directorate", "health", "finance"}:
        return "service"
    if last in {"ltd", "limited", "plc", "llp", "solicitors", "architects", "consultants", "consulting"}:
        return "employer"
    if body_kind(text) != "other":
        return "body"
    return None


@cache
def _heads() -> re.Pattern[str]:
    heads = list(data("bodies")["heads"])
    return re.compile(
        rf"(?<![\w-])(?:{any_of([*heads, *(h.upper() for h in heads)])})(?![\w-])(?:\s+(?i:of|for|on)\s+(?i:the\s+)?[{UPPER}][\w'-]*(?:[\s-]+[{UPPER}][\w'-]*){{0,3}})?"
    )


_OF = re.compile(r"\s+(?:of|for|on)\s", re.IGNORECASE)
_TAKES_OF = (
    "municipal district",
    "board",
    "governing body",
    "council",
    "friends",
    "association",
    "federation",
    "society",
    "commission",
    "union",
    "institute",
)


def body_mentions(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the names of bodies stand between two offsets, longest forms, in order and without overlap."""
    done = start
    for m in _heads().finditer(text, start, end):
        stop = m.end()
        of = _OF.search(text, m.start(), m.end())
        takes_of = of is not None and " ".join(m[0].casefold().split()).startswith(_TAKES_OF)
        if of:
            stop = _right(text, of.end(), m.end()) if takes_of else of.start()
            takes_of = stop > of.end()
            stop = stop if takes_of else of.start()
        begin = _begin(text, max(done, start), m.start())
        if begin is None and not takes_of:
            continue
        first = begin if begin is not None else m.start()
        if " ".join(text[first:stop].casefold().split()) in data("bodies")["generic"]:
            continue
        if first >= done:
            yield first, stop
            done = stop


def _right(text: str, start: int, end: int) -> int:
    """Where the place ends after `Municipal District of`: before words that no place has."""
    stop = start
    for m in _WORD.finditer(text, start, end):
        if bare(m[0]) in _NO_PLACE or (is_common(m[0]) and bare(m[0]) not in _COMPASS):
            break
        stop = m.end()
    return stop


_DATED = re.compile(
    r"(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer|autumn|winter|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_COMPASS = frozenset(
    {"north", "south", "east", "west", "upper", "lower", "great", "new", "village", "river", "lake", "march"}
)
_NO_PLACE = frozenset("held in on at was to by from with that tuesday wednesday thursday".split())


def _begin(text: str, lowest: int, head: int) -> int | None:
    """Where the name begins whose last word stands at `head`, or none where nothing belongs to it."""
    low = max(lowest, head - _LEFT)
    window = text[low:head]
    cut = max((m.end() for m in _SPLIT.finditer(window)), default=0)
    words = list(_WORD.finditer(window, cut))
    table = data("bodies")
    begin: int | None = None
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        plain = bare(word)
        if word[0].isupper() or word[0].isdigit():
            if plain in table["not_a_name"] or _is_person_title(word) or _DATED.match(word):
                break
            begin = low + words[i].start()
        elif (
            plain in table["joining"]
            and begin is not None
            and i > 0
            and words[i - 1][0][0].isupper()
            and bare(words[i - 1][0]) not in table["not_a_name"]
        ):
            continue
        else:
            break
    return begin


def _is_person_title(word: str) -> bool:
    return word.rstrip(".") in {
        "Mr",
        "Mrs",
        "Ms",
        "Miss",
        "Dr",
        "Cllr",
        "Cllrs",
        "Councillor",
        "Councillors",
        "RESOLVED",
        "Resolved",
        "AGREED",
        "Agreed",
        "Chairman",
        "Chair",
        "Members",
        "Minutes",
    }
