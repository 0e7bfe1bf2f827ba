"""What stands in a name beside its words: quotation marks, brackets, commas, `née`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ..folding import fold
from .entries import folded, folded_classes
from .name_words import (
    generation,
    is_capitals,
    is_given_name,
    is_honour,
    is_initial,
    is_no_name,
    other_name_cues,
    particle,
    sure_titles,
    title_words,
)

_SIGNS = str.maketrans(dict.fromkeys("’‘ʼ‟`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑", "-"))
_DASH = re.compile(r"(?<=[^\W\d_])(?:[ ]?[–—−][ ]?|[ ]-[ ])(?=[^\W\d_])")
"""A dash between two words of a name is a hyphen: `Dunmore–Hale`, `Strake – Ellis`."""
_CUT_APOSTROPHE = re.compile(r"(?<=\b[ODod])'\s+(?=[^\W\d_])")
_SCANNED_L = re.compile(r"(?<=[a-z])[!|1](?![^\W_])|(?<=[a-z])[!|1](?=[a-z])")
"""An `l` that a scanner read as another upright stroke: `Michae!`."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_QUOTED = re.compile(r"\"([^\"]{1,40})\"|(?<![\w'])'([^']{1,40})'(?![\w'])")
_CUE = re.compile(r"[^\W\d_](?:[\w./]|[ ](?=(?:known|as|called|name|by)\b))*")
_INITIALS = re.compile(r"[^\W\d_]\.?(?:[ ]?[^\W\d_]\.?){0,2}")
_PIECE = re.compile(r"[^\W\d_](?:[\w'-])*\.?")
_MOST_NICKNAME_WORDS = 2


@dataclass(frozen=True)
class Asides:
    """A name without what stands beside its words, and that. `core` are the words; `shown` the name as written.

    `forenames` are set where a comma shows that the surname comes first; `initials` are in a bracket behind it.
    """

    core: str
    shown: str
    nickname: str | None = None
    former: str | None = None
    mark: str | None = None
    suffix: str | None = None
    titled: str = ""
    honours: tuple[str, ...] = ()
    forenames: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()

    def without_initials(self) -> Asides:
        """The same, where the initials have been taken for those of the given names."""
        return replace(self, initials=())


@cache
def _run_together() -> re.Pattern[str]:
    """A title that runs into the name: `CouncillorCarberry`."""
    return re.compile(rf"\b({sure_titles('civic')})(?=[A-Z])")


@cache
def _post_first() -> re.Pattern[str]:
    """A post with its holder in brackets: `Administrative Officer (Ms. T. Knoxley)`."""
    return re.compile(rf"[^()]+\((?P<name>(?:{sure_titles()})\.?\s[^()]+)\)\s*")


def plain_signs(text: str) -> str:
    """A text with straight quotation marks and apostrophes, and hyphens for dashes between two words."""
    return _CUT_APOSTROPHE.sub("'", _DASH.sub("-", text.translate(_SIGNS)))


def asides_of(text: str) -> Asides:
    """A name as written, without its brackets, quotations and what stands behind commas, and these by what they are."""
    post = _post_first().fullmatch(text)
    read = plain_signs(_SCANNED_L.sub("l", post["name"] if post else text))
    read = _run_together().sub(r"\1 ", " ".join(read.split()))
    found = Asides(read, read)
    found = _quotations(found)
    found = _brackets(found)
    found = _stated(found)
    return _commas(found)


def _quotations(found: Asides) -> Asides:
    match = _QUOTED.search(found.core)
    inside = (match[1] or match[2]).strip() if match else ""
    if match is None or not inside or len(inside.split()) > 2 * _MOST_NICKNAME_WORDS:
        return found
    return replace(found, core=_cut(found.core, match), nickname=inside)


def _brackets(found: Asides) -> Asides:
    while match := _BRACKET.search(found.core):
        behind = found.core[match.end() :].strip(" ,.")
        ends = not _PIECE.match(behind) or generation(behind) is not None
        shown = found.shown[: found.shown.find(match[0])].strip() if ends and match[0] in found.shown else found.shown
        before = found.core[: match.start()]
        found = replace(found, core=_cut(found.core, match), shown=shown)
        found = _bracket(found, match[1].strip(), before, ends)
    return found


def _bracket(found: Asides, inside: str, before: str, ends: bool) -> Asides:
    """What is in a bracket: inside a name a nickname, behind it letters, initials, another name, or a mark."""
    words = inside.split()
    if cued := _after_cue(inside):
        kind, name = cued
        if kind == "also_called" and len(name.split()) == 1 and found.nickname is None:
            return replace(found, nickname=name.strip("\"' "))
        return replace(found, former=found.former or name)
    if (
        words
        and all(is_honour(w.strip(","), after_full_name=True) and w.isupper() and len(w) > 1 for w in words)
        and ends
    ):
        return replace(found, honours=(*found.honours, *(w.strip(",") for w in words)))
    if generation(inside) is not None:
        return replace(found, suffix=inside)
    titled = title_words(words, 0) if words else None
    if titled and titled.length == len(words) and (not titled.office) and len(inside) > 1:
        return replace(found, titled=inside)
    if not ends:
        first = (_PIECE.findall(before) or [""])[-1]
        known = all(not is_no_name(w) or is_given_name(fold(w)) for w in words) or fold(first).startswith(fold(inside))
        short = len(words) <= _MOST_NICKNAME_WORDS and known
        return replace(found, nickname=found.nickname or inside) if short else replace(found, mark=found.mark or inside)
    if _INITIALS.fullmatch(inside) and inside.isupper() and not (len(inside) > 2 and inside.isalpha()):
        if not found.initials:
            return replace(found, initials=tuple(re.findall(r"[^\W\d_]\.?", inside)))
        return replace(found, mark=found.mark or inside)
    if (
        len(words) == 1
        and words[0][0].isupper()
        and found.nickname is None
        and is_given_name(fold(inside))
        and len(_PIECE.findall(before)) > 1
    ):
        return replace(found, nickname=inside)
    return replace(found, mark=found.mark or inside)


def _after_cue(inside: str) -> tuple[str, str] | None:
    """What words such as `née` or `formerly known as` say of a bracket, and the name after them."""
    plain = fold(inside)
    for cue, kind in other_name_cues().items():
        if plain.startswith(cue + " "):
            count = len(cue.split())
            return kind, " ".join(inside.replace(",", " ").split()[count:])
    return None


def _stated(found: Asides) -> Asides:
    """Takes `née Bell`, `formerly Mary Bell`, `now Hart` off the end of a name."""
    words = found.core.replace(",", " , ").split()
    for at in range(1, len(words) - 1):
        if words[at] == "," or fold(words[at]) == "born" or not words[at][0].islower():
            continue
        if cued := _after_cue(" ".join(words[at:])):
            core = " ".join(words[:at]).replace(" ,", ",").strip(" ,")
            shown = found.shown[: found.shown.find(f" {words[at]} ")].strip(" ,")
            kind, name = cued
            single = kind == "also_called" and len(name.split()) == 1
            found = replace(found, core=core, shown=shown)
            return replace(found, nickname=name) if single else replace(found, former=name)
    return found


def _commas(found: Asides) -> Asides:
    """Sorts what stands behind commas: letters, `Jr.`, given names behind a surname; all else ends the name."""
    first, *others = (p.strip() for p in found.core.split(","))
    if not others:
        return found
    shown = found.shown.split(",", maxsplit=1)[0].strip()
    result = replace(found, core=first, shown=shown)
    for i, piece in enumerate(p for p in others if p):
        words = piece.split()
        if all(is_honour(w, after_full_name=len(w.replace(".", "")) > 2) for w in words):
            result = replace(result, honours=(*result.honours, *words))
        elif len(words) == 1 and generation(piece) is not None:
            result = replace(result, suffix=piece.rstrip("."))
        elif i == 0 and (given := _given_behind(first, words, result)):
            result = given
        else:
            break
    return result


def _given_behind(first: str, words: list[str], found: Asides) -> Asides | None:
    """The name of a surname before a comma and given names behind it, if that is what these are."""
    before = _PIECE.findall(first)
    titled = title_words(before, 0)
    surname = before[titled.length :] if titled and len(before) > titled.length else before
    alone = len(surname) == 1 or (len(surname) < 5 and all(particle(w, after_given=True) for w in surname[:-1]))
    capitals = bool(surname) and all(is_capitals(w) for w in surname)
    if not surname or not (alone or capitals or "spanish" in _classes(surname[0])):
        return None
    title = title_words(words, 0)
    length = title.length if title else 0
    while title and (more := title_words(words, length)) and not more.office and length + more.length < len(words):
        length += more.length  # `Tarn, Cllr Mrs I`
    given = words[length:]
    told = title is not None and not title.office
    last = generation(given[-1]) if len(given) > 1 else None
    suffix = given.pop().rstrip(".") if last is not None else found.suffix
    letters: list[str] = []
    while len(given) > 1 and is_honour(given[-1], after_full_name=True) and not is_initial(given[-1]):
        letters.insert(0, given.pop())
    pieces = [p for w in given for p in re.findall(r"[^\W\d_]\.(?=[^\W\d_])|[^\W\d_][\w'-]*\.?", w)]
    names = [p for p in pieces if is_initial(p) or (p[0].isupper() and _may_be_given(p))]
    if not given:
        return replace(found, titled=" ".join(words)) if told else None
    if len(names) != len(pieces) or not pieces or len(pieces) > 4:
        return None
    known = is_initial(names[0]) or is_given_name(fold(names[0]))
    if not known and not capitals and (titled or len(names) > 3):
        return None
    heard = " ".join(words[:length]) if told else found.titled
    return replace(found, forenames=tuple(names), titled=heard, suffix=suffix, honours=(*found.honours, *letters))


def _may_be_given(word: str) -> bool:
    plain = fold(word)
    return is_given_name(plain) or (
        not is_no_name(word) and plain not in folded("offices") and title_words([word], 0) is None
    )


def _classes(word: str) -> frozenset[str]:
    return folded_classes("surnames").get(fold(word), frozenset())


def _cut(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}".replace(" ,", ",").strip()
