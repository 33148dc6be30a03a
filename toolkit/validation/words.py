"""How messages quote what people wrote, and how they list things."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 60
_SMALL_CAPITAL = re.compile("LATIN LETTER SMALL CAPITAL ([A-Z])")


class _LookAlike(dict[int, str]):
    """Latin letters by those that are mistaken for them: mathematical, wide, in circles."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKC", letter)
        if capital := _SMALL_CAPITAL.fullmatch(unicodedata.name(letter, "")):
            plain = capital[1].lower()
        self[code] = plain if plain.isascii() and plain.isalpha() and len(plain) == 1 else letter
        return self[code]


# Cyrillic and Greek letters, and the Latin ones they are mistaken for.
_LOOK_ALIKE = _LookAlike(
    zip(
        map(ord, "авеёкмнорстухіїјѕАВЕЁКМНОРСТУХІЇЈЅοΟαΑΒΕΖΗΙΚΜΝΡΤΥΧ"),
        "abeekmhopctyxiijsABEEKMHOPCTYXIIJSoOaABEZHIKMNPTYX",
        strict=True,
    )
)
_MARKS = (
    *(("'", "'"), ('"', '"'), ("“", "”"), ("„", "“"), ("„", "”")),
    *(("”", "”"), ("‘", "’"), ("‚", "‘"), ("«", "»"), ("‹", "›"), ("＂", "＂"), ("〝", "〞")),
    *(("「", "」"), ("『", "』")),  # those of titles of works, 《》, belong to them
)
_CLOSING = frozenset(closing for _, closing in _MARKS)
# In names, which may be quoted in part, all of these say nothing.
QUOTATION_MARKS = re.compile('["«»‹›“-‟〈-』＂〝〞]')
_ITEM = re.compile(r"\w[^][{}'\":#,]*|https?://[^][{}'\"#,\s]+")
# A value with one quotation mark, whose other one was forgotten; workers' and 12" have theirs.
_HALF_QUOTED = re.compile(
    r"“(?P<a>[^“”]+)|(?P<b>(?:\w'\w|[^'])*[^'\ds])'|(?P<c>[^\"]*[^\"\d])\"|(?P<d>[^“”]+)”"
)


def when(date: str) -> str:
    """A date with its preposition: `in 2020`, `in 2020-06`, `on 2020-06-15`."""
    return f"{'on' if len(date) > len('2020-06') else 'in'} {date}"


def by_name(names: dict[str, str]) -> dict[str, str]:
    """A table turned around: each key by its names, which are separated by bars."""
    return {name: key for key, its in names.items() for name in its.split("|")}


def quote(text: str) -> str:
    """The text in quotation marks, on one line, cut if it is long."""
    folded = " ".join(text.split())
    if len(folded) > _LONGEST:
        folded = f"{folded[: _LONGEST - 1].rstrip()}…"
    return f'"{folded}"'


def listed(items: Iterable[str], word: str = "or") -> str:
    """The items in quotation marks, as in a sentence: `"a", "b" or "c"`."""
    quoted = [quote(item) for item in items]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} {word} {quoted[-1]}"


def yaml_text(text: str) -> str:
    """The text in the quotation marks with which front matter takes it as it is."""
    # Next to a curved mark, a straight one of the same kind would be overlooked.
    if '"' not in text and "\\" not in text and not {text[:1], text[-1:]} & {*"“”„"}:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def yaml_item(text: str) -> str:
    """The text as it must stand between brackets: in quotation marks where it needs them."""
    return text if _ITEM.fullmatch(text) else yaml_text(unquoted(text))


def unquoted(text: str) -> str:
    """The text without the quotation marks around it, straight or not."""
    if text[-1:] not in _CLOSING:  # as in nearly all cases
        return text
    for opening, closing in _MARKS:
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing):
            inner = text[1:-1]
            # In “a” and “b”, the first mark doesn't belong to the last; in 'women's', it does.
            # Where words have no spaces between them, marks stand next to letters.
            is_spaced = closing in "'\"”’"
            letter = r"\w" if is_spaced else r"\0"
            end = re.search(rf"{closing}(?!{letter})", inner)
            apart = end and re.compile(rf"(?<!{letter}){opening}").search(
                inner, end.end() + is_spaced
            )
            return text if apart else inner.strip()
    return text


def whole(value: str) -> str:
    """A value without the quotation marks around it, or without the only one of them."""
    half = _HALF_QUOTED.fullmatch(value)
    return half[str(half.lastgroup)].strip() if half else unquoted(value)


def bare(text: str) -> str:
    """The id or code meant by a value, without quotation marks and spaces around it."""
    return unquoted(text.strip())


def last_part(name: str) -> str:
    """The name of a field without the path to it: `url` for `sources[0].url`."""
    return name.rpartition(".")[2]


def in_western_digits(text: str) -> str:
    """The text with the digits 0 to 9 instead of those of other scripts."""
    return "".join(str(unicodedata.digit(one, one)) for one in text)


def named_character(sign: str, name: str = "") -> str:
    """The code of a character, and what it is called, if it has a name."""
    name = name or unicodedata.name(sign, "").lower()
    return f"U+{ord(sign):04X}" + (f", {name}" if name else "")


def look_alike(text: str) -> str:
    """The text with Latin letters instead of those that look like them."""
    return text.translate(_LOOK_ALIKE)
