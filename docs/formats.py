"""Makes the PDF and Word versions of three example minutes in examples/formats/: `python -m govgraph.docs.formats`.

The text is that of examples/minutes; headings, lists and tables become what Word and a PDF have for them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import typer
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from .generate import DOCS

MINUTES = DOCS.parent / "examples" / "minutes"
FORMATS = DOCS.parent / "examples" / "formats"
NAMES = (
    "2025-02-06-harbour-liaison-forum.md",
    "2023-10-10-scrutiny-sub-committee.md",
    "2024-07-09-scrutiny-sub-committee.txt",
)
_WRAPPED = 74
"""Signs of a line, its indent included, that goes on in the next one; so does any line before a deeper one."""
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""The same in every file, so that making them again changes nothing."""


@dataclass(frozen=True)
class Block:
    """A heading of some level, a bullet, a table, or, with level 0, a paragraph; `gap`: an empty line is before it."""

    text: str = ""
    level: int = 0
    bullet: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    gap: bool = False


def blocks(text: str) -> list[Block]:
    """The blocks of plain text or Markdown, lines that were wrapped put together again."""
    found: list[Block] = []
    gap, wrapped, indent = False, False, 0
    for raw in text.split("\n"):
        line, deep = raw.strip(), len(raw) - len(raw.lstrip())
        if not line:
            gap, wrapped = True, False
            continue
        wrapped = not gap and bool(found) and (wrapped or deep > indent) and not line.startswith("(")
        last = found[-1] if found else Block()
        if line.startswith("|"):
            cells = tuple(_plain(cell) for cell in line.strip("|").split("|"))
            if last.rows and not gap:
                found[-1] = Block(rows=(*last.rows, cells), gap=last.gap)
            else:
                found.append(Block(rows=(cells,), gap=gap))
        elif heading := re.match(r"(#{1,6}) ", line):
            found.append(Block(_plain(line[heading.end() :]), level=len(heading[1]), gap=gap))
        elif wrapped and last.text:
            found[-1] = Block(f"{last.text} {_plain(line)}", last.level, last.bullet, gap=last.gap)
        else:
            bullet = line.startswith("- ")
            found.append(Block(_plain(line.removeprefix("- ")), bullet=bullet, gap=gap))
        indent = indent if wrapped else deep
        gap, wrapped = False, len(raw) > _WRAPPED and not line.startswith(("|", "#"))
    return [_without_rule(block) for block in found]


def _plain(text: str) -> str:
    return re.sub(r"\*+", "", text.replace("\f", "")).strip()


def _without_rule(block: Block) -> Block:
    rows = tuple(row for row in block.rows if any(row) and not all(set(cell) <= set("-: ") for cell in row))
    return Block(block.text, block.level, block.bullet, rows, block.gap)


def word_document(content: list[Block]) -> bytes:
    """The blocks as a Word document."""
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = _MADE
    normal = document.styles["Normal"].paragraph_format
    normal.space_after = normal.space_before = Pt(0)
    for block in content:
        if block.gap:
            document.add_paragraph()
        if block.rows:
            table = document.add_table(rows=0, cols=max(map(len, block.rows)), style="Table Grid")
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, row, strict=False):
                    cell.text = text
        elif block.level:
            document.add_heading(block.text, block.level)
        else:
            document.add_paragraph(block.text, style="List Bullet" if block.bullet else None)
    made = BytesIO()
    document.save(made)
    return _dated(made.getvalue())


def _dated(content: bytes) -> bytes:
    """The same archive with one date on all its parts."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _MADE.timetuple()[:6]), old.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def pdf_document(content: list[Block]) -> bytes:
    """The blocks as a PDF with the number of the page at the foot of each."""
    made = BytesIO()
    template = SimpleDocTemplate(made, pagesize=A4, invariant=1, title="Minutes")
    template.build(list(_flowables(content)), onFirstPage=_foot, onLaterPages=_foot)
    return made.getvalue()


def _flowables(content: list[Block]) -> Iterator[Any]:
    styles = getSampleStyleSheet()
    cell = ParagraphStyle("cell", parent=styles["Normal"], fontSize=9, leading=11)
    for block in content:
        if block.gap:
            yield Spacer(1, 10)
        if block.rows:
            rows = [[Paragraph(_escaped(text), cell) for text in row] for row in block.rows]
            yield Table(
                rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            )
        elif block.level:
            yield Paragraph(_escaped(block.text), styles[f"Heading{min(block.level, 3)}"])
        elif block.bullet:
            yield Paragraph(_escaped(block.text), styles["Normal"], bulletText="•")
        else:
            yield Paragraph(_escaped(block.text).replace("\t", "&nbsp;" * 8), styles["Normal"])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _foot(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawCentredString(A4[0] / 2, 30, f"Page {template.page}")


def made() -> Iterator[tuple[Path, bytes]]:
    """Every file of examples/formats with what it should hold."""
    for name in NAMES:
        content = blocks((MINUTES / name).read_text("utf-8"))
        yield FORMATS / Path(name).with_suffix(".docx").name, word_document(content)
        yield FORMATS / Path(name).with_suffix(".pdf").name, pdf_document(content)


def main() -> None:
    """Writes the files."""
    FORMATS.mkdir(exist_ok=True)
    for path, content in made():
        path.write_bytes(content)
        typer.echo(f"wrote {path.relative_to(DOCS.parent)} ({len(content) // 1024} kB)")


if __name__ == "__main__":
    main()
