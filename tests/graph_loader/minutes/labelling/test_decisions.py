"""Places and offices: records become labels, labels become holders, candidates become the body that is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.minutes.features.headings import heads_above
from govgraph.graph_loader.minutes.labelling.decisions.candidates import Phrases, PlaceCandidate, body_key, candidates
from govgraph.graph_loader.minutes.labelling.decisions.choice import choice_labels, choice_rows, choose
from govgraph.graph_loader.minutes.labelling.decisions.named import with_names
from govgraph.graph_loader.minutes.labelling.decisions.people import LabelledBody, holders_of
from govgraph.graph_loader.minutes.labelling.decisions.reading import office_of
from govgraph.graph_loader.minutes.labelling.decisions.sequences import decision_blocks, decision_lines
from govgraph.graph_loader.minutes.labelling.labeller import Labelled, Labeller, Rows, train
from govgraph.graph_loader.minutes.labelling.pieces import LabelledPiece, nearest_in_line, pieces_of
from govgraph.graph_loader.minutes.labelling.sequences import Block, block_labels
from govgraph.graph_loader.minutes.labelling.training.decision_align import align_decisions
from govgraph.graph_loader.minutes.text import lines_of

TEXT = """Present: Ada Quill, Bo Marsh, Cy Fenwick

4. Election of officers
It was resolved that Ada Quill be elected Chair.

5. Outside bodies
Orm Valley Trust – Ada Quill and Bo Marsh in place of Di Orme
Mere Drainage Board – vacancy
Ed Vale has resigned from the Fen Society.
The nomination of Cy Fenwick for the Orm Valley Trust was lost.
Bo Marsh moved that the report be noted.
"""
LINES = lines_of(TEXT, TEXT, 0, len(TEXT))
OWN = "Harrowmere Town Council"
RECORDS: list[dict[str, Any]] = [
    {"person": "Ada Quill", "body": OWN, "role": "Chair", "action": "elect", "outcome": "agreed"},
    {"person": "Ada Quill", "body": "Orm Valley Trust", "action": "appoint", "outcome": "agreed"},
    {
        "person": "Bo Marsh",
        "body": "Orm Valley Trust",
        "action": "replace",
        "outcome": "agreed",
        "replaces": "Di Orme",
    },
    {"person": None, "body": "Mere Drainage Board", "action": "vacancy", "outcome": "noted"},
    {"person": "Ed Vale", "body": "Fen Society", "action": "resign", "outcome": "noted"},
    {"person": "Cy Fenwick", "body": "Orm Valley Trust", "action": "nominate", "outcome": "lost"},
]
LISTED = ["p", *["O"] * (len(LINES) - 1)]
DONE = align_decisions(LINES, RECORDS, LISTED, OWN)


def _line(text: str) -> int:
    return next(i for i, line in enumerate(LINES) if TEXT[line.start : line.end].startswith(text))


def _labels(text: str) -> list[tuple[str, str]]:
    at = _line(text)
    return [(w.text, x) for w, x in zip(LINES[at].words, DONE.words[at], strict=True) if x != "O"]


def test_records_become_labels_where_the_place_is_given_and_not_where_people_are_listed_or_move() -> None:
    assert DONE.missed == 0
    assert set(DONE.words[0]) == {"O"}
    assert set(DONE.words[_line("Bo Marsh moved")]) == {"O"}
    assert _labels("It was resolved") == [("Ada", "j-N"), ("Quill", "j-n"), ("Chair", "j-R")]
    assert _labels("Orm Valley Trust –") == [
        ("Orm", "B-N"),
        ("Valley", "B-n"),
        ("Trust", "B-n"),
        ("Ada", "j-N"),
        ("Quill", "j-n"),
        ("and", "j-S"),
        ("Bo", "j-N"),
        ("Marsh", "j-n"),
        ("Di", "x-N"),
        ("Orme", "x-n"),
    ]


def test_vacant_left_and_lost_places_have_letters_of_their_own() -> None:
    assert ("vacancy", "v-N") in _labels("Mere Drainage")
    assert ("Ed", "l-N") in _labels("Ed Vale")
    assert ("Cy", "f-N") in _labels("The nomination")


def test_who_stands_nowhere_is_counted() -> None:
    assert align_decisions(LINES, [{"person": "Flo Tarn", "body": OWN, "action": "elect"}], LISTED, OWN).missed == 1


def test_labels_become_holders_with_office_and_predecessor() -> None:
    said = [{label: 1.0} for label in DONE.lines]
    above = heads_above(LINES)
    found, bodies = [], []
    named = with_names(LINES, [])
    for block in decision_blocks(named, above, said):
        labels = tuple(block_labels(block, DONE.words))
        people, places = holders_of(LINES, named, block, Labelled(labels, (0.9,) * len(labels)))
        found += people
        bodies += places
    shown = [(TEXT[slice(*h.name)], h.fate) for h in found]
    assert shown == [
        ("Ada Quill", "j"),
        ("Ada Quill", "j"),
        ("Bo Marsh", "j"),
        ("vacancy", "v"),
        ("Ed Vale", "l"),
        ("Cy Fenwick", "f"),
    ]
    assert found[0].role is not None
    assert TEXT[slice(*found[0].role)] == "Chair"
    assert found[2].replaces is not None
    assert TEXT[slice(*found[2].replaces)] == "Di Orme"
    assert "Mere Drainage Board" in [TEXT[slice(*b.name)] for b in bodies]


def test_lines_that_tell_of_no_place_are_not_looked_at() -> None:
    assert decision_lines([{"O": 1.0}, {"O": 1.0}, {"O": 1.0}, {"O": 0.5, "j": 0.5}]) == [2, 3]


def test_candidates_are_the_phrases_near_and_the_body_that_met() -> None:
    at = _line("Orm Valley Trust –")
    person = (at, 4, 6)
    named = LabelledBody((at, 0, 3), (LINES[at].start, LINES[at].start + 16), 0.8)
    found = candidates(Phrases(LINES, TEXT), heads_above(LINES), person, [named], OWN)
    keys = {c.key for c in found}
    assert {body_key("the Orm Valley Trust"), body_key(OWN)} <= keys
    assert max(found, key=lambda c: c.sure).text == "Orm Valley Trust"
    for one in found:
        if one.place is not None:
            line, first, last = one.place
            assert TEXT[LINES[line].words[first].start : LINES[line].words[last - 1].end] == one.text


@pytest.mark.parametrize(("role", "office"), [("Chair", "chair"), ("Tree surgeon", "other"), (None, "")])
def test_the_office_of_a_role_is_a_word_of_the_lists(role: str | None, office: str) -> None:
    assert office_of(role) == office


def test_a_choice_is_learned_and_sums_up_to_one_at_most(tmp_path: Path) -> None:
    above = heads_above(LINES)
    sequences = []
    for placed in DONE.placed * 3:
        found = candidates(Phrases(LINES, TEXT), above, placed.person, [], OWN)
        sequences.append(
            (choice_rows(LINES, above, placed.person, "", found), choice_labels(found, placed.record["body"]))
        )
    train(tmp_path / "choice.crfsuite", sequences)
    labeller = Labeller(tmp_path / "choice.crfsuite")
    at = _line("Mere Drainage")
    person = (at, len(LINES[at].words) - 1, len(LINES[at].words))
    found = candidates(Phrases(LINES, TEXT), above, person, [], OWN)
    rows = choice_rows(LINES, above, person, "", found)
    chosen = choose(labeller, rows, found)
    assert chosen is not None
    assert chosen.candidate.key == body_key("Mere Drainage Board")
    assert 0 <= chosen.margin <= chosen.sure <= 1.02
    assert sum(m.get("1", 0.0) for m in labeller.marginals(rows)) <= 1.02


def test_no_candidate_no_choice(tmp_path: Path) -> None:
    train(tmp_path / "one.crfsuite", [([["a"]], ["1"]), ([["a"]], ["1"])])
    assert choose(Labeller(tmp_path / "one.crfsuite"), [], []) is None


def test_candidates_that_say_the_same_count_together() -> None:
    found = [
        PlaceCandidate(None, "Orm Trust"),
        PlaceCandidate((0, 0, 2), "Mere Board"),
        PlaceCandidate(None, "orm trust"),
    ]
    chosen = choose(_Fixed((0.3, 0.4, 0.3)), [["a"]] * 3, found)
    assert chosen is not None
    assert (chosen.candidate.key, chosen.sure, chosen.next) == ("orm trust", 0.6, 0.4)


def test_the_chain_of_a_choice_has_one_chosen_with_those_before_and_after_it() -> None:
    found = [PlaceCandidate(None, name) for name in ("Mere Board", "Orm Trust", "Fen Society")]
    assert choice_labels(found, "the Orm Trust") == ["0", "1", "2"]
    assert choice_labels(found, "Weir Panel") == ["0", "0", "0"]


def test_the_label_of_a_list_and_a_word_for_several_bodies_are_no_candidates() -> None:
    text = "Apologies for Absence\nOutside Bodies\nSociety of Boards\nOrm Valley Trust – Ada Quill\n"
    lines = lines_of(text, text, 0, len(text))
    keys = {c.key for c in candidates(Phrases(lines, text), heads_above(lines), (3, 4, 6), [], OWN)}
    assert {"orm valley trust", "society of boards"} <= keys
    assert not {"apologies for absence", "outside bodies"} & keys


def test_a_year_before_a_body_is_no_part_of_its_name() -> None:
    text = "2016/17 Road Committee: Ada Quill\n"
    lines = lines_of(text, text, 0, len(text))
    keys = {c.key for c in candidates(Phrases(lines, text), heads_above(lines), (0, 4, 6), [], OWN)}
    assert "road committee" in keys
    assert not any(key.startswith("2016") for key in keys)


def test_whoever_moves_is_not_labelled_where_he_moves() -> None:
    text = "Bo Marsh moved that a Chair be elected.\n\nBo Marsh was elected Chair.\n"
    lines = lines_of(text, text, 0, len(text))
    record = {"person": "Bo Marsh", "body": OWN, "role": "Chair", "action": "elect", "outcome": "agreed"}
    done = align_decisions(lines, [record], ["O", "O"], OWN)
    assert set(done.words[0]) == {"O"}
    assert done.words[1][0] == "j-N"


def test_two_names_side_by_side_are_two_pieces() -> None:
    block = Block(((0, 0), (0, 1), (0, 2)), (["a"], ["b"], ["c"]))
    found = pieces_of(block, Labelled(("j-N", "j-N", "j-n"), (0.9, 0.8, 0.7)))
    assert [(p.first, p.last, p.sure) for p in found] == [(0, 1, 0.9), (1, 3, 0.7)]


def test_what_stands_in_a_bracket_behind_a_name_is_its_own_though_the_next_is_nearer() -> None:
    text = "Ada Quill (AQ) (Chair), Bo Marsh"
    lines = lines_of(text, text, 0, len(text))
    texts = [w.text for w in lines[0].words]
    at = {name: texts.index(name) for name in ("Ada", "Chair", "Bo")}
    first, office, second = (LabelledPiece("N", "p", 0, i, i + 1, 1.0) for i in at.values())
    assert nearest_in_line(lines, office, [(0, first), (1, second)]) == 0
    assert nearest_in_line(lines, office, [(1, second)]) == 1


class _Fixed:
    """A labeller that says the same of every sequence."""

    features: frozenset[str] = frozenset()
    weights: Mapping[tuple[str, str], float] = {}

    def __init__(self, chosen: Sequence[float]) -> None:
        self._chosen = chosen

    def seen(self, rows: Rows) -> Rows:
        return rows

    def label(self, rows: Rows) -> Labelled:
        return Labelled(("1",) * len(rows), tuple(self._chosen))

    def marginals(self, rows: Rows) -> tuple[Mapping[str, float], ...]:
        return tuple({"1": sure} for sure in self._chosen[: len(rows)])
