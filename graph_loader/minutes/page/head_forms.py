"""What a label heads that no list of labels has, told by its words: `Foster Carer Representatives`, `Staff on Zoom`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...documents.text.cells import LEADER
from ...lexicon.entries import of_class, word_set
from .vocabulary import any_of, bare, is_post

SectionKind = Literal[
    "present", "role", "in_attendance", "apologies", "absent", "suspended", "chair", "clerk", "declarations"
]

_MOST_WORDS = 9
AFTER_LABEL = rf"\s{{0,3}}(?::\s?-?|\.\s?-|(?:{LEADER})|\s[-–—](?=\s)|(?=\n|$)|\s{{4,}}(?=\S)|\t)"
"""What may end a label: a colon, a dash, a dot leader, a gap between columns, the end of the line."""
LABEL = r"[A-Z][^\W\d]*(?:['&/-][^\W\d]+)*(?:,?[ \t\x1f]{1,3}(?:[^\W\d]+(?:['&/-][^\W\d]+)*'?|&)){0,8}?"
"""The words that a label may be made of."""
COUNTED = r"(?:\s{1,2}\d{1,3}(?=\s{0,2}(?:[-–—]\s|:)))?"
"""How many a list holds, after its label: `Present 5 - `."""
_STATED = re.compile(r"[ \t\x1f]{0,3}:?[ \t\x1f]{0,3}\(?(?P<n>\d{1,3})\)?[ \t\x1f]{0,2}[-–—:][ \t\x1f]")
"""How many a label says that it lists."""
_BETWEEN = re.compile(r",\s*and\b|[,;]|\band\b|\x1f(?=[A-Z])")
_ASIDE = r"(?P<bracket>\s{0,3}\([^()\n]{0,60}\))?(?P<more>(?<=\))(?:[ \t]{1,3}[a-z]+){1,6})?"
"""A bracket after a label or inside it: `Non-members (no fee paid) present at the meeting`."""
_LABEL = re.compile(rf"(?P<label>{LABEL}){_ASIDE}{COUNTED}(?P<sep>{AFTER_LABEL})")


@dataclass(frozen=True)
class FormHead:
    """A label understood by its form: its kind, its end, where what it heads begins.

    `telling` says that the label speaks of being present or absent, so that it stands for itself; `posts` that it only
    names a post that several people hold.
    """

    kind: SectionKind
    end: int
    content: int
    telling: bool
    posts: bool


@cache
def _words(kind: str) -> frozenset[str]:
    return word_set("label_words", kind)


@cache
def _phrases() -> re.Pattern[str]:
    """The phrases that count as one word: `in attendance`, `not present`."""
    return re.compile(rf"\b(?:{any_of(of_class('label_words', 'phrases'))})\b", re.IGNORECASE)


def form_head(text: str, start: int, end: int) -> FormHead | None:
    """The head that a line begins with by the form of its label, or none."""
    found = _LABEL.match(text, start, min(end, start + 150))
    if found is None:
        return None
    sep = found["sep"]
    label = found["label"] + (found["more"] or "")
    gap = not sep.strip(" \t\x1f") and found.end() < end
    if gap and not label.isupper() and not is_telling(label):
        return None  # a gap alone separates names as well
    kind = kind_of(label)
    if kind is None:
        return None
    label_end = max(found.end("label"), found.end("bracket"), found.end("more"))
    group = next((w for w in _read(label) if _plural_post(w) or w in _words("seats")), "")
    posts = kind == "role" and _plural_post(group) and group not in _words("seats")
    return FormHead(kind, label_end, found.end(), is_telling(label), posts)


@cache
def _tellers() -> frozenset[str]:
    """The words of labels that tell of being there, away, excused or suspended."""
    return _words("there") | _words("absence") | _words("apology") | _words("suspension")


def is_telling(label: str) -> bool:
    """Whether a label speaks of being present, absent, excused or suspended."""
    return bool({*_read(label)} & _tellers())


def _read(label: str) -> list[str]:
    return [bare(word) for word in _joined(label)]


def kind_of(label: str) -> SectionKind | None:
    """What a label heads, or none where its words are not those of a head.

    A word in lower case must be a word of heads; one with a capital letter may be anything before a noun for several
    people (`Foster Carer Representatives`), before `present`, or after `from` and the like.
    """
    words = _read(label)
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    raw = _joined(label)
    one = _words("one") & {*words}
    sent = words[0] == "representative" and len(words) > 2 and words[1] in _words("opening")
    groups = _words("members") | _words("bodies") | _words("others") | _words("seats") | one
    if sent:
        return "role"
    known = groups | _tellers() | _words("also") | _words("filling")
    if any(w not in known and r[:1].islower() and not _plural_post(w) for w, r in zip(words, raw, strict=True)):
        return None
    last_group = max((i for i, w in enumerate(words) if w in groups or _plural_post(w)), default=-1)
    people = [w for w in words if w in groups - _words("bodies") or _plural_post(w)]
    telling = [i for i, w in enumerate(words) if w in _tellers()]
    if not telling and last_group < 0:
        return None
    if (one and any(w not in known for w in words)) or _apposition(raw, known):
        return None
    body = next((i for i, w in enumerate(words) if w in _words("bodies")), None)
    people_of_body = body is not None and words[body + 1 :] in [[w] for w in _words("others")]
    if not telling and body is not None and not people_of_body and not any(w in groups for w in words[:body]):
        return None  # `County Board of Supervisors`
    if not telling and words[-1] in _words("bodies") and not (len(words) > 1 and words[-2] in {"of", "the"}):
        return None  # `Public Forum`
    after = max([*telling, last_group])
    opened = False
    for i, word in enumerate(words):
        opened = opened or word in _words("opening")
        if i > after and word not in known and not opened:
            return None
    return _kind(words, people[-1] if people else words[last_group] if last_group >= 0 else "")


def _apposition(raw: list[str], known: frozenset[str]) -> bool:
    """Whether a comma separates a name from a post: `Helen Roe, Committee Services`."""
    return any(word.endswith(",") and bare(word) not in known for word in raw)


def _joined(label: str) -> list[str]:
    """The words of a label, its phrases joined."""
    return _phrases().sub(lambda m: re.sub(r"\s+", "-", m[0]), label).split()


def _kind(words: list[str], group: str) -> SectionKind | None:
    """The kind that the words of a label give; `group` is the noun in it for those whom it heads."""
    has = frozenset(words)
    if has & _words("suspension"):
        return "suspended"
    if has & _words("apology"):
        return "apologies"
    if has & _words("absence"):
        return "absent"
    strange = [w for w in words if w not in _words("filling") | _words("also")]
    if has & _words("there"):
        if has & (_words("others") | _words("one") | _words("also")):
            return "in_attendance"
        if group in _words("members") | _words("bodies") | _words("seats"):
            return "present"
        if group:
            return "in_attendance"
        only = len(strange) == len(has & _words("there"))
        there_too = has & {"in-attendance", "attendance"}
        return "in_attendance" if there_too and (not only or "in-attendance" in has) else "present"
    if group in {"advisers", "advisors"} and has & _words("sitting"):
        return "role"
    if group in _words("others") | _words("one") or has & _words("also"):
        return "in_attendance"
    if group == "members" and strange == ["members"] and not has & _words("sitting"):
        return "present"  # `Members on-line`
    if group in _words("seats") or (group and _plural_post(group)):
        return "role"
    if group in _words("members"):
        return "present"
    return None


def _plural_post(word: str) -> bool:
    """Whether a word is a noun for several people who hold a post: `Engineers`."""
    return word.endswith("s") and not word.endswith("ss") and is_post(word[:-1])


def is_counted_out(text: str, label_end: int, end: int) -> bool:
    """Whether a line names as many people after its label as the label says: `Absent 1 - Roe`."""
    stated = _STATED.match(text, label_end, end)
    names = text[stated.end() : end].strip(" .\x1f") if stated else ""
    return stated is not None and names != "" and len(_BETWEEN.findall(names)) + 1 >= int(stated["n"])
