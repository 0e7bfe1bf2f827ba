"""Which blocks must be decided together: what one of them says can change what another one's names mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..identity.bodies.own_council import forms_of_council
from ..identity.bodies.resolve import LEAST_FOR_SLIP as LEAST_FOR_SLIP_OF_BODY
from ..identity.compare import LEAST_FOR_SLIP
from ..lexicon.typos import is_typo
from .block import BlockKey

Index = Mapping[BlockKey, Sequence[str]]
"""The links of every block of a council."""


def together(touched: Iterable[BlockKey], index: Index, councils: Sequence[str] = ()) -> set[BlockKey]:
    """The touched blocks and all that are linked with them, or with those, and so on.

    Linked are blocks with a link in common, names that are one but for a letter, which identity compares, and all that
    mean the council, of which `councils` are the names.
    """
    found = set(touched)
    by_link: dict[tuple[str, str], set[BlockKey]] = defaultdict(set)
    words: dict[str, dict[int, set[str]]] = {"person": defaultdict(set), "body": defaultdict(set)}
    for key, links in index.items():
        for link in (f"s:{key[1]}", *links):
            by_link[key[0], link].add(key)
            if link.startswith("s:"):
                words[key[0]][len(link) - 2].add(link[2:])
    forms = forms_of_council({name for of, name in {*index, *found} if of == "body"}, councils)
    council: set[BlockKey] = {("body", form) for form in forms}
    waiting = list(found)
    while waiting:
        of, name = waiting.pop()
        if (of, name) in council:
            waiting += council - found
            found |= council
        shared = {f"s:{name}", *index.get((of, name), ())}
        own = [link[2:] for link in shared if link.startswith("s:")]
        shared |= {f"s:{other}" for word in own for other in _near(of, word, words[of])}
        for link in shared:
            fresh = by_link[of, link] - found
            found |= fresh
            waiting += fresh
    return found


def _near(of: str, word: str, words: Mapping[int, set[str]]) -> list[str]:
    """The other names of one council that are one letter from this one, where identity believes in such a slip."""
    least = LEAST_FOR_SLIP_OF_BODY if of == "body" else LEAST_FOR_SLIP
    length = len(word)
    return [
        other
        for size in (length - 1, length, length + 1)
        if max(size, length) >= least
        for other in words.get(size, ())
        if (of == "body" or other[:1] == word[:1]) and is_typo(word, other)
    ]
