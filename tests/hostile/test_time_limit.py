"""The time limit for work on one file: it is stopped and named, and everything else goes on.

The texts really are slow for the libraries. The limit is lowered, so that the tests are not.
"""

import contextlib
import threading
import time
from pathlib import Path

import pytest

from tests.checkouts import EPOCH, ROOT, make_checkout, program_of
from tests.content_case import lay_base
from tests.hostile.inputs import lay_with_mistake
from tests.program import Outcome
from toolkit import time_limit
from toolkit.cli.main import run
from toolkit.languages import LANGUAGES
from toolkit.rendering.markdown import ExcessiveWorkError, render_markdown
from toolkit.time_limit import TimeLimitError, within_time_limit

HEAD = "---\ntitle: Another page\nsummary: What it holds.\n---\n"

FOOTNOTE = "[^1]: x\n\n" + "[^1]\n\n" * 4_000  # Markdown goes through all of them for each
FENCE = "```" + " " * 12_000 + "\n"  # a pattern that restarts at each space
EMPHASIS = "*a **b " * 550 + "c** d*" * 550
AMPLIFIED = f'[x]: https://a.org "{"t" * 8_000}"\n\n' + "[x]\n\n" * 900


def toolkit(folder: Path, *arguments: str, limit: float = 0.3) -> Outcome:
    """Run the command line with a limit in seconds."""
    command = ("tests.hostile.limited", str(limit), "-1", "toolkit", *arguments)
    return program_of(ROOT).run(*command, cwd=folder, environment={"SOURCE_DATE_EPOCH": EPOCH})


@pytest.mark.slow
def test_checks_name_what_they_stopped_and_go_on(tmp_path: Path) -> None:
    docs = lay_with_mistake(tmp_path)
    (docs / "about/footnote.md").write_text(HEAD + FOOTNOTE)
    (docs / "about/emphasis.md").write_text(HEAD + EMPHASIS)
    (docs / "about/large.md").write_text(HEAD + AMPLIFIED + "word " * 3_000)
    (docs / "registers/equivalents.yml").write_text(f"- [{'x, ' * 450_000}]\n")
    done = toolkit(tmp_path, "check", "--format", "concise")
    assert done.code == 1, done.err
    assert done.err == "3 entries checked: 5 errors, 0 warnings.\n"
    assert [line.partition("] ")[0] for line in done.out.splitlines()] == [
        "docs/about/emphasis.md:5:1: error[excessive-work",
        "docs/about/footnote.md:5:1: error[excessive-work",
        "docs/about/large.md:5:1: error[excessive-work",
        "docs/prevention/resources/guide.md:7:10: error[unknown-term",
        "docs/registers/equivalents.yml:1:1: error[excessive-work",
    ]


@pytest.mark.slow
def test_what_a_slow_moment_led_to_is_not_kept(tmp_path: Path) -> None:
    docs = lay_with_mistake(tmp_path)
    words = ", ".join(f"word {number}" for number in range(4_800))
    front = HEAD.replace("summary:", f"notes: [{words}]\nsummary:", 1)
    (docs / "about/slow.md").write_text(f"{front}\nSee [a page](nowhere.md).\n")
    slow = toolkit(tmp_path, "check", "--format", "concise", limit=0.002)
    assert "docs/about/slow.md:2:1: error[excessive-work]" in slow.out
    assert "nowhere.md" not in slow.out
    found, fresh = (
        toolkit(tmp_path, "check", "--format", "concise", *more, limit=60).out
        for more in ((), ("--no-cache",))
    )
    assert found == fresh
    assert "nowhere.md" in found


@pytest.mark.slow
def test_what_took_too_long_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each round of fixes reads and checks everything again."""
    docs = lay_with_mistake(tmp_path)
    monkeypatch.chdir(tmp_path)
    fix = ["check", "--fix", "--no-cache"]
    run(fix)  # loads all that is needed
    (docs / "about/emphasis.md").write_text(f"{HEAD}{'*a* ' * 45_000}\n")
    monkeypatch.setattr(time_limit, "SECONDS", 1.0)
    begun = time.process_time()
    assert run(fix) == 1
    assert time.process_time() - begun < 2 * time_limit.SECONDS


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "From: a@example.org\nContent-Type: text/plain;" + ";" * 40_000 + "\n\n[toolkit resource]",
        ">" * 100_000 + "[toolkit resource]\n" + "x\n" * 400_000,
    ],
    ids=["header", "quotes"],
)
def test_a_message_that_takes_too_long_is_refused(tmp_path: Path, text: str) -> None:
    lay_base(tmp_path)
    (tmp_path / "message.txt").write_text(text)
    done = toolkit(tmp_path, "new", "--from", "message.txt")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: message.txt takes too long to read.\nhint: ")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    lay_base(tmp_path)
    return make_checkout(tmp_path).folder


@pytest.mark.slow
@pytest.mark.parametrize("pages", [1, 45], ids=["one process", "two processes"])
def test_a_build_names_what_it_stopped_and_leaves_the_last_site(checkout: Path, pages: int) -> None:
    """Anything too short to worry the checks is stopped in the build."""
    (checkout / "site").mkdir()
    last = '{"input_digest": "the last"}'
    (checkout / "site/build.json").write_text(last)
    for name, text in {"fence": FENCE, "large": AMPLIFIED}.items():
        (checkout / f"docs/about/{name}.md").write_text(HEAD + text)
    for number in range(pages):
        (checkout / f"docs/about/page-{number}.md").write_text(HEAD + "word " * 2_900)
    done = toolkit(checkout, "build")
    assert done.code == 1, done.err
    assert done.err == "No site was built. Fix the errors, then build again.\n"
    assert done.out.count("error[") == done.out.count("error[excessive-work]") == 2
    for name in ("fence", "large"):
        assert f"--> docs/about/{name}.md:5:1\n" in done.out
    assert (checkout / "site/build.json").read_text() == last
    assert [path.name for path in checkout.iterdir() if "site" in path.name] == ["site"]


# An exception raised while Python frees memory is only reported; the next one gets through.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("text", [FOOTNOTE, FENCE, EMPHASIS, AMPLIFIED, "- a\n" * 400_000])
def test_the_next_text_is_not_harmed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, rich = "- a\n\n    b\n\nA\n\nB\n", "A[^1]\n\n[^1]: B\n\nWord\n:   What it means\n"
    before = [render_markdown(honest, LANGUAGES["en"]) for honest in (plain, rich)]
    monkeypatch.setattr(time_limit, "SECONDS", 0.1)
    with pytest.raises(ExcessiveWorkError):
        render_markdown(text, LANGUAGES["en"])
    monkeypatch.undo()
    assert [render_markdown(honest, LANGUAGES["en"]) for honest in (plain, rich)] == before


def test_work_that_swallows_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.01)

    def swallow() -> None:
        with contextlib.suppress(BaseException):  # what libraries shouldn't do
            busy()

    def swallow_and_go_on() -> None:
        swallow()
        busy()

    for work in (swallow, swallow_and_go_on):
        with pytest.raises(TimeLimitError):
            within_time_limit(work)
    assert within_time_limit(lambda: 1) == 1


def busy() -> None:
    while True:
        pass


def test_within_other_work_and_beside_the_main_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.01)

    def work() -> None:
        assert within_time_limit(lambda: 1) == 1
        busy()

    with pytest.raises(TimeLimitError):
        within_time_limit(work)
    results: list[int] = []
    thread = threading.Thread(
        target=lambda: results.append(within_time_limit(lambda: sum(range(1_000_000))))
    )
    thread.start()
    thread.join()
    assert results == [499999500000]
