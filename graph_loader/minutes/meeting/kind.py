"""What kind of meeting a heading says that it was: a special one, a public hearing; an ordinary one has no kind."""

from __future__ import annotations

import re
from functools import cache

from ...lexicon.entries import of_class
from ...parsed_minutes import MeetingKind
from ..page.reading import Reading
from ..page.vocabulary import any_of

_BEFORE_NOUN: tuple[MeetingKind, ...] = ("special", "annual")
_ALONE: tuple[MeetingKind, ...] = ("hearing", "work_session")
_OTHER_MEETING = re.compile(r"\b(?:next|last|previous|earlier|prior|future|forthcoming)[\s\x1f]+$", re.IGNORECASE)


def _words(kind: str) -> str:
    return any_of(of_class("meeting_kinds", kind))


@cache
def _rules() -> tuple[tuple[MeetingKind | None, re.Pattern[str]], ...]:
    """A pattern for every kind of meeting, and for what an ordinary one is called."""
    noun = rf"(?:[\s\x1f,]+[\w'’&-]+){{0,6}}?[\s\x1f]+(?:{_words('nouns')})\b"
    before = [(kind, rf"\b(?:{_words(kind or 'ordinary')})\b{noun}") for kind in (None, *_BEFORE_NOUN)]
    alone = [(kind, rf"\b(?:{_words(kind)})\b") for kind in _ALONE]
    return tuple((kind, re.compile(rule, re.IGNORECASE)) for kind, rule in (*before, *alone))


def read_kind(reading: Reading, top: int, body: tuple[int, int] | None) -> tuple[MeetingKind, tuple[int, int]] | None:
    """The kind of meeting that the heading, which ends at `top`, states first, with its place; none for ordinary ones.

    What stands inside the name of the body that met says nothing of the meeting: `Special Needs Committee`.
    """
    found: list[tuple[int, int, MeetingKind]] = []
    for kind, rule in _rules():
        for m in rule.finditer(reading.flow, reading.start, top):
            inside = body is not None and body[0] <= m.start() < body[1]
            if inside or _OTHER_MEETING.search(reading.flow, max(reading.start, m.start() - 20), m.start()):
                continue
            if kind is None:
                return None
            found.append((m.start(), m.end(), kind))
    if not found:
        return None
    start, end, kind = min(found)
    return kind, (start, end)
