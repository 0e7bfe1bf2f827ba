"""The council whose minutes a source holds: the names that mean it, and the meetings that are its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...folding import fold, fold_body
from ...records import digest
from ...whose.names import points_to, scope_of
from ..context import NameInContext
from ..outcome import Bodies

SHARE = 0.9
"""Share of the meetings of a source that are the council's own, from which those without a body's name are too."""
LEAST = 0.5
"""Share of the council's own meetings from which it is looked at again with every document whether others are too."""
_CHAIRS = ("chair", "chairman", "chairwoman", "chairperson", "convener", "convenor", "cadeirydd")


def council_key(scope: str) -> str:
    """The id of the council of a source."""
    return "b-" + digest(scope, "council")


def forms_of_council(forms: Iterable[str], councils: Sequence[str]) -> frozenset[str]:
    """Of folded names of bodies those that mean the council of which `councils` are the names: `the above Council`."""
    keys = {scope_of(name) for name in councils} | {fold_body(name) for name in councils}
    return frozenset(f for f in forms if councils and ({f, scope_of(f)} & keys or points_to(f, councils)))


def meetings_of_council(names: Sequence[NameInContext], bodies: Bodies, council: str) -> Mapping[str, str]:
    """The meetings, by id, that name no body and are the council's, which has the id `council`.

    So it is where nearly all other meetings of the source are the council's, or where a list has its chair.
    """
    met = {n.meeting: bodies.refers_to[n.id].entity for n in names if _is_met(n) and n.id in bodies.refers_to}
    unnamed = {n.meeting for n in names} - {n.meeting for n in names if _is_met(n)}
    own = sum(body == council for body in met.values())
    if own >= max(1, SHARE * len(met)):
        return dict.fromkeys(sorted(unnamed), council)
    chaired = {n.meeting for n in names if n.label == "Attendance" and _chairs_council(n.properties.get("role"))}
    return dict.fromkeys(sorted(unnamed & chaired), council)


def may_be_councils(names: Sequence[NameInContext], bodies: Bodies, council: str) -> bool:
    """Whether there are meetings without the name of a body, and so many of the council's own that they may be it."""
    met = {n.meeting: bodies.refers_to[n.id].entity for n in names if _is_met(n) and n.id in bodies.refers_to}
    own = sum(body == council for body in met.values())
    return {n.meeting for n in names} > met.keys() and own >= LEAST * len(met)


def _is_met(name: NameInContext) -> bool:
    return name.label == "MeetingRecord" and name.slot == "body"


def _chairs_council(role: str | None) -> bool:
    words = fold(role or "").split()
    return words[:1] != [] and words[0] in _CHAIRS and words[1:] in (["of", "council"], ["of", "the", "council"])
