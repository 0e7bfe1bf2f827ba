"""The text as a person reads it, made from the text of the file in one place, with the way back to its offsets."""

from .layers import Edit, PlainText
from .stages import plain_text

__all__ = ["Edit", "PlainText", "plain_text"]
