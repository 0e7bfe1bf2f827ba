"""Interests under a heading of their own: every line, sentence or clause there that is about a member's own tie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ...documents.text.cells import breaks
from ...folding import fold
from ...lexicon.name_words import is_given_name
from ..lists.people import read_people
from ..names.tagging import rule
from ..page.reading import Reading
from .headings import stretches
from .words import ADVERBS, INVITED, NONE, FoundInterest, declaring, kind_of, verbs

_WHO = rule(
    r"[ \-•*–]*(?:(?:and|but|also) )?(?:in relation to [^\n,]{1,60}, )?"
    r"(?P<about>(?:agenda )?(?:items? |minutes? )?\d[\w./]{0,8}(?: [^\n:–\ue000-\ue009]{1,60})? ?[:–-] ?)?"
    r"(?P<label>(?:non-?)?(?:disclosable )?(?:pecuniary|personal|prejudicial|financial)(?: interests?)? ?[:–-] ?)?"
    r"(?P<who><PP>|[A-Z][\w'-]+)(?P<rest>[^\n]*)"
)
_CUT = rule(
    r"\n|;|\x1f(?=<PP>,? ?(?:[-–] |\(|items?\b))|(?<=\.)\x1f(?=<S>,? )"
    r"|,? and (?=<S>,? (?:as|whose|being|in (?:relation to|respect of)|regarding|re|on|for)\b)"
)
"""Where one entry ends and the next begins, also where lines look like a sentence that was wrapped."""
_LABELLED = re.compile(
    r",?\s*(?:[-–—:(]|'s\b|(?:both|each|all|also)\s|(?:agenda\s+)?(?:items?|minutes?)\b"
    r"|(?:as|in|re|for|on|regarding|concerning|being|whose|who|having|with\s+regard\s+to|likewise)\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.,;(–-]|\Z)")
"""What follows the names where the item stands before them: `Item 5: Cllrs Roe and Pine, as neighbours`."""
_ITEM = re.compile(r"\d[\w./]*(?<![./])")
_SELF = re.compile(r"\b(?:he|she|his|her|my|I|(?:that|both) they|their)\b|\binterests?\b|\bconflicts?\b")
_ADVERBS = ADVERBS.replace(" ", r"\s+")
_PASSIVE = (
    r"(?!\s+(?:now\s+)?(?:asked|due|appointed|elected|re-elected|thanked|invited|welcomed|pleased|delighted|able"
    r"|congratulated|nominated|proposed|unable|going|to)\b)"
)
"""What is done to somebody, which is no tie of theirs."""
_GOES_ON = re.compile(r"[\s•*–-]*(?:agenda\s+)?items?\s+[A-Z]{0,3}\d", re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf",?\s*(?:had\s+|then\s+)?(?:{verbs('other')})\b", re.IGNORECASE)


@cache
def _procedure() -> re.Pattern[str]:
    return re.compile(rf"(?:,[^,\n]{{1,60}},)?\s*{_ADVERBS}(?:{verbs('procedure')})\b", re.IGNORECASE)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf",?\s*{_ADVERBS}(?:{verbs('declares', 'tells', 'procedure')})\b", re.IGNORECASE)


@cache
def _states() -> re.Pattern[str]:
    return re.compile(rf",?\s*{_ADVERBS}(?:{verbs('state')})\b{_PASSIVE}", re.IGNORECASE)


def under_headings(reading: Reading) -> Iterator[FoundInterest]:
    """`Cllr Pocock re 2492`, `Lady M. Torrance   Personal interest in Agenda Item 9`, `Dunmore's firm supplies it`."""
    for start, end in stretches(reading):
        if NONE.search(reading.flow[start : min(end, start + 90)]) and not re.search(
            r"\bdeclared\b", reading.flow[start:end]
        ):
            continue
        above: list[FoundInterest] = []
        barren = 0
        for a, b in _entries(reading, start, end):
            if barren > _MOST_BARREN:
                break
            found = list(_entry(reading, a, b))
            if not found and above and _GOES_ON.match(reading.flow[a:b]):
                low, high = reading.view.trim(a, b)
                rest = reading.flow[low:high]
                found = [replace(f, start=low, end=high, kind=kind_of(rest), rest=rest) for f in above]
            listed = found or _alone(reading, a, b)
            above, barren = listed or above, 0 if listed else barren + 1
            yield from found


_MOST_BARREN = 3
"""More lines and sentences in a row that declare nothing are about something else: the next heading was not seen."""


def _entries(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines, sentences and clauses of a stretch."""
    cuts = [start, *(m.end() for m in _CUT.finditer(reading.tagged.text, start, end)), end]
    for low, high in pairwise(cuts):
        if reading.flow[low:high].strip():
            yield from reading.sentences(low, high)


def _alone(reading: Reading, start: int, end: int) -> list[FoundInterest]:
    """A listed person alone on a line, whose interests stand on the lines below."""
    name = reading.flow[start:end].strip(" \t:*-–\n")
    if len(name) > 50 or not reading.roster.find(name):
        return []
    people = read_people(reading.view, reading.flow, start, end).people
    return [FoundInterest(n, start, end, None, "", "declaration.list") for n in [p.person for p in people] or [name]]


def _entry(reading: Reading, start: int, end: int) -> Iterator[FoundInterest]:
    m = _WHO.match(reading.tagged.text, start, end)
    rest = reading.flow[m.start("rest") : end] if m else ""
    about = m["about"] if m else None
    if m is None or not (_declares(rest) or (about and _ENDS.match(rest) and not NONE.search(rest[:90]))):
        yield from _row(reading, start, end)
        return
    place = reading.view.trim(m.start("who"), end)
    number = _ITEM.search(about or "")
    item = number[0] if number else None
    named = declaring(reading, m)
    people = [p.text for p in named if p.kind != "weak" or _is_known(reading, p.text)]
    for who in people or ([m["who"]] if not named and _is_known(reading, m["who"]) else []):
        yield FoundInterest(who, *place, kind_of(rest) or kind_of(m["label"]), rest, "declaration.list", item)


def _is_known(reading: Reading, word: str) -> bool:
    """Whether words at the beginning of an entry are somebody: listed initials, a listed name, a given name."""
    roster = reading.roster
    if " " in word:
        return bool(roster.find(word)) or is_given_name(fold(word.split(maxsplit=1)[0]))
    letters = word in roster.initials or word in roster.by_initials
    return letters or (word[1:].islower() and (bool(roster.find(word)) or is_given_name(fold(word))))


def _declares(rest: str) -> bool:
    """Whether what follows a name tells of a tie: as a label does, as a state, as something said of oneself."""
    if NONE.search(rest[:90]) or INVITED.search(rest[:90]) or _other().match(rest):
        return False
    own = _SELF.search(rest) is not None
    if _procedure().match(rest) and not own:
        return False
    return bool(_LABELLED.match(rest) or _states().match(rest) or (own and _says().match(rest)))


def _row(reading: Reading, start: int, end: int) -> Iterator[FoundInterest]:
    """A name and what it declares, parted by a dash or a gap: `Dunmore - Member of …`."""
    start, end = reading.view.trim(start, end)
    dashes = [(d.start(), d.end()) for d in re.finditer(r"\s[–-]\s", reading.flow[start:end])]
    cuts = sorted([*((start + a, start + b) for a, b in dashes), *breaks(reading.flow, start, end)])
    cut = next((c for c in cuts if c[0] > start), None)
    if cut is None:
        return
    name, rest = reading.flow[start : cut[0]].strip(), reading.flow[cut[1] : end]
    people = read_people(reading.view, reading.flow, start, cut[0]).people
    named = [p.person for p in people if p.title or " " in p.person or reading.roster.find(p.person)]
    single = re.fullmatch(r"[A-Z][\w'-]+", name) and reading.roster.find(name)
    for who in named or ([name] if single else []):
        if not (NONE.search(rest[:90]) or _other().match(rest)):
            yield FoundInterest(who, start, end, kind_of(rest), rest, "declaration.row")
