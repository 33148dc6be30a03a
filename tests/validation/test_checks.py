"""Every check finds what it should, where it should, in the right words, and nothing more."""

import re
from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest

from tests.authoring import agreement as schemas
from tests.conftest import GOLDEN
from tests.content_case import CASES, DAY, change, lay_base, lay_case
from tests.forms import agreement as forms
from tests.forms.engine import Form
from tests.validation.again import Laid, problems_in
from toolkit.content.reader import read_content
from toolkit.languages import LANGUAGES
from toolkit.problems import Problem
from toolkit.reports import text
from toolkit.validation import checks as package
from toolkit.validation.check import Check
from toolkit.validation.checks import CHECKS, load_checks
from toolkit.validation.checks.claimed_recognition import CLAIMS
from toolkit.validation.runner import run_checks

pytestmark = pytest.mark.usefixtures("files_read_once")

FOLDER = CASES / "checks"
BAD = sorted(FOLDER.glob("*/bad-*.txt"))
GOOD = sorted(FOLDER.glob("*/good-*.txt"))
PLAIN_WORDS_ONLY = re.compile(
    r"\b(?:node|scalar|token|NoneType|regex|parse[rd]?|mapping|sequence|null)\b", re.I
)


def name_of(case: Path) -> str:
    return f"{case.parent.name}/{case.stem}"


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Laid:
    return Laid(lay_base(tmp_path_factory.mktemp("base")).parent)


@pytest.fixture(scope="module")
def form(laid: Laid) -> Form:
    return Form(read_content(laid.docs()), DAY.isoformat())


def problems_of(case: Path, laid: Laid, form: Form) -> tuple[list[Problem], int]:
    """A case's problems, and the number of its entries; form and schemas must say the same."""
    docs = laid.docs()
    change(case, docs.parent)
    content = read_content(docs)
    moved = moved_in(case.read_text(encoding="utf-8"))
    name = case.parent.name
    found = problems_in(content, moved=moved if name == "lost-address" else {})
    assert forms.differences(case, content, found, form) == []
    assert schemas.differences(docs, content, found, name) == []
    return found, len(content.entries)


def moved_in(case: str) -> dict[str, str]:
    """The entries that a case renames or removes, as `toolkit check --changed` would find."""
    found = re.findall(r"^-- (?:rename|remove) docs/(\S*/)(\S*)\.md(?: (\S*)\.md)? --$", case, re.M)
    return {f"{folder}{old}": f"{folder}{new}" if new else "" for folder, old, new in found}


@pytest.mark.parametrize("case", BAD, ids=name_of)
def test_bad(case: Path, laid: Laid, form: Form, golden: Callable[[str, str], None]) -> None:
    problems, checked = problems_of(case, laid, form)
    assert {problem.id for problem in problems} == {case.parent.name}
    golden(f"checks/{name_of(case)}.txt", text.render(problems, checked))


@pytest.mark.parametrize("case", GOOD, ids=name_of)
def test_good(case: Path, laid: Laid, form: Form) -> None:
    problems, checked = problems_of(case, laid, form)
    assert text.render(problems, checked) == f"{checked} entries checked: 0 errors, 0 warnings.\n"


def test_no_others_than_those_asked_for(tmp_path: Path) -> None:
    content = read_content(lay_case(FOLDER / "wrong-type/bad-two-periods.txt", tmp_path))
    assert run_checks(content, DAY, load_checks(["near-duplicate"])) == []


def test_no_single_problem_is_only_counted(docs: Path) -> None:
    file = docs / "prevention/resources/guide.md"
    file.write_text(file.read_text(encoding="utf-8") + "A\u200bB.\n\n" * 51, encoding="utf-8")
    found = run_checks(read_content(docs), DAY, load_checks(["zero-width-character"]))
    assert [one.finding.message for one in found if "more" in one.finding.message] == []
    assert len(found) == 51


def test_one_name_everywhere() -> None:
    for check in CHECKS:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.id)
        assert list(signature(check.check).parameters) == ["context"], check.id
        assert list((FOLDER / check.id).glob("bad-*.txt")), f"no bad case of {check.id}"
        assert list((FOLDER / check.id).glob("good-*.txt")), f"no good case of {check.id}"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_page(check: Check) -> None:
    told = check.page
    assert re.fullmatch(r"\S.*\.", told.title)
    assert re.findall(r"^## (.*)$", told.text, re.M)[:1] == ["What to do"]
    assert re.findall(r"^## (?:What to do|Example)$", told.text, re.M)[-1:] == ["## Example"]
    why = told.text.partition("## What to do")[0].removeprefix(told.title)
    assert len(why.split()) > 10
    example = told.text.partition("## Example\n")[2]
    assert re.match(
        r"\s*Wrong.*?:\n\n```\w+\n.*?```\n\nRight.*?:\n\n```\w+\n.*?```$", example, re.S
    )
    assert not PLAIN_WORDS_ONLY.search(told.text)


def test_registry_is_complete_and_in_order() -> None:
    files = sorted(Path(package.__file__).parent.glob("[!_]*.py"))
    assert [check.id.replace("-", "_") for check in CHECKS] == [file.stem for file in files]


def test_claims_of_recognition_are_found_in_every_language() -> None:
    assert CLAIMS.keys() == LANGUAGES.keys()


def test_no_folder_of_cases_without_a_check() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {check.id for check in CHECKS}
    assert {path.suffix for path in FOLDER.glob("*/*")} == {".txt"}
    assert {path.name.partition("-")[0] for path in FOLDER.glob("*/*")} == {"bad", "good"}


def test_no_golden_file_without_a_case() -> None:
    found = {str(path.relative_to(GOLDEN / "checks")) for path in GOLDEN.glob("checks/*/*")}
    assert found == {f"{name_of(case)}.txt" for case in BAD}


def test_messages_are_plain() -> None:
    for path in GOLDEN.glob("checks/*/*"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.match(r"\w+\[[\w-]+\]: | *= help: | +\| +\^", line):
                assert not PLAIN_WORDS_ONLY.search(line), f"{path.name}: {line}"
                assert not re.search(r"\w!", line.partition('"')[0]), f"{path.name}: {line}"
