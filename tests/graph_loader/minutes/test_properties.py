"""What holds of every text: exact spans, and the same facts however its lines end and its blanks are made."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import Any

from govgraph.graph_loader.documents import DocumentError, read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import ParsedMinutes, to_dict, to_json
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SLOWLY = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
"""The same examples in every run: a test that fails now and then tells nobody what to mend."""

_GIVEN = ("Ada", "Bram", "Ciara", "Dunstan", "Eleri", "Farah", "Gwil", "Hester")
_SURNAMES = ("Quell", "Odum", "Tanzy", "O'Brack", "Marchbank", "van Leer", "Ilkeston-Rowe", "Petrossi", "Yarnold")
_TITLES = ("Cllr", "Councillor", "Mr", "Mrs", "Dr")
NAMES = st.lists(
    st.tuples(st.sampled_from(_TITLES), st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES)).map(" ".join),
    min_size=4,
    max_size=8,
    unique_by=lambda name: name.split()[-1],
)
SIGNS = st.text(
    st.one_of(
        st.sampled_from(list("ABCabc .,;:()[]|-–*_#&'’\"\t\r\n\f0123456789")),
        st.characters(codec="utf-8", exclude_characters="\0"),
    ),
    max_size=400,
)


@st.composite
def minutes_text(draw: st.DrawFn) -> str:
    """Minutes of an invented committee, in one of several layouts."""
    people = draw(NAMES)
    apart = draw(st.integers(2, len(people) - 1))
    there, away = people[:apart], people[apart:]
    present = draw(st.sampled_from(["Present: " + ", ".join(there), "Present:\n" + "\n".join(there)]))
    lines = [
        "HARBOUR COMMITTEE",
        "",
        f"Minutes of the meeting held on {draw(st.integers(1, 28))} May {draw(st.integers(1990, 2030))} at 10.00 am",
        "",
        present,
        "",
        "Apologies: " + " and ".join(away),
        "",
        "1. Lights",
        "",
        f"It was proposed by {there[0]}, seconded by {there[1]} and RESOLVED that the lights be mended.",
        "",
        "2. Interests",
        "",
        f"{there[1]} declared an interest in item 1 as a member of the Pilots' Trust.",
        "",
        "3. Appointments",
        "",
        f"RESOLVED that {there[0]} be appointed to the Lights Board.",
        "",
    ]
    return "\n".join(lines)


def _read(text: str) -> ParsedMinutes:
    return parse(read_bytes(text.encode(), "minutes.txt"))[0]


def _without_places(value: Any) -> Any:
    """A record without where it stands: facts alone."""
    if isinstance(value, dict):
        return {k: _without_places(v) for k, v in value.items() if k not in {"span", "evidence", "source", "warnings"}}
    return [_without_places(v) for v in value] if isinstance(value, list) else value


def _facts(text: str) -> dict[str, Any]:
    facts: dict[str, Any] = _without_places(to_dict(_read(text)))
    return facts


def _check_spans(value: Any, text: str, seen: Counter[str]) -> None:
    if isinstance(value, dict):
        if "char_start" in value:
            seen["spans"] += 1
            start, end = value["char_start"], value["char_end"]
            assert text[start:end] == value["text"]
            assert value["line_start"] == text.count("\n", 0, start) + 1
            assert value["line_end"] == text.count("\n", 0, max(start, end - 1)) + 1
        for one in value.values():
            _check_spans(one, text, seen)
    elif isinstance(value, list):
        for one in value:
            _check_spans(one, text, seen)


@SLOWLY
@given(minutes_text())
def test_every_record_has_an_exact_span(text: str) -> None:
    """The words between its offsets are its quotation, and its lines are those of the text."""
    read = to_dict(_read(text))
    seen: Counter[str] = Counter()
    _check_spans(read, text, seen)
    records = [r for kind in ("attendance", "motions", "appointments", "declarations") for r in read[kind]]
    assert len(records) >= 6, "the text is read at all"
    assert all(r.get("span") for r in records)
    assert seen["spans"] >= len(records)


@SLOWLY
@given(SIGNS, SIGNS)
def test_any_signs_at_all_are_read_or_refused_in_words(before: str, after: str) -> None:
    """No text raises anything but the error for people, and its spans are exact; twice gives the same."""
    text = f"{before}\nHARBOUR COMMITTEE\n3 May 2018\nPresent: Cllr Ada Quell, Cllr Bram Odum\n{after}"
    with suppress(DocumentError):
        document = read_bytes(text.encode(), "minutes.txt")
        found = parse(document)
        for minutes in found:
            _check_spans(to_dict(minutes), document.text, Counter())
        assert [to_json(m) for m in parse(document)] == [to_json(m) for m in found]


@SLOWLY
@given(minutes_text())
def test_windows_line_ends_change_no_fact(text: str) -> None:
    """A carriage return before each line feed."""
    assert _facts(text.replace("\n", "\r\n")) == _facts(text)


@SLOWLY
@given(minutes_text())
def test_tabs_for_blanks_change_no_fact(text: str) -> None:
    """A tab for every blank of the document, or of the sentences only."""
    lines = text.split("\n")
    prose = [line.replace(" ", "\t") if line.startswith(("It was", "RESOLVED")) else line for line in lines]
    for tabbed in (text.replace(" ", "\t"), "\n".join(prose)):
        assert _facts(tabbed) == _facts(text)


@SLOWLY
@given(minutes_text(), st.integers(1, 4), st.booleans())
def test_added_blank_lines_and_page_breaks_change_no_fact(text: str, lines: int, page: bool) -> None:
    """More space between paragraphs, or a new page there."""
    apart = "\n" * lines + ("\f" if page else "") + "\n\n"
    assert _facts(text.replace("\n\n", apart)) == _facts(text)
