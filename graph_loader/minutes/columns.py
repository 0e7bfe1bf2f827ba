"""Columns that were flattened into one line: names first, then as many bodies or posts."""

from __future__ import annotations

import re
from dataclasses import replace

from .entries import Listed
from .reading import Reading
from .vocabulary import any_of, bare, is_post, word_set


def spread(reading: Reading, people: list[Listed]) -> list[Listed]:
    """The people of a list with the texts that stand after the last of them given to each in turn.

    Only where the count fits: as many texts as people before them without one. Else the text stays where it was read
    and a warning says so.
    """
    result = list(people)
    for i, last in enumerate(people):
        if not last.beside or (last.organisation or last.role or "").count(" ") < 2:
            continue
        run = i
        while (
            run > 0
            and not (people[run - 1].role or people[run - 1].organisation or people[run - 1].beside)
            and _same_line(reading, people[run - 1], people[run])
        ):
            run -= 1
        count = i - run + 1
        if count < 2:
            continue
        ends = word_set("bodies", "organisation_ends")
        texts = _organisations(reading, *last.beside) or _posts(reading, *last.beside)
        if len(texts) != count:
            if len(texts) > 1:
                reading.warn(
                    "columns",
                    f"{len(texts)} texts for {count} people in flattened columns: not assigned",
                    *last.beside,
                    "attendance.columns",
                )
                result[i] = replace(last, organisation=None, role=None)
            continue
        for person, (start, end) in zip(range(run, i + 1), texts, strict=True):
            text = reading.words(start, end)
            post = any(is_post(w) for w in text.split()) and bare(text.split()[-1]) not in ends
            result[person] = replace(
                result[person], role=text if post else None, organisation=None if post else text, beside=(start, end)
            )
    return result


def _same_line(reading: Reading, one: Listed, other: Listed) -> bool:
    between = reading.flow[one.entry_end : other.start]
    return "\n" not in between and "," not in between and "\x1f" not in between


def _organisations(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """The names of organisations run together: each ends with a word that ends such names."""
    ends = word_set("bodies", "organisation_ends")
    found: list[tuple[int, int]] = []
    at = start
    for m in re.compile(rf"(?<!\w)(?:{any_of(ends)})(?!\w)", re.IGNORECASE).finditer(reading.flow, start, end):
        following = reading.flow[m.end() : end].split()
        if following and bare(following[0]) in ends:
            continue
        found.append(reading.view.trim(at, m.end()))
        at = m.end()
    return found if not reading.flow[at:end].strip(" .,;") else []


def _posts(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Single words for posts run together, as in `Shire President Member Member`."""
    words = list(re.finditer(r"\S+", reading.flow[start:end]))
    found: list[tuple[int, int]] = []
    at = 0
    for i, m in enumerate(words):
        if is_post(m[0]) and not (i + 1 < len(words) and words[i + 1][0][:1].islower()):
            found.append((start + words[at].start(), start + m.end()))
            at = i + 1
    return found if at == len(words) else []
