"""Whose minutes a document holds: the council or other community that it states, so that its documents belong together.

Documents that state the same community are one source, in which people and bodies can be the same. A document that
states none is a source of its own: nothing tells whose its committee is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

from .folding import fold, fold_body
from .lexicon.entries import of_class
from .minutes.meeting.council import ABOVE_COUNCIL
from .minutes.meeting.heading_words import community
from .minutes.page.vocabulary import is_common, is_no_name
from .parsed_minutes import ParsedMinutes, to_json
from .sources import Source
from .stated import Stated
from .store.versions import DocumentVersion

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "a", "an"})


@cache
def _kinds() -> frozenset[str]:
    """All words for kinds of communities: they tell no community from another."""
    phrases = (
        *of_class("communities", "before_of", "ends", "independent", "subject"),
        *of_class("heading_words", "short"),
    )
    return frozenset(word for phrase in phrases for word in fold(phrase).split())


def is_community(name: str) -> bool:
    """Whether a name is that of a council or another community, and says of which place or people."""
    plain = fold(name)
    named = (
        community().fullmatch(name.strip())
        or any(plain.endswith(f" {end}") for end in of_class("communities", "independent"))
        or "council" in plain
    )
    return bool(named) and any(_tells(word) for word in name.split())


def _tells(word: str) -> bool:
    plain = fold(word)
    return bool(plain) and not set(plain.split()) <= _kinds() | _SMALL and not is_common(word) and not is_no_name(word)


def council_of(meetings: Sequence[ParsedMinutes], stated: Stated) -> tuple[str | None, str | None]:
    """Whose minutes these are, and how that is known: as stated, else as the text says; the first meeting decides.

    What is only inferred joins no documents: a wrong merge is worse than a missed one.
    """
    if stated.council:
        return stated.council, "stated"
    meeting = meetings[0].meeting
    if meeting.body and meeting.body_kind == "council":
        return meeting.body, "text"
    if meeting.parent and meeting.parent_basis == "stated" and is_community(meeting.parent):
        return meeting.parent, "text"
    if meeting.body and meeting.parent is None and is_community(meeting.body):
        return meeting.body, "text"
    return None, None


def named_otherwise(meetings: Sequence[ParsedMinutes], council: str) -> str | None:
    """The council that a document itself names, where that shares no telling word with the one that is stated."""
    named, _ = council_of(meetings, Stated())
    if named is None or fold_body(named) == fold_body(council):
        return None
    own, stated = ({fold(word) for word in name.split() if _tells(word)} for name in (named, council))
    return named if stated and own.isdisjoint(stated) else None


def placed(meetings: tuple[ParsedMinutes, ...], stated: Stated) -> tuple[ParsedMinutes, ...]:
    """The meetings of a document, those `of the above Council` as meetings of the council that is stated."""
    return tuple(_of_council(m, stated.council) for m in meetings) if stated.council else meetings


def _of_council(minutes: ParsedMinutes, council: str) -> ParsedMinutes:
    meeting = minutes.meeting
    if meeting.body or not any(e.span.rule == ABOVE_COUNCIL for e in meeting.evidence):
        return minutes
    warnings = tuple(w for w in minutes.warnings if w.code != "no_body")
    known = meeting.model_copy(update={"body": council, "body_kind": "council"})
    return minutes.model_copy(update={"meeting": known, "warnings": warnings})


def document_key(source: Source, stated: Stated) -> str:
    """The key of a file's document: its address where that is stated, else its path below the folder that is loaded."""
    return stated.uri_of(source.path.name) or source.key


def document_of(source: Source, meetings: tuple[ParsedMinutes, ...], stated: Stated) -> DocumentVersion:
    """A file as a document of the store: its key, its council and the hash of what is read from it."""
    council, basis = council_of(meetings, stated)
    first = meetings[0].source
    scope = fold_body(council or "") or "document:" + first.sha256[:16]
    content = "".join(to_json(m) for m in meetings) + scope
    return DocumentVersion(
        key=document_key(source, stated),
        name=first.name,
        uri=first.uri,
        council=council,
        council_basis=basis,
        profile=stated.profile,
        scope=scope,
        version=first.sha256,
        media_type=first.media_type,
        published=first.published,
        digest=hashlib.sha256(content.encode()).hexdigest(),
    )
