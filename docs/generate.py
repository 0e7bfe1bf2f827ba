"""Writes the generated parts of the documentation: `python -m govgraph.docs.generate`.

A generated part stands between `<!-- begin NAME -->` and `<!-- end NAME -->`; what is outside is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from ..cli import app
from ..commands.terminal.examples import examples_of
from ..commands.terminal.layout import OF_EVERY
from ..graph_loader.graph.edges import EDGES
from ..graph_loader.graph.nodes import NODES
from ..graph_loader.graph.schema import BODY_LABELS
from ..queries.audit import rules
from ..queries.catalogue import FOLDERS, catalogue

DOCS = Path(__file__).parent
_PART = re.compile(r"<!-- begin (?P<name>[\w-]+) -->\n.*?<!-- end (?P=name) -->\n", re.DOTALL)


def generated(text: str) -> str:
    """A page with its generated parts made anew; answers from a store are those of `answers`."""

    def made(part: re.Match[str]) -> str:
        name = part["name"]
        return (
            part[0] if name.startswith("answer-") else f"<!-- begin {name} -->\n{_PARTS[name]()}<!-- end {name} -->\n"
        )

    return _PART.sub(made, text)


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _nodes() -> str:
    parts = []
    for layer, of in groupby(NODES, key=lambda n: n.layer):
        for node in of:
            title = ":".join((node.label, *node.also))
            rows = [
                (f"`{name}`{' (key)' if name == node.key else ''}", meaning)
                for name, meaning in node.properties.items()
            ]
            parts.append(f"### `{title}` ({layer})\n\n{_table(('property', 'what it holds'), rows)}")
    return "\n".join(parts)


def _edges() -> str:
    rows = [
        (
            f"`{e.start}`",
            f"`{e.type}`",
            f"`{e.end}`",
            e.layer,
            "; ".join(f"`{k}`: {v}" for k, v in e.properties.items()),
        )
        for e in EDGES
    ]
    return _table(("from", "edge", "to", "layer", "properties"), rows)


def _picture() -> str:
    """The graph as a picture in words: what kinds of nodes lead to which, an arrow a pair with all its edges."""
    leading: dict[tuple[str, str], list[str]] = {}
    for edge in EDGES:
        leading.setdefault((edge.start, edge.end), []).append(edge.type)
    layers: dict[str, list[str]] = {}
    ends = {label for pair in leading for label in pair}
    layer_of = {node.label: node.layer for node in NODES}
    for label in sorted(ends):
        layers.setdefault(layer_of.get(label, "fact"), []).append(label)
    lines = ["```mermaid", "flowchart LR"]
    for layer in ("source", "fact", "derived"):
        lines += [f"  subgraph {layer}", *(f"    {label}" for label in layers[layer]), "  end"]
    lines += [f"  {start} -->|{' '.join(types)}| {end}" for (start, end), types in leading.items()]
    return "\n".join((*lines, "```", ""))


def _body_labels() -> str:
    return _table(("kind", "label"), [(f"`{kind}`", f"`{label}`") for kind, label in BODY_LABELS.items()])


def _queries() -> str:
    parts = []
    for folder, of in groupby(catalogue().values(), key=lambda m: m.folder):
        parts.append(f"### {folder}: {FOLDERS[folder]}\n")
        rows = [
            (
                f"[`{m.name}`](../queries/{m.path})",
                m.title,
                ", ".join(f"`{k}`: {t}" for k, t in m.params.items()),
                ", ".join(f"`{k}`" for k in m.returns),
            )
            for m in of
        ]
        parts.append(_table(("module", "what it answers", "parameters", "columns"), rows))
    return "\n".join(parts)


def _audits() -> str:
    return "\n".join(
        f"### `{rule.name}` ({rule.severity})\n\n{rule.title}.\n\n- Rests on: {rule.rests_on}\n- Needs: {rule.needs}\n"
        f"- What would settle it: {rule.settles}\n"
        + (f"- Line of a profile: `{rule.profile}:`\n" if rule.profile else "")
        for rule in rules()
    )


def _commands() -> str:
    return "\n".join(_command(name, command) for name, command in leaves(typer.main.get_group(app), ""))


def leaves(group: Any, before: str) -> Iterator[tuple[str, Any]]:
    """Every command below a group, by its name with those of its groups."""
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            yield from leaves(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _command(name: str, command: Any) -> str:
    arguments = [_argument(p) for p in command.params if p.param_type_name == "argument"]
    rows = [
        (_option(p), p.help or "")
        for p in command.params
        if p.param_type_name == "option" and p.name not in {"store", "store_dir", "no_pager", *OF_EVERY}
    ]
    text = f"### `{' '.join(('govgraph', name, *arguments))}`\n\n{command.help or ''}\n"
    text += "\n" + _table(("option", "what it does"), rows) if rows else ""
    return "\n".join((text, "```", *examples_of(name), "```", ""))


def _argument(argument: Any) -> str:
    shown = argument.metavar or argument.name.upper()
    return shown if argument.required else f"[{shown}]"


def _option(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(option.opts, key=len, reverse=True))
    if option.is_flag:
        return names
    return f"{names} {option.metavar or option.name.upper()}"


def _browser() -> str:
    rows = []
    for file in sorted((DOCS / "browser").glob("*.cypher")):
        title, params = [*file.read_text("utf-8").splitlines(), ""][:2]
        shown = params.removeprefix("// ") if params.startswith("// :param") else ""
        rows.append((f"[`{file.name}`](browser/{file.name})", title.removeprefix("// "), f"`{shown}`" if shown else ""))
    return _table(("file", "what it shows", "parameters, to be set first"), rows)


_PARTS: dict[str, Callable[[], str]] = {
    "nodes": _nodes,
    "edges": _edges,
    "picture": _picture,
    "body-labels": _body_labels,
    "queries": _queries,
    "audits": _audits,
    "commands": _commands,
    "browser": _browser,
}


def pages() -> list[Path]:
    """All pages of the documentation."""
    top = [DOCS.parent / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
    return [*top, *sorted(DOCS.rglob("*.md"))]


def main() -> None:
    """Writes every page whose generated parts are out of date."""
    for page in pages():
        text = page.read_text("utf-8")
        if (new := generated(text)) != text:
            page.write_text(new, "utf-8")
            typer.echo(f"wrote {page.relative_to(DOCS.parent)}")


if __name__ == "__main__":
    main()
