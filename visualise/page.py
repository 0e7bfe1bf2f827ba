"""One HTML file that holds everything: markup, style, script, data. It asks a network for nothing."""

from __future__ import annotations

import base64
import functools
import hashlib
import html
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from .data import page_data
from .model import View

SCRIPTS = (
    "start.js",
    "dates.js",
    "model.js",
    "filters.js",
    "labels.js",
    "renderer_vis.js",
    "address.js",
    "elements.js",
    "legend.js",
    "timebar.js",
    "search.js",
    "panel.js",
    "table.js",
    "timeline.js",
    "matrix.js",
    "paths.js",
    "export.js",
    "keyboard.js",
    "main.js",
)
_SEPARATORS = (",", ":")


@dataclass(frozen=True)
class Page:
    """A page that was made; in a notebook it shows itself."""

    html: str

    def save(self, path: str | Path) -> Path:
        """Writes the page, always as UTF-8; gives the path back."""
        target = Path(path)
        target.write_bytes(self.html.encode("utf-8"))
        return target

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that neither its style nor its script meets the notebook's."""
        document = html.escape(self.html, quote=True)
        return (
            f'<iframe srcdoc="{document}" sandbox="allow-scripts allow-downloads" title="Network map" '
            'width="100%" height="720" style="border:0"></iframe>'
        )


def build_page(view: View) -> Page:
    """The page of a view: the same view gives the same bytes."""
    appearance = read_appearance()
    style = read_template("page.css")
    script = _script()
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
            data=for_script_element(page_data(view)),
            appearance=for_script_element(appearance),
            notes=view.notes,
            empty=not view.nodes,
        )
    )


def environment() -> Environment:
    """The templates; whatever is put into one is escaped unless the template says otherwise."""
    return Environment(
        loader=PackageLoader("govgraph.visualise", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


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


def _script() -> str:
    """vis-network as it was published, then our own files in one scope of their own."""
    vendored = (files("govgraph.visualise") / "vendor" / "vis-network.min.js").read_text("utf-8")
    # The map of sources is not in the page: naming it would make a browser's tools ask for it.
    vendored = "\n".join(line for line in vendored.split("\n") if not line.startswith("//# sourceMappingURL="))
    own = "\n".join(read_template(f"js/{name}") for name in SCRIPTS)
    return f'{vendored}\n(() => {{\n"use strict";\n{own}\n}})();\n'


def read_template(name: str) -> str:
    """A file of `templates/`."""
    return (files("govgraph.visualise") / "templates" / name).read_text("utf-8")


def hash_of(text: str) -> str:
    """What a content security policy names a script or a style by, so that no other runs."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
