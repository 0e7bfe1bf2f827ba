"""What the labellers of places and offices see of a text: acts, headings, and where a phrase stands."""

from __future__ import annotations

from dataclasses import replace

from govgraph.graph_loader.minutes.features.acts import act_of, function_word
from govgraph.graph_loader.minutes.features.between import acts_around, between_names
from govgraph.graph_loader.minutes.features.bodies import between_features, phrase_features
from govgraph.graph_loader.minutes.features.decisions import decision_line_features, decision_word_features
from govgraph.graph_loader.minutes.features.headings import acts, heads_above, is_heading, spoken_words
from govgraph.graph_loader.minutes.features.lines import line_features
from govgraph.graph_loader.minutes.features.patterns import pattern, pattern_features
from govgraph.graph_loader.minutes.text import Word, joined, lines_of

TEXT = """7. Appointments to outside bodies

That the following be appointed:
Orm Trust: Ada Quill and
Bo Marsh
Mere Board: vacancy

| Body | Representative |
| Fen Society | Cy Fenwick |
"""
FLOW = TEXT.replace("7. ", "   ")
LINES = lines_of(FLOW, TEXT, 0, len(TEXT))


def _at(text: str) -> int:
    return next(i for i, line in enumerate(LINES) if TEXT[line.start : line.end].startswith(text))


def test_an_act_is_told_by_the_longest_beginning_of_a_word() -> None:
    assert [act_of(w) for w in ("Re-elected", "appointing", "vacancy", "resigned", "table")] == [
        "join",
        "join",
        "vacant",
        "leave",
        None,
    ]


def test_small_words_are_seen_as_they_are_and_no_others() -> None:
    assert function_word("Onto") == "onto"
    assert function_word("Fenwick") is None


def test_a_heading_is_short_and_set_apart() -> None:
    assert is_heading(LINES[_at("Appointments")])
    assert not is_heading(LINES[_at("Bo Marsh")])
    assert not is_heading(LINES[_at("| Fen")])


def test_each_line_knows_its_heading_lead_and_columns() -> None:
    above = heads_above(LINES)
    assert above[_at("Bo Marsh")].heading == _at("Appointments")
    assert above[_at("Orm Trust")].lead == _at("That the")
    assert above[_at("| Fen")].column == _at("| Body")
    assert above[_at("Orm Trust")].column is None


def test_the_lead_of_a_list_reaches_the_words_of_its_lines() -> None:
    above = heads_above(LINES)
    at = _at("Orm Trust")
    (first, *_) = decision_word_features(LINES, at, above[at], {"j": 0.9})
    assert "l:lead:=join" in first
    assert "said:j:4" in first
    rows = decision_line_features(LINES, above, line_features(LINES))
    assert "lead:=join" in rows[at]


def test_a_word_in_a_table_knows_the_heading_of_its_column() -> None:
    at = _at("| Fen")
    rows = decision_word_features(LINES, at, heads_above(LINES)[at], {})
    words = [w.text for w in LINES[at].words]
    assert "col:place" in rows[words.index("Cy")] or "col:representative" in rows[words.index("Cy")]


def test_acts_before_and_after_a_word_are_those_of_its_sentence() -> None:
    text = "Ada Quill was elected. Bo Marsh spoke."
    (line,) = lines_of(text, text, 0, len(text))
    rows = decision_word_features([line], 0, heads_above([line])[0], {})
    words = [w.text for w in line.words]
    assert "before:join" in rows[words.index("Quill")]
    assert "before:" in rows[words.index("Marsh")]
    assert "after:" in rows[words.index("Marsh")]


def test_no_feature_holds_a_name() -> None:
    above = heads_above(LINES)
    rows = [r for at in range(len(LINES)) for row in decision_word_features(LINES, at, above[at], {}) for r in row]
    rows += phrase_features(LINES, (_at("Orm Trust"), 0, 2))
    assert not [r for r in rows if "quill" in r.casefold() or "fenwick" in r.casefold()]


def test_a_phrase_knows_how_it_stands_to_the_person() -> None:
    at = _at("Orm Trust")
    person = (at, 3, 5)
    found = between_features(LINES, heads_above(LINES), (at, 0, 2), person)
    assert {"side:same", "way:before"} <= set(found)
    below = between_features(LINES, heads_above(LINES), (at, 0, 2), (_at("Bo Marsh"), 0, 2))
    assert "side:over" in below


def test_what_carries_a_line_on_is_joined_to_it() -> None:
    flow = FLOW.replace("and\nBo", "and\x1fBo")
    found = joined(lines_of(flow, TEXT, 0, len(TEXT)))
    assert [w.text for w in found[2].words][-2:] == ["Bo", "Marsh"]
    assert len(found) == len(LINES) - 1


def test_acts_and_known_words_of_a_line() -> None:
    assert acts(LINES[_at("That the")].words) == ["join"]
    assert "=join" in spoken_words(LINES[_at("Appointments")])


def test_a_word_at_the_edge_of_its_line_knows_so() -> None:
    rows = decision_word_features(LINES, _at("Bo Marsh"), heads_above(LINES)[_at("Bo Marsh")], {})
    assert "-1:edge" in rows[0]
    assert "1:edge" in rows[-1]
    assert "1:edge" not in rows[0]


def test_a_line_is_a_pattern_of_names_signs_and_words() -> None:
    text = "Finance Committee: X, Y and the Clerk"
    (line,) = lines_of(text, text, 0, len(text))
    words = tuple(Word(w.text, w.start, w.end, "person") if w.text in {"X", "Y"} else w for w in line.words)
    named = replace(line, words=words)
    assert pattern(named) == "w:P,P+"
    found = pattern_features([named], 0)
    assert {"pat:w:P,P+", "label:committee", "label:body:True", "people2"} <= set(found)


def test_what_stands_between_names_and_the_acts_of_the_sentence() -> None:
    text = "Quill was elected in place of Marsh; Orme resigned"
    (line,) = lines_of(text, text, 0, len(text))
    words = [Word(w.text, w.start, w.end, "person") if w.text in {"Quill", "Marsh", "Orme"} else w for w in line.words]
    said = dict(zip((w.text for w in words), between_names(words), strict=True))
    assert {"pg:none", "ng:5", "ng:join", "ng:of"} <= set(said["Quill"])
    assert {"pg:5", "pg:join"} <= set(said["Marsh"])
    acts = dict(zip((w.text for w in words), acts_around(words), strict=True))
    assert set(acts["Quill"]) == {"sa:join"}
    assert set(acts["Orme"]) == {"sa:leave"}
