"""Which of the candidates is the body of a place: the likeliest by learned weights, with the margin to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType

from ...features.bodies import between_features, phrase_features
from ...features.headings import Above, acts, is_heading, spoken_words
from ...text import Line, WordPlace
from ..labeller import Labelling
from .candidates import PlaceCandidate, body_key

BEFORE, CHOSEN, AFTER = "0", "1", "2"
_GAP = 60
"""Words between a body and a person that are looked at."""
_LIKELY = 0.5
"""A labelled body at least this likely looks like one."""
_CROSSED = (
    *("end:", "begin:", "-1:", "+1:", "labelled", "words", "capitals", "longer", "shorter"),
    *("kind:", "told", "is:rule", "act:", "rank", "here:", "names:", "people:"),
)
"""Features that mean another thing in each place where a candidate stands."""


@dataclass(frozen=True)
class Choice:
    """The body chosen, how likely it is, how likely the next best is, and each by its key."""

    candidate: PlaceCandidate
    sure: float
    next: float
    others: tuple[PlaceCandidate, ...] = ()
    likely: Mapping[str, float] = field(default_factory=dict)
    candidates: Mapping[str, PlaceCandidate] = field(default_factory=dict)

    @property
    def margin(self) -> float:
        """How much likelier it is than the next best."""
        return self.sure - self.next


def choice_rows(
    lines: Sequence[Line],
    above: Sequence[Above],
    person: WordPlace,
    office: str,
    found: Sequence[PlaceCandidate],
    people: Mapping[int, Sequence[WordPlace]] = MappingProxyType({}),
    phrases: dict[WordPlace, list[str]] | None = None,
) -> list[list[str]]:
    """The features of each candidate; `office` is `chair`, `member` … as the words of the office say, "" for none.

    `people` are by line the places of all names; `phrases` keeps what the words at a place show, for the next person.
    """
    phrases = {} if phrases is None else phrases
    ranks = _ranks(found, person)
    here = sum(1 for one in found if one.place is not None and one.place[0] == person[0] and _is_like(one))
    told = Counter(one.key for one in found)
    longer, shorter = _contained(told)
    own_acts = [f"own_act:{a}" for a in acts(lines[person[0]].words)]
    own = next((c.key for c in found if "own" in c.kinds), "")
    rule = next((c.key for c in found if "rule" in c.kinds), "")
    labelled = max((c.sure for c in found), default=0.0)
    rows = []
    for one in found:
        row = ["bias", *(f"kind:{k}" for k in sorted(one.kinds)), f"told{min(told[one.key], 4)}"]
        row.append(f"labelled{round(one.sure * 4)}:{one.sure == labelled and labelled > 0}")
        if own and one.key == own:
            row.append("is:own")
        if own and one.key != own:
            row.append(f"in_own:{one.key in own}:{own in one.key}")
        if rule:
            row.append(f"is:rule:{one.key == rule}")
        row += [f"longer{min(longer[one.key], 2)}", f"shorter{min(shorter[one.key], 2)}"]
        row.append(f"words{min(len(one.key.split()), 5)}")
        if one.place is not None:
            shown = phrases.get(one.place) or phrases.setdefault(one.place, phrase_features(lines, one.place))
            row += [*shown, *between_features(lines, above, one.place, person), *own_acts]
        else:
            row += own_acts
            heads = (above[person[0]].heading, above[person[0]].lead)
            row += [f"head:{w}" for i in heads if i is not None for w in spoken_words(lines[i])]
        if one.place is not None:
            row_of = people.get(one.place[0], ())
            inside = row_of[_first(row_of, one.place[1]) : bisect_left(row_of, one.place[2], key=itemgetter(1))]
            row.append(f"names:{min(len(inside), 2)}:{bool(inside) and inside[0][1:] == one.place[1:]}")
            if one.place[0] == person[0]:
                low, high = sorted((one.place, person))
                until, since = _first(row_of, high[1]), bisect_left(row_of, low[2], key=itemgetter(1))
                between = until - since
                row.append(f"people:{min(4, max(0, between))}")
        row += ranks[id(one)]
        row.append(f"here:{min(here, 2)}:{bool(office)}")
        stands = _stands(lines, above, one, person)
        crossed = [f for f in row if f.startswith(_CROSSED)]
        row += [f"{stands}&{f}" for f in crossed] + [stands, f"{stands}&office:{office}"]
        key = "own" if "own" in one.kinds else "rule" if one.kinds == {"rule"} else "text"
        row += [f"office:{office}:{key}"]
        if one.place is not None:
            side = "same" if one.place[0] == person[0] else "over" if one.place[0] < person[0] else "under"
            row.append(f"office:{office}:{side}")
        rows.append(row)
    return rows


def _first(places: Sequence[WordPlace], word: int) -> int:
    """Which of these places of a line, in order, is the first that ends after a word."""
    return bisect_right(places, word, key=itemgetter(2))


def _is_like(one: PlaceCandidate) -> bool:
    """Whether a phrase looks like a body's name by itself."""
    return one.sure >= _LIKELY or any(kind.endswith((":mention", ":plain")) for kind in one.kinds)


def _ranks(found: Sequence[PlaceCandidate], person: WordPlace) -> dict[int, list[str]]:
    """How many phrases stand between each candidate and the person: of those before, over or after; all, and such as
    look like a body's name.
    """
    sides: dict[str, list[PlaceCandidate]] = {}
    for one in found:
        if one.place is not None:
            before = one.place[:2] < person[:2]
            sides.setdefault("before" if before else "after", []).append(one)
    ranks: dict[int, list[str]] = {id(one): [] for one in found}
    for side, some in sides.items():
        some.sort(key=lambda one: (one.place or (0, 0, 0))[:2], reverse=side == "before")
        places: list[tuple[int, int]] = []
        likes: list[tuple[int, int]] = []
        for one in some:
            at = (one.place or (0, 0, 0))[:2]
            if not places or places[-1] != at:
                places.append(at)
            if _is_like(one) and (not likes or likes[-1] != at):
                likes.append(at)
            is_like = _is_like(one)
            ranks[id(one)] = [f"rank:{min(len(places), 4)}", f"rank_like:{is_like}:{min(len(likes), 3)}"]
    return ranks


def _contained(told: Counter[str]) -> tuple[dict[str, int], dict[str, int]]:
    """For each key how many candidates have a longer one that it is part of, and how many a shorter part of it."""
    spaced = {key: f" {key} " for key in told}
    longer, shorter = dict.fromkeys(told, 0), dict.fromkeys(told, 0)
    for one in told:
        for other in told:
            if one != other and spaced[one] in spaced[other]:
                longer[one] += told[other]
                shorter[other] += told[one]
    return longer, shorter


def _stands(lines: Sequence[Line], above: Sequence[Above], one: PlaceCandidate, person: WordPlace) -> str:
    """Where a candidate stands to the person, in a word."""
    if one.place is None:
        return "at:own" if "own" in one.kinds else "at:rule"
    line, first, last = one.place
    at = person[0]
    if line == at:
        words = lines[at].words
        before = last <= person[1]
        low, high = (max(last, person[1] - _GAP), person[1]) if before else (person[2], min(first, person[2] + _GAP))
        gap = words[low:high]
        stop = any(w.text == "." for w in gap)
        bar = any(w.text == "|" or w.kind == "gap" for w in gap)
        mark = gap[0].text if before and gap and gap[0].text in {":", "-", "–", "—", "("} else ""
        return f"at:{'before' if before else 'after'}:{'stop' if stop else 'bar' if bar else mark}:{len(gap) > 6}"
    over = above[at]
    for name, index in (("heading", over.heading), ("lead", over.lead), ("column", over.column)):
        if index == line:
            return f"at:{name}"
    if line > at:
        return "at:below"
    return f"at:{'head' if is_heading(lines[line]) else 'line'}:{min(at - line, 3)}"


def choose(labeller: Labelling, rows: Sequence[Sequence[str]], found: Sequence[PlaceCandidate]) -> Choice | None:
    """The likeliest candidate; those that say the same count together. None where there is none."""
    likely: dict[str, float] = {}
    first: dict[str, PlaceCandidate] = {}
    for sure, one in zip(labeller.marginals(rows), found, strict=True):
        likely[one.key] = likely.get(one.key, 0.0) + sure.get(CHOSEN, 0.0)
        if one.key not in first or (first[one.key].place is None and one.place is not None):
            first[one.key] = one
    return likeliest(likely, first)


def likeliest(likely: Mapping[str, float], first: Mapping[str, PlaceCandidate]) -> Choice | None:
    """The choice of the likeliest key; `first` has the candidate of each."""
    ranked = sorted(likely.items(), key=lambda entry: (-entry[1], entry[0]))
    if not ranked:
        return None
    (best, most), *rest = ranked
    others = tuple(first[key] for key, _ in rest[:2])
    return Choice(first[best], most, rest[0][1] if rest else 0.0, others, likely, first)


def choice_labels(found: Sequence[PlaceCandidate], body: str) -> list[str]:
    """The labels of a sequence of candidates: the one that a record names, those before it and those after it.

    A chain that may hold one of them only makes a choice of it: how likely each is sums up to one at most. Of several
    that say the same, the labelled one counts, else that of the rules, else the last.
    """
    named = [i for i, one in enumerate(found) if one.key == body_key(body)]
    if not named:
        return [BEFORE] * len(found)
    best = max(named, key=lambda i: (found[i].sure, "rule" in found[i].kinds, _is_here(found[i]), i))
    return [BEFORE if i < best else CHOSEN if i == best else AFTER for i in range(len(found))]


def _is_here(one: PlaceCandidate) -> bool:
    return any(kind.startswith("here") for kind in one.kinds)
