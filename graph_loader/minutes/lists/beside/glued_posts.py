"""A post that a hyphen glues to the name before it: `Una Marsh-Clerk`, `Ivo Orr-County Attorney`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...names.name_spans import title_at
from ...names.tokens import Token
from ...page.vocabulary import is_field, is_post, may_be_surname

_NAME = frozenset({"word", "initials"})


def unglued(row: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a list with such a word in three: the name, the dash and the post or the first word of it."""
    return tuple(part for at in range(len(row)) for part in _parts(row, at))


def _parts(row: Sequence[Token], at: int) -> Iterator[Token]:
    token = row[at]
    head, sign, tail = token.text.partition("-")
    if token.kind != "word" or not sign or not _is_glued(row, at, head, tail):
        yield token
        return
    cut = token.start + len(head)
    yield Token("word", token.start, cut, head)
    yield Token("dash", cut, cut + 1, sign)
    yield Token("word", cut + 1, token.end, tail)


def _is_glued(row: Sequence[Token], at: int, head: str, tail: str) -> bool:
    """Whether a word with a hyphen is a surname and a post: a name goes before, and nothing of the post does."""
    before = row[at - 1] if at else None
    named = before is not None and before.kind in _NAME and not is_post(before.text) and not is_field(before.text)
    if not named or "-" in tail or not tail[:1].isupper() or len(head) < 3 or is_post(head) or is_field(head):
        return False
    if may_be_surname(tail):
        return False
    if is_post(tail.rstrip(".")):
        return True
    following = row[at + 1].text if at + 1 < len(row) and title_at(row, at + 1) is None else ""
    return is_field(tail) and is_post(following)
