"""The files of search, as a browser loads them.

They are scripts, since a page opened from a disk can load nothing else, and each makes one call:
`toolkitSearch.add(version, part)`. `index.js` says how many files each tier has; a tier's file
holds the packed index of some documents with what their results show.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages.language import Language
from toolkit.problems import ToolkitError
from toolkit.rendering.body import Body
from toolkit.search.documents import Document, make_documents
from toolkit.search.fields import TIERS
from toolkit.search.index import Shard, averages, count_words, pack, spread
from toolkit.search.words import SEPARATORS, Stems

FOLDER: Final = "assets/search"

# Of the files below; `search.js` names the one that it reads.
FORMAT: Final = "1"

# Beyond this many, documents are spread over several files, so that an old phone is never busy
# for long with one. All files know the statistics of the whole, so that results don't change.
DOCUMENTS_A_FILE: Final = 1000

_LUNR = "contrib/search/templates/search/lunr.js"


def search_files(
    catalogue: Catalogue, language: Language, bodies: Mapping[str, Body]
) -> dict[str, bytes]:
    """All files of search in a language, by their paths from the root of the site."""
    documents = make_documents(catalogue, language, bodies)
    pillars = catalogue.vocabularies["pillars"].terms.values()
    labels = {term.id: term.label(language.tag) for term in pillars}
    return {
        f"{FOLDER}/lunr.js": lunr_script(),
        **index_files(documents, language, labels),
    }


def index_files(
    documents: Sequence[Document],
    language: Language,
    pillars: Mapping[str, str],
    documents_a_file: int = DOCUMENTS_A_FILE,
) -> dict[str, bytes]:
    """The index of documents. `pillars` holds their labels by id."""
    stems = Stems(language)
    starts = range(0, len(documents), documents_a_file)
    tiers: list[dict[str, object]] = []
    parts: dict[str, dict[str, object]] = {}
    for tier in TIERS:
        slices = [
            _units(tier, start, documents[start : start + documents_a_file]) for start in starts
        ]
        shards = [count_words(texts, len(TIERS[tier]), stems) for texts, _shown in slices]
        tiers.append(_about(tier, shards))
        total = spread(shards)
        for number, (shard, (_texts, shown)) in enumerate(zip(shards, slices, strict=True), 1):
            parts[f"{tier}-{number}"] = {"tier": tier, **shown, **pack(shard, total)}
    parts["index"] = {
        "tiers": tiers,
        "separators": SEPARATORS,
        "stopWords": sorted(language.stop_words),
        "pillars": pillars,
    }
    return _scripts(f"{FOLDER}/{language.tag}", parts)


@cache
def lunr_script() -> bytes:
    """lunr.js, with its licence, as it comes with MkDocs."""
    spec = find_spec("mkdocs")
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / _LUNR
        if path.is_file():
            return path.read_bytes()
    raise ToolkitError(
        "The installed MkDocs has no lunr.js, which search needs.",
        "install the versions of requirements.txt.",
    )


def _units(
    tier: str, start: int, documents: Sequence[Document]
) -> tuple[list[tuple[str, ...]], dict[str, object]]:
    """The texts that a tier searches, by unit, and what results need to know of the units."""
    if tier == "first":
        shown = [document.card for document in documents]
        return [document.texts for document in documents], {"start": start, "documents": shown}
    sections = [
        (number, section)
        for number, document in enumerate(documents, start)
        for section in document.sections
    ]
    return (
        [(section.heading, section.text) for _number, section in sections],
        {
            "sections": [
                (number, section.anchor, section.heading, section.text)
                for number, section in sections
            ]
        },
    )


def _about(tier: str, shards: Sequence[Shard]) -> dict[str, object]:
    """What the browser needs to know of a tier before it loads the tier's files."""
    return {
        "name": tier,
        "files": len(shards),
        "units": sum(len(shard.lengths[0]) for shard in shards),
        "fields": [field.name for field in TIERS[tier]],
        "weights": [field.weight for field in TIERS[tier]],
        "averages": averages(shards),
    }


def _scripts(folder: str, parts: Mapping[str, object]) -> dict[str, bytes]:
    texts = {name: _json(part) for name, part in parts.items()}
    digest = hashlib.sha256("\n".join(texts.values()).encode())
    version = _json(f"{FORMAT}.{digest.hexdigest()[:12]}")
    return {
        f"{folder}/{name}.js": f"toolkitSearch.add({version},{text});\n".encode()
        for name, text in texts.items()
    }


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Before ES2019 these two end a line inside a string of a script.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
