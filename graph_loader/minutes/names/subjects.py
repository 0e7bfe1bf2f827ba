"""The people who are the subject of a verb in running text, with what stands beside their names.

`Ms Hext, Head of Roads, and Mr Pym (Acme) gave a presentation`: back from the verb as long as the words make one list.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ...lexicon.entries import word_set
from ..lists.entries import Listed
from ..lists.people import read_people
from ..page.reading import Reading
from ..page.vocabulary import any_of, is_field, is_given_name, is_no_name, is_organisation, is_post
from .mentions import Mention

_LONGEST_GAP = 140
"""Signs between two names of one list, at most: a post and a body can stand there."""
_BOUNDARY = re.compile(r"[.;:!?\n]\s|\s[-–—]\s|\b(?:and|by|with|that|welcomed|when)\s")
_IN_POSTS = frozenset({"The", "the", "of", "for", "to", "and", "An", "a", "our"})
_BRACKETS = re.compile(r"\([^()\n]{0,160}\)")
_ABOUT_NAME = r"(?:,|\b(?:from|of|representing|on\s+behalf\s+of|and|&|as)\b)"
_BETWEEN = re.compile(rf"\s*(?:{_ABOUT_NAME}(?!.*[.;:?!–—]\s|.*\s-\s).*)$", re.DOTALL)
"""What may stand between two names of one list: what says more of the first, or a separator."""
_LAST_GAP = re.compile(
    rf"\s*(?:$|(?:{_ABOUT_NAME}|[-–—]\s|[\"“]|(?:who|then|also|both|all|each|again|briefly|jointly|had|has|have|was|were)\b)"
    r"(?!.*[.;?!]\s).*$)",
    re.DOTALL,
)
"""What may stand between the last name and the verb."""
_OF_SOMETHING = re.compile(
    r"(?:^|[\s\x1f(])(?:of|from|at|for|the|in|with|to|by|a|an|near|on|behind|outside|about|against|between)[\s\x1f]*$",
    re.IGNORECASE,
)
"""What stands before the name of a place or a firm, and not before that of a person without title."""


@cache
def clause_verbs() -> re.Pattern[str]:
    """Verbs in the past tense that show that a clause of its own stands between two names."""
    verbs = {*word_set("speech", "said"), *word_set("speech", "other_clause")}
    return re.compile(rf"(?<![\w'-])(?:{any_of(verbs)})(?![\w'-])")


def subject_mentions(reading: Reading, start: int, verb: int) -> list[Mention]:
    """The names before a verb that make one list, in order; none where the last is not near."""
    text = reading.tagged.text
    found: list[Mention] = []
    stop = verb
    for mention in reversed(reading.tagged.within(start, verb, "person", "weak")):
        between = _BRACKETS.sub(" ", text[mention.end : stop])
        joined = (_BETWEEN if found else _LAST_GAP).match(between)
        if joined is None or len(between) > _LONGEST_GAP or clause_verbs().search(between):
            break
        if found and mention.kind == "weak" and found[0].kind == "person" and "and" not in between:
            break  # `Mill Lane, Ms Hext and Mr Pym asked`: the place that is spoken of
        stop = mention.start
        found.insert(0, mention)
    return found


def is_person(reading: Reading, mention: Mention, *, given: bool = False) -> bool:
    """Whether a mention is of a person: a name without title needs two words, and no word that places have before.

    `given` says that the form itself accounts for the word before: `chaired by Ann Hext`.
    """
    if mention.kind == "person":
        return True
    words = mention.text.split()
    if len(words) < 2 or (is_no_name(words[0]) and not is_given_name(words[0])) or "'s" in words[0] or "’s" in words[0]:
        return False
    before = reading.flow[max(reading.start, mention.start - 12) : mention.start]
    return (given or _OF_SOMETHING.search(before) is None) and not _is_firm(reading, mention.text)


def _is_firm(reading: Reading, name: str) -> bool:
    """Whether the text uses a name mostly as that of a place or a firm: `from Irish Water`, `at Mill Lane`."""
    form = re.escape(name).replace(r"\ ", r"\s+")
    uses = re.findall(rf"(?:\b(of|from|in|at|the|with|for|to|on)\s+)?{form}(?!\w)", reading.flow)
    return sum(1 for use in uses if use) >= 2 and sum(1 for use in uses if use) * 2 > len(uses)


def people_between(reading: Reading, start: int, end: int) -> list[Listed]:
    """The people that a stretch of running text lists, with role and organisation; those that the tagger sees too."""
    mentions = [m for m in reading.tagged.within(start, end, "person", "weak") if is_person(reading, m)]
    texts = [m.text for m in mentions if m.kind == "weak"]
    mentions = [m for m in mentions if texts.count(m.text) < 2]  # a firm beside the name of each of its people
    found: list[Listed] = []
    people = read_people(reading.view, reading.flow, start, end).people
    found += [p for p in people if any(m.start < p.end and p.start < m.end for m in mentions)]
    return found


def subject(reading: Reading, start: int, verb: int) -> list[Listed]:
    """The people who are the subject of a verb: read from the first name, with the post that stands before it."""
    mentions = subject_mentions(reading, start, verb)
    if not mentions:
        return []
    low = _with_post(reading, start, mentions[0].start)
    people = people_between(reading, low, verb)
    if len(mentions) == 2 and mentions[1].kind == "weak" and _is_apposition(reading, mentions, verb):
        name = reading.words(mentions[1].start, mentions[1].end)
        first = [p for p in people if p.start < mentions[1].start]
        return [replace(p, organisation=p.organisation or name) for p in first]
    return people


def _with_post(reading: Reading, start: int, at: int) -> int:
    """Where the post or office begins that stands before a name: `The Harbour Master, Capt E Hext`."""
    low = max(start, at - _LONGEST_GAP)
    cut = max([low, *(m.end() for m in _BOUNDARY.finditer(reading.flow, low, at))])
    words = re.findall(r"[A-Za-z][\w'&-]*", reading.flow[cut:at])
    of_a_post = all(is_post(w) or is_field(w) or is_organisation(w) or w in _IN_POSTS for w in words)
    return cut if of_a_post and any(is_post(w) for w in words) else at


def _is_apposition(reading: Reading, mentions: list[Mention], verb: int) -> bool:
    between = reading.flow[mentions[0].end : mentions[1].start].strip(" \x1f")
    return between == "," and reading.flow[mentions[1].end : verb].strip(" \x1f").startswith(",")
