"""Double names set with a dash and blanks, `Quayle – Marsh`, read as they stand elsewhere in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layers import Edit

DASHES = "\u2010\u2011\u2012\u2013\u2043\u2212"
"""Signs that are hyphens where no blank stands beside them; a long dash parts words."""
_DOUBLE = re.compile(rf"(?<![\w-])(?P<a>[^\W\d_][\w'’]+)[-{DASHES}](?P<b>[^\W\d_][\w'’]+)(?![\w-])")
_BLANKS = "[ \u00a0]{1,2}"
_ANY = f"[-{DASHES}—]"
_APART = re.compile(
    rf"(?<![\w-])(?P<a>[^\W\d_][\w'’]+)(?P<dash>{_BLANKS}{_ANY}(?:{_BLANKS})?|{_ANY}{_BLANKS}|—)(?=(?P<b>[^\W\d_][\w'’]+))"
)


def dashed_names(text: str) -> Iterator[Edit]:
    """The dashes with blanks between two words with capitals that stand with a hyphen elsewhere in the text."""
    pairs = {(m["a"].casefold(), m["b"].casefold()) for m in _DOUBLE.finditer(text) if _capital(m)}
    if pairs:
        for m in _APART.finditer(text):
            if _capital(m) and (m["a"].casefold(), m["b"].casefold()) in pairs:
                yield Edit(m.start("dash"), m.end("dash"), "-")


def _capital(m: re.Match[str]) -> bool:
    return m["a"][0].isupper() and m["b"][0].isupper()
