"""What is installed or fetched is pinned, has hashes, and is listed with its licence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from govgraph.docs.licences import locked_packages
from govgraph.graph_loader.store.local.jars import locked_jars

TOP = Path(__file__).parents[2]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_has_the_versions_of_the_constraints_each_with_hashes() -> None:
    pinned = {plain(n): v for n, v in locked_packages(TOP / "constraints.txt")}
    locked = {plain(n): v for n, v in locked_packages(TOP / "requirements.lock")}
    assert {n: v for n, v in locked.items() if pinned.get(n) != v} == {}
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    missing = {plain(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in asked} - locked.keys()
    assert not missing, "SECURITY.md says how the lock is made anew"
    lock = (TOP / "requirements.lock").read_text("utf-8")
    for entry in re.split(r"\n(?=\S)", lock.strip()):
        assert re.fullmatch(r"\S+==\S+( ;[^\\]+)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+", entry), entry[:80]


def test_everything_is_listed_with_its_licence() -> None:
    page = (TOP / "docs" / "licences.md").read_text("utf-8")
    for name, version in locked_packages(TOP / "requirements.lock"):
        assert f"| {name} {version} |" in page
    for jar in locked_jars():
        assert f"| {jar} |" in page
    assert "not installed here" not in page
    assert "not fetched here" not in page
