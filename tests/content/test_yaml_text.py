"""YAML is read as written, with locations, whatever the text is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.cache import shelf
from toolkit.cache.store import Store
from toolkit.content import yaml_text
from toolkit.content.faults import Fault
from toolkit.content.front_matter import read_front_matter
from toolkit.content.values import Mapping, Scalar, Sequence, Value
from toolkit.content.yaml_text import (
    DATA_FILE,
    FRONT_MATTER,
    kept_documents,
    read_yaml,
    reading_with,
)
from toolkit.source import Location, SourceFile

CHARACTERS = " \t\n\r:-[]{},\"'#&*!|>%@`?~<=.\\_a1é人\u202e\u2028\x85\x07\ud800\U0001f600"
TEXTS = st.one_of(st.text(max_size=200), st.text(alphabet=CHARACTERS, max_size=200))


def read(text: str) -> tuple[Value | None, tuple[Fault, ...]]:
    return read_yaml(SourceFile("x.yml", text), text, DATA_FILE)


def places(value: Value) -> Iterator[Location]:
    yield value.location
    if isinstance(value, Sequence):
        for item in value.items:
            yield from places(item)
    elif isinstance(value, Mapping):
        for key, item in value.pairs:
            yield key.location
            yield from places(item)


def is_inside(place: Location) -> bool:
    """Whether a range is within its file; it may end at the start of the line after the last."""
    lines = place.source.lines
    return (
        1 <= place.line <= len(lines)
        and 1 <= place.column <= len(lines[place.line - 1]) + 1
        and (place.line, place.column) <= (place.end_line, place.end_column)
        and place.end_line <= len(lines) + 1
    )


@settings(max_examples=400)
@given(TEXTS)
def test_whatever_is_read_has_a_place(text: str) -> None:
    value, faults = read(text)
    found = [*(places(value) if value is not None else ()), *(fault.location for fault in faults)]
    assert all(is_inside(place) for place in found)


@settings(max_examples=400)
@given(TEXTS, TEXTS)
def test_any_file_has_a_front_matter_or_a_fault(front: str, body: str) -> None:
    source = SourceFile("x.md", f"---\n{front}\n---\n{body}")
    result = read_front_matter(source)
    assert result.mapping is not None or result.faults
    found = [fault.location for fault in result.faults]
    found.extend(places(result.mapping) if result.mapping is not None else ())
    assert all(is_inside(place) for place in found)
    rest = source.rest(result.body_start)
    assert source.text.endswith(rest) or "\r" in source.text


@settings(max_examples=200)
@given(st.dictionaries(st.from_regex(r"[a-z_]+", fullmatch=True), st.text(max_size=40), max_size=8))
def test_quoted_text_is_read_as_written(fields: dict[str, str]) -> None:
    printable = {key: "".join(filter(str.isprintable, text)) for key, text in fields.items()}
    lines = [f"{key}: '{text.replace(chr(39), chr(39) * 2)}'" for key, text in printable.items()]
    value, faults = read("\n".join(lines))
    assert not faults
    pairs = value.pairs if isinstance(value, Mapping) else ()
    assert {key.text: item.text for key, item in pairs if isinstance(item, Scalar)} == printable


@pytest.mark.parametrize("word", ["no", "on", "010", "1.10", "2019-01", "0x1F", "1e3", "12:30"])
def test_nothing_is_guessed_at(word: str) -> None:
    value, faults = read(f"key: {word}")
    assert not faults
    assert isinstance(value, Mapping)
    assert [item.text for _, item in value.pairs if isinstance(item, Scalar)] == [word]


def test_words_for_nothing_are_empty_only_without_quotes() -> None:
    value, faults = read("a: ~\nb: '~'\nc: null\nd: \"null\"\ne:\nf: ''")
    assert not faults
    assert isinstance(value, Mapping)
    empty = [key.text for key, item in value.pairs if item.is_empty]
    assert empty == ["a", "c", "e", "f"]


def test_columns_count_characters() -> None:
    text = "😀é: [人口, 'b']"
    value, _ = read(text)
    assert isinstance(value, Mapping)
    (key, items), *_ = value.pairs
    assert isinstance(items, Sequence)
    stretches = [key.location, *(item.location for item in items.items)]
    assert [text[place.column - 1 : place.end_column - 1] for place in stretches] == [
        "😀é",
        "人口",
        "'b'",
    ]


HOSTILE = {
    "bomb": "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
    "circle": "&a [*a]",
    "nesting in brackets": "[" * 10_000,
    "nesting in lines": "\n".join(f"{' ' * depth}-" for depth in range(3_000)),
    "nesting in keys": "\n".join(f"{' ' * depth}a:" for depth in range(3_000)),
    "many keys": "\n".join(f"k{number}: 1" for number in range(7_000)),
    "many empty items": "[" + "[]," * 6_000 + "]",
    "object": "!!python/object/apply:os.system [ls]",
    "long": "a" * 70_000,
    "second block": "a: 1\n---\nb: 2",
    "question": "? [a]\n: b",
    "surrogate": "a: \ud800",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_front_matter_is_refused(text: str) -> None:
    value, faults = read_yaml(SourceFile("x.md", text), text, FRONT_MATTER)
    assert value is None
    assert [fault.check for fault in faults][:1] != []
    assert {fault.check for fault in faults} <= {
        "refused-yaml",
        "oversized-front-matter",
        "control-character",
        "invalid-yaml",
    }


@pytest.mark.parametrize("few", [False, True])
def test_lists_are_kept_after_a_look_at_whether_the_program_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: bool
) -> None:
    """One look at its hundreds of files is enough for all lists that a run reads."""
    looked = []
    for is_same in (False, True):

        def look(answer: bool = is_same) -> bool:
            looked.append(answer)
            return answer

        monkeypatch.setattr(shelf, "is_unchanged", look)
        with reading_with(Store(tmp_path, bytes(32)), few=few):
            for name in ("x.yml", "y.yml"):
                read_yaml(SourceFile(name, "- a"), "- a", DATA_FILE)
        assert len([*tmp_path.glob("yaml-*")]) == (2 if is_same else 0)
    assert looked.count(True) == 1


def test_nothing_is_packed_if_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """That takes a tenth of the time of reading many statements."""
    packed: list[object] = []
    monkeypatch.setattr(yaml_text, "packed", packed.append)
    with reading_with(None):
        assert read_yaml(SourceFile("x.yml", "- a"), "- a", DATA_FILE)[0] is not None
        assert kept_documents() is None
    assert packed == []


def test_a_list_that_another_process_reads_is_kept_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was forked while the content was open ends before all is saved."""
    with reading_with(Store(tmp_path, bytes(32)), few=True):
        monkeypatch.setattr("os.getpid", lambda: -1)
        read_yaml(SourceFile("x.yml", "- a"), "- a", DATA_FILE)
        assert [*tmp_path.glob("yaml-*")] != []
