"""The register of editions: which copies are published for downloading."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.content.data_files import Item, data_field
from toolkit.content.registers import RegisterFile
from toolkit.content.schema import FORMATS, Form, Number
from toolkit.languages import LANGUAGES

EDITION_FIELDS = (
    data_field("title", number=Number.BY_LANGUAGE, required=True),
    data_field("summary", number=Number.BY_LANGUAGE, required=True),
    data_field("language", Form.CHOICE, choices=tuple(LANGUAGES)),
    data_field("pillars", Form.TERM, Number.LIST, vocabulary="pillars"),
    data_field("themes", Form.TERM, Number.LIST, vocabulary="themes"),
    data_field("audiences", Form.TERM, Number.LIST, vocabulary="audiences"),
    data_field("organisations", Form.ORGANISATION, Number.LIST),
    data_field("levels", Form.TERM, Number.LIST, vocabulary="levels"),
    data_field("formats", Form.CHOICE, Number.LIST, choices=FORMATS),
)

# The fields that select an edition's entries, each named like a facet, or "pillars".
CHOOSING = ("pillars", "themes", "audiences", "organisations", "levels")


@dataclass(frozen=True, slots=True)
class Edition:
    """A selection of entries that is published for downloading.

    `terms` holds the chosen terms by facet name, none for the whole toolkit; `language` is the tag
    of the language that it is made in, or empty: that of the site's root.
    """

    id: str
    title: Mapping[str, str]
    summary: Mapping[str, str]
    language: str
    terms: Mapping[str, tuple[str, ...]]
    formats: tuple[str, ...]

    def titled(self, tag: str) -> str:
        """The title in a language, or in English."""
        return self.title.get(tag) or self.title["en"]

    def about(self, tag: str) -> str:
        """Whom it is for, in a language, or in English; empty if unknown."""
        return self.summary.get(tag) or self.summary.get("en", "")


def _edition(item: Item) -> Edition:
    terms = {name: texts for name in CHOOSING if (texts := item.texts(name))}
    return item.record(Edition, terms=terms, formats=item.texts("formats") or FORMATS)


# Without the file, there are none.
EDITIONS = RegisterFile("editions", Edition, _edition, EDITION_FIELDS, optional=True)
