"""`toolkit export`: entries in the formats of other programs."""

import sys
from datetime import date
from pathlib import Path

import click

from toolkit.cli.options import as_of_option, choice_options, docs_option, refuse_in_content
from toolkit.cli.works import works_of
from toolkit.content.schema import EXPORTS
from toolkit.exports.formats import FORMATS, whole
from toolkit.problems import counted
from toolkit.publishing import refuse_special, write_file

EPILOG = """\b
Examples:
  toolkit export csv --output entries.csv
  toolkit export ris --theme labour-inspection --level national > list.ris

Terms of different vocabularies narrow the choice; several terms of one vocabulary widen it. The
site has the same files in data/.
"""


@click.command("export", epilog=EPILOG)
@click.argument("form", metavar="[FORMAT]", type=click.Choice(EXPORTS), required=False)
@choice_options
@click.option(
    "--language",
    default="en",
    show_default=True,
    metavar="TAG",
    help="The language of names and notes.",
)
@docs_option
@click.option("--output", default="", metavar="FILE", help="The file.  [default: standard output]")
@as_of_option("The date of the export.")
def export(
    form: str | None,
    language: str,
    folder: Path,
    output: str,
    day: date,
    **terms: tuple[str, ...],
) -> None:
    """Write all entries, or those you choose, as FORMAT: csv, json, bib, ris, csl.json, jsonld or
    mods.xml. Without FORMAT, it is the one that FILE's name ends with, or csv.
    """
    if output:
        refuse_in_content(Path(output), folder)
        refuse_special(Path(output))
    ends = (one for one in EXPORTS if output.lower().endswith(f".{one}"))
    chosen = FORMATS[form or max(ends, key=len, default="csv")]
    maker = works_of(folder, day, language, terms)
    data = b"".join(whole(chosen, map(chosen.one, maker.works.values())))
    if output:
        write_file(Path(output), data)
    else:
        # As bytes: line ends and the byte-order mark are part of the formats.
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    click.echo(f"{counted(len(maker.works), 'entry')} written.", err=True)
