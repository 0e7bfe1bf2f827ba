"""A list of people to its entries: titles, commas, tabs, brackets, posts beside a name, and names run together.

The list is cut once at separators, brackets and titles (`pieces`); then every piece is looked at once. The cost grows
with the length of the list. What a piece is as a name is in `list_names`, what an entry tells by itself in `entries`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...folding import fold
from ...lexicon.entries import folded, word_set
from ...lexicon.name_words import is_honour as is_letters
from ..names.beside import Stretch
from ..names.initials import piece_is_initials
from ..names.name_spans import is_honour, is_suffix, name_from, title_at
from ..names.organisations import is_organisation_name
from ..names.role_words import is_post_phrase, singular_role
from ..names.stated_beside import other_name_at, other_name_in
from ..names.tokens import Token, tokens
from ..page.view import View
from ..page.vocabulary import bare, is_common, is_field, is_post
from .beside.bracketed import with_bracket
from .beside.glued_posts import unglued
from .beside.notes import tail_notes
from .beside.stood_in import absent_after, links
from .comma_names import joined
from .couples import couple_name
from .entries import (
    Listed,
    adjacent,
    completed,
    is_label,
    is_motion,
    is_nobody,
    is_public,
    is_sentence,
    share_organisations,
)
from .groups import heads_others, is_party, without_seat
from .list_names import ListNames, holder_follows, honoured, is_unnamed_office
from .loose import SOURCE, Loose, LooseKind, PeopleList
from .pieces import Before, Piece, cut, first_title
from .plural import PluralTitle
from .style import ListStyle, style_of

_BESIDE: frozenset[Before] = frozenset({"comma", "dash", "column", "colon", "close", "slash", "and", "semicolon"})
"""What separates a post or a body from the name that it belongs to."""
_BEFORE_HOLDER: frozenset[Before] = frozenset({"comma", "colon", "dash", "column", "close", "line", "slash"})
"""What separates a post from its holder after it."""
_INSIDE_POST: frozenset[Before] = frozenset({"comma", "and", "slash", "line", "column", "dash", "title", "colon"})
"""What may stand between two parts of one post."""
_LABELS: frozenset[Before] = frozenset({"colon", "dash", "column"})
"""What separates a post that stands for several people from the first of them."""


def read_people(
    view: View,
    text: str,
    start: int,
    end: int,
    *,
    members: bool = False,
    each: str | None = None,
    surnames: bool = False,
) -> PeopleList:
    """The people listed between two offsets of `text`, which is the running text or the plain one.

    In running text a wrapped line is no separator; in the plain one every line end is. `members` says that the list is
    one of members, so that a name without title among names with titles is a person and no post; `each` is the title
    that its heading gives to every name; `surnames` that one word alone may be somebody whatever the others are.
    """
    pieces = joined(cut(text, unglued(tokens(text, start, end))))
    style = style_of(pieces, members=members)
    reader = _Reader(view, text, replace(style, surnames=True) if surnames else style)
    if each:
        reader.plural.begin(each, civic=True, heads=True)
    return reader.read(pieces)


class _Reader:
    """One pass over the pieces; what was read last decides what a piece without a name belongs to."""

    def __init__(self, view: View, text: str, style: ListStyle):
        self.view = view
        self.text = text
        self.style = style
        self.plural = PluralTitle()
        self.names = ListNames(view, style, self.plural)
        self.people: list[Listed] = []
        self.unread: list[tuple[int, int]] = []
        self.loose: list[Loose] = []
        self.office: tuple[int, int] | None = None
        self.shared_role: str | None = None
        self.shared_line: int | None = None
        self.public = False
        self.prose: int | None = None
        self.closed = False

    def read(self, pieces: Sequence[Piece]) -> PeopleList:
        for i, piece in enumerate(pieces):
            if piece.line == self.prose:
                continue
            if self.closed:
                break
            if piece.bracket:
                self._bracket(piece)
            else:
                self._piece(piece, pieces[i + 1] if i + 1 < len(pieces) else None)
        people = share_organisations([completed(self.view, p) for p in self.people], self.text)
        return PeopleList(tuple(people), tuple(self.unread), tuple(self.loose))

    def _piece(self, piece: Piece, following: Piece | None) -> None:
        row = piece.row
        if self._understood(piece, row, following):
            return
        at = int(len(row) > 1 and row[0].kind == "number" and first_title(row) is not None)
        while at < len(row) and row[at].kind in {"lower", "and"} and row[at].text in word_set("list_words", "openings"):
            at += 1
        unnamed_office = at < len(row) and at > 0 and row[at - 1].text == "the"
        row = row[at:]
        if row and is_public(row):
            self.public = True
            self.plural.end()
            return
        self.public = self.public and piece.before not in {"stop", "line"}
        if (
            not row
            or is_nobody(row)
            or is_label(row)
            or (heads_others(piece, following) and is_party(row))
            or (unnamed_office and is_unnamed_office(row, piece.before, following))
        ):
            return
        row = without_seat(row)
        if (other := other_name_at(row, self.text)) is not None:
            self._piece(replace(piece, row=row[:other]), None)
            self._said_of_last(row[other:], "comma")
            return
        if len(row) > 1 and row[0].text == "Members" and name_from(row, 1, True) is not None:
            row = row[1:]  # `Chair Reave, Members Brack and Tarn`
            self.style = replace(self.style, surnames=True, titled=False)
            self.names = ListNames(self.view, self.style, self.plural)
        self.plural.before(piece.before, row)
        alone = len(row) == 1 or not piece.colon_after
        if (title := title_at(row, 0)) and title.each and title.last == len(row) and alone:
            if fold(self.view.words(row[0].start, row[-1].end)) in folded("titles", "label"):
                return
            self.plural.begin(
                title.each,
                civic=title.civic,
                heads=piece.colon_after or (following is not None and following.before == "line"),
            )
            return
        ended = piece.before == "line" and self.shared_line is not None and piece.line > self.shared_line
        if ended or piece.before == "semicolon":
            self.shared_role = None
        if self._said_of_last(row, piece.before):
            return
        if is_motion(row):
            self.closed = True
            return
        if is_sentence(row):
            self.prose = piece.line
            self.unread.append((row[0].start, row[-1].end))
            return
        if self.style.posts_last and piece.before == "comma" and (post := self._post_before_next(row)):
            self._put_beside(self.people[-1], piece.before, row[:post])
            row, piece = row[post:], replace(piece, row=row[post:], before="title")
        if (
            following is not None
            and following.bracket
            and first_title(row) is None
            and holder_follows(self.text, piece, row, following, offices_first=self.style.offices_first)
        ):
            self._wait_for_name(row, piece)
            return
        beside = self._is_beside(piece, row)
        entries = [] if beside else self.names.entries(row, piece.before, self._last(row), self.public)
        if entries is None:
            self.unread.append((row[0].start, row[-1].end))
            return
        if not entries:
            self._beside(piece, row, following)
            return
        for i, entry in enumerate(entries):
            self._add(replace(entry, line=piece.line, column=piece.column), piece.before if i == 0 else "title")

    def _understood(self, piece: Piece, row: Sequence[Token], following: Piece | None) -> bool:
        """Whether a piece is a whole name, whom the person before it stood in for, or another name of that person."""
        couple = couple_name(self.view, piece, following) if self.plural.each is None else None
        if name := self.view.words(row[0].start, row[-1].end) if piece.whole else couple:
            stop = row[-1].end
            self._add(Listed(name, row[0].start, stop, stop, line=piece.line, column=piece.column), piece.before)
            return True
        last = self.people[-1] if self.people else None
        linked = last is not None and piece.before == "title" and links(last.notes.said or "")
        absent = row if linked else absent_after(row) if piece.before in _BESIDE | {"line"} else ()
        if last and absent:
            name = self.view.words(absent[0].start, absent[-1].end).strip(" .,;")
            notes = replace(last.notes, said=None if linked else last.notes.said, stands_in_for=name, substitute=True)
            self.people[-1] = replace(last, notes=notes, entry_end=absent[-1].end)
            return True
        if row and row[0].kind == "lower" and other_name_in(self.text[row[0].start : row[-1].end]) is not None:
            self._said_of_last(row, piece.before)
            return True
        return False

    def _post_before_next(self, row: Sequence[Token]) -> int | None:
        """The token at which the next name begins after the post of the person before: `Clerk Ms E Corlett`."""
        last = self._last(row)
        title = first_title(row)
        if last is None or last.role or last.beside or title is None or title.first == 0:
            return None
        return title.first if is_post_phrase(row[: title.first]) else None

    def _last(self, row: Sequence[Token]) -> Listed | None:
        """The person that a piece stands beside, if there is one."""
        last = self.people[-1] if self.people else None
        return last if last and adjacent(self.text, last.entry_end, row[0].start) else None

    def _is_beside(self, piece: Piece, row: Sequence[Token]) -> bool:
        """Whether a piece says what the person before it is, whatever it looks like."""
        last = self._last(row)
        if last is None or self.office is not None or first_title(row) is not None or last.line != piece.line:
            return False
        if piece.before == "column":
            return self.style.beside_columns
        if self.plural.civic and self.plural.each and name_from(row, 0, False) is not None:
            return is_post_phrase(row) or is_organisation_name(row)
        if piece.before in {"comma", "dash", "slash", "and"} and self.style.beside:
            return piece.before != "and" or bool(last.beside)
        if piece.before == "comma" and not self.plural.each and not self.style.surnames:
            firm = {t.text for t in row[:-1]} & set(last.person.split()[-1:]) and not is_suffix(row[-1].text)
            return bool(firm) or (is_organisation_name(row) and not self.style.posts_first)
        return False

    def _add(self, entry: Listed, before: Before) -> None:
        self.plural.named(titled=entry.title is not None, distributed=entry.distributed is not None, separator=before)
        if entry.role is None and self.office and before in _BEFORE_HOLDER:
            entry = replace(entry, role=self._office_text(), role_before=True)
            self._hold(self.office[0])
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

    # -- what stands beside names --------------------------------------------------------------------------------

    def _beside(self, piece: Piece, row: Sequence[Token], following: Piece | None) -> None:
        text = self.view.words(row[0].start, row[-1].end).strip(" .,:;")
        if not text or self.style.names_in_brackets:
            if text:
                self._wait_for_name(row, piece)
            return
        if self._label(piece, row, following) or (piece.before == "column" and self._stands_apart(piece, row)):
            return
        if holder_follows(self.text, piece, row, following, offices_first=self.style.offices_first):
            self._wait_for_name(row, piece)
            return
        if (person := self.people[-1] if self.people else None) and piece.before != "stop" and self.office is None:
            initials = piece_is_initials(text, person.person)
            weak = not initials and is_letters(text, after_full_name=True)
            honour = piece.before == "comma" and (weak or is_honour(text))
            if piece.before in {"line", "column", "close", "comma"} and not honour and initials:
                notes = replace(person.notes, initials=text)
                self.people[-1] = replace(person, notes=notes, entry_end=row[-1].end)
                return
            if honour or is_honour(text):
                self.people[-1] = honoured(self.view, person, row)
                return
            if (said := tail_notes(text, person.notes)) is not None:
                self.people[-1] = replace(person, notes=said, entry_end=row[-1].end)
                return
            if piece.before in _BESIDE and (text[0].isupper() or self._may_be_lower(piece, row)):
                self._put_beside(person, piece.before, row)
                return
        goes_on = self.office is not None and (
            all(is_field(t.text) for t in row)
            or (piece.before in {"dash", "and"} and adjacent(self.text, self.office[1], row[0].start))
        )
        if goes_on or any(is_post(t.text) for t in row):
            self._wait_for_name(row, piece)
            return
        if self._stands_apart(piece, row):
            return
        openings = word_set("list_words", "openings")
        if all(bare(t.text) in openings or is_common(t.text) for t in row if t.kind in {"word", "lower"}):
            return
        self.unread.append((row[0].start, row[-1].end))

    def _may_be_lower(self, piece: Piece, row: Sequence[Token]) -> bool:
        """Whether a piece in lower case may be a post or whom somebody speaks for: `leisure boat operators`."""
        if row[0].text in word_set("list_words", "others") or (row[0].text[-1] == "s" and is_post(row[0].text[:-1])):
            return False  # "representatives of the club" are several
        if is_post_phrase(row):
            return True
        last = self._last(row)
        alone = last is not None and last.line == piece.line and not last.beside and piece.before in {"comma", "dash"}
        return alone and 1 < len(row) <= 5 and first_title(row) is None and self.style.lines

    def _stands_apart(self, piece: Piece, row: Sequence[Token]) -> bool:
        """Whether a piece is a body on a line of its own: who sends those below it, or those of its column."""
        source = SOURCE.match(self.view.words(row[0].start, row[-1].end))
        heads = piece.before == "column" and bool(self.loose) and self.loose[-1].line == piece.line
        if not (piece.before in {"line", "start"} or heads) or not (source or is_organisation_name(row)):
            return False
        start = self.text.index((source["whom"] or source["of"]).split()[0], row[0].start) if source else row[0].start
        self._stand(start, row[-1].end, piece, "source" if source or piece.colon_after else "organisation")
        return True

    def _stand(self, start: int, end: int, piece: Piece, kind: LooseKind) -> None:
        self.loose.append(Loose(start, end, len(self.people), piece.line, piece.column, kind))

    def _label(self, piece: Piece, row: Sequence[Token], following: Piece | None) -> bool:
        """Whether a piece is a post for those after it: `Directors of Service: A, B`, `Engineers - A and B`."""
        if piece.before not in {"start", "line", "stop", "semicolon"} or following is None:
            return False
        if is_organisation_name(row) and not is_post_phrase(row):
            return self._source_of_line(piece, row, following)
        if not is_post_phrase(row):
            return False
        alone = piece.colon_after and following.before == "line"
        end = name_from(following.row, 0, False)
        full = end is not None and (end > 1 or end == len(following.row))  # not `Acute Services`
        named = first_title(following.row) is not None or full
        if not (alone or piece.colon_after or (following.before in _LABELS and piece.before != "semicolon" and named)):
            return False
        self.office = None
        self.shared_role = singular_role(self.view.words(row[0].start, row[-1].end).strip(" ,.:;-–"))
        self.shared_line = None if alone else piece.line
        return True

    def _source_of_line(self, piece: Piece, row: Sequence[Token], following: Piece) -> bool:
        """Whether a body is the label of a line of names whom it sends: `Wexmoor Council: Cllrs A and B`."""
        if not (piece.colon_after or following.before == "dash") or following.line != piece.line:
            return False
        if first_title(following.row) is None and name_from(following.row, 0, False) is None:
            return False
        self.loose.append(
            Loose(row[0].start, row[-1].end, len(self.people), piece.line, piece.column, "source", inline=True)
        )
        return True

    def _put_beside(self, person: Listed, before: Before, row: Sequence[Token]) -> None:
        """Adds a stretch to what stands beside a person; after `and` it goes on with the stretch before."""
        stretch = Stretch(row[0].start, row[-1].end, before)
        beside = person.beside
        if beside and before == "and" and adjacent(self.text, person.entry_end, row[0].start):
            beside = (*beside[:-1], Stretch(beside[-1].start, stretch.end, beside[-1].before))
        else:
            beside = (*beside, stretch)
        self.people[-1] = replace(person, beside=beside, entry_end=row[-1].end)

    def _wait_for_name(self, row: Sequence[Token], piece: Piece) -> None:
        """A post without a name yet: the name may follow in a bracket, after a comma or after a colon."""
        begin = self.office[0] if self.office and piece.before in _INSIDE_POST else row[0].start
        self.office = begin, row[-1].end
        if piece.before in {"line", "start"} or not self.loose:
            self._stand(row[0].start, row[-1].end, piece, "post")
        else:
            self.loose[-1] = replace(self.loose[-1], end=row[-1].end)

    def _hold(self, start: int) -> None:
        """The posts from here on have their holder, so that they do not stand apart."""
        self.loose = [one for one in self.loose if one.start < start]

    def _office_text(self) -> str:
        return self.view.words(*self.office).strip(" ,.:;-–") if self.office else ""

    def _bracket(self, piece: Piece) -> None:
        if self.office is not None:
            inside = read_people(self.view, self.text, piece.start, piece.end)
            if inside.people:
                role = self._office_text()
                self._hold(self.office[0])
                self.people += [replace(p, role=role, role_before=True, entry_end=piece.end + 1) for p in inside.people]
                self.office = None
                return
        if self.loose and adjacent(self.text, self.loose[-1].end, piece.start - 1):
            if self.loose[-1].kind == "post":
                self.loose[-1] = replace(self.loose[-1], end=piece.end + 1)
            return  # the kind of those whom the body above it sends, or a part of the post
        if not self.people:
            if not is_nobody(piece.row):
                self.unread.append((piece.start, piece.end))
            return
        self.people[-1] = with_bracket(self.view, self.text, self.people[-1], piece)
