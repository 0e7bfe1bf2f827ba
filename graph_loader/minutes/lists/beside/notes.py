"""What stands beside a name in a list: a time, a way of attending, a substitution, initials, a role, a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....lexicon.person_name import parse_name
from ....parsed_minutes import AttendanceStatus, Mode
from ...dates.clock import is_plain
from ...dates.written import times
from ...names.initials import bracket_is_initials
from ...names.name_spans import is_honour, name_from, title_at
from ...names.organisations import is_acronym, is_known_organisation, is_organisation_name
from ...names.role_words import is_post_phrase
from ...names.stated_beside import other_name_in
from ...names.tokens import Token, tokens
from .stood_in import SUBSTITUTE, names_somebody, sent_for, stood_in_by, stood_in_for

VIRTUAL = re.compile(
    r"\b(?:electronic|electronically|audio-?visual|virtual|virtually|remote|remotely|on-?line|zoom|teams|webex|skype|telephon\w*|tele-?conference|phone"
    r"|conference call|video|video-?(?:conference|link|call))\b",
    re.IGNORECASE,
)
_STATUS: tuple[tuple[re.Pattern[str], AttendanceStatus | None], ...] = (
    (
        re.compile(
            r"(?:(?:sent|gave|tendered|with)\s+)?(?:apolog(?:y|ies)|apols?\.?|regrets)"
            r"(?:\s+(?:for\s+absence|received|given|sent|noted|accepted))?$|excused$|(?:on\s+)?leave\s+of\s+absence$"
            r"|absent,?\s+(?:with\s+apolog\w+|incl\w*\.?\s+apolog\w+|excused)$",
            re.IGNORECASE,
        ),
        "apologies",
    ),
    (
        re.compile(r"(?:was\s+)?(?:absent|not\s+present|did\s+not\s+attend|dna)(?:\s+without\s+\w+)?$", re.IGNORECASE),
        "absent",
    ),
    (re.compile(r"in\s+attendance$", re.IGNORECASE), "in_attendance"),
    (re.compile(r"(?:present|attended)(?:,?\s+as\s+expected)?$", re.IGNORECASE), "present"),
    (re.compile(r"(?:as\s+)?expected$", re.IGNORECASE), None),
)
_IN_PERSON = re.compile(r"\bin[- ]person\b", re.IGNORECASE)
_ARRIVED = re.compile(r"\b(?:arriv\w*|join\w*|from|late|entered|present from|came)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:until|left|to|till|depart\w*|leaving|retired|up to)\b", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?:present\s+)?(?:for\s+)?(?:part|part[- ]meeting|part of (?:the )?meeting)"
    r"|(?:(?:for|from|until|to|up\s+to|during|after|before)\s+)?(?:agenda\s+)?(?:items?|articles?|minutes?|min\.?|paragraphs?|nos?\.?)"
    r"\s+[\d., &and-]+(?:to\s+\d+|onwards?|\s*only)?)$",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:arriv(?:ed|ing)|left|joined|departed)\s+(?:after|before|during|at|late|early|for|when|on|the)\b", re.IGNORECASE
)
"""When somebody came or went, by what was being done."""
_ITEM_ASIDE = re.compile(r"\s+[-–—]\s+(?=(?:for\s+)?(?:agenda\s+)?(?:items?|minutes?)\s+\d)", re.IGNORECASE)
_CHAIR = re.compile(
    r"(?:(?:who\s+)?(?:was\s+)?(?:in|took|taking)\s+the\s+chair|(?:was\s+)?presiding|in\s+chair|who\s+presided|presided|chairing"
    r"|(?:who\s+)?chaired(?:\s+the\s+meeting)?)$",
    re.IGNORECASE,
)
_SAID_WHEN = re.compile(
    r"\b(?:until|left|arrived|joined|from)\b.{0,20}\bitem\s+\d+"
    r"|^(?:arriv\w*|arr\.?|joined|from|until|left|till|late|entered|departed)\b\D{0,20}\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)
"""When somebody came or left by the item, or at a time that does not say which half of the day."""
_SHORT_GIVEN = re.compile(r"[A-Z][a-z]\.?$")
"""The beginning of a given name that tells two people of one surname apart: `Councillor Thomas (Va)`."""
_AFTER_SURNAME = re.compile(r"[A-Z](?:\.?\s?[A-Z])?\.?$")
_SUSPENDED = re.compile(
    r"(?:(?:was|is|currently|still|membership|his\s+membership|her\s+membership)\s+){0,3}(?:suspended|disqualified|under\s+suspension"
    r"|on\s+suspension)\b(?!\s+(?:from|for|on)\s+(?:the\s+)?(?:agenda\s+)?(?:items?|minutes?|voting|votes?|discussion|matter))",
    re.IGNORECASE,
)
_ABSENCE = re.compile(
    r"(?i:on\s+|due\s+to\s+|owing\s+to\s+|because\s+of\s+|for\s+)?(?:(?i:(?:annual|sick|maternity|paternity|parental)"
    r"\s+leave|leave|sick|sickness|illness|ill|ill[- ]health|holidays?|vacation|unwell|bereavement|jury\s+service"
    r"|childcare|conflict\s+of\s+interest|attending\s+(?:another|a)\s.{3,40})"
    r"|(?i:work|working|family|personal|prior|previous|business|medical|health|hospital|other|council|conflicting|school"
    r"|travel)(?:\s+[a-z]\w*){0,4})$"
)


@dataclass(frozen=True)
class Notes:
    """What is said of a person beside the name, apart from role and organisation; `note` what no rule understands.

    `suspended`: the membership rests, or is lost.
    `substitute_column`: the heading of a column says that `stood_in_by` is a substitute.
    """

    mode: Mode | None = None
    arrived: str | None = None
    left: str | None = None
    reason: str | None = None
    initials: str | None = None
    stands_in_for: str | None = None
    stood_in_by: str | None = None
    substitute: bool = False
    substitute_column: bool = False
    chairs: bool = False
    said: str | None = None
    status: AttendanceStatus | None = None
    note: str | None = None
    suspended: bool = False


NO_NOTES = Notes()
"""Nothing said."""


@dataclass(frozen=True)
class Bracket:
    """What a bracket after a name says; `in_name` says that it belongs to the name, as `(J)` to `Cllr Smith (J)`."""

    notes: Notes
    role: str | None = None
    organisation: str | None = None
    in_name: bool = False

    def says_more(self, before: Notes) -> bool:
        """Whether it says something that is no role, time or way of attending, in addition to the notes before it."""
        return self.organisation is not None or self.notes.note != before.note


def tail_notes(text: str, notes: Notes) -> Notes | None:
    """The notes with what a phrase after a name adds, or none where the phrase says something else."""
    if _CHAIR.match(text):
        return replace(notes, chairs=True)
    if other_name_in(text) is not None:
        return replace(notes, note=text)
    if _SUSPENDED.match(text):
        return replace(notes, suspended=True)
    if absent := stood_in_for(text):
        return replace(notes, stands_in_for=absent, substitute=True)
    if substitute := stood_in_by(text):
        return replace(notes, stood_in_by=substitute)
    if SUBSTITUTE.match(text):
        return replace(notes, substitute=True)
    if VIRTUAL.search(text) and len(text) < 40:
        return replace(notes, mode="virtual")
    if _IN_PERSON.search(text) and len(text) < 40:
        return replace(notes, mode="in_person")
    if (timed := _timed(text, notes)) is not None:
        return timed
    if _PART.match(text) or (_MOVED.match(text) and len(text) <= 80):
        return replace(notes, said=text)
    for pattern, status in _STATUS:
        if pattern.match(text):
            reason = text if "leave" in text.casefold() else notes.reason
            return replace(notes, status=status or notes.status, reason=reason)
    if _ABSENCE.match(text):
        return replace(notes, reason=text)
    return None


def _has_given_name(person: str) -> bool:
    """Whether a name has a given name or initials, so that letters behind it are none of its own."""
    who = parse_name(person)
    return bool(who.first_name or who.initial)


def _timed(text: str, notes: Notes) -> Notes | None:
    found = [t for t in times(text, 0, len(text)) if not is_plain(text, t.start, t.end)]
    left, arrived = _LEFT.search(text), _ARRIVED.search(text)
    if not found or not (left or arrived) or len(text) > 60:
        return replace(notes, said=text) if _SAID_WHEN.search(text) and len(text) <= 60 else None
    if arrived:
        notes = replace(notes, arrived=found[0].value)
    if left and (not arrived or len(found) > 1):
        notes = replace(notes, left=found[-1].value)
    return notes


def read_bracket(row: Sequence[Token], text: str, notes: Notes, person: str) -> Bracket:
    """What a bracket after a name says, from its tokens and its words, in addition to the notes so far.

    A bracket that says several things is read part by part: `(Chair; until 8.00 pm)`.
    """
    if stood_in_for(text) is None and (found := sent_for(text)):
        rest, absent = found
        row = tokens(rest, 0, len(rest))
        bracket = read_bracket(row, rest, notes, person) if row else Bracket(notes)
        return replace(bracket, notes=replace(bracket.notes, stands_in_for=absent, substitute=True))
    parts = _parts(row, text)
    if len(parts) == 1:
        return _read_part(row, text, notes, person)
    said = Bracket(notes)
    for part, words in parts:
        one = _read_part(part, words, said.notes, person)
        said = Bracket(one.notes, said.role or one.role, said.organisation or one.organisation)
    return said


def _parts(row: Sequence[Token], text: str) -> list[tuple[Sequence[Token], str]]:
    """The parts of a bracket: at semicolons, and at commas where a part is a note or all are roles or initials."""
    for kind in ("semicolon", "comma"):
        cuts = [i for i, t in enumerate(row) if t.kind == kind]
        if not cuts:
            continue
        ends = [-1, *cuts, len(row)]
        tokens_of = [row[a + 1 : b] for a, b in pairwise(ends) if row[a + 1 : b]]
        words = [w.strip() for w in text.split(";" if kind == "semicolon" else ",")]
        words = [w for w in words if w]
        if len(words) != len(tokens_of):
            continue
        noted = any(tail_notes(w, NO_NOTES) is not None for w in words) or _post_and_body(tokens_of)
        if kind == "semicolon" or (noted and tail_notes(text, NO_NOTES) is None):
            return list(zip(tokens_of, words, strict=True))
    return [(row, text)]


def _post_and_body(parts: Sequence[Sequence[Token]]) -> bool:
    """Whether the parts of a bracket are a post and the body that it is with, in either order: `Chief Executive,
    Wexmoor NHS FT`, `TSC, moderator`.
    """
    posts = [part for part in parts if is_post_phrase(part)]
    bodies = [part for part in parts if part not in posts and (is_organisation_name(part) or _is_letters(part))]
    return len(parts) == 2 and len(posts) == 1 and len(bodies) == 1


def _is_titled(row: Sequence[Token], at: int) -> bool:
    """Whether a title and a name stand there."""
    title = title_at(row, at)
    return title is not None and name_from(row, title.last, True) is not None


def _is_letters(row: Sequence[Token]) -> bool:
    return len(row) == 1 and is_acronym(row[0].text)


def _read_part(row: Sequence[Token], text: str, notes: Notes, person: str) -> Bracket:
    if bracket_is_initials(text, person):
        return Bracket(replace(notes, initials=text))
    if _AFTER_SURNAME.match(text) and len(person.split()) <= 3 and not _has_given_name(person):
        return Bracket(notes, in_name=True)
    if text.startswith("for ") and names_somebody(text[4:]) and (_is_titled(row, 1) or not is_post_phrase(row)):
        return Bracket(replace(notes, stands_in_for=text[4:], substitute=True))
    if _SHORT_GIVEN.match(text) and len(person.split()) == 2 and len(person.split()[1]) > 2:
        return Bracket(notes, in_name=True)
    changed = tail_notes(text, notes)
    if changed is not None:
        return Bracket(changed, role="Chair" if changed.chairs and not notes.chairs else None)
    if is_post_phrase(row):
        aside = _ITEM_ASIDE.search(text)
        said = replace(notes, said=text[aside.end() :]) if aside else notes
        return Bracket(said, role=text[: aside.start()] if aside else text)
    if is_honour(text):
        return Bracket(notes)
    if _is_titled(row, 0):
        return Bracket(replace(notes, stood_in_by=text))
    if is_known_organisation(row, text):
        return Bracket(notes, organisation=text)
    return Bracket(replace(notes, note=f"{notes.note}; {text}" if notes.note else text))
