"""Real minutes as PDF and as text give the same facts, but for the differences that docs/formats.md explains."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .facts import facts

ROOT = Path(__file__).resolve().parents[3]
MINUTES = ROOT.parent / "shared" / "minutes"
_ROW = re.compile(r"^\| `(?P<name>[^`]+)` \| (?P<text>\d+) \| (?P<lost>\d+) \| (?P<extra>\d+) \|", re.MULTILINE)


TOLD = {
    m["name"]: (int(m["lost"]), int(m["extra"]))
    for m in _ROW.finditer((ROOT / "docs" / "formats.md").read_text("utf-8"))
}
"""Of each PDF that differs from its text, how many facts are missing and how many more are there."""
TEXTS = {path.stem: path for path in sorted(MINUTES.rglob("*.txt"))}
PAIRS = [(pdf, TEXTS[pdf.stem]) for pdf in sorted((MINUTES / "pdf").glob("*.pdf")) if pdf.stem in TEXTS]
IN_EVERY_RUN = 5
"""Every such pair is read in every run, the others in the long one."""

beside = pytest.mark.skipif(not PAIRS, reason="the real minutes are not beside this checkout")


@beside
def test_every_row_of_the_table_is_of_a_pair() -> None:
    assert len(PAIRS) == 25
    assert set(TOLD) <= {pdf.stem for pdf, _ in PAIRS}


@beside
@pytest.mark.parametrize(
    ("pdf", "text"),
    [
        pytest.param(pdf, text, id=pdf.stem, marks=[pytest.mark.long] if at % IN_EVERY_RUN else [])
        for at, (pdf, text) in enumerate(PAIRS)
    ],
)
def test_a_pdf_gives_the_facts_of_its_text_or_the_table_says_why_not(pdf: Path, text: Path) -> None:
    """As many facts are missing in the PDF, and as many more are there, as the table says: no row is stale."""
    from_pdf, from_text = facts(pdf), facts(text)
    lost = sum((from_text[kind] - from_pdf[kind]).total() for kind in from_text)
    extra = sum((from_pdf[kind] - from_text[kind]).total() for kind in from_text)
    assert (lost, extra) == TOLD.get(pdf.stem, (0, 0))
