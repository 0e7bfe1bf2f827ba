"""Raised characters: marks of footnotes leave the word that they stand on alone, all others stay with it."""

from __future__ import annotations

import re

FOOTNOTE = "marks of footnotes"
_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[*†‡§¶#‖]{1,3}|[a-z]|[ivx]{2,4})[\])]?(?:\s*[,;&–-]\s*[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?){0,8}"
)
_LINKED = re.compile(r"[\[(]?(?:\w{1,4}|[*†‡§¶#]{1,3}|note \d{1,3})[\])]?", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|o|a|º|ª)", re.IGNORECASE)
_UNIT = re.compile(r"(?:(?:\d|\b)(?:mm|cm|dm|km|m|ft|in|yd|mi)|\b10)$", re.IGNORECASE)
_ENDS_A_SENTENCE = re.compile(r"[.;:!?]$")
_HONOUR = re.compile(r"[A-Z][A-Za-z.]{1,8}")
_WHOLE_WORD = re.compile(r"[^\W\d_]{2}[a-z]$")
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SHORTENED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}$")
"""The start of a word that a raised letter completes: Mr, Nº, St."""


def is_footnote_mark(raised: str, before: str, after: str, linked: bool) -> bool:
    """Whether raised signs are the mark of a footnote.

    `before` and `after` is the text around them in the same block; `linked` where they lead to another place on the
    page. At the start of a block and after the end of a sentence they begin the footnote itself.
    """
    raised = raised.strip()
    word = before.rstrip()
    if not raised or not word:
        return False
    apart = word != before
    if linked and _LINKED.fullmatch(raised):
        return True
    if not _MARK.fullmatch(raised):
        return False
    if raised[0].isalpha() and (
        word[-1].isdigit() or apart or _SHORTENED.search(word) or (after[:1].isalpha() and not after[:1].isspace())
    ):
        return False
    if _ORDINAL.fullmatch(raised) and word[-1].isdigit():
        return False
    if not apart and raised.isdigit() and _UNIT.search(word):
        return False
    return not (apart and _ENDS_A_SENTENCE.search(word))


def is_raised_honour(raised: str, before: str) -> bool:
    """Whether raised letters are a word of their own that only stands higher, as honours after a name do."""
    return bool(_HONOUR.fullmatch(raised.strip())) and bool(_WHOLE_WORD.search(before))


def raised_number(raised: str, before: str) -> str | None:
    """The number of a footnote before its text as it looks, and so no number of an item; none for other signs."""
    number = raised.strip("[]() \n\t")
    if not (number.isascii() and number.isdecimal() and len(number) <= 3):
        return None
    return number.translate(_RAISED_DIGITS) if not before.strip() or before[-1:].isspace() else None
