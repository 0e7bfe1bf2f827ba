"""Bytes to text: UTF-8, UTF-16 with its mark, and Windows-1252 as the last resort, which is said."""

from __future__ import annotations

import codecs

from .document import DocumentError

_KNOWN_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAVE_AS_TEXT = "save the minutes as plain text (UTF-8) or Markdown and try again"
_UNUSED_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what had to be assumed. Raises `DocumentError` for a file that is no text."""
    for mark, what in _KNOWN_BINARY:
        if content.startswith(mark):
            raise DocumentError(f"{name}: this is {what}, no text; {_SAVE_AS_TEXT}")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return _checked(content.decode("utf-16"), name), ()
        except UnicodeDecodeError as error:
            raise DocumentError(f"{name}: begins as UTF-16 but cannot be read as that; {_SAVE_AS_TEXT}") from error
    try:
        return _checked(content.decode("utf-8-sig"), name), ()
    except UnicodeDecodeError as error:
        if b"\0" in content or _UNUSED_IN_1252.intersection(content):
            raise DocumentError(
                f"{name}: this is no text (byte {error.start} fits no encoding); {_SAVE_AS_TEXT}"
            ) from error
        text = content.decode("cp1252")
        note = f"not UTF-8 (byte {error.start}): read as Windows-1252; check accents and quotation marks"
        return _checked(text, name), (note,)


def _checked(text: str, name: str) -> str:
    odd = sum(1 for c in text if c < " " and c not in "\n\r\t\f\v\x1c\x1d\x1e\x1f\x07\x08")
    if "\0" in text or odd * 20 > len(text):
        raise DocumentError(f"{name}: this is no text (it holds control characters); {_SAVE_AS_TEXT}")
    return text
