"""The scripts of the theme, with the words that they show, and its style sheet.

Words that only scripts show are not in pages but in the scripts, which are loaded once and cached.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from toolkit.compact_json import compact
from toolkit.languages.directions import contained_json
from toolkit.languages.language import Language
from toolkit.minified import STYLE, minified

THEME = Path(__file__).parent / "theme"

# The scripts that show words, by their paths in the theme and on the site.
_NAMES = ("fold", "leave", "mine", "search", "slash", "take")
_SCRIPTS = tuple(f"assets/{name}.js" for name in _NAMES)

LEAVE = "assets/leave.js"
# Appended to the one script that every page waits for, so that no page asks for another file.
COPY_DATE = "assets/copy-date.js"
_EVERYWHERE = "assets/search.js"

STYLE_SHEET = "assets/style.css"

# A string such as "t:leave.once", which stands in a script for the words of that key.
_KEY = re.compile(r'"t:([a-z.-]+)"')


def worded_scripts(language: Language, day: date) -> dict[str, bytes]:
    """The scripts that show words, by their paths on the site; `day` is the date of the copy."""
    made = {path: worded_script(path, language, day) for path in small_scripts()}
    made[_EVERYWHERE] += f";\n{made.pop(COPY_DATE)}"
    return {path: script.encode() for path, script in made.items()}


@cache
def small_scripts() -> dict[str, str]:
    """The scripts as they are in all languages, with keys in the place of words."""
    return {path: minified(site_file(path)) for path in (*_SCRIPTS, COPY_DATE)}


@cache
def small_style() -> bytes:
    """The style sheet, which every page waits for before it shows anything."""
    return minified(site_file(STYLE_SHEET), STYLE).encode()


def worded_script(path: str, language: Language, day: date) -> str:
    """One of `small_scripts` with the words of a language; `day` is the date of the copy.

    Raises KeyError if the language lacks a word.
    """
    script = _KEY.sub(
        lambda key: json.dumps(language.text(key[1]), ensure_ascii=False), small_scripts()[path]
    )
    return script.replace("day:date", day.isoformat()).replace("{date}", language.date(day))


def site_file(path: str) -> str:
    """The text of a file of the theme, such as `assets/style.css`."""
    return files("toolkit.site").joinpath("theme", path).read_text(encoding="utf-8")


def paths_script(pages: Iterable[tuple[str, str]]) -> bytes:
    """The script that gives the 404 page all paths of the site, with titles."""
    text = contained_json(compact(list(pages))).replace("<", "\\u003c")
    return f"window.toolkitPaths={text};\n".encode()
