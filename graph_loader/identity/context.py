"""A name as written with everything around it that can tell whom it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class NameInContext:
    """One mention: the name, the slot of the record that holds it, the record, and its meeting.

    `order` is where the record stands in its document; `properties` are the record's fields. `meeting_body` and
    `target_body` are the names of the body that met and of the one that an appointment is to: ids of mentions, and
    those of the bodies themselves once these are resolved.
    """

    id: str
    text: str
    of: str
    slot: str
    fact: str
    label: str
    meeting: str
    date: str | None
    order: int
    properties: Mapping[str, Any] = field(default_factory=dict)
    meeting_body: str | None = None
    target_body: str | None = None

    @property
    def position(self) -> tuple[str, str, int, str]:
        """Sorts mentions from the earliest: undated ones last."""
        return self.date or "9999", self.meeting, self.order, self.id
