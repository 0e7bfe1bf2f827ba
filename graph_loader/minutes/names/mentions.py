"""A mention of somebody or something in running text, and what belongs to it before and behind its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ...lexicon.entries import of_class
from ...lexicon.name_words import generation
from ..page.view import View
from ..page.vocabulary import any_of
from .roster import Roster

Kind = Literal["person", "office", "weak", "body", "date"]


@dataclass(frozen=True)
class Mention:
    """A mention: its place, its kind and its words as written (with a title that a list gives it), or an ISO date.

    `office` is the office among the titles of a person: `Chairman` of `the Chairman Mr. Hext`.
    """

    start: int
    end: int
    kind: Kind
    text: str
    office: str | None = None


def apart(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in order; what stands in the bracket that belongs to a name is none of its own."""
    found: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found


_MEMBER = re.compile(r"\b(?:(?:Community[ \x1f])?Board[ \x1f]|Committee[ \x1f])?(?<!of )Member[ \x1f]\Z")


def with_member(flow: str, mention: Mention, start: int) -> Mention:
    """A mention with the word before it that says only that it is of a member: `appoint Member J Tane`."""
    if mention.kind not in {"person", "weak"}:
        return mention
    before = _MEMBER.search(flow, max(start, mention.start - 30), mention.start)
    return replace(mention, start=before.start()) if before else mention


_IN_BRACKET = re.compile(r"[ \x1f]?\((?P<words>[^()\n]{2,60})\)")


def with_teller(view: View, flow: str, mention: Mention, roster: Roster) -> Mention:
    """A mention with the bracket after it that tells which of several people of one surname it is: `Mr P Roe (Ind)`."""
    if mention.kind not in {"person", "weak"} or not flow.startswith(("(", " (", "\x1f("), mention.end):
        return mention
    found = _IN_BRACKET.match(flow, mention.end)
    if found is None or not roster.told_apart(mention.text, found["words"]):
        return mention
    return replace(mention, end=found.end(), text=f"{mention.text} ({view.words(*found.span('words'))})")


@cache
def _suffix() -> re.Pattern[str]:
    """`Jr.` or `III` behind the comma after a name, which is not a word of the sentence."""
    suffixes = [s for s in of_class("suffixes", "text") if generation(s)] + ["Sr"]
    return re.compile(rf",[ \x1f](?:{any_of(suffixes)})(?![\w'-])(?:\.(?=,|[ \x1f][a-z]))?")


def with_suffix(view: View, flow: str, mention: Mention) -> Mention:
    """A mention with the suffix after it: `Walter Cole, III`."""
    found = _suffix().match(flow, mention.end) if mention.kind in {"person", "weak"} else None
    if found is None:
        return mention
    return replace(mention, end=found.end(), text=mention.text + view.words(mention.end, found.end()))
