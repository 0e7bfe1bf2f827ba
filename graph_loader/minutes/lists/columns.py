"""Columns that were flattened: names first, then as many bodies or posts; and bodies that head a column of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..names.organisations import cut_organisations
from ..names.role_words import is_post_phrase
from ..names.tokens import Token, tokens
from ..page.reading import Reading
from ..page.vocabulary import is_field, is_post
from .entries import Listed
from .loose import Loose

Place = tuple[int, int]


def spread(reading: Reading, people: Sequence[Listed], loose: Sequence[Loose]) -> list[Listed]:
    """The people of a list with the posts and bodies that stand apart from them.

    Only where the count fits: as many texts as people before them without one. Else nobody gets any, and a warning
    says so. A body above the people whom it sends is that of each of them.
    """
    result = list(people)
    _in_lines(reading, result)
    headed = _under_bodies(reading, result, loose)
    _in_blocks(reading, result, [one for one in loose if one not in headed])
    return result


# -- names and texts in one line -------------------------------------------------------------------------------------


def _in_lines(reading: Reading, people: list[Listed]) -> None:
    for i, last in enumerate(people):
        if not last.beside or last.beside[0].before != "title":
            continue
        run = i
        while run > 0 and _bare(people[run - 1]) and _same_line(reading, people[run - 1], people[run]):
            run -= 1
        if i == run:
            continue
        place = last.beside[0].start, last.beside[-1].end
        texts = _units(reading, *place)
        if len(texts) < 2:
            continue
        if len(texts) != i - run + 1:
            _warn(reading, len(texts), i - run + 1, place)
            people[i] = replace(last, organisation=None, role=last.role if last.role_before else None)
            continue
        people[i] = replace(last, organisation=None, role=last.role if last.role_before else None)
        _give(reading, people, range(run, i + 1), texts)


def _bare(person: Listed) -> bool:
    """Whether nothing is said beside a name; a role that a heading gives does not count."""
    return not (person.organisation or person.beside or (person.role and not person.role_before))


def _same_line(reading: Reading, one: Listed, other: Listed) -> bool:
    between = reading.flow[one.entry_end : other.start]
    return one.line == other.line and "," not in between and "\x1f" not in between


def _units(reading: Reading, start: int, end: int) -> list[Place]:
    """The bodies or posts that run together in a stretch of text; one place where it cannot be cut."""
    row = tokens(reading.flow, start, end)
    cuts = cut_organisations(row) if not _all_posts(row) else []
    cuts = cuts or _cut_posts(row)
    return [(row[a].start, row[b - 1].end) for a, b in cuts] or [(start, end)]


def _all_posts(row: Sequence[Token]) -> bool:
    return all(is_post(t.text) or is_field(t.text) for t in row)


def _cut_posts(row: Sequence[Token]) -> list[Place]:
    """Posts run together, as in `Shire President Member Member`: each ends with a post before another begins."""
    found: list[Place] = []
    first = 0
    for at, token in enumerate(row):
        following = row[at + 1] if at + 1 < len(row) else None
        if not is_post(token.text) or (following and (following.kind in {"lower", "and"} or _begins_post(token))):
            continue
        found.append((first, at + 1))
        first = at + 1
    return found if first == len(row) else []


def _begins_post(token: Token) -> bool:
    """Whether a noun for a post goes on in the next one: `Chief Officer`, `Deputy Mayor`."""
    return token.text.casefold() in {"chief", "deputy", "lead", "head", "assistant", "principal", "executive", "lay"}


def _give(reading: Reading, people: list[Listed], who: Sequence[int] | range, texts: Sequence[Place]) -> None:
    for i, (start, end) in zip(who, texts, strict=True):
        text = " ".join(reading.words(start, end).split()).strip(" ,;:")
        if is_post_phrase(tokens(reading.flow, start, end)):
            people[i] = replace(people[i], role=people[i].role or text)
        else:
            people[i] = replace(people[i], organisation=text)


def _warn(reading: Reading, texts: int, people: int, place: Place) -> None:
    message = f"{texts} texts for {people} people in flattened columns: not assigned"
    reading.warn("columns", message, *place, "attendance.columns")


# -- bodies above names ----------------------------------------------------------------------------------------------


def _under_bodies(reading: Reading, people: list[Listed], loose: Sequence[Loose]) -> list[Loose]:
    """Gives people the body above them, in their column where several stand side by side; the bodies so used."""
    above = _stand_above(loose)
    heads = [one for one in loose if one.kind == "source" or (one.kind == "organisation" and above)]
    for at, head in enumerate(heads):
        beside = [other for other in heads if other.line == head.line]
        until = next((other.after for other in heads[at:] if other.line != head.line), len(people))
        for i in range(head.after, until):
            if head.inline and people[i].line != head.line:
                continue
            if people[i].organisation is None and (len(beside) == 1 or people[i].column == head.column):
                people[i] = replace(people[i], organisation=reading.words(head.start, head.end).strip(" ,;:"))
    return heads


def _stand_above(loose: Sequence[Loose]) -> bool:
    """Whether bodies stand above the people whom they send: the first of the list stands before anybody."""
    bodies = [one for one in loose if one.kind != "post"]
    return bool(bodies) and bodies[0].after == 0


# -- a block of names and a block of texts ---------------------------------------------------------------------------


def _in_blocks(reading: Reading, people: list[Listed], loose: Sequence[Loose]) -> None:
    done = 0
    for block in _blocks(loose):
        after = block[0].after
        texts = [(one.start, one.end) for one in block]
        if len(texts) == 1:
            texts = _units(reading, *texts[0])
        run = after
        while run > done and _bare(people[run - 1]):
            run -= 1
        done = after
        count = after - run
        if count == len(texts) and (count > 1 or len(loose) == len(people)):
            _give(reading, people, range(run, after), texts)
        elif count > 1 and len(texts) > 1:
            _warn(reading, len(texts), count, (block[0].start, block[-1].end))


def _blocks(loose: Sequence[Loose]) -> list[list[Loose]]:
    """The texts that stand after the same person, in order."""
    found: list[list[Loose]] = []
    for one in loose:
        if found and found[-1][0].after == one.after:
            found[-1].append(one)
        elif one.after:
            found.append([one])
    return found
