"""Names as one word for the labeller of decisions, with what lists and rules know of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes.features.decisions import decision_word_features
from govgraph.graph_loader.minutes.features.headings import heads_above
from govgraph.graph_loader.minutes.labelling.decisions.labels import fate
from govgraph.graph_loader.minutes.labelling.decisions.named import NamedLines, with_names
from govgraph.graph_loader.minutes.labelling.decisions.people import decision_labels, holders_of
from govgraph.graph_loader.minutes.labelling.decisions.reading import paragraphs
from govgraph.graph_loader.minutes.labelling.labeller import Labeller, train
from govgraph.graph_loader.minutes.labelling.sequences import Block, block_labels
from govgraph.graph_loader.minutes.page.reading import Reading
from govgraph.graph_loader.minutes.reading import readings
from govgraph.graph_loader.minutes.text import Line
from govgraph.graph_loader.parsed_minutes import Appointment

TEXT = """Harrowmere Town Council

Annual meeting, 12 May 2015

It was agreed that Mrs Ada de Quill be elected Chair and that Mr B. Marsh go to the Orm Valley Trust.
"""


def _named(ruled: bool = False) -> tuple[Reading, Sequence[Line], NamedLines]:
    (reading,) = readings(read_bytes(TEXT.encode(), "minutes.txt"))
    reading.roster.enroll("Mrs Ada de Quill")
    at = TEXT.index("Mrs Ada")
    span = reading.span(at, at + 40, "appointment.clause")
    record = Appointment(person="Mrs A de Quill", body="Board", action="elect", outcome="agreed", span=span)
    lines = paragraphs(reading)
    return reading, lines, with_names(lines, [(reading, [record] if ruled else [])])


def test_a_name_is_one_word_and_its_place_among_the_words_as_written_is_kept() -> None:
    _, lines, named = _named()
    words = [w.text for w in named.lines[-1].words if w.kind == "person"]
    assert words == ["Mrs Ada de Quill", "Mr B. Marsh"]
    assert list(named.names.values()) == words
    for place in named.people[len(lines) - 1]:
        line, first, last = place
        assert TEXT[lines[line].words[first].start : lines[line].words[last - 1].end] in words
        assert named.written(named.place(place)) == place


def test_lists_and_rules_tell_of_a_name() -> None:
    _, lines, named = _named(ruled=True)
    rows = decision_word_features(named.lines, len(lines) - 1, heads_above(lines)[-1], {}, named.hints)
    said = {w.text: row for w, row in zip(named.lines[-1].words, rows, strict=True)}
    assert {"listed", "rule:j", "s:person", "name3", "titled"} <= set(said["Mrs Ada de Quill"])
    assert not {"listed", "rule:j"} & set(said["Mr B. Marsh"])


def test_the_labels_of_the_words_of_a_name_become_one() -> None:
    _, lines, named = _named()
    written = [["O"] * len(line.words) for line in lines]
    texts = [w.text for w in lines[-1].words]
    first = texts.index("Ada")
    written[-1][first : first + 3] = ["j-N", "j-n", "j-n"]
    labels = named.labels(written, "O")[-1]
    assert [(w.text, x) for w, x in zip(named.lines[-1].words, labels, strict=True) if x != "O"] == [
        ("Mrs Ada de Quill", "j-N")
    ]


def test_a_name_is_a_holder_as_soon_as_that_is_likely_enough(tmp_path: Path) -> None:
    _, lines, named = _named()
    line = named.lines[-1]
    at = len(lines) - 1
    block = Block(tuple((at, i) for i in range(len(line.words))), tuple([w.kind] for w in line.words))
    lessons = [([[w.kind] for w in line.words], _row(line, label)) for label in ("O", "O", "j-N")] * 4
    train(tmp_path / "m.crfsuite", lessons)
    labelled = decision_labels(Labeller(tmp_path / "m.crfsuite"), named, block)
    found, _ = holders_of(lines, named, block, labelled)
    assert [TEXT[slice(*h.name)] for h in found] == ["Mrs Ada de Quill", "Mr B. Marsh"]
    assert all(0.2 < h.sure < 0.5 for h in found)
    assert block_labels(block, [[]] * at + [list(labelled.labels)]) == list(labelled.labels)


def _row(line: Line, label: str) -> list[str]:
    return [label if w.kind == "person" else "O" for w in line.words]


def test_the_letter_of_a_record() -> None:
    assert [fate("elect", "agreed", "A"), fate("resign", "noted", "A"), fate("appoint", "lost", "A")] == ["j", "l", "f"]
    assert [fate("vacancy", None, None), fate("appoint", "agreed", None)] == ["v", "v"]
