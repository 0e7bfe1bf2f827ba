"""The page on which a document is annotated; it talks to the program that serves it, and to nobody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .page import Page, environment, for_script_element, hash_of, read_template


def teach_page(
    name: str, pieces: Sequence[Sequence[Any]], marks: Sequence[Mapping[str, Any]], csrf: str, back: str
) -> Page:
    """The page of a document.

    `pieces` are its words and signs: blanks before, text, start, end. `marks` are those to begin with. `csrf` is the
    word that shows that what is asked comes from this page,
    `back` leads to where other documents are, or is empty.
    """
    style = read_template("teach.css")
    script = f'"use strict";\n(() => {{\n{read_template("js/teach.js")}\n}})();\n'
    policy = (
        f"default-src 'none'; style-src '{hash_of(style)}'; script-src '{hash_of(script)}'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'"
    )
    page = environment().get_template("teach.html.j2")
    data = for_script_element({"pieces": pieces, "marks": marks, "csrf": csrf})
    return Page(page.render(name=name, back=back, style=style, script=script, policy=policy, data=data), policy)
