"""The scripts of the theme, with the words that they show.

A page carries no words that only scripts show: a script has them, is loaded once and kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Final

import minify

from toolkit.languages.language import Language

# Those that show words, by their paths in the theme and on the site.
_SCRIPTS: Final = ("assets/fold.js", "assets/leave.js", "assets/search.js", "assets/take.js")

# A string such as "t:leave.once", which stands in a script for the words of that key.
_KEY: Final = re.compile(r'"t:([a-z.-]+)"')


def worded_scripts(language: Language) -> dict[str, bytes]:
    """The scripts that show words, by their paths on the site."""
    return {
        path: with_words(
            minify.string(
                "application/javascript",
                files("toolkit.site").joinpath("theme", path).read_text(encoding="utf-8"),
            ),
            language,
        ).encode()
        for path in _SCRIPTS
    }


def paths_script(pages: Iterable[tuple[str, str]]) -> bytes:
    """The script that tells the page of unknown addresses which paths there are, with titles."""
    text = json.dumps(list(pages), ensure_ascii=False, separators=(",", ":"))
    return f"window.toolkitPaths={text.replace('<', chr(92) + 'u003c')};\n".encode()


def with_words(script: str, language: Language) -> str:
    """A script with the words of a language in place of their keys.

    Raises KeyError where the language lacks one.
    """
    return _KEY.sub(lambda key: json.dumps(language.text(key[1]), ensure_ascii=False), script)
