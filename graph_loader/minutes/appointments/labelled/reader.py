"""Places and offices as the labellers read them, beside what the rules read; and which body a place is on.

The measures are those of docs/decisions/0015-labelled-appointments.md, on bodies held out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....lexicon.entries import values
from ....lexicon.name_words import is_initial
from ....lexicon.person_name import parse_name
from ....parsed_minutes import Action, Appointment, Evidence, Outcome
from ...features.acts import act_of
from ...features.lexicon import has_given_name, known_word
from ...labelling.decisions.candidates import body_key
from ...labelling.decisions.choice import Choice
from ...labelling.decisions.people import Holder
from ...labelling.decisions.reading import DecisionText, body_of, lists_of, read_decisions
from ...labelling.models import Models
from ...names.bodies import body_kind, organisation_kind
from ...page.reading import Reading
from ...page.vocabulary import is_common, is_field, is_post
from ...text import Offsets, WordPlace
from ..offices import held_by_one
from ..placing import action_of, clean_role, is_job
from ..voters import Voters
from .bodies import held_words, is_own, meant, of_list
from .told import ToldActs

LIKELY = 0.5
"""The least probability of a fact: of the holder, with the fate, times that of the body."""
DOUBTED = 0.5
"""A holder at least this likely, of whom no fact is made, is worth a warning."""
HINTED = 0.2
"""A holder less likely than this is not looked at."""
OVERRULES = 0.6
"""By so much another body must be likelier than that of a rule."""
HARDLY = 0.02
"""A rule's body less likely than this is none."""
_AS = re.compile(r"[^.,;:\n]{0,40}?\bas (?:an? |the |our )?(?P<role>[A-Za-z][A-Za-z -]{2,40})")
_OUT = re.compile(
    r"\b(?:left|leav\w+|withdr[ae]w\w*|vacated|quit)\s(?:from\s)?(?:the\s)?(?:room|meeting|chamber|hall|table|call|chair)\b",
    re.IGNORECASE,
)
"""Somebody who goes out gives up no place."""
_RULE = "decision/"
_ATTENDANCE = frozenset({"present", "apologies", "absent", "in_attendance"})


def with_labelled(
    reading: Reading, ruled: Sequence[Appointment], own: str | None, labellers: Models | None, voters: Voters
) -> list[Appointment]:
    """The appointments of the rules, each on the likeliest body, with those that only the labellers find.

    `own` is who met, `voters` who votes where.
    """
    if labellers is None:
        return list(ruled)
    text = read_decisions(reading, labellers, own, ruled)
    rule = f"{_RULE}{labellers.version}"
    found = ToldActs(reading, text)
    for told in ruled:
        if kept := _rebodied(reading, text, labellers, told, own, rule):
            found.add(kept)
    for holder, choice in _chosen(reading, text, labellers, voters):
        if found.tells(holder):
            continue
        made = _record(reading, text, holder, choice, own, rule)
        if made and not found.has(made) and not found.fills(holder, made):
            found.add(made, holder.name)
    return sorted(found.records, key=lambda r: (r.span.char_start, r.span.char_end))


def _chosen(reading: Reading, text: DecisionText, labellers: Models, voters: Voters) -> Iterator[tuple[Holder, Choice]]:
    """Whoever may take or give up a place, with the body that is the likeliest for the whole list that names them."""
    lists = _lists_of_those_there(reading)
    suspended = [reading.place(w.span) for w in reading.warnings if w.code in {"suspended", "leave_of_absence"}]
    held = held_words(text.holders)
    chosen: list[tuple[Holder, Choice]] = []
    for holder in sorted(text.holders, key=lambda one: one.place):
        if holder.sure < HINTED or any(start <= holder.name[0] < end for start, end in (*suspended, *lists)):
            continue
        if holder.fate != "v" and voters.named(reading.words(*holder.name), holder.name[0]):
            continue
        role = clean_role(reading.words(*holder.role)) if holder.role else None
        choice = body_of(text, labellers, holder.place, role, None)
        if choice and (choice := meant(text, held, holder, choice)):
            chosen.append((holder, choice))
    for group in lists_of(text, [holder.place for holder, _ in chosen]):
        bodies = of_list(text, [chosen[i][0].place for i in group], [chosen[i][1] for i in group])
        yield from ((chosen[i][0], body) for i, body in zip(group, bodies, strict=True))


def _lists_of_those_there(reading: Reading) -> list[Offsets]:
    """Where the lists of who was there stand, with those under a post, `CHURCH REPRESENTATIVES:`, before their end."""
    there = [s for s in reading.sections if s.kind in _ATTENDANCE]
    last = max((s.end for s in there if s.kind in {"present", "in_attendance"}), default=0)
    posts = [s for s in reading.sections if s.kind in {"chair", "role"} and s.end <= last]
    return [(s.start, s.end) for s in (*there, *posts)]


def _rebodied(
    reading: Reading, text: DecisionText, labellers: Models, record: Appointment, own: str | None, rule: str
) -> Appointment | None:
    """A rule's record, on the body that is by far the likeliest where the rule has another.

    None where the rule's body is hardly likely and no other by far the likeliest: then it is undecided, and said.
    """
    place = _place_of(reading, text, record)
    choice = body_of(text, labellers, place, record.role, record.body) if place else None
    if choice is None or choice.candidate.key in {body_key(record.body), body_key(record.represents or "")}:
        return record
    body = _body_text(choice, own)
    if body_key(body) == body_key(record.body):
        return record
    if choice.margin >= OVERRULES:
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


def _record(
    reading: Reading, text: DecisionText, holder: Holder, choice: Choice, own: str | None, rule: str
) -> Appointment | None:
    name = text.names.get(holder.name) or reading.words(*holder.name)
    vacant = holder.fate == "v"
    if not vacant and (organisation_kind(name) == "party" or not parse_name(name).folded or _is_no_name(name)):
        return None
    if holder.fate == "l" and _OUT.search(reading.words(*reading.sentence(*holder.name))):
        return None
    office = name if not vacant and _is_office(name) and not held_by_one(reading, name) else None
    role = clean_role(reading.words(*holder.role)) if holder.role else None
    if holder.sure * min(1.0, choice.sure) < LIKELY:
        if not vacant and holder.sure >= DOUBTED:
            _doubt(reading, holder, name, choice, rule)
        return None
    body = _body_text(choice, own)
    if all(is_common(word) for word in body.split()) or (not vacant and is_job(role or _told_as(reading, holder))):
        return None
    if body == own and not (vacant or _is_office(name) or _may_be_somebody(reading, name)):
        return None
    action, outcome = _act(text, holder)
    return Appointment(
        person=None if vacant or office else name,
        holder=office,
        body=body,
        body_kind=body_kind(body),
        role=role or None,
        action=action,
        replaces=(text.names.get(holder.replaces) or reading.words(*holder.replaces)) if holder.replaces else None,
        outcome=outcome,
        decision=reading.outline.number_at(holder.name[0]),
        span=reading.span(*_sentence(reading, text, holder), rule),
        evidence=tuple(_evidence(reading, text, choice, rule)),
    )


def _told_as(reading: Reading, holder: Holder) -> str:
    """As what the sentence gives somebody a place, where no label says it: `was appointed as internal auditor`."""
    told = _AS.match(reading.flow, holder.name[1], reading.sentence(*holder.name)[1])
    return told["role"] if told else ""


def _is_no_name(name: str) -> bool:
    """Whether words that may hold a place are words of labels and headings alone, and no office: `Notice of Motion`."""
    return not _is_office(name) and all(known_word(word) for word in name.split())


def _is_office(name: str) -> bool:
    """Whether words name somebody by an office and not by name: `the Mayor`, `Council Leader`."""
    words = [word for word in name.split() if word.casefold() != "the"]
    said = all(is_common(w) or is_field(w) or is_post(w) or known_word(w) for w in words)
    return bool(words) and said and is_post(words[-1])


def _may_be_somebody(reading: Reading, name: str) -> bool:
    """Whether a name has a title, a given name or initials, or is that of somebody listed.

    `It was agreed that the group would visit Far Moor` names a place, and no body but the one that met.
    """
    parsed = parse_name(name)
    words = parsed.plain.split()
    known = parsed.title or reading.roster.find(name)
    return bool(known) or has_given_name(words) or any(is_initial(word) for word in words)


def _sentence(reading: Reading, text: DecisionText, holder: Holder) -> Offsets:
    """The sentence or table row that says it, inside its paragraph."""
    line = text.lines[holder.place[0]]
    first, last = reading.sentence(*holder.name)
    return max(first, line.start), min(last, line.end)


def _shown(choice: Choice) -> str:
    """The candidates with how likely they are, the first and those that are more than hardly so."""
    likely = [(one, min(1.0, choice.likely.get(one.key, choice.sure))) for one in (choice.candidate, *choice.others)]
    return " or ".join(
        f"“{' '.join(one.text.split())}” ({sure:.0%})"
        for i, (one, sure) in enumerate(likely)
        if not i or sure >= HARDLY
    )


def _body_text(choice: Choice, own: str | None) -> str:
    """The body as written; that of the meeting by its whole name where the last words of it stand: `Parish Council`."""
    words = " ".join(choice.candidate.text.replace("\x1f", " ").split())
    words = words.removeprefix("the ").removeprefix("The ")
    return own if own and is_own(words, own) else words


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
