"""The audit as people work with it: findings first, narrowed down, settled, and held against the last one."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from .conftest import Govgraph

COMMITTEE = "Children's Services Committee"


def test_findings_come_first_the_most_serious_at_the_top(ask: Govgraph) -> None:
    rows = ask("audit", "-f", "json").rows()
    findings = [row for row in rows if row["verdict"] == "finding"]
    assert rows[: len(findings)] == findings
    order = [("high", "medium", "low").index(row["severity"]) for row in findings]
    assert order == sorted(order)
    high = [row["date"] for row in findings if row["severity"] == "high"]
    assert high == sorted(high)


def test_a_table_has_the_findings_a_line_for_each_rule_that_could_not_judge_and_the_counts(ask: Govgraph) -> None:
    rows = ask("audit", "-f", "json").rows()
    findings = [row for row in rows if row["verdict"] == "finding"]
    open_ = [row for row in rows if row["verdict"] == "not_enough_evidence"]
    shown = ask("audit").out
    assert all(row["finding"] in shown for row in findings)
    assert "not_enough_evidence" not in shown
    quorum = sum(row["rule"] == "quorum" for row in open_)
    why = "since no profile states the quorum of the body on that day"
    assert f"- quorum: {quorum} not judged, {why}; a profile with `quorum:` would settle {quorum}\n" in shown
    assert {row["settled_by"] for row in open_ if row["rule"] == "quorum"} == {"A profile with `quorum:`"}
    assert all(row["settled_by"] for row in rows if row["verdict"] != "ok")
    assert shown.splitlines()[-1].startswith(f"{len(findings)} findings: ")
    assert shown.splitlines()[-1].endswith(f"{len(open_)} cases could not be judged")
    assert ask("audit", "--all").out.count("not_enough_evidence") == len(open_)


def test_narrowed_by_body_person_day_severity_and_verdict(ask: Govgraph) -> None:
    rows = ask("audit", "-f", "json").rows()
    of_body = ask("audit", "--body", COMMITTEE, "-f", "json").rows()
    assert of_body == [row for row in rows if row["body"] == COMMITTEE]
    later = ask("audit", "--since", "1 June 2024", "-f", "json").rows()
    assert later == [row for row in rows if (row["date"] or "") >= "2024-06-01"]
    assert {row["severity"] for row in ask("audit", "--severity", "medium", "-f", "json").rows()} == {"high", "medium"}
    assert {row["verdict"] for row in ask("audit", "--verdict", "finding", "-f", "json").rows()} == {"finding"}
    of_person = ask("audit", "--person", "Kezia Lumb", "-f", "json").rows()
    assert of_person == [row for row in rows if row["person"] == "Cllr Kezia Lumb"]
    assert of_person


def test_a_settled_finding_is_left_out_until_it_is_open_again(ask: Govgraph, tmp_path: Path) -> None:
    file = tmp_path / "decisions.toml"
    first = ask("audit", "-f", "json").rows()[0]
    key = first["finding"]
    kept = ask("settle", key, "--why", "the clerk's notes say so", "--by", "A Clerk", "--decisions", file)
    assert kept.code == 0
    assert kept.out == f"{key} is settled ({first['message']}); kept in {file}\n"
    assert key not in ask("audit", "--decisions", file).out
    assert ask("audit", "--decisions", file).out.endswith("; 1 settled are left out\n")
    assert key in ask("audit", "--all", "--decisions", file).out
    (row,) = ask("settle", "--decisions", file, "-f", "json").rows()
    assert (row["finding"], row["who"], row["why"]) == (key, "A Clerk", "the clerk's notes say so")
    assert ask("settle", "--undo", key, "--by", "A Clerk", "--decisions", file).out == f"{key} is open again\n"
    assert key in ask("audit", "--decisions", file).out
    assert ask("settle", "--undo", key, "--decisions", file).code == 3


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("settle", "a-00000000", "--why", "x"), 3, "the audit has no finding “a-00000000”"),
        (("settle", "a-00000000"), 2, "say why with --why"),
        (("audit", "--against", "nowhere.json"), 1, "nowhere.json"),
    ],
)
def test_what_cannot_be_done(ask: Govgraph, tmp_path: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    named = ("--decisions", tmp_path / "d.toml") if arguments[0] == "settle" else ()
    ended = ask(*arguments, *named)
    assert ended.code == code
    assert says in ended.err


def test_what_is_new_open_and_gone_since_the_last_audit(ask: Govgraph, tmp_path: Path) -> None:
    rows = ask("audit", "-f", "json").rows()
    fresh, *others = [row for row in rows if row["verdict"] == "finding"]
    gone = fresh | {"finding": "a-99999999", "message": "no longer found"}
    before = tmp_path / "before.json"
    before.write_text(json.dumps([*others, gone]), "utf-8")
    now = ask("audit", "--against", before, "-f", "json").rows()
    since = {row["finding"]: row["since"] for row in now if row["verdict"] == "finding"}
    assert since == {fresh["finding"]: "new", "a-99999999": "gone"} | {row["finding"]: "open" for row in others}
    shown = ask("audit", "--against", before).out
    assert shown.startswith("since")
    assert shown.splitlines()[-1].startswith(f"{len(others) + 1} findings: ")
    before.write_text('[{"person": "nobody"}]', "utf-8")
    ended = ask("audit", "--against", before)
    assert (ended.code, "is no audit" in ended.err) == (2, True)


def test_only_what_is_asked_for_is_told_as_gone(ask: Govgraph, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(ask("audit", "-f", "json").out, "utf-8")
    findings = [row for row in json.loads(before.read_text("utf-8")) if row["verdict"] == "finding"]
    rule = findings[0]["rule"]
    assert {row["rule"] for row in findings} > {rule}
    for narrowed in ((rule,), ("--body", COMMITTEE), ("--since", "2024-06-01"), ("--severity", "high")):
        rows = ask("audit", *narrowed, "--against", before, "-f", "json").rows()
        assert not [row for row in rows if row["since"] == "gone"], narrowed


def test_the_page_of_an_audit_says_what_would_settle_as_the_terminal_does(ask: Govgraph, tmp_path: Path) -> None:
    page = tmp_path / "audit.html"
    shown = ask("audit", "--html", page).out
    text = unescape(page.read_text("utf-8"))
    lines = [line.removeprefix("- ") for line in shown.splitlines() if line.startswith("- ")]
    assert lines
    assert [line for line in lines if line not in text] == []


def test_a_profile_is_written_to_be_filled_in_and_settles_what_it_says(ask: Govgraph, tmp_path: Path) -> None:
    file = tmp_path / "county.yaml"
    written = ask("profile", "init", "wexmoorshire county council", "-o", file)
    assert (written.code, written.out.count(str(file))) == (0, 2)
    assert ask("profile", "init", "-o", file).code == 2
    assert "name one of: Wexmoorshire County Council" in ask("profile", "init", "Elsewhere", "-o", file).err
    text = file.read_text("utf-8")
    assert "  # committee; 4 meetings, 2022-06-14 to 2024-06-11; at most 20 members listed at once" in text
    assert f'  - name: "{COMMITTEE}"\n    # seats: 20\n    # quorum: …\n' in text
    empty = ask("audit", "quorum", "--profile", file, "-f", "json").rows()
    before = sum(row["settled_by"] == "A profile with `quorum:`" for row in empty)
    assert before
    file.write_text(text.replace("# quorum: …", "quorum: 3"), "utf-8")
    filled = ask("audit", "quorum", "--profile", file, "--every", "-f", "json").rows()
    assert {row["verdict"] for row in filled if row["body"] == COMMITTEE} == {"ok"}
    assert not [row for row in filled if row["settled_by"] == "A profile with `quorum:`"]
    whole = "\n".join(_uncommented(line) for line in text.splitlines())
    file.write_text(whole, "utf-8")
    assert ask("audit", "quorum", "six_months_absence", "remote_meeting", "--profile", file).code == 0


def _uncommented(line: str) -> str:
    """A line of a profile with what it offers taken up; sentences stay comments, and numbers take the place of dots."""
    offered = re.sub(r"^( *)# (?=[\w-]+:( |$)|  )", r"\1", line)
    return re.sub(r"(seats|quorum): …", r"\1: 4", offered)
