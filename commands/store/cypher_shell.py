"""A prompt for Cypher: statements that end with `;`, read-only unless the user asked to write."""

from __future__ import annotations

import re
from typing import Any

from neo4j.graph import Node, Path, Relationship
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ...graph_loader.store import Answer, RefusedQueryError, Store, StoreError

PROMPT, PROMPT_INSIDE = "cypher> ", "   ...> "
HELP = "End a query with ; (it may have many lines). Ctrl-C drops what is typed. :exit or Ctrl-D leaves."

_PIECE = re.compile(
    r"""'(?:\\.|[^'\\])*(?:'|\Z) | "(?:\\.|[^"\\])*(?:"|\Z) | `(?:``|[^`])*(?:`|\Z) |
    //[^\n]* | /\*.*?(?:\*/|\Z) | ; | [^;'"`/]+ | .""",
    re.VERBOSE | re.DOTALL,
)
"""A quoted text or a comment (which may not have ended yet), the end of a statement, or what lies between them."""


def split_statements(text: str) -> tuple[list[str], str]:
    """The statements that `text` ends with `;`, and what follows them. A `;` in quotes or in a comment ends nothing."""
    done: list[str] = []
    current = ""
    for piece in _PIECE.findall(text):
        if piece != ";":
            current += piece
        else:
            if current.strip():
                done.append(current.strip())
            current = ""
    return done, current


def run_shell(store: Store, write: bool, interactive: bool, console: Console, errors: Console) -> bool:
    """Reads statements from standard input and prints their rows; tells whether all of them went well.

    On a terminal a statement that fails is reported and the next one is asked for; elsewhere it ends the run.
    """
    if interactive:
        _line_editing()
    pending, went_well = "", True
    while True:
        try:
            line = input((PROMPT_INSIDE if pending.strip() else PROMPT) if interactive else "")
        except EOFError:
            break
        except KeyboardInterrupt:
            if not interactive:
                raise
            console.print()
            pending = ""
            continue
        if not pending.strip() and line.strip() in (":exit", ":quit", "exit", "quit"):
            return went_well
        if not pending.strip() and line.strip() == ":help":
            console.print(HELP, markup=False)
            continue
        statements, pending = split_statements(f"{pending}{line}\n")
        for statement in statements:
            if not _run(store, statement, write, console, errors):
                went_well = False
                if not interactive:
                    return False
    if pending.strip() and not interactive:
        # A file or a pipe may leave out the last semicolon.
        return _run(store, pending.strip(), write, console, errors)
    return went_well


def _run(store: Store, statement: str, write: bool, console: Console, errors: Console) -> bool:
    try:
        answer = store.query(statement, write=write)
    except RefusedQueryError as error:
        hint = "; give --write to allow it" if error.code.endswith("AccessMode") else ""
        errors.print(f"govgraph: {error}{hint}", markup=False, highlight=False)
        return False
    except StoreError as error:
        errors.print(f"govgraph: {error}", markup=False, highlight=False)
        return False
    except KeyboardInterrupt:
        errors.print("govgraph: the query was dropped", markup=False, highlight=False)
        return False
    _print(answer, console)
    return True


def _print(answer: Answer, console: Console) -> None:
    if answer.keys:
        table = Table()
        for key in answer.keys:
            table.add_column(Text(key))
        for row in answer.rows:
            table.add_row(*(Text(in_cypher(row[key])) for key in answer.keys))
        console.print(table)
    count = len(answer.rows)
    console.print(f"{count} row{'' if count == 1 else 's'}", highlight=False)


def in_cypher(value: Any) -> str:
    r"""A value as Cypher would write it, `(:Person {name: "Ann Lee"})`; texts of their own go without quotes.

    Control characters, with which a document could steer a terminal, are written as `\x1b`.
    """
    text = value if isinstance(value, str) else _inside(value)
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


def _inside(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, Node):
        labels = "".join(f":{label}" for label in sorted(value.labels))
        return f"({' '.join(filter(None, (labels, _properties(dict(value)))))})"
    if isinstance(value, Relationship):
        return f"[{' '.join(filter(None, (f':{value.type}', _properties(dict(value)))))}]"
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, dict):
        return _properties(value) or "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_inside, value))}]"
    iso = getattr(value, "iso_format", None)
    return str(iso() if callable(iso) else value)


def _properties(values: dict[str, Any]) -> str:
    return f"{{{', '.join(f'{key}: {_inside(value)}' for key, value in sorted(values.items()))}}}" if values else ""


def _path(path: Path) -> str:
    text = _inside(path.nodes[0])
    for before, edge, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        forward = edge.start_node == before
        text += f"{'-' if forward else '<-'}{_inside(edge)}{'->' if forward else '-'}{_inside(after)}"
    return text


def _line_editing() -> None:
    """Arrow keys and earlier lines, where Python was built with them."""
    try:
        import readline  # noqa: F401
    except ImportError:
        return
