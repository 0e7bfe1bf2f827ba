"""What a document that names no council says of places all the same: words with a capital letter, and addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..folding import fold
from ..minutes.page.vocabulary import UPPER
from ..parsed_minutes import ParsedMinutes, Span
from .names import tells

MOST_WORDS = 500
"""Words of a document that are kept, the most common first."""
_NAME = re.compile(rf"[{UPPER}][\w-]{{2,}}")
_SITE = re.compile(
    r"(?:@|\b(?:www\.|https?://)(?:[a-z0-9-]{1,40}\.){0,4}?)([a-z0-9-]{2,40})\.gov(?:\.[a-z]{2,5})?\b", re.IGNORECASE
)
_SPLIT = re.compile(r"[\W_\d]+")


@dataclass(frozen=True)
class Clues:
    """Words, folded, that may tell a place, and names of authorities in addresses (`ormley.gov.uk`), both sorted."""

    words: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def clues_in(text: str, name: str) -> Clues:
    """What a text and the name of its file say of places. The cost grows with the length of the text."""
    counts = Counter(m[0] for m in _NAME.finditer(text))
    folded: Counter[str] = Counter()
    for word, count in counts.items():
        if tells(word):
            folded.update(dict.fromkeys(fold(word).split(), count))
    common = sorted(folded, key=lambda word: (-folded[word], word))[:MOST_WORDS]
    of_file = (word for word in _SPLIT.split(fold(name)) if len(word) > 2)
    sites = {m[1].casefold() for m in _SITE.finditer(text)}
    return Clues(tuple(sorted({*common, *of_file})), tuple(sorted(sites)))


def clues_of_records(meetings: Sequence[ParsedMinutes], name: str) -> Clues:
    """The same of parsed minutes of which the text is not there: by the words on which their records rest."""
    return clues_in("\n".join(_texts(meetings)), name)


def _texts(meetings: Sequence[ParsedMinutes]) -> Iterator[str]:
    for minutes in meetings:
        for _, records in minutes:
            for record in records if isinstance(records, tuple) else (records,):
                span = getattr(record, "span", None)
                if isinstance(span, Span):
                    yield span.text
        yield minutes.meeting.venue or ""
