"""Who spoke: contributions to the discussion, and people whom no list names though they were there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ...folding import fold
from ...lexicon.agreement import same_person
from ...lexicon.entries import word_set
from ...lexicon.person_name import PersonName, parse_name
from ...parsed_minutes import Attendance, Capacity, Contribution
from ..lists.entries import Listed
from ..names.capacities import is_officer_role
from ..names.mentions import Mention
from ..names.name_spans import name_from, title_at
from ..names.subjects import is_person, people_between, subject
from ..names.tagging import rule
from ..names.tokens import Token, tokens
from ..page.reading import Reading
from ..page.vocabulary import any_of, is_field, is_no_name, is_post
from .attending import appearance, attending

_CORRESPONDENCE = re.compile(r"\bcorrespondence\b|\bletters?\b|\be-?mails\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,3}$")
_POSTED = re.compile(
    r"(?P<run>(?:[A-Z][\w'&/-]*,?[ \x1f]+(?:(?:of|for|and|to|the)[ \x1f]+){0,2}){2,10})(?P<verb>[a-z]+)\b"
)
_QUOTED = re.compile(r"[\"“]")
_GROUP = re.compile(
    r"[ \x1f]and[ \x1f]+(?:the[ \x1f]+)?(?P<post>[a-z-]+s)[ \x1f]+(?:from|of)[ \x1f]+(?P<body>[A-Z][^,.\n]{2,60}),"
)


@cache
def _verbs(kind: str) -> str:
    return any_of(word_set("speech", kind))


@cache
def _contributing() -> re.Pattern[str]:
    return rule(
        rf"(?P<who><PP>)(?:(?:,| –| -) [^.;\n\ue000-\ue009]{{2,80}},|(?: \([^)\n]{{1,60}}\)))?,? "
        rf"(?:(?:then|also|again|further|formally|kindly|subsequently) )?(?P<verb>{_verbs('said')})\b(?! by )"
    )


@cache
def _there() -> re.Pattern[str]:
    return rule(
        r"<N:who>(?P<beside>(?:,| –| -)? ?\"[^\"\n]{2,50}\"|, [^.;\n\ue000\ue001\ue004]{3,90},"
        r"|,? (?:of )?\d{1,5}\w? [^.,;\n]{3,40},?| \([^)\n]{2,60}\))?,? "
        rf"(?:(?:then|also|from the floor|again|briefly|jointly|both|each) )?(?P<verb>{_verbs('there')})\b"
    )


def read_contributions(reading: Reading) -> list[Contribution]:
    """What named people, and whoever was in the chair, are said to have done in the discussion."""
    found = []
    for m in reading.finditer(_contributing()):
        verb = " ".join(m["verb"].casefold().split())
        low, high = reading.sentence(m.start(), m.end())
        for who in reading.tagged.people(m, "who"):
            if who.kind != "weak" or reading.roster.find(who.text):
                span = reading.span(low, high, "contribution")
                item = reading.outline.number_at(m.start())
                found.append(Contribution(person=who.text, item=item, kind=verb, span=span))
    return found


def unlisted(reading: Reading, records: Sequence[Attendance]) -> list[Attendance]:
    """People in attendance whom no list names: they spoke or attended; by the fullest name."""
    found: list[Attendance] = []
    listed = any(r.status == "present" and r.span.rule in {"attendance.list", "attendance.grid"} for r in records)
    fuller = _fuller_names(reading)
    for source in (attending(reading, listed=listed), _posted(reading), _spoke(reading)):
        for record in source:
            taken = [*records, *found]
            if _is_known(record.person, taken):
                continue
            full = _fullest(record.person, fuller)
            if full == record.person or not _is_known(full, taken):
                found.append(record.model_copy(update={"person": full}))
    return found


def _is_known(person: str, records: Sequence[Attendance]) -> bool:
    """Whether a name can be that of somebody who has a record: by surname, by given name alone, or by initials."""
    who = parse_name(person)
    for record in records:
        other = parse_name(record.person)
        if fold(who.last_word) == fold(other.last_word):
            if _could_be(who, other):
                return True
        elif (
            who.first_name is None
            and who.initial is None
            and other.first_name
            and fold(who.last_word) == fold(other.first_name)
        ) or (_INITIALS.match(who.last_word) and _has_initials(other, who.last_word)):
            return True
    return _INITIALS.match(who.last_word) is not None


def _could_be(one: PersonName, other: PersonName) -> bool:
    """Whether two names of one surname can be one person's: what one says more does not contradict the other."""
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if one.first_name and other.first_name:
        return one.first_name[0] == other.first_name[0]
    return not one.initial or not other.initial or one.initial == other.initial


def _has_initials(person: PersonName, initials: str) -> bool:
    letters = [c for c in initials if c.isalpha()]
    return person.initial == letters[0] and person.last_word[:1] == letters[-1]


# -- fuller names ----------------------------------------------------------------------------------------------------


def _fuller_names(reading: Reading) -> dict[str, list[str]]:
    """The names of the text with a given name, by surname."""
    found: dict[str, list[str]] = {}
    for mention in reading.tagged.mentions:
        if mention.kind == "person" or (mention.kind == "weak" and len(mention.text.split()) > 1):
            who = parse_name(mention.text)
            if who.first_name and not any(is_no_name(w) for w in mention.text.split()[1:-1]):
                found.setdefault(fold(who.last_word), []).append(mention.text)
    return found


def _fullest(person: str, fuller: dict[str, list[str]]) -> str:
    """The name, or the fuller one that the text gives the same person elsewhere: `Ms Hext` and `Ms Mary Lee Hext`.

    Only where every fuller name of that surname can be one person's.
    """
    who = parse_name(person)
    if who.first_name is not None or who.initial is not None:
        return person
    member = _is_civic(person)
    candidates = [
        name
        for name in fuller.get(fold(who.last_word), [])
        if same_person(name, person) and (not member or _is_civic(name) or name == parse_name(name).plain)
    ]
    if not candidates or any(not same_person(a, candidates[0]) for a in candidates):
        return person
    titled = [c for c in candidates if c != parse_name(c).plain] or candidates
    return max(titled, key=lambda name: (len(name.split()), len(name)))


# -- speech ----------------------------------------------------------------------------------------------------------


def _wrote(reading: Reading, start: int, end: int) -> bool:
    low, high = reading.sentence(start, end)
    for item in (reading.outline.item_at(start), reading.outline.heading_at(start)):
        if item and _CORRESPONDENCE.search(item.title):
            return True
    if re.search(rf"\b(?:{_verbs('wrote')})\b", reading.flow[low:high], re.IGNORECASE):
        return True
    return _QUOTED.match(reading.flow[end : end + 4].strip(" ,:\x1f")) is not None


def _spoke(reading: Reading) -> Iterator[Attendance]:
    for m in reading.finditer(_there()):
        who = reading.tagged.one(m, "who")
        if who is None or who.kind == "office" or _wrote(reading, m.start(), m.end()):
            continue
        if who.text in reading.roster.initials or not _may_speak(reading, who, m["verb"]):
            continue
        low, high = reading.sentence(m.start(), m.end())
        people = _subject(reading, low, m.start("verb")) or _only(who)
        for person in people:
            yield appearance(reading, person, (low, high), "spoke", _speaker_capacity(person))


def _may_speak(reading: Reading, who: Mention, verb: str) -> bool:
    if who.kind == "person":
        return True
    if verb.casefold() in word_set("speech", "also_of_firms") or not is_person(reading, who):
        return False
    before = reading.flow[max(0, who.start - 40) : who.start].rstrip(" \t\x1f")
    return not before or before[-1] in '.\n:;?!",)' or before.endswith(" and")


def _only(who: Mention) -> list[Listed]:
    title = title_at(tokens(who.text, 0, len(who.text)), 0)
    return [Listed(who.text, who.start, who.end, who.end, title="" if title else None)]


def _speaker_capacity(person: Listed) -> Capacity | None:
    if _is_civic(person.person):
        return None
    titled = title_at(tokens(person.person, 0, len(person.person)), 0) is not None
    return "officer" if is_officer_role(person.role) else "public" if titled else None


def _is_civic(person: str) -> bool:
    """Whether a name has the title of a member: `Cllr Hext`."""
    title = title_at(tokens(person, 0, len(person)), 0)
    return title is not None and title.civic


def _subject(reading: Reading, start: int, verb: int) -> list[Listed]:
    """The people before a verb; of a group named by its post, each has that post: `apprentices from X, A and B`."""
    group = _GROUP.search(reading.flow, start, verb)
    if group and is_post(group["post"].removesuffix("s")):
        before = subject(reading, start, group.start())
        body = " ".join(group["body"].split())
        return [
            *before,
            *(
                replace(p, role=p.role or group["post"].removesuffix("s"), organisation=p.organisation or body)
                for p in people_between(reading, group.end(), verb)
            ),
        ]
    return subject(reading, start, verb)


def _posted(reading: Reading) -> Iterator[Attendance]:
    """`City Attorney Hext announced`, `Head of Housing Paul Pym advised`: a post before a name without title."""
    verbs = word_set("speech", "said")
    for m in _POSTED.finditer(reading.flow, reading.start, reading.last):
        if m["verb"] not in verbs or _wrote(reading, m.start("verb"), m.end()):
            continue
        row = tokens(reading.flow, m.start("run"), m.end("run"))
        at = _name_after_post(row)
        if at is None:
            continue
        first, name = at
        if any(
            p.text.startswith("Director ") for p in reading.tagged.within(row[first].start, row[first].end, "person")
        ):
            continue  # a member of a board of directors
        post = reading.words(row[first].start, row[name - 1].end)
        if {w.casefold() for w in post.split()} & word_set("speech", "elsewhere"):
            continue
        start = row[name].start
        person = reading.words(start, row[-1].end)
        listed = Listed(person, row[first].start, row[-1].end, row[-1].end, role=post)
        yield appearance(reading, listed, reading.sentence(m.start("verb"), m.end()), "post", "officer")


def _name_after_post(row: Sequence[Token]) -> tuple[int, int] | None:
    """Where a post begins and where the name after it, in a run of words with capitals that ends in the name."""
    words = [t.text for t in row]
    if any(t.kind not in {"word", "lower", "and", "initials"} for t in row):
        return None
    last = max((i for i, w in enumerate(words) if is_post(w)), default=None)
    if last is None or not 1 <= len(words) - last - 1 <= 3 or title_at(row, last) is not None:
        return None
    if any(is_no_name(w) for w in words[last + 1 :]) or name_from(row, last + 1, True) != len(row):
        return None
    first = last
    while first > 0 and (
        is_post(words[first - 1]) or is_field(words[first - 1]) or words[first - 1] in {"of", "for", "and", "to"}
    ):
        first -= 1
    while words[first] in {"of", "for", "and", "to", "the", "The"}:
        first += 1
    return (first, last + 1) if title_at(row, first) is None else None
