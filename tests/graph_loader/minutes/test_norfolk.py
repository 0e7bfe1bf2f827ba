"""Two real documents, every record of them, against what a reader of the text wrote down (tests/golden/norfolk)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from govgraph.graph_loader.documents import read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "norfolk"
MINUTES = ROOT.parent / "shared" / "minutes"
DOCUMENTS = {
    "000": MINUTES / "norfolk" / "000_26292387ddb10f8c.txt",
    "004": MINUTES / "norfolk" / "004_ae171706649171c4.txt",
}
KINDS = [
    "meeting",
    "attendance",
    "substitutions",
    "appointments",
    "declarations",
    "motions",
    "votes",
    "delegations",
    "resolutions",
    "contributions",
    "items",
    "bodies",
    "next_meetings",
    "announcements",
    "previous_minutes",
    "corrections",
    "warnings",
]
CUT = " … "
NOTICE = "If you need this document in large print"

pytestmark = [
    pytest.mark.real_minutes,
    pytest.mark.skipif(not MINUTES.is_dir(), reason=f"the real minutes are not beside the checkout ({MINUTES})"),
]


@cache
def stated(document: str) -> dict[str, Any]:
    """What the reader wrote down."""
    records: dict[str, Any] = yaml.safe_load((GOLDEN / f"{document}.yaml").read_text("utf-8"))
    return records


@cache
def parsed(document: str) -> dict[str, Any]:
    """What the parser says; each of the two documents is one meeting."""
    (minutes,) = parse(read_document(DOCUMENTS[document]))
    return to_dict(minutes)


@cache
def text_of(document: str) -> str:
    """The read text, without the parser: the decoded file."""
    return DOCUMENTS[document].read_bytes().decode("utf-8-sig")


def in_order(records: Any) -> list[Any]:
    """The records in the order of the text; a meeting is a list of one."""
    records = [records] if isinstance(records, dict) else records
    return sorted(records, key=lambda r: r["span"]["char_start"] if isinstance(r, dict) else 0)


def without_span(record: Any, kind: str) -> Any:
    """A record as the reader writes it: `line` in the place of the spans, of a warning only its code, no empty note."""
    if not isinstance(record, dict):
        return record
    left_out = {"span", "evidence"} | ({"message"} if kind == "warnings" else set())
    left_out |= {"note"} if record.get("note") is None else set()
    span = record["span"]
    return {k: v for k, v in record.items() if k not in left_out} | {"line": [span["line_start"], span["line_end"]]}


def strings(value: Any) -> Iterator[str]:
    """All texts in nested data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def cut_like(value: Any, cuts: list[str]) -> Any:
    """`value` with each text cut as the reader cut it: to its beginning and its end, if they are the same."""
    if isinstance(value, dict):
        return {k: cut_like(v, cuts) for k, v in value.items()}
    if isinstance(value, list):
        return [cut_like(v, cuts) for v in value]
    if isinstance(value, str):
        halves = ((cut, *cut.split(CUT)) for cut in cuts)
        same = [cut for cut, start, end in halves if value.startswith(start) and value.endswith(end)]
        return max(same, key=len, default=value)
    return value


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """All spans in nested data, those of the evidence and of the warnings included."""
    if isinstance(value, dict) and "char_start" in value:
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from spans(inner)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_records_are_those_that_the_text_states(document: str, kind: str) -> None:
    expected = stated(document)[kind]
    expected = [expected] if isinstance(expected, dict) else expected
    actual = [without_span(r, kind) for r in in_order(parsed(document)[kind])]
    assert cut_like(actual, [s for s in strings(expected) if CUT in s]) == expected


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_span_is_the_text_in_its_place(document: str) -> None:
    text = text_of(document)
    found = list(spans(parsed(document)))
    assert found
    for span in found:
        start, end = span["char_start"], span["char_end"]
        assert start < end
        assert text[start:end] == span["text"]
        lines = text.count("\n", 0, start) + 1, text.count("\n", 0, end - 1) + 1
        assert (span["line_start"], span["line_end"]) == lines


def test_nobody_in_the_appendices_attended() -> None:
    end = text_of("000").index(NOTICE)
    assert all(span["char_end"] <= end for span in spans(parsed("000")["attendance"]))
