"""A view with invented names, the size of a small council's year."""

from __future__ import annotations

from typing import Any

from govgraph.visualise.model import Attendance, Edge, Fact, Name, Node, Quote, View

HOSTILE = '<script>alert("x")</script> O\'Hara \u202eevil\u202c 👩‍⚖️ href'

COUNCILLORS = (
    "Avery Marsh", "Blythe Keeble", "Corin Tuck", "Delia Swann", "Edwin Larter", "Freda Howlett", "Gideon Pask",
    "Hester Gooch", "Ivor Thirtle", "Jemima Cubitt", "Kester Bloom", "Lettice Mack", "Merrick Daynes", "Nell Tooley",
    "Osric Playford", "Petra Minns", "Quentin Rudd", "Rhoda Sayer", "Silas Catchpole", "Tamsin Utting",
)  # fmt: skip
OFFICERS = ("Ursula Vane", "Vernon Wick", "Wilma Yaxley")
OUTSIDE = ("Yarrow Trust", "Zeal Community Forum", "Fenmarsh Drainage Board Liaison", "Port Users’ Association")


FIRST, MIDDLE, LAST = "2019-05-14", "2020-03-10", "2020-11-03"
APPOINTED = {"certainty": "appointed", "start": FIRST, "on": (FIRST,), "why": "appointed, and nothing ended it"}
LIKELY = {"certainty": "likely", "start": FIRST, "end": MIDDLE, "on": (FIRST, MIDDLE), "why": "listed on both sides"}


def listed(day: str) -> dict[str, Any]:
    """A spell of one day, on which a meeting lists the person."""
    return {"certainty": "certain", "start": day, "end": day, "on": (day,), "why": "listed among those present"}


def _fact(number: int, label: str, date: str, text: str, *names: str) -> Fact:
    document = "2019-05-14-schools.txt" if number % 2 else "2020-11-03-schools.md"
    uri = f"https://minutes.example/{document}#:~:text=x" if number % 2 else None
    quotes = (Quote(text, document, 10 + number, "list.members", uri=uri),)
    return Fact(f"f{number}", label, date, quotes, tuple(Name(n, n.removeprefix("Cllr ")) for n in names))


def small_council() -> View:
    """One council, five of its bodies, four outside; spells of each certainty, substitutions, a seat and roles."""
    nodes = [
        Node("council", "council", "Fenmarsh County Council"),
        Node("schools", "committee", "Schools and Skills Committee"),
        Node("roads", "committee", "Roads Committee"),
        Node("scrutiny", "sub_committee", "Schools Scrutiny Sub-Committee"),
        Node("small", "working_group", "Small Schools Working Group"),
        Node("pensions", "board", "Pensions Board"),
        Node("party", "political_group", "Harbour Group"),
        Node("seat", "seat", "A member of the Harbour Group"),
        Node("role", "role", "Executive Member for Schools"),
    ]
    nodes += [Node(f"out{i}", "external_body", name) for i, name in enumerate(OUTSIDE)]
    nodes += [
        Node(
            f"p{i:02}",
            "councillor",
            name,
            f"{name.split()[1]}, {name.split()[0]}",
            names=(f"Cllr {name}", f"Mr {name[0]} {name.split()[1]}"),
        )
        for i, name in enumerate(COUNCILLORS)
    ]
    nodes += [
        Node(f"o{i}", "officer", name, f"{name.split()[1]}, {name.split()[0]}") for i, name in enumerate(OFFICERS)
    ]
    nodes += [
        Node("hostile", "representative", HOSTILE, "O'Hara"),
        Node("twin1", "councillor", "John Smith", "Smith, John"),
        Node("twin2", "councillor", "John Smith", "Smith, John"),
    ]
    edges: list[Edge] = []
    facts: list[Fact] = []

    def add(kind: str, source: str, target: str, text: str, **more: Any) -> None:
        number = len(facts)
        label = {"substituted_for": "Substitution", "appointed": "Appointment"}.get(kind, "Attendance")
        date = more.get("start") or FIRST
        facts.append(_fact(number, label, date, text, text.split(",", maxsplit=1)[0]))
        edges.append(Edge(f"e{number}", kind, source, target, facts=(f"f{number}",), **more))

    for body in ("schools", "roads", "pensions"):
        add("part_of", body, "council", f"Fenmarsh County Council, {body}")
    for body in ("scrutiny", "small"):
        add("part_of", body, "schools", f"The {body} reports to the committee")
    spells = {1: APPOINTED, 2: LIKELY}
    for i, name in enumerate(COUNCILLORS):
        body, role = "schools" if i < 13 else "roads", "Chair" if i == 0 else ""
        add(
            "sat_on",
            f"p{i:02}",
            body,
            f"Cllr {name}, {role or 'Member'}",
            role=role,
            **spells.get(i % 5, listed(FIRST)),
        )
        if i % 5 == 3:
            add("sat_on", f"p{i:02}", body, f"Cllr {name}, Member", **listed(LAST))
    for i in (0, 2, 4, 5, 14):
        add("sat_on", f"p{i:02}", "scrutiny", f"Cllr {COUNCILLORS[i]}, Member", **listed(LAST))
    for i, body in ((3, "small"), (15, "small"), (16, "small"), (6, "pensions"), (17, "pensions")):
        add("sat_on", f"p{i:02}", body, f"Cllr {COUNCILLORS[i]}, {body}", certainty="appointed", start=FIRST)
    for i, name in enumerate(OUTSIDE):
        text = f"Cllr {COUNCILLORS[7 + i]}, {name}"
        add("sat_on", f"p{7 + i:02}", f"out{i}", text, certainty="certain", start=FIRST, end="2020-05")
    text = "Silas Catchpole, substitute for Freda Howlett"
    add("substituted_for", "p18", "p05", text, start=LAST, end=LAST)
    add("represents", "hostile", "out0", f"{HOSTILE}, Yarrow Trust")
    add("sat_on", "hostile", "schools", f"{HOSTILE}, representative", **listed(FIRST))
    add("sat_on", "twin1", "schools", "Cllr J Smith, Member", **listed(FIRST))
    add("sat_on", "twin2", "roads", "Cllr J Smith, Member", **listed(LAST))
    add("seat_on", "seat", "small", "a Member of the Harbour Group, to be confirmed", start=FIRST)
    add("holds", "p00", "role", "Cllr Avery Marsh, Executive Member")
    add("of", "role", "council", "Executive Member for Schools")
    return View(
        "Fenmarsh County Council",
        tuple(nodes),
        tuple(edges),
        tuple(facts),
        notes=("Members of the public are left out.",),
        meetings=(
            ("2019-05-14", "Schools and Skills Committee"),
            ("2020-03-10", "Schools and Skills Committee"),
            ("2020-11-03", "Schools and Skills Committee"),
        ),
        attendance=(
            Attendance("p00", "schools", FIRST, "present"),
            Attendance("p00", "schools", MIDDLE, "present"),
            Attendance("p00", "schools", LAST, "apologies"),
        ),
    )
