"""Findings of the audit that need nothing more: settled with a reason, and made open again."""

from __future__ import annotations

from ..graph_loader.decisions import Settlement, add_decision, add_undo, decision_id
from ..graph_loader.store import Store
from ..queries.audit import audit
from .decisions_file import DecisionsFile, now
from .errors import UnknownId, UsageError


def settle(store: Store, file: DecisionsFile, finding: str, who: str, why: str) -> Settlement:
    """Marks a finding as looked at, with a reason. Raises `UsageError` without one, and `UnknownId`."""
    if not why.strip():
        raise UsageError("say why with --why: whoever reads the next audit will ask")
    row = next((r for r in audit(store) if r["finding"] == finding and r["verdict"] == "finding"), None)
    if row is None:
        raise UnknownId(f"the audit has no finding “{finding}”; `govgraph audit` shows them")
    moment = now()
    key = decision_id("settled", finding, who, moment, why.strip())
    settlement = Settlement(key, finding, row["rule"], row["message"], who, moment, why.strip())
    add_decision(file.path, settlement)
    return settlement


def reopen(file: DecisionsFile, finding: str, who: str, why: str) -> None:
    """Makes a settled finding open again. Raises `UnknownId`."""
    standing = file.settlements()
    if finding not in standing:
        raise UnknownId(f"{file.path} does not have “{finding}” as settled; `govgraph settle` lists what is")
    add_undo(file.path, standing[finding].id, who, now(), why.strip())
