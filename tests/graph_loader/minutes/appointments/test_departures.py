"""Who died, lost the seat, was disqualified or is suspended: the sentences that say so, and those that do not."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

HEAD = """Fernley Town Council

Minutes of the meeting of Fernley Town Council held on Tuesday 10 March 2015 at 7.00pm in the Town Hall

Present: Councillors Ann Bold (Chairman), Carl Dare, Ella Fair, Gwen Hale, Ian Jolly
Apologies: Councillor Kate Lowe

1. Announcements
"""

CASES = [
    (
        "The Chairman announced with regret that Councillor Noel Peers had died on 9 February 2015.",
        [("Councillor Noel Peers", "died", "2015-02-09", None, None)],
    ),
    ("The sudden death of Councillor Olga Quill was noted.", [("Councillor Olga Quill", "died", None, None, None)]),
    (
        "A casual vacancy had arisen through the death of Councillor Rhys Stone.",
        [("Councillor Rhys Stone", "died", None, None, None)],
    ),
    ("Councillor Kate Lowe passed away on 1 March 2015.", [("Councillor Kate Lowe", "died", "2015-03-01", None, None)]),
    (
        "Councillor Cora Dunn lost her seat at the election on 5 March 2015.",
        [("Councillor Cora Dunn", "lost_seat", "2015-03-05", None, None)],
    ),
    (
        "Councillor Vera West had been disqualified from office under section 80.",
        [("Councillor Vera West", "disqualified", None, None, None)],
    ),
    (
        "RESOLVED that Councillor Adam Brook be suspended from the Planning Committee for three months.",
        [("Councillor Adam Brook", "suspended", None, "three months", "Planning Committee")],
    ),
    # Somebody else died, nobody has died, or nothing is decided.
    ("Councillor Gwen Hale thanked members for their kindness after the death of Councillor Hale's mother.", []),
    ("The meeting was suspended for ten minutes.", []),
    ("Members asked whether Councillor Carl Dare had been disqualified from office.", []),
    ("Councillor Carl Dare passed on a concern about the cemetery.", []),
    ("A vote of sympathy was extended to Councillor Ella Fair on the death of her father, Mr Owen Fair.", []),
    ("Councillors were saddened by the death of Mrs Maud Platt, who had run the library.", []),
    (
        "Members stood in silence after the death of Mr Rhys Stone, a former councillor for the East Ward.",
        [("Mr Rhys Stone", "died", None, None, None)],
    ),
    ("The Clerk reported that a resident, Mr Owen Platt, had died.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_says_who_can_sit_no_longer(text: str, expected: list[tuple[str | None, ...]]) -> None:
    whole = HEAD + text + "\n"
    (minutes,) = parse(read_bytes(whole.encode(), "minutes.txt"))
    assert [(d.person, d.cause, d.start, d.term, d.body) for d in minutes.departures] == expected
    for departure in minutes.departures:
        span = departure.span
        assert whole[span.char_start : span.char_end] == span.text


def test_two_sentences_about_one_death_are_one_record_with_the_day_that_is_stated() -> None:
    text = "The death of Councillor Noel Peers was noted.\nCouncillor Noel Peers had died on 9 February 2015.\n"
    (minutes,) = parse(read_bytes((HEAD + text).encode(), "minutes.txt"))
    assert [(d.person, d.start) for d in minutes.departures] == [("Councillor Noel Peers", "2015-02-09")]
