"""The first pages of a book: what it is, how to read it, and what it leaves on a device."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.content.schema import Kind
from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.places import FRONT, READING, SAFETY
from toolkit.editions.book.press import Press
from toolkit.editions.book.weaving import Origin


def front_chapters(press: Press, *, can_leave: bool) -> Iterator[Chapter]:
    """The title page, how to read the book, and safety."""
    catalogue = press.copy.catalogue
    title = press.words("site.name")
    text = press.print(
        "book/title.html",
        Origin("index", FRONT),
        title=title,
        practices=len(catalogue.of_kind(Kind.PRACTICE)),
        resources=len(catalogue.of_kind(Kind.RESOURCE)),
    )
    yield Chapter(FRONT, title, TITLE, text, "title")
    for id_, key in ((READING, "book.reading"), (SAFETY, "book.safety")):
        heading = press.words(key)
        origin = Origin("index", id_, PART - TITLE)
        text = press.print(f"book/{id_}.html", origin, title=heading, can_leave=can_leave)
        yield Chapter(id_, heading, PART, text, "page")
