"""Signs to the letters that a person sees: entities, ligatures and other codes of letters, combining accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from ...documents.symbols import without_font
from .layers import Edit

_ENTITY = re.compile(
    r"&(?:amp;){0,2}(?:(?P<n>\#(?:\d{1,6}(?!\d)|[xX][0-9A-Fa-f]{1,6}(?![0-9A-Fa-f])))(?P<end>;?)|(?P<name>[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?P<open>[A-Za-z]{1,6}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|lig)|nbsp|amp|quot)(?![\w;=]))"
)
"""An entity, also one that was escaped twice, and the old ones of letters without their semicolon."""
_STROKES = re.compile(r"(?<![\w/])[afn]/k/a(?![\w/])", re.IGNORECASE)
_STROKES_MEAN = {"a": "aka", "f": "formerly", "n": "now"}
_ANGLES = frozenset("<>")
_SOFT_HYPHEN = re.compile(r"\u00ad[ \t\r]*\n[ \t]*(?=[a-z\u00df-\u00ff])|\u00ad+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f\u034f\u061c\u180e]+")
"""Zero-width signs and marks of direction."""
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_LETTERS = frozenset({"Ll", "Lu", "Lt", "Lm", "Lo", "Nl"})
_RAISED = re.compile(r"(?<=[^\W\d_]{3})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?![\w])")
"""The number of a footnote, raised after a word."""


def written_out(text: str) -> Iterator[Edit]:
    """Entities to their signs; those of angle brackets stay, or what they enclose would be taken for a tag."""
    if "&" not in text:
        return
    for m in _ENTITY.finditer(text):
        sign = _sign(m)
        if sign is not None:
            yield Edit(m.start(), m.end(), sign)


def _sign(m: re.Match[str]) -> str | None:
    """What an entity stands for, or none where it is no entity or stands for nothing that is read."""
    if m["name"] and f"{m['name']};" not in html5:
        return None
    if m["open"] and m["open"] not in html5:
        return None
    sign = unescape(f"&{m['n'] or m['name'] or m['open']};")
    if sign in _ANGLES or "\ufffd" in sign or sign.startswith("&#") or (len(sign) > 1 and sign.startswith("&")):
        return None
    if any(unicodedata.category(c) in {"Cc", "Cs", "Cn"} and c not in "\n\t\r" for c in sign):
        return None
    return " " if sign in {"\r", "\u00a0"} else sign


def cut_short(text: str) -> Iterator[Edit]:
    """Words cut short by strokes: `Tom Vale f/k/a Tom Dale`."""
    for m in _STROKES.finditer(text):
        yield Edit(m.start(), m.end(), _STROKES_MEAN[m[0][0].casefold()])


def invisible(text: str) -> Iterator[Edit]:
    """Soft hyphens, with the end of the line that they part a word at, and signs without width."""
    if text.isascii():
        return
    for pattern in (_SOFT_HYPHEN, _INVISIBLE, _RAISED):
        yield from (Edit(m.start(), m.end()) for m in pattern.finditer(text))


def symbols(text: str) -> Iterator[Edit]:
    """Ticks, crosses and boxes whose codes of a symbol font came through without the font."""
    if text.isascii():
        return
    for m in _PRIVATE.finditer(text):
        if (put := without_font(m[0])) != m[0]:
            yield Edit(m.start(), m.end(), put)


def composed(text: str) -> Iterator[Edit]:
    """Letters with combining accents to one sign each; ligatures and letters in other codes to plain letters."""
    if text.isascii():
        return
    signs = {c for c in set(text) if ord(c) > 0x7F}
    marks = "".join(sorted(c for c in signs if unicodedata.combining(c)))
    if marks:
        for m in re.finditer(rf"[^\W\d_][{re.escape(marks)}]{{1,8}}", text):
            put = unicodedata.normalize("NFC", m[0])
            if put != m[0]:
                yield Edit(m.start(), m.end(), put)
    plain = {c: p for c in signs if (p := _plain(c)) != c}
    if plain:
        for m in re.finditer("[" + re.escape("".join(sorted(plain))) + "]", text):
            yield Edit(m.start(), m.end(), plain[m[0]])


def _plain(sign: str) -> str:
    """The letters for a ligature, a full-width or otherwise styled letter; any other sign as it is."""
    if unicodedata.category(sign) not in _LETTERS:
        return unicodedata.normalize("NFC", sign) if unicodedata.combining(sign) == 0 else sign
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain.isalpha() else unicodedata.normalize("NFC", sign)
