"""Who may do what, after consulting whom."""

from __future__ import annotations

import re

from ...parsed_minutes import Delegation
from ..page.reading import Reading

_CONSULT = (
    r"(?:,?\s+(?:and\s+)?(?:following|after|in|subject\s+to|upon)\s+(?:prior\s+)?consultation\s+with\s+(?:the\s+)?"
    r"(?P<consult>(?:[^.;()\n]|\([^()\n]{0,160}\))+?))?"
)
_CONDITION = (
    r"(?:,?\s+(?P<condition>(?:where|when|if|in\s+cases?\s+of|in\s+the\s+event\s+of|subject\s+to|provided\s+that|until"
    r"|up\s+to|in\s+urgent\s+cases)\s+[^.;\n()]+))?"
)
_FORMS = (
    re.compile(
        rf"\b(?:authority|power|powers|responsibility|delegated\s+authority)\s+(?:to|for)\s+"
        rf"(?P<function>[^.;\n]{{5,260}}?)\s+(?:be|is|was|were|had\s+been|has\s+been|should\s+be"
        rf"|would\s+be)\s+delegated\s+to\s+(?:the\s+)?(?P<delegate>[^.;,\n()]{{3,140}}?){_CONSULT}{_CONDITION}"
        rf"(?=\s*[.;\n]|\s*$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:delegated?|delegates?|delegating)\s+(?:(?:authority|power|responsibility)\s+)?to\s+(?:the\s+)?"
        rf"(?P<delegate>[^.;,\n()]{{3,120}}?){_CONSULT},?\s+(?:the\s+)?(?:authority|power|responsibility)?\s*"
        rf"(?:to|for)\s+(?P<function>[^.;\n]{{5,260}}?){_CONDITION}(?=\s*[.;\n]|\s*$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:that\s+)?(?:the\s+)?(?P<delegate>[A-Z][^.;,\n()]{{3,120}}?)\s+(?:be|is|was|were)\s+(?:given\s+)?"
        rf"(?:delegated\s+authority|authori[sz]ed){_CONSULT},?\s+to\s+(?P<function>[^.;\n]{{5,260}}?)"
        rf"(?:,?\s+in\s+consultation\s+with\s+(?:the\s+)?(?P<after>[^.;\n]+?))?{_CONDITION}(?=\s*[.;\n]|\s*$)"
    ),
)
_ALSO = re.compile(r"\(\s*(?:and|together\s+with|as\s+well\s+as)\s+(?P<also>[^()]+)\)")
_DOING = re.compile(r"^(?:make|making|take|taking|exercise|exercising|carry\s+out)\s+(?:the\s+)?", re.IGNORECASE)
"""A verb that says no more than that the function is exercised: `make appointments`."""
_ARTICLE = re.compile(r"^(?:the|a|an|relevant|local)\s+(?=[A-Z])")


def read_delegations(reading: Reading) -> list[Delegation]:
    """All delegations that the meeting made."""
    found: dict[int, Delegation] = {}
    for number, form in enumerate(_FORMS):
        for m in form.finditer(reading.flow, reading.start, reading.last):
            low, high = reading.sentence(m.start(), m.end())
            if low in found:
                continue
            consulted = m["consult"] or m.groupdict().get("after")
            any_of, also, condition = _consulted(consulted) if consulted else ((), (), None)
            found[low] = Delegation(
                function=_DOING.sub("", _words(m["function"])),
                delegate=_ARTICLE.sub("", _words(m["delegate"])),
                consult_any=any_of,
                consult_also=also,
                condition=_words(m["condition"]) if m["condition"] else condition,
                span=reading.span(low, high, f"delegation.{('authority', 'delegate', 'authorised')[number]}"),
            )
    return [found[k] for k in sorted(found)]


def _consulted(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """Whom to consult: one of those joined by `or`, all of those joined by `and`; and a condition after them."""
    condition = re.search(r"\s(?P<c>(?:where|when|if)\s+(?!appropriate).+)$", text)
    if condition and text.count("(", 0, condition.start()) == text.count(")", 0, condition.start()):
        text = text[: condition.start()]
    else:
        condition = None
    bracket = _ALSO.search(text)
    plain = text[: bracket.start()] + text[bracket.end() :] if bracket else text
    parts = [
        _ARTICLE.sub("", _words(p))
        for p in re.split(r"\s+(?:or|and)\s+(?:the\s+)?|,\s+(?:the\s+)?", plain)
        if p.strip()
    ]
    either = re.search(r"\bor\b", plain) is not None
    also = [_ARTICLE.sub("", _words(bracket["also"]))] if bracket else []
    return (
        tuple(parts) if either else (),
        tuple(also) if either else (*parts, *also),
        _words(condition["c"]) if condition else None,
    )


def _words(text: str) -> str:
    return " ".join(text.replace("\x1f", " ").split()).strip(" ,;:.")
