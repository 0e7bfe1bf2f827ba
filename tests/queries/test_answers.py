"""Every query module against a plain computation on the same graph (`expected*.py`), and against its own header."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from govgraph.graph_loader.store import Store
from govgraph.queries.catalogue import Module, catalogue, run
from govgraph.queries.who_sat import who_sat

from . import (
    expected,
    expected_audits,
    expected_changes,
    expected_corrections,
    expected_explore,
    expected_exports,
    expected_known,
    expected_map_views,
    expected_maps,
    expected_person,
    expected_runs,
    expected_site,
    expected_sittings,
)
from .graph import PlainGraph, Row

ANSWERS = {
    name: function
    for room in (
        expected,
        expected_maps,
        expected_map_views,
        expected_person,
        expected_known,
        expected_changes,
        expected_corrections,
        expected_explore,
        expected_runs,
        expected_site,
        expected_sittings,
        expected_audits,
        expected_exports,
    )
    for name, function in vars(room).items()
    if name in catalogue() and callable(function)
}
MADE_ELSEWHERE = {"corrections"}
"""Modules with nothing to say of the examples; what they say is under test in `tests/commands/test_correct.py`."""
CHOICES: list[Row] = [
    {},
    {"from": "2023-01-01"},
    {"to": "2023-05-31"},
    {"from": "2024-01-01", "to": "2024-07-09"},
    {"body_id": "?"},
    {"person_id": "?"},
    {"body_id": "?", "from": "2023-06-01"},
    {"scopes": ["nowhere"]},
]


def plain(value: Any) -> Any:
    """Sets and lists of names in one order, so that rows can be compared."""
    if isinstance(value, set):
        return sorted(value, key=str)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in sorted(value.items())}
    return [plain(v) for v in value] if isinstance(value, list) else value


def as_bag(rows: list[Row]) -> list[str]:
    """The rows as a bag: each as text, in one order."""
    named = []
    for row in rows:
        names = row.get("names")
        texts = isinstance(names, set | list) and all(isinstance(n, str) for n in names)
        audited = {"facts": sorted(row["facts"]), "message": None} if "verdict" in row else {}
        if "came" in row:
            audited = {"facts": sorted(row["facts"])}
        named.append(row | ({"names": sorted(names)} if texts and names is not None else {}) | audited)
    return sorted(json.dumps(plain(row), ensure_ascii=False, sort_keys=True) for row in named)


def givens(module: Module, graph: PlainGraph) -> Iterator[Row]:
    """Parameters to try a module with: each choice that its header allows, for every body or for every person."""
    ids = {
        "body_id": sorted(graph.get(b, "id") for b in graph.nodes("Body")),
        "person_id": sorted(graph.get(p, "id") for p in graph.nodes("Person")),
    }
    versions = sorted(graph.get(v, "id") for v in graph.nodes("Version"))
    lists = {
        "scope": sorted({graph.get(d, "scope") for d in graph.nodes("Document")})[0],
        "facts": sorted(graph.get(f, "id") for f in graph.nodes("Fact")),
        "versions": versions[::2],
        "mentions": sorted(graph.get(m, "id") for m in graph.nodes("Mention"))[::3],
    }
    if {"scope", "versions", "mentions"} & set(module.params):
        whole = {name: lists[name] for name in module.params}
        yield whole
        yield whole | {name: given[:3] for name, given in whole.items() if isinstance(given, list)}
    elif "facts" in module.params:
        facts = sorted(graph.get(f, "id") for f in graph.nodes("Fact"))
        yield from ({"facts": facts[:0]}, {"facts": facts[::7]}, {"facts": facts})
    elif "ids" in module.params:
        nodes = sorted(graph.get(n, "id") for n in graph.nodes("Person", "Body", "Role", "Seat"))
        yield from ({"ids": nodes[::5]}, {"ids": nodes})
    elif "steps" in module.params:
        both = [*ids["person_id"][::7], *ids["body_id"][::3]]
        yield from ({"a_id": a, "b_id": b, "steps": n} for a in both for b in both[::4] for n in (3, 6))
    elif "fact_id" in module.params:
        yield from ({"fact_id": fact} for fact in lists["facts"][::97])
    elif "public" in module.params:
        keys = [k for k in ids if k in module.params]
        for public in (False, True):
            if all(module.params[k].endswith("?") for k in keys):
                yield {"public": public}
            yield from ({"public": public, key: subject} for key in keys for subject in ids[key])
    else:
        for choice in CHOICES:
            if not set(choice) <= set(module.params):
                continue
            unknown = [k for k, v in choice.items() if v == "?"]
            needed = [k for k, t in module.params.items() if not t.endswith("?")]
            if set(needed) <= set(choice):
                yield from ([choice | {unknown[0]: i} for i in ids[unknown[0]]] if unknown else [choice])


def test_every_module_has_a_plain_computation_and_every_other_rule_its_cases() -> None:
    """What rules find is stated by hand in `audit_cases/`, for some of them computed here as well."""
    assert set(catalogue()) - set(ANSWERS) <= {m.name for m in catalogue().values() if m.folder == "audit"}


@pytest.mark.parametrize("name", list(ANSWERS))
def test_a_module_answers_what_a_plain_computation_answers(name: str, examples: Store, graph: PlainGraph) -> None:
    module = catalogue()[name]
    tried = list(givens(module, graph))
    assert tried
    told = 0
    for given in tried:
        rows = run(examples, name, **given)
        assert as_bag(rows) == as_bag(ANSWERS[name](graph, given)), given
        told += len(rows)
    assert told or name in MADE_ELSEWHERE, "an answer that is always empty proves nothing"


def test_who_sat_is_what_a_plain_computation_picks(examples: Store, graph: PlainGraph) -> None:
    told = 0
    for body in sorted(graph.get(b, "id") for b in graph.nodes("Body")):
        for low, high in (("2022-06-14", "2022-06-14"), ("2023-11-01", "2023-11-01"), ("2022-01-01", "2025-12-31")):
            for ends in ([], ["2021-05-09", "2023-01-31"]):
                given = {"body_id": body, "from": low, "to": high, "term_ends": ends}
                rows = who_sat(examples, body, low, high, ends).rows
                assert as_bag(rows) == as_bag(expected_sittings.who_sat(graph, given)), given
                told += len(rows)
    assert told > 100


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_module_returns_what_its_header_says(name: str, examples: Store, graph: PlainGraph) -> None:
    module = catalogue()[name]
    for given in list(givens(module, graph))[-3:]:
        answer = examples.query(module.text, dict.fromkeys(module.params) | given)
        assert list(answer.keys) == list(module.returns)
        for row in answer.rows:
            for column, type_ in module.returns.items():
                assert _is_a(row[column], type_), (column, type_, row[column])


def _is_a(value: Any, type_: str) -> bool:
    if value is None:
        return type_.endswith("?")
    kinds: dict[str, Any] = {"string": str, "date": str, "integer": int, "boolean": bool, "list": list, "map": dict}
    fits = isinstance(value, kinds[type_.rstrip("?")])
    return fits and (not type_.startswith("date") or value[:4].isdigit())


@pytest.mark.parametrize("name", list(catalogue()))
def test_the_same_question_gives_the_same_rows_in_the_same_order(name: str, examples: Store, graph: PlainGraph) -> None:
    module = catalogue()[name]
    given = list(givens(module, graph))[-1]
    assert run(examples, name, **given) == run(examples, name, **given)
    assert "ORDER BY" in module.text or len(run(examples, name, **given)) == 1 or name.startswith("map_")
