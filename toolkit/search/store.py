"""The index as read back from its files: what the client's `store.js` does in a browser."""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

from toolkit.languages import LANGUAGES
from toolkit.problems import ToolkitError
from toolkit.search.files import FOLDER, FORMAT
from toolkit.search.words import Stems, split

K1 = 1.2  # lunr's own parameters of a score
B = 0.75

# Where one part of a title ends and another begins.
_PARTS = re.compile(r"\s[-–—]\s|[:;?!–—()]\s?")
_PARTICLE = "的"  # it joins two words; a pair of characters that holds it is neither of them
_CALL = re.compile(r'toolkitSearch\.add\("([^"]*)",(\{.*\})\);\n', re.DOTALL)


@dataclass
class Shard:
    """One file of a tier: units of text and the packed index of their terms."""

    weights: Sequence[float]
    fields: Sequence[str]
    terms: Sequence[str]
    postings: Sequence[Sequence[int]]
    norms: list[list[float]]
    lengths: Sequence[Sequence[int]]
    rarity: list[float]
    spread: Sequence[int]
    start: int
    sections: Sequence[tuple[int, str, str, str]] | None
    places: dict[str, int] = field(default_factory=dict)
    starts: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = {term: place for place, term in enumerate(self.terms)}
        for codes in self.postings:
            starts = [0]
            counts = False
            for at, code in enumerate(codes):
                if counts:
                    counts = False
                elif code == 0:
                    starts.append(at + 1)
                else:
                    counts = code < 0
            self.starts.append(starts)

    def units(self, term: str, number: int) -> Iterator[tuple[int, int]]:
        """The units in which a term stands in a field, each with how often."""
        codes = self.postings[number]
        at = self.starts[number][self.places[term]]
        unit = -1
        while codes[at]:
            code = codes[at]
            unit += abs(code)
            count = 1
            if code < 0:
                at += 1
                count = codes[at]
            yield unit, count
            at += 1

    def document(self, unit: int) -> int:
        """The document that a unit belongs to."""
        return self.start + unit if self.sections is None else self.sections[unit][0]


@dataclass
class Group:
    """Names that mean the same, or nearly, each as its words; the instrument or term that they
    name.
    """

    kind: str
    instrument: str
    term: str
    names: list[list[str]]


@dataclass
class Store:
    """All files of the search of one language."""

    header: Mapping[str, Any]
    stems: Stems
    documents: list[dict[str, Any]]
    shards: list[Shard]
    words: dict[str, int]
    under: list[list[dict[int, bool]]]
    names: dict[str, list[tuple[int, int, float]]] = field(default_factory=dict)
    lexicon: dict[str, list[Group]] = field(default_factory=dict)
    lexicon_words: set[str] = field(default_factory=set)
    sorted_words: list[str] = field(default_factory=list)
    all_stems: set[str] = field(default_factory=set)
    fillers: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    own: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    names_abroad: dict[str, list[tuple[int, int, float]]] = field(default_factory=dict)
    lexicon_abroad: dict[str, list[Group]] = field(default_factory=dict)
    _titles: dict[int, list[list[str]]] = field(default_factory=dict)

    def add_name(self, name: str, facet: int, term: int, weight: float, *, abroad: bool) -> None:
        """Let a term be found by the words of one of its names, `abroad` of another language."""
        names, lexicon = (
            (self.names_abroad, self.lexicon_abroad) if abroad else (self.names, self.lexicon)
        )
        all_of_them = split(name)
        words = [
            word
            for word in all_of_them
            if self.stems[word] and not (abroad and self.is_function(word))
        ]
        for word in words:
            (self.foreign if abroad else self.own).add(word)
            self.words[word] = self.words.get(word, 0) + len(self.under[facet][term])
            found = (facet, term, weight / math.sqrt(len(words)))
            names.setdefault(self.stems[word], []).append(found)
            self.all_stems.add(self.stems[word])
        label = split(self.header["facets"][facet]["terms"][term]["label"])
        group = Group("same", "", f"#{facet}:{term}", [all_of_them, label])
        self.lexicon_words.update(all_of_them)
        lexicon.setdefault(self.key(all_of_them), []).append(group)

    def add_group(
        self, kind: str, names: Iterable[str], asked: Iterable[str], instrument: str
    ) -> None:
        """Let each of some names, or what is asked instead, stand for all of the names and for an
        instrument.
        """
        group = Group(kind, instrument, "", [split(name) for name in names])
        for words in [split(phrase) for phrase in asked] or group.names:
            self.lexicon_words.update(words)
            found = self.lexicon.setdefault(self.key(words), [])
            if group not in found:
                found.append(group)

    def is_function(self, word: str) -> bool:
        """Whether a word of another language says nothing about what is sought."""
        return word in self.function_words or _PARTICLE in word

    def key(self, words: Iterable[str]) -> str:
        """What a name is looked up by: its stems, and fillers as they stand."""
        return " ".join(self.stems[word] or word for word in words)

    def longer(self, word: str, least: int = 2) -> list[str]:
        """The words of the index that begin with a word of `least` letters."""
        found: list[str] = []
        if len(word) < least or word.isdigit():
            return found
        for at in range(bisect_left(self.sorted_words, word), len(self.sorted_words)):
            if not self.sorted_words[at].startswith(word):
                break
            found.append(self.sorted_words[at])
        return found

    def title_stems(self, document: int) -> list[list[str]]:
        """The stems in their order of a title, of each part of it, and of partners' names."""
        if document not in self._titles:
            about = self.documents[document]
            parts = (*_PARTS.split(about["title"]), about["title"], *about.get("partners", ()))
            self._titles[document] = [stems for part in parts if (stems := self.stems.of(part))]
        return self._titles[document]

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Words that follow each other in a title or in a name."""
        names = [split(about["title"]) for about in self.documents]
        names += [
            words for groups in self.lexicon.values() for group in groups for words in group.names
        ]
        return {pair for words in names for pair in pairwise(words)}

    def most_named(self, article: str) -> str:
        """The instrument of which most entries name an article."""
        best = (0, "")
        for shard in self.shards:
            for term, count in zip(shard.terms, shard.spread, strict=True):
                if term.endswith(f":{article}") and len(term) > len(article) + 1:
                    best = max(best, (count, term.removesuffix(article)))
        return best[1]

    def texts_of(self, document: int) -> Iterator[str]:
        """All texts of an entry that hold whole sentences or names."""
        about = self.documents[document]
        yield about["title"]
        yield about["summary"]
        yield from about.get("partners", ())
        for facet, places in zip(self.header["facets"], about["facets"], strict=True):
            for place in places:
                yield facet["terms"][place]["label"]
                yield from facet["terms"][place].get("synonyms", ())
        for shard in self.shards:
            for number, _anchor, heading, text in shard.sections or ():
                if number == document:
                    yield heading
                    yield text

    @property
    def rules(self) -> Mapping[str, float]:
        """The weights of rules by name."""
        rules: Mapping[str, float] = self.header["rules"]
        return rules


def read_store(site: Path, tag: str) -> Store:
    """Read the search of a built site.

    Raises ToolkitError where there is none in that language, or one that can't be read.
    """
    language = LANGUAGES.get(tag)
    folder = site / FOLDER / tag
    if language is None or not (folder / "index.js").is_file():
        raise ToolkitError(
            f'There is no search in the language "{tag}" in "{site}".',
            "build the site first (toolkit build), or name its folder with --site.",
        )
    version, header = _part(folder / "index.js", "")
    stems = Stems(language)
    documents: list[dict[str, Any]] = []
    shards: list[Shard] = []
    words: dict[str, int] = {}
    for tier in header["tiers"]:
        for number in range(1, tier["files"] + 1):
            part = _part(folder / f"{tier['name']}-{number}.js", version)[1]
            documents.extend(part.get("documents", ()))
            shards.append(_shard(part, tier))
            _add_words(words, part)
    under = _memberships(header, documents)
    store = Store(header, stems, documents, shards, words, under)
    store.own = set(words)
    store.all_stems = {stem for shard in shards for stem in shard.terms}
    store.fillers = frozenset((*header["stopWords"], *header["fillers"]))
    store.light = frozenset(header["lightWords"])
    for number, facet in enumerate(header["facets"]):
        for place, term in enumerate(facet["terms"]):
            store.names[f"#{number}:{place}"] = [(number, place, 1.0)]
            store.add_name(term["label"], number, place, 1.0, abroad=False)
            for synonym in term.get("synonyms", ()):
                store.add_name(synonym, number, place, store.rules["synonym"], abroad=False)
    abroad = _part(folder / "names.js", version)[1]
    for group in abroad["lexicon"]:
        store.add_group(
            group["kind"], group["names"], group.get("asked", ()), group.get("instrument", "")
        )
    store.function_words = frozenset(abroad["functionWords"])
    for found in abroad["names"].values():
        for number, place, name in found:
            store.add_name(name, number, place, store.rules["foreign"], abroad=True)
    store.sorted_words = sorted(store.words)
    return store


def _part(file: Path, version: str) -> tuple[str, dict[str, Any]]:
    try:
        call = _CALL.fullmatch(file.read_text(encoding="utf-8"))
        stamp, part = (call[1], json.loads(call[2])) if call else ("", {})
    except (OSError, ValueError):
        stamp, part = "", {}
    if not isinstance(part, dict) or stamp.split(".")[0] != FORMAT or version not in ("", stamp):
        raise ToolkitError(
            f'The search index "{file.name}" is missing, damaged or of another version.',
            "build the site again (toolkit build).",
        )
    return stamp, part


def _shard(part: Mapping[str, Any], tier: Mapping[str, Any]) -> Shard:
    return Shard(
        tier["weights"],
        tier["fields"],
        part["terms"],
        part["postings"],
        [
            [K1 * (1 - B + B * length / (average or 1)) for length in lengths]
            for lengths, average in zip(part["lengths"], tier["averages"], strict=True)
        ],
        part["lengths"],
        [
            math.log(1 + abs((tier["units"] - spread + 0.5) / (spread + 0.5)))
            for spread in part["spread"]
        ],
        part["spread"],
        part.get("start", 0),
        part.get("sections"),
    )


def _add_words(words: dict[str, int], part: Mapping[str, Any]) -> None:
    """The words of a part as they are written, each with how often its stem stands somewhere."""
    for term, forms, spread in zip(part["terms"], part["forms"], part["spread"], strict=True):
        if ":" in term:
            continue
        for form in forms.split(","):
            ending = form.lstrip("0123456789")
            dropped = int(form.removesuffix(ending) or 0)
            word = term[: len(term) - dropped] + ending
            words[word] = words.get(word, 0) + spread


def _memberships(
    header: Mapping[str, Any], documents: Sequence[Mapping[str, Any]]
) -> list[list[dict[int, bool]]]:
    """By facet and term the documents under it; False for those that name a narrower term."""
    under: list[list[dict[int, bool]]] = [
        [{} for _ in facet["terms"]] for facet in header["facets"]
    ]
    for document, about in enumerate(documents):
        for number, places in enumerate(about["facets"]):
            terms = header["facets"][number]["terms"]
            for place in places:
                under[number][place][document] = True
                above = terms[place].get("broader")
                while above is not None:
                    under[number][above].setdefault(document, False)
                    above = terms[above].get("broader")
    return under
