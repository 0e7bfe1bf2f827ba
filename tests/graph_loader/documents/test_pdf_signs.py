"""Signs that are printed twice, drawn across the text, raised or set apart: the text is what a person reads."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from .made_pdf import LEFT, PITCH, TOP, lines_read, put, read

LIST = [
    "Members present:",
    "Councillor Nell Hallwell",
    "Councillor Bill Issitt",
    "Councillor Anna Oddie",
    "Councillor Lee Illingworth",
]


@pytest.mark.parametrize("apart", [0.2, 0.4, 0.9, 1.4, 2.0])
@pytest.mark.parametrize("size", [9, 11, 16])
@pytest.mark.parametrize("letter_by_letter", [False, True])
def test_bold_made_by_printing_twice_is_read_once(apart: float, size: int, letter_by_letter: bool) -> None:
    """Also `ll` and `ss`, which are two letters and not a letter printed twice."""
    if letter_by_letter:
        apart = min(apart, 0.2 * size)  # a narrow letter's own width away nobody could tell it from two

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for i, line in enumerate(LIST):
            x, y = LEFT, TOP - i * 2 * PITCH
            if letter_by_letter:
                for letter in line:
                    canvas.drawString(x, y, letter)
                    canvas.drawString(x + apart, y, letter)
                    x += canvas.stringWidth(letter, "Helvetica", size)
            else:
                canvas.drawString(x, y, line)
                canvas.drawString(x + apart, y, line)

    assert lines_read(draw) == LIST


def test_a_shadow_is_no_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 14)
        canvas.setFillGray(0.7)
        canvas.drawString(LEFT + 1.2, TOP - 1.2, "Willow Hill Allotments Committee")
        canvas.setFillGray(0)
        canvas.drawString(LEFT, TOP, "Willow Hill Allotments Committee")

    assert lines_read(draw) == ["Willow Hill Allotments Committee"]


@pytest.mark.parametrize("stamp", ["DRAFT", "COPY", "CONFIDENTIAL", "2"])
@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize("grey", [0.0, 0.5, 0.9])
def test_a_level_watermark_is_left_out_and_noted(stamp: str, before: bool, grey: float) -> None:
    def mark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.setFillGray(grey)
        canvas.setFont("Helvetica-Bold", 60 if len(stamp) > 1 else 300)
        canvas.drawString(LEFT + 20, TOP - 3.6 * PITCH, stamp)
        canvas.restoreState()

    def draw(canvas: Canvas) -> None:
        if before:
            mark(canvas)
        put(canvas, LIST)
        if not before:
            mark(canvas)

    found = read(draw)
    assert found["text"].split("\n")[: len(LIST)] == LIST
    assert found["notes"] == [f"1 watermark across the text left out: “{stamp}”"]


@pytest.mark.parametrize("angle", [30, 45, 90, -45])
def test_a_turned_watermark_is_left_out_and_noted(angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LIST)
        canvas.translate(LEFT + 60, TOP - 5 * PITCH if angle > 0 else TOP + PITCH)
        canvas.rotate(angle)
        canvas.setFillColor(Color(0.6, 0.6, 0.6, alpha=0.5))
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, -20, "UNCONFIRMED")

    found = read(draw)
    assert [line for line in found["text"].split("\n") if line] == LIST
    assert "UNCONFIRMED" in found["notes"][0]


def test_a_small_pale_watermark_is_left_out() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        canvas.setFont("Helvetica", 15)
        canvas.drawString(LEFT, TOP - PITCH - 1, "SAMPLE")
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 11)
        put(canvas, LIST)

    assert lines_read(draw) == LIST


def test_a_large_title_stays() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 36)
        canvas.drawString(LEFT, TOP + 20, "MINUTES")
        canvas.setFont("Helvetica", 11)
        put(canvas, LIST)

    assert lines_read(draw) == ["MINUTES", *LIST]


def test_white_words_on_a_dark_bar_stay() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(LEFT, TOP + 12, 300, 18, fill=1)
        canvas.setFillGray(1)
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(LEFT + 2, TOP + 16, "Harbour Board")
        canvas.setFillGray(0)
        canvas.setFont("Helvetica", 11)
        put(canvas, LIST)

    assert lines_read(draw) == ["Harbour Board", *LIST]


@pytest.mark.parametrize(
    ("letter", "rest", "below", "wanted"),
    [
        ("T", "he Chairman welcomed everybody.", "Apologies had come from two.", "The Chairman welcomed everybody."),
        ("A", "pologies came from two members.", "The Clerk noted them.", "Apologies came from two members."),
        ("A", "letter was read from the school.", "The letter was noted by all.", "A letter was read from the school."),
    ],
)
def test_a_drop_capital_stays_with_its_word(letter: str, rest: str, below: str, wanted: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 38)
        canvas.drawString(LEFT, TOP - PITCH, letter)
        width = canvas.stringWidth(letter, "Helvetica", 38)
        canvas.setFont("Helvetica", 11)
        put(canvas, [rest, below], TOP + 4, LEFT + width + 3)
        put(canvas, ["The meeting closed at nine."], TOP - 2 * PITCH)

    assert lines_read(draw) == [wanted, below, "The meeting closed at nine."]


def test_a_tall_word_beside_several_lines_joins_none() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, LIST)
        canvas.setFont("Helvetica", 55)
        canvas.drawString(LEFT + 250, TOP - 3 * PITCH, "No.")

    assert [line for line in lines_read(draw) if line != "No."] == LIST


def _raised(canvas: Canvas, x: float, y: float, word: str, mark: str, after: str = "") -> None:
    canvas.setFont("Helvetica", 11)
    canvas.drawString(x, y, word)
    x += canvas.stringWidth(word, "Helvetica", 11)
    canvas.setFont("Helvetica", 7)
    canvas.drawString(x, y + 4, mark)
    x += canvas.stringWidth(mark, "Helvetica", 7)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(x, y, after)


@pytest.mark.parametrize(
    ("word", "mark", "after", "wanted"),
    [
        ("Councillor Nora Keel", "1", "", "Councillor Nora Keel"),
        ("Councillor Nora Keel", "12", " (Chair)", "Councillor Nora Keel (Chair)"),
        ("Councillor Nora Keel", "1,2", "", "Councillor Nora Keel"),
        ("Councillor Nora Keel", "†", "", "Councillor Nora Keel"),
        ("The report was noted.", "3", " It was long.", "The report was noted. It was long."),
        ("held on the 1", "st", " of May", "held on the 1st of May"),
        ("held on the 22", "nd", " of May", "held on the 22nd of May"),
        ("a field of 50 m", "2", " was let", "a field of 50 m2 was let"),
    ],
)
def test_raised_marks_of_footnotes_leave_the_word_alone(word: str, mark: str, after: str, wanted: str) -> None:
    def draw(canvas: Canvas) -> None:
        _raised(canvas, LEFT, TOP, word, mark, after)
        put(canvas, ["The next line is long enough to be a line."], TOP - PITCH)

    assert lines_read(draw)[0] == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("P R E S E N T :   Cllr A Moor", "PRESENT: Cllr A Moor"),
        ("M I N U T E S   of the meeting", "MINUTES of the meeting"),
        ("P A R I S H   C O U N C I L", "PARISH COUNCIL"),
        ("A p o l o g i e s", "Apologies"),
        ("P A P P A P", "P A P P A P"),
        ("Cllrs A B Carr and J Dow", "Cllrs A B Carr and J Dow"),
    ],
)
def test_letters_set_apart_are_a_word(line: str, wanted: str) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, [line])
        put(canvas, LIST, TOP - 3 * PITCH)

    assert lines_read(draw)[0].replace("\t", " ") == wanted


@pytest.mark.parametrize("spacing", [2.5, 4, 7])
def test_letters_spaced_out_by_the_font_are_a_word(spacing: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "HARBOUR BOARD", charSpace=spacing)
        put(canvas, LIST, TOP - 3 * PITCH)

    assert lines_read(draw)[0] == "HARBOUR BOARD"


def _ruled(below_top: float, right: float, thick: float) -> list[str]:
    """The lines of the list with a rule drawn over, or under, its third one."""

    def draw(canvas: Canvas) -> None:
        put(canvas, LIST)
        width = canvas.stringWidth(LIST[2], "Helvetica", 11)
        canvas.rect(LEFT, TOP - 2 * PITCH + below_top, width * right, thick, stroke=0, fill=1)

    return lines_read(draw)


@pytest.mark.parametrize("thick", [0.5, 1.0])
@pytest.mark.parametrize("height", [2.8, 3.5, 4.2])
def test_words_with_a_line_through_them_are_not_read(height: float, thick: float) -> None:
    assert _ruled(height, 1, thick) == [*LIST[:2], *LIST[3:]]


@pytest.mark.parametrize(("height", "right", "thick"), [(-1.5, 1, 0.6), (-0.5, 1, 0.6), (3.5, 3, 0.6), (-2, 1, 11)])
def test_underlines_rules_and_bars_strike_nothing_out(height: float, right: float, thick: float) -> None:
    assert _ruled(height, right, thick) == LIST


@pytest.mark.parametrize(("sign", "wanted"), [("\u2714", "✓"), ("\u2718", "✗"), ("\u25a0", "■")])
def test_signs_of_a_symbol_font_are_read_as_they_look(sign: str, wanted: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("ZapfDingbats", 11)
        canvas.drawString(LEFT, TOP, sign)
        canvas.setFont("Helvetica", 11)
        put(canvas, LIST, TOP - 3 * PITCH)

    assert lines_read(draw)[0] == wanted
