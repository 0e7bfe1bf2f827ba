"""Shortcuts of some meetings, and of the bodies that they touch, made anew from what their names mean by now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import partial

from neo4j import ManagedTransaction

from ...decisions import Judgement
from ...folding import fold
from ...graph.derive import (
    LABELS_OF_BODIES,
    derive_bodies,
    derive_meetings,
    role_node,
)
from ...graph.fact_rows import Council, FactRow
from ...graph.rows import Rows
from ...graph.schema import DERIVED_EDGES
from ...identity import Bodies, BodyEntity, Candidate, Decision, People
from ...identity.bodies.own_council import council_key
from ..decisions.nobodies import without_nobodies
from ..standing_facts import READ_LABELS, meant_at
from ..write import delete_edges, run, write_edges, write_nodes
from .write_difference import label_bodies

MANY = 300
"""Meetings of which shortcuts are made anew by themselves: with more all of a scope is made anew."""
SHARE = 3
"""Where a scope has many more meetings, one in so many of them."""

_OF_FACTS = "|".join(("ABOUT", "AS", "CONSULTS", "DELEGATE", "FROM", "MADE_BY", "TO", "TO_SEAT"))
_AT = "MATCH (m:Meeting) WHERE m.id IN $meetings "
_PRESENT = (
    f"{_AT} MATCH (m)<-[:AT|MADE_AT]-(f)-[r:{_OF_FACTS}]->(e) RETURN type(r) AS type, r.id AS id, e.id AS end "
    f"UNION {_AT} MATCH (m)-[r:OF|CALLED_FOR]->(e) RETURN type(r) AS type, r.id AS id, e.id AS end "
    f"UNION {_AT} MATCH (m)<-[r:ATTENDED]-() RETURN type(r) AS type, r.id AS id, m.id AS end "
    "UNION MATCH ()-[r:SUBSTITUTED_FOR {scope: $scope}]->(e) WHERE r.meeting IN $meetings "
    "RETURN type(r) AS type, r.id AS id, e.id AS end "
    f"UNION {_AT} MATCH (m)<-[:AT|MADE_AT]-(f)-->(n:Mention)<-[r:ONE|OTHER]-(:Decision) "
    "RETURN type(r) AS type, r.id AS id, n.id AS end"
)
_LEAVING = (
    "MATCH (m)<-[:AT|MADE_AT]-(gone:Departure|Appointment)-[:PERSON]->(:Mention)-[:REFERS_TO]->(p:Person) "
    "WHERE gone:Departure OR gone.action IN ['resign', 'remove'] "
)
"""Whoever leaves the council leaves its other bodies too, and whoever died every one."""
_TOUCHED = (
    f"{_AT} MATCH (m)-[:OF|CALLED_FOR]->(b:Body) RETURN DISTINCT b.id AS id "
    f"UNION {_AT} MATCH (m)<-[:AT|MADE_AT]-(f)-[:TO]->(b:Body) RETURN DISTINCT b.id AS id "
    f"UNION {_AT} {_LEAVING} MATCH (p)-[:SAT_ON|LAST_LISTED]->(b:Body) RETURN DISTINCT b.id AS id "
    f"UNION {_AT} {_LEAVING} MATCH (p)-[:ATTENDED]->(:Meeting)-[:OF]->(b:Body) RETURN DISTINCT b.id AS id "
    f"UNION {_AT} {_LEAVING} MATCH (p)<-[:REFERS_TO]-(:Mention)<--(:Appointment)-[:TO]->(b:Body) "
    "RETURN DISTINCT b.id AS id "
    # how long a place on a body that never met since is known depends on the minutes of the body that appoints to it,
    # and a term that ends with its annual meeting on those of that
    f"UNION {_AT} MATCH (m)-[:OF|CALLED_FOR]->(:Body)<-[:MADE_BY]-(f:Appointment)-[:TO]->(b:Body) "
    "WHERE m.kind = 'annual' OR NOT EXISTS { (b)<-[:OF]-(own:Meeting) WHERE own.date >= f.date } "
    "RETURN DISTINCT b.id AS id"
)
_LABELS = "|".join(LABELS_OF_BODIES)
_OF_BODIES = (
    "CALL () { "
    f"MATCH (b:Body)<-[:OF|CALLED_FOR]-(m:Meeting)<-[:AT|MADE_AT]-(f:{_LABELS}) WHERE b.id IN $bodies RETURN f, m "
    "UNION MATCH (b:Body)<-[:TO]-(f:Appointment)-[:MADE_AT]->(m:Meeting) WHERE b.id IN $bodies RETURN f, m "
    "UNION MATCH (b:Body)<-[:REFERS_TO]-(n:Mention)<--(f:MeetingRecord|Naming)-[:AT]->(m:Meeting) "
    "WHERE b.id IN $named AND n.slot IN ['body', 'name'] RETURN f, m "
    "UNION MATCH (b:Body)<-[:TO]-(:Appointment)-[:MADE_AT]->(m:Meeting)<-[:AT]-(f:MeetingRecord) WHERE b.id IN $bodies "
    "RETURN f, m "
    "UNION MATCH (b:Body)<-[:TO]-(:Appointment)-[:MADE_BY]->(:Body)<-[:OF|CALLED_FOR]-(m:Meeting)<-[:AT]-"
    "(f:MeetingRecord) WHERE b.id IN $bodies RETURN f, m "
    "UNION MATCH (c:Body {scope: $scope})<-[:TO]-(f:Appointment)-[:MADE_AT]->(m:Meeting) "
    "WHERE c.kind = 'council' AND f.action IN ['resign', 'remove'] RETURN f, m "
    "UNION MATCH (c:Body {scope: $scope})<-[:TO]-(x:Appointment)-[:MADE_AT]->(m:Meeting)<-[:AT]-(f:MeetingRecord) "
    "WHERE c.kind = 'council' AND x.action IN ['resign', 'remove'] RETURN f, m "
    "UNION MATCH (f:Departure {scope: $scope})-[:AT]->(m:Meeting) RETURN f, m "
    "UNION MATCH (:Departure {scope: $scope})-[:AT]->(m:Meeting)<-[:AT]-(f:MeetingRecord) RETURN f, m }"
)
_FIRST_OF_ROLES = (
    "UNWIND $roles AS role MATCH (r:Role {id: role}) "
    "CALL (r) { MATCH (r)<-[:AS|DELEGATE|CONSULTS]-(f:Fact)-[:AT|MADE_AT]->(m:Meeting) "
    "WITH f, m, CASE WHEN f:Attendance THEN 0 WHEN f:Appointment THEN 1 ELSE 2 END AS rank "
    "ORDER BY rank, coalesce(f.date, ''), m.id, f.order, f.id LIMIT 1 "
    "RETURN f {.*} AS fact, [l IN labels(f) WHERE l <> 'Fact'][0] AS label } "
    "RETURN r {.*} AS role, fact, label"
)


@dataclass
class Shortcuts:
    """The meetings and bodies of which shortcuts are made anew."""

    tx: ManagedTransaction
    scope: str
    meetings: list[str]
    bodies: set[str]
    many: bool

    @classmethod
    def read(cls, tx: ManagedTransaction, scope: str, meetings: Iterable[str]) -> Shortcuts:
        """These meetings, and the bodies that they touch as the store has it before anything is written."""
        here = sorted(set(meetings))
        found = cls(tx, scope, here, set(), False)
        found.bodies = found._touched()
        total = run(tx, "MATCH (s:Sighting {scope: $scope}) RETURN count(s) AS n", scope=scope)[0]["n"]
        found.many = len(here) > max(MANY, total // SHARE)
        return found

    def _touched(self) -> set[str]:
        return {row["id"] for row in run(self.tx, _TOUCHED, meetings=self.meetings)}

    def write(self, council: Council | None, judgements: Sequence[Judgement], named: Set[str]) -> None:
        """Writes what differs. What names mean is in the store by now; `named` are bodies that documents name anew."""
        self._at_meetings(judgements)
        self.bodies |= self._touched()
        self._of_bodies(council, named)

    def _at_meetings(self, judgements: Sequence[Judgement]) -> None:
        facts, meant, _ = meant_at(
            partial(run, self.tx),
            f"{_AT} MATCH (m)<-[:AT|MADE_AT]-(f:Fact) WHERE f:{READ_LABELS}",
            meetings=self.meetings,
        )
        facts = without_nobodies(partial(run, self.tx), self.scope, facts)
        rows = derive_meetings(self.scope, facts, *_meaning(meant), judgements)
        present = run(self.tx, _PRESENT, meetings=self.meetings, scope=self.scope)
        for label in ("Meeting", "Role", "Seat"):
            there = self._there(label, rows.nodes.get(label, {})) if label != "Meeting" else set()
            write_nodes(self.tx, label, {k: row for k, row in rows.nodes.get(label, {}).items() if k not in there})
        self._difference(rows, {(row["type"], row["id"]) for row in present})
        self._roles({*rows.nodes.get("Role", {}), *(row["end"] for row in present if row["type"] in _ROLES)})

    def _there(self, label: str, ids: Iterable[str]) -> set[str]:
        found = run(self.tx, f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n.id AS id", ids=sorted(ids))
        return {row["id"] for row in found}

    def _difference(self, rows: Rows, present: Set[tuple[str, str]]) -> None:
        wanted = {(kind[1], key) for kind, edges in rows.edges.items() for key in edges}
        for type_ in DERIVED_EDGES:
            delete_edges(self.tx, type_, (key for kind, key in present - wanted if kind == type_))
        for kind, edges in sorted(rows.edges.items()):
            write_edges(self.tx, kind, [row for key, row in edges.items() if (kind[1], key) not in present])

    def _roles(self, roles: Set[str]) -> None:
        """Roles that no fact has any more go; others are called as the first fact that has them writes them."""
        gone = "UNWIND $ids AS id MATCH (r:Role {id: id}) WHERE NOT (r)<-[:AS|DELEGATE|CONSULTS]-() DETACH DELETE r"
        run(self.tx, gone, ids=sorted(roles))
        changed = {}
        for row in run(self.tx, _FIRST_OF_ROLES, roles=sorted(roles)):
            role, properties = row["role"], row["fact"]
            fact = FactRow(properties["id"], row["label"], "", None, properties["order"], properties, ())
            node = role_node(self.scope, role["id"], fact, fold(role["name"]))
            if node != role:
                changed[role["id"]] = node
        write_nodes(self.tx, "Role", changed)

    def _of_bodies(self, council: Council | None, named: Set[str]) -> None:
        bodies, children = sorted(self.bodies), sorted({*self.bodies, *named})
        facts, meant, perhaps = meant_at(
            partial(run, self.tx), _OF_BODIES, bodies=bodies, named=children, scope=self.scope
        )
        facts = without_nobodies(partial(run, self.tx), self.scope, facts)
        everyone = run(
            self.tx,
            "MATCH (b:Body {scope: $scope}) RETURN b.id AS id, b.name AS name, b.kind AS kind, "
            "EXISTS { (b)<-[:REFERS_TO]-() } AS named",
            scope=self.scope,
        )
        entities = {
            row["id"]: BodyEntity(row["id"], row["name"], row["kind"])
            for row in everyone
            if row["named"] or row["id"] != council_key(self.scope)  # a body that is called “Council” has that id too
        }
        candidates = {name: tuple(Candidate(entity, 0.0, ()) for entity in those) for name, those in perhaps.items()}
        people, found = People(refers_to=_decided(meant), may_be=candidates), Bodies(entities, _decided(meant))
        rows = derive_bodies(self.scope, facts, found, people, council, set(bodies), set(children))
        present = run(
            self.tx,
            "MATCH (b:Body) WHERE b.id IN $bodies MATCH (b)<-[r:SAT_ON|LAST_LISTED|STATE]-() "
            "RETURN type(r) AS type, r.id AS id "
            "UNION MATCH ()-[r:REPRESENTS {scope: $scope}]->() WHERE r.on IN $bodies "
            "RETURN type(r) AS type, r.id AS id "
            "UNION MATCH (b:Body)-[r:PART_OF]->() WHERE b.id IN $children RETURN type(r) AS type, r.id AS id",
            bodies=bodies,
            children=children,
            scope=self.scope,
        )
        councils = rows.nodes.get("Body", {})
        fresh = {k: row for k, row in councils.items() if k not in {r["id"] for r in everyone}}
        write_nodes(self.tx, "Body", fresh)
        label_bodies(self.tx, fresh)
        write_nodes(self.tx, "Seat", rows.nodes.get("Seat", {}))
        run(
            self.tx,
            "MATCH (s:Seat)-[:ON]->(b:Body) WHERE b.id IN $bodies AND NOT s.id IN $wanted DETACH DELETE s",
            bodies=bodies,
            wanted=sorted(rows.nodes.get("Seat", {})),
        )
        self._difference(rows, {(row["type"], row["id"]) for row in present})


_ROLES = frozenset({"AS", "DELEGATE", "CONSULTS"})


def _decided(meant: dict[str, str]) -> dict[str, Decision]:
    return {mention: Decision(entity, "same_name", ()) for mention, entity in meant.items()}


def _meaning(meant: dict[str, str]) -> tuple[Bodies, People]:
    """Names of people and of bodies are different names, so that one table serves both."""
    found = _decided(meant)
    return Bodies(refers_to=found), People(refers_to=found)
