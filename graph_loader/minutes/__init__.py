"""Text to parsed minutes: one folder for each kind of record, for the page, and for names.

The way through, in `parse`: `plain_text` (markup and what nobody wrote for reading out), `page` (rows to paragraphs and
running text, items and sections, people, bodies and dates masked), `meeting` (which body met, when and where), `lists`,
`presence` and `absence` (who was there), `motions`, `votes`, `appointments` and `interests`; `names` and `dates` serve
them all. `text` and `features` are what `labelling` sees: the models that read beside the rules who was there, which
body met and who takes a place; `labelling.training` builds them.
"""

from .parse import parse

__all__ = ["parse"]
