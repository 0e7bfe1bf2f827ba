"""Ways in which files are damaged, or made to do harm: each takes chance and bytes and gives other bytes."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from typing import Any

Mutation = Callable[[random.Random, bytes], bytes]

MOST = 15_000
"""Bytes that a mutant may have: more says nothing else and takes longer."""
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "mac_roman", "utf-7", "cp037", "utf-8-sig")
ODD = (
    "\0", "\x1b[2J", "\u202e", "\u200b", "\ufeff", "\x0c", "\x85", "\u2028", "\r", "\t" * 40, "=1+1", "`", "\\", "'--",
    "<script>", "&#0;", "&amp" * 20, "{{" * 30, "|" * 60, "—" * 30, "9" * 400, "A" * 10_000, "é" * 300, "😀" * 50,
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{1,200}>")
_TOKEN = re.compile(rb"\d+ 0 R|/\w+|\d+|<<|>>|\[|\]|endobj|endstream|stream")


def _place(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 2, 10, 100, 1000)))


def flip(chance: random.Random, content: bytes) -> bytes:
    """Some bytes are others."""
    found = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 30)) if found else 0):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def cut(chance: random.Random, content: bytes) -> bytes:
    """A piece is missing, or all from some place on."""
    start, end = _place(chance, content)
    return content[:start] + (content[end:] if chance.random() < 0.7 else b"")


def repeat(chance: random.Random, content: bytes) -> bytes:
    """A piece stands there many times."""
    start, end = _place(chance, content)
    return (content[:end] + content[start:end] * chance.choice((1, 5, 200)) + content[end:])[:MOST]


def insert(chance: random.Random, content: bytes) -> bytes:
    """Something odd stands in it."""
    start, _ = _place(chance, content)
    return content[:start] + chance.choice(ODD).encode() * chance.choice((1, 1, 20)) + content[start:]


def lines(chance: random.Random, content: bytes) -> bytes:
    """Lines are repeated, shuffled, joined, turned round, indented or gone."""
    rows = content.split(b"\n")
    some = rows[chance.randrange(len(rows)) :][: chance.choice((1, 5, 20))]
    way = chance.randrange(7)
    if way == 0:
        rows += some * chance.choice((3, 120))
    elif way == 1:
        chance.shuffle(rows)
    elif way == 2:
        return b" ".join(rows)
    elif way == 3:
        rows.reverse()
    elif way == 4:
        rows = [b" " * chance.randrange(60) + row for row in rows]
    elif way == 5:
        rows = [row for row in rows if chance.random() < 0.7]
    else:
        rows = [row for row in rows for _ in range(chance.choice((1, 1, 1, 4)))]
    return b"\n".join(rows)[:MOST]


def encode(chance: random.Random, content: bytes) -> bytes:
    """Another encoding, or two in one file."""
    text = content.decode("utf-8", "replace")
    other = text.encode(chance.choice(ENCODINGS), "replace")
    return other if chance.random() < 0.6 else content[: len(content) // 2] + other[len(other) // 2 :]


def nest(chance: random.Random, content: bytes) -> bytes:
    """What can stand inside one another does so, many times."""
    depth = chance.choice((50, 500, 3000))
    start, end = _place(chance, content)
    before, after = chance.choice(
        [(b"(", b")"), (b"> ", b""), (b"[", b"]"), (b"<div>", b"</div>"), (b"<table><tr><td>", b"</td></tr></table>"),
         (b"<b>", b""), (b"**", b"**"), (b"- ", b""), (b'{"a":', b"}"), (b"<ul><li>", b"</li></ul>")]
    )  # fmt: skip
    return content[:start] + before * depth + content[start:end] + after * depth + content[end:]


def tags(chance: random.Random, content: bytes) -> bytes:
    """Tags of a page or of XML are gone, doubled or others."""
    found = _TAG.findall(content)
    if not found:
        return flip(chance, content)
    some = set(chance.sample(found, min(len(found), 5)))

    def other(match: re.Match[bytes]) -> bytes:
        if match[0] not in some or chance.random() < 0.5:
            return match[0]
        return chance.choice((b"", match[0] * 2, chance.choice(found), match[0].replace(b"<", b"</", 1)))

    return _TAG.sub(other, content)[:MOST]


def values(chance: random.Random, content: bytes) -> bytes:
    """Values of JSON are of another type, huge, deep or gone."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return flip(chance, content)
    for _ in range(chance.choice((1, 3))):
        data = _other_value(chance, data, 0)
    return json.dumps(data).encode()


def _other_value(chance: random.Random, data: Any, depth: int) -> Any:
    if isinstance(data, dict) and data and (depth < 1 or chance.random() < 0.85):
        key = chance.choice(sorted(data))
        return data | {key: _other_value(chance, data[key], depth + 1)}
    if isinstance(data, list) and data and chance.random() < 0.85:
        place = chance.randrange(len(data))
        return [*data[:place], _other_value(chance, data[place], depth + 1), *data[place + 1 :]]
    deep: Any = []
    for _ in range(200):
        deep = [deep]
    odd = [None, -1, 2**63, 1e400, "", chance.choice(ODD), [], {}, True, deep, "2024-13-45", [data, data], str(data)]
    return chance.choice(odd)


def parts(chance: random.Random, content: bytes) -> bytes:
    """A part of a Word document is damaged, gone, or stands there twice; the package itself is sound."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            names = archive.namelist()
            hit = chance.choice(["word/document.xml", *names])
            for name in names:
                part = archive.read(name)
                if name != hit:
                    made.writestr(name, part)
                elif chance.random() < 0.9:
                    made.writestr(name, chance.choice((tags, flip, cut, insert, nest, repeat))(chance, part))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return flip(chance, content)
    return out.getvalue()


def tokens(chance: random.Random, content: bytes) -> bytes:
    """Numbers, names and references of a PDF are others."""
    found = _TOKEN.findall(content)
    if not found:
        return flip(chance, content)
    rate = chance.choice((0.001, 0.01, 0.1))
    return _TOKEN.sub(lambda m: chance.choice(found) if chance.random() < rate else m[0], content)


BY_KIND: dict[str, tuple[Mutation, ...]] = {
    "text": (flip, cut, repeat, insert, lines, lines, encode, nest),
    "html": (tags, tags, nest, insert, cut, encode, flip, repeat),
    "xml": (tags, tags, nest, insert, cut, encode, flip, repeat),
    "json": (values, values, values, nest, cut, insert, flip, encode),
    "docx": (parts, parts, parts, flip, cut, repeat),
    "pdf": (tokens, tokens, flip, cut, repeat, insert),
}


def mutant(kind: str, content: bytes, seed: str) -> bytes:
    """The file of a kind, damaged in one to three ways; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 3))):
        content = chance.choice(BY_KIND[kind])(chance, content)
    return content
