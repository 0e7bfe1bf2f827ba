"""What went wrong with a store, in words for people: what, at which address, and what to do about it.

The driver's own exceptions never leave `connect`. No message holds a password.
"""

from __future__ import annotations

import errno
import shutil
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from neo4j.exceptions import (
    ClientError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    UnsupportedServerProduct,
)


class StoreError(Exception):
    """Something about the store that a person must know or mend; the message is the whole of it."""


class UnreachableError(StoreError):
    """No connection, or none any longer; the same command may work when it is given again."""


class RefusedQueryError(StoreError):
    """The server refused the query itself; `code` is Neo4j's own, such as `Neo.ClientError.Statement.SyntaxError`."""

    def __init__(self, message: str, code: str):
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Address:
    """Whom a message is about: the URI as given, the user, the database, and the log of a local Neo4j."""

    uri: str
    user: str | None = None
    database: str | None = None
    log: Path | None = None

    @property
    def is_local(self) -> bool:
        """Whether this is the Neo4j that govgraph starts itself."""
        return self.log is not None

    @property
    def folder(self) -> Path | None:
        """The folder of a local Neo4j."""
        return self.log.parents[1] if self.log else None


_READ_ONLY = ("Cluster.NotALeader", "ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase")
_MEMORY = ("OutOfMemoryError", "MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "StackOverFlowError")
_FULL_BYTES = 2_000_000
"""A disk with less room is full for Neo4j, which wants to write a piece of its log at once."""
_SHUT = ("DatabaseUnavailable", "TransactionStartFailed")


def in_words(error: Exception, address: Address, connecting: bool) -> StoreError:
    """The error of a driver as a `StoreError`. `connecting` tells a first contact from a connection lost later."""
    if address.folder and not isinstance(error, ClientError) and _is_full(address.folder):
        return UnreachableError(
            f"{address.folder}: the disk is full; make room and give the command again: what was written before is safe"
        )
    if isinstance(error, Neo4jError):
        return _of_server(error, address)
    if isinstance(error, UnsupportedServerProduct):
        return StoreError(_not_neo4j(address))
    if isinstance(error, ConfigurationError):
        return StoreError(f"{address.uri}: this address cannot be used: {error}")
    if connecting:
        return _of_first_contact(error, address)
    if isinstance(error, IncompleteCommit):
        return UnreachableError(
            f"the connection to Neo4j at {address.uri} was lost while it was writing, so whether that was kept is "
            f"unknown; give the same command again, loading twice changes nothing. {_after_loss(address)}"
        )
    if isinstance(error, DriverError | OSError):
        return UnreachableError(f"the connection to Neo4j at {address.uri} was lost. {_after_loss(address)}")
    return StoreError(f"Neo4j at {address.uri}: {error}")


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _FULL_BYTES
    except OSError:
        return False


def disk_in_words(
    error: OSError, path: Path, advice: str = "give another folder with --store-dir or GOVGRAPH_STORE_DIR"
) -> StoreError:
    """An error of the file system about `path` as a `StoreError`; `advice` is for a folder that cannot be written."""
    if error.errno == errno.ENOSPC:
        return StoreError(f"{path}: the disk is full; make room and give the command again")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError(f"{path}: not writable for this user; {advice}")
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return StoreError(f"{path}: there is a file where a folder would be; {advice}")
    return StoreError(f"{path}: {error.strerror or error}")


def without_credentials(uri: str) -> str:
    """A URI as it may be shown: without the user name and password that may stand before its host."""
    scheme, separator, rest = uri.partition("://")
    # The last @, wherever it is: a password that was not encoded may hold @ and / itself.
    return f"{scheme}{separator}{rest.rpartition('@')[2]}"


def _of_first_contact(error: Exception, address: Address) -> StoreError:
    causes = list(_causes(error))
    said = " ".join(str(cause) for cause in causes)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return UnreachableError(f"{address.uri}: there is no host of this name; check its spelling and the network")
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return StoreError(
            f"{address.uri}: the server's certificate is not one that this machine trusts; "
            "write +ssc instead of +s if it signed its own certificate and that is expected"
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return StoreError(
            f"{address.uri}: no encrypted connection is to be had there; without encryption the address begins with "
            "bolt:// or neo4j://"
        )
    silent = any(isinstance(cause, TimeoutError) for cause in causes)
    if silent and "handshake" in said.lower() and not address.is_local:
        return UnreachableError(
            f"{address.uri}: something takes connections there and says nothing; check that this is the Bolt port of "
            "a Neo4j (7687 unless set otherwise), and try again in a while where it is one that is busy"
        )
    if ("handshake" in said and not silent) or "looks like HTTP" in said:
        return StoreError(_not_neo4j(address))
    if address.is_local:
        return UnreachableError(
            f"the local Neo4j does not answer at {address.uri}. Stop it with “govgraph store stop” and give the "
            f"command again; its log is {address.log}"
        )
    return UnreachableError(
        f"nothing answers at {address.uri}; check that Neo4j runs there and that the port is its Bolt port "
        "(7687 unless set otherwise)"
    )


def _of_server(error: Neo4jError, address: Address) -> StoreError:
    code, message = error.code or "", (error.message or str(error)).strip()
    if ".Security." in code:
        return StoreError(_of_security(code, message, address))
    if code.endswith("Statement.AccessMode"):
        return RefusedQueryError("this query would change the store, and only reading is allowed here", code)
    if code.endswith("DatabaseNotFound"):
        return StoreError(
            f"Neo4j at {address.uri} has no database “{address.database}”; check NEO4J_DATABASE "
            "(unset, the user's home database is taken)"
        )
    if code.endswith(_READ_ONLY):
        return StoreError(
            f"Neo4j at {address.uri} only reads (a follower of a cluster, or a database set to read-only); "
            "for a cluster give an address that begins with neo4j://, which finds the writer"
        )
    if code.endswith(_MEMORY):
        hint = "set GOVGRAPH_STORE_MEMORY to more, as in 2g, and give “govgraph store stop”" if address.is_local else ""
        return StoreError(
            f"Neo4j at {address.uri} has not enough memory for this; {hint or 'give the server more memory'}"
        )
    if code.endswith(_SHUT) and "IN TRANSACTIONS" not in message:
        log = f"; {address.log.parent / 'debug.log'} says why" if address.log else ""
        return UnreachableError(f"Neo4j at {address.uri} is there, but its database is not available{log}")
    if code.startswith("Neo.ClientError.") or "IN TRANSACTIONS" in message:
        return RefusedQueryError(message, code)
    return StoreError(f"Neo4j at {address.uri}: {message} ({code})")


def _of_security(code: str, message: str, address: Address) -> str:
    where = f"Neo4j at {address.uri}"
    if code.endswith("AuthenticationRateLimit"):
        return f"{where} refuses to listen after too many wrong passwords; wait a little, then check NEO4J_PASSWORD"
    if code.endswith("CredentialsExpired"):
        return f"{where} wants the password of “{address.user}” changed before anything else; change it there once"
    if not code.endswith("Unauthorized"):
        return f"{where} does not allow this to the user “{address.user}”: {message}"
    if address.log:
        return (
            f"the local Neo4j at {address.uri} refused the password in {address.log.parents[1] / 'password'}: it was "
            "changed inside Neo4j. Write the new one into that file, or stop the store and delete the file: the next "
            "start makes a new password and keeps the data"
        )
    if address.user is None:
        return f"{where} asks for a password; set NEO4J_PASSWORD (and NEO4J_USERNAME, unless it is neo4j)"
    return f"{where} refused the user “{address.user}” with the password given; check NEO4J_USERNAME and NEO4J_PASSWORD"


def _not_neo4j(address: Address) -> str:
    return (
        f"what answers at {address.uri} is not a Neo4j that govgraph can speak with; give the Bolt port of Neo4j 5 or "
        "newer (7687 unless set otherwise), not its HTTP port"
    )


def _after_loss(address: Address) -> str:
    if address.is_local:
        return f"What was written before is safe, and the next command starts it again. Its log: {address.log}"
    return "Check that the server still runs, then give the command again."


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that lies behind it; a routing driver hides the cause in a group."""
    yield error
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _causes(inner)
    behind = error.__cause__ or error.__context__
    if behind is not None:
        yield from _causes(behind)
