"""The pages of systems that councils run, each told by what its system writes into it."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from ..left_out import LeftOut
from ..web.rewriting import Rewriting
from . import cmis_pages, legistar_pages, moderngov_pages

_FORMS = (moderngov_pages.rewritten, cmis_pages.rewritten, legistar_pages.rewritten)


def rewritten(tree: LexborHTMLParser, left: LeftOut) -> Rewriting:
    """What is to be written of a page of a known system in another way; nothing for all other pages."""
    for form in _FORMS:
        if (found := form(tree, left)) is not None:
            return found
    return Rewriting()
