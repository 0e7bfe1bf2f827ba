"""Words that are used alike are in one cluster; what is no word of the language is in none."""

from __future__ import annotations

import re

from govgraph.graph_loader.minutes.features import clusters as module
from govgraph.graph_loader.minutes.features.clusters import clusters


def test_words_used_alike_share_a_cluster_and_others_do_not() -> None:
    assert clusters("treasurer") == clusters("Secretaries") == clusters("liaison.")
    assert clusters("treasurer") != clusters("bridge")
    assert [feature[:2] for feature in clusters("bridge")] == ["k:", "K:"]


def test_what_is_no_word_of_the_language_has_none() -> None:
    assert clusters("Wexmoorshire") == clusters("12") == clusters("|") == ()


def test_the_file_has_words_in_small_letters_alone_each_once() -> None:
    rows = [r for r in module._TABLE.read_text("utf-8").splitlines() if not r.startswith("#")]
    words = [word for row in rows for word in row.partition(": ")[2].split()]
    assert len(words) == len(set(words)) > 10_000
    assert all(re.fullmatch("[a-z]{2,}", word) for word in words)
