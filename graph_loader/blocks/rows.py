"""What a meeting says of people, to plain values and back: lists and strings that JSON keeps as they are."""

from __future__ import annotations

from typing import Any

from ..identity.judgements import Constraints
from ..identity.profile import Named, Profile
from ..identity.stated_names import Equation
from ..identity.successions import Change
from ..lexicon.person_name import PersonName, parse_name

Row = list[Any]


def name_row(name: PersonName) -> str | Row:
    """A name: its words, and where a list shows it that the surname stands first."""
    return name.text if parse_name(name.text) == name else [name.text, "surname_first"]


def name_in(row: str | Row) -> PersonName:
    """The name of such a row."""
    return parse_name(row) if isinstance(row, str) else parse_name(row[0], row[1])


def profile_row(profile: Profile) -> Row:
    """A profile, without what decisions say of its names."""
    return [
        profile.date,
        profile.body,
        list(profile.first),
        {mention: [name_row(n.name), n.basis, n.reason] for mention, n in profile.mentions.items()},
        [name_row(n) for n in profile.names],
        [name_row(n) for n in profile.listed],
        sorted(list(entry) for entry in profile.entries),
        sorted(profile.statuses),
        sorted(profile.kinds),
        sorted(profile.roles),
        sorted(profile.organisations),
        sorted(profile.bodies),
        profile.initials_key,
        profile.council,
        profile.acts,
        profile.sits,
        profile.died,
        profile.parts,
    ]


def profile_in(meeting: str, row: Row, constraints: Constraints) -> Profile:
    """The profile of such a row, with what decisions say of its names now."""
    date, body, first, mentions, names, listed, entries, statuses, kinds, roles, organisations, bodies = row[:12]
    profile = Profile(
        meeting,
        date,
        body,
        (first[0], first[1], first[2], first[3]),
        {mention: Named(name_in(name), basis, reason) for mention, (name, basis, reason) in mentions.items()},
        [name_in(n) for n in names],
        [name_in(n) for n in listed],
        {(number, fact) for number, fact in entries},
        set(statuses),
        set(kinds),
        set(roles),
        set(organisations),
        set(bodies),
        *row[12:],
    )
    if constraints.accepted:
        for mention in mentions:
            apart = constraints.kept_from(mention)
            if apart or constraints.kept_with(mention):
                profile.judged |= {mention}
                profile.apart |= apart
    return profile


def change_row(change: Change) -> Row:
    """Somebody's coming or going."""
    return [change.day, change.body, change.name.text, change.joins]


def change_in(row: Row) -> Change:
    """The change of such a row."""
    day, body, text, joins = row
    return Change(day, body, parse_name(text), joins)


def equation_row(equation: Equation) -> Row:
    """A sentence that says that two names are one person's."""
    return [list(equation.one), list(equation.other), list(equation.position)]


def equation_in(row: Row) -> Equation:
    """The equation of such a row."""
    one, other, position = row
    return Equation((one[0], one[1]), (other[0], other[1]), (position[0], position[1], position[2], position[3]))
