"""A list of people to its entries: titles, commas, tabs, brackets, posts beside a name, and names run together.

The list is cut once at separators, brackets and titles (`pieces`); then every piece is looked at once. The cost grows
with the length of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .names import Title, is_honour, name_from, title_at
from .notes import Notes, bracket_notes, tail_notes
from .pieces import Before, ListStyle, Piece, cut, style_of
from .tokens import Token, tokens
from .view import View
from .vocabulary import bare, data, is_common, is_field, is_no_name, is_post

_OPENINGS = frozenset(
    "and from also the were was received by plus with including both namely an apologies apology".split()
)
_NOBODY = frozenset(
    "item items minute agenda none nil n/a no-one nobody public press vacant vacancy tbc n a there were no ditto".split()
)
_PUBLIC = frozenset(
    "members member of the public press and plus from parishioners parishioner residents resident approximately about around some several other "
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty number numbers were was in attendance".split()
)
_BESIDE = frozenset({"comma", "dash", "column", "colon", "close", "slash", "and", "semicolon"})
_ARTICLES = ("An ", "The ", "the ", "a ", "A ")


@dataclass(frozen=True)
class Listed:
    """A person in a list: the name as written with a distributed title, its place, and what is said beside it.

    `beside` is the stretch of text that gives a post or a body; it becomes `role` or `organisation` when the entry is
    complete. `inferred` says what about the entry was not stated but concluded from the form; `public` that the list calls
    the person a member of the public.
    """

    person: str
    start: int
    end: int
    entry_end: int
    title: str | None = None
    distributed: str | None = None
    role: str | None = None
    role_before: bool = False
    organisation: str | None = None
    beside: tuple[int, int] | None = None
    beside_after: Before | None = None
    notes: Notes = Notes()
    inferred: str | None = None
    public: bool = False


@dataclass(frozen=True)
class PeopleList:
    """The people of a list, and the pieces that no rule reads."""

    people: tuple[Listed, ...]
    unread: tuple[tuple[int, int], ...]


def read_people(view: View, text: str, start: int, end: int) -> PeopleList:
    """The people listed between two offsets of `text`, which is the running text or the plain one.

    In running text a wrapped line is no separator; in the plain one every line end is.
    """
    pieces = cut(tokens(text, start, end))
    return _Reader(view, text, style_of(pieces)).read(pieces)


class _Reader:
    """One pass over the pieces; what was read last decides what a piece without a name belongs to."""

    def __init__(self, view: View, text: str, style: ListStyle):
        self.view = view
        self.text = text
        self.style = style
        self.people: list[Listed] = []
        self.unread: list[tuple[int, int]] = []
        self.plural: str | None = None
        self.office: tuple[int, int] | None = None
        self.shared_role: str | None = None
        self.public = False

    def read(self, pieces: Sequence[Piece]) -> PeopleList:
        for piece in pieces:
            if piece.bracket:
                self._bracket(piece)
            else:
                self._piece(piece)
        return PeopleList(
            tuple(_shared_organisations([self._complete(p) for p in self.people], self.text)), tuple(self.unread)
        )

    def _piece(self, piece: Piece) -> None:
        row = piece.row
        at = 0
        while at < len(row) and row[at].kind in {"lower", "and"} and row[at].text in _OPENINGS:
            at += 1
        unnamed_office = at < len(row) and at > 0 and row[at - 1].text == "the"
        row = row[at:]
        if row and _is_public(row):
            self.public = True
            return
        if piece.before in {"stop", "line"}:
            self.public = False
        if not row or _is_nobody(row) or (unnamed_office and all(is_post(t.text) or is_field(t.text) for t in row)):
            return
        if len(row) == 1 and (title := title_at(row, 0)) and title.each:
            self.plural = title.each  # "Councillors:" or a title torn from its list by a line end
            return
        if piece.before in {"stop", "semicolon"}:
            self.shared_role = None
        if self._said_of_last(row, piece.before):
            return
        entries = self._entries(row, piece.before)
        if not entries:
            self._beside(piece, row)
            return
        for i, entry in enumerate(entries):
            self._add(entry, piece.before if i == 0 else "title")

    def _add(self, entry: Listed, before: Before) -> None:
        if entry.title is None and self.plural and entry.distributed is None:
            self.plural = None
        elif entry.distributed and entry.title is None and before == "and":
            self.plural = None  # the plural ends with the name after the `and`
        if (
            entry.role is None
            and self.office
            and before in {"comma", "colon", "dash", "column", "close", "line", "slash"}
        ):
            entry = replace(entry, role=self._office_text(), role_before=True)
        elif entry.role is None and self.shared_role:
            entry = replace(entry, role=self.shared_role, role_before=True)
        self.office = None
        self.people.append(replace(entry, public=self.public))

    def _said_of_last(self, row: Sequence[Token], before: Before) -> bool:
        """Whether a piece that begins in lower case speaks of the person before it: `A, substituted by B`."""
        if not self.people or row[0].kind != "lower" or before == "stop" or row[0].text == "the":
            return False
        notes = tail_notes(self.view.words(row[0].start, row[-1].end), self.people[-1].notes)
        if notes is None:
            return False
        self._change(notes=notes, entry_end=row[-1].end)
        return True

    # -- names ---------------------------------------------------------------------------------------------------

    def _entries(self, row: Sequence[Token], before: Before) -> list[Listed]:
        for at in range(len(row)):
            title = title_at(row, at)
            if title and title.last < len(row) and row[title.last].kind == "and":
                couple = self._couple(row, at, title)
                if couple:
                    return couple
            end = name_from(row, title.last, True) if title else None
            if title and end:
                if any(
                    t.kind in {"initials", "number"} or (t.kind == "word" and title_at(row, i))
                    for i, t in enumerate(row[:at])
                ):
                    return []  # a name torn apart by columns
                return self._titled(row, at, title, end)
            if row[at].kind not in {"word", "lower", "initials", "and"}:
                break
        if (before == "dash" and self.people and not self.public) or self.style.names_in_brackets:
            return []
        last = self.people[-1] if self.people else None
        if (
            before in {"and", "slash"}
            and last
            and last.beside_after in {"column", "dash", "colon"}
            and self._adjacent(last, row[0].start)
        ):
            return []  # a post of several words in a column: "Residential and Semi-Independent Accommodation"
        found = self._untitled(row, before)
        return [found] if found else []

    def _couple(self, row: Sequence[Token], at: int, first: Title) -> list[Listed]:
        """`Mr & Mrs M. Stubbs`: two people of one name."""
        second = title_at(row, first.last + 1)
        end = name_from(row, second.last, True) if second else None
        if second is None or end is None:
            return []
        name = self.view.words(row[second.last].start, _stop(row[end - 1]))
        stop = _stop(row[end - 1])
        titles = (
            self.view.words(row[at].start, row[first.last - 1].end),
            self.view.words(row[first.last + 1].start, row[second.last - 1].end),
        )
        return [Listed(f"{title} {name}", row[at].start, stop, stop, title=title) for title in titles]

    def _titled(self, row: Sequence[Token], at: int, title: Title, end: int) -> list[Listed]:
        article = row[at].text in {"The", "the", "An"}
        first, stop = row[at + article].start, _stop(row[end - 1])
        role = (
            self.view.words(row[0].start, row[at - 1].end).strip(" ,:")
            if any(is_post(t.text) or is_field(t.text) for t in row[:at])
            else None
        )
        distributed: str | None = None
        if title.each:
            self.plural = distributed = title.each
            person = f"{title.each} {self.view.words(row[title.last].start, stop)}"
        else:
            if title.office:
                after = _after_office(row, title)
                role = role or title.office
                first = row[after].start if after < title.last else first
            person = self.view.words(first, stop)
            if self.plural and not title.civic and not title.office:
                distributed = self.plural
                person = f"{self.plural} {person}"
        shown = title.each or self.view.words(row[at].start, row[title.last - 1].end)
        entry = Listed(
            person,
            first,
            stop,
            stop,
            title=None if distributed and not title.each else shown,
            distributed=distributed,
            role=role,
            role_before=role is not None,
        )
        parts = _two_names(row[title.last : end]) if self.style.run_together else None
        if parts:
            cut_at = row[title.last + 2]
            whole = replace(
                entry,
                person=self.view.words(first, row[title.last + 1].end),
                end=row[title.last + 1].end,
                entry_end=row[title.last + 1].end,
            )
            second = Listed(
                self.view.words(cut_at.start, stop), cut_at.start, stop, stop, inferred="two names run together"
            )
            return [whole, self._with_tail(second, row[end:])]
        return [self._with_tail(entry, row[end:])]

    def _untitled(self, row: Sequence[Token], before: Before) -> Listed | None:
        at, role = 0, None
        end = name_from(row, 0, bool(self.plural))
        if end is None:
            at = _after_post(row) or 0
            end = name_from(row, at, True) if at else None
            if end is None or end != len(row):
                return None
            role = self.view.words(row[0].start, row[at - 1].end)
        single = sum(1 for t in row[at:end] if t.kind == "word") == 1 and not any(
            t.kind == "initials" for t in row[at:end]
        )
        if single and role is None and not self.plural and not self.style.surnames and not self.office:
            return None
        if (
            self.style.titled
            and self.people
            and before in {"comma", "and", "close"}
            and role is None
            and not self.plural
        ):
            return None
        stop = _stop(row[end - 1])
        person = self.view.words(row[at].start, stop)
        plural = self.plural if role is None else None
        entry = Listed(
            f"{plural} {person}" if plural else person,
            row[at].start,
            stop,
            stop,
            distributed=plural,
            role=role,
            role_before=role is not None,
        )
        return self._with_tail(entry, row[end:])

    def _with_tail(self, entry: Listed, tail: Sequence[Token]) -> Listed:
        if not tail:
            return entry
        text = self.view.words(tail[0].start, tail[-1].end).strip(" .,:;")
        if is_honour(text):
            return self._with_honours(entry, tail)
        done = replace(entry, entry_end=tail[-1].end)
        notes = tail_notes(text, entry.notes)
        if notes is not None:
            return replace(done, notes=notes)
        if len(tail) == 1 and tail[0].kind == "lower" and entry.distributed and text.isalpha() and not is_no_name(text):
            # A surname typed in lower case: "Councillors Rod Scott and Diane Neil mills"
            return replace(done, person=f"{entry.person} {text}", end=_stop(tail[0]))
        if all(t.kind in {"lower", "and", "number"} for t in tail) and not any(is_post(t.text) for t in tail):
            return replace(done, notes=replace(done.notes, said=text))
        return replace(done, beside=(tail[0].start, tail[-1].end))

    def _with_honours(self, entry: Listed, row: Sequence[Token]) -> Listed:
        stop = _stop(row[-1])
        return replace(
            entry,
            person=f"{entry.person}{self.view.words(entry.end, entry.end + 1) or ' '}{'' if self.text[entry.end : entry.end + 1].isspace() else ' '}{self.view.words(row[0].start, stop)}",
            end=stop,
            entry_end=row[-1].end,
        )

    # -- what stands beside names --------------------------------------------------------------------------------

    def _beside(self, piece: Piece, row: Sequence[Token]) -> None:
        text = self.view.words(row[0].start, row[-1].end).strip(" .,:;")
        if not text or self.style.names_in_brackets:
            if text:
                self._wait_for_name(row, piece.before)
            return
        person = self.people[-1] if self.people else None
        if person is not None and piece.before != "stop" and self.office is None:
            if piece.before in {"line", "column", "close", "comma"} and _is_initials_of(text, person.person):
                self._change(notes=replace(person.notes, initials=text), entry_end=row[-1].end)
                return
            if is_honour(text):
                self.people[-1] = self._with_honours(person, row)
                return
            notes = tail_notes(text, person.notes)
            if notes is not None:
                self._change(notes=notes, entry_end=row[-1].end)
                return
            if piece.before in _BESIDE or text[0].islower():
                joined = person.beside is not None and self._adjacent(person, row[0].start)
                begin = person.beside[0] if person.beside and joined else row[0].start
                after = person.beside_after if joined else piece.before
                self._change(beside=(begin, row[-1].end), beside_after=after, entry_end=row[-1].end)
                return
        if any(is_post(t.text) for t in row) or (self.office and all(is_field(t.text) for t in row)):
            self._wait_for_name(row, piece.before)
            if piece.colon_after:
                self.shared_role, self.office = singular_role(self._office_text()), None
            return
        if all(bare(t.text) in _OPENINGS or is_common(t.text) for t in row if t.kind in {"word", "lower"}):
            return
        self.unread.append((row[0].start, row[-1].end))

    def _wait_for_name(self, row: Sequence[Token], before: Before) -> None:
        """A post without a name yet: the name may follow in a bracket, after a comma or after a colon."""
        joined = self.office is not None and before in {
            "comma",
            "and",
            "slash",
            "line",
            "column",
            "dash",
            "title",
            "colon",
        }
        self.office = self.office[0] if joined and self.office else row[0].start, row[-1].end

    def _office_text(self) -> str:
        return self.view.words(*self.office).strip(" ,.:;-–") if self.office else ""

    def _adjacent(self, person: Listed, start: int) -> bool:
        return not self.text[person.entry_end : start].strip(" \t\x1f\n,;&/-–—:.").replace("and", "")

    def _bracket(self, piece: Piece) -> None:
        if self.office is not None:
            inside = read_people(self.view, self.text, piece.start, piece.end)
            if inside.people:
                role = self._office_text()
                self.people += [replace(p, role=role, role_before=True, entry_end=piece.end + 1) for p in inside.people]
                self.office = None
                return
        if not self.people:
            if not _is_nobody(piece.row):
                self.unread.append((piece.start, piece.end))
            return
        person = self.people[-1]
        text = self.view.words(piece.start, piece.end).strip()
        notes, role, organisation, in_name = bracket_notes(self.view, piece.row, text, person.notes, person.person)
        if (role or organisation) and person.beside and self._adjacent(person, piece.start - 1):
            self._change(beside=(person.beside[0], piece.end + 1), entry_end=piece.end + 1)
            return
        if in_name:
            self._change(person=f"{person.person} ({text})", end=piece.end + 1, entry_end=piece.end + 1)
            return
        also = role if role and person.role else notes.also
        self._change(
            notes=replace(notes, also=also),
            role=person.role or role,
            organisation=person.organisation or organisation,
            entry_end=piece.end + 1,
        )

    def _change(self, **changes: object) -> None:
        self.people[-1] = replace(self.people[-1], **changes)  # type: ignore[arg-type]

    def _complete(self, entry: Listed) -> Listed:
        """The entry with what stands beside it as its role or its organisation."""
        role, organisation = entry.role, entry.organisation
        if entry.beside:
            text = self.view.words(*entry.beside).strip(" .,:;-–")
            if text.count("(") != text.count(")"):
                text = text.strip("()")
            if any(is_post(word) for word in text.split()):
                role = role if role and entry.role_before else f"{role}, {text}" if role else text
            else:
                organisation = f"{organisation}, {text}" if organisation else text
        if role is None and entry.notes.chairs:
            role = "Chair"
        if role:
            role = first_role(role)
            role = next((role[len(a) :] for a in _ARTICLES if role.startswith(a)), role)
        return replace(entry, role=role, organisation=organisation)


def first_role(role: str) -> str:
    """The first of several roles: `Parish Clerk and Responsible Financial Officer` gives `Parish Clerk`."""
    for m in _BETWEEN_ROLES.finditer(role):
        left, right = role[: m.start()].split(), role[m.end() :].split()
        if left and right and is_post(left[-1]) and (is_post(right[-1]) or bare(right[-1]) in {"person", "rfo"}):
            return role[: m.start()]
    return role


_BETWEEN_ROLES = re.compile(r"\s+and\s+|\s*[/&]\s*|,\s+|\s+[–-]\s+")


def _is_nobody(row: Sequence[Token]) -> bool:
    plain = [bare(t.text) for t in row if t.kind in {"word", "lower", "number"}]
    return not plain or all(word in _NOBODY or word.isdigit() for word in plain)


def _is_public(row: Sequence[Token]) -> bool:
    plain = [bare(t.text) for t in row if t.kind in {"word", "lower", "number"}]
    return bool({"public", "press"} & set(plain)) and all(word in _PUBLIC or word.isdigit() for word in plain)


def person_token(row: Sequence[Token], title: Title) -> int:
    """The token that the name as written begins with: after an article and after an office before another title."""
    if title.office:
        after = _after_office(row, title)
        return after if after < title.last else title.first + (row[title.first].text in {"The", "the", "An"})
    return title.first + (row[title.first].text in {"The", "the", "An"})


def _after_office(row: Sequence[Token], title: Title) -> int:
    """The token after the office among titles: in `The Lord Mayor Councillor B T Wexcombe` that of `Councillor`."""
    at = title.first + (1 if row[title.first].text in {"The", "the", "An"} else 0)
    words = (title.office or "").split()
    if [t.text.rstrip(".") for t in row[at : at + len(words)]] == words:
        return at + len(words)
    return title.last


def _after_post(row: Sequence[Token]) -> int | None:
    """The token after a post that stands before a name without title: `City Manager Haverly`."""
    last = None
    for at, token in enumerate(row):
        if token.kind not in {"word", "lower"} or not (
            is_post(token.text) or is_field(token.text) or token.text in {"of", "to", "the", "for"}
        ):
            break
        if is_post(token.text):
            last = at + 1
    return last if last is not None and last < len(row) else None


def _two_names(row: Sequence[Token]) -> bool:
    """Whether a name of four plain words is two names run together: `Janet Taylor Helen Richardson`."""
    return len(row) == 4 and all(t.kind == "word" and len(t.text) > 2 and not t.dot for t in row)


def _stop(token: Token) -> int:
    """Where a name ends: without a sentence's full stop, without a possessive ending."""
    if token.text.endswith("'s"):
        return token.end - 2
    return token.end - 1 if token.dot and len(token.text.rstrip(".")) > 1 else token.end


def singular_role(role: str) -> str:
    """A role for several people as that of one: `Directors of Service` gives `Director of Service`."""
    first, _, rest = role.partition(" of ")
    table: dict[str, str] = data("roles")["singular"]
    last = first.split()[-1]
    one = table.get(last) or (
        last[:-1] if last.endswith("s") and not last.endswith("ss") and is_post(last[:-1]) else last
    )
    return " ".join([*first.split()[:-1], one]) + (f" of {rest}" if rest else "")


def _is_initials_of(text: str, person: str) -> bool:
    """Whether a piece is the short form of a name: `PWh` of `Paul Wheelhouse`."""
    plain = text.replace(".", "").replace(" ", "")
    if not 1 < len(plain) <= 5 or not plain[0].isupper() or not plain.isalpha():
        return False
    names = [w for w in person.replace("-", " ").replace("'", " ").split() if w[:1].isupper()]
    capitals = [c for c in plain if c.isupper()]
    return (
        len(names) >= 2
        and len(capitals) >= 2
        and capitals[0] in {n[0] for n in names[:-1]}
        and capitals[-1] in {n[0] for n in names[1:]}
    )


def _shared_organisations(people: list[Listed], text: str) -> list[Listed]:
    """A body in brackets after the last of a run of names is that of all: `A, B and C (Audit Office)`."""
    for i in range(len(people) - 1, 0, -1):
        last = people[i]
        before_last = text[people[i - 1].entry_end : last.start]
        if not last.organisation or last.role or not {"and", "&"} & set(before_last.replace("&", " & ").split()):
            continue
        for j in range(i - 1, -1, -1):
            gap = text[people[j].entry_end : people[j + 1].start]
            plain = people[j].organisation is None and people[j].role is None and people[j].notes == Notes()
            if not plain or gap.replace("and", "").strip(" ,&\x1f"):
                break
            people[j] = replace(people[j], organisation=last.organisation)
    return people
