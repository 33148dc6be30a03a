"""The files of `data/` and those beside the pages of entries; each string is made once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Final

from toolkit.exports import dcat, skos, table
from toolkit.exports.feeds import feed_files
from toolkit.exports.formats import FORMATS, PAIR, TAKEN, whole
from toolkit.exports.record import LICENCE, Maker, Work

FOLDER: Final = "data"

# By name, or else by ending.
_MEDIA_TYPES: Final = {
    "json": "application/json",
    "js": "text/javascript",
    "ttl": "text/turtle",
    "xml": "application/atom+xml",
    **{form.FILE: form.MEDIA_TYPE for form in FORMATS.values()},
}


def export_files(maker: Maker, others: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """All files by their paths on the site; `data/index.json` lists those of `data/`.

    `others` belong there too, by their names.
    """
    works = list(maker.works.values())
    files: dict[str, bytes] = {}
    data = dict(others or {})
    for name, form in FORMATS.items():
        parts = [form.one(work) for work in works]
        data[form.FILE] = whole(form, parts).encode()
        if name in PAIR:
            pairs = zip(works, parts, strict=True)
            files.update({f"{work.page}.{name}": part.encode() for work, part in pairs})
        if name in TAKEN:
            data[f"lists/{name}.js"] = _list_script(name, works, parts)
    data["datapackage.json"] = _package(maker, data[table.FILE])
    data[skos.FILE] = skos.vocabularies(maker)
    data.update(feed_files(maker))
    types = {name: _media_type(name) for name in data}
    data[dcat.FILE] = dcat.catalogue(maker, data, types)
    data["index.json"] = _index(maker, data)
    return files | {f"{FOLDER}/{name}": content for name, content in data.items()}


def _list_script(name: str, works: Sequence[Work], parts: Sequence[str]) -> bytes:
    """The works in one format as a script, since a page from a disk can load nothing else."""
    form = FORMATS[name]
    made = {
        "name": name,
        "type": form.MEDIA_TYPE,
        "head": form.HEAD,
        "between": form.BETWEEN,
        "tail": form.TAIL,
        "works": {work.page: part for work, part in zip(works, parts, strict=True)},
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"toolkitTake.add({text});\n".encode()


def _package(maker: Maker, rows: bytes) -> bytes:
    """The description of the table after the Data Package standard of Frictionless."""
    return _json(
        {
            "profile": "tabular-data-package",
            "name": "entries",
            "title": maker.language.text("site.name"),
            "licenses": [{"name": "CC-BY-4.0", "path": LICENCE}],
            "resources": [
                {
                    "name": "entries",
                    "path": table.FILE,
                    "profile": "tabular-data-resource",
                    "format": "csv",
                    "mediatype": table.MEDIA_TYPE,
                    "encoding": "utf-8",
                    "bytes": len(rows),
                    "hash": f"sha256:{hashlib.sha256(rows).hexdigest()}",
                    "schema": table.schema(),
                }
            ],
        }
    )


def _index(maker: Maker, data: Mapping[str, bytes]) -> bytes:
    return _json(
        {
            "version": 1,
            "as_of": maker.catalogue.as_of.isoformat(),
            "entries": len(maker.catalogue.entries),
            "licence": LICENCE,
            **({"oai": maker.oai_url} if maker.oai_url else {}),
            "files": [
                {
                    "path": name,
                    "type": _media_type(name),
                    "bytes": len(content),
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "licence": LICENCE,
                }
                for name, content in sorted(data.items())
            ],
        }
    )


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(name) or _MEDIA_TYPES[name.rpartition(".")[2]]


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
