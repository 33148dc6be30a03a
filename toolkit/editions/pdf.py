"""The book of a copy as a PDF made by Typst, tagged for assistive technology (PDF/UA-1)."""

import io
import json
import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from html import unescape
from itertools import chain
from pathlib import Path
from typing import cast

import pikepdf
import typst

from toolkit.cache.program import digest_of_files
from toolkit.cache.shelf import key_of
from toolkit.content.references import unescaped
from toolkit.editions.book.book import Book, make_book
from toolkit.editions.book.chapters import as_html, title_html
from toolkit.editions.book.media import media_type
from toolkit.editions.copy import Copy
from toolkit.editions.files.inline import own_bytes
from toolkit.editions.files.manifest import NAME
from toolkit.problems import ToolkitError
from toolkit.site.scripts import STYLE_SHEET, site_file

# Found when this is imported, for all processes started later: it reads every font of the machine.
_FONTS = typst.Fonts()
# By size and time: reading all of them again would take as long as a small book.
_FONTS_STATE = repr(
    [
        (path, status.st_size, status.st_mtime_ns)
        for path in sorted({font.path for font in _FONTS.fonts() if font.path})
        for status in (Path(path).stat(),)
    ]
)

_COLOUR = re.compile(r"--([\w-]+):\s*(#\w+)")
# Typst's message that no font has the characters of a text, which it would show as empty boxes.
_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
# Text between tags, and pictograms in it, some joined to one: flags too. None of them is a word.
_TEXT = re.compile(">[^<]+")
_PICTURE = (
    "[\u2300-\u23ff\u25a0-\u2775\u2794-\u27bf\u2b00-\u2bff"
    "\U0001f000-\U0001f0ff\U0001f300-\U0001faff]"
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
)
_PICTOGRAM = re.compile(
    rf"{_PICTURE}(?:\u200d{_PICTURE})*\u200d?|[\U0001f1e6-\U0001f1ff]{{1,2}}|[\ufe0f\u20e3]+"
)
# Few fonts have these emoji, but many the sign that says the same.
_SIMILAR = dict(zip("✅❌❎➕➖➗", "✔✘✘+\u2212÷", strict=True))
_MOST_NAMED = 5

_HEADING = re.compile(r'<h[1-6]\b[^>]* id="([\w-]+)"', re.ASCII)
# In what Typst writes: the pages in order, where a place is, its name, a link to it with its words,
# an address of print.typ instead of a link, and a table.
_PAGES = re.compile(rb"/Type/Pages/Count \d+/Kids\[([^\]]+)")
_PLACE = re.compile(rb"\n(\d+) 0 obj\n\[(\d+) 0 R/XYZ ")
_NAME = re.compile(rb"\(([\w-]+)\)(\d+) 0 R")
_LINK = re.compile(rb"/Dest\(([\w-]+)\)/F 4/StructParent \d+/Contents(<\w+>|\([^()]*\))")
_ADDRESS = re.compile(
    rb"/A<</Type/Action/S/URI/URI(\(x-place:([\w-]+)\?-+\))>>(/F 4/StructParent \d+)/Contents\1"
)
_TABLE = re.compile(rb"\n(\d+) 0 obj\n<</Type/StructElem/S/Table/")

# A glyph of a font and the text it maps to; and where the text of Arabic glyphs is given as well.
_SIGN = re.compile(rb"<(\w{4})> <(\w+)>")
_GIVEN = re.compile(rb"/Span<</ActualText<FEFF(?:06\w\w|202[A-E])+>>>BDC")
_MARK = re.compile("[\u064b-\u065f\u0670]")
_DIRECTION = re.compile("[\u202a-\u202e]")


def make(copy: Copy, target: Path) -> str:
    """Write the book of a copy as a PDF; returns a warning if it lacks pictograms.

    Raises ToolkitError if no font on this machine has one of its other characters, or if the book
    can't be laid out.
    """
    images: set[str] = set()

    def media(path: str) -> str:
        if not media_type(path) or not (copy.site / path).is_file():
            return ""
        images.add(path)
        return path

    book_json = _as_json(make_book(copy, media))
    # The manifest depends on all of the content, the rest of the file only on a part of it.
    manifest = copy.manifest({})
    room = b" " * len(manifest)
    made_of = (_FONTS_STATE, digest_of_files(copy.site, sorted(images)))
    shelf, key = copy.shelf("pdf"), key_of(book_json, room, *made_of)

    def made() -> tuple[bytes, *tuple[str, ...]]:
        laid_out, missing = _laid_out(book_json, copy)
        return _packed(laid_out, room), *sorted(missing)

    data, *missing = shelf.made(key, tuple, made)
    shelf.save()
    start = data.index(_stored(room))  # ValueError if it was packed in another way
    target.write_bytes(data[:start] + _stored(manifest) + data[start + len(_stored(room)) :])
    if not missing:
        return ""
    return (
        f"no font here has these signs, so {target.name} leaves them out or shows similar ones: "
        f"{_named(missing, copy)}.\nhint: say in words what they mean: other devices may lack them."
    )


def _as_json(book: Book) -> str:
    """What assets/print.typ gets, as JSON."""
    copy = book.copy
    day = copy.catalogue.as_of
    template = book.renderer.environment.get_template("book/print.html")
    html = template.render(book=book, as_html=as_html, title_html=title_html, root="")
    # The first rule of the style sheet defines the colours of the light theme.
    light, _, _ = site_file(STYLE_SHEET).partition("\n}")
    values = {
        "html": html,
        "headings": dict.fromkeys(_HEADING.findall(html)),
        "title": f"{book.title} – {copy.title}",
        "author": copy.language.text("book.author"),
        "description": copy.summary,
        "date": {"year": day.year, "month": day.month, "day": day.day},
        "language": copy.language.tag,
        "direction": copy.language.direction,
        "copy": copy.language.text("foot.copy", date=copy.day),
        "colours": dict(_COLOUR.findall(light)),
    }
    return json.dumps(values, ensure_ascii=False)


def _laid_out(book_json: str, copy: Copy) -> tuple[bytes, set[str]]:
    """The book as set by Typst, and the pictograms left out or replaced, which no font has.

    Every byte is determined by the arguments, the images named and the fonts.
    """
    compiler = typst.Compiler(
        own_bytes("print.typ"), root=copy.site, font_paths=_FONTS, sys_inputs={"book": book_json}
    )
    day = datetime.combine(copy.catalogue.as_of, time(), UTC)
    try:
        return cast("bytes", compiler.compile(pdf_standards="ua-1", timestamp=day)), set()
    except typst.TypstError as error:
        texts = _NO_GLYPH.findall(error.diagnostic)
        if not texts:
            raise _not_laid_out(error.message) from error
        none = set(_CODE.sub(lambda code: chr(int(code[1], 16)), "".join(texts)))
        missing: set[str] = set()

        def without(found: re.Match[str]) -> str:
            if none.isdisjoint(found[0]):
                return found[0]
            missing.add(found[0])
            return _SIMILAR.get(found[0][0], "")

        def rest_of(text: re.Match[str]) -> str:
            rest = _PICTOGRAM.sub(without, text[0])
            return rest if rest[1:].strip() or rest == text[0] else ">•"  # no heading is empty

        book = json.loads(book_json)
        less = {**book, "html": _TEXT.sub(rest_of, book["html"])}
        if not missing:
            raise _no_font(none, book["html"], copy) from error
        laid_out, others = _laid_out(json.dumps(less, ensure_ascii=False), copy)
        return laid_out, missing | others
    except BaseException as error:
        # A panic in Rust is no Exception: it would end the process without a word. 255 vowel signs
        # on one letter lead to one, and so do 33,000 Cyrillic letters without a space.
        if type(error).__name__ != "PanicException":
            raise
        raise _not_laid_out(str(error)) from error


def _packed(data: bytes, room: bytes) -> bytes:
    """The same document in a third of the bytes, with its tags and links compressed too.

    Arabic text can be copied from it as written, and rows have headers. `room` is attached as it
    is, to be replaced by a manifest of the same length.
    """
    with pikepdf.open(io.BytesIO(_linked(data))) as document:
        fonts = {
            font.objgen: font
            for page in document.pages
            for font in page.obj.Resources.get("/Font", {}).values()
        }
        changed = [font for font in fonts.values() if _fix_letters(font)]
        if changed:
            for page in document.pages:
                stream = page.obj.Contents
                fixed, given = _GIVEN.subn(b"/Span<<>>BDC", stream.read_bytes())
                if given:
                    stream.write(fixed)
        _name_rows(document.get_object(int(sign), 0) for sign in _TABLE.findall(data))
        attached = pikepdf.AttachedFileSpec(
            document, room, filename=NAME, description=NAME, mime_type="application/json"
        )
        stream = attached.get_file().obj
        stream.write(_stored(room), filter=pikepdf.Name.FlateDecode)
        del stream.Params.CheckSum
        document.attachments[NAME] = attached
        saved = io.BytesIO()
        streams = pikepdf.ObjectStreamMode.generate
        document.save(saved, object_stream_mode=streams, deterministic_id=True)
        return saved.getvalue()


def _stored(data: bytes) -> bytes:
    """`data` as a stream for FlateDecode that isn't compressed: its size depends on no value."""
    return zlib.compress(data, level=0)


def _linked(data: bytes) -> bytes:
    """The same document with the links for which print.typ has addresses, in as many bytes.

    They are described as Typst describes those in the contents: by the page they lead to.
    """
    signs = _PAGES.findall(data)[0].split(b" 0 R")
    numbers = {sign.strip(): number for number, sign in enumerate(signs, 1)}
    page_of = dict(_PLACE.findall(data))
    names = _NAME.findall(data, data.rindex(b"/Dests"))
    pages = {name: numbers[page_of[place]] for name, place in names}
    known, words = _LINK.findall(data)[0]
    before, _, after = str(pikepdf.Object.parse(words)).partition(str(pages[known]))

    def link(found: re.Match[bytes]) -> bytes:
        _, name, between = found.groups()
        if name not in pages:
            raise _not_laid_out(f"nothing is called {name.decode()}")
        said = pikepdf.String(f"{before}{pages[name]}{after}").unparse()
        return (b"/Dest(%s)%s/Contents%s" % (name, between, said)).ljust(len(found[0]))

    return _ADDRESS.sub(link, data)


def _name_rows(tables: Iterable[pikepdf.Object]) -> None:
    """Tag the first cell of each row as its header in tables that have none for their columns.

    These are the facts of entries. Typst has such tags, but its Python library can't turn them on.
    """
    for table in tables:
        for row in table.K:
            if row.S == "/TR":
                # Programs know from the scope which cells it is of (PDF/UA-1, 7.5), unless a cell
                # lists its headers: Typst lists none.
                name, value = row.K
                name.S = pikepdf.Name.TH
                name.A[0] = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
                value.A[0] = pikepdf.Dictionary(O=pikepdf.Name.Table)


def _fix_letters(font: pikepdf.Object) -> bool:
    """Map each glyph of a font to the text it shows; return whether that changes anything.

    Typst maps an Arabic letter and its vowel mark each to both characters, so anyone who copies the
    text or listens to it gets every such letter twice. For a glyph that stands for different texts,
    it also gives the text letter by letter, which breaks words apart.
    """
    widths = font.DescendantFonts[0].W
    wide = {
        sign
        for first, last in zip(widths[::3], widths[1::3], strict=False)
        for sign in range(int(first), int(last) + 1)
    }

    def fixed(found: re.Match[bytes]) -> bytes:
        given = bytes.fromhex(found[2].decode()).decode("utf-16-be")
        text = _DIRECTION.sub("", given)
        if _MARK.search(text):
            is_letter = int(found[1], 16) in wide
            text = _MARK.sub("", text) if is_letter else "".join(_MARK.findall(text))
        return b"<%s> <%s>" % (found[1], (text or given).encode("utf-16-be").hex().upper().encode())

    before = font.ToUnicode.read_bytes()
    after = _SIGN.sub(fixed, before)
    if after != before:
        font.ToUnicode.write(after)
    return after != before


def _not_laid_out(reason: str) -> ToolkitError:
    return ToolkitError(
        f"The PDF can't be laid out: {reason}.",
        "report this as a bug in the toolkit, and name the entries that changed last.",
    )


def _no_font(none: set[str], html: str, copy: Copy) -> ToolkitError:
    signs = sorted(none)
    scripts = sorted({unicodedata.name(one, "unknown").split()[0].title() for one in signs})
    around = re.search(f"[^<>]{{0,40}}[{re.escape(''.join(signs))}][^<>]{{0,40}}", html)
    where = f' The first are in "{unescape(around[0].strip())}".' if around else ""
    return ToolkitError(
        f"No font here has these characters: {_named(signs, copy)}.{where} "
        f"Script: {', '.join(scripts)}.",
        "remove them from the text, or install fonts that have them and may be embedded, such as "
        "the Debian packages fonts-noto-core and fonts-noto-cjk.",
    )


def _named(signs: Sequence[str], copy: Copy) -> str:
    """Some of the signs with the file and the line where the content first has each."""
    texts = sorted(copy.catalogue.content.documents, key=lambda one: one.path not in copy.pages)
    sources = [
        *chain.from_iterable((text.body_source, text.source) for text in texts),
        *(one.leaves[0].location.source for one in copy.catalogue.content.lists if one.leaves),
    ]

    def named(sign: str) -> str:
        found = (
            f", {file.at(number)}"
            for file in sources
            for number, line in enumerate(file.lines, 1)
            if sign in unescaped(line)
        )
        return f"{sign} (U+{ord(sign[0]):04X}{next(found, '')})"

    more = f" and {len(signs) - _MOST_NAMED} more" if len(signs) > _MOST_NAMED else ""
    return f"{', '.join(map(named, signs[:_MOST_NAMED]))}{more}"
