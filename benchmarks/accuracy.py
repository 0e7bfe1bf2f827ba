"""How much of real minutes is read, and how rightly: `python -m govgraph.benchmarks.accuracy`, or `make accuracy`.

Parses the documents of the reference, compares them by the reference's own scorer and prints a table per kind of fact
and one per document, each number with its counts and a 95 % interval (Wilson's). The facts found are compared with
those of the last committed table, `benchmarks/accuracy.json`: a fact that was found and is lost fails. `--update`
writes the table anew; the facts stand in it as hashes, for real minutes name real people.

The minutes and the reference lie in a folder `shared` beside the checkout, or where `--shared` says.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govgraph.graph_loader.documents import DocumentError, read_document
from govgraph.graph_loader.minutes import parse
from govgraph.graph_loader.parsed_minutes import to_dict
from govgraph.graph_loader.teaching.measure import Count

from .scoring import FactsOf, compared, f1, facts_of, reaches, shares

TABLE = Path(__file__).parent / "accuracy.json"
BARS = {
    "meeting body": 1.0,
    "meeting date": 1.0,
    "present": 0.98,
    "apologies": 0.98,
    "absent": 0.98,
    "in attendance": 0.98,
    "role held": 0.98,
    "substitution": 1.0,
    "declaration": 0.95,
    "appointment": 0.93,
    "motion": 0.95,
    "named vote": 0.97,
}
"""The least F1 for each kind of fact."""


@dataclass
class Result:
    """What was found in all documents: counts per document and kind, and every found fact by its hash."""

    counts: dict[str, dict[str, Count]] = field(default_factory=dict)
    found: dict[str, set[str]] = field(default_factory=dict)

    def by_kind(self) -> dict[str, Count]:
        """The counts of each kind over all documents."""
        totals: dict[str, Count] = {}
        for kinds in self.counts.values():
            for kind, count in kinds.items():
                totals[kind] = totals.get(kind, Count()) + count
        return totals


def measure(documents: list[Path], gold_dir: Path, facts: FactsOf) -> Result:
    """Parses the documents and counts what the reference says is there; a second meeting has a record of its own."""
    result = Result()
    for path in documents:
        try:
            meetings = [to_dict(m) for m in parse(read_document(path))]
        except DocumentError as error:
            print(f"warning: {error}", file=sys.stderr)
            meetings = []
        for i in range(max(1, len(meetings))):
            name = path.stem if i == 0 else f"{path.stem}.{i + 1}"
            gold_file = gold_dir / f"{name}.json"
            if gold_file.exists():
                gold = json.loads(gold_file.read_text("utf-8"))
                _compare(result, name, gold, meetings[i] if i < len(meetings) else {}, facts)
    return result


def _compare(result: Result, name: str, gold: Mapping[str, Any], read: Mapping[str, Any], facts: FactsOf) -> None:
    for kind, both in compared(gold, read, facts).items():
        result.counts.setdefault(name, {})[kind] = both.count
        for key, number in both.found.items():
            for nth in range(number):
                said = f"{name}\0{kind}\0{key}\0{nth}"
                result.found.setdefault(name, set()).add(hashlib.sha256(said.encode()).hexdigest()[:16])


def as_table(result: Result) -> dict[str, Any]:
    """The result as it is committed."""
    return {
        name: {
            "counts": {k: [c.found, c.extra, c.missed] for k, c in kinds.items() if c.found + c.extra + c.missed},
            "found": sorted(result.found.get(name, set())),
        }
        for name, kinds in sorted(result.counts.items())
    }


def losses(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, int]:
    """How many facts that a committed table has are no longer found, by document."""
    lost = {name: len(set(old["found"]) - set(now.get(name, {}).get("found", []))) for name, old in before.items()}
    return {name: number for name, number in lost.items() if number}


def main() -> int:
    """Measures and prints; 0 where every bar is reached and nothing lost, 1 where not, 2 without a reference."""
    arguments = _arguments()
    gold: Path = arguments.gold or arguments.shared / "gold" / "dev"
    scorer, listed = arguments.shared / "gold" / "score.py", arguments.shared / "gold" / "documents.txt"
    missing = [path for path in (gold, scorer, listed) if not path.exists()]
    if missing:
        print(f"{missing[0]} is not there: this benchmark needs the real minutes and their reference.", file=sys.stderr)
        print("Give the folder that has minutes/ and gold/ with --shared DIR.", file=sys.stderr)
        return 2
    documents = [arguments.shared / line for line in listed.read_text("utf-8").split()]
    result = measure(documents, gold, facts_of(arguments.shared))
    low = _print_kinds(result)
    _print_documents(result)
    now = as_table(result)
    before = json.loads(TABLE.read_text("utf-8")) if TABLE.exists() else {}
    lost = losses(before, now)
    gained = losses(now, before)
    print(f"\nagainst the committed table: {sum(gained.values())} facts gained, {sum(lost.values())} lost")
    for name, number in lost.items():
        print(f"  {name}: {number} lost")
    if arguments.update:
        TABLE.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
        print(f"written: {TABLE.name}")
        return 1 if low else 0
    return 1 if low or lost else 0


def _print_kinds(result: Result) -> list[str]:
    """Prints the table per kind and gives the kinds below their bars."""
    print(f"{'fact':14} {'precision':>21} {'recall':>21} {'F1':>6} {'bar':>5}  found extra missed")
    low = []
    for kind, count in result.by_kind().items():
        bar = BARS.get(kind, 0.0)
        mark = "" if reaches(count, bar) else "  below"
        low += [kind] if mark else []
        numbers = f"{count.found:5d} {count.extra:5d} {count.missed:6d}"
        print(f"{kind:14} {shares(count)} {f1(count):6.3f} {bar:5.2f}  {numbers}{mark}")
    return low


def _print_documents(result: Result) -> None:
    print(f"\n{'document':60} found extra missed")
    for name, kinds in sorted(result.counts.items()):
        whole = sum(kinds.values(), Count())
        print(f"{name[:60]:60} {whole.found:5d} {whole.extra:5d} {whole.missed:6d}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How much of real minutes is read, and how rightly.")
    beside = Path(__file__).resolve().parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=beside, help="the folder with minutes/ and gold/")
    parser.add_argument("--gold", type=Path, help="another folder of reference records for the same documents")
    parser.add_argument("--update", action="store_true", help="write the committed table anew")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
