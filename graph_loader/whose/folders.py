"""Which documents of a folder are one source: decided from what all of them say, whatever was loaded first.

A document that states a council, or for which one is stated, is that council's. One that names none is counted with the
council that its folder names, if it names one; where it names two, with the one that the document speaks of. Documents
of a folder in which none names a council are one source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .names import is_slip_of, members_of, scope_of, taken_apart, telling_words

MAIN = 0.9
"""Share of the documents of a folder that name a council from which one council is the folder's."""

RARE = 0.2
"""How often a name may stand beside a common one that it is taken for a slip of: so many times as often, at most."""

Basis = Literal["stated", "text", "folder"]


@dataclass(frozen=True)
class Claim:
    """What one document says of whose minutes it holds.

    `stated` is what a human states, `named` what it names itself; `words` are those of a document that names none which
    may tell a place; `sites` are the names of authorities in the addresses that it gives (`www.ormley.gov.uk`).
    """

    key: str
    version: str
    stated: str | None
    named: str | None
    words: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Belonging:
    """To which source a document belongs, and whose it is, as far as that is known."""

    scope: str
    council: str | None = None
    basis: Basis | None = None


def decide(folder: str, claims: Sequence[Claim]) -> dict[str, Belonging]:
    """The source of every document of a folder, by its key. The order of the claims does not matter."""
    counts = Counter(c.stated or c.named or "" for c in claims)
    counts.pop("", None)
    heads = _heads(counts)
    by_head: dict[str, int] = defaultdict(int)
    for name, count in counts.items():
        by_head[heads[name]] += count
    return {c.key: _belonging(folder, c, heads, by_head) for c in claims}


def _belonging(folder: str, claim: Claim, heads: Mapping[str, str], by_head: Mapping[str, int]) -> Belonging:
    if claim.stated:
        return Belonging(scope_of(heads[claim.stated]), claim.stated, "stated")
    if claim.named:
        return Belonging(scope_of(heads[claim.named]), heads[claim.named], "text")
    if not by_head:
        return Belonging(f"folder:{folder}")
    head = _beside(claim, by_head)
    if head is None:
        return Belonging("document:" + claim.version[:16])
    return Belonging(scope_of(head), head, "folder")


def _beside(claim: Claim, by_head: Mapping[str, int]) -> str | None:
    """The council that a document is counted with which names none, or none where that is not clear."""
    first = min(by_head, key=lambda head: (-by_head[head], head))
    words = set(claim.words)
    if by_head[first] >= MAIN * sum(by_head.values()):
        return None if _of_another(claim, first, words) else first
    spoken_of = [head for head in sorted(by_head) if _speaks_of(head, words, claim.sites)]
    return spoken_of[0] if len(spoken_of) == 1 else None


def _speaks_of(head: str, words: set[str], sites: Sequence[str]) -> bool:
    telling = telling_words(head)
    return set(telling) <= words or "".join(telling) in {site.replace("-", "") for site in sites}


def _of_another(claim: Claim, head: str, words: set[str]) -> bool:
    """Whether a document gives the address of another authority, and never speaks of this one's place."""
    telling = telling_words(head)
    near = {"".join(telling), *telling}
    return (
        bool(claim.sites)
        and not any(word in words for word in telling)
        and not any(name in site for site in claim.sites for name in near)
    )


def _heads(counts: Mapping[str, int]) -> dict[str, str]:
    """For every name of a council in a folder the one that stands for all that are of the same council.

    A name without its kind (`Ormley Council`) is that of the one council of the place; a rare name that is a common one
    with a letter amiss, or its initials, is that one. A name that may be two councils' stays apart. A joint body of
    several councils is counted with the one that the folder names, if it is one.
    """
    ways: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda n: (n.isupper(), -counts[n], n)):
        ways[scope_of(name)].append(name)
    often = {names[0]: sum(counts[n] for n in names) for names in ways.values()}
    found = {names[0]: names[0] for names in ways.values()}
    for name in sorted(often, key=lambda n: (often[n], n)):
        slips = [o for o in found if often[name] <= RARE * often[o] and is_slip_of(name, o)]
        fuller = [o for o in found if _leaves_out_kind(name, o)]
        joint = {scope_of(member) for member in members_of(name)}
        theirs = [o for o in found if o != name and scope_of(o) in joint]
        others = [o for o in (*slips, *fuller, *theirs) if found[o] == o]
        if len(others) == 1:
            found[name] = others[0]
    return {name: _last(found, names[0]) for names in ways.values() for name in names}


def _leaves_out_kind(name: str, other: str) -> bool:
    one, fuller = taken_apart(name), taken_apart(other)
    return bool(one.telling) and one.telling == fuller.telling and not one.kinds and bool(fuller.kinds)


def _last(found: Mapping[str, str], name: str) -> str:
    while found[name] != name:
        name = found[name]
    return name


__all__ = ["Basis", "Belonging", "Claim", "decide"]
