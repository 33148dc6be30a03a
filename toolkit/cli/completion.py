"""What a shell offers after an option or an argument, from the lists of the content folder."""

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from toolkit.configuration import configured
from toolkit.content.schema import Form, Kind
from toolkit.content.tables import fields_of

Items = list[CompletionItem]


def _beginning(with_: str, offered: Iterable[tuple[str, str]]) -> Items:
    return [CompletionItem(name, help=about) for name, about in offered if name.startswith(with_)]


def check_ids(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """The names of the checks."""
    from toolkit.validation.checks import CHECKS

    return _beginning(incomplete, ((check.id, check.page.title) for check in CHECKS))


def field_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """The names of the fields."""
    from toolkit.content.entry_schema import FIELDS

    return _beginning(incomplete, ((field.name, field.about) for field in FIELDS))


def field_values(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The values of the field that an option of `toolkit new` is named after.

    After a comma, the next value of a list is offered.
    """
    from toolkit.authoring.options import options_of
    from toolkit.content.reader import read_content
    from toolkit.languages import LANGUAGES
    from toolkit.problems import ToolkitError

    kind = Kind(ctx.info_name or Kind.RESOURCE.value)
    field = fields_of(kind)[str(param.name)]
    if field.form in (Form.TEXT, Form.ADDRESS, Form.YEAR):
        return []
    try:
        content = read_content(ctx.params.get("folder") or Path(configured("docs_dir") or "docs"))
    except ToolkitError:
        return []
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{option.value}", help=option.label)
        for option in options_of(field, kind, content, LANGUAGES["en"])
        if option.value.startswith(last)
    ]
