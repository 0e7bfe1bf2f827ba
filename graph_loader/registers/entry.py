"""Entries of a register of members, whatever its format, as parsed minutes: each body is a page of the register."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..folding import fold_body
from ..lexicon.months import month_numbers
from ..minutes.names.bodies import body_kind
from ..parsed_minutes import BodyKind, Meeting, ParsedMinutes, ParseWarning, Registration, Source, Span

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?")
"""A day with a time behind it, as databases give it, is the day."""
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*([AP])\.?M\.?)?", re.IGNORECASE)
_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d]+)\.?\s+(\d{4})")


@dataclass(frozen=True)
class Entry:
    """Somebody on a body, by a register: where the entry stands in its text, and what it says, dates as written.

    `register` is the source that the entry itself names; `kind` and `parent` are what the register says of the body.
    """

    char_start: int
    char_end: int
    person: str
    body: str
    role: str | None = None
    start: str | None = None
    end: str | None = None
    represents: str | None = None
    register: str | None = None
    kind: BodyKind | None = None
    parent: str | None = None


def as_minutes(text: str, entries: Sequence[Entry], source: Source, rule: str) -> tuple[ParsedMinutes, ...]:
    """The entries as parsed minutes, one a body, in the order in which the register first names the bodies.

    What a register says is no meeting: its date is none and its status `register`. A date that cannot be read becomes
    a warning, and the entry stands without it; an entry without a person or a body becomes one, and nothing else.
    """
    spans = Spans(text)
    pages: dict[str, list[Entry]] = {}
    warnings: list[ParseWarning] = []
    for entry in entries:
        if entry.person and entry.body:
            pages.setdefault(fold_body(entry.body) or entry.body, []).append(entry)
        else:
            message = f"an entry without a {'body' if entry.person else 'person'}: left out"
            warnings.append(
                ParseWarning(
                    code="register_entry", message=message, span=spans.of(entry.char_start, entry.char_end, rule)
                )
            )
    found = [_page(those, source, spans, rule) for those in pages.values()]
    if found and warnings:
        found[0] = found[0].model_copy(update={"warnings": (*warnings, *found[0].warnings)})
    return tuple(found)


def _page(entries: Sequence[Entry], source: Source, spans: Spans, rule: str) -> ParsedMinutes:
    first = entries[0]
    kind = next((e.kind for e in entries if e.kind), None) or body_kind(first.body)
    parent = next((e.parent for e in entries if e.parent), None)
    warnings: list[ParseWarning] = []
    found = tuple(_registration(e, kind, source, spans.of(e.char_start, e.char_end, rule), warnings) for e in entries)
    return ParsedMinutes(
        source=source,
        meeting=Meeting(
            span=spans.of(first.char_start, first.char_end, rule),
            body=first.body,
            body_kind=kind,
            parent=parent,
            parent_basis="stated" if parent else None,
            date=None,
            status="register",
        ),
        registrations=found,
        warnings=tuple(warnings),
    )


def _registration(
    entry: Entry, kind: BodyKind, source: Source, span: Span, warnings: list[ParseWarning]
) -> Registration:
    days = []
    for which, given in (("first", entry.start), ("last", entry.end)):
        day = day_of(given)
        if given and day is None:
            message = f"the {which} day “{given}” cannot be read; write it as in 2024-05-31"
            warnings.append(ParseWarning(code="register_date", message=message, span=span))
        days.append(day)
    start, end = days
    if start is None and not entry.start:
        message = "no first day: that somebody sat is said, and not when, so that no tenure is made of it"
        warnings.append(ParseWarning(code="register_without_start", message=message, span=span))
    if start and end and end[: len(start)] < start[: len(end)]:
        warnings.append(
            ParseWarning(code="register_date", message=f"the last day {end} is before the first, {start}", span=span)
        )
        end = None
    return Registration(
        span=span,
        person=entry.person,
        body=entry.body,
        body_kind=kind,
        role=entry.role,
        start=start,
        end=end,
        represents=entry.represents,
        source=entry.register or source.name,
    )


def day_of(given: str | None) -> str | None:
    """A date of a register in ISO, as exact as it is: `2024-05-31`, `2024-05`, `2024`, `31 May 2024`; else none."""
    text = (given or "").strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = iso[1], iso[2], iso[3]
    elif words := _WORDS.fullmatch(text):
        year, month, day = words[3], f"{month_numbers().get(words[2].casefold(), 0):02d}", f"{int(words[1]):02d}"
    else:
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def hour_of(given: str | None) -> str | None:
    """A time of day as HH:MM: `6:30 PM` and `6.30 pm` are 18:30; none for what is no time."""
    found = _TIME.fullmatch(given or "")
    if not found or not (int(found[1]) < 24 and int(found[2]) < 60):
        return None
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3].upper() == "P" else 0)
    return f"{hour:02d}:{found[2]}"


class Spans:
    """Places in the text of a file."""

    def __init__(self, text: str):
        self._text = text
        self._starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def of(self, start: int, end: int, rule: str) -> Span:
        """The span from a character to before another."""
        return Span(
            line_start=self._line(start),
            line_end=self._line(max(start, end - 1)),
            char_start=start,
            char_end=end,
            text=self._text[start:end],
            rule=rule,
        )

    def _line(self, char: int) -> int:
        return bisect_right(self._starts, char)


def said(*texts: object) -> Iterable[str | None]:
    """The texts, or numbers, without blanks around them; none for those that say nothing, and for lists and objects."""
    return (str(text).strip() or None if isinstance(text, (str, int)) else None for text in texts)
