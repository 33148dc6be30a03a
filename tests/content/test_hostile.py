"""Content with files that aren't regular files or text: each is a fault, all others are read."""

import os
from pathlib import Path

import pytest

from toolkit.content.reader import read_content
from toolkit.problems import ToolkitError


def checks_of(docs: Path, path: str) -> set[str]:
    content = read_content(docs)
    assert content.by_path["prevention/resources/guide"].text("title"), "the others are read"
    return {fault.check for fault in content.by_path[path.removesuffix(".md")].faults}


def test_pipe_is_not_opened(docs: Path) -> None:
    os.mkfifo(docs / "about/pipe.md")
    assert checks_of(docs, "about/pipe.md") == {"unreadable-file"}


def test_large_file_is_not_opened(docs: Path) -> None:
    with (docs / "about/large.md").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert checks_of(docs, "about/large.md") == {"oversized-file"}


def test_circle_of_links_to_folders(docs: Path) -> None:
    (docs / "about/circle").symlink_to("..")
    (docs / "about/circle.md").symlink_to("circle.md")
    assert checks_of(docs, "about/circle.md") == {"unreadable-file"}


def test_folder_with_the_name_of_a_file_is_entered_too(docs: Path) -> None:
    (docs / "about/folder.md").mkdir()
    (docs / "about/folder.md/page.md").write_text("---\ntitle: T\nsummary: S\n---\n")
    assert checks_of(docs, "about/folder.md") == {"unreadable-file"}
    assert checks_of(docs, "about/folder.md/page.md") == set()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_without_the_right_to_read(docs: Path) -> None:
    (docs / "about/secret.md").write_text("---\ntitle: T\nsummary: S\n---\n")
    (docs / "about/secret.md").chmod(0)
    assert checks_of(docs, "about/secret.md") == {"unreadable-file"}


@pytest.mark.parametrize(
    ("data", "check"),
    [
        (b"\xff\xfet\x00", "wrong-encoding"),
        (b"\xfe\xff\x00t", "wrong-encoding"),
        (b"PK\x03\x04\x00\x00", "wrong-encoding"),
        (b"---\ntitle: \xe9\n---\n", "wrong-encoding"),
        (b"---\ntitle: \xed\xa0\x80\n---\n", "wrong-encoding"),
        (b"", "missing-front-matter"),
        (b"\xef\xbb\xbf", "missing-front-matter"),
        (b"\r\n\r\n", "missing-front-matter"),
        (b"---", "unclosed-front-matter"),
        (b"---\n---", "missing-front-matter"),
        (b"---\n# nothing\n---", "missing-front-matter"),
    ],
)
def test_bytes(docs: Path, data: bytes, check: str) -> None:
    (docs / "about/page.md").write_bytes(data)
    assert checks_of(docs, "about/page.md") == {check}


def test_name_that_is_not_text(docs: Path) -> None:
    (docs / "about" / os.fsdecode(b"\xff.md")).write_text("---\ntitle: T\nsummary: S\n---\n")
    assert read_content(docs).by_path["about/\udcff"].text("title") == "T"


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match='no folder "docs"'):
        read_content(tmp_path / "docs")


def test_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="no Markdown file"):
        read_content(tmp_path)


@pytest.mark.slow
def test_vocabulary_with_a_long_chain_and_a_large_register(docs: Path) -> None:
    """Thousands of steps and items: a scan that restarted at each would never finish."""
    number = 20_000
    rows = [f"- {{id: t{i}, broader: t{i + 1}, labels: {{en: T}}}}" for i in range(number)]
    (docs / "vocabularies/themes.yml").write_text("\n".join(rows))
    articles = ", ".join(f"{{key: 'x:{i}', number: '{i}'}}" for i in range(number))
    row = f"- {{id: x, short_title: X, full_title: X, kind: treaty, articles: [{articles}]}}"
    (docs / "registers/instruments.yml").write_text(row)
    content = read_content(docs)
    assert len(content.vocabularies["themes"].terms) == number
    assert len(content.instruments.items["x"].articles) == number
