"""Places on bodies: taken, kept, given up, vacant; in sentences of every form. Lists are in `appointment_lists`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..folding import fold, fold_body
from ..parsed_minutes import Action, Appointment, Outcome
from .appointment_lists import read_lists
from .elections import read_elections
from .motions import Proposal
from .outcomes import outcome_of
from .placing import Place, Placing, clean_role, is_place, record, term_in
from .reading import Reading
from .roster import known
from .tagging import Mention, rule

_ON = r"(?:on(?:to)?|to(?: (?:join|serve on|sit on|the membership of))?|as (?:a |an |the )?(?:new )?(?:member|representative|co-opted member|substitute|substitute member)s? (?:of|on|to|for)|from)"
_REPLACE = rule(
    rf"<N:person>,? (?:would|will|should|is to|was to|to|be appointed to|has|had|had agreed to|agreed to)? ?(?:replace[sd]?|take over from|succeed(?:s|ed)?|take the place of) <N:old>(?: as (?:the |a |an )?(?P<role>[^.;,\n\ue000-\ue009]{{3,60}}?))?(?: {_ON} (?:the )?<B:body>)?(?=[ .,;)\n]|$)"
)
_MOVED_REPLACE = rule(
    r"<N:by>,? (?:seconded by <N>,? )?(?:proposed|moved) that (?:(?P<self>he|she)|<N:person>) replace <N:old> as (?:a |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,40}?) (?:of|on) (?:the )?<B:body>"
)
_IN_PLACE = rule(
    rf"<N:person>,? (?:(?:was|be|has been|had been|would be|is) )?(?:(?:duly|hereby) )*(?P<verb>appointed|elected|nominated|co-?opted|added) (?:{_ON} (?:the )?<B:body> )?(?:in (?:the )?(?:place|stead) of|to replace|in succession to|vice) <N:old>(?: {_ON} (?:the )?<B:body2>)?"
)
_JOIN_UNNAMED = rule(
    r"(?P<holder>(?:an? |one |two |three )(?:\w+ )?(?:members?|councillors?|representatives?)(?: (?:of|from) (?:the )?<B>)?) (?:would|will|should|is to|was to|to|be appointed to) (?:join|serve on|sit on|be appointed (?:on)?to|attend) (?:the )?<B:body>"
)
_CHAIRED_BY = rule(
    r"(?:(?P<group>the (?:group|committee|panel|board|forum|working group|sub-?committee))|<B:body>) (?:being|to be|would be|will be|be|is to be) chaired by (?P<holder>the (?:vice-?|deputy )? ?(?:chair(?:man|person|woman)?|leader|mayor)(?: of (?:the )?<B:of>)?|<N:person>)"
)
_APPOINTED_TO = rule(
    r"<PP:person>,? (?:(?:was|were|be|is|are|has been|have been|had been|would be|will be|being|to be|should be) )?(?:(?:duly|unanimously|hereby|formally|also|all|both) )*(?P<verb>re-?appointed|appointed|re-?elected|elected|nominated|re-?nominated|added|co-?opted|selected)"
    r"(?: as (?:(?:a|an|the|our|its|this council's|the council's|council) )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?))? (?:on(?:to)?|to(?: (?:serve|sit) on| the membership of)?|of|for) (?:the )?<B:body>"
)
_TO_BODY_FIRST = rule(
    r"\bappoint(?:ed)? <PP:person>,? (?:as (?:(?:a|an|the|our|its) )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?) )?(?:on(?:to)?|to(?: serve on| sit on)?|of|for) (?:the )?<B:body>"
)
_JOINED = rule(
    r"<PP:person>,? (?:agreed to|would|will|to|has|had|volunteered to|was happy to|offered to)? ?(?:join|joined|serve on|sit on|be (?:on|a member of)|represent (?:the )?(?:council|committee|board) on|become a member of) (?:the )?<B:body>"
)
_WELCOMED = rule(
    r"\bwelcomed <PP:person> (?:on)?to (?:the )?(?:<B:body>|(?P<short>[A-Z]\. ?(?:Committee|Group|Board|Panel)))"
)
_REMOVED = rule(
    r"<PP:person>,? (?:(?:would|will|should|is to|to|has|had|have) )?(?:be |been |was |were )?(?P<verb>removed from|step(?:ped)? down (?:as (?P<role>[^.;,\n\ue000-\ue009]{3,60}?) )?(?:from|of)|cease(?:d)? to be (?:a )?members? of|stood down from|left|retired from|withdr[ae]wn? from|leave) (?:the )?<B:body>"
)
_RESIGNED = rule(
    r"<PP:person>,? (?:(?:had|has|have|having|was|formally|also|recently) )*(?:resigned|tendered (?:his|her|their) resignation|stepped down|stood down|given notice of (?:his|her) resignation)(?: (?:as|from (?:the (?:office|position|post|role) of|being|his|her))(?: (?:a|an|the))? (?P<role>[^.;,\n\ue000-\ue009]{3,50}?))?(?= (?:from|of|on|with|and|due|owing|since|because|effective|after|at|to) |[.,;\n]|$)(?: (?:from|of) (?:the )?(?:<B:body>|council|parish council))?"
)
_RESIGNATION = rule(
    r"\b(?:resignation (?:letter )?(?:of|from|by)|letter of resignation (?:had been |was )?(?:received )?(?:from|by)|resignation (?:was|had been) received from) <PP:person>(?: (?:as|from) (?:the )?(?P<role>[^.;,\n\ue000-\ue009]{3,50}?)(?=[.,;\n]| (?:of|from|on|with|due) ))?(?: from (?:the )?<B:body>)?"
)
_CO_OPTED = rule(
    r"<PP:person>,? (?:(?:was|were|be|is|has been|had been|being|to be|would be) )?(?:(?:duly|unanimously|formally|hereby|then|therefore) )*co-?opted(?: as (?:a |an |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?))?(?: (?:on(?:to)?|to|as a member of) (?:the )?(?:<B:body>|council|committee|board|parish council|community council|panel))?(?= |[.,;\n]|$)"
)
_CO_OPT = rule(
    r"\b(?:resolved|agreed|proposed|decided|voted)(?: by [^.\n]{0,40}?)?(?: that| to)? co-?opt <PP:person>(?: (?:on(?:to)?|to) (?:the )?<B:body>)?"
)
_CANDIDATES = rule(
    r"\b(?:(?:two|three|four|\d) )?(?:candidates|applicants|nominees)(?: (?:were|are|for [^.:\n]{1,40}))?[ :–-]+<PP:people>"
)
_IN_FAVOUR_OF = rule(r"\bin favou?r of <N:person>")
_ROLE_ONLY = rule(
    r"<PP:person>,? (?:was|were|is|has been|and he was|and she was) (?:(?:duly|also|unanimously|re-?) ?)*(?:appointed|elected|ratified|agreed|confirmed)(?: as)? (?:the |a |an |our )?(?P<role>(?:[A-Z][\w/&'-]* ?){0,5}(?:Governor|Lead|Champion|Representative|Rep|Trustee|Member|Liaison|Link|Safeguarding Lead))(?: and <N:second> as (?:the |a )?(?P<role2>(?:[A-Z][\w/&'-]* ?){1,6}))?",
    0,
)
_VOLUNTEERED = rule(
    r"<N:person> (?:had )?volunteered (?:to be|as|to become|to act as) (?:the |a |an |our )?(?P<role>[^.;,\n\ue000-\ue009]{3,60}?) and (?:he|she|they) (?:was|were) (?:duly )?(?:appointed|elected|accepted)"
)
_SIGNED = rule(
    r"<N:person>,? signed (?:the |his |her |a )?(?:declaration of )?acceptance (?:of office )?(?:to become|as) (?:a |the )?(?P<role>[^.;,\n\ue000-\ue009]{3,40}?)(?= and |[.,;\n]|$)"
)
_INTEREST = re.compile(
    r"\b(?:expressed (?:an )?interest|interested in|request(?:ed|s)? (?:that|to)|asked (?:to be|that)|shall|may be|cease to hold|ten(?:th)? days?|considered|not (?:been )?appointed|unable to appoint|wish(?:ed)? to be)\b",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(r"\b(?:congratulat\w+|had been (?:a|the) member|previously|when|outgoing)\b", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:the\s+)?(?:council|committee|board|panel|group|parish council|community council)$", re.IGNORECASE
)


def read_appointments(
    reading: Reading, meeting_body: str | None, proposals: list[Proposal], others: list[Placing]
) -> list[Appointment]:
    """All appointments of a meeting, in order: one record for each person, body and act. `others` come from a grid."""
    found: list[Placing] = list(others)
    for source in (_replacements, _unnamed, _chaired, _co_options, _candidates, _sentences, _leaving, _roles):
        _merge(found, source(reading), meeting_body)
    _merge(found, read_lists(reading, meeting_body), meeting_body)
    _merge(found, read_elections(reading, proposals), meeting_body)
    records = [record(reading, p, meeting_body) for p in sorted(found, key=lambda p: (p.start, p.end))]
    return [r for r in records if r is not None]


def _merge(found: list[Placing], placings: list[Placing] | Iterator[Placing], own: str | None) -> None:
    """Takes placings in, but for those that say again what is there; the meeting's own body goes without saying."""
    for placing in placings:
        if placing.place and fold_body(placing.place.name) == fold_body(own or ""):
            placing = replace(placing, place=None)
        if not any(_again(f, placing) for f in found):
            found.append(placing)


def _again(one: Placing, other: Placing) -> bool:
    if one.person is None or other.person is None:
        return (
            one.person is other.person
            and one.start == other.start
            and one.end == other.end
            and one.represents == other.represents
            and one.holder == other.holder
            and one.place == other.place
        )
    a, b = known(one.person), known(other.person)
    same = fold(a.surname) == fold(b.surname) and (not a.given or not b.given or a.given[0] == b.given[0])
    here = fold(one.place.name) if one.place else one.body or ""
    there = fold(other.place.name) if other.place else other.body or ""
    overlap = one.start < other.end and other.start < one.end
    leaving = {one.action, other.action} & {"resign", "remove"}
    if leaving and one.action != other.action and not overlap:
        return False
    return (
        same
        and (here == there or overlap)
        and (one.role is None or other.role is None or _office(one.role) == _office(other.role) or overlap)
    )


def _office(role: str) -> str:
    return re.sub(r"(?:man|person|woman)\b", "", fold(role)).replace(" ", "")[:9]


# -- helpers ---------------------------------------------------------------------------------------------------------


def _place(reading: Reading, m: re.Match[str], *groups: str) -> Place | None:
    for group in groups:
        if m.groupdict().get(group):
            found = reading.tagged.within(m.start(group), m.end(group), "body")
            if found and not _GENERIC.match(found[0].text):
                return Place(found[0].text, found[0].start, found[0].end)
    return None


def _outcome(reading: Reading, start: int, end: int) -> Outcome:
    """The document's own word: of the sentence, of the words before a list, of what follows a proposal."""
    low, high = reading.sentence(start, end)
    sentence = reading.flow[low:high]
    if re.search(
        r"\b(?:lost|defeated|not carried|fell)\b", reading.flow[high : high + 200], re.IGNORECASE
    ) and re.search(r"\bpropos|\bmoved\b", sentence, re.IGNORECASE):
        return "lost"
    own = outcome_of(re.sub(r"\b(?:appointed|elected|confirmed|received)\b", " ", sentence))
    if own:
        return own
    lead = lead_in(reading, low)
    if lead:
        return outcome_of(reading.flow[slice(*lead)]) or "agreed"
    if re.search(r"\b(?:was|were|be|is|are|would|will|has been)\b", sentence) and not re.search(
        r"\bpropos", sentence, re.IGNORECASE
    ):
        return "agreed"
    return "proposed" if re.search(r"\bpropos|\brecommend", sentence, re.IGNORECASE) else "agreed"


def lead_in(reading: Reading, at: int) -> tuple[int, int] | None:
    """The paragraph that a bullet belongs to: `The following changes … were noted:`."""
    outline = reading.outline
    index = next((i for i, p in enumerate(outline.paragraphs) if p.start <= at < p.end), None)
    if index is None:
        return None
    own = outline.paragraphs[index]
    if not (own.first.bullet or own.first.letter) or (own.first.number is not None):
        return None
    for before in reversed(outline.paragraphs[max(0, index - 25) : index]):
        if (
            before.first.number
            or before.first.is_head
            or reading.flow[before.start : before.end].rstrip(" -").endswith((":", ":-", "that"))
        ):
            return before.start, before.end
    return None


def _people(reading: Reading, m: re.Match[str], group: str = "person") -> list[Mention]:
    return [p for p in reading.tagged.people(m, group) if p.kind != "office"]


def _build(
    reading: Reading, m: re.Match[str], name: str, action: Action, person: str | None, **more: object
) -> Placing:
    low, high = reading.sentence(m.start(), m.end())
    term, until = term_in(reading, m.end(), high)
    lead = lead_in(reading, low)
    evidence = reading.evidence(("decision", lead, "appointment.decision")) if lead else ()
    values = {
        "outcome": _outcome(reading, m.start(), m.end()),
        "term": term,
        "until": until,
        "evidence": evidence,
    } | more
    return Placing(low, high, f"appointment.{name}", action, person=person, **values)  # type: ignore[arg-type]


def _sentence_of(reading: Reading, m: re.Match[str]) -> str:
    return reading.flow[slice(*reading.sentence(m.start(), m.end()))]


# -- forms -----------------------------------------------------------------------------------------------------------


def _replacements(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_MOVED_REPLACE):
        person = reading.tagged.one(m, "by") if m["self"] else reading.tagged.one(m, "person")
        old = reading.tagged.one(m, "old")
        if person and old:
            yield _build(
                reading,
                m,
                "replace",
                "appoint",
                person.text,
                replaces=old.text,
                place=_place(reading, m, "body"),
                role=clean_role(m["role"]),
            )
    for m in reading.finditer(_REPLACE):
        person, old = reading.tagged.one(m, "person"), reading.tagged.one(m, "old")
        sentence = _sentence_of(reading, m)
        if (
            not person
            or not old
            or re.search(r"\bfor (?:the purposes of )?(?:this|the) meeting\b|\bsubstitut", sentence, re.IGNORECASE)
            or _INTEREST.search(sentence)
        ):
            continue
        place = _place(reading, m, "body")
        if place is None and not m["role"] and not _in_appointments(reading, m.start()):
            continue
        role = clean_role(m["role"]) if m["role"] else "member"
        yield _build(reading, m, "replace", "appoint", person.text, replaces=old.text, place=place, role=role)
    for m in reading.finditer(_IN_PLACE):
        person, old = reading.tagged.one(m, "person"), reading.tagged.one(m, "old")
        if person and old:
            action: Action = (
                "co_opt"
                if m["verb"].lower().startswith("co")
                else "elect"
                if "elect" in m["verb"].lower()
                else "appoint"
            )
            yield _build(
                reading,
                m,
                "in_place",
                action,
                person.text,
                replaces=old.text,
                place=_place(reading, m, "body", "body2"),
                role="member",
            )


def _in_appointments(reading: Reading, at: int) -> bool:
    item = reading.outline.item_at(at)
    return (
        item is not None
        and re.search(
            r"appoint|represent|membership|outside bod|external bod|committee|working group", item.title, re.IGNORECASE
        )
        is not None
    )


def _unnamed(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_JOIN_UNNAMED):
        place = _place(reading, m, "body")
        if place:
            yield _build(
                reading,
                m,
                "unnamed",
                "appoint",
                None,
                holder=reading.words(m.start("holder"), m.end("holder")),
                place=place,
                role="member",
            )


def _chaired(reading: Reading) -> Iterator[Placing]:
    """`The Small Schools Steering Group be reconvened …, with the Group being chaired by the vice-Chair of …`"""
    for m in reading.finditer(_CHAIRED_BY):
        place = _place(reading, m, "body")
        if place is None and m["group"]:
            low, _ = reading.sentence(m.start(), m.end())
            kind = m["group"].split()[-1].casefold()
            before = [b for b in reading.tagged.within(low, m.start(), "body") if kind in b.text.casefold()]
            place = Place(before[-1].text, before[-1].start, before[-1].end) if before else None
        person = reading.tagged.one(m, "person") if m["person"] else None
        holder = None if person else reading.words(m.start("holder"), m.end("holder"))
        yield _build(
            reading, m, "chaired", "appoint", person.text if person else None, holder=holder, place=place, role="chair"
        )


def _co_options(reading: Reading) -> Iterator[Placing]:
    for pattern in (_CO_OPTED, _CO_OPT):
        for m in reading.finditer(pattern):
            sentence = _sentence_of(reading, m)
            if _INTEREST.search(sentence) or _TOLD_OF.search(sentence) or re.search(r"\bas follows\b", sentence):
                continue
            role = clean_role(m["role"]) if m.groupdict().get("role") else "member"
            for person in _people(reading, m):
                yield _build(reading, m, "co_opted", "co_opt", person.text, place=_place(reading, m, "body"), role=role)


def _candidates(reading: Reading) -> Iterator[Placing]:
    """`There were two candidates: A and B. A vote was taken … in favour of A.`"""
    for m in reading.finditer(_CANDIDATES):
        item = reading.outline.item_at(m.start())
        end = min(item.end if item else reading.last, m.end() + 600)
        winner = _IN_FAVOUR_OF.search(reading.tagged.text, m.end(), end)
        chosen = reading.tagged.one(winner, "person") if winner else None
        co_option = (
            item is not None and re.search(r"co-?opt|new councillor|vacanc", item.title, re.IGNORECASE) is not None
        )
        if chosen is None:
            continue
        for person in _people(reading, m, "people"):
            won = fold(known(person.text).surname) == fold(known(chosen.text).surname)
            outcome: Outcome = "agreed" if won else "lost"
            low, high = reading.sentence(m.start(), m.end())
            yield Placing(
                low, high, "appointment.candidates", "co_opt" if co_option else "elect", outcome, person=person.text, role="councillor" if co_option else None,
                evidence=reading.evidence(("decision", reading.sentence(winner.start(), winner.end()), "appointment.vote")) if winner else (),
            )  # fmt: skip


def _sentences(reading: Reading) -> Iterator[Placing]:
    for name, pattern in (
        ("appointed", _APPOINTED_TO),
        ("appoint", _TO_BODY_FIRST),
        ("joined", _JOINED),
        ("welcomed", _WELCOMED),
    ):
        for m in reading.finditer(pattern):
            sentence = _sentence_of(reading, m)
            if _INTEREST.search(sentence) or (name != "welcomed" and _TOLD_OF.search(sentence)):
                continue
            place = _place(reading, m, "body")
            short = m.groupdict().get("short")
            role = clean_role(m["role"]) if m.groupdict().get("role") else "member"
            if role != "member" and not is_place(role):
                continue
            if name == "joined" and not re.search(
                r"\b(?:agreed|resolved|would|will|volunteer|appointed|noted)\b", sentence, re.IGNORECASE
            ):
                continue
            verb = (m.groupdict().get("verb") or "").lower()
            action: Action = (
                "co_opt"
                if verb.startswith("co")
                else "elect"
                if "elect" in verb and "chair" in role.lower()
                else "nominate"
                if "nominat" in verb
                else "appoint"
            )
            more: dict[str, object] = {"place": place, "role": role}
            if short:
                more |= {"body": reading.words(m.start("short"), m.end("short")), "outcome": "noted"}
            for person in _people(reading, m):
                yield _build(reading, m, name, action, person.text, **more)


def _leaving(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_REMOVED):
        sentence = _sentence_of(reading, m)
        if _INTEREST.search(sentence):
            continue
        action: Action = "remove" if "removed" in m["verb"].lower() else "resign"
        if m["verb"].lower() in {"left", "leave"} and not _in_appointments(reading, m.start()):
            continue
        for person in _people(reading, m):
            yield _build(
                reading,
                m,
                "leaving",
                action,
                person.text,
                place=_place(reading, m, "body"),
                role=clean_role(m["role"]) if m["role"] else "member",
            )
    for pattern in (_RESIGNED, _RESIGNATION):
        for m in reading.finditer(pattern):
            sentence = _sentence_of(reading, m)
            if re.search(r"\btemporary resignation|for (?:the purposes of )?this meeting\b", sentence, re.IGNORECASE):
                continue
            role = clean_role(m["role"]) if m["role"] else "member"
            if role != "member" and not is_place(role):
                continue
            for person in _people(reading, m):
                yield _build(
                    reading,
                    m,
                    "resigned",
                    "resign",
                    person.text,
                    place=_place(reading, m, "body"),
                    role=role,
                    outcome="noted",
                )


def _roles(reading: Reading) -> Iterator[Placing]:
    for m in reading.finditer(_ROLE_ONLY):
        role = clean_role(reading.words(m.start("role"), m.end("role")))
        if not is_place(role):
            continue
        for person in _people(reading, m):
            yield _build(reading, m, "role", "appoint", person.text, role=role)
        second = reading.tagged.one(m, "second") if m["second"] else None
        if second and m["role2"]:
            yield _build(
                reading,
                m,
                "role",
                "appoint",
                second.text,
                role=clean_role(reading.words(m.start("role2"), m.end("role2"))),
            )
    for pattern, name in ((_VOLUNTEERED, "volunteered"), (_SIGNED, "signed")):
        for m in reading.finditer(pattern):
            person, role = reading.tagged.one(m, "person"), clean_role(m["role"])
            if person and is_place(role) and (name != "signed" or "councillor" in role.lower()):
                yield _build(reading, m, name, "appoint" if name == "volunteered" else "co_opt", person.text, role=role)
