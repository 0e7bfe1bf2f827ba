"""Made-up councils: the same for the same seed, evidence that stands in the text, and a truth that can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from govgraph.benchmarks.generate import generate
from govgraph.benchmarks.generated.councils import councils
from govgraph.graph_loader.documents import read_bytes, read_parsed
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

from ..graph_loader.without_store import graph_of

COUNCILS, MEETINGS = 3, 14


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    generate(folder, COUNCILS, MEETINGS)
    return folder


def texts(made: Path) -> Iterator[tuple[str, ParsedMinutes]]:
    """Each text beside what was written down of it."""
    for file in sorted((made / "texts").rglob("*.txt")):
        parsed = made / "parsed" / file.parent.name / f"{file.stem}.json"
        yield file.read_text("utf-8"), read_parsed(parsed.read_bytes(), parsed.name)[0]


def listed(minutes: ParsedMinutes) -> dict[str, str]:
    return {a.person.partition(" ")[2] or a.person: a.status for a in minutes.attendance}


def test_the_same_seed_gives_the_same_bytes_and_a_council_does_not_depend_on_the_others(tmp_path: Path) -> None:
    one, two, other = tmp_path / "one", tmp_path / "two", tmp_path / "other"
    generate(one, 2, 4)
    generate(two, 3, 4)
    generate(other, 2, 4, seed=2)

    def content(folder: Path) -> dict[str, bytes]:
        files = (f for f in sorted(folder.rglob("*.*")) if f.is_file() and f.name != "truth.json")
        return {str(f.relative_to(folder)): f.read_bytes() for f in files}

    assert content(one).items() <= content(two).items()
    assert content(one) != content(other)
    generate(tmp_path / "parsed only", 2, 4, texts=False)
    assert content(tmp_path / "parsed only") == {k: v for k, v in content(one).items() if k.startswith("parsed")}
    assert not (tmp_path / "parsed only" / "texts").exists()
    assert len({c.name for c in councils(900, 1, 1)}) == 900


def test_what_is_written_down_of_a_text_stands_in_it(made: Path) -> None:
    count = 0
    for text, minutes in texts(made):
        rows: Any = json.loads(minutes.model_dump_json())
        for record in (rows["meeting"], *(r for kind in rows.values() if isinstance(kind, list) for r in kind)):
            span = record["span"]
            assert text[span["char_start"] : span["char_end"]] == span["text"]
            assert text.count("\n", 0, span["char_start"]) + 1 == span["line_start"]
            count += 1
    assert count > COUNCILS * MEETINGS * 15


def test_the_reader_reads_of_every_house_style_what_is_true(made: Path) -> None:
    wrong: list[object] = []
    for text, minutes in texts(made):
        (read,) = parse(read_bytes(text.encode(), minutes.source.name))
        assert (read.meeting.body, read.meeting.date) == (minutes.meeting.body, minutes.meeting.date)
        wrong += sorted(listed(read).items() ^ listed(minutes).items())
        places = [{(str(a.person), a.body, a.role) for a in m.appointments} for m in (read, minutes)]
        wrong += sorted(places[0] ^ places[1])
        assert len(read.motions) == len(minutes.motions)
    assert not wrong


def test_the_truth_tells_who_was_at_each_meeting(made: Path) -> None:
    told = {
        (council["council"], m["date"], m["body"]): {council["people"][p] for p in m["present"]}
        for council in json.loads((made / "truth.json").read_text("utf-8"))
        for m in council["meetings"]
    }
    assert len(told) == COUNCILS * MEETINGS
    for _, minutes in texts(made):
        meeting = minutes.meeting
        key = (meeting.parent or meeting.body, meeting.date, meeting.body if meeting.parent else "Council")
        assert told[key] == {a.person.partition(" ")[2] for a in minutes.attendance if a.status == "present"}


def test_the_graph_has_the_people_that_there_are(made: Path) -> None:
    documents = [
        (minutes, f"{minutes.meeting.parent or minutes.meeting.body}/{minutes.source.name}")
        for _, minutes in texts(made)
    ]
    graph = graph_of([(minutes,) for minutes, _ in documents], keys=[key for _, key in documents])
    seen: set[str] = set()
    for council in json.loads((made / "truth.json").read_text("utf-8")):
        ids = {p for m in council["meetings"] for p in (*m["present"], *m["apologies"], *m["in_attendance"])}
        seen |= {council["people"][p] for p in ids}
    assert {n.partition(" ")[2] if n.startswith(("Cllr ", "Councillor ")) else n for n in graph.names("Person")} == seen
