"""Files and functions belong together; every plan is one that grows with the answer and not with the store."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store
from govgraph.queries.catalogue import FOLDERS, catalogue, parse_header

QUERIES = Path(__file__).parents[2] / "queries"
FILES = sorted(QUERIES.rglob("*.cypher"))
BAD = ("AllNodesScan", "CartesianProduct", "AllRelationshipsScan")


def _calls() -> list[tuple[str, ast.FunctionDef, ast.Call]]:
    """Every `run(store, "name", …)` in the code, with the function around it."""
    found = []
    for file in sorted(QUERIES.glob("*.py")):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for call in ast.walk(function):
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "run"):
                    continue
                if len(call.args) > 1 and isinstance(call.args[1], ast.Constant):
                    found.append((str(call.args[1].value), function, call))
    return found


def test_every_file_is_in_the_catalogue() -> None:
    assert [str(f.relative_to(QUERIES)) for f in FILES] == sorted(m.path for m in catalogue().values())
    assert {f.parent.name for f in FILES} <= set(FOLDERS)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_file_has_its_header(file: Path) -> None:
    header = parse_header(file.read_text("utf-8"))
    assert header["name"] == file.stem
    assert len(header["title"]) > 10
    assert {"params", "returns"} <= set(header)
    module = catalogue()[file.stem]
    body = "\n".join(line for line in module.text.splitlines() if not line.startswith("//"))
    for parameter in module.params:
        assert f"${parameter}" in body
    if file.parent.name == "audit":
        by_profile = {"profile", "lacks"} if "lacks" in module.returns else set()
        assert set(module.more) == {"rests_on", "severity", "needs", "settles"} | by_profile
        assert module.more["severity"] in {"high", "medium", "low"}


def test_every_module_has_one_typed_function() -> None:
    calls = _calls()
    names = [name for name, _, _ in calls]
    assert sorted(set(names)) == sorted(m.name for m in catalogue().values() if m.folder != "audit")
    for name, function, call in calls:
        assert function.returns is not None
        assert all(a.annotation is not None for a in function.args.args)
        given = {k.arg for k in call.keywords if k.arg}
        spread = {
            key.value
            for k in call.keywords
            if k.arg is None and isinstance(k.value, ast.Dict)
            for key in k.value.keys
            if isinstance(key, ast.Constant)
        }
        assert given | spread == set(catalogue()[name].params), name


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_plan_neither_scans_everything_nor_multiplies(name: str, examples: Store) -> None:
    module = catalogue()[name]
    operators = examples.explain(module.text, dict.fromkeys(module.params)).operators
    assert [o for o in operators if o in BAD] == []
