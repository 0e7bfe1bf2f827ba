from __future__ import annotations

from govgraph.graph_loader.minutes.text import lines_of, words_between


def test_short_words_keep_their_full_stop_and_long_ones_do_not() -> None:
    text = "Cllr. J.P. O'Dowd (Chair), Mr Fenwick."
    found = [w.text for w in words_between(text, 0, len(text))]
    assert found == ["Cllr.", "J.", "P.", "O'Dowd", "(", "Chair", ")", ",", "Mr", "Fenwick", "."]


def test_words_are_what_stands_at_their_place() -> None:
    text = "Mayor . . . . . . Ada Quill\t12/04/2021 “x”"
    for word in words_between(text, 0, len(text)):
        assert text[word.start : word.end] == word.text
    assert [w.kind for w in words_between("Mayor ...... Ada", 0, 16)] == ["word", "gap", "word"]


def test_lines_know_how_they_are_set() -> None:
    page = "PRESENT\n\n\n  1. Ada Quill and\n  Bo Marsh\n"
    flow = page.replace("1.", "  ").replace("\n\n\n", "\n  ").replace("and\n", "and\x1f")
    assert len(page) == len(flow)
    first, second, third = lines_of(flow, page, 0, len(page))
    assert (first.indent, first.above, first.mark) == (0, 0, "")
    assert (second.above, second.mark, second.wrapped) == (2, "1.", False)
    assert (third.above, third.wrapped, [w.text for w in third.words]) == (0, True, ["Bo", "Marsh"])


def test_no_line_of_blanks() -> None:
    assert lines_of("   \n \n", "   \n \n", 0, 6) == ()
