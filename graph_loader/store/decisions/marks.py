"""The mark of what was touched, set in the transaction that touches it."""

from __future__ import annotations

MARK = (
    "WITH DISTINCT f.scope AS scope, m.id AS meeting WITH scope, collect(meeting) AS meetings "
    "MERGE (p:Pending {scope: scope}) SET p.meetings = coalesce(p.meetings, []) + meetings"
)
"""Marks the meetings `m` of facts `f`."""
