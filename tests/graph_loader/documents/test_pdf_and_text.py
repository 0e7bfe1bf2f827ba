"""Real minutes as PDF and as text give the same facts, but for the differences that docs/formats.md explains."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.documents import read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict

ROOT = Path(__file__).resolve().parents[3]
MINUTES = ROOT.parent / "shared" / "minutes"
KINDS = {
    "attendance": ("person", "status", "role", "capacity"),
    "substitutions": ("substitute", "absent"),
    "appointments": ("person", "body", "role", "action", "outcome"),
    "declarations": ("person", "item"),
    "motions": ("proposer", "seconder", "outcome"),
    "votes": ("person", "vote"),
}
_ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<text>\d+) \| (?P<lost>\d+) \| (?P<extra>\d+) \|", re.MULTILINE)


def _facts(path: Path) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for minutes in map(to_dict, parse(read_document(path))):
        heading = minutes["meeting"]
        found["meeting", _plain(heading["body"]), heading["date"], heading["start"], heading["end"]] += 1
        for kind, fields in KINDS.items():
            for record in minutes[kind]:
                found[(kind, *(_plain(record.get(field)) for field in fields))] += 1
    return found


def _plain(value: Any) -> Any:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value


@pytest.mark.skipif(not (MINUTES / "pdf").is_dir(), reason="the real minutes are not beside this checkout")
def test_a_pdf_gives_the_facts_of_its_text_or_the_table_says_why_not() -> None:
    """As many facts are missing in the PDF, and as many more are there, as the table says: no row is stale."""
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    told = {m["name"]: (int(m["lost"]), int(m["extra"])) for m in _ROW.finditer(page)}
    differ: dict[str, tuple[int, int]] = {}
    pairs = 0
    for pdf in sorted((MINUTES / "pdf").glob("*.pdf")):
        text = next(MINUTES.rglob(f"{pdf.stem}.txt"), None)
        if text is None:
            continue
        pairs += 1
        from_pdf, from_text = _facts(pdf), _facts(text)
        counts = (from_text - from_pdf).total(), (from_pdf - from_text).total()
        if any(counts):
            differ[pdf.stem] = counts
    assert pairs == 25
    assert differ == told
