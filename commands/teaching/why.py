"""`parse --why`: what the labellers say of one line, why, and which rule or model read what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ...actions.errors import UsageError
from ...graph_loader.documents import is_json, read_bytes, read_file
from ...graph_loader.minutes.labelling.why import Reason, reasons
from ...graph_loader.minutes.reading import readings
from ...graph_loader.parsed_minutes import ParsedMinutes, to_dict
from ...graph_loader.parsing import parse_file
from ...graph_loader.sources import Source
from ...graph_loader.stated import stated_for
from ...graph_loader.teaching.kept import labellers_for

COLUMNS = ("what", "text", "says", "sure", "instead", "for", "against")
_NAMED = ("person", "substitute", "proposer", "name", "title", "body", "text", "function", "date", "message")


def why(sources: Sequence[Source], number: int) -> list[dict[str, Any]]:
    """The rows about a line of the one document that is meant. Raises `UsageError` and what reading it raises."""
    if len(sources) != 1:
        raise UsageError(f"--why looks at a line of one document, and these are {len(sources)}; give one")
    source = sources[0]
    stated = stated_for(source.path, source.root)
    content = read_file(source.path, source.path.name)
    if is_json(content, source.path.name):
        raise UsageError(
            f"{source.path}: --why looks at a line of minutes, and this is parsed-minutes JSON; give the document"
        )
    document = read_bytes(content, source.path.name)
    if not 1 <= number <= len(document.lines):
        raise UsageError(
            f"--why {number}: the text of {source.path.name} has lines 1 to {len(document.lines)}, as --text prints"
        )
    rows: list[dict[str, Any]] = []
    models = labellers_for(source.path, source.root, stated.taught)
    if models is not None:
        for reading in readings(document):
            rows += [_told(reason) for reason in reasons(reading, models, number)]
    for minutes in parse_file(source, stated):
        rows += _records(minutes, number)
    return rows


def _told(reason: Reason) -> dict[str, Any]:
    """What a labeller says of the line or of a word, and why."""
    return {
        "what": reason.what,
        "text": reason.text,
        "says": reason.label,
        "sure": round(reason.sure, 3),
        "instead": f"{reason.instead} {reason.instead_sure:.3f}",
        "for": "; ".join(reason.for_),
        "against": "; ".join(reason.against),
    }


def _records(minutes: ParsedMinutes, number: int) -> Iterator[dict[str, Any]]:
    """The records that rest on a line, with the rule or model that read them."""
    told = to_dict(minutes)
    for kind, value in told.items():
        records = value if isinstance(value, list) else [value] if kind == "meeting" else []
        for record in records:
            if not isinstance(record, dict):
                continue
            spans = [record["span"], *(e["span"] for e in record.get("evidence", []))] if record.get("span") else []
            here = [span for span in spans if span["line_start"] <= number <= span["line_end"]]
            for span in here[:1]:
                named = next((str(record[name]) for name in _NAMED if record.get(name)), "")
                status = record.get("status") or record.get("action") or record.get("code") or ""
                yield {"what": kind, "text": named, "says": status, "for": span["rule"]} | dict.fromkeys(
                    ("sure", "instead", "against")
                )
