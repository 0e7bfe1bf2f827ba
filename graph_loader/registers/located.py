"""JSON whose objects know where they stand in their text, so that each can be evidence."""

from __future__ import annotations

import json
import re
from typing import Any

_BLANK = re.compile(r"[ \t\r\n]*")
_SCALARS = json.JSONDecoder()


class Located(dict[str, Any]):
    """An object of JSON: `start` is its first character, `end` the one after its last."""

    start: int
    end: int


def located(text: str) -> Any:
    """The value of a JSON text, every object in it `Located`. The text must be valid; raises `RecursionError`."""
    value, _ = _value(text, _after(text, 0))
    return value


def objects(value: Any) -> list[Located]:
    """The objects in a list; none of what is no list."""
    return [one for one in value if isinstance(one, Located)] if isinstance(value, list) else []


def listed(data: Any, name: str) -> list[Located]:
    """The objects of an answer: a list of them, one that holds them in a list of this name, or one alone."""
    return objects(data.get(name, [data]) if isinstance(data, Located) else data)


def _value(text: str, at: int) -> tuple[Any, int]:
    if text[at] == "{":
        return _object(text, at)
    if text[at] == "[":
        return _array(text, at)
    return _SCALARS.raw_decode(text, at)


def _object(text: str, start: int) -> tuple[Located, int]:
    found = Located()
    at = _after(text, start + 1)
    while text[at] != "}":
        key, at = _SCALARS.raw_decode(text, at)
        found[key], at = _value(text, _after(text, _after(text, at) + 1))
        at = _next(text, at)
    found.start, found.end = start, at + 1
    return found, at + 1


def _array(text: str, start: int) -> tuple[list[Any], int]:
    found = []
    at = _after(text, start + 1)
    while text[at] != "]":
        value, at = _value(text, at)
        found.append(value)
        at = _next(text, at)
    return found, at + 1


def _next(text: str, at: int) -> int:
    """The next value or the end, after a comma or none."""
    at = _after(text, at)
    return _after(text, at + 1) if text[at] == "," else at


def _after(text: str, at: int) -> int:
    """The next character that is no blank."""
    found = _BLANK.match(text, at)
    return found.end() if found else at
