"""Open questions about who is who: what is known, what speaks for and against, and the answer."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..actions.errors import UsageError
from ..visualise.identity_pages import explanation_page
from .answers import html, page, posted, text_of, why_of
from .desk import Desk

_SHOWN = 20
"""Questions on a page; those that touch most records come first."""


def routes(desk: Desk) -> list[Route]:
    """The list of questions, and what its forms do."""

    def shown(request: Request) -> Response:
        given = request.query_params.get("from", "0")
        if not given.isdigit() or len(given) > 9:
            raise HTTPException(404)
        with desk.lock:
            cases = desk.cases()
        start = int(given)
        content = {"cases": cases[start : start + _SHOWN], "start": start, "count": len(cases), "step": _SHOWN}
        return page(request, "identities", "Who is who", **content)

    def decide(request: Request, form: FormData) -> Response:
        answer, _, other = text_of(form, "answer").partition(" ")
        if answer not in {"same", "different", "nobody"}:
            raise UsageError("Choose an answer.")
        with desk.lock:
            decided = desk.decide(answer, text_of(form, "one"), other or text_of(form, "other"), why_of(form))
        return page(request, "decided", "Decided", decided=decided, file=desk.file.path.name)

    def explain(request: Request, form: FormData) -> Response:  # noqa: ARG001
        with desk.lock:
            one, other, lines = desk.explained(text_of(form, "one"), text_of(form, "other"))
        made = explanation_page(one, other, lines)
        return html(made.html, made.policy)

    return [
        Route("/desk/identities", shown),
        Route("/desk/decide", posted(decide), methods=["POST"]),
        Route("/desk/explain", posted(explain), methods=["POST"]),
    ]
