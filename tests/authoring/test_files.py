"""The files derived from fields, lists and registers are up to date."""

import json
from functools import cache
from typing import Any

import pytest
import yaml

from tests.checkouts import SAMPLE
from toolkit.authoring.files import made_files
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Kind
from toolkit.content.tables import fields_of

FORMS = ("suggest-resource.yml", "suggest-practice.yml", "report-mistake.yml")


@cache
def content() -> Content:
    return read_content(SAMPLE)


@cache
def made() -> dict[str, str]:
    return made_files(content())


def form(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(made()[f".github/ISSUE_TEMPLATE/{name}"])
    return read


@pytest.mark.parametrize("name", FORMS)
def test_form_is_one_that_github_takes(name: str) -> None:
    read = form(name)
    assert set(read) == {"name", "description", "title", "body"}
    ids = [element["id"] for element in read["body"] if element["type"] != "markdown"]
    labels = [part["attributes"].get("label") for part in read["body"] if "id" in part]
    assert len(ids) == len(set(ids))
    assert len(labels) == len(set(labels))
    for element in read["body"]:
        assert element["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        attributes = element["attributes"]
        if element["type"] == "markdown":
            assert set(attributes) == {"value"}
            continue
        assert attributes["label"]
        if element["type"] == "dropdown":
            options = attributes["options"]
            assert len(options) == len(set(options)) > 1
            assert all(isinstance(option, str) and option != "None" for option in options)


@pytest.mark.parametrize(("name", "kind"), [(FORMS[0], Kind.RESOURCE), (FORMS[1], Kind.PRACTICE)])
def test_form_offers_the_terms_of_the_lists(name: str, kind: Kind) -> None:
    lists = {
        element["id"]: element["attributes"]["options"]
        for element in form(name)["body"]
        if element["type"] == "dropdown"
    }
    for field in fields_of(kind).values():
        if field.vocabulary:
            vocabulary = content().vocabularies[field.vocabulary]
            labels = [
                term.labels["en"]
                for term in vocabulary.terms.values()
                if not (vocabulary.name == "themes" and term.id in vocabulary.narrower)
            ]
            assert lists[field.name] == labels


def test_snippets() -> None:
    text = made()[".vscode/entry.code-snippets"]
    read = json.loads(text.partition("\n")[2])
    assert {
        f"Field {name}" for kind in (Kind.RESOURCE, Kind.PRACTICE) for name in fields_of(kind)
    } <= (set(read))
    themes = read["Field themes"]["body"][0]
    assert themes.startswith("themes: [${1|")
    for term in content().vocabularies["themes"].terms.values():
        assert (f"|{term.id}," in themes or f",{term.id}" in themes) is (
            term.id not in content().vocabularies["themes"].narrower
        )
    today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
    assert read["Field added"]["body"] == [f"added: ${{1:{today}}}"]
    assert any(line.startswith("added: ${") for line in read["New resource"]["body"])
    assert read["New practice"]["body"][0] == "---"
    assert "## Limitations" in read["New practice"]["body"]
