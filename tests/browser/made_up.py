"""A view with invented names, the size of a small council's year."""

from __future__ import annotations

from govgraph.visualise.model import Edge, Fact, Name, Node, Quote, View

HOSTILE = '<script>alert("x")</script> O\'Hara \u202eevil\u202c 👩‍⚖️ href'

COUNCILLORS = (
    "Avery Marsh", "Blythe Keeble", "Corin Tuck", "Delia Swann", "Edwin Larter", "Freda Howlett", "Gideon Pask",
    "Hester Gooch", "Ivor Thirtle", "Jemima Cubitt", "Kester Bloom", "Lettice Mack", "Merrick Daynes", "Nell Tooley",
    "Osric Playford", "Petra Minns", "Quentin Rudd", "Rhoda Sayer", "Silas Catchpole", "Tamsin Utting",
)  # fmt: skip
OFFICERS = ("Ursula Vane", "Vernon Wick", "Wilma Yaxley")
OUTSIDE = ("Yarrow Trust", "Zeal Community Forum", "Fenmarsh Drainage Board Liaison", "Port Users’ Association")


def _fact(number: int, label: str, date: str, text: str, *names: str) -> Fact:
    document = "2019-05-14-schools.txt" if number % 2 else "2020-11-03-schools.md"
    quotes = (Quote(text, document, 10 + number, "list.members"),)
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

    def add(kind: str, source: str, target: str, text: str, **more: object) -> None:
        number = len(facts)
        date = more.pop("date", "2019-05-14")
        label = {"substituted_for": "Substitution", "appointed": "Appointment"}.get(kind, "Attendance")
        facts.append(_fact(number, label, str(date), text, text.split(",", maxsplit=1)[0]))
        edges.append(Edge(f"e{len(edges)}", kind, source, target, facts=(f"f{number}",), **more))  # type: ignore[arg-type]

    for body in ("schools", "roads", "pensions"):
        add("part_of", body, "council", f"Fenmarsh County Council, {body}")
    for body in ("scrutiny", "small"):
        add("part_of", body, "schools", f"The {body} reports to the committee")
    for i, name in enumerate(COUNCILLORS):
        body = "schools" if i < 13 else "roads"
        more = {"certainty": "certain", "on": ("2019-05-14",), "start": "2019-05-14", "end": "2019-05-14"}
        if i % 5 == 1:
            more = {"certainty": "appointed", "start": "2019-05-14", "on": ("2019-05-14",)}
        if i % 5 == 2:
            more = {
                "certainty": "likely", "start": "2019-05-14", "end": "2020-03-10", "on": ("2019-05-14", "2020-03-10")
            }  # fmt: skip
        add(
            "sat_on",
            f"p{i:02}",
            body,
            f"Cllr {name}, {'Chair' if i == 0 else 'Member'}",
            role="Chair" if i == 0 else "",
            why="listed among those present",
            **more,
        )  # type: ignore[arg-type]
        if i % 5 == 3:
            add(
                "sat_on",
                f"p{i:02}",
                body,
                f"Cllr {name}, Member",
                date="2020-11-03",
                certainty="certain",
                on=("2020-11-03",),
                start="2020-11-03",
                end="2020-11-03",
                why="listed among those present",
            )
    for i in (0, 2, 4, 5, 14):
        add(
            "sat_on",
            f"p{i:02}",
            "scrutiny",
            f"Cllr {COUNCILLORS[i]}, Member",
            date="2020-11-03",
            certainty="certain",
            on=("2020-11-03",),
            start="2020-11-03",
            end="2020-11-03",
        )
    for i in (3, 15, 16):
        add(
            "sat_on",
            f"p{i:02}",
            "small",
            f"Cllr {COUNCILLORS[i]}, working group",
            certainty="appointed",
            start="2019-05-14",
        )
    for i in (6, 17):
        add(
            "sat_on",
            f"p{i:02}",
            "pensions",
            f"Cllr {COUNCILLORS[i]}, pensions",
            certainty="appointed",
            start="2019-05-14",
        )
    for i in range(4):
        add(
            "sat_on",
            f"p{7 + i:02}",
            f"out{i}",
            f"Cllr {COUNCILLORS[7 + i]}, {OUTSIDE[i]}",
            certainty="appointed",
            start="2019-05-14",
            end="2020-05",
        )
    add(
        "substituted_for",
        "p18",
        "p05",
        "Rhoda Sayer, substitute for Freda Howlett",
        start="2020-11-03",
        end="2020-11-03",
    )
    add("represents", "hostile", "out0", f"{HOSTILE}, Yarrow Trust")
    add(
        "sat_on",
        "hostile",
        "schools",
        f"{HOSTILE}, representative",
        certainty="certain",
        on=("2019-05-14",),
        start="2019-05-14",
        end="2019-05-14",
    )
    add(
        "sat_on",
        "twin1",
        "schools",
        "Cllr J Smith, Member",
        certainty="certain",
        on=("2019-05-14",),
        start="2019-05-14",
        end="2019-05-14",
    )
    add(
        "sat_on",
        "twin2",
        "roads",
        "Cllr J Smith, Member",
        date="2020-11-03",
        certainty="certain",
        on=("2020-11-03",),
        start="2020-11-03",
        end="2020-11-03",
    )
    add("seat_on", "seat", "small", "a Member of the Harbour Group, to be confirmed", start="2019-05-14")
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
    )
