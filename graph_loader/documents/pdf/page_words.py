"""What a page shows: its words with their places and its ruled tables, and what of it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.utils.text import extract_words

from ..symbols import as_printed
from .annotations import Added, Box, added_to, struck_on
from .letters import joined_letters, with_drop_capitals
from .lines import Word
from .signs import Sign, once, without_raised_marks, without_watermarks
from .strokes import struck_by_lines
from .tables import RuledTable, tables_on

_HALF_LINE = 5.0


@dataclass(frozen=True)
class PageWords:
    """The words of a page in no order, and its tables from top to bottom.

    `outside` counts the words that begin or end beyond the page, `raised_marks` the words that lost the mark of a
    footnote, `struck` those struck out; `stamps` say what was drawn across the text. `added` is what people put in.
    """

    number: int
    height: float
    words: tuple[Word, ...]
    tables: tuple[RuledTable, ...]
    outside: int
    stamps: tuple[str, ...]
    raised_marks: int
    struck: int
    has_pictures: bool
    added: Added


def words_on(page: Any) -> PageWords:
    """The words of a page of pdfplumber."""
    signs = once(_as_printed(page.chars))
    signs, struck = _without_struck(signs, [*struck_on(page), *struck_by_lines(page, signs)])
    signs, stamps = without_watermarks(signs)
    level, turned, slanted = _by_direction(signs)
    if slanted:
        stamps = [*stamps, "".join(sign["text"] for sign in slanted).strip()]
    level, marks = without_raised_marks(level)
    words = [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in _words(level)]
    words = with_drop_capitals(joined_letters(words))
    for direction, side in turned.items():
        for w in _words([{**sign, "upright": False} for sign in side], char_dir_rotated=direction):
            middle = (w["top"] + w["bottom"]) / 2
            words.append(Word(w["text"], w["x0"], w["x1"], middle - _HALF_LINE, middle + _HALF_LINE))
    left, _, right, _ = page.bbox
    seen = [w for w in words if w.x0 >= left - 1 and w.x1 <= right + 1]
    outside = len(words) - len(seen)
    added = added_to(page, seen)
    seen += added.words
    tables = tables_on(page, seen) if page.rects or page.lines or page.curves else []
    return PageWords(
        number=page.page_number,
        height=float(page.height),
        words=tuple(seen),
        tables=tuple(tables),
        outside=outside,
        stamps=tuple(stamp for stamp in stamps if stamp),
        raised_marks=marks,
        struck=struck,
        has_pictures=bool(page.images),
        added=added,
    )


def _as_printed(signs: Sequence[Sign]) -> list[Sign]:
    """The signs, those of symbol fonts as they look."""
    return [{**s, "text": shown} if (shown := as_printed(s["text"], s["fontname"])) != s["text"] else s for s in signs]


def _words(signs: Sequence[Sign], **options: Any) -> list[dict[str, Any]]:
    found = extract_words(list(signs), x_tolerance_ratio=0.15, y_tolerance=2, **options)
    return [w for w in found if w["text"].strip()]


def _without_struck(signs: Sequence[Sign], boxes: Sequence[Box]) -> tuple[list[Sign], int]:
    """The signs without those in the middle of a stretch struck out, and how many words these made."""
    if not boxes:
        return list(signs), 0
    kept: list[Sign] = []
    gone: list[Sign] = []
    for sign in signs:
        x, y = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
        inside = any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in boxes)
        (gone if inside else kept).append(sign)
    return kept, len(_words(gone)) if gone else 0


def _by_direction(signs: Sequence[Sign]) -> tuple[list[Sign], dict[str, list[Sign]], list[Sign]]:
    """The signs of level text, those of text turned by a quarter, upwards or downwards, and those of a slanted stamp.

    Slanted signs on a page without others are its text.
    """
    level: list[Sign] = []
    slanted: list[Sign] = []
    turned: dict[str, list[Sign]] = {}
    for sign in signs:
        a, b = sign["matrix"][:2]
        if abs(b) <= 0.2 * abs(a):
            level.append(sign)
        elif abs(a) <= 0.2 * abs(b):
            turned.setdefault("btt" if b > 0 else "ttb", []).append(sign)
        else:
            slanted.append(sign)
    return (level, turned, slanted) if level or turned else (slanted, {}, [])
