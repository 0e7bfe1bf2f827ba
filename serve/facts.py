"""One fact beside its line: what was read, and a form that says what the text says."""

from __future__ import annotations

from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..actions.errors import UsageError
from ..actions.facts import fields_of, read_value
from .answers import page, posted, text_of, to, why_of
from .desk import Desk

_FIELD = "field-"


def routes(desk: Desk) -> list[Route]:
    """The page of a fact, and what its form does."""

    def shown(request: Request) -> Response:
        ident = request.path_params["fact"]
        with desk.lock:
            fact = desk.fact(ident)
            context = desk.site().pages().context
        here = replace(context, shown=replace(context.shown, root="../../"))
        known = here.records.facts.get(ident)
        fields = [(field, read_value(fact, field) or "") for field in fields_of(fact)]
        content = {"fact": fact, "fields": fields, "entry": here.entry(known) if known else None}
        return page(request, "fact", "Correct a fact", done="done" in request.query_params, **content)

    def correct(request: Request, form: FormData) -> Response:
        ident = request.path_params["fact"]
        values = {k.removeprefix(_FIELD): text_of(form, k) for k in form if k.startswith(_FIELD)}
        wrong = text_of(form, "wrong") == "yes"
        why = why_of(form)
        with desk.lock:
            made = desk.correct(ident, values, wrong, why)
        if not made:
            raise UsageError("Nothing was changed: every field says what it said before.")
        return to(request, "desk/decisions" if wrong else f"desk/facts/{ident}?done")

    return [Route("/desk/facts/{fact}", shown), Route("/desk/facts/{fact}", posted(correct), methods=["POST"])]
