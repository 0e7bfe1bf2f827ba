"""What apologies say beside the names: who stands in, why somebody is away, who passed it on, who only comes late.

All of it is found before the names are read, and taken out of the list: so a name inside a reason or a substitution is
never taken for somebody who is away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..names.mentions import Mention
from ..names.stated_beside import other_name_in
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import is_organisation, is_post, phrase_pattern
from .substitution_sentences import PAIR

AsideKind = Literal["reason", "substitute", "late", "other"]


@dataclass(frozen=True)
class Aside:
    """Words beside a name that list nobody who is away: of what kind, where, and the substitutes that they name."""

    kind: AsideKind
    start: int
    end: int
    people: tuple[Mention, ...] = ()


_IN_PLACE = (
    r"(?:substitut\w*|deputi[sz]\w+|deputy|stead|in (?:his|her|their|the) (?:place|absence)|on (?:his|her|their) behalf"
    r"|representing (?:him|her|them)"
    r"|in place of|alternates?|replac\w+|stand(?:ing)? in|stood in|stand-in|proxy|respectively)\b"
)
_SUBSTITUTED = rule(
    r",? ?[-–]? ?(?:who )?(?:(?:was|were|is|are|had been|has been|being|to be|will be|would be) )?"
    r"(?:substituted|replaced|represented|deputi[sz]ed|covered)(?: for)? by (?P<who><N>)(?:,? \([^()\n]{1,60}\))?"
)
_FOR_WHOM = rule(
    r",? ?for whom (?P<who><PP>)[^.;,\n\ue000-\ue009]{0,60}"
    r"|,? ?whose (?:place|substitute|deputy|seat)[^.;,\n\ue000-\ue009]{0,40}(?P<who2><N>)[^.;,\n\ue000-\ue009]{0,40}"
)
_WITH = rule(
    rf"(?:,|;| and)? ?with (?P<who><PP>)[^.;\n\ue000-\ue005]{{0,80}}?\b{_IN_PLACE}"
    r"(?:[^.;,\n\ue000-\ue009]{0,30}? respectively)?"
)
_CAME = rule(
    r"(?:,|;| and| but|:)? ?(?P<who><N>)(?:,? \([^()\n]{1,60}\)|, [^.;()\n\ue000-\ue005]{2,60}?)?,? "
    r"(?:(?:was|were|is|had|has|would be|will be|to) )?"
    rf"(?:(?:attend\w*|present|act\w*|sat|sitting|came|coming|there|in attendance|appear\w*)\b"
    rf"[^.;()\n\ue000-\ue009]{{0,40}}?\b{_IN_PLACE}(?: (?:for (?:him|her|them)|substitute|place|absence|stead))?"
    r"|(?:substitut(?:ed|ing|e)|deputi[sz](?:ed|ing|e)|(?:(?:as|the|his|her|their) )+substitute)\b"
    r"(?: for (?:him|her|them))?)"
)
_SUB = rule(
    r"(?:,| [-–])? ?\b(?:(?:his|her) )?"
    r"(?:sub|subs|substitute[sd]?|substitution|replacement|deputy|alternate)\b\.?"
    r"(?: (?:is|was))? ?[:=–-]? ?(?P<who><N>)"
)
_LATE = rule(
    r"(?:,|;)? ?(?:(?:and|also) )*(?:(?:an )?apolog(?:y|ies) )?(?:for|of) (?:his |her |their )?"
    r"(?:lateness|late arrival|late attendance|being late|arriving late|leaving early|early departure"
    r"|having to leave[^.;,\n\ue000-\ue009]{0,30}) (?:(?:was|were) [^.;,\n\ue000-\ue009]{0,30}? )?"
    r"(?:from|by|on behalf of|of)? ?(?P<who><PP>)(?:,? who [^.;\n]{0,80})?"
)
_CAME_AFTER_ALL = rule(
    r",? who (?:(?:also|nevertheless|later|then|subsequently|however|had|did) )*"
    r"(?:attended|joined|participated|observed|took part|dialled in)\b[^.;,\n\ue000-\ue009]{0,60}(?=,|\.|;|\)|$| and )"
)
_MEDIATOR = rule(r"(?:,|;)? ?(?:and )?(?:by|through|via) <P>[^.;\n\ue000-\ue009]{0,40}? (?:on behalf of|for|from)(?= )")
_RECEIPT = rule(
    r"(?:,|;)? ?(?:[-–] )?(?:(?:and|which|these|they|all|both|the|of|apologies|reasons?|absences?|duly|were|was|had"
    r"|have|been|be|being|to|their|his|her|sent|for|given) )*"
    r"(?:accepted|noted|approved|sanctioned|agreed|received|recorded|granted|tendered|submitted|intimated|given"
    r"|reported)\b(?: (?:by|and) [^.;,\n\ue000-\ue009]{0,60})?(?: from)?(?= ?[.;,)\n]|$| <P>)"
)
_FORMS: tuple[tuple[AsideKind, re.Pattern[str]], ...] = (
    ("late", _LATE),
    ("substitute", _SUBSTITUTED),
    ("substitute", _FOR_WHOM),
    ("substitute", _WITH),
    ("substitute", _CAME),
    ("substitute", _SUB),
    ("other", PAIR),
    ("other", _CAME_AFTER_ALL),
    ("other", _MEDIATOR),
    ("other", _RECEIPT),
)
_BRACKET = re.compile(r"\((?P<inside>[^()\n]{1,160})\)")
_SUBSTITUTE_IN_BRACKET = re.compile(
    rf"\b(?:sub|subs|{_IN_PLACE}|represent\w+|attend\w*|vice|for)\b".replace(" ", r"\s+"), re.IGNORECASE
)
_ADMINISTRATIVE = re.compile(
    r"(?:apolog\w*|accepted|noted|approved|sanctioned|absent|excused|by e-?mail|received)\b", re.IGNORECASE
)
_PARTIAL = re.compile(
    r"\blate\b|\blateness\b|\bleav\w+ (?:early|before|at|the meeting|part)|\bearly\b|\bdepart(?:ed|ing|s|ure)?\b"
    r"|\bstep out\b|\bpart of\b|\barriv(?:ed|ing|e)\b|\bfor part\b|\bdelayed\b",
    re.IGNORECASE,
)
"""What says that somebody came late or left early, and was not away."""
_REASON = rule(
    r"(?:,|;)? ?(?:[-–] )?(?:(?:is|was|were|are|being|as|but) )?"
    r"\b(?:due to|owing to|because(?: of)?|on account of|(?:as|since) (?:he|she|they|his|her|their|a result)\b"
    r"|who (?:was|were|is|are|had|has|have|could|would|cannot|felt|did)\b|whose\b"
    r"|for (?:[a-z]+ ){0,2}(?:reasons?|leave)\b|through (?:illness|ill|work)"
    r"|on (?:[a-z]+ )?(?:holiday|leave|vacation|business|duty|call|sick)"
    r"|at (?:a|an|another|work|his|her)\b|having (?:to|a|been|another)|attending\b|away\b|abroad\b"
    r"|(?:un)?well\b|ill\b|ill health|illness|sick\w*|self-isolating|working|work(?= commitments?\b)|holiday\b"
    r"|with (?:an?|his|her|their) [a-z]|(?:stating|saying|explaining) (?:that|he|she|they)|that (?:he|she|they) )"
)
_NEXT = re.compile(
    r"(?:,|;|\band\b|&|\.)[ \x1f\t]*(?:(?:and|also|from|for|on behalf of|the)[ \x1f\t]+)*$", re.IGNORECASE
)
"""What stands before the next name of the list, after a reason."""
_REASON_STOP = re.compile(r"[;\n]|\.(?=\s)(?<!\b[A-Z]\.)")
_CAPACITY = re.compile(r"\bin\s+(?:his|her|their)\s+(?:capacity|role)\s+as\s+(?:the\s+)?(?P<role>[A-Z][\w' -]{2,60})")
_OPENING = re.compile(
    r"(?:(?:due to|owing to|because of|because|on account of|through|for|as|since|and|but|with|who)\b\s*"
    r"(?:(?:he|she|they)\b\s*)?(?:(?:was|were|is|are|had|has|have)\b\s*)?(?:an?\s|the\s)?|whose\s)",
    re.IGNORECASE,
)


def read_asides(reading: Reading, start: int, end: int) -> list[Aside]:
    """Everything between two offsets that is said beside the names and lists nobody, in order, none inside another."""
    text = reading.tagged.text
    found: list[Aside] = []
    for m in _BRACKET.finditer(text, start, end):
        people = tuple(reading.tagged.within(m.start(), m.end(), "person", "weak"))
        kind = _bracket_kind(reading, m, people)
        if kind:
            found.append(Aside(kind, m.start(), m.end(), people))
    for kind, pattern in _FORMS:
        for m in pattern.finditer(text, start, end):
            if _free(found, m.start(), m.end()):
                groups = [g for g in pattern.groupindex if m[g]]
                people = tuple(p for g in groups for p in reading.tagged.people(m, g))
                found.append(Aside(kind, m.start(), m.end(), people))
    at = start
    while reason := _REASON.search(text, at, end):
        at = reason.end()
        if not _free(found, reason.start(), reason.end()):
            continue
        stop = min([_reason_end(reading, reason.end(), end), *(a.start for a in found if a.start >= reason.end())])
        partial = _PARTIAL.search(reading.flow, reason.start(), stop)
        found.append(Aside("late" if partial else "reason", reason.start(), stop))
        at = max(stop, reason.end())
    return sorted(found, key=lambda a: a.start)


def _free(found: list[Aside], start: int, end: int) -> bool:
    return not any(a.start < end and start < a.end for a in found)


def _bracket_kind(reading: Reading, m: re.Match[str], people: tuple[Mention, ...]) -> AsideKind | None:
    """What a bracket beside a name says, or none where it holds a role, a body or a part of the name."""
    inside = reading.flow[m.start("inside") : m.end("inside")]
    if people and _SUBSTITUTE_IN_BRACKET.search(inside):
        return "substitute"
    if people and people[0].kind == "person" and people[0].start == m.start("inside"):
        return "substitute" if _after_name(reading, m.start()) else None
    if _PARTIAL.search(inside):
        return "late"
    if _ADMINISTRATIVE.match(inside) or other_name_in(inside) is not None:
        return "other"
    words = re.findall(r"[A-Za-z][\w'-]*", inside)
    if phrase_pattern("reasons", "away").search(inside) and not (words and is_post(words[-1])):
        return "reason"
    if words and words[0][0].islower() and not any(is_post(w) or is_organisation(w) for w in words):
        return "reason"
    return None


def _after_name(reading: Reading, at: int) -> bool:
    """Whether a bracket stands directly after a name, and not after a post whose holder it names."""
    before = reading.tagged.within(max(reading.start, at - 80), at, "person")
    return bool(before) and not reading.flow[before[-1].end : at].strip(" \t\x1f")


def _reason_end(reading: Reading, start: int, end: int) -> int:
    """Where a reason ends: before the next name of the list, a semicolon, or a new sentence.

    A name without a separator before it belongs to the reason, and after such a name `and` does not end the reason
    either: `who was at a meeting with A and B`.
    """
    swallowed, at = False, start
    for mention in reading.tagged.within(start, end, "person", "weak"):
        gap = reading.tagged.text[at : mention.start]
        before = _NEXT.search(gap)
        if before and not (swallowed and before[0].strip() == "and"):
            end = at + before.start()
            break
        swallowed, at = True, mention.end
    stop = _REASON_STOP.search(reading.tagged.text, start, end)
    return stop.start() if stop else end


def reason_words(reading: Reading, aside: Aside) -> str | None:
    """The reason in its own words, without what joins it to the name: `who had a heavy cold` gives `heavy cold`."""
    words = reading.words(aside.start, aside.end).strip(" ,;:.()|–-")
    opening = _OPENING.match(words)
    reason = words[opening.end() :] if opening else words
    return None if re.search(r"\bresign", reason) else reason.strip(" ,;:.()|–-") or None


def role_in(reading: Reading, aside: Aside) -> str | None:
    """The office that a reason gives: `on a civic visit in her capacity as Mayor`."""
    found = _CAPACITY.search(reading.flow, aside.start, aside.end)
    return " ".join(found["role"].split()) if found else None
