"""Who is who, measured on real minutes: `python -m govgraph.benchmarks.identity`.

Loads all minutes of Limerick's municipal districts and the two of Norfolk into a store of its own, asks `govgraph
people --mentions` who is who, lets the reference's own scorer judge the answer, and prints each number beside its bar.
It also lists the people who are written in more than one way that changes the name, counts what stays open, and
compares the cost of a document among all of them with that of one among fifty.

The minutes and the reference lie in a folder `shared` beside the checkout, or where `--shared` says.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govgraph.graph_loader.lexicon.person_name import PersonName, parse_name
from govgraph.graph_loader.pipeline import load
from govgraph.graph_loader.store import Store, open_store
from govgraph.graph_loader.store.connect import local_neo4j
from govgraph.graph_loader.store.local.progress import TerminalProgress

COUNCILS = {"limerick": "Limerick City and County Council", "norfolk": "Norfolk County Council"}
FEW = 50
"""How many documents the cost is compared with: evenly spread over all of them, so that they are alike in length."""
_GOVGRAPH = [sys.executable, "-c", "from govgraph.cli import main; main()"]


@dataclass(frozen=True)
class Measure:
    """One number with its bar; `met` says whether it is reached."""

    name: str
    value: str
    bar: str
    met: bool


def main() -> int:
    """Measures and prints; gives 0 where every bar is reached, 1 where not, 2 where the minutes are not there."""
    arguments = _arguments()
    shared: Path = arguments.shared
    folders = {name: shared / "minutes" / name for name in COUNCILS}
    gold, scorer = shared / "gold" / "identity" / "dev.json", shared / "gold" / "identity" / "score.py"
    missing = [path for path in (*folders.values(), gold, scorer) if not path.exists()]
    if missing:
        print(f"{missing[0]} is not there: this benchmark needs the real minutes and their reference.", file=sys.stderr)
        print("Give the folder that has minutes/ and gold/ with --shared DIR.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="govgraph-benchmark-") as work:
        store_dir = Path(work) / "store"
        try:
            with open_store(None, store_dir) as store:
                return _measure(store, store_dir, folders, (scorer, gold), arguments.people)
        finally:
            local_neo4j(store_dir).stop(TerminalProgress())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    beside = Path(__file__).resolve().parents[2] / "shared"
    parser.add_argument("--shared", type=Path, default=beside, help="the folder with minutes/ and gold/")
    parser.add_argument("--people", type=Path, help="keeps the answer of `govgraph people --mentions` in this file")
    return parser.parse_args()


def _measure(
    store: Store, store_dir: Path, folders: dict[str, Path], gold: tuple[Path, Path], keep: Path | None
) -> int:
    files = sorted(p for p in folders["limerick"].iterdir() if p.suffix == ".txt")
    few = files[:: max(1, len(files) // FEW)][:FEW]
    _timed(store, few, COUNCILS["limerick"])  # what is slow only once: Java warms up
    costs = {}
    for chosen in (few, files):
        _empty(store)
        together = _timed(store, chosen[:-1], COUNCILS["limerick"])
        last = _timed(store, chosen[-1:], COUNCILS["limerick"])
        costs[len(chosen)] = together / (len(chosen) - 1)
        print(f"{len(chosen)} documents: {costs[len(chosen)]:.3f} s a document, {last:.2f} s for the last by itself")
        sys.stdout.flush()
    _timed(store, [folders["norfolk"]], COUNCILS["norfolk"])

    answer = subprocess.run(
        [*_GOVGRAPH, "people", "--mentions", "--format", "json", "--store-dir", str(store_dir)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    people: list[dict[str, Any]] = json.loads(answer)
    with tempfile.TemporaryDirectory() as folder:
        written = keep or Path(folder) / "people.json"
        written.write_text(answer, "utf-8")
        score = subprocess.run(
            [sys.executable, str(gold[0]), str(gold[1]), str(written)], capture_output=True, text=True, check=True
        ).stdout
    print("\n" + score)

    readings = [(p, found) for p in people if (found := _readings(m["text"] for m in p["mentions"]))]
    print(f"{len(people)} people, {len(readings)} of them with more than one reading:")
    for person, found in readings:
        print(f"  {person['name']}: {'; '.join(found)}")
    opened, names = _open(store)
    print(f"\n{sum(opened.values())} names of {names} are open:")
    for text, count in opened.most_common():
        print(f"  {count:4} {text}")
    return _table(_measures(score, sum(opened.values()) / names, costs))


def _timed(store: Store, paths: Sequence[Path], council: str) -> float:
    """Seconds for loading these, in this process alone; raises `SystemExit` where a document fails."""
    start = time.perf_counter()
    for result in load(paths, store, council):
        if result.error:
            raise SystemExit(result.error)
    return time.perf_counter() - start


def _empty(store: Store) -> None:
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def _readings(texts: Iterable[str]) -> list[str]:
    """In which ways the names as written differ in more than form, with how often; empty where in none."""
    names = [n for text in texts if (n := parse_name(text)).surname and not n.letters_only]
    found = []
    for part in (_given, _first_letter, _surname):
        counts = Counter(value for n in names if (value := part(n)))
        if len(counts) > 1:
            found.append(", ".join(f"{value.title()} ×{count}" for value, count in counts.most_common()))
    return found


def _given(name: PersonName) -> str:
    return name.given[0] if name.given else ""


def _first_letter(name: PersonName) -> str:
    return "" if name.given else name.initials[:1]


def _surname(name: PersonName) -> str:
    return name.surname


def _open(store: Store) -> tuple[Counter[str], int]:
    """The names that may mean several people, by their text, and how many names of people there are."""
    rows = store.read(
        "MATCH (m:Mention {of: 'person'})<--(:Fact) WITH DISTINCT m "
        "RETURN m.text AS text, EXISTS { (m)-[:MAY_BE]->() } AS open ORDER BY text"
    )
    return Counter(row["text"] for row in rows if row["open"]), len(rows)


def _measures(score: str, share: float, costs: dict[int, float]) -> list[Measure]:
    carried = re.search(r"mentions (\d+), persons \d+, carried (\d+)", score)
    wrong = re.search(r"wrong merges (\d+)", score)
    pairwise = re.search(r"pairwise precision ([\d.]+)", score)
    cubed = re.search(r"b-cubed precision [\d.]+ recall ([\d.]+)", score)
    if not (carried and wrong and pairwise and cubed):
        raise SystemExit(f"the scorer printed something else than expected:\n{score}")
    mentions, found = int(carried[1]), int(carried[2])
    (few, cost_few), (many, cost_many) = sorted(costs.items())
    ratio = cost_many / cost_few
    return [
        Measure("wrong merges", wrong[1], "0", wrong[1] == "0"),
        Measure("pairwise precision", pairwise[1], "1.0000", float(pairwise[1]) == 1),
        Measure("B-cubed recall", cubed[1], "≥ 0.97", float(cubed[1]) >= 0.97),
        Measure(
            "mentions carried", f"{found / mentions:.4f} ({found} of {mentions})", "≥ 0.98", found >= 0.98 * mentions
        ),
        Measure("open mentions", f"{share:.2%}", "≤ 3 %", share <= 0.03),
        Measure(f"cost at {many} against {few}", f"{ratio:.2f}", "≤ 1.3", ratio <= 1.3),
    ]


def _table(measures: Sequence[Measure]) -> int:
    width = max(len(m.name) for m in measures)
    print(f"\n{'measure':{width}}  {'value':>22}  {'bar':>7}")
    for m in measures:
        print(f"{m.name:{width}}  {m.value:>22}  {m.bar:>7}  {'met' if m.met else 'MISSED'}")
    return 0 if all(m.met for m in measures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
