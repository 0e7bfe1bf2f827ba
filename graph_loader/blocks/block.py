"""Blocks from what meetings say, and back to what identity decides from.

A person's block is a surname, a body's block a folded name. A name that its meeting leaves open lies in the block of
everybody whom it may mean there; a sentence about two names in the blocks of both.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..identity import NameInContext
from ..identity.bodies.forms import form_of
from ..identity.bodies.resolve import stated_kind
from ..identity.judgements import Constraints
from ..identity.profile import Open, Profile
from ..identity.seen import Seen
from ..identity.slips import letters_of
from ..identity.stated_names import stated_name
from ..lexicon.person_name import PersonName
from ..records import Of
from .rows import change_in, change_row, equation_in, equation_row, name_in, profile_in, profile_row

BlockKey = tuple[Of, str]
"""Of persons and a surname, which may be empty; or of bodies and a folded name."""

Said = dict[str, list[Any]]
"""What one meeting says in a block: `people`, `open`, `changes`, `equations`; or `names` of bodies."""


@dataclass
class Block:
    """What the meetings of a council say of one surname or of one body's name, by meeting."""

    key: BlockKey
    said: dict[str, Said] = field(default_factory=dict)

    @property
    def content(self) -> str:
        """All of it as JSON, the same for the same meetings."""
        return json.dumps(self.said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def told_anew(self, meetings: Container[str], now: Block | None) -> Block:
        """The block with what these meetings say `now`, if anything, in the place of what they said."""
        kept = {meeting: said for meeting, said in self.said.items() if meeting not in meetings}
        return Block(self.key, kept | (now.said if now else {}))

    def links(self, constraints: Constraints) -> list[str]:
        """What another block has in common with this one where the two must be decided together.

        Other surnames of its people (`s:`), the letters of full names (`l:`), sentences (`e:`), decisions (`j:`).
        """
        found: set[str] = set()
        for said in self.said.values():
            found |= {f"e:{row[0][0]} {row[1][0]}" for row in said.get("equations", ())}
            mentions: list[str] = [row[0] for row in said.get("names", ())]
            for row in said.get("people", ()):
                mentions += row[3]
                for name in map(name_in, row[4]):
                    found |= _links_of(name)
            for mention in mentions:
                if group := constraints.kept_with(mention):
                    found.add(f"j:{min(group)}")
        return sorted(found - {f"s:{self.key[1]}"})


def _links_of(name: PersonName) -> set[str]:
    found = {f"s:{name.surname}", *(f"l:{letters}" for letters in letters_of([name]))}
    if name.former:
        found.add(f"s:{stated_name(name).surname}")
    return found


def blocks_of(seen: Mapping[str, Seen], names: Iterable[NameInContext]) -> dict[BlockKey, Block]:
    """What meetings say, by blocks: of people what was `seen` at each, of bodies their names as written."""
    blocks: dict[BlockKey, Block] = {}

    def add(of: Of, key: str, meeting: str, part: str, row: Any) -> None:
        block = blocks.setdefault((of, key), Block((of, key)))
        block.said.setdefault(meeting, {}).setdefault(part, []).append(row)

    for meeting, here in seen.items():
        place: dict[str, str] = {}
        for profile in here.profiles:
            surname = _surname(profile)
            add("person", surname, meeting, "people", profile_row(profile))
            place |= dict.fromkeys(profile.mentions, surname)
        for undecided in here.left:
            candidates = [[_surname(p), p.first[3]] for p in undecided.candidates]
            for surname in sorted({surname for surname, _ in candidates}):
                add("person", surname, meeting, "open", [undecided.mention, undecided.reason, candidates])
        for change in here.changes:
            add("person", change.name.surname, meeting, "changes", change_row(change))
        for equation in here.equations:
            sides = place.get(equation.one[0]), place.get(equation.other[0])
            if None not in sides:
                for surname in sorted({s for s in sides if s is not None}):
                    add("person", surname, meeting, "equations", equation_row(equation))
    for name in names:
        if name.of == "body" and (form := form_of(name.text)):
            row = [name.id, name.text, name.slot, stated_kind(name), name.date, name.order, name.label]
            add("body", form, name.meeting, "names", row)
    return blocks


def _surname(profile: Profile) -> str:
    return profile.best.surname if profile.names else ""


def seen_in(
    blocks: Iterable[Block], constraints: Constraints, elsewhere: Callable[[Sequence[str]], Mapping[str, str]]
) -> Seen:
    """What the meetings of these blocks say of people.

    `elsewhere` gives the people that names in other blocks mean, by the ids of these names.
    """
    found = Seen()
    at: dict[str, Profile] = {}
    opened: dict[str, list[Any]] = {}
    equations: dict[str, list[Any]] = {}
    for block in blocks:
        for meeting, said in block.said.items():
            for row in said.get("people", ()):
                profile = profile_in(meeting, row, constraints)
                found.profiles.append(profile)
                at[profile.first[3]] = profile
            found.changes += map(change_in, said.get("changes", ()))
            opened |= {row[0]: row for row in said.get("open", ())}
            equations |= {json.dumps(row): row for row in said.get("equations", ())}
    found.equations = [equation_in(row) for row in equations.values()]
    others = sorted({first for row in opened.values() for _, first in row[2] if first not in at})
    people = elsewhere(others) if others else {}
    for mention, reason, candidates in opened.values():
        here = tuple(at[first] for _, first in candidates if first in at)
        there = tuple(people.get(first) for _, first in candidates if first not in at)
        found.left.append(Open(mention, here, reason, there))
    return found


def bodies_in(blocks: Iterable[Block]) -> list[NameInContext]:
    """The names of bodies in these blocks, as far as identity needs them."""
    found = []
    for block in blocks:
        for meeting, said in block.said.items():
            for mention, text, slot, kind, date, order, label in said.get("names", ()):
                stated = {"body_kind": kind, "kind": kind} if kind else {}
                found.append(NameInContext(mention, text, "body", slot, "", label, meeting, date, order, stated))
    return sorted(found, key=lambda n: n.position)
