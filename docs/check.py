"""Checks the documentation: `python -m govgraph.docs.check`, a part of `make check`.

Generated parts must be up to date, links must lead somewhere, and a thing has one word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from .generate import DOCS, generated, pages

_LINK = re.compile(r"!?\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_WORDS = {
    r"(stood|stand|standing) in for": "substituted for",
    r"stood in\b": "substituted",
    r"humans?\b": "reviewer",
    r"(spells? on|spells? of) (a|the) (body|bodies|person)": "tenure",
}
"""Words that are no longer used for a thing, each with the one that is; what stays is quoted as code."""
_HEADING = re.compile(r"^#{1,6}\s+(?P<title>.+)$", re.MULTILINE)


def problems() -> list[str]:
    """What is wrong, one line each, with the page."""
    found: list[str] = []
    for page in pages():
        name = page.relative_to(DOCS.parent)
        text = page.read_text("utf-8")
        if generated(text) != text:
            found.append(f"{name}: its generated parts are out of date; run python -m govgraph.docs.generate")
        if "decisions" not in page.parts:
            found += [f"{name}: {trouble}" for trouble in _other_words(_CODE.sub("", text))]
        troubles = (_broken(page, link["target"]) for link in _LINK.finditer(_CODE.sub("", text)))
        found += [f"{name}: {trouble}" for trouble in troubles if trouble]
    return found


def _other_words(text: str) -> Iterator[str]:
    """Words that mean a thing for which another word is used."""
    for word, better in _WORDS.items():
        if used := re.search(rf"\b{word}", text, re.IGNORECASE):
            yield f"“{used[0]}”: the word is “{better}”"


def _broken(page: Path, target: str) -> str | None:
    """Why a link leads nowhere; none where it leads somewhere, or out of the project."""
    if re.match(r"[a-z]+:", target):
        return None
    path, _, anchor = target.partition("#")
    file = (page.parent / path).resolve() if path else page
    if not file.exists():
        return f"there is no {target}"
    if anchor and file.suffix == ".md" and anchor not in _anchors(file.read_text("utf-8")):
        return f"there is no heading for {target}"
    return None


def _anchors(text: str) -> set[str]:
    titles = (m["title"] for m in _HEADING.finditer(text))
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def main() -> None:
    """Prints what is wrong and ends with 1 where there is anything."""
    found = problems()
    for line in found:
        typer.echo(line, err=True)
    typer.echo(f"docs: {len(pages())} pages, {len(found)} problems")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
