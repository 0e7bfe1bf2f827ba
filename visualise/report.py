"""Answers as one page to read, print and pass on: every statement with its quotation, document and line.

The page has no script; like a map it asks a network for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from ..queries.audit import not_judged
from .model import Quote, documents_of
from .page import Page, reading_page

Row = Mapping[str, Any]

VERDICTS = {"finding": "Finding", "not_enough_evidence": "Not enough evidence", "ok": "In order"}
_COUNTED = {"finding": "findings", "not_enough_evidence": "without enough evidence", "ok": "rules with nothing found"}
_CHANGED = {
    "joined": "joined",
    "left": "left",
    "role": "changed role",
    "vacant": "seat opened",
    "filled": "seat filled",
}
_SEVERITIES = ("high", "medium", "low")
_NO_BODY = "No body named"


@dataclass(frozen=True)
class Entry:
    """One statement: its mark (a verdict or a kind of fact), what it says, and the passages that say so."""

    mark: str
    style: str
    text: str
    date: str | None = None
    body: str | None = None
    note: str = ""
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Block:
    """Statements of one kind, with what is to be known about all of them: pairs of a term and its text."""

    title: str
    terms: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """Blocks about one subject, such as a body."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Report:
    """A page of answers: what it is called, what it is, its counts, its sections, and its origin in a sentence."""

    title: str
    lead: str
    counts: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    origin: str = ""


def build_report(report: Report) -> Page:
    """The page of a report: the same report gives the same bytes."""
    quotes = (q for s in report.sections for b in s.blocks for e in b.entries for q in e.quotes)
    return reading_page("report.html.j2", report=report, origin=report.origin, documents=documents_of(quotes))


def audit_report(rows: Sequence[Row], rules: Iterable[Any], origin: str = "") -> Page:
    """The findings of an audit as a page, by body and rule; what is in order is counted at the end.

    `rows` are those of `queries.audit.audit`, `rules` those of `queries.audit.rules`, `origin` is
    what both rest on, in a sentence.
    """
    about = {rule.name: rule for rule in rules}
    told = [row for row in rows if row["verdict"] == "finding"]
    open_ = not_judged(rows)
    quiet = [row for row in rows if row["verdict"] == "ok"]
    sections = [
        Section(body, tuple(_block(about[name], list(of)) for name, of in _worst_first(list(rows_of))))
        for body, rows_of in _grouped(told, "body", _NO_BODY)
    ]
    if open_:
        cases = {
            name: list(of) for name, of in _grouped([r for r in rows if r["verdict"] == "not_enough_evidence"], "rule")
        }
        blocks = [_block(one.rule, cases[one.rule.name], str(one)) for one in open_]
        sections.append(Section("What could not be judged", tuple(blocks)))
    if quiet:
        sections.append(
            Section("Nothing found", tuple(_block(about[n], list(of)) for n, of in _grouped(quiet, "rule")))
        )
    counts = tuple((words, sum(row["verdict"] == verdict for row in rows)) for verdict, words in _COUNTED.items())
    lead = (
        "What the minutes say about themselves, rule by rule. A finding is a question to ask, not a reproach: each one "
        "shows the lines that it rests on and what would settle it."
    )
    return build_report(Report("Audit of the minutes", lead, counts, tuple(sections), origin))


def _grouped(rows: Sequence[Row], key: str, none: str = "") -> list[tuple[str, Iterable[Row]]]:
    ordered = sorted(rows, key=lambda row: row[key] or "\uffff")
    return [(name or none, list(of)) for name, of in groupby(ordered, key=lambda row: row[key])]


def _worst_first(rows: Sequence[Row]) -> list[tuple[str, Iterable[Row]]]:
    """The rows by rule: rules with findings first, the most serious of them at the top."""

    def rank(group: tuple[str, Iterable[Row]]) -> tuple[int, str]:
        found = [_SEVERITIES.index(row["severity"]) for row in group[1] if row["verdict"] == "finding"]
        return min(found, default=len(_SEVERITIES)), group[0]

    return sorted(_grouped(rows, "rule"), key=rank)


def _block(rule: Any, rows: Sequence[Row], told: str = "") -> Block:
    terms = (("Rests on", rule.rests_on), ("Needs", rule.needs), ("What would settle it", rule.settles))
    ordered = sorted(rows, key=lambda r: (list(VERDICTS).index(r["verdict"]), r["date"] or "", r["message"]))
    first = (Entry("", "", told),) if told else ()
    return Block(rule.title, terms, (*first, *(_entry(row) for row in ordered)))


def _entry(row: Row) -> Entry:
    verdict = row["verdict"]
    mark = VERDICTS[verdict] + (f" · {row['severity']}" if verdict == "finding" else "")
    style = row["severity"] if verdict == "finding" else verdict
    return Entry(mark, style, row["message"], row["date"], row["body"], quotes=_quotes(row["evidence"]))


def changes_report(rows: Sequence[Row], from_: str, to: str, origin: str = "") -> Page:
    """What differs between two days as a page, by body. `rows` are those of `queries.changes.changes`."""
    sections = [
        Section(body, (Block("", (), tuple(_change(row) for row in of)),)) for body, of in _grouped(rows, "body")
    ]
    counts = tuple((words, sum(row["change"] == change for row in rows)) for change, words in _CHANGED.items())
    lead = (
        f"What differs between {from_} and {to}, body by body. Where minutes do not record who did not come, that "
        "somebody is not listed is no change."
    )
    return build_report(Report(f"Changes from {from_} to {to}", lead, counts, tuple(sections), origin))


def _change(row: Row) -> Entry:
    text = f"{row['person'] or row['role']}: {_CHANGED[row['change']]}" + (f" ({row['role']})" if row["person"] else "")
    return Entry("", "", text, row["date"], row["body"], row["why"], _quotes(row["evidence"]))


def _quotes(evidence: Iterable[Row]) -> tuple[Quote, ...]:
    found = (Quote(e["quote"], e["document"], e["line"], e["rule"], e["part"], e["page"], e["uri"]) for e in evidence)
    return tuple(dict.fromkeys(found))
