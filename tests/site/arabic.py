"""A language from right to left for tests: every string is its English one between Arabic words.

Not a translation, and never shown to readers: it shows that nothing rests on the direction.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from toolkit.languages import en
from toolkit.languages.language import Text

NAME: Final = "العربية"
LOCALE: Final = "ar"
DIRECTION: Final = "rtl"
SECTIONS: Final = en.SECTIONS
COUNTRIES: Final[Mapping[str, str]] = {}
STOP_WORDS: Final = frozenset[str]()
FILLERS: Final = frozenset[str]()
LIGHT_WORDS: Final = frozenset[str]()

_WORDS = ("مكافحة", "الاتجار", "بالأشخاص", "الوقاية", "الحماية", "الملاحقة", "دليل", "البحث")
# Strings that only put values together, and what a script reads, stay as they are.
_KEPT = ("facts.", "cite.", "value.", "identifier", "helpline", "number.", "group.part")


def _arabic(key: str, text: str) -> str:
    if key.startswith(_KEPT):
        return text
    words = [
        word if "{" in word else _WORDS[(len(key) + place) % len(_WORDS)]
        for place, word in enumerate(text.split())
    ]
    return " ".join(words)


STRINGS: Final[dict[str, Text]] = {
    key: _arabic(key, text)
    if isinstance(text, str)
    else {form: _arabic(key, one) for form, one in text.items()}
    for key, text in en.STRINGS.items()
}
