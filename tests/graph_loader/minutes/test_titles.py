"""Titles of members that are posts elsewhere, and the end of a list where somebody begins to act."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes

HEAD = "Orm Water District\nMinutes of the meeting of the Board held on 12 May 2021\n\n"


def _read(text: str) -> ParsedMinutes:
    return parse(read_bytes((HEAD + text).encode(), "minutes.txt"), lambda: None)[0]


def _people(text: str) -> list[tuple[str, str, str | None]]:
    return [(a.person, a.status, a.role) for a in _read(text).attendance]


def test_director_is_the_title_of_members_and_the_post_of_staff() -> None:
    text = "Present: Director A. Puw (Chair), Director B. Owen\n\nStaff present: Director Jo Ash, Planner D. Orme\n"
    assert _people(text) == [
        ("Director A. Puw", "present", "Chair"),
        ("Director B. Owen", "present", None),
        ("Jo Ash", "in_attendance", "Director"),
        ("D. Orme", "in_attendance", "Planner"),
    ]


def test_a_director_of_something_has_a_post() -> None:
    assert _people("Present: A. Puw, Director; B. Owen, Director of Finance\n")[1][2] == "Director of Finance"


@pytest.mark.parametrize("title", ["Cyng.", "County Borough Councillor", "Alternate Director"])
def test_titles_of_two_words_and_of_other_languages_stay_whole(title: str) -> None:
    text = f"Present: {title} Aled Puw (Chair), {title} Beca Owen\n\nApologies: {title} Gwenda Ellis\n"
    assert [p[0] for p in _people(text)] == [f"{title} Aled Puw", f"{title} Beca Owen", f"{title} Gwenda Ellis"]


def test_a_plural_of_two_words_is_distributed_whole() -> None:
    text = "Present: Cllr A Puw\n\nApologies were received from County Borough Councillors S Ellis and J Orme.\n"
    assert [p[0] for p in _people(text)][1:] == [
        "County Borough Councillor S Ellis",
        "County Borough Councillor J Orme",
    ]


@pytest.mark.parametrize("title", ["Director", "Commissioner", "Trustee", "Councilmember"])
def test_a_list_ends_where_somebody_in_it_moves(title: str) -> None:
    text = (
        f"Present: {title} Burke, {title} Fenn, {title} Gray\n\n{title} Gray made the motion to approve the lease.\n"
        f"{title} Fenn seconded the motion.\nThe motion passed with 2 in favor (Fenn, Gray) and 1 against (Burke).\n"
    )
    found = _read(text)
    assert [a.person for a in found.attendance] == [f"{title} {n}" for n in ("Burke", "Fenn", "Gray")]
    assert [(m.proposer, m.seconder) for m in found.motions] == [(f"{title} Gray", f"{title} Fenn")]
    assert [(v.person, v.vote) for v in found.votes] == [("Fenn", "for"), ("Gray", "for"), ("Burke", "against")]


def test_members_of_the_public_do_not_have_the_title_of_the_members_before_them() -> None:
    text = "Present: Cllrs Tanzy, Quell & the Clerk. Members of the public – CSO Ann Rowe, Mrs Hester Quinlan.\n"
    assert [(a.person, a.capacity) for a in _read(text).attendance] == [
        ("Cllr Tanzy", "member"),
        ("Cllr Quell", "member"),
        ("CSO Ann Rowe", "public"),
        ("Mrs Hester Quinlan", "public"),
    ]
