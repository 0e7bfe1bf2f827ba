"""What stands beside a name in a list: a time, a way of attending, a substitution, initials, a role, a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .dates import times
from .names import is_honour, name_from, title_at
from .tokens import Token, tokens
from .view import View
from .vocabulary import is_post

_VIRTUAL = re.compile(
    r"\b(?:virtual|virtually|remote|remotely|on-?line|zoom|teams|telephone|phone|conference call|video)\b",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\bin[- ]person\b", re.IGNORECASE)
_ARRIVED = re.compile(r"\b(?:arriv\w*|join\w*|from|late|entered|present from|came)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:until|left|to|till|depart\w*|leaving|retired|up to)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?:present\s+)?(?:for\s+)?(?:part|part[- ]meeting|part of (?:the )?meeting)|(?:for\s+)?(?:agenda\s+)?items?\s+[\d., &and-]+(?:\s*only)?|(?:for\s+)?minutes?\s+[\d., &and-]+(?:\s*only)?)$",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:(?:as\s+|acting\s+as\s+|present\s+as\s+|named\s+|in\s+attendance\s+as\s+)?(?:a\s+)?(?:substitut(?:e|ing)|sub|deput(?:y|ising|izing)|alternate)(?:\s+member)?\s*(?:for|of|[-:])|"
    r"(?:attending\s+)?(?:in\s+(?:the\s+)?(?:place|absence|stead)\s+of|on\s+behalf\s+of)|replac(?:ing|ement\s+for)|standing\s+in\s+for)\s*(?P<who>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SUBSTITUTE = re.compile(
    r"(?:as\s+)?(?:a\s+|named\s+)?(?:substitute|sub|deputy|alternate)(?:\s+member)?$", re.IGNORECASE
)
_BY = re.compile(
    r"(?:was\s+)?(?:substituted|replaced|represented|deputised)\s+(?:by|for\s+by)\s+(?P<a>\S.*)$|(?:sub|subs|substitute|substitution|substitutes|alternate|replacement)\s*[:.–-]?\s*(?P<b>[A-Z]\S*.*)$|"
    r"with\s+(?P<c>\S.*?)\s+(?:as|attending\s+as|substituting|as\s+his|as\s+her).*$|for\s+whom\s+(?P<f>\S.*?)\s+(?:was|is|attended|substituted|deputised).*$|"
    r"(?P<d>\S.*?)[,]?\s+(?:(?:was|is)\s+)?(?:substitut(?:ing|ed)|(?:attend(?:ed|ing)|present)\s+as\s+(?:a\s+|his\s+|her\s+|their\s+)?substitute|as\s+substitute|deputis(?:ing|ed)|"
    r"(?:attended|attending|present|acting)\s+in\s+(?:his|her|their)\s+(?:absence|place|stead)|(?:attended|attending)\s+on\s+(?:his|her|their)\s+behalf|substitute|sub)\.?$|"
    r"(?P<e>[A-Z]\S*.*?)\s+to\s+(?:substitute|attend).*$",
    re.DOTALL | re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?:(?:who\s+)?(?:was\s+)?(?:in|took)\s+the\s+chair|presiding|in\s+chair|who\s+presided|presided|chairing|(?:who\s+)?chaired(?:\s+the\s+meeting)?)$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}$|[A-Z][A-Za-z]{1,3}$|[A-Z][a-z]?[A-Z][a-z]{0,2}$")
_AFTER_SURNAME = re.compile(r"[A-Z](?:\.?\s?[A-Z])?\.?$")
_ABSENCE = re.compile(
    r"(?:with\s+)?(?:apolog\w*|absent|excused|leave of absence|sick|illness|ill|holiday|work\w*|unwell|family.*|prior.*|personal.*|other commitment.*|business.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Notes:
    """What is said of a person beside the name, apart from role and organisation."""

    mode: str | None = None
    arrived: str | None = None
    left: str | None = None
    reason: str | None = None
    initials: str | None = None
    stands_in_for: str | None = None
    stood_in_by: str | None = None
    substitute: bool = False
    chairs: bool = False
    also: str | None = None
    said: str | None = None


def tail_notes(text: str, notes: Notes) -> Notes | None:
    """The notes with what a phrase after a name adds, or none where the phrase says something else."""
    if _CHAIR.match(text):
        return replace(notes, chairs=True)
    if found := _FOR.match(text):
        return replace(notes, stands_in_for=found["who"].strip(" .,;"), substitute=True)
    if found := _BY.match(text):
        who = next(v for v in found.groups() if v)
        if _names_somebody(who):
            return replace(notes, stood_in_by=who.strip(" .,;"))
    if _SUBSTITUTE.match(text):
        return replace(notes, substitute=True)
    if _VIRTUAL.search(text) and len(text) < 40:
        return replace(notes, mode="virtual")
    if _IN_PERSON.search(text) and len(text) < 40:
        return replace(notes, mode="in_person")
    if (timed := _timed(text, notes)) is not None:
        return timed
    if _PART.match(text):
        return replace(notes, said=text)
    if _ABSENCE.match(text):
        return replace(notes, reason=text)
    return None


def _names_somebody(text: str) -> bool:
    """Whether a phrase begins with a person's name."""
    row = tokens(text, 0, len(text))
    title = title_at(row, 0)
    return name_from(row, title.last if title else 0, title is not None) is not None


def _timed(text: str, notes: Notes) -> Notes | None:
    found = times(text, 0, len(text))
    left, arrived = _LEFT.search(text), _ARRIVED.search(text)
    if not found or not (left or arrived) or len(text) > 60:
        item = re.search(r"\b(?:until|left|arrived|joined|from)\b.{0,20}\bitem\s+\d+", text, re.IGNORECASE)
        return replace(notes, said=text) if item else None
    if arrived:
        notes = replace(notes, arrived=found[0].value)
    if left and (not arrived or len(found) > 1):
        notes = replace(notes, left=found[-1].value)
    return notes


def bracket_notes(
    view: View, row: Sequence[Token], text: str, notes: Notes, person: str
) -> tuple[Notes, str | None, str | None, bool]:
    """What a bracket after a name says: the notes, a role, an organisation, and whether it belongs to the name."""
    if len(text) > 1 and _INITIALS.match(text) and _could_be_initials(text, person):
        return replace(notes, initials=text), None, None, False
    if _AFTER_SURNAME.match(text) and len(person.split()) <= 3:
        return notes, None, None, True
    changed = tail_notes(text, notes)
    if changed is not None:
        if changed.chairs:
            return changed, "Chair", None, False
        return changed, None, None, False
    if any(is_post(t.text) for t in row):
        return notes, text, None, False
    if is_honour(text):
        return notes, None, None, False
    title = title_at(row, 0)
    if title and name_from(row, title.last, True):
        return replace(notes, stood_in_by=text), None, None, False
    return notes, None, text, False


def _could_be_initials(text: str, person: str) -> bool:
    """Whether letters in brackets can be the initials of a name: `(PD)` of `P Dray`, `(GSy)` of `Gordon Sykes`."""
    names = [w for w in re.split(r"[\s.'-]+", person) if w[:1].isupper()]
    capitals = [c for c in text if c.isupper()]
    starts = [n[0] for n in names]
    return (
        bool(starts)
        and capitals[-1] in starts[-1:] + starts[1:]
        and capitals[0] in starts
        or (len(names) == 1 and text[0] == names[0][0])
    )
