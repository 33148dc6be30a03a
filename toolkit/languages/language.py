"""What the site needs to know about a language: its strings, its names for things, its search."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from toolkit.languages.collation import collation_key
from toolkit.languages.countries import official_names
from toolkit.languages.strings import StringFault, Text, Translation, english, read, translation

# Spanish "and" before the sound of i: "español e inglés", but "cobre y hierro".
_SPANISH_AND = re.compile(r" y (?=[ií]|hi(?!e))", re.IGNORECASE)
# A Latin name that starts with a number, which right-to-left text would move to the end.
_NUMBER_FIRST = re.compile(r"\d+[ -]+[A-Za-z]")
# A name with a comma, unless quotation marks show where it ends.
_WITH_COMMA = re.compile(r"\w.*(?:[,،] |，)")
# The full stop after a title that ends with a question mark, or after "Inc.".
_SECOND_END = re.compile(r"(?<=[.?!؟。？！])(\u2069*)[.。]$")


@dataclass(frozen=True, eq=False, kw_only=True)
class Language:
    """One language of the site. `tag` is its BCP 47 tag.

    `name` is its name in itself, `locale_name` that of its data in Unicode CLDR, and `sections` are
    the headings of a practice, in order. `languages` holds the names that differ from those of
    CLDR, by tag. The search leaves out `stop_words`, and `fillers` in questions besides;
    `light_words` count little beside others. `spellings` make those of one word alike: regular
    expressions and their replacements, in the form of JavaScript, one after another, for words
    without capitals and accents. `irregular` names the plain form of forms that no ending tells:
    folded words. `date_pattern` is one of CLDR, `first_day` another for the first of a month, and
    `month_pattern` for a month alone; `months` are names that differ from those of CLDR. `gap`
    stands between sentences.
    A space stands before `marks_apart`, and no line begins with one of them. `letters` are those of
    its script, as ranges of a character class. In a sentence, "the" stands before the names of
    `the_places`: codes of countries and ids of regions.
    """

    tag: str
    name: str
    locale_name: str
    sections: tuple[str, ...]
    stop_words: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    light_words: frozenset[str] = frozenset()
    spellings: tuple[tuple[str, str], ...] = ()
    irregular: Mapping[str, str] = field(default_factory=dict)
    date_pattern: str = "long"
    first_day: str = ""
    month_pattern: str = ""
    months: tuple[str, ...] = ()
    gap: str = " "
    marks_apart: str = ""
    letters: str = "A-Za-z\u00c0-\u024f"
    languages: Mapping[str, str] = field(default_factory=dict)
    the_places: frozenset[str] = frozenset()

    @cached_property
    def locale(self) -> Locale:
        """The language's data in Unicode CLDR."""
        return Locale.parse(self.locale_name)

    @cached_property
    def direction(self) -> str:
        """The direction of writing: `ltr` or `rtl`."""
        return str(self.locale.text_direction)

    @property
    def sources(self) -> tuple[str, ...]:
        """The texts of the files that its strings are made from."""
        own = (f"{self.tag}.po",) if self.tag != "en" else ()
        return tuple(map(read, ("en.pot", *own)))

    @cached_property
    def _translation(self) -> Translation:
        if self.tag == "en":
            return Translation(english(), ())
        return translation(self.locale, read(f"{self.tag}.po"))

    def know(self, strings: Mapping[str, Text]) -> None:
        """Have these strings, which an earlier run made of the same `sources`, without a fault."""
        vars(self).setdefault("_translation", Translation(strings, ()))

    @cached_property
    def strings(self) -> Mapping[str, Text]:
        """The strings of the interface by key; those with a number, by CLDR plural category."""
        return self._translation.strings

    @property
    def faults(self) -> tuple[StringFault, ...]:
        """What is wrong with the language's strings: no site is built in it until all are fixed."""
        return self._translation.faults

    def text(self, key: str, /, **values: object) -> str:
        """The string `key` with `values` filled in; a value `n` chooses the plural form.

        Raises KeyError if the language lacks the string.
        """
        text = self.strings[key]
        if not isinstance(text, str):
            number = values["n"]
            if not isinstance(number, int):
                raise TypeError(f"{key}: n is not a number")
            text = text.get(self.locale.plural_form(number)) or text["other"]
        said = text.format_map(values) if values else text
        return _SECOND_END.sub(r"\1", said) if text.endswith(("}.", "}。")) else said

    def country(self, code: str) -> str:
        """The name of a country, by its ISO 3166-1 code in any case."""
        code = code.upper()
        official = official_names().get(code, {}).get(self.tag)
        return official or self.locale.territories.get(code) or code

    def everyday_names(self, code: str) -> tuple[str, ...]:
        """What people call a country: its name in CLDR, and what stands before a comma there, as in
        "St Helena, Ascension & Tristan da Cunha".
        """
        name = self.locale.territories.get(code, "")
        return tuple(dict.fromkeys(filter(None, (name, name.partition(",")[0]))))

    def language_name(self, tag: str) -> str:
        """The name of another language, by its BCP 47 tag; if it has none, the tag itself."""
        named, code = self.locale.languages, tag.replace("-", "_")
        # Look in the data first: there is no Samoan locale, and Babel's Tagalog one is Filipino.
        return str(
            self.languages.get(tag)
            or named.get(code)
            or named.get(get_global("language_aliases").get(code))
            or _language_name(tag, self.tag)
        )

    def article(self, number: str, paragraphs: str = "") -> str:
        """`Article 6(3)`, or `Articles 3 to 24` for a range."""
        first, dash, last = number.partition("-")
        if dash:
            return self.text("article.range", first=first, last=last)
        return self.text("article.number", number=f"{number}{paragraphs}")

    def date(self, day: datetime.date) -> str:
        """A date in words."""
        if self.months:
            return f"{day.day} {self.month(day)}"
        pattern = self.first_day if day.day == 1 else ""
        return _date_text(day, pattern or self.date_pattern, self.locale)

    def month(self, day: datetime.date) -> str:
        """The month of a date in words, with its year."""
        if self.months:
            return f"{self.months[day.month - 1]} {day.year}"
        if self.month_pattern:
            return format_date(day, self.month_pattern, self.locale)
        return format_skeleton("yMMMM", day, locale=self.locale)

    def size(self, count: int) -> str:
        """A number of bytes in readable form: `2.8 MB`, or in kB below one megabyte."""
        if count >= 1_000_000:
            number = format_decimal(count / 1_000_000, "0.0", self.locale)
            return self.text("size.mb", number=number)
        return self.text("size.kb", number=format_decimal(count / 1_000, "0", self.locale))

    def in_order(self, code: str) -> str:
        """A number or code whose parts keep their order even in right-to-left text."""
        return f"\u2066{code}\u2069" if self.direction == "rtl" else code

    def joined(self, items: Iterable[str]) -> str:
        """Items as a list in words: `a, b and c`, or `a, b; c` if any but the last has a comma."""
        whole = tuple(self.in_order(one) if _NUMBER_FIRST.match(one) else one for one in items)
        if any(map(_WITH_COMMA.match, whole[:-1])):
            return self.text("list.semicolon").join(whole)
        text = _list_text(whole, self.locale)
        return _SPANISH_AND.sub(" e ", text) if self.tag == "es" else text

    def prose(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other."""
        return self.gap.join(sentences)

    def sort_key(self, text: str) -> tuple[str, str]:
        """The sort key for texts, in the order of the language's dictionaries."""
        return collation_key(text, self.tag), text

    def initial(self, text: str) -> str:
        """The letter under which a text appears in a list from A to Z, or `0` if it has none."""
        first = collation_key(text, self.tag)[:1].upper()
        return first if first.isalpha() else "0"


def ended(text: str) -> str:
    """Text with a full stop, if no sign ends it."""
    return _SECOND_END.sub(r"\1", f"{text}.")


def lowered(text: str) -> str:
    """Text with a small first letter, for use inside a sentence; abbreviations stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


# The same days and bodies are named on many pages, and Babel looks all its rules up each time.
_date_text = lru_cache(maxsize=4096)(format_date)


@lru_cache(maxsize=16_384)
def _list_text(items: tuple[str, ...], locale: Locale) -> str:
    return format_list(items, locale=locale) if items else ""


@lru_cache(maxsize=1024)
def _language_name(tag: str, in_language: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_display_name(in_language)
    except (UnknownLocaleError, ValueError):
        name = None
    return name or tag
