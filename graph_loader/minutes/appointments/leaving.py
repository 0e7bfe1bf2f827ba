"""Places given up or taken away: resigned, stood down, removed; told, written in a letter or listed below a head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...folding import fold_body
from ...parsed_minutes import Action
from ..motions.outcomes import outcome_of
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import phrase_pattern
from .complements import body_meant, complement
from .lists.seats import seats_in
from .placing import Place, Placing, clean_role, is_place, place_of, since_in
from .placings import PEOPLE, people_in
from .sentences import Decided, in_item_about_places, is_hedged, is_past, outcome_in

_HAVING = (
    r"(?:(?:had|has|have|having|was|were|is|are|be|been|would|will|to|that|he|she|they|now|also|both|formally|sadly"
    r"|recently|regretfully|subsequently|unfortunately|as|of|today|therefore|since) ){0,7}"
)
_GIVEN_UP = (
    r"(?:resign(?:ed|ing|s)?|(?:tender|hand|submit|send|offer|give|gave|sent)(?:ed|t?ed|ing|en)?(?: in)?"
    r" (?:his|her|their|a letter of|notice of (?:his|her|their))(?: letter of)? resignation"
    r"|st(?:ood|and|anding|ands) down|step(?:ped|ping|s)? down|cease[sd]? to be(?: a)? members?"
    r"|(?:wish(?:es|ed)?|want(?:s|ed)?|decided|intend(?:s|ed)) to (?:resign|stand down|step down|leave)"
    r"|(?:does|do|did|has|have|had) not (?:wish|wished|want) to continue|no longer wish(?:es|ed)? to (?:continue"
    r"|serve)|no longer be)"
)
_TOLD = rule(
    rf"(?P<who>{PEOPLE})(?:, (?:the |our )?[^.,;:\n\ue000-\ue009]{{3,50}},)?,? ?{_HAVING}(?P<verb>{_GIVEN_UP})(?![\w-])"
)
_OF_ONESELF = rule(
    r"(?P<who><P>),? (?:had |has |then )?(?:advised|informed|announced|reported|told|stated|confirmed|notified"
    r"|said|indicated)"
    rf"[^.;\n\ue000-\ue005]{{0,60}}? (?:he|she|they) {_HAVING}(?P<verb>{_GIVEN_UP})(?![\w-])"
)
_HAS_BEEN = rule(
    r"(?P<who><N>) (?:has|had) been (?:the |a |our )?(?P<office>[^.;,:\n\ue000-\ue009]{3,30}?)"
    r"(?: for [^.;,:\n]{3,30}?)?"
    rf",? (?:and|but) (?:now )?(?P<verb>{_GIVEN_UP})"
)
_LETTER = rule(
    r"\b(?:resignations?|letters? of resignation|retirement) (?:letter )?(?:(?:had|has|have|was|were|been|also"
    r"|received|accepted"
    r"|tendered|noted) ){0,5}(?:of|from|by) (?:the |our )?(?:(?P<office>(?!The\b)[A-Z][\w-]*"
    r"(?: (?!The\b)[\w-]+){0,3}?),? )?"
    rf"(?P<who>{PEOPLE})"
)
_REMOVED = rule(
    rf"(?P<who>{PEOPLE}),? (?:(?:would|will|should|is|are|to|has|had|have|that|and|be|been|was|were) ){{0,4}}"
    r"(?:removed|dismissed|taken off|withdrawn|disqualified)(?: from)? (?:the )?(?:membership of (?:the )?)?"
    r"(?:<B:body>|(?P<generic>committee|council|board|panel|group|working group))"
)
_REMOVED_AS = rule(
    rf"(?P<who>{PEOPLE}),? (?:(?:would|will|should|is|are|to|has|had|have|that|and|be|been|was|were) ){{0,4}}"
    r"(?:removed|withdrawn|dismissed) (?=(?:as|from) )"
)
_REMOVE = rule(
    rf"\b(?:remove|take|removing) (?P<who>{PEOPLE}) (?:as (?P<role>[^.;,\n\ue000-\ue009]{{3,40}}?) )?(?:from|off"
    rf"|of|on) "
    r"(?:the )?(?:membership of (?:the )?)?<B:body>"
)
_LEFT = rule(
    rf"(?P<who>{PEOPLE}),? (?:(?:had|has|have|would|will|to) ){{0,3}}(?:left|leave|leaves|withdr[ae]wn? from"
    rf"|retire[sd]? from"
    r"|come off|came off) (?:the )?<B:body>"
)
_REQUESTED = rule(
    rf"(?P<who>{PEOPLE}),? (?:had |has |have )?(?:request(?:ed)?|ask(?:ed)?) (?:that (?:he|she|they) "
    rf"|to )be (?:removed|taken off"
    r"|released|withdrawn)(?: from)? (?:the )?<B:body>"
)
_OF_RESIGNING = (
    "resign",
    "stood down",
    "stand down",
    "standing down",
    "stands down",
    "stepped down",
    "step down",
    "stepping down",
    "cease",
    "not wish",
    "wish",
    "no longer",
    "retirement",
)
_OF_REMOVING = ("remov", "dismiss", "tak", "withdr", "disqualif")
_FOR_THIS_MEETING = re.compile(
    r"\btemporary resignation|\b(?:for|duration of) (?:the (?:purposes|duration) of )?this (?:meeting|hearing)\b",
    re.IGNORECASE,
)
"""A resignation that only makes room for a substitute."""
_NOT_MEANT = re.compile(
    r"\b(?:no intention|not resign|threaten|if (?:he|she|they)|could resign|should resign|call(?:ed|s|ing)? (?:for|on)"
    r"|asked (?:him|her|them|for)|shall|may)\b[^.]{0,80}$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:resignations?|members? resigned)\b", re.IGNORECASE)
_AS = re.compile(
    r"[ \x1f]+(?:as|from)[ \x1f]+(?:(?:the|his|her|their|a|our)[ \x1f]+)?(?:(?:post|position|role|office"
    r"|job)[ \x1f]+(?:of|as)[ \x1f]+)?"
    r"(?P<role>[^.;,\n]{3,40})",
    re.IGNORECASE,
)
_MOTION = re.compile(r"\b(?:propos|mov|motion|second)", re.IGNORECASE)
_WEAK = re.compile(r"st(?:ood|and)|step|cease|wish|continue|no longer", re.IGNORECASE)
"""Verbs that say nothing without an office or a body: who stood down may only have left the chair."""


def read_leaving(reading: Reading, own: str | None, decided: Decided) -> Iterator[Placing]:
    """Everybody who gives up a place on a body, or loses it."""
    for pattern in (_HAS_BEEN, _TOLD, _OF_ONESELF, _LETTER):
        for m in reading.near(_OF_RESIGNING, pattern):
            yield from _resigned(reading, own, m)
    for pattern in (_REMOVED, _REMOVE):
        for m in reading.near(_OF_REMOVING, pattern):
            yield from _gone(reading, own, decided, m, "remove")
    for m in reading.near(_OF_REMOVING, _REMOVED_AS):
        yield from _removed_as(reading, own, decided, m)
    for m in reading.finditer(_LEFT):
        if in_item_about_places(reading, m.start()):  # who left the meeting of the committee is still on it
            yield from _gone(reading, own, decided, m, "resign")
    yield from _requested(reading)
    yield from _listed(reading)


def _resigned(reading: Reading, own: str | None, m: re.Match[str]) -> Iterator[Placing]:
    low, high = reading.sentence(m.start("who"), m.end())
    if _FOR_THIS_MEETING.search(reading.flow, low, high) or _NOT_MEANT.search(reading.flow[low : m.end()]):
        return
    people = people_in(reading, m, "who")
    said = complement(reading, own, m.end(), high, bare=False)
    office = m.groupdict().get("office")
    role = said.role or (office.strip() if office and is_place(office) else None)
    if not people or (office and role is None) or _is_job(reading, m, high):
        return
    weak = _WEAK.search(m.groupdict().get("verb") or "") is not None
    places = said.places
    elsewhere = role is not None and "council" not in role.casefold() and not _is_listed(reading, people)
    if not places and not said.generic and (elsewhere or (weak and role is None)):
        near = _body_near(reading, own, m.start("who"))
        if near is None and weak and role is None:
            return
        places = (near,) if near else ()
    for person in people:
        for place in places or (None,):
            yield Placing(
                low,
                high,
                "appointment.resigned",
                "resign",
                "noted",
                person=person.text,
                place=place,
                role=role or "member",
                until=said.since or since_in(reading, m.end(), high),
            )


def _is_listed(reading: Reading, people: list[Mention]) -> bool:
    return any(reading.roster.find(p.text) for p in people)


def _body_near(reading: Reading, own: str | None, at: int) -> Place | None:
    """The last body named before in the paragraph, or in the one before it, unless it is the one that meets."""
    low, _ = reading.paragraph(at)
    before = [b for b in reading.tagged.within(low, at, "body") if fold_body(b.text) != fold_body(own or "")]
    return place_of(before[-1]) if before else None


def _is_job(reading: Reading, m: re.Match[str], high: int) -> bool:
    """Whether somebody gives up a job: told by the words before the name, beside it, or after the verb."""
    jobs = phrase_pattern("offices", "job")
    before = reading.flow[max(0, m.start("who") - 40) : m.start("who")].rstrip(" ,:\x1f(")
    own_words = before[before.rfind(".") + 1 :]
    job_before = next((j for j in jobs.finditer(own_words) if not own_words[j.end() :].strip()), None)
    verb = m.start("verb") if "verb" in m.groupdict() and m["verb"] else m.end()
    beside = reading.flow[m.end("who") : verb]
    after = _AS.match(reading.flow, m.end(), high)
    return bool(job_before or jobs.search(beside) or (after and jobs.search(after["role"])))


# -- removed -----------------------------------------------------------------------------------------------------------


def _gone(reading: Reading, own: str | None, decided: Decided, m: re.Match[str], action: Action) -> Iterator[Placing]:
    low, high = reading.sentence(m.start(), m.end())
    if is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start("who")):
        return
    body = reading.tagged.one(m, "body")
    place, is_known = (place_of(body), True) if body else body_meant(reading, own, m["generic"], m.start("generic"))
    if not is_known:
        return
    outcome, lead = outcome_in(reading, low, high, decided)
    role = m.groupdict().get("role")
    for person in people_in(reading, m, "who"):
        yield Placing(
            low,
            high,
            "appointment.leaving",
            action,
            outcome,
            person=person.text,
            place=place,
            role=clean_role(role) if role and is_place(role) else "member",
            until=since_in(reading, m.end(), high),
            evidence=reading.evidence(("decision", lead, "appointment.decision")) if lead else (),
        )


def _removed_as(reading: Reading, own: str | None, decided: Decided, m: re.Match[str]) -> Iterator[Placing]:
    """`A be removed as a Director of B Ltd`: with the office and the body that the words after the verb name."""
    low, high = reading.sentence(m.start(), m.end())
    said = complement(reading, own, m.end(), high, bare=False)
    if not (said.places and said.role) or is_hedged(reading, low, m.start("who")) or is_past(reading, low, m.start()):
        return
    outcome, _ = outcome_in(reading, low, high, decided)
    for person in people_in(reading, m, "who"):
        for place in said.places:
            yield Placing(
                low,
                high,
                "appointment.leaving",
                "remove",
                outcome,
                person=person.text,
                place=place,
                role=said.role,
            )


def _requested(reading: Reading) -> Iterator[Placing]:
    """`A asked to be removed from the Panel`: a record only where the next sentence says what became of the request."""
    for m in reading.finditer(_REQUESTED):
        low, high = reading.sentence(m.start(), m.end())
        following = next(reading.sentences(high, min(reading.last, high + 300)), None)
        text = reading.flow[slice(*following)] if following else ""
        outcome = outcome_of(text)
        body = reading.tagged.one(m, "body")
        if outcome is None or body is None or _MOTION.search(text):
            continue
        for person in people_in(reading, m, "who"):
            yield Placing(
                low,
                high,
                "appointment.requested",
                "remove",
                outcome,
                person=person.text,
                place=place_of(body),
                role="member",
                evidence=reading.evidence(("decision", following, "appointment.decision")) if following else (),
            )


def _listed(reading: Reading) -> Iterator[Placing]:
    """Names under the heading `Resignations`."""
    for item in reading.outline.items:
        if not _TITLE.search(item.title):
            continue
        for paragraph in reading.outline.paragraphs_between(item.start, item.end):
            seats = seats_in(reading, paragraph.start, paragraph.end)
            if not seats.is_list or seats.strange:
                continue
            for held in seats.held:
                if held.person and len(held.person.split()) > 1:
                    yield Placing(
                        held.start,
                        held.end,
                        "appointment.resigned",
                        "resign",
                        "noted",
                        person=held.person,
                        role=held.role or "member",
                        evidence=reading.evidence(("heading", item.span, "appointment.heading")),
                    )
