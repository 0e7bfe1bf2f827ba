"""Every way of writing minutes that the patterns and layouts describe, on small minutes with invented names.

Each file of `forms/` holds cases: a text, and the records that a reader of the text expects. Only the kinds that a case
lists are compared; of a listed kind all records must be there and no other; of a record only the fields given count.

`forms_not_yet.yaml` names the kinds of a case that the parser does not read yet. The test fails too when such a kind
is read after all: take it off the list, which `python tests/graph_loader/minutes/test_forms.py` prints anew.
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
NOT_YET = FORMS.parent / "forms_not_yet.yaml"


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case with its place, `file/number`."""
    for file in sorted(FORMS.glob("*.yaml")):
        for number, case in enumerate(yaml.safe_load(file.read_text("utf-8")), start=1):
            yield f"{file.stem}/{number}", case


def _parameters() -> Iterator[Any]:
    not_yet = yaml.safe_load(NOT_YET.read_text("utf-8")) or {}
    for place, case in cases():
        title = "-".join(str(case["title"]).split()).replace("[", "(").replace("]", ")")
        yield pytest.param(case, set(not_yet.pop(place, ())), id=f"{place}-{title}")
    assert not not_yet, f"{NOT_YET.name} names cases that do not exist: {sorted(not_yet)}"


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


def differences(case: dict[str, Any]) -> dict[str, list[str]]:
    """What differs from the text's reader, by kind of record."""
    meetings = [to_dict(m) for m in parse(read_bytes(case["text"].encode("utf-8"), "minutes.txt"))]
    found: dict[str, list[str]] = {}
    for kind, wanted in case["expect"].items():
        read = meetings[0][kind]
        lines = difference([wanted] if isinstance(wanted, dict) else wanted, [read] if isinstance(read, dict) else read)
        if lines:
            found[kind] = lines
    return found


@pytest.mark.parametrize(("case", "not_yet"), list(_parameters()))
def test_a_form_is_read_as_a_reader_reads_it(case: dict[str, Any], not_yet: set[str]) -> None:
    wrong = differences(case)
    read_after_all = not_yet - set(wrong)
    assert not read_after_all, f"read after all, take off {NOT_YET.name}: {sorted(read_after_all)}"
    lines = [f"{kind}: {line}" for kind in wrong if kind not in not_yet for line in wrong[kind]]
    assert not lines, "\n" + "\n".join(lines) + "\n\n" + case["text"]


if __name__ == "__main__":
    print("# Kinds of records that the parser does not read yet in a case of forms/, by file and number of the case.")
    for place, case in cases():
        if wrong := differences(case):
            print(f"{place}: [{', '.join(sorted(wrong))}]")
