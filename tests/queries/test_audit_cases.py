"""Every audit rule on made-up minutes: what it must find, what it must leave alone, and what it cannot know.

`audit_cases/*.yaml` hold the cases, a file a rule. Each case is a council of its own with a few meetings; `verdicts`
are all verdicts that the rule must give for it, with the person where one is meant (`finding: [Cllr A Bold]`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.write import ensure_schema
from govgraph.graph_loader.whose.names import scope_of as scope_of_council
from govgraph.queries import audit as rules_of
from govgraph.queries.catalogue import catalogue, run

from .made_minutes import Made, write

CASES = Path(__file__).parent / "audit_cases"
RULES = sorted(m.name for m in catalogue().values() if m.folder == "audit")


def _read() -> dict[str, list[Made]]:
    return {f.stem: yaml.safe_load(f.read_text("utf-8")) for f in sorted(CASES.glob("*.yaml"))}


def _council(rule: str, number: int) -> str:
    return f"{rule.replace('_', ' ').title()} {number} County Council"


@pytest.fixture(scope="module")
def verdicts(neo4j_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """What every rule says of every council: rule → council → verdicts with persons."""
    with open_store(None, neo4j_dir) as store:
        ensure_schema(store)
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        failed = [r.error for r in load([write_all(tmp_path_factory.mktemp("cases"))], store) if r.error]
        assert not failed
        return {rule: _verdicts(store, rule) for rule in RULES}


def write_all(root: Path) -> Path:
    """Writes every case below `root`, a folder each that states its council."""
    for rule, cases in _read().items():
        for number, case in enumerate(cases, start=1):
            folder = root / f"{rule}-{number}"
            write(folder, case["meetings"])
            if rows := case.get("register"):
                (folder / "register.csv").write_text("\n".join(["person,body,from,to", *rows]) + "\n", "utf-8")
            (folder / "govgraph.toml").write_text(f'council = "{_council(rule, number)}"\n', "utf-8")
    return root


def _verdicts(store: Store, rule: str) -> dict[str, list[tuple[str, str]]]:
    """The verdicts of one rule by council; a row without a body belongs to the council of its facts."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    scope_of = {row["id"]: row["scope"] for row in run(store, "bodies_of_scopes")}
    given = rules_of.parameters(store, None) | {"profile": _profile(store)}
    asked = {name: given[name] for name in catalogue()[rule].params}
    facts = {f["id"]: f["scope"] for f in store.read("MATCH (f:Fact) RETURN f.id AS id, f.scope AS scope")}
    for row in run(store, rule, **asked):
        scope = scope_of.get(row["body_id"] or "") or facts.get((row["facts"] or [""])[0], "")
        found[scope].append((row["verdict"], row["person"] or ""))
    return found


def _profile(store: Store) -> list[Made]:
    """Each case may state a profile for its council: rows as rules take them."""
    bodies = run(store, "bodies_of_scopes")
    rows: list[Made] = []
    empty = dict.fromkeys(
        ("quorum", "seats", "complete", "six_months", "remote", "seat_open_meetings", "from", "to", "body_id")
    )
    for rule, cases in _read().items():
        for number, case in enumerate(cases, start=1):
            scope = scope_of_council(_council(rule, number))
            for said in case.get("profile", ()):
                row = empty | {"scope": scope, "source": "standing order 1"} | said
                own = [b["id"] for b in bodies if b["scope"] == scope and b["name"] == row.get("body")]
                rows.append(
                    {k: str(v) if k in {"from", "to"} and v else v for k, v in row.items()}
                    | {"body_id": (own or [None])[0]}
                )
    return rows


def cases() -> Iterator[Any]:
    for rule, found in _read().items():
        for number, case in enumerate(found, start=1):
            yield pytest.param(rule, number, case, id=f"{rule}/{number}-{case['title'].replace(' ', '-')}")


@pytest.mark.parametrize(("rule", "number", "case"), list(cases()))
def test_a_rule_says_what_a_reader_says(
    rule: str, number: int, case: Made, verdicts: dict[str, dict[str, list[tuple[str, str]]]]
) -> None:
    # A rule that has nothing to look at says so.
    found = verdicts[rule].get(scope_of_council(_council(rule, number)), [("not_enough_evidence", "")])
    wanted = {(verdict, person) for verdict, people in case["verdicts"].items() for person in (people or [""])}
    assert {
        (v, p if any(p == w for x, w in wanted if x == v) or not any(w == "" for x, w in wanted if x == v) else "")
        for v, p in found
    } == wanted, found


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_case_of_each_verdict(rule: str) -> None:
    found = {verdict for case in _read()[rule] for verdict in case["verdicts"]}
    assert {"finding", "ok", "not_enough_evidence"} <= found
