"""Fields of a PDF form: their labels, and what is typed, ticked or chosen in them.

A field may stand at several places of the page, each a widget, and takes what it does not say itself from its parents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import objects

TICKED, UNTICKED = "☑", "☐"
_MULTILINE, _PASSWORD = 1 << 12, 1 << 13
_PUSH_BUTTON = 1 << 16
_DEEPEST = 32
"""Parents of a field that are looked at: a form can be made so that they go round in a circle."""
_MOST_FIELDS = 20_000
_MADE_BY_TOOL = re.compile(
    r"(?:text|field|fields?text|untitled|undefined|check ?box|fill|box|group|radio|button|option|list|combo|drop ?down"
    r"|[a-z]{0,2})?[ _.\-#]*(?:\[?\d+\]?[ _.\-#]*)*(?:[a-z]f)?",
    re.IGNORECASE,
)
"""Names that tools give to fields, which label nothing."""


def inherited(field: dict[str, Any], key: str) -> Any:
    """What a field says under a key, or the nearest of its parents that says something."""
    for _ in range(_DEEPEST):
        if field.get(key) is not None:
            return field[key]
        field = objects.dictionary(field.get("Parent"))
        if not field:
            break
    return None


def label(field: dict[str, Any]) -> str:
    """What a field is called for people: its description, else its name where that is a word."""
    described = " ".join(objects.text(inherited(field, "TU")).split())
    if described:
        return described.rstrip(" :")
    called = re.sub(r"[_.]+", " ", objects.text(inherited(field, "T")))
    called = " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", called).split())
    return "" if _MADE_BY_TOOL.fullmatch(called) else called


def is_multiline(field: dict[str, Any]) -> bool:
    """Whether several lines may be typed into a text field."""
    return bool(int(objects.number(inherited(field, "Ff"))) & _MULTILINE)


def is_tick(field: dict[str, Any]) -> bool:
    """Whether a field is a box or a button that is ticked."""
    kind = objects.name(inherited(field, "FT"))
    return kind == "Btn" and not int(objects.number(inherited(field, "Ff"))) & _PUSH_BUTTON


def value(field: dict[str, Any]) -> str:
    """What is typed or chosen in a field, or the sign of a box ticked or not; nothing for buttons and signatures."""
    kind = objects.name(inherited(field, "FT"))
    if is_tick(field):
        return TICKED if _is_ticked(field) else UNTICKED
    if kind == "Tx" and not int(objects.number(inherited(field, "Ff"))) & _PASSWORD:
        return objects.text(inherited(field, "V")) or objects.rich_text(inherited(field, "RV"))
    if kind == "Ch":
        return _chosen(field)
    return ""


def ticked_state(field: dict[str, Any]) -> str:
    """The name of the state that a ticked box or button is in, as /Present; nothing for /On and /Yes."""
    states = objects.dictionary(objects.dictionary(field.get("AP")).get("N"))
    named = [state for state in states if state not in {"Off", "On", "Yes", "Ja", "Oui", "true", "X"}]
    return "" if len(named) != 1 or _MADE_BY_TOOL.fullmatch(named[0]) else named[0]


def _is_ticked(field: dict[str, Any]) -> bool:
    state = objects.name(field.get("AS"))
    if state:
        return state != "Off"
    chosen = objects.text(inherited(field, "V"))
    states = objects.dictionary(objects.dictionary(field.get("AP")).get("N"))
    return chosen not in {"", "Off"} and (not states or chosen in states)


def _chosen(field: dict[str, Any]) -> str:
    """The entries that are chosen in a list, as the list shows them, one a line."""
    found = inherited(field, "V")
    members = objects.items(found) or [found]
    shown: dict[str, str] = {}
    for option in objects.items(inherited(field, "Opt")):
        pair = objects.items(option)
        if len(pair) == 2:
            shown[objects.text(pair[0])] = objects.text(pair[1])
    chosen = [objects.text(member) for member in members if member is not None]
    return "\n".join(shown.get(entry, entry) for entry in chosen if entry)


def without_place(catalogue: dict[str, Any], on_pages: set[int]) -> Iterator[tuple[str, str]]:
    """Label and value of the filled fields of a document that stand on no page; `on_pages` are ids of those that do."""
    waiting: list[tuple[dict[str, Any], int]] = [
        (objects.dictionary(field), 0)
        for field in objects.items(objects.dictionary(catalogue.get("AcroForm")).get("Fields"))
    ]
    for _ in range(_MOST_FIELDS):
        if not waiting:
            return
        field, depth = waiting.pop(0)
        kids = [kid for kid in map(objects.dictionary, objects.items(field.get("Kids"))) if kid]
        if any("T" in kid for kid in kids) and depth < _DEEPEST:
            waiting[:0] = [(kid, depth + 1) for kid in kids]
        elif not any(id(part) in on_pages for part in (field, *kids)):
            found = value(field)
            if found and found not in {TICKED, UNTICKED}:
                yield label(field), found


def is_xfa(catalogue: dict[str, Any]) -> bool:
    """Whether a form is written in XFA, of which a PDF shows nothing but a notice."""
    return objects.dictionary(catalogue.get("AcroForm")).get("XFA") is not None
