"""The digest: its published vectors, and what it must and must not depend on."""

import json
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checkouts import ROOT, SAMPLE
from tests.recognition.documents import document_of
from toolkit.content.entry_schema import FIELDS
from toolkit.content.reader import read_content
from toolkit.content.schema import Form, Number
from toolkit.recognition.canonical import fold_spaces
from toolkit.recognition.digest import (
    NOT_SUBSTANCE,
    ORDERED,
    canonical_form,
    digest_of,
    is_digest,
)

PAGE = ROOT / "docs/contribute/recognition-digest.md"
SCRIPT = ROOT / "tests/cases/recognition/digest.py"
VECTORS = json.loads(re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0])


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["case"])
def test_a_published_vector(vector: dict[str, str]) -> None:
    form = canonical_form(document_of(vector["text"], vector["path"]))
    assert form == vector["canonical"]
    assert digest_of(form) == vector["digest"]


def test_the_vectors_are_recomputed_by_a_script_of_its_own(tmp_path: Path) -> None:
    assert len(VECTORS) >= 10
    files = [tmp_path / str(number) / vector["path"] for number, vector in enumerate(VECTORS)]
    for file, vector in zip(files, VECTORS, strict=True):
        file.parent.mkdir(parents=True)
        file.write_bytes(vector["text"].encode())
    assert independent(files) == [vector["digest"] for vector in VECTORS]


def test_the_script_is_short_and_uses_nothing_of_the_toolkit() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(text.splitlines()) <= 40
    assert "toolkit" not in text


def test_the_entries_of_the_sample_have_the_digests_that_the_script_computes() -> None:
    content = read_content(SAMPLE)
    files = [SAMPLE.parent / document.source.path for document in content.entries]
    assert independent(files) == [digest_of(canonical_form(entry)) for entry in content.entries]


def independent(files: list[Path]) -> list[str]:
    command = [sys.executable, "-I", str(SCRIPT), *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return [line.split(" ")[0] for line in result.stdout.splitlines()]


# Words of letters, marks and symbols in many scripts; nothing that YAML refuses, no whitespace.
WORDS = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Cn", "Zs", "Zl", "Zp"), exclude_characters="\ufeff"
    ),
    min_size=1,
    max_size=8,
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
ENTRIES = st.fixed_dictionaries(
    {"title": TEXTS, "pillars": st.permutations(["prevention", "protection"])},
    optional={
        "summary": TEXTS,
        "year": st.integers(1900, 2100).map(str),
        "themes": st.lists(TEXTS, min_size=1, max_size=4),
        "partners": st.lists(TEXTS, min_size=1, max_size=4),
        "identifiers": st.fixed_dictionaries(
            {"symbol": TEXTS, "isbn": st.lists(TEXTS, min_size=1)}
        ),
        "sources": st.lists(
            st.fixed_dictionaries({"title": TEXTS}, optional={"role": TEXTS}), min_size=1
        ),
    },
)


class Writer:
    """Writes the same content in a randomly chosen way."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311

    def file(self, entry: dict[str, object], body: str) -> str:
        pairs = list(entry.items())
        self.chance.shuffle(pairs)
        lines = [f"{key}: {self.value(self.shuffled(key, value), 1)}" for key, value in pairs]
        text = "\n".join(["---", *lines, "---", "", self.spaced(body, ""), ""])
        text = unicodedata.normalize(self.chance.choice(["NFC", "NFD"]), text)
        return text.replace("\n", self.chance.choice(["\n", "\r\n"]))

    def shuffled(self, key: str, value: object) -> object:
        if isinstance(value, list) and key not in ORDERED:
            return self.chance.sample(value, len(value))
        return value

    def value(self, value: object, depth: int) -> str:
        indent = "\n" + "  " * depth
        if isinstance(value, list):
            return "".join(f"{indent}- {self.value(item, depth + 1)}" for item in value)
        if isinstance(value, dict):
            pairs = list(value.items())
            self.chance.shuffle(pairs)
            return "".join(f"{indent}{key}: {self.value(item, depth + 1)}" for key, item in pairs)
        text = self.spaced(str(value), indent)
        if self.chance.random() < 0.5:
            return "'" + text.replace("'", "''") + "'"
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def spaced(self, text: str, indent: str) -> str:
        spaces = [" ", "   ", "\u00a0", "\u2003 ", indent or "\n\n", f" {indent}"]
        return "".join(self.chance.choice(spaces) if c == " " else c for c in text)


@given(ENTRIES, TEXTS, st.integers(), st.integers())
def test_every_rendering_of_the_same_content_has_the_same_digest(
    entry: dict[str, object], body: str, first: int, second: int
) -> None:
    forms = [
        canonical_form(document_of(Writer(seed).file(entry, body))) for seed in (first, second)
    ]
    assert forms[0] == forms[1]


@given(ENTRIES, TEXTS, st.data())
def test_one_character_changed_at_any_place_gives_another_digest(
    entry: dict[str, object], body: str, data: st.DataObject
) -> None:
    whole = {**entry, "body": body}
    places = list(leaves(whole))
    way = data.draw(st.sampled_from(places))
    text = at(whole, way)
    position = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(WORDS)[0]
    changed = text[:position] + letter + text[position + 1 :]
    if fold_spaces(changed) == fold_spaces(text):
        return
    other = put(whole, way, changed)
    assert form_of(whole) != form_of(other)


def form_of(whole: dict[str, object]) -> str:
    front = {key: value for key, value in whole.items() if key != "body"}
    return canonical_form(document_of(Writer(0).file(front, str(whole["body"]))))


def leaves(value: object, way: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*way, key))]
    if isinstance(value, list):
        return [leaf for index, item in enumerate(value) for leaf in leaves(item, (*way, index))]
    return [way]


def at(value: object, way: tuple[object, ...]) -> str:
    for step in way:
        value = value[step]  # type: ignore[index]
    return str(value)


def put(value: object, way: tuple[object, ...], text: str) -> dict[str, object]:
    copy = json.loads(json.dumps(value))
    inner = copy
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = text
    result: dict[str, object] = copy
    return result


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_covered_or_it_is_not(field: object) -> None:
    name, number, form = field.name, field.number, field.form  # type: ignore[attr-defined]
    value = "{a: b}" if number is Number.KEYED or form is Form.GROUP else "one"
    value = f"[{value}]" if number is Number.LIST else value
    without = document_of("---\nx: y\n---\n")
    with_field = document_of(f"---\nx: y\n{name}: {value}\n---\n")
    differs = canonical_form(without) != canonical_form(with_field)
    assert differs is (name not in NOT_SUBSTANCE)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (f"sha256:{'0af9' * 16}", True),
        (f"sha256:{'0AF9' * 16}", False),
        (f"sha256:{'0af9' * 15}", False),
        (f"sha256:{'0af9' * 16}\n", False),
        ("0af9" * 16, False),
    ],
)
def test_what_is_a_digest(text: str, good: bool) -> None:
    assert is_digest(text) is good
