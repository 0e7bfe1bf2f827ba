"""The documentation says what is so: generated parts, links, and the README's answers as a user gets them."""

from __future__ import annotations

from pathlib import Path

from govgraph.docs.answers import QUESTIONS, README, answered
from govgraph.docs.check import problems


def test_generated_parts_are_up_to_date_and_links_lead_somewhere() -> None:
    assert problems() == []


def test_the_answers_in_the_readme_are_real(examples_dir: Path) -> None:
    text = README.read_text("utf-8")
    assert all(f"<!-- begin {name} -->" in text for name in QUESTIONS)
    assert answered(text, examples_dir) == text
