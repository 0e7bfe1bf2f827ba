"""The page of a meeting in Legistar (`MeetingDetail.aspx`) and of an action on a file (`HistoryDetail.aspx`).

The meeting's name, date (month first), time and place stand in elements with the identifiers `hypName`, `lblDate`,
`lblTime` and `lblLocation`, a roll call in the table `gridRollCall` with the columns Person Name and Attendance.
"""

from __future__ import annotations

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..left_out import LeftOut
from ..structure import Written
from ..web.rewriting import Rewriting, holds, text_of
from .attendance_lists import Attendee, attendance_lists
from .meeting_head import head_sentence

_PLACE = "ctl00_ContentPlaceHolder1_"
_NUMBERS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")


def rewritten(tree: LexborHTMLParser, left: LeftOut) -> Rewriting | None:  # noqa: ARG001 - all forms take the same
    """What is written of a page of Legistar; none for any other page."""
    name, day = tree.css_first(f"#{_PLACE}hypName"), tree.css_first(f"#{_PLACE}lblDate")
    roll = tree.css_first(f"#{_PLACE}gridRollCall_ctl00") or tree.css_first(f"#{_PLACE}gridRollCall table")
    if (name is None or day is None) and roll is None:
        return None
    page = Rewriting()
    if name is not None and day is not None:
        time, place = tree.css_first(f"#{_PLACE}lblTime"), tree.css_first(f"#{_PLACE}lblLocation")
        body = text_of(name)
        sentence = head_sentence(body, _month_first(text_of(day)), text_of(time), text_of(place))
        page.write(name, Written("heading", body, 1), Written("paragraph", sentence))
        page.skip(*(node for node in (day, time, place) if node is not None))
        for label in ("Name", "Date", "Time", "Location"):
            page.skip(*tree.css(f"#{_PLACE}lbl{label}X"))
        _lay_out_around(name, page)
    if roll is not None:
        lists, notes = attendance_lists(_called(roll))
        page.write(roll, *lists)
        page.notes += notes
        _lay_out_around(roll, page)
    return page


def _called(roll: LexborNode) -> list[Attendee]:
    found = []
    for row in roll.css("tr"):
        cells = [text_of(cell) for cell in row.css("td")]
        if len(cells) > 1 and cells[0] and not holds(row, "tr"):
            found.append(Attendee(cells[0], "", cells[1]))
    return found


def _month_first(when: str) -> str:
    """A date as Legistar writes it, month before day, so that nobody takes the month for the day; else as written."""
    found = _NUMBERS.fullmatch(when)
    try:
        return date(int(found[3]), int(found[1]), int(found[2])).isoformat() if found else when
    except ValueError:
        return when


def _lay_out_around(node: LexborNode, page: Rewriting) -> None:
    above = node.parent
    while above is not None:
        if (above.tag or "") == "table":
            page.lays_out.add(above.mem_id)
        above = above.parent
