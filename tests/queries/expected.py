"""What each query module must answer, computed by walking through the plain graph. One function a module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from .graph import PlainGraph, Row

Given = dict[str, Any]
LISTED = ("present", "apologies", "absent")


def _in_time(g: PlainGraph, meeting: str | None, given: Given) -> bool:
    date = g.get(meeting, "date")
    low, high = given.get("from"), given.get("to")
    return (not low or (date is not None and date >= low)) and (not high or (date is not None and date <= high))


def _mention(g: PlainGraph, fact: str, type_: str) -> str | None:
    return g.end(fact, type_)


def _name(g: PlainGraph, mention: str | None) -> Any:
    person = g.person_of(mention)
    return g.get(person, "name") if person else g.get(mention, "text")


def _id(g: PlainGraph, mention: str | None) -> Any:
    return g.get(g.person_of(mention), "id")


def _facts(g: PlainGraph, label: str, given: Given) -> Iterator[tuple[str, str, str | None]]:
    """Facts of a label at meetings in the time asked for, with the meeting and its body."""
    for fact in g.nodes(label):
        meeting = g.meeting_of(fact)
        if meeting and _in_time(g, meeting, given):
            yield fact, meeting, g.body_of(meeting)


def _wanted(given: Given, body_id: Any, *people: Any) -> bool:
    wanted_body, wanted_person = given.get("body_id"), given.get("person_id")
    return (not wanted_body or body_id == wanted_body) and (not wanted_person or wanted_person in people)


def _properties(g: PlainGraph, fact: str, *names: str) -> Row:
    return {name: g.get(fact, name) for name in names}


def _about_a_person(
    label: str, names: tuple[str, ...], more: Callable[[PlainGraph, str], Row] = lambda g, f: {}
) -> Callable[[PlainGraph, Given], list[Row]]:
    """Facts with one person at a meeting: attendance, declarations, votes."""

    def answer(g: PlainGraph, given: Given) -> list[Row]:
        rows = []
        for fact, meeting, body in _facts(g, label, given):
            mention = _mention(g, fact, "PERSON")
            if mention is None or not _wanted(given, g.get(body, "id"), _id(g, mention)):
                continue
            rows.append(
                {
                    "date": g.get(meeting, "date"),
                    "body": g.get(body, "name"),
                    "body_id": g.get(body, "id"),
                    "person": _name(g, mention),
                    "person_id": _id(g, mention),
                    "fact_id": g.get(fact, "id"),
                    "corrected": g.get(fact, "corrected"),
                }
                | _properties(g, fact, *names)
                | more(g, fact)
                | g.place(fact)
            )
        return rows

    return answer


def _motion_of(g: PlainGraph, vote: str) -> Row:
    motion = g.end(vote, "ON")
    return {"motion": g.get(motion, "text"), "outcome": g.get(motion, "outcome")}


def substitutions(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact, meeting, body in _facts(g, "Substitution", given):
        came, away = _mention(g, fact, "SUBSTITUTE"), _mention(g, fact, "ABSENT")
        if not _wanted(given, g.get(body, "id"), _id(g, came), _id(g, away)):
            continue
        rows.append(
            {
                "date": g.get(meeting, "date"),
                "body": g.get(body, "name"),
                "body_id": g.get(body, "id"),
                "substitute": _name(g, came),
                "substitute_id": _id(g, came),
                "absent": _name(g, away),
                "absent_id": _id(g, away),
                "fact_id": g.get(fact, "id"),
                "corrected": g.get(fact, "corrected"),
            }
            | g.place(fact)
        )
    return rows


def appointments(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Appointment"):
        meeting = g.meeting_of(fact)
        if not meeting or not _in_time(g, meeting, given):
            continue
        body, maker = g.end(fact, "TO"), g.end(fact, "MADE_BY")
        person, old = _mention(g, fact, "PERSON"), _mention(g, fact, "REPLACES")
        if not _wanted(given, g.get(body, "id"), _id(g, person), _id(g, old)):
            continue
        rows.append(
            {
                "date": g.get(meeting, "date"),
                "body": g.get(body, "name"),
                "body_id": g.get(body, "id"),
                "person": _name(g, person),
                "person_id": _id(g, person),
                "replaces": _name(g, old),
                "replaces_id": _id(g, old),
                "made_by": g.get(maker, "name"),
                "fact_id": g.get(fact, "id"),
                "corrected": g.get(fact, "corrected"),
            }
            | _properties(
                g, fact, "holder", "represents", "role", "action", "outcome", "start", "end", "term", "decision"
            )
            | g.place(fact)
        )
    return rows


def delegations(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact, meeting, body in _facts(g, "Delegation", given):
        holders = set()
        for _, role, _ in g.out(fact, "DELEGATE", "CONSULTS"):
            for _, other, _ in g.into(role, "AS"):
                holders.add(_id(g, _mention(g, other, "PERSON")))
        if not _wanted(given, g.get(body, "id"), *(h for h in holders if h)):
            continue
        rows.append(
            {
                "date": g.get(meeting, "date"),
                "body": g.get(body, "name"),
                "body_id": g.get(body, "id"),
                "fact_id": g.get(fact, "id"),
                "corrected": g.get(fact, "corrected"),
            }
            | _properties(g, fact, "function", "delegate", "consult_any", "consult_also", "condition")
            | g.place(fact)
        )
    return rows


def people(g: PlainGraph, given: Given) -> list[Row]:
    return [_properties(g, p, "id", "name", "sort_name", "kind") for p in g.nodes("Person")]


def bodies(g: PlainGraph, given: Given) -> list[Row]:
    return [
        _properties(g, b, "id", "name", "kind")
        | {"part_of": min((g.get(e, "name") for _, e, _ in g.out(b, "PART_OF")), default=None)}
        for b in g.nodes("Body")
    ]


def _mentions_of(label: str) -> Callable[[PlainGraph, Given], list[Row]]:
    def answer(g: PlainGraph, given: Given) -> list[Row]:
        rows = []
        for subject in g.nodes(label):
            for _, mention, means in g.into(subject, "REFERS_TO"):
                dates = [g.get(f, "date") for f in g.nx.predecessors(mention) if g.is_a(f, "Fact")]
                for document, line in _found(g, mention):
                    rows.append(
                        {
                            "id": g.get(subject, "id"),
                            "document": document,
                            "line": line,
                            "text": g.get(mention, "text"),
                            "mention_id": g.get(mention, "id"),
                            "slot": g.get(mention, "slot"),
                            "basis": means.get("basis"),
                            "reasons": means.get("reasons"),
                            "date": min((d for d in dates if d), default=None),
                        }
                    )
        return rows

    return answer


def _found(g: PlainGraph, mention: str) -> list[tuple[Any, Any]]:
    places = []
    for _, passage, _ in g.out(mention, "FOUND_IN"):
        version = g.end(passage, "IN")
        if version and not g.get(version, "superseded"):
            for _, document, has in g.into(version, "HAS_VERSION"):
                if has["current"]:
                    places.append((g.get(document, "name"), g.get(passage, "line_start")))
    return places


def open_mentions(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for mention in g.nodes("Mention"):
        candidates = [
            {
                "person": g.get(p, "name"),
                "person_id": g.get(p, "id"),
                "score": e.get("score"),
                "reasons": e.get("reasons"),
            }
            for _, p, e in g.out(mention, "MAY_BE")
            if g.is_a(p, "Person")
        ]
        if not candidates:
            continue
        candidates.sort(key=lambda c: (-c["score"], c["person"]))
        dates = [g.get(f, "date") for f in g.nx.predecessors(mention) if g.is_a(f, "Fact")]
        for document, line in _found(g, mention):
            rows.append(
                {
                    "text": g.get(mention, "text"),
                    "candidates": candidates,
                    "document": document,
                    "line": line,
                    "date": min((d for d in dates if d), default=None),
                    "mention_id": g.get(mention, "id"),
                }
            )
    return rows


def find_bodies(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for body in g.nodes("Body"):
        parent = min((g.get(e, "name") for _, e, _ in g.out(body, "PART_OF")), default=None)
        rows.append(
            {
                "id": g.get(body, "id"),
                "name": g.get(body, "name"),
                "names": {g.get(m, "text") for _, m, _ in g.into(body, "REFERS_TO")},
                "detail": parent or g.get(body, "kind"),
            }
        )
    return rows


def _hint(g: PlainGraph, person: str) -> str | None:
    """The body whose meetings somebody attended most, by name where two are equal, with the years."""
    days: dict[str, list[str]] = defaultdict(list)
    for _, meeting, _ in g.out(person, "ATTENDED"):
        for _, body, _ in g.out(meeting, "OF"):
            days[g.get(body, "name")].append(g.get(meeting, "date"))
    if not days:
        return None
    name = min(days, key=lambda n: (-len(days[n]), n))
    first, last = min(days[name])[:4], max(days[name])[:4]
    return f"{name} {first}" + ("" if first == last else f"–{last}")


def find_people(g: PlainGraph, given: Given) -> list[Row]:
    return [
        {
            "id": g.get(p, "id"),
            "name": g.get(p, "name"),
            "names": {g.get(m, "text") for _, m, _ in g.into(p, "REFERS_TO")},
            "detail": _hint(g, p),
        }
        for p in g.nodes("Person")
    ]


def evidence(g: PlainGraph, given: Given) -> list[Row]:
    rows = []
    for fact in g.nodes("Fact"):
        if g.get(fact, "id") not in given["facts"]:
            continue
        (label,) = g.nx.nodes[fact]["labels"] - {"Fact"}
        for edge, passage, document in g.passages(fact):
            rows.append(
                {
                    "fact_id": g.get(fact, "id"),
                    "label": label,
                    "part": edge["part"],
                    "rule": edge["rule"],
                    **g.placed(passage, document),
                }
            )
    return rows


def counts(g: PlainGraph, given: Given) -> list[Row]:
    return [
        {
            "documents": len(g.nodes("Document")),
            "meetings": sum(g.get(m, "status") != "register" for m in g.nodes("Meeting")),
            "facts": len(g.nodes("Fact")),
            "people": len(g.nodes("Person")),
            "bodies": len(g.nodes("Body")),
            "open_names": sum(1 for m in g.nodes("Mention") if any(g.out(m, "MAY_BE"))),
            "warnings": len(g.nodes("Warning")),
        }
    ]


def _became(g: PlainGraph, fact: str) -> Row:
    status = g.get(g.meeting_of(fact), "status")
    return {"meeting": None if status == "held" else status}


attendance = _about_a_person("Attendance", ("status", "capacity", "role"), _became)
declarations = _about_a_person("Declaration", ("kind", "item", "reason", "left_meeting"))
votes = _about_a_person("Vote", ("vote",), _motion_of)
people_mentions = _mentions_of("Person")
bodies_mentions = _mentions_of("Body")
