"""The digest of an entry: which fields are its substance, and their hash."""

import hashlib
import re

from toolkit.content.document import Document
from toolkit.content.entry_schema import FIELDS
from toolkit.content.values import Scalar, Sequence, Value
from toolkit.recognition.canonical import Data, canonical_json, fold_spaces, in_order, without_empty

PREFIX = "sha256:"
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")

# Fields that may change without making it a different text.
NOT_SUBSTANCE = frozenset(field.name for field in FIELDS if not field.substance)
# Lists whose order means something.
ORDERED = frozenset(field.name for field in FIELDS if field.ordered)


def substance(document: Document) -> dict[str, Data]:
    """What the digest of an entry covers: its fields by name, `id`, `kind` and `body`."""
    found = {
        fold_spaces(key.text): _data(value, key.text in ORDERED)
        for key, value in document.pairs
        if key.text not in NOT_SUBSTANCE
    }
    found |= {"id": document.id, "kind": str(document.kind), "body": fold_spaces(document.body)}
    return without_empty(found)


def canonical_form(document: Document, id_: str = "") -> str:
    """The canonical form of an entry: the text that its digest covers, and that is kept.

    With `id_`, a former id of the entry, the form under that id.
    """
    form = substance(document)
    return canonical_json(form | {"id": id_} if id_ else form)


def digest_of(form: str) -> str:
    """The digest of a canonical form: `sha256:` and 64 hexadecimal digits."""
    return PREFIX + hashlib.sha256(form.encode()).hexdigest()


def is_digest(text: str) -> bool:
    """Whether a text has the form of a digest."""
    return DIGEST.fullmatch(text) is not None


def shortened(digest: str) -> str:
    """The beginning of a digest, enough for people and commands to identify it."""
    return digest[: len(PREFIX) + 12]


def _data(value: Value, ordered: bool = False) -> Data:
    if isinstance(value, Scalar):
        return "" if value.is_empty else fold_spaces(value.text)
    if isinstance(value, Sequence):
        items = [item for item in map(_data, value.items) if item]
        return items if ordered else in_order(items)
    return without_empty({fold_spaces(key.text): _data(item) for key, item in value.pairs})
