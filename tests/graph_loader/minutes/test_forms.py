"""Every way of writing minutes that the patterns and layouts describe, on small minutes with invented names.

Each file of `forms/` holds cases: a text, and the records that a reader of the text expects. Only the kinds that a case
lists are compared; of a listed kind all records must be there and no other; of a record only the fields given count.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict

FORMS = Path(__file__).parent / "forms"


def _cases() -> Iterator[Any]:
    for file in sorted(FORMS.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            title = "-".join(str(case["title"]).split()).replace("[", "(").replace("]", ")")
            yield pytest.param(case, id=f"{file.stem}/{number}-{title}")


def plain(value: Any) -> Any:
    """Text without what the form of a line leaves open: case and single blanks."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold()
    if isinstance(value, list):
        return [plain(v) for v in value]
    return {k: plain(v) for k, v in value.items()} if isinstance(value, dict) else value


def fits(wanted: Any, found: Any) -> bool:
    """Whether a record has every field as wanted."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(fits(v, found.get(k)) for k, v in wanted.items())
    return bool(plain(wanted) == plain(found))


def difference(wanted: list[Any], found: list[Any]) -> list[str]:
    """What is missing and what is too much, in words."""
    left = list(found)
    missing = []
    for record in wanted:
        match = next((f for f in left if fits(record, f)), None)
        if match is None:
            missing.append(record)
        else:
            left.remove(match)
    shown = sorted({k for record in wanted if isinstance(record, dict) for k in record})
    extra = [{k: f.get(k) for k in shown} if shown and isinstance(f, dict) else f for f in left]
    lines = [f"missing: {record}" for record in missing]
    if extra and not shown:
        extra = [_brief(f) for f in extra]
    return lines + [f"extra:   {record}" for record in extra]


def _brief(record: Any) -> Any:
    return (
        {k: v for k, v in record.items() if k not in {"span", "evidence"} and v} if isinstance(record, dict) else record
    )


@pytest.mark.parametrize("case", _cases())
def test_a_form_is_read_as_a_reader_reads_it(case: dict[str, Any]) -> None:
    meetings = [to_dict(m) for m in parse(read_bytes(case["text"].encode("utf-8"), "minutes.txt"))]
    wrong: list[str] = []
    for kind, wanted in case["expect"].items():
        found = meetings[0][kind]
        wanted_list = [wanted] if isinstance(wanted, dict) else wanted
        found_list = [found] if isinstance(found, dict) else found
        wrong += [f"{kind}: {line}" for line in difference(wanted_list, found_list)]
    assert not wrong, "\n" + "\n".join(wrong) + "\n\n" + case["text"]
