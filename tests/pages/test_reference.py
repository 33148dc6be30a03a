"""The reference pages are complete: they hold what the program holds."""

import re

import pytest

from tests.pages.small import sample_catalogue, sample_pages
from toolkit.content.entry_schema import FIELDS
from toolkit.languages import LANGUAGES
from toolkit.pages.check_pages import ChecksPage
from toolkit.pages.field_pages import FieldsPage
from toolkit.pages.site import Site
from toolkit.pages.write_page import WritePage, pages
from toolkit.validation.checks import CHECKS


def test_every_check_is_explained_under_its_id() -> None:
    page = sample_pages()["contribute/checks"]
    assert isinstance(page, ChecksPage)
    shown = page.checks
    assert [check.id for check in shown] == [check.id for check in CHECKS]
    for check in shown:
        assert check.body.strip(), check.id
        assert "<h2" not in check.body
        assert "<h3>" in check.body
        assert not re.search(r'<[^>]* id="', check.body), check.id


def test_every_field_and_every_part_has_a_row() -> None:
    page = sample_pages()["contribute/fields"]
    assert isinstance(page, FieldsPage)
    shown = page.fields
    assert [row.name for row in shown] == [field.name for field in FIELDS]
    for row, field in zip(shown, FIELDS, strict=True):
        assert [part.name for part in row.parts] == [part.name for part in field.parts]
        assert row.values
        assert row.example == field.example


@pytest.mark.parametrize(
    ("tag", "begins"), [("en", "Title: As"), ("fr", "Titre\u00a0: Tel"), ("zh", "标题：按")]
)
def test_names_of_fields_end_with_the_colon_of_the_language(tag: str, begins: str) -> None:
    (page,) = pages(Site(sample_catalogue(), LANGUAGES[tag], {}))
    assert isinstance(page, WritePage)
    assert dict(page.letters[0].lines)["title"].startswith(begins)
