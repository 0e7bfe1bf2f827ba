"""Words of a Word document that nobody sees: white on the white page, or too small to be a letter."""

from __future__ import annotations

from typing import Any

from .styles import Styles, W, value

_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
_NO_FILL = frozenset({"", "auto", "FFFFFF", "none"})
_LEAST = 4
"""Half points: letters of two points and less are none that a person reads."""
_BOXES = frozenset({f"{W}txbxContent", f"{W}pict"})


def is_unseen(run: Any, own: Any, properties: Any, styles: Styles) -> bool:
    """Whether the letters of a run have the colour of the page behind them, or no size.

    Behind white letters may be the shading of the run, paragraph, cell or table, a highlight or the fill of a shape;
    where a table has a style, which may shade its rows, nothing is taken for unseen.
    """
    size = styles.of_run("sz", properties, own)
    if size is not None and size.isdecimal() and int(size) <= _LEAST:
        return True
    colour = styles.of_run("color", properties, own)
    if colour is None or colour.upper() not in _WHITE:
        return False
    if (
        styles.of_run("highlight", properties, own) not in {None, "none", "white"}
        or _shaded(own)
        or _shaded(properties)
    ):
        return False
    return not styles.is_shaded(properties, own) and not _behind(run)


def _behind(run: Any) -> bool:
    """Whether something with a colour of its own may stand behind a run: a cell, a table with a style, a shape."""
    for above in run.iterancestors():
        if above.tag in _BOXES:
            return True
        if above.tag == f"{W}tc" and _shaded(above.find(f"{W}tcPr")):
            return True
        if above.tag == f"{W}tbl":
            table = above.find(f"{W}tblPr")
            if value(table, "tblStyle") is not None or _shaded(table):
                return True
        if above.tag == f"{W}document":
            return above.find(f"{W}background") is not None
    return False


def _shaded(properties: Any) -> bool:
    return (value(properties, "shd", "fill") or "") not in _NO_FILL
