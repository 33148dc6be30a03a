"""The search of the content in docs/, answering judged queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.files import write_files
from tests.relevance.measures import Answer
from toolkit.catalogue.catalogue import Catalogue, make_catalogue
from toolkit.content.reader import Content, read_content
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.search.engine import Engine, Found
from toolkit.search.files import each_search_file
from toolkit.translations.localized import Localized, localized
from toolkit.translations.status import TranslationStatuses

DOCS = Path(__file__).parents[2] / "docs"
DAY = date(2026, 11, 25)

# Later entries haven't been judged, except those named by a query.
JUDGED = date(2026, 11, 25)
# Nobody has seen other entries among the answers. A day can't tell which: that on which an entry
# was added need not be that of its file.
SEEN = frozenset(Path(__file__).with_name("seen.txt").read_text(encoding="utf-8").split())


class PageEngine(Engine):
    """The search as pages run it, in Chromium, which is ten times as fast as QuickJS."""

    def __init__(self, page: Page, site: Path, tag: str) -> None:
        self._page = page
        super().__init__(site, tag)

    def find_all(self, texts: Sequence[str]) -> list[Found]:
        """What `find` finds for each, in one call: each call takes half as long as its answer."""
        ask = "(texts) => texts.map((text) => ask(text, true, ''))"
        return [self._found(answer) for answer in self._page.evaluate(ask, texts)]

    def _load(self, script: str) -> None:
        self._page.add_script_tag(content=script)

    def _call(self, function: str, *arguments: object) -> Any:
        return self._page.evaluate(f"(given) => {function}(...given)", arguments)


@dataclass(frozen=True)
class Search:
    """The search of docs/; the ids of entries, including former ones, of those that came after the
    queries were judged, and of those that nobody has seen among the answers.
    """

    engine: PageEngine
    catalogue: Catalogue
    ids: frozenset[str]
    later: frozenset[str]
    unseen: frozenset[str]
    answers: dict[str, Answer] = field(default_factory=dict)  # to previous queries

    def ask(self, queries: Iterable[str]) -> None:
        """Find the answers to queries that will be asked for."""
        new = [one for one in dict.fromkeys(queries) if one not in self.answers]
        for query, found in zip(new, self.engine.find_all(new), strict=True):
            self.answers[query] = Answer([result.id for result in found.results], found.weak)

    def answer(self, query: str) -> Answer:
        if query not in self.answers:
            self.ask([query])
        return self.answers[query]

    def seen(self, query: str) -> list[str]:
        """The ids that answer a query, without those of unseen entries."""
        return [id_ for id_ in self.answer(query).ids if id_ not in self.unseen]


def search_of_docs(folder: Path, tag: str, page: Page) -> Search:
    """The index of docs/ in a language, written to a folder and loaded by a page."""
    local, catalogue = _docs(tag)
    bodies = Rendering(local.content.documents, LANGUAGES[tag]).result()
    files = dict(each_search_file(catalogue, LANGUAGES[tag], bodies, None, local))
    write_files(folder, files)
    return _search(folder, tag, page, catalogue)


def search_of_site(site: Path, tag: str, page: Page) -> Search:
    """The index in a language on the site of docs/, loaded by a page."""
    return _search(site, tag, page, _docs(tag)[1])


@cache
def _content() -> tuple[Content, TranslationStatuses]:
    content = read_content(DOCS)
    return content, TranslationStatuses(content)


def _docs(tag: str) -> tuple[Localized, Catalogue]:
    local = localized(*_content(), tag)
    return local, make_catalogue(local.content, DAY, by_title=LANGUAGES[tag].sort_key)


def _search(site: Path, tag: str, page: Page, catalogue: Catalogue) -> Search:
    names = {
        one.id: {path.rpartition("/")[2] for path in (one.path, *one.texts("aliases"))}
        for one in catalogue.content.entries
    }
    unseen = frozenset(id_ for id_, found in names.items() if SEEN.isdisjoint(found))
    later = frozenset(one.id for one in catalogue.entries if one.added > JUDGED.isoformat())
    ids = frozenset().union(*names.values())
    return Search(PageEngine(page, site, tag), catalogue, ids, later | unseen, unseen)
