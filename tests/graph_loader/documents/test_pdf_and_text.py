"""Real minutes as PDF and as text give the same facts, but for the differences that docs/formats.md explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .facts import facts

ROOT = Path(__file__).resolve().parents[3]
MINUTES = ROOT.parent / "shared" / "minutes"
_ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<text>\d+) \| (?P<lost>\d+) \| (?P<extra>\d+) \|", re.MULTILINE)


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
        from_pdf, from_text = facts(pdf), facts(text)
        lost = sum((from_text[kind] - from_pdf[kind]).total() for kind in from_text)
        counts = lost, sum((from_pdf[kind] - from_text[kind]).total() for kind in from_text)
        if any(counts):
            differ[pdf.stem] = counts
    assert pairs == 25
    assert differ == told
