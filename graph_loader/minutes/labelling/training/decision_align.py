"""From the appointments that a document states to labels of its words: person, body, office, who is replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ....folding import fold
from ...features.acts import act_of
from ...features.headings import Above, acts, heads_above
from ...features.lexicon import word_classes
from ...text import Line, WordPlace, overlap
from ..decisions.labels import BODY, REPLACED, fate
from ..labels import OUTSIDE
from .places import mark_beside, name_words, occurrences, word_index

_ABOVE = 60
"""Lines above a person in which the body may stand."""
_BELOW = 2
_APART = 5
"""Words between two entries of a list at most."""
_WAYS = 40
"""Ways of placing the records of a document that are followed at once."""
_NAMES = {"given_names", "surnames", "particles"}


@dataclass(frozen=True)
class PlacedRecord:
    """A person, or a vacancy, at its place in the text, with the place of the body if it is named there."""

    record: Mapping[str, Any]
    person: WordPlace
    body: WordPlace | None


@dataclass
class AlignedDecisions:
    """A document's labels: one for each word, one for each line; `missed` counts what was not found in the text."""

    words: list[list[str]]
    lines: list[str]
    missed: int = 0
    placed: list[PlacedRecord] = field(default_factory=list)


def fate_of(record: Mapping[str, Any]) -> str:
    """The letter of an appointment's record."""
    return fate(record["action"], record.get("outcome"), record.get("person"))


def align_decisions(
    lines: Sequence[Line], appointments: Sequence[Mapping[str, Any]], listed: Sequence[str], own: str | None
) -> AlignedDecisions:
    """The labels of a document's words and lines.

    `listed` are the labels of its lines as lists of people, `own` is the body that met.
    """
    words = [[OUTSIDE] * len(line.words) for line in lines]
    done = AlignedDecisions(words, [OUTSIDE] * len(lines))
    index = word_index(lines)
    above = heads_above(lines)
    bodies: dict[str, list[WordPlace]] = {}
    for record in appointments:
        body = record.get("body") or ""
        if body not in bodies:
            bodies[body] = _body_places(lines, index, body)
    wanted = []
    for record in appointments:
        person = record.get("person")
        found = list(occurrences(lines, index, name_words(person))) if person else _vacant(lines)
        wanted.append((record, found))
    chosen = _in_order(
        [
            [(p, _score(lines, p, record, bodies[record.get("body") or ""], own, above, listed)) for p in found]
            for record, found in wanted
        ]
    )
    for (record, _), best in zip(wanted, chosen, strict=True):
        if best is None:
            done.missed += 1
            continue
        body = _nearest(best, bodies[record.get("body") or ""])
        is_own = fold(record.get("body") or "") == fold(own or "")
        done.placed.append(PlacedRecord(record, best, body))
        _mark(done, lines, index, best, body, fate_of(record), record, is_own)
    _between(lines, words)
    for i, row in enumerate(words):
        inside = [label for label in row if label != OUTSIDE]
        if inside:
            people = [label[0] for label in inside if label[0] != BODY]
            done.lines[i] = max(sorted(set(people)), key=people.count) if people else BODY
    return done


def _between(lines: Sequence[Line], words: list[list[str]]) -> None:
    """Labels what stands between two entries of one list: signs, `and`, titles, and no more than a few words."""
    flat = [(i, j) for i, row in enumerate(words) for j in range(len(row))]
    before: int | None = None
    for k, (i, j) in enumerate(flat):
        label = words[i][j]
        if label == OUTSIDE or label[0] in {BODY, REPLACED}:
            before = None if label[0] == BODY else before
            continue
        if before is not None and 0 < k - before - 1 <= _APART:
            bi, bj = flat[before]
            middle = flat[before + 1 : k]
            if words[bi][bj][0] == label[0] and all(words[a][b] == OUTSIDE for a, b in middle):
                texts = [lines[a].words[b] for a, b in middle]
                if not any(act_of(w.text) or w.text in {".", "?"} for w in texts):
                    for a, b in middle:
                        words[a][b] = f"{label[0]}-S"
        before = k


def _in_order(found: Sequence[Sequence[tuple[WordPlace, float]]]) -> list[WordPlace | None]:
    """One place for each record, none twice: records stand in the order of the text, those of one list together."""
    # Forwards, each step keeping the best way to every place of its record.
    ways: list[tuple[float, tuple[WordPlace | None, ...]]] = [(0.0, ())]
    for places in found:
        reached: list[tuple[float, tuple[WordPlace | None, ...]]] = []
        for place, score in [*places, (None, -8.0)]:
            ways_there = [(s, way) for s, way in ways if place is None or not _is_taken(way, place)]
            fits = [(s + score + _step(way, place), way) for s, way in ways_there]
            if fits:
                total, way = max(fits, key=lambda f: f[0])
                reached.append((total, (*way, place)))
        ways = sorted(reached, key=lambda r: -r[0])[:_WAYS]
    return list(max(ways, key=lambda w: w[0])[1])


def _is_taken(way: Sequence[WordPlace | None], place: WordPlace) -> bool:
    return any(taken is not None and overlap(taken, place) for taken in way)


def _step(way: Sequence[WordPlace | None], place: WordPlace | None) -> float:
    before = next((p for p in reversed(way) if p is not None), None)
    if before is None or place is None:
        return 0.0
    gap = place[0] - before[0]
    if gap < 0 or (gap == 0 and place[1] < before[1]):
        return -1.0
    return 2.0 if gap <= 2 else 1.0 if gap <= 6 else 0.0


def _vacant(lines: Sequence[Line]) -> list[WordPlace]:
    """Words that say that a seat is empty."""
    found: list[WordPlace] = []
    for i, line in enumerate(lines):
        for j, word in enumerate(line.words):
            plain = word.text.casefold()
            if plain.startswith(("vacan", "tbc", "tba", "unfilled")) or (plain == "to" and _to_be(line, j)):
                found.append((i, j, j + 1))
    return found


def _to_be(line: Line, at: int) -> bool:
    rest = [w.text.casefold() for w in line.words[at + 1 : at + 3]]
    return len(rest) == 2 and rest[0] == "be" and rest[1] in {"confirmed", "advised", "appointed", "filled", "decided"}


def _body_places(lines: Sequence[Line], index: Mapping[str, list[tuple[int, int]]], body: str) -> list[WordPlace]:
    """Where the words of a body's name stand one after the other, in one line or carried on in the next."""
    words = fold(body).replace("'", "").split()
    for n in range(len(words), max(1, len(words) - 3), -1):
        if n > 1 or n == len(words):
            found = list(occurrences(lines, index, words[:n]))
            if found:
                return found
    return []


def _nearest(person: WordPlace, places: Sequence[WordPlace]) -> WordPlace | None:
    """The body's place that goes with a person's: in the same line, else the last above, else just below."""
    same = [p for p in places if p[0] == person[0]]
    if same:
        return min(same, key=lambda p: (abs(p[1] - person[1]), p[1]))
    over = [p for p in places if 0 < person[0] - p[0] <= _ABOVE]
    under = [p for p in places if 0 < p[0] - person[0] <= _BELOW]
    if over and under:
        return under[0] if person[0] - over[-1][0] > _ABOVE // 6 else over[-1]
    return over[-1] if over else under[0] if under else None


def _score(
    lines: Sequence[Line],
    place: WordPlace,
    record: Mapping[str, Any],
    bodies: Sequence[WordPlace],
    own: str | None,
    above: Sequence[Above],
    listed: Sequence[str],
) -> float:
    """How much a place looks like the one where a person is given, or gives up, a place."""
    at = place[0]
    is_own = fold(record.get("body") or "") == fold(own or "")
    body = _nearest(place, bodies)
    score = 0.0
    if body is not None:
        away = abs(at - body[0])
        score += (4 if not is_own else 1) - min(away, 30) * (0.1 if body[0] <= at else 0.5)
    role = fold(record.get("role") or "").split()
    near = range(max(0, at - 2), min(len(lines), at + 2))
    over = [i for i in (above[at].heading, above[at].lead, above[at].column) if i is not None]
    text = {i: fold(" ".join(w.text for w in lines[i].words)) for i in {*near, *over}}
    if role and any(" ".join(role) in t for t in text.values()):
        score += 3 if " ".join(role) in text[at] else 2
    if acts(lines[at].words) or any(acts(lines[i].words) for i in over):
        score += 2
    if "join" in acts(lines[at].words) or "leave" in acts(lines[at].words) or "vacant" in acts(lines[at].words):
        score += 2
    if listed[at] in {"p", "a", "x", "i"}:
        score -= 6
    if _moves(lines[at], place):
        score -= 6
    before = lines[at].words[place[1] - 1] if place[1] else None
    if before and before.kind == "word" and before.text[0].isupper() and not word_classes(before.text) - _NAMES:
        score -= 4  # the end of a longer name
    return score


def _moves(line: Line, place: WordPlace) -> bool:
    """Whether somebody at this place only moves or seconds."""
    before = [w.text.casefold() for w in line.words[max(0, place[1] - 4) : place[1]]]
    after = [w.text.casefold() for w in line.words[place[2] : place[2] + 2]]
    verbs = ("mov", "second", "propos")
    return any(w.startswith(verbs) for w in before) or any(w in {"moved", "seconded", "proposed"} for w in after)


def _mark(
    done: AlignedDecisions,
    lines: Sequence[Line],
    index: Mapping[str, list[tuple[int, int]]],
    place: WordPlace,
    body: WordPlace | None,
    letter: str,
    record: Mapping[str, Any],
    is_own: bool,
) -> None:
    at, first, last = place
    row = done.words[at]
    row[first] = f"{letter}-N"
    for i in range(first + 1, last):
        row[i] = f"{letter}-n"
    if body is not None and (not is_own or body[0] == at):
        for i in range(body[1], body[2]):
            if done.words[body[0]][i] == OUTSIDE:
                done.words[body[0]][i] = f"{BODY}-N" if i == body[1] else f"{BODY}-n"
    if record.get("role"):
        mark_beside(done.words, lines, place, f"{letter}-R", fold(str(record["role"])).split())
    if record.get("replaces"):
        old = [p for p in occurrences(lines, index, name_words(str(record["replaces"]))) if abs(p[0] - at) <= 2]
        if old:
            line, begin, end = min(old, key=lambda p: (abs(p[0] - at), abs(p[1] - first)))
            for i in range(begin, end):
                if done.words[line][i] == OUTSIDE:
                    done.words[line][i] = f"{REPLACED}-N" if i == begin else f"{REPLACED}-n"
