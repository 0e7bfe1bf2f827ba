"""Word documents to read text: the package, its styles and numbers, the text that is shown and in force."""

from .package import is_word

__all__ = ["is_word"]
