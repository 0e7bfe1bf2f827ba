"""Numbers of lines in the margin of pages, told by where they stand: outside the text, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..text.line_numbers import MarginLine, numbered
from .lines import TextLine, Word, lines_of
from .page_words import PageWords

_EDGE_SHARE = 0.04
"""Share of a page's lines that may begin further out than its text: numbers of pages, heads and feet."""
_APART = 2.0
"""Points between a number in the margin and the text."""
_COLUMN = 4.0
"""Points by which the numbers of one margin may be out of line, at their left or at their right."""


def without_line_numbers(pages: Sequence[PageWords]) -> list[PageWords]:
    """The pages without the numbers of their lines."""
    rows = [lines_of(page.words) for page in pages]
    for at_left in (True, False):
        lines: list[MarginLine] = []
        owners: list[Word | None] = []
        for page, page_rows in zip(pages, rows, strict=True):
            margin = _margin(page_rows, at_left=at_left)
            for row in page_rows:
                own = next((w for w in row.words if id(w) in margin), None)
                rest = " ".join(w.text for w in row.words if w is not own)
                lines.append(MarginLine(int(own.text) if own else None, rest, page.number))
                owners.append(own)
        lines, owners = _with_text_below(lines, owners)
        gone = {id(owners[i]) for i in numbered(lines, apart=True)}
        if gone:
            return [replace(p, words=tuple(w for w in p.words if id(w) not in gone)) for p in pages]
    return list(pages)


def _margin(rows: Sequence[TextLine], *, at_left: bool) -> frozenset[int]:
    """The ids of the numbers outside the text of a page, in one column."""
    ends = [row.words if at_left else row.words[::-1] for row in rows]
    texts = [next((w for w in words if not _is_number(w)), None) for words in ends]
    edges = sorted((w.x0 if at_left else -w.x1) for w in texts if w)
    numbers = [words[0] for words in ends if _is_number(words[0])]
    if not edges or len(numbers) < 2:
        return frozenset()
    edge = edges[min(len(edges) - 1, int(_EDGE_SHARE * len(edges)))]
    outside = [w for w in numbers if (w.x1 if at_left else -w.x0) + _APART <= edge]
    columns = [
        [w for w in outside if abs((w.x1 if by_end else w.x0) - (first.x1 if by_end else first.x0)) <= _COLUMN]
        for first in outside[:3]
        for by_end in (False, True)
    ]
    best: list[Word] = max(columns, key=lambda column: sum(1 for _ in column), default=[])
    return frozenset(map(id, best))


def _is_number(word: Word) -> bool:
    return word.text.isascii() and word.text.isdigit() and len(word.text) <= 4


def _with_text_below(
    lines: Sequence[MarginLine], owners: Sequence[Word | None]
) -> tuple[list[MarginLine], list[Word | None]]:
    """The lines, a number that stands a little above or below its text made one line with it."""
    kept_lines: list[MarginLine] = []
    kept_owners: list[Word | None] = []
    for line, own in zip(lines, owners, strict=True):
        before = kept_owners[-1] if kept_owners else None
        if before is not None and own is None and not kept_lines[-1].rest and kept_lines[-1].page == line.page:
            kept_lines[-1] = replace(kept_lines[-1], rest=line.rest)
            continue
        kept_lines.append(line)
        kept_owners.append(own)
    return kept_lines, kept_owners
