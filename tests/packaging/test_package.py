"""What is installed: every package and every data file, and nothing beside `govgraph`."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_INSTALLED = {"tests", "docs", "benchmarks", "build", "demo-output"}
CODE = (".py", ".pyc", ".md", ".toml")


def setuptools() -> dict[str, object]:
    found: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    return found


def inside() -> list[Path]:
    """Every file that could be installed, as a path in the checkout."""
    files = (p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file())
    return [
        f
        for f in files
        if not any(part.startswith(".") or part == "__pycache__" for part in f.parts)
        and f.parts[0] not in NOT_INSTALLED
        and not f.parts[0].endswith(".egg-info")
    ]


def test_every_package_is_listed() -> None:
    folders = {f.parent for f in inside() if f.name == "__init__.py"}
    names = {".".join(("govgraph", *folder.parts)) for folder in folders}
    assert sorted(names) == setuptools()["packages"]


def test_every_data_file_is_listed() -> None:
    data = setuptools()["package-data"]
    assert isinstance(data, dict)
    listed = {f for pattern in data["govgraph"] for f in ROOT.glob(pattern) if f.is_file()}
    needed = {ROOT / f for f in inside() if len(f.parts) > 1 and f.suffix not in CODE}
    assert needed - listed == set()
    assert {f.relative_to(ROOT).parts[0] for f in listed} <= {
        "commands", "examples", "graph_loader", "py.typed", "queries", "serve", "visualise", "website"
    }  # fmt: skip


def test_the_tools_that_need_nothing_else_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in ("demo", "test", "check"):
        assert f"\n{target}:" in makefile
