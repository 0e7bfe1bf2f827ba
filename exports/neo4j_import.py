"""Files for `neo4j-admin database import`, which builds a database of its own from them much faster than a script.

A file for each set of labels and each type of relationship, with Neo4j's headers; `import.sh` holds the command, and
`constraints.cypher` what is to be run afterwards. `:ID` is label and key, and is not kept as a property.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..graph_loader.graph.schema import constraints
from .whole_graph import GraphEdge, GraphNode, Key, WholeGraph

BETWEEN = "\x1f"
"""Between values of a list: a sign that no text holds as a letter (the unit separator)."""
_OPTIONS = "--overwrite-destination --multiline-fields=true --array-delimiter=U+001F"


def neo4j_import(graph: WholeGraph) -> dict[str, str]:
    """The files by name."""
    files: dict[str, str] = {}
    given: list[str] = []
    for labels, nodes in groupby(sorted(graph.nodes, key=lambda n: (n.labels, n.key)), key=lambda n: n.labels):
        name = f"nodes-{'-'.join(labels)}.csv"
        files[name] = _nodes(list(nodes))
        given.append(f"--nodes={':'.join(labels)}={name}")
    for type_, edges in groupby(sorted(graph.edges, key=lambda e: e.type), key=lambda e: e.type):
        name = f"relationships-{type_}.csv"
        files[name] = _edges(list(edges))
        given.append(f"--relationships={type_}={name}")
    files["constraints.cypher"] = "".join(f"{statement};\n" for statement in constraints())
    files["import.sh"] = _script(given)
    return files


def _script(given: Sequence[str]) -> str:
    lines = " \\\n  ".join(["neo4j-admin database import full neo4j", _OPTIONS, *given])
    return (
        f'#!/bin/sh\n# Into the database neo4j of a Neo4j that is stopped.\ncd "$(dirname "$0")" || exit 1\n{lines}\n'
    )


def _nodes(nodes: Sequence[GraphNode]) -> str:
    columns = _columns(n.properties for n in nodes)
    rows = ([_id(n.key), *(_cell(n.properties.get(c)) for c in columns)] for n in nodes)
    return _csv([":ID", *_headers(columns)], rows)


def _edges(edges: Sequence[GraphEdge]) -> str:
    columns = _columns(e.properties for e in edges)
    rows = ([_id(e.start), _id(e.end), *(_cell(e.properties.get(c)) for c in columns)] for e in edges)
    return _csv([":START_ID", ":END_ID", *_headers(columns)], rows)


def _id(key: Key) -> str:
    return f"{key[0]} {key[1]}"


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
    if isinstance(value, list):
        return BETWEEN.join(_cell(v) for v in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
