"""The values that a field can have, with their names, from the lists and registers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.authoring.ids import in_ascii
from toolkit.content.reader import Content
from toolkit.content.registers import Article, Instrument
from toolkit.content.schema import Field, Form, Kind
from toolkit.content.tables import fields_of
from toolkit.content.vocabularies import Vocabulary
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.validation.countries import country_codes
from toolkit.validation.language_tags import languages_to_choose
from toolkit.validation.words import QUOTATION_MARKS

_TWO_NAMES = re.compile(r"(.*\S)\s*[(（]([^()（）]+)[)）]")


@dataclass(frozen=True, slots=True)
class Option:
    """A value as written, its name, what it means, and the group that it belongs to.

    `others` are other names that people know it by.
    """

    value: str
    label: str
    about: str = ""
    group: str = ""
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All that it can be called."""
        return (self.value, self.label, *self.others)


class Names:
    """What people call the values of a field, and what files call them."""

    def __init__(self, options: Iterable[Option]) -> None:
        self._labels: dict[str, str] = {}
        self._values: dict[str, set[str]] = {}
        for option in options:
            self._labels[option.value] = option.label
            for name in (option.label, *option.others):
                self._values.setdefault(_folded(name), set()).add(option.value)
        for value in self._labels:  # a value means itself, even if another has this name
            self._values[_folded(value)] = {value}
        # How many pieces between commas the name with the most of them has.
        self._most_pieces = 1 + max((name.count(",") for name in self._values), default=0)

    def __bool__(self) -> bool:
        return bool(self._labels)

    def value(self, name: str) -> str:
        """The value that a name means; the name itself if it means none or several.

        Of two names, one in brackets as in `X (Y)`, both must mean it.
        """
        found = self._values.get(_folded(name), set())
        if not found and (both := _TWO_NAMES.fullmatch(name)):
            found = self._values.get(_folded(both[1]), set())
            found = found & self._values.get(_folded(both[2]), set())
        return next(iter(found)) if len(found) == 1 else name

    def has(self, name: str) -> bool:
        """Whether a text is a value, or means one."""
        return name in self._labels or self.value(name) != name

    def split(self, text: str) -> list[str]:
        """What stands between commas; a name may contain commas itself."""
        pieces = [piece.strip() for piece in text.split(",")]
        found: list[str] = []
        place = 0
        while place < len(pieces):
            most = min(self._most_pieces, len(pieces) - place)
            wholes = ((n, ", ".join(pieces[place : place + n])) for n in range(most, 1, -1))
            count, whole = next((one for one in wholes if self.has(one[1])), (1, pieces[place]))
            found.append(whole)
            place += count
        return [one for one in found if one]

    def label(self, value: str) -> str:
        """The name of a value if it is unambiguous, otherwise the value."""
        label = self._labels.get(value, value)
        return label if self.value(label) == value else value

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of all values, in order."""
        return tuple(self.label(value) for value in self._labels)


# Cached because many columns of a spreadsheet have the same lists.
@lru_cache(maxsize=16_384)
def _folded(name: str) -> str:
    """A name without differences in case, accents, hyphens, quotation marks and spaces."""
    name = QUOTATION_MARKS.sub("", name).strip()
    # "Министерство ILO" is not the ILO.
    letters = "" if name.isascii() else name
    if any(sign.isalpha() and not in_ascii(sign).strip() for sign in letters):
        return name.casefold()
    return " ".join(in_ascii(name).replace("-", " ").split()) or name.casefold()


def options_of(
    field: Field, kind: Kind, content: Content, language: Language
) -> tuple[Option, ...]:
    """The possible values of `field` for `kind`; empty if any will do or its list is broken."""
    if field.form is Form.TERM:
        return tuple(_terms(content.vocabularies[field.vocabulary], language))
    if field.form is Form.ORGANISATION:
        return tuple(_organisations(content, language))
    if field.form is Form.PROVISION:
        return tuple(_provisions(content, language))
    if field.form is Form.COUNTRY:
        return _by_label(_country(code, language) for code in country_codes())
    if field.form is Form.LANGUAGE:
        return _by_label(
            Option(tag, language.language_name(tag), others=names)
            for tag, names in languages_to_choose().items()
        )
    if field.form is Form.CHOICE:
        return tuple(Option(choice, choice) for choice in field.choices)
    if field.form is Form.FIELD:
        return tuple(Option(name, name, row.about) for name, row in fields_of(kind).items())
    return ()


def _by_label(options: Iterable[Option]) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: option.label))


def _country(code: str, language: Language) -> Option:
    """A country by its official name; people also write the everyday one."""
    others = (*language.everyday_names(code), *_ABBREVIATED.get(code, ()))
    return Option(code, language.country(code), others=others)


_ABBREVIATED = {"GB": ("UK",), "US": ("USA",), "AE": ("UAE",)}


def _terms(vocabulary: Vocabulary, language: Language) -> Iterator[Option]:
    """The terms that entries may name; of themes, only the narrower ones."""
    if not vocabulary.sound:
        return
    for term in vocabulary.terms.values():
        if vocabulary.name == "themes" and term.id in vocabulary.narrower:
            continue
        broader = vocabulary.terms.get(term.broader)
        yield Option(
            term.id,
            term.label(language.tag),
            term.define(language.tag),
            broader.label(language.tag) if broader else "",
            tuple(term.alt.get(language.tag, ())),
        )


def _organisations(content: Content, language: Language) -> Iterator[Option]:
    if content.organisations.sound:
        for one in content.organisations.items.values():
            names = tuple(name for name in (one.abbreviation, one.name) if name)
            yield Option(one.id, one.name_in(language.tag), others=names)


def _provisions(content: Content, language: Language) -> Iterator[Option]:
    """Instruments and their articles; people also paste the English names, as files have them."""
    if content.instruments.sound:
        for original in content.instruments.items.values():
            named = original.in_language(language.tag)
            names = (*_names(original.short_title), *_names(named.short_title))
            others = tuple(dict.fromkeys(one for one in names if one != named.short_title))
            yield Option(original.id, named.short_title, others=others)
            for key, article in original.articles.items():
                label = _article(named, named.articles[key], language)
                own = _article(original, article, LANGUAGES["en"])
                yield Option(key, label, group=original.id, others=(own,))


def _names(title: str) -> Iterator[str]:
    """A title; and as `X (Y)` is two names, X, and Y if it isn't a number."""
    yield title
    if found := _TWO_NAMES.fullmatch(title):
        yield found[1]
        if not re.search(r"\d", found[2]):
            yield found[2]


def _article(instrument: Instrument, article: Article, language: Language) -> str:
    words = article.title or article.label
    name = language.text("group.part", name=instrument.short_title, part=article.number)
    # People type such a name, without marks of its direction.
    colon = language.text("list.colon").replace("\u200f", "")
    return f"{name}{colon}{words}" if words else name
