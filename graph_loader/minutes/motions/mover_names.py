"""People, mostly listed ones, named by a surname, a given name or initials where somebody moves or seconds.

A bare surname can be an ordinary word (`Hall`), and letters can be anything (`PA`); beside `seconded by` they are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...folding import fold
from ...lexicon.moving import moving_words
from ..names.roster import Roster
from ..page.vocabulary import UPPER, is_no_name, may_be_surname

_WORD = rf"[{UPPER}][\w'’-]*\.?"


@cache
def _after() -> re.Pattern[str]:
    """A word of moving before a name: `Moved by Hall`."""
    return re.compile(
        rf"\b(?i:{moving_words('past', 'noun', 'short')}|m/?s/?[cpu]?/?u?)\b\.?(?:[ \x1f]{{1,3}}(?i:by|of)\b)?"
        r"[ \x1f]{0,30}[:–(-]?[ \x1f]{0,30}"
        rf"(?=(?P<name>{_WORD}(?:[ \x1f]{_WORD}){{0,3}})(?:[ ]?/[ ]?(?P<other>{_WORD}))?)"
    )


@cache
def _before() -> re.Pattern[str]:
    """A word of moving after a name: `Hall moved`."""
    return re.compile(
        rf"(?<![\w'’.-])(?P<name>(?:[{UPPER}]\.?[ \x1f])?[{UPPER}][\w'’-]*)[ \x1f]{{1,3}}"
        rf"(?:then |also |duly )?(?i:{moving_words('past', 'present')})\b(?! forward)"
    )


@cache
def _both() -> re.Pattern[str]:
    """Mover and seconder by surname, each where only a person can stand: `Moved by Hall, second Moss`."""
    name = rf"(?:[{UPPER}]\.?[ \x1f]?){{0,2}}(?:(?:Mc|Mac|De|Van|O')[ \x1f]?)?[{UPPER}][\w'’-]+"
    return re.compile(
        r"\b(?i:motion[ ]?/[ ]?second(?:er)?|moved|motion|proposed|m/s/?c?)(?:[ \x1f](?i:by))?:?[ \x1f]\(?"
        rf"(?P<name>{name})"
        r"(?:[ ]?/[ ]?|[,;.]?[ \x1f](?:and[ \x1f])?(?i:seconded|second|2nd)(?:[ \x1f](?i:by))?:?[ \x1f])"
        rf"(?P<other>{name})(?=[,;:.)]|[ \x1f](?:to|that|and)\b|\s*$|\n|[ \x1f]{{2}})",
        re.MULTILINE,
    )


@cache
def _alone() -> tuple[re.Pattern[str], ...]:
    """A surname where only a person can stand, listed or not: `motion made by Hall`, `with a second from Moss`."""
    name = rf"(?P<name>(?:[{UPPER}]\.?[ \x1f]?){{0,2}}(?:(?:Mc|Mac|De|Van|O')[ \x1f]?)?[{UPPER}][\w'’-]+)"
    after = r"(?=[,;:.)\n]|[ \x1f](?:to|that|and|for|moved|seconded)\b|\s*\Z|[ ]{2})"
    by = (
        r"(?:motion|moved|proposed|seconded|second|2nd|supported)(?:[ \x1f](?:was[ \x1f])?made)?[ \x1f]by:?"
        r"|motion[ \x1f]of"
    )
    return (
        re.compile(rf"\b(?i:{by}|with[ \x1f]a[ \x1f]second[ \x1f](?:from|by))[ \x1f]{name}{after}"),
        re.compile(
            rf"(?<![\w'’.-]){name}[ \x1f](?i:moved|moves|motioned|motions|nominated)\b"
            r"(?=[^.\n]{0,160}[,.;][ \x1f](?:[^.\n]{0,40}[ \x1f])?(?i:second|2nd))"
        ),
        re.compile(
            r"(?i:\b(?:moved|motions?|moves|nominated)\b)[^.\n]{3,160}(?<![A-Z])[,.;][ \x1f](?:and[ \x1f])?"
            rf"{name}[ \x1f](?i:seconded|seconds|2nd)\b"
        ),
    )


_BETWEEN = re.compile(
    rf"\b[Bb]y[ \x1f]{{1,3}}(?=(?P<name>{_WORD}(?:[ \x1f]{_WORD}){{0,3}})(?:[ \x1f]{{0,3}},)?[ \x1f]{{1,3}}"
    r"(?:and[ \x1f])?(?i:seconded)\b)"
)
_PAIR = re.compile(
    rf"(?<![\w/])(?P<name>{_WORD})[ ]?/[ ]?(?P<other>{_WORD})(?![\w/])"
    rf"|[(\[](?P<name2>{_WORD})(?:,[ ]|[ ]?[&–-][ ]?|[ ]and[ ])(?P<other2>{_WORD})[)\]]"
    rf"|\b(?i:motion[ ](?:to|that)|m[/-]?s[/-]?c?)\b[^:\n]{{0,160}}[:,][ ]"
    rf"(?P<name3>{_WORD})(?:,[ ]|[ ]?[&–-][ ]?|[ ]and[ ])(?P<other3>{_WORD})(?=[ ]?(?:[.,;–-]|$))",
    re.MULTILINE,
)
"""A mover and a seconder, both by surname: `2014-101 Holm/Poto`. Nothing else joins two people listed so."""
_LETTERED = re.compile(
    rf"(?<![\w.])\(?[MP](?:[ ]?\)[ ]?[:–-]?|[ ]?[:–-])[ ]?(?P<name>{_WORD}(?:[ \x1f]{_WORD}){{0,2}})[ ]*[,;/]?[ ]*"
    rf"\(?(?:S|2nd)(?:[ ]?\)[ ]?[:–-]?|[ ]?[:–-])[ ]?(?P<other>{_WORD}(?:[ \x1f]{_WORD}){{0,2}})"
)
"""`M: Holm  S: Poto`, `(P) Holm (S) Poto`."""
_SECONDED_AFTER = re.compile(
    rf"(?<![\w'’.-])(?P<name>{_WORD})(?:['’]s)?[)\],;:.–-]{{0,2}}[ \x1f\n]{{1,3}}(?:and |with |was |duly )?"
    r"(?i:second|seconded|seconder|2nd)\b"
)
"""A surname before the word of its seconder: `Motion to pay: Holm. Second: Poto`."""
_LONGEST_TITLE = 4
"""Signs of a title that is cut short with a full stop: `Cllr.`."""
_PART_OF_NAME = re.compile(
    rf"(?:[{UPPER}]\.?|[{UPPER}][\w'’-]+|\b(?:van|von|der|den|de|du|da|di|la|le|ter|ten))[ \x1f]\Z"
)


def movers(flow: str, start: int, end: int, roster: Roster) -> Iterator[tuple[int, int]]:
    """Where listed people are named so, from where to where, in no order."""
    for m in _both().finditer(flow, start, end):
        words = [re.split(r"[ \x1f]", m[group])[-1] for group in ("name", "other")]
        if not any(is_no_name(word) and not may_be_surname(word) for word in words):
            yield from (m.span("name"), m.span("other"))
    for pattern in _alone():
        for m in pattern.finditer(flow, start, end):
            word = re.split(r"[ \x1f]", m["name"])[-1]
            shortened = flow[m.end("name") : m.end("name") + 1] == "." and len(word) <= _LONGEST_TITLE
            if not shortened and (not is_no_name(word) or may_be_surname(word)):
                yield m.span("name")
    if not roster.people:
        return
    surnames = {fold(k.last_word) for k in roster.people}
    given = {fold(k.first_name) for k in roster.people if k.first_name}
    for pattern in (_after(), _before(), _BETWEEN, _PAIR, _LETTERED, _SECONDED_AFTER):
        for m in pattern.finditer(flow, start, end):
            after = pattern in {_before(), _SECONDED_AFTER}
            if after and _PART_OF_NAME.search(flow, max(start, m.start() - 30), m.start()):
                continue
            groups = [g for g in m.groupdict() if m[g]]
            if pattern in {_PAIR, _LETTERED} and not all(_named(m[g], surnames, set(), roster) for g in groups):
                continue
            for group in groups:
                if m[group] and (signs := _named(m[group], surnames, given, roster)):
                    yield m.start(group), m.start(group) + signs


def _named(text: str, surnames: set[str], given: set[str], roster: Roster) -> int:
    """How many signs of a text name somebody listed: up to the last surname, else initials or a given name."""
    ends = [m.end() for m in re.finditer(r"\S+", text)]
    for i in reversed(range(len(ends))):
        last = text[ends[i - 1] if i else 0 : ends[i]].strip(" \x1f.")
        fits = not (last.isupper() and len(last) < 4) and fold(last) in surnames
        if fits and _agrees(text[: ends[i]], roster):
            return ends[i] - (1 if text[ends[i] - 1] == "." else 0)
    first = text[: ends[0]].strip(".")
    if first.isupper() and 1 < len(first) < 5 and (first in roster.initials or first in roster.by_initials):
        return len(first)
    return len(first) if len(first) > 2 and fold(first) in given else 0


def _agrees(text: str, roster: Roster) -> bool:
    """Whether the initial before a surname is that of somebody listed."""
    initial = re.match(rf"([{UPPER}])\.?[ \x1f]", text)
    return initial is None or any(k.initial in {None, initial[1]} for k in roster.find(text))
