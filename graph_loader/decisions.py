"""What humans decided: whom names mean, what misread facts say, whose minutes documents are, what is settled.

The file is plain, for people and for version control, and it is a log: a decision is added at its end, and taking one
back adds the word that it is taken back. Each says who decided, when and why, and on what: a few mentions of either
side with their words and place, or a fact with its place, so that it outlives reloads and still means something when
it is read years later.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Verdict = Literal["same", "different", "nobody"]

_HEAD = (
    "# Decisions of humans for govgraph: whom names mean, what misread facts say. govgraph adds to the end of this\n"
    "# file and reads it again; keep it under version control. `govgraph identity undo ID` takes a decision back.\n"
)


class DecisionError(Exception):
    """A file of decisions that cannot be read or a decision that cannot be made: what is wrong, and where."""


class SidesError(Exception):
    """Two sides that no decision can be made on; the message says what to give instead."""


@dataclass(frozen=True)
class Anchor:
    """A mention that a decision rests on: its id, its words, and where they stand."""

    mention: str
    text: str
    document: str
    line: int


@dataclass(frozen=True)
class Judgement:
    """A human's decision that two sides are one person or body, that they are not, or that one is nobody at all.

    Where it is `nobody` the names of `one` are no names, wherever their council's minutes write them so; `other` is
    empty.
    """

    id: str
    verdict: Verdict
    one: tuple[Anchor, ...]
    other: tuple[Anchor, ...]
    who: str
    when: str
    why: str

    @property
    def reason(self) -> str:
        """The decision in words, as edges show it."""
        what = {"same": "the same", "different": "different", "nobody": "nobody"}[self.verdict]
        return f"judged {what} by {self.who} on {self.when[:10]} ({self.id})" + (f": {self.why}" if self.why else "")


@dataclass(frozen=True)
class FactCorrection:
    """A human's correction of a misread fact: one field, what was read and what the text says."""

    id: str
    fact: str
    field: str
    was: str | None
    value: str | None
    document: str
    line: int
    quote: str
    who: str
    when: str
    why: str


@dataclass(frozen=True)
class Settlement:
    """A human's word that a finding of the audit was looked at and needs nothing more."""

    id: str
    finding: str
    rule: str
    message: str
    who: str
    when: str
    why: str


@dataclass(frozen=True)
class StatedCouncil:
    """A human's word whose minutes documents are, by their keys; it counts before all else that says so."""

    id: str
    documents: tuple[str, ...]
    council: str
    who: str
    when: str
    why: str


Decision = Judgement | FactCorrection | Settlement | StatedCouncil


def decision_id(*parts: str | None) -> str:
    """An id that follows from what a decision says. Raises `ValueError` where it says nothing of anything."""
    if len([part for part in parts if part and part.strip()]) < 2:
        raise ValueError(f"no identifier can be made from a decision that says nothing: {parts!r}")
    text = "\0".join("" if part is None else part for part in parts)
    return "d-" + hashlib.sha256(text.encode()).hexdigest()[:8]


def judge(verdict: Verdict, one: Sequence[Anchor], other: Sequence[Anchor], who: str, when: str, why: str) -> Judgement:
    """A decision about names with its id. Raises `ValueError` where a side has no name."""
    if not one or bool(other) != (verdict != "nobody"):
        raise ValueError("a decision needs names on both sides, or, of nobody, on one")
    parts = (verdict, *(a.mention for a in one), "|", *(a.mention for a in other), who, when, why)
    return Judgement(decision_id(*parts), verdict, tuple(one), tuple(other), who, when, why)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file that stand, from the oldest to the newest; none where there is no file.

    Raises `DecisionError` with the file and the number of the entry.
    """
    standing: dict[str, Decision] = {}
    for number, row in enumerate(_entries(path), start=1):
        try:
            if "undo" in row:
                standing.pop(str(row["undo"]), None)
                continue
            decision = _read(row)
        except (KeyError, TypeError, ValueError) as error:
            raise DecisionError(f"{path}: entry {number}: {error!s}; correct it with an editor") from error
        standing[decision.id] = decision
    return tuple(standing.values())


def decision_ids(path: Path) -> frozenset[str]:
    """The ids of all decisions that a file ever had, also of those that were taken back. Raises `DecisionError`."""
    return frozenset(str(row["id"]) for row in _entries(path) if "id" in row)


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("entry", [])
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DecisionError(f"{path}: {error}; correct it with an editor") from error
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise DecisionError(f"{path}: decisions are entries under [[entry]]")
    return found


def _read(row: Any) -> Decision:
    said = {name: str(row[name]) for name in ("id", "who", "when", "why")}
    if row["kind"] == "correction":
        return FactCorrection(
            fact=str(row["fact"]),
            field=str(row["field"]),
            was=row.get("was"),
            value=row.get("value"),
            document=str(row["document"]),
            line=int(row["line"]),
            quote=str(row["quote"]),
            **said,
        )
    if row["kind"] == "settled":
        return Settlement(finding=str(row["finding"]), rule=str(row["rule"]), message=str(row["message"]), **said)
    if row["kind"] == "whose":
        return StatedCouncil(documents=tuple(str(key) for key in row["documents"]), council=str(row["council"]), **said)
    if row["kind"] not in ("same", "different", "nobody"):
        known = "“same”, “different”, “nobody”, “correction”, “whose” or “settled”"
        raise ValueError(f"kind is {known}, not “{row['kind']}”")
    return Judgement(verdict=row["kind"], one=_anchors(row["one"]), other=_anchors(row.get("other", ())), **said)


def _anchors(rows: Iterable[Any]) -> tuple[Anchor, ...]:
    return tuple(Anchor(str(r["mention"]), str(r["text"]), str(r["document"]), int(r["line"])) for r in rows)


def add_decision(path: Path, decision: Decision) -> None:
    """Adds a decision at the end of a file. Raises `OSError`."""
    _append(path, _block(decision))


def add_undo(path: Path, taken_back: str, who: str, when: str, why: str) -> None:
    """Adds the word that a decision is taken back. Raises `OSError`."""
    _append(path, _lines({"undo": taken_back, "who": who, "when": when, "why": why}))


def _append(path: Path, block: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else _HEAD
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text + block, "utf-8")
    fresh.replace(path)


def _block(decision: Decision) -> str:
    said = {"id": decision.id, "who": decision.who, "when": decision.when, "why": decision.why}
    if isinstance(decision, FactCorrection):
        names = ("fact", "field", "was", "value", "document", "line", "quote")
        return _lines({"kind": "correction"} | said | {name: getattr(decision, name) for name in names})
    if isinstance(decision, Settlement):
        about = {"finding": decision.finding, "rule": decision.rule, "message": decision.message}
        return _lines({"kind": "settled"} | said | about)
    if isinstance(decision, StatedCouncil):
        return _lines({"kind": "whose"} | said | {"council": decision.council, "documents": decision.documents})
    kind: dict[str, str | int | None] = {"kind": decision.verdict}
    text = _lines({**kind, **said})
    sides = (("one", decision.one), ("other", decision.other))
    for name, side in [(name, side) for name, side in sides if side]:
        rows = [
            f"  {{mention = {_quoted(a.mention)}, text = {_quoted(a.text)}, document = {_quoted(a.document)}, "
            f"line = {a.line}}},\n"
            for a in side
        ]
        text += f"{name} = [\n{''.join(rows)}]\n"
    return text


def _lines(fields: Mapping[str, str | int | Sequence[str] | None]) -> str:
    rows = [f"{name} = {_quoted(value)}" for name, value in fields.items() if value is not None]
    return "\n".join(["", "[[entry]]", *rows]) + "\n"


def _quoted(value: str | int | Sequence[str]) -> str:
    """A TOML value: JSON's escapes and arrays are TOML's."""
    return str(value) if isinstance(value, int) else json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
