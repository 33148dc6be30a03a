"""The records of works that commands write: not a command itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from toolkit.catalogue.catalogue import make_catalogue
from toolkit.catalogue.choice import make_choice
from toolkit.cli.reading import sound_context
from toolkit.cli.reporting import site_address
from toolkit.configuration import setting
from toolkit.exports.record import Maker
from toolkit.site.languages import find_language


def works_of(
    folder: Path, day: date, language: str = "", terms: Mapping[str, Sequence[str]] = {}
) -> Maker:
    """The records of the entries of a content folder, or of those that `terms` choose.

    They are those of the site that the mkdocs.yml next to it describes. Raises ToolkitError if the
    content has errors, or nothing matches.
    """
    content = sound_context(folder, day).content
    chosen = make_choice(content, {name: tuple(given) for name, given in terms.items() if given})
    address = site_address(folder)
    return Maker(
        make_catalogue(content, day, chosen),
        find_language(language or "en"),
        f"{address.rstrip('/')}/" if address else "",
        " ".join(setting(folder.resolve().parent / "mkdocs.yml", "extra", "publisher").split()),
    )
