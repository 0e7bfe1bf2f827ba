"""Names as written to people and bodies: evidence, vetoes, human judgements."""

from .context import NameInContext
from .outcome import Bodies, Candidate, Decision, People
from .resolve_bodies import resolve_bodies
from .resolve_people import resolve_people

__all__ = ["Bodies", "Candidate", "Decision", "NameInContext", "People", "resolve_bodies", "resolve_people"]
