"""Running text with its people, bodies and dates masked, so that a rule is about the sentence and not about names.

Every mention is replaced, at equal length, by a sign for its kind and filling: the pattern `<P> seconded by <P>` is
short, cannot run away, and its matches keep the offsets of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from ...lexicon.entries import of_class, word_set
from ...lexicon.name_words import no_short_word
from ..dates.written import dates
from ..lists.people import read_people
from ..motions.mover_names import movers
from ..page.view import View
from ..page.vocabulary import UPPER, any_of, is_common, is_given_name, is_no_name, may_be_surname
from .bodies import body_mentions
from .mentions import Kind, Mention, apart, with_member, with_suffix, with_teller
from .name_spans import name_from, people_titled, person_token, title_pattern
from .nicknames import nicknamed
from .roster import Roster
from .tokens import Token, tokens

_SIGNS: dict[str, tuple[str, str]] = {
    "person": ("\ue000", "\ue001"),
    "office": ("\ue002", "\ue003"),
    "weak": ("\ue004", "\ue005"),
    "body": ("\ue006", "\ue007"),
    "date": ("\ue008", "\ue009"),
}


def _one(kind: str) -> str:
    head, fill = _SIGNS[kind]
    return f"{head}{fill}*+"


MOST_NAMED = 150
"""How many people one sentence can name beside the first: more than any council has members."""
_PERSON = f"(?:{_one('person')}|{_one('office')}|{_one('weak')})"
_NAMED = f"(?:{_one('person')}|{_one('weak')})"
_LISTED = rf"{_PERSON}(?:(?:[^\S\n]*(?:,|;|&|and\b|plus\b|/))+[^\S\n]*{_PERSON}){{0,{MOST_NAMED}}}+"
PLACEHOLDERS = {
    "P": _PERSON,
    "N": _NAMED,
    "S": _one("person"),
    "O": _one("office"),
    "PP": _LISTED,
    "B": _one("body"),
    "D": _one("date"),
}
"""What the placeholders of a rule stand for.

`<P>` anybody, `<N>` somebody named, `<S>` somebody with title, `<O>` an office, `<PP>` a list of people, `<B>` a body,
`<D>` a date.
"""

_LOWER = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_BLANK = r"[^\S\n]"
_CLASS = re.compile(r"\[(?:[^\]\\]|\\.)+\]")
_PLACEHOLDER = re.compile(r"<(?P<what>PP|[PNSOBD])(?::(?P<name>\w+))?>")


@cache
def rule(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A compiled rule: placeholders filled in; a blank of the pattern is any blanks inside one line of the text.

    ` ?` is any blanks or none; inside a character class a blank is one blank of any kind.
    """

    def fill(m: re.Match[str]) -> str:
        inner = PLACEHOLDERS[m["what"]]
        return f"(?P<{m['name']}>{inner})" if m["name"] else f"(?:{inner})"

    blanks = (
        _CLASS.sub(lambda m: m[0].replace(" ", "\0"), pattern)
        .replace(" ?", f"{_BLANK}{{0,30}}")
        .replace(" ", f"{_BLANK}{{1,30}}")
    )
    return re.compile(_PLACEHOLDER.sub(fill, blanks.replace("\0", " \\t\x1f")), flags)


@dataclass(frozen=True)
class Tagged:
    """Masked text of the same length as the running text, with its mentions in order."""

    text: str
    mentions: tuple[Mention, ...]

    @cached_property
    def lower(self) -> str:
        """The masked text in lower case, letter by letter, for a quick look whether a word occurs."""
        return self.text.translate(_LOWER)

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def within(self, start: int, end: int, *kinds: Kind) -> list[Mention]:
        """The mentions between two offsets, of these kinds or of any."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if not kinds or m.kind in kinds]

    def people(self, match: re.Match[str], group: str) -> list[Mention]:
        """The people in a group of a rule's match."""
        return self.within(match.start(group), match.end(group), "person", "office", "weak") if match[group] else []

    def one(self, match: re.Match[str], group: str) -> Mention | None:
        """The mention that a group of a rule's match is, or none."""
        found = self.within(match.start(group), match.end(group)) if match[group] else []
        return found[0] if found else None


@cache
def _offices() -> re.Pattern[str]:
    offices = [o for o in of_class("titles", "office") if not o.startswith("An ")]
    return re.compile(
        rf"(?<![\w'-])(?:[Tt]he|[Aa]n)\s+(?:(?:outgoing|incoming|acting|newly elected|new|retiring)\s+)?"
        rf"(?:{any_of([*offices, *(o.lower() for o in offices if o.startswith(('Chair', 'Vice')))])})(?![\w'-])"
        rf"(?!\s+of\s)"
    )


_SPACE = r"[ \x1f]"
_REST = r"(?:[^\W\d_]|['-])+"
_PARTICLE = "de|da|do|dos|das|di|du|van|von|der|den|ten|ter|la|le|bin|al|y|e"
_PARTICLES = frozenset(_PARTICLE.split("|"))
_WEAK = re.compile(
    rf"(?<![\w'.-])(?:[{UPPER}](?:\.|{_SPACE}(?=[{UPPER}][a-z])){_SPACE}?)*[{UPPER}]{_REST}"
    rf"(?:{_SPACE}{{1,3}}(?:(?:{_PARTICLE}){_SPACE}){{0,2}}(?:[{UPPER}]\.?{_SPACE})?[{UPPER}]{_REST}){{1,4}}(?![\w-])"
    rf"|(?<![\w'.-])(?:[{UPPER}]\.?{_SPACE}?){{1,3}}(?:(?<={_SPACE})(?:(?:{_PARTICLE}){_SPACE}){{1,2}})?[{UPPER}][a-z]{_REST}(?![\w-])"
)


def tag(view: View, flow: str, start: int, end: int, roster: Roster, year: int | None) -> Tagged:
    """The text between two offsets, masked; outside them it is left as it is."""
    taken: list[Mention] = []
    occupied: list[tuple[int, int]] = []

    def take(mentions: Iterable[Mention]) -> None:
        nonlocal occupied
        starts = [s for s, _ in occupied]
        for m in mentions:
            at = bisect_left(starts, m.start)
            if (at < len(occupied) and occupied[at][0] < m.end) or (at and occupied[at - 1][1] > m.start):
                continue
            taken.append(m)
            occupied.insert(at, (m.start, m.end))
            starts.insert(at, m.start)

    take(_titled(view, flow, start, end))
    take(_directors(view, flow, start, end))
    take(Mention(d.start, d.end, "date", d.value) for d in dates(flow, start, end, year))
    take(
        Mention(m.start(), m.end(), "office", view.words(m.start(), m.end()))
        for m in _offices().finditer(flow, start, end)
    )
    take(_known(view, flow, start, end, roster))
    take(Mention(a, b, "person", view.words(a, b)) for a, b in nicknamed(flow, start, end))
    take(Mention(a, b, "person", view.words(a, b)) for a, b in movers(flow, start, end, roster))
    take(Mention(a, b, "body", view.words(a, b)) for a, b in body_mentions(flow, start, end))
    take(_weak(view, flow, start, end, roster))
    taken = [with_teller(view, flow, with_suffix(view, flow, with_member(flow, m, start)), roster) for m in taken]
    taken = apart(taken)
    signs = list(flow)
    for m in taken:
        head, filling = _SIGNS[m.kind]
        signs[m.start : m.end] = head + filling * (m.end - m.start - 1)
    return Tagged("".join(signs), tuple(taken))


_INITIAL = re.compile(r"[ \x1f]?\([A-Z]{1,2}\)")
"""Initials after a surname; but `(P) Mr A (S) Mrs B` are a proposer and a seconder."""


def _titled(view: View, flow: str, start: int, end: int) -> Iterable[Mention]:
    """People with titles, and every name of a list that a plural title begins."""
    done = start
    for found in title_pattern().finditer(flow, start, end):
        if found.start() < done:
            continue
        stop = flow.find("\n", found.start(), end)
        limit = min(stop if stop >= 0 else end, found.start() + _LONGEST_RUN)
        row = tokens(flow, found.start(), min(limit, found.start() + _LONGEST_NAME))
        if _couple(row):
            yield from _run(view, flow, found.start(), limit)
            done = found.end()
            continue
        first = next(people_titled(row), None)
        if first is None or first[0].first != 0:
            continue
        title, _, last = first
        if title.each:
            listed = _run(view, flow, found.start(), limit)
            yield from listed
            if listed:
                done = listed[-1].end
                for aside in _ASIDE.finditer(flow, found.start(), done):
                    yield from _titled(view, flow, aside.start() + 1, aside.end() - 1)
                continue
        done = row[last - 1].end - (2 if row[last - 1].text.endswith("'s") else 0)
        if flow[done - 1] == "." and row[last - 1].kind == "word":
            done -= 1
        initial = None if flow.endswith("(P) ", start, found.start()) else _INITIAL.match(flow, done, limit)
        done = initial.end() if initial else done
        if letters := _honours().match(flow, done, limit):
            done = letters.end()
        begin = row[person_token(row, title)].start
        yield Mention(found.start(), done, "person", view.words(begin, done), title.office)


_OF_DIRECTORS = re.compile(r"\b(?:board\s+of\s+directors|directors\s+(?:present|absent))\b", re.IGNORECASE)
_DIRECTOR = re.compile(
    rf"(?<![\w'-])(?P<before>[{UPPER}][\w&'-]{{0,30}}[ \x1f])?(?P<title>Director)[ \x1f](?=[{UPPER}])"
)


def _directors(view: View, flow: str, start: int, end: int) -> Iterable[Mention]:
    """The members of a board of directors, whose title is a post elsewhere: `Director Luna moved`."""
    if not _OF_DIRECTORS.search(flow, start, end):
        return
    for found in _DIRECTOR.finditer(flow, start, end):
        if found["before"] and not is_common(found["before"]):
            continue  # the Executive Director Ms Lull
        row = tokens(flow, found.end(), min(end, found.end() + _LONGEST_NAME))
        begin, last = found.start("title"), name_from(row, 0, True)
        if last is not None:
            done = row[last - 1].end - (2 if row[last - 1].text.endswith("'s") else 0)
            done -= flow[done - 1] == "." and row[last - 1].kind == "word"
            yield Mention(begin, done, "person", view.words(begin, done))


@cache
def _honours() -> re.Pattern[str]:
    """Letters after a name, which belong to it: `, OBE`, ` MBE, JP`."""
    letters = any_of(of_class("honours", "letters"))
    return re.compile(rf"(?:,?[ \x1f]{{1,3}}(?:{letters})(?![\w'-]))+")


def _couple(row: Sequence[Token]) -> bool:
    """Whether two people of one name begin here: `Mr & Mrs M. Stubbs`."""
    personal = len(row) > 3 and row[0].text.rstrip(".") in word_set("titles", "personal")
    return personal and row[1].kind == "and" and row[2].text.rstrip(".") in word_set("titles", "personal")


_LONGEST_NAME = 120
"""Signs of one name with its titles."""
_LONGEST_RUN = 1000
"""Signs of a list of names in running text: a full council can send apologies for a score of its members."""
_NO_END = "and|de|da|di|du|la|le|van|von|der|den|ten|ter|bin|y|ap|ab|st"
_ASIDE = re.compile(r"\([^()\n]{1,100}\)(?=\s?(?:,|&|and\b))")
"""A bracket inside a list of names, which goes on after it."""


@cache
def _run_ends() -> re.Pattern[str]:
    """Where a list of names ends: a word of the sentence, a bracket, or a full stop that follows no initial."""
    shortened = no_short_word(r"\s")
    return re.compile(
        rf"\s(?:(?!(?:{_NO_END})\b)[a-zé]{{2,}}|that)\b|[;:]\s|[(\"]"
        rf"|[.]\s(?<![{UPPER}]\.\s)(?<!\b[{UPPER}][a-z]\.\s){shortened}"
    )


def _run(view: View, flow: str, start: int, limit: int) -> list[Mention]:
    """`Councillors Teefy and Sheehy expressed`: the names up to the first word of the sentence."""
    names = _ASIDE.sub(lambda m: " " * len(m[0]), flow[start:limit])
    stop = _run_ends().search(names)
    end = start + stop.start() if stop else limit
    initial = _INITIAL.match(flow, max(start, end - 1), limit)
    people = read_people(view, flow, start, initial.end() if initial else end).people
    found: list[Mention] = []
    for i, p in enumerate(people):
        begin = start if i == 0 else p.start
        if p.title is not None and i > 0 and p.distributed is None:
            break
        if found and found[-1].start == begin:
            found.append(Mention(found[-1].end - 1, found[-1].end, "person", p.person))
            found[-2] = Mention(found[-2].start, found[-2].end - 1, "person", found[-2].text)
            continue
        found.append(Mention(begin, p.end, "person", p.person))
    return found


_FIRST_WORD = re.compile(r"\w*")
_WORD_HERE = re.compile(r"(?<![\w'-])\w+")


@lru_cache(maxsize=1_000)
def _any_whole(names: frozenset[str], before: str = "") -> re.Pattern[str]:
    """Finds any of these names; kept, as the minutes of one body name the same people."""
    return re.compile(rf"{before}(?:{any_of(names)})(?![\w-])")


def _known(view: View, flow: str, start: int, end: int, roster: Roster) -> Iterable[Mention]:
    """Listed people by their full name without title, and by the initials that a key gives them."""
    names = {*roster.full_names, *roster.initials}
    if not names:
        return
    forms = {form for n in names for form in (n, n.title() if n.isupper() and len(n) > 4 else n)}
    begin_with: dict[str, list[str]] = {}
    for form in forms:
        begin_with.setdefault(_FIRST_WORD.findall(form)[0], []).append(form)
    patterns = {first: _any_whole(frozenset(some)) for first, some in begin_with.items()}
    at = start
    for word in _WORD_HERE.finditer(flow, start, end):
        whole = patterns.get(word[0])
        if whole and word.start() >= at and (m := whole.match(flow, word.start(), end)):
            at = m.end()
            yield Mention(m.start(), m.end(), "person", view.words(m.start(), m.end()))


_INITIALS = re.compile(rf"(?:[{UPPER}]\.[ \x1f]?){{0,3}}")


def _after_no_names(m: re.Match[str]) -> int:
    """Where what has the shape of a name goes on after ordinary words: `That M Reeve` begins with `M`."""
    start = m.start()
    while word := re.match(r"[\w'-]{2,}\s+", m.string[start : m.end()]):
        plain = word[0].strip()
        if plain != "Member" and (not is_common(plain) or may_be_surname(plain) or is_given_name(plain)):
            break
        start += word.end()
    return start


def _weak(view: View, flow: str, start: int, end: int, roster: Roster) -> Iterable[Mention]:
    """What has the shape of a name without title: two or more words with capitals, or one that the lists know."""
    for m in _WEAK.finditer(flow, start, end):
        begin = _after_no_names(m)
        initials = _INITIALS.match(flow, begin, m.end())
        words = re.split(r"[\s.]+", flow[initials.end() if initials else begin : m.end()])
        while len(words) > 1 and words[0] in _PARTICLES:
            words = words[1:]
        if begin > m.start() and len(words) < 2:
            continue
        given = is_given_name(words[0]) and len(words) > 1 and not is_no_name(words[1])
        no_name = any(is_no_name(w) and not (i and may_be_surname(w)) for i, w in enumerate(words[given:]))
        if no_name or (m[0].isupper() and len(m[0]) > 40):
            continue
        yield Mention(begin, m.end(), "weak", view.words(begin, m.end()))
    single = roster.single_words
    if single:
        pattern = _any_whole(frozenset(single), r"(?<![\w'-])")
        for m in pattern.finditer(flow, start, end):
            yield Mention(m.start(), m.end(), "weak", view.words(m.start(), m.end()))
