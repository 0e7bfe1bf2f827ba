"""Text that nobody wrote for reading: it is left out with a word about it, and everything around it is read as ever."""

from __future__ import annotations

import cProfile
import random

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.minutes.labelling.models import models
from govgraph.graph_loader.minutes.plain_text import plain_text
from govgraph.graph_loader.parsed_minutes import ParsedMinutes, Span
from pydantic import BaseModel

BEFORE = (
    "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 3 May 2018\n\n"
    "Present: Cllr Zoe Odum (Chair), Cllr Bram Tanzy\n\n1. Dredging\n\n"
)
AFTER = (
    "\n\n2. Lights\n\nIt was proposed by Cllr Odum, seconded by Cllr Tanzy and RESOLVED that the lights be mended.\n\n"
    "RESOLVED that Cllr Bram Tanzy be appointed to the Lights Board.\n"
)
HOSTILE = {
    "a line of one letter": "x" * 5_000_000,
    "a line of blanks": " " * 1_000_000,
    "empty lines": "\n" * 300_000,
    "nested brackets": "(" * 100_000 + ")" * 100_000,
    "titles in a row": "Councillor " * 50_000,
    "short titles in a row": "Present: " + "Cllr " * 50_000,
    "titles of every kind": "Mr Mrs Dr Cllr The Rev " * 10_000,
    "one name over and over": "Cllr A Bee, " * 50_000,
    "initials": "A. " * 100_000,
    "a ruling": "-" * 500_000,
    "cells without words": "|   " * 100_000,
    "quotation marks": "\"'" * 200_000,
    "digits": "1" * 500_000,
    "dots apart": ". " * 200_000,
    "a verb over and over": "RESOLVED that " * 40_000,
    "lines of titles": "Councillor\n" * 40_000,
}


def _spans(minutes: ParsedMinutes) -> list[Span]:
    """Every span of a record, however deep it stands."""
    found: list[Span] = []

    def walk(value: object) -> None:
        if isinstance(value, Span):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            for one in value:
                walk(one)
        elif isinstance(value, BaseModel):
            for name in type(value).model_fields:
                walk(getattr(value, name))

    walk(minutes)
    return found


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_what_stands_around_a_hostile_stretch_is_read(hostile: str) -> None:
    """The facts before and after it are the same as without it, every quotation is exact, what is left out is said."""
    text = BEFORE + hostile + AFTER
    document = read_bytes(text.encode(), "minutes.txt")
    assert len(plain_text(document).read.text) < len(BEFORE + AFTER) + 1_000
    (minutes,) = parse(document)
    plain = parse(read_bytes((BEFORE + AFTER).encode(), "minutes.txt"))[0]
    around = [(a.person, a.status) for a in minutes.attendance if a.person not in hostile]
    assert around == [(a.person, a.status) for a in plain.attendance]
    assert [(m.proposer, m.seconder) for m in minutes.motions] == [(m.proposer, m.seconder) for m in plain.motions]
    assert [(a.person, a.body) for a in minutes.appointments] == [(a.person, a.body) for a in plain.appointments]
    for span in _spans(minutes):
        assert text[span.char_start : span.char_end] == span.text
        assert span.line_start == text.count("\n", 0, span.char_start) + 1
    left_out = [w for w in minutes.warnings if w.code == "not_read"]
    assert bool(left_out) is bool(hostile.strip()), "what holds more than blanks is not left out in silence"


def test_nothing_that_people_write_is_left_out() -> None:
    """Rulings, columns, long words and a list of one word a line stay whole."""
    ordinary = (
        BEFORE + "-" * 140 + "\n" + "Name" + " " * 120 + "Ward\n" + "https://example.org/" + "a" * 200 + "\n"
        "| | | | |\n" * 20 + "yes\n" * 30 + AFTER
    )
    assert plain_text(read_bytes(ordinary.encode(), "minutes.txt")).layers == ()


def test_offsets_lead_back_to_the_whole() -> None:
    """Whatever is cut and wherever, an offset of the read text is that of the same sign in the whole."""
    chance = random.Random(7)
    for _ in range(50):
        parts = [
            chance.choice([BEFORE, AFTER, "y" * 2_000, " " * 900, "=" * 1_500, "Cllr A Bee, " * 900]) for _ in range(9)
        ]
        document = read_bytes("\n".join(parts).encode(), "minutes.txt")
        short = plain_text(document)
        for offset in range(0, len(short.read.text), 37):
            assert short.whole.text[short.origin(offset)] == short.read.text[offset]


def _name(n: int) -> str:
    """An invented surname, another for each number."""
    syllables = [c + v for c in "bdfglmnprst" for v in "aeiou"]
    return (syllables[n % 55] + syllables[n // 55 % 55] + "nt").title()


MANY = {
    "substitutes": "Cllr {} deputising for Cllr {}, ",
    "surname first with titles": "{}, Cllr J{}\n",
    "suspended": "Cllr {} (suspended) and Cllr {}, ",
    "another name": "Ada {}, née {}, ",
    "another name without commas": "Ada {} f/k/a {} ",
    "footnotes": "Ada {}1, Ivo {}2, ",
    "boxes": "☑ Ada {} ☐ Ivo {}\n",
    "members": "Members {} and {}, ",
    "tags": "Cllr <b>{}</b> {}, ",
}


@pytest.mark.parametrize("form", MANY.values(), ids=MANY)
def test_the_cost_of_a_list_grows_with_its_length(form: str) -> None:
    calls = []
    for people in (60, 120):
        listed = "".join(form.format(_name(2 * n), _name(2 * n + 1)) for n in range(people))
        document = read_bytes(BEFORE.replace("Cllr Zoe Odum", listed + "Cllr Zoe Odum").encode(), "minutes.txt")
        profile = cProfile.Profile()
        profile.runcall(parse, document, lambda: None)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 2.6 * calls[0]


PLACES = {
    "sentences of one paragraph": "The chair named Ada {0} a member of the {1} Board and Ivo {2} resigned from it.\n",
    "rows of a table": "| Cllr Ada {0} | {1} Board | Cllr Ivo {2} | {1} Panel |\n",
    "one line": "Cllr Ada {0} to the {1} Board, Cllr Ivo {2} to the {1} Committee for {0}, ",
}


@pytest.mark.parametrize("form", PLACES.values(), ids=PLACES)
def test_the_cost_of_places_that_are_labelled_grows_with_their_number(form: str) -> None:
    """However many bodies a paragraph names, the choice among them is one of the nearest."""
    assert models() is not None
    calls = []
    for count in (15, 30):
        told = "".join(form.format(_name(n), _name(7 * n), _name(3 * n + 1)) for n in range(count))
        document = read_bytes(f"{BEFORE}It was agreed to appoint:\n{told}{AFTER}".encode(), "minutes.txt")
        profile = cProfile.Profile()
        profile.runcall(parse, document)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 3 * calls[0]


OVER_AND_OVER = {
    "votes": ("Cllr A{0} Marsh voted for", "Cllr B{0} Penhale voted against", "Cllr C{0} Yelland abstained"),
    "labels": ("FOR: Marsh, Penhale{0}", "AGAINST: Yelland", "Ayes:", "Noes:", "Abstentions: None"),
    "lists": ("Present: Cllr A{0} Marsh (Chair)", "Apologies: Cllr B{0} Penhale", "In attendance:", "Absent: None"),
    "appointments": ("RESOLVED that Cllr A{0} Marsh be appointed to the Lights Board", "Board {0}: Cllr B Penhale"),
    "rows": ("| Lights Board {0} | Cllr A Marsh |", "|---|---|", "| Body | Member |"),
    "items": ("{0}. Minutes", "({0}) the report of the clerk", "Proposed by Cllr Marsh, seconded by Cllr Penhale"),
}


@pytest.mark.parametrize("shuffled", [False, True], ids=["repeated", "shuffled"])
@pytest.mark.parametrize("forms", OVER_AND_OVER.values(), ids=OVER_AND_OVER)
def test_the_cost_of_lines_over_and_over_grows_with_their_number(forms: tuple[str, ...], shuffled: bool) -> None:
    assert models() is not None
    calls = []
    for times in (3, 6):
        lines = [form.format(n) for n in range(10) for form in forms] * times
        if shuffled:
            random.Random(5).shuffle(lines)
        document = read_bytes(f"{BEFORE}{chr(10).join(lines)}{AFTER}".encode(), "minutes.txt")
        profile = cProfile.Profile()
        profile.runcall(parse, document)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 2.6 * calls[0]
