"""The words that frame the name of a body in a heading, and those that end one, as patterns."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon.entries import of_class, word_set
from ...lexicon.months import month_names, weekdays
from ..names.bodies import KINDS
from ..page.vocabulary import any_of


@cache
def nouns() -> re.Pattern[str]:
    """A word that ends the name of a body, where no word follows that makes it a place or a person."""
    kinds = of_class("bodies", *KINDS)
    ends = any_of([*kinds, *of_class("heading_words", "nouns")])
    not_after = any_of(of_class("heading_words", "not_after"))
    return re.compile(rf"(?<![\w-])(?:{ends})(?![\w-]|['’](?!\s))(?!\s+(?:{not_after})\b)", re.IGNORECASE)


@cache
def before_frame() -> frozenset[str]:
    """What stands before a word of the frame and says which meeting it was, in lower case: `draft`, `november`."""
    return word_set("heading_words", "before_frame") | {*weekdays(), *(month.casefold() for month in month_names())}


@cache
def frame() -> re.Pattern[str]:
    """A word of the frame with what stands before it: `draft minutes`, `ordinary monthly meeting`."""
    before = any_of(before_frame())
    which = rf"(?:{before}|(?:19|20)\d\d|\d+(?:st|nd|rd|th))['’]?s?,?\s+(?:\([^()\n]{{1,12}}\)\s+)?"
    return re.compile(
        rf"(?:{which}){{0,5}}(?<!parish\s)(?<!town\s)(?:{any_of(of_class('heading_words', 'frames'))})(?!['’\w])",
        re.IGNORECASE,
    )


@cache
def tail() -> re.Pattern[str]:
    """What ends a name from the right: `held`, `on Tuesday`, a number."""
    days = "|".join(weekdays())
    words = any_of(of_class("heading_words", "tails"))
    return re.compile(
        rf"(?:{words}|on\s+(?:the\s+)?{days}|{days})\b|(?:on\s+(?:the\s+)?)?\d",
        re.IGNORECASE,
    )


@cache
def community() -> re.Pattern[str]:
    """A community named alone: `CITY OF LARKIN FALLS`."""
    before, begins, ends = (any_of(of_class("communities", kind)) for kind in ("before_of", "begins", "ends"))
    return re.compile(
        rf"(?:the\s+)?(?:(?:{before})\s+of\s+(?:the\s+)?\S.{{1,60}}"
        rf"|(?:{begins})\s+\S.{{1,60}}|\S.{{1,60}}\s(?:{ends}))$",
        re.IGNORECASE,
    )
