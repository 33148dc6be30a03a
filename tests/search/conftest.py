"""The search of small content, on its own page, from a server and from disk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browsers import serve, watch
from tests.files import write_files
from tests.search.sample import lay_sample
from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.languages.language import Language
from toolkit.rendering.bodies import Rendering
from toolkit.rendering.body import Body
from toolkit.search.documents import Document, make_documents
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet, make_search_facets
from toolkit.search.files import each_index_file, each_search_file
from toolkit.search.lexicon import Group
from toolkit.search.words import Stems, split
from toolkit.site.scripts import worded_scripts

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'">
<title>Search</title>
<link rel="icon" href="data:,">
<script src="assets/search.js" defer></script>
</head>
<body>
<main id="page--content">
<search data-search hidden></search>
<div data-results></div>
</main>
</body>
</html>
"""


@pytest.fixture(scope="session")
def english() -> Language:
    return LANGUAGES["en"]


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def catalogue(content: Path) -> Catalogue:
    return make_catalogue(read_content(content), date(2026, 11, 25))


@pytest.fixture(scope="session")
def bodies(catalogue: Catalogue, english: Language) -> Mapping[str, Body]:
    return Rendering(catalogue.content.documents, english).result()


@pytest.fixture(scope="session")
def facets(catalogue: Catalogue, english: Language) -> list[SearchFacet]:
    return make_search_facets(catalogue, english)


@pytest.fixture(scope="session")
def documents(
    catalogue: Catalogue,
    english: Language,
    bodies: Mapping[str, Body],
    facets: list[SearchFacet],
) -> list[Document]:
    return [*make_documents(catalogue, english, bodies, facets)]


@pytest.fixture(scope="session")
def files(catalogue: Catalogue, english: Language, bodies: Mapping[str, Body]) -> dict[str, bytes]:
    return dict(each_search_file(catalogue, english, bodies))


def stems_of(text: str, stems: Stems) -> list[str]:
    """The stems of a text, in order."""
    return [stem for word in split(text) if (stem := stems[word])]


def index_files(
    documents: Iterable[Document],
    language: Language,
    facets: Sequence[SearchFacet] = (),
    lexicon: Sequence[Group] = (),
    **options: Any,
) -> dict[str, bytes]:
    """The index of documents, by file path."""
    return dict(each_index_file(documents, language, facets, lexicon, **options))


WORDED = worded_scripts(LANGUAGES["en"], date(2026, 11, 25))


def write_site(folder: Path, files: Mapping[str, bytes], page: str = PAGE) -> Path:
    """A folder with a page that searches `files`."""
    scripts = {path: WORDED[path] for path in ("assets/mine.js", "assets/search.js")}
    return write_files(folder, {**files, **scripts, "search.html": page.encode()})


def ids(engine: Engine, query: str, count: int = 5) -> list[str]:
    return [one.id for one in engine.find(query).results[:count]]


def titled(*titles: str) -> list[Document]:
    """Works known only by their titles; their ids are numbers from 0."""
    return [
        Document(
            {"title": title, "url": f"x/y/{number}.html", "facets": []},
            "",
            (title, *[""] * 5),
            (),
        )
        for number, title in enumerate(titles)
    ]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> Path:
    return write_site(tmp_path_factory.mktemp("a site"), files)


@pytest.fixture(scope="session")
def engine(site: Path) -> Engine:
    return Engine(site, "en")


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page that must neither complain nor fail."""
    _, complaints = watch(page)
    yield page
    assert complaints == []
