"""A site of made-up records: hostile names, members of the public, documents without text, what is published where."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from govgraph.website.site import write_site

from .made_up import HOSTILE, MAPS, TEXT, council
from .reading_pages import Read, broken, read, read_all


def _everything(folder: Path) -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.is_file())


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    assert broken(tmp_path) == []


def test_no_name_can_do_anything(tmp_path: Path) -> None:
    write_site(council(HOSTILE, uri="javascript:alert(1)"), tmp_path, MAPS, title=HOSTILE)
    for path, page in read_all(tmp_path).items():
        scripts = page.tags.count("script")
        assert scripts == (2 if path == "search.html" else 0), path
        assert not [link for link in page.links if ":" in link.split("/")[0]], path
    assert broken(tmp_path) == []
    assert HOSTILE in read(tmp_path / "people" / "index.html").words


def test_every_page_keeps_to_itself(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    for file in (tmp_path / path for path in read_all(tmp_path)):
        text = unescape(file.read_text("utf-8"))
        assert "default-src 'none'" in text
        assert '<html lang="en-GB">' in text
        assert text.count("<h1") == 1
        assert text.count("<main") == 1


def test_the_text_is_what_the_document_says(tmp_path: Path) -> None:
    write_site(council(public=True), tmp_path, MAPS)
    page = next((tmp_path / "documents").glob("cllr*")).read_text("utf-8")
    for number, line in enumerate(TEXT.format(name="Cllr Bo Fir").splitlines(), 1):
        shown = page.split(f'<div class="line" id="L{number}">')[1].split('<span class="words" dir="auto">')[1]
        words = read_words(shown.split("</span><ul")[0].split("</span></div>")[0])
        assert words == line


def read_words(html: str) -> str:
    page = Read()
    page.feed(html)
    return page.words


def test_facts_and_lines_lead_to_each_other(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    document = next((tmp_path / "documents").glob("cllr*"))
    meeting = next((tmp_path / "meetings").glob("2024*"))
    assert f"../meetings/{meeting.name}#f-roe" in read(document).links
    assert "#L2" in read(meeting).links
    person = next((tmp_path / "people").glob("cllr-ann-roe*"))
    assert f"../documents/{document.name}#L2" in read(person).links
    assert f"../people/{person.name}" in read(document).links


def test_members_of_the_public_are_nowhere(tmp_path: Path) -> None:
    write_site(council(), tmp_path / "without", MAPS)
    assert "Pat Doe" not in _everything(tmp_path / "without")
    assert "p-doe" not in _everything(tmp_path / "without")
    assert "[name withheld]" in next((tmp_path / "without" / "documents").glob("cllr*")).read_text("utf-8")
    write_site(council(public=True), tmp_path / "with", MAPS)
    assert "Mrs Pat Doe" in read(tmp_path / "with" / "people" / "index.html").words or list(
        (tmp_path / "with" / "people").glob("mrs-pat-doe*")
    )


def test_without_its_text_a_document_has_its_quotations(tmp_path: Path) -> None:
    write_site(council(text=False), tmp_path, MAPS)
    document = read(next((tmp_path / "documents").glob("cllr*")))
    assert "Its text is not in the store" in document.words
    assert "Cllr Ann Roe (Chair)" in document.words
    assert "Apologies:" not in document.words
    assert broken(tmp_path) == []


@pytest.mark.parametrize("uri", ["https://minutes.example/march.txt", "http://minutes.exa mple/a.txt", "file:///etc"])
def test_where_it_was_published_is_a_link(tmp_path: Path, uri: str) -> None:
    write_site(council(uri=uri), tmp_path, MAPS)
    linked = {link for page in read_all(tmp_path).values() for link in page.links if ":" in link.split("/")[0]}
    if uri.startswith("https"):
        assert uri in linked
        assert any(link.startswith(f"{uri}#:~:text=Cllr%20Ann%20Roe") for link in linked)
    else:
        assert linked == set()
