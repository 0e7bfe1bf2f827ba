"""Text to parsed minutes: one folder for each kind of record, for the page, and for names.

The way through, in `reading`: `plain_text` (markup and what nobody wrote for reading out), `page` (rows to paragraphs,
running text, items and sections, people, bodies and dates masked), `meeting` (which body met, when and where), `lists`,
`presence` and `absence` (who was there), `motions`, `votes`, `appointments` and `interests`; `names` and `dates` serve
them all. `text` and `features` are what `labelling` sees: the models that read beside the rules who was there, which
body met and who takes a place; `labelling.training` builds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .reading import parse

__all__ = ["parse"]


def __getattr__(name: str) -> Any:
    """`parse`, imported when it is asked for: a command that reads no minutes need not wait for its patterns."""
    if name == "parse":
        from .reading import parse

        return parse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
