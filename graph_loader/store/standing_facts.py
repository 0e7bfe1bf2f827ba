"""The current facts that identity and the derived layer rest on, as a store gives them back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..graph.fact_rows import FactRow, NameRow
from .write import Ask

READ_LABELS = (
    "MeetingRecord|Attendance|Substitution|Appointment|Departure|Registration|Declaration|Motion|Vote|Delegation"
    "|Contribution|Naming|BodyChange|OtherName|PreviousMinutes"
)

_NAMES = (
    "CALL (f) { OPTIONAL MATCH (f)-->(n:Mention) WITH n ORDER BY n.id "
    "RETURN collect([n.id, n.slot, n.of, n.text]) AS names } "
)
_MEANT = (
    "CALL (f) { OPTIONAL MATCH (f)-->(n:Mention) WITH n ORDER BY n.id "
    "RETURN collect([n.id, n.slot, n.of, n.text, head([(n)-[:REFERS_TO]->(e) | e.id]), "
    "[(n)-[:MAY_BE]->(e) | e.id]]) AS names } "
)
_RETURN = (
    "CALL (f) { OPTIONAL MATCH (f:MeetingRecord)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(v:Version) "
    "RETURN left(max(v.loaded), 10) AS loaded } "
    "RETURN f.id AS id, labels(f) AS labels, m.id AS meeting, names, "
    "f {.*, text: null, loaded: loaded} AS properties ORDER BY id"
)


def facts_of(ask: Ask, scope: str) -> list[FactRow]:
    """The facts of a scope."""
    found = ask(
        f"MATCH (f:Fact {{scope: $scope}}) WHERE f.wrong IS NULL AND (f:{READ_LABELS}) "
        "MATCH (f)-[:AT|MADE_AT]->(m:Meeting) " + _NAMES + _RETURN,
        scope=scope,
    )
    return [_fact(row) for row in found]


def facts_at(ask: Ask, meetings: Sequence[str]) -> list[FactRow]:
    """The facts told at some meetings."""
    found = ask(
        "UNWIND $meetings AS meeting MATCH (m:Meeting {id: meeting})<-[:AT|MADE_AT]-(f:Fact) "
        f"WHERE f.wrong IS NULL AND (f:{READ_LABELS}) " + _NAMES + _RETURN,
        meetings=list(meetings),
    )
    return [_fact(row) for row in found]


def meant_at(ask: Ask, match: str, **parameters: Any) -> tuple[list[FactRow], dict[str, str], dict[str, list[str]]]:
    """The facts `f` at meetings `m` that a pattern of the schema finds, what the names in them mean, or may mean."""
    found = ask(f"{match} WITH DISTINCT f, m WHERE f.wrong IS NULL " + _MEANT + _RETURN, **parameters)
    meant = {name[0]: name[4] for row in found for name in row["names"] if name[4]}
    perhaps = {name[0]: sorted(name[5]) for row in found for name in row["names"] if name[5]}
    return [_fact(row) for row in found], meant, perhaps


def _fact(row: dict[str, Any]) -> FactRow:
    return FactRow(
        row["id"],
        next(label for label in row["labels"] if label != "Fact"),
        row["meeting"],
        row["properties"].get("date"),
        row["properties"]["order"],
        row["properties"],
        tuple(NameRow(*name[:4]) for name in row["names"] if name[0]),
    )
