"""Which phrases may name the body that met, and what is known of each."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes.meeting.candidate_features import body_features
from govgraph.graph_loader.minutes.meeting.candidates import MOST, BodyCandidate, candidates
from govgraph.graph_loader.minutes.meeting.heading import heading_end
from govgraph.graph_loader.minutes.page.layout import Layout
from govgraph.graph_loader.minutes.page.reading import Reading
from govgraph.graph_loader.minutes.page.view import RunningView, View
from govgraph.graph_loader.minutes.plain_text import plain_text

AFTER = "\n\nPresent:\nAda Quell, Chair\nBram Odum\n\n1. Lights\n\nThe lights were discussed.\n"


def _read(text: str) -> tuple[list[BodyCandidate], list[list[str]]]:
    plain = plain_text(read_bytes(f"{text}{AFTER}".encode(), "minutes.md"))
    layout = Layout(View(plain))
    reading = Reading(RunningView(plain, layout.flow), layout, 0, len(layout.flow))
    top = heading_end(reading)
    flow = reading.flow.replace("\x1f", " ").replace("\n", " ")
    found = candidates(reading, top, flow)
    return found, body_features(reading, top, flow, found)


@pytest.mark.parametrize(
    ("text", "name", "source", "change"),
    [
        ("HARBOUR COMMITTEE\n\n9 May 2023", "HARBOUR COMMITTEE", "heading", ""),
        ("LARKIN CITY\nCOUNCIL MEETING MINUTES\nMay 9, 2023", "LARKIN CITY COUNCIL", "mention", ""),
        ("VALE OF PELL QUOITS LEAGUE\n\n9 May 2023", "VALE OF PELL QUOITS LEAGUE", "heading", "whole"),
        ("Board of Education of School District No. 41 (Pell Coast)\n\n9 May 2023",
         "Board of Education of School District No. 41 (Pell Coast)", "mention", "longer"),
        ("Minutes of the Full Governing Body\n\n9 May 2023", "Full Governing Body", "heading", "word before"),
        ("LICENSING SUB-COMMITTEE (C)\n\n9 May 2023", "LICENSING SUB-COMMITTEE (C)", "heading", "whole"),
        ("Board of Trustees of Pell Trust\n\n9 May 2023", "Board", "heading", "before of"),
        ("41st Synod\n\n9 May 2023", "Synod", "heading", "after first"),
        ("---\ntitle: Minutes of Pell Quoits Club\nlayout: post\n---\n\n# 9 May 2023", "Pell Quoits Club", "title", ""),
        ("# May\n\nIt was the Pell County Board that met.", "Pell County Board", "mention", ""),
        ("# May\n\nWe of the PQRC met. The PQRC shed leaks. PQRC will mend it.", "PQRC", "initials", ""),
        ("# Issue\n\nMeeting: 09/05/2023 - Harbour Committee (Item 12)", "Harbour Committee", "heading", ""),
    ],
)  # fmt: skip
def test_a_phrase_is_found_where_it_stands(text: str, name: str, source: str, change: str) -> None:
    found, _ = _read(text)
    assert (name, source, change) in {(c.body.name, c.source, c.change) for c in found}


def test_places_dates_and_what_only_points_are_no_candidates() -> None:
    found, _ = _read("Minutes of a meeting of the above Council\n\n2023-05-09 Board Meeting\n\nVenue: Mill College")
    assert not {"above Council", "Council", "2023-05-09 Board", "Mill College"} & {c.body.name for c in found}


def test_no_more_candidates_than_are_weighed() -> None:
    found, rows = _read(
        "\n\n".join(f"Quay Street {n} Committee of the Harbour Board" for n in "ABCDEFGHIJKLMNOPQRSTUVW")
    )
    assert 20 < len(found) <= MOST
    assert len(rows) == len(found)


def test_features_say_where_a_name_stands_and_how_it_stands_to_others() -> None:
    found, rows = _read("OVERBY BOROUGH COUNCIL\nHARBOUR COMMITTEE\nMinutes of the meeting held on 9 May 2023")
    features = {c.body.name: set(row) for c, row in zip(found, rows, strict=True) if not c.change}
    committee = features["HARBOUR COMMITTEE"]
    assert {"source:heading", "kind:committee", "level:organ", "line:1", "bare", "capitals"} <= committee
    assert {"previous:council", "previous:committee:council", "before:organisation"} <= committee
    assert {"next:committee", "after:organ", "line:0"} <= features["OVERBY BOROUGH COUNCIL"]


def test_features_hold_no_word_of_a_name() -> None:
    _, rows = _read("Zorbly Quenchwick Society\nMinutes of the meeting of the Quenchwick Panel held on 9 May 2023")
    assert not [f for row in rows for f in row if "zorbly" in f.casefold() or "quenchwick" in f.casefold()]
