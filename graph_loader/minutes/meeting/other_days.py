"""Dates of a heading that are not the day of the meeting: a word rules out its own date and no other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..dates.written import Found

_REACH = 70
_OF_PAPER = (
    r"adopted|approved|confirmed|ratified|published|publication|issued?|printed|print|created|updated|modified|revised|uploaded"
    r"|posted|circulated|distributed|copyright|version|deadline|since|until|expires|effective|born|died|dated|signed"
    r"|received|generated|downloaded|retrieved|accessed|drafted|prepared"
)
"""Words of the paper that the minutes are written on, and of what else has a date."""
_MOVED = r"postponed|rescheduled|re-scheduled|deferred|moved|brought\s+forward|put\s+back"
_HELD = r"\bheld\b|\btook\s+place\b|\bmet\b|\bconvened\b|\bmeeting\b"
_PAPER = re.compile(rf"\b(?:{_OF_PAPER})\b(?P<mid>[^.;)\n]{{0,40}})$", re.IGNORECASE)
_FROM = re.compile(
    rf"(?:\b(?:{_MOVED}|adjourned|continued|carried\s+over)\s*,?\s*(?:from|on|by)\b|\b(?:originally|instead\s+of"
    r"|in\s+place\s+of|in\s+lieu\s+of|replac(?:es|ing)|rather\s+than"
    r"|formerly|previously|due\s+to\s+(?:be\s+held|have\s+been\s+held)|was\s+to\s+(?:be|have\s+been)\s+held"
    r"|(?:cancell?ed|cancellation)\s+(?:of|on))\b)[^.;)\n]{0,50}$",
    re.IGNORECASE,
)
"""What stands before the day on which the meeting was to be, and was not."""
_LATER = re.compile(
    r"\b(?:(?:adjourned|continued)\s*,?\s*(?:to|until|till)|next\s+(?:\w+\s+)?meeting|will\s+(?:next\s+)?meet)\b[^.;)\n]{0,40}$",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(r"\b(?:previous|last|next|earlier|preceding)\b[^.;)\n]{0,40}$", re.IGNORECASE)
_NOT_HELD_AFTER = re.compile(
    rf"[\s,:(\[*–—-]{{0,6}}(?:was\s+|has\s+been\s+|now\s+)?(?:cancell?ed|{_MOVED})\b(?!\s+(?:from|meeting\b))",
    re.IGNORECASE,
)
"""What stands after a day and says that the meeting was not on it."""
_HELD_BEFORE = re.compile(
    r"\b(?:held|met|took\s+place|convened|meeting\s+(?:of|on|held))\b[^.;)\n]{0,60}$", re.IGNORECASE
)
_MOVED_TO = re.compile(rf"\b(?:{_MOVED})\s*,?\s*(?:to|until|till|for)\b[^.;)\n]{{0,40}}$", re.IGNORECASE)


_DUE = re.compile(
    r"\b(?:due\s+to\s+(?:be\s+held|take\s+place|have\s+been\s+held)|was\s+to\s+(?:be|have\s+been)\s+held)\b[^.;)\n]{0,50}$",
    re.IGNORECASE,
)
"""What stands before the day for which a meeting was called."""
_WILL = re.compile(
    r"\b(?:will|would|shall)\s+(?:now\s+|instead\s+)?(?:be\s+(?:held|rearranged|reconvened)|take\s+place|meet)\b[^.;)\n]{0,50}$",
    re.IGNORECASE,
)


def own_days(text: str, start: int, days: Sequence[Found]) -> list[Found]:
    """The dates, in the order of the text, that may be the day of the meeting: that on which it was held first.

    Where none is told, that for which the meeting was called, and then that on which it will take place.

    `text` has a line feed where a paragraph ends; `start` is where the heading begins.
    """
    own: list[Found] = []
    told: list[Found] = []
    due: list[Found] = []
    later: list[Found] = []
    last = start
    for day in days:
        before = text[max(last, day.start - _REACH) : day.start]
        last = day.end
        if _DUE.search(before):
            due.append(day)
            continue
        if _WILL.search(before):
            later.append(day)
            continue
        if is_other_day(before) or _NOT_HELD_AFTER.match(text, day.end, day.end + 40):
            continue
        own.append(day)
        if _HELD_BEFORE.search(before) or _MOVED_TO.search(before):
            told.append(day)
    if told or (own and not later):
        return [*told, *(day for day in own if day not in told)]
    return due or sorted([*own, *later], key=lambda day: day.start)


def is_other_day(before: str) -> bool:
    """Whether what stands before a date, since the date before it, says that it is another day than the meeting's."""
    paper = _PAPER.search(before)
    if paper and not re.search(_HELD, paper["mid"], re.IGNORECASE):
        return True
    if _MOVED_TO.search(before):
        return False
    return any(rule.search(before) for rule in (_FROM, _LATER, _OTHER_MEETING))
