"""A register in a store: in whatever order it comes beside minutes, and gone without a trace when it is taken out."""

from __future__ import annotations

import shutil
from pathlib import Path

from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.write import ensure_schema

EXAMPLES = Path(__file__).parents[3] / "examples" / "minutes"
MINUTES = ("2024-10-01-small-schools-working-group.txt", "2024-03-05-small-schools-working-group.md")
TABLE = """person,body,role,from,to
Cllr Beatrix Fennimore,Small Schools Working Group,member,2022-06-14,2024-09-01
Cllr Ada Marrow,Small Schools Working Group,Chair,2023-01-01,
Cllr Ada Marrow,Harbour Forum,,2023-01-01,
Cllr Fennimore,Harbour Forum,,2023,
"""


def _loaded(store: Store, folder: Path, names: list[str]) -> list[str]:
    ensure_schema(store)
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    for name in names:
        assert [r.error for r in load([folder / name], store, "Wexmoorshire County Council")] == [None]
    return list(dump(store))


def test_a_register_comes_in_any_order_and_goes_without_a_trace(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name in MINUTES:
        shutil.copy(EXAMPLES / name, folder)
    (folder / "members.csv").write_text(TABLE, "utf-8")
    alone = _loaded(store, folder, [*MINUTES])
    before = _loaded(store, folder, ["members.csv", *MINUTES])
    after = _loaded(store, folder, [*MINUTES, "members.csv"])
    assert before == after != alone
    assert remove(["members.csv"], store) == []
    assert list(dump(store)) == alone
