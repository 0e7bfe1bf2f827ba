"""What is found, read though it is none, and missed, of documents that are held out."""

from __future__ import annotations

from govgraph.graph_loader.teaching.measure import Count, FactCounts, Facts, facts_of_records


def _facts(*people: tuple[str, str, str | None]) -> Facts:
    return facts_of_records({"person": name, "status": status, "role": role} for name, status, role in people)


def test_found_extra_and_missed_are_counted_kind_by_kind() -> None:
    counts = FactCounts()
    said = _facts(("Ada Quill", "present", "Chair"), ("Bo Marsh", "present", None))
    counts.add(said, _facts(("Ada Quill", "present", "Clerk"), ("Cy Fenwick", "present", None)))
    assert counts.counts["present"] == Count(found=1, extra=1, missed=1)
    assert counts.counts["role"] == Count(found=0, extra=1, missed=1)
    assert counts.right == 1 - 1 - 1


def test_the_role_of_somebody_of_whom_none_is_said_counts_neither_way() -> None:
    counts = FactCounts()
    counts.add(_facts(("Ada Quill", "present", None)), _facts(("Ada Quill", "present", "Chair")))
    assert counts.counts["role"] == Count()
    assert counts.counts["role"].f1 is None
