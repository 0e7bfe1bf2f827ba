"""Elections to an office: moved and declared, told in a sentence, stated under a heading, contested, lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..folding import fold
from ..parsed_minutes import Action, Outcome
from .outcomes import count_of, outcome_of, voted_down
from .placing import Place, Placing, clean_role, is_place, place_of, same_office, term_in
from .reading import Reading
from .roster import same_person, same_surname
from .tagging import Mention, rule

_ROLE = r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,70}?)"
_STOP = (
    r"(?= (?:of (?:the |this )?(?:\ue006|committee|council|board|panel|group|municipal|district|meeting|forum|sub)"
    r"|for |to hold|until|till|by |with |in place|in succession|at |on |and \ue000|and \ue004"
    r"|and (?:offered|thanked|congratulated|wished|invited|took|he|she|they|the|that|was|were|it|will|would)\b"
    r"|seconded|proposed|following|whilst|during|unanimous|was |were |which |who )|[.,;:\"“”()\n]|\s*$)"
)
_ELECTED = rule(
    rf"<PP:who>,? (?:(?:was|were|is|are|be|being|had been|has been|have been|should be|would be|to be|is to be"
    rf"|and he was|and she was|and they were) )?"
    rf"(?:(?:duly|unanimously|then|hereby|formally|also|declared|thereupon) )*"
    rf"(?P<verb>re-?elected|elected|re-?appointed|appointed|ratified|confirmed|installed|nominated|selected|chosen"
    rf"|voted in) (?:and declared )?(?:as |to the (?:office|position|post|role) of |to be |to serve as "
    rf"|unanimously as |to act as )?(?:the |a |an |its |our )?{_ROLE}{_STOP}"
)
_DECLARED = rule(
    rf"\bdeclared <N:who>,? (?:(?:to be|duly|as) )*(?P<verb>elected|appointed)(?: as)?(?: the)?(?: {_ROLE}{_STOP})?"
)
_BARE = rule(
    r"<N:who>,? (?:was|were|being) (?:(?:duly|unanimously|declared|therefore|then|hereby) )*"
    r"(?P<verb>re-?elected|elected|re-?appointed|appointed)\b"
    r"(?= ?(?:[.,;]|and |unopposed|unanimously|\n|$|for |by |with ))"
)
_CONTINUE = rule(
    rf"<N:who>,? (?:to |would |will |agreed to |was happy to |to be asked to )"
    rf"(?P<verb>continue|remain|carry on|stay on|serve|stand)"
    rf"(?: in (?:the|this|that) (?:role|post|office)(?: of)?)? as (?:the |a )?{_ROLE}{_STOP}"
)
_PROPOSED = rule(
    rf"<P:by>,? (?:(?:then|also) )?(?:proposed|nominated|moved)(?: that)? <N:who>,? "
    rf"(?:be (?:re-?)?(?:elected|appointed) )?(?:as |for |to continue as |to be |to remain as "
    rf"|for the (?:office|position|post|role) of )(?:the )?{_ROLE}{_STOP}"
)
_PROPOSED_BARE = rule(
    r"<P:by>,? (?:(?:then|also) )?(?:proposed|nominated) <N:who>"
    r"(?=,? (?:and )?(?:seconded|,|\.|this|which|\ue000|the|but))"
)
_PROPOSED_SELF = rule(
    rf"<N:who>,? (?:proposed|nominated) (?:himself|herself|themselves)(?: (?:as|for) (?:the )?{_ROLE}{_STOP})?"
)
_ACCEPTED = rule(
    r"<N:who>,? (?:accepted|agreed to (?:take|accept|become|be)|took|kindly agreed to) (?:the |this )?"
    r"(?:post|office|role|position|nomination|chair)\b"
)
_HEADING = re.compile(
    r"\b(?:election|appointment|re-?election|nominations?)\s+(?:of|for)\s+(?:the\s+)?(?:a\s+|an\s+|new\s+)?"
    r"(?P<role>[^:.\n(]{3,70}?)(?=\s+(?:of|for|20\d\d|\d{4})\b|\s*[:(.]|\s+[–-]|\s*$)",
    re.IGNORECASE,
)
_HEADED = rule(r" ?[-–:]? ?<N:who>(?=[. ,]| \()")
_VOTES = rule(r"<N:who>[ ,:–-]+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) votes?\b")
_NOT_SECONDED = re.compile(r"not seconded|no seconder|did not (?:accept|feel|wish)|declined", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:had been|has been|was previously|congratulat\w+|welcomed|outgoing|when|since|last year|having been|on being"
    r"|on his election|on her election|honou?r to be|pleased to be|delighted to be)\b",
    re.IGNORECASE,
)
_MOVED = rule(
    rf"[\"“]? ?That,? (?:(?:nominee|cllr|councillor) )?<N:who>,? be (?:(?:and is|duly|hereby) )*"
    rf"(?P<verb>re-?elected|elected|re-?appointed|appointed|nominated)(?: as| to the (?:office|position) of)?"
    rf"(?: the)? {_ROLE}{_STOP}"
)
_OF = re.compile(
    r"\s+of\s+(?:the\s+|this\s+)?(?:(?=\ue006)|(?P<generic>committee|panel|board|group|forum)\b)", re.IGNORECASE
)
_NOT_CARRIED = re.compile(r"\b(?:not seconded|withdrawn)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|is|be|being|been|duly|unanimously|declared|had|hereby)\b")
_DECISION = re.compile(r"RESOLVED|agreed", re.IGNORECASE)
_ACTS = re.compile(r"[,\s]*(?:\w+ed\b|was\b|were\b|asked|invited|then)")
"""What follows a name that begins a sentence about something else than the election in the heading."""


def read_elections(reading: Reading) -> list[Placing]:
    """All elections and appointments to an office, once for each person and office; the plainest statement counts."""
    found: list[Placing] = []
    for source in (_moved, _told, _declared, _continued, _proposed, _under_heading, _accepted, _contested):
        for placing in source(reading):
            same = next((i for i, f in enumerate(found) if _same(f, placing)), None)
            if same is None:
                found.append(placing)
            elif found[same].outcome != "agreed" and placing.outcome == "agreed" and source is not _proposed:
                found[same] = placing
    return sorted(found, key=lambda p: p.start)


def _same(one: Placing, other: Placing) -> bool:
    if not one.person or not other.person:
        return False
    return (
        (one.place.name if one.place else None) == (other.place.name if other.place else None)
        and same_office(one.role, other.role)
        and same_person(one.person, other.person)
    )


def _place_after(reading: Reading, end: int) -> Place | None:
    """The body that `of the …` after a role names."""
    m = _OF.match(reading.tagged.text, end)
    if not m:
        return None
    if m["generic"]:
        low, _ = reading.paragraph(m.start())
        before = [
            b
            for b in reading.tagged.within(low, m.start(), "body")
            if b.text.casefold().endswith(m["generic"].casefold())
        ]
        return place_of(before[-1]) if before else None
    body = reading.tagged.within(m.end(), m.end() + 1, "body")
    return place_of(body[0]) if body else None


def _build(
    reading: Reading,
    who: Mention,
    role: str,
    start: int,
    end: int,
    name: str,
    outcome: Outcome,
    action: Action,
    place: Place | None = None,
) -> Placing:
    low, high = reading.sentence(start, end)
    term, until = term_in(reading, end, high)
    return Placing(
        low, high, f"election.{name}", action, outcome, person=who.text, role=role, place=place, term=term, until=until
    )


def _verb_action(reading: Reading, verb: str, at: int) -> Action:
    item = reading.outline.item_at(at)
    election = item is not None and re.search(r"\belect", item.title, re.IGNORECASE) is not None
    if verb.lower().startswith(("elect", "re-elect", "reelect", "voted")) or election:
        return "elect"
    return "nominate" if verb.lower() == "nominated" else "appoint"


def _role_in(reading: Reading, m: re.Match[str]) -> str | None:
    """The role that a match states, or none."""
    return clean_role(reading.words(*m.span("role"))) if m["role"] else None


def _heading_role(reading: Reading, at: int) -> str | None:
    """The office that the heading of the item at an offset names, or none."""
    item = reading.outline.item_at(at)
    return _office_in(item.title) if item else None


def _office_in(title: str) -> str | None:
    heading = _HEADING.search(title)
    return clean_role(heading["role"]) if heading and is_place(heading["role"]) else None


def _moved(reading: Reading) -> Iterator[Placing]:
    """`That Councillor X be appointed Cathaoirleach …`: agreed unless the words after it say otherwise."""
    for m in reading.finditer(_MOVED):
        who, role = reading.tagged.one(m, "who"), _role_in(reading, m)
        if role and not is_place(role):
            role = _as_headed(reading, m.start(), role)
        if who is None or not role:
            continue
        _, high = reading.sentence(m.start(), m.end())
        after = reading.flow[high : high + 250]
        yield _build(
            reading,
            who,
            role,
            m.start(),
            m.end("role"),
            "moved",
            "lost" if voted_down(after) or _NOT_CARRIED.search(after) else "agreed",
            _verb_action(reading, m["verb"], m.start()),
            _place_after(reading, m.end("role")),
        )


def _as_headed(reading: Reading, at: int, role: str) -> str | None:
    """The office in the item's heading, where a misread role is nearly the same: `Leas-Chathaoinleach`."""
    headed = _heading_role(reading, at)
    return headed if headed and SequenceMatcher(None, fold(headed), fold(role)).ratio() > 0.85 else None


def _told(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_ELECTED):
        low, high = reading.sentence(m.start(), m.end())
        sentence = reading.flow[low:high]
        role = _role_in(reading, m)
        if role is None or not is_place(role) or _PAST.search(sentence):
            continue
        place = _place_after(reading, m.end("role"))
        if place is None and re.match(r"members?$", role, re.IGNORECASE):
            continue
        if not _PASSIVE.search(m[0]) and not _DECISION.match(sentence):
            continue
        outcome: Outcome = "lost" if voted_down(reading.flow[high : high + 160]) else "agreed"
        action = _verb_action(reading, m["verb"], m.start())
        for who in reading.tagged.people(m, "who"):
            if who.kind != "office":
                yield _build(reading, who, role, m.start(), m.end("role"), "told", outcome, action, place)


def _declared(reading: Reading) -> Iterator[Placing]:
    """`declared A duly elected as Chair`, and `A was elected` under a heading that names the office."""
    for m in reading.finditer(_DECLARED):
        who = reading.tagged.one(m, "who")
        role = _role_in(reading, m) if m["role"] else _heading_role(reading, m.start())
        if who and role and is_place(role):
            yield _build(reading, who, role, m.start(), m.end(), "declared", "agreed", "elect")
    for m in reading.finditer(_BARE):
        who, role = reading.tagged.one(m, "who"), _heading_role(reading, m.start())
        if who and role and not _PAST.search(reading.sentence_text(m)):
            yield _build(reading, who, role, m.start(), m.end(), "bare", "agreed", "elect")


def _continued(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_CONTINUE):
        who, role = reading.tagged.one(m, "who"), _role_in(reading, m)
        if who is None or role is None or not is_place(role):
            continue
        item = reading.outline.item_at(m.start())
        yield _build(
            reading,
            who,
            role,
            m.start(),
            m.end("role"),
            "continued",
            _after(reading, m.start(), m.end()) or "agreed",
            "elect" if item and re.search(r"\belection\b", item.title, re.IGNORECASE) else "continue",
            _place_after(reading, m.end("role")),
        )


def _after(reading: Reading, start: int, end: int) -> Outcome | None:
    """The outcome that the next words state."""
    item = reading.outline.item_at(start)
    limit = min(item.end if item else reading.last, end + 350)
    return outcome_of(reading.flow[end:limit])


def _proposed(reading: Reading) -> Iterator[Placing]:
    """`A proposed B as Chair, seconded by C`: what became of it stands in the words that follow."""
    for pattern in (_PROPOSED, _PROPOSED_BARE, _PROPOSED_SELF):
        for m in reading.finditer(pattern):
            who = reading.tagged.one(m, "who")
            stated = m.groupdict().get("role")
            role = _role_in(reading, m) if stated else _heading_role(reading, m.start())
            if not who or not role or not is_place(role):
                continue
            following = reading.flow[m.end() : m.end() + 160].split(". ")
            if _NOT_SECONDED.search(". ".join(following[:2])):
                outcome: Outcome = "lost"
            else:
                outcome = _elected_later(reading, m.end(), who) or _after(reading, m.start(), m.end()) or "proposed"
            place = _place_after(reading, m.end())
            yield _build(reading, who, role, m.start(), m.end(), "proposed", outcome, "elect", place)


def _elected_later(reading: Reading, at: int, who: Mention) -> Outcome | None:
    """Whether the item later says who was elected: this candidate or another."""
    item = reading.outline.item_at(at)
    end = item.end if item else min(reading.last, at + 2500)
    for pattern in (_DECLARED, _BARE):
        for m in pattern.finditer(reading.tagged.text, at, end):
            elected = reading.tagged.one(m, "who")
            if elected:
                return "agreed" if same_surname(elected.text, who.text) else "lost"
    return None


def _under_heading(reading: Reading) -> Iterator[Placing]:
    """`Election of Chairman for 2022/23: Cllr Shewell. Proposed by …`"""
    for item in reading.outline.items:
        role = _office_in(item.title)
        if role is None:
            continue
        at = item.start
        while at < item.end and reading.flow[at] in " :-–.\n\x1f\t":
            at += 1
        m = _HEADED.match(reading.tagged.text, at, item.end)
        who = reading.tagged.one(m, "who") if m else None
        if m and who and not _ACTS.match(reading.flow[m.end() : m.end() + 40]):
            outcome = _after(reading, m.start(), m.end()) or "agreed"
            yield _build(reading, who, role, m.start("who"), m.end("who"), "heading", outcome, "elect")


def _accepted(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_ACCEPTED):
        who, role = reading.tagged.one(m, "who"), _heading_role(reading, m.start())
        if who and role and "chair" not in m[0][-6:]:
            yield _build(reading, who, role, m.start(), m.end(), "accepted", "agreed", "elect")


def _contested(reading: Reading) -> Iterator[Placing]:
    """`X 5 votes, Y 2 votes`: who has most is elected, the others lost."""
    counts: dict[int, list[tuple[int, re.Match[str], Mention]]] = {}
    for m in reading.finditer(_VOTES):
        item = reading.outline.item_at(m.start())
        who = reading.tagged.one(m, "who")
        if item and who and _office_in(item.title):
            counts.setdefault(item.begin, []).append((count_of(m["n"]), m, who))
    for begin, votes in counts.items():
        item = reading.outline.item_at(begin + 1)
        heading = _HEADING.search(item.title) if item else None
        most = max(number for number, _, _ in votes)
        for number, m, who in votes:
            if heading and len(votes) > 1:
                role = clean_role(heading["role"])
                outcome: Outcome = "agreed" if number == most else "lost"
                yield _build(reading, who, role, m.start(), m.end(), "votes", outcome, "elect")
