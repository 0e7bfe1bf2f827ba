"""From the store to interactive pages."""

from .network_map import network_map, read_view
from .page import Page, build_page

__all__ = ["Page", "build_page", "network_map", "read_view"]
