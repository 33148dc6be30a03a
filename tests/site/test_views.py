"""Every name in a template is a field of its page, or one that all templates may use."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound, UndefinedError, meta, nodes

import toolkit.pages
from tests.pages.small import ENGLISH, catalogue_of, pages_of
from toolkit.pages.page import Page
from toolkit.problems import ToolkitError
from toolkit.site.environment import (
    Setting,
    make_environment,
    render,
    site_environment,
    template_globals,
)
from toolkit.site.publication import Publication

SETTING = Setting(ENGLISH, Publication("https://www.example.org/"))
OWN = {"view", "root"}
PROPERTIES = {name for name, value in vars(Page).items() if isinstance(value, property)}


def page_classes() -> Iterator[type[Page]]:
    for module in pkgutil.iter_modules(toolkit.pages.__path__, f"{toolkit.pages.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Page) and value.template:
                yield value


CLASSES = {one.template: one for one in page_classes()}


@cache
def of_site() -> Environment:
    return site_environment(SETTING)


@cache
def tree(name: str) -> nodes.Template:
    loader = of_site().loader
    assert loader is not None
    source, _, _ = loader.get_source(of_site(), name)
    return of_site().parse(source)


def used(name: str) -> Iterator[str]:
    """A template and everything that it extends, includes or uses as a frame."""
    yield name
    parsed = tree(name)
    others = {other for other in meta.find_referenced_templates(parsed) if other}
    for call in parsed.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "frame":
            others.add(str(call.args[0].as_const()))
    for other in sorted(others):
        yield from used(other)


@cache
def attributes(name: str) -> set[str]:
    """The fields of its page that a template reads."""
    return {
        node.attr
        for node in tree(name).find_all(nodes.Getattr)
        if isinstance(node.node, nodes.Name) and node.node.name == "view"
    }


def test_each_template_of_a_page_has_a_class_of_its_own() -> None:
    pages = [name for name in of_site().list_templates() if "/" not in name]
    assert set(CLASSES) == {*(one for one in pages if one.endswith(".html"))} - {"main.html"}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_template_names_only_what_its_page_has_and_all_of_it(name: str) -> None:
    shown = set().union(*map(attributes, {*used(name)}))
    known = {one.name for one in fields(CLASSES[name])}
    assert shown <= known | PROPERTIES
    assert known - {one.name for one in fields(Page)} <= shown | {"base"}


def test_templates_name_only_what_is_declared() -> None:
    declared = {*template_globals(SETTING), *OWN}
    assert set(of_site().globals) == set(template_globals(SETTING))
    for name in of_site().list_templates():
        if name.endswith(".html"):
            parsed = tree(name)
            names = meta.find_undeclared_variables(parsed)
            # A macro that calls itself is reported as undeclared.
            names -= {macro.name for macro in parsed.find_all(nodes.Macro)}
            # The frame of each page, main.html, imports the macros for its content.
            assert names - declared <= {"macros"}, name


def test_a_name_that_nobody_set_fails_the_build(docs: Path) -> None:
    page = pages_of(catalogue_of(docs))["index"]
    loader = DictLoader({page.template: "{% if view.no_such_field %}{% endif %}"})
    with pytest.raises(UndefinedError, match="no_such_field"):
        render(make_environment(loader, SETTING), page)
    loader = DictLoader({page.template: "{% if no_such_name %}{% endif %}"})
    with pytest.raises(UndefinedError, match="no_such_name"):
        render(make_environment(loader, SETTING), page)
    with pytest.raises(TemplateNotFound):
        render(make_environment(DictLoader({}), SETTING), page)


def test_pages_can_be_compared_and_kept_by(docs: Path) -> None:
    one, other = pages_of(catalogue_of(docs)), pages_of(catalogue_of(docs))
    assert one == other
    assert {path: hash(page) for path, page in one.items()} == {
        path: hash(page) for path, page in other.items()
    }
    assert len(set(one.values())) == len(one)


def test_two_pages_with_one_address_stop_the_build_by_name(docs: Path) -> None:
    written = docs / "search.md"
    written.write_text("---\ntitle: How to search\nsummary: In words.\n---\n", encoding="utf-8")
    with pytest.raises(ToolkitError) as caught:
        pages_of(catalogue_of(docs))
    message = caught.value.message
    assert "search.html" in message
    assert re.search(r'"How to search".*"Search"', message)
