"""What a piece of a list is as a name: with a title, with a post before it, without either, two people of one name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...lexicon.entries import word_set
from ..names.beside import Stretch
from ..names.name_spans import ARTICLES, Title, after_office, is_honour, is_numbered, name_from, particles, title_at
from ..names.organisations import ends_organisation, is_acronym
from ..names.role_words import is_post_phrase, post_before_name
from ..names.tokens import Token
from ..page.view import View
from ..page.vocabulary import is_common, is_field, is_no_name, is_post, may_be_surname
from .beside.notes import tail_notes
from .entries import Listed, is_two_names, name_end
from .groups import is_party
from .pieces import Before, Piece, first_title
from .plural import PluralTitle
from .style import ListStyle, is_full_name

_BROKEN = re.compile(r"(?<=\w)- (?=[A-Z])")


@dataclass(frozen=True)
class ListNames:
    """The names of one list: its style, and the plural title in force while it is read."""

    view: View
    style: ListStyle
    plural: PluralTitle

    def entries(self, row: Sequence[Token], before: Before, last: Listed | None, public: bool) -> list[Listed] | None:
        """The people that a piece names; an empty list where it names nobody, none where columns tore a name apart.

        `last` is the person that the piece stands beside.
        """
        for at in range(len(row)):
            title = title_at(row, at)
            if title and title.last < len(row) and row[title.last].kind == "and":
                couple = self._couple(row, at, title)
                if couple:
                    return couple
            end = name_from(row, title.last, True) if title else None
            if title and end:
                if title.each and is_party(row[title.last :]):
                    self.plural.begin(title.each, civic=title.civic, heads=True)
                    return []
                if _is_no_person(row, at, title, end):
                    return []
                torn = any(
                    t.kind in {"initials", "number"} or (t.kind == "word" and title_at(row, i))
                    for i, t in enumerate(row[:at])
                )
                return None if torn else self._titled(row, at, title, _trimmed(row, title.last, end))
            if row[at].kind not in {"word", "lower", "initials", "and"}:
                break
        in_brackets = self.style.names_in_brackets and self.plural.each is None
        if (before == "dash" and last is not None and not public) or in_brackets:
            return []
        if (
            before in {"and", "slash"}
            and last
            and last.beside
            and last.beside[-1].before in {"column", "dash", "colon"}
        ):
            return []  # a post of several words in a column: "Residential and Semi-Independent Accommodation"
        found = self._untitled(row, before, last)
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
        article = row[at].text in ARTICLES and (title.civic or title.office is not None)
        first, stop = row[at + article].start, name_end(row[end - 1])
        role, name_at = self._office(row, at, title)
        first = row[name_at].start if name_at is not None else first
        person = own = _joined(self.view.words(first, stop))
        distributed: str | None = None
        if end < len(row) and row[end].kind == "number" and is_numbered(row, title.last - 1):
            stop = row[end].end - row[end].dot  # `PC Roe 4471`
            end += 1
            person = own = self.view.words(first, stop)
        if title.each:
            distributed = title.each
            self.plural.begin(title.each, civic=title.civic, heads=any(t.kind == "colon" for t in row[at : title.last]))
            own = _joined(self.view.words(row[title.own].start, stop))
            person = f"{title.each} {own}"
        elif self.plural.each and self.plural.civic and not title.civic and not title.office:
            distributed = self.plural.each
            person = f"{distributed} {own}"
        entry = Listed(
            person,
            first,
            stop,
            stop,
            title=None if distributed and not title.each else self.view.words(row[at].start, row[title.last - 1].end),
            distributed=distributed,
            own=own if distributed else None,
            role=role,
            role_before=role is not None,
        )
        if self.style.run_together and is_two_names(row[title.last : end]):
            middle, begin = row[title.last + 1].end, row[title.last + 2].start
            one = replace(entry, person=self.view.words(first, middle), end=middle, entry_end=middle)
            other = Listed(self.view.words(begin, stop), begin, stop, stop, inferred="two names run together")
            return [one, self._with_tail(other, row[end:])]
        return [self._with_tail(entry, row[end:])]

    def _office(self, row: Sequence[Token], at: int, title: Title) -> tuple[str | None, int | None]:
        """The role that words before a name give, and the token that the name begins with if not with its title."""
        before = [t for t in row[:at] if t.kind in {"word", "lower"}]
        said = self.view.words(row[0].start, row[at - 1].end).strip(" ,:") if before else ""
        known = any(is_post(t.text) or is_field(t.text) for t in before)
        if title.each:
            return said if known else None, None
        if title.office:
            after = after_office(row, title)
            name_at = after if after < title.last or title.office in word_set("titles", "no_title") else None
            if before and all(t.text[:1].isupper() for t in before):
                joined = self.view.words(row[0].start, row[after - 1].end)  # `Commission Chair`, `Town Mayor`
                return joined, after
            return said if known else title.office, name_at
        if before and title.last == at + 1 and is_post(row[at].text) and not any(is_post(t.text) for t in before):
            return self.view.words(row[0].start, row[at].end), title.last  # `Parks Superintendent Ochoa`
        return said if known else None, None

    def _untitled(self, row: Sequence[Token], before: Before, last: Listed | None) -> Listed | None:
        at, role = 0, None
        single_fits = self.plural.each is not None or self.style.surnames
        post = post_before_name(row)
        end = name_from(row, 0, single_fits)
        if post is not None and (end is None or not is_no_name(row[0].text) or is_post(row[0].text)):
            after = name_from(row, post, True)
            beside = before == "comma" and last is not None and not (last.role or last.title or self.style.posts_first)
            if after == len(row) and not beside:
                at, end = post, after
                role = self.view.words(row[0].start, row[at - 1].end)
        if end is None or self._no_person(row, at, end, before, role, last):
            return None
        stop = name_end(row[end - 1])
        person = self.view.words(row[at].start, stop)
        plural = self.plural.each if role is None else None
        entry = Listed(
            f"{plural} {person}" if plural else person,
            row[at].start,
            stop,
            stop,
            distributed=plural,
            own=person if plural else None,
            role=role,
            role_before=role is not None,
        )
        return self._with_tail(entry, row[end:])

    def _no_person(
        self, row: Sequence[Token], at: int, end: int, before: Before, role: str | None, last: Listed | None
    ) -> bool:
        """Whether a piece that has the form of a name is none in this list."""
        words = [t for t in row[at:end] if t.kind == "word"]
        if len(words) == 1 and is_common(words[0].text) and not may_be_surname(words[0].text):
            return True
        if self.style.wards and words and words[-1].text == "Ward":
            return True
        single = len(words) == 1 and not any(t.kind == "initials" for t in row[at:end])
        plural = self.plural.each
        if single and role is None and not plural and not self.style.surnames:
            return True
        if single and last is not None and last.title and before in {"comma", "dash"} and _is_sender(words[0], last):
            return True
        if (
            self.style.titled
            and last is not None
            and before in {"comma", "and", "close"}
            and role is None
            and not plural
        ):
            return True
        if len(words) > 1 and all(t.text.isupper() for t in words) and not self.style.capitals and not plural:
            return True
        tail = row[end:]
        if not tail or plural:
            return False
        if tail[0].kind == "lower" and tail_notes(self._words(tail), Listed("", 0, 0, 0).notes) is None:
            return True  # a sentence that a name begins
        return tail[0].kind == "word" and ends_organisation(tail[-1].text) and not any(is_post(t.text) for t in tail)

    def _words(self, row: Sequence[Token]) -> str:
        return self.view.words(row[0].start, row[-1].end).strip(" .,:;")

    def _with_tail(self, entry: Listed, tail: Sequence[Token]) -> Listed:
        if not tail:
            return entry
        text = self._words(tail)
        if is_honour(text):
            return honoured(self.view, entry, tail)
        done = replace(entry, entry_end=tail[-1].end)
        notes = tail_notes(text, entry.notes)
        if notes is not None:
            return replace(done, notes=notes)
        if len(tail) == 1 and tail[0].kind == "lower" and entry.distributed and text.isalpha() and not is_no_name(text):
            # A surname typed in lower case: "Councillors Rod Scott and Diane Neil mills"
            return replace(done, person=f"{entry.person} {text}", end=name_end(tail[0]))
        if all(t.kind in {"lower", "and", "number"} for t in tail) and not any(is_post(t.text) for t in tail):
            return replace(done, notes=replace(done.notes, said=text))
        return replace(done, beside=(Stretch(tail[0].start, tail[-1].end, "title"),))


def _is_no_person(row: Sequence[Token], at: int, title: Title, end: int) -> bool:
    """Whether a title and what follows are none: a sentence before it, an office with its body: `Chairman SFRA`."""
    before = [t for t in row[:at] if t.kind == "lower" and t.text not in word_set("list_words", "before_names")]
    if before and not is_post_phrase(row[:at]):
        return True
    alone = title.office in word_set("titles", "no_title") and after_office(row, title) == title.last
    words = [t for t in row[title.last : end] if t.kind in {"word", "initials"}]
    if not alone or len(words) > 1:
        return False
    return is_acronym(words[0].text) or (end < len(row) and ends_organisation(row[-1].text))


def _is_sender(word: Token, last: Listed) -> bool:
    """Whether a word in capital letters after a person with a title of his own says where he is from: `MHA`."""
    return (
        word.text.isupper() and is_acronym(word.text) and len(word.text) < 6 and not last.person.split()[-1].isupper()
    )


def holder_follows(
    text: str, piece: Piece, row: Sequence[Token], following: Piece | None, *, offices_first: bool
) -> bool:
    """Whether a piece is an office or post that begins an entry: its holder stands in the bracket after it, or, where
    it has an article, after a comma (`and the Clerk to the Forum, Mrs A Culpitt`).

    After a comma it may as well be what the person before it is: there it needs an article, whatever its words
    (`the Praeses (Mrs A Roe)`), or a list whose first entry begins with its office.
    """
    if following is None or piece.before not in {"semicolon", "line", "and", "comma", "close"}:
        return False
    article = text[: row[0].start].endswith(("the ", "the\x1f", "The ", "The\x1f", "An ", "an "))
    titled = first_title(following.row) is not None
    if following.bracket:
        if not (titled or is_full_name(following.row)):
            return False
        title = title_at(row, 0)
        office = (title is not None and title.office is not None) or is_post_phrase(row)
        if piece.before in {"comma", "close"} or not (title is not None and title.office is not None):
            return (office and (article or offices_first)) or (article and titled and row[0].text[:1].isupper())
        return titled
    full = article and piece.before in _ENTRY and is_full_name(following.row)
    if not (titled or full) or (piece.before in {"comma", "close"} and not offices_first):
        return False
    return article and following.before == "comma" and is_post_phrase(row)


_ENTRY = frozenset({"semicolon", "line", "and"})
"""What stands before the last entry of a list, or between entries that have commas of their own."""


def is_unnamed_office(row: Sequence[Token], before: Before, following: Piece | None) -> bool:
    """Whether `the Clerk` is meant by the office alone: no holder follows in a bracket or after a comma."""
    held = following is not None and (
        (following.bracket and bool(first_title(following.row) or is_full_name(following.row)))
        or (
            following.before == "comma"
            and (first_title(following.row) is not None or (before in _ENTRY and is_full_name(following.row)))
        )
    )
    return not held and all(is_post(t.text) or is_field(t.text) or t.kind == "and" for t in row)


def _joined(name: str) -> str:
    """A name that a line end broke after a hyphen: `Mundham- Reeve`."""
    return _BROKEN.sub("-", name)


def honoured(view: View, entry: Listed, row: Sequence[Token]) -> Listed:
    """The entry with the letters after its name: `J Smith, OBE`."""
    stop = row[-1].end if "." in row[-1].text[:-1] else name_end(row[-1])
    sign = view.words(entry.end, entry.end + 1) or " "  # the comma in "J Smith, OBE"
    blank = "" if view.norm[entry.end : entry.end + 1].isspace() else " "
    honours = view.words(row[0].start, stop)
    added = f"{sign}{blank}{honours}"
    own = f"{entry.own}{added}" if entry.own else None
    return replace(entry, person=f"{entry.person}{added}", own=own, end=stop, entry_end=row[-1].end)


def _trimmed(row: Sequence[Token], at: int, end: int) -> int:
    """Where a name ends whose last words begin the name of a body: `Ms B Stallard Marlham Diocesan Board`.

    Only where more words follow the initials, or the given name, than a surname, and a body's name ends the piece.
    """
    tail = row[end:]
    initials = row[at].kind == "initials" or (len(row[at].text.rstrip(".")) < 4 and row[at].text.isupper())
    over = [t for t in row[at + initials : end] if t.kind == "word" and t.text not in particles()]
    own = 1 if initials else 2
    if len(over) <= own:
        return end
    follows = (
        bool(tail)
        and tail[0].kind == "word"
        and (ends_organisation(tail[-1].text) or ends_organisation(tail[0].text) or tail[0].text == "Friends")
    )
    inside = len(over) > own + 1 and ends_organisation(over[-1].text)
    if not (follows or inside):
        return end
    return row.index(over[own - 1]) + 1
