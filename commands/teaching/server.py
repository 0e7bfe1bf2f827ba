"""The server of the page on which a document is annotated: on this machine alone, for whoever has the address."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ...graph_loader.teaching.annotations import TeachingError
from ...graph_loader.teaching.session import Session
from ...visualise.teach_page import TeachPage, teach_page

HOST = "127.0.0.1"
_LONGEST = 4_000_000
"""Bytes of a request that are read."""


class TeachServer(ThreadingHTTPServer):
    """Serves one document on a port of its own; nothing is answered without the token of its address."""

    daemon_threads = True

    def __init__(self, session: Session) -> None:
        super().__init__((HOST, 0), _Handler)
        self.session = session
        self.token = secrets.token_urlsafe(24)
        marks = [asdict(mark) for mark in session.marks]
        self.page: TeachPage = teach_page(session.path.name, list(session.pieces()), marks)

    @property
    def origin(self) -> str:
        """Where it is."""
        return f"http://{HOST}:{self.server_address[1]}"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"{self.origin}/{self.token}/"

    def answers(self) -> Mapping[str, Callable[[Any], dict[str, Any]]]:
        """What the page can ask for."""
        return {"records": self._records, "save": self._save}

    def _records(self, told: Any) -> dict[str, Any]:
        return {"records": self.session.records(self.session.checked(told["marks"]))}

    def _save(self, told: Any) -> dict[str, Any]:
        people = self.session.save(self.session.checked(told["marks"]))
        return {"people": people, "file": self.session.file.name}


class _Handler(BaseHTTPRequestHandler):
    server: TeachServer

    def do_GET(self) -> None:
        """The page."""
        if self._is_allowed() and self.path == f"/{self.server.token}/":
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", self.server.page.html.encode())
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_POST(self) -> None:
        """The records of marks, or saving them."""
        before = f"/{self.server.token}/"
        answer = self.server.answers().get(self.path.removeprefix(before)) if self.path.startswith(before) else None
        if answer is None or not self._is_allowed():
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
            return
        try:
            length = int(self.headers.get("Content-Length", ""))
        except ValueError:
            length = -1
        if not 0 <= length <= _LONGEST or self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.BAD_REQUEST, "no such request")
            return
        try:
            told = answer(json.loads(self.rfile.read(length)))
        except (TeachingError, OSError) as error:
            self._refuse(HTTPStatus.CONFLICT, str(error))
        except (ValueError, KeyError, TypeError):
            self._refuse(HTTPStatus.BAD_REQUEST, "these are no marks")
        else:
            self._answer(HTTPStatus.OK, "application/json", json.dumps(told).encode())

    def _is_allowed(self) -> bool:
        """Whether the request is to this machine by its own name, and not from a page of somewhere else."""
        port = self.server.server_address[1]
        hosts = {f"{HOST}:{port}", f"localhost:{port}"}
        origin = self.headers.get("Origin")
        return self.headers.get("Host") in hosts and (origin is None or origin.removeprefix("http://") in hosts)

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        self._answer(status, "application/json", json.dumps({"error": message}).encode())

    def _answer(self, status: HTTPStatus, media_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", f"{self.server.page.policy}; frame-ancestors 'none'")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing is told of requests: their addresses have the token."""
