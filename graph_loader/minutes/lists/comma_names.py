"""Lists whose names have the surname first and a comma after it: `Quell, Dunstan`, `Orr, J`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...folding import fold
from ...lexicon.name_words import is_given_name, surname_classes
from ..names.name_spans import is_suffix, particles, title_at
from ..names.tokens import Token
from ..page.vocabulary import is_field, is_no_name, is_post
from .pieces import Piece

_MOST_WORDS = 3
_ANSWERS = frozenset({"present", "absent", "excused", "here"})
_BEGINS = frozenset({"start", "line", "semicolon", "column"})


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a list, with surname and given names in one piece where known given names stand after the commas.

    One name alone is believed only where its given name is nobody's surname, or where initials are all that there is
    besides; of several, half must be known.
    """
    entries = [(entry, _is_pair(entry)) for entry in _entries(pieces)]
    pairs = [entry for entry, is_pair in entries if is_pair]
    others = [entry for entry, is_pair in entries if not is_pair and len(entry) > 1 and _commas(entry)]
    known = [entry for entry in pairs if _is_known(entry)]
    alone = known[0][1].row[0] if len(known) == 1 else None
    told = len(known) > 1 or (alone is not None and _is_nobodys_surname(alone, only=len(entries) == 1))
    if not told or len(known) * 2 < len(pairs) or len(others) > len(pairs):
        return list(pieces)
    return [piece for entry, is_pair in entries for piece in (_as_one(entry) if is_pair else entry)]


def _is_nobodys_surname(given: Token, *, only: bool) -> bool:
    if given.kind == "initials":
        return only
    return given.kind == "word" and not surname_classes(fold(given.text))


def _entries(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each line, column or stretch between semicolons."""
    entry: list[Piece] = []
    for piece in pieces:
        if entry and not piece.bracket and piece.before in _BEGINS:
            yield entry
            entry = []
        entry.append(piece)
    if entry:
        yield entry


def _commas(entry: Sequence[Piece]) -> bool:
    return any(piece.before == "comma" for piece in entry)


def _is_pair(entry: Sequence[Piece]) -> bool:
    """Whether an entry begins with a surname and, after a comma, given names, and names nobody else by one word."""
    if len(entry) < 2 or entry[0].bracket or entry[1].bracket or entry[1].before != "comma":
        return False
    if any(piece.before == "and" for piece in entry) or not _is_surname(entry[0].row):
        return False
    rest = [p for p in entry[2:] if not p.bracket and not is_suffix(p.row[0].text)]
    if any(len(p.row) == 1 and p.row[0].kind != "lower" and not _says(p.row[0]) for p in rest):
        return False
    given = _without_title(entry[1].row)
    if not given:
        return False
    several = sum(1 for t in given if t.kind == "word" and not is_suffix(t.text)) > 1
    return len(given) <= _MOST_WORDS and all(_in_given(t, known=several) for t in given)


def _without_title(row: Sequence[Token]) -> Sequence[Token]:
    """The given names behind a title for one person: `Mrs I` of `Tarn, Cllr Mrs I`."""
    title = title_at(row, 0)
    return row if title is None or title.each or title.last >= len(row) else row[title.last :]


def _is_surname(row: Sequence[Token]) -> bool:
    """Whether a piece is one surname, with a title for one person or none, and no given name."""
    title = title_at(row, 0)
    name = row[title.last :] if title else row
    if not name or len(name) > _MOST_WORDS or (title and title.each):
        return False
    small, last = name[:-1], name[-1]
    particled = all(t.text.casefold() in particles() and not is_given_name(fold(t.text)) for t in small)
    return last.kind == "word" and not _says(last) and particled


def _in_given(token: Token, *, known: bool) -> bool:
    """Whether a word may be a given name; only one of the lists if it must be `known`."""
    if token.kind in {"initials", "nickname"} or is_suffix(token.text):
        return True
    return token.kind == "word" and (is_given_name(fold(token.text)) or not (known or is_no_name(token.text)))


def _says(token: Token) -> bool:
    return is_post(token.text) or is_field(token.text)


def _is_known(entry: Sequence[Piece]) -> bool:
    """Whether the word after the comma is known as a given name, and that before it is not; or initials stand there;
    or an answer follows: `Yeo, Nur, present`.
    """
    behind = _without_title(entry[1].row)
    if all(t.kind == "initials" for t in behind):
        return True
    if len(entry) > 2 and entry[2].before == "comma" and entry[2].row[0].text in _ANSWERS:
        return True
    surname, given = entry[0].row[-1].text, behind[0].text
    return is_given_name(fold(given)) and not is_given_name(fold(surname))


def _as_one(entry: Sequence[Piece]) -> list[Piece]:
    taken = 3 if len(entry) > 2 and entry[2].before == "comma" and is_suffix(entry[2].row[0].text) else 2
    row = tuple(token for piece in entry[:taken] for token in piece.row)
    given = _without_title(entry[1].row)
    whole = len(given) < len(entry[1].row) or all(t.kind == "initials" for t in given)
    return [replace(entry[0], row=row, whole=whole), *entry[taken:]]
