"""What several sub-commands share: options, and JSON for other programs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource
from click.decorators import FC

from toolkit.cli.completion import ids_in, organisation_ids
from toolkit.clock import as_of
from toolkit.configuration import configured
from toolkit.problems import ToolkitError
from toolkit.publishing import require_apart
from toolkit.source import SourceFile


class WholeNumber(click.IntRange):
    """A whole number in a range; anything else is refused in plainer words than click's."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with the range in which it must be."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            end = "on" if self.max is None else f"to {self.max}"
            self.fail(f'"{value}" is not a whole number from {self.min} {end}.', param, ctx)


class Seconds(click.FloatRange):
    """A number of seconds, in the same way."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; fails with the range in which it must be."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f'"{value}" is not a number from {self.min} to {self.max}.', param, ctx)


def folder_option(*names: str, setting: str, default: str, about: str) -> Callable[[FC], FC]:
    """An option for a folder, by default that of a `setting` in mkdocs.yml."""

    def given(context: click.Context, option: click.Parameter, value: str) -> Path:
        said = context.get_parameter_source(option.name or "")
        if said is not ParameterSource.DEFAULT:
            return Path(value)
        folder = configured(setting) or value
        # A tag, which only MkDocs resolves, or a folder of which something must be read.
        is_missing = setting == "docs_dir" and folder != value and not Path(folder).is_dir()
        if folder.startswith("!") or (is_missing and not context.resilient_parsing):
            raise ToolkitError(
                f"{setting} of mkdocs.yml is not the name of a folder: {folder}.",
                f"write the right name there, or name the folder with {names[0]}.",
            )
        return Path(folder)

    return click.option(
        *names,
        default=default,
        show_default=f"{setting} of mkdocs.yml, or {default}",
        callback=given,
        metavar="DIR",
        help=about,
    )


docs_option = folder_option(
    "--docs", "folder", setting="docs_dir", default="docs", about="The content folder."
)
site_option = folder_option(
    "--site", "site", setting="site_dir", default="site", about="The built site."
)


release_option = click.option(
    "--release",
    is_flag=True,
    help="For publishing: fail if mkdocs.yml gives no way to contribute.",
)


def format_option(*formats: str, default: str = "text", about: str = "") -> Callable[[FC], FC]:
    """`--format`, passed as `form`: one of `formats`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=default,
        show_default=True,
        help=about or None,
    )


def organisation_option(about: str) -> Callable[[FC], FC]:
    """`--organisation`: the id of one in the register."""
    return click.option("--organisation", metavar="ID", shell_complete=organisation_ids, help=about)


# The terms that choose entries, in the order of the help.
_TERMS = {
    "pillar": "of this pillar",
    "theme": "on this theme",
    "audience": "for this audience",
    "organisation": "of this organization",
    "level": "of this level",
}


def choice_options(command: FC) -> FC:
    """`--pillar`, `--theme` and the like, passed as `pillars`, `themes` ...: terms of a choice."""
    for name, text in reversed(_TERMS.items()):
        command = click.option(
            f"--{name}",
            f"{name}s",
            multiple=True,
            metavar="TERM",
            shell_complete=ids_in(f"vocabularies/{name}s.yml", f"registers/{name}s.yml"),
            help=f"Only entries {text}.",
        )(command)
    return command


def as_of_option(what: str, *, as_text: bool = False) -> Callable[[FC], FC]:
    """`--as-of`, passed as `day`: a date, or text if `as_text`; `what` says which date it is."""

    def given(context: click.Context, _option: click.Parameter, text: str | None) -> Any:
        # A shell that completes a command has no use for its date.
        return text if as_text or context.resilient_parsing else as_of(text)

    return click.option(
        "--as-of",
        "day",
        metavar="YYYY-MM-DD",
        callback=given,
        help=f"{what}  [default: SOURCE_DATE_EPOCH, or today]",
    )


def translator_option(default: str, about: str) -> Callable[[FC], FC]:
    """`--translator`, on one line; files need a name, so an empty one is refused."""

    def named(context: click.Context, _option: click.Parameter, text: str | None) -> str:
        name = " ".join((default if text is None else text).split())
        if context.resilient_parsing:
            return name
        if text is not None and not name:
            raise ToolkitError("The translator has no name.", "name one, or omit --translator.")
        # Slow to load, and no other option needs it.
        from toolkit.content.yaml_text import control_characters

        if control_characters(SourceFile("", name), name, 1):
            raise ToolkitError(
                "The translator's name has characters that are not text.", "type it again."
            )
        return name

    return click.option("--translator", metavar="NAME", callback=named, help=about)


def target_option(about: str = "The language.", *, required: bool = True) -> Callable[[FC], FC]:
    """`--language`: one that texts are translated into; these are loaded when a command runs."""

    def known(_context: click.Context, _option: click.Parameter, tag: str | None) -> str | None:
        from toolkit.languages import TARGETS

        if tag is not None and tag not in TARGETS:
            raise click.BadParameter(f"choose one of: {', '.join(TARGETS)}.")
        return tag

    return click.option(
        "--language", required=required, callback=known, metavar="LANGUAGE", help=about
    )


overwrite_option = click.option(
    "--overwrite", is_flag=True, help="Replace the file even if somebody has filled it in."
)


def refuse_filled_in(file: Path) -> None:
    """Raise ToolkitError: writing the file would lose what somebody has written into it."""
    raise ToolkitError(
        f"{file} is not as it was exported: somebody may have filled it in.",
        "import it first, choose another name, or replace it with --overwrite.",
    )


def refuse_in_content(file: Path, folder: Path) -> None:
    """Raise ToolkitError if an export would be in the content folder, or replace a text there."""
    hint = "name a file that is not in the content folder."
    require_apart(file, folder, "An export can't be written to", hint)


def echo_json(value: object) -> None:
    """Print a value for other programs."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
