"""Boxes with what they say beside them: `☑ Present ☐ Apologies` says Present, and nothing of apologies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layers import Edit

_TICKED, _EMPTY = r"(?:[☑☒]|\[[xX✓✔]\](?![(\[:]))", r"(?:☐|\[[ \u00a0]?\](?![(\[:]))"
_EITHER = rf"(?:{_TICKED}|{_EMPTY})"
_LINE = re.compile(rf"(?m)^[^\n|]*{_EITHER}[ \t\u00a0]*[^\W\d_][^\n|]*$")
"""A line with a box and a word after it; a box alone in a cell is a mark of its column."""
_BOX = re.compile(rf"(?:(?P<ticked>{_TICKED})|{_EMPTY})[ \u00a0]*(?P<said>(?:(?!{_EITHER})[^\t\n])*)[ \t\u00a0]*")
_ANY = re.compile(_EITHER)


def boxes(text: str) -> Iterator[Edit]:
    """Unticked boxes with what stands beside them; a line in which nothing is ticked goes, and is told of."""
    if not _ANY.search(text):
        return
    for line in _LINE.finditer(text):
        found = [box for box in _BOX.finditer(text, line.start(), line.end()) if box["said"].strip()]
        if not found:
            continue
        if not any(box["ticked"] for box in found):
            yield Edit(line.start(), line.end(), what="a line with a box that is not ticked")
            continue
        for box in found:
            if not box["ticked"]:
                yield Edit(box.start(), box.end())
            else:
                before = text[line.start() : box.start()].rstrip()
                put = "- " if before and before[-1] not in ":-–*+☐☑☒]" else ""
                yield Edit(box.start(), box.start("said"), put)
