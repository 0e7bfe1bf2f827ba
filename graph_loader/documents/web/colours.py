"""Words of a web page in the colour of what is behind them, which nobody sees.

Only what the page itself says is believed: where a style sheet in another file may colour the ground, all is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_TEXT = re.compile(r"(?:^|[;{\s])color\s*:\s*([^;!}]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|[;{\s])background(?:-color)?\s*:\s*([^;!}]+)", re.IGNORECASE)
_PICTURE = re.compile(r"(?:^|[;{\s])background(?:-image)?\s*:[^;}]*(?:url|gradient|var)\s*\(", re.IGNORECASE)
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2}|[0-9a-f])?")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+%?))?\s*\)")
_NAMES = {"white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ghostwhite": (248, 248, 255)}
_NEAR = 10
"""How far apart two colours may be in red, green and blue, of 255, and still be one to the eye."""
PAGE = (255, 255, 255)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Colours:
    """The colours that rules of a page give elements; `sure` that no other file can colour the ground behind them."""

    text: dict[int, str]
    ground: dict[int, str]
    sure: bool

    @classmethod
    def of(cls, tree: LexborHTMLParser) -> Colours:
        """The colours of a page before its rules are looked at."""
        return cls({}, {}, tree.css_first("link[rel~=stylesheet]") is None)

    def take(self, style: str, found: set[int]) -> None:
        """Notes what a rule says of the elements that it concerns."""
        if said := _TEXT.search(style):
            self.text.update(dict.fromkeys(found, said[1]))
        if said := _GROUND.search(style):
            self.ground.update(dict.fromkeys(found, said[0]))

    def are_alike(self, node: LexborNode, style: str) -> bool:
        """Whether an element sets its words in the colour of its ground."""
        said = _TEXT.search(style) if style else None
        written = said[1] if said else (node.attributes.get("color") or self.text.get(node.mem_id))
        colour = _colour(written) if written else None
        if colour is None:
            return False
        ground = self._behind(node)
        return ground is not None and all(abs(a - b) <= _NEAR for a, b in zip(colour, ground, strict=True))

    def _behind(self, node: LexborNode) -> Colour | None:
        """The colour of the ground behind an element, or none where it is not known."""
        at: LexborNode | None = node
        while at is not None and at.tag and not at.tag.startswith("-"):
            attributes = at.attributes
            style = f"{attributes.get('style') or ''};{self.ground.get(at.mem_id, '')}"
            if _PICTURE.search(style) or attributes.get("background"):
                return None
            said = _GROUND.search(style)
            if said or attributes.get("bgcolor"):
                return _colour(said[1] if said else attributes["bgcolor"] or "")
            if not self.sure and attributes.get("class") and at.mem_id != node.mem_id and at.tag != "body":
                return None
            at = at.parent
        return PAGE if self.sure else None


def _colour(written: str) -> Colour | None:
    """Red, green and blue of a colour as it is written; none where it is not known or lets the ground through."""
    plain = written.strip().lower()
    if plain in _NAMES:
        return _NAMES[plain]
    if found := _HEX.fullmatch(plain):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * d for d in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if (found := _RGB.fullmatch(plain)) and (found[4] is None or not found[4].startswith("0")):
        return int(found[1]), int(found[2]), int(found[3])
    return None
