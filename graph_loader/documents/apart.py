"""Readers of PDF and Word in a process of their own: a file can be made so that its reader takes all time or memory.

`read_apart` starts `python -m …documents.apart KIND` and gives it the bytes; it answers with one JSON object: the text,
or an error in words that follow the name of a file. Time is counted in seconds of CPU, so that a busy machine reads
what an idle one does. The process ends with the one that started it, however that ends.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from .blocks import blocks_from_plain, to_plain
from .document import DocumentError, ReadText

_WAITS = 20
"""Seconds that are waited for each second of CPU, at most."""
_LOOK_SECONDS = 0.5
_LARGEST_ANSWER = 200_000_000
"""Characters that the answer may have: the text of eight million with all that is said of it has fewer."""


@dataclass(frozen=True)
class Bounds:
    """What one file may take: seconds of CPU and bytes of memory; `what` it is and what to do, in words."""

    what: str
    seconds: float
    most_bytes: int
    advice: str


BOUNDS = {
    # More than 400 pages of tables need.
    "pdf": Bounds("PDF", 180, 3 * 1024**3, "print it to a new PDF and try again"),
    # The largest text that is unpacked takes a gigabyte as a tree.
    "docx": Bounds("Word document", 60, 1536 * 1024**2, "open it in Word, save it anew and try again"),
}


def read_apart(kind: str, content: bytes, name: str, bounds: Bounds | None = None) -> ReadText:
    """The text of a file of this kind. Raises `DocumentError` where its reader does, or needs more than it may have."""
    allowed = bounds or BOUNDS[kind]
    command = [sys.executable, "-m", __name__, kind, str(os.getpid()), str(allowed.most_bytes), str(allowed.seconds)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=_WAITS * allowed.seconds,
            env=environment,
            check=False,
        )
        out_of_time = done.returncode in _TOO_LONG
    except subprocess.TimeoutExpired:
        out_of_time = True
    if out_of_time:
        raise DocumentError(
            f"{name}: reading the {allowed.what} takes longer than {allowed.seconds:.0f} seconds; {allowed.advice}"
        )
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise DocumentError(
            f"{name}: the process that reads the {allowed.what} ended without a result; save it anew, or in parts"
        ) from error
    if "error" in found:
        raise DocumentError(f"{name}: {found['error']}")
    pages = found["pages"]
    blocks = blocks_from_plain(found["blocks"])
    return ReadText(found["text"], found["media_type"], pages and tuple(pages), tuple(found["notes"]), blocks)


_TOO_LONG = frozenset({-9, -24, 152})
"""Ends by SIGKILL and SIGXCPU, as Python and as a shell gives the second."""


def _read_pdf(content: bytes) -> dict[str, Any]:
    from .pdf.pages import UnreadablePdf, read_pages

    try:
        return {"media_type": "application/pdf", **read_pages(content)}
    except UnreadablePdf as error:
        return {"error": str(error)}


def _read_docx(content: bytes) -> dict[str, Any]:
    from .word.reading import read_here

    try:
        read = read_here(content, "-")
    except DocumentError as error:
        return {"error": str(error).removeprefix("-: ")}
    plain = [to_plain(block) for block in read.blocks]
    return {"media_type": read.media_type, "text": read.text, "pages": None, "notes": read.notes, "blocks": plain}


_READERS: dict[str, Callable[[bytes], dict[str, Any]]] = {"pdf": _read_pdf, "docx": _read_docx}


def _limit(most_bytes: int, seconds: float) -> None:
    """Bounds memory and CPU where the system can; elsewhere the time that the other process waits is the only bound."""
    try:
        import resource  # not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    used = int(time.process_time()) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (used + int(seconds), used + int(seconds) + 1))


def _end_with(parent: int) -> None:
    """Ends this process when the one that started it is gone."""

    def wait() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    if os.name == "posix":
        threading.Thread(target=wait, daemon=True).start()


def main(kind: str, parent: int, most_bytes: int, seconds: float) -> None:
    """Reads standard input, writes standard output."""
    logging.disable(logging.CRITICAL)
    _end_with(parent)
    content = sys.stdin.buffer.read()
    what = BOUNDS[kind].what
    _limit(most_bytes, seconds)
    try:
        answer = json.dumps(_READERS[kind](content))
        if len(answer) > _LARGEST_ANSWER:
            answer = json.dumps({"error": f"the {what} holds more than minutes do; split the file into its meetings"})
    except MemoryError:
        message = f"the {what} unpacks to more than fits into memory; it is damaged, or made to do harm"
        answer = json.dumps({"error": message})
    except RecursionError:
        message = f"the {what} refers to itself without end; it is damaged, or made to do harm"
        answer = json.dumps({"error": message})
    except Exception as error:  # whatever a broken file makes its reader do is said in one sentence
        message = f"the {what} is broken ({type(error).__name__}); fetch or save it anew"
        answer = json.dumps({"error": message})
    with suppress(BrokenPipeError):
        sys.stdout.write(answer)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
