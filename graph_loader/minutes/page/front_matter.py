"""The fields that a page's source has above its text, for the machine that makes the page: title, date, excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCED = re.compile(r"\A(?P<fence>---|\+\+\+)[ \t\r]*\n(?:[^\n]*\n){1,40}?(?P=fence)[ \t\r]*(?:\n|\Z)")
_BARE = re.compile(
    r"\A(?=(?:[^\n]*\n){0,12}?(?:slug|tags|category|categories|layout):)(?:[a-z_]{2,20}:[^\n]*\n){3,20}(?=[ \t\r]*\n)"
)
"""Fields without a fence: at least three, one of which only such a machine needs, down to an empty line."""
_FIELD = re.compile(
    r"^(?P<key>[a-z_]{2,20})[ \t]*[:=][ \t]*(?P<quote>['\"]?)(?P<value>[^\n]*?)(?P=quote)[ \t\r]*$", re.MULTILINE
)


def front_matter(text: str) -> tuple[int, int] | None:
    """From where to where the fields above a page's text go, or none where it has none."""
    found = _FENCED.match(text) or _BARE.match(text)
    return found.span() if found else None


def fields(text: str, *keys: str) -> Iterator[tuple[int, int]]:
    """Where the values of these fields stand, in the order of the keys."""
    place = front_matter(text)
    if place is None:
        return
    found = {m["key"]: m.span("value") for m in _FIELD.finditer(text, *place)}
    yield from (found[key] for key in keys if key in found)
