"""The strings of the interface, in gettext files: `en.pot` and a `<tag>.po` for each language.

`msgctxt` is the key of a string and `msgid` its English text, which alone shows if the English has
changed since the translation. Plural forms are those of Unicode CLDR, in its order.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

Text = str | Mapping[str, str]

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_SAME = "the same names in braces as"
# The numbers tried to find out which plural forms are used for one number only.
_NUMBERS = range(201)


@dataclass(frozen=True, slots=True)
class StringFault:
    """What is wrong with one string of a language: its line, its key, and a message."""

    line: int
    key: str
    message: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The strings of one language by key, and the faults in them."""

    strings: Mapping[str, Text]
    faults: tuple[StringFault, ...]


def categories(locale: Locale) -> tuple[str, ...]:
    """The plural categories of a language, in the order of the forms in its file."""
    used = {*locale.plural_form.tags, "other"}
    return tuple(category for category in _CATEGORIES if category in used)


@cache
def english() -> Mapping[str, Text]:
    """The English strings by key, the source of all translations."""
    return {message.context or "": _source(message) for message in _messages(read("en.pot"))}


def translation(locale: Locale, text: str) -> Translation:
    """The strings that the text of a `.po` file translates, and what is wrong in it."""
    if not text:
        why = "there is no such file, or nothing in it: begin with a copy of en.pot"
        return Translation({}, (StringFault(1, "", why),))
    try:
        messages = list(_messages(text))
    except (PoFileError, ValueError, IndexError) as error:
        # Babel gives the line for most of what it can't read, and raises other errors for the rest.
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        return Translation({}, (StringFault(line, "", f"it can't be read: {error}"),))
    strings: dict[str, Text] = {}
    faults: list[StringFault] = []
    for message in messages:
        key = message.context or ""
        found = [*_problems(message, locale)]
        if key in strings:
            found.append("it is translated twice")
        faults += [StringFault(message.lineno or 1, key, one) for one in found]
        strings[key] = _translated(message, locale)
    faults += [StringFault(1, key, "it is missing") for key in english() if key not in strings]
    return Translation(strings, tuple(faults))


def placeholders(text: str) -> Counter[str]:
    """The names in braces in a string, with their counts."""
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def read(name: str) -> str:
    """The text of a file of strings; empty if nobody has begun it."""
    file = files("toolkit.languages").joinpath(name)
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _messages(text: str) -> Iterator[Message]:
    lines = [f"{line}\n".encode() for line in text.split("\n")]
    yield from (one for one in read_po(lines, abort_invalid=True) if one.id)


def _source(message: Message) -> Text:
    if isinstance(message.id, str):
        return message.id
    return dict(zip(("one", "other"), message.id, strict=True))


def _translated(message: Message, locale: Locale) -> Text:
    if isinstance(message.string, str):
        return message.string
    return dict(zip(categories(locale), message.string or (), strict=False))


def _problems(message: Message, locale: Locale) -> Iterator[str]:
    """What is wrong with the translation of one string, in words."""
    english_text = english().get(message.context or "")
    if english_text is None:
        yield "there is no such string in English"
    elif english_text != _source(message) or message.fuzzy:
        yield "the English text has changed since"
    elif isinstance(english_text, str):
        if not message.string:
            yield "it is missing"
        elif placeholders(str(message.string)) != placeholders(english_text):
            yield f"it does not have {_SAME} {english_text!r}"
    else:
        yield from _plural_problems(message, locale, english_text["other"])


def _plural_problems(message: Message, locale: Locale, english_text: str) -> Iterator[str]:
    wanted = categories(locale)
    forms = () if isinstance(message.string, str) else message.string or ()
    if len(forms) != len(wanted) or not all(forms):
        yield f"it needs {len(wanted)} plural forms: {', '.join(wanted)}"
        return
    for category, form in zip(wanted, forms, strict=True):
        needed = placeholders(english_text)
        # A form for one number alone may say it in words: "two entries" is one word in Arabic.
        if "n" not in placeholders(form) and _of_one_number(category, locale):
            del needed["n"]
        if placeholders(form) != needed:
            yield f"its form {category!r} does not have {_SAME} {english_text!r}"


@cache
def _of_one_number(category: str, locale: Locale) -> bool:
    return sum(locale.plural_form(number) == category for number in _NUMBERS) == 1
