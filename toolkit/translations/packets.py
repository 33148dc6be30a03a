"""Packets for translators: gettext files with the texts of documents, and what comes back in them.

`msgctxt` is the path of the document, the starts of the digests of its original and of what the
piece said so far in the language, with a hyphen between them, and the name of the piece, separated
by bars; tools leave it unchanged. Pieces whose original has changed since they were translated are
marked as fuzzy.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.yaml_text import control_characters
from toolkit.languages import TARGETS
from toolkit.problems import ToolkitError
from toolkit.recognition.digest import PREFIX
from toolkit.translations.source import source_text
from toolkit.translations.status import TranslationStatuses
from toolkit.translations.units import ASKED, BODY, corresponds, tidied, units, without_place

_DIGITS = 16
_DIGITS_OF_PIECE = 8
OTHER_FILE = "name the file that ends with .po; translators' tools write others, too."
_AGAIN = "export it again if it still exists, and copy what was translated into the new file."
_MOST_NAMED = 3  # of the documents that don't exist
_PHRASES = (
    "What people type, a phrase a line: as they say it in your language, and as many as you like."
)
# A line with a text, which Babel would cut at both ends where it has no quotation marks.
_TEXT = re.compile(r"(?:msgctxt|msgid|msgstr)[ \t]+|(?=\")")
_QUOTED = re.compile(r'"(?:.*[^\\])?(?:\\\\)*+"')
_STRING = r'"([^"\\]*+(?:\\.[^"\\]*+)*+)"'
_STRINGS = re.compile(rf"(?:{_STRING}(?:\s++|\Z))++")
_LOST = str.maketrans("\u00a0\u202f", "  ")
# What tools call Chinese in the letters that the site doesn't use.
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


@dataclass(frozen=True, slots=True)
class Returned:
    """What a packet contains for one document: `words` by piece, without those that nobody changed.

    The `unfinished` pieces are fuzzy, have no words, or have to be translated and are missing: each
    with its place and the reason. Those `replaced` have been changed in the file, too, since the
    export. `whole_body` says that the body is one piece.
    """

    original: Document
    words: Mapping[str, str]
    unfinished: tuple[str, ...]
    replaced: tuple[str, ...]
    whole_body: bool


class ChangedError(ToolkitError):
    """A document of a packet that can't be imported, since it or its original has changed."""

    def __init__(self, message: str, hint: str = _AGAIN) -> None:
        super().__init__(message, hint)


class _Packet(Catalog):
    """A catalog that takes only its language from its header: tools write the rest as they like,
    and Babel refuses dates, plural forms and encodings that it doesn't know. Of equal texts, Babel
    would keep only the first translation.
    """

    language = ""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[Message] = []

    def __setitem__(self, id: object, message: Message) -> None:  # noqa: A002 - Babel's name
        if message.id or message.context:
            self.texts.append(message)
        else:
            super().__setitem__("", message)

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
    """The packet for some documents in a language, as the text of a `.po` file.

    Raises ToolkitError if a translation can't be read: it would be exported as untranslated.
    """
    catalog = Catalog(
        locale=tag, project="toolkit", version="1", charset="utf-8", fuzzy=False,
        header_comment="# Texts of the toolkit, for translators. Leave msgctxt as it is.",
    )  # fmt: skip
    for original in originals:
        translation = content.by_translation.get((original.path, tag))
        if translation is not None:
            translation.require_read()
        digest = statuses.digest(original).removeprefix(PREFIX)[:_DIGITS]
        for name, (text, said, has_changed) in _pieces(original, translation, statuses).items():
            flags = ("fuzzy",) if said and has_changed else ()
            context = f"{original.path}|{digest}-{_mark(said)}|{name}"
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


def _mark(said: str) -> str:
    return sha256(said.encode()).hexdigest()[:_DIGITS_OF_PIECE]


def _pieces(
    original: Document, translation: Document | None, statuses: TranslationStatuses
) -> dict[str, tuple[str, str, bool]]:
    """The pieces of a document: the text, its translation, and whether it has changed since."""
    whole = is_whole(original, translation)
    theirs = units(source_text(translation), whole_body=whole) if translation else {}
    kept = statuses.kept.get(translation.text("source_digest")) if translation else None
    old = units(kept.text, whole_body=whole) if kept and kept.text else {}
    return {
        name: (text, theirs.get(name, ""), old.get(name, text).split() != text.split())
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
    lines = [_joined(line) for line in text.split("\n")]
    _look_at_lines(lines, name)
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
            'each line begins with #, msgctxt, msgid, msgstr or ". Correct it, or export again.'
            if "msgid" in text
            else OTHER_FILE,
        ) from error
    language, *more = re.split(r"[-_.@]", catalog.language.lower())
    has_our_letters = _TRADITIONAL.isdisjoint(more)
    if language not in ("", tag) or not has_our_letters:
        raise ToolkitError(
            f'{name} is in the language "{catalog.language}".',
            f"use --language {language}."
            if language in TARGETS and has_our_letters
            else "the toolkit does not have translations into that language: correct Language in "
            "its header if it is wrong.",
        )
    found: dict[str, dict[str, Message]] = {}
    for message in catalog.texts:
        path, unit = _context(message, name)
        first = found.setdefault(path, {}).setdefault(unit, message)
        if not _words(first):
            found[path][unit] = message
        elif _words(message) not in ("", _words(first)):
            raise ToolkitError(
                f"{name}:{message.lineno}: this text has another translation in line "
                f"{first.lineno}.",
                "delete one of the two, from msgctxt to msgstr.",
            )
    if not found:
        raise ToolkitError(f"{name} contains no texts.", "name a file that was exported.")
    former = {path: one for one in content.documents for path in one.texts("aliases")}
    returned: list[Returned] = []
    changed: list[ChangedError] = []
    unknown: list[str] = []
    for path, messages in found.items():
        original = content.by_path.get(path) or former.get(path)
        if original is None:
            unknown.append(path)
            continue
        try:
            if original.front is None:
                where = original.source.path
                raise ChangedError(
                    f"{where} can't be read.", f"fix it first: toolkit check {where}"
                )
            digest = statuses.digest(original).removeprefix(PREFIX)
            if not all(digest.startswith(_digests(one)[0]) for one in messages.values()):
                raise ChangedError(
                    f"The original {original.source.path} has changed since {name} was exported."
                )
            returned.append(_returned(name, content, statuses, original, messages, tag))
        except ChangedError as error:
            changed.append(error)
    if unknown:
        line = next(iter(found[unknown[0]].values())).lineno or 1
        named = ", ".join(f'"{path}"' for path in unknown[:_MOST_NAMED])
        others = f" and {left} more" if (left := len(unknown) - _MOST_NAMED) > 0 else ""
        is_one = "there is no document" if len(unknown) == 1 else "there are no documents"
        changed.insert(0, ChangedError(f"{name}:{line}: {is_one} {named}{others}."))
    if not returned:
        hints = dict.fromkeys(one.hint for one in changed)
        raise ToolkitError("\n".join(one.message for one in changed), "\n".join(hints))
    return returned, changed


def _joined(line: str) -> str:
    """A line with its text in one pair of quotation marks: gettext allows several."""
    head, mark, rest = line.partition('"')
    found = _STRINGS.fullmatch(mark + rest)
    return f'{head}"{"".join(re.findall(_STRING, found[0]))}"' if found else line


def _look_at_lines(lines: Iterable[str], name: str) -> None:
    """Refuse what Babel would read in another way than it was meant."""
    last = ""
    for row, line in enumerate(lines, 1):
        keyword = _TEXT.match(line)
        if keyword is None:
            continue
        if not _QUOTED.fullmatch(line[keyword.end() :].strip()):
            raise ToolkitError(
                f"{name}:{row}: the text does not begin and end with a straight quotation mark.",
                f'write it like this: {keyword[0].strip() or "msgstr"} "text"',
            )
        now = keyword[0].strip() or last
        if now == last == "msgstr" and keyword[0]:
            raise ToolkitError(
                f"{name}:{row}: this is a second translation of the same text.",
                "keep one msgstr below each msgid.",
            )
        last = now


def _context(message: Message, name: str) -> tuple[str, str]:
    """The path of a document, and the name of a piece."""
    parts = str(message.context or "").split("|")
    if len(parts) != 3 or not isinstance(message.string, str):
        raise ToolkitError(
            f"{name}:{message.lineno or 1}: this is not a text of a document.",
            "leave msgctxt as it was exported; texts have no plural forms.",
        )
    return parts[0], parts[2]


def _digests(message: Message) -> tuple[str, str]:
    """The starts of the digests of the original, and of what was exported as its translation."""
    of_original, _, of_piece = str(message.context).split("|")[1].partition("-")
    return of_original, of_piece


def _words(message: Message) -> str:
    """What a translator has finished; empty if it is a suggestion, or nothing."""
    words = tidied(str(message.context).rpartition("|")[2], str(message.string))
    return words if not message.fuzzy and any(map(str.isprintable, words.strip())) else ""


def _returned(
    name: str,
    content: Content,
    statuses: TranslationStatuses,
    original: Document,
    messages: Mapping[str, Message],
    tag: str,
) -> Returned:
    translation = content.by_translation.get((original.path, tag))
    if translation is not None:
        translation.require_read()
    known = _pieces(original, translation, statuses)
    for unit, message in messages.items():
        if unit not in known and translation is not None and unit.partition("[")[0] == BODY:
            raise ChangedError(
                f"The paragraphs of {translation.source.path} are not those that were exported."
            )
        if unit not in known:
            raise ToolkitError(
                f'"{unit}" is not a part of {original.source.path}.',
                f"leave msgctxt as it was exported (line {message.lineno or 1}).",
            )
        text, said, _ = known[unit]
        if _words(message) in ("", said) and str(message.id).split() != text.split():
            raise ChangedError(
                f"{name}:{message.lineno}: the text after msgid was changed, and not that after "
                "msgstr.",
                "write the translation after msgstr, and leave msgid as it was exported.",
            )
    words = {unit: text for unit, message in messages.items() if (text := _words(message))}
    unfinished = [
        f"{unit}: {'marked as fuzzy' if message.fuzzy else 'empty'}, in line {message.lineno}"
        for unit, message in messages.items()
        if unit not in words
    ]
    # A packet that was cut looks whole to whoever imports it.
    unfinished += [
        f"{unit}: not in the file"
        for unit, (_, said, has_changed) in known.items()
        if unit not in messages and (has_changed or not said)
    ]
    replaced = []
    for unit, text in [*words.items()] if translation is not None else ():
        exported, said = _digests(messages[unit])[1], known[unit][1]
        # Nobody has changed it in the packet, or only a tool has, which lost no-break spaces.
        if exported == _mark(text) or text == said.translate(_LOST):
            del words[unit]
        elif exported and text != said and exported != _mark(said):
            replaced.append(unit)
    for unit, text in words.items():
        for fault in control_characters(original.source, text, 1)[:1]:
            raise ChangedError(
                f"{name}:{messages[unit].lineno}: the text contains U+{ord(fault.detail):04X}, a "
                "character that no file may have.",
                "delete it there, and import again.",
            )
    if translation is not None and (lost := without_place(translation, words)):
        raise ChangedError(
            f"{translation.source.path} has no place for {', '.join(lost)}.",
            "add what is missing there as it is in the original, and import again.",
        )
    whole = is_whole(original, translation)
    return Returned(original, words, tuple(unfinished), tuple(replaced), whole)
