"""Within one meeting: which of its names mean one person.

The lists of the minutes are the anchor: every entry of a list is a person of its own. Other names of the meeting go to
the one entry that they can mean; a name that fits several stays open, with these as its candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .compare import names_agree
from .context import NameInContext
from .outcome import Basis
from .person_name import PersonName, office_in, parse_name

New = Callable[[NameInContext, PersonName, str], None]
ABSENT = frozenset({"apologies", "absent"})
CHAIRING = (
    "chair",
    "chairman",
    "chairperson",
    "chairwoman",
    "mayor",
    "cathaoirleach",
    "provost",
    "convener",
    "convenor",
    "president",
    "lord mayor",
    "acting chair",
    "acting chairman",
)


@dataclass(frozen=True)
class Named:
    """A name that a profile carries: taken apart, and why it is that person's."""

    name: PersonName
    basis: Basis
    reason: str


@dataclass
class Profile:
    """One person as one meeting shows them.

    `entries` are the places in lists, as (list, fact); `names` are the names as written, taken apart, `listed` those
    of lists; `kinds` what the records say that the person is.
    """

    meeting: str
    date: str | None
    body: str | None
    mentions: dict[str, Named] = field(default_factory=dict)
    names: list[PersonName] = field(default_factory=list)
    listed: list[PersonName] = field(default_factory=list)
    entries: set[tuple[int, str]] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    initials_key: str | None = None
    first: tuple[str, str, int, str] = ("9999", "", 0, "")

    @property
    def best(self) -> PersonName:
        """The name that says most."""
        return max(self.names, key=lambda n: (len(n.given), len(n.initials), n.gender is not None, n.text))

    def add(self, mention: NameInContext, name: PersonName, basis: Basis, reason: str) -> None:
        """Takes a name of the meeting in."""
        self.mentions[mention.id] = Named(name, basis, reason)
        if name not in self.names:
            self.names.append(name)
        self.first = min(self.first, mention.position)
        p = mention.properties
        if mention.label == "Attendance":
            self.listed.append(name)
            self.statuses.add(p["status"])
            self.entries.add((p.get("list") or 0, mention.fact))
            self.kinds |= _kinds(p.get("capacity"), p["status"], name)
            if p.get("role"):
                self.roles.add(p["role"])
            self.initials_key = self.initials_key or p.get("initials")
        elif name.civic:
            self.kinds.add("councillor")
        if mention.target_body:
            self.bodies.add(mention.target_body)


@dataclass(frozen=True)
class Open:
    """A name that its meeting does not decide: the profiles of the meeting that it may mean, or none."""

    mention: NameInContext
    name: PersonName
    candidates: tuple[Profile, ...]
    reason: str


def _kinds(capacity: str | None, status: str, name: PersonName) -> set[str]:
    if capacity == "officer":
        return {"officer"}
    if name.civic:
        return {"councillor"}
    if capacity in {"representative", "co_opted"}:
        return {"representative"}
    if capacity == "public":
        return {"public"}
    if capacity == "member" and status in {"present", *ABSENT}:
        return {"member"}
    return set()


def profiles_of(names: Sequence[NameInContext]) -> tuple[list[Profile], list[Open]]:
    """The people of one meeting, and the names that it leaves open. The names' bodies are entities by now."""
    ordered = sorted(names, key=lambda n: n.position)
    found: list[Profile] = []
    left: list[Open] = []
    body = ordered[0].meeting_body if ordered else None

    def new(mention: NameInContext, name: PersonName, reason: str) -> None:
        profile = Profile(mention.meeting, mention.date, body)
        profile.add(mention, name, "same_name", reason)
        found.append(profile)

    listed = [n for n in ordered if n.label == "Attendance" and n.slot == "person"]
    for mention in listed:
        name = parse_name(mention.text)
        if not name.surname or name.letters_only:
            continue
        same = [p for p in found if _same_entry(p, mention, name)]
        if len(same) == 1:
            same[0].add(mention, name, "same_meeting", f"listed twice at this meeting, as “{same[0].best.text}” too")
        else:
            new(mention, name, "listed at the meeting")
    others = [
        (n, parse_name(n.text))
        for n in ordered
        if n not in listed or not parse_name(n.text).surname or parse_name(n.text).letters_only
    ]
    # Names that say most come first, so that a bare surname finds everybody whom it could mean.
    for mention, name in sorted(others, key=lambda x: (-len(x[1].given), -len(x[1].initials), x[0].position)):
        if mention.slot == "holder" or name.collective:
            left.append(Open(mention, name, (), "names no single person"))
        elif name.office is not None:
            _office(mention, name, found, left)
        elif name.letters_only:
            _letters(mention, name, found, left)
        elif name.surname:
            _attach(mention, name, found, left, new)
    return found, left


def _same_entry(profile: Profile, mention: NameInContext, name: PersonName) -> bool:
    """Whether an entry of another list is the same person: names that agree in more than the surname."""
    here = mention.properties.get("list") or 0
    if any(number == here for number, _ in profile.entries):
        return False
    absent = mention.properties["status"] in ABSENT
    same_side = any((s in ABSENT) == absent for s in profile.statuses)
    identical = any(n.plain == name.plain and n.gender == name.gender for n in profile.names)
    if identical and (
        not name.bare
        or _kinds(mention.properties.get("capacity"), mention.properties["status"], name) <= profile.kinds | {"member"}
    ):
        return True
    if not same_side or name.bare or all(n.bare for n in profile.names):
        return False
    kinds = _kinds(mention.properties.get("capacity"), mention.properties["status"], name)
    if ("officer" in kinds) != ("officer" in profile.kinds) and kinds and profile.kinds:
        return False
    return all(names_agree(n, name) for n in profile.names)


def _fits(profile: Profile, name: PersonName) -> bool:
    return all(names_agree(n, name) for n in profile.names)


def _attach(mention: NameInContext, name: PersonName, found: list[Profile], left: list[Open], new: New) -> None:
    fitting = [p for p in found if _fits(p, name)] or _by_given_name(name, found)
    if name.civic:
        fitting = [p for p in fitting if "officer" not in p.kinds]
    exact = [
        p
        for p in fitting
        if any(n.plain == name.plain and (n.gender == name.gender or not n.gender or not name.gender) for n in p.names)
    ]
    if len(exact) == 1 and len(fitting) > 1 and not name.bare:
        fitting = exact
    if len(fitting) > 1:
        fitting = _nearest(mention, fitting)
    if len(fitting) == 1:
        other = fitting[0]
        reason = f"the only one at this meeting whom “{name.text}” can mean: “{other.best.text}”"
        if _fits(other, name):
            other.add(mention, name, "same_meeting", reason)
        else:
            other.mentions[mention.id] = Named(name, "same_meeting", reason)
    elif not fitting:
        new(mention, name, "named at the meeting, and nobody of that name listed")
    else:
        texts = " or ".join(f"“{p.best.text}”" for p in fitting)
        left.append(Open(mention, name, tuple(fitting), f"at this meeting it can mean {texts}"))


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


def _office(mention: NameInContext, name: PersonName, found: list[Profile], left: list[Open]) -> None:
    """`The Chair` is whoever the lists of the meeting give that office, if that is one person."""
    office = name.office or ""
    holders = [p for p in found if any(office_in(r) == office for r in p.roles)]
    if not holders and office in CHAIRING:
        holders = [p for p in found if any(office_in(r) in CHAIRING for r in p.roles)]
    present = [p for p in holders if p.statuses - ABSENT] or holders
    if len(present) == 1:
        reason = f"“{name.text}” is “{present[0].best.text}”, whom the minutes list in that office"
        present[0].mentions[mention.id] = Named(name, "office", reason)
    else:
        why = "nobody" if not present else f"{len(present)} people"
        left.append(Open(mention, name, tuple(present), f"the lists of this meeting give that office to {why}"))


def _letters(mention: NameInContext, name: PersonName, found: list[Profile], left: list[Open]) -> None:
    """Initials in the text: through the key of the minutes, else the only person present whose initials they are."""
    letters = name.text.replace(".", "")
    keyed = [p for p in found if p.initials_key == letters]
    if len(keyed) == 1:
        reason = f"the minutes give “{letters}” as the initials of “{keyed[0].best.text}”"
        keyed[0].mentions[mention.id] = Named(name, "initials", reason)
        return
    own = [p for p in found if _initials(p.best) == letters.casefold() and p.initials_key is None]
    if len(own) == 1 and not keyed:
        reason = f"“{own[0].best.text}” is the only one at this meeting with the initials {letters}"
        own[0].mentions[mention.id] = Named(name, "initials", reason)
        return
    left.append(
        Open(
            mention,
            name,
            tuple(keyed or own),
            f"the initials {letters} are explained by no key and fit {len(own)} people",
        )
    )


def _initials(name: PersonName) -> str:
    return name.initials[:1] + name.surname[:1] if name.initials else ""


def all_mentions(profiles: Iterable[Profile]) -> set[str]:
    """The ids of all names that profiles carry."""
    return {m for p in profiles for m in p.mentions}
