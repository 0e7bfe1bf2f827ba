"""Bytes to text: UTF-8, UTF-16 and, as the last resort, Windows-1252; what is not UTF-8 is said."""

from __future__ import annotations

import codecs
import re

from .document import DocumentError

_SAVE_AS_TEXT = "save the minutes as plain text (UTF-8) or Markdown and try again"
_UNUSED_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}\bencoding\s*=\s*[\"']\s*([\w.:-]{1,40})|<meta[^>]{0,200}\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
"""Names by which pages mean Windows-1252, as browsers read them."""


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what had to be assumed. Raises `DocumentError` for a file that is no text."""
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return _as(content, "utf-32", "UTF-32", name)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(content, "utf-16", "UTF-16", name)
    if guessed := _unmarked_utf16(content):
        return _as(content, guessed, "UTF-16 without a mark", name)
    try:
        return _checked(content.decode("utf-8-sig"), name), ()
    except UnicodeDecodeError as error:
        if declared := _declared(content):
            return _as(content, declared, declared, name)
        if b"\0" in content or _UNUSED_IN_1252.intersection(content):
            raise DocumentError(
                f"{name}: this is no text (byte {error.start} fits no encoding); {_SAVE_AS_TEXT}"
            ) from error
        text = content.decode("cp1252")
        note = f"not UTF-8 (byte {error.start}): read as Windows-1252; check accents and quotation marks"
        return _checked(text, name), (note,)


def _as(content: bytes, encoding: str, called: str, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DocumentError(f"{name}: begins as {called} but cannot be read as that; {_SAVE_AS_TEXT}") from error
    return _checked(text, name), (f"not UTF-8: read as {called}",)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every other byte of English text is zero, and no other is."""
    start = content[:4000]
    if len(start) < 20 or len(content) % 2:
        return None
    even, odd = start[::2], start[1::2]
    if odd.count(0) > 0.6 * len(odd) and not even.count(0):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and not odd.count(0):
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    """The encoding that a web page or an XML file states, where Python knows it and it is not UTF-8."""
    found = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    if not found:
        return None
    try:
        encoding = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    if encoding in _LATIN:
        return None if _UNUSED_IN_1252.intersection(content) else "cp1252"
    return None if encoding.startswith("utf") else encoding


def _checked(text: str, name: str) -> str:
    if "\0" in text:
        raise DocumentError(f"{name}: this is no text (it holds NUL characters); {_SAVE_AS_TEXT}")
    odd = sum(1 for c in _ODD.findall(text))
    if odd * 20 > len(text):
        raise DocumentError(f"{name}: this is no text (it holds control characters); {_SAVE_AS_TEXT}")
    return text


_ODD = re.compile(r"[\x01-\x06\x0e-\x1b]")
