"""Files of a site: the same bytes, nothing written twice, nothing removed that is not a site's, old addresses kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from govgraph.website.site import write_site
from govgraph.website.writing import MANIFEST, SiteError

from .made_up import MAPS, VERSION, council, rich
from .reading_pages import broken, read


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    write_site(council(), tmp_path / "a", MAPS)
    write_site(council(), tmp_path / "b", MAPS)
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    first = write_site(council(), tmp_path, MAPS)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()}
    second = write_site(council(), tmp_path, MAPS)
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_page_that_was_changed_by_hand_is_made_again(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    page = tmp_path / "index.html"
    made = page.read_bytes()
    page.write_text("spoilt", "utf-8")
    assert write_site(council(), tmp_path, MAPS).written == 1
    assert page.read_bytes() == made


def test_what_is_no_more_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("minutes.example", "utf-8")
    write_site(council(public=True), tmp_path, MAPS)
    assert list((tmp_path / "people").glob("mrs-pat-doe*"))
    assert write_site(council(), tmp_path, MAPS).removed >= 1
    assert not list((tmp_path / "people").glob("mrs-pat-doe*"))
    assert (tmp_path / "CNAME").exists()


def test_a_file_that_is_not_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", "utf-8")
    with pytest.raises(SiteError, match="not written by govgraph site"):
        write_site(council(), tmp_path, MAPS)
    assert (tmp_path / "index.html").read_text("utf-8") == "mine"


def test_a_damaged_list_of_files_is_said(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    (tmp_path / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(SiteError, match="damaged"):
        write_site(council(), tmp_path, MAPS)


def test_an_old_address_leads_to_the_new_one(tmp_path: Path) -> None:
    write_site(council(), tmp_path, MAPS)
    records = council()
    known = records.people["p-cole"]
    people = dict(records.people) | {"p-cole": replace(known, name="Mr Ian Cole")}
    for _ in range(2):  # and stays there
        write_site(replace(records, people=people), tmp_path, MAPS)
        old, new = (next((tmp_path / "people").glob(f"{name}.*")) for name in ("mr-cole", "mr-ian-cole"))
        assert f"../people/{new.name}" in read(old).links
        assert broken(tmp_path) == []
    write_site(council(), tmp_path, MAPS)  # the first name again
    assert "Moved" not in read(old).words
    assert "Moved" in read(new).words


CHANGES = {
    "a person’s name": lambda r: replace(
        r, people={**r.people, "p-roe": replace(r.people["p-roe"], name="Dr Ann Roe")}
    ),
    "a body’s name": lambda r: replace(
        r, bodies={**r.bodies, "b-pond": replace(r.bodies["b-pond"], name="Pond Panel")}
    ),
    "a meeting": lambda r: replace(r, meetings={"m-1": replace(r.meetings["m-1"], venue="Hall", date="2024-03-06")}),
    "where it was published": lambda r: replace(
        r, documents={"k": replace(r.documents["k"], uri="https://a.example/b")}
    ),
    "a fact": lambda r: replace(
        r, facts={**r.facts, "f-roe": replace(r.facts["f-roe"], said={**r.facts["f-roe"].said, "role": "Vice-Chair"})}
    ),
    "a spell": lambda r: replace(r, spells=[{**s, "role": "Deputy"} for s in r.spells]),
    "a finding": lambda r: replace(r, audit=[{**row, "message": "something else"} for row in r.audit]),
    "an open name": lambda r: replace(r, open_names=[]),
    "attendance": lambda r: replace(r, attendance=[{**row, "came": 0} for row in r.attendance]),
    "a name to blank": lambda r: replace(r, withheld_names={VERSION: frozenset({"Cllr Ann"})}),
    "a text": lambda r: replace(r, documents={"k": replace(r.documents["k"], text=None)}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_the_pages_are_as_if_made_anew(tmp_path: Path, what: str) -> None:
    records = rich(council())
    write_site(records, tmp_path / "again", MAPS)
    changed = CHANGES[what](records)
    assert write_site(changed, tmp_path / "again", MAPS).written > 0
    write_site(changed, tmp_path / "anew", MAPS)
    anew = {path: content for path, content in _bytes(tmp_path / "anew").items() if path != MANIFEST}
    again = _bytes(tmp_path / "again")
    assert {path: again[path] for path in anew} == anew
