"""What the modules of `change/` must answer, computed by walking through the plain graph."""

from __future__ import annotations

from .expected import Given
from .graph import PlainGraph, Row


def lists(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for meeting in g.nodes("Meeting"):
        body = g.body_of(meeting)
        date = g.get(meeting, "date")
        if not body or not date or date > given["to"] or given.get("body_id") not in (None, g.get(body, "id")):
            continue
        facts = [f for _, f, _ in g.into(meeting, "AT")]
        away = [f for f in facts if g.is_a(f, "Attendance") and g.get(f, "status") in {"apologies", "absent"}]
        away.sort(key=lambda f: (g.get(f, "order"), g.get(f, "id")))
        records = sorted(g.get(f, "id") for f in facts if g.is_a(f, "MeetingRecord"))
        rows.append(
            {
                "body_id": g.get(body, "id"),
                "meeting_id": g.get(meeting, "id"),
                "date": date,
                "complete": bool(away),
                "people": sorted({g.get(p, "id") for _, p, _ in g.into(meeting, "ATTENDED")}),
                "facts": records + [g.get(f, "id") for f in away[:1]],
            }
        )
    return rows
