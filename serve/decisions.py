"""What was decided: about names, facts and findings; each can be taken back."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .answers import page, posted, text_of, to
from .desk import Desk


def routes(desk: Desk) -> list[Route]:
    """The list of decisions, and what its forms do."""

    def shown(request: Request) -> Response:
        with desk.lock:
            names, facts, findings = desk.decisions()
        content = {"names": names, "facts": facts, "findings": findings, "file": desk.file.path.name}
        return page(request, "decisions", "Decisions", undone=request.query_params.get("undone", ""), **content)

    def undo(request: Request, form: FormData) -> Response:
        decision = text_of(form, "decision")
        with desk.lock:
            desk.undo(decision, text_of(form, "why"))
        return to(request, f"desk/decisions?undone={decision}")

    return [Route("/desk/decisions", shown), Route("/desk/undo", posted(undo), methods=["POST"])]
