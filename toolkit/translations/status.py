"""The status of each translation: made from the present original, an earlier one, or neither."""

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.content.document import Document
from toolkit.content.originals import KeptOriginal
from toolkit.content.reader import Content
from toolkit.content.values import Mapping as YamlMapping
from toolkit.content.values import Scalar
from toolkit.recognition.digest import digest_of
from toolkit.translations.source import canonical_source, changed_parts, source_digest, source_text

MACHINE = "machine"
_ENGLISH_WORD = re.compile(r"\b(?:of|the|and)\b")


class State(enum.StrEnum):
    """What a translation was made from; `UNKNOWN` if its digest fits no known text."""

    CURRENT = "current"
    OUTDATED = "outdated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """One translation. `since` is a day on which the original had the text that was translated.

    `changed` names what is new in the original. `reviewed_by` and `reviewed_on` are empty if nobody
    has reviewed it.
    """

    state: State
    translator: str
    reviewed_by: str
    reviewed_on: str
    since: str = ""
    changed: tuple[str, ...] = ()

    @property
    def by_machine(self) -> bool:
        """Whether it was made by a machine."""
        return self.translator == MACHINE


class TranslationStatuses:
    """The status of every translation in the content."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._made: dict[str, TranslationStatus] = {}

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """The digest of the present text of each translated document that was read, by path."""
        translated = {one.of for one in self.content.translations}
        return {
            document.path: source_digest(document)
            for document in self.content.documents
            if document.path in translated and document.is_read
        }

    def digest(self, original: Document) -> str:
        """The digest of the present text of a document, translated or not."""
        return self.digests.get(original.path) or source_digest(original)

    @cached_property
    def kept(self) -> Mapping[str, KeptOriginal]:
        """The kept texts that translations refer to, by digest, if they match their digests."""
        present = set(self.digests.values())
        named = {one.text("source_digest") for one in self.content.translations}
        return {
            digest: kept
            for digest, kept in self.content.originals.items()
            if digest in named
            and digest not in present
            and kept.text is not None
            and digest_of(canonical_source(kept.text)) == digest
        }

    @cached_property
    def english(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The English texts of each document, by path: those that a translation has in its own
        language, and those that no translation has.
        """
        return {
            document.path: (
                (folded(document.text("title")), folded(document.text("summary"))),
                tuple(_untranslated(document)),
            )
            for document in self.content.documents
        }

    def of(self, translation: Document) -> TranslationStatus:
        """The status of a translation that was read."""
        path = translation.source.path
        if path not in self._made:
            self._made[path] = self._status(translation)
        return self._made[path]

    def _status(self, translation: Document) -> TranslationStatus:
        digest = translation.text("source_digest")
        kept = self.kept.get(digest)
        reviewed = translation.get("reviewed")
        who = "", ""
        if isinstance(reviewed, YamlMapping):
            who = reviewed.text("by"), reviewed.text("on")
        translator = translation.text("translator")
        if self.digests.get(translation.of) == digest:
            return TranslationStatus(State.CURRENT, translator, *who)
        original = self.content.by_path[translation.of]
        names = (original.path, *original.texts("aliases"))
        if kept is None or kept.text is None or kept.of not in names:
            return TranslationStatus(State.UNKNOWN, translator, *who)
        new = source_text(original)
        return TranslationStatus(
            State.OUTDATED, translator, *who, kept.since, changed_parts(kept.text, new)
        )


def _untranslated(document: Document) -> Iterator[str]:
    """The reasons of a document, and the names of bodies, which are mostly in English."""
    withdrawn = document.get("withdrawn")
    if isinstance(withdrawn, YamlMapping):
        yield folded(withdrawn.text("reason"))
    reasons = document.get("distinct_from")
    if isinstance(reasons, YamlMapping):
        yield from (folded(one.text) for _, one in reasons.pairs if isinstance(one, Scalar))
    yield from (name for name in document.texts("partners") if _ENGLISH_WORD.search(name))


def folded(text: str) -> str:
    """A text on one line, as pages show it."""
    return " ".join(text.split())
