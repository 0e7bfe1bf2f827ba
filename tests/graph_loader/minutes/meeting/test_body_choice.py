"""The choice of the body that met: the likeliest candidate, or a warning that names those that may be it."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.labeller import Labelling, Rows
from govgraph.graph_loader.minutes.labelling.models import models
from govgraph.graph_loader.minutes.labelling.ranking import Ranked
from govgraph.graph_loader.minutes.meeting import body
from govgraph.graph_loader.minutes.meeting.body import RULE

TEXT = (
    "OVERBY BOROUGH COUNCIL\n\nHARBOUR COMMITTEE\n\nMinutes of the meeting held on 9 May 2023\n\nPresent:\nAda Quell\n"
)


def test_the_rule_of_the_span_names_the_model() -> None:
    (read,) = parse(read_bytes(TEXT.encode(), "minutes.txt"))
    found = models()
    assert found is not None
    assert (read.meeting.body, read.meeting.span.text) == ("HARBOUR COMMITTEE", "HARBOUR COMMITTEE")
    assert read.meeting.span.rule == f"body/{found.version}:name"
    assert (read.meeting.parent, read.meeting.parent_basis) == ("OVERBY BOROUGH COUNCIL", "stated")


def test_what_is_not_likely_enough_is_left_out_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "SHARE", 1.01)
    (read,) = parse(read_bytes(TEXT.encode(), "minutes.txt"))
    assert read.meeting.body is None
    (warning,) = (w for w in read.warnings if w.span.rule == RULE)
    assert warning.code == "unsure"
    assert "“HARBOUR COMMITTEE” (" in warning.message
    assert warning.span.text == "HARBOUR COMMITTEE"


PROSE = (
    "Minutes of a meeting of the above Council held at 7 pm in the Reading Room.\n\n"
    "Present: Cllr A Quell, Cllr B Odum\n\n1. Letters: Overby Community Council have asked for a joint meeting.\n"
)


@pytest.mark.parametrize(("text", "met"), [(TEXT, "OVERBY BOROUGH COUNCIL"), (PROSE, None)])
def test_a_name_in_running_text_must_be_likelier_by_itself(
    monkeypatch: pytest.MonkeyPatch, text: str, met: str | None
) -> None:
    def alike(labeller: Labelling, rows: Rows) -> list[Ranked]:
        return [Ranked(float(i == 0), body.FITS_IN_PROSE - 0.01) for i in range(len(rows))]

    monkeypatch.setattr(body, "rank", alike)
    (read,) = parse(read_bytes(text.encode(), "minutes.txt"))
    assert read.meeting.body == met
    if met is None:
        assert any(w.code == "unsure" and "Overby Community Council" in w.message for w in read.warnings)


def test_a_text_that_names_no_body_has_none() -> None:
    (read,) = parse(
        read_bytes(b"Minutes\n\n9 May 2023\n\nPresent:\nAda Quell\nBram Odum\n\n1. Lights\n", "minutes.txt")
    )
    assert read.meeting.body is None
    assert "no_body" in {w.code for w in read.warnings}


def test_without_models_the_first_organ_of_the_heading_met() -> None:
    (read,) = parse(read_bytes(TEXT.encode(), "minutes.txt"), lambda: None)
    assert (read.meeting.body, read.meeting.span.rule) == ("HARBOUR COMMITTEE", RULE)


WRAPPED = (
    "MINUTES OF PROCEEDINGS AT MEETING OF THE {lines}\n"
    "LINE ROAD, FENTON, ON THURSDAY, 9 JULY, 2015, AT 3.00 P.M.\n\nPRESENT:\nCouncillors Quell, Odum and Marrow.\n\n"
    "1. Minutes\n\n(a) Ordinary Meeting of the Municipal District held on 4 June, 2015.\n"
    "(b) Budget Meeting of the Municipal District held on 11 June, 2015.\n\n"
    "2. Roads\n\nThe Municipal District of Fenton-Overby had asked for works at Bridge Street.\n"
)


@pytest.mark.parametrize(
    "lines",
    [
        "MUNICIPAL\nDISTRICT OF FENTON-OVERBY HELD IN THE OLD MILL, NEW",
        "MUNICIPAL DISTRICT\nOF FENTON-OVERBY HELD IN THE OLD MILL, NEW",
        "MUNICIPAL DISTRICT OF\nFENTON-OVERBY HELD IN THE OLD MILL, NEW",
        "MUNICIPAL DISTRICT OF FENTON-OVERBY\nHELD IN THE OLD MILL, NEW",
    ],
)
def test_a_kind_of_community_alone_is_the_one_that_the_text_names(lines: str) -> None:
    (read,) = parse(read_bytes(WRAPPED.format(lines=lines).encode(), "minutes.txt"))
    assert (read.meeting.body or "").casefold() == "municipal district of fenton-overby"
