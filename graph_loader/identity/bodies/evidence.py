"""What speaks for and against two bodies being one: their names, their kinds, and when they met."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ...folding import fold_body
from ...lexicon.typos import is_typo
from ...minutes.names.bodies import body_kind
from ..compare import Evidence
from ..context import NameInContext
from ..outcome import Bodies


def explain_bodies(names: Sequence[NameInContext], bodies: Bodies, one: str, other: str) -> list[Evidence]:
    """Vetoes first, then the strongest reasons. `one` and `other` are ids of bodies, of which names are there."""
    first, second = ([n for n in names if _means(bodies, n) == body] for body in (one, other))
    forms = [sorted({fold_body(n.text) for n in side}) for side in (first, second)]
    vetoes, found = _of_names(*forms)
    kinds = [{k for form in side if (k := body_kind(form)) != "other"} for side in forms]
    if all(kinds) and not kinds[0] & kinds[1]:
        vetoes.append(Evidence(f"one is a {_words(kinds[0])}, the other a {_words(kinds[1])}", 0, True))
    elif all(kinds):
        found.append(Evidence(f"both are a {_words(kinds[0] & kinds[1])}", 0.5))
    days = [sorted({n.date for n in side if n.slot == "body" and n.label == "MeetingRecord" and n.date})
            for side in (first, second)]  # fmt: skip
    if all(days):
        if set(days[0]) & set(days[1]):
            found.append(Evidence(f"both met on {min(set(days[0]) & set(days[1]))}", -2.0))
        elif days[0][-1] < days[1][0] or days[1][-1] < days[0][0]:
            found.append(Evidence("the one met only after the other: it may be its successor", -1.0))
        else:
            found.append(Evidence("their meetings alternate", 1.0))
    return [*vetoes, *sorted(found, key=lambda e: (-abs(e.weight), e.reason))]


def _means(bodies: Bodies, name: NameInContext) -> str | None:
    decision = bodies.refers_to.get(name.id)
    return decision.entity if decision else None


def _of_names(one: Sequence[str], other: Sequence[str]) -> tuple[list[Evidence], list[Evidence]]:
    a, b = min(((a, b) for a in one for b in other), key=lambda pair: (-_alike(*pair), pair))
    numbers = [[w for w in form.split() if w.isdigit()] for form in (a, b)]
    vetoes = [Evidence(f"numbers differ: “{a}” and “{b}”", 0, True)] if numbers[0] != numbers[1] else []
    if a == b:
        return vetoes, [Evidence(f"the same name, “{a}”", 4.0)]
    if is_typo(a, b):
        return vetoes, [Evidence(f"names differ by one letter: “{a}” and “{b}”", 3.0)]
    words = set(a.split()), set(b.split())
    if words[0] <= words[1] or words[1] <= words[0]:
        return vetoes, [Evidence(f"one name is the other with {_words(words[0] ^ words[1])}", 1.0)]
    shared = words[0] & words[1]
    found = [Evidence(f"names differ in {_words(words[0] ^ words[1])}", -2.0)]
    return vetoes, [*found, *([Evidence(f"names share {_words(shared)}", 0.5)] if shared else [])]


def _alike(one: str, other: str) -> float:
    words = set(one.split()), set(other.split())
    return 3 if one == other else 2 if is_typo(one, other) else len(words[0] & words[1]) / len(words[0] | words[1])


def _words(found: Set[str]) -> str:
    return ", ".join(sorted(word.replace("_", " ") for word in found))
