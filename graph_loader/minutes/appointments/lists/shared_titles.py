"""People of a list whose title stands only before the first: `Councillor Beaton, Fougere and Muise`."""

from __future__ import annotations

from collections.abc import Iterator

from ...lists.entries import Listed
from ...names.name_spans import name_from, title_at
from ...names.tokens import Token, tokens
from ...page.reading import Reading
from ...page.vocabulary import is_post


def with_shared_title(reading: Reading, people: tuple[Listed, ...]) -> Iterator[Listed]:
    """The people, with those whose title stands only before the first: `Councillor Beaton, Fougere and Muise`."""
    for person in people:
        yield person
        if person.distributed or not person.beside or not person.title:
            continue
        title = title_at(tokens(person.title, 0, len(person.title)), 0)
        if title is None or not title.civic:
            continue
        names = list(_bare_names(reading, person.beside[0].start, person.beside[-1].end))
        listed = len(names) > 1 or "and" in reading.flow[person.end : person.beside[-1].end].split()
        for start, end in names:
            name = f"{person.title} {reading.words(start, end)}"
            if listed or reading.roster.find(name):
                yield Listed(name, start, end, end, title=person.title, distributed=person.title)


def _bare_names(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Surnames, with or without initials, between commas, up to the first piece that is none."""
    piece: list[Token] = []
    for token in [*tokens(reading.flow, start, end), None]:
        if token is not None and token.kind in {"word", "initials"}:
            piece.append(token)
            continue
        if not piece:
            if token is not None and token.kind in {"and", "comma"}:
                continue
            return
        if name_from(piece, 0, True) != len(piece) or any(is_post(t.text) for t in piece) or len(piece) > 3:
            return
        yield piece[0].start, piece[-1].end
        piece = []
        if token is not None and token.kind not in {"and", "comma"}:
            return
