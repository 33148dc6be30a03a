"""Renders all bodies of a site, on two cores where there are many."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.beside import Beside
from toolkit.content.document import Document
from toolkit.languages.language import Language
from toolkit.rendering.body import Body
from toolkit.rendering.markdown import render_markdown

# Below this many characters, starting a second process costs more than it saves.
_WORTH_SHARING = 500_000


def render_bodies(documents: Iterable[Document], language: Language) -> dict[str, Body]:
    """The rendered body of each document, by its path."""
    all_of_them = list(documents)
    if sum(len(document.body) for document in all_of_them) < _WORTH_SHARING:
        return _render(all_of_them, language)
    half = len(all_of_them) // 2
    other = Beside(lambda: _render(all_of_them[half:], language))
    return _render(all_of_them[:half], language) | other.result()


def _render(documents: list[Document], language: Language) -> dict[str, Body]:
    return {document.path: render_markdown(document.body, language) for document in documents}
