"""An entry as shown in lists."""

from dataclasses import dataclass, replace

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.evaluation import evaluation
from toolkit.catalogue.years import marked, when_text
from toolkit.content.entry import Entry
from toolkit.content.schema import Kind
from toolkit.languages.language import Language
from toolkit.pages.links import kind_name, short_names
from toolkit.pages.sentences import few_places, places_of

_MOST_BODIES = 2
_MOST_LANGUAGES = 4
# Longer names would take a line of their own on phones: that of the United Kingdom.
_LONGEST_PLACE = 45

# Approximate size in bytes after gzip: of the markup of a card and of a line, and of a character of
# one, two or three bytes. Right to within an eighth for lists of cards in six languages; for lines,
# measured on the list of everything. Compressing here would make pages depend on zlib's version.
_CARD = 59
_LINE = 25
_BYTES = (0.234, 0.379, 0.94)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list.

    `facts` go with its summary, the shorter `brief` with just its title. `state` says that it is
    withdrawn or superseded, and is empty otherwise. `languages` are those of the work, `named` the
    terms and bodies in its facts. `card` and `line` are roughly the bytes it adds to a list after
    gzip, with and without its summary.
    """

    id: str
    path: str
    pillar: str
    title: str
    languages: tuple[str, ...]
    summary: str
    facts: str
    brief: str
    named: tuple[str, ...]
    state: str
    card: int
    line: int


def make_item(entry: Entry, catalogue: Catalogue, language: Language) -> Item:
    """The item of an entry."""
    names = short_names(entry, catalogue, language, _MOST_BODIES)
    bodies = language.joined(names)
    brief = (
        kind_name(entry, catalogue, language),
        *evaluation(entry, language),
        _where(entry, catalogue, language),
        when_text(entry, language),
        marked("organisations", bodies, entry, language) if bodies else "",
    )
    pillar = catalogue.vocabularies["pillars"].terms[entry.pillar].label(language.tag)
    level = catalogue.facets["levels"].label(entry.level, language)
    dot = language.text("facts.dot")
    languages = _languages(entry, language)
    facts = dot.join(filter(None, (pillar, *brief, level, languages)))
    shorter = dot.join(filter(None, (*brief, languages)))
    return Item(
        entry.id,
        entry.path,
        entry.pillar,
        entry.title,
        entry.languages,
        entry.summary,
        facts,
        shorter,
        (pillar, brief[0], level, *names),
        _state(entry, catalogue, language),
        _CARD + _packed(f"{entry.title}{facts}{entry.summary}"),
        _line_weight(entry.title, shorter),
    )


def with_brief(item: Item, brief: str) -> Item:
    """The item with something else beside its title."""
    return replace(item, brief=brief, line=_line_weight(item.title, brief))


def _line_weight(title: str, brief: str) -> int:
    return _LINE + _packed(f"{title}{brief}")


def _packed(text: str) -> int:
    """Roughly how many bytes a text takes up in a page after gzip."""
    size, count = len(text.encode()), len(text)
    ascii_ = count if size == count else len(text.encode("ascii", "ignore"))
    of_three = size - 2 * count + ascii_  # characters of three bytes, such as Chinese ones
    one, two, three = _BYTES
    return round(one * ascii_ + two * (count - ascii_ - of_three) + three * of_three)


def _where(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    """Where a practice is carried out; empty if its title says so, as most do."""
    if entry.kind is not Kind.PRACTICE:
        return ""
    shown, said = [], True
    for id_, name in places_of(entry, catalogue, language).items():
        everyday = language.everyday_names(id_)
        said = said and any(one in entry.title for one in (name, *everyday))
        shown.append(everyday[0] if everyday and len(name) > _LONGEST_PLACE else name)
    return "" if said else few_places(shown, language)


def _languages(entry: Entry, language: Language) -> str:
    """In which languages a work can be had; empty if in English alone, as most are."""
    if entry.languages in ((), ("en",)):
        return ""
    names = sorted(map(language.language_name, entry.languages), key=language.sort_key)
    if len(names) > _MOST_LANGUAGES:
        text = language.text("search.languages", n=len(names))
    else:
        text = language.joined(names)
    return marked("languages", text, entry, language)


def _state(entry: Entry, catalogue: Catalogue, language: Language) -> str:
    if entry.withdrawn:
        return language.text("state.withdrawn")
    if entry.id in catalogue.superseded_by:
        return language.text("state.superseded")
    return ""
