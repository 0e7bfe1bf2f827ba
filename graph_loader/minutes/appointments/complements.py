"""What stands after a verb of appointing, in any order: the office, the body, who is replaced, who is represented."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from ...folding import fold_body
from ...lexicon.entries import word_set
from ...parsed_minutes import BodyKind
from ..dates.number_words import few_pattern
from ..names.bodies import body_kind
from ..names.mentions import Mention
from ..names.tagging import rule
from ..page.reading import Reading
from ..page.vocabulary import any_of
from .placing import Place, clean_role, is_place, place_of, since_in, term_in

_ROLE = (
    r"(?P<role>(?!(?:by|from|with|at|on|onto|for|and|in|until|of|to|as|who|which|that|unopposed|unanimously|last|when"
    r"|after|before|following|because|but|or|not|their|his|her|there|was|were|is|are|had|has|have|would|will)\b)"
    r"[^.;,:\n\"“”()\ue000-\ue005]{3,80}?)"
)
_MOST_SEGMENTS = 9


def generic_body() -> str:
    """A pattern for a body meant without its name: `the Committee`."""
    return rf"(?:{any_of(word_set('appointments', 'generic'))})(?![\w-])"


@cache
def role_stop() -> str:
    """A pattern, looking ahead, for where the words of an office end."""
    return (
        rf"(?= (?:of (?:the |this |that |its |our )?(?:\ue006|{generic_body()}|meeting|municipal)"
        r"|for |to |onto |on |until|till|by |with |in |at |from |as |within |"
        r"and \ue000|and \ue004|and (?:offered|thanked|congratulated|wished|invited|took|he|she|they|the|that|was|were"
        r"|it|will|would|to|a|an)\b"
        r"|seconded|proposed|following|whilst|during|unanimous|unopposed|was |were |is |are |had |has |which |who "
        r"|that "
        r"|replacing|vice \ue000|effective|be |again\b|when |if |but |because|after |before |respectively|representing"
        r"|subject |having |carried|nem|(?<!\bof.)(?<!\bfor.)the )"
        r"|of (?:\w[\w'&-]* ){1,5}(?:ltd|limited|llp|cic|plc)\b|[.,;:\"“”()\n]| [-–—] |\s*$)"
    )


@dataclass(frozen=True)
class Complement:
    """What the words after a verb say: offices and bodies, and where those words end."""

    end: int
    role: str | None = None
    places: tuple[Place, ...] = ()
    generic: bool = False
    replaces: str | None = None
    represents: str | None = None
    made_by: str | None = None
    since: str | None = None
    said: frozenset[str] = field(default_factory=frozenset)

    @property
    def states_place(self) -> bool:
        """Whether it says to what somebody is appointed: a body, or an office on one."""
        return bool(self.places) or self.generic or self.role is not None


@cache
def _segments() -> tuple[tuple[str, re.Pattern[str]], ...]:
    article = r"(?:the |its |our |this |that |their |a |an )?"
    whose = (
        r"(?:(?:this |the |our )?(?:town |parish |county |district |city |community )?(?:council|committee|board)'s? )"
    )
    body = rf"(?:<B:body>(?: ?\([^()\n]{{1,40}}\))?|(?P<generic>{generic_body()}))"
    to = (
        r"(?:on(?:to)?|to(?: (?:serve|sit)(?: (?:on|as (?:an? )?members? of))?| join| the membership of"
        r"| (?:fill )?(?:the |a )?(?:(?:vacant|vacated|resulting|casual|unfilled|remaining) )?(?:vacancy|place|seat) on"
        r"| attend (?:the )?meetings of)?|of|for|from|in(?:to)?|as (?:an? |the )?(?:[\w-]+ )?members? (?:of|on)"
        r"|upon|within)"
    )
    of_ward = r"(?P<ward>[A-Z][\w'&.-]*(?: (?:and |& )?[A-Z][\w'&.-]*){0,3} (?:ward|division|electoral division)\b)"
    return (
        (
            "replaces",
            rule(
                r"(?:in (?:the |his |her )?(?:place|stead|room|succession) (?:of|to)|to replace|replacing"
                r"|to succeed|vice"
                r"|instead of|to fill the (?:vacancy|place|seat) (?:left|caused|created|vacated) by"
                r"(?: the (?:resignation|death|departure|retirement) of)?|following the (?:resignation|death"
                r"|departure) of)"
                r"(?: (?:the late|the outgoing|the former|(?:his|her|their) [\w-]{3,12},?))? <N:old>"
            ),
        ),
        (
            "goes_on",
            rule(
                r"and (?:(?:had|has|would|will|agreed|to|was|also) ){0,3}(?:fill|take|join|serve on|take up|sit on"
                r"|accept(?:ed)?)"
                rf" (?:(?P<its>its|the|a|their|his|her) (?:vacant )?(?:place|seat|vacancy|nomination) (?:on"
                rf"|to) )?{article}<B:body>"
            ),
        ),
        ("maker", rule(rf"by {article}<B:maker>")),
        (
            "represent_on",
            rule(
                rf"(?:and )?(?:to|who (?:will|would)) represent {article}(?:<B>|{generic_body()}) (?:on"
                rf"|at meetings of) "
                rf"{article}{body}"
            ),
        ),
        (
            "represents",
            rule(
                r"(?:to represent|representing|on behalf of|as (?:the |a )?(?:nominees?|representatives?) (?:of|from)"
                rf"|as (?:the )?<B:sender> representatives?) {article}"
                r"(?P<represents>(?:<B>|[^.;,:()\n\ue000-\ue009]{3,70}?)"
                r"(?= (?:for|until|from|with|on|to|and|in|at|by) |[.;,:()\n]| ?$))"
            ),
        ),
        ("ward", rule(rf"(?:for|representing|in) (?:the )?{of_ward}", 0)),
        (
            "sender",
            rule(
                rf"(?:as|to be|be) (?:the |its )?(?P<of><B>|sub-?committee|committee|council|board)'s "
                rf"(?P<role>[^.;,:\n()\ue000-\ue009]{{3,40}}?) (?:on|of|to|onto) {article}{body}"
            ),
        ),
        (
            "role",
            rule(
                r"(?P<intro>as |from (?:being |his |her |their )?|of |to be |to serve as |to act as "
                r"|to continue as |to the (?:office|position|post|role|place)(?: of)? "
                r"|in the (?:role|capacity) of |for the (?:office|position|post|role) of |into |to |be )?"
                rf"{whose}?{article}{_ROLE}{role_stop()}"
            ),
        ),
        ("body", rule(rf"{to} {article}{body}(?! representatives?\b)")),
        (
            "more",
            rule(r"(?:and|&|,)(?: (?:also|to|on|of|onto))? (?:the )?<B:body>(?! (?:was|were|be|had|would|to|has)\b)"),
        ),
        ("date", rule(r"(?:with effect from|effective(?: from)?|from|as (?:from|of)|on|commencing(?: on)?) <D:date>")),
        (
            "adverb",
            rule(
                r"(?:unanimously|unopposed|duly|again|formally|also|both|all|each|jointly|elected|nem\.? ?con\.?"
                r"|immediately"
                r"|with immediate effect|by (?:acclamation|ballot|(?:a )?show of hands|a (?:large |clear )?majority"
                r"|\d{1,2} votes? to \d{1,2})|this (?:year|evening)|for (?:the|an?) [^.;,:\n\ue000-\ue009]{0,50}?"
                r"(?:year|term|period)(?: of office)?(?: (?:20|19)\d\d ?[-/–] ?\d{2,4})?|for (?:20"
                r"|19)\d\d ?[-/–] ?\d{2,4}"
                r"|for (?:this|the) meeting(?: only)?"
                rf"|for (?:(?:a|an|the|further|another|period|term|of) ){{0,5}}{few_pattern()}"
                r"[- ]years?(?: term)?(?: of office)?(?:,? (?:to|until|till|ending|expiring) (?:on |in )?"
                r"(?:[a-z]+ (?=(?:19|20)\d\d))?(?:<D>|(?:19|20)\d\d))?|in \w+)\b"
            ),
        ),
        ("bracket", rule(r"\([^()\n]{1,80}\)")),
    )


_GAP = re.compile(r"[, \x1f\t]{0,30}")
_COMPANY = re.compile(r"of[ \x1f]+(?P<name>(?:[A-Z][\w'’&/-]*[ \x1f]+){1,6}(?:Ltd|Limited|LLP|CIC|Trust|plc)\b)")
_NAMED_BODY = re.compile(
    r"(?:on(?:to)?|to|from)[ \x1f]+the[ \x1f]+"
    r"(?P<name>[A-Z][\w'’&/-]*(?:[ \x1f]+(?:(?:of|and|for|the|in|&)[ \x1f]+){0,2}"
    r"[A-Z][\w'’&/-]*){1,7})"
)


def complement(reading: Reading, own: str | None, at: int, high: int, bare: bool = True) -> Complement:
    """What stands between a verb and the end of its sentence; `own` is the body that meets.

    Without `bare` an office must be introduced: after `resigned` it is `as Chairman`, after `elected` also `Chairman`.
    """
    text = reading.tagged.text
    found = Complement(at, said=frozenset() if bare else frozenset({"introduced"}))
    for _ in range(_MOST_SEGMENTS):
        begin = _GAP.match(text, at, high)
        at = begin.end() if begin else at
        step = _segment(reading, own, found, at, high)
        if step is None:
            break
        found, at = step, step.end
    return found


def _segment(reading: Reading, own: str | None, found: Complement, at: int, high: int) -> Complement | None:
    for name, pattern in _segments():
        if (name in found.said or (name == "goes_on" and found.places)) and name not in {"adverb", "more", "bracket"}:
            continue
        m = pattern.match(reading.tagged.text, at, high)
        if m is None:
            continue
        taken = _taken(reading, own, found, name, m)
        if taken is not None:
            return taken
    named = _NAMED_BODY.match(reading.flow, at, high) or _COMPANY.match(reading.flow, at, high)
    if named and not found.places:
        place = Place(reading.words(*named.span("name")), *named.span("name"))
        return _with(found, "body", named.end(), places=(place,))
    return None


def _with(found: Complement, name: str, end: int, **changes: object) -> Complement:
    values = {k: getattr(found, k) for k in ("role", "places", "generic", "replaces", "represents", "made_by", "since")}
    return Complement(end, said=found.said | {name}, **(values | changes))


def _taken(reading: Reading, own: str | None, found: Complement, name: str, m: re.Match[str]) -> Complement | None:
    """The complement with what one segment adds to it, or none where the segment says something else."""
    if name == "replaces":
        old = reading.tagged.one(m, "old")
        return _with(found, name, m.end(), replaces=old.text if old else None)
    if name == "maker":
        maker = reading.tagged.one(m, "maker")
        return _with(found, name, m.end(), made_by=maker.text if maker else None)
    if name == "represents":
        return _with(found, name, m.end(), represents=_sender(reading, own, m))
    if name == "ward":
        return _with(found, name, m.end(), represents=reading.words(*m.span("ward")), generic=True)
    if name == "role":
        if "introduced" in found.said and not m["intro"]:
            return None
        if (m["intro"] or "").casefold().startswith(("of", "from")) and "introduced" not in found.said:
            return None
        role = _role(reading.words(*m.span("role")))
        return _with(found, name, m.end("role"), role=role) if role else None
    if name == "goes_on":
        places, generic = _places(reading, own, m)
        sender = found.made_by if (m["its"] or "").casefold() in {"its", "their"} else None
        return _with(found, "body", m.end(), places=places, represents=found.represents or sender)
    if name in {"body", "represent_on", "sender", "more"}:
        if name == "more" and not (found.places or found.generic):
            return None
        places, generic = _places(reading, own, m)
        if name == "body" and not places and not generic:
            return None
        role, represents = found.role, found.represents
        if name == "represent_on":
            role = role or "representative"
        if name == "sender":
            role = _role(reading.words(*m.span("role")))
            represents = reading.words(*m.span("of"))
            if role is None:
                return None
        return _with(
            found,
            "body" if name != "more" else name,
            m.end(),
            places=(*found.places, *places),
            generic=found.generic or generic,
            role=role,
            represents=represents,
        )
    if name == "date":
        date = reading.tagged.one(m, "date")
        return _with(found, name, m.end(), since=date.text if date else None)
    return _with(found, name, m.end())


_PARTICIPLE = re.compile(
    r"(?!(?:co-?opted|appointed|elected|nominated|acting|presiding|standing|governing|continuing|unelected|added)\b)"
    r"[a-z]+(?:ed|ing)\b"
)
"""A verb that begins a clause about something else: `thanked members`."""


def _role(words: str) -> str | None:
    role = clean_role(words)
    if not is_place(role) or _PARTICIPLE.match(role) or len(role.split()) > 9:
        return None
    return (
        "Chair"
        if role.casefold() == "chair"
        else {"members": "member", "representatives": "representative"}.get(role.casefold(), role)
    )


def _sender(reading: Reading, own: str | None, m: re.Match[str]) -> str | None:
    """Whom a seat stands for; the body itself goes without saying."""
    words = reading.words(*m.span("represents")).strip(" ,")
    if re.fullmatch(rf"(?:the )?{generic_body()}", words, re.IGNORECASE) or fold_body(words) == fold_body(own or ""):
        return None
    return words


def _places(reading: Reading, own: str | None, m: re.Match[str]) -> tuple[tuple[Place, ...], bool]:
    """The body that a match names, and whether it means one without its name."""
    groups = m.groupdict()
    if groups.get("generic"):
        meant, is_known = body_meant(reading, own, m["generic"], m.start("generic"))
        return ((meant,) if meant else ()), meant is None and is_known
    body = reading.tagged.one(m, "body") if groups.get("body") else None
    if body is None:
        return (), False
    return (place_of(body),), False


_KINDS: dict[str, frozenset[BodyKind]] = {
    "council": frozenset({"council"}),
    "committee": frozenset({"committee", "sub_committee"}),
    "sub-committee": frozenset({"sub_committee"}),
    "subcommittee": frozenset({"sub_committee"}),
    "board": frozenset({"board"}),
    "body": frozenset({"board"}),
    "panel": frozenset({"panel"}),
    "group": frozenset({"working_group"}),
    "party": frozenset({"working_group"}),
}
"""What a body is that is meant by a noun; any other noun means one outside, as a forum is."""


def body_meant(reading: Reading, own: str | None, noun: str, at: int) -> tuple[Place | None, bool]:
    """The body that `the Group` at an offset means, and whether one is known: none for the one that meets.

    The noun fits the body that meets, or one named before in the item. `The Council` in the minutes of a committee is
    named so.
    """
    last = noun.casefold().split()[-1]
    kinds: frozenset[BodyKind] = _KINDS.get(last, frozenset({"external_body", "other"}))
    if own is None or fold_body(own).split()[-1:] == [last] or body_kind(own) in kinds | {"other"}:
        return None, True
    item = reading.outline.item_at(at)
    low = max(item.begin if item else reading.start, at - 1500)
    before: list[Mention] = [
        b
        for b in reading.tagged.within(low, at, "body")
        if b.text.casefold().split()[-1] == last and fold_body(b.text) != fold_body(own)
    ]
    if before:
        return place_of(before[-1]), True
    if last == "council":
        return Place(reading.words(at, at + len(noun)), at, at + len(noun)), True
    return None, False


def term_after(reading: Reading, found: Complement, start: int, high: int) -> tuple[str | None, str | None, str | None]:
    """The term, its end and the date from which it runs, in the rest of a sentence from the verb on."""
    term, until = term_in(reading, start, high)
    return term, until, found.since or since_in(reading, found.end, high, bool(term or until))
