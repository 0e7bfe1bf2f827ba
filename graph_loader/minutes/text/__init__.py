"""What a document gives a labeller: words with their places, in lines with their layout."""

from __future__ import annotations

from .lines import Line, joined, lines_of
from .scanning import led
from .words import Offsets, Word, WordKind, WordPlace, overlap, words_between

__all__ = ["Line", "Offsets", "Word", "WordKind", "WordPlace", "joined", "led", "lines_of", "overlap", "words_between"]
