"""Places and offices of the labellers beside those of the rules, on a fictional document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.appointments.labelled import reader as labelled
from govgraph.graph_loader.minutes.appointments.labelled.bodies import held_words, is_own, meant, of_list
from govgraph.graph_loader.minutes.appointments.labelled.told import ToldActs
from govgraph.graph_loader.minutes.appointments.voters import Voters
from govgraph.graph_loader.minutes.features.headings import heads_above
from govgraph.graph_loader.minutes.labelling.decisions.candidates import PlaceCandidate, body_key
from govgraph.graph_loader.minutes.labelling.decisions.choice import Choice
from govgraph.graph_loader.minutes.labelling.decisions.people import Holder
from govgraph.graph_loader.minutes.labelling.decisions.reading import DecisionText, lists_of, paragraphs
from govgraph.graph_loader.minutes.labelling.models import Models, models
from govgraph.graph_loader.minutes.page.layout import Layout
from govgraph.graph_loader.minutes.page.reading import Reading
from govgraph.graph_loader.minutes.page.view import RunningView, View
from govgraph.graph_loader.minutes.plain_text import plain_text
from govgraph.graph_loader.minutes.text import lines_of
from govgraph.graph_loader.parsed_minutes import Appointment, Vote

TEXT = """Harrowmere Town Council
Annual meeting, 12 May 2015

7. Outside bodies
It was resolved that the following serve:
Orm Valley Trust
Ada Quill
Bo Marsh as deputy

8. Visits
It was agreed that all of them would see Far Moor and the old mill in the autumn.
"""
OWN = "Harrowmere Town Council"


def _text() -> DecisionText:
    reading = _reading()
    lines = paragraphs(reading)
    return DecisionText(lines, tuple(heads_above(lines)), (), (), reading.flow, OWN)


def _reading() -> Reading:
    plain = plain_text(read_bytes(TEXT.encode(), "minutes.txt"))
    layout = Layout(View(plain))
    return Reading(RunningView(plain, layout.flow), layout, 0, len(layout.flow))


def _holder(text: DecisionText, name: str, fate: str = "j", sure: float = 0.9) -> Holder:
    start = TEXT.index(name)
    place = text.place(start, start + len(name))
    assert place is not None
    return Holder(place, (start, start + len(name)), fate, sure)


def _with(
    monkeypatch: pytest.MonkeyPatch,
    holders: list[tuple[str, str, float]],
    rules: list[Appointment],
    body: str = "Orm Valley Trust",
    sure: float = 0.9,
    second: float = 0.05,
    ruled: float = 0.45,
) -> tuple[list[Appointment], Reading]:
    reading = _reading()
    lines = paragraphs(reading)
    text = DecisionText(lines, tuple(heads_above(lines)), (), (), reading.flow, OWN)
    text = replace(text, holders=tuple(_holder(text, *h) for h in holders))
    start = TEXT.index(body)
    choice = Choice(
        PlaceCandidate(text.place(start, start + len(body)), body),
        sure,
        second,
        (),
        {body_key(body): sure, body_key(OWN): ruled},
    )
    monkeypatch.setattr(labelled, "read_decisions", lambda *_: text)
    monkeypatch.setattr(labelled, "body_of", lambda *_: choice)
    found = models()
    assert isinstance(found, Models)
    return labelled.with_labelled(reading, rules, OWN, found, Voters(reading, ())), reading


def _ruled(name: str, body: str) -> Appointment:
    reading = _reading()
    at = TEXT.index(name)
    span = reading.span(at, at + len(name), "appointment.list")
    return Appointment(person=name, body=body, action="appoint", outcome="agreed", span=span)


def test_a_holder_that_no_rule_finds_is_a_record_with_the_body_as_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = _with(monkeypatch, [("Ada Quill", "j", 0.9)], [])
    assert (record.person, record.body, record.outcome) == ("Ada Quill", "Orm Valley Trust", "agreed")
    assert record.span.rule.startswith("decision/")
    assert TEXT[record.span.char_start : record.span.char_end] == record.span.text == "Ada Quill"
    assert [e.span.text for e in record.evidence] == ["Orm Valley Trust"]


def test_a_record_quotes_the_sentence_that_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = _with(monkeypatch, [("Far Moor", "j", 0.9)], [])
    assert record.span.text == "It was agreed that all of them would see Far Moor and the old mill in the autumn."
    assert TEXT[record.span.char_start : record.span.char_end] == record.span.text


def test_the_names_of_a_list_share_a_body() -> None:
    text = _text()
    places = [_holder(text, name).place for name in ("Ada Quill", "Bo Marsh", "Far Moor")]
    assert lists_of(text, places) == [[0, 1], [2]]
    orm, own = PlaceCandidate(None, "Orm Valley Trust"), PlaceCandidate(None, OWN)
    by_key = {orm.key: orm, own.key: own}
    one = Choice(orm, 0.9, 0.1, (own,), {orm.key: 0.9, own.key: 0.1}, by_key)
    other = Choice(own, 0.6, 0.4, (orm,), {orm.key: 0.4, own.key: 0.6}, by_key)
    assert [c.candidate.text for c in of_list(text, places[:2], [one, other])] == ["Orm Valley Trust"] * 2
    assert of_list(text, places[:1], [other]) == [other]


def test_each_row_of_a_list_may_name_its_own_body() -> None:
    words = "Harrowmere Town Council\n\nAda Quill   Orm Valley Trust\nBo Marsh   Road Board\n"
    lines = lines_of(words, words, 0, len(words))
    text = DecisionText(lines, tuple(heads_above(lines)), (), (), words, OWN)
    trust, board = PlaceCandidate((1, 3, 6), "Orm Valley Trust"), PlaceCandidate((2, 3, 5), "Road Board")
    by_key = {trust.key: trust, board.key: board}
    one = Choice(trust, 0.6, 0.1, (board,), {trust.key: 0.6, board.key: 0.1}, by_key)
    other = Choice(trust, 0.5, 0.4, (board,), {trust.key: 0.4, board.key: 0.5}, by_key)
    chosen = of_list(text, [(1, 0, 2), (2, 0, 2)], [one, other])
    assert [(c.candidate.text, round(c.sure, 2)) for c in chosen] == [("Orm Valley Trust", 0.55), ("Road Board", 0.55)]


def test_an_office_a_heading_and_a_holder_are_no_bodies() -> None:
    text = _text()
    holder = _holder(text, "Ada Quill")
    text = replace(text, holders=(holder, _holder(text, "Bo Marsh")))
    start = TEXT.index("Bo Marsh")
    marsh = PlaceCandidate(text.place(start, start + 8), "Bo Marsh")
    at = TEXT.index("Outside")
    heading = PlaceCandidate(text.place(at, at + 14), "Election of officers")
    office = PlaceCandidate(text.place(at, at + 14), "Treasurer")
    town = PlaceCandidate(text.place(0, len(OWN)), "Town Council")
    some = (marsh, heading, office, town)
    choice = Choice(marsh, 0.4, 0.2, some, dict.fromkeys([c.key for c in some], 0.2), {c.key: c for c in some})
    found = meant(text, held_words(text.holders), holder, choice)
    assert found is not None
    assert found.likely == {body_key(OWN): 0.2}


def test_the_place_that_a_seat_is_for_is_no_body() -> None:
    words = "Ada Quill was elected as member for the Far Harbour division of the Road Board\n"
    lines = lines_of(words, words, 0, len(words))
    holder = Holder((0, 0, 2), (0, 9), "j", 0.9)
    text = DecisionText(lines, tuple(heads_above(lines)), (holder,), (), words, OWN)
    place = text.place(words.index("Far"), words.index(" division"))
    harbour, board = PlaceCandidate(place, "Far Harbour"), PlaceCandidate(None, "Road Board")
    likely = {harbour.key: 0.8, board.key: 0.1}
    found = meant(text, {}, holder, Choice(harbour, 0.8, 0.1, (board,), likely, {c.key: c for c in (harbour, board)}))
    assert found is not None
    assert found.likely == {board.key: 0.1}


@pytest.mark.parametrize(
    ("words", "own", "same"),
    [
        ("Town Council", OWN, True),
        ("Road Board", OWN, False),
        ("Ashdale Rowing Club Inc", "Ashdale Rowing Club", True),
        ("Ashdale Rowing Club", "Ashdale Rowing Club CIO", True),
        ("Ashdale Rowing", "Ashdale Rowing Club", False),
        ("ARCH", "Association for Rural Churches in Harrowmere", True),
        ("Association for Rural Churches in Harrowmere", "ARCH", True),
        ("ARC", "Association for Rural Churches in Harrowmere", False),
        ("Arch", "Association for Rural Churches in Harrowmere", False),
    ],
)
def test_what_names_the_body_that_met_is_that_body(words: str, own: str, *, same: bool) -> None:
    assert is_own(words, own) is same


def test_nobody_is_told_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [_ruled("Ada Quill", "Orm Valley Trust")]
    found, _ = _with(monkeypatch, [("Ada Quill", "j", 0.9)], rules)
    assert found == rules


def test_a_likelier_body_takes_the_place_of_a_rules_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = _with(monkeypatch, [], [_ruled("Ada Quill", OWN)])
    assert record.body == "Orm Valley Trust"
    assert record.span.rule == "appointment.list"
    assert [e.span.rule.split("/")[0] for e in record.evidence] == ["decision"]


def test_a_body_that_is_hardly_likelier_leaves_the_rules_one(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [_ruled("Ada Quill", OWN)]
    assert _with(monkeypatch, [], rules, sure=0.5, second=0.4)[0] == rules


def test_a_rules_body_that_is_hardly_likely_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [_ruled("Ada Quill", OWN)]
    found, reading = _with(monkeypatch, [], rules, sure=0.5, second=0.3, ruled=0.01)
    assert found == []
    (warning,) = reading.warnings
    assert warning.code == "unsure"
    assert OWN in warning.message
    assert "Orm Valley Trust” (50%)" in warning.message


@pytest.mark.parametrize(("sure", "body_sure", "second"), [(0.5, 0.5, 0.0), (0.9, 0.3, 0.25)])
def test_what_is_not_sure_is_left_out_with_its_candidates(
    monkeypatch: pytest.MonkeyPatch, sure: float, body_sure: float, second: float
) -> None:
    found, reading = _with(monkeypatch, [("Ada Quill", "j", sure)], [], sure=body_sure, second=second)
    assert found == []
    (warning,) = reading.warnings
    assert warning.code == "unsure"
    assert "Orm Valley Trust" in warning.message
    assert warning.span.text == "Ada Quill"


def test_a_lost_place_is_said_to_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = _with(monkeypatch, [("Bo Marsh", "f", 0.9)], [])
    assert record.outcome == "lost"


def test_without_models_the_rules_stand() -> None:
    assert [
        a for m in parse(read_bytes(TEXT.encode(), "m.txt"), lambda: None) for a in m.appointments if "/" in a.span.rule
    ] == []


def test_names_of_a_vote_take_no_place() -> None:
    text = (
        "OVERBY COUNTY COUNCIL\n\nMinutes of the meeting held on 12 December 2023\n\n"
        "PRESENT: Mr A Quell, Mrs B Odum, Mr C Rowe, Ms D Yarnold\n\n"
        "7) The Chairman put the motion set out in paragraph 5 to the vote and the voting was as follows.\n\n"
        "For (4)\n\nMr Quell, Mrs Odum, Mr Rowe, Ms Yarnold\n\nAgainst (0)\n"
    )
    (read,) = parse(read_bytes(text.encode(), "minutes.txt"))
    assert not read.appointments
    assert not [w.message for w in read.warnings if "take or give up a place" in w.message]


def test_a_warning_names_no_body_that_is_hardly_likely() -> None:
    one, near, far = (PlaceCandidate(None, f"{name} Trust") for name in ("Orm Valley", "Quell", "Marsh"))
    likely = {one.key: 0.31, near.key: 0.2, far.key: 0.01}
    assert labelled._shown(Choice(one, 0.31, 0.2, (near, far), likely)) == (
        "“Orm Valley Trust” (31%) or “Quell Trust” (20%)"
    )


def test_whom_a_record_replaces_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = _reading()
    start, end = TEXT.index("Ada Quill"), TEXT.index(" as deputy")
    rule = _ruled("Ada Quill", "Orm Valley Trust").model_copy(
        update={"replaces": "Bo Marsh", "span": reading.span(start, end, "appointment.list")}
    )
    assert _with(monkeypatch, [("Bo Marsh", "j", 0.9)], [rule])[0] == [rule]


def test_a_seat_told_vacant_after_others_is_one_more() -> None:
    reading = _reading()
    lines = paragraphs(reading)
    text = DecisionText(lines, tuple(heads_above(lines)), (), (), reading.flow, OWN)
    told = ToldActs(reading, text)
    record = _ruled("Bo Marsh", "Orm Valley Trust")
    told.add(record)
    vacancy = record.model_copy(update={"person": None, "action": "vacancy"})
    assert not told.fills(_holder(text, "deputy", "v"), vacancy)
    assert told.fills(_holder(text, "Bo", "v"), vacancy.model_copy(update={"span": record.span}))


def test_whoever_votes_is_named_as_a_voter_where_the_vote_is_told() -> None:
    reading = _reading()
    at = TEXT.index("Bo Marsh")
    vote = Vote(motion=None, person="Cllr Marsh", vote="for", span=reading.span(at, at + 8, "vote.list"))
    voters = Voters(reading, [vote])
    assert voters.named("Bo Marsh", at)
    assert not voters.named("Ada Quill", at)
    assert not voters.named("Bo Marsh", at - 30)
