"""Writes fictional councils: `python -m govgraph.benchmarks.generate DIR --councils N --meetings N --seed N`.

DIR/texts/COUNCIL/*.txt       the minutes as texts
DIR/parsed/COUNCIL/*.json     the same as parsed minutes, to load without reading
DIR/truth.json                who sat where from when to when, and who was at which meeting

The same seed gives the same bytes on every machine; a council is the same however many there are.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from ..graph_loader.parsed_minutes import to_json
from .generated.councils import Council, councils
from .generated.minutes import minutes_of


def generate(folder: Path, number: int, meetings: int, seed: int = 1, texts: bool = True) -> list[Council]:
    """Writes so many councils with so many meetings each below a folder, and gives them back.

    Without `texts` only the parsed minutes and the truth.
    """
    made = councils(number, meetings, seed)
    for council in made:
        place = re.sub(r"[^a-z]+", "-", council.name.lower())
        for kind in ("texts", "parsed") if texts else ("parsed",):
            (folder / kind / place).mkdir(parents=True, exist_ok=True)
        for n, sitting in enumerate(council.sittings):
            name = f"{sitting.day}-{sitting.body.lower().replace(' ', '-')}"
            text, parsed = minutes_of(council, n, f"{name}.txt", seed)
            if texts:
                (folder / "texts" / place / f"{name}.txt").write_text(text, "utf-8", newline="\n")
            (folder / "parsed" / place / f"{name}.json").write_text(to_json(parsed), "utf-8", newline="\n")
    truth = json.dumps([_truth(c) for c in made], ensure_ascii=False, indent=1) + "\n"
    (folder / "truth.json").write_text(truth, "utf-8", newline="\n")
    return made


def _truth(council: Council) -> dict[str, Any]:
    people = {p.person.id: p.person.name for p in council.places}
    for sitting in council.sittings:
        people |= {p.id: p.name for p in (*sitting.present, *sitting.apologies, *(p for p, _ in sitting.officers))}
    return {
        "council": council.name,
        "people": dict(sorted(people.items())),
        "places": [
            {"person": p.person.id, "body": p.body, "from": str(p.start), "to": str(p.end), "chair": p.chair}
            for p in council.places
        ],
        "meetings": [
            {
                "body": s.body,
                "date": str(s.day),
                "chair": s.chair.id,
                "present": [p.id for p in s.present],
                "apologies": [p.id for p in s.apologies],
                "in_attendance": [p.id for p, _ in s.officers],
            }
            for s in council.sittings
        ],
    }


def main(
    folder: Annotated[Path, typer.Argument(help="Where they go.", metavar="DIR")],
    number: Annotated[int, typer.Option("--councils", help="How many councils.", min=1)] = 2,
    meetings: Annotated[int, typer.Option(help="Meetings of each.", min=1)] = 50,
    seed: Annotated[int, typer.Option(help="Another seed, other councils.")] = 1,
) -> None:
    """Writes fictional councils."""
    made = generate(folder, number, meetings, seed)
    typer.echo(f"{sum(len(c.sittings) for c in made)} meetings of {len(made)} councils in {folder}")


if __name__ == "__main__":
    typer.run(main)
