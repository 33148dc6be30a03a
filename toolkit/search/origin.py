"""What the search of a language is made from, known before it is made."""

from collections.abc import Iterable, Iterator

from toolkit.cache.shelf import key_of
from toolkit.catalogue.catalogue import Catalogue
from toolkit.content.document import Document
from toolkit.content.reader import Content


def origin_of(
    lists: bytes, originals: Content, catalogue: Catalogue, others: Iterable[str]
) -> bytes:
    """A digest of all that the search of a catalogue is made from, besides the program.

    `lists` is a digest of all content but the texts; if it is empty, so is the result. `originals`
    is the content before it was translated, and `others` say in what language and of which copy
    the search is. A translated document has nothing of the original's body: a correction there
    concerns only the search in the original language.
    """
    if not lists:
        return b""
    texts = (
        part
        for document in catalogue.content.documents
        for part in _texts(document, originals.by_path[document.path])
    )
    states = (f"{id_} {status.state}" for id_, status in sorted(catalogue.statuses.items()))
    return key_of(lists, catalogue.as_of.isoformat(), *others, "", *states, "", *texts)


def _texts(document: Document, original: Document) -> Iterator[str | bytes]:
    if document.translation is not None:
        yield original.source.rest(0)[: original.body_start]
    yield from (document.path, document.body_source.digest)
