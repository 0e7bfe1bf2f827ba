"""Finite verbs: a line that has one is a sentence, and no heading and no entry of a list."""

from __future__ import annotations

import re
from functools import cache

from .entries import of_class


@cache
def finite() -> re.Pattern[str]:
    """A verb in the past tense, or one of the small verbs, as a whole word in lower case."""
    return re.compile(rf"\b(?:{'|'.join(of_class('verbs', 'auxiliary', 'said', 'done'))})\b")
