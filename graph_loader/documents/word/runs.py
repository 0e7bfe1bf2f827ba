"""The text inside a paragraph of a Word document: what is shown and in force, with whether it is bold.

Left out and counted: what is struck out or hidden, prompts of empty content controls, raised marks of footnotes.
Deleted and moved text is read as if the changes were accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ..footnote_marks import FOOTNOTE, is_footnote_mark
from ..left_out import LeftOut
from ..symbols import in_symbol_font, symbol, symbol_font
from .styles import Styles, W, is_on, value
from .unseen import is_unseen

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt"})
_REMEMBERED = 40
"""Characters before a raised one that say what it is."""
UNSEEN = "in the colour of the page or too small to read"
_BOXES = "{http://schemas.microsoft.com/office/word/2010/wordml}"
TICKED, EMPTY_BOX = "☑", "☐"
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph's text in one format."""

    text: str
    bold: bool


@dataclass(frozen=True)
class RunReader:
    """Reads the runs of paragraphs; what it leaves out is counted in `left_out`."""

    styles: Styles
    left_out: LeftOut

    def pieces(self, parent: Any, properties: Any) -> Iterator[Piece]:
        """The pieces of the text under an element of a paragraph that has these paragraph properties."""
        before = ""
        runs = [(run.find(f"{W}rPr"), run) for run in self._runs(parent)]
        texts = [self._text(run, own) for own, run in runs]
        for i, (own, run) in enumerate(runs):
            text = texts[i]
            kind = self._why_not(run, own, properties)
            if not kind and _is_raised(own):
                after = texts[i + 1] if i + 1 < len(texts) else ""
                kind = FOOTNOTE if is_footnote_mark(text, before, after, linked=False) else None
            if kind:
                self.left_out.count(kind, text)
                continue
            before = (before + text)[-_REMEMBERED:]
            yield Piece(text, self.styles.is_on("b", properties, own))

    def _runs(self, parent: Any) -> Iterator[Any]:
        for element in parent:
            if element.tag in _GONE or not isinstance(element.tag, str) or element.tag == f"{COMPATIBLE}Fallback":
                continue
            if element.tag == f"{W}r":
                yield element
            else:
                yield from self._runs(element)

    def _why_not(self, run: Any, own: Any, properties: Any) -> str | None:
        """Why a run is left out, in the words of a note, or none where it is read."""
        if self.styles.is_on("vanish", properties, own):
            return "hidden"
        if self.styles.is_on("strike", properties, own) or self.styles.is_on("dstrike", properties, own):
            return "struck out"
        return UNSEEN if is_unseen(run, own, properties, self.styles) else None

    def _text(self, run: Any, own: Any) -> str:
        fonts = own.find(f"{W}rFonts") if own is not None else None
        font = str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""
        parts = []
        for element in run:
            if element.tag == f"{W}t":
                text = element.text or ""
                parts.append(in_symbol_font(text, font) if symbol_font(font) else text)
            elif element.tag in _CHARACTERS:
                parts.append(_CHARACTERS[element.tag])
            elif element.tag == f"{W}sym":
                parts.append(self._symbol(element))
            elif element.tag == f"{W}fldChar":
                parts.append(_form_field(element))
        return "".join(parts)

    def _symbol(self, element: Any) -> str:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        found = symbol(font, int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) else None
        if found is None:
            self.left_out.count(f"characters of the font {font or 'without a name'}, code {code or 'missing'}")
        return found or ""


def _is_raised(own: Any) -> bool:
    """Whether a run stands higher than the line: as superscript, or moved up by points."""
    moved = value(own, "position")
    return value(own, "vertAlign") == "superscript" or (moved is not None and moved.isdecimal() and int(moved) > 0)


def mark_boxes(root: Any) -> None:
    """Gives the check boxes of content controls one sign each for ticked and not, whatever sign the document chose.

    Word's own sign for a ticked box is a box with a cross, which in a column of presence would say the opposite.
    """
    for control in root.iter(f"{W}sdt"):
        box = control.find(f"{W}sdtPr/{_BOXES}checkbox")
        if box is None:
            continue
        checked = box.find(f"{_BOXES}checked")
        ticked = checked is not None and checked.get(f"{_BOXES}val") in {"1", "true", "on"}
        for run in control.iter(f"{W}r"):
            for element in [e for e in run if e.tag in {f"{W}t", f"{W}sym"}]:
                run.remove(element)
        first = next(control.iter(f"{W}r"), None)
        if first is not None:
            etree.SubElement(first, f"{W}t").text = TICKED if ticked else EMPTY_BOX


def empty_prompts(root: Any, left_out: LeftOut) -> None:
    """Takes the prompts out of content controls that nobody has filled in; the controls and their cells stay."""
    for control in root.iter(f"{W}sdt"):
        if not is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"):
            continue
        texts = [e for e in control.iter(f"{W}t", f"{W}sym") if e.text or e.tag == f"{W}sym"]
        left_out.count("prompts of fields that nobody filled in", "".join(e.text or "" for e in texts))
        for element in texts:
            element.getparent().remove(element)


def _form_field(element: Any) -> str:
    """What an old form field shows that is no text: a check box, or the choice of a list."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = is_on(box, "checked")
        return TICKED if (is_on(box, "default") if checked is None else checked) else EMPTY_BOX
    choices = element.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        entries = [str(e.get(f"{W}val", "")) for e in choices.iterfind(f"{W}listEntry")]
        chosen = value(choices, "result") or value(choices, "default") or "0"
        at = int(chosen) if chosen.isdecimal() else 0
        return entries[at] if at < len(entries) else ""
    return ""
