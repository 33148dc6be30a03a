import hashlib
import json
import os
import re
import subprocess
import sys
import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.search.conftest import ROOT, index_files, write_site
from toolkit.cache.store import Store, store_for
from toolkit.catalogue.catalogue import Catalogue
from toolkit.languages.language import Language
from toolkit.rendering.body import Body, pack
from toolkit.search.client import FORMAT
from toolkit.search.documents import Document
from toolkit.search.engine import Engine
from toolkit.search.facets import SearchFacet
from toolkit.search.files import each_search_file
from toolkit.search.index import Unit, count_words
from toolkit.search.words import Stems

CALL = re.compile(r'toolkitSearch\.add\("([^"]+)",(\{.*\})\);\n', re.DOTALL)

DIGEST = """
import hashlib, sys
from datetime import date
from pathlib import Path
from toolkit.catalogue.catalogue import make_catalogue
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.rendering.bodies import Rendering
from toolkit.search.files import each_search_file

catalogue = make_catalogue(read_content(Path(sys.argv[1])), date(2026, 11, 25))
bodies = Rendering(catalogue.content.documents, LANGUAGES["en"]).result()
files = dict(each_search_file(catalogue, LANGUAGES["en"], bodies))
print(hashlib.sha256(b"".join(files.values())).hexdigest())
"""


def parts(files: Mapping[str, bytes]) -> dict[str, tuple[str, dict[str, object]]]:
    """Version and content of each file of an index, by name."""
    found = {}
    for path, content in files.items():
        if "/en/" in path:
            match = CALL.fullmatch(content.decode())
            assert match
            name = path.removeprefix("assets/search/en/").removesuffix(".js")
            found[name] = (match[1], json.loads(match[2]))
    return found


class Watched(Document):
    """Without slots, so that weak references can watch it."""


def document(text: str, kind: type[Document] = Document) -> Document:
    return kind(
        {"title": text, "facets": []},
        text,
        (text, *[""] * 5),
        (),
        f'<p>{text}</p><h2 id="more">More</h2><p>{text}</p>',
        (text,),
    )


def test_a_small_content_needs_one_file_a_tier(files: dict[str, bytes]) -> None:
    assert sorted(files) == [
        "assets/search/browse.js",
        "assets/search/en/asked-1.js",
        "assets/search/en/first-1.js",
        "assets/search/en/full-1.js",
        "assets/search/en/index.js",
        "assets/search/en/list.js",
        "assets/search/en/names.js",
        "assets/search/en/summaries.js",
        "assets/search/engine.js",
        "assets/search/page.js",
    ]


def test_all_files_carry_one_version(files: dict[str, bytes]) -> None:
    versions = {version for version, _part in parts(files).values()}
    assert len(versions) == 1
    assert versions.pop().startswith(f"{FORMAT}.")


def test_the_version_follows_the_content(english: Language) -> None:
    one = parts(index_files([document("a hotline")], english))
    other = parts(index_files([document("a shelter")], english))
    assert one["index"][0] != other["index"][0]


def test_many_documents_are_spread_over_files(english: Language) -> None:
    found = parts(
        index_files([document(f"hotline {n}") for n in range(5)], english, documents_a_file=2)
    )
    tiers = [f"{tier}-{n}" for tier in ("first", "asked", "full") for n in (1, 2, 3)]
    assert list(found) == ["list", *tiers, "summaries", "names", "index"]
    assert [found[f"first-{n}"][1]["owners"] for n in (1, 2, 3)] == ["! #", "$ #", "&"]
    assert found["full-2"][1]["owners"] == "$ ! # !"
    assert found["full-2"][1]["sections"] == [
        ["", "", "hotline 2"],
        ["more", "More", "hotline 2"],
        ["", "", "hotline 3"],
        ["more", "More", "hotline 3"],
    ]


def test_documents_are_asked_for_when_their_file_is_made(english: Language) -> None:
    alive: list[int] = []

    def each() -> Iterator[Document]:
        made: list[weakref.ref[Document]] = []
        for n in range(20):
            one = document(f"hotline {n}", Watched)
            made.append(weakref.ref(one))
            yield one
            del one
            alive.append(sum(ref() is not None for ref in made))

    found = parts(index_files(each(), english, documents_a_file=2))
    assert found["index"][1]["entries"] == len(alive) == 20
    assert max(alive) <= 4  # those of one file and of the next


def test_parts_are_taken_from_an_earlier_index_only_where_they_are_the_same(
    tmp_path: Path, english: Language
) -> None:
    first = [document(f"hotline {n}") for n in range(5)]
    # Only a first part's terms, which other parts refer to by position.
    titles = [replace(first[0], texts=("a hotline", *[""] * 5)), *first[1:]]
    sections = [*first[:3], replace(first[3], html="<p>shelter</p>"), first[4]]
    # One question, owned by a different document each time.
    of_one, of_next = (
        [replace(one, asked=("who helps",) * (n == asked)) for n, one in enumerate(first)]
        for asked in (0, 1)
    )
    store = Store(tmp_path, b"key")
    moved = first[2:], first, first[1:], first[::-1]  # first by the documents of a whole file
    for documents in (first, *moved, titles, sections, of_one, of_next, first):
        fresh = index_files(documents, english, documents_a_file=2)
        assert index_files(documents, english, documents_a_file=2, store=store) == fresh


def test_few_others_are_counted_anew_where_one_is_new_or_has_another_title(
    tmp_path: Path, english: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []

    def noted(units: Sequence[Unit], fields: int, stems: Stems) -> Any:
        counted.append(len(units))
        return count_words(units, fields, stems)

    monkeypatch.setattr("toolkit.search.parts.count_words", noted)
    before = [replace(document(f"hotline {n}"), asked=()) for n in range(1_200)]
    # Titles say where in the list a work is.
    title = [*before[1:800], replace(before[0], texts=("shelter", *[""] * 5)), *before[800:]]
    new = [replace(document("A"), asked=()), *before]
    store = Store(tmp_path, b"key")
    for documents in (before, title, new):
        counted.clear()
        found = index_files(documents, english, store=store)
        units = sum(counted)
        assert units < 1_200 or documents is before, units
        assert found == index_files(documents, english)


def test_no_entries_make_an_index_too(english: Language) -> None:
    assert list(parts(index_files([], english))) == ["list", "summaries", "names", "index"]


def test_a_text_cannot_break_out_of_its_script(english: Language) -> None:
    hostile = '\u2028\u2029</script>"); alert(1); ("'
    found = index_files([document(hostile)], english)
    assert parts(found)["summaries"][1]["summaries"] == [hostile]
    assert parts(found)["list"][1] == {"list": 1, "title": [hostile], "facets": [[]]}
    assert "\u2028" not in "".join(content.decode() for content in found.values())


def test_same_content_makes_the_same_bytes(
    content: Path,
    catalogue: Catalogue,
    english: Language,
    bodies: Mapping[str, Body],
    files: dict[str, bytes],
) -> None:
    assert dict(each_search_file(catalogue, english, bodies)) == files
    for seed in ("1", "2"):
        digest = subprocess.run(
            [sys.executable, "-c", DIGEST, str(content)],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        )
        assert digest.stdout.strip() == hashlib.sha256(b"".join(files.values())).hexdigest()


def test_the_number_of_files_changes_no_result(
    tmp_path: Path, documents: list[Document], facets: list[SearchFacet], english: Language
) -> None:
    found = []
    for size in (500, 7):
        made = index_files(documents, english, facets, documents_a_file=size)
        engine = Engine(write_site(tmp_path / str(size), made), "en")
        queries = ("hotline", "child interview", "inspec", "unodc protocol", "victims of traff")
        found.append([one for query in queries for one in engine.find(query).results])
    assert found[0]
    assert [one.url for one in found[0]] == [one.url for one in found[1]]
    scores = [[one.score for one in results] for results in found]
    assert scores[0] == pytest.approx(scores[1])


def test_the_cache_gives_what_was_made_and_notices_changes(
    catalogue: Catalogue,
    english: Language,
    bodies: Mapping[str, Body],
    files: dict[str, bytes],
    tmp_path: Path,
) -> None:
    store = store_for(tmp_path / "docs")
    assert dict(each_search_file(catalogue, english, bodies, store)) == files
    assert dict(each_search_file(catalogue, english, bodies, store)) == files
    entry = catalogue.entries[0]
    changed = {**bodies, entry.path: Body(pack("<p>zqzq</p>"))}
    found = dict(each_search_file(catalogue, english, changed, store))
    assert b"zqzq" in found["assets/search/en/full-1.js"]
    assert found == dict(each_search_file(catalogue, english, changed))
    for kept in (tmp_path / ".cache" / "toolkit").iterdir():
        kept.write_text("broken", "utf-8")
    assert dict(each_search_file(catalogue, english, bodies, store)) == files
