"""The icon and the one style sheet of the site, `templates/assets/site.css`, with the colours of the maps."""

from __future__ import annotations

from importlib.resources import files

from ..visualise.page import read_appearance


def icon() -> bytes:
    """The icon of the site."""
    return (files("govgraph.website") / "templates" / "assets" / "icon.svg").read_bytes()


def style() -> str:
    """The style sheet: colours of people and bodies come from the appearance of the maps."""
    own = (files("govgraph.website") / "templates" / "assets" / "site.css").read_text("utf-8")
    nodes = read_appearance()["nodes"]
    light = "\n".join(f".k-{kind} {{ fill: {look['light']}; }}" for kind, look in nodes.items())
    dark = "\n".join(f"  .k-{kind} {{ fill: {look['dark']}; }}" for kind, look in nodes.items())
    return f"{own}\n{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"
