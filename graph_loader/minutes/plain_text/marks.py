"""Marks of HTML and Markdown: what they strike out or hide is not read, and inside a word they cut nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .layers import Edit

_STRUCK = re.compile(
    r"(?<![\\~])~~(?=[^\s~])(?:[^~\n]|~(?!~)|\n(?!\s*\n)){1,2000}?(?<=[^\s~])~~(?!~)"
    r"|<(?P<tag>s|del|strike)\b[^<>\n]{0,200}>(?:[^<]|<(?!/(?P=tag)\b)){0,2000}</(?P=tag)\s*>"
    r"|<(?P<styled>span|p|li|td|div|font)\b[^<>\n]{0,100}\bline-through[^<>\n]{0,100}>[^<]{0,2000}</(?P=styled)\s*>",
    re.IGNORECASE,
)
"""Words struck out in Markdown or HTML."""
_STRUCK_SIGNS = re.compile("(?:[^\\s\u0335\u0336][\u0335\u0336](?: [\u0335\u0336]?)?){2,}")
"""Words whose every letter bears a stroke."""
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->)){0,5000}-->")
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BLANK_LINE = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])?[ \t]*")
_TAGS = r"(?:</?(?:b|i|u|em|strong|font|small|big|sup|sub|span|a|mark|ins|abbr|wbr)\b[^<>\n]{0,200}>)"
_TAG_IN_WORD = re.compile(rf"(?<=[\w'’.-]){_TAGS}{{1,8}}(?=['’-]?\w)|<wbr\b[^<>\n]{{0,40}}>", re.IGNORECASE)
_NAMED = r"(?:b|i|u|em|strong|font|small|big|span|mark|ins|abbr)"
_TAG_BESIDE = re.compile(
    rf"(?:(?<=[\s(])|^)</?{_NAMED}\b[^<>\n]{{0,200}}>|</?{_NAMED}\b[^<>\n]{{0,200}}>(?=[\s.,;:)]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A tag for the look of words that stands at a blank and not between two words: `Cllr <b>Ruth</b> Carver`."""
_APART = re.compile(r"</(?P<tag>span|a)\s*>\s*<(?P=tag)\b", re.IGNORECASE)
"""Two elements side by side that may be set apart by their style."""
_FOOTNOTE = re.compile(
    r"(?<=[^\W\d_]{2})<sup\b[^<>\n]{0,100}>(?:<[^<>\n]{1,100}>){0,2}[\[(]?\d{1,2}[\])]?(?:</[^<>\n]{1,20}>){0,2}</sup>"
    r"|(?<=[^\W\d_]{2})\[\^[\w-]{1,20}\](?!:)",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\\*])(?P<open>\*{1,3})(?=[\w'’])(?P<in>[^*\n]{1,100})(?<=[\w'’.-])(?P=open)(?!\*)")
_PIECE_BEFORE = re.compile(r"(?P<letters>[^\W\d_]*)(?P<sign>[\d'’.-]?)$")
_PIECE_AFTER = re.compile(r"(?P<sign>['’-]?)(?P<letters>[^\W_]+)")
_SHORT = 3
"""Letters of the first piece of a word that goes on with a capital: `Mac`."""
_ESCAPE = re.compile(r"\\(?=[.'\"’&(),:;!/?@%$\[\]{}=^`-])|\\$", re.MULTILINE)
"""A backslash that Markdown wants before a sign, but for signs that would then be marks."""


def not_in_force(text: str) -> Iterator[Edit]:
    """What is struck out, and comments, which nobody sees; a line of which nothing is left goes with it."""
    if "~~" in text or "<" in text:
        yield from (_left_out(text, m, "struck out") for m in _STRUCK.finditer(text))
    if "<!--" in text:
        yield from (_left_out(text, m, "in a comment that no page shows") for m in _COMMENT.finditer(text))


def struck_letters(text: str) -> Iterator[Edit]:
    """Words struck out by a stroke through each letter, as in any format."""
    if "\u0336" in text or "\u0335" in text:
        yield from (_left_out(text, m, "struck out") for m in _STRUCK_SIGNS.finditer(text))


def _left_out(text: str, m: re.Match[str], how: str) -> Edit:
    start, end = m.span()
    words = re.sub(r"</?[A-Za-z][^<>]{0,200}>", " ", m[0]).replace("\u0336", "").replace("\u0335", "")
    count = len(_WORDS.findall(words))
    what = f"{count} word{'s' if count != 1 else ''} {how}" if count else ""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    if _BLANK_LINE.fullmatch(text, low, start) and not text[end:high].strip():
        return Edit(low, min(high + 1, len(text)), what=what)
    if text[start - 1 : start] == " " and text[end : end + 1] == " ":
        end += 1
    return Edit(start, end, what=what)


def inside_words(text: str) -> Iterator[Edit]:
    """Tags, emphasis, backslashes and raised footnotes inside a word or at its end."""
    if "<" in text or "[^" in text:
        yield from (Edit(m.start(), m.end()) for m in _FOOTNOTE.finditer(text))
    if "<" in text:
        for m in _TAG_IN_WORD.finditer(text):
            if not _APART.search(m[0]) and (_one_word(text, m.start(), m.end()) or m[0].startswith(("<wbr", "<WBR"))):
                yield Edit(m.start(), m.end())
        yield from (Edit(m.start(), m.end()) for m in _TAG_BESIDE.finditer(text))
    if "*" in text:
        for m in _EMPHASIS.finditer(text):
            if _one_word(text, m.start(), m.start("in")) or _one_word(text, m.end("in"), m.end()):
                yield Edit(m.start(), m.start("in"))
                yield Edit(m.end("in"), m.end())
    if "\\" in text:
        for m in _ESCAPE.finditer(text):
            line = text.rfind("\n", max(0, m.start() - 200), m.start()) + 1
            if text[m.end() : m.end() + 1] != "-" or text[line : m.start()].strip():
                yield Edit(m.start(), m.end())


def _one_word(text: str, left: int, right: int) -> bool:
    """Whether what ends at one offset and what begins at another, marks between them, is one word.

    A long piece before a capital letter is another word, whose blank the marks stand for: `Present</b>Cllr`.
    """
    before = _PIECE_BEFORE.search(text[max(0, left - 30) : left])
    after = _PIECE_AFTER.match(text, right, right + 30)
    if not before or not after or not (before["letters"] or before["sign"].isdigit()):
        return False
    if after["sign"] or after["letters"][0].islower() or before["sign"] in {"'", "’", "-"}:
        return True
    return not before["sign"].isdigit() and len(before["letters"]) <= _SHORT and after["letters"][0].isupper()
