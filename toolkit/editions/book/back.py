"""The last pages of a book: recognition, and the pages about the toolkit that hold for a copy."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.places import ABOUT, RECOGNITION, page_id
from toolkit.editions.book.press import Press
from toolkit.editions.book.weaving import Origin


def recognition_chapter(press: Press) -> Chapter:
    """What organizations have stated, and what is open."""
    page = press.page(RECOGNITION)
    origin = Origin(page.path, RECOGNITION, PART - TITLE)
    text = press.print("book/recognition.html", origin, **page.context, view=page)
    return Chapter(RECOGNITION, page.title, PART, text, "page")


def about_chapters(press: Press) -> Iterator[Chapter]:
    """The pages about the toolkit, those left out that tell of the site alone."""
    for path in ABOUT:
        if path in press.copy.pages:
            page, id_ = press.page(path), page_id(path)
            text = press.print(
                "book/page.html", Origin(path, id_, PART - TITLE), **page.context, view=page
            )
            yield Chapter(id_, page.title, PART, text, "page", marks=press.marks(page.title))
