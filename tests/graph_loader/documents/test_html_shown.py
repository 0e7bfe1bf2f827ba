"""What a web page does not show, or has struck out, is not read, and a note says how much that is."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.minutes import parse

from .pages import TOP, document, roll

HIDDEN = {
    "hidden": ("", "<div hidden>{}</div>"),
    "display": ("", '<div style="display: none">{}</div>'),
    "visibility": ("", '<section style="color:red;visibility:hidden">{}</section>'),
    "opacity": ("", '<div style="opacity:0">{}</div>'),
    "font size": ("", '<div style="font-size:0px">{}</div>'),
    "off the page": ("", '<div style="position:absolute; left:-9999px">{}</div>'),
    "no size": ("", '<div style="height:0;overflow:hidden">{}</div>'),
    "one point large": ("<style>.x{width:1px;height:1px;overflow: hidden}</style>", '<div class="x">{}</div>'),
    "a rule": ("<style>.gone{display:none}</style>", '<div class="gone">{}</div>'),
    "a rule for an identifier": ("<style>p{color:red} #tpl , x{visibility:hidden}</style>", '<div id="tpl">{}</div>'),
    "a rule below another": (
        "<style>/* a */ .a .b {DISPLAY:NONE}</style>",
        '<div class="a"><div class="b">{}</div></div>',
    ),
    "a class of a style sheet": ("", '<div class="row d-none">{}</div>'),
    "read aloud only": ("", '<div class="sr-only">{}</div>'),
    "a template for scripts": ("", '<div aria-hidden="true" class="row-template">{}</div>'),
    "a dialogue that is closed": ("", '<div class="modal" aria-hidden="true" id="m">{}</div><a data-target="#m">x</a>'),
    "dialog": ("", "<dialog>{}</dialog>"),
    "scaled to nothing": ("", "<div style='transform: scale(0)'>{}</div>"),
}
STRUCK = {
    "s": ("", "<s>{}</s>"),
    "strike": ("", "<strike>{}</strike>"),
    "del": ("", '<del datetime="2018-06-01">{}</del>'),
    "style": ("", '<span style="color:red;text-decoration:underline line-through">{}</span>'),
    "a longer style": ("", '<em><b style="text-decoration-line: line-through">{}</b></em>'),
    "a rule": ("<style>.cut{text-decoration:line-through}</style>", '<span class="cut">{}</span>'),
    "a class of a style sheet elsewhere": ("", "<span class='x text-decoration-line-through'>{}</span>"),
}
NEVER = {
    "template": "<template>{}</template>",
    "noscript": "<noscript>{}</noscript>",
    "a field for scripts": '<input type="hidden" value="Present: Cllr Una Gone">',
    "script": "<script>var x = 'Present: Cllr Una Gone';</script>",
    "menu": '<nav><ul><li><a href="/x">Cllr Una Gone</a></li></ul></nav>',
}


@pytest.mark.parametrize(("head", "form"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_is_not_read(head: str, form: str) -> None:
    gone = form.format("<p>Present: Cllr Una Gone</p>")
    read = document(f"{TOP}<h2>Present</h2><ul><li>Cllr Ada Reave</li></ul>{gone}<p>The lights are mended.</p>", head)
    assert "Una" not in read.text
    assert "lights" in read.text
    assert roll(read) == {"Cllr Ada Reave": "present"}
    assert any("hidden" in note and "1 passage left out (22 characters)" in note for note in read.notes)


@pytest.mark.parametrize(("head", "form"), STRUCK.values(), ids=STRUCK)
@pytest.mark.parametrize("place", ["<ul><li>Cllr Ada Reave</li><li>{}</li></ul>", "<p>Cllr Ada Reave</p><p>{}</p>"])
def test_what_is_struck_out_is_not_read(head: str, form: str, place: str) -> None:
    read = document(f"{TOP}<h2>Present</h2>{place.format(form.format('Cllr Una Gone'))}", head)
    assert "Una" not in read.text
    assert roll(read) == {"Cllr Ada Reave": "present"}
    assert read.notes == ("1 passage left out (13 characters): struck out",)


def test_what_was_put_in_is_read() -> None:
    read = document(f"{TOP}<h2>Present</h2><p><del>Cllr Una Gone</del> <ins>Cllr Ada Reave</ins></p>")
    assert roll(read) == {"Cllr Ada Reave": "present"}


def test_struck_cells_and_rows_of_a_table_leave_the_others_in_place() -> None:
    read = document(
        f"{TOP}<table><tr><th>Name</th><th>Attendance</th></tr>"
        "<tr><td><s>Cllr Una Gone</s></td><td>Present</td></tr>"
        "<tr><td>Cllr Ada Reave</td><td><strike>Apologies</strike> Present</td></tr>"
        '<tr style="text-decoration:line-through"><td>Cllr Cy Dane</td><td>Present</td></tr></table>'
    )
    assert roll(read) == {"Cllr Ada Reave": "present"}


@pytest.mark.parametrize("form", NEVER.values(), ids=NEVER)
def test_what_is_there_for_scripts_and_menus_is_not_read(form: str) -> None:
    read = document(f"{form.format('<p>Present: Cllr Una Gone</p>')}{TOP}<h2>Present</h2><p>Cllr Ada Reave</p>")
    assert roll(read) == {"Cllr Ada Reave": "present"}


@pytest.mark.parametrize(
    ("head", "open_", "close"),
    [
        ("<style>body{display:none}</style>", "", ""),
        ("", '<div style="visibility:hidden" id="page">', "</div>"),
        ("", '<main aria-hidden="true">', "</main>"),
        ("", "<nav>", "</nav>"),
        ("", '<form role="search">', "</form>"),
    ],
    ids=["a page that a script shows", "a wrapper", "behind a dialogue", "a menu", "a form"],
)
def test_what_holds_the_page_is_read_whatever_it_is(head: str, open_: str, close: str) -> None:
    body = f"{open_}{TOP}<h2>Present</h2><ul><li>Cllr Ada Reave</li></ul>{close}<p>Guildhall</p>"
    assert roll(document(body, head)) == {"Cllr Ada Reave": "present"}


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("<style>.panel{display:none}</style>", '<button class="accordion">{}</button><div class="panel">{}</div>'),
        ("", '<h2><button aria-expanded="false" aria-controls="a">{}</button></h2><p></p><div id="a" hidden>{}</div>'),
        ("", '<a role="tab" href="#b">{}</a><p></p><div role="tabpanel" id="b" style="display:none">{}</div>'),
        ("", "<details><summary>{}</summary>{}</details>"),
        ("", '<h3>{}</h3><div hidden="until-found">{}</div>'),
        (
            "<style>.box{display:none} input:checked ~ .box{display:block}</style>",
            '<input type="checkbox" id="c"><label for="c"></label><h3>{}</h3><div class="box">{}</div>',
        ),
    ],
    ids=["a button", "a heading", "a tab", "details", "until found", "without scripts"],
)
def test_what_a_reader_can_open_is_read_under_its_heading(head: str, form: str) -> None:
    present = form.format("Present", "<ul><li>Cllr Ada Reave</li></ul>")
    away = form.format("Apologies", "<p>Cllr Tom Vane</p>").replace('"a"', '"aa"').replace('"#b"', '"#bb"')
    away = away.replace('id="b"', 'id="bb"').replace('"c"', '"cc"')
    read = document(f"{TOP}{present}{away}<button>Print</button><button>Share this page</button>", head)
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}
    assert "Print" not in read.text
    assert "Share" not in read.text


def test_rules_for_paper_hide_nothing() -> None:
    head = "<style>@media print{.a{display:none}} @media (max-width:600px){ .a{display:none} } .b{color:red}</style>"
    read = document(f'{TOP}<h2>Present</h2><p class="a">Cllr Ada Reave</p>', head)
    assert roll(read) == {"Cllr Ada Reave": "present"}


def test_what_is_hidden_and_empty_is_no_note() -> None:
    empty = '<div hidden> </div><span style="display:none"></span><input value="x" hidden><p class="d-none"><img></p>'
    assert document(f"{TOP}{empty}<h2>Present</h2><p>Cllr Ada Reave</p>").notes == ()


def test_a_frame_is_read_where_the_file_holds_it_and_counted_where_it_does_not() -> None:
    inside = f"{TOP}<h2>Present</h2><ul><li>Cllr Ada Reave</li><li><s>Cllr Una Gone</s></li></ul>"
    read = document(f"<p>Minutes</p><iframe srcdoc='{inside}'></iframe><iframe src='/minutes.pdf'></iframe>")
    assert roll(read) == {"Cllr Ada Reave": "present"}
    assert read.notes == (
        "1 passage left out: frames with other pages or files",
        "1 passage left out (13 characters): struck out",
    )


def test_frames_inside_one_another_end() -> None:
    page = "<p>The end"
    for _ in range(6):
        page = f'<iframe srcdoc="{page.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    assert "The end" not in document(f"<p>a</p>{page}").text


def test_every_button_of_an_accordion_heads_its_panel() -> None:
    read = document(
        f"{TOP}<button aria-expanded='true'>Present</button><div><p>Cllr Ada Reave</p></div>"
        "<button>Apologies</button><div><p>Cllr Tom Vane</p></div>"
    )
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}


@pytest.mark.parametrize(
    "tick", ["<font face='Wingdings'>&uuml;</font>", "<span style='font-family:Wingdings 2'>P</span>"]
)
def test_signs_of_symbol_fonts_are_read_as_they_look(tick: str) -> None:
    rows = (
        f"<tr><td>Cllr Ada Reave</td><td>{tick}</td><td></td></tr>"
        f"<tr><td>Cllr Tom Vane</td><td></td><td>{tick}</td></tr>"
    )
    head = "<tr><th>Member</th><th>Present</th><th>Apologies</th></tr>"
    read = document(f"{TOP}<table>{head}{rows}</table>")
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "apologies"}


def test_what_a_rule_raises_is_a_footnote() -> None:
    style = "<style>.note { vertical-align: super }</style>"
    read = document(f"{TOP}<p>Present: Cllr Ada Reave<span class='note'>1</span>, Cllr Tom Vane</p>", style)
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Tom Vane": "present"}


UNSEEN = {
    "white": ("", "<span style='color:white'>{}</span>"),
    "white in digits": ("", '<span style="color: #FFFFFF;">{}</span>'),
    "nearly white": ("", '<span style="color:rgb(252, 252, 252)">{}</span>'),
    "an old attribute": ("", '<font color="#fff">{}</font>'),
    "a rule": ("<style>.w{color:#fff}</style>", '<span class="w">{}</span>'),
    "the colour of its own ground": ("", '<span style="color:#003366;background-color:#036">{}</span>'),
}
SEEN = {
    "white on a dark element": ("", '<div style="background:#036"><span style="color:#fff">{}</span></div>'),
    "white on a dark cell": ("", '<table bgcolor="#003366"><tr><td style="color:#fff">{}</td></tr></table>'),
    "white on a picture": ("", '<div style="background-image:url(dark.png)"><span style="color:#fff">{}</span></div>'),
    "a rule colours the ground": ("<style>.d{background:#222}</style>", '<p class="d" style="color:#fff">{}</p>'),
    "another file may colour it": (
        '<link rel="stylesheet" href="site.css">',
        '<div class="banner"><span style="color:#fff">{}</span></div>',
    ),
    "grey": ("", '<span style="color:#888">{}</span>'),
}


@pytest.mark.parametrize(("head", "form"), UNSEEN.values(), ids=UNSEEN)
def test_words_in_the_colour_of_the_page_are_not_read(head: str, form: str) -> None:
    gone = form.format(", Cllr Una Gone")
    read = document(f"{TOP}<p>Present: Cllr Ada Reave{gone}</p><p>The lights are mended.</p>", head)
    assert "Una" not in read.text
    assert roll(read) == {"Cllr Ada Reave": "present"}
    assert "1 passage left out (15 characters): in the colour of the page" in read.notes


@pytest.mark.parametrize(("head", "form"), SEEN.values(), ids=SEEN)
def test_words_on_a_ground_of_another_colour_are_read(head: str, form: str) -> None:
    read = document(f"{TOP}<p>Present: Cllr Ada Reave</p>{form.format('Apologies: Cllr Una Pellow')}", head)
    assert roll(read) == {"Cllr Ada Reave": "present", "Cllr Una Pellow": "apologies"}


def test_every_note_on_a_page_is_told() -> None:
    page = f"{TOP}<p>Present: Cllr Ada Reave<s>, Cllr Odo Gone</s><span style='color:white'>, Cllr Una Gone</span></p>"
    (minutes,) = parse(document(page))
    assert sorted(w.message.partition(": ")[2] for w in minutes.warnings if w.code == "note") == [
        "in the colour of the page",
        "struck out",
    ]
