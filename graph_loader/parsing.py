"""Files to parsed minutes: one by one, or in several processes with the results in the order of the files."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .documents import DocumentError, is_json, read_bytes, read_file, read_parsed
from .parsed_minutes import ParsedMinutes
from .registers import read_register
from .sources import Source
from .stated import Stated, StatedError, stated_for
from .teaching.kept import labellers_for

if TYPE_CHECKING:
    from .whose.clues import Clues

_FEWEST_FILES = 10
"""Files from which more processes save more time than their start costs."""
_MOST_WORKERS = 8
_READERS = ("govgraph.graph_loader.minutes.reading", "govgraph.graph_loader.minutes.labelling.reading")
"""What takes long to import and every process needs."""
_AHEAD = 4
"""Files a process that may wait, read, for those before them: enough that a long one holds up nobody."""


@dataclass(frozen=True)
class Parsed:
    """What one file holds: its meetings and what its folder states, or, in words, why it cannot be read.

    `sha256` is the hash of its bytes as they were read; `text` is its text, in which spans count; `clues` are what that
    says of places. Parsed-minutes JSON has neither text nor clues.
    """

    source: Source
    stated: Stated
    meetings: tuple[ParsedMinutes, ...] = ()
    error: str | None = None
    sha256: str = ""
    text: str | None = None
    clues: Clues | None = None


def parse_file(source: Source, stated: Stated | None = None) -> tuple[ParsedMinutes, ...]:
    """One file to its parsed minutes, one per meeting; parsed-minutes JSON is taken as it is.

    Raises `DocumentError` with the reason where the file cannot be read or is no minutes.
    """
    return _parse_bytes(source, read_file(source.path, source.path.name), stated).meetings


def _parse_bytes(source: Source, content: bytes, stated: Stated | None) -> Parsed:
    from .minutes import parse
    from .whose.clues import clues_in

    name = source.path.name
    if registered := read_register(content, name):
        meetings = tuple(_as_of(m, source, stated) for m in registered.pages)
        return Parsed(source, stated or Stated(), meetings, text=registered.text)
    if is_json(content, name):
        return Parsed(source, stated or Stated(), read_parsed(content, name))
    document = read_bytes(content, name)
    taught = stated.taught if stated else None
    meetings = parse(document, lambda: labellers_for(source.path, source.root, taught))
    clues = clues_in(document.text, source.path.stem)
    if stated:
        place = {"uri": stated.uri_of(document.name), "published": stated.published_of(document.name)}
        meetings = tuple(m.model_copy(update={"source": m.source.model_copy(update=place)}) for m in meetings)
    return Parsed(source, stated or Stated(), meetings, text=document.text, clues=clues)


def _as_of(minutes: ParsedMinutes, source: Source, stated: Stated | None) -> ParsedMinutes:
    """A page of a register with its address and its day, where these are stated for its file."""
    if not stated:
        return minutes
    name = source.path.name
    place = {"uri": stated.uri_of(name), "published": stated.published_of(name)}
    entries = tuple(r.model_copy(update={"as_of": place["published"]}) for r in minutes.registrations)
    known = minutes.source.model_copy(update=place)
    return minutes.model_copy(update={"source": known, "registrations": entries})


def default_workers(files: int) -> int:
    """How many processes to use for so many files: one for few, else as many as there are processors, up to 8."""
    if files < _FEWEST_FILES:
        return 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, _MOST_WORKERS))


def parse_sources(sources: Sequence[Source], workers: int = 1) -> Generator[Parsed, None, None]:
    """What each file holds, in the order of the files, read by so many processes; how many changes nothing in it.

    A file that cannot be read gives its error and the rest go on. Whatever ends the iteration ends the processes.
    """
    if workers <= 1 or len(sources) < 2:
        yield from map(_parsed, sources)
        return
    pool = _Pool(workers)
    try:
        yield from pool.results(sources)
    finally:
        pool.end()


def _parsed(source: Source) -> Parsed:
    stated = Stated()
    try:
        stated = stated_for(source.path, source.root)
        content = read_file(source.path, source.path.name)
        return replace(_parse_bytes(source, content, stated), sha256=hashlib.sha256(content).hexdigest())
    except (DocumentError, StatedError) as error:
        return Parsed(source, stated, error=str(error))
    except Exception as error:  # one file never ends the reading of the others
        where = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}: {str(error)[:200]}"
        message = (
            f"{source.path.name}: not read, by a fault of govgraph ({what}); please report it with the file. "
            "The other files are read"
        )
        return Parsed(source, stated, error=message)


_OBJECTS = 50_000
"""Objects made until a process that reads looks for such as nothing leads to: a document leaves few."""


def _begin() -> None:
    """Begins a process that reads."""
    gc.set_threshold(_OBJECTS, 20, 20)
    _end_with_parent()


def _end_with_parent() -> None:
    """Ends this process when the one that loads is gone, however that ended."""
    parent = multiprocessing.parent_process()
    if parent:

        def wait() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=wait, daemon=True).start()


class _Pool:
    """Processes that parse; started anew where one of them dies."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._start(workers)

    def _start(self, workers: int) -> None:
        # Not forked from this process, which has threads and connections: from one that has the imports, where a
        # system has such; else each begins anew.
        self._others = set(multiprocessing.active_children())
        served = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if served else "spawn")
        if served:
            context.set_forkserver_preload([__name__, *_READERS])
        self._executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)

    def results(self, sources: Sequence[Source]) -> Iterator[Parsed]:
        """What each file holds, in order."""
        rest = deque(sources)
        running: deque[tuple[Source, Future[Parsed]]] = deque()
        while rest or running:
            while rest and len(running) < self._workers * _AHEAD:
                source = rest.popleft()
                running.append((source, self._submit(source)))
            source, future = running.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                # A process died, nobody knows over which file: this one is tried alone, the others again.
                rest.extendleft(s for s, _ in reversed(running))
                running.clear()
                yield self._alone(source)

    def _alone(self, source: Source) -> Parsed:
        self.end()
        self._start(1)
        try:
            return self._submit(source).result()
        except BrokenProcessPool:
            message = f"{source.path.name}: the process that read it died, perhaps for want of memory; split the file"
            return Parsed(source, Stated(), error=message)
        finally:
            self.end()
            self._start(self._workers)

    def _submit(self, source: Source) -> Future[Parsed]:
        try:
            with _unheard_interrupts():
                return self._executor.submit(_parsed, source)
        except BrokenProcessPool as error:
            failed: Future[Parsed] = Future()
            failed.set_exception(error)
            return failed

    def end(self) -> None:
        """Ends the processes at once, whatever they are doing."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            if process not in self._others:
                process.terminate()


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """Processes started inside do not hear Ctrl-C: the process that started them does, and ends them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
