"""The site of the fictional county: every link leads somewhere, the same bytes, and what its pages say."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from govgraph.graph_loader.store import Store
from govgraph.website.site import build_site

from .reading_pages import Read, broken, read, read_all

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def county(examples: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    build_site(examples, folder)
    return folder


def _one(county: Path, pattern: str) -> Read:
    found = list(county.glob(pattern))
    assert len(found) == 1, found
    return read(found[0])


def test_every_link_leads_somewhere(county: Path) -> None:
    assert broken(county) == []


def test_there_is_a_page_for_everything(county: Path, examples: Store) -> None:
    for folder, label in (("people", "Person"), ("bodies", "Body"), ("meetings", "Meeting"), ("documents", "Document")):
        count = examples.read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"]
        assert len(list((county / folder).glob("*.html"))) == count + 1, folder


def test_nothing_comes_from_elsewhere(county: Path) -> None:
    outside = {
        link.split("#")[0] for page in read_all(county).values() for link in page.links if link.startswith("http")
    }
    assert outside
    assert all(link.startswith("https://minutes.wexmoorshire.example/") for link in outside)


def test_the_same_store_gives_the_same_bytes_and_nothing_is_written_twice(
    county: Path, examples: Store, tmp_path: Path
) -> None:
    counts = build_site(examples, county)
    assert (counts.written, counts.removed) == (0, 0)
    build_site(examples, tmp_path)
    for file in (p for p in county.rglob("*") if p.is_file()):
        assert (tmp_path / file.relative_to(county)).read_bytes() == file.read_bytes(), file


def test_every_statement_of_a_person_has_its_line(county: Path) -> None:
    page = _one(county, "people/cllr-kezia-lumb.*.html")
    assert {"timeline", "places", "attendance", "meetings"} <= set(page.ids)
    lines = [link for link in page.links if link.startswith("../documents/") and "#L" in link]
    assert len(lines) > 20


def test_the_text_of_a_document_is_whole_and_marked(county: Path, examples: Store) -> None:
    page = _one(county, "documents/2024-06-11*.html")
    text = examples.read(
        "MATCH (d:Document)-[:HAS_VERSION]->(v) WHERE d.name STARTS WITH '2024-06-11' RETURN v.text AS t"
    )
    assert [i for i in page.ids if i.startswith("L")] == [f"L{n}" for n in range(1, text[0]["t"].count("\n") + 2)]
    assert page.tags.count("mark") > 50
    assert any("#:~:text=" in link for p in read_all(county).values() for link in p.links)


def test_who_sits_on_a_body_is_what_the_command_says(county: Path, examples: Store) -> None:
    from govgraph.queries.profiles import term_ends
    from govgraph.queries.subjects import find_body
    from govgraph.queries.who_sat import who_sat

    body = find_body(examples, "Children's Services Committee")
    ends = next(iter(term_ends(examples).values()))
    rows = who_sat(examples, body.id, None, None, ends).rows
    text = next(county.glob(f"bodies/*.{body.id}.html")).read_text("utf-8")
    members = text.split('<h2 id="members">')[1].split('<h2 id="earlier">')[0]
    assert members.count("<tr>") == len(rows) + 1
    for row in rows:
        assert row["person"] is None or row["person_id"] in members


def test_feeds_are_atom_with_a_line_for_each_change(county: Path) -> None:
    feeds = sorted((county / "feeds").glob("*.atom"))
    assert len(feeds) == len(list((county / "bodies").glob("*.html")))
    identities = set()
    for file in feeds:
        feed = ET.parse(file).getroot()
        assert feed.tag == f"{ATOM}feed"
        assert all(feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))
        identities.add(feed.findtext(f"{ATOM}id"))
        for entry in feed.iter(f"{ATOM}entry"):
            assert all(entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "summary"))
    assert len(identities) == len(feeds)
    whole = ET.parse(county / "feeds" / "changes.atom").getroot()
    links = [link.get("href") for entry in whole.iter(f"{ATOM}entry") for link in entry.iter(f"{ATOM}link")]
    assert len(links) > 20
    assert all("#L" in str(link) for link in links)


def test_a_site_that_is_published_somewhere_has_whole_addresses_in_its_feeds(examples: Store, tmp_path: Path) -> None:
    build_site(examples, tmp_path, url="https://minutes.example/site")
    text = (tmp_path / "feeds" / "changes.atom").read_text("utf-8")
    assert 'href="https://minutes.example/site/documents/' in text
    assert 'href="../' not in text
