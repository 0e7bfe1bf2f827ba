"""The audit, with a form at each finding that says why it needs nothing more."""

from __future__ import annotations

from dataclasses import replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..website.page import POLICY
from ..website.pages import audits
from .answers import html, posted, rendered, text_of, to, why_of
from .desk import Desk


def routes(desk: Desk) -> list[Route]:
    """The page of the audit in the place of the site's, and what its forms do."""

    def shown(request: Request) -> Response:
        with desk.lock:
            pages, settled = desk.site().pages(), desk.settled()
        context = pages.context
        left = [row for row in context.records.audit if row.get("finding") not in settled]
        content = audits.content(replace(context, records=replace(context.records, audit=left)))
        done = settled.get(request.query_params.get("done", ""))
        own = {"policy": POLICY, "root": "../", "path": "audit/index.html", "csrf": request.app.state.keys.csrf}
        more = {"settled": len(settled), "done": done}
        return html(rendered("audit", {**pages.frame, **own, **content, **more}), POLICY)

    def settle(request: Request, form: FormData) -> Response:
        with desk.lock:
            settlement = desk.settle(text_of(form, "finding"), why_of(form))
        return to(request, f"audit/index.html?done={settlement.finding}")

    return [Route("/audit/index.html", shown), Route("/audit/settle", posted(settle), methods=["POST"])]
