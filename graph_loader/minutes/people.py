"""A list of people to its entries: titles, commas, tabs, brackets, posts beside a name, and names run together.

The list is cut once at separators, brackets and titles (`pieces`); then every piece is looked at once. The cost grows
with the length of the list. What a piece or an entry tells by itself is in `entries`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .entries import Listed, adjacent, completed, is_nobody, is_public, is_two_names, name_end, share_organisations
from .initials import piece_is_initials
from .names import ARTICLES, Title, after_office, is_honour, name_from, title_at
from .notes import read_bracket, tail_notes
from .pieces import Before, ListStyle, Piece, cut, style_of
from .role_words import after_post, singular_role
from .tokens import Token, tokens
from .view import View
from .vocabulary import bare, is_common, is_field, is_no_name, is_post, word_set

_BESIDE: frozenset[Before] = frozenset({"comma", "dash", "column", "colon", "close", "slash", "and", "semicolon"})
"""What separates a post or a body from the name that it belongs to."""
_BEFORE_HOLDER: frozenset[Before] = frozenset({"comma", "colon", "dash", "column", "close", "line", "slash"})
"""What separates a post from its holder after it."""
_INSIDE_POST: frozenset[Before] = frozenset({"comma", "and", "slash", "line", "column", "dash", "title", "colon"})
"""What may stand between two parts of one post."""


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
        people = share_organisations([completed(self.view, p) for p in self.people], self.text)
        return PeopleList(tuple(people), tuple(self.unread))

    def _piece(self, piece: Piece) -> None:
        row = piece.row
        at = 0
        while at < len(row) and row[at].kind in {"lower", "and"} and row[at].text in word_set("lists", "openings"):
            at += 1
        unnamed_office = at < len(row) and at > 0 and row[at - 1].text == "the"
        row = row[at:]
        if row and is_public(row):
            self.public = True
            return
        if piece.before in {"stop", "line"}:
            self.public = False
        if not row or is_nobody(row) or (unnamed_office and all(is_post(t.text) or is_field(t.text) for t in row)):
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
        if entry.role is None and self.office and before in _BEFORE_HOLDER:
            entry = replace(entry, role=self._office_text(), role_before=True)
        elif entry.role is None and self.shared_role:
            entry = replace(entry, role=self.shared_role, role_before=True)
        self.office = None
        self.people.append(replace(entry, public=self.public))

    def _said_of_last(self, row: Sequence[Token], before: Before) -> bool:
        """Whether a piece that begins in lower case speaks of the person before it: `A, substituted by B`."""
        if not self.people or row[0].kind != "lower" or before == "stop" or row[0].text == "the":
            return False
        last = self.people[-1]
        notes = tail_notes(self.view.words(row[0].start, row[-1].end), last.notes)
        if notes is None:
            return False
        self.people[-1] = replace(last, notes=notes, entry_end=row[-1].end)
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
            and adjacent(self.text, last, row[0].start)
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
        stop = name_end(row[end - 1])
        name = self.view.words(row[second.last].start, stop)
        titles = (
            self.view.words(row[at].start, row[first.last - 1].end),
            self.view.words(row[first.last + 1].start, row[second.last - 1].end),
        )
        return [Listed(f"{title} {name}", row[at].start, stop, stop, title=title) for title in titles]

    def _titled(self, row: Sequence[Token], at: int, title: Title, end: int) -> list[Listed]:
        article = row[at].text in ARTICLES
        first, stop = row[at + article].start, name_end(row[end - 1])
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
                after = after_office(row, title)
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
        if self.style.run_together and is_two_names(row[title.last : end]):
            middle, begin = row[title.last + 1].end, row[title.last + 2].start
            one = replace(entry, person=self.view.words(first, middle), end=middle, entry_end=middle)
            other = Listed(self.view.words(begin, stop), begin, stop, stop, inferred="two names run together")
            return [one, self._with_tail(other, row[end:])]
        return [self._with_tail(entry, row[end:])]

    def _untitled(self, row: Sequence[Token], before: Before) -> Listed | None:
        at, role = 0, None
        end = name_from(row, 0, bool(self.plural))
        if end is None:
            at = after_post(row) or 0
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
        stop = name_end(row[end - 1])
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
            return replace(done, person=f"{entry.person} {text}", end=name_end(tail[0]))
        if all(t.kind in {"lower", "and", "number"} for t in tail) and not any(is_post(t.text) for t in tail):
            return replace(done, notes=replace(done.notes, said=text))
        return replace(done, beside=(tail[0].start, tail[-1].end))

    def _with_honours(self, entry: Listed, row: Sequence[Token]) -> Listed:
        stop = name_end(row[-1])
        sign = self.view.words(entry.end, entry.end + 1) or " "  # the comma in "J Smith, OBE"
        blank = "" if self.text[entry.end : entry.end + 1].isspace() else " "
        honours = self.view.words(row[0].start, stop)
        return replace(entry, person=f"{entry.person}{sign}{blank}{honours}", end=stop, entry_end=row[-1].end)

    # -- what stands beside names --------------------------------------------------------------------------------

    def _beside(self, piece: Piece, row: Sequence[Token]) -> None:
        text = self.view.words(row[0].start, row[-1].end).strip(" .,:;")
        if not text or self.style.names_in_brackets:
            if text:
                self._wait_for_name(row, piece.before)
            return
        person = self.people[-1] if self.people else None
        if person is not None and piece.before != "stop" and self.office is None:
            if piece.before in {"line", "column", "close", "comma"} and piece_is_initials(text, person.person):
                notes = replace(person.notes, initials=text)
                self.people[-1] = replace(person, notes=notes, entry_end=row[-1].end)
                return
            if is_honour(text):
                self.people[-1] = self._with_honours(person, row)
                return
            said = tail_notes(text, person.notes)
            if said is not None:
                self.people[-1] = replace(person, notes=said, entry_end=row[-1].end)
                return
            if piece.before in _BESIDE or text[0].islower():
                joined = person.beside is not None and adjacent(self.text, person, row[0].start)
                begin = person.beside[0] if person.beside and joined else row[0].start
                after = person.beside_after if joined else piece.before
                self.people[-1] = replace(
                    person, beside=(begin, row[-1].end), beside_after=after, entry_end=row[-1].end
                )
                return
        if any(is_post(t.text) for t in row) or (self.office and all(is_field(t.text) for t in row)):
            self._wait_for_name(row, piece.before)
            if piece.colon_after:
                self.shared_role, self.office = singular_role(self._office_text()), None
            return
        openings = word_set("lists", "openings")
        if all(bare(t.text) in openings or is_common(t.text) for t in row if t.kind in {"word", "lower"}):
            return
        self.unread.append((row[0].start, row[-1].end))

    def _wait_for_name(self, row: Sequence[Token], before: Before) -> None:
        """A post without a name yet: the name may follow in a bracket, after a comma or after a colon."""
        begin = self.office[0] if self.office and before in _INSIDE_POST else row[0].start
        self.office = begin, row[-1].end

    def _office_text(self) -> str:
        return self.view.words(*self.office).strip(" ,.:;-–") if self.office else ""

    def _bracket(self, piece: Piece) -> None:
        if self.office is not None:
            inside = read_people(self.view, self.text, piece.start, piece.end)
            if inside.people:
                role = self._office_text()
                self.people += [replace(p, role=role, role_before=True, entry_end=piece.end + 1) for p in inside.people]
                self.office = None
                return
        if not self.people:
            if not is_nobody(piece.row):
                self.unread.append((piece.start, piece.end))
            return
        person, end = self.people[-1], piece.end + 1
        text = self.view.words(piece.start, piece.end).strip()
        said = read_bracket(piece.row, text, person.notes, person.person)
        if (said.role or said.organisation) and person.beside and adjacent(self.text, person, piece.start - 1):
            self.people[-1] = replace(person, beside=(person.beside[0], end), entry_end=end)
        elif said.in_name:
            self.people[-1] = replace(person, person=f"{person.person} ({text})", end=end, entry_end=end)
        else:
            self.people[-1] = replace(
                person,
                notes=said.notes,
                role=person.role or said.role,
                organisation=person.organisation or said.organisation,
                entry_end=end,
            )
