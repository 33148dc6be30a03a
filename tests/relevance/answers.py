"""The search of the real content, as it answers judged queries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.relevance.measures import Answer
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.search.files import search_files
from toolkit.search.find import find
from toolkit.search.store import Store, read_store

DOCS = Path(__file__).parents[2] / "docs"


def index_of_docs(folder: Path) -> Store:
    """The index of the real content, written to a folder and read back."""
    language = LANGUAGES["en"]
    catalogue = make_catalogue(read_content(DOCS), date(2026, 11, 25))
    bodies = Rendering(catalogue.content.entries, language).result()
    for path, content in search_files(catalogue, language, bodies).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return read_store(folder, language.tag)


def make_answer(store: Store) -> Callable[[str], Answer]:
    def answer(query: str) -> Answer:
        found = find(store, query)
        return Answer([result.id for result in found.results], found.weak)

    return answer
