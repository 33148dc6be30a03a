import json
from pathlib import Path

import pytest

from tests.content_case import edit
from tests.program import Toolkit
from toolkit.cli.reporting import site_address
from toolkit.reports import REPORTS


@pytest.fixture
def faulty(docs: Path) -> Path:
    edit(docs / "prevention/resources/guide.md", "investigation", "investigaton")
    return docs


@pytest.mark.parametrize("name", REPORTS)
def test_every_format_has_the_same_codes(toolkit: Toolkit, faulty: Path, name: str) -> None:
    assert toolkit("check", "--format", name).code == 1
    assert toolkit("check", "--format", name, "--exit-zero").code == 0
    assert toolkit("check", "--format", name, "docs/protection").code == 0


@pytest.mark.parametrize("name", REPORTS)
def test_counts_stand_once(toolkit: Toolkit, faulty: Path, name: str) -> None:
    found = toolkit("check", "--format", name)
    assert (found.out + found.err).count("3 entries checked: 1 error, 0 warnings.") == 1
    assert ("checked: 1 error" in found.out) is (name == "text")


def test_summary_of_the_job(
    toolkit: Toolkit, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert toolkit("check", "--format", "text").code == 1
    assert summary.read_text(encoding="utf-8") == "before\n"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    found = toolkit("check")
    assert found.out.startswith("::error file=docs/prevention/resources/guide.md,line=7,")
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("before\n## Please fix the errors below\n")
    assert "<b>unknown-term</b>" in written
    assert "What to do" in written


def test_github_gets_paths_from_the_root_of_the_repository(toolkit: Toolkit, faulty: Path) -> None:
    root = faulty.parent
    (root / ".git").touch()
    (root / "sub").mkdir()
    faulty.rename(root / "sub/docs")
    found = toolkit("check", "--docs", "sub/docs", "--format", "github")
    assert found.out.startswith("::error file=sub/docs/prevention/resources/guide.md,line=7,")
    log = toolkit("check", "--docs", "sub/docs", "--format", "sarif").out
    assert '"uri": "sub/docs/prevention/resources/guide.md"' in log


def test_summary_that_can_not_be_written(
    toolkit: Toolkit, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/such/folder/summary.md")
    found = toolkit("check", "--format", "github")
    assert found.code == 2
    assert "error: The job summary can't be written" in found.err


def test_pages_of_a_published_site(toolkit: Toolkit, faulty: Path) -> None:
    (faulty.parent / "mkdocs.yml").write_text(
        "site_name: !ENV [NAME, x]\nsite_url: https://toolkit.example/\n", encoding="utf-8"
    )
    log = json.loads(toolkit("check", "--format", "sarif").out)
    addresses = {rule["helpUri"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert "https://toolkit.example/contribute/checks.html#unknown-term" in addresses


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("site_url: https://a.example", "https://a.example"),
        ("site_url: ''", ""),
        ("site_url: javascript:alert(1)", ""),
        ("site_url: [a]", ""),
        ("site_url: !ENV https://a.example", ""),
        ("site_name: x", ""),
        ("- a", ""),
        (": : [", ""),
        ("", ""),
    ],
)
def test_address_of_the_site(tmp_path: Path, text: str, address: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert site_address(tmp_path / "docs") == address
