"""The stages that make a text plain, in their order. Each costs time linear in the length of the text."""

from __future__ import annotations

from ...documents import Document
from .boxes import boxes
from .doubled_letters import doubled_letters
from .furniture import furniture
from .glued_notes import glued_notes
from .layers import PlainText
from .marks import inside_words, not_in_force, struck_letters
from .paired_names import dashed_names
from .signs import composed, cut_short, invisible, symbols, written_out
from .spaced_letters import spaced_words
from .stretches import endless


def plain_text(document: Document) -> PlainText:
    """A document with the text that rules read."""
    plain = PlainText(document)
    plain = plain.then(furniture(document))
    plain = plain.then(endless(plain.text))
    if document.media_type in {"text/plain", "text/markdown"}:
        plain = plain.then(not_in_force(plain.text))
    plain = plain.then(struck_letters(plain.text))
    plain = plain.then(written_out(plain.text))
    plain = plain.then(cut_short(plain.text))
    plain = plain.then(invisible(plain.text))
    plain = plain.then(symbols(plain.text))
    plain = plain.then(composed(plain.text))
    plain = plain.then(inside_words(plain.text))
    plain = plain.then(glued_notes(plain.text))
    plain = plain.then(boxes(plain.text))
    plain = plain.then(doubled_letters(plain.text))
    plain = plain.then(spaced_words(plain.text))
    return plain.then(dashed_names(plain.text))
