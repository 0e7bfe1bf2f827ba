"""`govgraph identity`: open questions about who is who, what speaks for and against, and the decisions of humans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ...graph_loader.decisions import Judgement, Verdict, add_decision, add_undo, decision_ids, judge
from ...graph_loader.folding import fold
from ...graph_loader.store import Store
from ...graph_loader.store.decisions.judgements import kept_judgements
from ...graph_loader.store.mentions import Written, names_with_ids, names_written, names_written_for
from ...graph_loader.who_is_who.deciding import Line, Scope, Side, settle_sides, side_of_entity, side_of_mentions
from ...graph_loader.who_is_who.open_cases import Case, open_cases
from ...queries.catalogue import Row
from ...queries.subjects import Subject, UnknownName, find_body, find_person
from ...visualise.identity_pages import explanation_page, review_page
from ..asking import UNKNOWN_NAME, FormatOption, StoreDirOption, StoreOption, UsageError, fail, show
from .decisions_file import ByOption, DecisionsFile, DecisionsOption, deciding, follow, now, who_decides

app = typer.Typer(help="Who is who: open questions, reasons, and decisions of humans.", no_args_is_help=True)

OneArgument = Annotated[
    str,
    typer.Argument(help="A person or a body by name or id, or names as written by their ids (n-…,n-…).", metavar="A"),
]
OtherArgument = Annotated[str, typer.Argument(help="The other, in the same way.", metavar="B")]
HtmlOption = Annotated[Path | None, typer.Option("--html", help="Writes a page instead.", metavar="FILE")]
WhyOption = Annotated[str, typer.Option("--why", help="Why: a sentence that convinces in ten years.", metavar="REASON")]

_CASES = ("kind", "case", "records", "candidates", "one", "other", "document", "line", "quote")
_LINES = ("kind", "reason", "weight", "total")
_DECISIONS = ("id", "verdict", "one", "other", "who", "when", "why", "note", "document", "line", "quote")


@app.command()
def review(
    limit: Annotated[int | None, typer.Option(help="Only the first so many.", metavar="N", min=1)] = None,
    html: HtmlOption = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Names that are open, people and bodies who may be one, each once, those that touch most records first."""
    with deciding(decisions, store, store_dir) as (opened, _):
        cases = open_cases(opened)[:limit]
        if html:
            typer.echo(review_page(cases).save(html))
        else:
            show([_case(case) for case in cases], _CASES, format_)


def _case(case: Case) -> Row:
    first, (one, other) = case.written[0], case.sides or (case.names, None)
    return {
        "kind": case.kind,
        "case": case.title,
        "records": case.records,
        "candidates": [f"{c.name} ({c.told_by}; {c.records} records)" for c in case.candidates],
        "one": one,
        "other": other,
        "persons": [
            {"person_id": c.person, "name": c.name, "told_by": c.told_by, "reasons": list(c.reasons)}
            for c in case.candidates
        ],
        "mentions": [
            {"mention_id": w.id, "text": w.text, "document": w.document, "line": w.line, "date": w.date}
            for w in case.written
        ],
        "document": first.document,
        "line": first.line,
        "quote": first.text,
    }


@app.command()
def explain(
    one: OneArgument,
    other: OtherArgument,
    html: HtmlOption = None,
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """What speaks for and against two names, people or bodies being one: decisions, vetoes, evidence."""
    with deciding(decisions, store, store_dir) as (opened, _):
        sides = find_sides(opened, one, other)
        lines = Scope.read(opened, sides[0].scope, sides).explain(*sides)
        if html:
            typer.echo(explanation_page(*sides, lines).save(html))
        else:
            show([_line(line) for line in lines], _LINES, format_)


def _line(line: Line) -> Row:
    return {"kind": line.kind, "reason": line.reason, "weight": line.weight, "total": line.total}


def _deciding_that(verdict: Verdict) -> Callable[..., None]:
    """The command that decides of two names, people or bodies that they are the same, or different."""

    def decide(
        one: OneArgument,
        other: OtherArgument,
        why: WhyOption,
        by: ByOption = None,
        decisions: DecisionsOption = None,
        store: StoreOption = None,
        store_dir: StoreDirOption = None,
    ) -> None:
        with deciding(decisions, store, store_dir) as (opened, file):
            file.check_writable(opened)
            reason = _reason(why)
            sides = find_sides(opened, one, other)
            judgement = Scope.read(opened, sides[0].scope, sides).decide(
                verdict, *sides, who_decides(by), now(), reason
            )
            add_decision(file.path, judgement)
            follow(opened, file)
            _tell(judgement, sides, file)
            for line in _against(Scope.read(opened, sides[0].scope, sides), judgement):
                typer.echo(f"govgraph: {line}", err=True)

    return decide


app.command("same", help="Decides that two names, people or bodies are one.")(_deciding_that("same"))
app.command("different", help="Decides that two names, people or bodies are different.")(_deciding_that("different"))


def _tell(judgement: Judgement, sides: tuple[Side, Side], file: DecisionsFile) -> None:
    one, other = sides
    several = "bodies" if one.of == "body" else "people"
    what = f"one {one.of}" if judgement.verdict == "same" else f"different {several}"
    typer.echo(f"{judgement.id}: {one.title} and {other.title} are {what}; kept in {file.path}")


def _against(scope: Scope, judgement: Judgement) -> Iterator[str]:
    """What speaks against a decision that was made all the same."""
    for veto in scope.vetoes(judgement):
        yield f"the decision contradicts a veto, and holds all the same: {veto}"
    yield from (note for note in scope.notes() if "overruled" in note)  # a veto is told in full above


def _reason(why: str) -> str:
    if not why.strip():
        raise UsageError("say why with --why: a decision without a reason convinces nobody")
    return why.strip()


@app.command()
def nobody(
    name: Annotated[str, typer.Argument(help="A name as written, a person by name or id, or `n-…`.", metavar="NAME")],
    why: WhyOption,
    body: Annotated[bool, typer.Option("--body", help="It is no body, instead of no person.")] = False,
    by: ByOption = None,
    decisions: DecisionsOption = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Decides that a name is nobody's: wherever minutes of that council write it so, it is no person (or no body)."""
    with deciding(decisions, store, store_dir) as (opened, file):
        file.check_writable(opened)
        reason = _reason(why)
        written = _written_so(opened, name, "body" if body else "person")
        anchors = tuple({(w.scope, fold(w.text)): w.anchor for w in reversed(written)}.values())
        judgement = judge("nobody", anchors, (), who_decides(by), now(), reason)
        add_decision(file.path, judgement)
        follow(opened, file)
        texts = "; ".join(dict.fromkeys(f"“{w.text}”" for w in written))
        typer.echo(f"{judgement.id}: {texts} is no {'body' if body else 'person'}; kept in {file.path}")


def _written_so(store: Store, name: str, of: str) -> list[Written]:
    """The names that are meant: by their ids, all of a person or body, or all that are written so."""
    if name.startswith("n-"):
        written = [w for w in names_with_ids(store, name.split(",")) if w.of == of]
    elif not (written := names_written(store, name, of)):
        found = find_body(store, name) if of == "body" else find_person(store, name)
        written = names_written_for(store, [found.id])
    if not written:
        raise UnknownName(name, ())
    return written


@app.command()
def undo(
    decision: Annotated[str, typer.Argument(help="The decision's id, as `identity decisions` lists it.", metavar="ID")],
    why: Annotated[str, typer.Option("--why", help="Why it is taken back.", metavar="REASON")] = "",
    by: ByOption = None,
    decisions: DecisionsOption = None,
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """Takes a decision back; the graph is then as if it had never been made."""
    with deciding(decisions, store, store_dir) as (opened, file):
        file.check_writable(opened)
        standing = {j.id: j for j in file.judgements()}
        if decision not in standing:
            raise _no_decision(decision, file, standing)
        add_undo(file.path, decision, who_decides(by), now(), why.strip())
        follow(opened, file)
        typer.echo(f"{decision} is taken back: {standing[decision].reason}")


def _no_decision(decision: str, file: DecisionsFile, standing: dict[str, Judgement]) -> typer.Exit:
    if decision in decision_ids(file.path):
        return fail(f"{decision} does not stand as a decision about names: taken back, or about a fact", UNKNOWN_NAME)
    known = f"those that stand: {', '.join(standing)}" if standing else "no decision stands"
    return fail(f"{file.path} has no decision “{decision}”; {known}", UNKNOWN_NAME)


@app.command("decisions")
def decisions_(
    decisions: DecisionsOption = None,
    format_: FormatOption = "table",
    store: StoreOption = None,
    store_dir: StoreDirOption = None,
) -> None:
    """The decisions that stand, from the oldest, and what is to be known about them: vetoes, later decisions."""
    with deciding(decisions, store, store_dir) as (opened, _):
        show(decision_rows(opened), _DECISIONS, format_)


def decision_rows(store: Store) -> list[Row]:
    """The decisions that hold, each with the place of its first name and a note where something speaks against it."""
    held = kept_judgements(store)
    ids = [a.mention for j in held for a in (*j.one, *j.other)]
    scope_of = {w.id: w.scope for w in names_with_ids(store, ids)}
    scopes = {name: Scope.read(store, name) for name in sorted(set(scope_of.values()))}
    notes = [note for scope in scopes.values() for note in scope.notes() if "overruled" in note]
    overruled = {j.id for j in held if any(note.startswith(j.reason) for note in notes)}
    rows = []
    for judgement in held:
        first = judgement.one[0]
        rows.append(
            {
                "id": judgement.id,
                "verdict": judgement.verdict,
                "one": _texts(judgement.one),
                "other": _texts(judgement.other),
                "who": judgement.who,
                "when": judgement.when,
                "why": judgement.why,
                "note": _note(judgement, scope_of, scopes, overruled),
                "document": first.document,
                "line": first.line,
                "quote": first.text,
            }
        )
    return rows


def _texts(anchors: Any) -> str:
    return "; ".join(dict.fromkeys(a.text for a in anchors))


def _note(judgement: Judgement, scope_of: dict[str, str], scopes: dict[str, Scope], overruled: set[str]) -> str | None:
    for side in (judgement.one, judgement.other):
        if not any(a.mention in scope_of for a in side):
            return "rests on names that no document in the store has"
    if judgement.id in overruled:
        return "overruled by a later decision"
    vetoes = scopes[scope_of[next(a.mention for a in judgement.one if a.mention in scope_of)]].vetoes(judgement)
    return "against a veto: " + "; ".join(vetoes) if vetoes else None


def find_sides(store: Store, one: str, other: str) -> tuple[Side, Side]:
    """Two sides as a user names them. Raises `UnknownName`, `SeveralMatch` and `SidesError`."""
    return settle_sides(_find_side(store, one), _find_side(store, other), (one, other))


def _find_side(store: Store, given: str) -> Side:
    if given.startswith("n-"):
        side = side_of_mentions(store, given.split(","))
        if side is None:
            raise UnknownName(given, ())
        return side
    found = _find(store, given)
    return side_of_entity(store, found.id, found.name)


def _find(store: Store, given: str) -> Subject:
    """The person, or else the body, of this name or id."""
    try:
        return find_person(store, given)
    except UnknownName as person:
        try:
            return find_body(store, given)
        except UnknownName as body:
            raise UnknownName(given, (*person.nearest, *body.nearest)[:6]) from body
