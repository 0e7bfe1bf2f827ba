"""What is written of a known system's page in the place of its elements."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ..structure import Written, squeezed


@dataclass
class Rewriting:
    """Elements of a page that are left out, that something is written for, and tables that only lay out the page.

    `root` is the part of the page that is read, where that is not all of it; `notes` say what could not be read.
    """

    root: LexborNode | None = None
    skipped: set[int] = field(default_factory=set)
    instead: dict[int, tuple[Written, ...]] = field(default_factory=dict)
    lays_out: set[int] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def write(self, node: LexborNode, *written: Written) -> None:
        """Writes this for an element."""
        self.instead[node.mem_id] = written

    def skip(self, *nodes: LexborNode) -> None:
        """Leaves elements out."""
        self.skipped |= {node.mem_id for node in nodes}


def text_of(node: LexborNode | None) -> str:
    """All words of an element in one line."""
    return squeezed(node.text(deep=True) or "") if node is not None else ""


def holds(node: LexborNode, selector: str) -> bool:
    """Whether there is such an element inside another one; selectors find an element inside itself."""
    return any(found.mem_id != node.mem_id for found in node.css(selector))
