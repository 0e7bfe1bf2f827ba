"""Lists of a web page: their items with the bullets, numbers or letters that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from .shown import attribute

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def marks(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """The children of a list, each with its mark; a list that is a child by mistake has none."""
    ordered = (node.tag or "").lower() == "ol"
    form = attribute(node, "type").strip()
    number = _whole(attribute(node, "start"), 1)
    child = node.child
    while child is not None:
        tag = (child.tag or "").lower()
        if tag == "li":
            number = _whole(attribute(child, "value"), number)
            yield child, f"{_written(number, form)}." if ordered else "-"
            number += 1
        elif not tag.startswith("-"):
            yield child, ""
        child = child.next


def _written(number: int, form: str) -> str:
    if form in {"a", "A"} and 0 < number <= 26:
        return chr(ord(form) + number - 1)
    if form in {"i", "I"} and 0 < number < 400:
        text = ""
        for size, sign in _ROMAN:
            text, number = text + sign * (number // size), number % size
        return text if form == "i" else text.upper()
    return str(number)


def _whole(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 7 else otherwise
