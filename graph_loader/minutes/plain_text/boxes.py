"""Boxes with what they say beside them: `☑ Present ☐ Apologies` says Present, and nothing of apologies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layers import Edit

_LINE = re.compile(r"(?m)^[^\n|]*[☐☑☒][ \t\u00a0]*[^\W\d_][^\n|]*$")
"""A line with a box and a word after it; a box alone in a cell is a mark of its column."""
_BOX = re.compile(r"(?P<box>[☐☑☒])[ \u00a0]*(?P<said>[^☐☑☒\t\n]*)[ \t\u00a0]*")


def boxes(text: str) -> Iterator[Edit]:
    """Unticked boxes with what stands beside them; a line in which nothing is ticked goes, and is told of."""
    if "☐" not in text and "☑" not in text and "☒" not in text:
        return
    for line in _LINE.finditer(text):
        found = [box for box in _BOX.finditer(text, line.start(), line.end()) if box["said"].strip()]
        if not found:
            continue
        if all(box["box"] == "☐" for box in found):
            yield Edit(line.start(), line.end(), what="a line with a box that is not ticked")
            continue
        for box in found:
            if box["box"] == "☐":
                yield Edit(box.start(), box.end())
            else:
                before = text[line.start() : box.start()].rstrip()
                put = "- " if before and before[-1] not in ":-–" and before[-1] not in "☐☑☒" else ""
                yield Edit(box.start("box"), box.start("said"), put)
