"""What a fact says, as one line in the words of the field, with links to the people and bodies in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup, escape

from ..queries.catalogue import Row
from ..queries.tenures import in_words
from .records import Fact
from .shown import Shown, markup

_ACTIONS = {
    "appoint": "appointed",
    "elect": "elected",
    "co_opt": "co-opted",
    "nominate": "nominated",
    "continue": "continues",
    "replace": "appointed",
    "remove": "removed",
    "resign": "resigned",
}
_AS = frozenset({"continue", "remove", "resign"})
"""Actions whose place follows after “as”."""
_CAUSES = {"died": "died", "disqualified": "disqualified", "suspended": "suspended", "lost_seat": "lost the seat"}
BODY_KINDS = {
    "council": "Council",
    "committee": "Committee",
    "sub_committee": "Sub-committee",
    "working_group": "Working group",
    "board": "Board",
    "panel": "Panel",
    "external_body": "External body",
    "political_group": "Political group",
    "other": "Body",
}
PERSON_KINDS = {
    "councillor": "Councillor",
    "officer": "Officer",
    "representative": "Representative",
    "public": "Member of the public",
    "other": "Person",
}
_CHANGES = {"joined": "joined", "left": "left", "role": "changed role", "vacant": "a place became vacant"}
SEVERITIES = {"high": "Serious", "medium": "To check", "low": "Minor"}
"""Findings of the audit by how serious they are, the most serious first."""
_QUIET_OUTCOMES = frozenset({"", "agreed"})


def statement(fact: Fact, shown: Shown, about: str | None = None) -> Markup:
    """What a fact says; `about` is the person on whose page it stands, who is not named again."""
    made = _WORDS.get(fact.kind)
    words = made(fact, shown, about) if made else escape(fact.kind)
    return shown.blanked_markup({place.version for place in fact.places}, words)


def listed(fact: Fact, shown: Shown) -> Markup:
    """An entry of a list of people, under the heading that says how they are recorded; else as `statement`."""
    if fact.kind != "Attendance":
        return statement(fact, shown)
    words = joined((_who(fact, shown), _told(fact)))
    return shown.blanked_markup({place.version for place in fact.places}, words)


def changed(row: Row) -> str:
    """What changed from one meeting of a body to the next, as it follows after a name, if there is one."""
    if row["change"] == "filled":
        return "filled a vacant place" if row["person_id"] else "a vacant place was filled"
    return _CHANGES[row["change"]]


def joined(parts: Iterable[str | Markup], sign: str = ", ") -> Markup:
    """The parts that are not empty, escaped where they are no markup."""
    return markup(str(escape(sign)).join(str(escape(part)) for part in parts if part))


def _who(fact: Fact, shown: Shown, edge: str = "PERSON") -> Markup:
    named = fact.named(edge)
    return shown.name(named) if named else Markup("")


def _is(fact: Fact, edge: str, about: str | None) -> bool:
    named = fact.named(edge)
    return about is not None and named is not None and named.means == about


def _sentence(words: Markup) -> Markup:
    """The same with a capital at its beginning, where it begins with plain words."""
    text = str(words)
    return words if text.startswith("<") else markup(text[:1].upper() + text[1:])


def _attendance(fact: Fact, shown: Shown, about: str | None) -> Markup:
    told = joined((fact.get("status").replace("_", " "), _told(fact)))
    return _sentence(told) if about else joined((_who(fact, shown), told), ": ")


def _told(fact: Fact) -> Markup:
    """What a listing says besides the name: role, organisation, times, reason."""
    return joined(
        (
            fact.get("role"),
            fact.get("organisation"),
            {"virtual": "remotely", "hybrid": ""}.get(fact.get("mode"), ""),
            _before("arrived ", fact.get("arrived")),
            _before("left ", fact.get("left")),
            fact.get("reason"),
            fact.get("note"),
        )
    )


def _before(words: str, value: str) -> str:
    return words + value if value else ""


def _substitution(fact: Fact, shown: Shown, about: str | None) -> Markup:
    if _is(fact, "ABSENT", about):
        return joined((Markup("A substitute came:"), _who(fact, shown, "SUBSTITUTE")), " ")
    absent = fact.named("ABSENT")
    told = joined(("substituted for", shown.name(absent) if absent else "somebody who is not named"), " ")
    return _sentence(told) if about else joined((_who(fact, shown, "SUBSTITUTE"), told), " ")


def _appointment(fact: Fact, shown: Shown, about: str | None) -> Markup:
    action = fact.get("action")
    body = shown.body(fact.body) if fact.body else ""
    role = fact.get("role") or "member"
    replaced = fact.named("REPLACES")
    whom = _who(fact, shown) or escape(fact.get("holder"))
    place = joined((role, body and joined(("of", body), " ")), " ")
    if _is(fact, "REPLACES", about):
        return _with_outcome(joined(("Replaced by" if whom else "Replaced", whom, "as", place), " "), fact)
    if action == "vacancy":
        told = joined(("A place as", place, "is vacant"), " ")
    else:
        told = joined((_ACTIONS.get(action, action), "as" if action in _AS else "", place), " ")
    if about is None and action != "vacancy":
        told = joined((whom or "Somebody who is not named", told), " ")
    more = (
        _before("for ", fact.get("represents")),
        joined(("in place of", shown.name(replaced)), " ") if replaced else "",
        _before("from ", in_words(fact.get("start")) if fact.get("start") else ""),
        _before("until ", in_words(fact.get("end")) if fact.get("end") else ""),
        fact.get("term"),
    )
    return _with_outcome(_sentence(joined((told, *more))), fact)


def _with_outcome(words: Markup, fact: Fact) -> Markup:
    outcome = fact.get("outcome")
    return words if outcome in _QUIET_OUTCOMES else joined((words, Markup("({})").format(outcome)), " ")


def _departure(fact: Fact, shown: Shown, about: str | None) -> Markup:
    when = in_words(fact.get("start")) if fact.get("start") else ""
    told = joined((_CAUSES.get(fact.get("cause"), fact.get("cause")), when, fact.get("term")))
    return _sentence(told) if about else joined((_who(fact, shown), told), ": ")


def _declaration(fact: Fact, shown: Shown, about: str | None) -> Markup:
    told = joined(
        (
            joined(("declared", fact.get("kind") or "an interest"), " "),
            fact.get("reason"),
            _before("item ", fact.get("item")),
            joined(("about", shown.body(fact.body)), " ") if fact.body else "",
            "left the meeting" if fact.said.get("left_meeting") else "",
        )
    )
    return _sentence(told) if about else joined((_who(fact, shown), told), " ")


def _motion(fact: Fact, shown: Shown, about: str | None) -> Markup:
    proposer, seconder = _who(fact, shown, "PROPOSED_BY"), _who(fact, shown, "SECONDED_BY")
    if _is(fact, "PROPOSED_BY", about):
        who = joined(("Proposed", joined(("seconded by", seconder), " ") if seconder else ""))
    elif _is(fact, "SECONDED_BY", about):
        who = joined(("Seconded", joined(("proposed by", proposer), " ") if proposer else ""))
    else:
        who = joined(
            (
                joined(("Proposed by", proposer), " ") if proposer else "Motion",
                joined(("seconded by", seconder), " ") if seconder else "",
            )
        )
    tally = joined(
        f"{fact.said[f'tally_{k}']} {words}"
        for k, words in (("for", "for"), ("against", "against"), ("abstain", "abstaining"))
        if fact.said.get(f"tally_{k}") is not None
    )
    return joined((joined((who, fact.get("text")), ": "), joined((fact.get("outcome"), tally))), " – ")


def _vote(fact: Fact, shown: Shown, about: str | None) -> Markup:
    motion = shown.records.facts.get(fact.motion or "")
    vote = {"for": "for", "against": "against", "abstain": "to abstain"}.get(fact.get("vote"), fact.get("vote"))
    told = joined((joined(("voted", vote), " "), motion.get("text") if motion else ""), ": ")
    return _sentence(told) if about else joined((_who(fact, shown), told), " ")


def _resolution(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined((fact.get("item"), _with_outcome(escape(fact.get("text")), fact)), " ")


def _contribution(fact: Fact, shown: Shown, about: str | None) -> Markup:
    told = joined((fact.get("kind") or "spoke", _before("item ", fact.get("item"))))
    return _sentence(told) if about else joined((_who(fact, shown), told), " ")


def _delegation(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    consult = [*(fact.said.get("consult_any") or ()), *(fact.said.get("consult_also") or ())]
    return joined(
        (
            joined((fact.get("function"), "delegated to", fact.get("delegate")), " "),
            _before("in consultation with ", ", ".join(consult)),
            fact.get("condition"),
        )
    )


def _announcement(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined(
        (
            "Next meeting on " + in_words(fact.get("announced")),
            fact.get("start"),
            fact.get("venue"),
            fact.get("purpose"),
        )
    )


def _previous(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return _with_outcome(escape("Minutes of the meeting of " + in_words(fact.get("approved"))), fact)


def _correction(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    of = in_words(fact.get("corrects")) if fact.get("corrects") else ""
    return joined((_before("Correction of the minutes of ", of) or "Correction", fact.get("text")), ": ")


def _record(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return Markup("The meeting: its body, day, time or place")


def _item(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined(("Item", fact.get("number"), fact.get("title")), " ")


def _naming(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined(("Names", *(shown.name(n) for n in fact.names if n.of == "body")), " ")


def _other_name(fact: Fact, shown: Shown, about: str | None) -> Markup:
    return joined((_who(fact, shown) if not about else "", "also named", _who(fact, shown, "OTHER_NAME")), " ")


def _body_change(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined((fact.get("kind") or "changed", *(shown.name(n) for n in fact.names if n.of == "body")), " ")


def _warning(fact: Fact, shown: Shown, about: str | None) -> Markup:  # noqa: ARG001
    return joined(("Not read with certainty", fact.get("message")), ": ")


_WORDS: Mapping[str, Callable[[Fact, Shown, str | None], Markup]] = {
    "Attendance": _attendance,
    "Substitution": _substitution,
    "Appointment": _appointment,
    "Departure": _departure,
    "Declaration": _declaration,
    "Motion": _motion,
    "Vote": _vote,
    "Resolution": _resolution,
    "Contribution": _contribution,
    "Delegation": _delegation,
    "Announcement": _announcement,
    "PreviousMinutes": _previous,
    "Correction": _correction,
    "MeetingRecord": _record,
    "AgendaItem": _item,
    "Naming": _naming,
    "OtherName": _other_name,
    "BodyChange": _body_change,
    "Warning": _warning,
}
