"""Three local Neo4j for the whole run, and no way to a developer's own: neither to their store nor to their server.

One that tests write to, one with the examples, and one that tests kill. And the Chromium or Chrome that tests drive.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local import starting
from govgraph.graph_loader.store.local.progress import TerminalProgress
from govgraph.graph_loader.store.write import ensure_schema

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_GROUPS = {"neo4j": {"neo4j_dir", "store", "examples", "examples_dir"}, "spare": {"spare_dir"}}
"""Which fixtures make a test one of a group."""

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks a test that needs Neo4j, and keeps those of a server in one process, so that each server starts once."""
    for group, fixtures in _GROUPS.items():
        if fixtures & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.neo4j)
            item.add_marker(pytest.mark.xdist_group(group))
            return


@pytest.fixture(scope="session", autouse=True)
def store_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The store that every test means unless it names another: a folder of this run, and never the developer's own."""
    folder = tmp_path_factory.mktemp("neo4j") / "store"
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("NEO4J_", "GOVGRAPH_STORE_"))]:
            patch.delenv(name)
        patch.setenv("GOVGRAPH_STORE_DIR", str(folder))
        patch.setenv("GOVGRAPH_STORE_MEMORY", "512m")
        # A run that is killed leaves no server behind for longer.
        patch.setenv("GOVGRAPH_STORE_IDLE", "5")
        # They live for minutes: what Java compiles well would never pay for the time that it takes.
        patch.setattr(starting, "_NOT_FOR_THE_SERVER", ("NEO4J_PASSWORD",))
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield folder
        local_neo4j(folder).stop(TerminalProgress())


@pytest.fixture(scope="session")
def neo4j_dir(store_environment: Path) -> Path:
    """The folder of a local Neo4j that runs; it is stopped at the end of the run."""
    local_neo4j(store_environment).start(TerminalProgress())
    return store_environment


@pytest.fixture
def store(neo4j_dir: Path) -> Iterator[Store]:
    """The local Neo4j, opened, with its constraints and nothing else in it."""
    with open_store(None, neo4j_dir) as opened:
        ensure_schema(opened)
        opened.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        yield opened


@pytest.fixture(scope="session")
def spare_dir(store_environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of a local Neo4j that tests kill, stop, rob and restore; what is in it is of no use to the next."""
    folder = tmp_path_factory.mktemp("spare") / "store"
    yield folder
    local_neo4j(folder).stop(TerminalProgress())


@pytest.fixture(scope="session")
def examples_dir(tmp_path_factory: pytest.TempPathFactory, store_environment: Path) -> Iterator[Path]:
    """The folder of a second local Neo4j, with the example minutes in it; nobody writes to it."""
    folder = tmp_path_factory.mktemp("examples") / "store"
    with open_store(None, folder) as store:
        assert [r.error for r in load([EXAMPLES], store) if r.error] == []
    yield folder
    local_neo4j(folder).stop(TerminalProgress())


@pytest.fixture(scope="session")
def examples(examples_dir: Path) -> Iterator[Store]:
    """The store with the example minutes, opened."""
    with open_store(None, examples_dir) as store:
        yield store


def chromium() -> str | None:
    """The path of a Chromium or Chrome on this machine, or none."""
    if given := os.environ.get("CHROMIUM"):
        return given
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in APPLICATIONS if Path(path).exists()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    path = chromium()
    if path is None:
        message = "neither Chromium nor Chrome is here (tests/browser/find-or-install-chromium says why)"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(message)
        pytest.skip(message)
    # Chromium's sandbox refuses to run as root, as containers do.
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=arguments)
        yield opened
        opened.close()
