"""Word documents to read text: the package, its styles and numbers, the text that is shown and in force."""

from .package import is_word
from .reading import read_docx

__all__ = ["is_word", "read_docx"]
