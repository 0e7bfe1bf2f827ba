"""The application: pages of the site as the store is now, pages to work in, and those to teach documents on."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Mount, Route

from . import decisions, facts, findings, identities, loading, site_pages, teaching
from .answers import EXPECTED, to, trouble
from .desk import Desk
from .guard import LONGEST, Guard, Keys
from .teaching import Teaching


def application(keys: Keys, port: int, taught: Teaching, desk: Desk | None = None, longest: int = LONGEST) -> Guard:
    """What answers requests to this machine at `port`; without a desk only documents are taught."""
    routes: list[BaseRoute] = [Mount("/desk/teach", routes=teaching.routes(taught)), *site_pages.styles()]
    if desk is None:
        routes.append(Route("/index.html", lambda request: to(request, "desk/teach/")))
    else:
        for group in (identities, facts, decisions, loading, findings, site_pages):
            routes += group.routes(desk)
    handlers = dict.fromkeys((*EXPECTED, HTTPException), trouble)
    made = Starlette(routes=routes, exception_handlers=handlers)
    made.state.keys, made.state.desk = keys, desk
    return Guard(made, keys, port, longest)
