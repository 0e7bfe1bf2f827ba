"""One HTML file that holds everything: markup, style, script, data. It asks a network for nothing."""

from __future__ import annotations

import base64
import functools
import gzip
import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from ..queries.tenures import in_words
from .data import page_data
from .model import View

SCRIPTS = (
    "start.js",
    "dates.js",
    "model.js",
    "filters.js",
    "labels.js",
    "address.js",
    "elements.js",
    "legend.js",
    "timebar.js",
    "alike.js",
    "search.js",
    "panel.js",
    "table.js",
    "list.js",
    "timeline.js",
    "matrix.js",
    "paths.js",
    "sheet.js",
    "export.js",
    "keyboard.js",
    "main.js",
)
_VIS = ("renderer_vis.js",)
_CANVAS = ("canvas_index.js", "canvas_paint.js", "canvas_hand.js", "renderer_canvas.js")
_BEFORE = "address.js"
_ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What a page may do in a notebook's frame: run, save, and open where a document was published."""
_SEPARATORS = (",", ":")
PACKED_FROM = 2000
"""From so many nodes on the data is compressed: browsers unpack it faster than they read it."""


@dataclass(frozen=True)
class Page:
    """A page that was made, and the policy that it states; in a notebook it shows itself."""

    html: str
    policy: str = ""

    def save(self, path: str | Path) -> Path:
        """Writes the page, always as UTF-8; gives the path back."""
        target = Path(path)
        target.write_bytes(self.html.encode("utf-8"))
        return target

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that neither its style nor its script meets the notebook's."""
        document = html.escape(self.html, quote=True)
        return (
            f'<iframe srcdoc="{document}" sandbox="{_ALLOWED}" title="Network map" '
            'width="100%" height="720" style="border:0"></iframe>'
        )


def build_page(view: View, origin: str = "") -> Page:
    """The page of a view; `origin` is what it rests on, in a sentence. The same view gives the same bytes."""
    appearance = read_appearance()
    style = read_template("page.css")
    data = page_data(view)
    script = _script(data["network"] is not None)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{hash_of(script)}'",
            f"style-src '{hash_of(style)}'",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Page(
        environment()
        .get_template("page.html.j2")
        .render(
            title=view.title,
            policy=policy,
            style=style,
            script=script,
            data=_packed(data) if len(view.nodes) >= PACKED_FROM else for_script_element(data),
            packed=len(view.nodes) >= PACKED_FROM,
            appearance=for_script_element(appearance),
            notes=view.notes,
            origin=origin,
            empty=not view.nodes,
        ),
        policy,
    )


@functools.cache
def environment(package: str = "govgraph.visualise") -> Environment:
    """The templates of a package; whatever is put into one is escaped unless it is markup already."""
    made = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["day"] = lambda day: in_words(day) if day else ""
    made.filters["number"] = number
    made.globals["counted"] = counted
    return made


def reading_page(template: str, styles: Sequence[str] = (), **content: object) -> Page:
    """A page to read, without a script: `styles` are files beside `report.css`, the rest is what the template shows."""
    style = "".join(map(read_template, ("report.css", *styles)))
    policy = f"default-src 'none'; style-src '{hash_of(style)}'; base-uri 'none'; form-action 'none'"
    return Page(environment().get_template(template).render(policy=policy, style=style, **content), policy)


def counted(count: int, thing: str, several: str = "") -> str:
    """How many there are, in words: `1 meeting`, `1,204 meetings`."""
    return f"{number(count)} {thing if count == 1 else several or thing + 's'}"


def number(count: int) -> str:
    """A number as people write it: `1,204`."""
    return f"{count:,}"


def for_script_element(data: Any) -> str:
    """JSON that no name in it can end: every sign that could close the element is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, separators=_SEPARATORS)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


@functools.cache
def read_appearance() -> dict[str, Any]:
    """How kinds look: `templates/appearance.yaml`."""
    found: dict[str, Any] = yaml.safe_load(read_template("appearance.yaml"))
    return found


def _packed(data: Any) -> str:
    """JSON as gzip in base64: nothing in it can close an element."""
    text = json.dumps(data, ensure_ascii=False, separators=_SEPARATORS).encode("utf-8")
    return base64.b64encode(gzip.compress(text, compresslevel=6, mtime=0)).decode("ascii")


def _script(small: bool) -> str:
    """Our own files in one scope of their own; before them vis-network as it was published, where it draws the map."""
    engine = _VIS if small else _CANVAS
    names = [n for name in SCRIPTS for n in ((*engine, name) if name == _BEFORE else (name,))]
    own = "\n".join(read_template(f"js/{name}") for name in names)
    # The data may have to be unpacked first, which takes a moment.
    own = f'(async () => {{\n"use strict";\n{own}\n}})();\n'
    if not small:
        return own
    vendored = (files("govgraph.visualise") / "vendor" / "vis-network.min.js").read_text("utf-8")
    # The map of sources is not in the page: naming it would make a browser's tools ask for it.
    vendored = "\n".join(line for line in vendored.split("\n") if not line.startswith("//# sourceMappingURL="))
    return f"{vendored}\n{own}"


def read_template(name: str) -> str:
    """A file of `templates/`."""
    return (files("govgraph.visualise") / "templates" / name).read_text("utf-8")


def hash_of(text: str) -> str:
    """What a content security policy names a script or a style by, so that no other runs."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
