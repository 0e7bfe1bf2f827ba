"""The document as rules read it: its plain text with markup blanked at equal length; spans count in the file's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from ...documents import Document
from ...documents.text.cells import plain_tabs
from ...parsed_minutes import Span
from ..names.double_names import hyphened
from ..plain_text import PlainText
from .front_matter import front_matter

GAP = "\0"
"""Stands where markup stood: a blank to patterns, nothing to the words of a name. Read text holds no NUL."""

_BLOCK_TAG = re.compile(r"<(?:br|hr|/?(?:p|div|li|tr|table|ul|ol|h[1-6]|td|th))\b[^<>\n]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_ANGLE = re.compile(r"&(?:lt|gt|#60|#62);")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,300})(\]\([^()\s]{0,600}(?:\([^()\s]{0,200}\)[^()\s]{0,200}){0,2}\))")
_WIKI_HEADING = re.compile(r"(?m)^(={1,6})([^=\n]{1,200})\1(?=[ \t]*$)")
_WIKI_LINK = re.compile(r"(\[\[(?:[^\[\]|\n]{0,100}\|)?)([^\[\]|\n]{1,100})(\]\])")
_ESCAPE = re.compile(r"\\([-*_#+])")
_EMPHASIS = re.compile(r"\*{1,3}|(?<![A-Za-z0-9_])_{1,2}(?=[A-Za-z])|(?<=[A-Za-z.,;:])_{1,2}(?![A-Za-z0-9_])")
_PLAIN = str.maketrans(
    {GAP: " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2003": " "}
    | dict.fromkeys("\r\f\v\u2002\u2009\u202f", " ")
)
_CUT_WORD = re.compile(r"(?<=\w)-[ \t\r]*\n\s*(?=[A-ZÀ-Þ])")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch of a text without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _gap(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", GAP, match[0])


def _line(match: re.Match[str]) -> str:
    return "\n" + GAP * (len(match[0]) - 1)


def _angle(match: re.Match[str]) -> str:
    return unescape(match[0]) + GAP * (len(match[0]) - 1)


def _link(match: re.Match[str]) -> str:
    return GAP * len(match[1]) + match[2] + GAP * len(match[3])


def _heading(match: re.Match[str]) -> str:
    """A heading of a wiki without its signs: `== Present ==`."""
    return GAP * len(match[1]) + match[2] + GAP * len(match[1])


def whole_span(document: Document, start: int, end: int, rule: str) -> Span:
    """The place between two offsets of a document."""
    return Span(
        line_start=document.line_at(start),
        line_end=document.line_at(max(start, end - 1)),
        char_start=start,
        char_end=end,
        text=document.text[start:end],
        rule=rule,
        page=document.page_at(start),
    )


@dataclass(frozen=True)
class View:
    """The plain text of a document with its remaining markup, which stands between words, blanked at equal length."""

    plain: PlainText

    @property
    def document(self) -> Document:
        """The document as rules read it."""
        return self.plain.read

    @cached_property
    def _raw(self) -> str:
        text = self.document.text
        if place := front_matter(text):
            text = re.sub(r"[^\n]", GAP, text[: place[1]]) + text[place[1] :]
        if "<" in text:
            text = _TAG.sub(_gap, _BLOCK_TAG.sub(_line, text))
        if "&" in text:
            text = _ANGLE.sub(_angle, text)
        if "](" in text:
            text = _LINK.sub(_link, text)
        if "[[" in text:
            text = _WIKI_LINK.sub(_link, text)
        if "=\n" in text:
            text = _WIKI_HEADING.sub(_heading, text)
        # A bullet made of an asterisk keeps its place in `layout`; emphasis goes.
        text = _ESCAPE.sub(lambda m: m[1] + GAP, text)
        return re.sub(r"(?m)^[ \t]*\*(?=[ \t])", lambda m: m[0][:-1] + "•", _EMPHASIS_LINE.sub(_emphasis, text))

    @cached_property
    def norm(self) -> str:
        """The text with straight quotes and plain blanks: what patterns are matched against."""
        return plain_tabs(hyphened(self._raw.translate(_PLAIN)))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Where the lines of `norm` begin; a line break in HTML begins one too."""
        return (0, *(m.end() for m in re.finditer("\n", self.norm)))

    @cached_property
    def markdown_bold(self) -> tuple[tuple[int, int], ...]:
        """The stretches that Markdown sets in bold, in order."""
        return tuple((m.start(), m.end()) for m in re.finditer(r"\*\*[^*\n]{1,400}\*\*", self.document.text))

    def words(self, start: int, end: int) -> str:
        """The words between two offsets as written, without markup, single-spaced, a word cut at its hyphen whole."""
        text = self._raw[start:end].replace(GAP, "")
        return " ".join((_CUT_WORD.sub("-", text) if "-" in text and "\n" in text else text).split())

    def is_bold(self, start: int, end: int) -> bool:
        """Whether everything between two offsets is in bold."""
        at = bisect_right(self.markdown_bold, (start, len(self.norm)))
        stretches = self.markdown_bold[max(0, at - 1) : at + 4]
        rest = range(start, end)
        covered = sum(max(0, min(e, rest.stop) - max(s, rest.start)) for s, e in stretches)
        blank = sum(1 for i in rest if self.norm[i].isspace() or self.norm[i] in ".:") if len(rest) < 400 else 0
        return bool(covered) and covered + blank >= len(rest)

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch of `norm` without blanks at its ends."""
        return trim(self.norm, start, end)

    def span(self, start: int, end: int, rule: str) -> Span:
        """The place between two offsets, blanks at its ends left out: the only maker of spans, so none can be wrong."""
        start, end = self.trim(start, end)
        first = self.plain.origin(start)
        return whole_span(self.plain.whole, first, self.plain.origin_end(end) if end > start else first, rule)


_EMPHASIS_LINE = re.compile(r"[^\n]+")


def _emphasis(match: re.Match[str]) -> str:
    """One line without its emphasis; an asterisk that begins it as a bullet stays."""
    line = match[0]
    bullet = re.match(r"[ \t]*\*(?=[ \t])", line)
    begin = bullet.end() if bullet else 0
    return line[:begin] + _EMPHASIS.sub(_gap, line[begin:]) if "*" in line or "_" in line else line


@dataclass(frozen=True)
class RunningView(View):
    """A document whose words leave out what does not run with the text: a page heading inside a sentence."""

    flow: str

    def words(self, start: int, end: int) -> str:
        """The words between two offsets as written, without markup and page headings, with single spaces."""
        return " ".join(self._shown[start:end].replace(GAP, "").split())

    @cached_property
    def _shown(self) -> str:
        """The text as written where it runs, and blanks elsewhere."""
        pairs = zip(self._raw, self.flow, strict=True)
        return "".join(sign if sign == GAP or not running.isspace() else " " for sign, running in pairs)
