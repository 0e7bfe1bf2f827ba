"""Decisions about whom names mean: that two are one, that they are not, that one is nobody at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph_loader.decisions import Judgement, Verdict, add_decision, add_undo, decision_ids, judge
from ..graph_loader.folding import fold
from ..graph_loader.store import Store
from ..graph_loader.store.decisions.judgements import kept_judgements
from ..graph_loader.store.mentions import Written, names_with_ids, names_written, names_written_for
from ..graph_loader.who_is_who.deciding import Scope, Side, settle_sides, side_of_entity, side_of_mentions
from ..queries.catalogue import Row
from ..queries.subjects import Subject, UnknownName, find_body, find_person
from .decisions_file import DecisionsFile, follow, now
from .errors import UnknownId, UsageError


@dataclass(frozen=True)
class Decided:
    """A decision that was made: what it says in words, and what speaks against it."""

    judgement: Judgement
    words: str
    against: Sequence[str] = ()


def decide(store: Store, file: DecisionsFile, verdict: Verdict, one: str, other: str, who: str, why: str) -> Decided:
    """Decides that two names, people or bodies are one, or different; the store follows.

    Raises `UsageError`, `UnknownName`, `SeveralMatch` and `SidesError`.
    """
    file.check_writable(store)
    reason = _reason(why)
    sides = find_sides(store, one, other)
    judgement = Scope.read(store, sides[0].scope, sides).decide(verdict, *sides, who, now(), reason)
    add_decision(file.path, judgement)
    follow(store, file)
    against = _against(Scope.read(store, sides[0].scope, sides), judgement)
    return Decided(judgement, _words(verdict, sides), list(against))


def nobody(store: Store, file: DecisionsFile, name: str, of: str, who: str, why: str) -> Decided:
    """Decides that a name is no `person`, or no `body`, wherever minutes of that council write it so.

    `name` is as written, a person or body by name or id, or ids of names (`n-…,n-…`). Raises as `decide`.
    """
    file.check_writable(store)
    reason = _reason(why)
    written = _written_so(store, name, of)
    anchors = tuple({(w.scope, fold(w.text)): w.anchor for w in reversed(written)}.values())
    judgement = judge("nobody", anchors, (), who, now(), reason)
    add_decision(file.path, judgement)
    follow(store, file)
    texts = "; ".join(dict.fromkeys(f"“{w.text}”" for w in written))
    return Decided(judgement, f"{texts} is no {of}")


def undo(store: Store, file: DecisionsFile, decision: str, who: str, why: str) -> Judgement:
    """Takes a decision back; the store is then as if it had never been made. Raises `UnknownId`."""
    file.check_writable(store)
    standing = {j.id: j for j in file.judgements()}
    if decision not in standing:
        raise UnknownId(_no_decision(decision, file, standing))
    add_undo(file.path, decision, who, now(), why.strip())
    follow(store, file)
    return standing[decision]


def _no_decision(decision: str, file: DecisionsFile, standing: Mapping[str, Judgement]) -> str:
    if decision in decision_ids(file.path):
        return (
            f"{decision} does not stand as a decision about names: taken back, or about a fact; "
            "`govgraph identity decisions` lists those that do"
        )
    known = f"those that stand: {', '.join(standing)}" if standing else "no decision stands"
    return f"{file.path} has no decision “{decision}”; {known}"


def decision_rows(store: Store) -> list[Row]:
    """The decisions that hold, each with the place of its first name and a note where something speaks against it."""
    held = kept_judgements(store)
    ids = [a.mention for j in held for a in (*j.one, *j.other)]
    scope_of = {w.id: w.scope for w in names_with_ids(store, ids)}
    scopes = {name: Scope.read(store, name) for name in sorted(set(scope_of.values()))}
    notes = [note for scope in scopes.values() for note in scope.notes() if "overruled" in note]
    overruled = {j.id for j in held if any(note.startswith(j.reason) for note in notes)}
    rows = []
    for judgement in held:
        first = judgement.one[0]
        rows.append(
            {
                "id": judgement.id,
                "verdict": judgement.verdict,
                "one": _texts(judgement.one),
                "other": _texts(judgement.other),
                "who": judgement.who,
                "when": judgement.when,
                "why": judgement.why,
                "note": _note(judgement, scope_of, scopes, overruled),
                "document": first.document,
                "line": first.line,
                "quote": first.text,
            }
        )
    return rows


def find_sides(store: Store, one: str, other: str) -> tuple[Side, Side]:
    """Two sides as a user names them. Raises `UnknownName`, `SeveralMatch` and `SidesError`."""
    return settle_sides(_find_side(store, one), _find_side(store, other), (one, other))


def _words(verdict: Verdict, sides: tuple[Side, Side]) -> str:
    one, other = sides
    several = "bodies" if one.of == "body" else "people"
    return f"{one.title} and {other.title} are {f'one {one.of}' if verdict == 'same' else f'different {several}'}"


def _against(scope: Scope, judgement: Judgement) -> Iterator[str]:
    """What speaks against a decision that was made all the same."""
    for veto in scope.vetoes(judgement):
        yield f"the decision contradicts a veto, and holds all the same: {veto}"
    yield from (note for note in scope.notes() if "overruled" in note)  # a veto is told in full above


def _reason(why: str) -> str:
    if not why.strip():
        raise UsageError("say why with --why: a decision without a reason convinces nobody")
    return why.strip()


def _written_so(store: Store, name: str, of: str) -> list[Written]:
    """The names that are meant: by their ids, all of a person or body, or all that are written so."""
    if name.startswith("n-"):
        written = [w for w in names_with_ids(store, name.split(",")) if w.of == of]
    elif not (written := names_written(store, name, of)):
        found = find_body(store, name) if of == "body" else find_person(store, name)
        written = names_written_for(store, [found.id])
    if not written:
        raise UnknownName(name, ())
    return written


def _texts(anchors: Any) -> str:
    return "; ".join(dict.fromkeys(a.text for a in anchors))


def _note(
    judgement: Judgement, scope_of: Mapping[str, str], scopes: Mapping[str, Scope], overruled: set[str]
) -> str | None:
    for side in (judgement.one, judgement.other):
        if not any(a.mention in scope_of for a in side):
            return "rests on names that no document in the store has"
    if judgement.id in overruled:
        return "overruled by a later decision"
    vetoes = scopes[scope_of[next(a.mention for a in judgement.one if a.mention in scope_of)]].vetoes(judgement)
    return "against a veto: " + "; ".join(vetoes) if vetoes else None


def _find_side(store: Store, given: str) -> Side:
    if given.startswith("n-"):
        side = side_of_mentions(store, given.split(","))
        if side is None:
            raise UnknownName(given, ())
        return side
    found = _find(store, given)
    return side_of_entity(store, found.id, found.name)


def _find(store: Store, given: str) -> Subject:
    """The person, or else the body, of this name or id."""
    try:
        return find_person(store, given)
    except UnknownName as person:
        try:
            return find_body(store, given)
        except UnknownName as body:
            raise UnknownName(given, (*person.nearest, *body.nearest)[:6]) from body
