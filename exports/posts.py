"""Posts: offices of a body, and seats that stand for something; Popolo and ORG tell them from those who hold them."""

from __future__ import annotations

from ..graph_loader.folding import fold
from ..graph_loader.graph.roles import office_of
from ..graph_loader.records import digest
from .model import Tenure


def post_of(tenure: Tenure) -> str | None:
    """The id of the post that a tenure is in; an ordinary member has none."""
    if tenure.represents:
        return "post-" + digest(tenure.body, "represents", fold(tenure.represents) or tenure.represents)
    if office := office_of(tenure.role):
        return "post-" + digest(tenure.body, "office", office)
    return f"post-{tenure.seat}" if tenure.seat else None
