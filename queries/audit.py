"""The audit: every rule a file of `audit/`, its verdicts with the quotation behind each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from ..graph_loader.graph.roles import chairing_roles, office_words
from ..graph_loader.records import digest
from ..graph_loader.store import Store
from . import profiles
from .catalogue import Module, QueryError, Row, catalogue, module, run
from .evidence import with_evidence
from .lasting import last_days

Severity = Literal["high", "medium", "low"]
Verdict = Literal["finding", "ok", "not_enough_evidence"]

_ORDER = {"finding": 0, "not_enough_evidence": 1, "ok": 2}
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")


_NEEDED = frozenset({"finding", "verdict", "severity", "rule", "person_id", "body_id", "date", "message"})
"""What the rows of a former audit must have: all by which an audit is narrowed and shown."""


@dataclass(frozen=True)
class Rule:
    """An audit rule: what it looks for, what it rests on, how serious a finding is, what it needs, what settles it.

    `profile` is the line of a profile that settles what the rule cannot judge for want of it, and `lacks` says so; none
    for rules that no profile can help.
    """

    name: str
    title: str
    rests_on: str
    severity: Severity
    needs: str
    settles: str
    profile: str | None = None
    lacks: str | None = None


@dataclass(frozen=True)
class Unjudged:
    """The cases that a rule could not judge: how many, and how many of them a profile would settle."""

    rule: Rule
    count: int
    by_profile: int

    @property
    def settled_by(self) -> tuple[str, ...]:
        """What would settle the cases: a profile, and what settles those that no profile helps."""
        profile = f"a profile with `{self.rule.profile}:` would settle {self.by_profile}" if self.by_profile else ""
        others = f"to settle: {_inside(self.rule.settles)}" if self.count > self.by_profile else ""
        return tuple(part for part in (profile, others) if part)

    def __str__(self) -> str:
        """The rule, how many, why, and what would settle them."""
        parts = [f"{self.rule.name}: {self.count} not judged"]
        if self.by_profile:
            parts[0] += f", since {self.rule.lacks}"
        if others := self.count - self.by_profile:
            parts.append(f"{f'{others} need' if self.by_profile else 'needed'}: {_inside(self.rule.needs)}")
        return "; ".join([*parts, *self.settled_by])


def rules() -> list[Rule]:
    """All audit rules, in the order of their names."""
    return [_rule(m) for m in catalogue().values() if m.folder == "audit"]


def rule(name: str) -> Rule:
    """A rule by its name. Raises `QueryError` where there is none."""
    found = next((r for r in rules() if r.name == name), None)
    if found is None:
        raise QueryError(f"there is no audit rule “{name}”; `govgraph audits` lists them")
    return found


def _rule(module: Module) -> Rule:
    more = module.more
    severity = cast(Severity, more["severity"])
    settled = (more["needs"], more["settles"], more.get("profile"), more.get("lacks"))
    return Rule(module.name, module.title, more["rests_on"], severity, *settled)


def audit(store: Store, names: Sequence[str] = (), every: bool = False, profile: str | None = None) -> list[Row]:
    """What the rules say: one row a verdict, with rule, severity and evidence; findings first, by severity and date.

    `settled_by` says what would settle a finding or a case that could not be judged: the line of a profile if it lacks.
    `finding` is the id of the case: the same for the same rule, body, person, day and facts, whatever else there is.

    A rule that finds nothing gives one row: `ok` with how many cases it looked at, or `not_enough_evidence` where there
    was no case to look at. `every` gives a row for each case that is in order as well. `profile` is the name or file of
    a council's own rules; without it, for each council, the one that its folder states or that is made for it.
    Raises `QueryError`.
    """
    return in_order(store, audit_rules(store, names, every, profile))


def audit_rules(
    store: Store, names: Sequence[str] = (), every: bool = False, profile: str | None = None
) -> Iterator[list[Row]]:
    """What each rule says, rule by rule, as yet without evidence; as `audit`."""
    asked = [rule(name) for name in names] if names else rules()
    given = parameters(store, profile)
    for one in asked:
        rows = _of_rule(store, one, every, given)
        for row in rows:
            row["finding"] = finding_id(row)
            lacks = row.pop("lacks", None)
            row["settled_by"] = None if row["verdict"] == "ok" else _by_profile(one) if lacks else one.settles
        yield rows


def in_order(store: Store, by_rule: Iterable[list[Row]]) -> list[Row]:
    """The rows of all rules, with evidence: findings first, by severity and date."""
    return with_evidence(store, sorted((row for rows in by_rule for row in rows), key=_place))


def finding_id(row: Row) -> str:
    """The id of a case that a rule tells of."""
    said = (row["rule"], row["body_id"], row["person_id"], row["date"], *sorted(row["facts"]))
    return "a-" + digest(*(part or "-" for part in said))[:8]


def _place(row: Row) -> tuple[int, int, str, str, str, str]:
    worst = SEVERITIES.index(row["severity"]) if row["verdict"] == "finding" else 0
    said = (row["date"] or "", row["rule"], row["body"] or "", row["message"])
    return (
        _ORDER[row["verdict"]],
        worst,
        *(said if row["verdict"] == "finding" else (row["rule"], said[0], *said[2:])),
    )


def not_judged(rows: Sequence[Mapping[str, Any]]) -> list[Unjudged]:
    """Of each rule that could not judge some of these cases: how many, and what would settle them."""
    counts: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["verdict"] == "not_enough_evidence":
            counts.setdefault(row["rule"], []).append(row)
    return [
        Unjudged(rule(name), len(of), sum(row.get("settled_by") == _by_profile(rule(name)) for row in of))
        for name, of in sorted(counts.items())
    ]


def _by_profile(one: Rule) -> str:
    return f"A profile with `{one.profile}:`"


def _inside(sentence: str) -> str:
    """A sentence as the rest of another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def in_short(rows: Sequence[Row], settled: int = 0) -> str:
    """What an audit found, in a line."""
    found = Counter(row["severity"] for row in rows if row["verdict"] == "finding")
    parts = [f"{found[severity]} {severity}" for severity in SEVERITIES]
    open_ = sum(row["verdict"] == "not_enough_evidence" for row in rows)
    line = f"{sum(found.values())} findings: {', '.join(parts)}; {open_} cases could not be judged"
    return line + (f"; {settled} settled are left out" if settled else "")


def compared(rows: Sequence[Row], before: Sequence[Mapping[str, object]]) -> tuple[list[Row], list[Row]]:
    """The rows of an audit with `since`, `new` or `open`, for findings; and the findings of `before` that are gone.

    `before` are the rows of a former audit. Raises `QueryError` where they are none.
    """
    if not all(isinstance(row, Mapping) and set(row) >= _NEEDED for row in before):
        raise QueryError("what to compare with is no audit: give what `govgraph audit --format json` wrote")
    had = {row["finding"]: row for row in before if row["verdict"] == "finding"}
    now = {row["finding"] for row in rows if row["verdict"] == "finding"}
    told = [
        row | {"since": ("open" if row["finding"] in had else "new") if row["verdict"] == "finding" else None}
        for row in rows
    ]
    return told, [dict(row) | {"since": "gone"} for key, row in had.items() if key not in now]


def parameters(store: Store, profile: str | None) -> Row:
    """What rules may ask for besides the graph: what profiles say, the words for whoever presides."""
    chosen = profiles.by_scope(store, profile)
    return {
        "profile": profiles.rows(store, chosen),
        "offices": list(chairing_roles()),
        "every_office": list(office_words()),
        "until": last_days(store, profiles.ends_of(chosen)),
    }


def _of_rule(store: Store, one: Rule, every: bool, given: Row) -> list[Row]:
    asked = {name: given[name] for name in module(one.name).params}
    found = [row | {"rule": one.name, "severity": one.severity} for row in run(store, one.name, **asked)]
    found.sort(key=lambda r: _ORDER[r["verdict"]])
    telling = [r for r in found if r["verdict"] != "ok"]
    fine = [r for r in found if r["verdict"] == "ok"]
    if every and found:
        return found
    if telling:
        return telling
    verdict: Verdict = "ok" if fine else "not_enough_evidence"
    message = f"{len(fine)} cases looked at, nothing found" if fine else f"nothing in the store to look at: {one.needs}"
    return [_empty(one, verdict, message)]


def _empty(one: Rule, verdict: Verdict, message: str) -> Row:
    nothing = dict.fromkeys(("person", "person_id", "body", "body_id", "date"))
    return {"verdict": verdict, **nothing, "message": message, "facts": [], "rule": one.name, "severity": one.severity}
