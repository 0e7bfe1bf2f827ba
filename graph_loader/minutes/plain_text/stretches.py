"""The stretches that nobody wrote for reading: endless words, rulings, blanks and repetitions.

Rules look at what stands before and after a place; a stretch of one sign, or of the same words over and over, costs
them the square of its length and holds no fact that its beginning does not hold. It is cut out before any rule looks.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from .layers import Edit

_WORD, _RULING = 400, 300
"""Signs of the shortest word, and of the shortest ruling, that is cut."""
_STRETCH = re.compile(
    rf"(?P<word>[^\s<>|]{{{_WORD},}})|(?P<blank>\s{{400,}})|(?P<ruling>(?:[^\w\n]|_){{{_RULING},}}|(?:\W|_){{600,}})"
)
_LETTERS = re.compile(r"[^\W_]+")
_KEPT = 60
"""Signs of a stretch that stay: enough for what stands at a line's beginning, and for a ruling to be one."""
_CHUNK = 4096
_DENSE = 12
"""How many times smaller than its text a packed chunk is where the text only repeats itself; prose packs to a third."""
_REPEATED = re.compile(r"(?s)(.{1,64}?)\1{40,}")
_REPEATS_KEPT = 3


def endless(text: str) -> Iterator[Edit]:
    """The stretches of a text that no rule is to look at."""
    yield from _stretches(text)
    yield from _repetitions(text)


def _stretches(text: str) -> Iterator[Edit]:
    if max(map(len, text.split()), default=0) < _WORD and max(map(len, _LETTERS.split(text))) < _RULING:
        return
    for m in _STRETCH.finditer(text):
        if m["word"]:
            yield Edit(m.start() + _KEPT, m.end(), what=f"a word of {len(m[0]):,} characters")
            continue
        # A line break and a page break stay what they are: what follows begins a new paragraph.
        breaks = m[0].count("\n", _KEPT)
        end = m.end() - (len(m[0]) - m[0].rfind("\n") if breaks else 0)
        if end > m.start() + _KEPT:
            yield Edit(m.start() + _KEPT, end, what="" if m["blank"] else f"{len(m[0]):,} signs without a word")


def _repetitions(text: str) -> Iterator[Edit]:
    """What the same few words fill, beyond the first times; looked for only where the text packs best."""
    at = 0
    while at < len(text):
        dense = at
        while dense < len(text) and _is_dense(text[dense : dense + _CHUNK]):
            dense += _CHUNK
        if dense > at:
            start, end = max(0, at - _CHUNK), min(len(text), dense + _CHUNK)
            for m in _REPEATED.finditer(text, start, end):
                if not m[1].isspace():
                    kept = m.start() + _REPEATS_KEPT * len(m[1])
                    times = (m.end() - m.start()) // len(m[1])
                    yield Edit(kept, m.end(), what=f"the same {len(m[1])} characters {times:,} times in a row")
        at = max(dense, at + _CHUNK)


def _is_dense(chunk: str) -> bool:
    raw = chunk.encode("utf-8", "surrogatepass")
    return len(raw) >= _CHUNK // 2 and len(zlib.compress(raw, 1)) * _DENSE < len(raw)
