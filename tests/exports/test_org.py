"""ORG and PROV: read back they are the same statements, and every membership has its days and its passages."""

from __future__ import annotations

from govgraph.exports.model import Exported
from govgraph.exports.org import GG, graph, org
from rdflib import RDF, Graph
from rdflib.namespace import ORG, PROV, TIME


def test_read_back_it_is_the_same(exported: Exported) -> None:
    read = Graph().parse(data=org(exported), format="turtle")
    assert set(read) == set(graph(exported))


def test_every_membership_has_days_and_passages(exported: Exported) -> None:
    read = Graph().parse(data=org(exported), format="turtle")
    tenures = {GG[t.id]: t for t in exported.tenures if t.person}
    assert set(read.subjects(RDF.type, ORG.Membership)) == set(tenures)
    for key, tenure in tenures.items():
        assert read.value(key, ORG.member) == GG[tenure.person or ""]
        assert read.value(key, ORG.organization) == GG[tenure.body]
        interval = read.value(key, ORG.memberDuring)
        begin = read.value(interval, TIME.hasBeginning)
        assert str(read.value(begin, TIME.inXSDDate)) == tenure.start
        assert (read.value(interval, TIME.hasEnd) is None) == (tenure.end is None)
        passages = list(read.objects(key, PROV.wasDerivedFrom))
        assert passages
        assert all(read.value(p, PROV.specializationOf) for p in passages)
