"""What each view of the example minutes holds."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.store import Store
from govgraph.queries.subjects import UnknownName
from govgraph.visualise import ViewError, network_map, read_view
from govgraph.visualise.layout import arrange
from govgraph.visualise.model import BODY_KINDS, PERSON_KINDS, VIEWS, Node, View

COMMITTEE = "Children's Services Committee"


def names(view: View, *kinds: str) -> set[str]:
    return {n.label for n in view.nodes if n.kind in kinds}


@pytest.fixture(scope="module")
def everything(examples: Store) -> View:
    return read_view(examples)


def test_every_edge_has_its_ends_and_facts_with_a_passage(everything: View) -> None:
    facts = {f.id: f for f in everything.facts}
    for edge in everything.edges:
        assert {edge.source, edge.target} <= everything.by_id.keys()
        assert all(facts[f].quotes for f in edge.facts)
    assert all(edge.facts for edge in everything.edges if edge.kind not in {"part_of", "of"})


def test_bodies_that_are_only_named_once_are_left_out_unless_asked_for(examples: Store, everything: View) -> None:
    whole = read_view(examples, named_once=True)
    left_out = {n.id for n in whole.nodes} - {n.id for n in everything.nodes}
    assert left_out
    assert {whole.by_id[i].kind for i in left_out} <= set(BODY_KINDS)
    assert not any("named once" in note for note in whole.notes)
    assert any("named once" in note and "left out; --all shows" in note for note in everything.notes)
    assert {b for b in names(whole, *BODY_KINDS) if "Committee" in b} == {
        b for b in names(everything, *BODY_KINDS) if "Committee" in b
    }
    name = whole.by_id[min(left_out)].label
    assert name in names(read_view(examples, body=name), *BODY_KINDS)  # who asks for it sees it


def test_a_council_has_its_bodies(examples: Store, everything: View) -> None:
    view = read_view(examples, view="council")
    assert view.title == "Wexmoorshire County Council"
    assert {COMMITTEE, "Children's Services Scrutiny Sub-Committee"} <= names(view, *BODY_KINDS)
    assert len(view.nodes) < len(everything.nodes)


def test_a_body_has_its_people_and_neighbours(examples: Store) -> None:
    view = read_view(examples, view="body", body=COMMITTEE, on="2023-06-13")
    assert (view.kind, view.on) == ("body", "2023-06-13")
    assert view.by_id[view.centre or ""].label == COMMITTEE
    assert "Cllr Jemima Marsh" in names(view, *PERSON_KINDS)


def test_a_person_has_what_is_around_them(examples: Store) -> None:
    view = read_view(examples, person="Jemima Marsh")
    assert view.kind == "person"
    assert COMMITTEE in names(view, *BODY_KINDS)


def test_who_sits_with_whom_is_people_alone(examples: Store) -> None:
    view = read_view(examples, view="co-membership")
    assert {n.kind for n in view.nodes} <= set(PERSON_KINDS)
    assert {e.kind for e in view.edges} == {"shares"}
    assert all(e.body and e.facts and e.source < e.target for e in view.edges)
    one = read_view(examples, view="co-membership", body=COMMITTEE)
    assert {e.body for e in one.edges} == {COMMITTEE}


def test_substitutions_go_from_who_stood_in(examples: Store) -> None:
    view = read_view(examples, view="substitutions")
    assert {e.kind for e in view.edges} == {"substituted_for"}
    places = arrange(view).places
    both = {e.source for e in view.edges} & {e.target for e in view.edges}
    for edge in view.edges:
        if edge.source not in both and edge.target not in both:
            assert places[edge.source].x < places[edge.target].x
    assert all(e.why.startswith("at a meeting of ") for e in view.edges)


def test_appointments_are_chains_from_decision_to_person(examples: Store) -> None:
    view = read_view(examples, view="appointments", body=COMMITTEE)
    nodes = view.by_id

    def steps(one: Node) -> list[Node]:
        return [nodes[e.target] for e in view.edges if e.source == one.id]

    decisions = [n for n in view.nodes if n.kind == "resolution"]
    assert decisions
    assert all(n.facts for n in decisions)
    assert {n.label for d in decisions for n in steps(d)} == {COMMITTEE}
    places = arrange(view).places
    assert all(places[e.source].x < places[e.target].x for e in view.edges)


@pytest.mark.parametrize("kind", [v for v in VIEWS if v not in {"body", "person"}])
def test_every_view_is_a_page(examples: Store, kind: str) -> None:
    assert network_map(examples, view=kind).html.startswith("<!doctype html>")


def test_what_a_view_needs_is_said(examples: Store) -> None:
    with pytest.raises(ViewError, match="the views are all, council"):
        read_view(examples, view="galaxy")
    with pytest.raises(ViewError, match="--body NAME"):
        read_view(examples, view="body")
    with pytest.raises(ViewError, match="--person NAME"):
        read_view(examples, view="person")
    with pytest.raises(UnknownName):
        read_view(examples, view="council", body="Nowhere Council")
