"""Who holds the seats of a list: people by name, holders without a name, and seats that nobody holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ....lexicon.agreement import same_person
from ....lexicon.entries import word_set
from ....lexicon.months import month_beginnings
from ....lexicon.offices import CHAIR, HEADS, office
from ...dates.number_words import few_pattern
from ...lists.entries import Listed
from ...lists.people import read_people
from ...names.bodies import organisation_kind
from ...names.name_spans import title_at
from ...names.tokens import tokens
from ...page.reading import Reading
from ...page.vocabulary import any_of, is_post
from ..placing import clean_role, is_place, term_place
from .shared_titles import with_shared_title


@cache
def _vacant() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:and|plus)\s+)?(?:(?:nominations?|names?|members?|representatives?|appointments?|nominees?)\s+)?"
        rf"(?:(?:still|yet|are|is|was)\s+)*(?:to\s+be\s+(?:confirmed|advised|appointed|nominated|notified|agreed|announced"
        rf"|filled|decided|named|elected)|(?:still\s+)?awaited|t\.?b\.?[ca]\b\.?)"
        rf"|(?:(?:and|plus)\s+)?(?:(?:{few_pattern()}|an?|the)\s+)?(?:(?:remaining|further|casual|other)\s+)?"
        rf"(?:vacan(?:t|cy|cies)\b(?:\s+(?:seat|place|position|post)s?)?)"
        rf"|\bno\s+(?:nominations?|representatives?|appointments?)\b(?:\s+(?:was|were)\s+made)?"
        rf"|(?:to\s+be\s+)?left\s+vacant|unfilled",
        re.IGNORECASE,
    )


@cache
def _count() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[]?\s*{few_pattern()}(?:\s+(?:of|x))?\s*(?:places?|representatives?|reps?|members?|seats?|councillors?"
        rf"|nominees?|trustees?|governors?)?\s*[)\]]?$",
        re.IGNORECASE,
    )


_NO_HOLDER = re.compile(
    r"\bpublic\b|\b(?:had|has|have|was|were|is|are|asked|said|informed|reported|stated|advised|attend\w*)\b",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"\s*\(?\s*(?:in\s+(?:the\s+)?(?:place|stead)\s+of|to\s+replace|replacing|replaces|in\s+succession\s+to|vice"
    r"|instead\s+of)\s+(?:the\s+late\s+)?",
    re.IGNORECASE,
)
_LATE = re.compile(r"^(?:the\s+)?(?:late|former)\s+", re.IGNORECASE)


@cache
def role_label() -> re.Pattern[str]:
    """A role inside a list, before those who have it: `Chairman: A; Members: B and C`."""
    return re.compile(
        rf"(?<![\w-])(?P<role>{office(*CHAIR, also=('chairs',))}|(?:ordinary )?members?"
        r"|(?:named )?substitutes?|reserves?|deput(?:y|ies)|alternates?)\s*(?::-?|\s[-–—])\s+",
        re.IGNORECASE,
    )


_FILLING = frozenset(
    [
        "and",
        "plus",
        "with",
        "the",
        "or",
        "of",
        "for",
        "as",
        "an",
        "a",
        "in",
        "to",
        "by",
        "from",
        "both",
        "also",
        "each",
        "namely",
        "were",
        "was",
        "is",
        "are",
        "be",
        "been",
        "until",
        "till",
        "next",
        "year",
        "years",
        "term",
        "office",
        "ensuing",
        "ending",
        "expiring",
        "annual",
        "meeting",
        "council",
        "place",
        "seat",
        "members",
        "member",
        "councillors",
        "councillor",
        "representatives",
        "representative",
        "cllr",
        "cllrs",
        "subject",
        "re-election",
        "first",
        "second",
        "third",
        "appointed",
        "elected",
        "re-appointed",
        "re-elected",
        "continue",
        "continues",
        "respectively",
        "only",
        "new",
        "existing",
        "ex",
        "officio",
    ]
)
"""Words of a list of seats that are part of no name."""


@dataclass(frozen=True)
class Held:
    """One seat of a list: a person, a holder who is described, or a vacancy, with what is said beside it."""

    start: int
    end: int
    person: str | None = None
    holder: str | None = None
    role: str | None = None
    represents: str | None = None
    replaces: str | None = None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds it."""
        return self.person is None and self.holder is None


@dataclass(frozen=True)
class Seats:
    """The seats of a stretch of text, and how many of its words belong to none."""

    held: tuple[Held, ...]
    strange: int

    @property
    def is_list(self) -> bool:
        """Whether the stretch is a list of seats, and not a sentence in which people occur."""
        return bool(self.held) and self.strange <= 2


@cache
def _holder() -> re.Pattern[str]:
    """A holder without a name: `a Member of the Harbour Group`, `the Leader of the Council`, `the Mayor`."""
    of = r"(?:\s+(?:of|from|for|nominated\s+by|appointed\s+by|representing)\s+(?:the\s+|each\s+)?[^,;.:()\n]{2,70}?)"
    held = office(*HEADS, also=("vicar", "rector", "headteacher", "head teacher", "speaker"))
    return re.compile(
        rf"(?<![\w-])(?:(?:an?|{few_pattern()})\s+(?:[\w'-]+\s+){{0,2}}?"
        rf"(?:{any_of(word_set('appointments', 'holders'))}){of}?"
        rf"|the\s+{held}(?:\s+and\s+(?:the\s+)?{held})?(?:\s+for\s+the\s+time\s+being)?{of}?)"
        rf"(?:\s+for\s+the\s+time\s+being|,?\s+\(?ex[- ]officio\)?)?"
        rf"(?=\s*(?:[,;.)\n]|\band\b|\bto\s+(?:be|join)\b|$))",
        re.IGNORECASE,
    )


def seats_in(reading: Reading, start: int, end: int) -> Seats:
    """The seats that are listed between two offsets of the running text."""
    flow = reading.flow
    parts = [*role_label().finditer(flow, start, end)]
    found: list[Held] = []
    strange = 0
    at, role = start, None
    for m in [*parts, None]:
        stop = m.start() if m else end
        held, odd = _part(reading, at, stop)
        found += [replace(h, role=h.role or role) for h in held]
        strange += odd
        if m:
            at, role = m.end(), _singular(m["role"])
    return Seats(tuple(found), strange)


def is_vacant(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing stands between two offsets but that a seat has no holder."""
    text = reading.flow[start:end].strip(" \t\x1f.,;()–—-")
    m = _vacant().match(text)
    return m is not None and not text[m.end() :].strip(" .,;()")


def vacancy_at(reading: Reading, start: int, end: int) -> int | None:
    """Where the words end that say that a seat has no holder and that begin at an offset; none where there are none."""
    m = _vacant().match(reading.flow, start, end)
    return m.end() if m else None


def is_count(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing stands between two offsets but a number of places: `(13)`, `2 places`."""
    text = reading.flow[start:end].strip(" \t\x1f.,;")
    return bool(text) and _count().match(text) is not None


def _singular(role: str) -> str | None:
    plain = " ".join(role.split())
    lower = plain.casefold()
    if "member" in lower:
        return None
    if lower == "deputies":
        return plain[:-3] + "y"
    return plain[:-1] if lower.endswith("s") else plain


def _part(reading: Reading, start: int, end: int) -> tuple[list[Held], int]:
    """The seats of a stretch in which no role heads others: the nameless ones, and the people between them."""
    flow = reading.flow
    nameless = sorted([*_vacancies(reading, start, end), *_holders(reading, start, end)], key=lambda h: h.start)
    held: list[Held] = []
    strange = 0
    at = start
    for seat in [*nameless, None]:
        stop = seat.start if seat else end
        if flow[at:stop].strip(" \t\x1f\n,;."):
            people = _people(reading, at, stop)
            held += people
            strange += _strange(reading, at, stop, people)
        if seat:
            held.append(seat)
            at = seat.end
    return held, strange


def _vacancies(reading: Reading, start: int, end: int) -> Iterator[Held]:
    for m in _vacant().finditer(reading.flow, start, end):
        yield Held(m.start(), m.end())


def _holders(reading: Reading, start: int, end: int) -> Iterator[Held]:
    for m in _holder().finditer(reading.flow, start, end):
        following = reading.tagged.within(m.end(), m.end() + 12, "person", "weak")
        if following and not reading.flow[m.end() : following[0].start].strip(" \t\x1f,("):
            continue  # "the Chairman, Cllr A": the holder is named
        if reading.tagged.within(m.start(), m.end(), "person") or _NO_HOLDER.search(m[0]):
            continue
        yield Held(m.start(), m.end(), holder=reading.words(m.start(), m.end()))


def _people(reading: Reading, start: int, end: int) -> list[Held]:
    held = []
    for person in with_shared_title(reading, read_people(reading.view, reading.flow, start, end).people):
        words = tokens(person.person, 0, len(person.person))
        title = title_at(words, 0)
        if title and title.last == len(words) and person.person not in reading.roster.initials:
            continue  # a title is nobody
        role = clean_role(person.role) if person.role and _is_role(person.role) else None
        organisation = _bracketed(reading, person) if role is None else None
        replaces = person.notes.stands_in_for
        if replaces is None and (m := _REPLACES.match(reading.flow, person.end, end)):
            other = reading.tagged.within(m.end(), m.end() + 1, "person", "weak")
            replaces = other[0].text if other else None
        if person.notes.substitute and not replaces:
            role = "substitute"
        held.append(
            Held(
                person.start,
                person.end,
                person.person,
                role=role,
                represents=organisation,
                replaces=_LATE.sub("", replaces) if replaces else None,
            )
        )
    held = sorted([*held, *_by_initials(reading, start, end, held)], key=lambda h: h.start)
    replaced = {h.replaces for h in held if h.replaces}
    return [_with_told_role(reading, h, start, end) for h in held if h.person not in replaced]


def _by_initials(reading: Reading, start: int, end: int, held: Sequence[Held]) -> Iterator[Held]:
    """Those whom a stretch names by initials that a list gives, also where they are words: `BY`, `TO`."""
    for mention in reading.tagged.within(start, end, "person"):
        if mention.text in reading.roster.initials and not any(h.start <= mention.start < h.end for h in held):
            m = re.match(r"[ \x1f]?\(([^()\n]{3,40})\)", reading.flow[mention.end : min(end, mention.end + 45)])
            role = clean_role(m[1]) if m and _is_role(m[1]) else None
            yield Held(mention.start, mention.end, mention.text, role=role)


def _is_role(text: str) -> bool:
    """Whether what is said beside a name is a role, and not a clause about somebody."""
    row = tokens(text, 0, len(text))
    named = any((t := title_at(row, i)) is not None and not t.office and t.last < len(row) for i in range(len(row)))
    return is_place(text) and not named and len(row) < 9


def _with_told_role(reading: Reading, held: Held, start: int, end: int) -> Held:
    """Somebody with the role that a bracket after the list gives: `Cllrs A, B and C (Cllr B Chair)`."""
    if held.role or not held.person:
        return held
    for m in re.finditer(r"\(([^()\n]{5,60})\)", reading.flow[start:end]):
        low, high = start + m.start(1), start + m.end(1)
        named = reading.tagged.within(low, high, "person", "weak")
        if len(named) == 1 and named[0].start == low and same_person(named[0].text, held.person):
            words = re.sub(
                r"^\s*(?:would\s+be|to\s+be|is|as|will\s+be|,|-|–)\s+", "", reading.words(named[0].end, high)
            )
            if _is_role(words):
                return replace(held, role=clean_role(words))
    return held


def _bracketed(reading: Reading, person: Listed) -> str | None:
    """Whom somebody stands for, from the bracket after the name; a party is not what a seat stands for."""
    m = re.match(r"[,\s\x1f]{0,3}\(([^()\n]{3,80})\)", reading.flow[person.end : person.end + 90])
    if not m:
        return None
    text = " ".join(m[1].replace("\x1f", " ").split())
    if not text[0].isupper() or organisation_kind(text) == "party" or is_place(text) or is_post(text.split()[-1]):
        return None
    if text.isupper() and len(text) < 5:
        return None  # initials
    return text


def _strange(reading: Reading, start: int, end: int, people: list[Held]) -> int:
    """How many words between two offsets are of no name, no bracket and no term."""
    text = reading.flow[start:end]
    signs = list(text)
    for person in people:
        for i in range(max(0, person.start - start), min(len(signs), person.end - start)):
            signs[i] = " "
    if term := term_place(reading, start, end):
        signs[term[0] - start : term[1] - start] = " " * (term[1] - term[0])
    rest = re.sub(r"\([^()]{0,120}\)|\d[\w/.-]*", " ", "".join(signs))
    return sum(
        1
        for word in re.findall(r"[^\W\d_][\w'-]*", rest)
        if word.casefold() not in _FILLING and not is_post(word) and not _month(word)
    )


def _month(word: str) -> bool:
    return word[:3].casefold() in month_beginnings().split("|")
