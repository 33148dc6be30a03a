"""The book of a copy as a single, self-contained HTML file."""

from pathlib import Path

from markupsafe import Markup

from toolkit.editions.book.book import make_book
from toolkit.editions.book.chapters import as_html, title_html
from toolkit.editions.copy import Copy
from toolkit.editions.files.inline import hashed, own_file
from toolkit.minified import STYLE, minified
from toolkit.site.scripts import COPY_DATE, LEAVE, small_style, worded_script

# Nothing is loaded, and only styles and scripts in the file itself apply.
_POLICY = (
    "default-src 'none'; style-src {style}; script-src {scripts}; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def make(copy: Copy, target: Path) -> None:
    """Write the book of a copy as one HTML file."""
    book = make_book(copy, can_leave=True)
    style = small_style().decode() + minified(own_file("book.css"), STYLE)
    first = minified(own_file("away.js"))
    leave, date = (
        worded_script(path, copy.language, copy.catalogue.as_of) for path in (LEAVE, COPY_DATE)
    )
    last = f"{date};\n{minified(own_file('find.js'))}"
    scripts = " ".join(map(hashed, (first, leave, last)))
    skipped = sorted(copy.language.stop_words | copy.language.fillers)
    page = book.renderer.environment.get_template("book/one.html").render(
        book=book,
        policy=_POLICY.format(style=hashed(style), scripts=scripts),
        style=_verbatim(style),
        away=_verbatim(first),
        leave=_verbatim(leave),
        last=_verbatim(last),
        as_html=as_html,
        title_html=title_html,
        skip=" ".join(skipped),
        manifest=_json(copy.manifest({})),
        root="",
    )
    target.write_bytes(page.encode())


def _verbatim(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - files of this program


def _json(data: bytes) -> Markup:
    text = data.decode().replace("<", "\\u003c")
    return Markup(text)  # noqa: S704 - it can't contain an end tag
