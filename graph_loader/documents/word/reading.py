"""Word documents to text: paragraphs, headings, lists and tables in order; changes read as if accepted.

Ordinary documents, macro-enabled ones, templates and Strict Open XML; what is not shown or not in force is left out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from ..document import DocumentError, ReadText
from ..left_out import LeftOut
from ..spans import SpannedText
from ..structure import Markdown
from .package import as_ordinary
from .runs import COMPATIBLE, Piece, RunReader, empty_prompts, mark_boxes
from .styles import Numbers, Styles, W, is_on, value

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that all parts of a document may unpack to."""
MOST_XML = 60 * 1024 * 1024
"""Bytes that its text and styles may unpack to; these are held in memory as trees."""
MOST_PARTS = 5_000
_MOST_SPANNED = 31
"""Columns that a cell may cover."""
_ENCRYPTED = 0x1
_TEXT_BOX = f"{W}txbxContent"
_NOT_PARTS = {
    f"{W}altChunk": "files inserted into the document",
    f"{W}subDoc": "documents linked to the document",
}


def read_here(content: bytes, name: str) -> ReadText:
    """The text of a Word document as Markdown, in this process; `documents.apart` bounds what it may take.

    Raises `DocumentError` where it is broken, encrypted, or unpacks to more than minutes do.
    """
    _check_size(content, name)
    try:
        document = docx.Document(io.BytesIO(as_ordinary(content)))
        left_out = LeftOut()
        styles = Styles.of(_part(document, "styles"))
        reader = _Reader(styles, Numbers.of(_part(document, "numbering")), RunReader(styles, left_out), left_out)
        reader.head(document)
        mark_boxes(document.element.body)
        empty_prompts(document.element.body, left_out)
        reader.blocks(document.element.body)
    except (OpcError, etree.XMLSyntaxError, KeyError, ValueError, zipfile.BadZipFile, OSError) as error:
        raise DocumentError(
            f"{name}: the Word document is broken ({type(error).__name__}); open it in Word and save it anew"
        ) from error
    except RecursionError as error:
        raise DocumentError(
            f"{name}: the Word document has tables too deep inside one another; save the text alone"
        ) from error
    for kind in ("footnote", "endnote"):
        part = _part(document, f"{kind}s")
        for note in [e for e in part if not e.get(f"{W}type")] if part is not None else []:
            left_out.count(f"{kind}s", "".join(t.text or "" for t in note.iter(f"{W}t")))
    return ReadText(reader.out.text(), MEDIA_TYPE, None, left_out.notes(), tuple(reader.out.blocks))


def _check_size(content: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & _ENCRYPTED for part in parts):
                raise DocumentError(f"{name}: the document is encrypted; save it without a password and try again")
            # A part that unpacks to more than it states is cut off there by zipfile, which then reports it as broken.
            whole = sum(part.file_size for part in parts)
            xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
            if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or xml > MOST_XML:
                raise DocumentError(
                    f"{name}: the Word document unpacks to {whole / 1024 / 1024:.0f} MB in {len(parts)} parts "
                    f"({xml / 1024 / 1024:.0f} MB of text), more than minutes do; save it anew without what it embeds"
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(archive, part):
                    raise DocumentError(
                        f"{name}: the Word document declares XML entities, which are not read; save it anew"
                    )
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        raise DocumentError(
            f"{name}: the Word document is broken ({type(error).__name__}); open it in Word and save it anew"
        ) from error


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares a document type: entities are declared nowhere else, and Word writes none."""
    with archive.open(part) as file:
        start = file.read(4096)
    return b"<!DOCTYPE" in start.replace(b"\0", b"")


def _part(document: Any, kind: str) -> Any:
    """The root of the part that holds the styles, the lists or the footnotes; none where there is none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            part = relation.target_part
            element = getattr(part, "element", None)
            if element is not None:
                return element
            return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return None


@dataclass
class _Reader:
    """Writes a document's blocks as Markdown."""

    styles: Styles
    numbers: Numbers
    runs: RunReader
    left_out: LeftOut
    out: Markdown = field(default_factory=Markdown)
    after: bool = False
    carried: str = ""

    def head(self, document: Any) -> None:
        """What stands at the top of the first page, once: some councils have their name only there."""
        section = document.sections[0] if len(document.sections) else None
        if section is None:
            return
        header = section.first_page_header if section.different_first_page_header_footer else section.header
        if not header.is_linked_to_previous:
            empty_prompts(header._element, self.left_out)
            self.blocks(header._element)

    def blocks(self, parent: Any) -> None:
        """Paragraphs and tables, in order."""
        for element in _content(parent):
            if element.tag == f"{W}p":
                self.paragraph(element)
            elif element.tag == f"{W}tbl":
                self.out.table(self.rows(element))
                self.after = True
            elif element.tag in _NOT_PARTS:
                self.left_out.count(_NOT_PARTS[element.tag])

    def paragraph(self, element: Any) -> None:
        """One paragraph: a heading, an item of a list or text; then the text boxes that hang on it."""
        properties = element.find(f"{W}pPr")
        pieces = list(self.runs.pieces(element, properties))
        text = self.carried + "".join(piece.text for piece in pieces)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and mark.find(f"{W}del") is not None:
            self.carried = text  # the end of the paragraph was deleted: the next one carries on
            return
        self.carried = ""
        before, after = self.styles.spaced(properties)
        if text.strip():
            self._write(text, pieces, properties, spaced=before or self.after)
            self.after = after
        else:
            self.after = True
        for box in element.iter(_TEXT_BOX):
            if next(box.iterancestors(f"{W}p"), None) is not element:
                continue  # a box inside a box is read with the paragraph that it hangs on
            if any(a.tag == f"{COMPATIBLE}Fallback" for a in box.iterancestors()):
                continue
            if _is_watermark(box):
                self.left_out.count("watermarks", "".join(t.text or "" for t in box.iter(f"{W}t")))
            else:
                self.blocks(box)

    def _write(self, text: str, pieces: list[Piece], properties: Any, spaced: bool) -> None:
        level = self.styles.heading_level(properties)
        listed = self.styles.numbering(properties)
        number = self.numbers.next(*listed) if listed else None
        if level:
            self.out.heading(f"{number} {text}" if number and number != "-" else text, level)
        elif number and listed:
            self.out.item(text, number, listed[1] if number == "-" else 0)
        else:
            bold = all(piece.bold for piece in pieces if piece.text.strip())
            self.out.paragraph(text, bold, spaced)

    def rows(self, table: Any) -> list[list[SpannedText]]:
        """The rows of a table; a cell that goes on in the row below it spans both."""
        rows: list[list[SpannedText]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for row in _content(table):
            if row.tag != f"{W}tr" or self._is_left_out(row):
                continue
            properties = row.find(f"{W}trPr")
            cells = [SpannedText("")] * min(_number(value(properties, "gridBefore"), 0), _MOST_SPANNED)
            column = len(cells)
            for cell in _content(row):
                own = cell.find(f"{W}tcPr")
                if cell.tag != f"{W}tc" or (own is not None and own.find(f"{W}cellDel") is not None):
                    continue
                width = min(_number(value(own, "gridSpan"), 1), _MOST_SPANNED)
                merged = value(own, "vMerge")
                if merged is not None and merged != "restart" and column in open_cells:
                    above, at = open_cells[column]
                    rows[above][at] = replace(rows[above][at], row_span=len(rows) - above + 1)
                else:
                    open_cells.pop(column, None)
                    if merged == "restart":
                        open_cells[column] = len(rows), len(cells)
                    cells.append(SpannedText(self.cell(cell), column_span=width, is_header=_is_heading(properties)))
                column += width
            rows.append(cells)
        return rows

    def _is_left_out(self, row: Any) -> bool:
        """Whether a row was deleted or is hidden."""
        properties = row.find(f"{W}trPr")
        hidden = bool(is_on(properties, "hidden"))
        if hidden:
            self.left_out.count("hidden", "".join(t.text or "" for t in row.iter(f"{W}t")))
        return hidden or (properties is not None and properties.find(f"{W}del") is not None)

    def cell(self, cell: Any) -> str:
        """The text of a cell, a line a paragraph, with the rows of a table inside it as lines."""
        lines = []
        for element in _content(cell):
            if element.tag == f"{W}p":
                properties = element.find(f"{W}pPr")
                text = "".join(piece.text for piece in self.runs.pieces(element, properties))
                listed = self.styles.numbering(properties)
                number = self.numbers.next(*listed) if listed and text.strip() else None
                lines.append(f"{number} {text}" if number else text)
            elif element.tag == f"{W}tbl":
                rows = self.rows(element)
                lines += ["\t".join(cell.text for cell in row if cell.text).replace("\n", " ") for row in rows]
        return "\n".join(lines).strip("\n")


def _content(parent: Any) -> Iterator[Any]:
    """The children of an element, those inside content controls, insertions and the like among them."""
    for element in parent:
        if element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
            yield from _content(element)
        else:
            yield element


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else otherwise


def _is_heading(row_properties: Any) -> bool:
    """Whether a row is repeated at the top of each page, as the headings of columns are."""
    return bool(is_on(row_properties, "tblHeader"))


def _is_watermark(box: Any) -> bool:
    """Whether a text box is a watermark, by the name that Word gives the shape of one."""
    for above in box.iterancestors():
        for name in (above.get("id"), *(e.get("name") for e in above.iterchildren("{*}docPr"))):
            if name and "watermark" in name.casefold():
                return True
        if above.tag == f"{W}p":
            return False
    return False
