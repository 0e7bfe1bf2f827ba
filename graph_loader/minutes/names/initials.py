"""Whether letters beside a name are that person's initials, as a key in the minutes gives them."""

from __future__ import annotations

import re

from ..page.vocabulary import is_field, is_post

_FORM = re.compile(r"[A-Z]{2,4}$|[A-Z][A-Za-z]{1,3}$|[A-Z][a-z]?[A-Z][a-z]{0,2}$")


def bracket_is_initials(text: str, person: str) -> bool:
    """Whether letters in brackets are the initials of a name: `(PD)` of `P Dray`, `(GSy)` of `Gordon Sykes`."""
    if len(text) < 2 or not _FORM.match(text):
        return False
    if text != text.upper() and (is_post(text) or is_field(text)):
        return False  # (Head)
    names = [w for w in re.split(r"[\s.'-]+", person) if w[:1].isupper()]
    capitals = [c for c in text if c.isupper()]
    starts = [n[0] for n in names]
    if starts and capitals[-1] in starts[-1:] + starts[1:] and capitals[0] in starts:
        return True
    return len(names) == 1 and text[0] == names[0][0]


def piece_is_initials(text: str, person: str) -> bool:
    """Whether a piece of a list is the short form of the name before it: `PWh` of `Paul Wheelhouse`.

    Stricter than for a bracket, because a piece may as well be an entry of its own.
    """
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
