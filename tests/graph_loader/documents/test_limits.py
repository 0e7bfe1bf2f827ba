"""Web pages, ModernGov's XML and parsed minutes give their facts; what is too much or broken is refused in words."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from govgraph.graph_loader.documents import DocumentError, read_bytes, read_parsed
from govgraph.graph_loader.documents import reading as limits
from govgraph.graph_loader.documents.web import HTML_LIMIT
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict, to_json

LISTED = ["Cllr Zoe Odum", "Cllr Bram Tanzy"]
PAGE = """<!DOCTYPE html><html><head><title>Minutes</title><script>alert("no")</script></head><body>
<nav><a href="/">Home</a></nav>
<h1>Harbour Committee</h1><p>Minutes of the meeting held on 3 May 2018 at 10.00 am</p>
<h2>Present</h2><ul><li>Cllr Zoe Odum (Chair)</li><li>Cllr Bram Tanzy</li></ul>
<h2>1. Lights</h2>
<p>It was proposed by Cllr Odum, seconded by Cllr Tanzy and <b>RESOLVED</b> that the lights be mended.</p>
</body></html>"""
XML = """<?xml version="1.0" encoding="utf-8"?>
<meeting xmlns="http://moderngov.co.uk/namespaces">
 <committeetitle>Harbour Committee</committeetitle><meetingdate>03/05/2018</meetingdate>
 <meetingtime>10.00 am</meetingtime>
 <attendees>
  <attendee><attendeename>Cllr Zoe Odum</attendeename><attendeerole>Chair</attendeerole>
   <attendance>Present, as expected</attendance></attendee>
  <attendee><attendeename>Cllr Bram Tanzy</attendeename><attendeerole>Committee Member</attendeerole>
   <attendance>Present, as expected</attendance></attendee>
 </attendees>
 <agendaitems><agendaitem><agendaitemtitle>Lights</agendaitemtitle></agendaitem></agendaitems>
</meeting>"""


@pytest.mark.parametrize(("content", "kind"), [(PAGE, "text/html"), (XML, "xml")], ids=["web page", "ModernGov"])
def test_a_web_page_and_an_export_are_read_as_minutes(content: str, kind: str) -> None:
    """By content and not by name; menus and scripts are no text."""
    document = read_bytes(content.encode(), "download")
    assert kind in document.media_type
    assert "alert" not in document.text
    assert "Home" not in document.text
    (minutes,) = parse(document)
    assert (minutes.meeting.body, minutes.meeting.date) == ("Harbour Committee", "2018-05-03")
    assert [a.person for a in minutes.attendance if a.status == "present"] == LISTED
    for record in minutes.attendance:
        assert document.text[record.span.char_start : record.span.char_end] == record.span.text


def _parsed() -> dict[str, Any]:
    return to_dict(parse(read_bytes(PAGE.encode(), "page.html"))[0])


def test_parsed_minutes_come_back_as_they_were(tmp_path: Path) -> None:
    written = tmp_path / "minutes.json"
    written.write_text(json.dumps(_parsed()), "utf-8")
    (read,) = read_parsed(written.read_bytes(), "minutes.json")
    assert to_json(read) == to_json(parse(read_bytes(PAGE.encode(), "page.html"))[0])


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda m: m["attendance"][1].update(status="there"), "attendance[1].status"),
        (lambda m: m["attendance"][0].pop("person"), "attendance[0].person"),
        (lambda m: m["meeting"]["span"].update(char_start="x"), "meeting.span.char_start"),
        (lambda m: m["attendance"][0]["span"].update(text="other"), "attendance[0]"),
        (lambda m: m.update(unheard=1), "unheard"),
        (lambda m: m["attendance"][0].update(person="A" * 9_000), "attendance[0].person: a name of 9000 characters"),
        (lambda m: m["meeting"].update(body="A" * 9_000), "meeting.body: a name of 9000 characters"),
        (lambda m: m["attendance"][0]["span"].update(line_end=2**63), "attendance[0].span.line_end"),
        (lambda m: m["attendance"][0].update(list=2**70), "attendance[0].list"),
    ],
    ids=[
        "a status that there is not",
        "no person",
        "letters for a number",
        "a quotation too short",
        "a key too many",
        "long name",
        "long body",
        "large line",
        "large list",
    ],
)
def test_wrong_parsed_minutes_are_refused_with_the_path(change: Any, place: str) -> None:
    data = _parsed()
    change(data)
    with pytest.raises(DocumentError) as refused:
        read_parsed(json.dumps(data).encode(), "minutes.json")
    assert place in str(refused.value)
    assert str(refused.value).startswith("minutes.json: ")


def test_a_damaged_file_is_refused_whatever_its_reader_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a flipped byte in the directory of a Word document makes its reader seek before the file."""
    damaged = io.BytesIO()
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    content = damaged.getvalue()
    end = content.rindex(b"PK\x05\x06")
    content = content[: end + 12] + b"\xff\xff\x00\x00" + content[end + 16 :]
    with pytest.raises(DocumentError, match=r"^minutes\.docx: "):
        read_bytes(content, "minutes.docx")

    def fails(*_: object) -> None:
        raise LookupError("of a library")

    monkeypatch.setattr(limits, "_read", fails)
    with pytest.raises(DocumentError, match=r"minutes\.docx: damaged, .* \(LookupError: of a library\); save or fetch"):
        read_bytes(content, "minutes.docx")


def test_too_much_text_is_refused_and_says_what_to_do() -> None:
    """The text, a web page and an export each have their bound."""
    many = b"Present: Cllr Zoe Odum\n" * (limits.TEXT_LIMIT // 20)
    page = PAGE.replace("</body>", "<p>word</p>" * (HTML_LIMIT // 10) + "</body>").encode()
    for content in (many, page):
        with pytest.raises(DocumentError, match=r"minutes\.bin: .*(split|save|export|most)"):
            read_bytes(content, "minutes.bin")


def test_a_file_over_the_bound_is_not_even_opened_whole(tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(limits.LIMIT + 1)
    with pytest.raises(DocumentError, match="larger than 50 MB; split the file"):
        limits.read_document(large)


@pytest.mark.parametrize(("encoding", "said"), [("utf-8", False), ("utf-16", True), ("cp1252", True)])
def test_an_encoding_that_is_not_utf_8_is_stated(encoding: str, said: bool) -> None:
    text = "HARBOUR COMMITTEE\n\n3 May 2018\n\nPresent: Cllr Zoë O’Dowd (Chair), Cllr Bram Tanzy – Vice-Chair\n"
    document = read_bytes(text.encode(encoding), "minutes.txt")
    assert document.text == text
    assert bool(document.notes) is said
    assert any(w.code == "note" for w in parse(document)[0].warnings) is said
