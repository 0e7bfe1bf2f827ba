"""What humans decided about names: a plain file that can be kept under version control, read by people and programs.

Each decision says who decided, when and why, and on which mentions: a few of either side, with their words and their
place, so that it outlives reloads and still means something when it is read years later.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

Verdict = Literal["same", "different"]

_HEAD = (
    "# Decisions of humans about names: whom they mean. govgraph appends to this file and reads it again; keep it\n"
    "# under version control. To take a decision back, use `govgraph identity undo ID`, or delete its block here.\n"
)


class JudgementError(Exception):
    """A file of decisions that cannot be read: which file, where, and what is wrong."""


@dataclass(frozen=True)
class Anchor:
    """A mention that a decision rests on: its id, its words, and where they stand."""

    mention: str
    text: str
    document: str
    line: int


@dataclass(frozen=True)
class Judgement:
    """A human's decision that two sides are one person, or that they are not."""

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
        what = "one person" if self.verdict == "same" else "different people"
        why = f": {self.why}" if self.why else ""
        return f"judged {what} by {self.who} on {self.when[:10]} ({self.id}){why}"


def new_judgement(
    verdict: Verdict, one: Sequence[Anchor], other: Sequence[Anchor], who: str, when: str, why: str
) -> Judgement:
    """A decision with its id, which follows from what it says."""
    parts = [verdict, *(a.mention for a in one), "|", *(a.mention for a in other), who, when, why]
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]
    return Judgement(f"j-{key}", verdict, tuple(one), tuple(other), who, when, why)


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The decisions of a file, in its order; none where there is no file. Raises `JudgementError`."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise JudgementError(f"{path}: {error}") from error
    rows = found.get("decision", [])
    return tuple(_read(path, number, row) for number, row in enumerate(rows, start=1))


def _read(path: Path, number: int, row: Any) -> Judgement:
    try:
        if row["verdict"] not in ("same", "different"):
            raise JudgementError(f"{path}: decision {number}: verdict is “same” or “different”, not “{row['verdict']}”")
        return Judgement(
            id=str(row["id"]),
            verdict=row["verdict"],
            one=_anchors(row["one"]),
            other=_anchors(row["other"]),
            who=str(row["who"]),
            when=str(row["when"]),
            why=str(row.get("why", "")),
        )
    except (KeyError, TypeError) as error:
        raise JudgementError(f"{path}: decision {number} has no {error}") from error


def _anchors(rows: Iterable[Any]) -> tuple[Anchor, ...]:
    return tuple(Anchor(str(r["mention"]), str(r["text"]), str(r["document"]), int(r["line"])) for r in rows)


def write_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Writes a file of decisions whole; it is replaced in one step. Raises `OSError`."""
    text = _HEAD + "".join(_block(j) for j in judgements)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def _block(judgement: Judgement) -> str:
    fields = [(name, getattr(judgement, name)) for name in ("id", "verdict", "who", "when", "why")]
    lines = ["", "[[decision]]", *(f"{name} = {_quoted(value)}" for name, value in fields)]
    for side in ("one", "other"):
        lines.append(f"{side} = [")
        lines += [
            f"  {{mention = {_quoted(a.mention)}, text = {_quoted(a.text)}, document = {_quoted(a.document)}, "
            f"line = {a.line}}},"
            for a in getattr(judgement, side)
        ]
        lines.append("]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@dataclass(frozen=True)
class Constraints:
    """What the decisions mean for names: groups that are one person, pairs of sides that are not.

    The newest decision counts: an older one that contradicts those after it is `overruled`.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    accepted: tuple[Judgement, ...] = ()
    overruled: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, judgements: Sequence[Judgement]) -> Constraints:
        """The constraints of decisions, given from the oldest to the newest."""
        groups: list[frozenset[str]] = []
        apart: list[tuple[frozenset[str], frozenset[str]]] = []
        accepted: list[Judgement] = []
        overruled: list[Judgement] = []
        for judgement in reversed(judgements):
            one, other = _ids(judgement.one), _ids(judgement.other)
            if judgement.verdict == "same":
                touched = [g for g in groups if g & (one | other)]
                whole = frozenset(one | other).union(*touched)
                if any(whole & a and whole & b for a, b in apart):
                    overruled.append(judgement)
                    continue
                groups = [g for g in groups if g not in touched] + [whole]
            else:
                if one & other or any(g & one and g & other for g in groups):
                    overruled.append(judgement)
                    continue
                apart.append((one, other))
            accepted.append(judgement)
        return cls(tuple(sorted(groups, key=sorted)), tuple(apart), tuple(accepted), tuple(overruled))

    @cached_property
    def _from(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for sides in self.apart:
            for here, there in (sides, sides[::-1]):
                for mention in here:
                    found[mention] = found.get(mention, frozenset()) | there
        return found

    @cached_property
    def _with(self) -> dict[str, frozenset[str]]:
        return {mention: group for group in self.together for mention in group}

    @cached_property
    def _reasons(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for judgement in self.accepted:
            for anchor in (*judgement.one, *judgement.other):
                found[anchor.mention] = (*found.get(anchor.mention, ()), judgement.reason)
        return found

    def kept_from(self, mention: str) -> frozenset[str]:
        """The mentions that a mention must not be one person with."""
        return self._from.get(mention, frozenset())

    def kept_with(self, mention: str) -> frozenset[str]:
        """The mentions that a mention must be one person with, itself among them; none where nobody said so."""
        return self._with.get(mention, frozenset())

    def reasons(self, mention: str) -> tuple[str, ...]:
        """What humans decided about a mention, in words, the newest first."""
        return self._reasons.get(mention, ())


NO_CONSTRAINTS = Constraints()
"""Nobody decided anything."""


def _ids(anchors: Iterable[Anchor]) -> frozenset[str]:
    return frozenset(a.mention for a in anchors)
