"""How pages are put together and answered, and what forms bring."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from ..actions.errors import UnknownId, UsageError
from ..graph_loader.decisions import DecisionError, SidesError
from ..graph_loader.documents import DocumentError
from ..graph_loader.sources import SourceError
from ..graph_loader.stated import StatedError
from ..graph_loader.store import StoreError
from ..graph_loader.teaching.annotations import TeachingError
from ..queries.catalogue import QueryError
from ..queries.subjects import SeveralMatch, UnknownName
from ..website.page import POLICY, environment
from .desk import PAGES

Work = Callable[[Request], Response]
Posted = Callable[[Request, FormData], Response]
_LONGEST_FIELD = 4_000_000
"""Bytes of a field: the ids of all names of somebody in the minutes of decades."""
_MOST_FILES = 200
_STOPPED = 503
"""The status where the store failed: what was written before stays, and is followed up when it answers again."""

EXPECTED: tuple[type[Exception], ...] = (
    *(UsageError, UnknownId, UnknownName, SeveralMatch, DecisionError, SidesError, QueryError),
    *(DocumentError, SourceError, StatedError, TeachingError, StoreError, OSError),
)
"""What can go wrong with what is asked, each with words for people."""


@cache
def _templates() -> Environment:
    site = environment()
    own = PackageLoader("govgraph.serve", "templates")
    return site.overlay(loader=ChoiceLoader([own, site.loader] if site.loader else [own]))


def page(request: Request, template: str, title: str, **content: Any) -> Response:
    """A page to work in, of a template in `templates/desk`."""
    desk, keys = request.app.state.desk, request.app.state.keys
    path = request.url.path.removeprefix(f"/{keys.token}/")
    frame: Mapping[str, Any] = {
        "policy": POLICY,
        "title": title,
        "path": path,
        "root": "../" * path.count("/"),
        "site": desk.name() if desk else "govgraph",
        "desk": PAGES if desk else (),
        "csrf": keys.csrf,
    }
    made = _templates().get_template(f"desk/{template}.html.j2").render(**frame, **content)
    return html(made, POLICY)


def rendered(template: str, content: Mapping[str, Any]) -> str:
    """A page of the site with what is to be done on it, of a template in `templates/desk`."""
    return _templates().get_template(f"desk/{template}.html.j2").render(**content)


def html(content: str | bytes, policy: str) -> Response:
    """A page with the policy that it states, as a header as well."""
    headers = {"Content-Security-Policy": policy}
    return Response(content, headers=headers, media_type="text/html")


def to(request: Request, path: str) -> Response:
    """Leads on to a page after something was done, so that loading it again does nothing."""
    return RedirectResponse(f"/{request.app.state.keys.token}/{path}", 303)


def posted(work: Posted) -> Callable[[Request], Awaitable[Response]]:
    """What answers a form: it is read whole, and then the work is done beside the loop."""

    async def endpoint(request: Request) -> Response:
        reading = request.form(max_files=_MOST_FILES, max_fields=200, max_part_size=_LONGEST_FIELD)
        async with reading as form:
            return await run_in_threadpool(work, request, form)

    return endpoint


def text_of(form: FormData, name: str) -> str:
    """A field of a form, without blanks around it; nothing where it is missing or a file."""
    given = form.get(name)
    return given.strip() if isinstance(given, str) else ""


def why_of(form: FormData) -> str:
    """The reason that a form gives. Raises `UsageError` where it gives none."""
    why = text_of(form, "why")
    if not why:
        raise UsageError("Say why, in a sentence that convinces in ten years.")
    return why


def trouble(request: Request, error: Exception) -> Response:
    """What went wrong, as a page in plain words."""
    status, words = _in_words(error)
    answer = page(request, "trouble", "Not done", words=words, stopped=status == _STOPPED)
    answer.status_code = status
    return answer


def _in_words(error: Exception) -> tuple[int, str]:
    """The status and the words of an error."""
    if isinstance(error, HTTPException):
        known = {404: "There is no such page here.", 405: "There is nothing to do here in this way."}
        return error.status_code, known.get(error.status_code, error.detail)
    if isinstance(error, UnknownName):
        return 404, f"Nothing in the store is called “{error.name}”."
    if isinstance(error, SeveralMatch):
        return 400, f"“{error.name}” fits several; give an id."
    return 404 if isinstance(error, UnknownId) else _STOPPED if isinstance(error, StoreError) else 400, str(error)
