"""Every kind of node of the graph, stated once, with its key and what its properties mean.

Three layers: *sources* (Document, Version, Passage), *facts* (what one document says, with the names as written) and
what is *derived* from facts and identity (Person, Body, Seat, shortcuts), which is rebuilt and never edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layer = Literal["source", "fact", "derived", "state"]


@dataclass(frozen=True)
class Node:
    """A kind of node: its label, the property that identifies it, and all properties with what they mean."""

    label: str
    key: str
    layer: Layer
    properties: dict[str, str]
    also: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()


_FACT = {
    "id": "identifies the fact by what it says and of which meeting, not by its file",
    "scope": "the source that it belongs to: its council, in the words that tell it from others, else its folder "
    "(`folder:…`), else its document (`document:…`)",
    "date": "the date of the meeting, ISO, as exact as the document",
    "order": "where it stands: the first character of its statement, the smallest where several documents state it",
    "corrected": "what a reviewer corrected, in words: each field with what was read, who, when and why",
    "wrong": "true where a reviewer says that the text says nothing of this: nothing is made of it",
    "original": "what was read of the corrected fields, as JSON",
    "plain_id": "its id if its meeting were the only one of its hour; only where the meeting has `beside`",
}


def _fact(label: str, properties: dict[str, str]) -> Node:
    return Node(label, "id", "fact", _FACT | properties, also=("Fact",), indexes=("date",))


NODES: tuple[Node, ...] = (
    Node(
        "Document",
        "key",
        "source",
        {
            "key": "its URI, or its path below the folder that was loaded",
            "name": "the file's name",
            "uri": "where it was published",
            "scope": _FACT["scope"],
            "folder": "the folder that it lies in, from the one that was loaded on",
            "own": "what the ids of its facts are made with: the council that it states or is stated, else its folder",
            "stated": "the council that is stated for it (`load --council` or govgraph.toml)",
            "names": "the council that it names itself",
            "words": "where it names none: the words in it that may be of a place",
            "sites": "the authorities in the addresses that it gives: `ormley` for www.ormley.gov.uk",
            "council": "the council that it belongs to, where that is stated or can be inferred",
            "council_basis": "`stated` (by a reviewer), `text` (the minutes say so) or `folder` (those beside it do)",
            "unsettled": "true until it is decided to which source its facts belong",
            "digest": "hash of its parsed minutes and of `own`: tells whether the same bytes are read differently now",
            "profile": "the name of the rules that a govgraph.toml states for the folder",
            "named": "the council that the minutes name, where another is stated",
            "read": "hash of the file's bytes, of what is stated about it and of the reader: while it is the same, a "
            "load does not read the file again",
            "read_meetings": "how many meetings it held",
            "read_facts": "how many facts",
            "read_warnings": "how many warnings",
        },
        indexes=("name", "folder", "scope"),
    ),
    Node(
        "Version",
        "id",
        "source",
        {
            "id": "SHA-256 of the file's bytes",
            "media_type": "IANA media type",
            "published": "when it was published, ISO, where that is known",
            "loaded": "when it was first loaded, ISO with time zone",
            "superseded": "true when every document that had it has a newer version",
            "text": "the text as it was read, in which passages count; none where only parsed minutes were loaded",
        },
    ),
    Node(
        "Passage",
        "id",
        "source",
        {
            "id": "version and characters",
            "text": "exactly what stands there",
            "line_start": "from 1",
            "line_end": "from 1",
            "char_start": "from 0",
            "char_end": "from 0",
            "page": "from 1; PDF only",
        },
    ),
    Node(
        "Mention",
        "id",
        "fact",
        {
            "id": "identifies the name by its fact and its slot",
            "scope": _FACT["scope"],
            "text": "the name as written",
            "of": "`person` or `body`",
            "slot": "the field of the record that holds it",
            "original": "the name as read, where a reviewer corrected it",
        },
    ),
    Node(
        "Decision",
        "id",
        "source",
        {
            "id": "as in the file of decisions",
            "verdict": "`same`, `different`, or `nobody` of names that are none",
            "who": "who decided",
            "when": "ISO, with time zone; where decisions contradict each other the newest counts",
            "why": "the reason given",
        }
        | {
            f"{side}{name}": meaning
            for side in ("one", "other")
            for name, meaning in (
                ("", "ids of the mentions of this side"),
                ("_texts", "their words, in the same order"),
                ("_documents", "the documents that hold them"),
                ("_lines", "their lines, from 1"),
            )
        },
    ),
    Node(
        "Amendment",
        "id",
        "source",
        {
            "id": "as in the file of decisions",
            "fact": "the id of the fact that was misread",
            "field": "which field",
            "was": "what was read",
            "value": "what the text says",
            "who": "who corrected it",
            "when": "ISO, with time zone; of two corrections of one field the newer counts",
            "why": "the reason given",
            "document": "the document that states the fact",
            "line": "from 1",
            "quote": "its words",
        },
    ),
    Node(
        "StatedCouncil",
        "id",
        "source",
        {
            "id": "as in the file of decisions",
            "documents": "keys of the documents, also of such as are not loaded yet",
            "council": "whose minutes they hold, by the word of a reviewer (`govgraph whose --council`)",
            "who": "who states it",
            "when": "ISO, with time zone; of two words about one document the newer counts",
            "why": "the reason given",
        },
    ),
    Node(
        "Meeting",
        "id",
        "fact",
        {
            "id": "`own`, body, day, start and kind; its document where body or day is unknown",
            "own": "as for Document",
            "hour": "body, day, start and kind alone: the same for meetings of several councils, or of one whose "
            "documents do not all name it",
            "scope": _FACT["scope"],
            "date": "ISO, as exact as the document",
            "dates": "all days, where it lasted several",
            "start": "HH:MM",
            "end": "HH:MM",
            "venue": "as written",
            "mode": "`in_person`, `virtual` or `hybrid`",
            "status": "`held`, `inquorate`, `adjourned`, `cancelled`, `announced` (an agenda) or `register` (no "
            "meeting: what a register of members says of a body)",
            "kind": "`special`, `annual`, `hearing` or `work_session`; none for an ordinary meeting",
            "loaded_before": "when its documents were loaded, where that was before its day: kept as announced",
            "beside": "the id of a meeting of this body, day, hour and kind, where documents tell of several of them",
        },
        indexes=("date", "beside", "hour"),
    ),
    _fact(
        "MeetingRecord",
        dict.fromkeys(("body_name", "body_kind", "parent", "parent_basis"), "as in parsed-minutes")
        | dict.fromkeys(("dates", "start", "end", "venue", "mode", "status", "kind"), "as in parsed-minutes")
        | {"own": "as for Document", "beside": "as for Meeting", "hour": "as for Meeting"},
    ),
    _fact(
        "Attendance",
        {
            "status": "`present`, `apologies`, `absent` or `in_attendance`",
            "capacity": "`member`, `co_opted`, `representative`, `officer`, `guest`, `public` or none",
            "role": "as written",
            "organisation": "as written",
            "organisation_kind": "`body`, `party`, `ward`, `employer` or `service`",
            "mode": "`in_person`, `virtual` or `hybrid`",
            "arrived": "as written or HH:MM",
            "left": "as written or HH:MM",
            "reason": "as written",
            "note": "what stands in a bracket after the name and is no role, time or organisation that is known",
            "initials": "those that a key in the minutes gives the person",
            "list": "which list of the minutes, counted from 1",
        },
    ),
    _fact("Substitution", {}),
    _fact(
        "Appointment",
        {
            "action": "`appoint`, `elect`, `co_opt`, `nominate`, `continue`, `replace`, `remove`, `resign`, `vacancy`",
            "outcome": "`agreed`, `noted`, `proposed`, `lost` or `deferred`",
            "holder": "how an unnamed holder is described",
            "represents": "what the seat stands for, or who sends the person",
            "role": "as written",
            "body_kind": "as in parsed-minutes",
            "decision": "the paragraph or resolution that decides it",
            "start": "ISO, as exact as the document",
            "end": "ISO, as exact as the document",
            "term": "as written",
        },
    ),
    _fact(
        "Departure",
        {
            "cause": "`died`, `disqualified`, `suspended` or `lost_seat`",
            "start": "the day that the text states, ISO, as exact as the document",
            "end": "of a suspension, ISO",
            "term": "of a suspension, as written",
        },
    ),
    _fact(
        "Registration",
        {
            "source": "what the register of members is called that says it",
            "role": "as written",
            "represents": "what the seat stands for, or who sends the person",
            "body_kind": "as in parsed-minutes",
            "start": "the first day, ISO, as exact as the register",
            "end": "the last day, ISO, as exact as the register",
            "as_of": "the day of the register, ISO, where that is known",
        },
    ),
    _fact("Declaration", dict.fromkeys(("kind", "item", "reason"), "as written") | {"left_meeting": "true or false"}),
    _fact(
        "Motion",
        {"item": "as written", "outcome": "as for Appointment", "text": "as written"}
        | {f"tally_{k}": "votes counted" for k in ("for", "against", "abstain")},
    ),
    _fact("Vote", {"vote": "`for`, `against` or `abstain`"}),
    _fact(
        "Delegation",
        {"function": "as written", "delegate": "as written", "condition": "as written"}
        | dict.fromkeys(("consult_any", "consult_also"), "roles as written"),
    ),
    _fact("Resolution", {"item": "paragraph", "text": "as written", "outcome": "as for Appointment"}),
    _fact("Contribution", {"item": "paragraph", "kind": "what the person did"}),
    _fact("OtherName", {}),
    _fact("AgendaItem", {"number": "as written", "title": "as written"}),
    _fact("BodyChange", {"kind": "`renamed`, or `succeeded` by another body"}),
    _fact("Naming", {"kind": "the kind of body that the document's words give"}),
    _fact(
        "Announcement",
        {"announced": "the announced date", "start": "HH:MM", "venue": "as written", "purpose": "as written"},
    ),
    _fact("PreviousMinutes", {"approved": "the date of the meeting whose minutes these are", "outcome": "as written"}),
    _fact("Correction", {"corrects": "the date of the meeting corrected", "text": "as written"}),
    _fact("Warning", {"code": "what kind of trouble", "message": "in words"}),
    Node(
        "Person",
        "id",
        "derived",
        {
            "id": "from the earliest mention",
            "scope": _FACT["scope"],
            "name": "the fullest name as written",
            "sort_name": "surname first",
            "kind": "`councillor`, `officer`, `representative`, `public` or `other`",
        },
        indexes=("name", "sort_name", "scope"),
    ),
    Node(
        "Body",
        "id",
        "derived",
        {
            "id": "from the earliest mention",
            "scope": _FACT["scope"],
            "name": "the fullest name as written",
            "kind": "as in parsed-minutes",
        },
        also=(),
        indexes=("name", "scope"),
    ),
    Node(
        "Role",
        "id",
        "derived",
        {
            "id": "body and name",
            "scope": _FACT["scope"],
            "name": "as written",
            "kind": "`office`, `seat` or `post`",
        },
    ),
    Node(
        "Seat",
        "id",
        "derived",
        {
            "id": "body and what it stands for",
            "scope": _FACT["scope"],
            "represents": "what the seat stands for",
            "role": "as written",
            "places": "how many, where stated",
        },
    ),
    Node(
        "Unsettled",
        "folder",
        "state",
        {"folder": "in which a document came, went or changed"},
    ),
    Node(
        "Pending",
        "scope",
        "state",
        {
            "scope": "what a document touched and has not been rebuilt",
            "meetings": "ids of the meetings that it touched",
            "whole": "whether all of the scope is to be rebuilt",
        },
    ),
    Node(
        "Block",
        "id",
        "state",
        {
            "id": "scope, `of` and key",
            "scope": _FACT["scope"],
            "of": "`person` or `body`",
            "key": "a folded surname, or a body's folded name",
            "links": "what it has in common with blocks that must be decided together with it",
            "content": "what each meeting says of it, as JSON: read instead of the meetings when a document is added",
            "undecided": "pairs of people who may be one, by their ids",
        },
        indexes=("scope",),
    ),
    Node(
        "Sighting",
        "meeting",
        "state",
        {
            "meeting": "id of the meeting",
            "scope": _FACT["scope"],
            "blocks": "ids of the blocks in which the meeting says something",
        },
        indexes=("scope",),
    ),
    Node(
        "Decided",
        "scope",
        "state",
        {
            "scope": "whose names were decided",
            "rules": "hash of the rules that decided",
            "council": "the council's name",
            "basis": "how that is known",
            "names": "all names of the council",
            "unnamed": "whether meetings that name no body may be the council's",
        },
    ),
    Node(
        "Lock",
        "id",
        "state",
        {
            "id": "`writer`: one loader at a time",
            "taken": "when it was last taken",
            "form": "in which form the graph is written: govgraph refuses one that it does not know",
        },
    ),
)
