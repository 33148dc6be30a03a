"""The first pages of a book: what it is, how to read it, and what it leaves on a device."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.content.schema import Kind
from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin
from toolkit.editions.book.places import FRONT, READING, SAFETY
from toolkit.editions.book.renderer import Renderer


def front_chapters(renderer: Renderer, *, can_leave: bool) -> Iterator[Chapter]:
    """The title page, how to read the book, and safety."""
    catalogue = renderer.copy.catalogue
    title = renderer.words("site.name")
    text = renderer.print(
        "book/title.html",
        Origin("index", FRONT),
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
