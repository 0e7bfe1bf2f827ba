"""For maintainers: makes `jars.lock` anew, when the local Neo4j is to be another version.

Maven itself says which jars `org.neo4j:neo4j` needs to run: in a folder with a `pom.xml` that depends on it and nothing
else, `mvn dependency:list -DincludeScope=runtime -DoutputFile=list.txt`. (jgo's own reading of the same files differs
from Maven's in six jars.) Then `python -m govgraph.commands.store.lock_jars list.txt`, into the file
graph_loader/store/local/jars.lock, fetches each one, and writes its coordinates, SHA-256 and bytes.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from ...graph_loader.store.local.download import RepositoryFetch
from ...graph_loader.store.local.jars import Jar, sha256_of

_LINE = re.compile(r"([\w.-]+):([\w.-]+):jar:(?:([\w.-]+):)?([\w.-]+):(?:compile|runtime)")


def listed(text: str) -> Iterator[Jar]:
    """The jars in the output of `mvn dependency:list`, without hash and size."""
    for line in text.splitlines():
        if found := _LINE.match(re.sub(r"\x1b\[[0-9;]*m", "", line).strip()):
            group, artifact, classifier, version = found.groups()
            yield Jar(group, artifact, version, classifier or "", "", 0)


def locked(jar: Jar, fetch: RepositoryFetch) -> Jar:
    """The jar with its hash and size. Raises `StoreError`."""
    with tempfile.TemporaryDirectory() as folder:
        file = fetch(jar, Path(folder))
        return replace(jar, sha256=sha256_of(file), size=file.stat().st_size)


def main() -> None:
    """Reads the list that is named on the command line and writes the lock file to standard output."""
    jars = sorted(set(listed(Path(sys.argv[1]).read_text("utf-8"))), key=str)
    fetch = RepositoryFetch()
    sys.stdout.write("# What org.neo4j:neo4j needs to run: group:artifact:version[:classifier] sha256 bytes\n")
    sys.stdout.write("# Made by `python -m govgraph.commands.store.lock_jars`; do not edit by hand.\n")
    with ThreadPoolExecutor(8) as executor:
        for jar in executor.map(lambda each: locked(each, fetch), jars):
            sys.stdout.write(f"{jar} {jar.sha256} {jar.size}\n")


if __name__ == "__main__":
    main()
