"""Who sat on a body, by what the store says now: its spells, who was on its latest list, and its places elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..graph_loader.store import Store
from . import trace
from .catalogue import Row, run
from .tenures import Answer, OfBody, places_elsewhere
from .tenures import who_sat as picked


def who_sat(
    store: Store, body_id: str, from_: str | None, to: str | None, term_ends: Sequence[str] | None = None
) -> Answer:
    """Who sat on a body from one ISO day to another (the same twice for one day), with certainty and reason.

    Without days: at its latest meeting. `term_ends` are the last days of the council's terms, in order, as
    `profiles.term_ends` gives them.
    """
    of, ends = of_body(store, body_id), term_ends or ()
    if from_ is None or to is None:
        from_ = to = of.last_known
    if from_ is None or to is None:
        return Answer([], notes=["no minutes of this body are in the store"])
    answer = picked(of, from_, to, ends)
    sent = trace.sent_to(store, body_id) if of.kind == "council" else []
    others = [(of_body(store, row["body_id"], lists=False), row["facts"]) for row in sent]
    answer = answer.with_elsewhere(places_elsewhere(others, from_, to, ends))
    return answer.with_places(first_places(store, answer.facts))


def of_body(store: Store, body_id: str, lists: bool = True) -> OfBody:
    """What the store knows of a body; `lists` takes in its latest list and its meetings."""
    names = trace.body_names(store, body_id)
    return OfBody(
        body=names["name"],
        body_id=body_id,
        kind=names["kind"],
        spells=trace.spells(store, body_id),
        last_listed=trace.last_listed(store, body_id) if lists else (),
        meetings=trace.meetings_of(store, body_id) if lists else (),
    )


def first_places(store: Store, facts: Iterable[str], versions: Sequence[str] | None = None) -> Mapping[str, list[Row]]:
    """Where these facts are stated, in the order of the places, by fact; in the current versions or in these."""
    found: dict[str, list[Row]] = {}
    wanted = sorted(set(facts))
    for place in run(store, "passages_of_versions", facts=wanted, versions=versions) if wanted else ():
        found.setdefault(place["fact_id"], []).append(place)
    return found
