"""Loading by dropping files on a page."""

from __future__ import annotations

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..actions.errors import UsageError
from ..actions.said import load_summary
from ..graph_loader.sources import SUFFIXES
from .answers import page, posted, text_of
from .desk import Desk


def routes(desk: Desk) -> list[Route]:
    """The page that files are dropped on, and what becomes of them."""
    about = {"folder": desk.folder, "accept": ",".join(sorted(SUFFIXES))}

    def shown(request: Request) -> Response:
        return page(request, "load", "Load minutes", rows=None, **about)

    def load(request: Request, form: FormData) -> Response:
        given = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
        if not given:
            raise UsageError("Choose at least one file.")
        files = [(file.filename or "", file.file.read()) for file in given]
        with desk.lock:
            rows, said = desk.load(files, text_of(form, "council") or None, text_of(form, "replacing") == "yes")
        content = {"rows": rows, "said": said, "summary": load_summary(rows)}
        return page(request, "load", "Load minutes", **content, **about)

    return [Route("/desk/load", shown), Route("/desk/load", posted(load), methods=["POST"])]
