"""Every format gives the facts of the same minutes as text; what is too large or broken is refused in words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from govgraph.graph_loader.documents import DocumentError, read_bytes, read_document
from govgraph.graph_loader.minutes import parse

from .facts import facts

EXAMPLES = Path(__file__).parents[3] / "examples"
FORMATS = sorted((EXAMPLES / "formats").iterdir())


@pytest.mark.parametrize("path", FORMATS, ids=lambda p: p.name)
def test_a_format_gives_the_facts_of_the_text(path: Path) -> None:
    (text,) = (EXAMPLES / "minutes").glob(f"{path.stem}.*")
    found, wanted = facts(path), facts(text)
    assert found == wanted


@pytest.mark.parametrize("path", FORMATS, ids=lambda p: p.name)
def test_the_format_is_told_from_the_content(path: Path) -> None:
    assert read_bytes(path.read_bytes(), "minutes").text == read_document(path).text


@pytest.mark.parametrize("path", FORMATS, ids=lambda p: p.name)
def test_spans_quote_the_text_as_read(path: Path) -> None:
    document = read_document(path)
    for meeting in parse(document):
        for record in (*meeting.attendance, *meeting.appointments, *meeting.motions):
            span = record.span
            assert document.text[span.char_start : span.char_end] == span.text


def test_pages_of_a_pdf_are_known() -> None:
    pdf = next(p for p in FORMATS if p.suffix == ".pdf")
    assert read_document(pdf).pages


def _docx(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/"), content)
    return out.getvalue()


BOMB = _docx(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w>" + b" " * 300_000_000 + b"</w>"})
HOSTILE = {
    "zip bomb": BOMB,
    "entities": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><Envelope>&c;</Envelope>',
    "truncated PDF": b"%PDF-1.7\n1 0 obj\n<<",
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "nothing": b" \n ",
    "a zip that is no document": _docx(**{"a.txt": b"x"}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_read_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(DocumentError) as refused:
        read_bytes(content, "upload.bin")
    assert str(refused.value).startswith("upload.bin: ")
    assert "Traceback" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told(encoding: str) -> None:
    text = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 3 May 2018\n\nPresent: Cllr Zoë O’Dowd – Chair\n"
    assert "Zoë O’Dowd – Chair" in read_bytes(text.encode(encoding), "minutes").text
