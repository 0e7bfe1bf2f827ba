"""How fast minutes are parsed: `python -m govgraph.benchmarks.parse`.

The text files of a folder are parsed, and the same texts run through spaCy's blank English tokenizer with its
sentencizer, turn by turn in one process; the numbers are documents and megabytes a second of CPU and their ratio.
Then every kind of text that could cost more than its length is parsed at one size and at ten times that, and the ratio
printed: linear is 10, the bar 12. spaCy is no part of govgraph: `pip install spacy` for the comparison.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import statistics
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from govgraph.graph_loader.documents import Document, DocumentError, read_bytes, read_document
from govgraph.graph_loader.minutes import parse

HEAD = "HARBOUR COMMITTEE\n\nMinutes of the meeting held on 3 May 2018\n\n"
CHUNK = 100
"""Documents between two turns, so that a processor that slows down slows both."""
_PARTS = [
    "ba",
    "be",
    "bo",
    "da",
    "den",
    "der",
    "el",
    "en",
    "far",
    "gar",
    "hol",
    "is",
    "jan",
    "ka",
    "kel",
    "lam",
    "ma",
    "mor",
    "na",
    "nor",
    "or",
    "pel",
    "quin",
    "ras",
    "sel",
    "ton",
    "ul",
    "ver",
    "win",
]


def main() -> int:
    """Measures and prints; 0 where all is linear, 1 where not, 2 where there are no minutes."""
    arguments = _arguments()
    paths = sorted(arguments.minutes.rglob("*.txt")) if arguments.minutes.is_dir() else []
    if not paths:
        print(f"{arguments.minutes}: no text files. Give a folder of minutes with --minutes DIR.", file=sys.stderr)
        return 2
    _against_spacy([read_document(path) for path in paths])
    steep = _growth(arguments.size)
    return 1 if steep else 0


def _parse(*documents: Document) -> None:
    for document in documents:
        with suppress(DocumentError):  # a text that is no minutes has been read all the same
            parse(document)


def _against_spacy(documents: list[Document]) -> None:
    megabytes = sum(len(d.text.encode()) for d in documents) / 1e6
    _parse(documents[0])
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        print("spaCy is not installed: only the time of parsing is shown (`pip install spacy` for the ratio)")
        seconds = _timed(_parse, *documents)
        _rate("govgraph", documents, megabytes, seconds)
        return
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp(documents[0].text)

    def tokens(*texts: str) -> None:
        for text in texts:
            nlp(text)

    ours = theirs = 0.0
    ratios = []
    for at in range(0, len(documents), CHUNK):
        some = documents[at : at + CHUNK]
        one = _timed(_parse, *some)
        other = _timed(tokens, *(d.text for d in some))
        ours, theirs = ours + one, theirs + other
        ratios.append(other / one)
    _rate("govgraph", documents, megabytes, ours)
    _rate("spaCy, tokenizer and sentencizer", documents, megabytes, theirs)
    print(f"govgraph's speed is {theirs / ours:.2f} of spaCy's (median of the turns {statistics.median(ratios):.2f})")


def _timed(run: Callable[..., None], *given: object) -> float:
    """The seconds of CPU that it takes: what else the machine does must not count."""
    begin = time.process_time()
    run(*given)
    return time.process_time() - begin


def _rate(name: str, documents: list[Document], megabytes: float, seconds: float) -> None:
    print(f"{name:34} {len(documents) / seconds:8.1f} documents/s {megabytes / seconds:7.2f} MB/s {seconds:7.1f} s")


def _kinds() -> dict[str, Callable[[int], str]]:
    """Texts of about a number of signs, each of one kind; the same for the same number."""

    def words(n: int, title: bool = False) -> list[str]:
        chance = random.Random(n)
        made = ("".join(chance.choice(_PARTS) for _ in range(chance.randint(2, 3))) for _ in range(n // 7))
        return [w.title() if title else w for w in made]

    def names(n: int) -> list[str]:
        row = words(n, True)
        return [f"Cllr {a} {b}" for a, b in zip(row[::2], row[1::2], strict=False)]

    def motions(n: int) -> list[str]:
        row = names(n // 3)
        return [
            f"Moved by {a}, seconded by {b}, and RESOLVED that the lights be mended."
            for a, b in itertools.pairwise(row)
        ]

    return {
        "one line of a letter": lambda n: "x" * n,
        "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
        "titles in a row": lambda n: "Present: " + "Councillor " * (n // 11),
        "titles of every kind": lambda n: (
            "Present: "
            + " ".join(
                random.Random(n).choices(
                    ["Cllr", "Mr", "Mrs", "Councillor", "Dr", "Ms", "Sir", "Rev", "Lord"], k=n // 5
                )
            )
        ),
        "prose": lambda n: " ".join(words(n)),
        "one word a line": lambda n: "\n".join(words(n, True)),
        "a list of names on one line": lambda n: "Present: " + ", ".join(names(n)),
        "a list of names, one a line": lambda n: "Present:\n" + "\n".join(names(n)),
        "apologies of many": lambda n: "Apologies: " + ", ".join(names(n)),
        "many appointed in one sentence": lambda n: "RESOLVED to appoint " + ", ".join(names(n)) + " to the Board.",
        "a list of votes": lambda n: "RESOLVED. For: " + ", ".join(names(n)),
        "a table of people": lambda n: (
            "| Name | Present |\n|---|---|\n" + "\n".join(f"| {x} | yes |" for x in names(n))
        ),
        "motions, one a line": lambda n: "\n".join(motions(n)),
        "motions on one line": lambda n: " ".join(motions(n)),
        "items": lambda n: "\n".join(f"{i}. Lights\nThe lights were mended." for i in range(1, n // 35)),
    }


def _growth(size: int) -> list[str]:
    """Prints what ten times the length costs, and gives the kinds of text for which that is more than twelve times."""
    print(f"\n{'text':34} {'at ' + format(size, ','):>12} {'ten times':>12} {'ratio':>7}")
    steep = []
    for name, make in _kinds().items():
        small, large = (read_bytes((HEAD + make(n) + "\n").encode(), "minutes.txt") for n in (size, 10 * size))
        few = min(_timed(_parse, small) for _ in range(3))
        many = _timed(_parse, large)
        ratio = many / few
        steep += [name] if ratio > 12 else []
        print(f"{name:34} {few:10.3f} s {many:10.3f} s {ratio:7.1f}{'  steep' if ratio > 12 else ''}")
    return steep


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast minutes are parsed, and how the cost grows.")
    beside = Path(__file__).resolve().parents[2] / "shared" / "minutes"
    parser.add_argument("--minutes", type=Path, default=beside, help="the folder with text files of minutes")
    parser.add_argument("--size", type=int, default=20_000, help="signs of the shorter texts whose growth is measured")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
