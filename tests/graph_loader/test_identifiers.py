"""No identifier of any kind is made from an empty or a default value: what is not known makes nothing one."""

from __future__ import annotations

import ast
import hashlib
from pathlib import Path
from typing import Any

import govgraph
import pytest
from govgraph.graph_loader.decisions import decision_id, judge
from govgraph.graph_loader.documents import DocumentError
from govgraph.graph_loader.documents.parsed_json import read_parsed
from govgraph.graph_loader.parsed_minutes import ParsedMinutes, to_json
from govgraph.graph_loader.records import digest, meeting_id
from hypothesis import given, settings
from hypothesis import strategies as st

from .without_store import Graph, graph_of, graph_of_texts

STEADY = settings(max_examples=60, deadline=None, derandomize=True, print_blob=False)
ROOT = Path(govgraph.__file__).parent
MAKERS = {"graph_loader/records.py", "graph_loader/decisions.py"}
"""The only modules that make identifiers."""
CHECKSUMS = {
    "graph_loader/documents/reading.py",  # of a file's bytes
    "graph_loader/minutes/labelling/models.py",  # of a model's bytes
    "graph_loader/reader_hash.py",  # of the code and the models that read
    "graph_loader/parsing.py",  # of a file's bytes
    "graph_loader/pipeline.py",  # of a file's bytes
    "graph_loader/registers/reading.py",  # of a file's bytes
    "graph_loader/whose/claims.py",  # of what is read from a file
    "graph_loader/store/local/backup.py",
    "graph_loader/store/local/jars.py",
    "graph_loader/store/local/kernel.py",
    "visualise/page.py",  # of scripts, for the page's policy,
    "graph_loader/teaching/annotations.py",
    "graph_loader/teaching/package_documents.py",
}
"""Modules that hash whole contents, which identify nothing by parts."""
BLANK = ("", " ", "\t", "\n", "\u00a0")
NOTHING = {hashlib.sha256(joined.encode()).hexdigest()[:16] for n in range(6) for joined in (" " * n, "\x1f" * n)}

UNDATED = "Eastmere Parish Council\n\nMinutes of the meeting held on Monday 31st October at 7.00pm\n\nPresent: {}\n"

FACES = ("***", "—", "!", "Harbour Committee", "Cllr Ada Quell", "Chair", "the Board")
PERHAPS = st.one_of(st.none(), st.just(""), st.just(" "), st.sampled_from(FACES))
PERSON = st.one_of(st.sampled_from(("Cllr Ada Quell", "Mr Bram Odum", "Ciara Tanzy", "***", "AQ", "The Chair", " ")))
DATE = st.sampled_from((None, "2024", "2024-05", "2024-05-14", "2024-06-11"))


def span(at: int = 0) -> dict[str, Any]:
    return {"line_start": 1, "line_end": 1, "char_start": at, "char_end": at + 1, "text": "x", "rule": "made"}


@st.composite
def documents(draw: st.DrawFn) -> tuple[ParsedMinutes, ...]:
    """One document with one or two meetings, any part of which may be missing or say nothing."""
    sha = draw(st.sampled_from("abcdef")) * 64
    meetings = []
    for number in range(draw(st.integers(1, 2))):
        people = draw(st.lists(PERSON, max_size=4))
        data = {
            "schema": "parsed-minutes/1",
            "source": {"name": f"{sha[0]}.txt", "sha256": sha, "media_type": "text/plain"},
            "meeting": {
                "body": draw(PERHAPS),
                "parent": draw(PERHAPS),
                "parent_basis": draw(st.sampled_from((None, "stated", "inferred"))),
                "date": draw(DATE),
                "start": draw(st.sampled_from((None, "", "09:00"))),
                "span": span(number),
            },
            "attendance": [
                {"person": p, "status": "present", "role": draw(PERHAPS), "organisation": draw(PERHAPS), "list": 1}
                | {"organisation_kind": "body", "span": span(10 + i)}
                for i, p in enumerate(people)
            ],
            "appointments": [
                {"person": draw(st.one_of(st.none(), PERSON)), "body": draw(st.sampled_from(FACES))}
                | {"represents": draw(PERHAPS), "role": draw(PERHAPS)}
                | {"action": "appoint", "outcome": "agreed", "span": span(30)}
            ],
            "delegations": [
                {"function": "x", "delegate": draw(st.sampled_from(FACES)), "consult_any": ["***"], "span": span(40)}
            ],
        }  # fmt: skip
        meetings.append(ParsedMinutes.model_validate(data))
    return tuple(meetings)


@pytest.mark.parametrize("parts", [(), ("",), ("scope", ""), *(("a", blank, "b") for blank in BLANK)])
def test_what_says_nothing_makes_no_identifier(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="empty part"):
        digest(*parts)


def test_a_decision_of_nothing_has_no_identifier() -> None:
    with pytest.raises(ValueError, match="says nothing"):
        decision_id(None, "", " ")
    with pytest.raises(ValueError, match="both sides"):
        judge("same", (), (), "A. Reader", "2024-01-01T00:00:00", "none")


@STEADY
@given(st.lists(documents(), min_size=1, max_size=3), st.sampled_from((None, "***", "Eastmere Town Council")))
def test_every_identifier_is_made_of_what_is_there(
    loaded: list[tuple[ParsedMinutes, ...]], council: str | None
) -> None:
    graph = graph_of(loaded, council)  # an empty part anywhere raises
    keys = {
        k for label in ("Person", "Body", "Role", "Seat", "Meeting", "Mention", "Passage") for k in graph.keys(label)
    }
    assert not {key for key in keys if key.partition("-")[2] in NOTHING}
    for rows in graph.derived.values():
        assert all(
            "" not in (edge.start.strip(), edge.end.strip()) for es in rows.edges.values() for edge in es.values()
        )


@STEADY
@given(documents(), documents(), st.sampled_from(("a", "eastmere town council")))
def test_a_meeting_without_body_or_day_is_no_other_documents(
    one: tuple[ParsedMinutes, ...], other: tuple[ParsedMinutes, ...], scope: str
) -> None:
    ids = [[meeting_id(m, scope) for m in document] for document in (one, other)]
    assert ids == [[meeting_id(m, scope) for m in document] for document in (one, other)]
    unknown = {
        key
        for document, keys in zip((one, other), ids, strict=True)
        for m, key in zip(document, keys, strict=True)
        if not m.meeting.body or len(m.meeting.date or "") < 10
    }
    if one[0].source.sha256 != other[0].source.sha256:
        assert not unknown & set(ids[0]) & set(ids[1])
    for keys in ids:
        assert len([k for k in keys if k in unknown]) == len({k for k in keys if k in unknown})


def _people(graph: Graph) -> int:
    return len(graph.keys("Person"))


def test_an_undated_meeting_keeps_its_people_apart() -> None:
    names = "Cllr Jane Ash (Chairman), Cllr Ted Birch, Cllr Olive Elm and Cllr Fred Fir"
    graph = graph_of_texts({"undated.txt": UNDATED.format(names)})
    assert graph.names("Person") == ["Cllr Fred Fir", "Cllr Jane Ash", "Cllr Olive Elm", "Cllr Ted Birch"]


def test_undated_meetings_of_different_documents_are_different() -> None:
    texts = {f"{n}.txt": UNDATED.format(f"Cllr Jane Ash and {n}") for n in ("Cllr Ted Birch", "Cllr Olive Elm")}
    graph = graph_of_texts(texts)
    assert len(graph.keys("Meeting")) == 2
    assert _people(graph) == 3  # Jane Ash is one person of one council


def test_parsed_minutes_of_another_program_must_have_a_hash() -> None:
    data = {
        "schema": "parsed-minutes/1",
        "source": {"name": "x.json", "sha256": "", "media_type": "text/plain"},
        "meeting": {"body": None, "date": None, "span": span()},
    }
    with pytest.raises(DocumentError, match=r"source\.sha256"):
        read_parsed(to_json(ParsedMinutes.model_validate(data)).encode(), "x.json")


def test_identifiers_are_made_in_one_place() -> None:
    hashing, builtin = set(), set()
    for folder in ("graph_loader", "visualise", "queries", "commands"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(file.read_text("utf-8"))
            place = file.relative_to(ROOT).as_posix()
            modules = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
            modules |= {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
            if modules & {"hashlib", "uuid"}:
                hashing.add(place)
            calls = (n.func for n in ast.walk(tree) if isinstance(n, ast.Call))
            if any(isinstance(f, ast.Name) and f.id == "hash" for f in calls):
                builtin.add(place)
    assert hashing == MAKERS | CHECKSUMS, "an identifier is made by records.digest, which refuses empty parts"
    assert builtin == {"graph_loader/lexicon/person_name.py"}  # its own `__hash__`, for sets
