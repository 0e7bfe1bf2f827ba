"""Roles as they are to be given: asides, counts, bodies and plurals of headings."""

from __future__ import annotations

import pytest
from govgraph.graph_loader.minutes.presence.role_forms import role_form


@pytest.mark.parametrize(
    ("said", "role", "organisation"),
    [
        ("Network Manager (notes)", "Network Manager", None),
        ("Treasurer (EL)", "Treasurer", None),
        ("Mayor (Chair to item 5)", "Mayor", None),
        ("District Officer (Moor End)", "District Officer (Moor End)", None),
        ("Principal Planner (Minerals)", "Principal Planner (Minerals)", None),
        ("Staff Governors", "Staff Governor", None),
        ("Co-opted members present", "Co-opted member", None),
        ("Chair of Governors", "Chair of Governors", None),
        ("Clerk; PC 84 Roe", "Clerk", None),
        ("treasurer, in hospital", "treasurer", None),
        ("Medical Director, Wexley Trust", "Medical Director", "Wexley Trust"),
        ("Health Inspector, Housing Department", "Health Inspector", "Housing Department"),
        ("Administrative Officer, Corporate Services", "Administrative Officer, Corporate Services", None),
        ("Assistant Director, Communities", "Assistant Director, Communities", None),
        ("Engineer, Moor West", "Engineer, Moor West", None),
        ("Clerk to Ashdale Parish Council", "Clerk", "Ashdale Parish Council"),
        ("Clerk to the Council", "Clerk to the Council", None),
        ("representative of the Allotment Society", "representative", "Allotment Society"),
        ("in the Chair, the Provost", "Provost", None),
        ("C.E.O.", "C.E.O.", None),
        ("28 other members", None, None),
        ("for Councillor Roe", None, None),
        ("Officers", None, None),
        ("Vice President, 34", "Vice President", None),
        ("Cabinet Office", None, "Cabinet Office"),
        ("Information Commissioner’s Office", None, "Information Commissioner’s Office"),
        ("Office Manager", "Office Manager", None),
        ("Operational Lead, Support Service", "Operational Lead, Support Service", None),
        ("Minutes", None, None),
        ("on behalf of the applicant", None, None),
        ("pledge by Commissioner Marsh", None, None),
    ],
)
def test_a_role_is_given_without_what_is_none(said: str, role: str | None, organisation: str | None) -> None:
    form = role_form(said)
    assert (form.role, form.organisation) == (role, organisation)
