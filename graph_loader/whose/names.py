"""Names of councils and other communities taken apart: the place that they tell, and the kind of community.

`London Borough of Ormley` and `Ormley Borough Council` tell the same place and the same kind; `Ormley Town Council` is
another's. Which words are kinds is stated in `communities.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..folding import fold, fold_body
from ..lexicon.entries import of_class, values, word_set
from ..lexicon.typos import is_typo
from ..minutes.meeting.heading_words import community
from ..minutes.page.vocabulary import is_common, is_no_name

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "a", "an"})
LEAST_FOR_SLIP = 8
"""Letters of a place's name in which one slip is believed: shorter names differ by a letter and mean it."""


@cache
def _kind_words() -> frozenset[str]:
    """All words for kinds of communities and of their bodies: they tell no community from another."""
    phrases = (
        *of_class("communities", "before_of", "ends", "independent", "subject"),
        *of_class("heading_words", "short"),
    )
    return frozenset(word for phrase in phrases for word in fold(phrase).split())


@cache
def _ranks() -> frozenset[str]:
    """The words that tell one kind of community from another: `borough`, `parish`, `school`."""
    phrases = of_class("communities", "before_of", "begins", "ends", "independent", "rank")
    return frozenset(word for phrase in phrases for word in fold(phrase).split()) - _dropped()


@cache
def _dropped() -> frozenset[str]:
    """Words that say nothing of which community: those of its organ, of its honour, or of which meeting it was."""
    organs = frozenset(word for phrase in of_class("communities", "organ") for word in fold(phrase).split())
    return organs | word_set("communities", "honour") | word_set("heading_words", "never_first") | {"general"} | _SMALL


@dataclass(frozen=True)
class CouncilName:
    """The place or people that a name tells, word by word, and the words for its kind."""

    telling: tuple[str, ...]
    kinds: frozenset[str]

    @property
    def key(self) -> str:
        """The name in the same words, however it is written."""
        return " ".join((*self.telling, *sorted(self.kinds)))


@cache
def taken_apart(name: str) -> CouncilName:
    """A name of a community by its parts; without telling words where it is one that many bear (`Town Council`)."""
    short = values("communities", "abbreviated")
    words = [short.get(w, w) for w in fold_body(name).split() if w not in _dropped()]
    telling = tuple(w for w in words if w not in _ranks())
    return CouncilName(telling, frozenset(w for w in words if w in _ranks()))


def scope_of(name: str) -> str:
    """What is the same for all ways of writing one community: the scope of its documents."""
    parts = taken_apart(name)
    return parts.key if parts.telling else fold_body(name)


def is_community(name: str) -> bool:
    """Whether a name is that of a council or another community, and says of which place or people."""
    plain = fold(name)
    named = (
        community().fullmatch(name.strip())
        or any(plain.endswith(f" {end}") for end in of_class("communities", "independent"))
        or "council" in plain
    )
    return bool(named) and any(tells(word) for word in name.split())


def tells(word: str) -> bool:
    """Whether a word of a community's name tells it from others."""
    plain = fold(word)
    return (
        bool(plain)
        and not set(plain.split()) <= _kind_words() | _SMALL
        and not is_common(word)
        and not is_no_name(word)
    )


_AND = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?P<kind>(?:\s(?:district|borough|city|county|town|parish|community|village))?\scouncil)s$", re.IGNORECASE
)


@cache
def members_of(name: str) -> tuple[str, ...]:
    """The councils that a name puts together, each by its own name; none where it is the name of one.

    `Eastmere and Westmere District Councils` are two, `Bath and Larkin Council` is one.
    """
    plural = _PLURAL.search(name)
    parts = [part for part in _AND.split(name[: plural.start()] if plural else name) if part.strip()]
    if plural:
        parts = [part + plural["kind"] for part in parts]
    several = len(parts) > 1 and all(map(is_community, parts))
    return tuple(parts) if several else ()


def telling_words(name: str) -> tuple[str, ...]:
    """The words by which a text shows that it speaks of the place: those of its name that are no common words."""
    telling = taken_apart(name).telling
    return tuple(word for word in telling if tells(word)) or telling


def is_slip_of(one: str, other: str) -> bool:
    """Whether a name of a community is another of the same kind with a letter amiss, or by its initials."""
    a, b = taken_apart(one), taken_apart(other)
    if a.kinds != b.kinds or a.telling == b.telling:
        return False
    return _slip("".join(a.telling), "".join(b.telling)) or _initials(a, b)


def _slip(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= LEAST_FOR_SLIP and is_typo(one, other))


def _initials(short: CouncilName, long: CouncilName) -> bool:
    return (
        len(short.telling) == 1
        and len(long.telling) > 1
        and short.telling[0] == "".join(word[0] for word in long.telling)
    )


def points_to(name: str, councils: Iterable[str]) -> bool:
    """Whether a name without a place means the community that these are the names of.

    `the Council`, `Full Council` and `the above Council` do; `Town Council` where that is what it is; `the Board`,
    `Full Governing Body` and `Board of Governors` where it is called so.
    """
    words = fold(name).split()
    pointing = not word_set("communities", "pointing").isdisjoint(words)
    passing = word_set("communities", "pointing", "entire") | word_set("heading_words", "never_first") | _SMALL
    kinds = {w for w in words if w not in passing and not (pointing and w in _ranks())}
    return bool(kinds) and any(_is_called(kinds, council) for council in councils)


def _is_called(words: set[str], council: str) -> bool:
    own = set(fold(council).split())
    board = bool(own & _boards())
    kinds = taken_apart(council).kinds
    if not board and "council" not in own and kinds and kinds.isdisjoint(_local()):
        return False
    organs = _boards() if board else {"council"}
    return bool(words & organs) and words <= own | (_boards() - _members() if board else {"council"})


@cache
def _local() -> frozenset[str]:
    """The words for kinds of communities that a council governs."""
    return frozenset(word for phrase in of_class("communities", "before_of", "rank") for word in fold(phrase).split())


@cache
def _boards() -> frozenset[str]:
    """The words of the organs of communities that have no council, and of who sits on these."""
    return frozenset(word for phrase in of_class("communities", "board") for word in fold(phrase).split()) - _SMALL


@cache
def _members() -> frozenset[str]:
    return frozenset(word for word in _boards() if word.endswith("s"))
