"""What a document gives a labeller: words with their places, in lines with their layout."""

from __future__ import annotations

from .lines import Line, joined, lines_of
from .words import Offsets, Word, WordPlace, overlap, words_between

__all__ = ["Line", "Offsets", "Word", "WordPlace", "joined", "lines_of", "overlap", "words_between"]
