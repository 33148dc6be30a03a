"""The last pages of a book: recognition, and the pages about the toolkit that hold for a copy."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.editions.book.chapters import PART, TITLE, Chapter
from toolkit.editions.book.html_rewriting import Origin
from toolkit.editions.book.places import ABOUT, RECOGNITION, page_id
from toolkit.editions.book.renderer import Renderer


def recognition_chapter(renderer: Renderer) -> Chapter:
    """What organizations have stated, and what is open."""
    page = renderer.page(RECOGNITION)
    origin = Origin(page.path, RECOGNITION, PART - TITLE)
    text = renderer.print("book/recognition.html", origin, view=page)
    return Chapter(RECOGNITION, page.title, PART, text, "page")


def about_chapters(renderer: Renderer) -> Iterator[Chapter]:
    """The pages about the toolkit, those left out that tell of the site alone."""
    for path in ABOUT:
        if path in renderer.copy.pages:
            page, id_ = renderer.page(path), page_id(path)
            text = renderer.print("book/page.html", Origin(path, id_, PART - TITLE), view=page)
            yield Chapter(id_, page.title, PART, text, "page", marks=renderer.marks(page.title))
