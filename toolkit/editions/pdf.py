"""The book of a copy as a PDF, tagged for readers' aids (PDF/UA-1), by Typst."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final, cast

import pikepdf
import typst

from toolkit.editions.book.book import Book, make_book
from toolkit.editions.book.chapters import as_html, title_html
from toolkit.editions.book.media import media_type
from toolkit.editions.copy import Copy
from toolkit.editions.files.inline import colours, own_bytes, site_file
from toolkit.editions.files.manifest import NAME
from toolkit.problems import ToolkitError

_COLOUR: Final = re.compile(r"--([\w-]+):\s*(#\w+)")
# How Typst says that no font has the characters of a text, which it would show as empty boxes.
_NO_GLYPH: Final = re.compile(r'the text `(".*?")` could not be displayed')

# What a sign of a font stands for, and where a text is given for Arabic signs besides.
_SIGN: Final = re.compile(rb"<(\w{4})> <(\w+)>")
_GIVEN: Final = re.compile(rb"/Span<</ActualText<FEFF(?:06\w\w|202[A-E])+>>>BDC")
_MARK: Final = re.compile("[\u064b-\u065f\u0670]")
_DIRECTION: Final = re.compile("[\u202a-\u202e]")


def make(copy: Copy, target: Path) -> None:
    """Write the book of a copy as a PDF.

    Raises ToolkitError where no font of this machine has one of its characters, or where the book
    can't be laid out.
    """

    def media(path: str) -> str:
        return path if media_type(path) and (copy.site / path).is_file() else ""

    target.write_bytes(_packed(_laid_out(make_book(copy, media))))


def _laid_out(book: Book) -> bytes:
    """The book as Typst sets it, by assets/print.typ. Every byte follows from it and the fonts."""
    copy = book.copy
    day = copy.catalogue.as_of
    template = book.renderer.environment.get_template("book/print.html")
    told = {
        "html": template.render(book=book, as_html=as_html, title_html=title_html, root=""),
        "title": f"{book.title} – {copy.title}",
        "author": copy.language.text("book.author"),
        "description": copy.summary,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": copy.language.tag,
        "direction": copy.language.direction,
        "copy": copy.language.text("foot.copy", date=copy.day),
        "manifest": {"name": NAME, "text": copy.manifest({}).decode()},
        "colours": dict(_COLOUR.findall(colours(site_file("assets/style.css")))),
    }
    compiler = typst.Compiler(
        own_bytes("print.typ"),
        root=copy.site,
        sys_inputs={"book": json.dumps(told, ensure_ascii=False)},
    )
    try:
        laid_out = compiler.compile(
            pdf_standards="ua-1", timestamp=datetime.combine(day, time(), UTC)
        )
    except typst.TypstError as error:
        raise _in_words(error) from error
    return cast("bytes", laid_out)


def _packed(data: bytes) -> bytes:
    """The same document in a third of the bytes, as its tags and links are packed too.

    Arabic text can be copied from it as it was written.
    """
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = {
            font.objgen: font
            for page in document.pages
            for font in page.obj.Resources.get("/Font", {}).values()
        }
        mended = [font for font in fonts.values() if _mend_letters(font)]
        if mended:
            for page in document.pages:
                stream = page.obj.Contents
                stream.write(_GIVEN.sub(b"/Span<<>>BDC", stream.read_bytes()))
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
    return packed.getvalue()


def _mend_letters(font: pikepdf.Object) -> bool:
    """Let each sign of a font stand for what it shows; whether that changes anything.

    Typst lets an Arabic letter, and the vowel mark on it, stand for both of them: whoever copies
    the text, or listens to it, gets every such letter twice. Where a sign stands for different
    texts it gives them besides, letter for letter, and the word falls apart.
    """
    widths = font.DescendantFonts[0].W
    wide = {
        sign
        for first, last in zip(widths[::3], widths[1::3], strict=False)
        for sign in range(int(first), int(last) + 1)
    }

    def mended(found: re.Match[bytes]) -> bytes:
        given = bytes.fromhex(found[2].decode()).decode("utf-16-be")
        text = _DIRECTION.sub("", given)
        if _MARK.search(text):
            is_letter = int(found[1], 16) in wide
            text = _MARK.sub("", text) if is_letter else "".join(_MARK.findall(text))
        return b"<%s> <%s>" % (found[1], (text or given).encode("utf-16-be").hex().upper().encode())

    before = font.ToUnicode.read_bytes()
    after = _SIGN.sub(mended, before)
    if after != before:
        font.ToUnicode.write(after)
    return after != before


def _in_words(error: typst.TypstError) -> ToolkitError:
    found = _NO_GLYPH.search(error.message)
    if found is None:
        return ToolkitError(
            f"The PDF can't be laid out: {error.message}.",
            "report this as a fault of the toolkit, with the entries that changed last.",
        )
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found[1][1:-1])
    scripts = sorted({unicodedata.name(one, "unknown").split()[0].title() for one in text})
    shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in sorted(set(text))[:5])
    return ToolkitError(
        f"No font here has these characters: {shown}. Script: {', '.join(scripts)}.",
        "install fonts that have them and may be embedded, such as the Debian packages "
        "fonts-noto-core and fonts-noto-cjk.",
    )
