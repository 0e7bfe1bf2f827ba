"""Word documents as a person sees them: what is struck out, hidden or a prompt is not read, what is shown is."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.documents.blocks import Table
from govgraph.graph_loader.minutes import parse

from .word_parts import HEADING, ORDINARY, package, paragraph, run, table


def people(body: str) -> dict[str, str]:
    """Who is recorded in a document with this body, and as what."""
    (minutes,) = parse(read_bytes(package(paragraph(HEADING) + body), "made.docx"))
    return {a.person: a.status for a in minutes.attendance}


def text_of(body: str, **options: str | bool) -> str:
    return read_bytes(package(body, **options), "made.docx").text  # type: ignore[arg-type]


def notes_of(body: str) -> tuple[str, ...]:
    return read_bytes(package(body), "made.docx").notes


NOT_READ = [
    ("<w:strike/>", "struck out"),
    ("<w:dstrike/>", "struck out"),
    ('<w:strike w:val="1"/>', "struck out"),
    ("<w:vanish/>", "hidden"),
    ("<w:vanish w:val='true'/>", "hidden"),
]


@pytest.mark.parametrize(("properties", "why"), NOT_READ)
def test_what_is_not_in_force_or_not_shown_is_not_read_and_counted(properties: str, why: str) -> None:
    body = paragraph("Present: Cllr Una Pellow, ", run("Cllr Odo Brack, ", properties), "Cllr Ivo Tarn")
    assert people(body) == {"Cllr Una Pellow": "present", "Cllr Ivo Tarn": "present"}
    (note,) = notes_of(body)
    assert note == f"1 passage left out (15 characters): {why}"


@pytest.mark.parametrize("properties", ['<w:strike w:val="0"/>', '<w:vanish w:val="false"/>', "<w:b/>", "<w:i/>"])
def test_what_is_switched_off_or_only_set_otherwise_is_read(properties: str) -> None:
    body = paragraph("Present: Cllr Una Pellow, ", run("Cllr Odo Brack", properties))
    assert people(body) == {"Cllr Una Pellow": "present", "Cllr Odo Brack": "present"}


def control(content: str, properties: str = "<w:showingPlcHdr/>") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PROMPTS = [
    paragraph("Present: Cllr Una Pellow, ", control(run("Cllr Name Here"))),
    paragraph("Present: Cllr Una Pellow") + control(paragraph("Cllr Name Here")),
    paragraph("Present: Cllr Una Pellow")
    + table(("Apologies", control(paragraph("Click to enter Cllr Name"))), ("", "")),
]


@pytest.mark.parametrize("body", PROMPTS)
def test_the_prompt_of_an_empty_field_is_nobody(body: str) -> None:
    assert people(body) == {"Cllr Una Pellow": "present"}
    assert any("prompts of fields" in note for note in notes_of(body))


def test_what_is_typed_into_a_field_is_read() -> None:
    typed = control(run("Cllr Odo Brack"), "<w:text/>")
    assert people(paragraph("Present: Cllr Una Pellow, ", typed)) == {
        "Cllr Una Pellow": "present",
        "Cllr Odo Brack": "present",
    }


def sym(font: str, code: str) -> str:
    return f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>'


def wingdings(letter: str) -> str:
    return paragraph(run(letter, '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))


BOX = "<w:p><w:r><w:fldChar><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r></w:p>"
MARKS = [
    (sym("Wingdings", "F0FC"), "✓"),
    (sym("Wingdings", "F0FB"), "✗"),
    (sym("Wingdings 2", "F050"), "✓"),
    (sym("Wingdings 2", "F052"), "☑"),
    (sym("Webdings", "F061"), "✓"),
    (sym("Symbol", "F0D6"), "√"),
    (sym("MS Gothic", "2612"), "☒"),
    (wingdings("ü"), "✓"),
    (wingdings("\uf0fe"), "☑"),
    (BOX.format("<w:checked/>"), "☑"),
    (BOX.format('<w:default w:val="1"/>'), "☑"),
    (BOX.format('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
]


@pytest.mark.parametrize(("cell", "mark"), MARKS)
def test_characters_of_symbol_fonts_are_read_as_they_look(cell: str, mark: str) -> None:
    assert f"| Cllr Una Pellow | {mark} |" in text_of(table(("Member", "Present"), ("Cllr Una Pellow", cell)))


@pytest.mark.parametrize(("checked", "mark"), [("1", "☑"), ("0", "☐")])
@pytest.mark.parametrize("sign", [run("☒"), '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run("✗")])
def test_a_check_box_is_ticked_or_not_whatever_sign_it_shows(checked: str, mark: str, sign: str) -> None:
    box = (
        '<w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        f'<w14:checked w14:val="{checked}"/></w14:checkbox>'
    )
    cell = paragraph(control(sign, box))
    assert f"| Cllr Una Pellow | {mark} |" in text_of(table(("Member", "Present"), ("Cllr Una Pellow", cell)))


def test_a_symbol_that_no_chart_has_is_counted_with_its_font_and_code() -> None:
    notes = notes_of(paragraph("Present") + sym("Wingdings 3", "F070") + sym("Wingdings", "F021"))
    assert notes == (
        "1 passage left out: characters of the font Wingdings 3, code F070",
        "1 passage left out: characters of the font Wingdings, code F021",
    )


def merged(text: str, how: str) -> str:
    return f'<w:tcPr><w:vMerge w:val="{how}"/></w:tcPr>{paragraph(text)}'


def test_a_merged_cell_stands_in_every_row_that_it_covers() -> None:
    rows = (
        ("Ward", "Member"),
        (merged("North", "restart"), "Cllr Una Pellow"),
        (merged("", "continue"), "Cllr Odo Brack"),
    )
    document = read_bytes(package(paragraph("Present") + table(*rows)), "made.docx")
    (found,) = (b for b in document.blocks if isinstance(b, Table))
    read = [[document.text[c.start : c.end] for c in row] for row in found.rows]
    assert read == [["Ward", "Member"], ["North", "Cllr Una Pellow"], ["North", "Cllr Odo Brack"]]
    assert found.rows[1][0].row_span == 2


def raised(text: str) -> str:
    return run(text, '<w:vertAlign w:val="superscript"/>')


@pytest.mark.parametrize("mark", ["1", "12", "*", "†", "1, 2", "a"])
def test_raised_marks_of_footnotes_leave_the_word_alone(mark: str) -> None:
    assert "Cllr Una Pellow, Cllr Ivo Tarn" in text_of(paragraph("Cllr Una Pellow", raised(mark), ", Cllr Ivo Tarn"))


@pytest.mark.parametrize("ending", ["st", "nd", "th"])
def test_raised_endings_of_numbers_stay(ending: str) -> None:
    assert f"the 1{ending} of May" in text_of(paragraph("the 1", raised(ending), " of May"))


@pytest.mark.parametrize(
    "content_type",
    [
        ORDINARY,
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ],
)
@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml"])
def test_documents_templates_and_strict_files_read_alike(content_type: str, strict: bool, main: str) -> None:
    body = paragraph("Present: Cllr Una Pellow") + table(("Member", "Ward"), ("Cllr Una Pellow", "North"))
    plain = text_of(body)
    assert "| Cllr Una Pellow | North |" in plain
    assert text_of(body, content_type=content_type, strict=strict, main=main) == plain


def test_a_watermark_in_a_text_box_is_left_out_and_another_text_box_is_read() -> None:
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="{}"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    read = text_of(
        paragraph("Present", box.format("PowerPlusWaterMarkObject1", "DRAFT"), box.format("Box 2", "Cllr Ivo Tarn"))
    )
    assert "DRAFT" not in read
    assert "Cllr Ivo Tarn" in read


UNSEEN = ['<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', '<w:color w:val="FEFEFE"/><w:sz w:val="24"/>']
SEEN = [
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
    '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    '<w:color w:val="auto"/>',
    '<w:sz w:val="16"/>',
]


@pytest.mark.parametrize("properties", UNSEEN)
def test_letters_in_the_colour_of_the_page_or_of_no_size_are_not_read(properties: str) -> None:
    body = paragraph("Present: Cllr Una Pellow, ", run("Cllr Odo Brack, ", properties), "Cllr Ivo Tarn")
    assert people(body) == {"Cllr Una Pellow": "present", "Cllr Ivo Tarn": "present"}
    assert notes_of(body) == ("1 passage left out (15 characters): in the colour of the page or too small to read",)


@pytest.mark.parametrize("properties", SEEN)
def test_letters_on_a_ground_of_another_colour_are_read(properties: str) -> None:
    body = paragraph("Present: Cllr Una Pellow, ", run("Cllr Odo Brack", properties))
    assert people(body) == {"Cllr Una Pellow": "present", "Cllr Odo Brack": "present"}


def test_white_letters_in_a_shaded_cell_are_read() -> None:
    white = run("Present", '<w:color w:val="FFFFFF"/>')
    shaded = f'<w:tcPr><w:shd w:val="clear" w:fill="000080"/></w:tcPr>{paragraph(white)}'
    assert "Present" in text_of(table((shaded, "Cllr Una Pellow")))


@pytest.mark.parametrize("points", ["6", "10", "12"])
def test_digits_moved_up_by_points_are_marks_of_footnotes(points: str) -> None:
    up = run("2", f'<w:position w:val="{points}"/><w:sz w:val="14"/>')
    assert "Cllr Una Pellow, Cllr Ivo Tarn" in text_of(paragraph("Cllr Una Pellow", up, ", Cllr Ivo Tarn"))
    down = run("2", f'<w:position w:val="-{points}"/>')
    assert "CO2 is bad" in text_of(paragraph("CO", down, " is bad"))


DELETED = '<w:tcPr><w:cellDel w:id="1" w:author="a"/></w:tcPr>'


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_deleted_cell_is_not_read(at: int) -> None:
    cells = ["Cllr Una Pellow", "Present"]
    cells.insert(at, DELETED + paragraph("Cllr Odo Brack"))
    document = read_bytes(package(paragraph(HEADING) + table(("Member", "Attendance"), tuple(cells))), "made.docx")
    (found,) = (b for b in document.blocks if isinstance(b, Table))
    read = [[document.text[c.start : c.end] for c in row] for row in found.rows]
    assert read == [["Member", "Attendance"], ["Cllr Una Pellow", "Present"]]
