"""YAML's words for null mean no value, unless they are in quotation marks."""

import pytest

from toolkit.content.values import Mapping
from toolkit.content.yaml_text import DATA_FILE, read_yaml
from toolkit.source import SourceFile


@pytest.mark.parametrize(
    ("text", "empty"),
    [("a: ~", True), ("a: null", True), ("a:", True), ('a: "~"', False), ("a: 'null'", False)],
)
def test_a_word_for_nothing_is_empty(text: str, empty: bool) -> None:
    value, faults = read_yaml(SourceFile("x.yml", text), text, DATA_FILE)
    assert isinstance(value, Mapping)
    assert not faults
    assert value.pairs[0][1].is_empty is empty
