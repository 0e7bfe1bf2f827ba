"""Elections to an office: moved and declared, told in a sentence, stated under a heading, contested, lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ..folding import fold
from ..parsed_minutes import Action, Outcome
from .motions import Proposal
from .outcomes import outcome_of
from .outline import Item
from .placing import Place, Placing, clean_role, is_place, term_in
from .reading import Reading
from .roster import known
from .tagging import Mention, rule

_ROLE = r"(?P<role>[^.;,:\n\"“”()\ue000-\ue005]{3,70}?)"
_STOP = r"(?= (?:of (?:the |this )?(?:\ue006|committee|council|board|panel|group|municipal|district|meeting|forum|sub)|for |to hold|until|till|by |with |in place|in succession|at |on |and \ue000|and \ue004|and (?:offered|thanked|congratulated|wished|invited|took|he|she|they|the|that|was|were|it|will|would)\b|seconded|proposed|following|whilst|during|unanimous|was |were |which |who )|[.,;:\"“”()\n]|\s*$)"
_ELECTED = rule(
    rf"<PP:who>,? (?:(?:was|were|is|are|be|being|had been|has been|have been|should be|would be|to be|is to be|and he was|and she was|and they were) )?(?:(?:duly|unanimously|then|hereby|formally|also|declared|thereupon) )*"
    rf"(?P<verb>re-?elected|elected|re-?appointed|appointed|ratified|confirmed|installed|nominated|selected|chosen|voted in) (?:and declared )?(?:as |to the (?:office|position|post|role) of |to be |to serve as |unanimously as |to act as )?(?:the |a |an |its |our )?{_ROLE}{_STOP}"
)
_DECLARED = rule(
    rf"\bdeclared <N:who>,? (?:(?:to be|duly|as) )*(?P<verb>elected|appointed)(?: as)?(?: the)?(?: {_ROLE}{_STOP})?"
)
_BARE = rule(
    r"<N:who>,? (?:was|were|being) (?:(?:duly|unanimously|declared|therefore|then|hereby) )*(?P<verb>re-?elected|elected|re-?appointed|appointed)\b(?= ?(?:[.,;]|and |unopposed|unanimously|\n|$|for |by |with ))"
)
_CONTINUE = rule(
    rf"<N:who>,? (?:to |would |will |agreed to |was happy to |to be asked to )(?P<verb>continue|remain|carry on|stay on|serve|stand)(?: in (?:the|this|that) (?:role|post|office)(?: of)?)? as (?:the |a )?{_ROLE}{_STOP}"
)
_PROPOSED = rule(
    rf"<P:by>,? (?:(?:then|also) )?(?:proposed|nominated|moved)(?: that)? <N:who>,? (?:be (?:re-?)?(?:elected|appointed) )?(?:as |for |to continue as |to be |to remain as |for the (?:office|position|post|role) of )(?:the )?{_ROLE}{_STOP}"
)
_PROPOSED_BARE = rule(
    r"<P:by>,? (?:(?:then|also) )?(?:proposed|nominated) <N:who>(?=,? (?:and )?(?:seconded|,|\.|this|which|\ue000|the|but))"
)
_PROPOSED_SELF = rule(
    rf"<N:who>,? (?:proposed|nominated) (?:himself|herself|themselves)(?: (?:as|for) (?:the )?{_ROLE}{_STOP})?"
)
_ACCEPTED = rule(
    r"<N:who>,? (?:accepted|agreed to (?:take|accept|become|be)|took|kindly agreed to) (?:the |this )?(?:post|office|role|position|nomination|chair)\b"
)
_HEADING = re.compile(
    r"\b(?:election|appointment|re-?election|nominations?)\s+(?:of|for)\s+(?:the\s+)?(?:a\s+|an\s+|new\s+)?(?P<role>[^:.\n(]{3,70}?)(?=\s+(?:of|for|20\d\d|\d{4})\b|\s*[:(.]|\s+[–-]|\s*$)",
    re.IGNORECASE,
)
_HEADED = rule(r" ?[-–:]? ?<N:who>(?=[. ,]| \()")
_VOTES = rule(r"<N:who>[ ,:–-]+(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) votes?\b")
_TOOK_CHAIR = rule(r"<N:who>,? (?:took|then took|assumed|was in|occupied) the chair\b")
_NOT_SECONDED = re.compile(r"not seconded|no seconder|did not (?:accept|feel|wish)|declined", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:had been|has been|was previously|congratulat\w+|welcomed|outgoing|when|since|last year|having been|on being|on his election|on her election|honou?r to be|pleased to be|delighted to be)\b",
    re.IGNORECASE,
)
_MOVED = rule(
    rf"[\"“]? ?That,? (?:(?:nominee|cllr|councillor) )?<N:who>,? be (?:(?:and is|duly|hereby) )*(?P<verb>re-?elected|elected|re-?appointed|appointed|nominated)(?: as| to the (?:office|position) of)?(?: the)? {_ROLE}{_STOP}"
)


def read_elections(reading: Reading, proposals: list[Proposal]) -> list[Placing]:
    """All elections and appointments to an office, once for each person and office; the plainest statement counts."""
    found: list[Placing] = []
    for source in (_moved, _told, _declared, _continued, _proposed, _under_heading, _accepted, _contested):
        for placing in source(reading, proposals):
            same = next((i for i, f in enumerate(found) if _same(f, placing)), None)
            if same is None:
                found.append(placing)
            elif found[same].outcome != "agreed" and placing.outcome == "agreed" and source is not _proposed:
                found[same] = placing
    return sorted(found, key=lambda p: p.start)


def _same(one: Placing, other: Placing) -> bool:
    if (one.person or "") == "" or (other.person or "") == "":
        return False
    a, b = known(one.person or ""), known(other.person or "")
    names = fold(a.surname) == fold(b.surname) and (not a.given or not b.given or a.given[0] == b.given[0])
    return (
        names
        and _office(one.role) == _office(other.role)
        and (one.place.name if one.place else None) == (other.place.name if other.place else None)
    )


def _office(role: str | None) -> str:
    plain = fold(role or "")
    return re.sub(r"(?:man|person|woman)\b", "", plain).replace(" ", "")[:9]


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
        return Place(before[-1].text, before[-1].start, before[-1].end) if before else None
    body = reading.tagged.within(m.end(), m.end() + 1, "body")
    return Place(body[0].text, body[0].start, body[0].end) if body else None


_OF = re.compile(
    r"\s+of\s+(?:the\s+|this\s+)?(?:(?=\ue006)|(?P<generic>committee|panel|board|group|forum)\b)", re.IGNORECASE
)


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


def _moved(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    """`That Councillor X be appointed Cathaoirleach …`: agreed unless the words after it say otherwise."""
    for m in reading.finditer(_MOVED):
        who, role = reading.tagged.one(m, "who"), clean_role(reading.words(m.start("role"), m.end("role")))
        role = role if is_place(role) else _as_headed(reading, m.start(), role) or role
        if who is None or not is_place(role):
            continue
        _, high = reading.sentence(m.start(), m.end())
        after = reading.flow[high : high + 700]
        if re.search(r"\b(?:lost|defeated|not carried|not seconded|withdrawn|fell)\b", after[:250], re.IGNORECASE):
            outcome: Outcome = "lost"
        else:
            outcome = "agreed"
        yield _build(
            reading,
            who,
            role,
            m.start(),
            m.end("role"),
            "moved",
            outcome,
            _verb_action(reading, m["verb"], m.start()),
            _place_after(reading, m.end("role")),
        )


def _as_headed(reading: Reading, at: int, role: str) -> str | None:
    """The office in the item's heading, where a misread role is nearly the same: `Leas-Chathaoinleach`."""
    item = reading.outline.item_at(at)
    heading = _HEADING.search(item.title) if item else None
    if heading is None:
        return None
    headed = clean_role(heading["role"])
    return headed if SequenceMatcher(None, fold(headed), fold(role)).ratio() > 0.85 else None


def _told(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    for m in reading.finditer(_ELECTED):
        low, high = reading.sentence(m.start(), m.end())
        sentence = reading.flow[low:high]
        role = clean_role(reading.words(m.start("role"), m.end("role")))
        if (
            not is_place(role)
            or _PAST.search(sentence)
            or re.match(r"members?$", role, re.IGNORECASE)
            and not _place_after(reading, m.end("role"))
        ):
            continue
        passive = re.search(r"\b(?:was|were|is|be|being|been|duly|unanimously|declared|had|hereby)\b", m[0]) is not None
        if not passive and not re.match(r"RESOLVED|agreed", sentence, re.IGNORECASE):
            continue
        lost = re.search(r"\b(?:lost|defeated|not carried|fell)\b", reading.flow[high : high + 160], re.IGNORECASE)
        outcome: Outcome = "lost" if lost else "agreed"
        for who in reading.tagged.people(m, "who"):
            if who.kind == "office":
                continue
            yield _build(
                reading,
                who,
                role,
                m.start(),
                m.end("role"),
                "told",
                outcome,
                _verb_action(reading, m["verb"], m.start()),
                _place_after(reading, m.end("role")),
            )


def _declared(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    for m in reading.finditer(_DECLARED):
        who = reading.tagged.one(m, "who")
        item = reading.outline.item_at(m.start())
        heading = _HEADING.search(item.title) if item else None
        role = (
            clean_role(reading.words(m.start("role"), m.end("role")))
            if m["role"]
            else clean_role(heading["role"])
            if heading
            else ""
        )
        if who and is_place(role):
            yield _build(reading, who, role, m.start(), m.end(), "declared", "agreed", "elect")
    for m in reading.finditer(_BARE):
        who = reading.tagged.one(m, "who")
        item = reading.outline.item_at(m.start())
        heading = _HEADING.search(item.title) if item else None
        sentence = reading.flow[slice(*reading.sentence(m.start(), m.end()))]
        if who and heading and is_place(heading["role"]) and not _PAST.search(sentence):
            yield _build(reading, who, clean_role(heading["role"]), m.start(), m.end(), "bare", "agreed", "elect")


def _continued(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    for m in reading.finditer(_CONTINUE):
        who, role = reading.tagged.one(m, "who"), clean_role(reading.words(m.start("role"), m.end("role")))
        if who is None or not is_place(role):
            continue
        outcome = _after(reading, m.start(), m.end())
        item = reading.outline.item_at(m.start())
        action: Action = "elect" if item and re.search(r"\belection\b", item.title, re.IGNORECASE) else "continue"
        yield _build(
            reading,
            who,
            role,
            m.start(),
            m.end("role"),
            "continued",
            outcome or "agreed",
            action,
            _place_after(reading, m.end("role")),
        )


def _after(reading: Reading, start: int, end: int) -> Outcome | None:
    """The outcome that the next words state."""
    item = reading.outline.item_at(start)
    limit = min(item.end if item else reading.last, end + 350)
    return outcome_of(reading.flow[end:limit])


def _proposed(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    """`A proposed B as Chair, seconded by C`: what became of it stands in the words that follow."""
    events: list[tuple[re.Match[str], Mention, str, str]] = []
    for m in reading.finditer(_PROPOSED):
        who = reading.tagged.one(m, "who")
        if who:
            events.append((m, who, clean_role(reading.words(m.start("role"), m.end("role"))), "proposed"))
    for pattern in (_PROPOSED_BARE, _PROPOSED_SELF):
        for m in reading.finditer(pattern):
            who = reading.tagged.one(m, "who")
            item = reading.outline.item_at(m.start())
            heading = _HEADING.search(item.title) if item else None
            named = m.groupdict().get("role")
            role = (
                clean_role(reading.words(m.start("role"), m.end("role")))
                if named
                else clean_role(heading["role"])
                if heading
                else ""
            )
            if who and is_place(role):
                events.append((m, who, role, "proposed"))
    for m, who, role, name in events:
        if not is_place(role):
            continue
        following = reading.flow[m.end() : m.end() + 160]
        if _NOT_SECONDED.search(following.split(". ")[0] + ". " + ". ".join(following.split(". ")[1:2])):
            outcome: Outcome = "lost"
        else:
            outcome = _elected_later(reading, m.end(), who) or _after(reading, m.start(), m.end()) or "proposed"
        yield _build(reading, who, role, m.start(), m.end(), name, outcome, "elect", _place_after(reading, m.end()))


def _elected_later(reading: Reading, at: int, who: Mention) -> Outcome | None:
    """Whether the item later says who was elected: this candidate or another."""
    item = reading.outline.item_at(at)
    end = item.end if item else min(reading.last, at + 2500)
    for pattern in (_DECLARED, _BARE):
        for m in pattern.finditer(reading.tagged.text, at, end):
            elected = reading.tagged.one(m, "who")
            if elected:
                return "agreed" if fold(known(elected.text).surname) == fold(known(who.text).surname) else "lost"
    return None


def _under_heading(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    """`Election of Chairman for 2022/23: Cllr Shewell. Proposed by …`"""
    for item in reading.outline.items:
        heading = _HEADING.search(item.title)
        if not heading or not is_place(heading["role"]):
            continue
        at = item.start
        while at < item.end and reading.flow[at] in " :-–.\n\x1f\t":
            at += 1
        m = _HEADED.match(reading.tagged.text, at, item.end)
        who = reading.tagged.one(m, "who") if m else None
        if (
            m
            and who
            and not re.match(r"[,\s]*(?:\w+ed\b|was\b|were\b|asked|invited|then)", reading.flow[m.end() : m.end() + 40])
        ):
            yield _build(
                reading,
                who,
                _role_of(item, heading),
                m.start("who"),
                m.end("who"),
                "heading",
                _after(reading, m.start(), m.end()) or "agreed",
                "elect",
            )


def _role_of(item: Item, heading: re.Match[str]) -> str:
    return clean_role(heading["role"])


def _accepted(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    for m in reading.finditer(_ACCEPTED):
        who = reading.tagged.one(m, "who")
        item = reading.outline.item_at(m.start())
        heading = _HEADING.search(item.title) if item else None
        if who and heading and is_place(heading["role"]) and "chair" not in m[0][-6:]:
            yield _build(reading, who, clean_role(heading["role"]), m.start(), m.end(), "accepted", "agreed", "elect")


def _contested(reading: Reading, proposals: list[Proposal]) -> Iterator[Placing]:
    """`X 5 votes, Y 2 votes`: who has most is elected, the others lost."""
    counts: dict[int, list[tuple[int, re.Match[str], Mention]]] = {}
    words = "zero one two three four five six seven eight nine ten".split()
    for m in reading.finditer(_VOTES):
        item = reading.outline.item_at(m.start())
        who = reading.tagged.one(m, "who")
        heading = _HEADING.search(item.title) if item else None
        if item and who and heading and is_place(heading["role"]):
            number = int(m["n"]) if m["n"].isdigit() else words.index(m["n"].lower())
            counts.setdefault(item.begin, []).append((number, m, who))
    for begin, votes in counts.items():
        item = reading.outline.item_at(begin + 1)
        heading = _HEADING.search(item.title) if item else None
        most = max(n for n, _, _ in votes)
        for number, m, who in votes:
            if heading and len(votes) > 1:
                yield _build(
                    reading,
                    who,
                    clean_role(heading["role"]),
                    m.start(),
                    m.end(),
                    "votes",
                    "agreed" if number == most else "lost",
                    "elect",
                )
