"""What an export holds, read from the store: all of it, or one council, one body, one day or some time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from ..graph_loader.folding import fold_body
from ..graph_loader.graph.facts import FIELDS
from ..graph_loader.store import Store
from ..queries import exports, trace
from ..queries.catalogue import Row, run
from ..queries.lasting import lasting
from ..queries.profiles import term_ends
from ..queries.subjects import Subject, UnknownName, find_body
from ..queries.tenures import covers
from .model import Body, Document, Exported, Fact, Meeting, Name, Person, Place, Related, Tenure

_FIRST, _LAST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True)
class Selection:
    """What of the store is exported: one council and one body by name, ISO days, and whether the public is in it."""

    council: str | None = None
    body: str | None = None
    from_: str | None = None
    to: str | None = None
    public: bool = False

    @property
    def in_time(self) -> bool:
        """Whether a time is asked for."""
        return bool(self.from_ or self.to)

    def has(self, day: str | None) -> bool:
        """Whether a day, as exact as it is, lies in the time; without a time every day does, and none too."""
        if not self.in_time:
            return True
        return day is not None and day <= (self.to or _LAST) and day >= (self.from_ or _FIRST)[: len(day)]


ALL = Selection()
"""The whole store, without members of the public."""


def scopes_of(store: Store, council: str | None) -> list[str] | None:
    """The sources that are a council's, by its name; none for all. Raises `UnknownName` with the nearest names."""
    if council is None:
        return None
    rows = [row for row in run(store, "councils") if row["council"]]
    found = sorted({row["scope"] for row in rows if fold_body(row["council"]) == fold_body(council)})
    if not found:
        names = sorted({row["council"] for row in rows})
        raise UnknownName(council, get_close_matches(council, names, n=5, cutoff=0.4) or names[:5])
    return found


def read_exported(store: Store, selection: Selection = ALL) -> Exported:
    """What is exported of a store. Members of the public, and what is said of them, are left out unless asked for.

    A fact is taken where its meeting lies in the time and is the body's, where it is an appointment to the body, and
    where a tenure that is taken rests on it. Raises `UnknownName`, `SeveralMatch`, `StoreError`.
    """
    scopes = scopes_of(store, selection.council)
    body = find_body(store, selection.body) if selection.body else None
    people = exports.people(store, scopes, selection.public)
    hidden = {row["id"] for row in people if row["left_out"]}
    bodies = exports.bodies(store, scopes)
    tenures = _tenures(store, {row["id"] for row in bodies}, body, selection, hidden)
    behind = {fact for tenure in tenures for fact in tenure.facts}
    facts = [
        row
        for row in exports.facts(store, scopes)
        if not _is_hidden(row, hidden, selection.public)
        and (row["id"] in behind or (selection.has(row["date"]) and _is_of(row, body)))
    ]
    told = {row["meeting_id"] for row in facts}
    meetings = [
        row
        for row in exports.meetings(store, scopes)
        if row["id"] in told or (selection.has(row["date"]) and (body is None or row["body_id"] == body.id))
    ]
    whole = body is None and not selection.in_time
    named = {name["id"] for row in facts for name in row["names"] if name["id"]}
    met = {row["body_id"] for row in (*facts, *meetings)} | {t.body for t in tenures}
    kept = _with_parents(bodies, None if whole else named | met | ({body.id} if body else set()))
    sitting = {t.person for t in tenures}
    sources = {place["document"] for row in facts for place in row["places"]}
    return _pruned(
        Exported(
            title=_title(store, selection, body),
            documents=tuple(_document(r) for r in exports.documents(store, scopes) if whole or r["key"] in sources),
            people=tuple(
                _person(row)
                for row in people
                if not row["left_out"] and (whole or row["id"] in named or row["id"] in sitting)
            ),
            bodies=tuple(_body(row) for row in kept),
            meetings=tuple(_meeting(row) for row in meetings),
            tenures=tuple(tenures),
            facts=tuple(_fact(row) for row in facts),
            start=selection.from_,
            end=selection.to,
            left_out=len(hidden),
        )
    )


def _title(store: Store, selection: Selection, body: Subject | None) -> str:
    if body or selection.council:
        return body.name if body else selection.council or ""
    names = sorted({row["council"] for row in run(store, "councils") if row["council"]})
    return " and ".join(names) if len(names) in {1, 2} else f"{len(names)} councils" if names else "Minutes"


def _tenures(
    store: Store, bodies: set[str], body: Subject | None, selection: Selection, hidden: set[str]
) -> list[Tenure]:
    spells = lasting(store, term_ends(store))
    first, last = selection.from_ or _FIRST, selection.to or _LAST
    found = []
    for row in trace.spells(store, body_id=body.id if body else None):
        spell = spells.get(row["id"])
        if spell is None or row["body_id"] not in bodies or row["person_id"] in hidden:
            continue
        if not selection.in_time or covers(spell, first, last):
            found.append(_tenure(spell))
    return sorted(found, key=lambda t: (t.body, t.start, t.person or "", t.seat or "", t.role, t.id))


def _is_hidden(row: Row, hidden: set[str], public: bool) -> bool:
    if not public and row["properties"].get("capacity") == "public":
        return True
    return any(name["id"] in hidden for name in row["names"])


def _is_of(row: Row, body: Subject | None) -> bool:
    if body is None or row["body_id"] == body.id:
        return True
    return row["label"] == "Appointment" and any(n["id"] == body.id and n["slot"] == "body" for n in row["names"])


def _with_parents(bodies: Sequence[Row], wanted: set[str] | None) -> list[Row]:
    """The bodies that are wanted (none for all), and whatever these are part of."""
    if wanted is None:
        return list(bodies)
    by_id = {row["id"]: row for row in bodies}
    todo, found = list(wanted & set(by_id)), set[str]()
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            todo += [part["id"] for part in by_id[key]["part_of"] if part["id"] in by_id]
    return [row for row in bodies if row["id"] in found]


def _pruned(found: Exported) -> Exported:
    """The same without ids of what is not in it: names in facts stay as written and are open then."""
    people, bodies = {p.id for p in found.people}, {b.id for b in found.bodies}
    facts, known = {f.id for f in found.facts}, people | bodies
    return replace(
        found,
        bodies=tuple(
            replace(b, part_of=_present(b.part_of, bodies, facts), later=_present(b.later, bodies, facts))
            for b in found.bodies
        ),
        meetings=tuple(
            replace(m, body=m.body if m.body in bodies else None, facts=_only(m.facts, facts)) for m in found.meetings
        ),
        tenures=tuple(replace(t, facts=_only(t.facts, facts)) for t in found.tenures),
        facts=tuple(
            replace(
                f,
                body=f.body if f.body in bodies else None,
                motion=f.motion if f.motion in facts else None,
                decided_by=_only(f.decided_by, facts),
                names=tuple(n if n.id is None or n.id in known else replace(n, id=None, name=None) for n in f.names),
            )
            for f in found.facts
        ),
    )


def _only(ids: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(i for i in dict.fromkeys(ids) if i in known)


def _present(related: tuple[Related, ...], bodies: set[str], facts: set[str]) -> tuple[Related, ...]:
    return tuple(replace(r, facts=_only(r.facts, facts)) for r in related if r.id in bodies)


def _document(row: Row) -> Document:
    return Document(**{name: row[name] for name in Document.__dataclass_fields__})


def _person(row: Row) -> Person:
    return Person(row["id"], row["name"], row["sort_name"], row["kind"], row["scope"], tuple(row["names"]))


def _body(row: Row) -> Body:
    return Body(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        scope=row["scope"],
        names=tuple(row["names"]),
        part_of=tuple(Related(r["id"], r["basis"] or "stated", tuple(sorted(r["facts"]))) for r in row["part_of"]),
        later=tuple(Related(r["id"], r["kind"], tuple(sorted(r["facts"]))) for r in row["later"]),
    )


def _meeting(row: Row) -> Meeting:
    plain = {name: row[name] for name in ("id", "scope", "status", "date", "start", "end", "venue", "mode", "kind")}
    return Meeting(**plain, body=row["body_id"], dates=tuple(row["dates"]), facts=tuple(row["facts"]))


def _tenure(spell: Row) -> Tenure:
    plain = {name: spell[name] for name in ("id", "role", "certainty", "why", "scope", "represents", "state", "holder")}
    return Tenure(
        **plain,
        body=spell["body_id"],
        start=spell["from"],
        person=spell["person_id"],
        seat=spell["seat_id"],
        end=spell["to"],
        until=spell["until"],
        on=tuple(spell["on"]),
        facts=tuple(sorted(set(spell["facts"]))),
    )


def _fact(row: Row) -> Fact:
    said = row["properties"]
    return Fact(
        id=row["id"],
        kind=row["label"],
        scope=row["scope"],
        meeting=row["meeting_id"],
        date=row["date"],
        body=row["body_id"],
        order=row["order"],
        motion=row["motion_id"],
        decided_by=tuple(row["decided_by"]),
        properties={
            name: said[name] for name in (*FIELDS[row["label"]], "corrected", "original") if said.get(name) is not None
        },
        names=tuple(Name(n["slot"], n["of"], n["text"], n["id"], n["name"], n["basis"]) for n in row["names"]),
        places=tuple(Place(**place) for place in row["places"]),
    )
