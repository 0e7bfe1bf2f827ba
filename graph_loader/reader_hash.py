"""What a reading of a file depends on, as one hash: while it stays the same, the file need not be read again.

It depends on the bytes of the file, on what is stated about it, on its folder, and on the reader: the code, the word
lists and the models of this package, and the libraries that read formats. What identity and the shortcuts of the graph
are decided by depends on the same: no list of modules can leave one out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .stated import Stated

_LIBRARIES = ("lxml", "pdfminer.six", "pdfplumber", "pydantic", "python-crfsuite", "python-docx", "selectolax")
_PARTS = frozenset({".py", ".txt", ".yaml", ".json", ".crfsuite"})


@cache
def reader_hash() -> str:
    """The hash of all that reads: files of this package, libraries, and Python, whose tables of letters are read by."""
    found = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for library in _LIBRARIES:
        try:
            found.update(f"{library} {version(library)}\n".encode())
        except PackageNotFoundError:
            found.update(f"{library} is not there\n".encode())
    here = Path(__file__).parent
    for file in sorted(p for p in here.rglob("*") if p.suffix in _PARTS and p.is_file()):
        found.update(f"{file.relative_to(here).as_posix()}\n".encode())
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def reading_hash(sha256: str, stated: Stated, folder: str) -> str:
    """What the reading of a file with these bytes depends on, where this is stated about it, in this folder."""
    told = json.dumps([sha256, asdict(stated), folder, reader_hash()], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()
