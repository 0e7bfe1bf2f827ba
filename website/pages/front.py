"""The front page: what is in the site, how complete it is, and what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from ...queries.tenures import in_words
from ..page import Page
from ..wording import BODY_KINDS, SEVERITIES
from .context import Context

_LATEST = 8


def pages(context: Context) -> Iterator[Page]:
    """The front page."""
    yield Page("index.html", "front", partial(_content, replace(context, shown=context.at_root)))


def _content(context: Context) -> Mapping[str, Any]:
    records, shown = context.records, context.shown
    held = [m for m in records.meetings.values() if m.took_place]
    states = Counter(row["state"] for row in records.coverage)
    severities = Counter(row["severity"] for row in records.findings)
    vacant = sum(
        row["state"] == "vacant" and (row["until"] is None or not row["to"])
        for rows in context.standing.settled.values()
        for row in rows
    )
    latest = sorted(held, key=lambda m: (m.date, m.start, m.id), reverse=True)[:_LATEST]
    return {
        "title": "",
        "counts": [
            ("documents", len(records.documents), "documents/index.html"),
            ("meetings", len(held), "meetings/index.html"),
            ("people", len(records.people), "people/index.html"),
            ("bodies", len(records.bodies), "bodies/index.html"),
        ],
        "run": {"held": states["held"] + states["adjourned"], "missing": states["missing"]},
        "announced": states["announced"],
        "inquorate": states["inquorate"],
        "cancelled": states["cancelled"],
        "without_text": sum(d.text is None for d in records.documents.values()),
        "warnings": sum(f.kind == "Warning" for f in records.facts.values()),
        "withheld": len(records.withheld),
        "findings": [(severity, severities[severity]) for severity in SEVERITIES],
        "open_names": len(records.open_names),
        "vacant": vacant,
        "latest": [
            {
                "link": shown.meeting(m),
                "body": shown.body(m.body) if m.body else "no body named",
                "present": sum(
                    f.kind == "Attendance" and f.get("status") == "present"
                    for f in records.facts_of_meeting.get(m.id, ())
                ),
            }
            for m in latest
        ],
        "changes": context.changes(sorted(records.changes, key=lambda r: r["date"], reverse=True)[:_LATEST], body=True),
        "bodies": _met_most(context),
        "serious": [context.finding(row) for row in records.findings if row["severity"] == "high"][:4],
    }


def _met_most(context: Context) -> list[Mapping[str, Any]]:
    """The bodies whose minutes the store has, those with most meetings first."""
    found: list[dict[str, Any]] = []
    for body in context.records.bodies.values():
        met = [m.date for m in context.records.meetings_of_body.get(body.id, ()) if m.took_place and m.date]
        if met:
            found.append(
                {
                    "name": context.shown.body(body.id),
                    "kind": body.kind,
                    "kind_words": BODY_KINDS.get(body.kind, "Body"),
                    "meetings": len(met),
                    "last": in_words(max(met)),
                    "sort": (-len(met), body.name, body.id),
                }
            )
    found.sort(key=lambda row: row["sort"])
    return [*found[:12]]
