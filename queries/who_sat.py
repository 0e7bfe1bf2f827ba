"""Who sat on a body, by what the store says now: its spells, who was on its latest list, and its places elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..graph_loader.store import Store
from . import trace
from .catalogue import QueryError, Row, run
from .dates import exact_day, first_day, last_day
from .profiles import term_ends as ends_of_terms
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


def answer_for(
    store: Store,
    body_id: str,
    on: str | None,
    from_: str | None = None,
    to: str | None = None,
    known_by: str | None = None,
    profile: str | None = None,
) -> Answer:
    """Who sat on a body on a day or between two; at its latest meeting where no day is given. Raises `QueryError`.

    Terms of the council are those of `profile`, else of the one that is made for it. With `known_by` by what was
    known on that day alone; on what that rests is the first of the notes.
    """
    if on and (from_ or to):
        raise QueryError("give either --on or --from and --to")
    first, last = (first_day(from_ or "0001"), last_day(to or "9999")) if from_ or to else (None, None)
    if on:
        first = last = exact_day(on)
    ends = ends_of_terms(store, profile).get(trace.body_names(store, body_id)["scope"])
    if known_by:
        from .known import who_sat_known_by  # rests on this module

        known = who_sat_known_by(store, body_id, first, last, last_day(known_by), ends)
        return replace(known.answer, notes=[known.basis, *known.answer.notes])
    return who_sat(store, body_id, first, last, ends)


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
