"""The features of a phrase that may name the body of a place: its words, where it stands, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Line, Word, WordPlace
from .acts import act_of, function_word
from .headings import Above, acts, is_heading
from .lexicon import known_word, word_classes
from .shape import shape
from .steps import step_of

_STEPS = (0, 1, 2, 4, 8, 16, 40)


def phrase_features(lines: Sequence[Line], place: WordPlace) -> list[str]:
    """What the words of a phrase, and those beside it, show."""
    line, first, last = place
    words = lines[line].words[first:last]
    found = [f"words{min(len(words), 8)}", f"first:{shape(words[0])}", f"last:{shape(words[-1])}"]
    known = [k for w in words if (k := known_word(w.text))]
    found += [f"has:{k}" for k in known]
    found += [f"end:{_seen(words[-1])}", f"begin:{_seen(words[0])}"]
    found += sorted({f"class:{c}" for w in words for c in word_classes(w.text)})
    found += [f"act:{a}" for a in acts(words)]
    letters = [w.text for w in words if w.kind == "word"]
    if letters and all(w.isupper() for w in letters):
        found.append("capitals")
    if any(w.kind == "number" for w in words):
        found.append("number")
    if any(w.text in {",", "and", "&"} for w in words):
        found.append("joined")
    before = lines[line].words[first - 2 : first] if first > 1 else lines[line].words[:first]
    after = lines[line].words[last : last + 2]
    for sign, beside in (("-", before[::-1]), ("+", after)):
        for i, word in enumerate(beside, start=1):
            shown = function_word(word.text) or act_of(word.text) or known_word(word.text) or shape(word)
            found.append(f"{sign}{i}:{shown}")
    if not before:
        found.append("-edge")
    if not after:
        found.append("+edge")
    return found


def _seen(word: Word) -> str:
    """A word as a feature: itself where a list of the project has it, else its classes."""
    return known_word(word.text) or "+".join(sorted(word_classes(word.text))[:2]) or "unknown"


def between_features(lines: Sequence[Line], above: Sequence[Above], place: WordPlace, person: WordPlace) -> list[str]:
    """How a phrase stands to the person."""
    line, first, last = place
    at = person[0]
    side = "same" if line == at else "over" if line < at else "under"
    found = [f"side:{side}", f"lines:{side}{step_of(abs(at - line), _STEPS)}"]
    if line == at:
        way = "before" if last <= person[1] else "after"
        gap = lines[at].words[last : person[1]] if way == "before" else lines[at].words[person[2] : first]
        found += [f"way:{way}", f"way:{way}{step_of(len(gap), _STEPS)}"]
        found += [f"between:{way}:{a}" for a in acts(gap)]
        found += [f"between:{way}:{f}" for w in gap[:12] if (f := function_word(w.text))]
        stops = sum(1 for w in gap if w.text in {".", ";"})
        found.append(f"stops:{way}{min(stops, 3)}")
        bars = sum(1 for w in gap if w.text == "|" or w.kind == "gap")
        found.append(f"bars:{way}{min(bars, 4)}")
    else:
        found.append("heading" if is_heading(lines[line]) else "line")
        column = _column(lines[line], first)
        found.append(f"column{min(column, 3)}:{'same' if column == _column(lines[at], person[1]) else 'other'}")
        over = above[at]
        for name, index in (("heading", over.heading), ("lead", over.lead), ("columns", over.column)):
            if index == line:
                found.append(f"is:{name}")
        marked = sum(1 for k in range(min(line, at) + 1, max(line, at)) if is_heading(lines[k]))
        found.append(f"headings{min(marked, 3)}")
    return found


def _column(line: Line, at: int) -> int:
    return sum(1 for w in line.words[:at] if w.text == "|" or w.kind == "gap")
