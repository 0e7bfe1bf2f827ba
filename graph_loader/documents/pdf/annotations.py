"""What people add to the pages of a PDF: values of form fields, text typed onto the page, notes stuck to it.

A value stands in the text where it stands on the page, as one word, with its lines in it: the printed label is beside
or above it. What has no place on the page, such as a note behind a sign, follows the page's text in lines of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from . import form_fields, objects
from .lines import Word

_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5
_COMMENTS = {
    "Text",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Caret",
    "Square",
    "Circle",
    "Line",
    "Ink",
    "Polygon",
}
_MOST = 5_000
"""Annotations of a page that are looked at."""
_LETTER = 0.48
"""Heights of a letter that it is wide, roughly."""
_NEAR = 30.0
"""Points from a tick box within which its printed label stands."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""


@dataclass
class Added:
    """What is added to a page.

    `words` are values in their places, `lines` what follows the text, `unread` what could not be read, in words;
    `fields` and `empty` count the fields of a form and those left empty, `seen` holds the ids of all.
    """

    words: list[Word] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    fields: int = 0
    empty: int = 0
    seen: set[int] = field(default_factory=set)


def added_to(page: Any, printed: Sequence[Word]) -> Added:
    """What is added to a page of pdfplumber on which these words are printed."""
    added = Added()
    height = median(word.height for word in printed) if printed else 11.0
    for reference in objects.items(page.page_obj.annots)[:_MOST]:
        annotation = objects.dictionary(reference)
        kind = objects.name(annotation.get("Subtype"))
        if int(objects.number(annotation.get("F"))) & (_HIDDEN | _NO_VIEW):
            if kind == "Widget":
                added.seen |= {id(annotation), id(objects.dictionary(annotation.get("Parent")))}
            continue
        box = _box(page, annotation)
        if kind == "Widget":
            _add_field(added, annotation, box, height, printed)
        elif kind == "FreeText":
            said = objects.text(annotation.get("Contents")) or objects.rich_text(annotation.get("RC"))
            if said and box:
                _place(added, said, box, height, from_top=True)
            elif not said:
                added.unread.append("text typed onto the page")
        elif kind == "Stamp":
            added.unread.append(f"a stamp “{objects.name(annotation.get('Name')) or 'without a name'}”")
        elif kind in _COMMENTS:
            said = objects.text(annotation.get("Contents"))
            if said and not objects.text(annotation.get("State")):
                added.lines += ["", *f"Note: {said}".split("\n")]
    return added


def _add_field(added: Added, widget: dict[str, Any], box: Box | None, height: float, printed: Sequence[Word]) -> None:
    added.seen |= {id(widget), id(objects.dictionary(widget.get("Parent")))}
    found, label = form_fields.value(widget), form_fields.label(widget)
    if not form_fields.is_tick(widget):
        added.fields += 1
        added.empty += not found
    if not found:
        return
    if box is None:
        if found != form_fields.UNTICKED:
            added.lines += f"{label}: {found}".removeprefix(": ").split("\n")
        return
    if form_fields.is_tick(widget):
        label = form_fields.ticked_state(widget) or label
        if label and not _is_labelled(label, box, printed):
            found = f"{found} {label}"
    elif not printed and label:
        found = f"{label}: {found}"
    elif _is_printed(found, box, printed):
        return
    _place(added, found, box, height, from_top=form_fields.is_multiline(widget))


def _place(added: Added, said: str, box: Box, height: float, *, from_top: bool) -> None:
    """Puts a value into its box: in the middle of its height, or, where more lines may follow, at its top."""
    left, top, right, bottom = box
    tall = min(height, bottom - top)
    begin = min(top + 2, bottom - tall) if from_top else (top + bottom - tall) / 2
    width = _LETTER * height * max(len(line) for line in said.split("\n"))
    added.words.append(Word(said, left + 1, max(left + 2, min(right, left + 1 + width)), begin, begin + tall))


def _is_labelled(label: str, box: Box, printed: Sequence[Word]) -> bool:
    """Whether something is printed right of a tick box, or its label heads the column in which it stands."""
    left, top, right, bottom = box
    middle, across = (top + bottom) / 2, (left + right) / 2
    first = label.split(maxsplit=1)[0].casefold()
    return any(
        (w.top <= middle <= w.bottom and 0 <= w.x0 - right < _NEAR)
        or (w.bottom <= top and w.x0 - 5 <= across <= w.x1 + 5 and w.text.casefold().startswith(first))
        for w in printed
    )


def _is_printed(found: str, box: Box, printed: Sequence[Word]) -> bool:
    """Whether the page itself shows the value in its box, as after a form was flattened."""
    left, top, right, bottom = box
    inside = {w.text for w in printed if top <= (w.top + w.bottom) / 2 <= bottom and left - 2 <= w.x0 <= right}
    return bool(inside) and all(word in inside for word in found.split()[:5])


def _box(page: Any, annotation: dict[str, Any]) -> Box | None:
    """The place of an annotation on the page; none where it has none, or one without extent."""
    corners = [objects.number(corner) for corner in objects.items(annotation.get("Rect"))]
    return _on_page(page, corners) if len(corners) == 4 else None


def _on_page(page: Any, corners: Sequence[float]) -> Box | None:
    points = [_turned(page, x, y) for x, y in zip(corners[::2], corners[1::2], strict=True)]
    across, up = [x for x, _ in points], [y for _, y in points]
    box = min(across), page.height - max(up), max(across), page.height - min(up)
    left, top, right, bottom = page.bbox
    inside = box[0] < right and box[2] > left and box[1] < bottom and box[3] > top
    return box if inside and box[2] - box[0] > 1 and box[3] - box[1] > 1 else None


def _turned(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point on a page that is shown turned by quarters."""
    turns = int(page.rotation or 0) // 90 % 4
    for turn in range(turns):
        x, y = y, (page.width if turn == turns % 2 else page.height) - x
    return x, y


def struck_on(page: Any) -> list[Box]:
    """The stretches of a page that somebody marked as struck out."""
    boxes: list[Box | None] = []
    for annotation in map(objects.dictionary, objects.items(page.page_obj.annots)[:_MOST]):
        hidden = int(objects.number(annotation.get("F"))) & (_HIDDEN | _NO_VIEW)
        if objects.name(annotation.get("Subtype")) == "StrikeOut" and not hidden:
            numbers = [objects.number(n) for n in objects.items(annotation.get("QuadPoints"))]
            boxes += [_on_page(page, numbers[i : i + 8]) for i in range(0, len(numbers) - 7, 8)]
    return [box for box in boxes if box]
