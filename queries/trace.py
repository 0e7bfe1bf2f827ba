"""Who sat where, who substituted for whom, what is said of somebody: one typed function a module of `trace/`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ..graph_loader.store import Store
from .catalogue import Row, run
from .tenures import settled


def trace_person(store: Store, person_id: str) -> list[Row]:
    """Everything that documents say about a person, in the order of time."""
    return run(store, "person", person_id=person_id)


def spells(store: Store, body_id: str | None = None, person_id: str | None = None, to: str | None = None) -> list[Row]:
    """Every spell as the graph has it, of one body, of one person, or begun up to an ISO day; see `tenures.settled`."""
    return run(store, "spells", body_id=body_id, person_id=person_id, to=to)


def last_listed(store: Store, body_id: str) -> list[Row]:
    """Who was on the latest list of a body, and until when nothing speaks against that."""
    return run(store, "last_listed", body_id=body_id)


def meetings_of(store: Store, body_id: str) -> list[Row]:
    """The meetings of a body that took place, and those that were only called."""
    return run(store, "meetings_of", body_id=body_id)


def sent_to(store: Store, body_id: str) -> list[Row]:
    """The bodies to which a body appoints people, and which are no part of it, with these appointments."""
    return run(store, "sent_to", body_id=body_id)


def person_spells(store: Store, person_id: str, term_ends: Mapping[str, Sequence[str]] | None = None) -> list[Row]:
    """Where and when somebody sat, spell by spell; `term_ends` by scope, as `profiles.term_ends` gives them."""
    found = spells(store, person_id=person_id)
    return [row for spell in found if (row := settled(spell, (term_ends or {}).get(spell["scope"], ()))) is not None]


def substitutions(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Who substituted for whom; by body, by person (either side) and by ISO days."""
    return run(store, "substitutions", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def appointments(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Appointments, elections, co-options, departures and vacancies; a person as appointed or as replaced."""
    return run(store, "appointments", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def attendance(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Listings of people at meetings."""
    return run(store, "attendance", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def attendance_summary(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """How often members came of the meetings at which they were expected; a meeting without a list does not count."""
    rows = run(store, "attendance_summary", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})
    return _told_apart(store, rows)


def coverage(store: Store, body_id: str | None = None) -> list[Row]:
    """Meetings held with minutes in the store, announced, or missing, and those that did not take place.

    `run` says of how many meetings that took place the store has minutes.
    """
    rows = run(store, "coverage", body_id=body_id)
    held: Counter[str] = Counter(row["body_id"] for row in rows if row["state"] in {"held", "adjourned"})
    took_place = {"held", "adjourned", "missing"}
    known: Counter[str] = Counter(row["body_id"] for row in rows if row["state"] in took_place)
    rows = [row | {"run": f"{held[row['body_id']]} of {known[row['body_id']]}"} for row in rows]
    return _told_apart(store, rows)


def _told_apart(store: Store, rows: list[Row]) -> list[Row]:
    """The rows, with the council behind the name of a body where another council has a body of that name."""
    bodies = run(store, "bodies_of_scopes") if rows else []
    scopes: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies:
        scopes[body["name"]].add(body["scope"])
    if all(len(scopes[row["body"]]) < 2 for row in rows):
        return rows
    councils = {row["scope"]: row["council"] for row in run(store, "councils") if row["council"]}
    whose = {body["id"]: councils.get(body["scope"]) for body in bodies}
    return [
        row | {"body": f"{row['body']} ({council})"}
        if len(scopes[row["body"]]) > 1 and (council := whose.get(row["body_id"])) and council != row["body"]
        else row
        for row in rows
    ]


def body_names(store: Store, body_id: str) -> Row:
    """The mentions that are taken to mean a body, its name and its council."""
    return run(store, "body_names", body_id=body_id)[0]


def fact(store: Store, fact_id: str) -> list[Row]:
    """One fact with all that it says, the names in it and its place; no row where there is no such fact."""
    return run(store, "fact", fact_id=fact_id)


def corrections(store: Store) -> list[Row]:
    """What humans corrected, from the oldest on; `applies` is false where no current document states the fact."""
    return run(store, "corrections")


def declarations(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Declared interests."""
    return run(store, "declarations", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def votes(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Votes of named people."""
    return run(store, "votes", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def delegations(
    store: Store,
    body_id: str | None = None,
    person_id: str | None = None,
    from_: str | None = None,
    to: str | None = None,
) -> list[Row]:
    """Delegated functions, with whom to consult; a person by the post that documents give them."""
    return run(store, "delegations", body_id=body_id, person_id=person_id, **{"from": from_, "to": to})


def people(store: Store, mentions: bool = False) -> list[Row]:
    """Everybody; with `mentions`, each with the places where documents name them."""
    return _with_mentions(run(store, "people"), run(store, "people_mentions") if mentions else None)


def bodies(store: Store, mentions: bool = False) -> list[Row]:
    """All bodies; with `mentions`, each with the places where documents name them."""
    return _with_mentions(run(store, "bodies"), run(store, "bodies_mentions") if mentions else None)


def open_mentions(store: Store) -> list[Row]:
    """Names that may mean several people, with these as candidates."""
    return run(store, "open_mentions")


def _with_mentions(rows: list[Row], mentions: list[Row] | None) -> list[Row]:
    if mentions is None:
        return rows
    found: dict[str, list[Row]] = defaultdict(list)
    for mention in mentions:
        found[mention["id"]].append({k: v for k, v in mention.items() if k != "id"})
    return [row | {"mentions": found[row["id"]]} for row in rows]
