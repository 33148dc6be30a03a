"""Arguments and options that all commands understand, and what is said about wrong ones."""

import shutil
from pathlib import Path

import pytest

from tests.program import Toolkit


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--output", ""),
        ("check", "--docs="),
        ("bundle", "--output", ""),
        ("export", "csv", "--output="),
        ("search", "x", "--site", ""),
    ],
)
def test_a_place_without_a_name(toolkit: Toolkit, arguments: tuple[str, ...]) -> None:
    """From an unset variable in a script: it must not mean the current folder."""
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    option = next(one for one in arguments if one.startswith("--")).removesuffix("=")
    assert outcome.err.startswith(f"error: {option} is empty.\nhint: ")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("new resource --title A guide --year 2019", '--title "A guide"'),
        ("new resource --title 'A new guide'", '--title "A new guide"'),  # as cmd.exe splits it
        ("new --from my list.txt", '--from "my list.txt"'),
        ("sheet check my list.txt", '"my list.txt"'),
        ("translation import x.po --language fr --translator A B", '--translator "A B"'),
        ("build --output new site", ""),
        ("explain unknown-term unknown-entry", ""),
    ],
)
def test_words_without_quotation_marks(toolkit: Toolkit, line: str, hint: str) -> None:
    for name in ("my list.txt", "x.po"):
        Path(name).touch()
    outcome = toolkit(*line.split(" "))
    assert (outcome.code, outcome.out) == (2, "")
    _, _, said = outcome.err.partition("hint: put what belongs together in double quotes: ")
    assert said.strip() == hint


@pytest.mark.parametrize(
    "line",
    [
        "export csv --output docs/prevention/resources/guide.md",
        "sheet export docs/list.xlsx",
        "translation export guide --language fr --output docs/fr.po",
    ],
)
def test_an_export_leaves_the_content_alone(toolkit: Toolkit, line: str) -> None:
    outcome = toolkit(*line.split())
    assert (outcome.code, "the content is there" in outcome.err) == (2, True)
    assert toolkit("check").code == 0


@pytest.mark.parametrize(
    "arguments", [("verify", ""), ("update", "", "new.zip"), ("sheet", "check", "")]
)
def test_a_path_without_a_name(toolkit: Toolkit, arguments: tuple[str, ...]) -> None:
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "error: A path is empty.\n"
        f"hint: name a file or folder; toolkit {arguments[0]} --help says which.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("serve", "--port", "abc"), '"abc" is not a whole number from 0 to 65535.'),
        (("search", "x", "--limit", "0"), '"0" is not a whole number from 1 on.'),
        (("links", "check", "--timeout", "1,5"), '"1,5" is not a number from 0.1 to 600.'),
        (("check", "--", "--changed=-x"), 'no file or folder "--changed=-x".'),
    ],
)
def test_a_value_that_is_none(toolkit: Toolkit, arguments: tuple[str, ...], words: str) -> None:
    outcome = toolkit(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


@pytest.mark.parametrize(
    ("place", "words"), [("file", "is a file, not a folder."), ("file/site", "can't be written")]
)
def test_a_file_where_a_folder_is_to_be(
    toolkit: Toolkit, tmp_path: Path, place: str, words: str
) -> None:
    (tmp_path / "file").touch()
    # Faults in the content are reported later, when it is read.
    shutil.rmtree("docs/vocabularies")
    outcome = toolkit("build", "--output", str(tmp_path / place))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'error: "{tmp_path / place}" {words}')


def test_a_folder_where_an_export_is_to_be(toolkit: Toolkit, tmp_path: Path) -> None:
    shutil.rmtree("docs")
    outcome = toolkit("export", "csv", "--output", str(tmp_path))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'error: "{tmp_path}" is a folder.')


def test_a_file_where_the_folder_of_an_export_is_to_be(toolkit: Toolkit, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = toolkit("export", "csv", "--output", str(tmp_path / "file/list.csv"))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("\nhint: a file is in the way: choose another place.\n")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("search --lang fr", "No such option '--lang'. Did you mean '--language'?"),
        ("search --theme x", "No such option '--theme'."),
        ("translation export --to fr", "No such option '--to'."),
    ],
)
def test_only_options_that_look_alike_are_offered(
    toolkit: Toolkit, command: str, said: str
) -> None:
    """Without their hyphens: with them, --to looks like --docs."""
    assert toolkit(*command.split()).err.endswith(f"Error: {said}\n")


@pytest.mark.parametrize("said", ["content", "'content'", '"content"  # ours'])
def test_folders_are_those_of_mkdocs_yml(toolkit: Toolkit, docs: Path, said: str) -> None:
    docs.rename(docs.with_name("content"))
    docs.with_name("mkdocs.yml").write_text(f"docs_dir: {said}\nsite_dir: public\n")
    assert toolkit("check").out == "3 entries checked: 0 errors, 0 warnings.\n"
    assert "content" in toolkit("build", "--output", "content/site").err
    assert '"docs"' in toolkit("check", "--docs", "docs").err
    assert 'There is no complete site in "public".' in toolkit("budget").err


def test_a_folder_that_mkdocs_yml_takes_from_the_environment_has_to_be_named(
    toolkit: Toolkit, docs: Path
) -> None:
    said = "!ENV [TOOLKIT_SITE, out]"
    docs.with_name("mkdocs.yml").write_text(f"site_dir: {said}\n")
    for option, command in (("--output", "build"), ("--site", "budget")):
        asked = toolkit(command)
        assert asked.code == 2
        assert f"site_dir of mkdocs.yml is not the name of a folder: {said}." in asked.err
        assert f"name the folder with {option}." in asked.err
