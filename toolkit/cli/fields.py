"""`toolkit fields`: the table of fields, and what each of them takes."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from toolkit.authoring.options import options_of
from toolkit.cli.completion import field_names
from toolkit.cli.options import docs_option
from toolkit.cli.reading import content_of
from toolkit.content.entry_schema import BY_NAME
from toolkit.content.schema import Field, Form, Kind
from toolkit.content.tables import fields_of
from toolkit.content.task_schema import TASK_FIELDS
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.problems import ToolkitError
from toolkit.validation.nearest import look_up

EPILOG = """\b
Examples:
  toolkit fields
  toolkit fields themes
"""
_WIDTH = 100
_KINDS = (Kind.RESOURCE, Kind.PRACTICE, Kind.TASK)


@click.command("fields", epilog=EPILOG)
@click.argument("name", required=False, metavar="[NAME]", shell_complete=field_names)
@docs_option
def fields(name: str | None, folder: Path) -> None:
    """Show the table of fields, or what the field NAME takes, with the terms of its vocabulary."""
    language = LANGUAGES["en"]
    by_name = {**BY_NAME, **{one.name: one for one in TASK_FIELDS if one.name not in BY_NAME}}
    if name is None:
        click.echo("\n".join(_table(tuple(by_name.values()), language)))
        return
    message, hint = f'There is no field "{name}".', "toolkit fields lists all fields."
    if (kind := name.casefold().removesuffix("s")) in _KINDS:
        raise ToolkitError(message, f"toolkit fields shows which fields a {kind} has.")
    click.echo("\n".join(_one(look_up(name, by_name, message, hint), folder, language)))


def _table(rows: tuple[Field, ...], language: Language) -> Iterator[str]:
    """A line for each field: its name, where it is required or optional, and its value."""
    lines = [
        (field.name, *(_need(field.name, kind) for kind in _KINDS), _value(field, language))
        for field in rows
    ]
    head = ("field", *_KINDS, "value")
    last = len(_KINDS) + 1
    widths = [max(len(line[column]) for line in (head, *lines)) for column in range(last)]
    for line in (head, *lines):
        cells = [text.ljust(width) for text, width in zip(line, widths, strict=False)]
        yield "  ".join((*cells, line[last])).rstrip()


def _need(name: str, kind: Kind) -> str:
    field = fields_of(kind).get(name)
    if field is None:
        return "-"
    return "required" if kind in field.required else "optional"


def _value(field: Field, language: Language) -> str:
    value = language.text(f"form.{field.form.value}")
    if field.form.value == "text" and field.max_length:
        value = language.text("form.text.limited", n=field.max_length)
    if field.parts:
        value = f"Parts: {', '.join(part.name for part in field.parts)}"
    if field.choices:
        value = f"{value}: {', '.join(field.choices)}"
    if field.number.value != "one":
        value = language.text(f"number.{field.number.value}", value=value)
    return f"{value} ({field.vocabulary})" if field.vocabulary else value


def _one(field: Field, folder: Path, language: Language) -> Iterator[str]:
    yield field.name
    yield ""
    yield from textwrap.wrap(field.about.replace("`", ""), _WIDTH)
    yield ""
    for kind in _KINDS:
        line = f"{f'in a {kind}:':<15} {_need(field.name, kind)}"
        own = fields_of(kind).get(field.name, field)
        if own.about != field.about:
            line += f". {own.about}"
        if _value(own, language) != _value(field, language):
            line += f" {_value(own, language)}"
        yield from textwrap.wrap(line, _WIDTH, subsequent_indent=" " * 16)
    yield f"value:          {_value(field, language)}"
    yield f"example:        {field.name}: {field.example}"
    for part in field.parts:
        needed = " (required)" if part.required else ""
        yield f"part:           {part.name}{needed}: {part.about}"
    yield from _values(field, folder, language)


def _values(field: Field, folder: Path, language: Language) -> Iterator[str]:
    """The values that it can have, from the lists and registers of the content folder."""
    if field.form not in (Form.TERM, Form.COUNTRY, Form.ORGANISATION, Form.PROVISION):
        return
    kind = Kind.PRACTICE if Kind.PRACTICE in field.kinds else Kind.RESOURCE
    options = options_of(field, kind, content_of(folder), language)
    width = max((len(option.value) for option in options), default=0)
    yield ""
    for option in options:
        yield f"{option.value:<{width}}  {option.label}"
