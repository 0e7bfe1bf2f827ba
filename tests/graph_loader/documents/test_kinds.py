"""What a text is, told by how it begins."""

import pytest
from govgraph.graph_loader.documents.kinds import Kind, kind_of_text


@pytest.mark.parametrize("text", ['{"a": 1}', '[{"a": 1}]', '["a"]', "[]", "{}", "[ [1] ]", '{ \n "a"', "{"])
def test_json_begins_with_a_value_in_a_bracket(text: str) -> None:
    assert kind_of_text(text) is Kind.JSON


@pytest.mark.parametrize("text", ["{{Minutes|chapter=Orm}}\n", "[[Category:Minutes]]\n", "[Draft] Minutes"])
def test_brackets_of_a_wiki_page_are_no_json(text: str) -> None:
    assert kind_of_text(text) is Kind.TEXT
