"""What is shown and reported at once is what the whole build shows and reports."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.checkouts import make_checkout
from tests.content_case import CASES, DAY, edit, lay_case, lay_image, paths
from toolkit.content.matching import Leaf
from toolkit.content.reader import read_content
from toolkit.pipeline import build_site
from toolkit.serving.preview import Preview, errors_in
from toolkit.site.publication import Publication
from toolkit.validation.context import Context
from toolkit.validation.runner import checks_for_errors, run_checks_in


def test_pages_at_once_are_those_of_the_whole_site(tmp_path: Path) -> None:
    """For each entry of the sample, with a changed title, summary and body.

    In Arabic, which some entries are translated into and others are not.
    """
    docs, new = (
        make_checkout(tmp_path / name, languages=("ar",)).folder / "docs" for name in ("old", "new")
    )
    entries = [one.path for one in read_content(docs).entries]
    for path in entries:
        file = new / f"{path}.md"
        text = file.read_text(encoding="utf-8")
        changed = re.sub(r"\n(title|summary): (?=[A-Z])", r"\n\1: New ", text)
        file.write_text(f"{changed.rstrip()}\n\nMore.\n", encoding="utf-8")
    built = build_site(new, tmp_path / "site", DAY, alone=True)
    preview = Preview(docs, built.shared.publication, "ar")
    preview.read(DAY)
    for path in entries:
        shutil.copy(new / f"{path}.md", docs / f"{path}.md")
    # All at once: lists of related entries show the titles of others.
    glance = preview.glance([f"{path}.md" for path in entries], DAY)
    assert glance is not None
    assert glance.problems == ()
    shown = dict(glance.pages)
    assert {f"{path}.html" for path in entries} <= shown.keys()
    for path, data in shown.items():
        assert data == (tmp_path / "site" / path).read_bytes(), path


@pytest.mark.slow
@pytest.mark.usefixtures("files_read_once")
def test_errors_at_once_are_among_those_of_the_whole(tmp_path: Path) -> None:
    """In two cases per check, where they change an entry."""
    compared = told = 0
    for folder in sorted((CASES / "checks").iterdir()):
        for case in (*sorted(folder.glob("bad-*"))[:1], *sorted(folder.glob("good-*"))[:1]):
            if not any(Path(one).parent.name in ("practices", "resources") for one in paths(case)):
                continue
            content = read_content(lay_case(case, tmp_path / folder.name / case.stem))
            changed = [one for one in content.entries if one.source.path in paths(case)]
            at_once = [one for entry in changed for one in errors_in(content, (entry,), DAY)]
            if at_once:
                whole = run_checks_in(Context(content, DAY), checks_for_errors())
                assert set(at_once) <= set(whole), case
            compared += len(changed)
            told += len(at_once)
    assert compared > 50
    assert told > 30


def test_at_once_nobody_looks_through_lists(docs: Path) -> None:
    content = read_content(docs)
    read: list[str] = []

    class Watched(tuple[Leaf, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[Leaf]:
            read.append("a list")
            return super().__iter__()

    watched = {
        name: replace(one, leaves=Watched(one.leaves)) for name, one in content.vocabularies.items()
    }
    assert errors_in(content.part(vocabularies=watched), content.entries[:1], DAY) == []
    assert read == []


def test_what_no_single_page_tells(docs: Path) -> None:
    preview = Preview(docs, Publication("https://example.org/"), "en")
    assert preview.glance(["prevention/resources/guide.md"], DAY) is None
    preview.read(DAY)
    # Along with a file that an editor wrote and removed again.
    glance = preview.glance(["prevention/resources/guide.md", "prevention/4913"], DAY)
    assert glance is not None
    assert list(glance.pages) == ["prevention/resources/guide.html"]
    for path in ("about/evidence.md", "prevention/resources/new.md", "vocabularies/themes.yml"):
        preview.read(DAY)
        with (docs / path).open("a"):  # which creates the new one
            assert preview.glance([path], DAY) is None
        # Until everything is read again, nothing based on the old content is shown.
        assert preview.glance(["prevention/resources/guide.md"], DAY) is None
    (docs / "prevention/resources/new.md").unlink()
    preview.read(DAY)
    (docs / "protection").rename(docs.parent / "away")
    assert preview.glance(["protection"], DAY) is None


def test_an_image_is_shown_with_the_text_that_shows_it(docs: Path) -> None:
    """It was saved before, and the site is still being built."""
    image = docs / "prevention/resources/guide/drop.png"
    image.parent.mkdir()
    lay_image(image, "camera")
    preview = Preview(docs, Publication("https://example.org/"), "en")
    preview.read(DAY)
    edit(image.parent.with_suffix(".md"), "\n\nSee ", "\n\n![A drop](guide/drop.png)\n\nSee ")
    glance = preview.glance(["prevention/resources/guide.md"], DAY)
    assert glance is not None
    site, path = docs.parent / "site", "prevention/resources/guide/drop.png"
    build_site(docs, site, DAY, alone=True)
    assert glance.pages[path] == (site / path).read_bytes() != image.read_bytes()


def test_a_file_with_faults_keeps_no_other_from_being_shown(docs: Path) -> None:
    """Nor does it end the run, whether it had faults when first read or got them later."""
    (docs / "prevention/resources/manual.md").write_bytes(b"---\ntitle: [\n---\n")
    preview = Preview(docs, Publication("https://example.org/"), "en")
    preview.read(DAY)
    shelter = preview.glance(["protection/practices/shelter.md"], DAY)
    assert shelter is None or shelter.pages
    manual = preview.glance(["prevention/resources/manual.md"], DAY)
    assert manual is not None
    assert manual.problems
