"""The text as a person reads it: what is put for signs and marks, what is left out; every offset stays true."""

from __future__ import annotations

import unicodedata
from html import escape

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.blocks import Furniture
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.names.double_names import hyphened
from govgraph.graph_loader.minutes.page.view import GAP, View
from govgraph.graph_loader.minutes.plain_text import PlainText, plain_text
from hypothesis import given, settings
from hypothesis import strategies as st


def _plain(text: str) -> PlainText:
    return plain_text(read_bytes(text.encode(), "minutes.md"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Moira O&#39;Dowd", "Moira O'Dowd"),
        ("Moira O&#x27;Dowd", "Moira O'Dowd"),
        ("Ois&iacute;n Quirke", "Oisín Quirke"),
        ("R&eacuteg Quirke &eacute", "R&eacuteg Quirke é"),
        ("Moira O&amp;#39;Dowd &amp; Sons", "Moira O'Dowd & Sons"),
        ("Mills &amp;amp; Weirs", "Mills & Weirs"),
        ("A&nbsp;Quell", "A Quell"),
        ("a &lt;b&gt; c", "a &lt;b&gt; c"),
        ("AT&T, R&D; &#0; &unknown; ?a=1&copy=2", "AT&T, R&D; &#0; &unknown; ?a=1&copy=2"),
        ("Ren\u0065\u0301e Tully", "Renée Tully"),
        ("Owain Gri\ufb03n and \uff21nna Tully", "Owain Griffin and Anna Tully"),
        ("Coun\u00adcillor Tul\u200bly", "Councillor Tully"),
        ("Coun\u00ad\ncillor Tully", "Councillor Tully"),
        ("M<sup>c</sup>Garrow and <b>O</b>'Dowd", "McGarrow and O'Dowd"),
        ("**T**ully, Mc**Gar**row", "Tully, McGarrow"),
        ("<b>Present</b>Tully, **Chair**Tully", "Present</b>Tully, **Chair**Tully"),
        ("Tully<sup>2</sup>, Quell[^1], Odum¹", "Tully, Quell, Odum"),
        ("the 5<sup>th</sup> of May", "the 5th</sup> of May"),
        ("O\\'Dowd, Quell\\-Odum, 3\\. Lights", "O'Dowd, Quell-Odum, 3. Lights"),
        ("Tul<wbr>ly", "Tully"),
        ("Quell-Odum spoke. Quell – Odum left; Odum — Quell", "Quell-Odum spoke. Quell-Odum left; Odum — Quell"),
    ],
)
def test_signs_and_marks_inside_words_cut_nothing(written: str, read: str) -> None:
    """Entities, combining accents, ligatures, unseen signs, tags, emphasis and escapes."""
    assert _plain(written).text == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("P R E S E N T :  A Quell", "PRESENT :  A Quell"),
        ("  H A R B O U R   B O A R D", "  HARBOUR BOARD"),
        ("I N  A T T E N D A N C E : Ms Quell", "IN ATTENDANCE : Ms Quell"),
        ("3. C O - O P T I O N   O F   A   M E M B E R", "3. CO-OPTION OF A MEMBER"),
        ("M I N U T E S of the meeting", "MINUTES of the meeting"),
        ("O b a n", "Oban"),
        ("**A P O L O G I E S**", "**APOLOGIES**"),
        ("P  R  E  S  E  N  T", "PRESENT"),
        ("A G M", "AGM"),
        ("J A B Quell and R S T U Odum", "J A B Quell and R S T U Odum"),
        ("J A B Quell", "J A B Quell"),
        ("A B C", "A B C"),
        ("A   B   C   D   E", "A   B   C   D   E"),
        ("Quell      P P A X P", "Quell      P P A X P"),
        ("P A P A X S", "P A P A X S"),
        ("J F M A M J J A S O N D", "J F M A M J J A S O N D"),
        ("Present: J K L Quell", "Present: J K L Quell"),
    ],
)
def test_letter_spaced_words_are_words(written: str, read: str) -> None:
    """By their form; initials, lettered columns, months and marks of a table of presence stay apart."""
    assert _plain(written).text == read


@pytest.mark.parametrize(
    ("written", "read", "words"),
    [
        ("- Cllr A Quell\n- ~~Cllr B Odum~~\n- Cllr C Tanzy\n", "- Cllr A Quell\n- Cllr C Tanzy\n", 3),
        ("Cllr ~~Ivo~~ Iva Quell", "Cllr Iva Quell", 1),
        ("Present: A Quell, <del>B Odum,</del> C Tanzy", "Present: A Quell, C Tanzy", 2),
        ("Now <s>cancelled</s> <strike>off</strike> on", "Now on", 2),
        ('A <span style="text-decoration: line-through">B Odum</span> C', "A C", 2),
        ("A\u0336b\u0336e\u0336 Bea", "Bea", 1),
        ("Ann <!-- not Bea Odum --> left", "Ann left", 3),
    ],
)
def test_what_is_struck_out_or_hidden_is_not_read_and_told(written: str, read: str, words: int) -> None:
    """In Markdown, in HTML or by strokes through the letters; how many words is said, with their place."""
    plain = _plain(written)
    assert " ".join(plain.text.split()) == " ".join(read.split())
    told = plain.left_out
    assert sum(int(edit.what.split()[0]) for edit in told) == words
    (minutes,) = parse(
        read_bytes(f"# Pilots' Board\n\n3 May 2018\n\nPresent: A Quell\n\n{written}".encode(), "minutes.md")
    )
    assert [w.code for w in minutes.warnings if "not read" in w.message]


def test_ordinary_tildes_strike_out_nothing() -> None:
    """A ruling, an estimate, a path."""
    for text in ("~~~~~~~~~~", "about ~5 and ~6", "~~ Minutes ~~", r"\~~no~~"):
        assert "not" not in "".join(edit.what for edit in _plain(text).left_out)
        assert _plain(text).text == text


def test_line_numbers_and_watermarks_are_blank() -> None:
    """Where a reader of a format found them; a line of which nothing else is left goes."""
    document = read_bytes(b"12 Present: A Quell\nDRAFT\n13 B Odum\n", "minutes.txt")
    blocks = (Furniture(0, 2, "line_number"), Furniture(20, 25, "watermark"), Furniture(26, 28, "line_number"))
    plain = plain_text(type(document)(**{**vars(document), "blocks": blocks}))
    assert plain.text == "   Present: A Quell\n   B Odum\n"
    assert plain.read.blocks[-1].start == plain.text.index("   B Odum")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Quell–Odum, Anne‑Marie, Vice–Chair", "Quell-Odum, Anne-Marie, Vice-Chair"),
        ("Chair–Quell, Clerk–Mrs Odum, Quell–Treasurer", "Chair–Quell, Clerk–Mrs Odum, Quell–Treasurer"),
        ("May–June, 10–12, Quell – Odum, Quell—Odum", "May–June, 10–12, Quell – Odum, Quell—Odum"),
    ],
)
def test_a_dash_without_blanks_inside_a_name_is_a_hyphen(written: str, read: str) -> None:
    """And one between a name and an office, two months or two numbers is none."""
    assert hyphened(written) == read


def test_people_are_read_as_they_are_seen() -> None:
    """The name is as a person sees it, its span the signs of the file."""
    text = (
        "# Ardmoyle Town Council\n\nMinutes of the meeting held on 4 June 2019\n\n"
        "**Present:** Cllr Moira O&#39;Dowd (Chair), Cllr Ois&iacute;n Quirke, Cllr **T**om Garrow, "
        "Cllr Ren\u0065\u0301 Tully\n\n"
        "**Apologies:** Cllr Una O&rsquo;Hara\n"
    )
    document = read_bytes(text.encode(), "minutes.md")
    (minutes,) = parse(document)
    people = {a.person: a for a in minutes.attendance}
    assert list(people) == [
        "Cllr Moira O'Dowd",
        "Cllr Oisín Quirke",
        "Cllr Tom Garrow",
        "Cllr René Tully",
        "Cllr Una O’Hara",
    ]
    assert people["Cllr Moira O'Dowd"].span.text == "Cllr Moira O&#39;Dowd (Chair)"
    assert people["Cllr Una O’Hara"].status == "apologies"


_SIGNS = st.sampled_from(
    [*"abcABC .,'\n-", "&eacute;", "&#39;", "&amp;", "&lt;", "e\u0301", "a\u0308\u0301", "\ufb01", "\u00ad", "\u200b",
     "<b>", "</b>", "<sup>2</sup>", "**", "~~", "\\", "<del>", "</del>", "–", " – ", "A B C D E ", "<!--", "-->", "\f"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(_SIGNS, max_size=60))
def test_every_span_is_true_and_no_word_holds_a_mark(signs: list[str]) -> None:
    """Whatever stands in a text: a span's text is that of the file, in order; words hold no gap and no entity."""
    text = "x" + "".join(signs)
    document = read_bytes(text.encode(), "minutes.md")
    view = View(plain_text(document))
    assert len(view.norm) == len(view.plain.text)
    last = 0
    for start in range(0, len(view.norm), 3):
        for end in (start + 1, start + 4):
            if end <= len(view.norm) and view.norm[start:end].strip():
                span = view.span(start, end, "test")
                assert document.text[span.char_start : span.char_end] == span.text
                assert span.char_start < span.char_end
                assert last <= span.char_start
        last = view.plain.origin(start)
    words = view.words(0, len(view.norm))
    assert GAP not in words
    assert "&eacute;" not in words
    assert "&#39;" not in words


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "P"], max_codepoint=0x24F), min_size=1, max_size=12))
def test_escaped_and_decomposed_names_read_alike(name: str) -> None:
    """A name in entities and combining accents is read as the same name in plain letters."""
    plain = _plain("Present " + name).text
    assert _plain("Present " + unicodedata.normalize("NFD", name)).text == plain
    if name.isalpha():
        assert _plain("Present " + escape(name).encode("ascii", "xmlcharrefreplace").decode()).text == plain


NOTED = "Present: Cllr Ada Reave1, Tom Vale2 and {}.\n1. Minutes\nAgreed in Room2.\n\n1 By telephone.\n2 from item 3\n"


@pytest.mark.parametrize("name", ["Ruth Carver1", "Nora O'Dowd2", "A Tully-Quirke1"])
def test_numbers_of_footnotes_that_touch_a_name_are_not_of_it(name: str) -> None:
    plain = _plain(NOTED.format(name))
    assert f"Cllr Ada Reave, Tom Vale and {name[:-1]}." in plain.text
    assert "Room2" in plain.text
    assert "1 By telephone." in plain.text
    assert [cut.what for cut in plain.left_out] == ["the footnote 2"]


@pytest.mark.parametrize(
    "text", ["Ruth Carver1", "Ruth Carver3, Tom Vale3\n1 By telephone", "Section1\n1 by telephone"]
)
def test_a_number_without_a_footnote_stays(text: str) -> None:
    assert _plain(text).text == text


def test_numbers_behind_names_that_count_up_are_of_footnotes() -> None:
    assert _plain("Present: Ada Reave1, Odo Brack2, Ivo Tarn2").text == "Present: Ada Reave, Odo Brack, Ivo Tarn"


@pytest.mark.parametrize(
    "written",
    [
        "Cllr <b>Ruth</b> Carver, <i>Cllr Tom Vale</i> (<u>Chair</u>)",
        'Cllr <span class="x">Ruth</span> Carver, <strong>Cllr Tom Vale</strong> (Chair)',
        "<em>Cllr</em> Ruth <mark>Carver</mark>, Cllr <font color='red'>Tom Vale</font> (Chair)",
    ],
)
def test_a_tag_for_the_look_of_a_word_parts_nothing(written: str) -> None:
    assert _plain(f"Present: {written}").text == "Present: Cllr Ruth Carver, Cllr Tom Vale (Chair)"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("P R E S E N T : A Bell (C H A I R), J Birk", "PRESENT : A Bell (CHAIR), J Birk"),
        ("Mrs D Low ( C l e r k )", "Mrs D Low ( Clerk )"),
        ("P Skel (J K), A B Carver [ T r e a s u r e r ]", "P Skel (J K), A B Carver [ Treasurer ]"),
    ],
)
def test_letter_spaced_words_inside_a_line_are_words(written: str, read: str) -> None:
    assert _plain(written).text == read
