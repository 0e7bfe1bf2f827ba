"""The package around a Word document: macro-enabled files, templates and Strict Open XML made an ordinary DOCX.

Word itself opens all of these alike. They differ in the type that the package states for its main part and, for Strict
(ISO/IEC 29500), in the names of the namespaces; the elements are the same.
"""

from __future__ import annotations

import io
import re
import zipfile

_TYPES = "[Content_Types].xml"
_ORDINARY = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_TYPES = re.compile(
    rb"application/(?:vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?(?:\.main)?\+xml"
    rb"|vnd\.ms-word\.template\.macroEnabledTemplate\.main\+xml"
    rb"|vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml)"
)
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"
_WORD_TYPE = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled"
)


def is_word(archive: zipfile.ZipFile) -> bool:
    """Whether a ZIP archive is a Word document of any of these kinds, by the types that it states."""
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return True
    if _TYPES not in names or archive.getinfo(_TYPES).file_size > 1_000_000:
        return False
    return _WORD_TYPE.search(archive.read(_TYPES)) is not None


def as_ordinary(content: bytes) -> bytes:
    """The same document as an ordinary DOCX; unchanged where it is one.

    Raises `zipfile.BadZipFile`, `KeyError` or `OSError` for a broken package. Sizes are checked by the caller.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        types = archive.read(_TYPES)
        strict = any(_STRICT_MARK in archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
        if not strict and not _OTHER_TYPES.search(types):
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
            for part in archive.infolist():
                data = archive.read(part)
                if part.filename == _TYPES:
                    data = _OTHER_TYPES.sub(_ORDINARY, data)
                if strict and part.filename.endswith((".xml", ".rels")):
                    for name, ordinary in _STRICT:
                        data = data.replace(name, ordinary)
                copy.writestr(part.filename, data)
    return out.getvalue()
