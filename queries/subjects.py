"""People and bodies as users give them: by id, or by a name that fits exactly one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ..graph_loader.folding import fold, fold_body
from ..graph_loader.lexicon.agreement import names_one
from ..graph_loader.lexicon.person_name import parse_name
from ..graph_loader.store import Store
from .catalogue import Row, run


@dataclass(frozen=True)
class Subject:
    """A person or a body: its id, its name, and what tells it from others of that name."""

    id: str
    name: str
    detail: str = ""


class UnknownName(LookupError):  # noqa: N818 - the name is what is unknown
    """Nobody and nothing has this name; `nearest` are names that are written alike; `empty` where there is no name."""

    def __init__(self, name: str, nearest: Sequence[str], empty: bool = False):
        super().__init__(name)
        self.name = name
        self.nearest = tuple(nearest)
        self.empty = empty


class SeveralMatch(LookupError):  # noqa: N818 - several is no error of the program
    """A name fits several people or bodies."""

    def __init__(self, name: str, matches: Sequence[Subject]):
        super().__init__(name)
        self.name = name
        self.matches = tuple(matches)


def find_person(store: Store, given: str) -> Subject:
    """The person with this id or name. Raises `UnknownName` or `SeveralMatch`.

    A name fits when it is the person's own, or one that documents write for the person, or when it agrees with one of
    these in surname and in whatever else it says.
    """
    rows = run(store, "find_people")
    return _choose(given, rows, _person_fits, lambda r: fold(given) in {fold(t) for t in (r["name"], *r["names"])})


def find_body(store: Store, given: str) -> Subject:
    """The body with this id or name; an article does not count. Raises `UnknownName` or `SeveralMatch`."""
    rows = run(store, "find_bodies")
    wanted = fold_body(given)
    return _choose(
        given,
        rows,
        lambda _, r: any(fold_body(t) == wanted for t in (r["name"], *r["names"])),
        lambda r: fold_body(r["name"]) == wanted,
    )


def find_subject(store: Store, given: str) -> Subject:
    """The person or the body with this id or name. Raises `UnknownName` or `SeveralMatch`."""
    found: list[Subject] = []
    nearest: list[str] = []
    empty = True
    for find in (find_person, find_body):
        try:
            found.append(find(store, given))
        except UnknownName as error:
            nearest += error.nearest
            empty = empty and error.empty
        except SeveralMatch as error:
            found += error.matches
    if not found:
        raise UnknownName(given, nearest, empty)
    if len(found) > 1:
        raise SeveralMatch(given, found)
    return found[0]


def _person_fits(given: str, row: Row) -> bool:
    wanted = parse_name(given)
    return any(names_one(wanted, parse_name(text)) for text in (row["name"], *row["names"]))


def _choose(given: str, rows: list[Row], fits, exact) -> Subject:  # type: ignore[no-untyped-def]
    by_id = [r for r in rows if r["id"] == given]
    fitting = by_id or [r for r in rows if exact(r)] or [r for r in rows if fits(given, r)]
    if len(fitting) == 1:
        return Subject(fitting[0]["id"], fitting[0]["name"], fitting[0]["detail"] or "")
    if fitting:
        raise SeveralMatch(given, [Subject(r["id"], r["name"], r["detail"] or "") for r in fitting])
    names = sorted({r["name"] for r in rows})
    folded = {fold(n): n for n in names}
    close = get_close_matches(fold(given), list(folded), n=5, cutoff=0.6)
    wanted = fold(given).split()
    words = [n for n in names if any(w.startswith(g) for w in fold(n).split() for g in wanted if len(g) > 2)]
    raise UnknownName(given, list(dict.fromkeys([*(folded[c] for c in close), *words]))[:6], empty=not rows)
