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
# Made when this is imported, for all processes started later.
_STYLE = minified(own_file("book.css"), STYLE)
_FIRST, _JUMP, _FIND = (minified(own_file(name)) for name in ("away.js", "jump.js", "find.js"))


def make(copy: Copy, target: Path) -> None:
    """Write the book of a copy as one HTML file."""
    book = make_book(copy, can_leave=True)
    style = small_style().decode() + _STYLE
    leave, date = (
        worded_script(path, copy.language, copy.catalogue.as_of) for path in (LEAVE, COPY_DATE)
    )
    last = f"{date};\n{_JUMP};\n{_FIND}"
    scripts = " ".join(map(hashed, (_FIRST, leave, last)))
    skipped = sorted(copy.language.stop_words | copy.language.fillers)
    page = book.renderer.environment.get_template("book/one.html").render(
        book=book,
        policy=_POLICY.format(style=hashed(style), scripts=scripts),
        style=_verbatim(style),
        away=_verbatim(_FIRST),
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
