"""Texts give the same answers whether or not their values are packed."""

from pathlib import Path

import pytest

from tests.checkouts import SAMPLE
from toolkit.content.document import Document
from toolkit.content.entry import to_entry
from toolkit.content.packing import packed as packed_value
from toolkit.content.reader import Content, read_content
from toolkit.content.schema import Form


@pytest.fixture(scope="module")
def plain() -> Content:
    return read_content(SAMPLE)


@pytest.fixture
def packed() -> Content:
    return read_content(SAMPLE, most_unpacked=0)


def said(document: Document) -> list[object]:
    """A document's answers to every question it can be asked."""
    names = [*sorted(document.names), "nothing"]
    fields = [
        (
            document.get(name),
            document.text(name),
            document.texts(name),
            [*document.below(name)],
            document.place(name),
        )
        for name in names
    ]
    forms = [[*document.of_form(form)] for form in Form]
    return [document.is_read, document.front, document.leaves, document.body, fields, forms]


def test_packed_texts_say_the_same(plain: Content, packed: Content) -> None:
    assert len(plain.translations) > 0
    for one, other in zip(plain.texts, packed.texts, strict=True):
        assert said(other) == said(one), one.path
    assert packed == plain


def test_entries_made_of_them_are_the_same(plain: Content, packed: Content) -> None:
    assert [*map(to_entry, packed.entries)] == [*map(to_entry, plain.entries)]


def test_only_where_there_are_many_they_are_packed_and_can_be_taken_out(
    plain: Content, packed: Content
) -> None:
    few = read_content(SAMPLE, most_unpacked=len(plain.paths))
    assert few.entries[0].front is few.entries[0].front
    entry = packed.entries[0]
    assert entry.leaves is not entry.leaves
    entry.take_out()
    assert entry.leaves is entry.leaves
    assert entry.get("title") is entry.get("title")
    assert said(entry) == said(plain.entries[0])


def page_with(value: str, folder: Path, most_unpacked: int) -> Document:
    text = f"---\ntitle: A page\nsummary: What it says.\nasked: {value}\n---\n"
    (folder / "a.md").write_text(text, "utf-8")
    (page,) = read_content(folder, most_unpacked=most_unpacked).documents
    return page


@pytest.mark.parametrize(
    "value",
    [
        f"[{', '.join('x' * 600)}]",  # far to the right
        "\n" * 2_100 + "  [x, y]",  # far down
        "'a\n  b'",  # on two lines
        f'"{"long " * 300}"',
        "",
    ],
)
def test_packed_places_are_the_same(value: str, tmp_path: Path) -> None:
    assert said(page_with(value, tmp_path, 0)) == said(page_with(value, tmp_path, 1))


def test_a_packed_place_takes_few_bytes(tmp_path: Path) -> None:
    (few, more) = (
        page_with(f"[{', '.join('x' * count)}]", tmp_path, 1).front for count in (100, 200)
    )
    assert few is not None
    assert more is not None
    assert len(packed_value(more)) - len(packed_value(few)) < 100 * 20


def test_a_text_that_can_not_be_read_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("no front matter", "utf-8")
    (page,) = read_content(tmp_path, most_unpacked=0).documents
    page.take_out()
    assert (page.front, page.leaves, page.body, page.is_read) == (None, (), "", False)
