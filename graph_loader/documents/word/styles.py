"""Styles and automatic numbers of a Word document: what it shows and does not hold as text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LEVEL = re.compile(r"%([1-9])")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_DEEPEST_CHAIN = 12
"""Styles based on styles; Word allows eleven."""
_SPACED = 80
"""Twentieths of a point between paragraphs that read as an empty line."""


def value(element: Any, name: str, attribute: str = "val") -> str | None:
    """The attribute of a child element, or none where there is no such child; an empty text where it has no value."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else str(child.get(f"{W}{attribute}", ""))


def is_on(element: Any, name: str) -> bool | None:
    """Whether a switch such as bold is on; none where nothing is said."""
    found = value(element, name)
    return None if found is None else found not in _OFF


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str | None
    paragraph: Any
    run: Any


@dataclass
class Styles:
    """The styles of a document, each with what it inherits."""

    _styles: dict[str, _Style] = field(default_factory=dict)
    _default: str = "Normal"
    _defaults: Any = None

    @classmethod
    def of(cls, root: Any) -> Styles:
        """The styles in a document's part of that name; none where it has no such part."""
        styles = cls()
        if root is None:
            return styles
        styles._defaults = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        for element in root.iterfind(f"{W}style"):
            identity = element.get(f"{W}styleId", "")
            styles._styles[identity] = _Style(
                (value(element, "name") or "").strip(),
                value(element, "basedOn"),
                element.find(f"{W}pPr"),
                element.find(f"{W}rPr"),
            )
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true"}:
                styles._default = identity
        return styles

    def _chain(self, identity: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while identity and identity in self._styles and len(chain) < _DEEPEST_CHAIN:
            chain.append(self._styles[identity])
            identity = chain[-1].based_on
        return chain

    def _of_paragraph(self, properties: Any) -> list[_Style]:
        return self._chain(value(properties, "pStyle") or self._default)

    def heading_level(self, properties: Any) -> int:
        """The level of a heading, from 1; 0 for a paragraph that is none."""
        chain = self._of_paragraph(properties)
        for style in chain:
            if found := _HEADING.fullmatch(style.name):
                return int(found[1])
            if style.name.casefold() == "title":
                return 1
        for place in (properties, *(style.paragraph for style in chain)):
            level = value(place, "outlineLvl")
            if level is not None:
                return int(level) + 1 if level.isdecimal() and int(level) < 9 else 0
        return 0

    def is_on(self, switch: str, properties: Any, run: Any) -> bool:
        """Whether a switch such as `b`, `strike` or `vanish` is on for a run, by itself or by its styles."""
        own = is_on(run, switch)
        if own is not None:
            return own
        for style in (*self._chain(value(run, "rStyle")), *self._of_paragraph(properties)):
            inherited = is_on(style.run, switch)
            if inherited is not None:
                return inherited
        return False

    def of_run(self, name: str, properties: Any, run: Any) -> str | None:
        """What a run's property such as `color` or `sz` is, by itself or by its styles; none where nothing says it."""
        styles = (*self._chain(value(run, "rStyle")), *self._of_paragraph(properties))
        places = (run, *(style.run for style in styles))
        return next((found for place in places if (found := value(place, name)) is not None), None)

    def is_shaded(self, properties: Any, run: Any) -> bool:
        """Whether a style of a run or of its paragraph sets it on a ground of another colour."""
        styles = (*self._chain(value(run, "rStyle")), *self._of_paragraph(properties))
        fills = (value(place, "shd", "fill") for style in styles for place in (style.run, style.paragraph))
        return any(fill not in {None, "", "auto", "FFFFFF"} for fill in fills)

    def numbering(self, properties: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph, by itself or by its styles."""
        level: str | None = None
        for place in (properties, *(style.paragraph for style in self._of_paragraph(properties))):
            numbered = place.find(f"{W}numPr") if place is not None else None
            if numbered is None:
                continue
            level = level or value(numbered, "ilvl")
            if (identity := value(numbered, "numId")) is not None:
                deep = int(level) if level and level.isdecimal() else 0
                return None if identity == "0" else (identity, min(deep, 8))
        return None

    def spaced(self, properties: Any) -> tuple[bool, bool]:
        """Whether the page leaves room before a paragraph, and after it."""
        places = (properties, *(style.paragraph for style in self._of_paragraph(properties)), self._defaults)
        return self._room(places, "before"), self._room(places, "after")

    @staticmethod
    def _room(places: tuple[Any, ...], side: str) -> bool:
        for place in places:
            found = value(place, "spacing", side)
            if found:
                return found.isdecimal() and int(found) >= _SPACED
        return False


@dataclass(frozen=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass
class Numbers:
    """The automatic numbers of a document's lists, counted as the paragraphs come."""

    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: Any) -> Numbers:
        """The lists in a document's part of that name; none where it has no such part."""
        numbers = cls()
        if root is None:
            return numbers
        abstract = {e.get(f"{W}abstractNumId", ""): _levels(e) for e in root.iterfind(f"{W}abstractNum")}
        for element in root.iterfind(f"{W}num"):
            identity = element.get(f"{W}numId", "")
            of = value(element, "abstractNumId") or ""
            levels = dict(abstract.get(of, {}))
            for override in element.iterfind(f"{W}lvlOverride"):
                at = int(override.get(f"{W}ilvl", "0"))
                levels |= _levels(override)
                start = value(override, "startOverride")
                if start and start.isdecimal() and at in levels:
                    levels[at] = _Level(levels[at].format, levels[at].text, int(start))
                    of = f"{of}/{identity}"  # a list that starts anew counts for itself
            numbers._levels[identity], numbers._abstract[identity] = levels, of
        return numbers

    def next(self, identity: str, level: int) -> str | None:
        """The number of the next paragraph of a list, `-` for a bullet; none for a list without marks."""
        levels = self._levels.get(identity, {})
        if level not in levels:
            return None
        counts = self._counts[self._abstract[identity]]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        form = levels[level]
        if form.format == "bullet":
            return "-"
        if form.format == "none" and not form.text.strip():
            return None

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            start = levels[at].start if at in levels else 1
            return _written(counts.get(at, start), levels[at].format if at in levels else "decimal")

        return _LEVEL.sub(number, form.text).strip() or None


def _levels(element: Any) -> dict[int, _Level]:
    found = {}
    for level in element.iterfind(f"{W}lvl"):
        start = value(level, "start")
        found[int(level.get(f"{W}ilvl", "0"))] = _Level(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText") or "",
            int(start) if start and start.isdecimal() else 1,
        )
    return found


def _written(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 400:
        text = ""
        for size, sign in _ROMAN:
            text, number = text + sign * (number // size), number % size
        return text if form == "lowerRoman" else text.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)
