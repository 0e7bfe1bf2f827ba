"""Numbers of footnotes that were raised on the page and touch the name in the text taken from it: `Ruth Carver1`.

Only behind a name, and only where a line below begins with that number as a footnote does (`1 by telephone`), or where
the numbers behind several names count up from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ...lexicon.name_words import is_no_name
from .layers import Edit

_UPPER = "A-ZÀ-ÖØ-ÞĀ-Ž"
_GLUED = re.compile(
    rf"(?<![\w'’-])(?:[{_UPPER}][\w'’-]*\.?[ \u00a0]{{1,3}})(?P<word>[{_UPPER}][\w'’-]*[^\W\d_])(?P<n>[1-9]\d?)"
    r"(?!\w)(?![.:/-]\d)"
)
_NOTE = re.compile(r"(?m)^[ \t]*[\[(]?(?P<n>[1-9]\d?)(?:[\])][ \t]{0,4}|[ \t]{1,4})(?P<first>\w)")


def _are_counted(numbers: list[int]) -> bool:
    """Whether numbers behind several names count up from 1, as those of footnotes do: `Ada Reave1, Odo Brack2`."""
    firsts = list(dict.fromkeys(numbers))
    return len(firsts) > 1 and firsts == list(range(1, len(firsts) + 1))


def glued_notes(text: str) -> Iterator[Edit]:
    """The numbers behind names, and the footnotes themselves where they would go on a list: those are told of."""
    glued = [m for m in _GLUED.finditer(text) if not is_no_name(m["word"])]
    if not glued:
        return
    notes: dict[str, list[re.Match[str]]] = {}
    for note in _NOTE.finditer(text):
        notes.setdefault(note["n"], []).append(note)
    used: set[int] = set()
    counted = _are_counted([int(m["n"]) for m in glued])
    for m in glued:
        lines = notes.get(m["n"], [])
        at = bisect_right([note.start() for note in lines], m.end()) if lines else 0
        if at < len(lines):
            used.add(lines[at].start())
        if at < len(lines) or counted:
            yield Edit(m.start("n"), m.end("n"))
    for lines in notes.values():
        for note in lines:
            if note.start() in used and note["first"].islower():
                end = text.find("\n", note.end())
                yield Edit(note.start(), len(text) if end < 0 else end, what=f"the footnote {note['n']}")
