"""The audit: findings by how serious they are, then in one line a rule what could not be judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from ...queries.audit import not_judged, rules
from ..page import Page
from ..wording import SEVERITIES
from .context import Context


def pages(context: Context) -> Iterator[Page]:
    """The page of the audit."""
    yield Page("audit/index.html", "audit", partial(content, context))


def content(context: Context) -> Mapping[str, Any]:
    """The findings, by how serious they are and by rule, and what could not be judged."""
    about = {rule.name: rule for rule in rules()}
    groups = []
    for severity, title in SEVERITIES.items():
        by_rule: dict[str, list[Mapping[str, Any]]] = {}
        for row in context.records.findings:
            if row["severity"] == severity:
                by_rule.setdefault(row["rule"], []).append(context.finding(row))
        of = [
            {
                "title": about[name].title,
                "rests_on": about[name].rests_on,
                "settles": about[name].settles,
                "findings": found,
            }
            for name, found in sorted(by_rule.items())
        ]
        groups.append({"severity": severity, "title": title, "count": sum(len(r["findings"]) for r in of), "rules": of})
    return {"title": "Audit", "groups": groups, "unjudged": _unjudged(context)}


def _unjudged(context: Context) -> list[Mapping[str, Any]]:
    """The rules without enough evidence in some cases: in how many, and what would settle them."""
    return [
        {"title": one.rule.title, "count": one.count, "settles": "; ".join(one.settled_by)}
        for one in not_judged(context.records.audit)
    ]
