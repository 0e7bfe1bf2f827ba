"""The name under which a body is shown."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.identity import NameInContext, resolve_bodies


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("HARBOUR COMMITTEE", "Harbour Committee"),
        ("BOARD", "Board"),
        ("QRV", "QRV"),
        ("Q.R.V.", "Q.R.V."),
    ],
)
def test_capitals_become_a_title_and_initials_stay(written: str, shown: str) -> None:
    name = NameInContext("b1", written, "body", "body", "f1", "MeetingRecord", "m1", "2020-01-15", 0)
    (body,) = resolve_bodies([name], "overby").entities.values()
    assert body.name == shown


def _bodies(*written: str, councils: tuple[str, ...] = ()) -> list[str]:
    names = [
        NameInContext(f"b{n}", text, "body", "body", f"f{n}", "MeetingRecord", f"m{n}", f"2020-01-{n + 1:02}", 0)
        for n, text in enumerate(written)
    ]
    return sorted(body.name for body in resolve_bodies(names, "overby", (), councils).entities.values())


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Board of Directors - Regular Board Meeting", "Board of Directors"),
        ("Harbour Committee (Special Meeting)", "Harbour Committee"),
        ("Planning Board – Minutes", "Planning Board"),
        ("Harbour Committee Extraordinary Meeting", "Harbour Committee"),
    ],
)
def test_which_meeting_it_was_is_no_part_of_a_name(written: str, body: str) -> None:
    assert _bodies(written) == [body]
    assert _bodies(written, body) == [body]


@pytest.mark.parametrize("written", ["Annual Parish Meeting", "Governing Body: Finance Committee", "Harbour Forum"])
def test_other_words_stay_in_a_name(written: str) -> None:
    assert _bodies(written) == [written]


@pytest.mark.parametrize("room", ["3rd Floor Board Room", "Committee Room 2", "Council Chamber"])
def test_a_room_is_no_body(room: str) -> None:
    assert _bodies(room) == []


@pytest.mark.parametrize("written", ["31R)). (Report", "Truck to the Downtown Traders Association", "Board (Harbour"])
def test_what_does_not_look_like_a_name_is_no_body(written: str) -> None:
    assert _bodies(written) == []


def test_what_points_to_the_council_is_the_council() -> None:
    written = ("above Council", "the Council", "Overby Town Council", "Overby Council Planning Committee")
    assert _bodies(*written, councils=("Overby Town Council",)) == [
        "Overby Council Planning Committee",
        "Overby Town Council",
    ]
    assert len(_bodies(*written)) == 4
