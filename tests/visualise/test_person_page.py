"""The page of a person: a lane for each body, every mark a link to its line, and no text that could run."""

from __future__ import annotations

import re

import pytest
from govgraph.visualise.person_page import kind_of, person_page, timeline

EVIL = "<script>alert(1)</script>\"'&"


def row(day: str | None, fact: str, body: str | None = "Harbour Committee", **more: object) -> dict[str, object]:
    found: dict[str, object] = {"date": day, "body": body, "body_id": f"b-{body}" if body else None, "fact": fact}
    plain = {"role": None, "detail": None, "corrected": None, "name": "Cllr A Bold", "document": "a.txt", "line": 3}
    return found | plain | {"quote": "Cllr A Bold", "page": None, "uri": None} | more


def spell(
    first: str, last: str | None, certainty: str = "certain", body: str = "Harbour Committee"
) -> dict[str, object]:
    return {
        "body": body,
        "body_id": f"b-{body}",
        "role": "member",
        "represents": None,
        "from": first,
        "to": last,
        "until": last or "2023-12-31",
        "certainty": certainty,
        "why": "listed",
        "facts": [],
    }


def test_lanes_bars_and_marks_stand_where_their_days_are() -> None:
    drawn = timeline(
        [row("2022-01-01", "present"), row("2023-12-31", "apologies"), row("2023", "declared", "Schools Committee")],
        [spell("2022-01-01", "2023-12-31"), spell("2023-07-01", None, "appointed", "Schools Committee")],
    )
    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == ["Harbour Committee", "Schools Committee"]
    harbour, schools = drawn.lanes
    assert [(m.kind, m.entry) for m in harbour.marks] == [("came", 0), ("away", 1)]
    assert harbour.bars[0].x == harbour.marks[0].x == drawn.left
    assert harbour.marks[1].x == pytest.approx(harbour.bars[0].x + harbour.bars[0].width)
    assert schools.bars[0].open
    assert schools.bars[0].x > harbour.bars[0].x
    assert [year for year, _ in drawn.years] == ["2022", "2023"]


def test_a_life_without_dates_has_no_timeline_and_still_a_page() -> None:
    assert timeline([row(None, "asked", None)], []) is None
    assert "No date" in person_page("Cllr A Bold", [row(None, "asked", None)], []).html


def test_a_document_leads_to_where_it_was_published_and_the_page_says_what_it_rests_on() -> None:
    address = "https://m.example/a.pdf?x=1&amp;y=2"
    rows = [row("2022", "present", page=3, uri="https://m.example/a.pdf?x=1&y=2#page=3"), row("2023", "present")]
    html = person_page("Cllr A Bold", rows, [], "Harbour Council. 2 documents.").html
    assert f'<a href="{address}#page=3" rel="noopener noreferrer">a.txt, page 3, line 3</a>' in html
    assert f'<a href="{address}" rel="noopener noreferrer">a.txt</a>' in html
    assert ">a.txt, line 3</figcaption>" in html.replace("\n", "")
    assert "Harbour Council. 2 documents." in html


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        ("present", "came"),
        ("absent", "away"),
        ("was substituted", "stood"),
        ("elect (agreed)", "placed"),
        ("was replaced", "placed"),
        ("voted for", "other"),
    ],
)
def test_kinds_of_marks(fact: str, kind: str) -> None:
    assert kind_of(fact) == kind


def test_text_of_documents_cannot_run_and_nothing_is_asked_of_a_network() -> None:
    rows = [row("2022-01-01", EVIL, EVIL, role=EVIL, detail=EVIL, quote=EVIL, document=EVIL, corrected=[EVIL])]
    html = person_page(EVIL, rows, [spell("2022-01-01", None, body=EVIL) | {"why": EVIL, "represents": EVIL}]).html
    assert "<script" not in html
    assert 'alert(1)</script>"' not in html
    assert "default-src &#39;none&#39;" in html
    assert not re.search(r"\b(?:src|action)\s*=|url\(|\sstyle=", html)
    assert set(re.findall(r'href="(#[^"]*)"', html)) == {"#content", "#f0"}
    assert re.findall(r"href=(?!\"#)", html) == []


def test_the_same_life_gives_the_same_bytes() -> None:
    rows, spells = [row("2022-01-01", "present")], [spell("2022-01-01", None)]
    assert person_page("Cllr A Bold", rows, spells) == person_page("Cllr A Bold", rows, spells)
