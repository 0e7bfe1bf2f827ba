"""Telling the head of a section: a label such as `Also in attendance:` at the beginning of a line, or inside one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ...documents.text.cells import LEADER
from ...lexicon.entries import of_class, word_set
from ..names.name_spans import name_from, title_at
from ..names.tokens import tokens
from .head_forms import LABEL, SectionKind, form_head, is_telling, kind_of
from .vocabulary import any_of, is_field, is_post

PEOPLE_KINDS: tuple[SectionKind, ...] = (
    "present",
    "role",
    "in_attendance",
    "apologies",
    "absent",
    "suspended",
    "chair",
    "clerk",
)
"""The kinds of section that list people."""
_KINDS: tuple[SectionKind, ...] = (*PEOPLE_KINDS, "declarations")

_AFTER = (
    r"(?P<bracket>\s{0,3}\([^()\n]{0,90}\))?(?:\s{1,2}\d{1,3}(?=\s{0,2}(?:[-–—]\s|:)))?"
    rf"(?P<sep>[^\S\n]{{0,40}}:\s?-?|\s{{0,3}}(?::\s?-?|\.\s?-|(?:{LEADER})|[-–—](?=\s)|\.(?=\s|$)|(?=\n|$)|(?=\t))"
    r"|(?P<open>(?=\s+\S)))"
)
_TELLING = re.compile(
    r"\b(?:present|attend|apolog|absent|absence|excused|in the chair|presiding|suspended|disqualified)", re.IGNORECASE
)
"""What a label must say to be a head without a colon or a line of its own."""
_SENTENCE = re.compile(
    r"\s+(?:was|were|had|is|are|have|has|received|from|on behalf of|(?:and |were )?(?:accepted|noted|approved"
    r"|sanctioned"
    r"|recorded|tendered|sent|submitted|given|conveyed|intimated|reported))\b"
)


_ROLL_CALL = re.compile(r"roll\s+call\s{0,3}[:.–-]\s{1,3}(?=present\b|absent\b|members\b)", re.IGNORECASE)
_GAP = re.compile(r"[ ]{3,}|[ ]*\t")
"""What stands between a label and its list where the two are columns."""
_LAST_WORD = 40
"""Signs before a colon in which the last word of a label ends."""
_NEXT_LINE = 100
"""Signs after a label on a line of its own in which the first name below it is looked for."""


@dataclass(frozen=True)
class Head:
    """A label: its kind, its place, where what it heads begins, and whether it runs on as a sentence.

    A generic label (`Members`, `Chair`, `Staff`) is the head of a list only at the beginning of the minutes; one
    understood by its `form` only where people are being listed. `telling` says that it speaks of being there or not;
    `posts` that it is a noun for people who hold a post, which is mostly a label inside a list.
    """

    kind: SectionKind
    start: int
    end: int
    content: int
    sentence: bool
    generic: bool = False
    form: bool = False
    telling: bool = True
    posts: bool = False


@cache
def _labels() -> dict[str, SectionKind]:
    """Every label in lower case, with its kind."""
    return {label: kind for kind in _KINDS for label in of_class("labels", kind)}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{any_of(_labels())})(?![\w'/-]){_AFTER}", re.IGNORECASE)


@cache
def _inside_lines() -> tuple[str, ...]:
    """The labels of people that may stand inside a flattened line."""
    return tuple(
        label
        for label, kind in _labels().items()
        if kind in PEOPLE_KINDS and kind not in {"chair", "clerk"} and label not in {"public", "support", "minutes"}
    )


@cache
def _last_words() -> tuple[str, ...]:
    return tuple(sorted({label.split()[-1].casefold() for label in _inside_lines()}))


@cache
def _inline() -> re.Pattern[str]:
    """Labels inside a flattened line: with a capital letter and a colon, after a sentence or a list."""
    return re.compile(rf"(?<=[\w).,;:])\s+(?P<label>{any_of(_inside_lines())})(?=\s{{0,2}}:)", re.IGNORECASE)


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', 'stops'))})\b", re.IGNORECASE)


def stops_people(text: str) -> bool:
    """Whether a paragraph ends every list of people before it."""
    if _stops().match(text) or _RESOLUTION.match(text) or ITEM_CODE.match(text):
        return True
    return " ".join(text.casefold().strip(" .:*").split()) in word_set("labels", "end")


@lru_cache(maxsize=2_000)
def head_at(text: str, start: int, end: int, numbered: bool, marked: bool) -> Head | None:
    """The head that a paragraph begins with: a label of the lists, or one understood by its form.

    `numbered` and `marked` say whether the paragraph has a number, or has one or is set as a heading.
    """
    if called := _ROLL_CALL.match(text, start, end):
        start = called.end()
    if marked_present := _MARKED_PRESENT.match(text, start, end):
        return Head("present", start, marked_present.end(), marked_present.end(), False)
    if (both := _two_tongues(text, start, end) or _two_offices(text, start, end)) is not None:
        return both
    known = _known_head(text, start, end, numbered, marked)
    if known and known.content > known.end:
        return known
    if not text[start].isupper() or (form := form_head(text, start, end)) is None or (numbered and not form.telling):
        return known or (None if numbered else _members_head(text, start, end))
    if known and (form.end <= known.end or known.sentence):
        return known
    return Head(form.kind, start, form.end, form.content, False, True, True, form.telling, form.posts)


_MARKED_PRESENT = re.compile(
    r"(?:the\s+)?(?:members|councillors|those|names|persons|trustees|governors|delegates)\s"
    r"(?:whose\s+names\s+are\s+)?(?:marked|denoted|indicated|shown)(?:\s+(?:by|with|thus))?(?:\s+an?)?"
    r"\s{1,4}(?:asterisk|\W)?\s{0,4}(?:were|are|was)\s+(?:present|in\s+attendance)[.:]?(?=\s*(?:\n|\Z))",
    re.IGNORECASE,
)
"""A line that says what the sign beside names means: `Members marked * were present.`"""

_TWO_OFFICES = re.compile(r"(?P<one>[^\W\d][^\n:/|(,]{2,40}?) (?:and|&|/) (?P<other>[^\W\d][^\n:/|(,]{2,50}?)\s{0,3}:")


_PRESIDED = re.compile(
    r"(?P<office>[^\W\d][^\n:/|(,]{2,40}?),?\s\(?(?:in the chair|presiding|chairing)\)?\s{0,3}(?::|\s-\s)",
    re.IGNORECASE,
)


def _two_offices(text: str, start: int, end: int) -> Head | None:
    """Two offices of one holder as a label: `Chair and Treasurer: A`; an office whose holder presided is one as well:
    `Vice-Chair in the Chair: A`.
    """
    presided = _PRESIDED.match(text, start, min(end, start + 120))
    if presided and _is_office(presided["office"]):
        return Head("chair", start, presided.end("office"), presided.end(), False)
    found = _TWO_OFFICES.match(text, start, min(end, start + 120))
    if found is None or not all(_is_office(found[side]) for side in ("one", "other")):
        return None
    if not _name_follows(text, found.end(), end):
        return None
    kinds = {_labels().get(" ".join(found[side].casefold().split())) for side in ("one", "other")}
    kind: SectionKind = "chair" if "chair" in kinds else "clerk" if "clerk" in kinds else "role"
    return Head(kind, start, found.end("other"), found.end(), False, True)


def _is_office(words: str) -> bool:
    """Whether words are those of one office that one person has."""
    row = tokens(words, 0, len(words))
    known = all(is_post(t.text) or is_field(t.text) or t.text in {"of", "to", "the"} for t in row)
    return bool(row) and known and is_post(row[-1].text) and not row[-1].text.endswith("s")


def _members_head(text: str, start: int, end: int) -> Head | None:
    """The plural title that a list of members begins with where no label does: `Board Members A, B and C`."""
    title_end = members_from(text, start, end)
    return Head("present", start, title_end, title_end, False, True, True, False, True) if title_end else None


def members_from(text: str, start: int, end: int) -> int | None:
    """Where the plural title of members ends that a line of nothing but their names begins with, or none.

    `Board Members Hugh Orr, Ada Pine and Tom Vale`.
    """
    row = tokens(text, start, min(end, start + _LONGEST_MEMBERS))
    title = title_at(row, 0) if row else None
    if title is None or title.each is None or not title.civic or title.own != title.last or row[-1].end < end - 1:
        return None
    at, names = title.last, 0
    while at < len(row):
        stop = name_from(row, at, True)
        if stop is None:
            return None
        names, at = names + 1, stop
        while at < len(row) and row[at].kind in {"comma", "and"}:
            at += 1
    return row[title.last - 1].end if names > 1 else None


_LONGEST_MEMBERS = 300
_TWO_TONGUES = re.compile(
    r"(?P<one>[^\W\d][^\n:/|(]{2,50}?)\s?(?P<sign>[/|])\s?(?P<other>[^\W\d][^\n:/|(]{2,50}?)\s{0,3}(?::|(?=\n|\Z))"
)


def _two_tongues(text: str, start: int, end: int) -> Head | None:
    """A label in two languages, one of which the lists know: `Presennol / Present:`, `… Tae mai | Present`."""
    found = _TWO_TONGUES.match(text, start, min(end, start + 120))
    if found is None or (found["sign"] == "|" and "|" in text[max(0, start - 80) : start] + text[end : end + 80]):
        return None
    kinds = [_labels().get(" ".join(found[side].casefold().split())) for side in ("one", "other")]
    strange = [found[side] for side, kind in zip(("one", "other"), kinds, strict=True) if kind is None]
    if len(strange) != 1 or kind_of(strange[0]) is not None or _TELLING.search(found[0]) is None:
        return None
    row = tokens(strange[0], 0, len(strange[0]))
    if title_at(row, 0) is not None or any(is_post(t.text) for t in row):
        return None
    kind = kinds[0] or kinds[1]
    assert kind is not None  # noqa: S101
    return Head(kind, start, found.end("other"), found.end(), False)


def _known_head(text: str, start: int, end: int, numbered: bool, marked: bool) -> Head | None:
    """The head that a label of the lists makes.

    Without colon a label is a head only where the line ends after it, where it is in capitals, or where a number or
    mark says so; otherwise `Members asked …` would be one.
    """
    found = _pattern().match(text, start, end)
    if found is None:
        return None
    label = found["label"]
    kind = _labels()[" ".join(label.casefold().split())]
    label_end = found.end("bracket") if found["bracket"] else found.end("label")
    if found["open"] is None:
        separator = found["sep"].strip()
        if separator == "." and not (numbered or label.isupper() or kind in {"apologies", "declarations", "present"}):
            return None
        if not separator and kind == "role" and not _name_follows(text, found.end(), end + _NEXT_LINE):
            return None
        if label.casefold() in of_class("labels", "of_body") and not _name_follows(text, found.end(), end):
            return None  # `Panel: Schools Forum` names the body, `Panel: Ann Roe (Chair), Bob Lee` those who sit on it
        if kind in {"chair", "clerk"} and not _name_follows(text, found.end(), end):
            alone = not text[found.end() : end].strip()
            below = alone and label.isupper() and kind == "chair" and _name_follows(text, end, end + _NEXT_LINE)
            if not below and (not separator or (separator != ":" and not alone)):
                return None
        if not label[0].isupper() and not numbered:
            return None
        return Head(kind, start, label_end, found.end(), False, _TELLING.search(label) is None)
    if kind == "apologies" and _SENTENCE.match(text, found.end("label")):
        return Head(kind, start, label_end, start, True)
    telling = _TELLING.search(label) is not None
    capitals = label.isupper() and len(label) > 4 and telling
    named = _name_follows(text, found.end(), end)
    gapped = _GAP.match(text, label_end, end) is not None
    if named and label[0].isupper() and (label.casefold().endswith(" by") or (gapped and not telling)):
        return Head(kind, start, label_end, label_end, False, True)
    announced = (
        (marked or numbered) and kind in {"apologies", "declarations"} and _capital_follows(text, found.end(), end)
    )
    if label[0].isupper() and (
        announced or (telling and named) or (capitals and _capital_follows(text, found.end(), end))
    ):
        return Head(kind, start, label_end, label_end, False)
    return None


def begins_label(text: str, start: int, end: int) -> bool:
    """Whether a line begins with a label of the lists and a dash or a dot leader, or is nothing but a label.

    `Clerk - Mr L Escott`, `Apologies for absence`; one in capitals may be followed by a gap, one that tells of being
    there or away by a name: `Apologies Ada Quill`.
    """
    if not text[start].isupper():
        return False
    found = _pattern().match(text, start, end)
    if found is None or found["open"] is not None:
        if found and found["label"].isupper() and text[found.end("label") :].startswith("   "):
            return True
        if found and len(found["label"]) > 4 and _TELLING.search(found["label"]):
            return _name_follows(text, found.end("label"), end)
        form = form_head(text, start, end)
        return form is not None and form.telling and form.end == end
    separator = found["sep"].strip()
    if found.end("label") == end:
        return _TELLING.search(found["label"]) is not None
    return separator[:1] in {"-", "–", "—", "…", "_", "·"} or separator.startswith("..")


def _capital_follows(text: str, at: int, end: int) -> bool:
    rest = text[at : min(end, at + 40)].lstrip()
    return rest[:1].isupper() or rest[:1] in "(-–"


def _name_follows(text: str, at: int, end: int) -> bool:
    row = [t for t in tokens(text, at, min(end, at + 60)) if t.kind != "line"]
    row = row[1:] if row and row[0].kind == "column" else row
    title = title_at(row, 0) if row else None
    return (
        bool(row)
        and name_from(row, title.last if title else 0, title is not None) is not None
        and (title is not None or len(row) > 1)
    )


_SPEAKS = re.compile(r"\b(?:present|attend|apolog|absent|excused|regrets)", re.IGNORECASE)
_INSIDE = re.compile(
    rf"(?:(?<=[.;:)])\s{{1,12}}|\s{{3,12}})(?P<label>{LABEL})(?P<bracket>\s{{0,3}}\([^()\n]{{0,60}}\))?"
    r"(?P<sep>\s{0,2}:\s?-?|\s{1,3}[-–—](?=\s))"
)
"""A label inside a line: after the end of a sentence or a gap, with a colon or a dash."""
_RESOLUTION = re.compile(r"(?:[A-Z]{1,4}[ -]?)?(?:19|20)\d{2}[-/]\d{1,4}\b(?![-/])")
"""The number of a resolution, which begins with the year: `R2016-141`."""
ITEM_CODE = re.compile(
    r"(?P<code>[A-Z]{1,4}-\d{1,4}[a-z]?|[A-Z]{1,4}[ ]\d{2,4}-\d{1,5})(?:[.:)]|[ ][-–])?[ \t\x1f]{1,6}(?=[A-Z\"“])"
)
"""A code before the title of a business item: `DC-9 Resolution to approve the sign`, `CB 24-0117 An Ordinance`."""
_VOTE = re.compile(
    r"\b(?:ayes?|noes|nays?|yeas?|abstain\w*|abstentions?|against|in\s+favou?r|opposed|recused|for|yes|no)\b"
    r"[^.\n:]{0,12}[:(–-]",
    re.IGNORECASE,
)


def in_a_vote(text: str) -> bool:
    """Whether a text tells how people voted, so that `Absent:` after it means absent from the vote."""
    return _VOTE.search(text) is not None


def begins_vote(text: str) -> bool:
    """Whether a line begins with the label of a side: `Aye 3 - `."""
    return _VOTE.match(text) is not None


@lru_cache(maxsize=2_000)
def inline_heads(text: str, start: int, end: int) -> tuple[Head, ...]:
    """The labels inside a paragraph that was flattened to one line: `Present - A, B. Apologies - C`."""
    found: dict[int, Head] = {}
    for m in _before_colons(text, start, end):
        label = m["label"]
        if label[0].isupper():
            kind = _labels()[" ".join(label.casefold().split())]
            content = text.index(":", m.end("label")) + 1
            telling = _TELLING.search(label) is not None
            found[m.start("label")] = Head(kind, m.start("label"), m.end("label"), content, False, not telling)
    if _SPEAKS.search(text, start, end):
        for m in _INSIDE.finditer(text, start, end):
            at = m.start("label")
            kind_here = kind_of(m["label"])
            if kind_here and is_telling(m["label"]) and not any(h.start <= at < h.end for h in found.values()):
                label_end = m.end("bracket") if m["bracket"] else m.end("label")
                found[at] = Head(kind_here, at, label_end, m.end(), False, True, True)
    return tuple(head for head in found.values() if not in_a_vote(text[start : head.start]))


def _before_colons(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels inside a line that have a colon."""
    colon = text.find(":", start, end)
    while colon >= 0:
        if text[max(start, colon - _LAST_WORD) : colon].rstrip().casefold().endswith(_last_words()) and (
            found := _inline().search(text, start, colon + 1)
        ):
            yield found
        start, colon = colon + 1, text.find(":", colon + 1, end)
