"""How long a command takes before it does anything: `python -m govgraph.benchmarks.start_up`.

CPU seconds of a new process, the median of several, beside those of a bare Python that is run in between; the ratio is
what counts. `--modules` lists the modules whose import takes longest (`python -X importtime`).
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys

CASES = {
    "bare Python": "pass",
    "--version": "from govgraph.cli import app; app(['--version'])",
    "--help": "from govgraph.cli import app; app(['--help'])",
    "who-sat, until it asks": "from govgraph.cli import COMMANDS, command; command('who-sat', COMMANDS['who-sat'][0])",
    "load, until it reads": "import govgraph.commands.documents.loading, govgraph.graph_loader.minutes.reading",
}
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)(\S+)")


def seconds(code: str) -> float:
    """CPU seconds of a process that runs this."""
    before = os.times()
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def slowest(code: str, most: int) -> list[tuple[float, str]]:
    """The modules whose own import takes longest, in milliseconds."""
    run = subprocess.run([sys.executable, "-X", "importtime", "-c", code], check=True, capture_output=True, text=True)
    found = [(int(m[1]) / 1000, m[4]) for m in map(_LINE.match, run.stderr.splitlines()) if m]
    return sorted(found, reverse=True)[:most]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=7)
    parser.add_argument("--modules", action="store_true")
    told = parser.parse_args()
    taken: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(told.turns):
        for name, code in CASES.items():
            taken[name].append(seconds(code))
    bare = statistics.median(taken["bare Python"])
    for name, runs in taken.items():
        middle = statistics.median(runs)
        print(f"{name:24} {middle:6.2f} s  {middle / bare:6.1f} times bare Python")
    if told.modules:
        for milliseconds, name in slowest(CASES["who-sat, until it asks"], 15):
            print(f"{milliseconds:8.1f} ms  {name}")


if __name__ == "__main__":
    main()
