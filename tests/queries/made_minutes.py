"""Minutes made from a few words: for tests of what follows from records, whatever a parser makes of texts.

A meeting is a dict, as `{body: Harbour Committee, date: 2024-01-09, present: [Cllr A Bold (Chair)], apologies: []}`.
Each record gets a line of its own in a made-up text, so that spans are as real as those of a parser.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.document import Document
from govgraph.graph_loader.minutes.names.bodies import body_kind
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

Made = dict[str, Any]

STATUSES = ("present", "apologies", "absent", "in_attendance")
_OFFICE = re.compile(r"^(?P<person>.*?)\s*\((?P<role>[^)]*)\)$")
_LINES = {
    "substitutions": "{substitute} for {absent}",
    "appointments": "{action}: {person} {role} {body}",
    "departures": "{person} {cause} {start}",
    "declarations": "{person} declared an interest in item {item}",
    "motions": "Proposed by {proposer}, seconded by {seconder}",
    "votes": "{person} voted {vote}",
    "delegations": "{function} delegated to the {delegate}",
    "contributions": "{person} {kind}",
    "announcements": "Next meeting {date}",
    "previous_minutes": "The minutes of {date} were {outcome}",
    "items": "{number} {title}",
    "resolutions": "RESOLVED {text}",
    "warnings": "{code} {message}",
}
_DEFAULTS: dict[str, Made] = {
    "appointments": {"action": "appoint", "outcome": "agreed", "role": "member"},
    "motions": {"outcome": "agreed", "seconder": None},
    "declarations": {"item": None},
    "contributions": {"kind": "asked"},
    "previous_minutes": {"outcome": "agreed"},
    "resolutions": {"outcome": "agreed"},
    "votes": {"motion": None},
}


def people(meeting: Made) -> list[Made]:
    """The listings of a meeting: plain names are members, a bracket is a role, a dict says more."""
    found = []
    for number, status in enumerate(STATUSES, start=1):
        for entry in meeting.get(status, ()):
            row = dict(entry) if isinstance(entry, dict) else {"person": entry}
            office = _OFFICE.match(row["person"])
            if office:
                row |= {"person": office["person"], "role": row.get("role", office["role"])}
            capacity = "officer" if status == "in_attendance" else "member"
            found.append({"status": status, "capacity": capacity, "list": number} | row)
    return found


def rows_of(meeting: Made, kind: str) -> list[Made]:
    """The records of a kind, with what is usual filled in."""
    found = []
    for entry in meeting.get(kind, ()):
        if isinstance(entry, dict):
            row = dict(entry)
        elif kind == "substitutions":
            row = {"substitute": entry[0], "absent": entry[1]}
        elif kind in {"announcements", "previous_minutes"}:
            row = {"date": str(entry)}
        else:
            row = {"proposer": entry[0], "seconder": entry[1]} if kind == "motions" else {"text": entry}
        row = _DEFAULTS.get(kind, {}) | row
        if kind == "appointments":
            row.setdefault("body", meeting["body"])
            row.setdefault("body_kind", body_kind(row["body"]))
            row.setdefault("person", None)
        found.append({k: str(v) if k in {"date", "start", "end"} and v else v for k, v in row.items()})
    return found


class _Text:
    """The made-up text, and the spans of its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.at = 0

    def line(self, text: str, rule: str) -> Made:
        start = self.at
        self.lines.append(text)
        self.at += len(text) + 1
        return {
            "line_start": len(self.lines),
            "line_end": len(self.lines),
            "char_start": start,
            "char_end": start + len(text),
            "text": text,
            "rule": rule,
        }


def made(meeting: Made, name: str) -> ParsedMinutes:
    """Parsed minutes from a few words."""
    text = _Text()
    heading = {"body": meeting["body"], "date": str(meeting["date"]), "body_kind": body_kind(meeting["body"])}
    heading |= {k: meeting[k] for k in ("start", "end", "mode", "parent", "status", "kind") if k in meeting}
    heading["span"] = text.line(meeting.get("heading") or f"{meeting['body']}, {meeting['date']}, {name}", "meeting")
    data: Made = {"meeting": heading, "attendance": []}
    for row in people(meeting):
        role = f" ({row['role']})" if row.get("role") else ""
        data["attendance"].append(row | {"span": text.line(f"{row['person']}{role}", "attendance.list")})
    for kind, form in _LINES.items():
        data[kind] = []
        for row in rows_of(meeting, kind):
            words = form.format_map(_Blank(row))
            data[kind].append(row | {"span": text.line(words, kind)})
    whole = "\n".join(text.lines) + "\n"
    sha = hashlib.sha256(whole.encode()).hexdigest()
    data["source"] = {"name": name, "sha256": sha, "media_type": "text/plain", **meeting.get("source", {})}
    data["next_meetings"] = [row["date"] for row in data["announcements"]]
    return ParsedMinutes.model_validate(data)


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


def document(text: str, name: str = "minutes.txt") -> Document:
    """A text as a document."""
    return read_bytes(text.encode("utf-8"), name)


def write(folder: Path, meetings: list[Made]) -> list[Path]:
    """Writes meetings as parsed-minutes JSON, one file each, in order."""
    from govgraph.graph_loader.parsed_minutes import to_json

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, meeting in enumerate(meetings, start=1):
        path = folder / f"{number:02}-{meeting['date']}.json"
        path.write_text(to_json(made(meeting, f"{folder.name}-{path.stem}.txt")), "utf-8")
        paths.append(path)
    return paths
