"""The pages of the site, each made when it is asked for."""

from __future__ import annotations

from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..website.style import icon, style
from .desk import Desk


def styles() -> list[Route]:
    """The style sheets and the icon, which are on every page."""
    own = (files("govgraph.serve") / "templates" / "desk.css").read_text("utf-8")
    made = {"site.css": ("text/css", style()), "desk.css": ("text/css", own), "icon.svg": ("image/svg+xml", icon())}

    def given(request: Request) -> Response:
        media_type, content = made[request.url.path.rpartition("/")[2]]
        return Response(content, media_type=media_type)

    return [Route(f"/{name}", given) for name in made]


def routes(desk: Desk) -> list[Route]:
    """Everything of the site; it comes last, since it takes every path."""

    def shown(request: Request) -> Response:
        with desk.lock:
            answer = desk.site().answer(request.path_params["path"])
        if answer is None:
            raise HTTPException(404)
        headers = {"Content-Security-Policy": answer.policy}
        return Response(answer.content, headers=headers, media_type=answer.media_type)

    return [Route("/{path:path}", shown)]
