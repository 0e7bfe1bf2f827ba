"""Text to parsed minutes: one file per section of a meeting, one for names, one for layout.

The way through: `view` (markup out), `rows` and `layout` (lines to paragraphs and running text), `outline` (items and
sections), the lists of people, `tagging` (people, bodies and dates masked), and then one reader per kind of record.
"""

from .parse import parse

__all__ = ["parse"]
