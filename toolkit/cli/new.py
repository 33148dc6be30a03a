"""`toolkit new`: writes the file of a new entry, from answers or from options."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from toolkit.cli.completion import field_values
from toolkit.cli.exit_codes import ExitCode
from toolkit.cli.options import as_of_option, docs_option
from toolkit.clock import as_of
from toolkit.content.schema import Field, Form, Kind, Number, Use
from toolkit.content.tables import fields_of
from toolkit.problems import Severity, ToolkitError

EPILOG = """\b
Examples:
  toolkit new resource
  toolkit new practice --help
  toolkit new task
  toolkit new --from message.txt
"""
_EPILOGS = {
    Kind.RESOURCE: """\b
Examples:
  toolkit new resource
  toolkit new resource --title "Guide for labour inspectors" --summary "It shows how to recognize
    forced labour." --type guide --year 2019 --pillars prosecution --themes investigation
    --audiences law-enforcement --level global --regions world --languages en --organisations ilo
""",
    Kind.PRACTICE: """\b
Examples:
  toolkit new practice
  toolkit new practice --title "A shelter for families" --summary "Families stay together while
    they recover." --since 2014 --evidence reported --pillars protection
    --themes victim-assistance --audiences service-providers --level national
    --regions south-america --countries AR --organisations iom --source https://www.iom.int/shelter
""",
    Kind.TASK: """\b
Examples:
  toolkit new task
  toolkit new task --title "Inspect a farm" --summary "Helps labour inspectors to prepare a visit."
    --pillars protection --audiences labour-inspectors --themes labour-inspection
    --asked "signs of forced labour" --choices ilo-indicators-of-forced-labour-2012
    --choices heuni-uncovering-labour-trafficking-2020,br-mobile-inspection-group
""",
}


@click.group(
    "new",
    epilog=EPILOG,
    invoke_without_command=True,
    no_args_is_help=True,
)
@click.option(
    "--from",
    "message",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A message from the form on the site, or from an issue form: a new entry or a correction.",
)
@docs_option
@as_of_option("The day on which the entry is added.", as_text=True)
@click.pass_context
def new(
    context: click.Context, message: Path | None, folder: Path, day: str | None
) -> ExitCode | None:
    """Write the file of a new resource, practice or task.

    On a terminal, it asks for whatever is required and not given by options.
    """
    if context.invoked_subcommand is not None:
        if message is not None:
            kind = context.invoked_subcommand
            raise ToolkitError(
                "The message already says what to write.", f'remove "{kind}", or "--from".'
            )
        return None
    if message is None:
        raise ToolkitError(
            "Say what to write.",
            "run toolkit new resource, toolkit new practice, or toolkit new task.",
        )
    from toolkit.cli.reading import content_of
    from toolkit.cli.sheet import take_in
    from toolkit.sheets.message import read_message

    content = content_of(folder)
    book = read_message(message, content)
    return take_in(message, book, content, folder, as_of(day), importing=True)


def offered(kind: Kind) -> list[Field]:
    """The fields that a new entry of `kind` can be given, in table order."""
    return [
        field
        for field in fields_of(kind).values()
        if (field.form is not Form.GROUP or field.name == "choices")
        and field.use in (Use.ASKED, Use.NOTED)
    ]


def _option(field: Field, kind: Kind) -> click.Option:
    several = field.number is Number.LIST
    about = field.about.replace("`", "")
    if several:
        commas = "" if field.form is Form.TEXT else ", or separate several with commas"
        about = f"{about} May be repeated{commas}."
    return click.Option(
        [f"--{field.name.replace('_', '-')}", field.name],
        multiple=several,
        metavar=field.form.value.upper(),
        help=f"{about}{'  [required]' if kind in field.required else ''}",
        shell_complete=field_values,
    )


def _command(kind: Kind) -> click.Command:
    options = [_option(field, kind) for field in offered(kind)]
    if kind is Kind.PRACTICE:
        for name, about in (
            ("source", "Address or title of a source.  [required, or --evaluation]"),
            ("evaluation", "Address or title of an evaluation."),
        ):
            options.append(click.Option([f"--{name}"], multiple=True, metavar="TEXT", help=about))
    if kind is not Kind.TASK:
        about = "An entry that looks like this one, and how this one differs."
        options.append(
            click.Option(["--distinct-from"], multiple=True, metavar="ID=REASON", help=about)
        )
    about = "The file name.  [default: made from the title]"
    options.append(click.Option(["--id", "id_"], metavar="ID", help=about))
    command = click.Command(
        kind.value,
        params=list(options),
        callback=lambda **given: _write(kind, given),
        epilog=_EPILOGS[kind],
        help=f"Write the file of a new {kind.value}.\n\nExisting files are never overwritten.",
        short_help=f"Write the file of a new {kind.value}.",
    )
    return docs_option(command)


for _kind in _EPILOGS:
    new.add_command(_command(_kind))


def _write(kind: Kind, given: Mapping[str, Any]) -> ExitCode:
    from toolkit.authoring.draft import document_of, problems_of
    from toolkit.cli.new_entry import Interview, by_value, distinguished, write
    from toolkit.cli.reading import content_of, refuse_unchecked

    content = content_of(given["folder"])
    asking = sys.stdin.isatty()
    values = by_value(_values(kind, given), kind, content)
    sources = [
        (" ".join(text.split()), role)
        for role, option in (("description", "source"), ("evaluation", "evaluation"))
        for text in given.get(option, ())
    ]
    interview = Interview(kind, content, values, sources, asking)
    try:
        draft = interview.draft(given["id_"] or "")
        draft = replace(draft, distinct_from=_reasons(given.get("distinct_from", ())))
        complete = distinguished(draft, content, asking=asking)
    except click.Abort:
        if asking and interview.values:
            click.echo(f"\n\nTo continue with these answers, run:\n{interview.command}", err=True)
        raise
    kept = f"Nothing was written. To continue, change this command and run it:\n{interview.command}"
    if complete is None:
        click.echo(kept, err=True)
        return ExitCode.OK
    draft = complete
    try:
        refuse_unchecked(content, document_of(draft, content))
    except ToolkitError:
        if asking:
            click.echo(kept, err=True)
        raise
    problems = problems_of(draft, content, interview.day)
    for one in problems:
        label = f" ({one.finding.label or one.finding.hint.removesuffix('.')})"
        click.echo(f"{one.severity.value}[{one.id}]: {one.finding.message}{label}", err=True)
    if any(one.severity is Severity.ERROR for one in problems):
        if asking:
            click.echo(kept, err=True)
        raise ToolkitError(f"The {kind.value} would not pass the checks.", "fix the values above.")
    path = write(given["folder"], draft)
    once = "" if kind is Kind.RESOURCE else ' once each "To be written" has been replaced'
    click.echo(
        f"{content.prefix}/{draft.path} was written. It passes the checks{once}.\n"
        f"Open it and fill in what it asks for. Then run: toolkit check {path}"
    )
    return ExitCode.OK


def _values(kind: Kind, given: Mapping[str, Any]) -> dict[str, list[str]]:
    """The values of the options."""
    values: dict[str, list[str]] = {}
    for field in offered(kind):
        value = given[field.name]
        texts: Sequence[str] = (value,) if isinstance(value, str) else value or ()
        stripped = [" ".join(text.split()) for text in texts]
        if any(stripped):
            values[field.name] = [text for text in stripped if text]
    return values


def _reasons(given: Sequence[str]) -> dict[str, str]:
    """The reasons in `--distinct-from`, by id."""
    pairs = (" ".join(text.split()).partition("=") for text in given)
    return {id_.strip(): reason.strip() for id_, _, reason in pairs}
