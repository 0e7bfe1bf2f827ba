"""The words that frame the name of a body in a heading, and those that end one, as patterns."""

from __future__ import annotations

import re
from functools import cache

from ..lexicon.entries import of_class
from ..lexicon.months import month_names
from .bodies import KINDS
from .vocabulary import any_of, data


@cache
def nouns() -> re.Pattern[str]:
    """A word that ends the name of a body, where no word follows that makes it a place or a person."""
    kinds = of_class("bodies", *KINDS)
    ends = any_of([*kinds, *data("headings")["nouns"]])
    not_after = any_of(data("headings")["not_after"])
    return re.compile(rf"(?<![\w-])(?:{ends})(?![\w-]|['’](?!\s))(?!\s+(?:{not_after})\b)", re.IGNORECASE)


@cache
def frame() -> re.Pattern[str]:
    """A word of the frame with what stands before it: `draft minutes`, `ordinary monthly meeting`."""
    words = data("headings")
    before = any_of([*words["before_frame"], *(month.casefold() for month in month_names())])
    which = rf"(?:{before}|(?:19|20)\d\d|\d+(?:st|nd|rd|th))['’]?s?,?\s+(?:\([^()\n]{{1,12}}\)\s+)?"
    return re.compile(
        rf"(?:{which}){{0,5}}(?<!parish\s)(?<!town\s)(?:{any_of(words['frames'])})(?!['’\w])",
        re.IGNORECASE,
    )


@cache
def tail() -> re.Pattern[str]:
    """What ends a name from the right: `held`, `on Tuesday`, a number."""
    days = "|".join(data("dates")["weekdays"])
    return re.compile(
        rf"(?:{any_of(data('headings')['tails'])}|on\s+(?:the\s+)?{days}|{days})\b|(?:on\s+(?:the\s+)?)?\d",
        re.IGNORECASE,
    )


@cache
def community() -> re.Pattern[str]:
    """A community named alone: `CITY OF LARKIN FALLS`."""
    words = data("headings")
    return re.compile(
        rf"(?:the\s+)?(?:(?:{any_of(words['communities'])})\s+of\s+(?:the\s+)?\S.{{1,60}}"
        rf"|(?:{any_of(words['community_begins'])})\s+\S.{{1,60}}|\S.{{1,60}}\s(?:{any_of(words['community_ends'])}))$",
        re.IGNORECASE,
    )
