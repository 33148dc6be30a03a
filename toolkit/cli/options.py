"""Options that several sub-commands have."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.decorators import FC

docs_option = click.option(
    "--docs", default="docs", show_default=True, metavar="DIR", help="The content folder."
)


def format_option(*formats: str, default: str = "text", about: str = "") -> Callable[[FC], FC]:
    """`--format`, given as `form`: one of `formats`, the first one if none is said."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=default,
        show_default=True,
        help=about or None,
    )


def as_of_option(what: str) -> Callable[[FC], FC]:
    """`--as-of`, given as `as_of_text`; `what` says which date that is."""
    return click.option(
        "--as-of",
        "as_of_text",
        metavar="YYYY-MM-DD",
        help=f"{what}  [default: SOURCE_DATE_EPOCH, or today]",
    )
