"""The metadata of a ZIM archive, following https://wiki.openzim.org/wiki/Metadata."""

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pycountry

from toolkit.editions.copy import Copy
from toolkit.editions.files.texts import shortened

# The site's logo, assets/mark.svg, rendered once by a browser in this size.
MARK, MARK_SIZE = Path(__file__).parents[1] / "assets/mark-48.png", 48

# Maximum lengths in characters.
_TITLE = 30
_DESCRIPTION = 80
_LONG_DESCRIPTION = 4000

_LICENCE = "CC-BY-4.0"

# Read when this is imported, for all processes started later: the list has 8,000 languages.
_ISO_639_3 = {
    one.alpha_2: str(one.alpha_3) for one in pycountry.languages if hasattr(one, "alpha_2")
}


def metadata(copy: Copy, *, pictures: bool) -> Mapping[str, str]:
    """The metadata of the archive, by name; `pictures` says whether entries have any."""
    text = copy.language.text
    count, has_pictures = len(copy.catalogue.entries), "yes" if pictures else "no"
    about = (
        text("zim.about", summary=copy.summary, n=count, day=copy.day).lstrip(),
        text("zim.works"),
        text("foot.endorsement"),
    )
    return {
        "Creator": text("book.author"),
        "Date": copy.catalogue.as_of.isoformat(),
        "Description": shortened(text("zim.description", day=copy.day), _DESCRIPTION),
        "Flavour": "maxi",
        "Language": iso_639_3(copy.language.tag),
        "License": _LICENCE,
        "LongDescription": shortened(" ".join(about), _LONG_DESCRIPTION),
        "Name": copy.stem.removesuffix(f"-{copy.catalogue.as_of}").replace("-", "_", 2),
        "Publisher": copy.publisher,
        "Scraper": f"toolkit {version('toolkit')}",
        "Tags": f"_category:other;_ftindex:yes;_pictures:{has_pictures};_videos:no;_details:yes",
        "Title": shortened(_title(copy), _TITLE),
    }


def iso_639_3(tag: str) -> str:
    """The language code by which Kiwix sorts archives and stems words."""
    code = tag.partition("-")[0]
    return _ISO_639_3.get(code, code)


def _title(copy: Copy) -> str:
    """The longest title that a list of archives shows in full and that is unambiguous."""
    if not copy.edition.terms:
        return copy.language.text("zim.title-whole")
    title = copy.language.text("zim.title", edition=copy.title)
    return title if len(title) <= _TITLE else copy.title
