"""The day in the name of a file, offered where the heading has none; names say when a page was saved as often."""

from __future__ import annotations

import re
from datetime import date

from ..dates.written import dates

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)[ -]?(\d\d)[ -]?(\d\d)(?!\d)")
_SIGNS = re.compile(r"[_+]+|(?<=[^\W\d_])-(?=\d)|(?<=\d)-(?=[^\W\d_])|%20")
"""What stands for a blank in the name of a file."""
_LONGEST = 200


def day_of_name(name: str) -> str | None:
    """The one day that a file's name has, as ISO; none where it has none, several, or one that may be two days."""
    stem = _SIGNS.sub(" ", name[:_LONGEST].rpartition(".")[0] or name[:_LONGEST])
    found = {d.value for d in dates(stem, 0, len(stem)) if not d.either}
    for m in _COMPACT.finditer(stem):
        try:
            found.add(date(int(m[1]), int(m[2]), int(m[3])).isoformat())
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None
