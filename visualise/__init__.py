"""From the store to interactive pages."""

from .network_map import network_map
from .page import Page, build_page
from .read_view import ViewError, read_view

__all__ = ["Page", "ViewError", "build_page", "network_map", "read_view"]
