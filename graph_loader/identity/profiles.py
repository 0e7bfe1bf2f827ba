"""Within one meeting: which of its names mean one person.

The lists of the minutes are the anchor: every entry of a list is a person of its own. Other names of the meeting go to
the one entry that they can mean; a name that fits several stays open, with these as its candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..folding import fold
from ..lexicon.offices import presiding_words
from ..lexicon.person_name import PersonName, office_in, parse_name, parse_names
from .compare import names_agree
from .context import NameInContext
from .judgements import NO_CONSTRAINTS, Constraints
from .outcome import Basis
from .profile import ABSENT, MEMBERS, VISITORS, Named, Open, Profile, kinds_of, only_spoke, to_outside

_OF_MEMBERS = frozenset({"Motion", "Vote"})
"""Records in which members act, and nobody else while a member of that name is there."""
NO_COUNCILS: Mapping[str, str] = {}


def profiles_of(
    names: Sequence[NameInContext], constraints: Constraints = NO_CONSTRAINTS, councils: Mapping[str, str] = NO_COUNCILS
) -> tuple[list[Profile], list[Open]]:
    """The people of one meeting, and the names that it leaves open.

    The names' bodies are entities by now; `councils` are the own words of those that are whole councils.
    """
    body = min(names, key=lambda n: n.position).meeting_body if names else None
    meeting = _Meeting(constraints, body, councils.get(body or ""))
    meeting.read(sorted(names, key=lambda n: n.position))
    return meeting.found, meeting.left


@dataclass
class _Meeting:
    """One meeting on its way: the people found so far, and the names left open."""

    constraints: Constraints
    body: str | None
    council: str | None = None
    found: list[Profile] = field(default_factory=list)
    left: list[Open] = field(default_factory=list)

    def read(self, ordered: Sequence[NameInContext]) -> None:
        others: list[tuple[NameInContext, PersonName]] = []
        entries = [m for m in ordered if m.label == "Attendance" and m.slot == "person" and not only_spoke(m)]
        in_lists = dict(zip((m.text for m in entries), parse_names(m.text for m in entries), strict=True))
        for mention in ordered:
            name = in_lists.get(mention.text) or parse_name(mention.text)
            entry = mention.label == "Attendance" and mention.slot == "person" and not only_spoke(mention)
            if entry and name.surname and not name.letters_only:
                self._entry(mention, name)
            else:
                others.append((mention, name))
        # Names that say most come first, so that a bare surname finds everybody whom it could mean.
        for mention, name in sorted(others, key=lambda x: (-len(x[1].given), -len(x[1].initials), x[0].position)):
            self._other(mention, name)

    def _new(self, mention: NameInContext, name: PersonName | None, basis: Basis, reason: str) -> None:
        profile = Profile(mention.meeting, mention.date, self.body, mention.position, council=self.council)
        self.found.append(profile)
        self._add(profile, mention, name, basis, reason)

    def _add(
        self, profile: Profile, mention: NameInContext, name: PersonName | None, basis: Basis, reason: str
    ) -> None:
        """Adds a mention to a person; without a name it says nothing more of them: an office, initials."""
        if name is not None:
            profile.add(mention, name, basis, reason)
        else:
            profile.mentions[mention.id] = Named(parse_name(mention.text), basis, reason)
            profile.first = min(profile.first, mention.position)
            profile.take_part(mention)
        apart = self.constraints.kept_from(mention.id)
        if apart or self.constraints.kept_with(mention.id):
            profile.judged |= {mention.id}
            profile.apart |= apart

    def _free(self, mention: NameInContext) -> list[Profile]:
        """The people found so far, without those who cannot be meant.

        These are whom a human keeps apart from the mention, who has the other part in its record, and of somebody who
        died whoever is at the meeting.
        """
        apart = self.constraints.kept_from(mention.id)
        free = [p for p in self.found if not apart & p.judged] if apart else self.found
        if mention.label in {"Appointment", "Substitution"}:
            free = [p for p in free if p.parts.get(mention.fact, mention.slot) == mention.slot]
        elif mention.label == "Departure" and mention.properties.get("cause") == "died":
            named = parse_name(mention.text).given
            free = [p for p in free if not p.acts or p.died or (named and p.best.given == named)]
        return free

    def _by_human(self, mention: NameInContext) -> Profile | None:
        """The person found so far with whom a human says that the mention is one."""
        group = self.constraints.kept_with(mention.id)
        return next((p for p in self.found if group & p.judged), None) if group else None

    def _entry(self, mention: NameInContext, name: PersonName) -> None:
        if judged := self._by_human(mention):
            self._add(judged, mention, name, "human", "judged by a human")
            return
        free = self._free(mention)
        twice = next((p for p in free if _twice_in_a_list(p, mention, name)), None)
        if twice is not None:
            reason = f"“{name.text}” stands twice in one list: a line repeated, or two people of one name"
            self.left.append(Open(mention.id, (twice,), reason))
            return
        same = [p for p in free if _same_entry(p, mention, name)]
        if len(same) == 1:
            reason = f"listed twice at this meeting, as “{same[0].best.text}” too"
            self._add(same[0], mention, name, "same_meeting", reason)
        else:
            self._new(mention, name, "same_name", "listed at the meeting")

    def _other(self, mention: NameInContext, name: PersonName) -> None:
        named = name if name.surname and not name.letters_only and not name.collective else None
        if judged := self._by_human(mention):
            fits = named if named and _fits(judged, named) else None
            self._add(judged, mention, fits, "human", "judged by a human")
        elif self.constraints.kept_with(mention.id):
            self._new(mention, named, "human", "judged by a human")
        elif mention.slot == "holder" or name.collective:
            self.left.append(Open(mention.id, (), "names no single person"))
        elif posts := self._by_post(mention):
            self._holder(mention, name, posts)
        elif name.office is not None:
            self._office(mention, name)
        elif name.letters_only:
            self._letters(mention, name)
        elif name.surname:
            self._attach(mention, name)

    def _attach(self, mention: NameInContext, name: PersonName) -> None:
        free = [p for p in self._free(mention) if p.names]
        fitting = [p for p in free if _fits(p, name)] or _by_given_name(name, free)
        if name.civic or mention.label in _OF_MEMBERS:
            members = [p for p in fitting if not p.kinds or not p.kinds <= _OUTSIDE]
            if not members and not name.civic:
                members = [p for p in fitting if not p.kinds or not p.kinds <= VISITORS]
            fitting = members
        if name.given and not name.civic and _may_be_outsider(mention):
            fitting = [p for p in fitting if not _only_bare_member(p)]
        exact = [p for p in fitting if any(_alike(n, name) for n in p.names)]
        if len(exact) == 1 and len(fitting) > 1 and not name.bare:
            fitting = exact
        if len(fitting) > 1:
            fitting = _nearest(mention, fitting)
        if len(fitting) == 1:
            other = fitting[0]
            reason = f"the only one at this meeting whom “{name.text}” can mean: “{other.best.text}”"
            self._add(other, mention, name if _fits(other, name) else None, "same_meeting", reason)
        elif not fitting:
            self._new(mention, name, "same_name", "named at the meeting, and nobody of that name listed")
        else:
            texts = " or ".join(f"“{p.best.text}”" for p in fitting)
            self.left.append(Open(mention.id, tuple(fitting), f"at this meeting it can mean {texts}"))

    def _office(self, mention: NameInContext, name: PersonName) -> None:
        """`The Chair` is whoever the lists of the meeting give that office, if that is one person."""
        office = name.office or ""
        free = [p for p in self._free(mention) if p.names]
        holders = [p for p in free if any(office_in(r) == office for r in p.roles)]
        if not holders and office in presiding_words():
            holders = [p for p in free if any(office_in(r) in presiding_words() for r in p.roles)]
        present = [p for p in holders if p.statuses - ABSENT]
        if not present and office in presiding_words():
            present = [p for p in free if p.statuses - ABSENT and any(_presides(r) for r in p.roles)]
        self._holder(mention, name, present or holders)

    def _by_post(self, mention: NameInContext) -> list[Profile]:
        """Whom the lists give the post that a text names: `the Town Clerk`, or `the Director` for one of Housing."""
        text = fold(mention.text)
        if not text.startswith("the ") or office_in(text) in presiding_words():
            return []
        post = text.removeprefix("the ")
        free = [(p, [fold(r.split(",")[0]) for r in p.roles]) for p in self._free(mention) if p.names]
        exact = [p for p, roles in free if post in roles]
        return exact or [p for p, roles in free if any(r.startswith((f"{post} of ", f"{post} for ")) for r in roles)]

    def _holder(self, mention: NameInContext, name: PersonName, holders: list[Profile]) -> None:
        if len(holders) == 1:
            reason = f"“{name.text}” is “{holders[0].best.text}”, whom the minutes list in that office"
            self._add(holders[0], mention, None, "office", reason)
        else:
            why = "nobody" if not holders else f"{len(holders)} people"
            reason = f"the lists of this meeting give that office to {why}"
            self.left.append(Open(mention.id, tuple(holders), reason))

    def _letters(self, mention: NameInContext, name: PersonName) -> None:
        """Initials in the text: through the key of the minutes, else the only person present who has them."""
        letters = name.text.replace(".", "")
        free = [p for p in self._free(mention) if p.names]
        keyed = [p for p in free if p.initials_key == letters]
        if len(keyed) == 1:
            reason = f"the minutes give “{letters}” as the initials of “{keyed[0].best.text}”"
            self._add(keyed[0], mention, None, "initials", reason)
            return
        own = [p for p in free if _initials(p.best) == letters.casefold() and p.initials_key is None]
        if len(own) == 1 and not keyed:
            reason = f"“{own[0].best.text}” is the only one at this meeting with the initials {letters}"
            self._add(own[0], mention, None, "initials", reason)
            return
        reason = f"the initials {letters} are explained by no key and fit {len(own)} people"
        self.left.append(Open(mention.id, tuple(keyed or own), reason))


def _only_bare_member(profile: Profile) -> bool:
    """Whether all that is known of a member is a surname, or a councillor's title with or without initials."""
    return bool(profile.kinds & MEMBERS) and all(n.bare or (n.civic and not n.given) for n in profile.names)


def _may_be_outsider(mention: NameInContext) -> bool:
    """Whether a record may tell of somebody who is no member: who speaks, or is put on a body from outside."""
    visits = only_spoke(mention) and mention.properties.get("capacity") in VISITORS
    return visits or mention.label == "Contribution" or to_outside(mention)


def _presides(role: str) -> bool:
    """Whether a role says that its holder took the chair, or takes it when nobody else does."""
    held = office_in(role.split("(", maxsplit=1)[0]) or ""
    return "in the chair" in fold(role) or held.startswith(("vice", "deputy", "depute", "leas"))


def _alike(one: PersonName, other: PersonName) -> bool:
    """Whether two names are written alike, titles of the other gender apart."""
    return one.folded == other.folded and (one.gender == other.gender or not one.gender or not other.gender)


def _twice_in_a_list(profile: Profile, mention: NameInContext, name: PersonName) -> bool:
    """Whether a list holds the name already, and says nothing that tells the two entries apart."""
    here, p = mention.properties.get("list"), mention.properties
    if here is None or not any(number == here for number, _ in profile.entries):
        return False
    if not any(fold(n.text) == fold(name.text) for n in profile.listed):
        return False
    role, organisation = p.get("role") or "", fold(p.get("organisation") or "")
    return role in (profile.roles or {""}) and organisation in (profile.organisations or {""})


_OUTSIDE = VISITORS | {"officer"}
"""Kinds of people who are no members: a member of their name is somebody else."""


def _other_side(here: set[str], there: set[str]) -> bool:
    """Whether records say that one is a member and the other none, or that one is an officer, one a visitor."""
    for one, other in ((here, there), (there, here)):
        if one and other and one <= _OUTSIDE and other & MEMBERS and not other & _OUTSIDE:
            return True
        if "officer" in one and other & VISITORS and not one & other:
            return True
    return False


def _same_entry(profile: Profile, mention: NameInContext, name: PersonName) -> bool:
    """Whether an entry of another list is the same person: names that agree in more than the surname.

    What a text says outside of lists may say it twice: the same full name in it is the same person.
    """
    here = mention.properties.get("list")
    if any(number == (here or 0) for number, _ in profile.entries):
        return here is None and bool(name.given) and any(n.folded == name.folded for n in profile.names)
    absent = mention.properties["status"] in ABSENT
    same_side = any((s in ABSENT) == absent for s in profile.statuses)
    identical = any(n.folded == name.folded and n.gender == name.gender for n in profile.names)
    kinds = kinds_of(mention.properties.get("capacity"), mention.properties["status"], name)
    if _other_side(kinds, profile.kinds):
        return False
    if identical and (not name.bare or kinds <= profile.kinds | {"member"}):
        return True
    if not same_side:
        return False
    if name.bare or all(n.bare for n in profile.names):
        # A roll called again: that of a body with two of the surname tells them apart.
        fuller = name.bare != all(n.bare for n in profile.names)
        return fuller and not absent and kinds | profile.kinds <= MEMBERS and _fits(profile, name)
    if ("officer" in kinds) != ("officer" in profile.kinds) and kinds and profile.kinds:
        return False
    return all(names_agree(n, name) for n in profile.names)


def _fits(profile: Profile, name: PersonName) -> bool:
    return all(names_agree(n, name) for n in profile.names)


def _by_given_name(name: PersonName, found: list[Profile]) -> list[Profile]:
    """Those whom one word without title may call by their given name: `Karen` for `Karen Cranston`."""
    if not name.bare or name.civic or name.gender or " " in name.text.strip():
        return []
    return [p for p in found if p.best.given[:1] == (name.surname,)]


def _nearest(mention: NameInContext, fitting: list[Profile]) -> list[Profile]:
    """Of several, those on the right side: who stands in or acts was there, who is stood in for was not."""
    wanted_absent = mention.slot == "absent" or (
        mention.label == "Attendance" and mention.properties["status"] in ABSENT
    )
    acting = mention.label in {"Motion", "Vote", "Contribution", "Declaration"} or mention.slot == "substitute"
    if wanted_absent:
        chosen = [p for p in fitting if p.statuses & ABSENT or not p.statuses]
    elif acting:
        chosen = [p for p in fitting if p.statuses - ABSENT or not p.statuses]
    else:
        return fitting
    listed = [p for p in chosen if p.statuses]
    return listed if len(listed) == 1 else chosen or fitting


def _initials(name: PersonName) -> str:
    return name.initials[:1] + name.surname[:1] if name.initials else ""
