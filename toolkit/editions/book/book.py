"""The book made from a copy, from which the single HTML file, the PDF and the EPUB are laid out.

Front: what the copy is and how to read it. Parts: the tasks, and the pillars with their practices
and resources in groups. Back: registers, recognition, and the pages about the toolkit.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from jinja2 import ChoiceLoader, Environment, PackageLoader

from toolkit.content.schema import Kind
from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin
from toolkit.editions.book.media import Media, embedded, with_media
from toolkit.editions.book.parts import part_chapters
from toolkit.editions.book.places import (
    ABOUT,
    FRONT,
    READING,
    RECOGNITION,
    SAFETY,
    make_places,
    page_id,
)
from toolkit.editions.book.registers import register_chapters
from toolkit.editions.book.renderer import Renderer
from toolkit.editions.copy import Copy
from toolkit.site.environment import make_environment


@dataclass(frozen=True)
class Book:
    """A copy as a book.

    `title` is the toolkit's; the edition's title is in `copy`. The first chapter of `front` is the
    title page.
    """

    copy: Copy
    title: str
    front: tuple[Chapter, ...]
    parts: tuple[Chapter, ...]
    back: tuple[Chapter, ...]
    renderer: Renderer

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The top-level chapters, in reading order."""
        return (*self.front, *self.parts, *self.back)

    def walk(self) -> Iterator[Chapter]:
        """All chapters of all levels, in reading order."""
        return chain.from_iterable(chapter.walk() for chapter in self.chapters)


def make_book(copy: Copy, media: Media | None = None, *, can_leave: bool = False) -> Book:
    """The book of a copy.

    `media` gives the addresses of images (by default they are embedded); `can_leave` says that
    readers can leave the book quickly.
    """
    made, missing = _book(copy), copy.language.text("copy.missing")
    media = media or embedded(copy)
    front = tuple(_front_chapters(made.renderer, can_leave=can_leave))

    def shown(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
        return tuple(
            replace(
                chapter,
                html=with_media(chapter.html, media, missing),
                chapters=shown(chapter.chapters),
            )
            for chapter in chapters
        )

    return replace(made, front=shown(front), parts=shown(made.parts), back=shown(made.back))


@lru_cache(maxsize=1)
def _book(copy: Copy) -> Book:
    """What a copy's books in all formats share, made only once."""
    renderer = Renderer(copy, _environment(copy), make_places(copy))
    parts = tuple(part_chapters(renderer))
    back = (
        *register_chapters(renderer),
        _page_chapter(RECOGNITION, "recognition", renderer),
        *(_page_chapter(path, "page", renderer) for path in ABOUT if path in copy.pages),
    )
    renderer.shelf.save()
    return Book(copy, copy.language.text("site.name"), (), parts, back, renderer)


def _environment(copy: Copy) -> Environment:
    """The templates of books, which may use the site's partials and the date."""
    loader = ChoiceLoader(
        [PackageLoader("toolkit.editions", "templates"), PackageLoader("toolkit.site", "theme")]
    )
    environment = make_environment(loader, copy.setting)
    environment.globals["as_of"] = copy.catalogue.as_of
    return environment


def _front_chapters(renderer: Renderer, *, can_leave: bool) -> Iterator[Chapter]:
    """The title page, how to read the book, and safety."""
    catalogue = renderer.copy.catalogue
    title = renderer.words("site.name")
    text = renderer.print(
        "book/title.html",
        Origin("index", FRONT),
        copy=renderer.copy,
        title=title,
        practices=len(catalogue.of_kind(Kind.PRACTICE)),
        resources=len(catalogue.of_kind(Kind.RESOURCE)),
    )
    yield Chapter(FRONT, title, TITLE, text, "title")
    for id_, key in ((READING, "book.reading"), (SAFETY, "book.safety")):
        heading = renderer.words(key)
        origin = Origin("index", id_, PART - TITLE)
        text = renderer.print(f"book/{id_}.html", origin, title=heading, can_leave=can_leave)
        yield Chapter(id_, heading, PART, text, "page")


def _page_chapter(path: str, template: str, renderer: Renderer) -> Chapter:
    """One page of the site: on recognition, or about the toolkit."""
    page, id_ = renderer.page(path), page_id(path)
    text = renderer.print(f"book/{template}.html", Origin(path, id_, PART - TITLE), view=page)
    return Chapter(id_, page.title, PART, text, "page", marked=renderer.marked(page.title))
