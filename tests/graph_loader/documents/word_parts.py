"""Word documents made for tests: a body in WordprocessingML, inside a package of any kind."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ORDINARY = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEADING = "Minutes of the Allotments Committee of Ferrow Town Council held on 4 March 2024 at 7 pm"


def package(body: str, content_type: str = ORDINARY, strict: bool = False, main: str = "word/document.xml") -> bytes:
    """A Word file whose body is this XML; `strict` writes it with the namespaces of ISO/IEC 29500 Strict."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{content_type}"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="{main}"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    if strict:
        document = document.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        relations = relations.replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        document = document.replace(R, "http://purl.oclc.org/ooxml/officeDocument/relationships")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        archive.writestr(main, document)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text with these properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs; plain text becomes a run."""
    return f"<w:p>{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells, each the XML of its paragraphs or plain text."""
    lines = (
        "".join(f"<w:tc>{c if c.startswith('<') else paragraph(c)}</w:tc>" if c else "<w:tc><w:p/></w:tc>" for c in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"
