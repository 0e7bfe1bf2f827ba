"""The one place that opens a connection to Neo4j and reads the environment: which store, whose it is, and its errors.

NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE    a server of one's own
GOVGRAPH_STORE_DIR                                           where the local Neo4j keeps its data
GOVGRAPH_STORE_MEMORY, GOVGRAPH_STORE_IDLE                   its memory, and the minutes until it stops by itself
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
)
from neo4j.exceptions import DriverError, Neo4jError
from platformdirs import user_cache_path, user_data_path

from .errors import Address, StoreError, UnreachableError, in_words, without_credentials
from .local.folder import NEO4J_VERSION, StoreFolder, check_room
from .local.options import read_options
from .local.progress import Progress, TerminalProgress
from .local.starting import LocalNeo4j
from .local.state import ServerState

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
OLDEST_MAJOR = 5

_CONNECT_SECONDS = 5.0
"""How long a host is waited for, and then as long again for its first answer; a local Neo4j, on a busy machine, longer.
"""

_LOCAL_CONNECT_SECONDS = 20.0
_RETRY_SECONDS = 30.0
"""How long a transaction is tried again after a lost connection or a deadlock: a cluster finds a new leader in that."""

_LOCAL_RETRY_SECONDS = 5.0
"""The same for the local Neo4j, which is there or is not."""

_AGENT = re.compile(r"Neo4j/(\d+)\.")

Result = TypeVar("Result")

_LOG = logging.getLogger(__name__)


class _Heard(logging.Handler):
    """Of what the driver warns of only what a person must know: that it tries again, which takes long."""

    def emit(self, record: logging.LogRecord) -> None:
        if "will be retried" in record.getMessage():
            _LOG.warning("the connection to Neo4j was lost, or another command writes; trying again")


logging.getLogger("neo4j").addHandler(_Heard(logging.WARNING))


@dataclass(frozen=True)
class Answer:
    """What a query returned: its columns in their order, and its rows, with Neo4j's own values in them."""

    keys: tuple[str, ...]
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Plan:
    """How Neo4j would run a query: its operators from last to first, and the whole plan as the driver has it."""

    operators: tuple[str, ...]
    tree: dict[str, Any]


class Store:
    """A Neo4j database. Errors of the connection and of the server are raised as `StoreError`, in words."""

    def __init__(self, driver: Driver, address: Address):
        self._driver = driver
        self._address = address
        # What one session wrote, the next one reads, on a cluster too.
        self._bookmarks = GraphDatabase.bookmark_manager()

    @property
    def uri(self) -> str:
        """Where the store answers; never with a password in it."""
        return self._address.uri

    @property
    def is_local(self) -> bool:
        """Whether it is the Neo4j that govgraph started itself."""
        return self._address.is_local

    @property
    def version(self) -> str:
        """The version of the server, such as `5.26.12`."""
        with self._errors():
            return self._driver.get_server_info().agent.removeprefix("Neo4j/")

    def read(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a query, nodes as their properties. The server refuses a query that would write.

        Tried again for some seconds where the connection is lost. Raises `StoreError`.
        """
        return self._read(lambda tx: [record.data() for record in tx.run(query, parameters)])

    def write(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        """Runs `work` in one transaction, which is kept only if `work` returns, and returns what it returns.

        `work` may be run more than once, after a lost connection or a deadlock. What it raises itself is passed on.
        Raises `StoreError`; where the disk of a local Neo4j is nearly full, before anything is written.
        """
        if self._address.folder:
            check_room(self._address.folder)
        with self._errors(), self._session(WRITE_ACCESS) as session:
            return session.execute_write(work)

    def query(self, query: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False) -> Answer:
        """A query of the user's own, read-only unless `write` is given. Raises `RefusedQueryError` and `StoreError`."""

        def work(tx: ManagedTransaction) -> Answer:
            result = tx.run(query, dict(parameters or {}))
            keys = tuple(result.keys())
            return Answer(keys, [dict(zip(keys, record.values(), strict=True)) for record in result])

        return self.write(work) if write else self._read(work)

    def explain(self, query: str, parameters: Mapping[str, Any] | None = None) -> Plan:
        """How the server would run a query, which is not run. Raises `RefusedQueryError` and `StoreError`."""

        def work(tx: ManagedTransaction) -> dict[str, Any]:
            summary = tx.run(f"EXPLAIN {query}", dict(parameters or {})).consume()
            return dict(summary.plan or {})

        tree = self._read(work)
        return Plan(tuple(_operators(tree)), tree)

    def close(self) -> None:
        """Closes all connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, work: Callable[[ManagedTransaction], Result]) -> Result:
        with self._errors(), self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def _session(self, mode: str) -> Session:
        return self._driver.session(
            database=self._address.database, default_access_mode=mode, bookmark_manager=self._bookmarks
        )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise in_words(error, self._address, connecting=False) from error


def open_store(uri: str | None = None, store_dir: Path | None = None, progress: Progress | None = None) -> Store:
    """The store that is meant: `uri`, else the local Neo4j in `store_dir`, else NEO4J_URI, else the local Neo4j.

    The local one is fetched and started if need be. Without `store_dir` it lies in GOVGRAPH_STORE_DIR, else in the
    user's data folder. Starting reports to
    `progress`, usually on standard error. Use it in a `with`. Raises `StoreError`.
    """
    if given := server_uri(uri, store_dir):
        return _open_server(given)
    return _open_local(local_neo4j(store_dir), progress or TerminalProgress())


def server_uri(uri: str | None, store_dir: Path | None) -> str | None:
    """The address of a server of the user's own, given or set as NEO4J_URI; none where the local Neo4j is meant.

    Whoever names a folder means the local one in it, whatever is set in the environment.
    """
    return uri or (None if store_dir else os.environ.get("NEO4J_URI")) or None


def local_neo4j(store_dir: Path | None) -> LocalNeo4j:
    """The local Neo4j that is meant, whether it runs or not. Raises `StoreError` for a setting that is no setting."""
    given = store_dir or os.environ.get("GOVGRAPH_STORE_DIR") or user_data_path("govgraph") / "store"
    options = read_options(os.environ.get("GOVGRAPH_STORE_MEMORY"), os.environ.get("GOVGRAPH_STORE_IDLE"))
    cache = user_cache_path("govgraph") / f"neo4j-{NEO4J_VERSION}"
    return LocalNeo4j(StoreFolder(Path(given).expanduser().absolute()), options, cache)


def open_running(local: LocalNeo4j) -> Store | None:
    """The store of a local Neo4j if it runs; it is not started. Raises `StoreError`."""
    state = local.running()
    return _connect_local(local, state) if state else None


def backup_store(store_dir: Path | None, file: Path, replace: bool, progress: Progress) -> int:
    """Copies the local store into one file and returns its bytes. Raises `StoreError`."""
    from .local.backup import backup

    return backup(local_neo4j(store_dir), file, replace, progress)


def restore_store(store_dir: Path | None, file: Path, replace: bool, progress: Progress) -> None:
    """Puts a copy into the local store, and opens it once before the data from before is given up."""
    from .local.backup import restore

    local = local_neo4j(store_dir)

    def prove(state: ServerState) -> None:
        with _connect_local(local, state) as store:
            store.read("MATCH (n) RETURN count(n) AS nodes")

    restore(local, file, replace, prove, progress)


def _open_local(local: LocalNeo4j, progress: Progress) -> Store:
    try:
        return _connect_local(local, local.start(progress))
    except UnreachableError:
        # It was asked to stop by a signal just now; the second start waits for its end and makes another.
        return _connect_local(local, local.start(progress))


def _connect_local(local: LocalNeo4j, state: ServerState) -> Store:
    _LOG.info("the store is %s, served at %s", local.folder.path, state.uri)
    address = Address(state.uri, "neo4j", "neo4j", local.folder.log)
    return _connect(state.uri, ("neo4j", local.folder.password()), address)


def _open_server(uri: str) -> Store:
    password = os.environ.get("NEO4J_PASSWORD") or None
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    database = os.environ.get("NEO4J_DATABASE") or None
    _check_uri(uri)
    address = Address(uri, user if password else None, database)
    _LOG.info("the store is %s", without_credentials(uri))
    return _connect(uri, (user, password) if password else None, address)


def _check_uri(uri: str) -> None:
    shown = without_credentials(uri)
    example = "as in bolt://localhost:7687"
    scheme, separator, rest = uri.partition("://")
    if not separator or scheme.lower() not in SCHEMES:
        raise StoreError(f"“{shown}” is not the address of a Neo4j; it begins with {', '.join(SCHEMES)}, {example}")
    if "@" in rest:
        raise StoreError(
            f"{shown}: user and password do not go into the address; set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    try:
        parts = urlsplit(uri)
        usable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise StoreError(f"{shown}: host or port is missing or cannot be read, {example}")


def _connect(uri: str, login: tuple[str, str] | None, address: Address) -> Store:
    """Opens a driver and talks to the server once, so that all that can be wrong is said now."""
    driver: Driver | None = None
    try:
        driver = GraphDatabase.driver(
            uri,
            auth=login,
            user_agent="govgraph",
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_LOCAL_CONNECT_SECONDS if address.is_local else _CONNECT_SECONDS,
            max_transaction_retry_time=_LOCAL_RETRY_SECONDS if address.is_local else _RETRY_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
        check_agent(driver.get_server_info().agent, address)
        with driver.session(database=address.database, default_access_mode=READ_ACCESS) as session:
            session.run("RETURN 1").consume()
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        _close_quietly(driver)
        raise in_words(error, address, connecting=True) from error
    except StoreError:
        _close_quietly(driver)
        raise
    return Store(driver, address)


def check_agent(agent: str, address: Address) -> None:
    """Raises `StoreError` where the name that a server gives itself is no Neo4j's, or one that is too old."""
    found = _AGENT.match(agent)
    if not found:
        raise StoreError(
            f"what answers at {address.uri} calls itself “{agent}” and is not a Neo4j, which govgraph needs"
        )
    if int(found[1]) < OLDEST_MAJOR:
        version = agent.removeprefix("Neo4j/")
        raise StoreError(
            f"Neo4j at {address.uri} is version {version}; govgraph needs {OLDEST_MAJOR} or newer. "
            "Without --store and NEO4J_URI it uses a Neo4j of its own"
        )


def _close_quietly(driver: Driver | None) -> None:
    if driver is not None:
        with suppress(DriverError, Neo4jError, OSError):
            driver.close()


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    if plan:
        yield str(plan["operatorType"]).partition("@")[0]
        for child in plan.get("children", ()):
            yield from _operators(child)
