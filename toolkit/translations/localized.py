"""The content in one language: translations where they exist, originals otherwise.

Whatever is made from content can be made from this in the same way: all that later steps know about
translations is the status of each text in `statuses`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from toolkit.content.document import Document
from toolkit.content.reader import Content
from toolkit.content.values import Mapping as YamlMapping
from toolkit.translations.source import FIELDS
from toolkit.translations.status import TranslationStatus, TranslationStatuses, folded


@dataclass(frozen=True)
class Localized:
    """`content` in the language `tag`, and the `statuses` of translated documents, by path.

    A document without a status is in English, and so are the `english` texts: what readers see of a
    document or register that lacks words in this language. `known` are the statuses of all
    languages, if `content` has translations.
    """

    tag: str
    content: Content
    statuses: Mapping[str, TranslationStatus]
    original_titles: Mapping[str, str]
    known: TranslationStatuses | None = None

    @cached_property
    def english(self) -> frozenset[str]:
        """English texts that appear among those in the language."""
        if self.tag == "en":
            return frozenset()
        found: set[str] = set()
        known = self.known or TranslationStatuses(self.content)
        for path, (translated, always) in known.english.items():
            found.update(always if path in self.statuses else (*translated, *always))
        found.update(_untranslated(self.content, self.tag))
        for body in self.content.organisations.items.values():
            if self.tag not in body.names:
                found.add(body.name)
                if body.abbreviation:
                    found.add(f"{body.name} ({body.abbreviation})")
        for one in self.content.instruments.items.values():
            if self.tag not in one.short_titles:
                found.add(one.short_title)
            if self.tag not in one.full_titles:
                found.add(one.full_title)
            # The name of its body, and remarks on it, are in English only.
            found |= {one.body, one.note}
            found |= {part.title for part in one.parts if self.tag not in part.titles}
            for article in one.articles.values():
                if self.tag not in article.titles:
                    found |= {article.title, article.label}
        return frozenset(found - {""})


def _untranslated(content: Content, tag: str) -> Iterator[str]:
    """What is there by language, but not in this one: words of terms, and reasons for gaps."""
    terms = (term for one in content.vocabularies.values() for term in one.terms.values())
    words = [texts for term in terms for texts in (term.labels, term.definition)]
    words += (one.reason for one in content.not_applicable.items.values())
    yield from (texts["en"] for texts in words if tag not in texts)


def localized(content: Content, known: TranslationStatuses, tag: str) -> Localized:
    """Content in the language `tag`. The content must have no errors."""
    if tag == "en":
        return Localized(tag, content, {}, {})
    translations = {one.of: one for one in content.translations if one.language == tag}
    statuses = {path: known.of(one) for path, one in translations.items()}
    documents = tuple(
        _translated(document, translations[document.path])
        if document.path in statuses
        else document
        for document in content.documents
    )
    bodies = {id_: one.in_language(tag) for id_, one in content.organisations.items.items()}
    instruments = {id_: one.in_language(tag) for id_, one in content.instruments.items.items()}
    titles = {
        document.path: folded(document.text("title"))
        for document in content.documents
        if document.path in statuses
    }
    new = replace(
        content,
        documents=documents,
        translations=(),
        organisations=replace(content.organisations, items=bodies),
        instruments=replace(content.instruments, items=instruments),
    )
    return Localized(tag, new, statuses, titles, known)


def _translated(original: Document, translation: Document) -> Document:
    """A document with the words of its translation."""
    words = {name: value for name in FIELDS if (value := translation.get(name)) is not None}
    front = original.front
    if front is not None:
        pairs = tuple((key, words.get(key.text, value)) for key, value in front.pairs)
        front = YamlMapping(pairs, front.location)
    return replace(
        original,
        front=front,
        body_line=translation.body_line,
        body_start=translation.body_start,
        translation=translation.source,
        language=translation.language,
    )
