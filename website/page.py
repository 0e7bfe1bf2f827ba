"""A page of the site before it is made: its address, its template, and what goes into it."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ..visualise import page as visualise_page
from ..visualise.page import read_appearance
from .wording import SEVERITIES

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"
"""What every page may load: the style beside it, and nothing from a network."""


@dataclass(frozen=True)
class Page:
    """A page: `path` below the site's folder, its template in `templates/pages`, and what makes its content.

    `inputs` gives all records that the content is made from, where they cost less than the content itself. Neither is
    asked for before it is needed: one page of a site is made without the others.
    """

    path: str
    template: str
    making: Callable[[], Mapping[str, Any]]
    inputs: Callable[[], object] | None = None

    @cached_property
    def content(self) -> Mapping[str, Any]:
        """What goes into the template."""
        return self.making()

    @property
    def root(self) -> str:
        """What leads from the page to the site's folder."""
        return "../" * self.path.count("/")

    def key(self, frame: object) -> str:
        """The hash of all that the page is made of: while it stays the same, the page does."""
        made_of = self.inputs() if self.inputs else self.content
        told = pickle.dumps((self.path, self.template, made_of, frame), protocol=5)
        return hashlib.sha256(told + maker_hash().encode()).hexdigest()

    def html(self, frame: Mapping[str, Any]) -> bytes:
        """The page as it is written; `frame` is what all pages of the site have in common."""
        made = environment().get_template(f"pages/{self.template}.html.j2")
        own = {"policy": POLICY, "root": self.root, "path": self.path}
        return made.render(**{**own, **frame, **self.content}).encode()

    @property
    def policy(self) -> str:
        """What the page may load."""
        return str(self.content.get("policy", POLICY))


@cache
def environment() -> Environment:
    """The templates; whatever is put into one is escaped unless it is markup already."""
    made = visualise_page.environment("govgraph.website")
    made.globals["severities"] = SEVERITIES
    made.globals["icon"] = icon
    made.globals["shape"] = shape
    return made


@cache
def shape(kind: str) -> Markup:
    """The outline of a kind of person or body, in a box from -1 to 1."""
    nodes = read_appearance()["nodes"]
    look = nodes.get(kind) or nodes["other"]
    return Markup('<path d="{}"/>').format(look["path"])


@cache
def icon(kind: str) -> Markup:
    """The sign of a kind of person or body, as the maps draw it; it says nothing that the words beside it do not."""
    return Markup('<svg class="icon k-{}" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">{}</svg>').format(
        kind, shape(kind)
    )


@cache
def maker_hash() -> str:
    """The hash of all that makes pages of records: they are made anew where code, a template or a question changed."""
    found = hashlib.sha256()
    for room in ("exports", "queries", "visualise", "website"):
        for file in _files(files("govgraph") / room):
            found.update(file.name.encode() + b"\n" + file.read_bytes())
    return found.hexdigest()


def _files(room: Traversable) -> Iterator[Traversable]:
    for entry in sorted(room.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            yield from _files(entry)
        elif not entry.name.endswith(".pyc"):
            yield entry
