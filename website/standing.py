"""Who is on a body at its last minutes, who was before, and the spells of people as the council's terms leave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..queries.catalogue import Row
from ..queries.tenures import Answer, OfBody, all_settled, who_sat
from .records import Body, Records


@dataclass(frozen=True)
class Standing:
    """The answers about tenures that pages of a site ask for, each made once."""

    records: Records

    @cached_property
    def _last_listed(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.records.last_listed:
            found[row["body_id"]].append(row)
        return found

    @cached_property
    def settled(self) -> Mapping[str, list[Row]]:
        """The settled spells of each body."""
        return {
            body.id: all_settled(self.records.spells_of_body.get(body.id, ()), self.ends(body))
            for body in self.records.bodies.values()
        }

    @cached_property
    def settled_of_person(self) -> Mapping[str, list[Row]]:
        """The settled spells of each person, in the order of time."""
        found: dict[str, list[Row]] = defaultdict(list)
        for rows in self.settled.values():
            for row in rows:
                if row["person_id"]:
                    found[row["person_id"]].append(row)
        for rows in found.values():
            rows.sort(key=lambda s: (s["from"], s["until"] or "9999", s["body"], s["role"]))
        return found

    def ends(self, body: Body) -> Sequence[str]:
        """The last days of the terms of a body's council."""
        return self.records.term_ends.get(body.scope, ())

    def at_last_minutes(self, body: Body) -> tuple[str | None, Answer]:
        """The day of a body's last minutes, and who sat on it then."""
        of = self.of_body(body)
        day = of.last_known
        if day is None:
            return None, Answer([], notes=["no minutes of this body are in the store"])
        return day, who_sat(of, day, day, self.ends(body))

    def of_body(self, body: Body) -> OfBody:
        """What is known of a body."""
        return OfBody(
            body=body.name,
            body_id=body.id,
            kind=body.kind,
            spells=self.records.spells_of_body.get(body.id, ()),
            last_listed=self._last_listed.get(body.id, ()),
            meetings=[
                {"date": m.date, "status": m.status, "loaded_before": None}
                for m in self.records.meetings_of_body.get(body.id, ())
                if m.date
            ],
        )
