"""A store as Python sees it: what the commands do, with the same answers, as methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from ..graph_loader.refreshing import refresh
from ..graph_loader.store import Store as Connection
from ..graph_loader.store import open_store
from ..queries import explore, trace
from ..queries.catalogue import QueryError, Row
from ..queries.catalogue import run as run_module
from ..queries.dates import days, exact_day, first_day, last_day
from ..queries.profiles import term_ends
from ..queries.subjects import Subject, find_body, find_person, find_subject
from ..queries.who_sat import answer_for
from .rows import Rows

if TYPE_CHECKING:
    import networkx as nx

    from ..graph_loader.parsed_minutes import ParsedMinutes
    from ..graph_loader.pipeline import Loaded
    from ..visualise import Page

Day = str | date | None
"""A day, a month or a year in ISO 8601, or a `datetime.date`."""


def parse(path: str | Path) -> tuple[ParsedMinutes, ...]:
    """The minutes in a document, one object a meeting, without a store. Raises `DocumentError` in words for people."""
    from ..graph_loader.parsing import parse_file
    from ..graph_loader.sources import Source

    file = Path(path)
    return parse_file(Source(file, file.parent, file.name))


class Store:
    """A store of minutes: opened on making, closed by `close` or at the end of a `with`.

    `uri` is a Neo4j server; `store_dir` the folder of the local Neo4j; without them what the command would use.
    People and bodies are given by name or by id. Every answer has the rows that the command prints as JSON. Raises
    `UnknownName` and `SeveralMatch` for names, `QueryError` for what cannot be asked, `StoreError`.
    """

    def __init__(self, uri: str | None = None, store_dir: str | Path | None = None):
        self._where = uri, Path(store_dir) if store_dir else None
        self._connection = open_store(*self._where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace_: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; a local Neo4j goes on until it is idle or stopped."""
        self._connection.close()

    @property
    def connection(self) -> Connection:
        """The connection below, in which everything that was loaded has been followed up."""
        refresh(self._connection)
        return self._connection

    def load(
        self, *paths: str | Path, council: str | None = None, decisions: str | Path | None = None, workers: int = 1
    ) -> list[Loaded]:
        """Loads files and folders of minutes; what became of each. A file that fails is told, and the rest go on.

        `council` is the council whose minutes these are; `decisions` the file of reviewers' decisions, else the one
        that the command would use. Raises `SourceError` for a path that is not there.
        """
        from ..actions.decisions_file import DecisionsFile
        from ..actions.loading import load_files

        file = DecisionsFile.meant(Path(decisions) if decisions else None, *self._where)
        return list(load_files(self._connection, file, [Path(p) for p in paths], council, workers=workers))

    def find(self, name: str) -> Subject:
        """The person or the body of a name."""
        return find_subject(self.connection, name)

    def find_person(self, name: str) -> Subject:
        """The person of a name."""
        return find_person(self.connection, name)

    def find_body(self, name: str) -> Subject:
        """The body of a name."""
        return find_body(self.connection, name)

    def who_sat(
        self,
        body: str,
        on: Day = None,
        *,
        from_: Day = None,
        to: Day = None,
        known_by: Day = None,
        profile: str | None = None,
    ) -> Rows:
        """Who sat on a body, how certain that is, and why; vacant seats too. Without a day: at its latest meeting.

        Who was last listed, and places on other bodies, come after; `notes` say what is not known.
        """
        store = self.connection
        day, first, last, known = (_text(given) for given in (on, from_, to, known_by))
        answer = answer_for(store, find_body(store, body).id, day, first, last, known, profile)
        return Rows([*answer.rows, *answer.last_listed, *answer.elsewhere], answer.notes)

    def trace(self, person: str) -> Rows:
        """Everything about one person, in the order of time."""
        store = self.connection
        return Rows(trace.trace_person(store, find_person(store, person).id))

    def tenures(self, person: str) -> Rows:
        """Where and when somebody sat."""
        store = self.connection
        return Rows(trace.person_spells(store, find_person(store, person).id, term_ends(store)))

    def substitutions(
        self, *, body: str | None = None, person: str | None = None, from_: Day = None, to: Day = None
    ) -> Rows:
        """Who substituted for whom."""
        store = self.connection
        return Rows(trace.substitutions(store, *_chosen(store, body, person, from_, to)))

    def appointments(
        self, *, body: str | None = None, person: str | None = None, from_: Day = None, to: Day = None
    ) -> Rows:
        """Who was appointed, elected, co-opted, replaced or left; vacancies and unnamed holders too."""
        store = self.connection
        return Rows(trace.appointments(store, *_chosen(store, body, person, from_, to)))

    def attendance(
        self,
        *,
        body: str | None = None,
        person: str | None = None,
        from_: Day = None,
        to: Day = None,
        summary: bool = False,
    ) -> Rows:
        """Who is recorded as present, with apologies, absent or in attendance; with `summary`, how often."""
        store = self.connection
        ask = trace.attendance_summary if summary else trace.attendance
        return Rows(ask(store, *_chosen(store, body, person, from_, to)))

    def declarations(
        self, *, body: str | None = None, person: str | None = None, from_: Day = None, to: Day = None
    ) -> Rows:
        """Which interests were declared, by whom, on which item."""
        store = self.connection
        return Rows(trace.declarations(store, *_chosen(store, body, person, from_, to)))

    def votes(self, *, body: str | None = None, person: str | None = None, from_: Day = None, to: Day = None) -> Rows:
        """How people voted, where the minutes name them."""
        store = self.connection
        return Rows(trace.votes(store, *_chosen(store, body, person, from_, to)))

    def delegations(
        self, *, body: str | None = None, person: str | None = None, from_: Day = None, to: Day = None
    ) -> Rows:
        """Who may do what, after consulting whom."""
        store = self.connection
        return Rows(trace.delegations(store, *_chosen(store, body, person, from_, to)))

    def people(self, mentions: bool = False) -> Rows:
        """Everybody; with `mentions`, each with the places where documents name them."""
        return Rows(trace.people(self.connection, mentions))

    def bodies(self, mentions: bool = False) -> Rows:
        """All bodies; with `mentions`, each with the places where documents name them."""
        return Rows(trace.bodies(self.connection, mentions))

    def coverage(self, body: str | None = None) -> Rows:
        """Which meetings have minutes in the store, which were announced, which are missing."""
        store = self.connection
        return Rows(trace.coverage(store, find_body(store, body).id if body else None))

    def changes(self, from_: Day, to: Day, *, body: str | None = None, profile: str | None = None) -> Rows:
        """Who joined, who left, whose role changed, which seats opened and filled between two days."""
        from ..queries.changes import changes

        store = self.connection
        first, last = first_day(_text(from_) or ""), last_day(_text(to) or "")
        if first > last:
            raise QueryError(f"{from_} is after {to}; exchange them")
        of = find_body(store, body).id if body else None
        return Rows(changes(store, first, last, of, term_ends(store, profile)))

    def path(self, one: str, other: str, *, steps: int = 6) -> Rows:
        """How two people or bodies are connected: the shortest way, a row a step."""
        from ..queries.evidence import with_evidence

        store = self.connection
        a, b = (find_subject(store, given).id for given in (one, other))
        return Rows(with_evidence(store, explore.path(store, a, b, steps)))

    def central(
        self,
        *,
        of: Literal["people", "bodies"] | None = None,
        limit: int = 20,
        from_: Day = None,
        to: Day = None,
    ) -> Rows:
        """Which people and bodies are most central in the graph of who sat where."""
        rows = explore.centrality(self.connection, *_days(from_, to))
        kind = {"people": "person", "bodies": "body"}.get(of or "")
        return Rows([row for row in rows if kind in (None, row["kind"])][:limit])

    def audit(self, *rules: str, every: bool = False, profile: str | None = None) -> Rows:
        """What the rules find, or these of them; with `every`, each case that is in order as well."""
        from ..queries.audit import audit

        return Rows(audit(self.connection, rules, every, profile))

    def query(self, query: str, **parameters: Any) -> Rows:
        """A query module by its name, or Cypher of your own, which may not write."""
        from ..queries.catalogue import catalogue

        store = self.connection
        if query in catalogue():
            return Rows(run_module(store, query, **parameters))
        answer = store.query(query, parameters)
        return Rows(_plain(answer.rows))

    def networkx(
        self,
        *,
        council: str | None = None,
        body: str | None = None,
        from_: Day = None,
        to: Day = None,
        public: bool = False,
    ) -> nx.MultiDiGraph[str]:
        """People, bodies and open seats, with every tenure, substitution and listing as an edge; see docs/exports.md.

        Members of the public are left out unless `public`.
        """
        from ..exports.graphml import as_graph
        from ..exports.network import network
        from ..exports.read import Selection, read_exported

        selection = Selection(council, body, *_days(from_, to), public)
        return as_graph(network(read_exported(self.connection, selection)))

    def export(
        self,
        format_: str,
        path: str | Path,
        *,
        council: str | None = None,
        body: str | None = None,
        from_: Day = None,
        to: Day = None,
        public: bool = False,
    ) -> list[Path]:
        """Writes the store, or a part of it, in another program's format (docs/exports.md); the files written."""
        from ..exports.formats import export, save
        from ..exports.read import Selection

        selection = Selection(council, body, *_days(from_, to), public)
        return save(export(self.connection, format_, selection), Path(path))

    def map(
        self,
        *,
        view: str | None = None,
        body: str | None = None,
        person: str | None = None,
        on: Day = None,
        from_: Day = None,
        to: Day = None,
        public: bool = False,
        named_once: bool = False,
    ) -> Page:
        """An interactive map, which shows itself in a notebook; `.save(path)` writes it (docs/maps.md)."""
        from ..visualise import network_map

        first, last = _days(from_, to)
        day = exact_day(text) if (text := _text(on)) else None
        return network_map(
            self.connection,
            view=view,
            body=body,
            person=person,
            on=day,
            from_=first,
            to=last,
            public=public,
            named_once=named_once,
        )


def _text(day: Day) -> str | None:
    return day.isoformat() if isinstance(day, date) else day


def _days(from_: Day, to: Day) -> tuple[str | None, str | None]:
    return days(_text(from_), _text(to))


def _chosen(
    store: Connection, body: str | None, person: str | None, from_: Day, to: Day
) -> tuple[str | None, str | None, str | None, str | None]:
    """The ids and days that a question is narrowed to."""
    first, last = _days(from_, to)
    return (
        find_body(store, body).id if body else None,
        find_person(store, person).id if person else None,
        first,
        last,
    )


def _plain(rows: Iterable[Row]) -> Sequence[Mapping[str, Any]]:
    """Rows with nodes and relationships as their properties."""
    return [{k: dict(v) if hasattr(v, "element_id") else v for k, v in row.items()} for row in rows]
