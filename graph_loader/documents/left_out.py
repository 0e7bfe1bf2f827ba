"""What a reader of a format leaves out, counted, so that a note can say how much it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class LeftOut:
    """Counts what is left out by kind, such as `struck out`, `hidden` or `footnote`."""

    _passages: Counter[str] = field(default_factory=Counter)
    _characters: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str, text: str = "") -> None:
        """One more passage of a kind, with its text where it has one; blanks alone are nothing that was left out."""
        if text and not text.strip():
            return
        self._passages[kind] += 1
        self._characters[kind] += len(text.strip())

    def notes(self) -> tuple[str, ...]:
        """A note a kind: `3 passages left out (41 characters): struck out`."""
        return tuple(
            f"{number} {'passage' if number == 1 else 'passages'} left out"
            + (f" ({self._characters[kind]} characters)" if self._characters[kind] else "")
            + f": {kind}"
            for kind, number in sorted(self._passages.items())
        )
