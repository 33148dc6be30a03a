"""What the search covers of each entry, task and guide, and what a result shows of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from toolkit.catalogue.catalogue import Catalogue
from toolkit.catalogue.evaluation import evaluation
from toolkit.catalogue.years import when_text
from toolkit.content.document import Document as Page
from toolkit.content.entry import Entry
from toolkit.content.task import Task
from toolkit.grouping import grouped
from toolkit.languages.language import Language
from toolkit.languages.writing_systems import language_of
from toolkit.rendering.body import Body
from toolkit.search.facets import SearchFacet
from toolkit.search.fields import FIRST
from toolkit.search.provisions import Titles, instrument_tokens, provision_tokens, titles_of
from toolkit.search.words import split
from toolkit.translations.localized import Localized

# Days are counted from the Unix epoch, as in JavaScript.
_FIRST_DAY = date(1970, 1, 1)

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)年?")

# Where the guides are: pages that explain the toolkit to readers and contributors.
_GUIDES = ("about/", "contribute/")
_FOR_MAINTAINERS = ("contribute/architecture", "contribute/decisions/", "contribute/design")


@dataclass(frozen=True, slots=True)
class Document:
    """An entry, a task or a guide: if it isn't an entry, the card has its `kind`.

    `card` is what a result shows besides the `summary`; it names as `lang` another language than
    the site's, and as `titled` that of a title alone. `texts` are those of the first tier's fields;
    `tokens` are indexed unchanged, under `provisions`; `asked` are questions that it answers;
    `original` is its title in the language of the original, if that is different; `html` is the
    body.
    """

    card: Mapping[str, object]
    summary: str
    texts: tuple[str, ...]
    tokens: tuple[str, ...]
    html: str = ""
    asked: tuple[str, ...] = ()
    original: str = ""


def make_documents(
    catalogue: Catalogue,
    language: Language,
    bodies: Mapping[str, Body],
    facets: Sequence[SearchFacet],
    local: Localized | None = None,
) -> Iterator[Document]:
    """Make the documents in a language one by one: entries in the order of the catalogue, tasks,
    guides. Those that are not translated according to `local` are marked as English.
    """
    numbered = ({term.id: place for place, term in enumerate(facet.terms)} for facet in facets)
    places = [cache(partial(_places, of_facet)) for of_facet in numbered]
    numbers = {entry.id: number for number, entry in enumerate(catalogue.entries)}
    titles = titles_of(catalogue.instruments.values())
    series = _series(catalogue)
    make = _Maker(catalogue, language, bodies, facets, places, numbers, titles, local, series)
    guides = (page for page in catalogue.content.documents if _is_guide(page))
    yield from map(make.entry, catalogue.entries)
    yield from map(make.task, catalogue.tasks)
    yield from map(make.guide, sorted(guides, key=lambda page: page.path))


def _series(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """What the editions of a work are called without their years, by the id of the newest one: who
    asks for no year wants that.
    """
    named = ((_YEAR.sub(" ", entry.title), entry) for entry in catalogue.entries)
    editions = grouped(
        ((" ".join(split(name)), entry.organisations[:1]), (entry, name))
        for name, entry in named
        if not entry.withdrawn
    )
    # Those in force come first, the newest of them at the beginning.
    newest = (some[0] for some in editions.values() if len({one.began for one, _ in some}) > 1)
    return {entry.id: (name,) for entry, name in newest if name != entry.title}


def _places(places: Mapping[str, int], ids: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(places[id_] for id_ in ids if id_ in places)


def _is_guide(page: Page) -> bool:
    return page.path.startswith(_GUIDES) and not page.path.startswith(_FOR_MAINTAINERS)


@dataclass(frozen=True, slots=True)
class _Maker:
    catalogue: Catalogue
    language: Language
    bodies: Mapping[str, Body]
    facets: Sequence[SearchFacet]
    places: Sequence[Callable[[tuple[str, ...]], tuple[int, ...]]]
    numbers: Mapping[str, int]
    titles: Titles
    local: Localized | None
    series: Mapping[str, tuple[str, ...]]

    def entry(self, entry: Entry) -> Document:
        day = self.catalogue.added(entry)
        card: dict[str, object] = {"year": entry.began}
        # Lines show it as it is, after the evidence.
        graded = *evaluation(entry, self.language), when_text(entry, self.language)
        when = self.language.text("facts.dot").join(graded)
        if entry.began and when != str(entry.began):
            card["when"] = when
        if day:
            card["added"] = (day - _FIRST_DAY).days
        english = self.local.english if self.local else ()
        written, _ = language_of(entry.title, self.language, entry.languages, english)
        if written and written != self._lang(entry.path):
            card["titled"] = written
        if entry.partners:
            card["partners"] = list(entry.partners)
        if entry.withdrawn or entry.id in self.catalogue.superseded_by:
            card["past"] = 1
        texts = {
            "identifiers": (*_numbers(entry), *_names_in_id(entry, self._original(entry.path))),
            "partners": entry.partners,
            "provisions": self._articles(entry),
            "years": (str(year) for year in (entry.began, entry.until) if year),
        }
        tokens = (
            *provision_tokens(entry.provisions),
            *instrument_tokens(entry.title, self.titles),
        )
        card["facets"] = self._terms(facet.values(entry) for facet in self.facets)
        asked = *self._asked(entry.id), *self.series.get(entry.id, ())
        return self._document(entry, entry.title, entry.summary, card, texts, tokens, asked)

    def task(self, task: Task) -> Document:
        texts = {"provisions": self._articles(task)}
        named = {"pillars": task.pillars, "themes": task.themes, "audiences": task.audiences}
        terms = self._terms(named.get(facet.name, ()) for facet in self.facets)
        # A copy of a part may lack some of a task's choices.
        chosen = [self.numbers[one.entry] for one in task.choices if one.entry in self.numbers]
        card = {"kind": "task", "facets": terms, "choices": chosen}
        tokens = tuple(provision_tokens(task.provisions))
        return self._document(task, task.title, task.summary, card, texts, tokens, task.asked)

    def guide(self, page: Page) -> Document:
        card = {"kind": "guide", "facets": []}
        asked = self._asked(page.path)
        return self._document(page, page.text("title"), page.text("summary"), card, {}, (), asked)

    def _asked(self, id_: str) -> tuple[str, ...]:
        register = self.catalogue.content.questions.get(self.language.tag)
        questions = register.items.get(id_) if register else None
        return questions.asked if questions else ()

    def _document(
        self,
        about: Entry | Task | Page,
        title: str,
        summary: str,
        card: Mapping[str, object],
        texts: Mapping[str, Iterable[str]],
        tokens: tuple[str, ...],
        asked: tuple[str, ...] = (),
    ) -> Document:
        found = {"title": (title,), "summary": (summary,), **texts}
        shown = {"title": title, "url": f"{about.path}.html", **card}
        original = self._original(about.path)
        if lang := self._lang(about.path):
            shown["lang"] = lang
        return Document(
            shown,
            summary,
            tuple("\n".join(found.get(field.name, ())) for field in FIRST),
            tokens,
            self.bodies[about.path].clean,
            asked,
            original if original != title else "",
        )

    def _lang(self, path: str) -> str:
        is_foreign = self.local and self.local.tag != "en" and path not in self.local.statuses
        return "en" if is_foreign else ""

    def _original(self, path: str) -> str:
        return self.local.original_titles.get(path, "") if self.local else ""

    def _terms(self, named: Iterable[Iterable[str]]) -> list[tuple[int, ...]]:
        # Thousands of entries name the same few terms.
        return [places(tuple(ids)) for ids, places in zip(named, self.places, strict=True)]

    def _articles(self, about: Entry | Task) -> Iterator[str]:
        for provision in about.provisions:
            if provision.article:
                article = self.catalogue.instruments[provision.instrument].articles[provision.key]
                yield article.title or article.label


def _numbers(entry: Entry) -> Iterator[str]:
    for _name, text in entry.identifiers:
        yield from dict.fromkeys((text, text.replace("-", "")))


def _names_in_id(entry: Entry, original: str) -> Iterator[str]:
    """Words that are in the id alone: abbreviations of a work or its author (`glotip`)."""
    known = {*split("\n".join((entry.title, original, *entry.organisations)))}
    for word in split(entry.id):
        if len(word) > 2 and word.isalpha() and word not in known:
            yield word
