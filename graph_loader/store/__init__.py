"""Neo4j: connect, constraints, write; the local Neo4j that needs no installation."""

from .connect import Answer, Plan, Store, open_store
from .errors import RefusedQueryError, StoreError, UnreachableError

__all__ = ["Answer", "Plan", "RefusedQueryError", "Store", "StoreError", "UnreachableError", "open_store"]
