"""The scripts of the theme, with the words that they show, and its style.

A page carries no words that only scripts show: a script has them, is loaded once and kept.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

from toolkit.compact_json import compact
from toolkit.languages.language import Language
from toolkit.minified import STYLE, minified

# Those that show words, by their paths in the theme and on the site.
_SCRIPTS = tuple(f"assets/{name}.js" for name in ("fold", "leave", "mine", "search", "take"))

# Stands at the end of the one script that every page waits for: no page asks for a file more.
_COPY_DATE = "assets/copy-date.js"
_EVERYWHERE = "assets/search.js"

STYLE_SHEET = "assets/style.css"

# A string such as "t:leave.once", which stands in a script for the words of that key.
_KEY = re.compile(r'"t:([a-z.-]+)"')


def worded_scripts(language: Language, day: date) -> dict[str, bytes]:
    """The scripts that show words, by their paths on the site; `day` is the date of the copy."""
    made = {path: with_words(script, language) for path, script in small_scripts().items()}
    made[_EVERYWHERE] += f";\n{_dated(made.pop(_COPY_DATE), language, day)}"
    return {path: script.encode() for path, script in made.items()}


@cache
def small_scripts() -> dict[str, str]:
    """The scripts as they are in all languages, with keys in the place of words."""
    return {path: minified(_source(path)) for path in (*_SCRIPTS, _COPY_DATE)}


@cache
def small_style() -> bytes:
    """The style sheet, for which every page waits before it shows anything."""
    return minified(_source(STYLE_SHEET), STYLE).encode()


def copy_date_script(language: Language, day: date) -> str:
    """The script that knows the date of the copy."""
    return _dated(with_words(_source(_COPY_DATE), language), language, day)


def _dated(script: str, language: Language, day: date) -> str:
    for key, text in {"date": day.isoformat(), "words": language.date(day)}.items():
        script = script.replace(f'"day:{key}"', json.dumps(text, ensure_ascii=False))
    return script


def _source(path: str) -> str:
    return files("toolkit.site").joinpath("theme", path).read_text(encoding="utf-8")


def paths_script(pages: Iterable[tuple[str, str]]) -> bytes:
    """The script that tells the page of unknown addresses which paths there are, with titles."""
    text = compact(list(pages)).replace("<", "\\u003c")
    return f"window.toolkitPaths={text};\n".encode()


def with_words(script: str, language: Language) -> str:
    """A script with the words of a language in place of their keys.

    Raises KeyError where the language lacks one.
    """
    return _KEY.sub(lambda key: json.dumps(language.text(key[1]), ensure_ascii=False), script)
