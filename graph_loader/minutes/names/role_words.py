"""The words of a role: where one ends and the next begins, what stands before a name, one of several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...lexicon.entries import values, word_set
from ..page.vocabulary import bare, is_field, is_post, may_be_surname
from .organisations import ends_organisation
from .tokens import Token

_ARTICLES = ("An ", "The ", "THE ", "the ", "a ", "A ")
_PREPOSITIONS = frozenset({"of", "for", "to", "in", "at"})
_OF = re.compile(r"\s+(?:of|to|for|from|at)\s", re.IGNORECASE)
_OWNS = re.compile(r"(?:['’]s|s['’])$")
"""The end of a word for whose holder something is: `Clerk's Office`."""
_BETWEEN = re.compile(r"\s+and\s+|\s*&\s*|\s+/\s+|,\s+|\s+[–-]\s+")


def first_role(role: str) -> str:
    """The first of several roles: `Parish Clerk and Responsible Financial Officer` gives `Parish Clerk`."""
    for m in _BETWEEN.finditer(role):
        left, right = role[: m.start()].split(), role[m.end() :].split()
        if left and right and is_post(left[-1]) and (is_post(right[-1]) or bare(right[-1]) in {"person", "rfo"}):
            return role[: m.start()]
    return role


def without_article(role: str) -> str:
    """A role without the article before it."""
    return next((role[len(a) :] for a in _ARTICLES if role.startswith(a)), role)


def singular_role(role: str) -> str:
    """A role for several people as that of one: `Directors of Service` gives `Director of Service`."""
    m = _OF.search(role)
    first, rest = (role[: m.start()], role[m.start() :]) if m else (role, "")
    table = values("role_plurals")
    last = first.split()[-1]
    one = table.get(last.capitalize()) or (
        last[:-1] if last.endswith(("s", "S")) and last[-2:] not in {"ss", "SS"} and is_post(last[:-1]) else last
    )
    return " ".join([*first.split()[:-1], one.upper() if last.isupper() else one]) + rest


def is_post_phrase(row: Sequence[Token]) -> bool:
    """Whether a piece of a list names a post: `Head of Finance`, but not `Residents' Association` nor `Anna Dean`."""
    words = [t for t in row if t.kind in {"word", "lower", "initials", "and"}]
    at = next((i for i, t in enumerate(words) if is_post(t.text) and not _OWNS.search(t.text)), None)
    if at is None:
        return False
    if at == len(words) - 1 and at and may_be_surname(words[at].text) and not is_field(words[at - 1].text):
        return False
    if ends_organisation(words[-1].text):
        plain = bare(words[at].text)
        one = not plain.endswith("s") and plain not in word_set("offices", "group")
        return any(t.text in _PREPOSITIONS for t in words[at + 1 :]) or (one and at < len(words) - 1)
    return True


def post_before_name(row: Sequence[Token]) -> int | None:
    """The token after a post that stands before a name without title: `City Manager Haverly`, `Head of Legal Ann Roe`.

    One word before the post may be unknown: `Zoning Administrator Brandi Stroh`.
    """
    last: int | None = None
    fields_after = False
    for at, token in enumerate(row):
        known = is_post(token.text) or is_field(token.text)
        unknown_first = at == 0 and len(row) > 1 and is_post(row[1].text) and not may_be_surname(row[1].text)
        if token.kind not in {"word", "lower", "initials"} or not (
            known or unknown_first or token.text in _PREPOSITIONS or token.text == "the"
        ):
            break
        fields_after = token.text in _PREPOSITIONS or (fields_after and is_field(token.text))
        if is_post(token.text) or (last is not None and fields_after and is_field(token.text)):
            last = at + 1
    if last is None or last >= len(row):
        return None
    if last == 1 and may_be_surname(row[0].text):
        return None  # `Dean Smith` is a name
    return last
