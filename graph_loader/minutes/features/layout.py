"""How a line is set: indentation, empty lines over it, number or bullet, capitals, columns, what ends it."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Line
from .steps import step_of

_INDENTS = (0, 3, 8, 16, 30)
_LENGTHS = (2, 4, 7, 12, 25, 60)


def layout(lines: Sequence[Line], at: int) -> list[str]:
    """The layout of a line, as features."""
    line = lines[at]
    letters = "".join(w.text for w in line.words if w.kind == "word")
    found = [
        f"indent{step_of(line.indent, _INDENTS)}",
        f"above{line.above}",
        f"words{step_of(len(line.words), _LENGTHS)}",
        f"last={line.words[-1].text if line.words[-1].kind == 'sign' else line.words[-1].kind}",
        f"gaps{min(3, sum(1 for w in line.words if w.kind == 'gap'))}",
        f"commas{min(3, sum(1 for w in line.words if w.text == ','))}",
    ]
    if line.wrapped:
        found.append("wrapped")
    if line.mark:
        found.append("numbered" if any(c.isdigit() for c in line.mark) else "marked")
    if letters.isupper() and len(letters) > 3:
        found.append("capitals")
    if at and abs(lines[at - 1].indent - line.indent) < 2:
        found.append("same_indent")
    if at + 1 < len(lines):
        found.append(f"below{lines[at + 1].above}")
    return found
