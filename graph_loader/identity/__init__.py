"""Names as written to people and bodies: evidence, vetoes, human judgements."""

from .bodies.resolve import resolve_bodies
from .context import NameInContext
from .outcome import Bodies, BodyEntity, Candidate, Decision, People, PersonEntity
from .resolve_people import resolve_people

__all__ = [
    "Bodies",
    "BodyEntity",
    "Candidate",
    "Decision",
    "NameInContext",
    "People",
    "PersonEntity",
    "resolve_bodies",
    "resolve_people",
]
