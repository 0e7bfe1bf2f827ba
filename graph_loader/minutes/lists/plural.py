"""The plural title of a list, which every name after it has: `Cllrs. A, B and C`. Where it begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from ..names.tokens import Token
from .pieces import Before, first_title


class PluralTitle:
    """The title in force while a list is read: `each` in the singular, or none.

    It ends with the name after `and`; at a new line, a semicolon or a full stop before somebody with a title of his
    own, where commas separate those before; not where it heads the list, as `Councillors:` does. Before members of the
    public it ends always.
    """

    def __init__(self) -> None:
        self.each: str | None = None
        self.civic = False
        self._heads = False
        self._run = 0
        self._commas = False

    def begin(self, each: str, *, civic: bool, heads: bool) -> None:
        """A plural title begins to count; a `civic` one is put before the personal titles of the names after it."""
        self.each, self.civic, self._heads, self._run, self._commas = each, civic, heads, 0, False

    def end(self) -> None:
        """The title counts no longer."""
        self.each = None

    def before(self, separator: Before, row: Sequence[Token]) -> None:
        """A piece comes, after this separator: whether the title still counts for it."""
        if self.each is None:
            return
        if separator in {"comma", "and"}:
            self._commas = self._commas or self._run > 0
        own = first_title(row)
        if own is None or own.civic or own.each:
            return
        ends = not self.civic or separator == "stop" or (separator == "semicolon" and self._commas)
        if ends or (separator == "line" and self._run > 1 and self._commas and not self._heads):
            self.each = None

    def named(self, *, titled: bool, distributed: bool, separator: Before) -> None:
        """A person was read: whether the title counts for those after it."""
        if self.each is None:
            return
        self._run += distributed
        if (not titled and not distributed) or (distributed and not titled and separator == "and" and not self._heads):
            self.each = None
