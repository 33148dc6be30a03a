"""Builds from the command line: the same site either way, all or nothing, the same bytes."""

import fcntl
import json
import logging
import os
import re
import shutil
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from tests.checkouts import ROOT, Checkout, entry_files
from tests.content_case import edit, lay_image
from tests.ending import NEW, end_toolkit

ENTRY = "docs/protection/practices/ar-rescue-accompaniment-programme.md"


def break_a_theme(checkout: Checkout) -> str:
    """Misspell a theme of one entry; returns the place that reports must name."""
    path = checkout.folder / ENTRY
    edit(path, "victim-assistance", "victim-asistance", 1)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if "victim-asistance" in line:
            return f"{ENTRY}:{number}:{line.index('victim-asistance') + 1}"
    raise AssertionError


def test_both_commands_give_the_same_bytes_in_any_folder(
    sample: Checkout, make_checkout: Callable[[str], Checkout]
) -> None:
    # The other's name is not valid text: it may come from an old disk.
    other = make_checkout(os.fsdecode(b"another \xe9"))
    practices, resources = (len(entry_files(kind=kind)) for kind in ("practices", "resources"))
    # In its own process: sets are ordered differently there.
    plain = other.run("mkdocs", "build", "--strict")
    assert plain.code == 0, plain.err
    assert sample.files() == other.files()
    manifest = json.loads((sample.site / "build.json").read_text())
    assert manifest["counts"] == {
        "entries": practices + resources,
        "practices": practices,
        "resources": resources,
    }
    assert manifest["as_of"] == "2026-11-25"


def test_mkdocs_serve_names_the_command_that_reloads_pages(
    caplog: pytest.LogCaptureFixture,
) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "")
    with server, caplog.at_level(logging.INFO, "mkdocs"):
        assert config.plugins.on_serve(server, config=config, builder=lambda: None) is server
    assert "or use `toolkit serve`" in caplog.text


def test_an_error_stops_every_command_with_the_same_words(built: Checkout) -> None:
    before = built.files()
    place = break_a_theme(built)
    outcomes = [
        built.toolkit("check"),
        built.toolkit("build"),
        built.mkdocs("build", "--strict"),
        built.mkdocs("build"),
    ]
    for outcome in outcomes:
        assert outcome.code == 1
        said = outcome.out + outcome.err
        assert f"--> {place}" in said
        assert 'did you mean "victim-assistance"?' in said
        assert "Traceback" not in said
    error, counts = outcomes[1].out.rsplit("\n\n", 1)
    assert error in outcomes[0].out
    assert counts.endswith("entries checked: 1 error. For warnings and notices: `toolkit check`.\n")
    assert outcomes[1].out.strip() in outcomes[2].out
    assert built.files() == before
    assert [path.name for path in built.folder.iterdir() if "site" in path.name] == ["site"]


def test_a_file_whose_name_is_not_text_is_a_problem(checkout: Checkout) -> None:
    guide = checkout.folder / "docs/prevention/resources/guide.md"
    shutil.copy(guide, guide.with_name(os.fsdecode(b"caf\xe9.md")))
    done = checkout.toolkit("build")
    assert done.code == 1, done.err
    assert 'error[invalid-file-name]: The file name "caf<U+DCE9>"' in done.out


def test_a_pass_without_the_hooks_is_no_build(checkout: Checkout) -> None:
    config = checkout.folder / "mkdocs.yml"
    edit(config, "  - hooks/generate.py", "  []")
    checkout.mkdocs("build")
    assert not (checkout.site / "build.json").exists()


def test_a_warning_of_mkdocs_keeps_the_old_site(checkout: Checkout) -> None:
    checkout.build()
    before = checkout.files()
    config = checkout.folder / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "nav:\n  - missing.md\n",
        encoding="utf-8",
    )
    for outcome in (checkout.mkdocs("build", "--strict"), checkout.toolkit("build")):
        assert outcome.code != 0
        assert "missing.md" in outcome.out + outcome.err
        assert "Traceback" not in outcome.err
        assert checkout.files() == before


def test_an_interrupted_build_leaves_the_old_site_whole(built: Checkout) -> None:
    before = built.files()

    def end_by(sign: signal.Signals) -> list[Path]:
        end_toolkit(["build"], built.folder, built.folder, sign)
        assert built.files() == before
        return list(built.folder.glob(NEW))

    assert end_by(signal.SIGINT) == []
    assert len(end_by(signal.SIGKILL)) == 1
    # The next run removes what the killed one left, and itself leaves nothing.
    assert end_by(signal.SIGTERM) == []


def test_a_build_does_not_wait_for_a_lock_of_its_folder(checkout: Checkout) -> None:
    """People run programs under `flock` on the folder they work in."""
    handle = os.open(checkout.folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    checkout.build()
    os.close(handle)
    assert not list(checkout.folder.glob(NEW))


def picture_in(checkout: Checkout) -> Path:
    picture = checkout.folder / "docs/prevention/resources/guide/a.png"
    picture.parent.mkdir()
    lay_image(picture)
    with picture.parent.with_suffix(".md").open("a", encoding="utf-8") as entry:
        entry.write("\n![A ship](guide/a.png)\n")
    return picture


@pytest.mark.slow
def test_content_that_changes_while_a_site_is_built(checkout: Checkout) -> None:
    """As by the checkout of another branch. What was read is what is built, and what is kept."""
    config, hook = checkout.folder / "mkdocs.yml", checkout.folder / "meanwhile.py"
    settings = config.read_text(encoding="utf-8")
    picture = picture_in(checkout)
    lay_image(checkout.folder / "half.png", "half")
    both = settings.replace("  - hooks/generate.py", "  - hooks/generate.py\n  - meanwhile.py")
    config.write_text(both, encoding="utf-8")
    for change, told in (
        ("path.write_text(path.read_text().replace('year: 2019', 'year: 2018'))", ""),
        ("path.rename('guide.md')", ""),
        ("path.with_suffix('').joinpath('a.png').unlink()", 'guide/a.png" has disappeared since'),
        ("Path('half.png').replace(path.with_suffix('') / 'a.png')", 'guide/a.png" was changed'),
    ):
        lay_image(picture)
        name = "docs/prevention/resources/guide.md"
        hook.write_text(
            f"from pathlib import Path\npath = Path('{name}')\n"
            f"def on_pre_build(config):\n    {change}\n"
        )
        made = checkout.toolkit("build")
        assert (made.code, "Traceback" in made.err) == (2 if told else 0, False), made.err
        assert told in made.err
        if (moved := checkout.folder / "guide.md").exists():
            moved.rename(checkout.folder / name)
    lay_image(picture)
    config.write_text(settings, encoding="utf-8")
    assert checkout.toolkit("build").code == 0
    kept = checkout.files()
    assert checkout.toolkit("build", "--no-cache").code == 0
    assert checkout.files() == kept


def test_an_image_replaced_while_a_site_is_built_keeps_no_notes(checkout: Checkout) -> None:
    picture = picture_in(checkout)
    before = picture.read_bytes()
    lay_image(checkout.folder / "camera.png", "place")
    config = checkout.folder / "mkdocs.yml"
    edit(config, "  - hooks/generate.py", "  - hooks/generate.py\n  - meanwhile.py")
    (checkout.folder / "meanwhile.py").write_text(
        "from pathlib import Path\n"
        "def on_pre_build(config):\n"
        "    Path('camera.png').replace('docs/prevention/resources/guide/a.png')\n"
    )
    checkout.build()
    assert picture.read_bytes() != before
    assert (checkout.site / "prevention/resources/guide/a.png").read_bytes() == before


AFTER_LOOKING = """
from pathlib import Path
from toolkit.validation import sound

def snapshot_of(folder, look=sound.snapshot_of):
    found = look(folder)
    Path("docs/registers/links.yml").write_text({text!r})
    return found

sound.snapshot_of = snapshot_of
"""


@pytest.mark.slow
def test_a_list_that_is_there_only_while_a_site_is_built(checkout: Checkout) -> None:
    """It comes too late for the keys of pages, which are made with it."""
    config, list_ = checkout.folder / "mkdocs.yml", checkout.folder / "docs/registers/links.yml"
    settings = config.read_text(encoding="utf-8")
    entry = checkout.folder / "docs/prevention/resources/guide.md"
    url = re.search(r"(?m)^url: (.*)", entry.read_text(encoding="utf-8"))
    assert url
    text = (
        f"- id: {url[1]}\n  state: gone\n"
        "  checked: 2026-02-01\n  since: 2026-01-01\n  seen: [2026-01-01]\n"
    )
    (checkout.folder / "late.py").write_text(AFTER_LOOKING.format(text=text))
    hooks = settings.replace("  - hooks/generate.py", "  - hooks/generate.py\n  - late.py")
    config.write_text(hooks, encoding="utf-8")
    checkout.build()
    list_.unlink()
    config.write_text(settings, encoding="utf-8")
    checkout.build()
    kept = checkout.files()
    checkout.build("--no-cache")
    assert checkout.files() == kept


WHILE_CHECKING = """
from pathlib import Path
from toolkit import pipeline

def errors_of(*arguments, check=pipeline.errors_of):
    with Path("docs/about/evidence.md").open("a") as text:
        text.write("\\nMore.\\n")
    return check(*arguments)

pipeline.errors_of = errors_of
"""


def test_the_digest_of_the_content_is_that_of_what_was_read(checkout: Checkout) -> None:
    """The site and its copies name it."""
    checkout.build()
    before = checkout.files()["build.json"]
    (checkout.folder / "late.py").write_text(WHILE_CHECKING)
    edit(
        checkout.folder / "mkdocs.yml",
        "  - hooks/generate.py",
        "  - hooks/generate.py\n  - late.py",
    )
    checkout.build()
    assert checkout.files()["build.json"] == before
    checkout.build()
    assert checkout.files()["build.json"] != before


def test_the_content_folder_may_lie_elsewhere_and_the_copy_have_another_date(
    checkout: Checkout, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "content"
    shutil.move(checkout.folder / "docs", elsewhere)
    checkout.build("--docs", str(elsewhere), "--output", "other", "--as-of", "2026-02-01")
    home = (checkout.folder / "other/index.html").read_text(encoding="utf-8")
    assert re.search("1 February 2026", home)
    assert (checkout.folder / "other/build.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "--docs", "nowhere"), "no folder"),
        (("build", "--output", "docs"), "the content is there"),
        (("build", "--output", "docs/site"), "the content is there"),
        (("build", "--output", "."), "the content is there"),
        (("build", "--output", "mkdocs.yml"), '"mkdocs.yml" is a file, not a folder'),
        (("build", "--output", "loop/site"), "can't be written: Too many levels"),
        (("build", "--output", "/proc/none/site"), '"/proc/none/site" can\'t be written: No such'),
        (("build", "--as-of", "yesterday"), "not a date"),
        (("build", "--release"), "neither extra.contact_url nor repo_url"),
        (("build", "--language", "en", "--language", "tlh"), 'does not have the language "tlh"'),
    ],
)
def test_a_run_that_cant_be_done_says_why(
    checkout: Checkout, arguments: tuple[str, ...], words: str
) -> None:
    (checkout.folder / "loop").symlink_to("loop")
    outcome = checkout.toolkit(*arguments)
    assert outcome.code == 2
    assert words in outcome.err
    assert "hint:" in outcome.err
    assert outcome.out == ""


# All files with the date of the copy, in each language except for the last five.
DATED = {
    *("index.html", "about/index.html", "downloads.html", "assets/search.js", "recognition.json"),
    *("build.json", "contribute/entries.xlsx", "data/catalogue.ttl", "data/index.json"),
    "data/opportunities.xml",
}


def test_the_next_day_only_what_tells_the_date_is_another_file(built: Checkout) -> None:
    before = built.files()
    made = built.toolkit("build", "--as-of", "2026-11-26", "--no-cache")
    assert made.code == 0, made.err
    after = built.files()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed
    assert {re.sub(r"^[a-z]{2}/", "", path) for path in changed} <= DATED


@pytest.mark.slow
def test_two_builds_at_once_leave_the_site_of_one(built: Checkout) -> None:
    entry = built.folder / ENTRY
    entry.write_text(entry.read_text(encoding="utf-8") + "\nOne more word.\n", encoding="utf-8")
    days = ("2026-11-25", "2026-11-26")
    with ThreadPoolExecutor() as beside:
        both = [beside.submit(built.run, "toolkit", "build", "--as-of", day) for day in days]
    for made in both:
        assert made.result().code == 0, made.result().err
    assert not list(built.folder.glob(NEW))
    at_once = built.files()
    day = json.loads(at_once["build.json"])["as_of"]
    built.build("--as-of", day, "--no-cache")
    assert built.files() == at_once
