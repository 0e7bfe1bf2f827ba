"""What stays unread in real minutes: `python -m govgraph.benchmarks.unread`.

Parses every text file of a folder, counts the warnings by code, and says what share of the lines in sections that list
people no rule could read; the bar is 3 %. A document that raises anything but the error for people fails.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from govgraph.graph_loader.documents import DocumentError, read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.page.heads import PEOPLE_KINDS
from govgraph.graph_loader.minutes.page.layout import Layout
from govgraph.graph_loader.minutes.page.outline import Outline
from govgraph.graph_loader.minutes.page.view import View
from govgraph.graph_loader.minutes.plain_text import plain_text

BAR = 0.03


def main() -> int:
    """Counts and prints; 0 where the bar is reached and nothing raised, 1 where not, 2 where there are no minutes."""
    parser = argparse.ArgumentParser(description="What stays unread in real minutes.")
    beside = Path(__file__).resolve().parents[2] / "shared" / "minutes"
    parser.add_argument("--minutes", type=Path, default=beside, help="the folder with text files of minutes")
    folder: Path = parser.parse_args().minutes
    paths = sorted(folder.rglob("*.txt")) if folder.is_dir() else []
    if not paths:
        print(f"{folder}: no text files. Give a folder of minutes with --minutes DIR.", file=sys.stderr)
        return 2
    codes: Counter[str] = Counter()
    refused, raised, unread, lines = 0, 0, 0, 0
    for path in paths:
        try:
            document = read_document(path)
            found = parse(document)
        except DocumentError as error:
            refused += 1
            print(f"refused: {error}")
            continue
        except Exception as error:  # what this benchmark is to find
            raised += 1
            print(f"{path.name}: {type(error).__name__}: {error}")
            continue
        numbers = _people_lines(Layout(View(plain_text(document))))
        lines += len(numbers)
        for warning in (w for m in found for w in m.warnings):
            codes[warning.code] += 1
            if warning.code == "unparsed_line":
                unread += len(numbers & set(range(warning.span.line_start, warning.span.line_end + 1)))
    print(f"{len(paths)} documents, {refused} refused as no minutes, {raised} raised an exception")
    for code, number in codes.most_common():
        print(f"{code:28} {number:6d}")
    share = unread / lines if lines else 0.0
    print(f"lines in sections that list people: {lines}, read by no rule: {unread} ({share:.2%}; bar {BAR:.0%})")
    return 1 if raised or share >= BAR else 0


def _people_lines(layout: Layout) -> set[int]:
    """The numbers of the lines that sections listing people hold, blank ones left out."""
    document, whole = layout.view.document, len(layout.view.norm)
    numbers: set[int] = set()
    for section in Outline(layout, 0, whole).sections:
        if section.kind in PEOPLE_KINDS:
            first, last = document.line_at(section.start), document.line_at(max(section.start, section.end - 1))
            numbers |= {n for n in range(first, last + 1) if document.lines[n - 1].text.strip()}
    return numbers


if __name__ == "__main__":
    raise SystemExit(main())
