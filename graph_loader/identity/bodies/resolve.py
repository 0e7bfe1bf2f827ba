"""Names of bodies as written to bodies: with and without "the", slips of a letter, decisions of humans."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...decisions import Judgement
from ...lexicon.typos import is_typo, typos_among
from ...minutes.features.lexicon import known_word
from ...minutes.names.bodies import body_kind
from ...records import digest
from ...whose.names import points_to
from ..context import NameInContext
from ..judgements import Constraints
from ..outcome import Bodies, BodyEntity, Decision
from .forms import form_of, named_part
from .judged import bodies_of
from .own_council import council_key, forms_of_council

LEAST_FOR_SLIP = 12
"""Letters of a body's name in which one slip is believed: shorter names differ by a letter and mean it."""
_INITIALS = 5
"""Letters that the initials of a body have at most."""


def resolve_bodies(
    names: Sequence[NameInContext], scope: str, judgements: Sequence[Judgement] = (), councils: Sequence[str] = ()
) -> Bodies:
    """All bodies of a scope and what every name of a body means.

    One folded name is one body; a name that differs from another by one letter, of the same kind of body, is that body
    as well. `councils` are the names of the council of the scope: what points to it (`the above Council`) is it too.
    `judgements` are what humans decided, from the oldest to the newest; they win over everything. A body's id depends
    on the scope and on its most common name.
    """
    mentions: dict[str, list[NameInContext]] = defaultdict(list)
    for name in names:
        if name.of == "body" and form_of(name.text):
            mentions[form_of(name.text)].append(name)
    main = _main_names(mentions)
    own = forms_of_council(mentions, councils)
    if own:
        head = min(own, key=lambda f: (points_to(f, councils), -len(mentions[f]), f))
        main = {form: head if form in own or root in own else root for form, root in main.items()}
    constraints = Constraints.of(judgements)
    entities: dict[str, BodyEntity] = {}
    refers: dict[str, Decision] = {}
    for everyone in _largest_first(bodies_of(mentions, main, constraints)):
        forms: dict[str, list[NameInContext]] = defaultdict(list)
        for m in everyone:
            forms[form_of(m.text)].append(m)
        folded = min(forms, key=lambda f: (f in own and points_to(f, councils), -len(forms[f]), -len(f), f))
        key = council_key(scope) if own & forms.keys() else "b-" + digest(scope, folded)
        if key in entities:  # humans part names that are written alike
            key = "b-" + digest(scope, folded, min(m.position for m in everyone)[3])
        written = [named_part(m.text) for m in forms[folded]]
        if folded in own and points_to(folded, councils):
            written = [councils[0]]
        entities[key] = BodyEntity(key, _display(written), _kind(everyone))
        for m in everyone:
            refers[m.id] = _decision(m, entities[key], forms, main, folded, constraints)
    return Bodies(entities, refers, {})


def _largest_first(bodies: list[list[NameInContext]]) -> list[list[NameInContext]]:
    return sorted(bodies, key=lambda b: (-len(b), min(m.position for m in b)))


def _decision(
    name: NameInContext,
    body: BodyEntity,
    forms: dict[str, list[NameInContext]],
    main: dict[str, str],
    folded: str,
    constraints: Constraints,
) -> Decision:
    form = form_of(name.text)
    judged = constraints.reasons(name.id)
    if judged:
        return Decision(body.id, "human", judged)
    if main[form] != main[folded]:
        others = (reason for m in forms[form] for reason in constraints.reasons(m.id))
        reasons = dict.fromkeys((f"written “{name.text}”, as a name that a human decided on", *others))
        return Decision(body.id, "human", tuple(reasons))
    if form != folded:
        if is_typo(form, folded):
            return Decision(body.id, "evidence", (f"“{name.text}” is one letter from “{body.name}”",))
        return Decision(body.id, "evidence", (f"“{name.text}” means the council of these minutes, {body.name}",))
    return Decision(body.id, "same_name", (f"written “{name.text}”",))


def _main_names(mentions: dict[str, list[NameInContext]]) -> dict[str, str]:
    """For each folded name the one that it is a slip of, or itself: the more common one, then the longer."""
    ordered = sorted(mentions, key=lambda f: (-len(mentions[f]), -len(f), f))
    near = typos_among(f for f in ordered if len(f) >= LEAST_FOR_SLIP - 1)
    main: dict[str, str] = {}
    for folded in ordered:
        close = [
            other
            for other in near.get(folded, ())
            if len(folded) >= LEAST_FOR_SLIP
            and main.get(other) == other
            and body_kind(folded) == body_kind(other)
            and not _numbers_differ(folded, other)
        ]
        main[folded] = close[0] if len(close) == 1 else folded
    return main


def _numbers_differ(one: str, other: str) -> bool:
    return [w for w in one.split() if w.isdigit()] != [w for w in other.split() if w.isdigit()]


def _display(forms: list[str]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for form in forms:
        counts[form] += 1
    best = min(counts, key=lambda t: (t.isupper(), -counts[t], -len(t), t))
    return _title(best) if best.isupper() and not _is_initials(best) else best


def _is_initials(name: str) -> bool:
    """Whether a name in capitals is initials, `RDC` or `R.D.C.`, and no short word, `BOARD`."""
    letters = name.replace(".", "")
    return len(letters) <= _INITIALS and letters.isalpha() and not known_word(letters)


def _title(name: str) -> str:
    small = {"of", "the", "and", "for", "in", "on", "to"}
    words = [w if "-" not in w else "-".join(part.capitalize() for part in w.split("-")) for w in name.split()]
    return " ".join(
        w.lower() if i and w.lower() in small else (w if "-" in w else w.capitalize()) for i, w in enumerate(words)
    )


_KIND_OF_SLOT = {"body": "body_kind", "name": "kind"}
"""Which field of a record states the kind of the body that a slot names."""


def stated_kind(name: NameInContext) -> str | None:
    """The kind that a record states of the body that it names so, if it states one."""
    return name.properties.get(_KIND_OF_SLOT.get(name.slot, ""))


def _kind(mentions: list[NameInContext]) -> str:
    """The kind that most records state; the words of the name decide between equals."""
    counts: dict[str, int] = defaultdict(int)
    for m in mentions:
        counts[stated_kind(m) or body_kind(m.text)] += 1
    return min(counts, key=lambda k: (k == "other", -counts[k], k))
