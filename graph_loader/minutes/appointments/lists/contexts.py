"""What announces a list of appointments: a heading, or `RESOLVED that the following be appointed …`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ....folding import fold_body
from ....lexicon.entries import word_set
from ....parsed_minutes import Action, Outcome
from ...motions.outcomes import outcome_of
from ...names.role_words import singular_role
from ...names.tagging import rule
from ...page.outline import Item
from ...page.reading import Reading
from ...page.vocabulary import any_of
from ..complements import body_meant, generic_body
from ..placing import Place, clean_role, is_place, place_of, term_in, year_term
from .rows import rows_in

_ABOUT = re.compile(
    r"\b(?:(?:re-?)?appoint\w*|(?:re-?)?elect(?:ed|ions?)?|co-?opt\w*|nominat\w*|represent\w*|members?(?:hip)?|officers?"
    r"|office[- ](?:bearers|holders)|constitut\w+|serve|sit)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:the\s+following|as\s+follows|undernoted|under-?mentioned|(?:named|listed|set\s+out|shown|detailed|given)\s+below"
    r"|these\s+(?:members|people|appointments|representatives))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:be|was|were|is|are|been|will|would|to|resolved|agreed|appointed|elected|nominated|co-?opted|confirmed|made|have|had|has)\b",
    re.IGNORECASE,
)
_NOUNS = re.compile(r"\bappointments\s+to\s+[^.:\n]{3,60}:\s*\Z", re.IGNORECASE)
"""Words that announce a list without a verb: `Mayor's appointments to boards and commissions:`."""
_OPEN = re.compile(r"(?:[:;–—-]\s*-?|\b(?:follows|below|following|be|are|were|that)\s*[:.–—-]*)\s*$", re.IGNORECASE)
_INTEREST = re.compile(
    r"\b(?:interest(?:ed)?\s+in|expressed\s+(?:an\s+)?interest|applied|applications?|(?:had|have)\s+put|not\s+(?:been\s+)?"
    r"appointed|reported|attended|declared|queries|actions?|asked|questions?|comments?|welcomed|thanked)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:resolved|agreed|officers\s+are|(?:be|were|was|are)\s+(?:duly\s+|hereby\s+)?(?:appointed|elected|co-?opted))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\bnominations?\s+(?:had\s+been\s+|were\s+|was\s+|have\s+been\s+)?received\b|\bproposed\b", re.IGNORECASE
)
_BODIES = re.compile(
    r"\b(?:(?:sub-?)?committees|outside\s+bodies|external\s+bodies|joint\s+bodies|bodies|organisations|panels|groups|parties)\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"\b(?:represent\w*|outside|(?<!internal\sand\s)external|joint\s+bod\w+|delegates?|reps)\b", re.IGNORECASE
)


@cache
def _target_pattern() -> re.Pattern[str]:
    return rule(
        r"(?:(?:co-?opted|appointed|elected|nominated|serve|sit|act|members|added)(?: as [^.:;\n\ue000-\ue009]{3,60}?)?"
        rf" (?:on(?:to)?|to|of|for)|membership of|form) (?:the |its |this )?(?:<B:body>|(?P<generic>{generic_body()}))"
        rf"|(?:(?:the |this )?<B:subject>|(?:the|this) (?P<group>{generic_body()})) (?:(?:to|would|will|shall|should"
        rf"|now) ){{0,2}}"
        r"(?:have |consist|compris|be (?:made up|composed|formed|constituted))"
    )


_AS_ROLE = re.compile(r"\bas\s+(?P<role>[A-Za-z][\w -]{3,50}?)(?=\s+(?:on|onto|to|of|for)\b|\s*[:,;.–-]|\s*$)")
_TITLE = re.compile(
    r"\b(?:(?:re-?)?appointments?|representatives?|representation|membership|nominations?|outside\s+bod(?:y|ies)"
    r"|external\s+bod(?:y|ies)|joint\s+bodies|(?:sub-?)?committees?\s+(?:members|to\s+be\s+set\s+up)|co-?options?"
    r"|elections?\s+of\b|office[- ](?:bearers|holders)|officers|working\s+(?:groups|parties)|delegates"
    r"|committees(?:\s+and\s+[\w-]+)?(?=\s*(?:$|:|\d|for\b)))",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\breports?\b|\bupdates?\b|\bminutes\b|\bfeedback\b|\bquestions\b|\bstaff\b|\bplanning\s+applications?\b|\bburial\b"
    r"|\bauditors?\b|\bcontractors?\b|\bfrom\b|\bsignator|\bterms\s+of\s+reference\b|\btraining\b|\bmeetings?\s+of\b"
    r"|\bpresent\b|\bin\s+attendance\b|\bpolic(?:y|ies)\b",
    re.IGNORECASE,
)
_OFFICE_TITLE = re.compile(
    r"\b(?:election|appointment)\s+of\s+(?:the\s+|a\s+)?(?:new\s+)?(?P<what>[^:.\n]{3,60})", re.IGNORECASE
)
_LABELLED = re.compile(r"(?P<label>[A-Z][^:.\n–—]{2,60}?)(?:\s[-–—]|:)\s+(?:the|it)\b", re.IGNORECASE)
"""A body before the words that announce its members: `War Memorial - The following were appointed …`."""
_TITLE_YEAR = re.compile(r"\b(?:19|20)\d\d\s?[-/–]\s?(?:\d{4}|\d{2})\b")
_TAKEN = re.compile(r"\b(?:re-?)?(?:appointed|elected|nominated|selected)\b", re.IGNORECASE)


_LONGEST = 1500
"""Signs of a paragraph that can announce a list and hold it; of a longer one only the first sentence is looked at."""


@dataclass(frozen=True)
class Context:
    """What the words before a list, and the headings inside it, say of every seat in it.

    `fixed`: all go to one body, which is `target`, or the body that meets; otherwise rows name bodies, and `body` is
    the last one named. `silent`: the list is of people who were not appointed.
    """

    lead: tuple[int, int] | None
    number: str | None
    action: Action
    outcome: Outcome
    fixed: bool = False
    target: Place | None = None
    outside: bool = False
    offices: bool = False
    term: str | None = None
    until: str | None = None
    role: str | None = None
    body: Place | None = None
    heading: tuple[int, int] | None = None
    silent: bool = False

    @property
    def own_offices(self) -> bool:
        """Whether rows name offices of the body that met, and no bodies."""
        return self.offices and not self.outside and not self.fixed and self.body is None

    @classmethod
    def plain(cls, reading: Reading, at: int, item: Item | None) -> Context:
        """The context of a table that nothing announces."""
        number = reading.outline.number_at(at)
        outside = item is not None and _OUTSIDE.search(item.title) is not None
        return cls(None, number, "appoint", "agreed", outside=outside)


@dataclass(frozen=True)
class Lead:
    """The context that a paragraph announces, and where its own list begins and ends, if it has one."""

    context: Context
    list_start: int | None
    list_end: int | None = None


def context_of_title(reading: Reading, own: str | None, item: Item) -> Context | None:
    """The context that a heading about appointments makes."""
    if not _TITLE.search(item.title) or _NO_TITLE.search(item.title):
        return None
    office = _OFFICE_TITLE.search(item.title)
    if (
        office
        and is_place(office["what"])
        and not _BODIES.search(office["what"])
        and "member" not in office["what"].casefold()
    ):
        single = singular_role(clean_role(office["what"])) == clean_role(office["what"])
        if single:
            return None  # "Election of Chairman": one office and its candidates
    outcome = outcome_of(_TAKEN.sub(" ", reading.flow[item.start : min(item.end, item.start + 400)])) or "agreed"
    outcome = outcome if outcome in {"noted", "deferred"} else "agreed"
    fixed, target = _target(reading, own, item.span[0], item.span[1])
    year = _TITLE_YEAR.search(item.title)
    return Context(
        None,
        item.number,
        _action(item.title),
        outcome,
        fixed=fixed,
        target=target,
        outside=_OUTSIDE.search(item.title) is not None and not fixed,
        offices=_offices(item.title),
        term=year[0].replace(" ", "") if year else None,
    )


def lead_of(reading: Reading, own: str | None, start: int, end: int, item: Item | None) -> Lead | None:
    """The context that the words between two offsets announce; none where they announce no list."""
    text = reading.flow[start:end]
    if not _ABOUT.search(text) or not (_VERB.search(text) or _NOUNS.search(text)):
        return None
    low, _ = reading.sentence(max(start, end - 2), end)
    if low > start and _OPEN.search(text) and not _PROMISE.search(text[: low - start]):
        return lead_of(reading, own, low, end, item)
    if _OPEN.search(text) and (_PROMISE.search(text) or len(text.split()) > 3) and not _is_row(reading, start, end):
        return Lead(_announced(reading, own, start, end, item), None)
    if not _PROMISE.search(text) and not re.search(r"\b(?:appointed|elected|co-?opted|agreed)\s*(?::|\s[-–])", text):
        return None
    if end - start > _LONGEST:
        _, end = reading.sentence(start, start + 1)
    for stop in _splits(reading, start, end):
        words = reading.flow[start : stop[0]]
        if not (_ABOUT.search(words) and _VERB.search(words)) or len(words.split()) < 4:
            continue
        ends = [end, reading.sentence(stop[1], stop[1] + 1)[1]]
        last = next((e for e in ends if any(row.seats for row in rows_in(reading, stop[1], e))), None)
        if last is not None:
            context = _announced(reading, own, start, stop[0], item)
            label = _LABELLED.match(words)
            if label and not context.fixed:
                place = Place(reading.words(start, start + label.end("label")), start, start + label.end("label"))
                context = replace(context, body=place)
            return Lead(context, stop[1], last)
    return None


def _splits(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Where a lead may end and its own list begin: at a colon or dash, else at the first person."""
    found = [
        (start + m.start(), start + m.end())
        for m in re.finditer(r"\s{0,3}:[-–]?\s+|\s+[-–—]\s+", reading.flow[start:end])
    ]
    people = reading.tagged.within(start, end, "person")
    if people and _PROMISE.search(reading.flow, start, people[0].start):
        found.append((people[0].start, people[0].start))
    return found


def _is_row(reading: Reading, start: int, end: int) -> bool:
    return any(row.seats for row in rows_in(reading, start, end))


def _announced(reading: Reading, own: str | None, start: int, end: int, item: Item | None) -> Context:
    text = reading.flow[start:end]
    title = item.title if item else ""
    fixed, target = _target(reading, own, start, end)
    action = (
        _action(text)
        if _TAKEN.search(text) or re.search(r"co-?opt", text, re.IGNORECASE)
        else _action(f"{text} {title}")
    )
    plural = _BODIES.search(text)
    if not fixed and not plural and action == "co_opt":
        fixed, target = True, None
    if not fixed and not plural and item and not _BODIES.search(title) and _TITLE.search(title):
        fixed, target = _target(reading, own, *item.span)
    outcome = outcome_of(_TAKEN.sub(" ", text)) or ("proposed" if _PROPOSED.search(text) else "agreed")
    term, until = term_in(reading, start, end)
    if term is None and until is None:
        year = _TITLE_YEAR.search(title)
        term = year_term(reading, item.begin if item else start, end) or (year[0].replace(" ", "") if year else None)
    role = _AS_ROLE.search(text)
    role_words = clean_role(role["role"]) if role else ""
    return Context(
        (start, end),
        reading.outline.number_at(start),
        action,
        outcome,
        fixed=fixed,
        target=target,
        outside=not fixed and (_OUTSIDE.search(text) or _OUTSIDE.search(title)) is not None,
        offices=_offices(text) or (not plural and _offices(title)),
        term=term,
        until=until,
        role=singular_role(role_words) if role_words and is_place(role_words) else None,
        silent=_INTEREST.search(text) is not None and not _SETTLED.search(text),
    )


def _action(text: str) -> Action:
    verbs = {m[0].casefold() for m in _TAKEN.finditer(text)}
    if re.search(r"\bco-?opt", text, re.IGNORECASE):
        return "co_opt"
    if any("elected" in v and "selected" not in v for v in verbs):
        return "elect"
    if any("appointed" in v for v in verbs):
        return "appoint"
    if any("nominated" in v for v in verbs):
        return "nominate"
    return "elect" if re.search(r"\belections?\b", text, re.IGNORECASE) else "appoint"


def _offices(text: str) -> bool:
    return re.search(rf"\b(?:{any_of(word_set('appointments', 'officers'))})\b", text, re.IGNORECASE) is not None


def _target(reading: Reading, own: str | None, start: int, end: int) -> tuple[bool, Place | None]:
    """Whether the words between two offsets name one body that all go to, and which, unless it is the one that met."""
    m = _target_pattern().search(reading.tagged.text, start, end)
    if m is None:
        return False, None
    for group in ("body", "subject"):
        named = reading.tagged.one(m, group)
        if named:
            own_body = fold_body(named.text) == fold_body(own or "")
            return True, None if own_body else place_of(named)
    noun = m["generic"] or m["group"]
    if noun is None or noun.casefold().endswith("s"):
        return False, None
    target, is_known = body_meant(reading, own, noun, m.start("generic" if m["generic"] else "group"))
    return is_known, target
