from __future__ import annotations

from govgraph.graph_loader.minutes.features.labels import labels_above
from govgraph.graph_loader.minutes.features.words import word_features
from govgraph.graph_loader.minutes.labelling.labeller import Labelled
from govgraph.graph_loader.minutes.labelling.people import people_of
from govgraph.graph_loader.minutes.labelling.sequences import Block, block_labels, blocks, people_lines
from govgraph.graph_loader.minutes.labelling.training.align import align
from govgraph.graph_loader.minutes.labelling.training.variations import vary
from govgraph.graph_loader.minutes.text import lines_of

TEXT = """Present
Cllr Ada Quill (Chair)
Cllr Bo Marsh
Apologies
Cy Fenwick

1. Matters arising
Cllr Quill thanked Cllr Marsh for the work that was done over the winter.
"""
RECORDS = [
    {"person": "Cllr Ada Quill", "status": "present", "role": "Chair"},
    {"person": "Cllr Bo Marsh", "status": "present"},
    {"person": "Cy Fenwick", "status": "apologies"},
]
LINES = lines_of(TEXT, TEXT, 0, len(TEXT))


def test_records_become_labels_of_words_and_lines() -> None:
    done = align(LINES, RECORDS)
    assert done.words[1] == ["p-T", "p-N", "p-n", "p-S", "p-R", "p-S"]
    assert done.words[2] == ["p-T", "p-N", "p-n"]
    assert done.words[4] == ["a-N", "a-n"]
    assert done.lines[:5] == ["head-p", "p", "p", "head-a", "a"]
    assert set(done.words[-1]) == {"O"}
    assert done.missed == 0


def test_who_stands_nowhere_is_counted() -> None:
    assert align(LINES, [{"person": "Di Orme", "status": "present"}]).missed == 1


def test_labels_become_people() -> None:
    done = align(LINES, RECORDS)
    said = [{label: 1.0} for label in done.lines]
    (block,) = blocks(LINES, said)
    labels = tuple(block_labels(block, done.words))
    found = people_of(LINES, block, Labelled(labels, (0.9,) * len(labels)))
    assert [(TEXT[slice(*p.name)], p.status, p.sure) for p in found] == [
        ("Cllr Ada Quill", "present", 0.9),
        ("Cllr Bo Marsh", "present", 0.9),
        ("Cy Fenwick", "apologies", 0.9),
    ]
    assert found[0].role is not None
    assert TEXT[slice(*found[0].role)] == "Chair"
    assert found[1].role is None


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    rows = word_features(LINES, 2, labels_above(LINES)[2], {})
    block = Block(tuple((2, i) for i in range(3)), tuple(rows))
    (person,) = people_of(LINES, block, Labelled(("p-T", "p-N", "p-n"), (0.2, 0.9, 0.6)))
    assert person.sure == 0.6


def test_lines_beside_people_are_looked_at() -> None:
    said = [{"p": 0.0}] * 5 + [{"p": 0.5}] + [{"p": 0.0}] * 5
    assert people_lines(said) == [3, 4, 5, 6, 7]


def test_a_variation_is_the_same_each_time_and_has_other_people() -> None:
    done = align(LINES, RECORDS)
    made = [vary(LINES, done.words, done.lines, f"seed/{n}") for n in range(20)]
    assert made[0] == vary(LINES, done.words, done.lines, "seed/0")
    assert made[0] != made[1]
    for one in made:
        assert [len(line.words) for line in one.lines] == [len(row) for row in one.words]
        listed = {w.text.casefold() for line, row in zip(one.lines, one.words, strict=True)
                  for w, label in zip(line.words, row, strict=True) if label[2:] in {"N", "n"}}  # fmt: skip
        assert not listed & {"quill", "marsh", "fenwick"}
        assert {label for row in one.words for label in row} >= {"p-N", "a-N"}


def test_a_role_with_a_hyphen_ends_where_it_ends() -> None:
    text = "Present: Mr A Stroud (Vice-Chairman), Ms C Arkle (Head of Parks and Roads), Mr J Callow\n"
    records = [
        {"person": "Mr A Stroud", "status": "present", "role": "Vice-Chairman"},
        {"person": "Ms C Arkle", "status": "present", "role": "Head of Parks and Roads"},
    ]
    lines = lines_of(text, text, 0, len(text))
    done = align(lines, records)
    roles = [w.text for w, label in zip(lines[0].words, done.words[0], strict=True) if label == "p-R"]
    assert roles == ["Vice-Chairman", "Head", "of", "Parks", "and", "Roads"]
