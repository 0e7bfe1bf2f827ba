"""The server: on the loopback address alone, at a port of its own, until it is told to end."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from .guard import HOST, Guard, Keys


class Server:
    """Serves an application; `made` makes it from its keys and the port, a free one unless `port` is given.

    Raises `OSError` where the port is taken.
    """

    def __init__(self, made: Callable[[Keys, int], Guard], port: int = 0) -> None:
        self.keys = Keys()
        self._socket = socket.create_server((HOST, port))
        self.port: int = self._socket.getsockname()[1]
        # Nothing is told of requests: their addresses have the token.
        config = uvicorn.Config(
            made(self.keys, self.port),
            lifespan="off",
            ws="none",
            http="h11",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        self._server = uvicorn.Server(config)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.port}/{self.keys.token}/"

    def run(self) -> None:
        """Answers until Ctrl-C or `end`."""
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._socket.close()

    def end(self) -> None:
        """Ends it, from another thread."""
        self._server.should_exit = True
