"""From clusters to what is kept: people with their names, what every name means, and what it may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..folding import fold
from ..lexicon.name_words import short_forms
from ..lexicon.person_name import PersonName
from ..lexicon.typos import is_typo
from ..records import digest
from .bare_surnames import Ambiguous
from .cluster import Cluster, evidence, score, vetoes
from .judgements import Constraints
from .outcome import Candidate, Decision, People, PersonEntity, PersonKind
from .profile import Open, Profile
from .slips import letters_of


def person_id(earliest: str) -> str:
    """The id of a person, from that of the earliest name that means them, so that it stays."""
    return "p-" + digest(earliest)


def outcome_of(
    clusters: Sequence[Cluster],
    ambiguous: Sequence[Ambiguous],
    left: Sequence[Open],
    constraints: Constraints,
    asked: Sequence[tuple[Cluster, Cluster]] = (),
) -> People:
    """The people of clusters, with what every name means and what the open ones may mean.

    `asked` are people whom a sentence says to be one and something else keeps apart.
    """
    entities: dict[str, PersonEntity] = {}
    refers: dict[str, Decision] = {}
    may_be: dict[str, tuple[Candidate, ...]] = {}
    owner: dict[int, str] = {}
    for cluster in clusters:
        key = person_id(cluster.first[3])
        entities[key] = PersonEntity(key, _display(cluster), _sort_name(cluster), _kind(cluster))
        joined = tuple(dict.fromkeys(cluster.reasons))[:4]
        for profile in cluster.profiles:
            owner[id(profile)] = key
            for mention, named in profile.mentions.items():
                across = joined if len(cluster.profiles) > 1 and named.basis == "same_name" else ()
                basis = "evidence" if across else named.basis
                judged = constraints.reasons(mention)
                if judged and constraints.kept_with(mention):
                    basis = "human"
                reasons = (*judged, *(() if basis == "human" and judged else (named.reason, *across)))
                refers[mention] = Decision(key, basis, reasons, _usual_spelling(cluster, profile, named.name))
    clusters_of = {id(p): c for c in clusters for p in c.profiles}
    for profile, fitting in ambiguous:
        # Clusters that were joined after the name was left open are one candidate, or the only one.
        merged = {owner[id(c.profiles[0])]: clusters_of[id(c.profiles[0])] for c in fitting}
        if len(merged) == 1:
            ((key, cluster),) = merged.items()
            why = f"all whom “{profile.best.text}” can mean are one person"
            for mention in profile.mentions:
                refers[mention] = Decision(key, "only_one", (why,))
            continue
        found = [(key, evidence(c, Cluster.of([profile]))) for key, c in merged.items()]
        total = sum(max(score(e), 0.1) for _, e in found)
        candidates = sorted(
            (Candidate(key, round(max(score(e), 0.1) / total, 3), tuple(x.reason for x in e)) for key, e in found),
            key=lambda x: (-x.score, x.entity),
        )
        for mention in profile.mentions:
            may_be[mention] = tuple(candidates)
    for undecided in left:
        options = [owner[id(p)] for p in undecided.candidates if id(p) in owner]
        unique = sorted({*options, *(e for e in undecided.elsewhere if e)})
        if len(unique) == 1 and len(undecided.candidates) + len(undecided.elsewhere) > 1:
            refers[undecided.mention] = Decision(unique[0], "same_meeting", (undecided.reason, "both are one person"))
        elif unique:
            may_be[undecided.mention] = tuple(
                Candidate(e, round(1 / max(2, len(unique)), 3), (undecided.reason,)) for e in unique
            )
    return People(entities, refers, may_be, _undecided(clusters) | _pairs(asked))


def _undecided(clusters: Sequence[Cluster]) -> frozenset[tuple[str, str]]:
    """Pairs of people of one surname, or of one name with other blanks, whom nothing keeps apart or joins."""
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for key in {cluster.best.surname, *(f"full name {x}" for x in letters_of(cluster.names))}:
            blocks[key].append(cluster)
    found: list[tuple[Cluster, Cluster]] = []
    for block in blocks.values():
        for i, one in enumerate(block):
            found += [(one, other) for other in block[i + 1 :] if not vetoes(one, other)]
    return _pairs(found)


def _pairs(found: Iterable[tuple[Cluster, Cluster]]) -> frozenset[tuple[str, str]]:
    ids = (sorted((person_id(one.first[3]), person_id(other.first[3]))) for one, other in found)
    return frozenset((first, second) for first, second in ids)


def _usual_spelling(cluster: Cluster, profile: Profile, name: PersonName) -> str | None:
    """The form of a name that its own meeting writes more, where that differs by a letter; else none."""
    counts: dict[PersonName, int] = defaultdict(int)
    for here in cluster.profiles:
        if here.meeting == profile.meeting:
            for named in here.mentions.values():
                counts[named.name] += 1
            for listed in here.listed:
                counts[listed] += 2
    own = counts[name]
    usual = [other for other, n in counts.items() if n > own and _misspelt(name, other)]
    return min(usual, key=lambda n: (-counts[n], n.text)).text if usual else None


def _misspelt(one: PersonName, other: PersonName) -> bool:
    if not one.surname or not other.surname:
        return False
    if one.surname != other.surname:
        return is_typo(one.surname, other.surname)
    if not (one.given and other.given) or one.given[0] == other.given[0]:
        return False
    return is_typo(one.given[0], other.given[0]) and not _short_form(one.given[0], other.given[0])


def _short_form(one: str, other: str) -> bool:
    return any(one in group and other in group for group in short_forms())


def _display(cluster: Cluster) -> str:
    """The fullest name as written, in the form that lists use most; capitals only where no other form is there."""
    best = cluster.best
    forms: dict[str, int] = defaultdict(int)
    for profile in cluster.profiles:
        for name in (*profile.names, *profile.listed, *profile.listed):
            if (len(name.given) > 0, len(name.initials) > 0) == (len(best.given) > 0, len(best.initials) > 0):
                forms[name.text] += 1
    text = min(forms, key=lambda t: (t.isupper(), _in_capitals(t), -forms[t], -len(t), t))
    return text.title() if text.isupper() else text


def _in_capitals(text: str) -> int:
    """How many words of a name are written in capitals, as surnames are that stand first: `FENMAN Paul`."""
    return sum(word.isupper() and len(word) > 3 for word in text.split())


def _sort_name(cluster: Cluster) -> str:
    best = cluster.best
    first = " ".join(g.title() for g in best.given) or " ".join(i.upper() for i in best.initials)
    surname = _written_surname(best)
    return f"{surname}, {first}" if first else surname


def _written_surname(name: PersonName) -> str:
    words = name.text.split(",")[0].split()
    for length in range(1, len(words) + 1):
        written = " ".join(words[-length:])
        if "".join(c for c in fold(written) if c.isalnum()) == name.surname:
            return written.title() if written.isupper() else written
    return words[-1] if words else name.text


def _kind(cluster: Cluster) -> PersonKind:
    counts: dict[str, int] = defaultdict(int)
    for profile in cluster.profiles:
        for kind in profile.kinds:
            counts[kind] += 1
    if counts["councillor"]:
        return "councillor"
    if counts["officer"] > counts["member"]:
        return "officer"
    if counts["representative"]:
        return "representative"
    if counts["member"]:
        return "councillor"
    return "public" if counts["public"] else "officer" if counts["officer"] else "other"
