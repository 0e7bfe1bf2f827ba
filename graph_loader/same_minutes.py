"""Whether two documents that state one body, day, hour and kind hold the minutes of one meeting.

Two formats, drafts or an abridgement of the same minutes say the same; the minutes of two meetings of one evening share
little but the people. Where neither can be shown they are taken for two: a wrong merge would mix two lists.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .folding import fold
from .lexicon.person_name import parse_name
from .parsed_minutes import ParsedMinutes

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

    @classmethod
    def of_minutes(cls, minutes: ParsedMinutes) -> Content:
        """That of parsed minutes."""
        said = [i.title for i in minutes.items]
        said += [r.text for r in minutes.resolutions]
        said += [m.text for m in minutes.motions if m.text]
        return cls.of(said, ((a.person, a.status) for a in minutes.attendance))


def of_one_meeting(one: Content, other: Content) -> bool:
    """Whether two documents of one body, day, hour and kind are of one meeting, by what they say."""
    if one.said and other.said:
        common = len(one.said & other.said)
        return common >= MOST * len(one.said | other.said) or common >= ABRIDGED * min(len(one.said), len(other.said))
    if one.came & other.away or other.came & one.away:
        return False
    people = one.came | one.away, other.came | other.away
    return people[0] <= people[1] or people[1] <= people[0]
