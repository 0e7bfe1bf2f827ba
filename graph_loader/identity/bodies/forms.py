"""The name of a body without what is no part of it: which meeting it was, and the room in which it met."""

from __future__ import annotations

import re
from functools import cache

from ...folding import fold, fold_body
from ...lexicon.entries import of_class, word_set
from ...minutes.meeting.heading_words import before_frame, frame, nouns
from ...minutes.page.vocabulary import any_of

_DASH = re.compile(r"\s[-–—]\s|[:;|]\s|\s\(")
_NO_NAME = re.compile(r"\.\s*\(|\)\)|\s(?:to|from|that) the\s|https?:|@")
"""What stands in no name of a body: `31R)). (Report`, `Truck to the Downtown Traders Association`."""
_SIGNS = " \t.,:;-–—()"


@cache
def form_of(name: str) -> str:
    """The folded name of a body, without the words for a meeting of it; empty where it names a room.

    `Board of Directors - Regular Board Meeting` is the Board of Directors; `3rd Floor Board Room` is no body, nor is
    what does not look like a name.
    """
    return "" if is_room(name) or is_no_name(name) else fold_body(named_part(name))


@cache
def named_part(name: str) -> str:
    """What of a written name is the body's, as written."""
    cuts = list(_DASH.finditer(name))
    if cuts and _says_which_meeting(name[cuts[-1].end() :]) and nouns().search(name, 0, cuts[-1].start()):
        return named_part(name[: cuts[-1].start()].strip(_SIGNS))
    end = len(name.rstrip(_SIGNS))
    last = next((m for m in frame().finditer(name) if m.end() == end), None)
    rest = name[: last.start()].rstrip(_SIGNS) if last else ""
    noun = next((m for m in nouns().finditer(rest) if m.end() == len(rest)), None) if rest else None
    return rest if noun else name


def _says_which_meeting(words: str) -> bool:
    """Whether words only say which meeting it was: `Regular Board Meeting`."""
    if not frame().search(words):
        return False
    kinds = word_set("heading_words", "short", "frames", "never_first")
    return all(word in kinds | before_frame() for word in fold(words).split())


@cache
def _room() -> re.Pattern[str]:
    rooms = any_of(of_class("heading_words", "room"))
    return re.compile(rf"(?:{rooms})(?:\s+(?:[a-z]|\d{{1,3}}|one|two|three))?$", re.IGNORECASE)


def is_room(name: str) -> bool:
    """Whether a name is that of a room: `Committee Room 2`, `3rd Floor Board Room`."""
    return _room().search(name.strip(_SIGNS)) is not None


def is_no_name(name: str) -> bool:
    """Whether a stretch that was read as a body's name does not look like one: brackets left open, a sentence."""
    return _NO_NAME.search(name) is not None or name.count("(") != name.count(")")
