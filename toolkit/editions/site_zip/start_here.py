"""How to open an unpacked copy, in all languages at once, since its reader may know only one."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from toolkit.editions.copy import Copy
from toolkit.editions.files.inline import hashed, own_file
from toolkit.editions.files.texts import plain_text
from toolkit.languages import languages_with
from toolkit.languages.language import Language
from toolkit.minified import STYLE, minified

HTML = "START-HERE.html"
TEXT = "START-HERE.txt"
# Made when this is imported, for all processes started later.
_STYLE = minified(own_file("start-here.css"), STYLE)
_KEYS = ("unpack", "open", "phone", "safety")
# Read when this is imported, too.
_LINES = {
    language: [language.text(f"unpacked.{key}") for key in _KEYS]
    for language in languages_with("unpacked.")
}


def text_file(copy: Copy) -> bytes:
    """The plain text."""
    sections = (
        "\n".join((language.text("unpacked.title"), *lines)) for language, lines in _sections(copy)
    )
    return plain_text((f"{copy.language.text('site.name')}\n{_which(copy)}", *sections))


def html_file(copy: Copy) -> bytes:
    """The same as a page, with links to the copy and to its advice on safety."""
    environment = Environment(
        loader=PackageLoader("toolkit.editions"),
        autoescape=True,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    page = environment.get_template("start-here.html").render(
        copy=copy,
        style=Markup(_STYLE),  # noqa: S704 - a file of this program
        hash=Markup(hashed(_STYLE)),  # noqa: S704 - in double quotes, and contains none
        which=_which(copy),
        sections=_sections(copy),
    )
    return page.encode()


def _sections(copy: Copy) -> Sequence[tuple[Language, Sequence[str]]]:
    """What to do, line by line, in the copy's language and then in the others."""
    tag = copy.language.tag
    others = (one for one in _LINES if one.tag != tag)
    return [
        (
            language,
            (
                *_LINES[language],
                language.text("unpacked.written-in", language=language.language_name(tag)),
            ),
        )
        for language in (copy.language, *others)
    ]


def _which(copy: Copy) -> str:
    """Which copy it is: `Prosecutors and judges. Copy dated 25 November 2026.`"""
    return f"{copy.title}. {copy.language.text('foot.copy', date=copy.day)}"
