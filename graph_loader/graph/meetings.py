"""The meetings of a scope: what all documents of a meeting say of it together, and which body met."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .tenures.terms import earliest

STATED = ("own", "hour", "dates", "start", "end", "venue", "mode", "kind", "beside")
"""Of these the first document that says something counts."""

TOOK_PLACE = ("inquorate", "adjourned", "held")
"""What may have become of a meeting at which people came together; elsewhere nobody sat and nobody was missing."""

_STATUS = (*TOOK_PLACE, "cancelled", "announced", "register")
"""Of several documents of one meeting the one counts that says more: minutes before an agenda."""


def status_of(stated: Iterable[str | None]) -> str:
    """What became of a meeting, by what its documents say; one that says nothing is of a meeting that was held."""
    return min((s or "held" for s in stated), key=_STATUS.index, default="held")


def meeting_nodes(
    records: Iterable[tuple[str, str | None, Mapping[str, Any]]], scope: str
) -> dict[str, dict[str, Any]]:
    """The properties of every meeting by its id, from (meeting, date, fields) of its records, in their order.

    What was loaded before the day of its meeting cannot tell of a meeting that was held: it counts as announced, and
    `loaded_before` says when it was loaded.
    """
    found: dict[str, dict[str, Any]] = {}
    status: dict[str, list[str | None]] = {}
    loaded: dict[str, str] = {}
    for key, date, fields in records:
        meeting = found.setdefault(key, {"id": key, "scope": scope, "date": date})
        for name in STATED:
            if (value := fields.get(name)) and name not in meeting:
                meeting[name] = value
        early = bool(date and fields.get("loaded") and earliest(date) > fields["loaded"])
        status.setdefault(key, []).append("announced" if early else fields.get("status"))
        if early:
            loaded[key] = max(fields["loaded"], loaded.get(key, ""))
    for key, meeting in found.items():
        meeting["status"] = status_of(status[key])
        if key in loaded and meeting["status"] == "announced":
            meeting["loaded_before"] = loaded[key]
    return found
