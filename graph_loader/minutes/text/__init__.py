"""What a document gives a labeller: words with their places, in lines with their layout."""

from __future__ import annotations

from .lines import Line, joined, lines_of
from .words import Word, words_between

__all__ = ["Line", "Word", "joined", "lines_of", "words_between"]
