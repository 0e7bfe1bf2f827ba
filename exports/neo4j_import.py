"""Files for `neo4j-admin database import`, which builds a database of its own from them much faster than a script.

A file for each set of labels and each type of relationship, with Neo4j's headers
(https://neo4j.com/docs/operations-manual/5/import/); `import.sh` holds the command, and `afterwards.cypher` what is to
be run in the new database. `:ID` is label and key, and is not kept as a property. A field without anything is a
property that is not there, `""` an empty text. An empty list has no form of its own: it comes as a list of `EMPTY`,
which `afterwards.cypher` empties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..graph_loader.graph.schema import constraints
from .whole_graph import GraphEdge, GraphNode, Key, WholeGraph

BETWEEN = "\x1f"
"""Between values of a list: a sign that no text holds as a letter (the unit separator)."""
EMPTY = "\x1e"
"""What stands alone in a list that is to be empty (the record separator)."""
_EMPTIED = "MATCH {0} WHERE x.`{1}` = ['{2}'] CALL (x) {{ SET x.`{1}` = [] }} IN TRANSACTIONS OF 10000 ROWS"
_OPTIONS = "--overwrite-destination --multiline-fields=true --array-delimiter=U+001F"


def neo4j_import(graph: WholeGraph) -> dict[str, str]:
    """The files by name."""
    files: dict[str, str] = {}
    given: list[str] = []
    then = list(constraints())
    for labels, nodes in groupby(sorted(graph.nodes, key=lambda n: (n.labels, n.key)), key=lambda n: n.labels):
        name = f"nodes-{'-'.join(labels)}.csv"
        alike = list(nodes)
        files[name] = _nodes(alike)
        then += _emptied(f"(x:{':'.join(labels)})", (n.properties for n in alike))
        given.append(f"--nodes={':'.join(labels)}={name}")
    for type_, edges in groupby(sorted(graph.edges, key=lambda e: e.type), key=lambda e: e.type):
        name = f"relationships-{type_}.csv"
        between = list(edges)
        files[name] = _edges(between)
        then += _emptied(f"()-[x:{type_}]->()", (e.properties for e in between))
        given.append(f"--relationships={type_}={name}")
    files["afterwards.cypher"] = "".join(f"{statement};\n" for statement in then)
    files["import.sh"] = _script(given)
    return files


def _script(given: Sequence[str]) -> str:
    lines = " \\\n  ".join(["neo4j-admin database import full neo4j", _OPTIONS, *given])
    return (
        "#!/bin/sh\n# Into the database neo4j of a Neo4j that is stopped. Once it runs again:\n"
        "#   cypher-shell -d neo4j -f afterwards.cypher\n"
        f'cd "$(dirname "$0")" || exit 1\n{lines}\n'
    )


def _emptied(pattern: str, properties: Iterable[Mapping[str, Any]]) -> list[str]:
    """What empties the lists that are to be empty."""
    names = {name for one in properties for name, value in one.items() if value == []}
    return [_EMPTIED.format(pattern, name, "\\u001e") for name in sorted(names)]


def _nodes(nodes: Sequence[GraphNode]) -> str:
    columns = _columns(n.properties for n in nodes)
    rows = ([_id(n.key), *(_cell(n.properties.get(c)) for c in columns)] for n in nodes)
    return _csv([":ID", *_headers(columns)], rows)


def _edges(edges: Sequence[GraphEdge]) -> str:
    columns = _columns(e.properties for e in edges)
    rows = ([_id(e.start), _id(e.end), *(_cell(e.properties.get(c)) for c in columns)] for e in edges)
    return _csv([":START_ID", ":END_ID", *_headers(columns)], rows)


def _id(key: Key) -> str:
    return _text(f"{key[0]} {key[1]}")


def _columns(properties: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The names of all properties, in order, with their types."""
    found: dict[str, str] = {}
    for one in properties:
        for name, value in one.items():
            type_ = _type(value)
            if found.setdefault(name, type_) == "long" and type_ == "double":
                found[name] = type_
    return dict(sorted(found.items()))


def _type(value: Any) -> str:
    if isinstance(value, list):
        return f"{_type(value[0]) if value else 'string'}[]"
    if isinstance(value, bool):
        return "boolean"
    return "long" if isinstance(value, int) else "double" if isinstance(value, float) else "string"


def _headers(columns: Mapping[str, str]) -> list[str]:
    return [f"{name}:{type_}" for name, type_ in columns.items()]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _text(BETWEEN.join(map(_plain, value)) if value else EMPTY)
    return _text(value) if isinstance(value, str) else _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _text(text: str) -> str:
    """A text in quotation marks, so that an empty one is told from none; `""` stands for one within."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells that are written already."""
    return "".join(f"{','.join(row)}\n" for row in (header, *rows))
