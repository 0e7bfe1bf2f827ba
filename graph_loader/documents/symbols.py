"""Characters that Word keeps as codes of a symbol font: ticks, crosses, boxes, bullets."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_PRIVATE = 0xF000
"""Where Word puts the codes of a symbol font: Unicode's private use area."""
_DRESS = re.compile(r"[-,](?:regular|roman|normal|bold|mt|italic)+$|(?<=symbol)(?:mt|ps)+$")
_SECOND = re.compile(r"^wingdings-?([23])$")


@cache
def _symbols() -> dict[tuple[str, int], str]:
    text = (files(__package__) / "data" / "symbols.txt").read_text("utf-8")
    entries = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {(font, int(code, 16)): character for font, code, character in entries}


@cache
def _fonts() -> frozenset[str]:
    return frozenset(font for font, _ in _symbols())


def symbol_font(name: str) -> str | None:
    """The symbol font that a font's name means, or none for a font of letters.

    `Wingdings 2`, `ITC Zapf Dingbats`, in a PDF `ABCDEF+Wingdings-Regular`.
    """
    plain = _DRESS.sub("", name.casefold().rpartition("+")[2].strip(" '\""))
    plain = "-".join(plain.replace("itc ", "").replace("zapf dingbats", "zapfdingbats").split())
    plain = _SECOND.sub("wingdings-\\1", plain)
    return plain if plain in _fonts() else None


def symbol(font: str, code: int) -> str | None:
    """The character of a symbol font, or none where the font or the code is not known.

    A font of letters has the character that the code is in Unicode, as in `w:sym` with `MS Gothic` and 2612.
    """
    known = symbol_font(font)
    if known:
        return _symbols().get((known, code & 0xFF))
    return chr(code) if 0x20 <= code < 0xD800 else None


def in_symbol_font(text: str, font: str) -> str:
    """Text that is set in a symbol font, as it looks; what the font's chart does not have is left out."""
    known = symbol_font(font) or ""
    plain = (ord(c) - _PRIVATE if _PRIVATE <= ord(c) < _PRIVATE + 0x100 else ord(c) for c in text)
    return "".join(" " if code == 0x20 else _symbols().get((known, code), "") for code in plain)


def as_printed(text: str, font: str) -> str:
    """A sign of a PDF as it looks: that of a symbol font's chart where the file gives only its code.

    A file that says which letters its signs stand for has ticks and boxes in Unicode.
    """
    known = symbol_font(font)
    if not known or len(text) != 1 or not (" " < text < "\u0100" or "\uf020" <= text <= "\uf0ff"):
        return text
    return _symbols().get((known, ord(text) & 0xFF), text)


def without_font(sign: str) -> str:
    """A sign of the private use area whose font is not known, as in Wingdings, from which nearly all of them come."""
    return _symbols().get(("wingdings", ord(sign) & 0xFF), sign)
