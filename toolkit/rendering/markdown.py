"""Markdown to HTML that is safe to show, whoever wrote it.

Raw HTML is shown as text, attribute lists are off, and the result still goes through an allow-list:
nothing that a contributor writes can run, set styles, or name a part of the page itself.

What pages add to a body is added after the allow-list, which couldn't tell it from the
contributor's own, and by patterns: nh3 keeps no tree, and always writes HTML in the same way, with
attributes in double quotes.
"""

import html
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from toolkit.content.references import MAILBOX
from toolkit.languages.language import Language
from toolkit.rendering.body import Body, pack
from toolkit.time_limit import TimeLimitError, within_time_limit

# The longest HTML that one body may become, in characters: hundreds of times the longest entry's.
_LARGEST_HTML = 5_000_000

_EXTERNAL = re.compile(r'<a href="((?i:https?):[^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
# Everything that an inline pattern of Markdown or of our extensions can begin with.
_SIGN = re.compile(r"[`\\\[\]!<>&*_]|  \n")
# What tables, admonitions, definitions, footnotes and code blocks can't do without.
_RICH = re.compile(r"\||!!!|\[\^|```|~~~|^ {0,3}:", re.MULTILINE)

_TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "kbd", "li", "ol", "p", "pre", "s"),
    *("strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id"},
    "code": {"class"},
    "div": {"class"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    "p": {"class"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align", "scope"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
# Classes that the Markdown extensions write; the page's own are not among them. The kind of an
# admonition is not, either: contributors choose it, and `leave` would be the page's own.
_CLASSES = re.compile(
    r"admonition|admonition-title|footnote|footnote-ref|footnote-backref|language-\w+"
)
# Markdown keeps spaces in the first line, and reads what is indented below them as text, which no
# check would have seen.
_BLANK_LINE = re.compile(r"\A[ \t]+\n")
# What browsers drop from an address; they also read a backslash as a slash. From a disk, Windows
# asks another computer for an image whose address begins with two of them.
_NOT_READ = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# A text of this site; what asks something of its page, or names a part of it, may follow.
_TEXT = re.compile(r"([^:?#]+)\.md((?:[?#].*)?)\Z", re.DOTALL)
# A site by its name alone: browsers go to what follows an @, wherever Markdown saw the address end.
_SITE = re.compile(r"https?://[\w.:-]+(?:[/?#]|\Z)", re.IGNORECASE)


class ExcessiveWorkError(Exception):
    """A body that can't be rendered within limits; `reason` is `time`, `depth` or `size`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Addresses(Treeprocessor):
    """Points links between Markdown files to the pages made from them."""

    def run(self, root: Element) -> None:
        if self.md.references:
            _weigh(root)
        for element in root.iter("a"):
            if found := _TEXT.match(element.get("href", "")):
                element.set("href", f"{found[1]}.html{found[2]}")


def _weigh(root: Element) -> None:
    """Refuse a tree in which one long link definition is used again and again.

    The tree holds it once, but the HTML once per use: a small body could fill the memory.
    """
    size = 0
    for element in root.iter():
        size += sum(map(len, element.attrib.values()))
        if size > _LARGEST_HTML:
            raise ExcessiveWorkError("size")


class _Table(TableProcessor):
    """Refuses tables whose cells alone make a text too long: each row gets as many as the head."""

    cells = 0  # of the text so far

    def run(self, parent: Element, blocks: list[str]) -> None:
        self.cells += len(self.separator) * blocks[0].count("\n")
        if self.cells * len("<td></td>") > _LARGEST_HTML:
            raise ExcessiveWorkError("size")
        super().run(parent, blocks)


class _Tables(TableExtension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        self._processor = _Table(md.parser, self.getConfigs())
        md.parser.blockprocessors.register(self._processor, "table", 75)
        md.registerExtension(self)

    def reset(self) -> None:
        self._processor.cells = 0


class _PlainText(Treeprocessor):
    """Skips the inline patterns, half of all work, for text without any Markdown character."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _SIGN.search(element.tail):
                element.tail = AtomicString(element.tail)


@cache
def _markdown(footnote_back: str, *, rich: bool) -> Markdown:
    """The renderer of bodies; if not `rich`, without tables, admonitions, definitions, footnotes
    and fenced code.

    Most bodies have none of these, and each would be looked for in every block.
    """
    extensions: list[Extension | str] = ["sane_lists", TocExtension(slugify=slugify_unicode)]
    if rich:
        extensions += ["admonition", "def_list", "fenced_code"]
        extensions.append(FootnoteExtension(BACKLINK_TITLE=footnote_back))
        extensions.append(_Tables(use_align_attribute=True))
    markdown = Markdown(extensions=extensions, output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.treeprocessors.register(_PlainText(markdown), "plain-text", 25)
    markdown.treeprocessors.register(_Addresses(markdown), "addresses", 1)
    # Each text or block goes through all of these, and a list takes less time than a Registry.
    vars(markdown.treeprocessors["inline"])["inlinePatterns"] = [*markdown.inlinePatterns]
    vars(markdown.parser)["blockprocessors"] = [*markdown.parser.blockprocessors]
    return markdown


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "class":
        value = "admonition" if value.startswith("admonition ") else value
        return value if _CLASSES.fullmatch(value) else None
    if name == "start":
        # Markdown takes the digits of any script and any number of them; other programs don't.
        return str(int(value)) if len(value) < 10 else None
    if name in ("src", "href"):
        read = _NOT_READ.sub("", value).replace("\\", "/")
        if read.startswith("//") or (name == "src" and (":" in read or read.startswith("/"))):
            return None
        if _SCHEME.match(read) and not (
            _SITE.match(read) or MAILBOX.fullmatch(read.replace("%40", "@"))
        ):
            return None
    return value


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def render_markdown(text: str, language: Language) -> Body:
    """Render a body. `language` gives the words that are added to external links and tables.

    Raises ExcessiveWorkError if that takes too long or the result is too large.
    """
    return furnished(cleaned(text, words_in(text, language)), language)


def words_in(text: str, language: Language) -> str:
    """The words of a language that rendering a body's Markdown needs: empty if the result is the
    same in all languages.
    """
    return language.text("footnote.back") if "[^" in text else ""


def cleaned(text: str, words: str) -> bytes:
    """The HTML of a body, compressed, without what pages add to it in a language; `words` are its
    `words_in`.

    Raises ExcessiveWorkError if that takes too long or the result is too large.
    """
    made = _cleaned(text, words)
    if isinstance(made, str):
        raise ExcessiveWorkError(made)
    return made


# The program's own texts are shown in all languages, and are the same in each of them. What took
# too long would take as long again: in each round of fixes, and each time that others are saved.
@lru_cache(maxsize=256)
def _cleaned(text: str, words: str) -> bytes | str:
    """The same, or the reason why there is none."""
    rich = _RICH.search(text) is not None
    try:
        written = _written(_markdown(words, rich=rich), text)
    except ExcessiveWorkError as error:
        return error.reason
    # Not under the time limit: nh3 would swallow the exception that stops it. Its time is linear
    # in the length of the text, some 0.1 seconds for a million characters.
    return pack(_CLEANER.clean(written))


def _written(markdown: Markdown, text: str) -> str:
    try:
        written = within_time_limit(lambda: markdown.reset().convert(_BLANK_LINE.sub("\n", text)))
        if len(written) <= _LARGEST_HTML:
            return written
        reason = "size"
    except TimeLimitError:
        reason = "time"
    except RecursionError:
        reason = "depth"
    except ExcessiveWorkError as error:
        reason = error.reason
    # The renderer was stopped midway, and would start the next body in that state.
    _markdown.cache_clear()
    raise ExcessiveWorkError(reason)


def furnished(packed: bytes, language: Language) -> Body:
    """A cleaned body, compressed, with what pages add to it in a language."""
    return Body(packed, _Additions(language))


@dataclass(frozen=True, slots=True)
class _Additions:
    """A function that compares equal for the same language, so that bodies can be compared."""

    language: Language

    def __call__(self, clean: str) -> str:
        leaves = html.escape(self.language.text("link.external"))
        table = html.escape(self.language.text("table.label"))
        clean = _EXTERNAL.sub(
            rf'<a class="external" href="\1" rel="noopener noreferrer"\2>\3'
            rf'<span class="visually-hidden"> ({leaves})</span></a>',
            clean,
        )
        box = f'<div class="table-box" role="group" tabindex="0" aria-label="{table}">'
        clean = clean.replace("<table>", f"{box}<table>").replace("</table>", "</table></div>")
        # Whatever may scroll sideways must be reachable by keyboard.
        return clean.replace("<pre>", '<pre tabindex="0">')
