"""Facts to names in context: what identity needs to know around every name as written."""

from __future__ import annotations

from collections.abc import Sequence

from ..identity import NameInContext
from .fact_rows import FactRow


def names_of(facts: Sequence[FactRow]) -> list[NameInContext]:
    """Every name of these facts, with its record, its meeting, and the name of the body that met."""
    met = {f.meeting: name.id for f in facts if f.label == "MeetingRecord" and (name := f.name("body"))}
    found = []
    for fact in facts:
        target = fact.name("body") if fact.label == "Appointment" else None
        found += [
            NameInContext(
                id=name.id,
                text=name.text,
                of=name.of,
                slot=name.slot,
                fact=fact.id,
                label=fact.label,
                meeting=fact.meeting,
                date=fact.date,
                order=fact.order,
                properties=fact.properties,
                meeting_body=met.get(fact.meeting),
                target_body=target.id if target else None,
            )
            for name in fact.names
        ]
    return sorted(found, key=lambda n: n.position)
