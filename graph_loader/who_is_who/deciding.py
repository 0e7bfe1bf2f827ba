"""What a human needs to decide whom names mean: the two sides of a question, and what speaks for and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..blocks import BlockKey
from ..decisions import Anchor, Judgement, SidesError, Verdict, judge
from ..folding import fold
from ..identity import Bodies, People
from ..identity.bodies.evidence import explain_bodies
from ..identity.bodies.forms import form_of
from ..identity.compare import Evidence
from ..lexicon.person_name import parse_name
from ..store import Store
from ..store.decisions.judgements import kept_judgements
from ..store.mentions import Written, meetings_of, names_with_ids, names_written_for
from .asked import Asked

RESTS_ON = 3
"""On how many names of a person a decision rests at most: enough to survive that one of them is read otherwise."""

_LISTED = {"person": "people", "body": "bodies"}

_APART = "a human judged that they are different people"
"""How identity words the veto of a decision; the one of a question that was only asked is taken out again."""

Kind = Literal["decision", "veto", "for", "against", "result"]


@dataclass(frozen=True)
class Side:
    """One side of a question: its title, scope and names, and the person or the body if it is a whole one."""

    title: str
    scope: str
    written: tuple[Written, ...]
    entity: str | None = None

    @property
    def of(self) -> str:
        """Whether it is about a `person` or a `body`."""
        return self.written[0].of

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What a decision rests on: the names that were given, or of somebody the first, the fullest and the last."""
        if self.entity is None or self.of == "body":
            spread = {fold(w.text): w for w in reversed(self.written)}.values() if self.entity else self.written
            return tuple(w.anchor for w in sorted(spread, key=lambda w: (w.date or "9999", w.id))[:RESTS_ON])
        parsed = [(w, parse_name(w.text)) for w in self.written]
        telling = [(w, n) for w, n in parsed if n.surname and not n.letters_only and not n.collective] or parsed
        fullest = max(telling, key=lambda x: (len(x[1].given), len(x[1].initials), x[1].gender is not None))
        chosen = dict.fromkeys((telling[0][0], fullest[0], telling[-1][0]))
        return tuple(w.anchor for w in chosen)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its mentions."""
        return tuple(w.id for w in self.written)


@dataclass(frozen=True)
class Line:
    """One line of an explanation: what kind of reason, in words, and its weight; `total` is the sum so far."""

    kind: Kind
    reason: str
    weight: float | None
    total: float | None


def side_of_entity(store: Store, entity: str, name: str) -> Side:
    """A whole person or body as one side. Raises `SidesError` where no document names it."""
    written = tuple(names_written_for(store, [entity]))
    if not written:
        raise SidesError(f"{name} is named by no document: there are no names to decide on")
    return Side(name, written[0].scope, written, entity)


def side_of_mentions(store: Store, mentions: Sequence[str]) -> Side | None:
    """Single names as written as one side; none where no document in the store has one of them.

    Raises `SidesError` where they are of several councils.
    """
    found = tuple(names_with_ids(store, mentions))
    if len(found) < len(set(mentions)):
        return None
    first = found[0]
    if any(w.scope != first.scope for w in found):
        raise SidesError(
            "these names belong to different councils or sources, whose people and bodies are never joined"
        )
    if any(w.of != first.of for w in found):
        raise SidesError("some of these are names of people, some of bodies; give those of one kind")
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return Side(f"“{first.text}” ({first.document}, line {first.line}{more})", first.scope, found)


def settle_sides(one: Side, other: Side, given: tuple[str, str]) -> tuple[Side, Side]:
    """Two sides that share no name, as the two that were given mean them.

    A name beside the person whom it means is that name against the rest; two ways of writing one person are the names
    written in either way. Raises `SidesError` where nothing is left to decide.
    """
    if one.scope != other.scope:
        raise SidesError(
            f"{one.title} and {other.title} belong to different councils or sources; "
            "people and bodies of two councils are never joined, so that there is nothing to decide"
        )
    if one.of != other.of:
        raise SidesError(f"{one.title} is a {one.of} and {other.title} a {other.of}; these are never one")
    if not set(one.ids) & set(other.ids):
        return one, other
    if one.entity and other.entity:
        sides = [tuple(w for w in one.written if fold(w.text) == fold(text)) for text in given]
        if not all(sides) or set(sides[0]) & set(sides[1]):
            raise SidesError(
                f"both mean one {one.of}, {one.title}; to speak of some of the names only, write them as documents do "
                f"or give their ids, which `govgraph {_LISTED[one.of]} --mentions --format json` lists as `mention_id`"
            )
        titles = [f"{one.title} where written “{s[0].text}”" for s in sides]
        return Side(titles[0], one.scope, sides[0]), Side(titles[1], other.scope, sides[1])
    if one.entity:
        return _rest(one, other), other
    if other.entity:
        return one, _rest(other, one)
    raise SidesError(f"both are the same name, {one.title}")


def _rest(person: Side, name: Side) -> Side:
    rest = tuple(w for w in person.written if w.id not in name.ids)
    if not rest:
        raise SidesError(f"{name.title} is the only name of {person.title}; there is nothing to decide")
    return Side(f"{person.title} elsewhere", person.scope, rest)


@dataclass(frozen=True)
class Scope:
    """The names in question of one council or source, and the decisions that hold; identity can be asked anything."""

    asked: Asked
    judgements: tuple[Judgement, ...]

    @classmethod
    def read(cls, store: Store, scope: str, sides: Sequence[Side] = ()) -> Scope:
        """What the store has of two sides, or else of all names of a scope."""
        judgements = kept_judgements(store)
        if not sides:
            return cls(Asked.read(store, scope, judgements), judgements)
        written = [w for side in sides for w in side.written]
        keys: set[BlockKey] = set()
        for w in written:
            if w.of == "body":
                keys.add(("body", form_of(w.text)))
            else:
                keys |= {("person", parse_name(text).surname) for text in (w.text, w.name) if text}
        # A name that nobody is decided for may be an office or initials: then it is in question with its meeting.
        meetings = meetings_of(store.read, [w.id for w in written if w.of == "person" and not w.entity])
        return cls(Asked.read(store, scope, judgements, keys, meetings), judgements)

    def people(self, judgements: Sequence[Judgement]) -> People:
        """Who is who under these decisions."""
        return self.asked.people(judgements)

    def bodies(self, judgements: Sequence[Judgement]) -> Bodies:
        """Which body is which under these decisions."""
        return self.asked.bodies(judgements)

    def _meant(self, of: str, judgements: Sequence[Judgement]) -> People | Bodies:
        return self.bodies(judgements) if of == "body" else self.people(judgements)

    def explain(self, one: Side, other: Side) -> tuple[Line, ...]:
        """What speaks for and against two sides being one person; decisions and vetoes first, at the end the result."""
        decided = self._meant(one.of, self.judgements)
        result = _result(decided, one, other)
        both = {*one.ids, *other.ids}
        about = [j for j in self.judgements if _sides(j)[0] & both and _sides(j)[1] & both]
        lines: list[Line] = [Line("decision", j.reason, None, None) for j in reversed(about)]
        total = 0.0
        for found in self._evidence(one, other, [j for j in self.judgements if j not in about]):
            if found.veto:
                lines.append(Line("veto", found.reason, None, None))
            else:
                total += found.weight
                lines.append(Line("for" if found.weight >= 0 else "against", found.reason, found.weight, total))
        if total == 0 and not any(line.kind == "veto" for line in lines):
            # An office or initials say nothing of a name; what makes somebody a candidate is all there is.
            lines += [Line("for", reason, None, None) for reason in _in_question(decided, one, other)]
        return (*lines, Line("result", result, None, total))

    def decide(self, verdict: Verdict, one: Side, other: Side, who: str, when: str, why: str) -> Judgement:
        """A decision between two sides, on a few of their names where these carry the rest, else on all of them.

        A veto between the sides keeps names apart that the decision does not rest on, so that it must rest on all.
        """
        few = judge(verdict, one.anchors, other.anchors, who, when, why)
        if self._carries(few, one, other):
            return few
        every = [tuple(w.anchor for w in side.written) for side in (one, other)]
        return judge(verdict, every[0], every[1], who, when, why)

    def _carries(self, judgement: Judgement, one: Side, other: Side) -> bool:
        people = self._meant(one.of, [*self.judgements, judgement])
        means = [{d.entity for m in side.ids if (d := people.refers_to.get(m))} for side in (one, other)]
        if judgement.verdict == "same":
            decided = all(m in people.refers_to for m in (*one.ids, *other.ids))
            return decided and len(means[0] | means[1]) == 1
        maybe = [{c.entity for m in side.ids for c in people.may_be.get(m, ())} for side in (one, other)]
        return not (means[0] & (means[1] | maybe[1]) or means[1] & maybe[0])

    def vetoes(self, judgement: Judgement) -> tuple[str, ...]:
        """The vetoes that a decision for one person contradicts, in words."""
        if judgement.verdict != "same":
            return ()
        rest = [j for j in self.judgements if j.id != judgement.id]
        sides = [
            Side("", "", tuple(names_with_ids(self.asked.store, [a.mention for a in anchors])))
            for anchors in (judgement.one, judgement.other)
        ]
        if not all(side.written for side in sides):
            return ()
        return tuple(e.reason for e in self._evidence(sides[0], sides[1], rest) if e.veto)

    def notes(self) -> tuple[str, ...]:
        """What identity says about the decisions: which contradict a veto, which are overruled by a later one."""
        return self.people(self.judgements).notes

    def _evidence(self, one: Side, other: Side, judgements: Sequence[Judgement]) -> list[Evidence]:
        asked = list(judgements)
        people = self._meant(one.of, asked)
        # A name that is open is looked at as a person of its own.
        asked += [_asked("same", side, side) for side in (one, other) if _means(people, side.ids) is None]
        people = self._meant(one.of, asked) if len(asked) > len(judgements) else people
        a, b = _means(people, one.ids), _means(people, other.ids)
        apart = a != b
        if not apart:
            asked.append(_asked("different", one, other))
            people = self._meant(one.of, asked)
            a, b = _means(people, one.ids), _means(people, other.ids)
        if a is None or b is None or a == b:
            return []
        if isinstance(people, Bodies):
            return explain_bodies(self.asked.names_of_bodies(), people, a, b)
        found = self.asked.explain(asked, a, b)
        return found if apart else [e for e in found if e.reason != _APART]


def _asked(verdict: Verdict, one: Side, other: Side) -> Judgement:
    """A decision that nobody made: what would be if it were so."""
    anchors = [tuple(w.anchor for w in side.written) for side in (one, other)]
    return judge(verdict, anchors[0], anchors[1], "", "9999", "")


def _sides(judgement: Judgement) -> tuple[set[str], set[str]]:
    return {a.mention for a in judgement.one}, {a.mention for a in judgement.other}


def _means(people: People | Bodies, mentions: Iterable[str]) -> str | None:
    """The person whom most of these names mean; none where all are open."""
    counts = Counter(d.entity for m in mentions if (d := people.refers_to.get(m)))
    return min(counts, key=lambda entity: (-counts[entity], entity)) if counts else None


def _in_question(people: People | Bodies, one: Side, other: Side) -> list[str]:
    """Why the person of one side is a candidate for the open name of the other."""
    return [
        reason
        for here, there in ((one, other), (other, one))
        for mention in here.ids
        for candidate in people.may_be.get(mention, ())
        if candidate.entity == there.entity
        for reason in candidate.reasons
    ]


def _result(people: People | Bodies, one: Side, other: Side) -> str:
    two = _means(people, one.ids), _means(people, other.ids)
    if two[0] is None or two[1] is None:
        return "open: not decided"
    if two[0] == two[1]:
        return f"taken for one {one.of}"
    undecided = {frozenset(pair) for pair in people.undecided}
    return "open: they may be one person" if frozenset(two) in undecided else f"taken for different {_LISTED[one.of]}"
