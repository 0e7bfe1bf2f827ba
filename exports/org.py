"""W3C ORG and PROV as Turtle (https://www.w3.org/TR/vocab-org/, https://www.w3.org/TR/prov-o/).

Bodies are `org:Organization`, the council above them by `org:subOrganizationOf`; a tenure is an `org:Membership` with
its `org:Role` and its days in `org:memberDuring`; an office or a seat is an `org:Post`; a body that became another is
an `org:ChangeEvent`. Everything `prov:wasDerivedFrom` the passages that state it, and these are `prov:specializationOf`
their document. Names begin with `urn:govgraph:`.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS, TIME

from ..graph_loader.folding import fold
from ..graph_loader.records import digest
from ..queries.output.published import escaped
from .addresses import document_uri, hash_uri, place_uri
from .model import Body, Exported, Place, Tenure
from .posts import post_of

BASE = "urn:govgraph:"
GG = Namespace(BASE)
_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def org(exported: Exported) -> str:
    """The Turtle text."""
    return graph(exported).serialize(format="turtle")


def graph(exported: Exported) -> Graph:
    """The statements in rdflib."""
    return _Writer(exported).written()


class _Writer:
    """Adds statements to one graph."""

    def __init__(self, exported: Exported):
        self._exported = exported
        self._graph = Graph()
        for prefix, namespace in (("org", ORG), ("prov", PROV), ("foaf", FOAF), ("skos", SKOS), ("time", TIME)):
            self._graph.bind(prefix, namespace)
        self._graph.bind("gg", GG)

    def written(self) -> Graph:
        """All statements."""
        for document in self._exported.documents:
            key = URIRef(document_uri(document))
            self._add(key, RDF.type, PROV.Entity)
            self._add(key, DCTERMS.title, Literal(document.name))
            self._add(key, DCTERMS.identifier, URIRef(hash_uri(document.version)))
        for person in self._exported.people:
            key = _name(person.id)
            self._add(key, RDF.type, FOAF.Person)
            self._add(key, FOAF.name, Literal(person.name))
            self._others(key, person.name, person.names)
            self._derived(key, self._exported.naming.get(person.id, ())[:1])
        for body in self._exported.bodies:
            self._body(body)
        for tenure in self._exported.tenures:
            self._tenure(tenure)
        return self._graph

    def _add(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal) -> None:
        self._graph.add((subject, predicate, value))

    def _others(self, key: URIRef, name: str, names: Iterable[str]) -> None:
        for other in names:
            if other != name:
                self._add(key, SKOS.altLabel, Literal(other))

    def _body(self, body: Body) -> None:
        key = _name(body.id)
        self._add(key, RDF.type, ORG.FormalOrganization if body.kind == "council" else ORG.Organization)
        self._add(key, SKOS.prefLabel, Literal(body.name))
        self._add(key, ORG.classification, GG[body.kind])
        self._others(key, body.name, body.names)
        for parent in body.part_of:
            self._add(key, ORG.subOrganizationOf, _name(parent.id))
        for later in body.later:
            change = GG["change-" + digest(body.id, later.id, later.how)]
            self._add(change, RDF.type, ORG.ChangeEvent)
            self._add(change, ORG.originalOrganization, key)
            self._add(change, ORG.resultingOrganization, _name(later.id))
            self._add(change, RDFS.label, Literal(later.how))
            self._derived(change, later.facts)
        self._derived(key, self._exported.naming.get(body.id, ())[:1])

    def _tenure(self, tenure: Tenure) -> None:
        body = _name(tenure.body)
        post = self._post(tenure, body)
        if not tenure.person:
            return
        key = _name(tenure.id)
        self._add(key, RDF.type, ORG.Membership)
        self._add(key, ORG.member, _name(tenure.person))
        self._add(key, ORG.organization, body)
        self._add(key, ORG.role, self._role(tenure.role))
        if post is not None:
            self._add(_name(tenure.person), ORG.holds, post)
        self._during(key, tenure)
        self._add(key, GG.certainty, Literal(tenure.certainty))
        self._add(key, RDFS.comment, Literal(tenure.why))
        self._derived(key, tenure.facts)

    def _during(self, key: URIRef, tenure: Tenure) -> None:
        interval = GG[f"{tenure.id}-days"]
        self._add(key, ORG.memberDuring, interval)
        self._add(interval, RDF.type, TIME.Interval)
        for predicate, day in ((TIME.hasBeginning, tenure.start), (TIME.hasEnd, tenure.end)):
            if day:
                instant = GG[f"day-{day}"]
                self._add(interval, predicate, instant)
                self._add(instant, RDF.type, TIME.Instant)
                self._add(instant, TIME.inXSDDate, _day(day))
        if tenure.until and not tenure.end:
            self._add(interval, GG.knownUntil, _day(tenure.until))

    def _role(self, role: str) -> URIRef:
        key = GG["role-" + digest(fold(role) or role)]
        self._add(key, RDF.type, ORG.Role)
        self._add(key, SKOS.prefLabel, Literal(role))
        return key

    def _post(self, tenure: Tenure, body: URIRef) -> URIRef | None:
        found = post_of(tenure)
        if found is None:
            return None
        post = GG[found]
        self._add(post, RDF.type, ORG.Post)
        self._add(post, ORG.postIn, body)
        self._add(post, ORG.role, self._role(tenure.role))
        if tenure.represents:
            self._add(post, SKOS.prefLabel, Literal(tenure.represents))
        if tenure.state == "vacant":
            self._add(post, GG.vacantFrom, _day(tenure.start))
            self._derived(post, tenure.facts)
        return post

    def _derived(self, key: URIRef, facts: Iterable[str]) -> None:
        for place in self._exported.places(facts):
            self._add(key, PROV.wasDerivedFrom, self._passage(place))

    def _passage(self, place: Place) -> URIRef:
        key = GG["passage-" + digest(place.sha256, str(place.char_start), str(place.char_end))]
        document = URIRef(escaped(place.uri) if place.uri else hash_uri(place.sha256))
        self._add(key, RDF.type, PROV.Entity)
        self._add(key, PROV.specializationOf, document)
        self._add(key, PROV.atLocation, URIRef(place_uri(place)))
        self._add(key, PROV.value, Literal(place.text))
        self._add(key, GG.line, Literal(place.line_start))
        return key


def _name(key: str) -> URIRef:
    return GG[quote(key, safe="-")]


def _day(day: str) -> Literal:
    return Literal(day, datatype=_DATE_TYPES[len(day)])
