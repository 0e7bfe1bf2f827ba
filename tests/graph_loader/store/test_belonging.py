"""Whose documents are, in a store: the same whatever was loaded first, and stated later without loading again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.decisions import StatedCouncil
from govgraph.graph_loader.pipeline import load, remove
from govgraph.graph_loader.refreshing import refresh
from govgraph.graph_loader.store import Store
from govgraph.graph_loader.store.belonging import placed_in
from govgraph.graph_loader.store.decisions.councils import keep_councils

from ..test_pipeline import dump, empty

ORDERS = 6
ORMLEY = "London Borough of Ormley"
TEXT = "{above}\n\nHOUSING COMMITTEE\n\nMinutes of the meeting held on {day} at 7.00 pm in the Guildhall\n\n{people}\n"
PEOPLE = (
    "Present: Councillors Hester Quell (Chair), Dunstan Odum and Eleri Tanzy.\n\nApologies: Councillor Bram Yarnold."
)
DAYS = [f"Tuesday {day} January 2024" for day in (9, 16, 23, 30)]
SHORT = "Minutes of a meeting of the above Council held on Monday 5 February 2024 at 7.00 pm\n\n" + PEOPLE
FILES = {
    "mixed/0.txt": TEXT.format(above="", day=DAYS[0], people=PEOPLE),
    "mixed/1.txt": TEXT.format(above="", day=DAYS[1], people=PEOPLE),
    "mixed/2.txt": TEXT.format(above=ORMLEY.upper(), day=DAYS[2], people=PEOPLE),
    "mixed/3.txt": TEXT.format(above="Ormley Borough Council", day=DAYS[3], people=PEOPLE),
    "mixed/4.txt": SHORT,
    "mixed/5.txt": TEXT.format(above="", day=DAYS[2], people=PEOPLE),  # of one meeting with 2, which names the council
    "nobody/0.txt": TEXT.format(above="", day=DAYS[0], people=PEOPLE),
    "nobody/same.txt": TEXT.format(above="", day=DAYS[0], people=PEOPLE),
    "two/0.txt": TEXT.format(above="Eastmere District Council", day=DAYS[0], people=PEOPLE),
    "two/1.txt": TEXT.format(above="Westmere District Council", day=DAYS[0], people=PEOPLE),
    "two/2.txt": TEXT.format(above="", day=DAYS[0], people=PEOPLE + "\n\nThe tenants of Eastmere were heard."),
    "two/3.txt": TEXT.format(above="", day=DAYS[0], people=PEOPLE),
}


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    for key, text in FILES.items():
        (folder / key).parent.mkdir(parents=True, exist_ok=True)
        (folder / key).write_text(text, "utf-8")
    return folder


def loaded(store: Store, *paths: Path, council: str | None = None) -> None:
    assert [r.error for r in load(paths, store, council) if r.error] == []


def stated(keys: Sequence[str], council: str) -> StatedCouncil:
    return StatedCouncil("d-00000001", tuple(keys), council, "A. Clerk", "2024-06-01T10:00:00+00:00", "their website")


def scopes(store: Store) -> dict[str, str]:
    return {p.key: p.scope for p in placed_in(store)}


def counted(store: Store, label: str, scope: str) -> int:
    rows: Sequence[dict[str, Any]] = store.read(
        f"MATCH (n:{label} {{scope: $scope}}) RETURN count(n) AS n", scope=scope
    )
    return int(rows[0]["n"])


def test_a_folder_of_a_council_is_one_source_with_its_meetings(store: Store, minutes: Path) -> None:
    loaded(store, minutes / "mixed")
    assert set(scopes(store).values()) == {"ormley borough"}
    assert counted(store, "Person", "ormley borough") == 4
    met = store.read("MATCH (m:Meeting)-[:OF]->(b:Body) RETURN b.name AS body, count(m) AS meetings ORDER BY meetings")
    assert [r["meetings"] for r in met] == [1, 4]
    assert store.read("MATCH (n) WHERE n.scope STARTS WITH 'folder:' RETURN n") == []


@pytest.mark.parametrize("orders", [1, pytest.param(ORDERS, marks=pytest.mark.long)])
def test_any_order_and_split_of_loading_gives_one_graph(store: Store, minutes: Path, orders: int) -> None:
    loaded(store, minutes)
    whole, files = dump(store), sorted(FILES)
    assert len(set(scopes(store).values())) == 5
    rng = random.Random(11)
    for _ in range(orders):
        empty(store)
        rng.shuffle(files)
        cuts = sorted(rng.sample(range(1, len(files)), 2))
        for part in (files[: cuts[0]], files[cuts[0] : cuts[1]], files[cuts[1] :]):
            _load_as_of(store, minutes, part)
        assert dump(store) == whole


def _load_as_of(store: Store, minutes: Path, keys: Sequence[str]) -> None:
    """Loads some files under the keys and folders that they have when the whole folder is loaded."""
    hidden = [minutes / key for key in FILES if key not in keys]
    for path in hidden:
        path.rename(path.with_suffix(".hidden"))
    loaded(store, minutes)
    for path in hidden:
        path.with_suffix(".hidden").rename(path)


def test_one_file_alone_and_then_the_rest_is_as_one_load(store: Store, minutes: Path) -> None:
    loaded(store, minutes / "mixed")
    whole = dump(store)
    empty(store)
    loaded(store, minutes / "mixed" / "1.txt")
    assert set(scopes(store).values()) == {"folder:mixed"}
    loaded(store, minutes / "mixed")
    assert dump(store) == whole


def test_what_a_removed_document_told_is_told_no_more(store: Store, minutes: Path) -> None:
    _load_as_of(store, minutes, ["mixed/0.txt", "mixed/1.txt", "mixed/4.txt", "mixed/5.txt"])
    before = dump(store)
    _load_as_of(store, minutes, ["mixed/2.txt", "mixed/3.txt"])
    assert dump(store) != before
    remove(["mixed/2.txt", "mixed/3.txt"], store)
    assert dump(store) == before


def test_a_council_is_stated_later_and_taken_back(store: Store, minutes: Path) -> None:
    loaded(store, minutes)
    before = dump(store)
    (key,) = [key for key in FILES if key == "two/3.txt"]
    keys = [key, *(k for k in FILES if k.startswith("nobody/"))]
    assert keep_councils(store, [stated(keys, "Westmere District Council")])
    refresh(store)
    assert {scopes(store)[k] for k in keys} == {"westmere district"}
    assert counted(store, "Person", "westmere district") == 4
    assert counted(store, "Fact", "folder:minutes/nobody") == 0
    loaded(store, minutes)  # what was stated stays stated
    assert {scopes(store)[k] for k in keys} == {"westmere district"}
    said = dump(store)
    empty(store)
    keep_councils(store, [stated(keys, "Westmere District Council")])
    loaded(store, minutes)  # from documents and decisions alone
    assert dump(store) == said
    keep_councils(store, [])
    refresh(store)
    assert dump(store) == before


def test_stating_later_joins_what_stating_at_once_does(store: Store, minutes: Path) -> None:
    loaded(store, minutes / "nobody", council=ORMLEY)
    people = store.read("MATCH (p:Person) RETURN p.name AS name, p.scope AS scope ORDER BY name")
    empty(store)
    loaded(store, minutes / "nobody")
    keep_councils(store, [stated([p.key for p in placed_in(store)], ORMLEY)])
    refresh(store)
    assert store.read("MATCH (p:Person) RETURN p.name AS name, p.scope AS scope ORDER BY name") == people
