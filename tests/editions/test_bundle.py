"""`toolkit bundle`: what a zip holds, what it leaves out and says about it."""

import hashlib
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from libzim.reader import Archive

from tests.checkouts import Checkout, make_checkout
from tests.content_case import edit, lay_base
from tests.editions.conftest import ADDRESS, DAY, ROLE, Copies, entries_of
from tests.whole_site.faults import dead_links
from tests.whole_site.pages import all_pages, crawl, tree
from toolkit.catalogue.downloads import copy_downloads
from toolkit.problems import ToolkitError

WORDS = "25 November 2026"


def role_entries() -> set[str]:
    return {
        name
        for name, front in entries_of().items()
        if ROLE in front["audiences"]  # type: ignore[operator]
    }


def names(packed: Path) -> list[str]:
    with zipfile.ZipFile(packed) as opened:
        return opened.namelist()


def test_a_copy_holds_the_entries_chosen_and_no_other(copies: Copies) -> None:
    held = {
        path.relative_to(copies.role).with_suffix("").as_posix()
        for path in copies.role.glob("*/*/*.html")
        if path.parent.name in {"practices", "resources"}
    }
    assert held == role_entries()
    manifest = json.loads((copies.role / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["choice"] == {"audiences": [ROLE]}
    assert (manifest["entries"], manifest["of"]) == (len(held), len(entries_of()))
    assert json.loads((copies.role / "build.json").read_text())["counts"]["entries"] == len(held)
    counts = json.loads((copies.whole / "build.json").read_text())["counts"]
    assert counts["entries"] == len(entries_of())


def test_terms_of_several_lists_narrow_the_choice(copies: Copies) -> None:
    made = copies.checkout.toolkit(
        *("bundle", "--theme", "labour-inspection", "--theme", "supply-chains"),
        *("--level", "national", "--output", "narrow", "--as-of", DAY),
    )
    assert made.code == 0, made.err
    expected = {
        name
        for name, front in entries_of().items()
        if {"labour-inspection", "supply-chains"} & set(front["themes"])  # type: ignore[call-overload]
        and front["level"] == "national"
    }
    packed = copies.checkout.folder / (
        f"narrow/toolkit-en-labour-inspection-supply-chains-national-{DAY}.zip"
    )
    with zipfile.ZipFile(packed) as opened:
        title = json.loads(opened.read("manifest.json"))["title"]
    assert title == "Labour inspection, Supply chains and business conduct, National"
    pages = (name for name in names(packed) if name.endswith(".html"))
    found = {name.removesuffix(".html") for name in pages if name.count("/") == 2}
    assert {name for name in found if "/resources/" in name or "/practices/" in name} == expected


@pytest.mark.parametrize("choice", ["whole", "role"])
def test_no_link_of_a_copy_is_dead(copies: Copies, choice: str) -> None:
    folder: Path = getattr(copies, choice)
    dead = list(dead_links(crawl(folder)))
    assert dead == []


def test_what_is_not_in_a_copy_is_named_with_its_full_address(copies: Copies) -> None:
    entries, held = entries_of(), role_entries()
    told = 0
    for name in sorted(held):
        html = (copies.role / f"{name}.html").read_text(encoding="utf-8")
        for other in entries[name].get("related") or []:  # type: ignore[attr-defined]
            path = next(one for one in entries if one.endswith(f"/{other}"))
            if path not in held:
                assert f'href="{ADDRESS}{path}.html"' in html, (name, other)
                assert "not in this copy" in html
                told += 1
    assert told > 0


def test_every_page_bears_the_date_and_the_way_to_a_newer_copy(copies: Copies) -> None:
    for folder in (copies.whole, copies.role):
        assert WORDS in (folder / "assets/search.js").read_text(encoding="utf-8")
        assert WORDS in (folder / "about/index.html").read_text(encoding="utf-8")
        for path in all_pages(folder):
            html = (folder / path).read_text(encoding="utf-8")
            top = "../" * path.count("/")
            # From the script, or with a link to it.
            led = re.search(r'<a href="([^"]*)" data-copy-date>', html)
            brought = f'src="{top}assets/search.js"' in html
            assert WORDS in html or (led and led[1] == f"{top}about/index.html" and brought), path
            if path != "START-HERE.html":
                assert f'href="{ADDRESS}downloads.html"' in html, path


@pytest.mark.parametrize("long", ["", " and its neighbours" * 20], ids=["", "long"])
def test_a_copy_is_whole_whatever_its_title_has(tmp_path: Path, long: str) -> None:
    """A list in Arabic has marks of direction, as have Latin names there; many terms are long."""
    levels = lay_base(tmp_path) / "vocabularies/levels.yml"
    edit(levels, "{en: National}", f"{{en: National{long}}}")
    checkout = make_checkout(tmp_path, languages=("en", "ar"))
    choice = ("--pillar", "prevention", "--level", "national", "--level", "global")
    made = checkout.toolkit("bundle", "--language", "ar", *choice)
    assert made.code == 0, made.err
    (packed,) = (tmp_path / "editions").glob("*.zip")
    checked = checkout.toolkit("verify", str(packed))
    assert checked.code == 0, checked.out


@pytest.mark.parametrize(
    ("label", "title"),
    [
        (r"Work \u2066A\u2069 \U0001f469\u200d\u2695", "Work A \U0001f469\u2695"),
        (r"\u2068A\u2069 " + "wide" * 80, "\u2068A\u2069 " + "wide" * 73 + "wid…"),
        (r"\u2068" + "wide, " * 50 + r"\u2069", "wide, " * 48 + "wide…"),
        (r"x\u0301" * 160, "x\u0301" * 149 + "…"),
        (r"\U0001f1eb\U0001f1f7" * 160, "\U0001f1eb\U0001f1f7" * 149 + "…"),
    ],
    ids=["signs", "isolate", "cut-isolate", "marks", "flags"],
)
def test_a_title_is_cut_between_letters_and_turns_nothing(
    small: Path, label: str, title: str
) -> None:
    edit(small / "docs/vocabularies/levels.yml", "{en: National}", f'{{en: "{label}"}}')
    command = ("bundle", "--level", "national", "--format", "zip", "--format", "zim")
    made = Checkout(small).toolkit(*command)
    assert made.code == 0, made.err
    zim, packed = sorted(path for path in small.glob("editions/toolkit-*") if path.is_file())
    with zipfile.ZipFile(packed) as opened:
        assert json.loads(opened.read("manifest.json"))["title"] == title
    shown = Archive(zim).get_metadata("Title").decode()
    assert len(shown) <= 30
    assert not re.search(r"\u2068[^\u2069]*$|[x\u200d\U0001f1eb]…", shown), shown
    assert Checkout(small).toolkit("verify", "editions").code == 0


def test_a_publisher_signed_earlier_copies_and_has_no_address(small: Path, tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS.sig").touch()
    made = Checkout(small).toolkit("bundle", "--pillar", "protection", "--output", str(tmp_path))
    assert made.code == 0, made.err
    assert "SHA256SUMS.sig was removed" in made.out
    assert not (tmp_path / "SHA256SUMS.sig").exists()
    (packed,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(tmp_path / "unpacked")
    for path in all_pages(tmp_path / "unpacked"):
        html = (tmp_path / "unpacked" / path).read_text(encoding="utf-8")
        assert ADDRESS not in html
        assert path == "START-HERE.html" or "ask whoever gave you this one" in html, path


def test_names_are_safe_everywhere_and_files_small(copies: Copies) -> None:
    for choice in ("", ROLE):
        found = names(copies.zip(choice))
        assert len({name.lower() for name in found}) == len(found)
        for name in found:
            assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*[A-Za-z0-9]", name), name
            assert len(name) < 150
        assert {"index.html", "START-HERE.html", "START-HERE.txt", "manifest.json"} <= set(found)
        assert "downloads.html" not in found
    assert copies.zip().stat().st_size < 6_000_000
    assert copies.zip(ROLE).stat().st_size < 2_000_000


def test_what_only_servers_and_search_engines_use_is_left_out(copies: Copies) -> None:
    missing = {"404.html", "assets/not-found.js", "assets/paths.js"}
    missing |= {"_headers", "robots.txt", "sitemap.xml"}
    for choice in ("", ROLE):
        assert missing.isdisjoint(names(copies.zip(choice)))


def test_the_first_page_speaks_six_languages(copies: Copies) -> None:
    page = tree(copies.role, "START-HERE.html")
    sections = page.findall(".//section")
    assert sorted(one.get("lang", "") for one in sections) == ["ar", "en", "es", "fr", "ru", "zh"]
    assert {one.get("dir") for one in sections if one.get("lang") == "ar"} == {"rtl"}
    text = (copies.role / "START-HERE.txt").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    for word in ("index.html", "فُكّ", "解压", "Unzip", "Décompressez", "descomprima", "распакуйте"):
        assert word.encode() in text, word


def test_sums_and_listing_tell_what_was_made(copies: Copies) -> None:
    rows = json.loads((copies.folder / "editions.json").read_text(encoding="utf-8"))
    assert [row["file"] for row in rows] == sorted(one.name for one in copies.folder.glob("*.zip"))
    lines = (copies.folder / "SHA256SUMS").read_text().splitlines()
    sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
    listing = (copies.folder / "editions.json").read_bytes()
    assert sums.pop("editions.json") == hashlib.sha256(listing).hexdigest()
    assert sums == {row["file"]: row["sha256"] for row in rows}


def test_the_site_offers_what_was_made_to_be_verified(
    small: Path, copies: Copies, tmp_path: Path
) -> None:
    site, signed = tmp_path / "site", tmp_path / "signed"
    shutil.copytree(copies.folder, signed)
    (signed / "SHA256SUMS.sig").write_bytes(b"a signature")
    built = Checkout(small).toolkit(
        *("build", "--editions", str(signed), "--output", str(site), "--as-of", DAY)
    )
    assert built.code == 0, built.err
    html = (site / "downloads.html").read_text(encoding="utf-8")
    for row in json.loads((copies.folder / "editions.json").read_text(encoding="utf-8")):
        assert (site / "downloads" / row["file"]).read_bytes() == (
            copies.folder / row["file"]
        ).read_bytes()
        for told in (
            f'href="downloads/{row["file"]}"',
            row["sha256"],
            row["title"],
            row["summary"],
        ):
            assert told in html
    assert "about/safety.html" in html
    assert WORDS in html
    assert 'href="downloads/SHA256SUMS.sig" download' in html
    assert "SHA256SUMS.minisig" not in html
    said = copies.checkout.toolkit("verify", str(site / "downloads"))
    assert said.code == 0, said.out
    assert "SHA256SUMS.sig is a signature" in said.out


def test_a_changed_download_is_not_offered(small: Path, copies: Copies, tmp_path: Path) -> None:
    changed = tmp_path / "changed"
    changed.mkdir()
    for one in copies.folder.iterdir():
        (changed / one.name).write_bytes(one.read_bytes())
    file = changed / copies.zip(ROLE).name
    said = f"changed/{file.name} is missing, or not the file"
    file.write_bytes(b"other")
    built = Checkout(small).toolkit(
        "build", "--editions", str(changed), "--output", str(tmp_path / "site")
    )
    assert built.code == 2
    assert said in built.err
    assert not (tmp_path / "site").exists()
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(ToolkitError, match=re.escape(said)):
        copy_downloads(changed, tmp_path / "copied")


def test_no_file_takes_the_place_of_a_copy(small: Path, copies: Copies, tmp_path: Path) -> None:
    row = json.loads((copies.folder / "editions.json").read_text(encoding="utf-8"))[0]
    row |= {"file": "copy.pdf", "format": "pdf", "sha256": hashlib.sha256(b"A copy").hexdigest()}
    editions = tmp_path / "editions"
    editions.mkdir()
    (editions / "editions.json").write_text(json.dumps([row]), encoding="utf-8")
    (editions / row["file"]).write_bytes(b"A copy")
    other = small / "docs/downloads" / row["file"]
    other.parent.mkdir()
    other.write_bytes(b"%PDF-1.4\n%%EOF\n")
    edit(small / "docs/about/evidence.md", "## The", "[A copy](../downloads/copy.pdf)\n\n## The")
    built = Checkout(small).toolkit("build", "--editions", str(editions))
    assert built.code == 2, built.err
    assert '"docs/downloads/copy.pdf" has the address of a file that the program makes' in built.err
    other.rename(other.with_name("other.pdf"))
    edit(small / "docs/about/evidence.md", "downloads/copy.pdf", "downloads/other.pdf")
    Checkout(small).build("--editions", str(editions))
    assert (small / "site/downloads/copy.pdf").read_bytes() == b"A copy"
    assert (small / "site/downloads/other.pdf").is_file()


def test_libraries_of_books_and_archives_show_the_publisher(small: Path) -> None:
    edit(small / "mkdocs.yml", "# publisher: ...", "publisher: Office for <All> & Sons")
    made = Checkout(small).toolkit("bundle", "--format", "epub", "--format", "zim")
    assert made.code == 0, made.err
    epub, zim = sorted(path for path in small.glob("editions/toolkit-*") if path.is_file())
    with zipfile.ZipFile(epub) as opened:
        package = opened.read("EPUB/content.opf").decode()
    assert "<dc:publisher>Office for &lt;All&gt; &amp; Sons</dc:publisher>" in package
    assert "<dc:creator>The toolkit contributors</dc:creator>" in package
    archive = Archive(zim)
    assert archive.get_metadata("Publisher").decode() == "Office for <All> & Sons"
    assert archive.get_metadata("Creator").decode() == "The toolkit contributors"
