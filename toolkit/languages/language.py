"""What the site needs to know of a language: its words, its names for things, its search."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Protocol

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

Text = str | Mapping[str, str]


class LanguageModule(Protocol):
    """The contract of a language's module. `LOCALE` names its data in Unicode CLDR.

    A string with a number in it is a mapping of the plural categories of Unicode CLDR (`one`,
    `other`, ...). `COUNTRIES` holds the names that differ from those of CLDR, by ISO code.
    """

    @property
    def NAME(self) -> str:  # noqa: N802
        """The name of the language in itself."""

    @property
    def LOCALE(self) -> str:  # noqa: N802
        """The name of its data in Unicode CLDR."""

    @property
    def DIRECTION(self) -> str:  # noqa: N802
        """`ltr` or `rtl`."""

    @property
    def SECTIONS(self) -> tuple[str, ...]:  # noqa: N802
        """Headings of a practice's sections, in order."""

    @property
    def STRINGS(self) -> Mapping[str, Text]:  # noqa: N802
        """The words of the site by key."""

    @property
    def COUNTRIES(self) -> Mapping[str, str]:  # noqa: N802
        """Names of countries that differ from those of Unicode CLDR."""

    @property
    def STOP_WORDS(self) -> frozenset[str]:  # noqa: N802
        """Words that the search leaves out."""

    @property
    def FILLERS(self) -> frozenset[str]:  # noqa: N802
        """Words of questions that say nothing about what is sought, besides those."""

    @property
    def LIGHT_WORDS(self) -> frozenset[str]:  # noqa: N802
        """Words that say little about what is sought where others stand beside them."""


class Language:
    """One language of the site. `tag` is its BCP 47 tag."""

    def __init__(self, tag: str, module: LanguageModule) -> None:
        self.tag = tag
        self.name = module.NAME
        self.locale = Locale.parse(module.LOCALE)
        self.direction = module.DIRECTION
        self.sections = module.SECTIONS
        self.strings = module.STRINGS
        self.stop_words = module.STOP_WORDS
        self.fillers = module.FILLERS
        self.light_words = module.LIGHT_WORDS
        self._countries = module.COUNTRIES

    def text(self, key: str, /, **values: object) -> str:
        """The string `key` with `values` filled in; a value `n` chooses the plural form.

        Raises KeyError where the language lacks the string.
        """
        text = self.strings[key]
        if not isinstance(text, str):
            number = values["n"]
            if not isinstance(number, int):
                raise TypeError(f"{key}: n is no number")
            text = text.get(self.locale.plural_form(number)) or text["other"]
        return text.format_map(values) if values else text

    def country(self, code: str) -> str:
        """The name of a country, by its ISO 3166-1 code in any case."""
        code = code.upper()
        return self._countries.get(code) or self.locale.territories.get(code) or code

    def language_name(self, tag: str) -> str:
        """The name of a language in this one, by its BCP 47 tag."""
        return _language_name(tag, self.tag)

    def date(self, day: date) -> str:
        """A date in words."""
        return format_date(day, "long", self.locale)

    def size(self, count: int) -> str:
        """A number of bytes as people read it: `2.8 MB`, from 1,000 bytes a kB on."""
        for unit, step in (("mb", 1_000_000), ("kb", 1_000)):
            if count >= step or unit == "kb":
                number = format_decimal(count / step, "0.0" if unit == "mb" else "0", self.locale)
                return self.text(f"size.{unit}", number=number)
        raise AssertionError

    def in_order(self, code: str) -> str:
        """A number or code whose parts keep their order in a text from right to left too."""
        return f"\u2066{code}\u2069" if self.direction == "rtl" else code

    def joined(self, items: list[str]) -> str:
        """Items as a list in words: `a, b and c`."""
        return format_list(items, locale=self.locale) if items else ""


@lru_cache(maxsize=1024)
def _language_name(tag: str, in_language: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_display_name(in_language)
    except (UnknownLocaleError, ValueError):
        name = None
    return name or tag
