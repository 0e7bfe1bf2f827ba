"""The entries of a list of people: what is known of one, and what its words tell without the entries around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...lexicon.entries import word_set
from ...parsed_minutes import AttendanceStatus, OrganisationKind
from ..names.beside import Stretch, told_beside
from ..names.capacities import is_no_councillor
from ..names.name_spans import is_suffix, name_from
from ..names.organisations import is_known_organisation
from ..names.role_words import first_role, without_article
from ..names.tokens import Token, tokens
from ..page.outline import Section
from ..page.view import View
from ..page.vocabulary import bare, is_field, is_post
from .beside.notes import NO_NOTES, Notes
from .pieces import first_title


@dataclass(frozen=True)
class Listed:
    """A person in a list: the name as written with a distributed title, its place, and what is said beside it.

    `own` is the name without the distributed title, where it has a title of its own. `beside` are the stretches of
    text that give a post or a body; they become `role` and `organisation` when the entry is complete;
    `organisation_kind` is what the heading of a column says that the organisation is. `inferred` says
    what about the entry was not stated but concluded from the form; `public` that the list calls the person a member
    of the public; `line` and `column` say where in the list the entry stands.
    """

    person: str
    start: int
    end: int
    entry_end: int
    title: str | None = None
    distributed: str | None = None
    own: str | None = None
    role: str | None = None
    role_before: bool = False
    organisation: str | None = None
    organisation_kind: OrganisationKind | None = None
    beside: tuple[Stretch, ...] = ()
    notes: Notes = NO_NOTES
    inferred: str | None = None
    public: bool = False
    line: int = 0
    column: int = 0


@dataclass(frozen=True)
class Entry:
    """A listed person with the section that lists them and the status that it gives."""

    listed: Listed
    section: Section
    status: AttendanceStatus


def is_nobody(row: Sequence[Token]) -> bool:
    """Whether a piece says only that there is nobody: `None`, `Vacant`, or the number of an item."""
    plain = _plain(row)
    return all(word in word_set("list_words", "nobody") or word.isdigit() for word in plain)


def is_label(row: Sequence[Token]) -> bool:
    """Whether a piece only says of which part of the meeting those after it were, or heads a column."""
    return " ".join(t.text.casefold() for t in row) in word_set("list_words", "labels")


def is_public(row: Sequence[Token]) -> bool:
    """Whether a piece says only that the public was there: `12 members of the public`."""
    plain = _plain(row)
    return bool({"public", "press"} & set(plain)) and all(
        word in word_set("list_words", "public") or word.isdigit() for word in plain
    )


def _plain(row: Sequence[Token]) -> list[str]:
    return [bare(t.text) for t in row if t.kind in {"word", "lower", "number", "initials"}]


def is_motion(row: Sequence[Token]) -> bool:
    """Whether a piece begins a motion or a resolution, so that no list of people goes on."""
    return row[0].text.rstrip(".:").casefold() in word_set("list_words", "motions")


def is_sentence(row: Sequence[Token]) -> bool:
    """Whether a piece is running text and no entry of a list: it has a verb, or many words that no list has.

    A verb of what people do in a discussion counts after a name too: `Mr White asked the councillors`.
    """
    lower = [t.text.rstrip(".") for t in row if t.kind == "lower"]
    title = first_title(row)
    if title is not None and _acts(row, title.last):
        return True
    if any(word in word_set("speech", "said") - word_set("list_words", "not_prose") for word in lower):
        return True
    if row[0].text == "That" or any(word in word_set("list_words", "modals") for word in lower):
        return True
    if title is not None:
        return False
    strange = [w for w in lower if w not in word_set("list_words", "not_prose") and not is_post(w) and not is_field(w)]
    return len(strange) >= 3 or (len(row) > 3 and any(w in word_set("list_words", "verbs") for w in strange))


def _acts(row: Sequence[Token], start: int) -> bool:
    """Whether somebody with a title does something: a verb of an act stands directly after the name."""
    end = name_from(row, start, True)
    if end is None or end + 1 >= len(row) or row[end].kind != "lower":
        return False
    acts = word_set("speech", "other_clause") - word_set("speech", "listed")
    return row[end].text in acts and row[end + 1].kind == "lower"


def is_two_names(row: Sequence[Token]) -> bool:
    """Whether a name of four plain words is two names run together: `Janet Taylor Helen Richardson`."""
    return len(row) == 4 and all(t.kind == "word" and len(t.text) > 2 and not t.dot for t in row)


def name_end(token: Token) -> int:
    """Where a name ends: without a sentence's full stop, without a possessive ending."""
    if token.text.endswith("'s"):
        return token.end - 2
    if is_suffix(token.text) or (token.kind == "initials" and "." in token.text[:-1]):
        return token.end
    return token.end - 1 if token.dot and len(token.text.rstrip(".")) > 1 else token.end


def adjacent(text: str, entry_end: int, start: int) -> bool:
    """Whether nothing but separators stands between the end of an entry and an offset after it."""
    return not text[entry_end:start].strip(" \t\x1f\n,;&/-–—:.").replace("and", "")


_IN_CHAIR = re.compile(r",?\s+\(?(?:(?:who\s+)?(?:was\s+)?in\s+the\s+chair|presiding|chairing)\)?$", re.IGNORECASE)
"""What a role says of this meeting alone: `Vice-Chair in the Chair`."""
_OF_SOMEBODY = re.compile(r"(?:his|her|their)\s", re.IGNORECASE)
"""What somebody is to another, and no role: `her substitute`."""


def _in_known_words(role: str) -> str:
    """Of a role in two languages the one that the lists know: `Cadeirydd / Chair` gives `Chair`."""
    parts = [part.strip() for part in role.split(" / " if " / " in role else "/")]
    if " / " not in role and len(parts[0].split()) > 1:
        return role  # Service Operations South/West
    known = [part for part in parts if any(is_post(word) for word in part.split())]
    strange = len(parts) == 2 and len(known) == 1 and len(parts[1 - parts.index(known[0])]) > 3
    unknown = strange and not any(is_field(w) for w in parts[1 - parts.index(known[0])].split())
    return known[0] if unknown else role


def completed(view: View, entry: Listed) -> Listed:
    """The entry with what stands beside it as its role or its organisation, and with the title that is its own."""
    told = told_beside(view, entry.beside)
    role = entry.role or told.role
    organisation = entry.organisation or told.organisation
    notes = entry.notes
    if told.status:
        notes = replace(notes, status=told.status)
    if told.note:
        notes = replace(notes, note=f"{told.note}; {notes.note}" if notes.note else told.note)
    if role and (presided := _IN_CHAIR.search(role)):
        role, notes = role[: presided.start()], replace(notes, chairs=True)
    if role is None and notes.chairs:
        role = "Chair"
    role = without_article(first_role(role)) if role else role
    role = None if role and _OF_SOMEBODY.match(role) else role
    role = _in_known_words(role) if role and "/" in role else role
    done = replace(entry, role=role, organisation=organisation, notes=notes)
    if entry.own and is_no_councillor(role):
        done = replace(done, person=entry.own, distributed=None)
    return done


def share_organisations(people: list[Listed], text: str) -> list[Listed]:
    """A body in brackets after the last of a run of names is that of all: `A, B and C (Audit Office)`."""
    result = list(people)
    for i in range(len(result) - 1, 0, -1):
        last = result[i]
        before_last = text[result[i - 1].entry_end : last.start]
        said = tokens(last.organisation or "", 0, len(last.organisation or ""))
        if (
            not said
            or not is_known_organisation(said, last.organisation or "")
            or last.role
            or not {"and", "&"} & set(before_last.replace("&", " & ").split())
        ):
            continue
        for j in range(i - 1, -1, -1):
            gap = text[result[j].entry_end : result[j + 1].start]
            plain = result[j].organisation is None and result[j].role is None and result[j].notes == NO_NOTES
            if not plain or gap.replace("and", "").strip(" ,&\x1f"):
                break
            result[j] = replace(result[j], organisation=last.organisation)
    return result
