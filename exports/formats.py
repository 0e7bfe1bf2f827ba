"""Every format by name: what it is for, where it is made, and how it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from ..graph_loader.store import Store
from ..queries.catalogue import QueryError
from .read import ALL, Selection, read_exported, scopes_of

Made = str | bytes | Mapping[str, str]
"""The content of a file, or of the files of a folder by name."""


@dataclass(frozen=True)
class Format:
    """A format: its line of help; the module of this package and its function; what it is made from and written as.

    `records` are what documents say and what follows from it; `graph` is every node and relationship of the store.
    """

    title: str
    place: str
    of: Literal["records", "graph"] = "records"
    as_: Literal["file", "folder"] = "file"


FORMATS: dict[str, Format] = {
    "graphml": Format("the network for yEd, Gephi, Cytoscape, networkx", "graphml:graphml"),
    "gexf": Format("the network with its times for Gephi's timeline", "gexf:gexf"),
    "csv": Format("tables for spreadsheets, with a data dictionary", "csv_tables:csv_tables", as_="folder"),
    "popolo": Format("open civic data as Popolo JSON", "popolo:popolo"),
    "org": Format("linked data as W3C ORG and PROV in Turtle", "org:org"),
    "jsonl": Format("every fact with its evidence, one JSON object a line", "jsonl:jsonl"),
    "sqlite": Format("one database file with views and full-text search, for datasette", "sqlite:sqlite"),
    "cypher": Format("a script that rebuilds the graph in an empty Neo4j", "cypher:cypher", "graph"),
    "dump": Format("the whole graph as canonical text, for comparing", "whole_graph:dump_text", "graph"),
    "neo4j-import": Format("files for neo4j-admin database import", "neo4j_import:neo4j_import", "graph", "folder"),
}


def export(store: Store, format_: str, selection: Selection = ALL) -> Made:
    """What an export of a store holds. Raises `QueryError` for a format or a selection that is none, and as reading."""
    found = FORMATS.get(format_)
    if found is None:
        raise QueryError(f"there is no format “{format_}”; the formats are {', '.join(FORMATS)}")
    if found.of == "graph":
        if selection.body or selection.in_time:
            raise QueryError(f"{format_} holds the whole graph, or one --council; it has no body and no time")
        from .whole_graph import read_graph

        content: Any = read_graph(store, scopes_of(store, selection.council), selection.public)
    else:
        content = read_exported(store, selection)
    return _made(found, content)


def export_several(store: Store, formats: Iterable[str], selection: Selection = ALL) -> Iterator[tuple[str, Made]]:
    """Several formats made from one reading of the records, each with its name; none that holds the graph itself."""
    content = read_exported(store, selection)
    for name in formats:
        yield name, _made(FORMATS[name], content)


def _made(format_: Format, content: Any) -> Made:
    module, function = format_.place.split(":")
    made: Made = getattr(import_module(f".{module}", __package__), function)(content)
    return made


def save(made: Made, path: Path) -> list[Path]:
    """Writes a file, or the files of a folder, always with the same line ends; gives back what was written.

    Raises `OSError`, and `QueryError` where a folder is to be written and a file is there, or the other way round.
    """
    if isinstance(made, Mapping):
        if path.is_file():
            raise QueryError(f"{path} is a file, and this format is a folder of several; give another name")
        path.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (path / name).write_bytes(text.encode())
        return [path / name for name in made]
    if path.is_dir():
        raise QueryError(f"{path} is a folder, and this format is one file; give its name, as in {path / 'export'}")
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    return [path]
