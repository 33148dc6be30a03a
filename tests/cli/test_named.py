"""How people name entries and organizations in the recognition commands."""

from pathlib import Path

import pytest

from tests.cli.members import ORGANISATIONS
from tests.content_case import edit
from tests.program import Toolkit


def test_no_name_is_that_of_no_organisation(toolkit: Toolkit, ledger: Path) -> None:
    register = ledger.parent / "registers/organisations.yml"
    register.write_text(ORGANISATIONS.replace("  abbreviation: IOM\n", ""))
    assert "did you mean" not in toolkit("export", "csv", "--organisation", "").err


def test_an_entry_can_be_named_by_its_file(toolkit: Toolkit, ledger: Path) -> None:
    path = "docs/prevention/resources/manual.md"
    assert toolkit("digest", path).out == toolkit("digest", "manual").out
    assert toolkit("digest", "manual/").out == toolkit("digest", "manual").out
    found = toolkit("recognise", "iom", path, "--on", "2026-01-05")
    assert "{entry: manual, digest: sha256:" in found.out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("recognise", "IOM", "manual", "--on", "2026-01-05"), 'did you mean "iom"?'),
        (
            (
                "recognise",
                "International organization for Migration",
                "manual",
                "--on",
                "2026-01-05",
            ),
            'did you mean "iom"?',
        ),
        (("recognise", "iom", "manul", "--on", "2026-01-05"), 'did you mean "manual"?'),
        (("digest", "manul"), 'did you mean "manual"?'),
        (("digest", "ma"), 'did you mean "manual"?'),
        (("digest", "Manual for labour  inspectors"), 'did you mean "manual"?'),
        (("digest", "site/prevention/resources/manual.html"), 'did you mean "manual"?'),
        (("cite", "https://a.org/fr/prevention/resources/manual.html#x"), 'did you mean "manual"?'),
        (
            ("rename", "https://a.org/ar/prevention/resources/manual.html", "new"),
            'did you mean "prevention/resources/manual"?',
        ),
        (
            ("recognise", "manual", "iom", "--on", "2026-01-05"),
            "it is an entry: write the organization first, then entries.",
        ),
        (
            ("export", "csv", "--organisation", "International Organization for Migration"),
            'did you mean "iom"?',
        ),
    ],
)
def test_what_was_meant(
    toolkit: Toolkit, ledger: Path, arguments: tuple[str, ...], hint: str
) -> None:
    found = toolkit(*arguments)
    assert (found.code, found.err.splitlines()[1]) == (2, f"hint: {hint}")


def test_an_entry_is_named_by_the_path_to_its_file(toolkit: Toolkit, ledger: Path) -> None:
    path = "docs/prevention/resources/manual.md"
    assert toolkit("recognise", "unodc", path, "--on", "2026-01-05").code == 0
    for command in (("status",), ("digest",)):
        assert toolkit(*command, path).out == toolkit(*command, "manual").out
    kept = toolkit("digest", "manual").out.strip()
    assert "Nothing of substance changed." in toolkit("diff", path, "--since", kept).out
    assert toolkit("withdraw", "unodc", path, "--on", "2026-01-06").code == 0


@pytest.mark.parametrize(
    "command",
    [("review", "guide", "--by", "iom", "--on", "2026-01-05"), ("status", "--organisation", "iom")],
)
def test_no_organisation_is_unknown_while_their_register_has_errors(
    toolkit: Toolkit, ledger: Path, command: tuple[str, ...]
) -> None:
    register = ledger.parent / "registers/organisations.yml"
    register.write_text(ORGANISATIONS.replace("- id: iom", "- id: [iom"))
    refused = toolkit(*command)
    assert (refused.code, refused.out) == (2, "")
    assert 'organisations.yml has errors, so it is not clear whether it has "iom"' in refused.err


@pytest.mark.parametrize("command", ["new", "diff", "export"])
def test_a_page_to_translate_that_can_not_be_read_is_there(
    toolkit: Toolkit, docs: Path, command: str
) -> None:
    edit(docs / "prevention/resources/guide.md", "title: ", "title: [")
    refused = toolkit("translation", command, "guide", "--language", "ru")
    assert (refused.code, refused.out) == (2, "")
    assert "error: docs/prevention/resources/guide.md can't be read.\n" in refused.err


@pytest.mark.parametrize("path", ["inspect-a-workplace", "docs/tasks/inspect-a-workplace.md"])
def test_a_task_in_place_of_an_entry_is_named(toolkit: Toolkit, task: Path, path: str) -> None:
    outcome = toolkit("digest", path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "hint: it is a task: name an entry" in outcome.err


def test_an_organization_in_place_of_an_entry_is_named(toolkit: Toolkit) -> None:
    outcome = toolkit("review", "unodc", "--by", "guide", "--on", "2026-11-20")
    assert outcome.code == 2
    assert "hint: it is an organization: name an entry." in outcome.err
