"""The page on which documents are annotated, and the list of those that can be."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..graph_loader.sources import Source, SourceError, find_sources
from ..graph_loader.stated import stated_for
from ..graph_loader.teaching.annotations import TeachingError, annotation_file
from ..graph_loader.teaching.kept import labellers_for
from ..graph_loader.teaching.session import Session
from ..visualise.teach_page import teach_page
from .answers import html, page

_Answer = Callable[[Session, Any], Mapping[str, Any]]
_NOT_TAUGHT = frozenset({".json", ".csv"})


@dataclass(frozen=True)
class Teaching:
    """The documents that can be taught: those of a folder, or one file; `who` says what they list."""

    place: Path
    who: str
    _sessions: dict[str, Session] = field(default_factory=dict, init=False, repr=False)

    def documents(self) -> dict[str, Source]:
        """The documents by their keys: no other path is ever opened. Raises `OSError`."""
        try:
            found = find_sources([self.place]) if self.place.exists() else []
        except SourceError:
            return {}  # no minutes in the folder
        return {s.key: s for s in found if self.place.is_file() or s.path.suffix.lower() not in _NOT_TAUGHT}

    def opened(self, key: str) -> Session:
        """The session of a document, begun anew. Raises as `Session`, and `HTTPException` for an unknown document."""
        source = self.documents().get(key)
        if source is None:
            raise HTTPException(404)
        stated = stated_for(source.path, source.root)
        found = Session(source.path, self.who, labellers_for(source.path, source.root, stated.taught))
        self._sessions[key] = found
        return found

    def session(self, key: str) -> Session:
        """The session of a document whose page is open."""
        return self._sessions.get(key) or self.opened(key)


def routes(taught: Teaching) -> list[Route]:
    """The list of documents, the page of each, and what that page asks."""

    def listed(request: Request) -> Response:
        rows = [(key, annotation_file(source.path).exists()) for key, source in taught.documents().items()]
        return page(request, "teach", "Teach", documents=rows, folder=taught.place)

    def shown(request: Request) -> Response:
        session = taught.opened(request.path_params["key"])
        marks = [asdict(mark) for mark in session.marks]
        back = "../" * (request.path_params["key"].count("/") + 1) if request.app.state.desk else ""
        made = teach_page(session.path.name, list(session.pieces()), marks, request.app.state.keys.csrf, back)
        return html(made.html, made.policy)

    async def told(request: Request, answer: _Answer) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return JSONResponse({"error": "no such request"}, 400)
        content = await request.body()
        return await run_in_threadpool(made, request.path_params["key"], content, answer)

    def made(key: str, content: bytes, answer: _Answer) -> Response:
        try:
            return JSONResponse(answer(taught.session(key), json.loads(content)["marks"]))
        except (TeachingError, OSError) as error:
            return JSONResponse({"error": str(error)}, 409)
        except (ValueError, KeyError, TypeError, RecursionError):
            return JSONResponse({"error": "these are no marks"}, 400)

    return [
        Route("/", listed),
        Route("/{key:path}/records", partial(told, answer=_records), methods=["POST"]),
        Route("/{key:path}/save", partial(told, answer=_saved), methods=["POST"]),
        Route("/{key:path}/", shown),
    ]


def _records(session: Session, marks: Any) -> Mapping[str, Any]:
    """The records that follow from marks."""
    return {"records": session.records(session.checked(marks))}


def _saved(session: Session, marks: Any) -> Mapping[str, Any]:
    """Keeps the marks beside the document."""
    return {"people": session.save(session.checked(marks)), "file": session.file.name}
