"""Names that mean the same: the register of equivalents, joined with the names of instruments."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.registers import Equivalents, Instrument
from toolkit.languages.language import Language

_ARTICLE = re.compile(r", article \d+$")
_IN_PARENTHESES = re.compile(r"\s*\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Names that mean the same (or nearly so: `kind`), and the instrument that they name.

    Who types what is `asked` means the names.
    """

    kind: str
    names: tuple[str, ...]
    asked: tuple[str, ...] = ()
    instrument: str = ""

    def data(self) -> dict[str, object]:
        """The group as the index holds it."""
        return {name: value for name, value in asdict(self).items() if value}


def make_lexicon(catalogue: Catalogue, language: Language) -> list[Group]:
    """The register of equivalents in a language, and the names of instruments."""
    groups = [
        group
        for group in catalogue.content.equivalents.items.values()
        if group.language == language.tag
    ]
    named = {id_: _names(instrument) for id_, instrument in catalogue.instruments.items()}
    made: list[Group] = []
    for id_, names in named.items():
        for group in groups:
            if group.same and _overlap(group, names):
                names = tuple(dict.fromkeys((*names, *group.names)))
        made.append(Group("same", names, instrument=id_))
    for group in groups:
        if not (group.same and any(_overlap(group, names) for names in named.values())):
            kind = "same" if group.same else "near"
            made.append(Group(kind, tuple(group.names), tuple(group.asked)))
    return made


def _names(instrument: Instrument) -> tuple[str, ...]:
    """A short title without its parentheses and its one article, what stands in parentheses where
    that is a name, and the full title.
    """
    title = _ARTICLE.sub("", instrument.short_title)
    inner = (name for name in _IN_PARENTHESES.findall(title) if any(map(str.isalpha, name)))
    return tuple(
        dict.fromkeys(
            (
                _IN_PARENTHESES.sub("", title),
                *inner,
                _IN_PARENTHESES.sub("", instrument.full_title),
            )
        )
    )


def _overlap(group: Equivalents, names: tuple[str, ...]) -> bool:
    return not {name.casefold() for name in group.names}.isdisjoint(map(str.casefold, names))
