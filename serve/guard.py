"""What stands before every page: this machine's own name, the token of the address, no page of elsewhere, bounds.

There is no cookie: whoever has the address is whoever started the server. A cookie would be sent to every port of this
machine; the token in the path is sent only to where it leads, and `Referrer-Policy` keeps it from other sites.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
LONGEST = 100 * 1024 * 1024
"""Bytes of a request that are read: several documents of usual length, or one of the longest that govgraph reads."""
_DRAINED = 4
"""So many times as much is thrown away unread, so that a browser shows the answer and not a broken connection."""
_NOT_NAMED = 80
"""The port of HTTP, which no browser names."""
_METHODS = frozenset({"GET", "HEAD", "POST"})
_OURS = frozenset({"same-origin", "none"})
"""What `Sec-Fetch-Site` says of requests of our own pages, and of addresses that a person opened."""
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_NOTHING = "default-src 'none'"

_NO_HOST = "This page is reached under the name of this machine alone: open the address that `govgraph` printed."
_ELSEWHERE = "A page of somewhere else asked for this, and only pages of govgraph may."
_NOT_LET_IN = (
    "This address lacks the word that lets you in, or it is that of an earlier start: open the address that `govgraph` "
    "printed when it started."
)
_NO_FORM = "This was not sent from a page of this server: go back, load the page again, and send it once more."
_TOO_LARGE = "This is more than is taken at once ({} MB): take fewer files at a time."


@dataclass(frozen=True)
class Keys:
    """Two words that nobody can guess, new at every start: one in the address, one in the forms of the pages."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))


@dataclass(frozen=True)
class Guard:
    """Lets through only what a page of this server, or a person with the address, asks for.

    `port` is where the server listens, `longest` how many bytes of a request are read.
    """

    app: ASGIApp
    keys: Keys
    port: int
    longest: int = LONGEST

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, refuses in plain words, or hands on with the token taken off the path."""
        if scope["type"] != "http":
            return
        telling = self._with_headers(send)
        refused = self._refused(scope)
        if refused is None and self._announced(scope) > self.longest:
            await self._drain(receive)
            refused = 413, _TOO_LARGE.format(self.longest // 1024 // 1024)
        if refused is not None:
            status, words = refused
            await PlainTextResponse(words + "\n", status)(scope, receive, telling)
            return
        inside = {**scope, "root_path": f"/{self.keys.token}"}
        await self.app(inside, self._bounded(receive), telling)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is not answered; none where it is."""
        headers = Headers(scope=scope)
        port = "" if self.port == _NOT_NAMED else f":{self.port}"
        hosts = {f"{name}{port}" for name in (HOST, "localhost")}
        if headers.getlist("host") not in [[host] for host in hosts]:
            return 403, _NO_HOST
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            return 403, _ELSEWHERE
        if headers.get("sec-fetch-site", "none") not in _OURS:
            return 403, _ELSEWHERE
        if not _same(scope["path"].removeprefix("/").partition("/")[0], self.keys.token):
            return 403, _NOT_LET_IN
        if scope["method"] not in _METHODS:
            return 405, "There is nothing to do here in this way."
        if scope["method"] == "POST":
            given = parse_qs(scope["query_string"].decode("latin-1")).get("csrf", [])
            if len(given) != 1 or not _same(given[0], self.keys.csrf):
                return 403, _NO_FORM
        return None

    def _announced(self, scope: Scope) -> int:
        """The bytes that a request says it has; too many where that is no number."""
        length = Headers(scope=scope).get("content-length", "0")
        return int(length) if length.isascii() and length.isdigit() and len(length) < 16 else self.longest + 1

    async def _drain(self, receive: Receive) -> None:
        left = _DRAINED * self.longest
        while left > 0:
            message = await receive()
            left -= len(message.get("body", b""))
            if not message.get("more_body"):
                return

    def _bounded(self, receive: Receive) -> Receive:
        """The request as it comes, up to what is read of one, whatever it announced."""
        left = self.longest

        async def bounded() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, _TOO_LARGE.format(self.longest // 1024 // 1024))
            return message

        return bounded

    def _with_headers(self, send: Send) -> Send:
        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                policy = headers.get("content-security-policy", _NOTHING)
                headers["content-security-policy"] = f"{policy}; frame-ancestors 'none'"
            await send(message)

        return telling


def _same(given: str, known: str) -> bool:
    """Whether two words are the same, in a time that tells nothing of how much of them is."""
    return compare_digest(given.encode("utf-8", "surrogateescape"), known.encode())
