"""Whether two documents that state one body, day, hour and kind hold the minutes of one meeting.

Two formats, drafts or an abridgement of the same minutes say the same; the minutes of two meetings of one evening share
little but the people. Where neither can be shown they are taken for two: a wrong merge would mix two lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .folding import fold
from .lexicon.person_name import parse_name

MOST = 0.5
"""How much of all that two documents say must be in both, if they are one meeting's."""
ABRIDGED = 0.75
"""How much of what the shorter says must be in the longer, if it is an abridgement."""
_AWAY = frozenset({"apologies", "absent"})


@dataclass(frozen=True)
class Content:
    """What tells the minutes of one meeting from another's: what was dealt with, who came, who did not."""

    said: frozenset[str]
    came: frozenset[str]
    away: frozenset[str]

    @classmethod
    def of(cls, said: Iterable[str | None], people: Iterable[tuple[str, str]]) -> Content:
        """From the titles and texts of items, resolutions and motions, and from (name, status) of the lists."""
        listed = [(parse_name(name).surname or fold(name), status) for name, status in people]
        return cls(
            frozenset(plain for text in said if text and (plain := fold(text))),
            frozenset(who for who, status in listed if status == "present"),
            frozenset(who for who, status in listed if status in _AWAY),
        )


def of_one_meeting(one: Content, other: Content) -> bool:
    """Whether two documents of one body, day, hour and kind are of one meeting, by what they say."""
    if one.said and other.said:
        common = len(one.said & other.said)
        return common >= MOST * len(one.said | other.said) or common >= ABRIDGED * min(len(one.said), len(other.said))
    if one.came & other.away or other.came & one.away:
        return False
    people = one.came | one.away, other.came | other.away
    return people[0] <= people[1] or people[1] <= people[0]


def meetings_of(documents: Mapping[str, Content]) -> list[frozenset[str]]:
    """Which documents of one body, day, hour and kind are of one meeting, by what each says; from the first by its key.

    The answer depends on the documents and on no order. Drafts of drafts are one: a document that deals with something
    belongs to all that it is like. One that only lists people shows less, and joins a meeting only where it fits no
    second one; those with more people are asked first.
    """
    telling = sorted(key for key, content in documents.items() if content.said)
    found: list[set[str]] = []
    for key in telling:
        alike = [group for group in found if _fits(documents, key, group)]
        found = [group for group in found if group not in alike] + [{key}.union(*alike)]
    for key in sorted(documents.keys() - telling, key=lambda k: (-len(documents[k].came | documents[k].away), k)):
        alike = [group for group in found if _fits(documents, key, group)]
        if len(alike) == 1:
            alike[0].add(key)
        else:
            found.append({key})
    return sorted((frozenset(group) for group in found), key=min)


def _fits(documents: Mapping[str, Content], key: str, group: Iterable[str]) -> bool:
    return any(of_one_meeting(documents[key], documents[other]) for other in group)
