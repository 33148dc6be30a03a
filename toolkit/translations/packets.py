"""Packets for translators: gettext files with the texts of documents, and what comes back in them.

`msgctxt` is the path of the document, the start of its original's digest, and the name of the
piece, separated by bars; tools leave it unchanged. Pieces whose original has changed since they
were translated are marked as fuzzy.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.languages import TARGETS
from toolkit.problems import ToolkitError
from toolkit.recognition.digest import PREFIX
from toolkit.translations.drafts import require_read
from toolkit.translations.source import source_text
from toolkit.translations.status import TranslationStatuses
from toolkit.translations.units import ASKED, BODY, corresponds, units

_DIGITS = 16
_PHRASES = (
    "What people type, a phrase a line: as they say it in your language, and as many as you like."
)
# A line with a text, which Babel would cut at both ends where it has no quotation marks.
_TEXT = re.compile(r"(?:msgctxt|msgid|msgstr)[ \t]+|(?=\")")
_QUOTED = re.compile(r'"(?:[^\\]|\\.)*"')
# What tools call Chinese in the letters that the site doesn't use.
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


@dataclass(frozen=True, slots=True)
class Returned:
    """What a packet contains for one document: `words` by piece; the `unfinished` pieces are fuzzy,
    have no words, or have to be translated and are missing. `whole_body` says that the body is one
    piece.
    """

    original: Document
    words: Mapping[str, str]
    unfinished: tuple[str, ...]
    whole_body: bool


class ChangedError(ToolkitError):
    """A document of a packet that can't be imported, since it changed after the export."""

    def __init__(self, message: str) -> None:
        hint = "export it again if it still exists, and copy what was translated into the new file."
        super().__init__(message, hint)


class _Packet(Catalog):
    """A catalog that takes only its language from its header: tools write the rest as they like,
    and Babel refuses dates, plural forms and encodings that it doesn't know.
    """

    language = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return []

    @mime_headers.setter
    def mime_headers(self, headers: Iterable[tuple[str, str]]) -> None:
        self.language = next((value for name, value in headers if name.lower() == "language"), "")


def is_whole(original: Document, translation: Document | None) -> bool:
    """Whether the body of a translation must be one piece."""
    if translation is None:
        return False
    return not corresponds(source_text(original), source_text(translation))


def export(
    content: Content, statuses: TranslationStatuses, originals: Iterable[Document], tag: str
) -> str:
    """The packet for some documents in a language, as the text of a `.po` file."""
    catalog = Catalog(
        locale=tag, project="toolkit", version="1", charset="utf-8", fuzzy=False,
        header_comment="# Texts of the toolkit, for translators. Leave msgctxt as it is.",
    )  # fmt: skip
    for original in originals:
        translation = content.by_translation.get((original.path, tag))
        digest = statuses.digest(original).removeprefix(PREFIX)[:_DIGITS]
        for name, (text, said, has_changed) in _pieces(original, translation, statuses).items():
            flags = ("fuzzy",) if said and has_changed else ()
            context = f"{original.path}|{digest}|{name}"
            notes = (_PHRASES,) if name == ASKED else ()
            catalog.add(text, said, flags=flags, context=context, auto_comments=notes)
    # Without the dates that Babel writes, so that the same texts give the same packet.
    file = BytesIO()
    write_po(file, catalog, omit_header=True, width=0)
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Language: {tag}\\n"\n\n'
    )
    return head + file.getvalue().decode()


def _pieces(
    original: Document, translation: Document | None, statuses: TranslationStatuses
) -> dict[str, tuple[str, str, bool]]:
    """The pieces of a document: the text, its translation, and whether it has changed since."""
    whole = is_whole(original, translation)
    theirs = units(source_text(translation), whole_body=whole) if translation else {}
    kept = statuses.kept.get(translation.text("source_digest")) if translation else None
    old = units(kept.text, whole_body=whole) if kept and kept.text else {}
    return {
        name: (text, theirs.get(name, ""), old.get(name, text) != text)
        for name, text in units(source_text(original), whole_body=whole).items()
        if text
    }


def read_packet(
    text: str, name: str, content: Content, statuses: TranslationStatuses, tag: str
) -> tuple[list[Returned], list[ChangedError]]:
    """What a packet brings back, by document, and why it can't be taken for others.

    A renamed document is found by its former path. Raises ToolkitError, naming the packet, if it
    can't be read, is in another language, or brings back nothing.
    """
    lines = text.split("\n")
    for row, text_line in enumerate(lines, 1):
        keyword = _TEXT.match(text_line)
        if keyword and not _QUOTED.fullmatch(text_line[keyword.end() :].strip()):
            raise ToolkitError(
                f"{name}:{row}: the text does not begin and end with a straight quotation mark.",
                f'write it like this: {keyword[0].strip() or "msgstr"} "text"',
            )
    catalog = _Packet()
    try:
        # Obsolete texts are nobody's work any more; some that tools write, Babel can't read.
        PoFileParser(catalog, abort_invalid=True).parse(
            "" if line.startswith("#~") else line for line in lines
        )
    except (PoFileError, ValueError, IndexError) as error:
        line = error.lineno + 1 if isinstance(error, PoFileError) else 1
        raise ToolkitError(
            f"{name}:{line}: it can't be read as a PO file.",
            'each line begins with #, msgctxt, msgid, msgstr or ". Correct it, or export again.',
        ) from error
    language, *more = re.split(r"[-_.@]", catalog.language.lower())
    has_our_letters = _TRADITIONAL.isdisjoint(more)
    if language not in ("", tag) or not has_our_letters:
        raise ToolkitError(
            f'{name} is in the language "{catalog.language}".',
            f"use --language {language}."
            if language in TARGETS and has_our_letters
            else "the toolkit does not have that language: correct Language in its header if it is "
            "wrong.",
        )
    found: dict[tuple[str, str], list[tuple[str, Message]]] = {}
    for message in catalog:
        if message.id:
            document, unit = _context(message, name)
            found.setdefault(document, []).append((unit, message))
    if not found:
        raise ToolkitError(f"{name} contains no texts.", "name a file that was exported.")
    former = {path: one for one in content.documents for path in one.texts("aliases")}
    returned: list[Returned] = []
    changed: list[ChangedError] = []
    for (path, digest), messages in found.items():
        original = content.by_path.get(path) or former.get(path)
        try:
            if original is None or original.front is None:
                line = messages[0][1].lineno or 1
                raise ChangedError(f'{name}:{line}: there is no document "{path}".')
            if not statuses.digest(original).removeprefix(PREFIX).startswith(digest):
                raise ChangedError(
                    f"The original {original.source.path} has changed since {name} was exported."
                )
            returned.append(_returned(content, statuses, original, messages, tag))
        except ChangedError as error:
            changed.append(error)
    if not returned:
        raise changed[0]
    return returned, changed


def _context(message: Message, name: str) -> tuple[tuple[str, str], str]:
    parts = str(message.context or "").split("|")
    if len(parts) != 3 or not isinstance(message.string, str):
        raise ToolkitError(
            f"{name}:{message.lineno or 1}: this is not a text of a document.",
            "leave msgctxt as it was exported; texts have no plural forms.",
        )
    return (parts[0], parts[1]), parts[2]


def _returned(
    content: Content,
    statuses: TranslationStatuses,
    original: Document,
    messages: list[tuple[str, Message]],
    tag: str,
) -> Returned:
    translation = content.by_translation.get((original.path, tag))
    if translation is not None:
        require_read(translation)
    known = _pieces(original, translation, statuses)
    for unit, message in messages:
        if unit not in known and translation is not None and unit.partition("[")[0] == BODY:
            raise ChangedError(
                f"The paragraphs of {translation.source.path} are not those that were exported."
            )
        if unit not in known:
            raise ToolkitError(
                f'"{unit}" is not a part of {original.source.path}.',
                f"leave msgctxt as it was exported (line {message.lineno or 1}).",
            )
    done = {unit: str(message.string) for unit, message in messages if not message.fuzzy}
    words = {unit: text for unit, text in done.items() if text.strip()}
    unfinished = [unit for unit, _ in messages if unit not in words]
    there = {unit for unit, _ in messages}
    # A packet that was cut looks whole to whoever imports it.
    unfinished += [
        unit
        for unit, (_, said, has_changed) in known.items()
        if unit not in there and (has_changed or not said)
    ]
    return Returned(original, words, tuple(unfinished), is_whole(original, translation))
