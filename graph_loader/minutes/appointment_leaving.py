"""Places given up or taken away: removed, stepped down, resigned."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..parsed_minutes import Action
from .appointment_sentences import in_item_about_places, is_interest, placings_in, role_in
from .placing import Placing, is_place
from .reading import Reading
from .tagging import rule

_REMOVED = rule(
    r"<PP:person>,? (?:(?:would|will|should|is to|to|has|had|have) )?(?:be |been |was |were )?"
    r"(?P<verb>removed from|step(?:ped)? down (?:as (?P<role>[^.;,\n\ue000-\ue009]{3,60}?) )?(?:from|of)"
    r"|cease(?:d)? to be (?:a )?members? of|stood down from|left|retired from|withdr[ae]wn? from|leave) (?:the )?"
    r"<B:body>"
)
_RESIGNED = rule(
    r"<PP:person>,? (?:(?:had|has|have|having|was|formally|also|recently) )*"
    r"(?:resigned|tendered (?:his|her|their) resignation|stepped down|stood down"
    r"|given notice of (?:his|her) resignation)(?: (?:as|from (?:the (?:office|position|post|role) of|being|his|her))"
    r"(?: (?:a|an|the))? (?P<role>[^.;,\n\ue000-\ue009]{3,50}?))?"
    r"(?= (?:from|of|on|with|and|due|owing|since|because|effective|after|at|to) |[.,;\n]|$)"
    r"(?: (?:from|of) (?:the )?(?:<B:body>|council|parish council))?"
)
_RESIGNATION = rule(
    r"\b(?:resignation (?:letter )?(?:of|from|by)|letter of resignation (?:had been |was )?(?:received )?(?:from|by)"
    r"|resignation (?:was|had been) received from) <PP:person>"
    r"(?: (?:as|from) (?:the )?(?P<role>[^.;,\n\ue000-\ue009]{3,50}?)(?=[.,;\n]| (?:of|from|on|with|due) ))?"
    r"(?: from (?:the )?<B:body>)?"
)
_FOR_THIS_MEETING = re.compile(r"\btemporary resignation|for (?:the purposes of )?this meeting\b", re.IGNORECASE)
"""A resignation that only makes room for a substitute."""


def read_leaving(reading: Reading) -> Iterator[Placing]:
    """Everybody who leaves a body, and then everybody who resigns, the body named or not."""
    for m in reading.finditer(_REMOVED):
        verb = m["verb"].lower()
        if is_interest(reading.sentence_text(m)):
            continue
        if verb in {"left", "leave"} and not in_item_about_places(reading, m.start()):
            continue  # who left the meeting of the committee is still on it
        action: Action = "remove" if "removed" in verb else "resign"
        yield from placings_in(reading, m, "leaving", action, role_in(m))
    for pattern in (_RESIGNED, _RESIGNATION):
        for m in reading.finditer(pattern):
            role = role_in(m)
            if _FOR_THIS_MEETING.search(reading.sentence_text(m)) or not (role == "member" or is_place(role)):
                continue
            yield from placings_in(reading, m, "resigned", "resign", role, outcome="noted")
