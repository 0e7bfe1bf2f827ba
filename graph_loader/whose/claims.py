"""What one document says of whose minutes it holds: the council that is stated for it, or that it names itself."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ..folding import fold, fold_body
from ..minutes.meeting.council import ABOVE_COUNCIL, pointing_words
from ..parsed_minutes import ParsedMinutes, to_json
from ..sources import Source
from ..stated import Stated
from ..store.versions import DocumentVersion
from .clues import Clues, clues_of_records
from .folders import Claim
from .names import is_community, scope_of, tells


def council_of(meetings: Sequence[ParsedMinutes], stated: Stated) -> tuple[str | None, str | None]:
    """Whose minutes these are, and how that is known: as stated, else as the text says; the first meeting decides."""
    if stated.council and fold_body(stated.council):
        return stated.council, "stated"
    meeting = meetings[0].meeting
    if meeting.body and meeting.body_kind == "council" and is_community(meeting.body):
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
    own, stated = ({fold(word) for word in name.split() if tells(word)} for name in (named, council))
    return named if stated and own.isdisjoint(stated) else None


def claim_of(source: Source, meetings: Sequence[ParsedMinutes], stated: Stated, clues: Clues | None = None) -> Claim:
    """What a file says of whose minutes it holds; `clues` are those of its text, where that is there."""
    named, _ = council_of(meetings, Stated())
    council, basis = council_of(meetings, stated)
    clues = clues or clues_of_records(meetings, source.path.stem)
    return Claim(
        key=document_key(source, stated),
        version=meetings[0].source.sha256,
        stated=council if basis == "stated" else None,
        named=named,
        words=clues.words if not named else (),
        sites=clues.sites if not named else (),
    )


def pointed(meetings: tuple[ParsedMinutes, ...]) -> tuple[ParsedMinutes, ...]:
    """The meetings of a document, those `of the above Council` with these words as the name of the body that met.

    Whose council that is, is decided with all documents of its source.
    """
    return tuple(_pointed(m) for m in meetings)


def _pointed(minutes: ParsedMinutes) -> ParsedMinutes:
    meeting = minutes.meeting
    place = next((e.span for e in meeting.evidence if e.span.rule == ABOVE_COUNCIL), None)
    if meeting.body or place is None:
        return minutes
    known = meeting.model_copy(update={"body": pointing_words(place.text), "body_kind": "council"})
    return minutes.model_copy(update={"meeting": known})


def document_key(source: Source, stated: Stated) -> str:
    """The key of a file's document: its address where that is stated, else its path below the folder that is loaded."""
    return stated.uri_of(source.path.name) or source.key


def own_of(source: Source, claim: Claim) -> str:
    """What the ids of a document's facts are made with: the council that it states or that is stated, else its folder.

    It depends on this document alone, so that ids stay what they are, whatever else is loaded.
    """
    council = claim.stated or claim.named
    return scope_of(council) if council else f"folder:{source.folder}"


def document_of(
    source: Source, meetings: tuple[ParsedMinutes, ...], stated: Stated, clues: Clues | None = None
) -> DocumentVersion:
    """A file as a document of the store: its key, its claim and the hash of what is read from it."""
    claim = claim_of(source, meetings, stated, clues)
    first = meetings[0].source
    own = own_of(source, claim)
    content = "".join(to_json(m) for m in meetings) + own
    return DocumentVersion(
        key=claim.key,
        name=first.name,
        uri=first.uri,
        folder=source.folder,
        own=own,
        stated=claim.stated,
        names=claim.named,
        words=claim.words,
        sites=claim.sites,
        profile=stated.profile,
        version=first.sha256,
        media_type=first.media_type,
        published=first.published,
        digest=hashlib.sha256(content.encode()).hexdigest(),
    )
