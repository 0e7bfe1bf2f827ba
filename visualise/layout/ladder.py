"""Who substituted for whom: substitutes to the left, absent members to the right, who was both between."""

from __future__ import annotations

from ..model import View
from .columns import columned
from .places import Arrangement


def ladder(view: View) -> Arrangement:
    """The arrangement of a view whose edges go from a substitute to somebody absent."""
    stood_in = {e.source for e in view.edges}
    absent = {e.target for e in view.edges}
    return columned(view, {n.id: (n.id in absent) + (n.id not in stood_in) for n in view.nodes})
