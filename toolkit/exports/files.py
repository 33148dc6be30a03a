"""The files in `data/` and those next to the pages of entries; each string is made once."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from toolkit.compact_json import in_script
from toolkit.exports import dcat, skos, table
from toolkit.exports.feeds import DATA, feed_files
from toolkit.exports.formats import FORMATS, PAIR, TAKEN, Format, whole
from toolkit.exports.record import LICENCE, Maker, Work

_TABLE = FORMATS["csv"]

# By file name, or else by extension.
_MEDIA_TYPES = {
    "json": "application/json",
    "js": "text/javascript",
    "ttl": "text/turtle",
    "xml": "application/atom+xml",
    **{form.file: form.media_type for form in FORMATS.values()},
}


def export_files(
    maker: Maker, others: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes | Iterable[bytes]]]:
    """All files by path on the site, in pieces; `data/index.json` lists those in `data/`.

    `others`, by name, belong there too. Consume each file before asking for the next: the largest
    have a piece for each entry, and together they would fill the memory.
    """
    works = maker.works.values()
    written: dict[str, _Written] = {}

    def data(name: str, pieces: Iterable[bytes]) -> tuple[str, Iterable[bytes]]:
        written[name] = _Written()
        return f"{DATA}/{name}", written[name].noting(pieces)

    for name, content in others.items():
        yield data(name, (content,))
    for name, form in FORMATS.items():
        if name not in TAKEN:
            yield data(form.file, whole(form, map(form.one, works)))
            continue
        parts = [form.one(work) for work in works]
        yield data(form.file, whole(form, parts))
        yield data(f"lists/{name}.js", _list_script(form, works, parts))
        if name in PAIR:
            for work, part in zip(works, parts, strict=True):
                yield f"{work.page}.{name}", part.encode()
    yield data("datapackage.json", (_package(maker, written[_TABLE.file]),))
    yield data(skos.FILE, (skos.vocabularies(maker),))
    for name, content in feed_files(maker).items():
        yield data(name, (content,))
    addresses = Format("addresses", "", lambda work: work.found_at)
    yield data("lists/addresses.js", _list_script(addresses, works, map(addresses.one, works)))
    sizes = {name: one.size for name, one in written.items()}
    types = {name: _media_type(name) for name in written}
    yield data(dcat.FILE, (dcat.catalogue(maker, sizes, types),))
    yield f"{DATA}/index.json", (_index(maker, written),)


class _Written:
    """What the lists of files say about one, known once all its pieces have been consumed."""

    def __init__(self) -> None:
        self.size = 0
        self._digest = hashlib.sha256()

    @property
    def sum(self) -> str:
        return self._digest.hexdigest()

    def noting(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.size += len(piece)
            self._digest.update(piece)
            yield piece


def _list_script(form: Format, works: Iterable[Work], parts: Iterable[str]) -> Iterator[bytes]:
    """The works in one format as a script, the only thing that a page opened from disk can load."""
    made = {
        "name": form.name,
        "type": form.media_type,
        "head": form.head,
        "between": form.between,
        "tail": form.tail,
    }
    yield f'toolkitTake.add({in_script(made).removesuffix("}")},"works":{{'.encode()
    before = ""
    for work, part in zip(works, parts, strict=True):
        yield f"{before}{in_script(work.page)}:{in_script(part)}".encode()
        before = ","
    yield b"}});\n"


def _package(maker: Maker, rows: _Written) -> bytes:
    """The description of the table, following the Frictionless Data Package standard."""
    return _json(
        {
            "profile": "tabular-data-package",
            "name": "entries",
            "title": maker.language.text("site.name"),
            "licenses": [{"name": "CC-BY-4.0", "path": LICENCE}],
            "resources": [
                {
                    "name": "entries",
                    "path": _TABLE.file,
                    "profile": "tabular-data-resource",
                    "format": "csv",
                    "mediatype": _TABLE.media_type,
                    "encoding": "utf-8",
                    "bytes": rows.size,
                    "hash": f"sha256:{rows.sum}",
                    "schema": table.schema(),
                }
            ],
        }
    )


def _index(maker: Maker, written: Mapping[str, _Written]) -> bytes:
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
                    "bytes": one.size,
                    "sha256": one.sum,
                    "licence": LICENCE,
                }
                for name, one in sorted(written.items())
            ],
        }
    )


def _media_type(name: str) -> str:
    return _MEDIA_TYPES.get(name) or _MEDIA_TYPES[name.rpartition(".")[2]]


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()
