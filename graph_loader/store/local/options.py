"""How a local Neo4j is to run: its memory, and when it stops by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import StoreError

LEAST_MEMORY_MB = 128
"""With less, Neo4j starts and then fails at the first larger question."""

_MEMORY = re.compile(r"(\d+)([mg])", re.IGNORECASE)


@dataclass(frozen=True)
class LocalOptions:
    """`memory` is Java's heap, as `1g` or `512m`; `idle_minutes` is nought for a server that never stops by itself."""

    memory: str = "1g"
    idle_minutes: float = 15.0


def read_options(memory: str | None, idle: str | None) -> LocalOptions:
    """The options from what was set in words; what is not set is as usual.

    Raises `StoreError` for a memory that is no amount or too little, and for an idle time that is no number.
    """
    usual = LocalOptions()
    return LocalOptions(
        _memory(memory) if memory else usual.memory,
        _minutes(idle) if idle else usual.idle_minutes,
    )


def _memory(text: str) -> str:
    found = _MEMORY.fullmatch(text.strip())
    if not found:
        raise StoreError(f"GOVGRAPH_STORE_MEMORY is “{text}”; write an amount of memory, as 1g or 512m")
    if int(found[1]) * (1024 if found[2].lower() == "g" else 1) < LEAST_MEMORY_MB:
        raise StoreError(f"GOVGRAPH_STORE_MEMORY is “{text}”; Neo4j needs at least {LEAST_MEMORY_MB}m, better 1g")
    return found[0].lower()


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = -1.0
    if not 0 <= minutes < float("inf"):
        raise StoreError(
            f"GOVGRAPH_STORE_IDLE is “{text}”; write minutes, as 15, or 0 for a store that never stops by itself"
        )
    return minutes
