"""What stands beside a ticked box holds; what stands beside one that is not ticked does not."""

import pytest
from govgraph.graph_loader.documents import read_bytes
from govgraph.graph_loader.minutes import parse

HEAD = "HARBOUR COMMITTEE\nMinutes of the meeting held on Monday 4 March 2024\n\n"
TAIL = "\n1. Minutes\nThe minutes were approved.\n"
SEVERAL = "Members\nCllr Ann Moor ☑ Present ☐ Apologies\nCllr Bob Dale ☐ Present ☑ Apologies\nCllr Cy Frost ☑ Present\n"
SIGNED = "Members\nCllr Ann Moor ☒ Present ☐ Apologies\nCllr Bob Dale ☐ Present ☒ Apologies\nCllr Cy Frost ☒ Present\n"
BEFORE = "Present:\n☑ Cllr Ann Moor\n☐ Cllr Bob Dale\n☑ Cllr Cy Frost\n"
AFTER = "Attendance\nCllr Ann Moor ☑ Present\nCllr Bob Dale ☐ Present\nCllr Cy Frost ☑ Present\n"
BRACKETS = "Present:\n- [x] Cllr Ann Moor\n- [ ] Cllr Bob Dale\n- [X] Cllr Cy Frost\n"


@pytest.mark.parametrize(
    "text",
    [SEVERAL, SIGNED, BEFORE, AFTER, BRACKETS],
    ids=["several", "crossed", "before", "after", "typed in brackets"],
)
def test_boxes_say_who_was_there(text: str) -> None:
    document = read_bytes(f"{HEAD}{text}{TAIL}".encode(), "minutes.txt")
    (minutes,) = parse(document)
    present = [a.person for a in minutes.attendance if a.status == "present"]
    away = [a.person for a in minutes.attendance if a.status == "apologies"]
    assert present == ["Cllr Ann Moor", "Cllr Cy Frost"]
    assert away == (["Cllr Bob Dale"] if "Apologies" in text else [])
    told = any("not ticked" in w.message for w in minutes.warnings)
    assert told == ("Apologies" not in text)
    for record in minutes.attendance:
        assert document.text[record.span.char_start : record.span.char_end] == record.span.text


MIXED = "Present:\n☑ Cllr Ann Moor\n☒ Cllr Bob Dale\n☑ Cllr Cy Frost\n"
TICKS = "Present:\n✔ Cllr Ann Moor\n✘ Cllr Bob Dale\n✔ Cllr Cy Frost\n"
BEHIND = "Present:\nCllr Ann Moor ✔\nCllr Bob Dale ✘\nCllr Cy Frost ✔\n"
IN_A_LINE = "Present: ☑ Cllr Ann Moor ☐ Cllr Bob Dale ☑ Cllr Cy Frost\n"
BEHIND_IN_A_LINE = "Present: Cllr Ann Moor ☑ Cllr Bob Dale ☐ Cllr Cy Frost ☑\n"


@pytest.mark.parametrize("text", [MIXED, TICKS, BEHIND, IN_A_LINE, BEHIND_IN_A_LINE])
def test_ticks_crosses_and_boxes_mean_the_same_before_and_behind_a_name(text: str) -> None:
    document = read_bytes(f"{HEAD}{text}{TAIL}".encode(), "minutes.txt")
    (minutes,) = parse(document)
    assert [(a.person, a.status) for a in minutes.attendance] == [
        ("Cllr Ann Moor", "present"),
        ("Cllr Cy Frost", "present"),
    ]
    assert "☑" in text[9:] or any(w.code == "not_read" for w in minutes.warnings)
