"""What people type, tick, choose, write or stick onto a PDF is read where it stands, or a note says that it is not."""

from __future__ import annotations

from collections import Counter

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from .made_pdf import LEFT, PITCH, TOP, made_pdf, put, read

VALUE = LEFT + 110


def _field(
    canvas: Canvas, y: float, value: str, label: str = "", name: str = "", lines: int = 1, x: float = VALUE
) -> None:
    canvas.acroForm.textfield(
        name=name or f"f{round(y)}",
        tooltip=label or None,
        value=value,
        x=x,
        y=y - 4 - (lines - 1) * PITCH,
        width=330,
        height=PITCH * lines,
        fontSize=10,
        maxlen=1000,
        fieldFlags="multiline" if lines > 1 else "",
        borderWidth=0,
    )


def _form(*rows: tuple[str, str]) -> bytes:
    def draw(canvas: Canvas) -> None:
        y = TOP
        for label, value in rows:
            canvas.drawString(LEFT, y, label)
            lines = max(1, value.count("\n") + 1)
            _field(canvas, y, value, lines=lines)
            y -= PITCH * lines * 1.4

    return made_pdf(draw)


def test_values_stand_beside_their_printed_labels() -> None:
    content = _form(
        ("Committee:", "Harbour Committee"),
        ("Held on:", "Monday 4 March 2024"),
        ("Present:", "Cllr Ann Moor (Chair)\nCllr Bob Dale\nCllr Cy Frost"),
        ("Apologies:", "Cllr Di Marsh"),
        ("Clerk:", "Ed Vane"),
    )
    document = read_bytes(content, "form.pdf")
    assert "Committee:\tHarbour Committee\nHeld on:\tMonday 4 March 2024\n" in document.text
    (minutes,) = parse(document)
    assert minutes.meeting.date == "2024-03-04"
    present = Counter(a.status for a in minutes.attendance if a.status in {"present", "apologies"})
    assert present == {"present": 3, "apologies": 1}


def test_names_in_fields_below_a_printed_label_are_its_list() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Harbour Committee", "Minutes of the meeting held on 4 March 2024", "Present:"])
        for i, name in enumerate(("Cllr Ann Moor", "Cllr Bob Dale", "Cllr Cy Frost")):
            _field(canvas, TOP - (3 + i) * PITCH, name, x=LEFT)
        put(canvas, ["1. Apologies", "There were none."], TOP - 7 * PITCH)

    (minutes,) = parse(read_bytes(made_pdf(draw), "form.pdf"))
    assert [a.person for a in minutes.attendance] == ["Cllr Ann Moor", "Cllr Bob Dale", "Cllr Cy Frost"]


def test_a_page_that_prints_nothing_takes_the_labels_of_its_fields() -> None:
    def draw(canvas: Canvas) -> None:
        _field(canvas, TOP, "Harbour Committee", label="Committee")
        _field(canvas, TOP - 30, "4 March 2024", name="HeldOn")
        _field(canvas, TOP - 60, "Ann Moor", name="Text3")

    lines = [line for line in read(draw)["text"].split("\n") if line]
    assert lines == ["Committee: Harbour Committee", "Held On: 4 March 2024", "Ann Moor"]


@pytest.mark.parametrize("ticked", [True, False])
def test_a_box_is_ticked_or_not_and_keeps_its_label(ticked: bool) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Councillor Ann Moor", "Councillor Bob Dale"])
        canvas.acroForm.checkbox(name="a", tooltip="Present", checked=ticked, x=VALUE + 60, y=TOP - 2, size=11)
        canvas.drawString(VALUE + 76, TOP - PITCH, "Present")
        canvas.acroForm.checkbox(name="b", tooltip="Present", checked=ticked, x=VALUE + 60, y=TOP - PITCH - 2, size=11)

    sign = "☑" if ticked else "☐"
    lines = read(draw)["text"].replace("\t", " ").split("\n")
    assert lines[:2] == [f"Councillor Ann Moor {sign} Present", f"Councillor Bob Dale {sign} Present"]


def test_boxes_under_printed_headings_have_no_second_label() -> None:
    def draw(canvas: Canvas) -> None:
        for x, heading in ((LEFT, "Name"), (VALUE + 60, "Present"), (VALUE + 160, "Apologies")):
            canvas.drawString(x, TOP, heading)
        for i, (name, here) in enumerate((("Cllr Ann Moor", True), ("Cllr Bob Dale", False), ("Cllr Cy Frost", True))):
            y = TOP - (i + 1) * PITCH
            canvas.drawString(LEFT, y, name)
            for column, heading, ticked in ((60, "Present", here), (160, "Apologies", not here)):
                canvas.acroForm.radio(
                    name=f"r{i}", value=heading, selected=ticked, x=VALUE + column + 8, y=y - 2, size=11, tooltip=name
                )

    lines = read(draw)["text"].split("\n")
    assert lines[1:4] == ["Cllr Ann Moor\t☑\t☐", "Cllr Bob Dale\t☐\t☑", "Cllr Cy Frost\t☑\t☐"]


def test_what_is_chosen_in_a_list_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Chair:", "Venue:"])
        options = [("Cllr Ann Moor", "m1"), ("Cllr Bob Dale", "m2")]
        canvas.acroForm.choice(name="c", value="m2", options=options, x=VALUE, y=TOP - 4, width=200, height=15)
        canvas.acroForm.choice(
            name="v",
            value="Town Hall",
            options=["Town Hall", "Depot"],
            x=VALUE,
            y=TOP - PITCH - 4,
            width=200,
            height=15,
        )

    assert read(draw)["text"].split("\n")[:2] == ["Chair:\tCllr Bob Dale", "Venue:\tTown Hall"]


def test_an_empty_form_is_noted() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Harbour Committee", "Present:"])
        _field(canvas, TOP - PITCH, "")
        _field(canvas, TOP - 2 * PITCH, "")

    assert read(draw)["notes"] == ["the PDF is a form of which all 2 fields are empty"]


def test_a_field_that_a_flattened_page_prints_too_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Chair:")
        canvas.drawString(VALUE + 2, TOP, "Cllr Ann Moor")
        _field(canvas, TOP, "Cllr Ann Moor")

    assert read(draw)["text"].count("Moor") == 1


def _annotation(canvas: Canvas, kind: str, said: str, box: tuple[float, float, float, float], **more: object) -> None:
    made = PDFDictionary({"Type": PDFName("Annot"), "Subtype": PDFName(kind), "Contents": PDFString(said)})
    made["Rect"] = PDFArray(list(box))
    for key, value in more.items():
        made[key] = value
    canvas._addAnnotation(made)  # the library has no public way


def test_text_typed_onto_the_page_is_read_in_its_place() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Present:", "Councillor Ann Moor", "", "1. Apologies", "None."])
        _annotation(canvas, "FreeText", "Councillor Bob Dale", (LEFT, TOP - 34, LEFT + 200, TOP - 20))

    lines = [line for line in read(draw)["text"].split("\n") if line]
    assert lines == ["Present:", "Councillor Ann Moor", "Councillor Bob Dale", "1. Apologies", "None."]


def test_a_note_stuck_to_the_page_follows_its_text() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Present:", "Councillor Ann Moor"])
        _annotation(canvas, "Text", "Councillor Dale arrived at 7.15 pm", (400, TOP, 420, TOP + 20))

    assert read(draw)["text"] == "Present:\nCouncillor Ann Moor\n\nNote: Councillor Dale arrived at 7.15 pm\n"


def test_words_marked_as_struck_out_are_not_read_and_a_note_says_so() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Present:", "Councillor Ann Moor", "Councillor Bob Dale"])
        top, bottom = TOP - 2 * PITCH + 10, TOP - 2 * PITCH - 3
        quads = PDFArray([LEFT, top, LEFT + 200, top, LEFT, bottom, LEFT + 200, bottom])
        _annotation(canvas, "StrikeOut", "", (LEFT, bottom, LEFT + 200, top), QuadPoints=quads)

    found = read(draw)
    assert found["text"] == "Present:\nCouncillor Ann Moor\n"
    assert found["notes"] == ["3 words struck out by a mark on the page were left out"]


def test_a_stamp_is_noted() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Present:", "Councillor Ann Moor"])
        _annotation(canvas, "Stamp", "", (300, 300, 400, 350), Name=PDFName("Draft"))

    assert read(draw)["notes"] == ["added to the page and not read: a stamp “Draft”"]


def test_what_is_hidden_is_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, ["Present:", "Councillor Ann Moor"])
        _annotation(canvas, "FreeText", "Councillor Bob Dale", (LEFT, 600, LEFT + 200, 615), F=2)

    assert "Dale" not in read(draw)["text"]
