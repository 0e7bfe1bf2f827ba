"""Values of a PDF's own objects: texts, names, numbers and dictionaries behind references."""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:/p|br)\b[^<>]*>", re.IGNORECASE)
_UTF8_MARK = b"\xef\xbb\xbf"
_LONGEST = 100_000
"""Characters of one value; what is longer is cut off there."""


def dictionary(value: Any) -> dict[str, Any]:
    """The dictionary behind a reference, or an empty one."""
    found = resolve1(value)
    if isinstance(found, PDFStream):
        return dict(found.attrs)
    return found if isinstance(found, dict) else {}


def items(value: Any) -> list[Any]:
    """The members of the array behind a reference; none where it is none."""
    found = resolve1(value)
    return list(found) if isinstance(found, list | tuple) else []


def name(value: Any) -> str:
    """A name such as /Widget without its slash; nothing where it is none."""
    found = resolve1(value)
    if not isinstance(found, PSLiteral):
        return ""
    return found.name if isinstance(found.name, str) else found.name.decode("latin-1")


def number(value: Any) -> float:
    """A number; 0 where it is none."""
    found = resolve1(value)
    return float(found) if isinstance(found, int | float) else 0.0


def text(value: Any) -> str:
    """A text or a name as people read it, with line feeds between lines; nothing where it is neither."""
    found = resolve1(value)
    if isinstance(found, PDFStream):
        found = found.get_data()
    if isinstance(found, PSLiteral):
        return name(found)
    if isinstance(found, bytes):
        found = found[: 2 * _LONGEST]
        found = found[3:].decode("utf-8", "replace") if found.startswith(_UTF8_MARK) else decode_text(found)
    if not isinstance(found, str):
        return ""
    lines = found[:_LONGEST].replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def rich_text(value: Any) -> str:
    """A text with the markup of XHTML, without it."""
    return text(_TAG.sub("", _BREAK.sub("\n", text(value).replace("\n", " "))))
