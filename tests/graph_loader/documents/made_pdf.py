"""PDFs that the tests draw."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from govgraph.graph_loader.documents.pdf.pages import read_pages
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

TOP, LEFT, PITCH = A4[1] - 72, 72, 15
Draw = Callable[[Canvas], None]


def made_pdf(*pages: Draw) -> bytes:
    """A PDF with a page for each function that draws one."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def put(canvas: Canvas, lines: list[str], top: float = TOP, left: float = LEFT) -> None:
    """Lines of text below one another in the font that is set."""
    for i, line in enumerate(lines):
        canvas.drawString(left, top - i * PITCH, line)


def read(*pages: Draw) -> dict[str, Any]:
    """What the reading process finds in the PDF with these pages."""
    return read_pages(made_pdf(*pages))


def lines_read(*pages: Draw) -> list[str]:
    """The lines that hold something in the text of the PDF with these pages."""
    return [line for line in read(*pages)["text"].replace("\f", "").split("\n") if line.strip()]
