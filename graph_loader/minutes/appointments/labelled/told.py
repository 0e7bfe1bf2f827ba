"""Which acts are told of already: a holder whom the labellers find may stand in a record that a rule has read."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator

from ....folding import fold
from ....lexicon.agreement import same_person, surname_keys
from ....parsed_minutes import Appointment
from ...labelling.decisions.candidates import body_key
from ...labelling.decisions.labels import LEAVING
from ...labelling.decisions.people import Holder
from ...labelling.decisions.reading import DecisionText
from ...page.reading import Reading
from ...text import Offsets


class ToldActs:
    """The records of a meeting so far, to be found by the paragraphs that they stand in, and by body and surname."""

    def __init__(self, reading: Reading, text: DecisionText) -> None:
        self.records: list[Appointment] = []
        self._reading, self._text = reading, text
        self._by_line: dict[int, list[tuple[int, int, Appointment]]] = defaultdict(list)
        self._by_person: dict[tuple[str, str], list[Appointment]] = defaultdict(list)

    def add(self, record: Appointment, name: Offsets | None = None) -> None:
        """One more record; it tells of whoever stands at `name`, or of all that it names in its span."""
        self.records.append(record)
        start, end = name or self._reading.place(record.span)
        for line in self._text.between(start, end):
            self._by_line[line].append((start, end, record))
        for key in _keys(record):
            self._by_person[key].append(record)

    def tells(self, holder: Holder) -> bool:
        """Whether a record tells of this holder at this place."""
        name = self._reading.words(*holder.name)
        for start, end, record in self._by_line[holder.place[0]]:
            if not (start <= holder.name[0] and holder.name[1] <= end):
                continue
            if holder.fate == "v" or record.person is None:
                if (holder.fate == "v") == (record.person is None):
                    return True
            elif same_name(record.person, name) or (record.replaces and same_name(record.replaces, name)):
                return True
        return False

    def has(self, record: Appointment) -> bool:
        """Whether a record tells of the same act: the same person, or none, and the same body, anywhere."""
        leaves = record.action in LEAVING
        others = (other for key in _keys(record) for other in self._by_person[key])
        return any(
            (other.action in LEAVING) == leaves
            and (record.person is None or other.person is None or same_name(record.person, other.person))
            for other in others
        )

    def fills(self, holder: Holder, record: Appointment) -> bool:
        """Whether a record is of a vacancy, and another of somebody on the same body begins in its paragraph: after it,
        or where words speak of filling, or of what had been. The last of a list, `A, B; one place vacant`, is filled
        by nobody before it.
        """
        if record.person is not None:
            return False
        line = self._text.lines[holder.place[0]]
        words = [word.text.casefold() for word in line.words]
        filling = any(word.startswith("fill") for word in words) or ("had", "been") in itertools.pairwise(words)
        first = line.start if filling else holder.name[0]
        return any(
            other.person and first <= start < line.end and body_key(other.body) == body_key(record.body)
            for start, _, other in self._by_line[holder.place[0]]
        )


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one person's; a word before one of them, which is no title to all, makes no other."""
    folded, others = fold(one), fold(other)
    return same_person(one, other) or folded.endswith(f" {others}") or others.endswith(f" {folded}")


def _keys(record: Appointment) -> Iterator[tuple[str, str]]:
    """Body and surname, as records are found by them: names that may be one person's have one of these in common."""
    body = body_key(record.body)
    if record.person is None:
        yield body, ""
        return
    last = (f"={word}" for word in fold(record.person).split()[-1:])
    yield from ((body, key) for key in sorted({*surname_keys(record.person), *last}))
