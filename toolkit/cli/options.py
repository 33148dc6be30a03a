"""Options that several sub-commands have."""

from __future__ import annotations

from collections.abc import Callable

import click
from click.decorators import FC

docs_option = click.option(
    "--docs", default="docs", show_default=True, metavar="DIR", help="The content folder."
)


def as_of_option(what: str) -> Callable[[FC], FC]:
    """`--as-of`, given as `as_of_text`; `what` says which date that is."""
    return click.option(
        "--as-of",
        "as_of_text",
        metavar="YYYY-MM-DD",
        help=f"{what}  [default: SOURCE_DATE_EPOCH, or today]",
    )
