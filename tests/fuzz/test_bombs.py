"""Files made to do harm: endless unpacking, XML entities, relations to elsewhere: refused, and nothing is asked."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from govgraph.graph_loader.documents import DocumentError, read_bytes
from govgraph.graph_loader.documents.apart import BOUNDS, Bounds, read_apart

from ..graph_loader.documents.test_limits import XML
from ..graph_loader.documents.word_parts import HEADING, W, package, paragraph, table

SECRET = "the-words-of-a-file-nearby"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "{a}">{more}]>'
LAUGHS = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))


@pytest.fixture
def listening() -> Iterator[tuple[int, list[object]]]:
    """A port on which nobody may knock."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        knocked: list[object] = []
        yield server.getsockname()[1], knocked
        try:
            while True:
                knocked.append(server.accept())
        except TimeoutError:
            pass
        assert not knocked


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.txt"
    file.write_text(SECRET, "utf-8")
    return file


def with_part(content: bytes, name: str, part: str) -> bytes:
    """A Word document with one part more, or another one in its place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for old_name in old.namelist():
            if old_name != name:
                new.writestr(old_name, old.read(old_name))
        new.writestr(name, part)
    return out.getvalue()


def text_or_refusal(content: bytes, name: str) -> str:
    try:
        return read_bytes(content, name).text
    except DocumentError as error:
        return str(error)


def test_xml_entities_are_refused_unread(secret: Path, listening: tuple[int, list[object]]) -> None:
    for declared in (
        ENTITIES.format(a="x" * 10, more=LAUGHS),
        ENTITIES.format(a="x", more=f'<!ENTITY j SYSTEM "file://{secret}">'),
        f'<!DOCTYPE x SYSTEM "http://127.0.0.1:{listening[0]}/x.dtd">',
    ):
        content = XML.replace("?>", f"?>{declared}").replace("Lights", "Lights &j;").encode()
        with pytest.raises(DocumentError, match="declares a document type or entities, which are not read"):
            read_bytes(content, "made.xml")


def test_entities_in_a_word_document_are_refused_unread(secret: Path) -> None:
    sound = package(paragraph(HEADING))
    for declared in (ENTITIES.format(a="x", more=LAUGHS), ENTITIES.format(a="", more=f'<!ENTITY j SYSTEM "{secret}">')):
        part = f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{W}"><w:body>&j;</w:body></w:document>'
        for name in ("word/document.xml", "word/styles.xml", "[Content_Types].xml"):
            with pytest.raises(DocumentError, match=r"XML entities, which are not read|broken"):
                read_bytes(with_part(sound, name, part), "made.docx")


def test_relations_to_elsewhere_are_not_followed(secret: Path, listening: tuple[int, list[object]]) -> None:
    kinds = ("styles", "numbering", "footnotes", "attachedTemplate", "image", "subDocument", "header", "aFChunk")
    for target in (f"http://127.0.0.1:{listening[0]}/x", secret.as_uri(), f"\\\\127.0.0.1@{listening[0]}\\x"):
        rows = "".join(
            f'<Relationship Id="rId{n}" TargetMode="External" Target="{target}" '
            f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
            for n, kind in enumerate(kinds)
        )
        relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
        content = with_part(package(paragraph(HEADING)), "word/_rels/document.xml.rels", relations)
        found = text_or_refusal(content, "made.docx")
        assert HEADING in found
        assert SECRET not in found


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph(HEADING) + "<w:p/>" * 12_000_000, "unpacks to"),
        (paragraph(HEADING) + table(*[("x" * 2_000,) * 31] * 600), ""),
    ],
    ids=["many paragraphs", "a wide table"],
)
def test_what_unpacks_to_much_is_refused_or_read_in_bounds(body: str, said: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(body))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    before = os.times()
    assert said in text_or_refusal(out.getvalue(), "made.docx")
    after = os.times()
    assert sum(after[:4]) - sum(before[:4]) < 60


def test_boxes_inside_boxes_are_read_once_each() -> None:
    """Each time anew for every box around them they would take twice as long with every one more."""
    inner = paragraph("In all boxes")
    for _ in range(24):
        inner = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    text = read_bytes(package(paragraph(HEADING) + inner), "made.docx").text
    assert text.count("In all boxes") == 1


def test_a_reader_has_only_so_much_cpu_and_memory() -> None:
    content = package("".join(paragraph(f"Line {n}") for n in range(150_000)))
    for bounds, said in (
        (Bounds("Word document", 1, 3 * 1024**3, "save it anew"), "takes longer than 1 seconds; save it anew"),
        (Bounds("Word document", 60, 120 * 1024**2, "save it anew"), "into memory|without a result|is broken"),
    ):
        with pytest.raises(DocumentError, match=said):
            read_apart("docx", content, "made.docx", bounds)
    assert set(BOUNDS) == {"pdf", "docx"}


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_reader_ends_with_the_process_that_started_it() -> None:
    code = (
        "import sys; from govgraph.graph_loader.documents.apart import read_apart; print('begun', flush=True); "
        "read_apart('docx', sys.stdin.buffer.read(), 'made.docx')"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as starter:
        assert starter.stdin
        assert starter.stdout
        starter.stdin.write(package("".join(paragraph(f"Line {n}") for n in range(150_000))))
        starter.stdin.close()
        starter.stdout.readline()
        deadline = time.monotonic() + 60
        while not (children := psutil.Process(starter.pid).children()) and time.monotonic() < deadline:
            time.sleep(0.02)
        starter.kill()
    assert children
    assert psutil.wait_procs(children, timeout=20)[1] == []
