"""The budget of a built site: pages within it pass, pages that are too heavy are named."""

import random
from pathlib import Path

import pytest

from tests.program import Toolkit
from toolkit.page_budget import excesses, weigh

HEAD = '<link rel="stylesheet" href="../../s.css"><script src="../../a.js" async></script>'
ENTRY = "prevention/resources/guide.html"


def noise(count: int) -> str:
    """Text of about this many bytes when gzipped: random digits compress to 0.43."""
    return "".join(random.Random(7).choices("0123456789abcdef", k=2 * count))  # noqa: S311


def page(site: Path, path: str, html: str) -> None:
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text(html, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "s.css").write_text("a{}")
    (tmp_path / "a.js").write_text("1")
    (tmp_path / "build.json").write_text("{}")
    page(tmp_path, ENTRY, f"{HEAD}<p>Short")
    return tmp_path


def over(site: Path) -> list[str]:
    return list(excesses(site, weigh(site)))


def test_a_light_site_passes(site: Path) -> None:
    assert over(site) == []
    (weight,) = weigh(site)
    assert weight.requests == 3
    assert weight.first_visit > weight.html


def test_what_only_looks_like_a_mark_asks_for_nothing(site: Path) -> None:
    (looks,) = weigh(site)
    page(site, ENTRY, f'{HEAD}<!-- <img src="b.png"> --><script>"<img src=b.png>"</script><p>Short')
    assert weigh(site)[0].requests == looks.requests
    page(site, ENTRY, f'{HEAD}<img alt="a > b" src="b.png"><p>Short')
    (weight,) = weigh(site)
    assert weight.requests == looks.requests + 1
    assert weight.images == ("prevention/resources/b.png",)


def test_a_heavy_entry_is_named(site: Path) -> None:
    page(site, ENTRY, f"{HEAD}<p>{noise(9_000)}")
    lines = over(site)
    assert [line.split(" weighs")[0] for line in lines] == [
        "entries: the median",
        f"{ENTRY}:",
    ]


def test_a_translation_may_be_a_fifth_heavier(site: Path) -> None:
    page(site, "fr/prevention/resources/guide.html", f'<html lang="fr"><p>{noise(4_300)}')
    assert over(site) == []
    page(site, "fr/prevention/resources/guide.html", f'<html lang="fr"><p>{noise(10_500)}')
    assert [line.split(" weighs")[0] for line in over(site)] == [
        "entries (fr): the median",
        "fr/prevention/resources/guide.html:",
    ]


def test_an_entry_may_be_heavier_than_the_median_but_not_by_much(site: Path) -> None:
    for number in range(2):
        page(site, f"prevention/resources/e{number}.html", f"{HEAD}<p>Short")
    page(site, ENTRY, f"{HEAD}<p>{noise(6_500)}")
    assert weigh(site)[-1].html in range(7_500, 8_000)
    assert over(site) == []
    page(site, ENTRY, f"{HEAD}<p>{noise(7_000)}")
    assert weigh(site)[-1].html in range(8_001, 8_500)
    assert [line.split(" weighs")[0] for line in over(site)] == [f"{ENTRY}:"]


def test_half_of_the_entries_may_not_be_heavy(site: Path) -> None:
    page(site, "prevention/resources/e1.html", f"{HEAD}<p>{noise(4_100)}")
    page(site, ENTRY, f"{HEAD}<p>{noise(4_100)}")
    assert [line.split(" weighs")[0] for line in over(site)] == ["entries: the median"]


def test_a_heavy_style_is_found_on_the_first_visit(site: Path) -> None:
    (site / "s.css").write_text(noise(50_000))
    assert [line.split(" weighs")[0] for line in over(site)] == [f"{ENTRY}: a first visit"]


def test_too_many_files_are_found(site: Path) -> None:
    scripts = "".join(f'<script src="../../{n}.js"></script>' for n in range(6))
    page(site, ENTRY, HEAD + scripts)
    assert over(site) == [f"{ENTRY}: a first visit takes 9 files, at most 6 may be"]


def test_no_list_may_grow_beyond_all_bounds(site: Path) -> None:
    page(site, "themes/a.html", noise(34_000))
    assert over(site) == []
    page(site, "themes/a.html", noise(48_000))
    assert [line.split(":")[0] for line in over(site)] == ["themes/a.html"]


def test_a_heavy_image_is_found(site: Path) -> None:
    (site / "cover.webp").write_bytes(b"x" * 50_001)
    page(site, "about/a.html", '<img src="../cover.webp">')
    assert over(site) == [
        "about/a.html: the image cover.webp weighs 50,001 bytes, at most 50,000 may be"
    ]


def test_the_command_says_what_is_too_heavy(site: Path, toolkit: Toolkit) -> None:
    assert toolkit("budget", "--site", str(site)).code == 0
    page(site, ENTRY, f"{HEAD}<p>{noise(9_000)}")
    outcome = toolkit("budget", "--site", str(site))
    assert outcome.code == 1
    assert f"{ENTRY}: weighs" in outcome.out


def test_without_a_site_the_command_says_so(tmp_path: Path, toolkit: Toolkit) -> None:
    outcome = toolkit("budget", "--site", str(tmp_path / "none"))
    assert (outcome.code, outcome.out) == (2, "")
    assert "toolkit build" in outcome.err


def test_what_can_be_downloaded_is_no_page(site: Path) -> None:
    page(site, "downloads/toolkit-en-2026-11-25.html", f"{HEAD}<p>{noise(90_000)}")
    assert over(site) == []
