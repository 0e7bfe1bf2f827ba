"""Votes in lists under the name of a side: `Ayes: A, B  Noes: none`, `For (12)` above the names, dot leaders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...folding import fold
from ...lexicon.name_words import no_short_word
from ..lists.entries import Listed
from ..lists.people import read_people
from ..names.name_spans import title_at
from ..names.subjects import clause_verbs
from ..names.tokens import tokens
from ..page.reading import Reading
from ..page.vocabulary import UPPER, is_field, is_no_name, is_post, may_be_surname
from ..text import led
from .words import NO_VOTE, SIDE, Cast, Stated, matter_of, mover_of, side_of

_OPENING = (
    r"(?:all\s+|there\s+(?:voted\s+)?|(?:the\s+)?following\s+(?:members?\s+|councillors?\s+)?(?:voted\s+)?|recorded\s+votes?\s*:?\s*"
    r"|votes?\s+|those\s+|(?:members|councillors|councilmembers|trustees)\s+(?:who\s+)?)?"
)
_SIDE = rf"{_OPENING}{SIDE}"
_LABEL = re.compile(
    rf"(?:(?<=\n)|(?<=^)|(?<=[.;:|)(\]])|(?<=,)(?=\s(?:voting|voted|those)\b)"
    rf"|(?<=[ \t\x1f][ \t\x1f])|(?<=/[ ])|(?<=[ \x1f])(?=(?-i:[A-Z])[A-Za-z]{{1,12}}:))"
    rf"[ \t|*\x1f]*{_SIDE}(?:[ ]votes?)?(?![\w'])(?!-(?![\d-]))"
    rf"[ \t]{{0,4}}(?:[(\[][ ]?(?P<n>\d{{1,3}})(?:\s+(?:votes?|members|councillors))?[ ]?[)\]]"
    rf"|-?(?P<m>\d{{1,3}})(?=[ ]?[:–—-]|[ ]-[ ]))?[ \t*]{{0,6}}"
    rf"(?:,?[ \x1f]and[ \x1f]in[ \x1f](?:favou?r|opposition)[^:\n]{{0,20}},[^:\n]{{0,30}}:"
    rf"|[:|–—]|\.{{2,60}}|…|--|[-](?=\s)"
    rf"|(?<=\d)-(?=[A-Z])|(?<=(?-i:AYES|NOES|NAYS|YEAS))[ ]+(?=(?-i:[A-Z][a-z]))"
    rf"|(?<=ayes|noes|nays|yeas),(?=[ ])|(?P<bare>[\n\x1f]))[-–—.]*[ \t*]*(?:[–—-][ \t]+)?",
    re.IGNORECASE,
)
_LEAD = " \t|*\x1f"
_CORE = re.compile(rf"(?<!\w)(?={_SIDE}(?!\w))", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    rf"(?:(?<=[\s.;,|)(\]\x1f])|^){NO_VOTE}\s{{0,3}}(?:[(\[]?\d{{1,3}}[)\]]?)?\s{{0,3}}(?:[:–—|]|-\s|(?=\n|\Z))"
    r"|(?<=[.;,][ \x1f])(?:ayes?|yeas?|nays?|noes|no|yes|abst\w+|against|opposed|for)[ ]{1,3}(?:\d{1,3}"
    r"|none|nil|nobody)\b"
    r"|(?:(?<=[.;|\n])|(?<=^))[ \t\x1f]{0,8}[A-Za-z][A-Za-z' -]{2,40}(?:[ ][(\[]?\d{1,3}[)\]]?)?[ ]?:(?!\d)",
    re.IGNORECASE,
)
"""A label that is of no side: the list before it ends there, whatever the label says."""
_COUNT = re.compile(r"[(\[|]\s*(\d{1,3})\s*[)\]|]?\s*[.;]?\s*$|(?<!\.)[ \t]+(\d{1,3})\s*$")
_FIRST_COUNT = re.compile(
    r"\s*[(\[]?(\d{1,3})(?:\s*[)\]]\s*[-–:,]?|\s*(?:[-–:(,;]|votes?\b|members?\b|councillors\b(?=\s*[-–:(]))\s*[-–:(]?"
    r"|(?=[ \t]+[A-Z][a-z]))\s*(?=[A-Z(])"
)
_NUMBER_ONLY = re.compile(r"\s*[(\[]?\s*(?:\d{1,3}|none|nil|unanimous\w*|all(?: members)?|n/a)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:none|nil|nobody|no one|n/a)\b", re.IGNORECASE)
_VOTING = re.compile(
    r"\b(?:vot\w+|ayes?|noes|carried|motion|amendment|roll call|division|abstain\w*|lost|against)\b", re.IGNORECASE
)
_NEXT_SENTENCE = re.compile(
    r"\.[ \t\x1f]+(?=[A-Z][a-z]+[ \x1f]+[a-z])"
    r"|;[ \x1f]+(?=[a-z])(?!(?:and[ \x1f]+)?(?:the[ \x1f]+)?[A-Z])"
    r"|\)[ ]{0,2}[.;]|\)[ \x1f]*$"
)


@cache
def _told() -> re.Pattern[str]:
    """The full stop that ends the names, where a sentence follows that somebody begins: `Vale. Cllr Pine left`."""
    told = rf"[ \t\x1f]+[{UPPER}][^.;:\n]{{0,60}}?[ \x1f](?:{clause_verbs().pattern}|abstain|oppose|dissent)"
    return re.compile(rf"(?<=[^\W\d_]{{3}})\.{no_short_word()}(?={told})")


_OUTCOME = re.compile(
    r"[ \t\x1f]+(?:Motion|Carrie[sd]|Pass(?:ed|es)|Lost|Fail(?:ed|s)|Defeated|Approved|Adopted)\b", re.IGNORECASE
)
"""What became of a motion, behind the names without a full stop."""
_OF_VOTES = re.compile(r"ayes|noes|nays|yeas|abst|vot", re.IGNORECASE)
"""Labels that can head nothing but votes, whoever is named."""
_UNFINISHED = re.compile(r"(?:[,;&]|\band)\s*\Z")
_LEADER = re.compile(r"[\s.…·_]{2,}\d{1,3}[ \t]*$|[ \t]+\d{1,2}[ \t]*$")
_LEFT_OVER = re.compile(r"[^\W\d_]+")
_MOST_LINES = 150
_ASKEW = 4
"""Signs that a name may stand left of the one above it in its column."""
_NEAR = 500
"""Signs between the labels of two sides of one vote."""
_LONGEST_LIST = 6000
"""Signs after a label in which its names end."""
_NO_NAMES = frozenset({"and", "councillors", "councillor", "cllrs", "cllr", "members", "messrs", "the"})


def listed_votes(reading: Reading, taken: Sequence[tuple[int, int]]) -> Iterator[Cast | Stated]:
    """The casts of every list of a side outside these places, which are tables; the number of each that gives one."""
    flow = reading.flow
    labels: list[re.Match[str]] = []
    for m in led(_LABEL, _CORE, _LEAD, flow, reading.start, reading.last):
        if any(low <= m.end() and m.start() < high for low, high in taken):
            continue
        voting = _OF_VOTES.match(m[side_of(m)]) or _voting_context(reading, m.start())
        if voting or (labels and _names_between(reading, labels[-1].end(), m.start())):
            labels.append(m)
    for i, m in enumerate(labels):
        following = labels[i + 1].start() if i + 1 < len(labels) else reading.last
        near = [labels[k] for k in (i - 1, i + 1) if 0 <= k < len(labels)]
        paired = any(abs(n.start() - m.start()) < _NEAR and side_of(n) != side_of(m) for n in near)
        yield from _list(reading, m, _before_other_label(reading, m.end(), following), paired)


def _before_other_label(reading: Reading, start: int, end: int) -> int:
    """Where the names after a label end at the latest: before the next label in their line or in the lines below."""
    other = _OTHER_LABEL.search(reading.flow, start, min(end, start + _LONGEST_LIST))
    return other.start() if other else end


def _voting_context(reading: Reading, at: int) -> bool:
    """Whether votes are spoken of near an offset: a label such as `For:` alone may head anything."""
    return _VOTING.search(reading.flow[max(reading.start, at - 500) : at]) is not None or (
        _VOTING.search(reading.flow[at + 4 : at + 300]) is not None
    )


def _names_between(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but names stands between the label of one side and that of another: `For: A, B. Against: C`."""
    if end - start > _NEAR:
        return False
    return bool(names_alone(reading, start, end))


def _list(reading: Reading, m: re.Match[str], following: int, paired: bool) -> Iterator[Cast | Stated]:
    """The casts of the names after a label; `paired` says that the label of another side stands near."""
    flow, side, matter, mover = reading.flow, side_of(m), matter_of(m[0]), mover_of(m[0])
    start = m.end()
    stated = int(m["n"] or m["m"]) if m["n"] or m["m"] else None
    line = flow.find("\n", start - 1 if m["bare"] else start)
    line = reading.last if line < 0 else min(line, reading.last)
    if m["bare"] and not (_begins_line(flow, m.start()) and reading.view.norm[m.end() - 1 : m.end()] != " "):
        return
    end = min(line, following)
    people: list[Listed] = []
    if _NOBODY.search(flow, start, end):
        return
    if flow[start:end].strip():
        first = _FIRST_COUNT.match(flow, start, end)
        if first and int(first[1]):
            stated, start = int(first[1]), first.end()
        elif _NUMBER_ONLY.match(flow, start, end):
            number = re.match(r"\s*[(\[]?\s*(\d{1,3})\b", flow[start:end])
            if number is None:
                return
            stated, end = int(number[1]), start
            if not stated or line >= following:
                yield from _unnamed(reading, m, stated)
                return
        else:
            stops = [s for p in (_NEXT_SENTENCE, _told(), _OUTCOME) if (s := p.search(flow, start, end))]
            stop = min(stops, key=lambda m: m.start(), default=None)
            counted = _COUNT.search(flow[start : stop.end() if stop else end])
            stated = int(counted[1] or counted[2]) if counted else stated
            end = stop.start() + (stop[0][0] == ")") if stop else end
        people = people_in(reading, start, end)
        of_votes = _OF_VOTES.match(m[side]) is not None
        listed = any(is_known(reading, p) for p in people)
        people = sorted([*people, *_offices(reading, people, start, end)], key=lambda one: one.start)
        whole = (
            paired
            and only_names(reading, people, start, end, listed=False)
            and all(may_vote(reading, one) for one in people)
        )
        if not of_votes and not listed and not whole:
            people = []
    if line < following and (not people or m["bare"] or (stated or 0) > len(people) or _goes_on(reading, m, end, line)):
        below, end_below = _lines_below(reading, line, following)
        people, end = [*people, *below], end_below if below else end
    if people and stated is not None:
        yield Stated(side, stated, m.start(), matter, mover=mover)
        if stated != len(people):
            message = f"the list has {len(people)} names and says {stated}"
            reading.warn("tally", message, m.start(side), people[-1].end, "vote.list")
    if not people and stated:
        yield from _unnamed(reading, m, stated)
    for person in (one for p in people for one in _without_comma(reading, p)):
        yield Cast(reading.roster.with_teller(person), side, person.start, person.end, "vote.list", matter, mover=mover)


_OFFICE_ENDS = re.compile(r"[ \x1f]*(?:[,;.)]|and\b|\Z)")
"""What follows an office in a list of names: in `The Chair used a casting vote` it is none of them."""


def _offices(reading: Reading, people: Sequence[Listed], start: int, end: int) -> Iterator[Listed]:
    """Whoever is named by an office alone: `For: the Chair; Councillors Roe and Pine`."""
    for one in reading.tagged.within(start, end, "office"):
        alone = _OFFICE_ENDS.match(reading.flow, one.end, max(end, one.end)) is not None
        if alone and not any(p.start < one.end and one.start < p.entry_end for p in people):
            yield Listed(one.text, one.start, one.end, one.end, title=one.text)


def is_known(reading: Reading, person: Listed) -> bool:
    """Whether somebody has a title or is listed, by name or by initials."""
    return bool(person.title or person.distributed or reading.roster.find(person.person)) or _letters(reading, person)


def _letters(reading: Reading, person: Listed) -> bool:
    return person.person in reading.roster.initials or person.person in reading.roster.by_initials


def may_vote(reading: Reading, person: Listed) -> bool:
    """Whether somebody in a list of votes is a person: listed or titled, or named by no post and no common word."""
    if is_known(reading, person):
        return True
    last = person.person.rpartition(" ")[2]
    return last[:1].isupper() and not is_post(last) and (not is_no_name(last) or may_be_surname(last))


def _unnamed(reading: Reading, m: re.Match[str], stated: int) -> Iterator[Stated]:
    """A side of which the minutes give only the number."""
    if stated:
        message = f"{stated} voted so, and the minutes name none of them"
        reading.warn("votes_unnamed", message, *m.span(side_of(m)), "vote.list")
    yield Stated(side_of(m), stated, m.start(), matter_of(m[0]), mover=mover_of(m[0]))


def _goes_on(reading: Reading, m: re.Match[str], end: int, line: int) -> bool:
    """Whether the names of a list go on below the line: it ends with a comma or `and`, or the next one is set under
    the first name and not under the label.
    """
    if end != line:
        return False
    if _UNFINISHED.search(reading.flow, max(end - 8, 0), end) is not None:
        return True
    begin = reading.flow.rfind("\n", 0, m.start()) + 1
    label = next((i for i in range(begin, m.end()) if not reading.flow[i].isspace()), begin) - begin
    below = next((i for i in range(line + 1, min(line + 200, reading.last)) if not reading.flow[i].isspace()), line + 1)
    return below - line - 1 > max(label + 2, m.end() - begin - _ASKEW)


def _begins_line(flow: str, at: int) -> bool:
    return at == 0 or flow[flow.rfind("\n", 0, at) + 1 : at].strip(" \t|*") == ""


def people_in(reading: Reading, start: int, end: int) -> list[Listed]:
    """The people of a list; a title in the singular before surnames alone is that of each: `Councillor A, B and C`."""
    if letters := _by_initials(reading, start, end):
        return letters
    people = list(read_people(reading.view, reading.flow, start, end).people)
    alone = list(read_people(reading.view, reading.flow, start, end, surnames=True).people)
    begun = {one.start for one in people}
    if len(alone) > len(people) and all(one.start in begun or reading.roster.find(one.person) for one in alone):
        people = alone  # `Strake Ellis, Carver`: the surname alone of somebody listed
    row = tokens(reading.flow, start, end)
    title = title_at(row, 0)
    if title is None or title.each or title.office or (len(people) > 1 and all(p.title for p in people)):
        return people
    words = reading.view.words(row[0].start, row[title.last - 1].end)
    more = list(read_people(reading.view, reading.flow, start, end, each=words).people)
    return more if len(more) > len(people) else people


_INITIALS = re.compile(
    r"[\s:–-]*(?P<all>[A-Z]{2,4}(?:(?:\s?[,;/&]\s?|\s?,?\sand\s)[A-Z]{2,4})*)(?=\W*\Z|\.?\t|\.\s{2})"
)


def _by_initials(reading: Reading, start: int, end: int) -> list[Listed]:
    """People of whom all that stands there is the initials by which the lists know them: `JH, RD and TF`."""
    found = _INITIALS.match(reading.flow[start:end])
    if found is None:
        return []
    low = start + found.start("all")
    people = [Listed(m[0], low + m.start(), low + m.end(), low + m.end()) for m in re.finditer("[A-Z]+", found["all"])]
    return people if all(_letters(reading, one) for one in people) else []


def _without_comma(reading: Reading, person: Listed) -> list[Listed]:
    """Two of those listed whose comma was lost: `Ash Beech`, where an Ash and a Beech are listed and no Ash Beech."""
    one, _, other = person.person.partition(" ")
    found = reading.roster.find
    if person.title or not other or not (found(one) and found(other)) or fold(person.person) in _listed(reading):
        return [person]
    gap = reading.flow.find(other, person.start + len(one), person.end)
    if gap < 0 or not all(fold(k.plain) == fold(name) for name in (one, other) for k in found(name)):
        return [person]
    first = replace(person, person=one, end=person.start + len(one), entry_end=person.start + len(one))
    return [first, replace(person, person=other, start=gap)]


def _listed(reading: Reading) -> set[str]:
    return {fold(k.plain) for k in reading.roster.people}


def _lines_below(reading: Reading, at: int, end: int) -> tuple[list[Listed], int]:
    """The people of the lines under a label, up to the first line that is more than names; and where they end."""
    flow = reading.flow
    found: list[Listed] = []
    for _ in range(_MOST_LINES):
        start = at + 1
        if start >= end:
            break
        line = flow.find("\n", start, end)
        line = end if line < 0 else line
        text = flow[start:line]
        if text.strip() and reading.outline.begins_item(start, line):
            break
        if text.strip():
            names = start + len(text) - len(text.lstrip(" \t•*-|"))
            leader = _LEADER.search(flow, names, line)
            people = names_alone(reading, names, leader.start() if leader else line)
            if not people:
                break
            found += people
        at = line
    return found, at


def names_alone(reading: Reading, start: int, end: int, *, listed: bool = True) -> list[Listed]:
    """The people between two offsets where nothing else stands; each with a title or, if so wanted, listed before."""
    people = people_in(reading, start, end)
    return people if people and only_names(reading, people, start, end, listed=listed) else []


def only_names(reading: Reading, people: list[Listed], start: int, end: int, *, listed: bool = True) -> bool:
    """Whether a line holds nothing but these people, each with a title or, if so wanted, listed before."""
    text = reading.flow[start:end]
    if listed and not all(is_known(reading, p) for p in people):
        return False
    for p in people:
        low, high = max(p.start - start, 0), p.entry_end - start
        text = text[:low] + " " * (high - low) + text[high:]
    return all(word.casefold() in _NO_NAMES or is_post(word) or is_field(word) for word in _LEFT_OVER.findall(text))
