"""The entries of a list of people: what is known of one, and what its words tell without the entries around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .notes import NO_NOTES, Notes
from .pieces import Before
from .role_words import first_role, without_article
from .tokens import Token
from .view import View
from .vocabulary import bare, is_post, word_set


@dataclass(frozen=True)
class Listed:
    """A person in a list: the name as written with a distributed title, its place, and what is said beside it.

    `beside` is the stretch of text that gives a post or a body; it becomes `role` or `organisation` when the entry is
    complete. `inferred` says what about the entry was not stated but concluded from the form; `public` that the list
    calls the person a member of the public.
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
    notes: Notes = NO_NOTES
    inferred: str | None = None
    public: bool = False


def is_nobody(row: Sequence[Token]) -> bool:
    """Whether a piece says only that there is nobody: `None`, `Vacant`, or the number of an item."""
    plain = _plain(row)
    return all(word in word_set("lists", "nobody") or word.isdigit() for word in plain)


def is_public(row: Sequence[Token]) -> bool:
    """Whether a piece says only that the public was there: `12 members of the public`."""
    plain = _plain(row)
    return bool({"public", "press"} & set(plain)) and all(
        word in word_set("lists", "public") or word.isdigit() for word in plain
    )


def _plain(row: Sequence[Token]) -> list[str]:
    return [bare(t.text) for t in row if t.kind in {"word", "lower", "number"}]


def is_two_names(row: Sequence[Token]) -> bool:
    """Whether a name of four plain words is two names run together: `Janet Taylor Helen Richardson`."""
    return len(row) == 4 and all(t.kind == "word" and len(t.text) > 2 and not t.dot for t in row)


def name_end(token: Token) -> int:
    """Where a name ends: without a sentence's full stop, without a possessive ending."""
    if token.text.endswith("'s"):
        return token.end - 2
    return token.end - 1 if token.dot and len(token.text.rstrip(".")) > 1 else token.end


def adjacent(text: str, entry: Listed, start: int) -> bool:
    """Whether nothing but separators stands between an entry and an offset after it."""
    return not text[entry.entry_end : start].strip(" \t\x1f\n,;&/-–—:.").replace("and", "")


def completed(view: View, entry: Listed) -> Listed:
    """The entry with what stands beside it as its role or its organisation."""
    role, organisation = entry.role, entry.organisation
    if entry.beside:
        text = view.words(*entry.beside).strip(" .,:;-–")
        if text.count("(") != text.count(")"):
            text = text.strip("()")
        if any(is_post(word) for word in text.split()):
            role = role if role and entry.role_before else f"{role}, {text}" if role else text
        else:
            organisation = f"{organisation}, {text}" if organisation else text
    if role is None and entry.notes.chairs:
        role = "Chair"
    return replace(entry, role=without_article(first_role(role)) if role else role, organisation=organisation)


def share_organisations(people: list[Listed], text: str) -> list[Listed]:
    """A body in brackets after the last of a run of names is that of all: `A, B and C (Audit Office)`."""
    result = list(people)
    for i in range(len(result) - 1, 0, -1):
        last = result[i]
        before_last = text[result[i - 1].entry_end : last.start]
        if not last.organisation or last.role or not {"and", "&"} & set(before_last.replace("&", " & ").split()):
            continue
        for j in range(i - 1, -1, -1):
            gap = text[result[j].entry_end : result[j + 1].start]
            plain = result[j].organisation is None and result[j].role is None and result[j].notes == NO_NOTES
            if not plain or gap.replace("and", "").strip(" ,&\x1f"):
                break
            result[j] = replace(result[j], organisation=last.organisation)
    return result
