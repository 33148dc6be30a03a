"""The reference of fields, generated from the table of fields."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.content.entry_schema import FIELDS
from toolkit.content.schema import Field, Form, Kind, Number
from toolkit.languages.language import Language
from toolkit.pages.page import Page
from toolkit.pages.site import Site
from toolkit.pages.written_pages import breadcrumbs_above

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class ShownField:
    """A row of the table of fields."""

    name: str
    anchor: str
    kinds: str
    required: str
    values: str
    vocabulary: str
    facet: str
    choices: tuple[str, ...]
    about: Markup
    example: str
    parts: tuple[ShownField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsPage(Page, template="fields.html"):
    """The reference of fields."""

    fields: tuple[ShownField, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page with all fields, in the order of the table."""
    path = "contribute/fields"
    yield FieldsPage(
        path=path,
        title=site.language.text("fields.title"),
        summary=site.language.text("fields.summary"),
        breadcrumbs=breadcrumbs_above(path, site.catalogue),
        fields=tuple(_fields(FIELDS, site.language)),
    )


def _fields(fields: Iterable[Field], language: Language, prefix: str = "") -> Iterator[ShownField]:
    for field in fields:
        anchor = f"{prefix}{field.name}"
        yield ShownField(
            field.name,
            f"field-{anchor}",
            _named(field.kinds, language),
            _named(field.required, language),
            _values(field, language),
            field.vocabulary,
            field.facet,
            field.choices,
            _inline(field.about),
            field.example,
            tuple(_fields(field.parts, language, f"{anchor}-")),
        )


def _named(kinds: frozenset[Kind], language: Language) -> str:
    return language.joined(language.text(f"kind.{kind.value}") for kind in Kind if kind in kinds)


def _values(field: Field, language: Language) -> str:
    value = language.text(f"form.{field.form.value}")
    if field.form is Form.TEXT and field.max_length:
        value = language.text("form.text.limited", n=field.max_length)
    if field.number is Number.ONE:
        return value
    return language.text(f"number.{field.number.value}", value=value)


def _inline(text: str) -> Markup:
    """Plain text with `code` in it as HTML."""
    escaped = html.escape(text)
    return Markup(_CODE.sub(r"<code>\1</code>", escaped))  # noqa: S704 - escaped above
