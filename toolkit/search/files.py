"""The files of the search, as browsers load them.

They are scripts, since a page opened from a disk can load nothing else, and each makes one call:
`toolkitSearch.add(version, part)`. `index.js` holds what is needed to read a query and says how
many files each tier has; `list.js` what lists show of entries; `first` and `asked` files the packed
index for the first answer; `summaries.js` what results show in addition; `names.js` names that mean
the same and the names of terms in other languages; `original` files the titles under which works
were published, if the site shows them in another language; `full` files the sections of bodies and
their index.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from toolkit.cache.shelf import MANY, Shelf, key_of
from toolkit.cache.store import Store
from toolkit.catalogue.catalogue import Catalogue
from toolkit.compact_json import in_script
from toolkit.grouping import grouped
from toolkit.languages import LANGUAGES
from toolkit.languages.directions import contained_json
from toolkit.languages.language import Language
from toolkit.rendering.body import Body
from toolkit.search.client import FOLDER, FORMAT, client_scripts
from toolkit.search.documents import Document, make_documents
from toolkit.search.facets import SearchFacet, make_search_facets
from toolkit.search.fields import RULES, TIERS
from toolkit.search.function_words import function_words
from toolkit.search.index import DIGITS, averages, pack_words
from toolkit.search.lexicon import Group, make_lexicon
from toolkit.search.parts import Part, Parts, text_of
from toolkit.search.provisions import ARTICLES
from toolkit.search.texts import KEYS
from toolkit.search.words import LETTERS, SEPARATORS, Stems, foldings, split, traditional
from toolkit.translations.localized import Localized

# Documents are split into several files, none of which keeps an old phone busy for long.
DOCUMENTS_A_FILE = 500

_STEMS = key_of("stems")


def each_search_file(
    catalogue: Catalogue,
    language: Language,
    bodies: Mapping[str, Body],
    store: Store | None = None,
    local: Localized | None = None,
    *,
    copy: str = "",
    ways: Mapping[str, str] | None = None,
    origin: bytes = b"",
) -> Iterator[tuple[str, bytes]]:
    """Yield all search files for a language, with their paths from the root of the site.

    `store` keeps the parts of the index for the next build, and the stems of its words; `local`
    says what is translated. `copy` is the name of the copy, where it is one of a part of the
    toolkit; `ways` lead from the root of the language to those of the site's others. `origin` is a
    digest of all of this, empty if unknown: if that of the last build was the same, its files are
    taken over. Each file is made when it is asked for: all at once would take twice the memory.
    """
    yield from client_scripts().items()
    shelf = _shelf(store, language, copy)
    files: Any = shelf.get(origin) if origin else None
    known = _texts(shelf, files or ())
    if known:
        yield from _scripts(f"{FOLDER}/{language.tag}", known)
        return
    facets = make_search_facets(catalogue, language)
    documents = make_documents(catalogue, language, bodies, facets, local)
    lexicon = make_lexicon(catalogue, language)
    yield from each_index_file(
        documents, language, facets, lexicon, store=store, copy=copy, ways=ways, origin=origin
    )


def each_index_file(
    documents: Iterable[Document],
    language: Language,
    facets: Sequence[SearchFacet],
    lexicon: Sequence[Group],
    documents_a_file: int = DOCUMENTS_A_FILE,
    *,
    store: Store | None = None,
    copy: str = "",
    ways: Mapping[str, str] | None = None,
    origin: bytes = b"",
) -> Iterator[tuple[str, bytes]]:
    """The index of documents in a language; what may be named is as above."""
    shelf = _shelf(store, language, copy)
    kept = Shelf(store, f"stems-{language.tag}")
    stems = Stems(language, kept.get(_STEMS))  # type: ignore[arg-type]
    made = Parts(shelf, stems)
    found: dict[str, list[Part]] = {tier: [] for tier in TIERS}
    cards: list[Mapping[str, object]] = []
    summaries: list[str] = []
    rest = iter(documents)
    while some := [*islice(rest, documents_a_file)]:
        for tier, those in found.items():
            those.append(made.part(tier, len(cards), some))
        cards += [one.card for one in some]
        summaries += [one.summary for one in some]
    if not any(part.totals[0] for part in found["original"]):
        del found["original"]
    entries = sum("kind" not in card for card in cards)
    # The text of each, or the keys of its pieces on the shelf.
    files: dict[str, bytes | tuple[bytes, ...]] = {"list": _shown(_columns(cards))}
    for tier, those in found.items():
        files.update({f"{tier}-{number}": one.keys for number, one in enumerate(those, 1)})
    files["summaries"] = _shown({"summaries": summaries})
    del cards, summaries  # memory: what follows comes at the peak of a build
    known = _words_of(found["first"])  # the client has their stems when it reads names
    words = known.union(*map(_words_of, found.values()))
    names = _names(facets)
    own = _words((name for facet in facets for term in facet.terms for name in term.names), kept)
    others = _words((name for found in names.values() for _facet, _term, name in found), kept)
    others |= _words((name for group in lexicon for name in (*group.names, *group.asked)), kept)
    of_names = {
        "lexicon": [group.data() for group in lexicon],
        "functionWords": function_words(language.tag),
        "names": names,
        "words": pack_words(others - own - known, stems),
        "traditional": traditional({*others, *words, *language.stop_words}),
    }
    of_index = {
        "language": language.tag,
        "entries": entries,
        "tiers": [_about(tier, those) for tier, those in found.items()],
        "digits": DIGITS,
        "letters": LETTERS,
        "separators": SEPARATORS,
        "foldings": foldings(language),
        "articles": ARTICLES,
        "words": pack_words(own - known, stems),
        "stopWords": sorted(language.stop_words),
        "fillers": sorted(language.fillers),
        "lightWords": sorted(language.light_words),
        "rules": {rule.name: rule.weight for rule in RULES},
        "gap": language.gap,
        "texts": {key: language.strings[key] for key in KEYS},
        "facets": [_facet(facet) for facet in facets],
        "languages": list(_elsewhere(language, ways or {})),
    }
    files["names"], files["index"] = _shown(of_names), _shown(of_index)
    if origin:
        shelf.put(origin, tuple(files.items()))
    is_same = shelf.save()
    if not copy:  # a copy needs only some of them
        kept.put(_STEMS, stems.made)
        kept.save(is_same=is_same)
    yield from _scripts(f"{FOLDER}/{language.tag}", _texts(shelf, files.items()))


def _shown(value: object) -> bytes:
    return contained_json(in_script(value)).encode()


def _shelf(store: Store | None, language: Language, copy: str) -> Shelf:
    of_copy = f"-{key_of(copy).hex()}" if copy else ""
    return Shelf(store, f"search-{language.tag}{of_copy}", MANY)


def _texts(
    shelf: Shelf, files: Iterable[tuple[str, bytes | tuple[bytes, ...]]]
) -> dict[str, list[bytes]]:
    """The texts of files in pieces, by name; none if one is missing on the shelf."""
    texts = {name: [one] if isinstance(one, bytes) else text_of(shelf, one) for name, one in files}
    return texts if all(texts.values()) else {}


def _about(tier: str, parts: Sequence[Part]) -> dict[str, object]:
    """What the browser needs to know about a tier before it loads the tier's files."""
    return {
        "name": tier,
        "files": len(parts),
        "units": sum(part.totals[0] for part in parts),
        "fields": [field.name for field in TIERS[tier]],
        "weights": [field.weight for field in TIERS[tier]],
        "averages": [float(f"{one:.5g}") for one in averages([part.totals for part in parts])],
    }


def _columns(rows: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """Rows by column, with 0 for what a row lacks: half the size of a list of mappings."""
    names = sorted({name for row in rows for name in row})
    return {"list": len(rows), **{name: [row.get(name, 0) for row in rows] for name in names}}


def _facet(facet: SearchFacet) -> dict[str, object]:
    places = {term.id: place for place, term in enumerate(facet.terms)}
    terms: list[dict[str, object]] = []
    for term in facet.terms:
        about: dict[str, object] = {"id": term.id, "label": term.label}
        if term.short and term.short != term.label:
            about["short"] = term.short
        if term.synonyms:
            about["synonyms"] = term.synonyms
        if term.broader in places:
            about["broader"] = places[term.broader]
        if term.path != f"{facet.name}/{term.id.lower()}":
            about["path"] = term.path
        terms.append(about)
    made: dict[str, object] = {"name": facet.name, "label": facet.label, "weight": facet.weight}
    if facet.path:
        made["index"] = f"{facet.path}.html"
    if facet.quiet:
        made["quiet"] = 1
    return {**made, "terms": terms}


def _elsewhere(language: Language, ways: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The search in languages of other letters: words, page, tag, pattern of queries in them."""
    own = language.letters
    for tag, way in ways.items():
        other = LANGUAGES[tag]
        if other.letters != own:
            words = str(other.strings.get("search.label", other.name))
            yield words, f"{way}search.html", tag, f"^[^{own}]*[{other.letters}][^{own}]*$"


def _names(facets: Sequence[SearchFacet]) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """For each language: facet, term and one of the term's names."""
    found = grouped(
        (tag, (number, place, name))
        for number, facet in enumerate(facets)
        for place, term in enumerate(facet.terms)
        for tag, names in (term.foreign or {}).items()
        for name in names
    )
    return dict(sorted(found.items()))


def _words_of(parts: Iterable[Part]) -> set[str]:
    return {word for part in parts for word in part.words}


def _words(names: Iterable[str], kept: Shelf) -> set[str]:
    """The words in names. They are cached: every index has the names in all languages, and these
    seldom change.
    """
    key = key_of("words", *(some := tuple(names)))
    words = kept.get(key)
    if not isinstance(words, tuple):
        words = tuple(sorted({word for name in some for word in split(name)}))
        kept.put(key, words)
    return set(words)


def _scripts(folder: str, texts: Mapping[str, Sequence[bytes]]) -> Iterator[tuple[str, bytes]]:
    digest = hashlib.sha256()
    before = b""
    for text in texts.values():
        for piece in (before, *text):
            digest.update(piece)
        before = b"\n"
    call = f'toolkitSearch.add("{FORMAT}.{digest.hexdigest()[:12]}",'.encode()
    for name, text in texts.items():
        yield f"{folder}/{name}.js", b"".join((call, *text, b");\n"))
