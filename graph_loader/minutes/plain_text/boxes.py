"""Boxes and ticks with what they say beside them: `☑ Present ☐ Apologies` says Present, and nothing of apologies.

A box with a cross is a ticked one, as Word draws it, unless the text has ticks as well: then it says no, as `✘` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from .layers import Edit

_TICKS, _CROSSED_BOX, _CROSSES, _EMPTY_BOXES = "☑✔✓✅🗹", "☒", "✘✗✕☓❌❎", "☐□"
_BRACKETS = r"\[[xX✓✔]\](?![(\[:])"
_EMPTY_BRACKETS = r"\[[ \u00a0]?\](?![(\[:])"
_ANY = re.compile(rf"[{_TICKS}{_CROSSED_BOX}{_EMPTY_BOXES}]|{_BRACKETS}|{_EMPTY_BRACKETS}")


@dataclass(frozen=True)
class _Signs:
    """The signs that say yes and no in one text."""

    yes: str
    no: str

    @classmethod
    def of(cls, text: str) -> _Signs:
        """The signs of a text: crosses say no only beside signs that say yes, else they are no marks at all."""
        ticked = any(sign in text for sign in _TICKS)
        yes = f"[{_TICKS}]" if ticked else f"[{_TICKS}{_CROSSED_BOX}]"
        no = f"[{_EMPTY_BOXES}{_CROSSED_BOX}{_CROSSES}]" if ticked else f"[{_EMPTY_BOXES}]"
        return cls(rf"(?:{yes}\ufe0f?|{_BRACKETS})", rf"(?:{no}\ufe0f?|{_EMPTY_BRACKETS})")

    @cached_property
    def either(self) -> str:
        """A pattern for a sign of either kind."""
        return f"(?:{self.yes}|{self.no})"

    @cached_property
    def line(self) -> re.Pattern[str]:
        """A line with a sign and words beside it; a sign alone in a cell is a mark of its column."""
        return re.compile(rf"(?m)^[^\n|]*{self.either}[^\n|]*$")

    @cached_property
    def box(self) -> re.Pattern[str]:
        """A sign with the words after it."""
        said = rf"(?:(?!{self.either})[^\t\n])*"
        return re.compile(rf"(?:(?P<ticked>{self.yes})|{self.no})[ \u00a0]{{0,2}}(?P<said>{said})[ \t\u00a0]*")


_SHORT = 80
"""Signs of a line that holds one name and one sign."""
_COLUMNS = re.compile(r"\t|\S[ \u00a0]{3}")
"""Gaps between columns: a sign in one is a mark of it."""
_WORD = re.compile(r"[^\W\d_]")


def boxes(text: str) -> Iterator[Edit]:
    """Unticked boxes with what stands beside them; a line in which nothing is ticked goes, and is told of."""
    if not _ANY.search(text):
        return
    signs = _Signs.of(text)
    for line in signs.line.finditer(text):
        found = list(signs.box.finditer(text, line.start(), line.end()))
        said = [box for box in found if _WORD.match(box["said"])]
        short = (len(found) > 1 or len(line[0]) < _SHORT) and not _COLUMNS.search(line[0])
        if not said and not (short and _WORD.search(text, line.start(), found[0].start())):
            continue
        if not any(box["ticked"] for box in found):
            yield Edit(line.start(), line.end(), what="a line with a box that is not ticked")
        elif _stand_behind(text, line.start(), found):
            yield from _before_signs(text, line.start(), found)
        else:
            yield from _after_signs(text, line.start(), said)


def _stand_behind(text: str, start: int, found: list[re.Match[str]]) -> bool:
    """Whether the signs of a line stand behind their words: `Cllr Bell ☑  Cllr Carver ☐`."""
    before = text[start : found[0].start()].rstrip()
    return not found[-1]["said"].strip() and bool(_WORD.search(before)) and not before.endswith((":", "-", "–"))


def _before_signs(text: str, start: int, found: list[re.Match[str]]) -> Iterator[Edit]:
    """What stands before each sign, up to the sign before; after a colon a list begins."""
    at = text.rfind(":", start, found[0].start()) + 1 or start
    for box in found:
        if box["ticked"]:
            yield Edit(box.start(), box.start("said"), "; ")
        else:
            yield Edit(at, box.start("said"))
        at = box.start("said")


def _after_signs(text: str, start: int, said: list[re.Match[str]]) -> Iterator[Edit]:
    first = True
    for box in said:
        if not box["ticked"]:
            yield Edit(box.start(), box.end())
        else:
            before = text[start : box.start()].rstrip()
            joint = "- " if first else "; "
            put = joint if not first or (before and before[-1] not in ":-–*+☐☑☒]") else ""
            first = False
            yield Edit(box.start(), box.start("said"), put)
