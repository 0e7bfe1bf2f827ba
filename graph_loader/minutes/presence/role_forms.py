"""The roles of those who were there as they are to be given: without asides, counts and bodies, in the singular."""

from __future__ import annotations

from collections.abc import Iterable

from ...parsed_minutes import Attendance
from ..names.bodies import organisation_kind
from ..names.role_form import role_form


def with_role_forms(records: Iterable[Attendance]) -> list[Attendance]:
    """The records with their roles in that form; a body that stood with a role is where the person comes from."""
    return [_formed(record) for record in records]


def _formed(record: Attendance) -> Attendance:
    if record.role is None:
        return record
    form = role_form(record.role)
    if form.role == record.role:
        return record
    changed: dict[str, str | None] = {"role": form.role}
    if record.organisation is None and form.organisation:
        changed |= {"organisation": form.organisation, "organisation_kind": organisation_kind(form.organisation)}
    return record.model_copy(update=changed)
