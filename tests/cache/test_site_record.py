"""A site is kept only if nothing it was made of has changed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.files import write_files
from toolkit.cache import program
from toolkit.cache.kept import kept_for
from toolkit.cache.last_site import PageRecord, packed_records
from toolkit.cache.site_record import BuildReport, Inputs, SiteRecord, digest_of_files_in
from toolkit.cache.store import store_for

TOLD = BuildReport("1 entry checked: 0 errors.", "25 November 2026", "")


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Inputs:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    program = ("hooks/generate.py", "theme/main.html", "other/mkdocs.yml", "mkdocs.yml")
    write_files(tmp_path, dict.fromkeys(("docs/a/b.md", "shared.js", *program), b"text"))
    (tmp_path / "theme/linked.js").symlink_to("../shared.js")
    others = (str(tmp_path / "hooks/generate.py"), str(tmp_path / "theme"))
    return Inputs(tmp_path / "docs", tmp_path / "mkdocs.yml", ("2026-11-25",), others)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda top: (top / "docs/a/b.md").write_text("TEXT", "utf-8"),
    "a new file": lambda top: (top / "docs/a/c.md").touch(),
    "a hidden file": lambda top: (top / "docs/.c").touch(),
    "a file of any folder": lambda top: write_files(top, {"docs/__pycache__/c.md": b"text"}),
    "a folder like a text": lambda top: (top / "docs/c.md").mkdir(),
    "another name": lambda top: (top / "docs/a/b.md").rename(top / "docs/a/c.md"),
    "a link": lambda top: (top / "docs/l").symlink_to("a"),
    "the hooks": lambda top: (top / "hooks/generate.py").write_text("TEXT", "utf-8"),
    "the theme": lambda top: (top / "theme/x.js").touch(),
    "what a link leads to": lambda top: (top / "shared.js").write_text("TEXT", "utf-8"),
    "the configuration": lambda top: (top / "mkdocs.yml").write_text("TEXT", "utf-8"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_digest_is_of_every_file(inputs: Inputs, tmp_path: Path, change: str) -> None:
    before = inputs.digest()
    assert before == inputs.digest() != b""
    CHANGES[change](tmp_path)
    assert inputs.digest() != before


def test_the_digest_is_of_choices_and_places(inputs: Inputs, tmp_path: Path) -> None:
    assert replace(inputs, choices=("2026-11-26",)).digest() != inputs.digest()
    other = replace(inputs, configuration=tmp_path / "other/mkdocs.yml")
    assert other.digest() != inputs.digest()


@pytest.mark.parametrize(
    "text", ["INHERIT: base.yml", "site_url: !ENV SITE", "x: !!python/name:a", "y: !relative"]
)
def test_what_is_configured_elsewhere_is_not_known(inputs: Inputs, text: str) -> None:
    inputs.configuration.write_text(text, encoding="utf-8")
    assert inputs.digest() == b""


def recorded(
    inputs: Inputs, site: Path, meanwhile: Callable[[], object] = lambda: None
) -> SiteRecord:
    store = store_for(inputs.folder)
    assert store is not None
    site.mkdir()
    (site / "index.html").write_text("a page", encoding="utf-8")
    build = SiteRecord(store, site, inputs)
    meanwhile()
    build.save(site, {}, TOLD)
    build.finish()
    return SiteRecord(store, site)


def told(record: SiteRecord, inputs: Inputs) -> BuildReport | None:
    files = partial(digest_of_files_in, record.output)
    return record.unchanged(inputs.folder, inputs.configuration, inputs.choices, files)


def test_a_site_of_the_same_is_kept(inputs: Inputs, tmp_path: Path) -> None:
    record = recorded(inputs, tmp_path / "site")
    assert told(record, inputs) == TOLD
    assert told(record, replace(inputs, choices=("2026-11-26",))) is None


def test_a_site_that_somebody_changed_is_not_kept(inputs: Inputs, tmp_path: Path) -> None:
    record = recorded(inputs, tmp_path / "site")
    (tmp_path / "site/more.html").touch()
    assert told(record, inputs) is None
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"index.html", "more.html"}
    (tmp_path / "site/index.html").unlink()
    (tmp_path / "site/more.html").unlink()
    assert told(record, inputs) is None


def test_a_site_whose_content_changed_meanwhile_is_not_kept(inputs: Inputs, tmp_path: Path) -> None:
    changed = CHANGES["a text"]
    record = recorded(inputs, tmp_path / "site", lambda: changed(tmp_path))
    assert told(record, inputs) is None
    (tmp_path / "docs/a/b.md").write_text("text", encoding="utf-8")
    assert told(record, inputs) is None


@pytest.mark.parametrize("copy", ["", "whole-en"])
@pytest.mark.parametrize("is_changed", [False, True])
def test_pages_are_not_kept_if_the_program_changed_meanwhile(
    inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copy: str, is_changed: bool
) -> None:
    """As when branches are switched: the last pages are made with other templates."""
    template = tmp_path / "program/page.html"
    write_files(tmp_path, {"program/page.html": b"old", "site/index.html": b"a page"})
    monkeypatch.setattr(program, "PACKAGE", template.parent)
    program.known_program.cache_clear()
    program.program_digest()
    build = kept_for(inputs.folder, tmp_path / "site", inputs, copy)
    if is_changed:
        template.write_bytes(b"new")
    pages = packed_records({"index.html": PageRecord(b"digest", b"key", ())})
    build.remember(tmp_path / "site", {"en": pages}, TOLD)
    template.write_bytes(b"old")
    last = kept_for(inputs.folder, tmp_path / "site", inputs, copy).last("en")
    monkeypatch.undo()
    program.known_program.cache_clear()
    assert last is not None
    assert set(last.pages) == (set() if is_changed else {"index.html"})
