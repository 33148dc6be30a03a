"""What a shell offers after an option or an argument, from the lists of the content folder."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from toolkit.configuration import configured
from toolkit.problems import ToolkitError, read_bounded

Items = list[CompletionItem]
_LARGEST = 5_000_000  # bytes
_FILE = re.compile(r"(?!index\.)([a-z0-9-]+)\.md")
_ITEM = re.compile(r"^- id:[ \t]*['\"]?([A-Za-z0-9-]+)", re.MULTILINE)


def beginning(with_: str, offered: Iterable[tuple[str, str]]) -> Items:
    """Those of the names that begin so, each with what is said about it."""
    return [CompletionItem(name, help=about) for name, about in offered if name.startswith(with_)]


def _docs(context: click.Context) -> Path:
    return Path(context.params.get("folder") or configured("docs_dir") or "docs")


def ids_in(*patterns: str) -> Callable[[click.Context, click.Parameter, str], Items]:
    """What offers the ids in the content folder: of Markdown files, or the items of lists.

    They are taken from names and lines, without reading the content, for which nobody would wait.
    """

    def offered(context: click.Context, _param: click.Parameter, incomplete: str) -> Items:
        files = (path for pattern in patterns for path in _docs(context).glob(pattern))
        try:
            found = sorted({name for path in files for name in _ids(path)})
        except (OSError, ToolkitError):
            found = []
        return beginning(incomplete, ((name, "") for name in found))

    return offered


def _ids(path: Path) -> Iterator[str]:
    if path.suffix == ".yml":
        data = read_bounded(path, _LARGEST, path.name)
        yield from _ITEM.findall(data.decode("utf-8", "replace"))
    elif name := _FILE.fullmatch(path.name):
        yield name[1]


_ENTRIES = ("*/practices/*.md", "*/resources/*.md")
entry_ids = ids_in(*_ENTRIES)
task_ids = ids_in("tasks/*.md")
original_ids = ids_in(*_ENTRIES, "tasks/*.md")
organisation_ids = ids_in("registers/organisations.yml")


def check_ids(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """The names of the checks."""
    from toolkit.validation.checks import CHECKS

    return beginning(incomplete, ((check.id, check.page.title) for check in CHECKS))


def field_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> Items:
    """The names of the fields."""
    from toolkit.content.entry_schema import FIELDS

    return beginning(incomplete, ((field.name, field.about) for field in FIELDS))


def field_values(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The values of the field that an option of `toolkit new` is named after.

    After a comma, the next value of a list is offered.
    """
    from toolkit.authoring.options import options_of
    from toolkit.cli.reading import content_of
    from toolkit.content.schema import Form, Kind
    from toolkit.content.tables import fields_of
    from toolkit.languages import LANGUAGES

    kind = Kind(ctx.info_name or Kind.RESOURCE.value)
    field = fields_of(kind)[str(param.name)]
    if field.form in (Form.TEXT, Form.ADDRESS, Form.YEAR):
        return []
    try:
        content = content_of(_docs(ctx))
    except ToolkitError:
        return []
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{option.value}", help=option.label)
        for option in options_of(field, kind, content, LANGUAGES["en"])
        if option.value.startswith(last)
    ]
