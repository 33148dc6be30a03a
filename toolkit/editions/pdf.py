"""The book of a copy as a PDF, tagged for readers' aids (PDF/UA-1), by WeasyPrint."""

from __future__ import annotations

import io
import logging
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Final

from weasyprint import CSS, HTML, LOGGER, Attachment
from weasyprint.pdf import pydyf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from toolkit.editions.book.book import Book, make_book
from toolkit.editions.book.chapters import as_html, title_html
from toolkit.editions.copy import Copy
from toolkit.editions.files.inline import colours, own_file, site_file
from toolkit.editions.files.manifest import NAME
from toolkit.problems import ToolkitError

# How WeasyPrint says that no font has a character, which it then shows as an empty box.
_NO_GLYPH: Final = ".notdef glyph"

_named_pages = pydyf.PDF.page_references.fget


def _pages_named_once(pdf: pydyf.PDF) -> tuple[bytes, ...]:
    """The pages as tags refer to them: by itself, pydyf names all of them anew for each tag."""
    named: tuple[bytes, ...] = vars(pdf).get("named", ())
    if len(named) != pdf.pages["Count"]:
        named = vars(pdf)["named"] = _named_pages(pdf)
    return named


pydyf.PDF.page_references = property(_pages_named_once)


def make(copy: Copy, target: Path) -> None:
    """Write the book of a copy as a PDF.

    Raises ToolkitError where no font of this machine has one of its characters.
    """
    target.write_bytes(pdf_of(make_book(copy)))


def pdf_of(book: Book) -> bytes:
    """The book as a PDF. Every byte follows from the book, WeasyPrint and the fonts."""
    html = book.renderer.environment.get_template("book/print.html").render(
        book=book, as_html=as_html, title_html=title_html, root=""
    )
    fetcher = URLFetcher(allowed_protocols={"data"})
    style = f"{colours(site_file('assets/style.css'))}\n{own_file('print.css')}"
    fonts = FontConfiguration()
    day = datetime.combine(book.copy.catalogue.as_of, time(), UTC)
    manifest = Attachment(
        file_obj=io.BytesIO(book.copy.manifest({})),
        url_fetcher=fetcher,
        name=NAME,
        description=NAME,
        created=day,
        modified=day,
    )
    with _messages() as messages:
        document = HTML(string=html, url_fetcher=fetcher).render(
            stylesheets=[CSS(string=style, url_fetcher=fetcher, font_config=fonts)],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
        )
        data = document.write_pdf(pdf_variant="pdf/ua-1", attachments=[manifest])
    _refuse_boxes(messages)
    return bytes(data or b"")


@contextmanager
def _messages() -> Iterator[list[logging.LogRecord]]:
    """What WeasyPrint says meanwhile, kept from the user's screen."""
    kept, before = BufferingHandler(sys.maxsize), LOGGER.handlers[:]
    kept.setLevel(logging.WARNING)
    propagate = LOGGER.propagate
    LOGGER.handlers[:] = [kept]
    LOGGER.propagate = False
    try:
        yield kept.buffer
    finally:
        LOGGER.handlers[:] = before
        LOGGER.propagate = propagate


def _refuse_boxes(messages: list[logging.LogRecord]) -> None:
    missing = sorted(
        {
            str(record.args[0])
            for record in messages
            if record.msg.startswith(_NO_GLYPH) and isinstance(record.args, tuple)
        }
    )
    if missing:
        scripts = sorted({unicodedata.name(one, "unknown").split()[0].title() for one in missing})
        shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in missing[:5])
        raise ToolkitError(
            f"No font here has these characters: {shown}. Script: {', '.join(scripts)}.",
            "install fonts that have them and may be embedded, such as the Debian packages "
            "fonts-noto-core and fonts-noto-cjk.",
        )
