"""Positions from what is known: councils, their bodies, and people by the bodies that they serve.

No force is simulated. The same view gives the same places, and somebody more moves few others.
"""

from __future__ import annotations

from ..model import View
from .chains import chains
from .circles import circles
from .ladder import ladder
from .places import Arrangement, Placed, Region
from .structure import structure

_OF_VIEW = {"co-membership": circles, "substitutions": ladder, "appointments": chains}


def arrange(view: View) -> Arrangement:
    """Every node's place, by id, and the regions that belong together."""
    return _OF_VIEW.get(view.kind, structure)(view)


__all__ = ["Arrangement", "Placed", "Region", "arrange"]
