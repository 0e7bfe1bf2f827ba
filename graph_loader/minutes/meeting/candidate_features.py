"""What is known of each phrase that may name the body that met: where it stands, what lists know of its words, and how
it stands to the other phrases. No word that lists do not hold is among them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ...folding import fold_body
from ...lexicon.entries import of_class
from ..dates.written import dates
from ..features.lexicon import known_word, word_classes
from ..names.bodies import KINDS, body_kind
from ..page.reading import Reading
from ..page.vocabulary import any_of, bare
from .candidates import BodyCandidate
from .heading_names import HeadingBody, is_weak
from .heading_words import before_frame, community, frame, nouns, tail

_WORD = re.compile(r"[^\s,;:.()|]+")
_STEPS = (0, 1, 2, 3, 5, 9)
_MANY = (1, 2, 3, 6, 12)
_SHARES = (0, 2, 5, 9)
_READ = 30_000
"""Signs of the minutes in which a name is counted."""
_BESIDE = 60
_CELL = 300
"""Signs of a cell in which a date is looked for."""
_ROWS = 60


def body_features(reading: Reading, top: int, text: str, found: Sequence[BodyCandidate]) -> list[list[str]]:
    """The features of each candidate of a meeting whose heading ends at `top`, in order."""
    read = " ".join(text[reading.start : min(reading.last, reading.start + _READ)].casefold().split())
    names = [fold_body(c.body.name) for c in found]
    counts = {n: read.count(" ".join(c.body.name.casefold().split())) for n, c in zip(names, found, strict=True)}
    sources: dict[str, set[str]] = defaultdict(set)
    for name, candidate in zip(names, found, strict=True):
        sources[name].add(candidate.source)
    primary = [c for c in found if c.source == "heading" and not c.change and c.body.named and not c.body.outer]
    levels = {row.start: row.level for row in reading.layout.rows[:_ROWS] if row.is_head}
    rows = []
    for i, candidate in enumerate(found):
        own = ["bias", f"source:{candidate.source}", f"change:{candidate.change}"]
        own += _name(candidate.body)
        own += _around(reading, text, candidate, top)
        own += [f"count:{_step(counts[names[i]], _MANY)}", f"sources:{len(sources[names[i]])}"]
        own += [f"also:{s}" for s in sorted(sources[names[i]] - {candidate.source})]
        own += sorted(set(_among(found, names, counts, i)))
        own += _neighbours(primary, candidate)
        if candidate.cell.start in levels:
            own += ["head", f"head:{levels[candidate.cell.start]}"]
        rows.append([*own, *_pairs(own)])
    return rows


def _step(number: int, steps: Sequence[int] = _STEPS) -> int:
    """A number in few steps."""
    return sum(number > s for s in steps)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(of_class('labels', 'of_body'))})[ \t|:;]{{1,6}}$", re.IGNORECASE)


@cache
def _nouns() -> frozenset[str]:
    """The single words that end the names of bodies."""
    return frozenset(w for w in (*of_class("bodies", *KINDS), *of_class("heading_words", "nouns")) if " " not in w)


def _name(body: HeadingBody) -> Iterator[str]:
    """The name itself: its kind, its first and last words, what is inside."""
    name, words = body.name, body.name.split()
    kind = body_kind(name)
    yield from (f"level:{body.level}", f"kind:{kind}", f"kind and words:{kind}:{min(len(words), 3)}")
    yield f"words:{_step(len(words))}"
    yield from (f"first:{_class(words[0])}", f"last:{_class(words[-1])}")
    yield from (flag for flag in ("short", "met", "bare", "named", "outer") if getattr(body, flag))
    yield "capitals" if name.isupper() else "title" if name[:1].isupper() else "small"
    inner = [bare(m[0]) for m in nouns().finditer(name)]
    yield f"nouns:{_step(len(inner))}"
    yield from (f"inside:{noun if noun in _nouns() else '-'}" for noun in inner[:-1])
    classes = {c for word in words for c in word_classes(word)}
    yield from (f"class:{c}" for c in ("titles", "given_names", "months", "words.post") if c in classes)
    told = {
        "weak": is_weak(name),
        "community": community().match(name) is not None,
        "has of": " of " in name.casefold(),
        "sign inside": any(sign in name for sign in ",;:"),
        "bracket": "(" in name and ")" in name,
        "open bracket": "(" in name and ")" not in name,
        "digit": any(sign.isdigit() for sign in name),
        "frame inside": frame().search(name) is not None,
        "all known": all(bare(word) in _nouns() or known_word(word) for word in words),
        "initials": len(words) == 1 and name.isupper(),
    }
    yield from (feature for feature, holds in told.items() if holds)


def _around(reading: Reading, text: str, candidate: BodyCandidate, top: int) -> Iterator[str]:
    """The words beside a name in its cell, and the place of the cell."""
    body, cell = candidate.body, candidate.cell
    page = reading.view.document.text if candidate.source == "title" else text
    before = _WORD.findall(page[max(cell.start, body.start - _BESIDE) : body.start])[::-1]
    after = _WORD.findall(page[body.end : min(cell.end, body.end + _BESIDE)])
    for place, words in (("before", before), ("after", after)):
        for i in range(2):
            yield f"{place}{i}:{_class(words[i]) if i < len(words) else 'edge'}"
    if after and page[body.end : body.end + 1].isspace() and after[0][0].isupper() and not _framing(after[0]):
        yield "goes on"
    if before and page[body.start - 1].isspace() and before[0][0].isupper() and not _framing(before[0]):
        yield "begun before"
    if body.end < cell.end:
        sign = page[body.end : body.end + 1]
        yield f"sign:{sign if sign in ',;:.()' else '-'}"
    if candidate.source in {"heading", "below", "title"}:
        yield from (f"line:{_step(cell.line)}", f"length:{_step((cell.end - cell.start) // 20)}")
        if cell.whole:
            yield "whole cell"
        if dates(page, cell.start, min(cell.end, cell.start + _CELL), 2000):
            yield "date in cell"
        if _field().search(page[max(0, cell.start - _BESIDE) : cell.start].replace("\n", " ")):
            yield "field"
    else:
        yield "in head" if body.start < top else "in text"


def _framing(word: str) -> bool:
    """Whether a word is one of the frame around a name, or a day."""
    return frame().fullmatch(word) is not None or tail().match(word) is not None or bare(word) in before_frame()


def _class(word: str) -> str:
    """A word of the project's lists, else what they know of it, else its shape."""
    if known := known_word(word):
        return known
    if bare(word) in _nouns():
        return bare(word)
    classes = word_classes(word)
    known_as = next((name for name in ("months", "titles", "given_names") if name in classes), None)
    return known_as or (
        "9" if word[:1].isdigit() else "X" if word[:1].isupper() else "x" if word[:1].isalpha() else "?"
    )


def _among(found: Sequence[BodyCandidate], names: Sequence[str], counts: Mapping[str, int], i: int) -> Iterator[str]:
    """How a candidate stands to the others: longer or shorter, before or after them, of which level they are."""
    own, most = found[i].body, 0.0
    for j, other in enumerate(found):
        if names[j] == names[i]:
            continue
        its = other.body
        if its.start <= own.start and own.end <= its.end:
            yield f"within:{other.change or its.level}"
            yield "within there" if counts[names[j]] > 1 else "within once"
        elif own.start <= its.start and its.end <= own.end:
            yield f"around:{other.change or its.level}"
        elif other.source in {"heading", "title"} and its.named and not its.outer:
            where = "before" if its.start < own.start else "after"
            yield f"{where}:{its.level}"
            if its.met:
                yield f"{where} met:{its.level}"
        if counts[names[i]] and f" {names[i]} " in f" {names[j]} ":
            most = max(most, counts[names[j]] / counts[names[i]])
        if f" {names[i]}".endswith(f" {names[j]}"):
            yield "ends with another"
        if f" {names[j]}".endswith(f" {names[i]}"):
            yield f"another ends with it:{other.source}"
    yield f"longer:{_step(int(10 * most), _SHARES)}"
    if not any(c.body.met and c.body.named for c in found):
        yield "none met"


def _neighbours(primary: Sequence[BodyCandidate], candidate: BodyCandidate) -> Iterator[str]:
    """The kind of what the heading names next before and next after a candidate, and how many lines away."""
    if candidate.source != "heading":
        return
    own = candidate.body
    kind = body_kind(own.name)
    for where, others in (
        ("next", [c for c in primary if c.body.start >= own.end][:1]),
        ("previous", [c for c in primary if c.body.end <= own.start][-1:]),
    ):
        for other in others:
            its = other.body
            its_kind, far = body_kind(its.name), min(abs(other.cell.line - candidate.cell.line), 3)
            met = "met" if its.met else "bare" if its.bare else "-"
            yield from (f"{where}:{its_kind}", f"{where}:{kind}:{its_kind}", f"{where}:{kind}:{its_kind}:{met}")
            yield f"{where}:{own.level}:{its.level}:{far}:{met}"
        if not others:
            yield f"{where}:none:{kind}"


_FLAGS = ("goes on", "begun before", "met", "bare", "named", "short", "outer")
_INSIDE = ("sign inside", "digit", "frame inside", "bracket", "open bracket", "has of")


def _pairs(row: Sequence[str]) -> Iterator[str]:
    """Pairs of features that mean something only together."""
    has = set(row)
    flags = [f for f in _FLAGS if f in has]

    def of(*kinds: str) -> list[str]:
        return [f for f in row if f.startswith(kinds)]

    yield from (f"{a}&{b}" for a in of("source:", "change:", "level:", "line:") for b in flags)
    inside = [f for f in _INSIDE if f in has]
    yield from (f"{a}&{b}" for a in of("change:") for b in (*inside, *of("after0:", "before0:", "sign:")))
    others = of("before:", "after:", "before met:", "after met:")
    for level in of("level:"):
        yield from (f"{level}&{other}" for other in others)
        yield from (f"{level}&met&{other}" for other in others if "met" in has)
        yield from (f"{source}&{level}" for source in of("source:"))
