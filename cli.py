"""The command line: which commands there are. What each does is in `commands/`, and in docs/commands.md.

The module of a command is imported when the command runs: `--help`, completion and a question wait for nothing that
they do not need. The first lines of help therefore stand here as well.
"""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from . import __version__

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": (
        "demo:demo",
        "The whole way on the bundled fictional minutes: load, answers, audit, map; prints where they are.",
    ),
    "init": (
        "documents.init:init",
        "Writes what is stated about a folder of minutes into its govgraph.toml; asks for what no option gives.",
    ),
    "parse": ("documents.loading:parse", "Reads documents into parsed minutes, without a store."),
    "schema": ("documents.loading:schema", "Prints the JSON Schema of parsed minutes."),
    "load": ("documents.loading:load", "Loads minutes into the store; loading again changes nothing."),
    "sync": (
        "documents.syncing:sync_",
        "Brings the store in step with a folder: loads what is new or changed, withdraws what is gone.",
    ),
    "remove": (
        "documents.removing:remove",
        "Takes documents out of the store: the graph is then as if they had never been loaded.",
    ),
    "whose": (
        "documents.whose:whose",
        "Lists whose minutes the documents are, and how that is known; states it for documents that are loaded.",
    ),
    "who-sat": (
        "who_sat:who_sat",
        "Who sat on a body, how certain that is, and why; vacant seats too. Without a date: at its latest meeting.",
    ),
    "trace": (
        "answers:trace_person",
        "Everything about one person, in the order of time; as a page with a timeline too.",
    ),
    "substitutions": ("answers:substitutions", "Who substituted for whom."),
    "appointments": (
        "answers:appointments",
        "Who was appointed, elected, co-opted, replaced or left; vacancies and unnamed holders too.",
    ),
    "attendance": (
        "answers:attendance",
        "Who is recorded as present, with apologies, absent or in attendance; how often, of how many expected.",
    ),
    "declarations": ("answers:declarations", "Which interests were declared, by whom, on which item."),
    "votes": ("answers:votes", "How people voted, where the minutes name them."),
    "delegations": (
        "answers:delegations",
        "Who may do what, after consulting whom. A delegation names posts: --person finds who held the post.",
    ),
    "people": ("answers:people", "Everybody in the store, with the names as written."),
    "bodies": ("answers:bodies", "All bodies in the store, with the names as written."),
    "coverage": (
        "answers:coverage",
        "Which meetings have minutes in the store, which were announced, which are missing; how complete the run is.",
    ),
    "changes": (
        "changes:changes",
        "Who joined, who left, whose role changed, which seats opened and filled between two days, by body.",
    ),
    "path": (
        "connections:path",
        "How two people or bodies are connected: the shortest way, and the lines that each step rests on.",
    ),
    "central": ("connections:central", "Which people and bodies are most central in the graph of who sat where."),
    "audit": ("audits:audit", "What the minutes have wrong or leave open, rule by rule, with the lines behind it."),
    "settle": (
        "audits:settle",
        "Marks a finding of the audit as looked at, with a reason; later audits leave it out. Without FINDING: lists.",
    ),
    "audits": ("audits:audits", "Lists the audit rules, or explains one."),
    "profile": ("profile:app", "Profiles: a council's own rules, by which `audit` judges quorums, terms and absences."),
    "correct": (
        "decisions.correct:correct",
        "Corrects what was misread; the original stays beside it. Without FACT: lists the corrections that hold.",
    ),
    "teach": (
        "teaching.teach:teach",
        "Says what a document lists, so that `train` can learn it: on a page, or from corrected records.",
    ),
    "train": (
        "teaching.teach:train",
        "Fits the labellers to the taught documents of a folder; its documents are read with them from then on.",
    ),
    "map": ("maps:map_", "Writes an interactive map of the network as one page that works offline."),
    "site": (
        "site:site",
        "Writes a static site: a page for each person, body, meeting and document, from a file or any server.",
    ),
    "serve": (
        "serving:serve",
        "Serves the store on this machine alone: its site, live, and pages to decide, correct, settle, load and teach.",
    ),
    "export": ("exporting:export_", "Writes the store, or a part of it, in another program's format."),
    "query": ("queries:query", "Runs a query module, or a Cypher file of your own, read-only."),
    "identity": ("decisions.identity:app", "Who is who: open questions, reasons, and decisions of reviewers."),
    "store": ("store.store:app", "The local Neo4j: start, stop, status, a Cypher prompt, backups."),
}
"""Every command by name: the module in `commands/` and what stands there, a function or a group of commands; and the
first line of its help."""
_SETTINGS = {"help_option_names": ["-h", "--help"]}


class _OnDemand(TyperGroup):
    """A group whose commands are imported when they run."""

    lists = False
    """Whether names and first lines of help are all that is wanted now."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of this name; where only names are wanted, one that has its line of help and does nothing."""
        if cmd_name not in COMMANDS:
            return None
        place, line = COMMANDS[cmd_name]
        return TyperCommand(cmd_name, help=line) if self.lists else command(cmd_name, place)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help without importing a command."""
        self.lists = True
        super().format_help(ctx, formatter)
        self.lists = False

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands that begin so, without importing one."""
        self.lists = True
        found = super().shell_complete(ctx, incomplete)
        self.lists = False
        return found


def command(name: str, place: str) -> Any:
    """The command, or the group of commands, that stands at a place in `commands/`."""
    module, attribute = place.split(":")
    found = getattr(import_module(f".commands.{module}", __package__), attribute)
    laid_out = import_module(".commands.terminal.layout", __package__).laid_out
    below_help = import_module(".commands.terminal.examples", __package__).below_help
    if isinstance(found, typer.Typer):
        for one in found.registered_commands:
            if one.callback is not None:
                one.epilog = below_help(f"{name} {one.name or one.callback.__name__}")
                one.callback = laid_out(one.callback)
        group: Any = typer.main.get_group(found)
        for of_group in group.commands.values():
            _without_types(of_group)
        return group
    alone = typer.Typer(pretty_exceptions_enable=False, add_completion=False)
    alone.command(name, context_settings=_SETTINGS, epilog=below_help(name))(laid_out(found))
    return _without_types(typer.main.get_command(alone))


def _without_types(command: Any) -> Any:
    """The command with nothing beside a switch in its help: it is given or not, and takes no value."""
    for parameter in command.params:
        if getattr(parameter, "is_flag", False):
            parameter.metavar = ""
    return command


app = typer.Typer(
    name="govgraph",
    cls=_OnDemand,
    help="Reads the minutes of councils and committees into a graph of who sat where, with the line behind every fact.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)


@app.callback(invoke_without_command=True)
def version_option(version: Annotated[bool, typer.Option("--version", help="Prints the version.")] = False) -> None:
    """Prints the version where it is asked for."""
    if version:
        typer.echo(f"govgraph {__version__}")
        raise typer.Exit


def main() -> None:
    """The entry point of the `govgraph` command."""
    app()
