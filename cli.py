"""The command line: which commands there are. What each does is in `commands/`, and in docs/commands.md."""

from __future__ import annotations

from typing import Annotated

import typer

from . import __version__
from .commands import (
    answers,
    audits,
    changes,
    connections,
    correct,
    demo,
    documents,
    identity,
    maps,
    queries,
    removing,
    store,
)
from .commands.teaching import teach

app = typer.Typer(
    name="govgraph",
    help="Reads the minutes of councils and committees into a graph of who sat where, with the line behind every fact.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("demo")(demo.demo)
app.command("parse")(documents.parse)
app.command("schema")(documents.schema)
app.command("load")(documents.load)
app.command("remove")(removing.remove)
app.command("who-sat")(answers.who_sat)
app.command("trace")(answers.trace_person)
app.command("substitutions")(answers.substitutions)
app.command("appointments")(answers.appointments)
app.command("attendance")(answers.attendance)
app.command("declarations")(answers.declarations)
app.command("votes")(answers.votes)
app.command("delegations")(answers.delegations)
app.command("people")(answers.people)
app.command("bodies")(answers.bodies)
app.command("coverage")(answers.coverage)
app.command("changes")(changes.changes)
app.command("path")(connections.path)
app.command("central")(connections.central)
app.command("audit")(audits.audit)
app.command("audits")(audits.audits)
app.command("correct")(correct.correct)
app.command("teach")(teach.teach)
app.command("train")(teach.train)
app.command("map")(maps.map_)
app.command("query")(queries.query)
app.add_typer(identity.app, name="identity")
app.add_typer(store.app, name="store")


@app.callback(invoke_without_command=True)
def version_option(version: Annotated[bool, typer.Option("--version", help="Prints the version.")] = False) -> None:
    """Prints the version where it is asked for."""
    if version:
        typer.echo(f"govgraph {__version__}")
        raise typer.Exit


def main() -> None:
    """The entry point of the `govgraph` command."""
    app()
