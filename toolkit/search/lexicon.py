"""Names that mean the same: the register of equivalents, joined with the names of instruments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.registers import Equivalents, Instrument
from toolkit.languages.language import Language
from toolkit.search.words import split

_ARTICLE = re.compile(r"[,،] (?:article|artículo|статья|المادة) \d+$|第\d+条$")
_OF_THE_ILO = re.compile(r"([cpr])(\d{3})")
_WORDS_OF_THE_ILO = {
    "c": ("convention", "convenio", "конвенция", "الاتفاقية", "公约"),
    "p": ("protocol", "protocole", "protocolo", "протокол", "البروتوكول", "议定书"),
    "r": ("recommendation", "recommandation", "recomendación", "рекомендация", "التوصية", "建议书"),
}
_IN_PARENTHESES = re.compile(r"(?<!\s)\s*[(（]([^()（）]*)[)）]")


@dataclass(frozen=True, slots=True)
class Group:
    """Names that mean the same (or nearly so: `kind`), and the instrument that they name.

    People who type what is in `asked` mean the names.
    """

    kind: str
    names: tuple[str, ...]
    asked: tuple[str, ...] = ()
    instrument: str = ""

    def data(self) -> dict[str, object]:
        """The group as it is in the index."""
        # Four times as fast as `asdict`, which copies every name.
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


def make_lexicon(catalogue: Catalogue, language: Language) -> list[Group]:
    """Groups from the register of equivalents in a language, and from the names of instruments."""
    register = catalogue.content.equivalents.get(language.tag)
    groups = tuple(register.items.values()) if register else ()
    named = {id_: _names(instrument) for id_, instrument in catalogue.instruments.items()}
    made: list[Group] = []
    for id_, names in named.items():
        for group in groups:
            if group.same and _overlap(group, names):
                names = tuple(dict.fromkeys((*names, *group.names)))
        made.append(Group("same", names, instrument=id_))
    for group in groups:
        kind = "same" if group.same else "near"
        same = [id_ for id_, names in named.items() if group.same and _overlap(group, names)]
        if group.asked or not same:
            instrument = same[0] if same else ""
            made.append(Group(kind, tuple(group.names), tuple(group.asked), instrument))
    return [*made, *_countries(catalogue, groups, language)]


def _countries(
    catalogue: Catalogue, groups: Iterable[Equivalents], language: Language
) -> Iterator[Group]:
    """Everyday and former names of countries, and all names of countries without entries.

    A query for a country without entries finds those for its region.
    """
    used = {code.upper() for code in catalogue.facets["countries"].used()}
    regions = catalogue.vocabularies["regions"].terms
    with_entries = {*catalogue.facets["regions"].used()}
    # Once, not for each of hundreds of countries.
    keyed = [(group, _keys(group.names)) for group in groups]
    for region in regions.values():
        absent: list[str] = []
        for code in region.countries:
            name = language.country(code)
            others = _other_names(code, name, catalogue, language)
            if code not in used:
                keys = _keys((name, *others))
                known = (group for group, own in keyed if not own.isdisjoint(keys))
                absent += (name, *others, *(one for group in known for one in _typed(group)))
            elif others:
                yield Group("same", (name,), others)
        if absent:
            while region.id not in with_entries and region.broader in regions:
                region = regions[region.broader]
            yield Group("near", (region.label(language.tag),), tuple(dict.fromkeys(absent)))


def _typed(group: Equivalents) -> tuple[str, ...]:
    """What people type who mean a country that a group names."""
    return (*group.asked, *(group.names if group.same else ()))


def _other_names(code: str, name: str, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
    """Other names for a country: those in CLDR, and those that our own texts avoid."""
    rules = (
        rule
        for rule in catalogue.content.terminology.items.values()
        if rule.language == language.tag and _key(name) in map(_key, (rule.prefer, *rule.avoid))
    )
    known = language.everyday_names(code)
    found = dict.fromkeys((*known, *(one for rule in rules for one in rule.avoid)))
    return tuple(one for one in found if one != name)


def _names(instrument: Instrument) -> tuple[str, ...]:
    """The short title without parentheses and a single article's number, what is in its parentheses
    if that is a name, the full title, the id as words (SDG 5 2), and the usual names of ILO
    conventions (C182, Convention No. 182).
    """
    title = _ARTICLE.sub("", instrument.short_title)
    inner = (name for name in _IN_PARENTHESES.findall(title) if any(map(str.isalpha, name)))
    return tuple(
        dict.fromkeys(
            (
                _IN_PARENTHESES.sub("", title),
                *inner,
                _IN_PARENTHESES.sub("", instrument.full_title),
                instrument.id.replace("-", " "),
                *_numbered(instrument.id),
            )
        )
    )


def _numbered(id_: str) -> Iterator[str]:
    """The usual names of an ILO text, by its id: `c182`, `p029`."""
    found = _OF_THE_ILO.fullmatch(id_)
    if found:
        letter, number = found[1], int(found[2])
        yield from (f"{letter}{number}", f"{letter} {number}", f"{letter} {number:03}")
        words = _WORDS_OF_THE_ILO[letter]
        yield from (f"{number}号{words[-1]}", f"第{number}号{words[-1]}")
        for word in words:
            yield from (f"{word} {number}", f"{word} no {number}", f"ILO {word} {number}")


def _overlap(group: Equivalents, names: tuple[str, ...]) -> bool:
    return not _keys(group.names).isdisjoint(_keys(names))


@cache
def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_key, names))


@cache
def _key(name: str) -> str:
    """The same for names that differ only by case, accents or the form of an apostrophe."""
    return " ".join(split(name))
