"""Sentences that say who stood in for whom at this meeting, in every order in which minutes write it.

Each form gives the substitutes and the absent it names; `substitutions` pairs them. A pronoun (`in her stead`) stands
for the last person before who is away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from .opening import is_opening


@dataclass(frozen=True)
class Told:
    """What a sentence tells: substitutes and absent in the order of the text, where, and by which form.

    `one` says that the words speak of one substitute, so that a second name before the verb is where the first comes
    from. `expected` says that the substitute was only to come.
    """

    substitutes: tuple[Mention, ...]
    absent: tuple[Mention, ...]
    start: int
    end: int
    rule: str
    one: bool = False
    expected: bool = False

    @property
    def nearest(self) -> bool:
        """Whether one substitute after several names is that of the last: `A, B and C, who was substituted by D`."""
        return self.rule in {"substitution.by", "substitution.for_whom", "substitution.with"}


_ASIDE = (
    r"(?:,? \([^()\n]{1,80}\)|,? (?:of|from|representing) [^.;,()\n\ue000-\ue005]{2,60}"
    r"|, [^.;()\n\ue000-\ue005]{2,80}?(?=,? (?:who|was|were|is|are|had|has|attend|act|sat|present|confirm|stat)))?"
)
_SAID = (
    r"(?:(?:confirmed|stated|advised|reported|announced|indicated|explained|said|noted|declared|clarified"
    r"|informed (?:<O>|the [a-z]+|members))(?: to (?:<O>|the [a-z]+))? (?:that )?(?:he|she|they) (?:(?:too|also) )?)?"
)
_WAS = r"(?:(?:was|were|is|are|has been|have been|had been|would be|will be) )?(?:(?:also|there|here|duly|now) )*"
_CAME = (
    r"(?:(?:in attendance|present|attended|attending|attend|acted|acting|sat|sitting|came|there|welcomed|took part"
    r"|taking part|participated|participating|appeared)(?: (?:at )?(?:the|this|today's) meeting)? )?"
)
_AS = (
    r"(?:(?:appointed|nominated|named|designated|selected) )?(?:(?:as|in|to be|to attend as|to act as) )?"
    r"(?:(?:a|an|the|his|her|their) )?(?:(?:named|nominated|appointed|official|formal|temporary) )?"
)
_NOUN = (
    r"(?:substitut(?:e|es|ing|ed)|subs?|deput(?:y|ies)|deputi[sz](?:ing|ed|e)|alternates?|alt\.?|prox(?:y|ies)|designees?"
    r"|seated|s[ai]t(?:ting)? in|stand(?:ing|s)?[- ]in"
    r"|stood in|stepp(?:ed|ing) in|fill(?:ed|ing) in|covering)(?: members?)?"
)
_SUBJECT = rf"(?P<substitute><PP>){_ASIDE},? (?:who )?(?:(?:then|also) )?{_SAID}{_WAS}"
_FOR = rule(
    rf"{_SUBJECT}{_CAME}{_AS}{_NOUN}(?: at (?:the|this) meeting)? (?:for|of|to) (?:both"
    rf" )?(?P<absent><PP>)(?! (?:in|on|as) (?!th))"
)
_PLACE = rule(
    rf"{_SUBJECT}(?:attended|attending|attend|present|acted|acting|sat|sitting|came|there|in attendance|participated"
    r"|votes?|voted|voting|taking part|took part|appeared)(?: (?:at )?(?:the|this) meeting)? "
    r"(?:in (?:the )?(?:place|absence|stead) of|on behalf of|instead of|in lieu of) (?P<absent><PP>)"
)
_TOOK = rule(
    r"(?P<substitute><PP>),? (?:who )?(?:had taken|took|taking|was taking|were taking) "
    r"(?:the places? of (?P<absent><PP>)|(?P<absent2><N>)'s? place)"
)
_BY = rule(
    rf"(?P<absent><PP>){_ASIDE},? (?:who )?(?:(?:was|were|had been|has been|is|being) )?"
    r"(?:substituted|deputi[sz]ed)(?: for)? by (?P<substitute><PP>)"
)
_ACTED = rule(
    rf"{_SUBJECT}(?:acting|acted|covering|covered|sitting|sat|attending|attended|present|here|in) for (?P<absent><PP>)"
)
_REPRESENTED = rule(
    rf"(?P<absent><PP>){_ASIDE},? (?:who )?[^.;\n\ue000-\ue005]{{0,80}}?(?:was|were|is|had been|being) "
    r"(?:represented|replaced|covered)(?: (?:at|for) (?:the|this|today's) meeting)? by "
    r"(?:(?:his|her|their) [a-z ]{3,30},? )?(?P<substitute><PP>)"
)
_WHOSE = rule(
    r"(?P<absent><PP>),? (?:for whom|whose places? (?:was|were|had been) taken by|whose substitutes? (?:was|were)) "
    r"(?P<substitute><PP>)"
)
_BRACKET_BEFORE = r"(?P<substitute><N>)(?:,? \(| ?/ ?)"
_IN_BRACKET = rule(
    rf"{_BRACKET_BEFORE}(?:substituting for|sub\.? for|substitute for|deputi[sz]ing for|alt(?:ernate)?\.? for|proxy for"
    r"|designee (?:for|of)|seated for) (?P<absent><N>)"
)
_INSTEAD = rule(rf"{_BRACKET_BEFORE}(?:replacing|in place of|in lieu of|vice|for) (?P<absent><N>)")
_SEATED = rule(
    r"(?:\b(?:seated|enacted|(?:appointed|designated|asked|called on) (?=<N> to (?:vote|sit|act) )"
    r"|(?:alternate|substitute|deputy|alt\.))|(?<=[\ue000-\ue005]),? and(?= <S> for <S>)) "
    r"(?P<substitute><N>) (?:to (?:vote|sit|act) )?for (?P<absent><N>)(?!'s)"
    r"|(?P<came><N>) (?:(?:was|is) )?(?:attend(?:ed|ing)|sat|sitting|voting) for (?P<absent2><S>)(?!'s)"
)
"""`He seated A for B and C for D`, `Alternate A for B`."""
_PROXY = rule(
    r"(?P<absent><N>)[^.;\n\ue000-\ue005]{0,40}?"
    r"(?:[\[(]proxy ?:|\b(?:by )?proxy (?:to|held by|given to)) ?(?P<substitute><N>)"
)
_HELD_PROXY = rule(
    r"(?P<substitute><N>),? (?:who )?(?:held|holds|holding|had|with) (?:(?:a|the) )?prox(?:y|ies) (?:of|for|from) "
    r"(?P<absent><PP>)"
)
_WITH = rule(
    r"apolog(?:y|ies)[^.\n]{0,80}? (?:from|of) (?P<absent><PP>),? (?:and )?with (?P<substitute><PP>) (?:were |are )?"
    r"(?:substituting|attending|present|acting|sitting|deputi[sz]ing|as)\b"
    r"[^.;\n\ue000-\ue005]{0,40}?(?=[.;\n]|$)"
)
_PRONOUN = rule(
    rf"{_SUBJECT}(?:{_CAME}(?:(?:as|in) )?(?:his|her|their|his/her) (?:named )?"
    r"(?:substitutes?|deput(?:y|ies)|places?|absence|stead|alternates?)"
    rf"|{_CAME}on (?:his|her|their) behalf|(?:substitut|deputi[sz])(?:ed|ing) for (?:him|her|them)"
    r"|(?:stood|standing|stepped|stepping) in for (?:him|her|them)|took (?:his|her|their) places?)\b"
)
_THIS_ONLY = (
    r"for (?:the )?(?:(?:purposes?|duration) of )?(?:this|the|today's|that|tonight's) (?:meeting|hearing|session)\b"
)
_TEMPORARY = (
    rule(
        r"(?P<absent><N>)[^.\n]{0,200}? (?:appointed|nominated|named|asked|designated) (?P<substitute><N>) "
        rf"(?:to (?:replace|substitute for)|in place of|instead of|as substitute for) (?:him|her|them"
        rf"|\ue000\ue001*) {_THIS_ONLY}"
    ),
    rule(
        r"(?P<absent><N>)[^.\n]{0,200}? (?P<substitute><N>) (?:had been|has been|was|were|be|would) "
        r"(?:appointed to |nominated to |asked to )?(?:replace|substitute for|replacing|take the place of) "
        rf"(?:him|her|them) {_THIS_ONLY}"
    ),
    rule(
        rf"(?P<substitute><N>),? (?:had |has |was |would )?(?:replaced?|replacing|appointed (?:in place of"
        rf"|to replace)) (?P<absent><N>) {_THIS_ONLY}"
    ),
)
_IN_LIST = rule(
    r"(?P<substitute><N>)(?:,? \([^()\n]{1,60}\)|,[^.;\n\ue000-\ue005]{2,60}?(?= [-–] for))? "
    r"(?:(?:[-–] )?for|vice|replaced|replacing|[-–] substitute for) (?P<absent><N>)"
)

PAIR = rule(
    r"(?<![^\s;:.])(?<![^\s;:.]\x20)(?:and )?(?P<substitute><N>) for (?P<absent><N>)(?= ?(?:[;.]|$))",
    re.IGNORECASE | re.MULTILINE,
)
"""An entry of a list that is no more than `A for B`."""
_SUBSTITUTES = re.compile(r"\W*(?:substitut|alternate|deput(?:ies|ising))", re.IGNORECASE)
_SUBSTITUTION = re.compile(r"substitut", re.IGNORECASE)
_TRIGGER = re.compile(
    r"\b(?:substitut|subs?\b|deput(?:y|ies|ise|ize|ising|izing)\b|deputised|stead\b|places?\b|behalf\b|alternate"
    r"|replac|prox(?:y|ies)\b|designee|\balt\b|seated|enacted|to vote"
    r"|\b(?:sat|attend\w+|voting|sitting|act(?:ing|ed)|present|here|/) for\b|represented by\b"
    r"|s[ai]t(?:ting)? in\b|standing in|stood in|stepp|fill(?:ed|ing) in|covering|instead|in lieu|for whom|vice\b)",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:would|will|to\s+(?:attend|substitute|deputi[sz]e)|expected|intended|hoped)\b", re.IGNORECASE
)
_ONE = re.compile(
    r"\b(?:a|an|his|her)\s+(?:\w+\s+)?(?:substitute|deputy|alternate|place|stead)\b|\bwas\b|\bhe\b|\bshe\b"
    r"|\bfor (?:him|her)\b|\b(?:his|her)\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:municipal|civic|remainder|rest of the|vacancy|with effect|permanent\w*|as (?:a |the )?(?:member"
    r"|representative)|membership of)\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(r"\b(?:nominated (?:as|to)|appointed (?:as|to be))\b", re.IGNORECASE)
"""What is for longer than this meeting, unless it stands where minutes record who came."""
_NEXT_PAIR = re.compile(r" for [\ue000-\ue005]")
_FORMS = (
    ("for", _FOR),
    ("place", _PLACE),
    ("took", _TOOK),
    ("by", _BY),
    ("for_whom", _WHOSE),
    ("with", _WITH),
    ("bracket", _IN_BRACKET),
    ("seated", _SEATED),
    ("proxy", _PROXY),
    ("proxy", _HELD_PROXY),
)
_AT_OPENING = (("bracket", _INSTEAD), ("acted", _ACTED), ("represented", _REPRESENTED))
"""Those whose words elsewhere mean an agent, a successor or a deputy for good."""
_FOR_THIS_MEETING = tuple(("temporary", form) for form in _TEMPORARY)


def told(reading: Reading, away: Sequence[Mention]) -> Iterator[Told]:
    """Every statement of a substitution in the sentences of a meeting.

    `away` are the people who are known to be away, with their places: what pronouns stand for.
    """
    for low, high in _sentences(reading):
        for name, pattern in _forms(reading, low, high):
            for m in pattern.finditer(reading.tagged.text, low, high):
                if found := _told(reading, m, name):
                    yield found
        for m in _PRONOUN.finditer(reading.tagged.text, low, high):
            if found := _told_by_pronoun(reading, m, away):
                yield found
    for pattern, start, end in _lists(reading):
        for m in pattern.finditer(reading.tagged.text, start, end):
            if found := _told(reading, m, "list"):
                yield found


def _forms(reading: Reading, low: int, high: int) -> Sequence[tuple[str, re.Pattern[str]]]:
    """The forms that a sentence may have, by where it stands and by whether it tells of a time beyond the meeting."""
    if _LASTING.search(reading.flow, low, high):
        return _FOR_THIS_MEETING
    if is_opening(reading, low):
        return (*_FORMS, *_AT_OPENING, *_FOR_THIS_MEETING)
    return _FOR_THIS_MEETING if _APPOINTED.search(reading.flow, low, high) else (*_FORMS, *_FOR_THIS_MEETING)


def _sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    """The sentences that have a word of substitution, each once."""
    done = reading.start
    for m in _TRIGGER.finditer(reading.flow, reading.start, reading.last):
        if m.start() >= done:
            low, done = reading.sentence(m.start(), m.end())
            yield low, done


def _told_by_pronoun(reading: Reading, m: re.Match[str], away: Sequence[Mention]) -> Told | None:
    absentees = {p.start for p in away}
    subjects = reading.tagged.people(m, "substitute")
    substitutes = tuple(p for p in subjects if p.start not in absentees and p.kind != "office")
    meant = _meant(reading, away, substitutes, m)
    if not meant:
        return None
    expected = _EXPECTED.search(m[0]) is not None
    return Told(substitutes, meant, m.start(), m.end(), "substitution.pronoun", one=len(meant) == 1, expected=expected)


def _told(reading: Reading, m: re.Match[str], name: str) -> Told | None:
    groups = m.re.groupindex
    absent = [p for g in ("absent", "absent2") if g in groups for p in reading.tagged.people(m, g)]
    substitutes = [p for g in ("substitute", "came") if g in groups for p in reading.tagged.people(m, g)]
    if len(absent) > 1 and _NEXT_PAIR.match(reading.tagged.text, m.end()):
        absent = absent[:-1]  # `A was substituting for B, and C for D`
    absent = [p for p in absent if p.kind != "office"]
    substitutes = [p for p in substitutes if p.kind != "office"]
    if not absent or not substitutes:
        return None
    return Told(
        tuple(substitutes),
        tuple(absent),
        m.start(),
        m.end(),
        f"substitution.{name}",
        one=_ONE.search(reading.flow, substitutes[-1].end, m.end()) is not None,
        expected=_EXPECTED.search(reading.flow, m.start(), m.end()) is not None,
    )


def _meant(
    reading: Reading, away: Sequence[Mention], substitutes: Sequence[Mention], m: re.Match[str]
) -> tuple[Mention, ...]:
    """Whom a pronoun means: the last of those away before the substitute, in the same paragraph or the one before."""
    if not substitutes:
        return ()
    low = reading.paragraph(m.start())[0]
    low = reading.paragraph(max(reading.start, low - 2))[0]
    before = [p for p in away if low <= p.start < substitutes[0].start]
    many = len(substitutes) if re.search(r"\btheir\b|\bthem\b", m[0]) and len(substitutes) > 1 else 1
    return tuple(before[-many:]) if len(before) >= many else ()


def _lists(reading: Reading) -> Iterator[tuple[re.Pattern[str], int, int]]:
    """The items and lists that are about substitutes, each with the form of its entries.

    Where they are about nothing else, `A for B` says that A stood in; where they are about apologies as well, an entry
    that is no more than that says so.
    """
    for section in reading.sections:
        head = reading.flow[slice(*section.label)]
        if _SUBSTITUTES.match(head):
            yield _IN_LIST, section.start, section.end
        elif section.kind == "apologies" and _SUBSTITUTION.search(reading.flow, section.label[0], section.end):
            yield PAIR, section.start, section.end
    for item in reading.outline.items:
        if _SUBSTITUTION.search(item.title) and "apolog" not in item.title.casefold():
            yield _IN_LIST, item.start, item.end
