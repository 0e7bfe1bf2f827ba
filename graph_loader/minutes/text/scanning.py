"""Patterns that begin with blanks and signs, tried only where what follows those can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator


def led(
    pattern: re.Pattern[str], core: re.Pattern[str], lead: str, text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches that `pattern.finditer` gives between two offsets, in less time.

    `core` matches, without taking anything, wherever a match of `pattern` can go on behind its first signs, which are
    all among those of `lead`.
    """
    done = start
    for found in core.finditer(text, start, end):
        at = begin = found.start()
        if at < done:
            continue
        while begin > done and text[begin - 1] in lead:
            begin -= 1
        match = next((m for k in range(begin, at + 1) if (m := pattern.match(text, k, end))), None)
        if match is not None:
            yield match
            done = match.end()
