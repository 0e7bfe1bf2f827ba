"""A store whose graph is written in another form is neither read nor changed, and it is said what to do."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store, StoreError, form
from govgraph.graph_loader.store.dump import dump

from ..test_pipeline import EXAMPLES

FILE = min(EXAMPLES.glob("*.txt"))


@pytest.mark.parametrize(
    ("written", "said"),
    [(1, r"an older govgraph, in form 1 .* into a new store"), (3, r"a newer govgraph, in form 3 .* newer govgraph")],
)
def test_another_form_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch, written: int, said: str) -> None:
    monkeypatch.setattr(form, "GRAPH_FORM", written)
    assert not [r.error for r in load([FILE], store) if r.error]
    before = list(dump(store))
    monkeypatch.setattr(form, "GRAPH_FORM", 2)
    for use in (
        lambda: refresh(store),
        lambda: list(load([FILE], store, council="Ormley Borough Council")),
        lambda: remove([FILE.name], store),
    ):
        with pytest.raises(StoreError, match=said):
            use()
    assert list(dump(store)) == before


def test_a_store_from_before_forms_were_counted_has_the_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [r.error for r in load([FILE], store) if r.error]
    store.query("MATCH (l:Lock) REMOVE l.form", write=True)
    refresh(store)
    monkeypatch.setattr(form, "GRAPH_FORM", 2)
    with pytest.raises(StoreError, match="form 1 of the graph"):
        refresh(store)
