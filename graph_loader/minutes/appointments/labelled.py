"""Places and offices as the labellers read them, beside what the rules read; and which body a place is on.

The measures are those of docs/decisions/0015-labelled-appointments.md, on bodies held out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...lexicon.entries import values
from ...lexicon.person_name import parse_name
from ...parsed_minutes import Action, Appointment, Evidence, Outcome
from ..features.acts import act_of
from ..features.headings import acts
from ..labelling.decisions.candidates import body_key
from ..labelling.decisions.choice import Choice
from ..labelling.decisions.people import Holder
from ..labelling.decisions.reading import DecisionText, body_of, read_decisions
from ..labelling.models import Models
from ..names.bodies import body_kind
from ..page.reading import Reading
from ..text import WordPlace
from .placing import action_of, clean_role
from .told import ToldActs

SURE = 0.7
"""A holder less likely than this is no fact."""
DOUBTED = 0.5
"""A holder at least this likely, and not sure, is worth a warning."""
MARGIN = 0.2
"""The body must be so much likelier than the next, or it stays undecided."""
OVERRULES = 0.6
"""By so much another body must be likelier than that of a rule."""
HARDLY = 0.1
"""A rule's body less likely than this is none."""
_NO_PLACE = frozenset({"decide", "open", "job", "seat", "term", "vote"})
"""Acts that say by themselves nothing of a place."""
_SMALL = 6
"""Words in small letters of a sentence at least."""
_RULE = "decision/"


def with_labelled(
    reading: Reading, ruled: Sequence[Appointment], own: str | None, labellers: Models | None
) -> list[Appointment]:
    """The appointments of the rules, each on the likeliest body, with those that only the labellers find."""
    if labellers is None:
        return list(ruled)
    text = read_decisions(reading, labellers, own)
    rule = f"{_RULE}{labellers.version}"
    found = ToldActs(reading, text)
    for record in ruled:
        if kept := _rebodied(reading, text, labellers, record, rule):
            found.add(kept)
    suspended = [reading.place(w.span) for w in reading.warnings if w.code in {"suspended", "leave_of_absence"}]
    for holder in text.holders:
        if (
            holder.sure < DOUBTED
            or any(start <= holder.name[0] < end for start, end in suspended)
            or found.tells(holder)
            or not (_is_name(reading, holder) and _tells(text, holder))
        ):
            continue
        made = _record(reading, text, labellers, holder, rule)
        if made and not found.has(made) and not found.fills(holder, made):
            found.add(made)
    return sorted(found.records, key=lambda r: (r.span.char_start, r.span.char_end))


def _rebodied(
    reading: Reading, text: DecisionText, labellers: Models, record: Appointment, rule: str
) -> Appointment | None:
    """A rule's record, on the body that is by far the likeliest where the rule has another.

    None where the rule's body is hardly likely and no other by far the likeliest: then it is undecided, and said.
    """
    place = _place_of(reading, text, record)
    choice = body_of(text, labellers, place, record.role, record.body) if place else None
    if choice is None or choice.candidate.key in {body_key(record.body), body_key(record.represents or "")}:
        return record
    if choice.margin >= OVERRULES:
        body = _body_text(choice)
        evidence = [*record.evidence, *_evidence(reading, text, choice, rule)]
        return record.model_copy(update={"body": body, "body_kind": body_kind(body), "evidence": tuple(evidence)})
    if choice.likely.get(body_key(record.body), 0.0) >= HARDLY:
        return record
    message = f"the body of “{record.person}” is undecided: {_shown(choice)}; the rule says “{record.body}”: left out"
    reading.say("unsure", message, record.span)
    return None


def _place_of(reading: Reading, text: DecisionText, record: Appointment) -> WordPlace | None:
    """Where a record's person stands: the first time that the name's last word stands in the record's span."""
    if not record.person:
        return None
    start, end = reading.place(record.span)
    at = reading.flow.find(record.person.split()[-1], start, end)
    return text.place(at, at + len(record.person.split()[-1])) if at >= 0 else None


def _is_name(reading: Reading, holder: Holder) -> bool:
    """Whether a label may be on a name: of several words, with a title, or of somebody in the lists."""
    name = parse_name(reading.words(*holder.name))
    if holder.fate == "v" or name.title or len(name.plain.split()) > 1:
        return True
    return bool(reading.roster.find(name.plain)) or name.plain in {k.first_name for k in reading.roster.people}


def _tells(text: DecisionText, holder: Holder) -> bool:
    """Whether a sentence has a word of places (`agreed to visit Far Moor` has none), or a list has one over it."""
    line = holder.place[0]
    over = text.above[line]
    words = text.lines[line].words
    small = sum(1 for w in words if w.kind == "word" and w.text.islower())
    is_sentence = words[-1].text == "." and small > _SMALL
    near = [line, *(i for i in (over.heading, over.lead, over.column) if i is not None and not is_sentence)]
    said = {act for i in near for act in acts(text.lines[i].words)}
    return bool(said - _NO_PLACE) or (not is_sentence and "seat" in said)


def _record(reading: Reading, text: DecisionText, labellers: Models, holder: Holder, rule: str) -> Appointment | None:
    name = reading.words(*holder.name)
    vacant = holder.fate == "v"
    parsed = parse_name(name)
    if not vacant and (not parsed.folded or parsed.office or parsed.collective):
        return None
    role = clean_role(reading.words(*holder.role)) if holder.role else None
    choice = body_of(text, labellers, holder.place, role, None)
    if choice is None:
        return None
    if holder.sure < SURE or choice.margin < MARGIN:
        if not vacant:
            _doubt(reading, holder, name, choice, rule)
        return None
    body = _body_text(choice)
    action, outcome = _act(text, holder)
    return Appointment(
        person=None if vacant else name,
        body=body,
        body_kind=body_kind(body),
        role=role or None,
        action=action,
        replaces=reading.words(*holder.replaces) if holder.replaces else None,
        outcome=outcome,
        decision=reading.outline.number_at(holder.name[0]),
        span=reading.span(*holder.name, rule),
        evidence=tuple(_evidence(reading, text, choice, rule)),
    )


def _shown(choice: Choice) -> str:
    """The candidates with how likely they are, the first and those that are more than hardly so."""
    likely = [(one, min(1.0, choice.likely.get(one.key, choice.sure))) for one in (choice.candidate, *choice.others)]
    return " or ".join(
        f"“{' '.join(one.text.split())}” ({sure:.0%})"
        for i, (one, sure) in enumerate(likely)
        if not i or sure >= HARDLY
    )


def _body_text(choice: Choice) -> str:
    words = " ".join(choice.candidate.text.replace("\x1f", " ").split())
    return words.removeprefix("the ").removeprefix("The ")


def _evidence(reading: Reading, text: DecisionText, choice: Choice, rule: str) -> Iterator[Evidence]:
    if (place := choice.candidate.place) is None:
        return
    words = text.lines[place[0]].words
    yield from reading.evidence(("heading", (words[place[1]].start, words[place[2] - 1].end), rule))


def _act(text: DecisionText, holder: Holder) -> tuple[Action, Outcome]:
    """What was done with the place, by the nearest verb in the sentence, the lead of the list or the heading."""
    line, first, _ = holder.place
    over = text.above[line]
    around = list(text.lines[line].words)
    nearest = sorted(range(len(around)), key=lambda k: abs(k - first))
    words = [around[k].text.casefold() for k in nearest]
    for index in (over.lead, over.heading):
        if index is not None:
            words += [w.text.casefold() for w in text.lines[index].words]
    told = {a for w in words if (a := act_of(w))}
    if holder.fate == "v":
        return "vacancy", "noted"
    if holder.fate == "l":
        return ("remove" if any(w.startswith("remov") for w in words) else "resign"), "noted"
    verbs = values("appointments", "verbs")
    verb = next((w for w in words if w in verbs or w.removeprefix("re-") in verbs), "")
    action = action_of(verb) if verb else "elect" if any(w.startswith("elect") for w in words) else "appoint"
    if holder.fate == "f":
        return action, "deferred" if "open" in told else "lost"
    return action, "agreed" if told & {"decide", "join", "vote"} else "noted"


def _doubt(reading: Reading, holder: Holder, name: str, choice: Choice, rule: str) -> None:
    message = f"“{name}” may take or give up a place ({holder.sure:.0%} likely), on {_shown(choice)}: left out"
    reading.warn("unsure", message, *holder.name, rule)
